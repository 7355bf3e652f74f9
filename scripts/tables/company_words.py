#!/usr/bin/env python3
"""Writes src/match/tables/company_words.cc: words that many companies have in their names.

Source: company_words.txt beside this script, compiled for this project.
"""

import pathlib

from table_text import fold, write_table


def main() -> None:
    text = pathlib.Path(__file__).with_name("company_words.txt").read_text("utf-8")
    lines = [line for line in text.splitlines() if line and line[0] != "#"]
    words = sorted({fold(word) for line in lines for word in line.split()})
    write_table("company_words", "Source: scripts/tables/company_words.txt.", words)


main()
