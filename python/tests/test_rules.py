"""Rule sets and routers: matching, explaining, assigning, comparing."""

from __future__ import annotations

import dataclasses
import datetime
import json
import threading
from typing import Any

import galena
import pytest

NOW = datetime.datetime(2026, 11, 22, 12, 0, tzinfo=datetime.timezone.utc)

#: the example of the documentation
INBOUND: dict[str, Any] = {
    "name": "inbound",
    "entity": "lead",
    "default_owner": {"queue": "unassigned"},
    "entries": [
        {
            "id": "dach-enterprise",
            "when": {
                "criteria": [
                    {"field": "country", "op": "in", "value": ["DE", "AT", "CH"]},
                    {"field": "employees", "op": "greater_or_equal", "value": 500},
                ]
            },
            "assign": {"pool": "dach"},
        },
        {"id": "rest", "when": {"match": "all"}, "assign": {"queue": "inbound"}},
    ],
    "pools": [
        {
            "id": "dach",
            "method": "round_robin",
            "members": [{"id": "u1"}, {"id": "u2", "weight": 2, "capacity": 20}],
        }
    ],
}

LEADS = {
    "lead_id": ["a", "b", "c", "d"],
    "country": ["DE", "US", "ch", "AT"],
    "employees": [900, 900, 500, None],
}


@pytest.fixture()
def rules() -> galena.RuleSet:
    return galena.RuleSet.from_json(INBOUND)


def test_match_gives_the_index_of_the_first_entry(rules: galena.RuleSet) -> None:
    column = rules.match(LEADS)
    assert column.to_list() == [0, 1, 0, 1]
    assert memoryview(column).format == "i"
    only = galena.RuleSet.from_json({**INBOUND, "entries": INBOUND["entries"][:1]})
    assert only.match(LEADS).to_list() == [0, -1, 0, -1]
    assert only.match({**LEADS, "employees": ["many", "1", "2", "3"]}).to_list() == [-2, -1, -1, -1]


def test_matches_are_int32_to_arrow(rules: galena.RuleSet) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    numpy = pytest.importorskip("numpy")
    assert pyarrow.chunked_array(rules.match(LEADS)).type == pyarrow.int32()
    assert numpy.asarray(rules.match(LEADS)).dtype == numpy.int32


def test_explain_names_the_entry_and_the_near_misses(rules: galena.RuleSet) -> None:
    why = rules.explain({"country": "AT", "employees": None})
    assert why.entry == "rest"
    assert [miss.entry for miss in why.near_misses] == ["dach-enterprise"]
    assert "employees" in why.near_misses[0].lines[0]
    assert "near miss: dach-enterprise" in str(why)
    assert json.loads(why.to_json())["id"] == "rest"
    assert "dach-enterprise" in why._repr_html_()


def test_why_not(rules: galena.RuleSet) -> None:
    reading = rules.why_not({"country": "US", "employees": 3}, "dach-enterprise")
    assert reading.outcome == "no_match"
    assert len(reading.lines) == 2
    assert str(reading).startswith("dach-enterprise: no_match\n  country")
    with pytest.raises(galena.NotFound):
        rules.why_not({}, "nonsense")


def test_lint_finds_what_cannot_be_reached() -> None:
    shadowed = {**INBOUND, "entries": list(reversed(INBOUND["entries"]))}
    findings = galena.RuleSet.from_json(shadowed).lint()
    assert [finding.code for finding in findings] == ["unreachable"]
    assert findings[0].pointer.startswith("/entries/1")
    assert isinstance(findings[0], galena.Finding)


def test_diff_says_who_changes_hands(rules: galena.RuleSet) -> None:
    changed = json.loads(json.dumps(INBOUND))
    changed["entries"][0]["when"]["criteria"][1]["value"] = 600
    difference = rules.diff(galena.RuleSet.from_json(changed), LEADS, id="lead_id")
    assert difference.rows == 4
    assert difference.changes.column_names == [
        "id", "entry_before", "owner_before", "entry_after", "owner_after",
    ]
    assert list(difference.changes) == [
        {"id": "c", "entry_before": "dach-enterprise", "owner_before": "u2",
         "entry_after": "rest", "owner_after": "inbound"},
    ]
    loads = {row["owner"]: (row["before"], row["after"]) for row in difference.loads}
    assert loads == {"u1": (1, 1), "u2": (1, 0), "inbound": (2, 3)}
    assert repr(difference) == "<galena.RuleDiff: 1 of 4 records change hands>"


