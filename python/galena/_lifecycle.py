"""Processes: how records are worked, step by step."""

from __future__ import annotations

import datetime
from typing import Any, Mapping, NamedTuple

from galena import _galena, _html
from galena._actor import Actor
from galena._data import record_dict
from galena._schema import Finding, Schema, json_text
from galena._step import Attempt, Available, Instance, Obstacle, Step
from galena._values import Id, RecordLike

_NOBODY = Actor("")


class Status(NamedTuple):
    """One status of a process."""

    id: str
    label: str
    category: str  #: open.new, open.working, open.waiting, closed.converted, closed.positive, ...
    guidance: str
    key_fields: list[str]
    probability: float | None


class Process:
    """How records of one kind are worked: statuses, and the transitions between them. Immutable.

    >>> process = galena.processes.lead()
    >>> instance = process.start(now=now, record="l1")
    >>> step = process.step(instance, "contact", record=lead, actor=galena.Actor("u1"), now=now)
    >>> step.accepted, step.instance.status
    (True, 'contacted')
    """

    __slots__ = ("_native", "_schema")

    def __init__(self, native: _galena.Process, schema: Schema | None = None) -> None:
        self._native = native
        self._schema = schema

    @classmethod
    def from_json(
        cls, text_or_dict: str | Mapping[str, Any], schema: Schema | None = None
    ) -> Process:
        """Reads a process; every problem is reported with its JSON pointer.

        With a ``schema``, its fields and guards are checked against it now; without one, records are
        taken as they come, and a field that a record lacks is blank.
        """
        if schema is not None and not isinstance(schema, _galena.Schema):
            raise TypeError(f"schema must be a galena.Schema, not {type(schema).__name__}")
        return cls(_galena.Process.parse(json_text(text_or_dict, "a process"), schema), schema)

    @property
    def name(self) -> str:
        """The name of the process."""
        return self._native.name

    @property
    def version(self) -> int:
        """The version of the definition."""
        return self._native.version

    @property
    def hash(self) -> str:
        """SHA-256 of ``to_json()``."""
        return self._native.hash

    @property
    def field(self) -> str:
        """The field of the record that holds the status; empty when none does."""
        return self._native.field

    @property
    def initial(self) -> str:
        """The status in which an instance starts."""
        return self._native.initial

    @property
    def statuses(self) -> list[Status]:
        """All statuses, in order."""
        return [Status(*status) for status in self._native.statuses()]

    @property
    def events(self) -> list[str]:
        """All events, sorted."""
        return self._native.events

    @property
    def fields(self) -> list[str]:
        """The fields that guards, required fields, effects and key fields name."""
        return self._native.fields_read

    def start(
        self, *, now: datetime.datetime, record: Id | RecordLike | None = None
    ) -> Instance:
        """A new instance in the initial status.

        ``record`` is the record's id, or the record itself, whose ``id`` is taken.
        """
        if record is None:
            name = ""
        elif isinstance(record, (int, str)):
            name = str(record)
        else:
            found = record_dict(record).get("id")
            name = "" if found is None else str(found)
        return Instance(self._native.start(name, now))

    def step(
        self,
        instance: Instance,
        event: str,
        *,
        record: RecordLike | None = None,
        actor: Actor = _NOBODY,
        now: datetime.datetime,
        reason: str | None = None,
        version: int | None = None,
    ) -> Step:
        """Tries an event. A step that is refused is a result, not an exception: see ``rejection``.

        Nothing is changed: the step carries the new instance. ``version`` is the version that the
        instance is expected to have; another one is a rejection ``version_conflict``.
        """
        _need_actor(actor)
        return Step(
            self._native.step(
                instance=instance,
                event=event,
                record=_record(record),
                user=actor.user,
                roles=list(actor.roles),
                partner=actor.partner or "",
                now=now,
                reason=reason or "",
                version=version,
            )
        )

    def available(
        self,
        instance: Instance,
        *,
        record: RecordLike | None = None,
        actor: Actor = _NOBODY,
        now: datetime.datetime | None = None,
    ) -> list[Available]:
        """The events of the present status, with what is missing for those that are not allowed.

        ``now`` matters only to guards that ask for today; without it, the instant of the last step.
        """
        _need_actor(actor)
        events = self._native.available(
            instance=instance,
            record=_record(record),
            user=actor.user,
            roles=list(actor.roles),
            partner=actor.partner or "",
            now=now,
        )
        return [
            Available(
                event,
                allowed,
                to,
                reasons,
                [Obstacle(*warning) for warning in warnings],
                [Attempt.of(attempt) for attempt in attempts],
            )
            for event, allowed, to, reasons, warnings, attempts in events
        ]

    def events_between(self, start: str, goal: str) -> list[str]:
        """The events of a shortest way from one status to another, guards aside."""
        return self._native.events_between(start, goal)

    def verify(self) -> list[Finding]:
        """Unreachable statuses, dead ends, traps and shadowed transitions."""
        return [Finding(*finding) for finding in self._native.verify()]

    def to_mermaid(self, language: str = "") -> str:
        """The process as a Mermaid state diagram, for Markdown."""
        return self._native.to_mermaid(language)

    def to_dot(self, language: str = "") -> str:
        """The process for Graphviz."""
        return self._native.to_dot(language)

    def to_scxml(self) -> str:
        """The process as W3C State Chart XML."""
        return self._native.to_scxml()

    def to_json(self) -> str:
        """The canonical JSON form."""
        return self._native.to_json()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Process) and self.to_json() == other.to_json()

    def __hash__(self) -> int:
        return hash(self.to_json())

    def __repr__(self) -> str:
        return f"<galena.Process {self.name!r} version {self.version}: {len(self.statuses)} statuses>"

    def _repr_html_(self) -> str:
        rows = [(s.id, s.label, s.category, s.guidance) for s in self.statuses]
        return _html.table(("status", "label", "category", "guidance"), rows, len(rows), self.name)


def _record(record: RecordLike | None) -> dict[str, Any]:
    return {} if record is None else record_dict(record)


def _need_actor(actor: object) -> None:
    if not isinstance(actor, Actor):
        raise TypeError(f"actor must be a galena.Actor, not {type(actor).__name__}")
