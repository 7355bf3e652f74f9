"""What one committed setting of Splink consists of."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Optional, Sequence

#: What Splink's documentation clusters at where it names a threshold.
DOCUMENTED_THRESHOLD = 0.95


@dataclass(frozen=True)
class Setting:
    """Columns are named in lower case, with ``_`` for a blank."""

    comparisons: Sequence[Any]
    blocking: Sequence[Any]
    certain: Sequence[Any]  # rules that find hardly any false pair, for the prior
    training: Sequence[Any]  # one EM session each
    recall: float = 0.7  # of the certain rules, guessed as the documentation asks
    derived: dict[str, str] = field(default_factory=dict)  # new column -> SQL over the others
    u_pairs: float = 1e6
    seed: Optional[int] = None
    training_pairs: Optional[float] = None
    without_frequencies: bool = True  # EM ignores term frequencies: much faster, documented
    predict_from: Optional[float] = None  # pairs below this probability are not materialised
    threshold: float = DOCUMENTED_THRESHOLD
    retain: bool = True  # columns for charts, as in all demos
    one_to_one: bool = False  # of links: single best links

    def derived_sql(self) -> str:
        return "".join(f', {sql} AS "{name}"' for name, sql in self.derived.items())
