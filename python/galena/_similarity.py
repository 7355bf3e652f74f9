"""How similar texts are, by the name of a measure."""

from __future__ import annotations

from typing import Iterable, Union, overload

from galena import _galena
from galena._data import native_table
from galena._table import Column


# A str is an Iterable of str too; the first signature that fits is meant.
@overload
def similarity(measure: str, a: str, b: str) -> float: ...  # type: ignore[overload-overlap]


@overload
def similarity(measure: str, a: str, b: Union[_galena.Column, Iterable[str | None]]) -> Column: ...


def similarity(
    measure: str, a: str, b: Union[str, _galena.Column, Iterable[str | None]]
) -> Union[float, Column]:
    """How similar ``a`` is to ``b``, 0 (nothing in common) to 1 (the same).

    ``b`` is a text, or many: a column of a table, a list, a Series. Many give a column of numbers, one
    a row, None where the text is blank, compared a batch at a time by the vector instructions that the
    processor has; the numbers are those of one text at a time.

    ``measure`` is ``levenshtein``, ``osa``, ``damerau_levenshtein`` or ``hamming`` (1 - distance / size
    of the longer text), ``indel`` (1 - distance / size of both), ``jaro``, ``jaro_winkler``,
    ``bigram_jaccard``, ``token_jaccard`` or ``token_set``; another is a NotFound. Characters are
    compared as they are: fold case first where it should not count.

    >>> round(galena.similarity("jaro_winkler", "martha", "marhta"), 4)
    0.9611
    >>> galena.similarity("levenshtein", "meyer", ["meier", "maier", None]).to_list()
    [0.8, 0.6, None]
    """
    if isinstance(b, str):
        return _galena.similarity(measure, a, b)
    if isinstance(b, _galena.Column):
        return Column(_galena.similarities(measure, a, b))
    table = native_table({"text": b})
    return Column(_galena.similarities(measure, a, table.column("text")))
