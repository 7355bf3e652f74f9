#!/usr/bin/env python3
"""Writes src/match/tables/person_words.cc: titles, degrees, particles and generational suffixes.

Source: person_words.txt beside this script, compiled for this project.
"""

import pathlib

from table_text import fold, write_table


def main() -> None:
    lines = set()
    for line in pathlib.Path(__file__).with_name("person_words.txt").read_text("utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        kind, *words = line.split()
        meaning = " " + words.pop(0) if kind == "suffix" else ""
        lines |= {f"{fold(word)} {kind}{meaning}" for word in words}
    write_table(
        "person_words",
        "Source: scripts/tables/person_words.txt. \"word kind [suffix]\".",
        sorted(lines),
    )


main()