def test_assign_gives_the_columns_of_the_contract(rules: galena.RuleSet) -> None:
    router = galena.Router(rules)
    table = router.assign(LEADS, now=NOW, id="lead_id")
    assert table.column_names == ["id", "entry", "target_kind", "target", "owner", "reason"]
    assert table["id"].to_list() == LEADS["lead_id"]
    assert table["owner"].to_list() == ["u1", "inbound", "u2", "inbound"]
    assert table["entry"].to_list() == ["dach-enterprise", "rest", "dach-enterprise", "rest"]
    assert table["target_kind"].to_list() == ["pool", "queue", "pool", "queue"]
    assert table["target"].to_list() == ["dach", "inbound", "dach", "inbound"]
    assert set(table["reason"].to_list()) == {"assigned"}
    assert galena.route(LEADS, INBOUND, now=NOW)["id"].to_list() == [0, 1, 2, 3]


def test_no_match_and_errors_are_outcomes() -> None:
    only = {**INBOUND, "entries": INBOUND["entries"][:1]}
    table = galena.route({**LEADS, "employees": ["many", "1", "", "3"]}, only, now=NOW)
    assert table["reason"].to_list() == [
        "evaluation_error", "no_rule_matched", "no_rule_matched", "no_rule_matched",
    ]
    assert set(table["owner"].to_list()) == {"unassigned"}
    assert table["entry"].to_list() == ["dach-enterprise", None, None, None]


def test_state_goes_on_where_it_was(rules: galena.RuleSet) -> None:
    first = galena.Router(rules)
    first.decide({"country": "DE", "employees": 900}, now=NOW)
    second = galena.Router(rules, state=first.state)
    assert second.state == first.state
    assert second.decide({"country": "DE", "employees": 900}, now=NOW).changes[0].after == "u2"
    with pytest.raises(galena.Error):
        galena.Router(rules, state="{}{")
    with pytest.raises(TypeError):
        galena.Router(rules, state={})  # type: ignore[arg-type]


def test_a_batch_is_what_one_by_one_is(rules: galena.RuleSet) -> None:
    data = [
        {"country": country, "employees": employees}
        for country in ("DE", "AT", "US", None)
        for employees in (None, 10, 500, 9000)
        for _ in range(5)
    ]
    batch, single = galena.Router(rules), galena.Router(rules)
    owners = batch.assign(data, now=NOW)["owner"].to_list()
    decisions = [single.decide(record, now=NOW) for record in data]
    assert [decision.changes[0].after for decision in decisions] == owners
    assert batch.state == single.state


def test_a_decision_explains_itself(rules: galena.RuleSet) -> None:
    router = galena.Router(rules)
    decision = router.decide({"country": "DE", "employees": 900, "owner": "old"}, now=NOW)
    assert (decision.engine, decision.rule, decision.reason) == (
        "assign", "dach-enterprise", "assigned",
    )
    assert decision.changes == [galena.Change("owner", "old", "u1")]
    assert decision.readings == {"country": "DE", "employees": 900}
    assert decision.at == NOW
    assert decision.definition_hash == rules.hash
    assert [counter.name for counter in decision.counters][0] == "dach/u1/assigned"
    assert 'country is "DE"' in decision.explain()
    assert json.loads(decision.to_json())["reason"] == "assigned"
    assert len(decision.digest) == 64
    again = galena.Router(rules).decide(
        {"country": "DE", "employees": 900, "owner": "old"}, now=NOW
    )
    assert again == decision and again.digest == decision.digest


