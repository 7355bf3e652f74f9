"""Duplicates in a list of people: clusters, and why two rows are one."""

import galena

people = [
    {"id": "a", "first_name": "Katherine", "last_name": "Johnson", "email": "k.johnson@acme.com"},
    {"id": "b", "first_name": "Kathrin", "last_name": "Johnson", "email": "K.Johnson@acme.com"},
    {"id": "c", "first_name": "Robert", "last_name": "Miller", "email": "r.miller@web.de"},
]
found = galena.dedupe(people, id="id")
for row in found.clusters.rows():
    print(row["id"], "is", row["cluster"])
for level in found.explain("a", "b").levels.rows():
    if level["left"]:
        print(level["left"], "and", level["right"], "as", level["field"], "are", level["level"])
