"""How similar texts are, by the name of a measure, and how words sound."""

from __future__ import annotations

import datetime
import decimal
import operator
from typing import Iterable, Mapping, Union, overload

from galena import _galena
from galena._data import native_table
from galena._errors import InvalidArgument
from galena._table import Column

#: What a measure compares: a text, or for ``number`` and ``date`` the value itself.
Comparable = Union[str, int, float, decimal.Decimal, datetime.date]
Many = Union[_galena.Column, Iterable[Union[Comparable, None]]]


# A str is an Iterable of str too; the first signature that fits is meant.
@overload
def similarity(  # type: ignore[overload-overlap]
    measure: str,
    a: Comparable,
    b: Comparable,
    *,
    cutoff: float = 0,
    n: int | None = None,
    weights: Mapping[str, float] | None = None,
    days: int | None = None,
) -> float: ...


@overload
def similarity(
    measure: str,
    a: Comparable,
    b: Many,
    *,
    cutoff: float = 0,
    n: int | None = None,
    weights: Mapping[str, float] | None = None,
    days: int | None = None,
) -> Column: ...


def similarity(
    measure: str,
    a: Comparable,
    b: Union[Comparable, Many],
    *,
    cutoff: float = 0,
    n: int | None = None,
    weights: Mapping[str, float] | None = None,
    days: int | None = None,
) -> Union[float, Column]:
    """How similar ``a`` is to ``b``, 0 (nothing in common) to 1 (the same).

    ``b`` is a text, or many: a column of a table, a list, a Series. Many give a column of numbers, one
    a row, None where the text is blank, compared a batch at a time by the vector instructions that the
    processor has; the numbers are those of one text at a time.

    ``measure`` is ``levenshtein``, ``osa``, ``damerau_levenshtein`` or ``hamming`` (1 - distance / size
    of the longer text), ``indel`` (1 - distance / size of both), ``jaro``, ``jaro_winkler``,
    ``bigram_jaccard``, ``token_jaccard``, ``token_set``, or one of these; another is a NotFound:

    * ``ngram_jaccard``: the sets of pieces of ``n`` characters, 1 to 8 (2).
    * ``soft_tfidf``: words that are alike by Jaro-Winkler (0.88), each counting with its weight in
      ``weights`` (its inverse document frequency, say; above 0). A word that is not there has the
      largest weight; without weights all count alike.
    * ``number``: 1 - \\|a - b\\| / the larger of both without sign, at least 0.
    * ``date``: 1 - days apart / ``days`` (365), at least 0.

    A similarity below ``cutoff`` is 0, and found sooner. An option of another measure is an
    InvalidArgument. Characters are compared as they are: fold case first where it should not count.

    >>> round(galena.similarity("jaro_winkler", "martha", "marhta"), 4)
    0.9611
    >>> galena.similarity("levenshtein", "meyer", ["meier", "maier", None]).to_list()
    [0.8, 0.6, None]
    >>> galena.similarity("soft_tfidf", "acme gmbh", "acme", weights={"acme": 6, "gmbh": 1}, cutoff=0.9)
    0.9230769230769231
    """
    given = _text(measure, a)
    if n is not None and not 1 <= operator.index(n) <= 8:
        raise InvalidArgument(f"n must be 1 to 8, not {n}", "n")
    if days is not None and not 1 <= operator.index(days) < 2**32:
        raise InvalidArgument(f"days must be 1 or more, not {days}", "days")
    options = (
        cutoff,
        0 if n is None else operator.index(n),
        0 if days is None else operator.index(days),
        {} if weights is None else dict(weights),
    )
    if _is_one(b):
        return _galena.similarity(measure, given, _text(measure, b), *options)
    return Column(_galena.similarities(measure, given, _texts(measure, b), *options))


def double_metaphone(word: str, size: int = 4) -> tuple[str, str]:
    """How a word sounds: its primary and its alternate code by Double Metaphone, at most ``size``
    characters each; the alternate is the primary when there is no other pronunciation.

    >>> galena.double_metaphone("Schmidt")
    ('XMT', 'SMT')
    """
    if operator.index(size) < 1:
        raise InvalidArgument(f"size must be 1 or more, not {size}", "size")
    return _galena.double_metaphone(word, operator.index(size))


def _is_one(value: object) -> bool:
    return isinstance(value, (str, int, float, decimal.Decimal, datetime.date))


def _text(measure: str, value: object) -> str:
    """A value as the text that the measure reads. TypeError for what the measure does not compare."""
    if isinstance(value, str):
        return value
    if measure == "number" and not isinstance(value, bool) and hasattr(value, "__float__"):
        return repr(float(value)) if isinstance(value, float) else str(value)
    if measure == "date" and isinstance(value, datetime.date):
        return value.isoformat()[:10]
    raise TypeError(f"{measure} does not compare {type(value).__name__}")


def _texts(measure: str, values: object) -> _galena.Column:
    column = values if isinstance(values, _galena.Column) else None
    if column is None:
        column = native_table({"text": values}).column("text")
    if column.type == "text" or measure not in ("number", "date"):
        return column
    texts = [None if each is None else _text(measure, each) for each in Column(column).to_list()]
    return native_table({column.name: texts}).column(column.name)
