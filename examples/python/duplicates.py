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

# Where no system has anyone twice, a cluster holds one record of each; its size may be limited too.
systems = [
    {"id": "c1", "name": "Ann Quistorp", "email": "ann@quistorp.org", "system": "crm"},
    {"id": "c2", "name": "Ann Quistorp", "email": "ann@quistorp.org", "system": "crm"},
    {"id": "s1", "name": "Ann Quistorp", "email": "ann@quistorp.org", "system": "shop"},
    {"id": "m1", "name": "Ann Quistorp", "email": "ann@quistorp.org", "system": "mail"},
]
for limits in ({"source": "system"}, {"source": "system", "most_members": 2}):
    found = galena.dedupe(systems, id="id", **limits)
    print(limits, found.clusters["cluster"].to_list(), found.explain("c1", "c2").obstacle)
