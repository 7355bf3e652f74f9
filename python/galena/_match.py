"""Duplicates: which rows of a table, or of two, are one person or company."""

from __future__ import annotations

import operator
import os
import warnings
from typing import Any, Iterable, List, Mapping, Optional, Sequence, Tuple, Union, cast

from galena import _galena, _html
from galena._data import left_out, native_table, record_dict
from galena._errors import InvalidArgument, NotFound
from galena._explanation import ClusterExplanation, Explanation
from galena._normalise import Host, NormaliserLike
from galena._progress import callback_for
from galena._table import Table, of_native
from galena._values import DataLike, Id, ProgressLike, RecordLike

#: Column -> kind, such as ``{"Surname": "last_name"}``.
FieldsLike = Mapping[str, str]

#: Blocking keys, such as ``[["email"], ["last_name:sound", "postcode"]]``.
BlockingLike = Iterable[Sequence[str]]

#: Pairs of ids: a list of them, or a table with columns ``left`` and ``right``.
PairsLike = Union[Iterable[Tuple[Id, Id]], DataLike]

_NamedKinds = List[Tuple[str, str]]


class Model:
    """How much evidence each agreement and disagreement is. Immutable.

    >>> model = galena.Model.preset("person")
    >>> model.compare({"first_name": "Ann", "last_name": "Smith", "email": "ann@x.org"},
    ...               {"first_name": "Anne", "last_name": "Smith", "email": "ann@x.org"}).weight > 0
    True
    """

    __slots__ = ("_native",)

    def __init__(self, native: _galena.Model) -> None:
        self._native = native

    @classmethod
    def preset(cls, name: str) -> Model:
        """Built-in weights: person, lead, contact, account or crm_standard_rules."""
        return cls(_galena.Model.of_preset(name))

    @classmethod
    def from_json(cls, text: str) -> Model:
        """Reads what ``to_json()`` wrote; every problem is reported with its JSON pointer."""
        if not isinstance(text, str):
            raise TypeError(f"a model is read from JSON text, not {type(text).__name__}")
        return cls(_galena.Model.parse(text))

    @classmethod
    def from_splink(cls, json_text: str) -> Model:
        """Imports the JSON that Splink 4 or 5 saves a trained model as (``save_model_to_json``).

        A pair gets the weight that Splink gives it. Conditions that are none of Splink's comparison
        library on texts and dates are refused, all of them at once, with their JSON pointers.
        Blocking rules are not read. Where a level was not trained it has the probability that Splink 5
        predicts with, and a warning (UserWarning) says so.
        """
        if not isinstance(json_text, str):
            raise TypeError(f"a model is read from JSON text, not {type(json_text).__name__}")
        native, untrained = _galena.Model.of_splink(json_text)
        if untrained:
            more = f", and {len(untrained) - 1} more" if len(untrained) > 1 else ""
            warnings.warn(
                f"the model is not fully trained, and has the probabilities that Splink predicts with: "
                f"{untrained[0]}{more}",
                stacklevel=2,
            )
        return cls(native)

    @classmethod
    def train(
        cls,
        data: DataLike,
        fields: FieldsLike | None = None,
        preset: str | None = None,
        pairs: DataLike | None = None,
        labels: DataLike | None = None,
        *,
        id: str | None = None,
        blocking: BlockingLike | None = None,
        threads: int | None = None,
        normaliser: NormaliserLike = None,
        progress: ProgressLike = None,
    ) -> Model:
        """A model whose probabilities are those of ``data``.

        ``dedupe`` and ``link`` train the preset they start from themselves; this gives the model
        for use elsewhere, as in an ``Index``. ``labels`` (columns left, right, is_match: pairs that
        somebody judged) are counted beside what ``data`` teaches without them, which weighs as
        much as 200 of them, and calibrate the probabilities; ``pairs`` (left, right) are the
        candidates to learn from without labels, instead of those that blocking finds, by the
        keys in ``blocking`` where they are given (as in ``dedupe``).

        >>> model = galena.Model.train(leads, labels={"left": [1, 3], "right": [2, 9],
        ...                                           "is_match": [True, False]})
        """
        if pairs is not None and labels is not None:
            raise TypeError("give pairs or labels, not both")
        given = labels if labels is not None else pairs
        table = None if given is None else native_table(given)
        judged = table is not None and "is_match" in of_native(table).column_names
        if labels is not None and not judged:
            raise InvalidArgument("labels have no column 'is_match'")
        if pairs is not None and judged:
            raise TypeError("pairs with a column 'is_match' are labels: give them as labels")
        with Host(normaliser) as host:
            return cls(
                _galena.Model.train(
                    table=native_table(data, _count("threads", threads)),
                    fields=named_kinds(fields),
                    id=_text("id", id) or "",
                    preset=_text("preset", preset),
                    pairs=table,
                    blocking=_keys(blocking),
                    threads=_count("threads", threads),
                    normaliser=host.native,
                    progress=callback_for(progress),
                )
            )

    @property
    def hash(self) -> str:
        """SHA-256 of ``to_json()``."""
        return self._native.hash

    @property
    def threshold(self) -> float:
        """The probability from which a pair is reported."""
        return self._native.threshold

    def to_json(self) -> str:
        """The canonical JSON form."""
        return self._native.to_json()

    def compare(
        self, record_a: RecordLike, record_b: RecordLike, fields: FieldsLike | None = None
    ) -> Explanation:
        """Compares two records alone. ``fields`` maps keys to kinds; None infers them.

        NotFound for a field that neither record has; a field that one of them has not is blank there.
        """
        pair = _galena.Table.from_rows(
            [record_dict(record_a, "record_a"), record_dict(record_b, "record_b")]
        )
        kinds = None if fields is None else named_kinds(fields)
        return Explanation(self._native.compare(pair, kinds))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Model) and self.hash == other.hash

    def __hash__(self) -> int:
        return hash(self.hash)

    def __repr__(self) -> str:
        return f"<galena.Model {self._native.preset}: {self.hash[:12]}>"


