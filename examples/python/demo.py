"""The main job through the Python API: import, duplicates, contacts, routing, tracking.

    python demo.py LEADS.csv CONTACTS.csv ROUTING.json STATUSES.csv [DECISIONS]

Prints a short report. DECISIONS gets a line for every decision: the bytes that the C++ program
(examples/cpp/demo) and the C program (examples/c/demo) write for the same lists.
"""

from __future__ import annotations

import sys
from collections import Counter
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Iterable

import galena

NOW = datetime(2026, 1, 5, 9, tzinfo=timezone.utc)
LEAD_FIELDS = {
    "first_name": "first_name", "last_name": "last_name", "company": "company", "email": "email",
    "phone": "phone", "mobile": "phone", "website": "website", "street": "street", "city": "city",
    "region": "region", "postal_code": "postal_code", "country": "country", "created_at": "created",
}
# A contact's account is its company; a lead's account is another record.
CONTACT_FIELDS = {name: kind for name, kind in LEAD_FIELDS.items()
                  if name not in ("company", "website")} | {"account": "company"}


class Job:
    """One lead list from import to report."""

    def __init__(self, leads_path: str, contacts_path: str) -> None:
        self.schema = galena.schemas.lead()
        self.leads = read(leads_path, self.schema)
        self.contacts = read(contacts_path, galena.schemas.contact())
        self.decisions: list[str] = []
        self.report: list[str] = []

    def find_duplicates(self) -> None:
        found = galena.dedupe(self.leads, LEAD_FIELDS, id=id_column(self.leads))
        self.decisions += [f"duplicate {row} {cluster}"
                           for row, cluster in enumerate(found.clusters["cluster"])]
        self.report += [f"leads          {len(self.leads)}",
                        f"duplicates     {found.report['duplicates']}"]

    def find_contacts(self) -> None:
        links = galena.link(self.leads, self.contacts, LEAD_FIELDS, right_fields=CONTACT_FIELDS,
                            left_id=id_column(self.leads), right_id=id_column(self.contacts))
        self.decisions += [f"link {left} {right}"
                           for left, right in zip(links.pairs["left"], links.pairs["right"])]
        self.report.append(f"known contacts {links.report['duplicates']}")

    def route(self, rules_path: str) -> None:
        rules = galena.RuleSet.from_json(Path(rules_path).read_text(encoding="utf-8"), self.schema)
        router = galena.Router(rules)
        entries: Counter[str] = Counter()
        for row, lead in enumerate(self.leads):
            decision = router.decide(lead, now=NOW)
            entries[decision.rule or "(no rule)"] += 1
            self.decisions.append(f"assign {row} {decision.digest}")
        self.report += ["leads by rule", *counted(entries)]

    def track(self, statuses_path: str) -> None:
        words = {row["word"].casefold(): row for row in galena.read_csv(statuses_path)}
        process = galena.processes.lead(self.schema)
        statuses: Counter[str] = Counter()
        for row, lead in enumerate(self.leads):
            known = words.get((lead["status"] or "").casefold(), {})
            statuses[self.bring(process, row, lead, known.get("status") or process.initial,
                                known.get("reason"))] += 1
        self.report += ["leads by status", *counted(statuses)]

    def bring(self, process: galena.Process, row: int, lead: dict[str, object], status: str,
              reason: str | None) -> str:
        """Brings one lead to a status, event by event, as far as it may go; the last one needs the
        reason. Returns where it stands."""
        instance = process.start(now=NOW, record=row)
        events = process.events_between(process.initial, status)
        for left, event in zip(range(len(events) - 1, -1, -1), events):
            step = process.step(instance, event, record=lead, actor=galena.Actor("import"), now=NOW,
                                reason=None if left else reason)
            self.decisions.append(f"step {row} {step.decision.digest}")
            if not step.accepted:
                break
            instance = step.instance
        return instance.status


def read(path: str, schema: galena.Schema) -> galena.Table:
    """A list in the shape of a schema. Times that name no offset are in UTC."""
    return galena.read_csv(path).conform(schema, utc_offset=timedelta(0))


def id_column(table: galena.Table) -> str | None:
    """None, for row numbers, when an id is blank or there twice."""
    ids = table["id"].to_list()
    return "id" if all(ids) and len(set(ids)) == len(ids) else None


def counted(counts: Counter[str]) -> Iterable[str]:
    return (f"  {name:30} {count:6}" for name, count in counts.most_common())


def main(arguments: list[str]) -> int:
    if len(arguments) not in (4, 5):
        print("usage: demo.py LEADS.csv CONTACTS.csv ROUTING.json STATUSES.csv [DECISIONS]",
              file=sys.stderr)
        return 2
    leads, contacts, rules, statuses, *decisions = arguments
    try:
        job = Job(leads, contacts)
        job.find_duplicates()
        job.find_contacts()
        job.route(rules)
        job.track(statuses)
    except galena.Error as error:
        print(f"demo.py: {error}", file=sys.stderr)
        return 2
    for path in decisions:
        Path(path).write_text("".join(f"{line}\n" for line in job.decisions), encoding="utf-8")
    print("\n".join(job.report))
    print(len(job.decisions), "decisions")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