def test_records_of_your_own(rules: galena.RuleSet) -> None:
    @dataclasses.dataclass
    class Lead:
        country: str
        employees: int | None = None

    router = galena.Router(rules)
    assert router.decide(Lead("DE", 900), now=NOW).changes[0].after == "u1"
    assert router.decide(Lead("DE"), now=NOW).changes[0].after == "inbound"


def test_pools_given_beside_the_rules(rules: galena.RuleSet) -> None:
    router = galena.Router(
        rules, pools=[{"id": "dach", "method": "round_robin", "members": [{"id": "u9"}]}]
    )
    assert router.assign(LEADS, now=NOW)["owner"].to_list() == ["u9", "inbound", "u9", "inbound"]
    assert json.loads(router.rules.to_json())["pools"][0]["members"] == [{"id": "u9"}]
    with pytest.raises(galena.InvalidArgument):
        galena.Router(rules, pools=[{"members": []}])
    with pytest.raises(galena.Unsupported):
        galena.Router(rules, calendars={})


def test_with_a_schema(rules: galena.RuleSet) -> None:
    bound = galena.RuleSet.from_json(INBOUND, schema=galena.schemas.lead())
    text = {"country": ["DE", "US"], "employees": ["900", "900"], "lead_id": ["x", "y"]}
    table = galena.Router(bound).assign(text, now=NOW, id="lead_id")
    assert table["id"].to_list() == ["x", "y"]
    assert table["owner"].to_list() == ["u1", "inbound"]
    with pytest.raises(galena.InvalidArgument) as caught:
        galena.RuleSet.from_json(
            {**INBOUND, "entries": [{**INBOUND["entries"][1],
                                     "when": {"criteria": [{"field": "nope", "op": "is_blank"}]}}]},
            schema=galena.schemas.lead(),
        )
    assert caught.value.subject.startswith("/entries/0/when")


def test_ten_mistakes_are_ten_problems() -> None:
    entry = {"id": "x", "when": {"criteria": [{"field": "a", "op": "nonsense", "value": 1}]},
             "assign": {"pool": "none"}}
    broken = {"name": "", "entity": "lead", "entries": [entry] * 4}
    with pytest.raises(galena.Error) as caught:
        galena.RuleSet.from_json(broken)
    pointers = {problem.subject for problem in caught.value.problems}
    assert len(caught.value.problems) >= 8
    assert {f"/entries/{i}/when/criteria/0/op" for i in range(4)} <= pointers


def test_now_must_have_a_zone(rules: galena.RuleSet) -> None:
    router = galena.Router(rules)
    with pytest.raises(galena.InvalidArgument):
        router.assign(LEADS, now=NOW.replace(tzinfo=None))
    with pytest.raises(TypeError):
        router.decide({}, now="2024-01-01")  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        galena.route(LEADS, 3, now=NOW)  # type: ignore[arg-type]
    with pytest.raises(galena.NotFound):
        router.assign(LEADS, now=NOW, id="nope")


def test_what_stops_a_batch_leaves_the_state(rules: galena.RuleSet) -> None:
    router = galena.Router(rules)
    before = router.state
    data = {"country": ["DE"] * 400000, "employees": [900] * 400000}

    def stop(fraction: float, phase: str) -> None:
        assert phase == "assign"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        router.assign(data, now=NOW, progress=stop)
    assert router.state == before


def test_a_callback_may_not_use_the_router_at_work(rules: galena.RuleSet) -> None:
    router = galena.Router(rules)
    data = {"country": ["DE"] * 100000, "employees": [900] * 100000}

    def nosy(fraction: float, phase: str) -> None:
        router.decide({"country": "DE"}, now=NOW)

    with pytest.raises(galena.Busy):
        router.assign(data, now=NOW, progress=nosy)


def test_threads_take_turns(rules: galena.RuleSet) -> None:
    router = galena.Router(rules)
    data = {"country": ["DE"] * 5000, "employees": [900] * 5000}

    def work() -> None:
        router.assign(data, now=NOW)
        for _ in range(100):
            router.decide({"country": "DE", "employees": 900}, now=NOW)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    members = json.loads(router.state)["pools"][0]["members"]
    assert sum(member["assigned"] for member in members) == 4 * 5100
