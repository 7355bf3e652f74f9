#!/usr/bin/env python3
"""Writes src/match/tables/site_hosts.cc: sites under whose name each page is of somebody else.

Source: site_hosts.txt beside this script, compiled for this project.
"""

import pathlib

from table_text import write_table


def main() -> None:
    lines = set()
    for line in pathlib.Path(__file__).with_name("site_hosts.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            kind, *names = line.split()
            lines |= {f"{kind} {name}" for name in names}
    write_table("site_hosts", 'Source: scripts/tables/site_hosts.txt. "kind name".', sorted(lines))


main()
