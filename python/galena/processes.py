"""The processes that come with galena.

>>> galena.processes.lead().initial
'new'
"""

from __future__ import annotations

from galena import _galena
from galena._lifecycle import Process
from galena._schema import Schema

__all__ = ["lead", "names", "opportunity", "standard"]


def standard(name: str, schema: Schema | None = None) -> Process:
    """The shipped process of that name; NotFound for another."""
    return Process(_galena.Process.standard(name, schema), schema)


def names() -> list[str]:
    """The names of the shipped processes."""
    return _galena.Process.standard_names()


def lead(schema: Schema | None = None) -> Process:
    """How leads are worked: from new to converted, treated, passed on or abandoned."""
    return standard("lead", schema)


def opportunity(schema: Schema | None = None) -> Process:
    """How opportunities are worked: from open to won or lost."""
    return standard("opportunity", schema)
