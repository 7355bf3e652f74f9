"""Rule sets and routers: who gets a record, and why."""

from __future__ import annotations

import datetime
import json
from typing import Any, Mapping, NamedTuple, Sequence

from galena import _galena, _html
from galena._data import native_table, record_dict
from galena._decision import Decision
from galena._errors import InvalidArgument, Problem, Unsupported
from galena._fit import table_for
from galena._progress import callback_for
from galena._schema import Finding, Schema, json_text
from galena._table import Column, Table
from galena._values import DataLike, ProgressLike, RecordLike


class EntryReading(NamedTuple):
    """What the condition of one entry says of a record."""

    position: int  #: among the entries, from 0
    entry: str  #: its id
    outcome: str  #: ``match``, ``no_match`` or ``evaluation_error``
    lines: list[str]  #: one sentence for each value that was read

    def __str__(self) -> str:
        return "\n".join([f"{self.entry}: {self.outcome}", *(f"  {line}" for line in self.lines)])


class RuleExplanation:
    """Why a record went where it went: the entry that decided, and those that nearly did."""

    __slots__ = ("decided", "near_misses", "_text", "_json")

    def __init__(self, native: tuple[Any, list[Any], str, str]) -> None:
        decided, near, self._text, self._json = native
        #: the entry that decided, with the values it read; None when none matched
        self.decided = EntryReading(*decided) if decided is not None else None
        #: entries of several criteria that a single one of them kept from matching
        self.near_misses = [EntryReading(*miss) for miss in near]

    @property
    def entry(self) -> str | None:
        """The id of the entry that decided; None when none matched."""
        return self.decided.entry if self.decided is not None else None

    def to_json(self) -> str:
        """The explanation as JSON."""
        return self._json

    def __str__(self) -> str:
        return self._text.rstrip("\n")

    def __repr__(self) -> str:
        return f"<galena.RuleExplanation: {self.entry}, {len(self.near_misses)} near misses>"

    def _repr_html_(self) -> str:
        rows = [] if self.decided is None else [("decided", *_cells(self.decided))]
        rows += [("near miss", *_cells(miss)) for miss in self.near_misses]
        return _html.table(("", "entry", "outcome", "read"), rows, len(rows))


class RuleDiff:
    """What a change of rules would do to the same records."""

    __slots__ = ("rows", "changes", "loads", "unassigned_before", "unassigned_after")

    def __init__(self, rows: int, changes: Table, loads: Table, before: int, after: int) -> None:
        #: records compared
        self.rows = rows
        #: Table: id, entry_before, owner_before, entry_after, owner_after; who changes hands
        self.changes = changes
        #: Table: owner_kind, owner, before, after; the number of records of each owner
        self.loads = loads
        #: records that went to the default owner
        self.unassigned_before = before
        self.unassigned_after = after

    def __repr__(self) -> str:
        return f"<galena.RuleDiff: {len(self.changes)} of {self.rows} records change hands>"

    def _repr_html_(self) -> str:
        return self.loads._repr_html_() + self.changes._repr_html_()