class Completeness:
    """Which of known matches share a blocking key, so that they were compared."""

    __slots__ = ("_native",)

    def __init__(self, native: _galena.Completeness) -> None:
        self._native = native

    @property
    def pairs(self) -> int:
        """Known matches, each pair once."""
        return self._native.pairs

    @property
    def brought_up(self) -> int:
        """Of them, those that blocking brought up."""
        return self._native.brought_up

    @property
    def share(self) -> float:
        """``brought_up / pairs``, 0 to 1: the most that recall can reach."""
        return self._native.share

    @property
    def by_key(self) -> Table:
        """Table: key (as in ``report["blocking"]``), found (matches that it brings up), alone (of them,
        those that no other key brings up)."""
        return of_native(self._native.by_key)

    def __repr__(self) -> str:
        return f"<galena.Completeness: {self.brought_up} of {self.pairs} pairs, {self.share:.3f}>"

    def _repr_html_(self) -> str:
        rows = [("pairs", self.pairs), ("brought_up", self.brought_up), ("share", self.share)]
        return _html.table(("", ""), rows, len(rows)) + self.by_key._repr_html_()


class _Found:
    """What matching answers: pairs, and what they were found with."""

    __slots__ = ()

    _native: _galena.Deduplication | _galena.Linkage
    _left_out: list[str]

    @property
    def fields(self) -> dict[str, str]:
        """Column (of ``link``: of the left table) -> the kind it was taken for."""
        return self._native.fields

    @property
    def pairs(self) -> Table:
        """Table: left, right, weight, probability; the pairs at or above the threshold."""
        return of_native(self._native.pairs)

    @property
    def model(self) -> Model:
        """The model that was used; give it to ``dedupe``, ``link`` or ``Index``."""
        return Model(self._native.model)

    @property
    def report(self) -> dict[str, Any]:
        """records, pairs_compared, refined_blocks, clusters, duplicates, seconds, warnings, ...

        Of ``link``, ``clusters`` counts pairs and ``duplicates`` left rows that are linked.
        ``training``: rounds (0: nothing was trained), patterns of agreement, matches as expected.
        ``blocking``, a dict for each kind of key in the order of look-up: key, blocks (of two
        records and more), refined (too large, split), largest, compared (pairs that no key before
        it brought up), found (of them, those above the threshold at first sight), share (of its
        blocks that were compared, 0 to 1: below 1 where a sample showed that the rest adds little).
        ``warnings`` begins with the rows of a CSV file that could not be read.
        """
        report = self._native.report
        report["warnings"] = self._left_out + report["warnings"]
        return report

    def completeness(self, truth: DataLike) -> Completeness:
        """Which share of known matches blocking brought up ("pair completeness").

        ``truth`` has columns left and right (ids; of ``link`` those of their tables), as labels of
        ``Model.train``: with a column is_match the rows count of which it is true. A pair that was
        compared counts, whatever was then found of it.

        >>> found.completeness({"left": [1, 3], "right": [2, 9]}).share
        1.0
        """
        return Completeness(self._native.completeness(native_table(truth)))

    def _repr_html_(self) -> str:
        return _report_html(self.report) + self.pairs._repr_html_()


