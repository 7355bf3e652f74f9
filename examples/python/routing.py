"""Leads to owners: ordered rules, a pool that takes turns, and why a lead went where it went."""

import datetime

import galena

rules = galena.RuleSet.from_json(
    {
        "name": "inbound",
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
)
router = galena.Router(rules)
now = datetime.datetime(2026, 11, 22, 12, 0, tzinfo=datetime.timezone.utc)
for country in ("DE", "US", "CH"):
    decision = router.decide({"country": country}, now=now)
    print(decision.explain())
