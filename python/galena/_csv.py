"""Reading CSV."""

from __future__ import annotations

import datetime
import os
from decimal import Decimal
from typing import Any, Mapping, Union

from galena import _galena
from galena._errors import BadEncoding, InvalidArgument, Problem, Unsupported
from galena._progress import callback_for
from galena._table import CsvTable, of_native
from galena._values import PathLike, ProgressLike

_TYPES: dict[object, str] = {
    str: "text",
    bool: "boolean",
    int: "integer",
    float: "number",
    Decimal: "decimal",
    datetime.date: "date",
    datetime.datetime: "instant",
}

#: encodings that the compiled reader knows, by the name Python gives them
_NATIVE = {
    "utf-8": "utf-8",
    "utf-8-sig": "utf-8",
    "utf-16-le": "utf-16-le",
    "utf-16-be": "utf-16-be",
    "cp1252": "windows-1252",
}

#: A type of a column: ``int``, ``"integer"``, ``"money"``, ...
TypeLike = Union[str, type]


def read_csv(
    path_or_bytes: PathLike | bytes | bytearray | memoryview,
    *,
    delimiter: str | None = None,
    encoding: str | None = None,
    types: Mapping[str, TypeLike] | None = None,
    progress: ProgressLike = None,
) -> CsvTable:
    """Reads CSV (RFC 4180, and as spreadsheets write it) from a file or from bytes.

    Every column is text unless ``types`` says otherwise: nothing is guessed. Rows that cannot be
    read are left out and listed in ``table.errors`` (line, column, message).

    ``delimiter``: one character; None finds it (``,`` ``;`` tab ``|``, or a ``sep=`` line).
    ``encoding``: any that Python knows; None means UTF-8, or UTF-16 by its byte order mark.
    ``types``: column name -> type, such as ``{"employees": int, "revenue": "decimal"}``.

    Raises Io (no such file, a directory), BadEncoding (binary data), Parse (no header).

    >>> table = galena.read_csv(b"name;age\\nAnn;31\\n", types={"age": int})
    >>> table.to_dict()
    {'name': ['Ann'], 'age': [31]}
    """
    path, data = _source(path_or_bytes)
    native_encoding, data, path = _encoding(encoding, path, data)
    table, errors, found = _galena.read_csv(
        path=path,
        bytes=data,
        delimiter=delimiter,
        encoding=native_encoding,
        types={name: _type_name(name, each) for name, each in (types or {}).items()},
        progress=callback_for(progress),
    )
    result = CsvTable(table)
    result.errors = of_native(errors)
    result.delimiter = found
    return result


def _source(given: Any) -> tuple[str | None, bytes | None]:
    if isinstance(given, (bytes, bytearray, memoryview)):
        return None, bytes(given)
    if not isinstance(given, (str, os.PathLike)):
        raise TypeError(f"read_csv takes a path or bytes, not {type(given).__name__}")
    path = os.fspath(given)
    if not isinstance(path, str):
        raise TypeError("a path must be str")
    if "\n" in path:
        raise InvalidArgument(
            "a str is taken as a path; to read CSV text, give its bytes: text.encode()",
            "path_or_bytes",
        )
    return path, None


def _encoding(
    name: str | None, path: str | None, data: bytes | None
) -> tuple[str | None, bytes | None, str | None]:
    """(encoding for the compiled reader, bytes, path); other encodings are decoded here."""
    import codecs

    if name is None:
        return None, data, path
    try:
        known = codecs.lookup(name).name
    except LookupError as error:
        raise Unsupported(f"the encoding {name!r} is unknown", "encoding") from error
    if known == "utf-16":  # the byte order mark says which; the reader finds it
        return None, data, path
    if known in _NATIVE:
        return _NATIVE[known], data, path
    if data is None and path is not None:
        with open(path, "rb") as file:
            data = file.read()
    try:
        return "utf-8", (data or b"").decode(known).encode("utf-8"), None
    except UnicodeDecodeError as error:
        problem = Problem(
            "BAD_ENCODING", "bad_encoding", f"byte {error.start}", f"the data is not {name}: {error}"
        )
        raise BadEncoding([problem]) from error


def _type_name(column: str, given: object) -> str:
    if isinstance(given, str):
        return given
    if given in _TYPES:
        return _TYPES[given]
    raise TypeError(
        f"types[{column!r}] must be the name of a type, str, bool, int, float, Decimal, date or "
        f"datetime, not {given!r}"
    )
