"""Data brought into the shape of a schema, for what is bound to one."""

from __future__ import annotations

import warnings

from galena import _galena
from galena._data import native_table


def table_for(data: object, schema: _galena.Schema | None) -> _galena.Table:
    """``data`` as a table whose columns are the schema's fields; as it is without a schema.

    Columns go by their names. A value that does not fit its field becomes blank, with a warning.
    """
    table = native_table(data)
    if schema is None:
        return table
    names = set(table.names)
    mapping = [(field["name"], field["name"]) for field in schema.describe_fields()
               if field["name"] in names]
    fitted: _galena.Table
    problems: _galena.Table
    fitted, problems = _galena.conform(table, schema, mapping)
    if len(problems) > 0:
        warnings.warn(
            f"{len(problems)} values do not fit the schema '{schema.entity}' and count as blank; "
            f"the first: row {problems.column('row').value(0)}: {problems.column('message').value(0)}",
            stacklevel=3,
        )
    return fitted
