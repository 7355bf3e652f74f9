"""Processes: starting, stepping, what stands in the way, pictures."""

from __future__ import annotations

import datetime
import json
from typing import Any

import galena
import pytest

NOW = datetime.datetime(2026, 11, 22, 12, 0, tzinfo=datetime.timezone.utc)
REP = galena.Actor("u1", roles=["rep"])

CLAIM: dict[str, Any] = {
    "name": "claim",
    "version": 3,
    "initial": "new",
    "statuses": [
        {"id": "new", "label": "New", "category": "open.new", "guidance": "Call them."},
        {"id": "working", "category": "open.working", "key_fields": ["amount"]},
        {"id": "won", "category": "closed.positive"},
        {"id": "lost", "category": "closed.negative"},
    ],
    "transitions": [
        {"from": "new", "event": "start", "to": "working",
         "effects": [{"kind": "notify", "recipient": "manager",
                      "payload": {"amount": {"field": "amount"}}}]},
        {"from": "working", "event": "win", "to": "won", "roles": ["rep"], "require": ["amount"],
         "guard": {"criteria": [{"field": "amount", "op": "greater", "value": 100}]}},
        {"from": ["new", "working"], "event": "lose", "to": "lost",
         "reasons": ["price", "no_budget"]},
    ],
}


@pytest.fixture()
def process() -> galena.Process:
    return galena.Process.from_json(CLAIM)


def working(process: galena.Process) -> galena.Instance:
    started = process.start(now=NOW, record="c1")
    return process.step(started, "start", record={"amount": 50}, actor=REP, now=NOW).check()


def test_start(process: galena.Process) -> None:
    instance = process.start(now=NOW)
    assert (instance.status, instance.version, instance.closed) == ("new", 0, False)
    assert instance.process == "claim" and instance.process_version == 3
    assert instance.started == instance.entered == NOW
    assert process.start(now=NOW, record={"id": 7}).record == "7"
    assert process.start(now=NOW, record=7).record == "7"


def test_an_accepted_step(process: galena.Process) -> None:
    step = process.step(
        process.start(now=NOW, record="c1"), "start", record={"amount": 50}, actor=REP, now=NOW
    )
    assert step.accepted and step and step.rejection is None
    assert step.instance.status == "working" and step.instance.version == 1
    assert step.effects == [galena.Effect("notify", "", "c1", "manager", None, {"amount": 50})]
    assert step.decision.changes == [galena.Change("status", "new", "working")]
    assert step.audit is not None
    assert (step.audit.actor, step.audit.from_status, step.audit.to_status) == (
        "u1", "new", "working",
    )
    assert json.loads(step.audit.to_json())["event"] == "start"
    keyed = step.decision.identified("d1").effects
    assert keyed[0].key == "d1/0"


def test_a_rejection_lists_everything_in_the_way(process: galena.Process) -> None:
    step = process.step(
        working(process), "win", record={}, actor=galena.Actor("u2"), now=NOW
    )
    assert not step.accepted and step.audit is None
    assert step.instance.status == "working"
    rejection = step.rejection
    assert rejection is not None
    assert (rejection.code, rejection.detail) == ("DENIED_BY_RULE", "not_allowed")
    codes = [obstacle.code for obstacle in rejection.attempts[0].obstacles]
    assert codes == ["missing_role", "guard_failed", "missing_fields"]
    assert "amount" in str(rejection)
    assert json.loads(rejection.to_json())["attempts"][0]["to"] == "won"
    with pytest.raises(galena.DeniedByRule) as caught:
        step.check()
    assert len(caught.value.problems) == 4


def test_events_that_lead_nowhere(process: galena.Process) -> None:
    step = process.step(process.start(now=NOW), "win", actor=REP, now=NOW)
    assert step.rejection is not None
    assert step.rejection.possible_events == ["lose", "start"]
    with pytest.raises(galena.IllegalTransition):
        step.check()


