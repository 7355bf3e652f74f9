"""The main job through the Python API: import, duplicates, contacts, routing, tracking.

    python demo.py LEADS.csv CONTACTS.csv ROUTING.json STATUSES.csv DECISIONS

Writes a line for every decision, the same as the C++ and the C program, and prints their number.
"""

from __future__ import annotations

import sys
from datetime import datetime, timezone
from pathlib import Path

import galena

NOW = datetime(2026, 1, 5, 9, tzinfo=timezone.utc)
IDENTITY = {
    "first_name": "first_name", "last_name": "last_name", "company": "company", "email": "email",
    "phone": "phone", "mobile": "phone", "website": "website", "street": "street", "city": "city",
    "region": "region", "postal_code": "postal_code", "country": "country", "created_at": "created",
}
CONTACT_IDENTITY = {name: kind for name, kind in IDENTITY.items()
                    if name not in ("company", "website")} | {"account": "company"}


def duplicates(leads: galena.Table) -> list[str]:
    clusters = galena.dedupe(leads, IDENTITY, id="id").clusters["cluster"]
    return [f"duplicate {row} {cluster}" for row, cluster in enumerate(clusters)]


def contacts(leads: galena.Table, people: galena.Table) -> list[str]:
    pairs = galena.link(leads, people, IDENTITY, right_fields=CONTACT_IDENTITY,
                        left_id="id", right_id="id").pairs
    return [f"link {left} {right}" for left, right in zip(pairs["left"], pairs["right"])]


def routes(leads: galena.Table, schema: galena.Schema, rules_path: str) -> list[str]:
    rules = galena.RuleSet.from_json(Path(rules_path).read_text(encoding="utf-8"), schema=schema)
    router = galena.Router(rules)
    return [f"assign {row} {router.decide(lead, now=NOW).digest}"
            for row, lead in enumerate(leads.rows())]


def steps(leads: galena.Table, schema: galena.Schema, statuses_path: str) -> list[str]:
    words = {word.casefold(): (status, reason or None)
             for word, status, reason in zip(*galena.read_csv(statuses_path).to_dict().values())}
    process = galena.processes.lead()
    actor = galena.Actor("import")
    lines = []
    for row, lead in enumerate(leads.rows()):
        status, reason = words.get((lead["status"] or "").casefold(), ("new", None))
        way = process.events_between("new", status)
        instance = process.start(now=NOW, record=str(row))
        for event in way:
            last = event is way[-1]
            step = process.step(instance, event, record=lead, actor=actor, now=NOW,
                                reason=reason if last else None)
            lines.append(f"step {row} {step.decision.digest}")
            if not step.accepted:
                break
            instance = step.instance
    return lines


def main(leads_path: str, contacts_path: str, rules_path: str, statuses_path: str,
         decisions_path: str) -> None:
    schema = galena.schemas.lead()
    leads = galena.read_csv(leads_path).conform(schema)
    people = galena.read_csv(contacts_path).conform(galena.schemas.contact())
    lines = [*duplicates(leads), *contacts(leads, people), *routes(leads, schema, rules_path),
             *steps(leads, schema, statuses_path)]
    Path(decisions_path).write_text("".join(line + "\n" for line in lines), encoding="utf-8")
    print(len(lines), "decisions")


if __name__ == "__main__":
    main(*sys.argv[1:])
