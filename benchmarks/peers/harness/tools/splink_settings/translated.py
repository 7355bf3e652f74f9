"""Galena's kinds and comparison levels as Splink comparisons.

Made from the kinds of the columns alone, like galena's own: the same levels in the same order with
term frequencies where galena has them, and the same blocking keys as far as SQL says them. What has
no counterpart in Splink is left out: nicknames, joint levels of related records, refined blocks.
"""

from __future__ import annotations

from itertools import combinations
from typing import Any, Callable, Mapping

import splink.comparison_level_library as cll
import splink.comparison_library as cl
from splink import block_on

from harness.tools.splink_settings.setting import Setting


def column_name(name: str) -> str:
    return name.lower().replace(" ", "_")


def custom(sql: str, label: str) -> Any:
    return cll.CustomLevel(sql, label_for_charts=label)


def comparison(column: str, *between: Any, frequencies: bool = True, exact: str = "") -> Any:
    """Null, exact, the levels between, else."""
    key = exact or column
    level = cll.ExactMatchLevel(key)
    if frequencies:
        level = level.configure(tf_adjustment_column=key)
    return cl.CustomComparison([cll.NullLevel(column), level, *between, cll.ElseLevel()],
                               output_column_name=column)


def words(column: str) -> list[Any]:
    """Levels over the sets of words, for which ``<column>_words`` is derived."""
    left, right = f"{column}_words_l", f"{column}_words_r"
    shared = f"len(list_intersect({left}, {right}))"
    all_words = f"len(list_distinct(list_concat({left}, {right})))"
    return [
        custom(f"{shared} = {all_words}", "same words"),
        custom(f"{shared} >= 0.6 * {all_words}", "most words"),
        custom(f"{shared} = least(len({left}), len({right}))", "contained"),
        custom(f"{shared} >= 0.3 * {all_words}", "some words"),
        cll.JaroWinklerLevel(column, 0.9)]


def first_name(column: str, other: str | None) -> Any:
    swapped = [cll.ColumnsReversedLevel(column, other, symmetrical=True)] if other else []
    initial = (f"substr({column}_l, 1, 1) = substr({column}_r, 1, 1) "
               f"and least(length({column}_l), length({column}_r)) <= 2")
    return comparison(column, custom(initial, "initial"), cll.JaroWinklerLevel(column, 0.92),
                       cll.JaroWinklerLevel(column, 0.85), *swapped)


def last_name(column: str, other: str | None) -> Any:
    swapped = [cll.ColumnsReversedLevel(column, other, symmetrical=True)] if other else []
    part = f"starts_with({column}_l, {column}_r) or starts_with({column}_r, {column}_l)"
    return comparison(column, cll.DamerauLevenshteinLevel(column, 1), custom(part, "part"),
                       cll.JaroWinklerLevel(column, 0.88), *swapped)


def _email(column: str) -> Any:
    left, right = f"{column}_l", f"{column}_r"
    return comparison(
        column,
        custom(f"split_part({left}, '@', 1) = split_part({right}, '@', 1)", "mailbox"),
        cll.DamerauLevenshteinLevel(column, 2),
        custom(f"split_part({left}, '@', 2) = split_part({right}, '@', 2)", "domain"))


def phone(column: str) -> Any:
    digits = f"{column}_digits"
    return cl.CustomComparison([
        cll.NullLevel(digits), cll.ExactMatchLevel(digits).configure(tf_adjustment_column=digits),
        custom(f"right({digits}_l, 7) = right({digits}_r, 7)", "tail"),
        cll.DamerauLevenshteinLevel(digits, 1), cll.ElseLevel()], output_column_name=column)


def _street(column: str) -> Any:
    bare = "regexp_replace({}, '[^a-zA-Z ]', '', 'g')"
    left, right = bare.format(f"{column}_l"), bare.format(f"{column}_r")
    return comparison(column, cll.DamerauLevenshteinLevel(column, 2),
                       custom(f"{left} = {right}", "number differs"),
                       cll.JaroWinklerLevel(column, 0.88))


def _birth_date(column: str) -> Any:
    left, right = (f"regexp_replace({column}_{side}, '[^0-9]', '', 'g')" for side in "lr")
    return comparison(
        column, cll.DamerauLevenshteinLevel(column, 1), cll.DamerauLevenshteinLevel(column, 2),
        custom(f"substr({left}, 1, 4) = substr({right}, 1, 4)", "same year"))


