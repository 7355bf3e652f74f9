#!/usr/bin/env python3
"""Writes src/match/tables/number_words.cc: numbers as words in names of companies.

Source: number_words.txt beside this script, compiled for this project.
"""

import pathlib

from table_text import fold, write_table


def main() -> None:
    lines = []
    for line in pathlib.Path(__file__).with_name("number_words.txt").read_text("utf-8").splitlines():
        if line and line[0] != "#":
            number, *words = fold(line).split()
            lines += [f"{word} {number}" for word in words]
    write_table("number_words", 'Source: scripts/tables/number_words.txt. "word number".', sorted(lines))


main()