class RuleSet:
    """An ordered list of entries "when - assign to"; the first that matches decides.

    >>> rules = galena.RuleSet.from_json({
    ...     "name": "inbound", "entity": "lead", "default_owner": {"queue": "unassigned"},
    ...     "entries": [{"id": "dach", "assign": {"user": "u1"},
    ...                  "when": {"criteria": [{"field": "country", "op": "equals", "value": "DE"}]}}]})
    >>> rules.match({"country": ["US", "DE"]}).to_list()
    [-1, 0]
    >>> print(rules.explain({"country": "DE"}))
    matched: dach
      country equals "DE": yes, country is "DE"
    """

    __slots__ = ("_native", "_schema")

    def __init__(self, native: _galena.RuleSet, schema: Schema | None = None) -> None:
        self._native = native
        self._schema = schema

    @classmethod
    def from_json(
        cls, text_or_dict: str | Mapping[str, Any], schema: Schema | None = None
    ) -> RuleSet:
        """Reads a rule set; every problem is reported with its JSON pointer.

        With a ``schema``, conditions are checked against it now; without one, against the columns of
        the data that comes.
        """
        if schema is not None and not isinstance(schema, _galena.Schema):
            raise TypeError(f"schema must be a galena.Schema, not {type(schema).__name__}")
        return cls(_galena.RuleSet.parse(json_text(text_or_dict, "a rule set"), schema), schema)

    @property
    def name(self) -> str:
        """The name of the rule set."""
        return self._native.name

    @property
    def entity(self) -> str:
        """The entity it is for, such as ``lead``."""
        return self._native.entity

    @property
    def entries(self) -> list[str]:
        """The ids of the entries, in order."""
        return self._native.entries

    @property
    def fields(self) -> list[str]:
        """The fields that conditions read, and the owner field."""
        return self._native.fields

    @property
    def schema(self) -> Schema | None:
        """The schema it was given."""
        return self._schema

    @property
    def hash(self) -> str:
        """SHA-256 of ``to_json()``."""
        return self._native.hash

    def to_json(self) -> str:
        """The canonical JSON form."""
        return self._native.to_json()

    def match(self, data: DataLike, *, now: datetime.datetime | None = None) -> Column:
        """A column of int32, one a row: the index of the first matching entry.

        -1: no entry matches; -2: a value could not be compared (``evaluation_error``).
        """
        return Column(self._native.match(table_for(data, self._schema), now))

    def explain(
        self, record: RecordLike, *, now: datetime.datetime | None = None
    ) -> RuleExplanation:
        """Which entry decides a record, with the values it read, and the near misses."""
        return RuleExplanation(self._native.explain(record_dict(record), now))

    def why_not(
        self, record: RecordLike, entry: str, *, now: datetime.datetime | None = None
    ) -> EntryReading:
        """What kept one entry from matching a record: the fewest criteria that would have to hold."""
        return EntryReading(*self._native.why_not(record_dict(record), entry, now))

    def lint(self) -> list[Finding]:
        """Unreachable entries, contradictions, empty pools, and the like."""
        return [Finding(*finding) for finding in self._native.lint()]

    def diff(
        self,
        other: RuleSet,
        data: DataLike,
        *,
        now: datetime.datetime | None = None,
        id: str | None = None,
    ) -> RuleDiff:
        """Who would change hands if ``other`` took the place of these rules."""
        if not isinstance(other, RuleSet):
            raise TypeError(f"other must be a galena.RuleSet, not {type(other).__name__}")
        given = native_table(data)
        table = table_for(given, self._schema)
        rows, changes, loads, before, after = self._native.diff(other._native, table, now)
        numbers = changes.column("row").to_list()
        ids = Column(given.column(id)) if id is not None else None
        columns: dict[str, Sequence[Any]] = {"id": [ids[n] for n in numbers] if ids else numbers}
        columns.update((name, changes.column(name).to_list()) for name in changes.names[1:])
        return RuleDiff(rows, Table(columns), Table(loads), before, after)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, RuleSet) and self.to_json() == other.to_json()

    def __hash__(self) -> int:
        return hash(self.to_json())

    def __repr__(self) -> str:
        return f"<galena.RuleSet {self.name!r}: {len(self.entries)} entries>"

    def _repr_html_(self) -> str:
        entries = json.loads(self.to_json())["entries"]
        rows = [(e["id"], json.dumps(e["when"]), json.dumps(e["assign"])) for e in entries]
        return _html.table(("entry", "when", "assign"), rows, len(rows), self.name)