def _postal_code(column: str) -> Any:
    return comparison(
        column, cll.DamerauLevenshteinLevel(column, 1),
        custom(f"substr({column}_l, 1, 3) = substr({column}_r, 1, 3)", "area"))


def _identifier(column: str) -> Any:
    return comparison(column, cll.DamerauLevenshteinLevel(column, 2), frequencies=False)


def _word_field(column: str) -> Any:
    return comparison(column, *words(column))


BY_KIND: dict[str, Callable[[str], Any]] = {
    "middle_name": lambda c: first_name(c, None), "full_name": _word_field,
    "company": _word_field, "text": _word_field, "unit": _word_field, "email": _email,
    "phone": phone, "street": _street, "birth_date": _birth_date, "postal_code": _postal_code,
    "identifier": _identifier, "website": comparison, "region": comparison,
    "country": comparison, "category": comparison,
    "city": lambda c: comparison(c, cll.DamerauLevenshteinLevel(c, 2)),
    "house_number": lambda c: comparison(c, cll.DamerauLevenshteinLevel(c, 1))}


def _derived(column: str, kind: str) -> dict[str, str]:
    if kind in ("company", "full_name", "text", "unit"):
        return {f"{column}_words": f"list_distinct(regexp_extract_all(lower({column}), "
                                   "'[\\p{L}\\p{N}]+'))"}
    if kind == "phone":
        return {f"{column}_digits": f"nullif(regexp_replace({column}, '[^0-9]', '', 'g'), '')"}
    return {}


#: From this many rows on, keys that a whole company shares are refined by a name.
MANY = 50_000


def _keys(columns: Mapping[str, str], rows: int) -> list[tuple[str, ...]]:
    """Blocking keys: columns that identify alone, and pairs of those that do not quite.

    Galena refines the blocks that turn out too large; SQL has to know beforehand.
    """
    names = {column for column, kind in columns.items() if kind in ("first_name", "last_name")}
    refined = bool(names) and rows >= MANY
    shared = ("company", "street") if refined else ()
    alone: list[tuple[str, ...]] = []
    medium: list[tuple[str, str]] = []  # the column, and what of it is the key
    for column, kind in columns.items():
        if kind in ("email", "birth_date", "identifier", "full_name", "company", "street"):
            if kind not in shared:
                alone.append((column,))
        if kind == "phone":
            alone.append((f"{column}_digits",))
        if kind in ("first_name", "last_name", "city", "postal_code"):
            medium.append((column, column))
        if kind in ("company", "street") or (kind == "last_name" and not refined):
            medium.append((column, f"substr({column}, 1, 4)"))
    pairs = [(key, other_key) for (column, key), (other, other_key) in combinations(medium, 2)
             if column != other and (not refined or {column, other} & names)]
    return alone + pairs


def setting(kinds: Mapping[str, str], rows: int) -> Setting:
    columns = {column_name(name): kind for name, kind in kinds.items()}
    of = {kind: column for column, kind in reversed(columns.items())}
    first, last = of.get("first_name"), of.get("last_name")
    comparisons = []
    for column, kind in columns.items():
        if kind == "first_name":
            comparisons.append(first_name(column, last))
        elif kind == "last_name":
            comparisons.append(last_name(column, first))
        else:
            comparisons.append(BY_KIND[kind](column))
    derived = {name: sql for column, kind in columns.items()
               for name, sql in _derived(column, kind).items()}
    training = [block_on(*key) for key in _training_keys(of)]
    return Setting(
        comparisons=comparisons, blocking=[block_on(*key) for key in _keys(columns, rows)],
        certain=_certain(of), training=training, derived=derived, predict_from=0.01, retain=False)


def _training_keys(of: Mapping[str, str]) -> list[tuple[str, ...]]:
    """Two or three rules without a common column, so that every comparison is trained once."""
    names = [of[kind] for kind in ("first_name", "last_name") if kind in of]
    keys = [tuple(names)] if len(names) == 2 else []
    keys += [(of[kind],) for kind in ("birth_date", "email", "company", "street") if kind in of]
    if "phone" in of:
        keys.append((f"{of['phone']}_digits",))
    return keys[:3]


def _certain(of: Mapping[str, str]) -> list[Any]:
    groups = (("first_name", "last_name", "birth_date"), ("first_name", "last_name", "email"),
              ("first_name", "last_name", "phone"), ("first_name", "last_name", "company"),
              ("last_name", "identifier"), ("company", "street"), ("company", "phone"),
              ("street", "phone"))
    return [block_on(*(of[kind] for kind in group)) for group in groups
            if all(kind in of for kind in group)]
