"""Data in: whatever people have, as a table of the compiled part."""

from __future__ import annotations

import dataclasses
import os
import re
import warnings
from typing import Any, Iterable, Mapping

from galena import _galena
from galena._csv import read_csv
from galena._table import CsvTable

_PANDAS_INDEX = re.compile(r"__index_level_\d+__")

_WANTED = (
    "give an object with __arrow_c_stream__ (pandas, polars, pyarrow, DuckDB), a dict of columns, "
    "a list of row dicts, or the path of a CSV file"
)


def native_table(data: object, threads: int = 1) -> _galena.Table:
    """``data`` as a table; Arrow columns are read on up to ``threads`` threads (0: as many as there
    are). TypeError for what is none, InvalidArgument for what does not fit."""
    if isinstance(data, _galena.Table):
        return data
    if isinstance(data, (str, os.PathLike)):
        return _from_path(data)
    if isinstance(data, Mapping):
        return _from_columns(data)
    if hasattr(data, "__arrow_c_stream__"):
        return _from_arrow(data, threads)
    if isinstance(data, (list, tuple)):
        return _galena.Table.from_rows([record_dict(row, f"row {i}") for i, row in enumerate(data)])
    hint = "; call .collect() first" if type(data).__name__ == "LazyFrame" else ""
    raise TypeError(f"cannot read a table from {type(data).__name__}{hint}; {_WANTED}")


def record_dict(record: object, what: str = "the record") -> dict[str, Any]:
    """A record as a dict: a mapping, a dataclass instance or a named tuple."""
    if type(record) is dict:
        return record
    if isinstance(record, Mapping):
        return dict(record)
    if dataclasses.is_dataclass(record) and not isinstance(record, type):
        return {field.name: getattr(record, field.name) for field in dataclasses.fields(record)}
    if isinstance(record, tuple) and hasattr(record, "_asdict"):
        return dict(record._asdict())
    raise TypeError(
        f"{what} must be a dict, another mapping, a dataclass instance or a named tuple, "
        f"not {type(record).__name__}"
    )


def _from_path(path: str | os.PathLike[str]) -> _galena.Table:
    table = read_csv(path)
    for warning in left_out(path, table):
        warnings.warn(warning, stacklevel=4)
    return table


def left_out(data: object, table: _galena.Table) -> list[str]:
    """A line about the rows that were left out when ``table`` was read from ``data``, if any were."""
    if not isinstance(table, CsvTable) or len(table.errors) == 0:
        return []
    first = next(iter(table.errors))
    name = os.fspath(data) if isinstance(data, (str, os.PathLike)) else "the list"
    return [
        f"{name}: {len(table.errors)} rows were left out; the first: line "
        f"{first['line']}: {first['message']} (galena.read_csv(...).errors has all)"
    ]


def _from_columns(columns: Mapping[Any, Any]) -> _galena.Table:
    for name in columns:
        if not isinstance(name, str):
            raise TypeError(f"column names must be str, not {type(name).__name__}: {name!r}")
    return _galena.Table.from_columns(
        list(columns), [_values(name, values) for name, values in columns.items()]
    )


def _values(name: str, values: Any) -> list[Any]:
    """The values of a column as a list of its own."""
    dtype = getattr(values, "dtype", None)
    if getattr(dtype, "kind", "") == "M" and hasattr(values, "astype") and "[D]" not in str(dtype):
        if type(values).__module__.partition(".")[0] == "numpy":
            values = values.astype("datetime64[us]")  # tolist() of nanoseconds gives integers
    for convert in ("tolist", "to_list", "to_pylist"):
        if hasattr(values, convert):
            converted = getattr(values, convert)()
            if isinstance(converted, list):
                return converted
    if isinstance(values, (str, bytes, Mapping)) or not isinstance(values, Iterable):
        raise TypeError(
            f"column {name!r} must be a list of values, not {type(values).__name__}; {_WANTED}"
        )
    return list(values)


def _from_arrow(data: Any, threads: int) -> _galena.Table:
    try:
        stream = data.__arrow_c_stream__()
    except ImportError:
        # pandas needs pyarrow for its Arrow stream; its columns can be read without.
        if not hasattr(data, "columns"):
            raise
        return _from_columns({name: data[name] for name in data.columns})
    table = _galena.Table.from_arrow(stream, threads)
    names = table.names
    kept = [name for name in names if not _PANDAS_INDEX.fullmatch(name)]
    return table if len(kept) == len(names) else table.select(kept)
