"""The best settings of Splink that we found, per family of tables.

Found by trying what a patient user would, with the truth in hand: more blocking rules, columns
cleaned before comparing, galena's levels where they win, the threshold, one partner for each row of
a link. What was tried and lost is not here.
"""

from __future__ import annotations

import dataclasses

import splink.comparison_level_library as cll
import splink.comparison_library as cl
from splink import block_on

from harness import tables
from harness.tools.splink_settings import translated
from harness.tools.splink_settings.best_leads import leads
from harness.tools.splink_settings.setting import Setting


def febrl(link: bool) -> Setting:
    found = translated.setting(tables.FEBRL, rows=10_000)
    return dataclasses.replace(found, threshold=0.5, one_to_one=link)


def fake(_: bool) -> Setting:
    return Setting(
        comparisons=[
            translated.first_name("first_name", "surname"),
            translated.last_name("surname", "first_name"),
            cl.DateOfBirthComparison("dob", input_is_string=True),
            cl.ExactMatch("city").configure(term_frequency_adjustments=True),
            cl.EmailComparison("email")],
        blocking=[block_on("first_name"), block_on("surname"), block_on("dob"), block_on("email"),
                  block_on("substr(dob,1,4)", "substr(surname,1,2)"),
                  block_on("split_part(email,'@',1)"),
                  "l.first_name = r.surname", "l.surname = r.first_name",
                  block_on("city", "substr(first_name,1,1)"),
                  block_on("city", "substr(surname,1,1)")],
        certain=["l.first_name = r.first_name and levenshtein(r.dob, l.dob) <= 1",
                 "l.surname = r.surname and levenshtein(r.dob, l.dob) <= 1",
                 "l.first_name = r.first_name and levenshtein(r.surname, l.surname) <= 2",
                 "l.email = r.email"],
        recall=0.7, u_pairs=1e6, seed=5,
        training=[block_on("dob"), block_on("email"), block_on("first_name", "surname")],
        predict_from=0.5, threshold=0.5, retain=False)


def places(link: bool) -> Setting:
    name, street = ("name", "addr") if link else ("site_name", "address")
    noise = ("north|south|east|west|n|s|e|w|st|street|ave|av|avenue|blvd|rd|road|chicago|il|"
             "[0-9]{5}")
    way = f"regexp_replace(lower({street}), '[^a-z0-9 ]', ' ', 'g')"
    kinds = tables.RESTAURANTS if link else tables.SITES
    comparisons = [
        cl.CustomComparison([
            cll.NullLevel("clean"),
            cll.ExactMatchLevel("clean").configure(tf_adjustment_column="clean"),
            *translated.words(name), cll.ElseLevel()], output_column_name="called"),
        cl.CustomComparison([
            cll.NullLevel("way"),
            cll.ExactMatchLevel("way").configure(tf_adjustment_column="way"),
            translated.custom("number_l = number_r "
                              "and jaro_winkler_similarity(way_l, way_r) >= 0.85", "close"),
            translated.custom("number_l = number_r", "same number"),
            cll.JaroWinklerLevel("way", 0.95), cll.ElseLevel()], output_column_name="stands"),
        translated.phone("phone")]
    if link:
        comparisons.append(translated.comparison("city"))
    return Setting(
        derived={
            **translated.setting(kinds, rows=0).derived,
            "clean": f"nullif(trim(regexp_replace(lower({name}), '[^a-z0-9 ]', '', 'g')), '')",
            "way": f"nullif(trim(regexp_replace({way}, '\\b({noise})\\b|  +', ' ', 'g')), '')",
            "number": f"nullif(regexp_extract({street}, '^[0-9]+'), '')"},
        comparisons=comparisons,
        blocking=[block_on("clean"), block_on("way"), block_on("phone_digits"),
                  block_on("number", "substr(way,1,6)"), block_on("substr(clean,1,5)", "number")],
        certain=[block_on("clean", "way"), block_on("way", "phone_digits"),
                 block_on("clean", "phone_digits")],
        recall=0.7, u_pairs=1e6,
        training=[block_on("way"), block_on("phone_digits"), block_on("clean")],
        predict_from=0.01, threshold=0.5 if link else 0.95, retain=False, one_to_one=link)


def _any(*columns: str) -> str:
    return f"coalesce({', '.join(f'lower({column})' for column in columns)})"


def mixed(_: bool) -> Setting:
    """One column for what several say: name, identifier, address. Far too few rows to train on."""
    first = _any("primary_name_first")
    last = "nullif(regexp_replace(lower(primary_name_last), '\\b(jr|sr)\\b', '', 'g'), '')"
    person = (f"coalesce(lower(primary_name_full), nullif(concat_ws(' ', {first}, {last}), ''), "
              "lower(primary_name_org))")
    street = f"regexp_replace({_any('addr_line1', 'addr_full')}, '[^a-z0-9 ]', '', 'g')"
    words = "list_distinct(regexp_extract_all({}, '[\\p{{L}}\\p{{N}}]+'))"
    return Setting(
        derived={
            "called": person, "called_words": words.format(person),
            "street": street, "street_words": words.format(street),
            "born": "regexp_replace(date_of_birth, '[^0-9]', '', 'g')",
            "number": _any("passport_number", "drivers_license_number", "ssn_number",
                           "national_id_number", "tax_id_number", "lei_number"),
            "phone_digits": "right(regexp_replace(phone_number, '[^0-9]', '', 'g'), 8)",
            "mail": _any("email_address")},
        comparisons=[
            translated.comparison("called", *translated.words("called")),
            cl.ExactMatch("record_type"),
            cl.DamerauLevenshteinAtThresholds("born", 1),
            cl.ExactMatch("number"), cl.ExactMatch("mail"), cl.ExactMatch("phone_digits"),
            translated.comparison("street", *translated.words("street"))],
        blocking=["1 = 1"],
        certain=[block_on("number"), block_on("called", "born"), block_on("mail"),
                 block_on("called", "phone_digits"), block_on("called", "street")],
        recall=0.6, u_pairs=1e6,
        training=[block_on("phone_digits"), block_on("mail"), block_on("called")],
        predict_from=0.01, threshold=0.9, retain=False)


FAMILIES = {"febrl": febrl, "fake": fake, "leads": leads, "places": places, "mixed": mixed}
