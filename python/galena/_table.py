"""Table and Column: what every bulk call answers."""

from __future__ import annotations

import datetime
import os
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Iterator, Mapping, Sequence, Union, cast, overload

from galena import _galena, _html
from galena._errors import Internal
from galena._values import PathLike

if TYPE_CHECKING:
    import pandas
    import polars

_ROWS_AT_ONCE = 4096

#: What a column may hold in a row; None where it is blank.
Cell = Union[None, bool, int, float, str, Decimal, datetime.date, datetime.datetime]


class Column(_galena.Column):
    """One column of a table: immutable, as long as the table.

    Columns of numbers and booleans offer the buffer protocol, so that ``numpy.asarray(column)`` does
    not copy integers or floats. All columns can be handed to Arrow libraries
    (``polars.Series(column)``, ``pyarrow.chunked_array(column)``).

    >>> column = galena.Table({"n": [1, 2, 3]})["n"]
    >>> column[0], len(column), column.to_list()
    (1, 3, [1, 2, 3])
    """

    if TYPE_CHECKING:  # the compiled part has it, but a stub cannot say so before Python 3.12

        def __buffer__(self, flags: int) -> memoryview: ...

    def __iter__(self) -> Iterator[Any]:
        return iter(self.to_list())

    @overload
    def __getitem__(self, row: int) -> Any: ...

    @overload
    def __getitem__(self, row: slice) -> list[Any]: ...

    def __getitem__(self, row: int | slice) -> Any:
        if isinstance(row, slice):
            return [self.value(each) for each in range(*row.indices(len(self)))]
        return self.value(row)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, _galena.Column):
            return NotImplemented
        return (
            self.name == other.name
            and self.currency == other.currency
            and self.to_list() == other.to_list()
        )

    __hash__ = None  # type: ignore[assignment]

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self.arrow_stream(requested_schema)

    def __repr__(self) -> str:
        shown = ", ".join(repr(self.value(row)) for row in range(min(5, len(self))))
        more = ", ..." if len(self) > 5 else ""
        return f"<galena.Column {self.name!r}: {len(self)} x {self.type} [{shown}{more}]>"

    def _repr_html_(self) -> str:
        rows = [[self.value(row)] for row in range(min(_html.MAX_ROWS, len(self)))]
        return _html.table([self.name], rows, len(self))


