#!/usr/bin/env python3
"""Writes src/match/tables/phones.cc: lengths of national telephone numbers and trunk prefixes.

Source: phones.txt beside this script, compiled for this project. Calling codes of all countries are
in the table of countries; a country that is not listed here has the trunk prefix 0.
"""

import pathlib

from table_text import write_table


def main() -> None:
    text = pathlib.Path(__file__).with_name("phones.txt").read_text("utf-8")
    lines = [" ".join(line.split()) for line in text.splitlines() if line and line[0] != "#"]
    write_table(
        "phones",
        "Source: scripts/tables/phones.txt. \"calling-code fewest most [prefix ...]\".",
        sorted(lines),
    )


main()
