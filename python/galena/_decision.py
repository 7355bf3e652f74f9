"""Decisions: what changes, what the host must carry out, and what explains it."""

from __future__ import annotations

import datetime
from typing import Any, Callable, NamedTuple, cast

from galena import _galena, _html


class Effect(NamedTuple):
    """One thing the host must carry out: at least once, harmless twice (``key`` tells repeats)."""

    kind: str  #: send_message, notify, create_task, ...
    key: str
    subject: str  #: the record it is about
    recipient: str  #: user, queue, role or address
    due: datetime.datetime | None
    payload: dict[str, Any]


class Change(NamedTuple):
    """A field's new value."""

    field: str
    before: Any
    after: Any


class Counter(NamedTuple):
    """A number of the engine's state that the decision moved."""

    name: str
    before: int
    after: int


class Decision:
    """What an engine answers. The same inputs give the same bytes (``to_json``) and ``digest``.

    >>> decision = router.decide({"country": "DE"}, now=now)
    >>> decision.reason, decision.changes
    ('assigned', [Change(field='owner', before=None, after='u1')])
    """

    __slots__ = ("_native", "_explain")

    def __init__(
        self, native: _galena.Decision, explain: Callable[[], str] | None = None
    ) -> None:
        self._native = native
        self._explain = explain

    @property
    def engine(self) -> str:
        """``"assign"``, ``"lifecycle"``, ..."""
        return self._native.engine

    @property
    def definition(self) -> str:
        """The name of the definition that decided."""
        return self._native.definition

    @property
    def definition_hash(self) -> str:
        """The content hash of that definition."""
        return self._native.definition_hash

    @property
    def rule(self) -> str:
        """The entry, transition or level that decided; may be empty."""
        return self._native.rule

    @property
    def reason(self) -> str:
        """The closed reason code of the engine."""
        return self._native.reason

    @property
    def at(self) -> datetime.datetime | None:
        """When it was decided: the ``now`` of the call."""
        return cast("datetime.datetime | None", self._native.at)

    @property
    def changes(self) -> list[Change]:
        """The fields that change."""
        return [Change(*change) for change in self._native.changes]

    @property
    def effects(self) -> list[Effect]:
        """What the host must carry out."""
        return [Effect(*effect) for effect in self._native.effects]

    @property
    def readings(self) -> dict[str, Any]:
        """The values that the rule read."""
        return self._native.readings

    @property
    def counters(self) -> list[Counter]:
        """The state before and after."""
        return [Counter(*counter) for counter in self._native.counters]

    @property
    def digest(self) -> str:
        """SHA-256 of ``to_json()``."""
        return self._native.digest()

    def to_json(self) -> str:
        """The canonical JSON: the same bytes in C++, C and Python."""
        return self._native.to_json()

    def identified(self, id: str) -> Decision:
        """The same decision with an id of the host's, from which its effects get their keys."""
        return Decision(self._native.identified(id), self._explain)

    def explain(self) -> str:
        """Why it was decided so, in lines of English."""
        lines = [f"{self.engine} '{self.definition}': {self.reason}"]
        if self._explain is not None:
            lines += [f"  {line}" for line in self._explain().splitlines()]
        else:
            lines += [f"  rule {self.rule}"] if self.rule else []
            lines += [f"  read {name} = {_shown(value)}" for name, value in self.readings.items()]
        lines += [
            f"  set {change.field}: {_shown(change.before)} -> {_shown(change.after)}"
            for change in self.changes
        ]
        lines += [f"  {effect.kind} to {effect.recipient or 'the host'}" for effect in self.effects]
        lines += [
            f"  count {counter.name}: {counter.before} -> {counter.after}"
            for counter in self.counters
        ]
        return "\n".join(lines)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Decision) and self.to_json() == other.to_json()

    def __hash__(self) -> int:
        return hash(self.to_json())

    def __repr__(self) -> str:
        return f"<galena.Decision {self.engine} {self.definition!r}: {self.reason} {self.rule}>"

    def _repr_html_(self) -> str:
        rows = [line.strip().split(" ", 1) for line in self.explain().splitlines()]
        return _html.table(("", ""), [(row + [""])[:2] for row in rows], len(rows))


def _shown(value: Any) -> str:
    return "(blank)" if value is None or value == "" else str(value)