class Deduplication(_Found):
    """What ``dedupe`` found."""

    __slots__ = ("_native", "_left_out", "_id_of")

    _native: _galena.Deduplication

    def __init__(self, native: _galena.Deduplication, left_out: Sequence[str] = ()) -> None:
        self._native = native
        self._left_out = list(left_out)
        self._id_of = int if native.clusters.column("id").type == "integer" else str

    @property
    def clusters(self) -> Table:
        """Table: id, cluster; one row per input row, in input order."""
        return of_native(self._native.clusters)

    def explain(self, a: Id, b: Id) -> Explanation:
        """Why two ids are or are not one, whether or not they were compared."""
        return Explanation(self._native.explain(a, b))

    def explain_cluster(self, c: Id) -> ClusterExplanation:
        """How the cluster holds together that an id is in."""
        return ClusterExplanation(self._native.explain_cluster(c), self._id_of)

    def __repr__(self) -> str:
        report = self.report
        return (
            f"<galena.Deduplication: {report['records']} records, {report['clusters']} clusters, "
            f"{report['duplicates']} duplicates>"
        )


class Linkage(_Found):
    """What ``link`` found."""

    __slots__ = ("_native", "_left_out")

    _native: _galena.Linkage

    def __init__(self, native: _galena.Linkage, left_out: Sequence[str] = ()) -> None:
        self._native = native
        self._left_out = list(left_out)

    @property
    def right_fields(self) -> dict[str, str]:
        """Column of the right table -> the kind it was taken for."""
        return self._native.right_fields

    def explain(self, left: Id, right: Id) -> Explanation:
        """Why a left and a right id are or are not one."""
        return Explanation(self._native.explain(left, right))

    def __repr__(self) -> str:
        return f"<galena.Linkage: {len(self._native.pairs)} pairs>"


