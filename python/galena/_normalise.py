"""Normal forms: what different hands write of one thing, in one spelling."""

from __future__ import annotations

from typing import Any, Iterable, List, Optional, Union, overload

from galena import _galena


@overload
def normalise(kind: str, value: Optional[str], *, country: str = "") -> str: ...
@overload
def normalise(kind: str, value: Iterable[Any], *, country: str = "") -> List[str]: ...
def normalise(
    kind: str, value: Union[None, str, Iterable[Any]], *, country: str = ""
) -> Union[str, List[str]]:
    """The normal form of a value, or those of a column (a list, a Series, a ``galena.Column``).

    kind is what the value is: full_name, first_name, last_name, company, email, phone, website,
    street, city, region, postal_code, country, birth_date, date, identifier, number, text and so
    on. country is an ISO 3166 code for telephone numbers and regions that name none. A value that
    has no normal form, and a blank, give ``""``. InvalidArgument "unknown_kind".

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
