"""Explanations: why two records are one, how a cluster holds together."""

from __future__ import annotations

from typing import Any

from galena import _galena, _html
from galena._plot import waterfall
from galena._table import Table, of_native
from galena._values import Id


class Explanation:
    """Why two records are, or are not, taken for one, bit by bit.

    The weights of the fields, ``changed``, ``related``, ``ruled`` and the prior add up to ``weight``; the
    probability is 1 / (1 + 2 ** -weight).

    >>> print(found.explain(3, 17))
    >>> found.explain(3, 17).levels.to_pandas()
    """

    __slots__ = ("_native",)

    def __init__(self, native: _galena.Explanation) -> None:
        self._native = native

    @property
    def probability(self) -> float:
        """That both are one, 0 to 1."""
        return self._native.probability

    @property
    def weight(self) -> float:
        """The sum of all evidence, in bits."""
        return self._native.weight

    @property
    def prior(self) -> float:
        """log2 of the odds before any evidence."""
        return self._native.prior

    @property
    def relation(self) -> str:
        """What else explains most of what agrees (``household``, ...); empty when nothing does."""
        return self._native.relation

    @property
    def related(self) -> float:
        """The bits that the relation takes off, at most 0."""
        return self._native.related

    @property
    def change(self) -> str:
        """What may have changed so that records of one differ (a move, ...); empty when nothing."""
        return self._native.change

    @property
    def changed(self) -> float:
        """The bits given back for it."""
        return self._native.changed

    @property
    def rule(self) -> str:
        """Of a model with rules: the rule that holds, or what the nearest one wants."""
        return self._native.rule

    @property
    def ruled(self) -> float:
        """The bits that the rules add or take, so that they decide."""
        return self._native.ruled

    @property
    def candidate(self) -> bool:
        """False when the pair was only compared for this explanation."""
        return self._native.candidate

    @property
    def levels(self) -> Table:
        """Table: field, left, right, level, base, frequency, weight."""
        return of_native(self._native.to_table())

    def to_json(self) -> str:
        """The explanation as JSON."""
        return self._native.to_json()

    def plot(self, ax: Any = None) -> Any:
        """The evidence as a waterfall chart. Needs matplotlib; returns its axes."""
        levels = self.levels
        steps = list(zip(levels["field"], levels["weight"]))
        return waterfall(steps, f"{self.weight:.1f} bits, probability {self.probability:.4f}", ax)

    def __str__(self) -> str:
        return self._native.to_text().rstrip("\n")

    def __repr__(self) -> str:
        return f"<galena.Explanation: probability {self.probability:.4f}, {self.weight:.2f} bits>"

    def _repr_html_(self) -> str:
        levels = self.levels
        names = ("field", "left", "right", "level", "weight")
        rows = [[row[name] for name in names] for row in levels]
        caption = f"probability {self.probability:.4f}, weight {self.weight:.2f} bits"
        return _html.table(names, rows, len(rows), caption)


class ClusterExplanation:
    """How a cluster holds together."""

    __slots__ = ("cluster", "members", "joins", "weakest", "average", "_text", "_json")

    def __init__(self, native: tuple[Any, ...], id_of: type) -> None:
        cluster, members, joins, self.weakest, self.average, self._text, self._json = native
        #: the id of the cluster
        self.cluster: Id = id_of(cluster)
        #: the ids of its members
        self.members: list[Id] = [id_of(member) for member in members]
        #: Table left, right, weight, probability: the strongest pairs that connect all members
        self.joins = Table(
            {
                "left": [id_of(join[0]) for join in joins],
                "right": [id_of(join[1]) for join in joins],
                "weight": [join[2] for join in joins],
                "probability": [join[3] for join in joins],
            }
        )

    def to_json(self) -> str:
        """The explanation as JSON."""
        return str(self._json)

    def __str__(self) -> str:
        return str(self._text).rstrip("\n")

    def __repr__(self) -> str:
        return f"<galena.ClusterExplanation {self.cluster}: {len(self.members)} members>"

    def _repr_html_(self) -> str:
        return self.joins._repr_html_()
