"""The live index: records come and go, and one is looked up while it is being typed."""

from __future__ import annotations

import os
from typing import Any, NamedTuple

from galena import _galena, _html
from galena._data import native_table, record_dict
from galena._errors import InvalidArgument, NotFound, Problem
from galena._explanation import Explanation
from galena._match import FieldsLike, Model, named_kinds
from galena._normalise import Host, NormaliserLike
from galena._progress import callback_for
from galena._values import DataLike, Id, PathLike, ProgressLike, RecordLike


class Match(NamedTuple):
    """A record of an index that may be the one asked for."""

    id: Id
    probability: float
    weight: float  #: bits


class Index:
    """Finds the records that are probably the same as one given, while others are added.

    ``model_or_preset`` is a ``galena.Model`` or the name of a preset. ``fields`` maps keys of records
    to kinds; None takes the keys of the first record, or the columns of the first table, for what
    their names and values say. One thread writes at a time; any number may find meanwhile.
    ``normaliser`` as in ``galena.dedupe``: asked about each value of a record that is added, updated,
    looked up or explained, on the thread of that call. The index keeps what it answered.

    >>> index = galena.Index("person", {"name": "full_name", "email": "email"})
    >>> index.add("l1", {"name": "Ann Smith", "email": "ann@x.org"})
    >>> [match.id for match in index.find({"name": "Anne Smith", "email": "ann@x.org"})]
    ['l1']
    """

    __slots__ = ("_host", "_model", "_native")

    def __init__(
        self,
        model_or_preset: Model | str,
        fields: FieldsLike | None = None,
        *,
        normaliser: NormaliserLike = None,
    ) -> None:
        if isinstance(model_or_preset, str):
            model_or_preset = Model.preset(model_or_preset)
        if not isinstance(model_or_preset, Model):
            raise TypeError(
                f"an index needs a galena.Model or the name of a preset, "
                f"not {type(model_or_preset).__name__}"
            )
        self._host = Host(normaliser, lasting=True)
        self._model = model_or_preset
        self._native: _galena.Index | None = None
        if fields is not None:
            self._native = _galena.Index(
                model_or_preset._native, named_kinds(fields), self._host.native
            )

    @classmethod
    def open(cls, path: PathLike, *, normaliser: NormaliserLike = None) -> Index:
        """Reads what ``save`` wrote; Corrupt for a file that was changed or cut short.

        An index that had a normaliser needs the same one: InvalidArgument "wrong_normaliser".
        """
        host = Host(normaliser, lasting=True)
        native = _galena.Index.open(os.fspath(path), host.native)
        index = cls(Model(native.model))
        index._host = host
        index._native = native
        return index

    @property
    def model(self) -> Model:
        """The model that weighs the evidence."""
        return self._model

    @property
    def fields(self) -> dict[str, str]:
        """Key -> the kind it is taken for; empty before the first record when none were given."""
        return {} if self._native is None else self._native.fields

    def add(self, id: Id, record: RecordLike) -> None:
        """Adds a record; AlreadyExists when the id is there."""
        values = record_dict(record)
        native = self._native
        if native is None:  # an empty index is false, but has its fields
            native = self._for(_galena.Table.from_rows([values]))
        with self._host:
            native.add(id, values)
        self._native = native

    def update(self, id: Id, record: RecordLike) -> None:
        """Replaces a record's values; NotFound when the id is not there."""
        with self._host:
            self._known(id).update(id, record_dict(record))

    def remove(self, id: Id) -> None:
        """Takes a record out; NotFound when the id is not there."""
        self._known(id).remove(id)

    def add_many(
        self, data: DataLike, id: str | None = None, *, progress: ProgressLike = None
    ) -> None:
        """Adds all rows; ``id`` names the column of ids, without it they are row numbers from 0."""
        table = native_table(data)
        native = self._native
        if native is None:
            native = self._for(table, id)
        with self._host:
            native.add_all(table, id or "", callback_for(progress))
        self._native = native

    def find(
        self, record: RecordLike, limit: int = 10, min_probability: float = 0.5
    ) -> list[Match]:
        """The records most probably the same, best first."""
        values = record_dict(record)
        if isinstance(limit, bool) or not isinstance(limit, int):
            raise TypeError(f"limit must be an int, not {type(limit).__name__}")
        if limit < 0:
            raise InvalidArgument(f"limit must be 0 or more, not {limit}", "limit")
        if self._native is None:
            return []
        with self._host:
            return [Match(*match) for match in self._native.find(values, limit, min_probability)]

    def cluster(self, id: Id) -> list[Id]:
        """The ids of the cluster that a record is in, least first; the first names it."""
        return self._known(id).cluster(id)

    def explain(self, record_or_id: RecordLike | Id, id: Id) -> Explanation:
        """Why a record, or the record of another id, and a record are or are not one."""
        given: Any = record_or_id
        if not isinstance(given, (int, str)):
            given = record_dict(given)
        with self._host:
            return Explanation(self._known(id).explain(given, id))

    def save(self, path: PathLike) -> None:
        """Writes the index to one file, replacing it as a whole."""
        if self._native is None:
            raise InvalidArgument(
                "the index has neither fields nor records yet; give fields=, or add a record", "fields"
            )
        self._native.save(os.fspath(path))

    def __len__(self) -> int:
        return 0 if self._native is None else len(self._native)

    def __contains__(self, id: object) -> bool:
        if isinstance(id, bool) or not isinstance(id, (int, str)) or self._native is None:
            return False
        return self._native.contains(id)

    def __repr__(self) -> str:
        return f"<galena.Index: {len(self)} records; {', '.join(self.fields)}>"

    def _repr_html_(self) -> str:
        rows = list(self.fields.items())
        return _html.table(("field", "kind"), rows, len(rows), f"{len(self)} records")

    def _for(self, table: _galena.Table, id: str | None = None) -> _galena.Index:
        """A native index for records like these."""
        kinds = _galena.infer_fields(table, [] if id is None else [id])
        fields = [(name, kind) for name, kind in kinds if kind != "ignore" and name != id]
        return _galena.Index(self._model._native, fields, self._host.native)

    def _known(self, id: object) -> _galena.Index:
        if isinstance(id, bool) or not isinstance(id, (int, str)):
            raise TypeError(f"an id must be int or str, not {type(id).__name__}")
        if self._native is None:
            raise NotFound([Problem("NOT_FOUND", "unknown_id", str(id),
                                    f"the index has no record '{id}'")])
        return self._native
