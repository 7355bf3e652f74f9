#!/usr/bin/env python3
"""Writes src/match/tables/countries.cc (codes, calling codes, names) and regions.cc (the states and
provinces that addresses abbreviate).

Sources: shared/data/reference/country_codes.csv (public domain), iso3166-2.json; a few everyday
names are listed here.
"""

import csv
import json
import re

from table_text import REFERENCE, tokens, write_table

EVERYDAY = {
    "US": ["usa", "america", "united states", "us of america", "estados unidos", "etats unis"],
    "GB": ["uk", "united kingdom", "great britain", "britain", "england", "scotland", "wales",
           "northern ireland", "vereinigtes konigreich", "royaume uni", "reino unido"],
    "DE": ["deutschland", "allemagne", "alemania", "germania", "brd"],
    "AT": ["osterreich", "oesterreich", "autriche"],
    "CH": ["schweiz", "suisse", "svizzera"],
    "NL": ["nederland", "holland", "the netherlands", "niederlande"],
    "BE": ["belgie", "belgique", "belgien"],
    "ES": ["espana", "espagne", "spanien"],
    "IT": ["italia", "italie", "italien"],
    "PL": ["polska", "polen"], "CZ": ["czech republic", "ceska republika", "cesko", "tschechien"],
    "FR": ["frankreich", "francia"], "DK": ["danmark"], "SE": ["sverige"], "NO": ["norge"],
    "FI": ["suomi"], "HU": ["magyarorszag", "ungarn"], "GR": ["hellas", "ellada"], "TR": ["turkey", "turkiye"],
    "RU": ["russia", "rossiya", "russland"], "KR": ["south korea", "korea"], "VN": ["vietnam"],
    "AE": ["uae", "emirates"], "CN": ["china", "prc"], "TW": ["taiwan"], "IR": ["iran"],
    "BR": ["brasil"], "MX": ["mexico"], "LI": ["lichtenstein"], "SY": ["syria"], "BO": ["bolivia"],
    "VE": ["venezuela"], "TZ": ["tanzania"], "LA": ["laos"], "MD": ["moldova"],
}
STATES_OF = {"US", "CA", "AU", "BR", "MX", "IN", "DE", "CH", "IT", "NL"}


def main() -> None:
    lines = []
    with open(REFERENCE / "country_codes.csv", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            code = row["ISO3166-1-Alpha-2"]
            if len(code) != 2:
                continue
            names = [row["ISO3166-1-Alpha-3"]]
            for column in ("CLDR display name", "official_name_en", "official_name_fr", "official_name_es",
                           "UNTERM English Short", "UNTERM Russian Short"):
                names.append(re.sub(r"\(.*?\)", "", row[column] or ""))
            names += EVERYDAY.get(code, [])
            aliases = sorted({" ".join(tokens(name)) for name in names if tokens(name)})
            dial = re.sub(r"\D", "", row["Dial"].split(",")[0]) or "0"
            lines.append(f"{code.lower()} {dial} " + "|".join(aliases))
    write_table("countries", "Source: country_codes.csv (public domain). \"code calling-code name|name\".", sorted(lines))
    regions = []
    for row in json.loads((REFERENCE / "iso3166-2.json").read_text(encoding="utf-8"))["3166-2"]:
        country, code = row["code"].split("-", 1)
        if country in STATES_OF and code.isalpha():
            name = " ".join(tokens(re.sub(r"\(.*?\)|\[.*?\]", "", row["name"].split("/")[0])))
            if name:
                regions.append(f"{country.lower()} {code.lower()} {name}")
    write_table("regions", "Source: iso3166-2.json (ISO 3166-2). \"country code name\".", sorted(regions))


main()
