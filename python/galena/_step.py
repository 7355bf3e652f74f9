"""Steps: what a process answers to an event, and where a record stands after it."""

from __future__ import annotations

import datetime
from typing import Any, NamedTuple

from galena import _galena, _html
from galena._decision import Decision, Effect
from galena._errors import from_problems


class Obstacle(NamedTuple):
    """One thing in the way of a transition."""

    code: str  #: missing_role, guard_failed, missing_fields, missing_reason, ...
    names: list[str]  #: the roles, fields or reasons concerned
    readings: dict[str, Any]  #: values that the guard read
    message: str

    def __str__(self) -> str:
        return self.message


class Attempt(NamedTuple):
    """One transition that was tried, and everything that stood in its way."""

    transition: int  #: its number in the definition
    to: str
    mode: str  #: enforced or advisory
    obstacles: list[Obstacle]

    @classmethod
    def of(cls, native: tuple[int, str, str, list[Any]]) -> Attempt:
        """From the tuple of the compiled part."""
        transition, to, mode, obstacles = native
        return cls(transition, to, mode, [Obstacle(*each) for each in obstacles])


class Rejection:
    """Why a step was not made: every transition that was tried, and why not."""

    __slots__ = ("code", "detail", "message", "attempts", "possible_events", "_json")

    def __init__(self, native: tuple[str, str, str, list[Any], list[str], str]) -> None:
        #: the status, such as ``"DENIED_BY_RULE"``
        self.code = native[0]
        #: not_allowed, wrong_status, unknown_event, version_conflict, ...
        self.detail = native[1]
        #: in English
        self.message = native[2]
        #: every transition of this status and event
        self.attempts = [Attempt.of(attempt) for attempt in native[3]]
        #: when the event leads nowhere from here: those that do
        self.possible_events = native[4]
        self._json = native[5]

    def to_json(self) -> str:
        """The canonical JSON."""
        return self._json

    def __str__(self) -> str:
        lines = [self.message]
        for attempt in self.attempts:
            lines += [f"  to {attempt.to}: {obstacle}" for obstacle in attempt.obstacles]
        return "\n".join(lines)

    def __repr__(self) -> str:
        return f"<galena.Rejection {self.detail}: {self.message}>"

    def _repr_html_(self) -> str:
        return _html.lines(self)


class AuditEntry(NamedTuple):
    """What is kept of a step that was made."""

    record: str
    at: datetime.datetime
    actor: str
    partner: str
    from_status: str
    event: str
    to_status: str
    transition: int
    reason: str
    definition_hash: str
    version_before: int
    version_after: int
    readings: dict[str, Any]
    warnings: list[str]
    json: str

    def to_json(self) -> str:
        """The canonical JSON."""
        return self.json


class Available(NamedTuple):
    """An event that the present status knows."""

    event: str
    allowed: bool  #: a step with one of ``reasons`` would be accepted
    to: str  #: where it leads; empty when it is not allowed
    reasons: list[str]  #: one must be given; empty: none is needed
    warnings: list[Obstacle]
    attempts: list[Attempt]  #: when it is not allowed: what is missing


class Instance(_galena.Instance):
    """Where one record stands in its process: a small value that the host stores.

    ``version`` grows by one with each step: store with compare-and-swap on it.

    >>> instance = process.start(now=now)
    >>> galena.Instance.from_json(instance.to_json()) == instance
    True
    """

    @classmethod
    def from_json(cls, text: str) -> Instance:
        """Reads what ``to_json()`` wrote."""
        return cls(_galena.Instance.parse(text))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _galena.Instance) and self.to_json() == other.to_json()

    def __hash__(self) -> int:
        return hash(self.to_json())

    def __repr__(self) -> str:
        return f"<galena.Instance {self.process} {self.record}: {self.status}, version {self.version}>"

    def _repr_html_(self) -> str:
        names = ("record", "process", "status", "version", "entered", "closed_at")
        return _html.table(("", ""), [(name, getattr(self, name)) for name in names], len(names))


class Step:
    """What a step answers: accepted, or the rejection."""

    __slots__ = ("_native",)

    def __init__(self, native: _galena.Step) -> None:
        self._native = native

    @property
    def accepted(self) -> bool:
        """Whether the step was made."""
        return self._native.accepted

    @property
    def instance(self) -> Instance:
        """The instance after the step; unchanged when it was rejected."""
        return Instance(self._native.instance)

    @property
    def decision(self) -> Decision:
        """Changes, effects and what explains them."""
        return Decision(self._native.decision)

    @property
    def effects(self) -> list[Effect]:
        """What the host must carry out."""
        return self.decision.effects

    @property
    def audit(self) -> AuditEntry | None:
        """The entry to keep; None when the step was rejected."""
        audit = self._native.audit
        return None if audit is None else AuditEntry(*audit)

    @property
    def warnings(self) -> list[Obstacle]:
        """What an advisory transition found missing."""
        return [Obstacle(*warning) for warning in self._native.warnings]

    @property
    def rejection(self) -> Rejection | None:
        """Every transition tried and why not; None when the step was accepted."""
        rejection = self._native.rejection
        return None if rejection is None else Rejection(rejection)

    def check(self) -> Instance:
        """The instance after the step; raises the rejection (IllegalTransition, DeniedByRule, ...)."""
        if not self.accepted:
            raise from_problems(self._native.problems())
        return self.instance

    def __bool__(self) -> bool:
        return self.accepted

    def __repr__(self) -> str:
        if self.accepted:
            return f"<galena.Step: {self.instance.status}>"
        return f"<galena.Step rejected: {self._native.decision.reason}>"

    def _repr_html_(self) -> str:
        return _html.lines(self.rejection or self.decision.explain())
