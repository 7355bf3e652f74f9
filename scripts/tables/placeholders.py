#!/usr/bin/env python3
"""Writes src/match/tables/placeholders.cc: texts that stand for no value.

Source: placeholders.txt beside this script, compiled for this project.
"""

import pathlib

from table_text import write_table


def main() -> None:
    lines = set()
    for line in pathlib.Path(__file__).with_name("placeholders.txt").read_text("utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        kind, texts = line.split(": ", 1)
        lines |= {f"{text}\t{kind}" for text in texts.split(" | ")}
    write_table(
        "placeholders",
        'Source: scripts/tables/placeholders.txt. "text<tab>kind".',
        sorted(lines),
    )


main()
