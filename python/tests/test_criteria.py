"""Expressions: the JSON form, records and whole columns, what cannot be compared."""

from __future__ import annotations

import datetime
import json
from decimal import Decimal
from typing import Any

import galena
import pytest

NOW = datetime.datetime(2026, 11, 22, 12, 0, tzinfo=datetime.timezone.utc)


def criterion(field: str, op: str, value: Any = None, **more: Any) -> dict[str, Any]:
    made = {"field": field, "op": op, **more}
    return made if value is None else {**made, "value": value}


def expression(*criteria: dict[str, Any], logic: str | None = None) -> galena.Expression:
    form: dict[str, Any] = {"criteria": list(criteria)}
    return galena.Expression(form if logic is None else {**form, "logic": logic})


LARGE = expression(
    criterion("country", "in", ["DE", "FR"]), criterion("employees", "greater_or_equal", 500)
)


def test_of_a_record() -> None:
    assert LARGE.evaluate({"country": "de", "employees": 500}) is True
    assert LARGE.evaluate({"country": "DE", "employees": 499}) is False
    assert LARGE.evaluate({"country": "DE", "employees": Decimal("500.5")}) is True
    assert LARGE.evaluate({"country": "DE", "employees": "500"}) is True


@pytest.mark.parametrize("blank", [None, "", float("nan")])
def test_blank_satisfies_nothing(blank: Any) -> None:
    assert not LARGE.evaluate({"country": "DE", "employees": blank})
    assert not LARGE.evaluate({"country": blank, "employees": 900})
    assert not LARGE.evaluate({"country": "DE"})
    assert not expression(criterion("country", "not_equals", "US")).evaluate({"country": blank})
    assert expression(criterion("country", "not_equals", "US", blank="match")).evaluate({})


def test_of_columns() -> None:
    column = LARGE.filter({"country": ["DE", "US", "fr", None], "employees": [900, 900, None, 1]})
    assert isinstance(column, galena.Column)
    assert column.type == "boolean"
    assert column.to_list() == [True, False, False, False]
    assert memoryview(column).tolist() == [True, False, False, False]


def test_logic_and_canonical_json() -> None:
    either = expression(
        criterion("a", "equals", 1), criterion("b", "equals", 2), logic="1 or not 2"
    )
    assert json.loads(either.to_json())["logic"] == "1 OR NOT 2"
    assert either.evaluate({"a": 1, "b": 2}) and either.evaluate({"b": 3})
    assert not either.evaluate({"b": 2})
    assert galena.Expression(either.to_json()) == either
    assert either.fields == ["a", "b"]
    assert repr(either).startswith("galena.Expression({")


def test_values_that_cannot_be_compared() -> None:
    with pytest.raises(galena.DeniedByRule) as caught:
        LARGE.evaluate({"country": "DE", "employees": "many"})
    assert caught.value.detail == "evaluation_error"
    assert caught.value.subject == "/criteria/1"
    column = LARGE.filter({"country": ["DE", "DE"], "employees": ["many", "600"]})
    assert column.to_list() == [None, True]


def test_days_need_now() -> None:
    today = expression(criterion("created", "today"))
    with pytest.raises(galena.InvalidArgument) as caught:
        today.evaluate({"created": NOW})
    assert caught.value.subject == "now"
    assert today.evaluate({"created": NOW}, now=NOW)
    late = NOW.replace(hour=23, minute=30)
    assert not today.evaluate({"created": late}, now=NOW, zone="Europe/Berlin")
    with pytest.raises(galena.InvalidArgument):
        today.evaluate({"created": NOW}, now=NOW.replace(tzinfo=None))
    with pytest.raises(galena.NotFound):
        today.evaluate({"created": NOW}, now=NOW, zone="Europe/Atlantis")


def test_with_a_schema_mistakes_are_found_at_once() -> None:
    lead = galena.schemas.lead()
    galena.Expression({"criteria": [criterion("last_name", "equals", "x")]}, schema=lead)
    with pytest.raises(galena.InvalidArgument) as caught:
        galena.Expression(
            {
                "criteria": [
                    criterion("lastname", "equals", "x"),
                    criterion("employees", "contains", "5"),
                ]
            },
            schema=lead,
        )
    assert [problem.detail for problem in caught.value.problems] == [
        "unknown_field",
        "operator_not_for_type",
    ]


def test_with_a_schema_data_is_brought_into_its_shape() -> None:
    lead = galena.schemas.lead()
    bound = galena.Expression(
        {"criteria": [criterion("employees", "greater_or_equal", 500)]}, schema=lead
    )
    assert bound.filter({"employees": ["600", "5"], "other": [1, 2]}).to_list() == [True, False]
    assert bound.evaluate({"employees": "600", "other": 1})
    with pytest.warns(UserWarning, match="count as blank"):
        assert bound.filter({"employees": ["many"]}).to_list() == [False]
    with pytest.raises(galena.InvalidArgument) as caught:
        bound.evaluate({"employees": "many"})
    assert caught.value.subject == "employees"


def test_a_missing_column_is_a_mistake() -> None:
    with pytest.raises(galena.InvalidArgument) as caught:
        LARGE.filter({"country": ["DE"]})
    assert caught.value.detail == "unknown_field"


def test_cel_text_is_told_to_be_unsupported() -> None:
    with pytest.raises(galena.Unsupported, match="JSON form"):
        galena.Expression("employees > 500")
    with pytest.raises(galena.Unsupported):
        galena.Expression({"cel": "employees > 500"})


def test_mistakes_and_wrong_types() -> None:
    with pytest.raises(galena.InvalidArgument):
        galena.Expression({"criteria": [criterion("a", "resembles", 1)]})
    with pytest.raises(galena.ParseError):
        galena.Expression('{"criteria": [')
    with pytest.raises(TypeError):
        galena.Expression(3)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        galena.Expression({"match": "all"}, schema="lead")  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        LARGE.evaluate(3)


def test_explain_says_what_was_read() -> None:
    lines = LARGE.explain({"country": "US", "employees": 900})
    assert lines == ['country in ["DE","FR"]: no, country is "US"']
