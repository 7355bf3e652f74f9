"""A program as a user would write it; the tests run mypy --strict on it and then the program."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Optional

import galena

NOW = datetime.datetime(2026, 11, 22, 12, 0, tzinfo=datetime.timezone.utc)


@dataclass
class Lead:
    name: str
    email: Optional[str]
    country: str
    employees: Optional[int]
    owner: str = ""


LEADS = [
    Lead("Katherine Johnson", "k.johnson@acme.com", "DE", 900),
    Lead("Kathrin Johnson", "k.johnson@acme.com", "DE", None),
    Lead("Robert Miller", "r.miller@web.de", "US", 12),
]

RULES = {
    "name": "inbound",
    "entity": "lead",
    "default_owner": {"queue": "unassigned"},
    "entries": [
        {
            "id": "dach",
            "when": {"criteria": [{"field": "country", "op": "in", "value": ["DE", "AT", "CH"]}]},
            "assign": {"pool": "dach"},
        }
    ],
    "pools": [
        {"id": "dach", "method": "round_robin", "members": [{"id": "u1"}, {"id": "u2"}]}
    ],
}


def duplicates() -> list[list[int]]:
    found = galena.dedupe(LEADS, fields={"name": "full_name", "email": "email"})
    clusters: dict[int, list[int]] = {}
    for row in found.clusters.rows():
        clusters.setdefault(row["cluster"], []).append(row["id"])
    explanation: galena.Explanation = found.explain(0, 1)
    probability: float = explanation.probability
    assert probability > 0.5, str(explanation)
    return [members for members in clusters.values() if len(members) > 1]


def owners() -> list[str]:
    router = galena.Router(galena.RuleSet.from_json(RULES))
    for lead in LEADS:
        decision: galena.Decision = router.decide(lead, now=NOW)
        for change in decision.changes:
            setattr(lead, change.field, change.after)
    state: str = router.state
    assert galena.Router(RULES, state=state).state == state
    return [lead.owner for lead in LEADS]


def walk() -> str:
    process = galena.processes.lead()
    instance: galena.Instance = process.start(now=NOW, record="l1")
    rep = galena.Actor("u1", roles=["rep"])
    for event in process.available(instance, record=LEADS[0], actor=rep, now=NOW):
        if event.allowed and not event.reasons:
            step = process.step(instance, event.event, record=LEADS[0], actor=rep, now=NOW)
            instance = step.check()
            break
    return instance.status


def large_ones() -> list[Optional[bool]]:
    large = galena.Expression(
        {"criteria": [{"field": "employees", "op": "greater_or_equal", "value": 500}]}
    )
    column: galena.Column = large.filter(LEADS)
    return list(column)


def main() -> None:
    print("duplicates:", duplicates())
    print("owners:", owners())
    print("large:", large_ones())
    print("moved:", walk() != "new")
    try:
        galena.read_csv("missing.csv")
    except galena.Io as error:
        print("error:", error.code)


if __name__ == "__main__":
    main()
