"""Tables brought into the shape of a schema: mapping, formats, values that do not fit."""

from __future__ import annotations

import datetime
from decimal import Decimal

import galena
import pytest

LEAD = galena.schemas.lead()
CSV = (
    "Nachname;Firma;E-Mail;Mitarbeiter;Anything\n"
    "Johnson;Acme;k.johnson@acme.com;900;x\n"
    "Miller;Initech;r.miller@web.de;many;y\n"
).encode()


def test_mappings_are_suggested_with_reasons() -> None:
    table = galena.read_csv(CSV)
    mapping = galena.suggest_mapping(table, LEAD)
    assert mapping == {
        "Nachname": "last_name", "Firma": "company", "E-Mail": "email", "Mitarbeiter": "employees",
    }
    assert mapping.unmapped == ["Anything"]
    assert all(each.text and each.reason for each in mapping.reasons)
    given = galena.suggest_mapping(table, LEAD, {"Anything": "company"})
    assert given["Anything"] == "company" and given["Nachname"] == "last_name"


def test_columns_become_the_fields_of_the_schema() -> None:
    leads = galena.read_csv(CSV).conform(LEAD)
    assert leads.column_names == [field.name for field in LEAD.fields]
    assert leads["last_name"].to_list() == ["Johnson", "Miller"]
    assert leads["employees"].to_list() == [900, None]
    assert leads.problems.column_names == ["row", "column", "code", "message"]
    assert [(row["row"], row["column"]) for row in leads.problems.rows()] == [(1, "Mitarbeiter")]


def test_an_explicit_mapping_is_the_only_one() -> None:
    leads = galena.read_csv(CSV).conform(LEAD, {"Firma": "last_name"})
    assert leads["last_name"].to_list() == ["Acme", "Initech"]
    assert leads["company"].to_list() == [None, None]
    with pytest.raises(galena.InvalidArgument) as caught:
        galena.read_csv(CSV).conform(LEAD, {"nope": "company", "Firma": "nope"})
    assert len(caught.value.problems) == 2


def test_formats_are_found_or_declared() -> None:
    schema = galena.Schema(
        {
            "entity": "deal",
            "fields": [
                {"name": "day", "type": "date"},
                {"name": "amount", "type": "money", "currency": "EUR"},
                {"name": "at", "type": "instant"},
            ],
        }
    )
    clear = galena.Table({"day": ["31.12.2024", "1.2.2024"], "amount": ["1.234,50", "7,25"]})
    deals = clear.conform(schema)
    assert deals["day"].to_list() == [datetime.date(2024, 12, 31), datetime.date(2024, 2, 1)]
    assert deals["amount"].to_list() == [Decimal("1234.50"), Decimal("7.25")]
    assert deals["amount"].currency == "EUR"

    unclear = galena.Table({"day": ["3/4/2024"]})
    with pytest.raises(galena.InvalidArgument) as caught:
        unclear.conform(schema)
    assert caught.value.detail == "ambiguous_date"
    assert unclear.conform(schema, date_order="month_day_year")["day"][0] == datetime.date(2024, 3, 4)
    with pytest.raises(galena.InvalidArgument, match="day_month_year"):
        unclear.conform(schema, date_order="nonsense")

    local = galena.Table({"at": ["2024-07-01 12:30"]})
    with pytest.raises(galena.InvalidArgument):
        local.conform(schema)
    read = local.conform(schema, utc_offset=datetime.timedelta(hours=2))
    assert read["at"][0] == datetime.datetime(2024, 7, 1, 10, 30, tzinfo=datetime.timezone.utc)


def test_rows_are_records_for_the_engines() -> None:
    schema = galena.Schema(
        {"entity": "deal", "fields": [{"name": "amount", "type": "money", "currency": "EUR"}]}
    )
    deals = galena.Table({"amount": [Decimal("12.50"), None]}).conform(schema)
    assert list(deals.rows()) == [
        {"amount": galena.Money(Decimal("12.50"), "EUR")}, {"amount": None},
    ]
    large = galena.Expression(
        {"criteria": [{"field": "amount", "op": "greater", "value": "10 EUR"}]}, schema=schema
    )
    assert [large.evaluate(deal) for deal in deals.rows()] == [True, False]


def test_wrong_types() -> None:
    with pytest.raises(TypeError):
        galena.suggest_mapping({"a": [1]}, "lead")  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        galena.Table({"a": [1]}).conform("lead")  # type: ignore[arg-type]
