"""Any data that Python can hold goes in and comes out unchanged."""

from __future__ import annotations

import datetime
import math
from decimal import Decimal
from typing import Any

import galena
from hypothesis import given, settings
from hypothesis import strategies as st

texts = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=20)
# CSV has no place for NUL: a row with one is reported as an error.
printable = st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0"),
                    max_size=20)
instants = st.datetimes(timezones=st.timezones() | st.just(datetime.timezone.utc))
decimals = st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**12),
                       max_value=10**12)

cells = {
    "text": texts,
    "integer": st.integers(-(2**63), 2**63 - 1),
    "number": st.floats(allow_nan=False),
    "boolean": st.booleans(),
    "decimal": decimals,
    "date": st.dates(),
    "instant": instants.filter(lambda at: 2 <= at.year <= 9998),
}

columns = st.sampled_from(sorted(cells)).flatmap(
    lambda kind: st.lists(st.none() | cells[kind], max_size=30)
)


def same(a: Any, b: Any) -> bool:
    if isinstance(b, datetime.datetime):
        # A local time that daylight saving skips equals no other datetime, by PEP 495.
        return bool(a == b.astimezone(datetime.timezone.utc))
    if isinstance(a, float) and isinstance(b, float):
        return a == b or (math.isnan(a) and math.isnan(b))
    return bool(a == b)


@settings(max_examples=200, deadline=None)
@given(columns)
def test_columns_come_back(values: list[Any]) -> None:
    column = galena.Table({"c": values})["c"]
    assert all(same(a, b) for a, b in zip(column.to_list(), values))
    assert len(column) == len(values)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.dictionaries(texts.filter(bool), st.none() | texts | st.integers(0, 9),
                                max_size=4), max_size=8))
def test_rows_come_back(rows: list[dict[str, Any]]) -> None:
    table = galena.Table(rows)
    for given_row, row in zip(rows, table):
        for name, value in given_row.items():
            assert row[name] == value or row[name] == str(value)
        assert all(row[name] is None for name in row if name not in given_row)


@settings(max_examples=100, deadline=None)
@given(st.lists(printable, min_size=1, max_size=10))
def test_text_comes_back_from_csv(values: list[str]) -> None:
    text = galena.Table({"a": values, "b": ["x"] * len(values)}).to_csv()
    assert text is not None
    read = galena.read_csv(text.encode("utf-8"), delimiter=",")
    assert len(read.errors) == 0
    assert [value or "" for value in read["a"]] == values


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_a_table_or_an_error_of_galena(data: bytes) -> None:
    try:
        table = galena.read_csv(data)
    except galena.Error as error:
        assert error.problems
    else:
        assert len(table.to_dict()) == len(table.column_names)
        assert all(line > 0 for line in table.errors["line"])


@settings(max_examples=50, deadline=None)
@given(st.lists(st.one_of(*cells.values(), st.none()), max_size=10))
def test_any_mixture_is_a_column(values: list[Any]) -> None:
    try:
        column = galena.Table({"c": values})["c"]
    except galena.LimitExceeded:  # decimals of one scale, whose coefficients are 64 bits
        assert any(isinstance(value, Decimal) for value in values)
        assert any(abs(value) > 1e9 for value in values if isinstance(value, (int, float, Decimal)))
        return
    assert len(column) == len(values)
    assert [value is None for value in column] == [value is None for value in values]


def test_decimal_scale_is_the_largest() -> None:
    column = galena.Table({"c": [Decimal("1"), Decimal("0.125")]})["c"]
    assert [str(value) for value in column] == ["1.000", "0.125"]