def test_reasons_are_mandatory_where_listed(process: galena.Process) -> None:
    instance = process.start(now=NOW)
    assert not process.step(instance, "lose", actor=REP, now=NOW).accepted
    assert not process.step(instance, "lose", actor=REP, now=NOW, reason="whim").accepted
    step = process.step(instance, "lose", actor=REP, now=NOW, reason="price")
    assert step.accepted and step.instance.closed and step.instance.closed_at == NOW
    assert step.audit is not None and step.audit.reason == "price"


def test_a_stale_version_conflicts(process: galena.Process) -> None:
    instance = working(process)
    step = process.step(instance, "lose", actor=REP, now=NOW, reason="price", version=0)
    with pytest.raises(galena.Conflict):
        step.check()
    assert process.step(instance, "lose", actor=REP, now=NOW, reason="price", version=1)


def test_available_says_what_is_missing(process: galena.Process) -> None:
    events = {each.event: each for each in process.available(working(process), actor=REP)}
    assert list(events) == ["lose", "win"]
    assert events["lose"].allowed and events["lose"].reasons == ["price", "no_budget"]
    assert not events["win"].allowed
    assert [o.code for o in events["win"].attempts[0].obstacles] == [
        "guard_failed", "missing_fields",
    ]
    allowed = process.available(working(process), record={"amount": 500}, actor=REP, now=NOW)
    assert all(each.allowed for each in allowed)


def test_instances_cross_as_json(process: galena.Process) -> None:
    instance = working(process)
    again = galena.Instance.from_json(instance.to_json())
    assert again == instance and isinstance(again, galena.Instance)
    with pytest.raises(galena.Error):
        galena.Instance.from_json("{}")


def test_records_of_changing_shape(process: galena.Process) -> None:
    for amount in (None, 500, 99.5, "600", None, 700):
        step = process.step(working(process), "win", record={"amount": amount}, actor=REP, now=NOW)
        assert step.accepted == (amount is not None and float(amount) > 100)


def test_with_a_schema_fields_are_checked() -> None:
    schema = galena.Schema(
        {"entity": "claim", "fields": [{"name": "amount", "type": "integer"}]}
    )
    process = galena.Process.from_json(CLAIM, schema=schema)
    assert process.step(working(process), "win", record={"amount": "500"}, actor=REP, now=NOW)
    with pytest.raises(galena.InvalidArgument, match="amount"):
        galena.Process.from_json(CLAIM, schema=galena.Schema({"entity": "x", "fields": []}))


def test_verify_finds_traps() -> None:
    trapped = json.loads(json.dumps(CLAIM))
    trapped["transitions"] = trapped["transitions"][:1]
    codes = {finding.code for finding in galena.Process.from_json(trapped).verify()}
    assert codes == {"unreachable_status", "dead_end", "trap"}
    assert galena.Process.from_json(CLAIM).verify() == []


def test_pictures_and_properties(process: galena.Process) -> None:
    assert process.to_mermaid().startswith("stateDiagram-v2")
    assert process.to_dot().startswith("digraph")
    assert "<scxml" in process.to_scxml()
    assert [status.id for status in process.statuses] == ["new", "working", "won", "lost"]
    assert process.statuses[0].guidance == "Call them."
    assert process.events == ["lose", "start", "win"]
    assert process.events_between("new", "won") == ["start", "win"]
    assert galena.Process.from_json(process.to_json()) == process
    assert repr(process) == "<galena.Process 'claim' version 3: 4 statuses>"
    assert "Call them." in process._repr_html_()


@pytest.mark.parametrize("name", ["lead", "opportunity"])
def test_the_shipped_processes_hold(name: str) -> None:
    process = galena.processes.standard(name, schema=galena.schemas.standard(name))
    assert process.verify() == []
    assert name in galena.processes.names()
    assert process.start(now=NOW).status == process.initial


def test_wrong_arguments(process: galena.Process) -> None:
    with pytest.raises(galena.NotFound):
        galena.processes.standard("unicorn")
    with pytest.raises(galena.InvalidArgument):
        process.start(now=NOW.replace(tzinfo=None))
    with pytest.raises(TypeError, match="actor"):
        process.step(process.start(now=NOW), "start", actor="u1", now=NOW)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        galena.Process.from_json(3)  # type: ignore[arg-type]
