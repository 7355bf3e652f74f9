#!/usr/bin/env python3
"""Writes src/match/tables/free_mail_domains.cc: domains where anybody gets a mailbox.

Source: shared/data/reference/free_email_domains.txt (CC0). Entries that are not a domain name are
left out.
"""

import re

from table_text import REFERENCE, write_table

DOMAIN = re.compile(r"^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,}$")


def main() -> None:
    lines = (REFERENCE / "free_email_domains.txt").read_text(encoding="utf-8").lower().split()
    domains = sorted({line for line in lines if DOMAIN.match(line) and len(line) <= 40})
    write_table("free_mail_domains", "Source: free_email_domains.txt (CC0).", domains)


main()