class Router:
    """Assigns records by a rule set, taking turns in pools.

    ``pools`` replaces pools of the rule set by id, or adds some. ``state`` is what ``router.state``
    gave: the turns go on from there. A batch gives exactly what one by one gives.

    >>> router = galena.Router(rules)
    >>> router.assign(leads, now=now, id="lead_id").column_names
    ['id', 'entry', 'target_kind', 'target', 'owner', 'reason']
    >>> store(router.state)
    """

    __slots__ = ("_rules", "_native")

    def __init__(
        self,
        rules: RuleSet | str | Mapping[str, Any],
        pools: Sequence[Mapping[str, Any]] | None = None,
        state: str | None = None,
        calendars: object = None,
    ) -> None:
        if calendars is not None:
            raise Unsupported(
                [Problem("UNSUPPORTED", "calendars", "calendars",
                         "calendars are not supported by this version", "leave calendars out")]
            )
        if state is not None and not isinstance(state, str):
            raise TypeError(f"state must be the text of router.state, not {type(state).__name__}")
        self._rules = _with_pools(_rule_set(rules), pools)
        self._native = _galena.Router(self._rules._native, state)

    @property
    def rules(self) -> RuleSet:
        """The rule set, with the pools that were given."""
        return self._rules

    @property
    def state(self) -> str:
        """The turns of all pools as JSON text: give it back to continue."""
        return self._native.state

    @state.setter
    def state(self, text: str) -> None:
        self._native.state = text

    def decide(self, record: RecordLike, *, now: datetime.datetime) -> Decision:
        """Decides one record and takes the turn."""
        native = self._native.decide(record_dict(record), now)
        return Decision(native, lambda: str(self.explain(Decision(native))))

    def explain(self, decision: Decision) -> RuleExplanation:
        """Why a decision of these rules was made, from what it recorded: no record is needed."""
        return RuleExplanation(self._rules._native.explain_decision(decision._native))

    def assign(
        self,
        data: DataLike,
        *,
        now: datetime.datetime,
        id: str | None = None,
        progress: ProgressLike = None,
    ) -> Table:
        """Decides every row in order: a Table id, entry, target_kind, target, owner, reason.

        ``id`` names the column of ids; without it, row numbers from 0. What stops the work half-way
        (Ctrl-C, a progress callback that raises) leaves ``state`` as it was.
        """
        given = native_table(data)
        ids = given.column(id) if id is not None else None
        table = table_for(given, self._rules.schema)
        return Table(self._native.assign(table, now, ids, callback_for(progress)))

    def __repr__(self) -> str:
        return f"<galena.Router {self._rules.name!r}: {len(self._rules.entries)} entries>"


def route(
    data: DataLike,
    rules: RuleSet | str | Mapping[str, Any],
    *,
    now: datetime.datetime,
    id: str | None = None,
    progress: ProgressLike = None,
) -> Table:
    """Assigns every row by a rule set whose pools start without history.

    >>> galena.route(leads, rules, now=now)["owner"].to_list()
    ['u1', 'u2', 'unassigned']
    """
    return Router(rules).assign(data, now=now, id=id, progress=progress)


def _rule_set(rules: object) -> RuleSet:
    if isinstance(rules, RuleSet):
        return rules
    if isinstance(rules, (str, Mapping)):
        return RuleSet.from_json(rules)
    raise TypeError(f"rules must be a galena.RuleSet, JSON text or a dict, not {type(rules).__name__}")


def _with_pools(rules: RuleSet, pools: Sequence[Mapping[str, Any]] | None) -> RuleSet:
    if pools is None:
        return rules
    for i, pool in enumerate(pools):
        if not isinstance(pool, Mapping) or "id" not in pool:
            raise InvalidArgument("a pool is a dict with an id", f"/pools/{i}")
    definition = json.loads(rules.to_json())
    given = {pool["id"]: dict(pool) for pool in pools}
    kept = [given.pop(pool["id"], pool) for pool in definition.get("pools", [])]
    definition["pools"] = kept + list(given.values())
    return RuleSet.from_json(definition, rules.schema)


def _cells(reading: EntryReading) -> tuple[str, str, str]:
    return reading.entry, reading.outcome, "; ".join(reading.lines)
