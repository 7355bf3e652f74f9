#!/usr/bin/env python3
"""Writes src/match/tables/street_words.cc: kinds of streets, directions, units, ordinals.

Source: street_words.txt beside this script, compiled for this project.
"""

import pathlib

from table_text import fold, write_table


def main() -> None:
    lines = set()
    for line in pathlib.Path(__file__).with_name("street_words.txt").read_text("utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        kind, usual, *others = fold(line).split()
        listed = others if kind in ("word", "first") else [usual, *others]
        lines |= {f"{word} {kind} {usual}" for word in listed}
    write_table(
        "street_words",
        "Source: scripts/tables/street_words.txt. \"word kind usual-word\".",
        sorted(lines),
    )


main()