class Table(_galena.Table):
    """Rows and named columns, immutable. Hand it to pandas, polars, pyarrow or DuckDB as it is.

    Built from anything that galena takes as data: Arrow, a dict of columns, a list of row dicts, the
    path of a CSV file.

    >>> table = galena.Table({"name": ["Ann", "Bob"], "age": [31, None]})
    >>> len(table), table.column_names, table["age"].to_list()
    (2, ['name', 'age'], [31, None])
    """

    def __init__(self, data: object) -> None:
        from galena._data import native_table

        super().__init__(native_table(data))

    @property
    def column_names(self) -> list[str]:
        """The names of the columns, in order."""
        return self.names

    def __getitem__(self, name: str) -> Column:
        if not isinstance(name, str):
            raise TypeError(f"a column is chosen by its name, a str, not {type(name).__name__}")
        return Column(self.column(name))

    def __contains__(self, name: object) -> bool:
        return name in self.names

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return self.rows()

    def rows(self) -> Iterator[dict[str, Any]]:
        """The rows as dicts. Amounts of a column with a currency are ``galena.Money`` here."""
        for first in range(0, len(self), _ROWS_AT_ONCE):
            yield from self.rows_between(first, _ROWS_AT_ONCE)

    def conform(
        self,
        schema: _galena.Schema,
        mapping: Mapping[str, str] | None = None,
        *,
        date_order: str | None = None,
        decimal_mark: str | None = None,
        utc_offset: datetime.timedelta | None = None,
        first_two_digit_year: int | None = None,
        currency: str | None = None,
    ) -> ConformedTable:
        """The table in the shape of a schema: its fields as columns, named, ordered and typed so.

        ``mapping`` says which column is which field; None takes what ``galena.suggest_mapping``
        suggests. Dates, numbers and words of text columns are read as files write them; the format of
        a column is found from all its values, and what fits two readings is an InvalidArgument that
        one of these resolves: ``date_order`` (``day_month_year``, ``month_day_year``,
        ``year_month_day``, ``excel_serial``), ``decimal_mark`` (``point``, ``comma``), ``utc_offset``
        of times that name none, ``first_two_digit_year`` (such as 1950), ``currency`` of amounts that
        name none. Values that do not fit their field become blank and are listed in ``problems``.

        >>> leads = galena.read_csv("leads.csv").conform(galena.schemas.lead())
        """
        if mapping is None:
            suggested, _ = _galena.suggest_mapping(self, schema, [])
            pairs = [(column, field) for column, field, _, _ in suggested]
        else:
            pairs = list(mapping.items())
        canonical = _galena.normalise_formats(
            table=self,
            schema=schema,
            mapping=pairs,
            date_order=date_order,
            decimal_mark=decimal_mark,
            utc_offset_minutes=None if utc_offset is None else round(utc_offset.total_seconds() / 60),
            first_two_digit_year=first_two_digit_year,
            currency=currency,
        )
        table, problems = _galena.conform(canonical, schema, pairs)
        result = ConformedTable(table)
        result.problems = of_native(problems)
        return result

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, _galena.Table):
            return NotImplemented
        return self.names == other.names and all(
            Column(self.column(name)) == other.column(name) for name in self.names
        )

    __hash__ = None  # type: ignore[assignment]

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self.arrow_stream(requested_schema)

    def to_dict(self) -> dict[str, list[Any]]:
        """Name -> values, None where blank."""
        return {name: self.column(name).to_list() for name in self.names}

    def to_pandas(self) -> pandas.DataFrame:
        """A pandas DataFrame. Needs pandas; through pyarrow where that is installed."""
        frames = _require("pandas", "to_pandas()")
        try:
            arrow = _require("pyarrow", "to_pandas()")
        except ImportError:
            return cast("pandas.DataFrame", frames.DataFrame(self.to_dict()))
        return cast("pandas.DataFrame", arrow.table(self).to_pandas())

    def to_polars(self) -> polars.DataFrame:
        """A polars DataFrame. Needs polars."""
        frames = _require("polars", "to_polars()")
        return cast("polars.DataFrame", frames.DataFrame(self))

    def to_csv(self, path: PathLike | None = None) -> str | None:
        """Writes RFC 4180 CSV in UTF-8 to ``path``; without a path, returns it as text."""
        if path is None:
            return self.to_csv_text().decode("utf-8")
        self.write_csv(os.fspath(path))
        return None

    def __repr__(self) -> str:
        return f"<galena.Table: {len(self)} rows; {', '.join(self.names)}>"

    def _repr_html_(self) -> str:
        shown = min(_html.MAX_ROWS, len(self))
        columns = [self.column(name) for name in self.names]
        rows: list[Sequence[Any]] = [[column.value(row) for column in columns] for row in range(shown)]
        return _html.table(self.names, rows, len(self))


class CsvTable(Table):
    """A table read from CSV; ``errors`` says which rows were left out and why."""

    #: Table: line, column, message; one row for each line that could not be read
    errors: Table
    #: the separator that was found or given
    delimiter: str


class ConformedTable(Table):
    """A table in the shape of a schema; ``problems`` lists the values that did not fit."""

    #: Table: row, column, code, message
    problems: Table


def _require(name: str, what: str) -> Any:
    import importlib

    try:
        return importlib.import_module(name)
    except ImportError as error:
        raise ImportError(f"{what} needs {name}: pip install {name}") from error


def of_native(table: _galena.Table) -> Table:
    """The friendly form of a table of the compiled part."""
    if not isinstance(table, _galena.Table):
        raise Internal(f"expected a table, got {type(table).__name__}")
    return Table(table)
