"""The settings of Splink's documentation (docs/demos of its repository at 5.0.0).

FEBRL: examples/duckdb/febrl3 and febrl4. fake_1000: tutorials 04 and 05. Leads: the example of
50,000 historical persons, with the columns that a lead has. Places and the mixed table have no
example of their own; they are the tutorial's comparisons applied to their columns.
"""

from __future__ import annotations

import splink.comparison_library as cl
from splink import block_on

from harness.tools.splink_settings.setting import Setting


def febrl(link: bool) -> Setting:
    return _febrl4() if link else _febrl3()


def _febrl3() -> Setting:
    return Setting(
        comparisons=[
            cl.NameComparison("given_name"),
            cl.NameComparison("surname"),
            cl.DateOfBirthComparison("date_of_birth", input_is_string=True,
                                     datetime_format="%Y%m%d"),
            cl.DamerauLevenshteinAtThresholds("soc_sec_id", [2]),
            cl.ExactMatch("street_number").configure(term_frequency_adjustments=True),
            cl.ExactMatch("postcode").configure(term_frequency_adjustments=True),
        ],
        blocking=[block_on("soc_sec_id"), block_on("given_name"), block_on("surname"),
                  block_on("date_of_birth"), block_on("postcode")],
        certain=[block_on("soc_sec_id"), block_on("given_name", "surname", "date_of_birth"),
                 "l.given_name = r.surname and l.surname = r.given_name "
                 "and l.date_of_birth = r.date_of_birth"],
        recall=0.9, u_pairs=1e6, seed=2, without_frequencies=False,
        training=[block_on("date_of_birth"), block_on("postcode")], predict_from=0.2)


def _febrl4() -> Setting:
    return Setting(
        comparisons=[
            cl.NameComparison("given_name").configure(term_frequency_adjustments=True),
            cl.NameComparison("surname").configure(term_frequency_adjustments=True),
            cl.DateOfBirthComparison("date_of_birth", input_is_string=True,
                                     datetime_format="%Y%m%d", invalid_dates_as_null=True),
            cl.DamerauLevenshteinAtThresholds("soc_sec_id", [1, 2]),
            cl.ExactMatch("street_number").configure(term_frequency_adjustments=True),
            cl.DamerauLevenshteinAtThresholds("postcode", [1, 2]).configure(
                term_frequency_adjustments=True),
        ],
        blocking=[block_on("given_name", "surname"),
                  "l.given_name = r.surname and l.surname = r.given_name",
                  block_on("date_of_birth"), block_on("soc_sec_id"),
                  block_on("state", "address_1"), block_on("street_number", "address_1"),
                  block_on("postcode")],
        certain=[block_on("soc_sec_id"), block_on("given_name", "surname", "date_of_birth")],
        recall=0.8, u_pairs=1e6, training=[block_on("date_of_birth"), block_on("postcode")])


def fake(_: bool) -> Setting:
    return Setting(
        comparisons=[
            cl.NameComparison("first_name"),
            cl.NameComparison("surname"),
            cl.LevenshteinAtThresholds("dob", 1),
            cl.ExactMatch("city").configure(term_frequency_adjustments=True),
            cl.EmailComparison("email"),
        ],
        blocking=[block_on("first_name", "city"), block_on("surname"), block_on("dob")],
        certain=[block_on("first_name", "dob"),
                 "l.first_name = r.first_name and levenshtein(r.surname, l.surname) <= 2",
                 block_on("email")],
        recall=0.7, u_pairs=2e6, without_frequencies=False,
        training=[block_on("first_name", "surname"), block_on("dob")])


def leads(_: bool) -> Setting:
    return Setting(
        derived={"first_name_last_name": "first_name || ' ' || last_name"},
        comparisons=[
            cl.ForenameSurnameComparison("first_name", "last_name",
                                         forename_surname_concat_col_name="first_name_last_name"),
            cl.EmailComparison("email"),
            cl.LevenshteinAtThresholds("phone", [1, 2]),
            cl.NameComparison("company"),
            cl.LevenshteinAtThresholds("postal_code", 1),
            cl.ExactMatch("city").configure(term_frequency_adjustments=True),
        ],
        blocking=[block_on("substr(first_name,1,3)", "substr(last_name,1,4)"),
                  block_on("email"), block_on("phone"),
                  block_on("last_name", "company"), block_on("first_name", "company"),
                  block_on("postal_code", "first_name"), block_on("postal_code", "last_name"),
                  block_on("last_name", "city")],
        certain=[block_on("email"), block_on("first_name", "last_name", "company"),
                 block_on("first_name", "last_name", "postal_code")],
        recall=0.6, u_pairs=1e7,
        training=[block_on("first_name", "last_name"), block_on("email")])


def places(link: bool) -> Setting:
    name, street = ("name", "addr") if link else ("site_name", "address")
    area = "city" if link else "zip"
    return Setting(
        comparisons=[
            cl.NameComparison(name),
            cl.NameComparison(street),
            cl.ExactMatch(area).configure(term_frequency_adjustments=True),
            cl.LevenshteinAtThresholds("phone", [1, 2]),
        ],
        blocking=[block_on(name), block_on(street), block_on("phone"),
                  block_on(f"substr({name},1,4)", area), block_on(f"substr({street},1,6)", area)],
        certain=[block_on(name, street), block_on(name, "phone"), block_on(street, "phone")],
        recall=0.7, u_pairs=1e6, training=[block_on(name), block_on("phone")])


def mixed(_: bool) -> Setting:
    return Setting(
        comparisons=[
            cl.NameComparison("primary_name_first"),
            cl.NameComparison("primary_name_last"),
            cl.NameComparison("primary_name_org"),
            cl.NameComparison("primary_name_full"),
            cl.LevenshteinAtThresholds("date_of_birth", 1),
            cl.EmailComparison("email_address"),
            cl.LevenshteinAtThresholds("phone_number", 1),
            cl.NameComparison("addr_line1"),
            cl.ExactMatch("addr_postal_code"),
        ],
        blocking=[block_on("primary_name_last"), block_on("primary_name_first"),
                  block_on("primary_name_org"), block_on("primary_name_full"),
                  block_on("date_of_birth"), block_on("email_address"), block_on("phone_number"),
                  block_on("addr_line1"), block_on("addr_postal_code")],
        certain=[block_on("primary_name_first", "primary_name_last", "date_of_birth"),
                 block_on("primary_name_org", "phone_number"),
                 block_on("primary_name_last", "phone_number")],
        recall=0.5, u_pairs=1e6,
        training=[block_on("primary_name_last"), block_on("phone_number"),
                  block_on("primary_name_org")])


FAMILIES = {"febrl": febrl, "fake": fake, "leads": leads, "places": places, "mixed": mixed}
