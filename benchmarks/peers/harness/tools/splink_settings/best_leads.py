"""The best setting of Splink that we found for leads: lean, and as accurate as we could make it.

What paid, in this order: one joint comparison of company, telephone and town; first name and
surname apart, each with a level for swapped names; mailboxes of roles left out; names folded and
"Surname, First" taken apart; EM on pairs that share a mailbox name and a telephone instead of a
first name and surname, because in a million rows most namesakes are strangers.
"""

from __future__ import annotations

from typing import Any

import splink.comparison_level_library as cll
import splink.comparison_library as cl
from splink import block_on

from harness.tools.splink_settings.setting import Setting

ROLES = ("info", "sales", "office", "contact", "kontakt", "admin", "mail", "hello", "support",
         "enquiries", "service", "marketing", "post", "vertrieb")


def _level(sql: str, label: str) -> Any:
    return cll.CustomLevel(sql, label_for_charts=label)


def _lead_columns() -> dict[str, str]:
    """Folded case and accents, "Surname, First" taken apart, mailboxes of roles left out."""
    folded = "strip_accents(lower({}))"
    last = folded.format("last_name")
    parted = f"first_name IS NULL AND contains(last_name, ',')"
    box = "split_part(lower(trim(email)), '@', 1)"
    first = (f"nullif(trim(CASE WHEN {parted} THEN split_part({last}, ',', 2) "
             f"ELSE {folded.format('first_name')} END), '')")
    family = f"nullif(trim(split_part({last}, ',', 1)), '')"
    forms = "inc|ltd|llc|gmbh|ag|co|corp|kg|bv|sa|srl|limited|plc"
    return {
        "first": first, "last": family,
        "firm": f"nullif(trim(regexp_replace({folded.format('company')}, "
                f"'\\b({forms})\\b|[^a-z0-9 ]', '', 'g')), '')",
        "own": f"CASE WHEN {box} IN {ROLES} THEN NULL ELSE lower(trim(email)) END",
        "box": box, "host": "split_part(lower(trim(email)), '@', 2)",
        "tail": "right(nullif(regexp_replace(phone, '[^0-9]', '', 'g'), ''), 8)",
        "town": f"nullif(trim({folded.format('city')}), '')"}


def _lead_names() -> list[Any]:
    initial = ("substr(first_l, 1, 1) = substr(first_r, 1, 1) "
               "AND least(length(first_l), length(first_r)) <= 2")
    swapped = cll.ColumnsReversedLevel("first", "last", symmetrical=True)
    return [
        cl.CustomComparison([
            cll.NullLevel("first"),
            cll.ExactMatchLevel("first").configure(tf_adjustment_column="first"), swapped,
            _level(initial, "initial"), cll.JaroWinklerLevel("first", 0.9),
            cll.JaroWinklerLevel("first", 0.8), cll.ElseLevel()], output_column_name="first"),
        cl.CustomComparison([
            cll.NullLevel("last"),
            cll.ExactMatchLevel("last").configure(tf_adjustment_column="last"), swapped,
            cll.JaroWinklerLevel("last", 0.9), cll.ElseLevel()], output_column_name="last")]


def _lead_mail() -> Any:
    return cl.CustomComparison([
        cll.NullLevel("own"), cll.ExactMatchLevel("own"), _level("box_l = box_r", "same mailbox"),
        _level("host_l = host_r AND jaro_winkler_similarity(box_l, box_r) >= 0.88",
               "close mailbox, same host"),
        cll.JaroWinklerLevel("box", 0.88), cll.ElseLevel()], output_column_name="mail")


def _lead_place() -> Any:
    """Company, telephone and town as one: colleagues share all three."""
    blank = " AND ".join(f"({name}_l IS NULL OR {name}_r IS NULL)"
                         for name in ("firm", "tail", "town", "postal_code"))
    here = "(town_l = town_r OR postal_code_l = postal_code_r)"
    return cl.CustomComparison([
        _level(blank, "nothing to compare").configure(is_null_level=True),
        _level("firm_l = firm_r AND tail_l = tail_r", "company and telephone"),
        _level("tail_l = tail_r", "telephone"),
        _level(f"firm_l = firm_r AND {here}", "company and place"),
        _level("firm_l = firm_r", "company"),
        _level("jaro_winkler_similarity(firm_l, firm_r) >= 0.88", "close company"),
        _level("postal_code_l = postal_code_r", "postal code"),
        _level("town_l = town_r", "town"), cll.ElseLevel()], output_column_name="place")


def leads(_: bool) -> Setting:
    return Setting(
        derived=_lead_columns(),
        comparisons=[*_lead_names(), _lead_mail(), _lead_place()],
        blocking=[block_on("first", "last"), block_on("own"),
                  block_on("last", "substr(firm,1,5)"), block_on("first", "substr(firm,1,5)"),
                  block_on("tail", "substr(first,1,1)")],
        certain=[block_on("own", "last"), block_on("first", "last", "firm"),
                 block_on("first", "last", "tail")],
        recall=0.7, u_pairs=1e6, training=[block_on("box", "tail"), block_on("own")],
        predict_from=0.5, threshold=0.99, retain=False)
