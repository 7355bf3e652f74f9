"""Normal forms of single values and of columns."""

from __future__ import annotations

import math

import galena
import pytest


def test_a_value_has_a_normal_form_by_its_kind() -> None:
    assert galena.normalise("company", "The Müller & Söhne GmbH") == "muller and sohne"
    assert galena.normalise("phone", "030 1234567", country="de") == "+49301234567"
    assert galena.normalise("phone", "030 1234567", country="DE") == "+49301234567"
    assert galena.normalise("region", "BY", country="Germany") == "bayern"
    assert galena.normalise("website", "https://facebook.com/Acme/about") == "facebook.com/acme"
    with pytest.raises(galena.InvalidArgument, match="the country 'XX' is unknown"):
        galena.normalise("phone", "030 1234567", country="XX")
    assert galena.normalise("name_suffix", ["Jr.", "III", "MD"]) == ["jr", "3", ""]
    assert galena.normalise("birth_date", "1978") == "1978"
    assert galena.normalise("email", None) == ""
    assert galena.normalise("email", "ann@x.org; bob@y.org") == "ann@x.org"
    assert galena.normalise("phone", "030 1234567; 0171 7654321", country="de") == "+49301234567"


def test_a_column_gives_a_list() -> None:
    values = ["Dr. Anna Schmidt", None, math.nan, "Schmidt, Anna"]
    assert galena.normalise("full_name", values) == ["anna schmidt", "", "", "anna schmidt"]
    table = galena.Table({"code": [12345, None]})
    assert galena.normalise("postal_code", table["code"]) == ["12345", ""]


def test_an_unknown_kind_is_named() -> None:
    with pytest.raises(galena.InvalidArgument, match="colour"):
        galena.normalise("colour", "red")
    for give in (lambda: galena.normalise("emial", "a@b.org"),
                 lambda: galena.dedupe({"mail": ["a@b.org"]}, fields={"mail": "emial"})):
        with pytest.raises(galena.InvalidArgument, match="'emial'.*did you mean 'email'"):
            give()
    with pytest.raises(TypeError):
        galena.normalise("text", 5)  # type: ignore[call-overload]