def dedupe(
    data: DataLike,
    fields: FieldsLike | None = None,
    *,
    preset: str | None = None,
    id: str | None = None,
    model: Model | None = None,
    threshold: float | None = None,
    threads: int | None = None,
    memory_limit: int | None = None,
    not_duplicates: PairsLike = (),
    blocking: BlockingLike | None = None,
    source: str | None = None,
    most_members: int | None = None,
    normaliser: NormaliserLike = None,
    progress: ProgressLike = None,
) -> Deduplication:
    """Finds the rows of a table that are one person or company.

    ``fields`` maps columns to kinds (``first_name``, ``email``, ``company``, ...); None infers them
    from names and values. ``id`` names the column of ids, which is never compared; without it, ids
    are row numbers from 0 (of the rows that were read: a file's bad lines are left out and have none).
    ``fields`` that names no column is an InvalidArgument, and so is ``preset`` beside ``model``.
    ``not_duplicates`` lists pairs of ids that somebody decided are not one, or is a table with columns
    left and right.
    ``source`` names a column of which a cluster holds each value at most once, such as the system a
    record comes from (blanks bind nothing); ``most_members`` is what a cluster may have at most.
    The same data gives the same bytes for any ``threads``. ``memory_limit`` is the number of bytes
    that the search may take beside the table; under a limit it takes longer and finds the same.

    ``blocking`` gives the keys by which pairs are found, ``[["email"], ["last_name", "postcode"]]``:
    two rows are compared when they agree on all columns of one key. A column is compared by its normal
    form, or by what follows a colon, as its kind has it: ``"last_name:sound"`` (sound, formal, initial,
    two_letters of names; words, two_words, beginning of companies and texts; house of streets; tail of
    telephone numbers; mailbox of e-mail; year, year_month, month_day of days). Without it keys are
    chosen by the kinds of columns. ``report["blocking"]`` and ``completeness`` tell how they did.

    ``normaliser`` is your own, ``(kind, text) -> None, str or NormalForm``: it is asked once about
    each different value of a column, before the built-in one reads what it answers (``galena.
    NormalForm``: instead of it). It may be called from several threads, one at a time, and must
    answer the same for the same text. What it raises ends the call as InvalidArgument
    "normaliser_failed", with the exception as its cause.

    >>> found = galena.dedupe({"name": ["Ann Smith", "Anne Smith", "Bob Jones"],
    ...                        "email": ["ann@x.org", "ann@x.org", "bob@y.org"]})
    >>> found.clusters["cluster"].to_list()
    [0, 0, 2]
    """
    table = native_table(data, _count("threads", threads))
    with Host(normaliser) as host:
        return Deduplication(
            _galena.dedupe(
                table=table,
                fields=named_kinds(fields),
                id=_text("id", id) or "",
                preset=_text("preset", preset),
                model=_native_model(model, preset),
                threshold=_number("threshold", threshold),
                threads=_count("threads", threads),
                memory_limit=_count("memory_limit", memory_limit, 64),
                not_duplicates=_pairs(not_duplicates),
                blocking=_keys(blocking),
                source=_text("source", source) or "",
                most_members=_count("most_members", most_members),
                normaliser=host.native,
                progress=callback_for(progress),
            ),
            left_out(data, table),
        )


def link(
    left: DataLike,
    right: DataLike,
    fields: FieldsLike | None = None,
    *,
    right_fields: FieldsLike | None = None,
    preset: str | None = None,
    left_id: str | None = None,
    right_id: str | None = None,
    model: Model | None = None,
    threshold: float | None = None,
    one_to_one: bool = False,
    threads: int | None = None,
    memory_limit: int | None = None,
    not_duplicates: PairsLike = (),
    blocking: BlockingLike | None = None,
    normaliser: NormaliserLike = None,
    progress: ProgressLike = None,
) -> Linkage:
    """Finds the rows of ``right`` that are rows of ``left``.

    ``fields`` maps columns of both tables to kinds; with ``right_fields`` it is the left one's only.
    ``one_to_one``: each row is in at most one pair, strongest pairs first. ``not_duplicates`` lists
    pairs (left id, right id) that somebody decided are not one. ``normaliser`` and ``blocking`` as in
    ``dedupe``; columns of keys are the left table's, or else the right one's.

    >>> links = galena.link(leads, contacts, left_id="lead_id", right_id="contact_id")
    >>> links.pairs.column_names
    ['left', 'right', 'weight', 'probability']
    """
    count = _count("threads", threads)
    left_table, right_table = native_table(left, count), native_table(right, count)
    left_kinds, right_kinds = named_kinds(fields), named_kinds(right_fields)
    if right_fields is None:
        left_names, right_names = set(left_table.names), set(right_table.names)
        right_kinds = [each for each in left_kinds if each[0] in right_names]
        # A column that neither table has stays, so that it is reported.
        left_kinds = [each for each in left_kinds
                      if each[0] in left_names or each[0] not in right_names]
    with Host(normaliser) as host:
        return Linkage(
            _galena.link(
                left=left_table,
                right=right_table,
                fields=left_kinds,
                right_fields=right_kinds,
                left_id=_text("left_id", left_id) or "",
                right_id=_text("right_id", right_id) or "",
                preset=_text("preset", preset),
                model=_native_model(model, preset),
                threshold=_number("threshold", threshold),
                one_to_one=one_to_one,
                threads=count,
                memory_limit=_count("memory_limit", memory_limit, 64),
                not_duplicates=_pairs(not_duplicates),
                blocking=_keys(blocking),
                normaliser=host.native,
                progress=callback_for(progress),
            ),
            left_out(left, left_table) + left_out(right, right_table),
        )


