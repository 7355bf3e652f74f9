"""The types of single values and of data, for annotations."""

from __future__ import annotations

import datetime as _datetime
import os
from decimal import Decimal
from typing import Any, Callable, List, Mapping, Optional, Protocol, Sequence, Tuple, Union

from galena._money import Money

#: A single value, in or out. A list of str is a multi-picklist.
Value = Union[
    None, bool, int, float, str, Decimal, Money, _datetime.date, _datetime.datetime, List[str],
    Tuple[str, ...],
]

#: A record: a dict, any other mapping, a dataclass instance or a named tuple.
RecordLike = Union[Mapping[str, Any], Any]

#: A path to a file.
PathLike = Union[str, "os.PathLike[str]"]

#: Reports of long work: None, True (a bar on the terminal), or callable(fraction, phase).
ProgressLike = Union[None, bool, Callable[[float, str], object]]

#: The identifier of a record.
Id = Union[int, str]


class ArrowStreamExportable(Protocol):
    """Whatever offers the Arrow PyCapsule interface: pandas, polars, pyarrow, DuckDB, galena."""

    def __arrow_c_stream__(self, requested_schema: Optional[object] = None) -> object: ...


#: A table: Arrow, a dict of columns, a list of rows, or the path of a CSV file.
DataLike = Union[
    ArrowStreamExportable, Mapping[str, Sequence[Any]], Sequence[RecordLike], PathLike
]
