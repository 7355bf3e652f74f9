"""Normal forms: what different hands write of one thing, in one spelling."""

from __future__ import annotations

import threading
from types import TracebackType
from typing import Any, Callable, Dict, Iterable, List, Optional, Tuple, Type, Union, overload

from galena import _galena


class NormalForm(str):
    """What a normaliser of one's own answers for a text that is the normal form already."""

    __slots__ = ()


#: A normaliser of one's own: (kind, text) -> None (the built-in one reads the text as it is), a str
#: (it reads that), or a NormalForm (nobody reads it any more; empty: the value counts as blank).
NormaliserLike = Optional[Callable[[str, str], Optional[str]]]


@overload
def normalise(kind: str, value: Optional[str], *, country: str = "") -> str: ...
@overload
def normalise(kind: str, value: Iterable[Any], *, country: str = "") -> List[str]: ...
def normalise(
    kind: str, value: Union[None, str, Iterable[Any]], *, country: str = ""
) -> Union[str, List[str]]:
    """The normal form of a value, or those of a column (a list, a Series, a ``galena.Column``).

    kind is what the value is: full_name, first_name, middle_name, last_name, name_suffix, company,
    email, phone, website, street, house_number, unit, city, region, postal_code, country,
    birth_date, date, created, identifier, category, number, text or ignore. country is an ISO 3166
    code for telephone numbers and regions that name none. A value that has no normal form, and a
    blank, give ``""``. InvalidArgument "unknown_kind".

    >>> galena.normalise("company", "The Müller & Söhne GmbH")
    'muller and sohne'
    >>> galena.normalise("phone", ["030 1234567", None], country="de")
    ['+49301234567', '']
    """
    if value is None or isinstance(value, str):
        return _galena.normalise(kind, value or "", country)
    return [_galena.normalise(kind, _text(each), country) for each in value]


def _text(value: Any) -> str:
    """A cell as text; blanks (None, NaN, NaT, pandas.NA) as an empty one."""
    if isinstance(value, str):
        return value
    if value is None or type(value).__name__ in ("NAType", "NaTType") or value != value:
        return ""
    return str(value)


_UNCHANGED, _REWRITTEN, _FINAL, _FAILED = range(4)  # match::HostForm


class Host:
    """A normaliser as the compiled part asks it, and a context that tells what it raised.

    Within ``with host:`` an error of galena has what the normaliser raised as its cause; what is no
    ``Exception`` (KeyboardInterrupt) goes through as it is. ``lasting`` hosts, those of an index,
    tell apart what was raised on which thread.
    """

    def __init__(self, normaliser: NormaliserLike, lasting: bool = False) -> None:
        if normaliser is not None and not callable(normaliser):
            raise TypeError(f"a normaliser is a callable, not {type(normaliser).__name__}")
        self._normaliser = normaliser
        self._lasting = lasting
        self._raised: Dict[int, BaseException] = {}

    @property
    def native(self) -> Optional[Host]:
        """What the compiled part takes."""
        return None if self._normaliser is None else self

    def __call__(self, kind: str, text: str) -> Tuple[int, str]:
        assert self._normaliser is not None
        try:
            made = self._normaliser(kind, text)
            if made is None:
                return _UNCHANGED, ""
            if not isinstance(made, str):
                raise TypeError(f"it answered {type(made).__name__}, not None, str or NormalForm")
            made.encode()  # a lone surrogate is no text
            return (_FINAL if isinstance(made, NormalForm) else _REWRITTEN), str(made)
        except BaseException as error:
            self._raised.setdefault(threading.get_ident(), error)
            return _FAILED, f"{type(error).__name__}: {error}".encode("utf-8", "replace").decode()

    def __enter__(self) -> Host:
        return self

    def __exit__(
        self,
        kind: Optional[Type[BaseException]],
        error: Optional[BaseException],
        trace: Optional[TracebackType],
    ) -> None:
        raised = self._raised.pop(threading.get_ident(), None)
        if raised is None and not self._lasting:
            raised = next(iter(self._raised.values()), None)
        if error is None or raised is None:
            return
        if not isinstance(raised, Exception):
            raise raised
        raise error from raised
