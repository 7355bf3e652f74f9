"""Data in: columns, rows, records of your own, paths; what each value becomes."""

from __future__ import annotations

import collections
import dataclasses
import datetime
import pathlib
from decimal import Decimal
from typing import Any

import galena
import pytest

UTC = datetime.timezone.utc
BERLIN_SUMMER = datetime.timezone(datetime.timedelta(hours=2))


def one(values: list[Any]) -> galena.Column:
    return galena.Table({"c": values})["c"]


@pytest.mark.parametrize(
    ("values", "type_", "expected"),
    [
        (["a", None, ""], "text", ["a", None, ""]),
        ([True, None, False], "boolean", [True, None, False]),
        ([1, None, -(2**63)], "integer", [1, None, -(2**63)]),
        ([1.5, None, 2], "number", [1.5, None, 2.0]),
        ([Decimal("1.5"), 2, Decimal("-0.25")], "decimal",
         [Decimal("1.50"), Decimal("2.00"), Decimal("-0.25")]),
        ([datetime.date(2024, 2, 29), None], "date", [datetime.date(2024, 2, 29), None]),
        ([None, None], "text", [None, None]),
        ([], "text", []),
        ([float("nan"), "x"], "text", [None, "x"]),
        ([float("nan"), 1.0], "number", [None, 1.0]),
        (["a", 1, True, Decimal("2.50")], "text", ["a", "1", "true", "2.50"]),
        ([["red", "green"], None], "text", ["red;green", None]),
    ],
)
def test_the_type_of_a_column_is_that_of_its_values(
    values: list[Any], type_: str, expected: list[Any]
) -> None:
    column = one(values)
    assert column.type == type_
    assert column.to_list() == expected


def test_instants_come_back_in_utc() -> None:
    given = datetime.datetime(2024, 7, 1, 12, 30, 0, 250000, tzinfo=BERLIN_SUMMER)
    column = one([given, None])
    assert column.type == "instant"
    assert column.to_list() == [given, None]
    assert column[0].tzinfo is UTC
    assert column[0].isoformat() == "2024-07-01T10:30:00.250000+00:00"


@pytest.mark.parametrize(
    "instant",
    [
        datetime.datetime(1, 1, 1, tzinfo=UTC),
        datetime.datetime(1969, 12, 31, 23, 59, 59, 999999, tzinfo=UTC),
        datetime.datetime(9999, 12, 31, 23, 59, 59, 999999, tzinfo=UTC),
    ],
)
def test_every_instant_of_python_fits(instant: datetime.datetime) -> None:
    assert one([instant]).to_list() == [instant]


def test_naive_datetimes_are_refused_with_their_place() -> None:
    with pytest.raises(galena.InvalidArgument, match="no time zone") as caught:
        galena.Table({"created": [None, datetime.datetime(2024, 1, 1)]})
    assert caught.value.detail == "naive_datetime"
    assert caught.value.subject == "column 'created', row 1"


def test_money_is_an_amount_with_one_currency_a_column() -> None:
    money = [galena.Money(Decimal("12.50"), "EUR"), None, galena.Money(Decimal("3"), "EUR")]
    column = one(money)
    assert (column.type, column.currency) == ("decimal", "EUR")
    assert column.to_list() == [Decimal("12.50"), None, Decimal("3.00")]
    mixed = one([galena.Money(Decimal("1"), "EUR"), galena.Money(Decimal("1"), "USD")])
    assert mixed.to_list() == ["1 EUR", "1 USD"]
    with pytest.raises(galena.InvalidArgument, match="ISO 4217"):
        one([galena.Money(Decimal("1"), "Euro")])


@pytest.mark.parametrize("value", [2**63, Decimal("1" + "0" * 19), Decimal("1e-19")])
def test_numbers_that_do_not_fit_are_refused(value: Any) -> None:
    with pytest.raises(galena.LimitExceeded, match="column 'c', row 0"):
        one([value])


@pytest.mark.parametrize("value", [b"bytes", {"a": 1}, {1, 2}, object(), 1j, [1, 2]])
def test_values_of_other_types_are_type_errors(value: Any) -> None:
    with pytest.raises(TypeError, match="column 'c', row 1"):
        one([None, value])


def test_lone_surrogates_are_bad_encoding() -> None:
    with pytest.raises(galena.BadEncoding) as caught:
        one(["fine", "\ud800"])
    assert caught.value.subject == "column 'c', row 1"


def test_rows_take_their_columns_in_order_of_appearance() -> None:
    table = galena.Table([{"b": 1}, {"a": "x", "b": 2}, {"c": None}])
    assert table.column_names == ["b", "a", "c"]
    assert table.to_dict() == {"b": [1, 2, None], "a": [None, "x", None], "c": [None, None, None]}


def test_rows_may_be_records_of_your_own() -> None:
    @dataclasses.dataclass
    class Lead:
        name: str
        age: int | None = None

    Point = collections.namedtuple("Point", "name age")
    table = galena.Table([Lead("Ann", 31), Point("Bob", None), collections.OrderedDict(name="Cid")])
    assert table.to_dict() == {"name": ["Ann", "Bob", "Cid"], "age": [31, None, None]}


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (3, "cannot read a table from int"),
        (None, "cannot read a table from NoneType"),
        ([1, 2], "row 0 must be a dict"),
        ([{"a": 1}, "x"], "row 1 must be a dict"),
        ([{1: 2}], "keys of a row must be str"),
        ({1: [2]}, "column names must be str"),
        ({"a": "text"}, "column 'a' must be a list"),
        ({"a": 3}, "column 'a' must be a list"),
    ],
)
def test_what_is_no_table_is_a_type_error(data: Any, message: str) -> None:
    with pytest.raises(TypeError, match=message):
        galena.Table(data)


def test_columns_of_different_lengths_are_refused() -> None:
    with pytest.raises(galena.InvalidArgument) as caught:
        galena.Table({"a": [1, 2], "b": [1]})
    assert caught.value.detail == "ragged_columns"
    assert caught.value.subject == "b"


def test_no_rows_and_no_columns() -> None:
    assert len(galena.Table([])) == 0
    assert len(galena.Table({})) == 0
    assert galena.Table({}).column_names == []
    assert galena.Table({"a": []}).to_dict() == {"a": []}


def test_a_path_is_read_as_csv(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "leads.csv"
    path.write_text("name,age\nAnn,31\n", encoding="utf-8")
    for given in (path, str(path)):
        assert galena.Table(given).to_dict() == {"name": ["Ann"], "age": ["31"]}


def test_bad_rows_of_a_path_are_told(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "leads.csv"
    path.write_text("name,age\nAnn,31,extra\nBob,4\n", encoding="utf-8")
    with pytest.warns(UserWarning, match="1 rows were left out"):
        assert len(galena.Table(path)) == 1


def test_iterators_and_ranges_are_columns() -> None:
    table = galena.Table({"a": range(3), "b": (str(i) for i in range(3)), "c": (1.0, 2.0, 3.0)})
    assert table.to_dict() == {"a": [0, 1, 2], "b": ["0", "1", "2"], "c": [1.0, 2.0, 3.0]}


def test_a_mapping_of_your_own_is_a_table() -> None:
    assert galena.Table(collections.OrderedDict(a=[1])).to_dict() == {"a": [1]}
