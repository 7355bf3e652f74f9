#!/usr/bin/env python3
"""Writes src/match/tables/legal_forms.cc: legal forms of companies of all countries.

Sources: GLEIF Entity Legal Forms code list 1.4.1 (CC0), org_types.yml (MIT), and legal_forms.txt for
what both lack. A form is written as the words that the company normaliser sees, then its class: the
generic class of org_types.yml (LLC, JSC, LP, ...) where it has one, "-" where not.
"""

import csv
import re
from pathlib import Path

import yaml
from table_text import REFERENCE, tokens, write_table

# Words that name what a company does or is as often as its form: never taken off alone.
ORDINARY = {
    "pub", "public", "association", "foundation", "trust", "bank", "fund", "partnership", "cooperative",
    "group", "office", "branch", "charity", "university", "college", "school", "insurance", "credit",
    "union", "society", "estate", "government", "ministry", "council", "general", "international",
    "holding", "holdings", "enterprise", "enterprises", "firm", "business", "state", "private",
    "professional", "company branch", "sa", "national", "federation", "institute", "agency", "club",
    "federal", "municipal", "center", "centre", "service", "services", "commune", "region", "church",
    "unit", "body", "joint", "sole", "free", "a", "the", "of", "and", "house", "bureau", "combine",
    "et", "og", "in", "is", "am", "at", "be", "to", "up", "ok", "na", "eu", "ms", "si", "da", "son", "fab", "ctr", "gar",
    "ii", "iii", "iv", "vi", "vii", "xi", "other", "others", "series", "social", "district", "railroad",
    "canton", "kanton", "embassy", "ambassade", "botschaft", "firma", "estado", "departement", "comunidad",
    "metropole", "artisan", "fond", "fonds", "fondo", "bund", "bezirk", "gemeinde", "sonota", "procura",
    "procuration", "prokura", "kraj", "lipa", "filial", "ska", "factory", "plant", "works", "studio", "studios", "museum", "hospital", "party", "army", "team",
}
# A foundation, a bank or an association is another body than the company of its name: forms that say so
# are words of the name.
TELLING = {
    "bank", "banks", "banque", "banca", "banco", "sparkasse", "trust", "trusts", "union", "unions", "stiftung",
    "stiftungen", "foundation", "fondation", "fondazione", "fundacion", "fundacao", "fundacja", "nadace", "nadacia",
    "stichting", "verein", "vereine", "vereniging", "association", "associations", "asociacion", "associacao",
    "associazione", "stowarzyszenie", "society", "societies", "church", "university", "college", "school",
    "hospital", "museum", "institute", "institut", "instituto", "fund", "funds", "fonds", "fondo", "fundo",
}
# Short forms that are forms although they look like ordinary words.
FORMS = {"sa", "as", "se", "nv", "bv", "ab", "ag", "kg", "oy", "co", "lp", "pc"}


def usable(words: list[str]) -> bool:
    text = " ".join(words)
    if not words or len(words) > 5 or len(text) < 2 or len(text) > 48:
        return False
    if len(words) == 1 and text in ORDINARY and text not in FORMS:
        return False
    if TELLING & set(words) and "co" not in words:  # Stiftung & Co. KG
        return False
    # "y" and "e" are the word "and" within a name.
    return not text.isdigit() and words[0] not in ("y", "e")


def main() -> None:
    forms: dict[str, str] = {}
    for entry in yaml.safe_load((REFERENCE / "org_types.yml").read_text(encoding="utf-8"))["types"]:
        generic = entry.get("generic") or "-"
        names = [entry.get("display"), entry.get("compare"), *entry.get("aliases", [])]
        for name in names:
            words = tokens(name) if name else []
            if usable(words):
                forms.setdefault(" ".join(words), generic)
    with open(REFERENCE / "elf-codes-1.4.1.csv", encoding="utf-8-sig") as file:
        for row in csv.DictReader(file):
            names = []
            for column in ("Abbreviations Local language", "Abbreviations transliterated"):
                names += re.split(r"[;,]| or ", row[column])
            generic = next(
                (forms[" ".join(tokens(name))] for name in names if " ".join(tokens(name)) in forms),
                "-",
            )
            for column in (
                "Entity Legal Form name Local name",
                "Entity Legal Form name Transliterated name (per ISO 01-140-10)",
            ):
                if len(row[column].split()) >= 2 or row[column] not in ("", None):
                    names.append(row[column])
            for name in names:
                words = tokens(name)
                if usable(words) and not (len(words) == 1 and len(words[0]) > 12):
                    forms.setdefault(" ".join(words), generic)
    for line in (Path(__file__).parent / "legal_forms.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            generic, form = line.split(" ", 1)
            forms.setdefault(" ".join(tokens(form)), generic)
    lines = [f"{generic} {words}" for words, generic in sorted(forms.items())]
    write_table("legal_forms", "Sources: GLEIF ELF 1.4.1 (CC0), org_types.yml (MIT), legal_forms.txt. \"class words\".", lines)


main()
