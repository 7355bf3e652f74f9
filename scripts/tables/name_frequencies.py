#!/usr/bin/env python3
"""Writes src/match/tables/given_names.cc and surnames.cc: how common names are, per million people.

Source: US Census Bureau, 1990 census name files (public domain): us_census_male_first.txt,
us_census_female_first.txt, us_census_surnames.txt. The two given-name files count as half each.
"""

from collections import defaultdict

from table_text import REFERENCE, fold, write_table


def read(name: str) -> list[tuple[str, float]]:
    rows = []
    for line in (REFERENCE / name).read_text(encoding="utf-8").splitlines():
        parts = line.split()
        if len(parts) == 4:
            rows.append((fold(parts[0]), float(parts[1])))
    return rows


def main() -> None:
    source = "Source: US Census Bureau, 1990 name files (public domain). \"name people-per-million\"."
    given: dict[str, float] = defaultdict(float)
    for file in ("us_census_male_first.txt", "us_census_female_first.txt"):
        for name, percent in read(file):
            given[name] += percent / 2
    for table, rows, limit in (
        ("given_names", given.items(), 4000),
        ("surnames", read("us_census_surnames.txt"), 8000),
    ):
        ordered = sorted(rows, key=lambda row: (-row[1], row[0]))[:limit]
        lines = [f"{name} {max(1, round(percent * 1e4))}" for name, percent in ordered]
        write_table(table, source, lines)


main()
