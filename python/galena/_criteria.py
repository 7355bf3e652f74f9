"""Expressions: conditions on records."""

from __future__ import annotations

import datetime
from typing import Any, Callable, Mapping

from galena import _galena, _html
from galena._data import record_dict
from galena._errors import Problem, Unsupported
from galena._fit import table_for
from galena._schema import Schema, json_text
from galena._table import Column
from galena._values import DataLike, RecordLike


class Expression:
    """A condition on records, in the JSON form of criteria.

    Blank never satisfies a positive or ordered operator; text comparison folds case. With a
    ``schema``, fields, operators and operands are checked at once; without one, when data comes.

    >>> large = galena.Expression(
    ...     {"criteria": [{"field": "country", "op": "in", "value": ["DE", "FR"]},
    ...                   {"field": "employees", "op": "greater_or_equal", "value": 500}]})
    >>> large.evaluate({"country": "de", "employees": 500})
    True
    >>> large.filter({"country": ["DE", "US", "FR"], "employees": [900, 900, None]}).to_list()
    [True, False, False]
    """

    __slots__ = ("_native", "_schema")

    def __init__(
        self, definition: str | Mapping[str, Any], schema: Schema | None = None
    ) -> None:
        if isinstance(definition, str) and not definition.lstrip().startswith("{"):
            raise Unsupported(
                [
                    Problem(
                        "UNSUPPORTED",
                        "cel",
                        "expression",
                        "expressions as CEL text are not supported by this version",
                        'give the JSON form: {"criteria": [{"field", "op", "value"}, ...]}',
                    )
                ]
            )
        if schema is not None and not isinstance(schema, _galena.Schema):
            raise TypeError(f"schema must be a galena.Schema, not {type(schema).__name__}")
        self._schema = schema
        self._native = _galena.Expression.parse(json_text(definition, "an expression"), schema)

    def evaluate(
        self,
        record: RecordLike,
        *,
        functions: Mapping[str, Callable[..., Any]] | None = None,
        now: datetime.datetime | None = None,
        zone: str | None = None,
    ) -> bool:
        """Whether a record satisfies the expression.

        A key that the record lacks is blank. The JSON form calls no functions, so ``functions`` is
        Unsupported. ``now`` is needed when a criterion asks for today or a
        period around it; ``zone`` (IANA name, UTC by default) says where days begin. Raises
        DeniedByRule, detail ``evaluation_error``, when a value cannot be compared.
        """
        if functions is not None:
            raise Unsupported(
                [Problem("UNSUPPORTED", "functions", "functions",
                         "the JSON form of criteria calls no functions", "leave functions out")]
            )
        return self._native.evaluate(record_dict(record), now, zone)

    def filter(
        self,
        data: DataLike,
        *,
        now: datetime.datetime | None = None,
        zone: str | None = None,
    ) -> Column:
        """A column of booleans, one a row; None where a value cannot be compared."""
        return Column(self._native.filter(table_for(data, self._schema), now, zone))

    def explain(
        self,
        record: RecordLike,
        *,
        now: datetime.datetime | None = None,
        zone: str | None = None,
    ) -> list[str]:
        """What was read until the outcome was certain, one line a criterion."""
        return self._native.explain(record_dict(record), now, zone)

    @property
    def fields(self) -> list[str]:
        """The fields that the expression reads."""
        return self._native.fields

    @property
    def hash(self) -> str:
        """SHA-256 of ``to_json()``."""
        return self._native.hash

    def to_json(self) -> str:
        """The canonical JSON form."""
        return self._native.to_json()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Expression) and self.to_json() == other.to_json()

    def __hash__(self) -> int:
        return hash(self.to_json())

    def __repr__(self) -> str:
        return f"galena.Expression({self.to_json()})"

    def _repr_html_(self) -> str:
        return _html.lines(self.to_json())
