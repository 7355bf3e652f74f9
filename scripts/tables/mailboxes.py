#!/usr/bin/env python3
"""Writes src/match/tables/mailboxes.cc: desks, alias domains, and characters without meaning.

Source: mailboxes.txt beside this script, compiled for this project.
"""

import pathlib

from table_text import write_table


def main() -> None:
    lines = []
    for line in pathlib.Path(__file__).with_name("mailboxes.txt").read_text("utf-8").splitlines():
        kind, *words = line.split() or ["#"]
        if kind == "role":
            lines += [f"role {word}" for word in words]
        elif kind == "alias":
            lines += [f"alias {word} {words[0]}" for word in words[1:]]
        elif kind == "ignored":
            lines.append(f"ignored {words[0]} {words[1]}")
    write_table(
        "mailboxes", "Source: scripts/tables/mailboxes.txt. \"kind name [meaning]\".", sorted(lines)
    )


main()
