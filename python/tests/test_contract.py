"""The names and shapes that programs outside this project rely on: each call as they write it."""

from __future__ import annotations

import inspect
from typing import Any, Callable

import galena
import pytest

NO: Any = None  #: stands for any value; only names, order and defaults are looked at

#: callable, positional arguments, keyword arguments with their defaults ("..." when there is none)
CALLS: list[tuple[Callable[..., Any], int, dict[str, Any]]] = [
    (galena.read_csv, 1, {"delimiter": None, "encoding": None, "types": None}),
    (galena.dedupe, 1, {"fields": None, "preset": None, "id": None, "model": None,
                        "threshold": None, "threads": None, "progress": None}),
    (galena.link, 2, {"fields": None, "preset": None, "left_id": None, "right_id": None,
                      "model": None, "threshold": None, "one_to_one": False, "threads": None,
                      "progress": None}),
    (galena.Deduplication.explain, 3, {}),
    (galena.Deduplication.explain_cluster, 2, {}),
    (galena.Model.from_json, 1, {}),
    (galena.Model.from_splink, 1, {}),
    (galena.Model.to_json, 1, {}),
    (galena.Model.compare, 3, {}),
    (galena.Index, 1, {"fields": None}),
    (galena.Index.add, 3, {}),
    (galena.Index.update, 3, {}),
    (galena.Index.remove, 2, {}),
    (galena.Index.add_many, 2, {"id": None}),
    (galena.Index.find, 2, {"limit": 10, "min_probability": 0.5}),
    (galena.Index.cluster, 2, {}),
    (galena.Index.save, 2, {}),
    (galena.Index.open, 1, {}),
    (galena.Expression, 1, {"schema": None}),
    (galena.Expression.evaluate, 2, {"functions": None}),
    (galena.Expression.filter, 2, {}),
    (galena.Expression.to_json, 1, {}),
    (galena.RuleSet.from_json, 1, {"schema": None}),
    (galena.RuleSet.match, 2, {}),
    (galena.RuleSet.explain, 2, {}),
    (galena.RuleSet.why_not, 3, {}),
    (galena.RuleSet.lint, 1, {}),
    (galena.RuleSet.diff, 3, {}),
    (galena.Router, 1, {"pools": None, "state": None, "calendars": None}),
    (galena.Router.assign, 2, {"now": ..., "id": None}),
    (galena.route, 2, {"now": ...}),
    (galena.Process.from_json, 1, {}),
    (galena.Process.start, 1, {"now": ..., "record": None}),
    (galena.Process.step, 3, {"record": None, "actor": galena.Actor(""), "now": ...,
                              "reason": None}),
    (galena.Process.available, 2, {"record": None, "actor": galena.Actor("")}),
    (galena.Process.verify, 1, {}),
    (galena.Process.to_mermaid, 1, {}),
    (galena.Process.to_dot, 1, {}),
    (galena.Process.to_scxml, 1, {}),
    (galena.Actor, 1, {"roles": (), "partner": None}),
    (galena.processes.lead, 0, {}),
    (galena.processes.opportunity, 0, {}),
]

ATTRIBUTES = {
    galena.Deduplication: ["fields", "clusters", "pairs", "model", "report"],
    galena.Linkage: ["pairs", "model", "report"],
    galena.Explanation: ["probability", "weight", "levels", "plot", "_repr_html_"],
    galena.Match: ["id", "probability", "weight"],
    galena.Finding: ["code", "severity", "pointer", "message", "witness"],
    galena.Router: ["state"],
    galena.RuleExplanation: ["near_misses"],
    galena.Step: ["accepted", "instance", "effects", "audit", "rejection"],
    galena.Table: ["__arrow_c_stream__", "__len__", "column_names", "__getitem__", "to_dict",
                   "to_pandas", "to_polars", "to_csv", "_repr_html_"],
    galena.Column: ["__buffer__", "__iter__", "to_list"],
    galena.Error: ["code", "subject"],
}

SHOWN = [
    galena.ClusterExplanation, galena.Column, galena.Decision, galena.Deduplication,
    galena.Explanation, galena.Expression, galena.Index, galena.Instance, galena.Linkage,
    galena.Process, galena.Rejection, galena.RuleDiff, galena.RuleExplanation, galena.RuleSet,
    galena.Schema, galena.Step, galena.Table,
]


@pytest.mark.parametrize(("call", "positional", "named"), CALLS,
                         ids=lambda each: getattr(each, "__qualname__", ""))
def test_calls_are_written_so(call: Callable[..., Any], positional: int,
                              named: dict[str, Any]) -> None:
    signature = inspect.signature(call)
    signature.bind(*[NO] * positional, **{name: NO for name in named})
    signature.bind(*[NO] * positional, **{n: NO for n, default in named.items() if default is ...})
    for name, default in named.items():
        expected = inspect.Parameter.empty if default is ... else default
        assert signature.parameters[name].default == expected, name


@pytest.mark.parametrize("cls", ATTRIBUTES, ids=lambda cls: str(cls.__name__))
def test_results_have_their_parts(cls: type) -> None:
    for name in ATTRIBUTES[cls]:
        if name != "__buffer__":  # a name of Python 3.12; before, the slot alone
            assert hasattr(cls, name) or name in getattr(cls, "__annotations__", {}), name
    if cls is galena.Column:
        assert memoryview(galena.Table({"n": [1]})["n"]).tolist() == [1]


@pytest.mark.parametrize("cls", SHOWN, ids=lambda cls: str(cls.__name__))
def test_results_are_shown_in_notebooks(cls: type) -> None:
    assert callable(getattr(cls, "_repr_html_", None))
    assert cls.__repr__ is not object.__repr__


def test_column_names_and_their_order() -> None:
    found = galena.dedupe({"name": ["Ann Smith", "Ann Smith"], "email": ["a@x.org", "a@x.org"]})
    assert found.clusters.column_names == ["id", "cluster"]
    assert found.pairs.column_names == ["left", "right", "weight", "probability"]
    assert {"records", "pairs_compared", "refined_blocks", "clusters", "duplicates", "seconds",
            "warnings"} <= set(found.report)
    assert isinstance(found.explain(0, 1).levels, galena.Table)
    links = galena.link({"email": ["a@x.org"]}, {"email": ["a@x.org"]})
    assert links.pairs.column_names == ["left", "right", "weight", "probability"]


def test_what_html_shows_is_escaped() -> None:
    rejected = galena.processes.lead()
    instance = rejected.start(now=galena.read_csv(b"t\n2026-01-01T00:00:00Z\n",
                                                  types={"t": "instant"})["t"][0], record="<b>")
    step = rejected.step(instance, "<i>", now=instance.started)
    for shown in (instance._repr_html_(), step._repr_html_()):
        assert "<b>" not in shown and "<i>" not in shown and "&lt;" in shown


def test_functions_are_for_cel_only() -> None:
    anything = galena.Expression({"match": "all"})
    assert anything.evaluate({})
    with pytest.raises(galena.Unsupported):
        anything.evaluate({}, functions={"today": lambda: 1})
