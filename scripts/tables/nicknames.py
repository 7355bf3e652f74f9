#!/usr/bin/env python3
"""Writes src/match/tables/nicknames.cc: formal given names with their short and pet forms.

Sources: shared/data/reference/nicknames.csv (Apache-2.0; mostly English), and nicknames_more.txt
beside this script (compiled for this project: other European languages and spellings that are
transliterated in several ways).
"""

import csv
import pathlib
from collections import defaultdict

from table_text import REFERENCE, fold, write_table


def main() -> None:
    groups: dict[str, set[str]] = defaultdict(set)
    with open(REFERENCE / "nicknames.csv", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            groups[fold(row["name1"])].add(fold(row["name2"]))
    more = pathlib.Path(__file__).with_name("nicknames_more.txt").read_text(encoding="utf-8")
    for line in more.splitlines():
        if line and not line.startswith("#"):
            formal, *short = fold(line).split()
            groups[formal].update(short)
    lines = []
    for formal in sorted(groups):
        short = sorted(name for name in groups[formal] if name != formal and " " not in name)
        if short and " " not in formal:
            lines.append(" ".join([formal, *short]))
    write_table("nicknames", "Sources: see the script. \"formal short short ...\".", lines)


main()