def named_kinds(fields: FieldsLike | None) -> _NamedKinds:
    """``fields`` as the compiled part takes them; none when they are to be inferred."""
    if fields is None:
        return []
    if not isinstance(fields, Mapping):
        raise TypeError(f"fields must map columns to kinds, not be {type(fields).__name__}")
    if not fields:
        raise InvalidArgument("fields names no column; leave it out to have them inferred", "fields")
    for column, kind in fields.items():
        if not isinstance(column, str) or not isinstance(kind, str):
            raise TypeError(f"fields maps column names to kinds, both str: {column!r}: {kind!r}")
    return list(fields.items())


def _native_model(model: Optional[Model], preset: str | None) -> Optional[_galena.Model]:
    if model is None:
        return None
    if preset is not None:
        raise InvalidArgument("give preset or model, not both: a model was made from a preset", "preset")
    if not isinstance(model, Model):
        raise TypeError(f"model must be a galena.Model, not {type(model).__name__}")
    return model._native


def _count(name: str, value: int | None, bits: int = 32) -> int:
    """An option that is a whole number from 1 on; 0 when it is not given."""
    if value is None:
        return 0
    if isinstance(value, bool) or not hasattr(value, "__index__"):
        raise TypeError(f"{name} must be an int, not {type(value).__name__}")
    value = operator.index(value)  # also one of numpy
    if value < 1:
        raise InvalidArgument(f"{name} must be 1 or more, not {value}", name)
    if value >= 1 << bits:
        raise InvalidArgument(f"{name} must be {(1 << bits) - 1} or less, not {value}", name)
    return value


def _text(name: str, value: str | None) -> str | None:
    if value is not None and not isinstance(value, str):
        raise TypeError(f"{name} must be a str, not {type(value).__name__}")
    return value


def _number(name: str, value: float | None) -> float | None:
    """An option that is a number: also one of numpy, but no bool."""
    if value is None:
        return None
    if isinstance(value, (bool, str)) or not hasattr(value, "__float__"):
        raise TypeError(f"{name} must be a number, not {type(value).__name__}")
    return float(value)


def _pairs(pairs: PairsLike) -> list[tuple[Id, Id]]:
    """Pairs of ids as tuples, of a list of pairs or of a table with columns left and right."""
    if _is_table(pairs):
        table = of_native(native_table(pairs))
        missing = [name for name in ("left", "right") if name not in table.column_names]
        if missing:
            raise NotFound(f"not_duplicates has no column {missing[0]!r}", missing[0])
        return list(zip(table["left"].to_list(), table["right"].to_list()))
    found = []
    for number, pair in enumerate(cast(Iterable[Any], pairs)):
        if isinstance(pair, (str, bytes)) or not isinstance(pair, Sequence) or len(pair) != 2:
            raise TypeError(f"not_duplicates[{number}] must be a pair of ids, not {pair!r}")
        found.append((pair[0], pair[1]))
    return found


def _keys(blocking: BlockingLike | None) -> list[list[str]]:
    """Blocking keys as lists; none when they are to be chosen."""
    if blocking is None:
        return []
    if isinstance(blocking, (str, bytes)) or not isinstance(blocking, Iterable):
        raise TypeError(f"blocking must be a list of lists of columns, not {blocking!r}")
    keys = []
    for number, key in enumerate(blocking):
        if isinstance(key, (str, bytes)) or not isinstance(key, Sequence):
            raise TypeError(f"blocking[{number}] must be a list of columns, not {key!r}")
        for column in key:
            if not isinstance(column, str):
                raise TypeError(f"blocking[{number}] must name columns by str, not {column!r}")
        keys.append(list(key))
    return keys


def _is_table(pairs: object) -> bool:
    if isinstance(pairs, (str, os.PathLike, _galena.Table, Mapping)):
        return True
    if isinstance(pairs, (list, tuple)):
        return len(pairs) > 0 and isinstance(pairs[0], Mapping)
    return hasattr(pairs, "__arrow_c_stream__")


def _report_html(report: dict[str, Any]) -> str:
    rows = [(name, value) for name, value in report.items() if isinstance(value, (int, float))]
    rows += [("warning", warning) for warning in report["warnings"]]
    return _html.table(("", ""), rows, len(rows))
