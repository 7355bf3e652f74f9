"""Duplicates within a table and between two."""

from __future__ import annotations

import json
import math
import pathlib
import random
import re
import threading
import time
from typing import Any

import galena
import pytest

PEOPLE: dict[str, list[Any]] = {
    "id": [10, 20, 30, 40, 50],
    "first_name": ["Katherine", "Kathrin", "Robert", "Bob", "Ines"],
    "last_name": ["Johnson", "Johnson", "Miller", "Miller", "Ortega"],
    "email": ["k.johnson@acme.com", "k.johnson@acme.com", "r.miller@web.de", None, "ines@ort.es"],
    "phone": ["+49 30 123456", "030 123456", "+1 212 555 0100", "212-555-0100", None],
    "city": ["Berlin", "Berlin", "New York", "New York", "Madrid"],
}


@pytest.fixture(scope="module")
def found() -> galena.Deduplication:
    return galena.dedupe(PEOPLE, id="id")


def test_clusters_are_in_input_order(found: galena.Deduplication) -> None:
    assert found.clusters.column_names == ["id", "cluster"]
    assert found.clusters["id"].to_list() == PEOPLE["id"]
    assert found.clusters["cluster"].to_list() == [10, 10, 30, 30, 50]


def test_pairs_have_the_columns_of_the_contract(found: galena.Deduplication) -> None:
    assert found.pairs.column_names == ["left", "right", "weight", "probability"]
    assert [(row["left"], row["right"]) for row in found.pairs] == [(10, 20), (30, 40)]
    assert all(row["probability"] >= 0.5 and row["weight"] >= 0 for row in found.pairs)


def test_fields_say_what_columns_were_taken_for(found: galena.Deduplication) -> None:
    kinds = found.fields
    assert {name: kinds[name] for name in PEOPLE if name != "id"} == {
        "first_name": "first_name",
        "last_name": "last_name",
        "email": "email",
        "phone": "phone",
        "city": "city",
    }


def test_suffixes_and_years_of_birth_are_compared() -> None:
    people = {
        "last_name": ["Smith", "Smith", "Smith"],
        "first_name": ["John", "John", "John"],
        "suffix": ["Jr.", "JR", "Sr."],
        "birth_year": [1978, 1978, 1951],
    }
    found = galena.dedupe(people)
    assert found.fields["suffix"] == "name_suffix" and found.fields["birth_year"] == "birth_date"
    levels = {row["field"]: row["level"] for row in found.explain(0, 2).levels}
    assert levels["name_suffix"] == "different" and levels["birth_year"] == "different"
    levels = {row["field"]: row["level"] for row in found.explain(0, 1).levels}
    assert levels["name_suffix"] == "same" and levels["birth_year"] == "exact"


def test_ids_come_back_as_they_went_in() -> None:
    text = galena.dedupe({**PEOPLE, "id": ["e", "d", "c", "b", "a"]}, id="id")
    assert text.clusters["cluster"].to_list() == ["d", "d", "b", "b", "a"]
    numbered = galena.dedupe({name: PEOPLE[name] for name in PEOPLE if name != "id"})
    assert numbered.clusters["id"].to_list() == [0, 1, 2, 3, 4]
    assert numbered.clusters["cluster"].to_list() == [0, 0, 2, 2, 4]
    assert numbered.explain(0, 1).probability > 0.5


def test_the_oldest_member_names_the_cluster() -> None:
    data = {**PEOPLE, "created": ["2024-05-01", "2024-01-01", "2024-01-01", "2024-05-01", None]}
    found = galena.dedupe(data, id="id")
    assert found.fields["created"] == "created"
    assert found.clusters["cluster"].to_list() == [20, 20, 30, 30, 50]


def test_fields_given_are_the_only_ones_compared() -> None:
    found = galena.dedupe(PEOPLE, fields={"email": "email"}, id="id")
    compared = {row["field"] for row in found.explain(10, 20).levels}
    assert "email" in compared and "first_name" not in compared
    with pytest.raises(galena.InvalidArgument) as caught:
        galena.dedupe(PEOPLE, fields={"email": "e-mail", "city": "town"})
    assert [problem.subject for problem in caught.value.problems] == ["fields/email", "fields/city"]
    with pytest.raises(galena.NotFound):
        galena.dedupe(PEOPLE, fields={"nope": "email"})


def test_the_report(found: galena.Deduplication) -> None:
    report = found.report
    assert (report["records"], report["clusters"], report["duplicates"]) == (5, 2, 2)
    assert report["pairs_compared"] >= 2
    assert report["refined_blocks"] == 0
    assert report["seconds"] and all(s >= 0 for s in report["seconds"].values())
    assert report["warnings"] == []
    assert set(report["training"]) == {"rounds", "patterns", "matches"}
    for key in report["blocking"]:
        assert set(key) == {"key", "blocks", "refined", "largest", "compared", "found", "share"}
        assert 0 <= key["found"] <= key["compared"] and 0 <= key["share"] <= 1
    assert sum(key["compared"] for key in report["blocking"]) == report["pairs_compared"]
    email = {key["key"]: key for key in report["blocking"]}["email"]
    assert (email["blocks"], email["refined"], email["largest"], email["share"]) == (1, 0, 2, 1)
    odd = galena.dedupe({**PEOPLE, "zzz": ["#1", "#2", "#3", "#4", "#5"]}, id="id").report
    assert any("zzz" in warning for warning in odd["warnings"])


def test_explanations_of_any_two(found: galena.Deduplication) -> None:
    same, other = found.explain(10, 20), found.explain(10, 50)
    assert same.probability > 0.5 > other.probability
    assert same.weight > 0 > other.weight
    assert same.levels.column_names[:4] == ["field", "left", "right", "level"]
    assert sum(same.levels["weight"]) == pytest.approx(same.weight)
    assert same.probability == pytest.approx(1 / (1 + 2**-same.weight), abs=1e-6)
    assert "email" in str(same)
    assert json.loads(same.to_json())["probability"] == pytest.approx(same.probability)
    assert repr(same).startswith("<galena.Explanation: probability 0.")
    assert "k.johnson@acme.com" in same._repr_html_()
    with pytest.raises(galena.NotFound):
        found.explain(10, 99)


def test_the_steps_of_an_explanation(found: galena.Deduplication) -> None:
    why = found.explain(10, 20)
    written = json.loads(why.to_json())
    for name in ("prior", "relation", "related", "change", "changed", "rule", "ruled", "partners", "rival",
                 "candidate"):
        assert getattr(why, name) == pytest.approx(written[name]), name
    evidence = sum(row["weight"] for row in written["fields"])
    assert why.prior < 0 and why.related < 0 < evidence  # two of one name and mailbox may be kin
    assert why.weight == pytest.approx(why.prior + evidence + why.related + why.changed)
    assert (why.rule, why.ruled, why.candidate) == ("", 0, True)
    rules = galena.Model.preset("crm_standard_rules")
    ann = {"first_name": "Ann", "last_name": "Smith", "email": "ann@x.org"}
    held = rules.compare(ann, {**ann, "first_name": "Anne"})
    assert held.rule == "name and email" and held.weight >= 0
    none = rules.compare(ann, {"first_name": "Ann", "last_name": "Smith"})
    assert none.rule.startswith("none") and none.ruled <= 0 > none.weight


def test_results_show_themselves(found: galena.Deduplication) -> None:
    assert repr(found) == "<galena.Deduplication: 5 records, 2 clusters, 2 duplicates>"
    assert "pairs_compared" in found._repr_html_() and "k.johnson" not in repr(found)
    cluster = found.explain_cluster(10)
    assert repr(cluster).startswith("<galena.ClusterExplanation")
    assert "10" in cluster._repr_html_()
    links = galena.link(PEOPLE, PEOPLE, left_id="id", right_id="id")
    assert repr(links).startswith("<galena.Linkage: ")
    assert "pairs_compared" in links._repr_html_()
    assert links.fields == links.right_fields


def test_explanations_escape_what_they_show() -> None:
    data = {"name": ["<b>Ann</b> Smith", "<b>Ann</b> Smith"], "email": ["a@x.org", "a@x.org"]}
    assert "<b>" not in galena.dedupe(data).explain(0, 1)._repr_html_()


def test_how_a_cluster_holds_together(found: galena.Deduplication) -> None:
    cluster = found.explain_cluster(20)
    assert cluster.cluster == 10
    assert cluster.members == [10, 20]
    assert cluster.size == 2
    join = list(cluster.joins)[0]
    assert {join["left"], join["right"]} == {10, 20}
    assert (join["left_members"], join["right_members"]) == (1, 1)
    assert [(link["member"], link["partner"]) for link in cluster.links] == [(10, 20), (20, 10)]
    assert len(cluster.moves) == 0
    assert cluster.weakest == pytest.approx(cluster.average)
    assert cluster.least_alike == (10, 20)
    assert cluster.least == pytest.approx(cluster.weakest)
    assert "10" in str(cluster)
    assert json.loads(cluster.to_json())["size"] == 2
    alone = found.explain_cluster(50)
    assert (alone.size, len(alone.joins), alone.least_alike) == (1, 0, None)


def test_why_not(found: galena.Deduplication) -> None:
    never = found.explain(10, 50)
    assert not never.candidate
    assert (never.together, never.would_join, never.obstacle) == (False, False, "too_weak")
    keys = {row["key"]: row for row in never.keys}
    assert keys["email"]["left"] == "k.johnson@acme.com"
    assert not keys["email"]["shared"]
    assert 'email: "k.johnson@acme.com"' in str(never)
    together = found.explain(10, 20)
    assert (together.together, together.obstacle) == (True, "")
    assert any(row["shared"] for row in together.keys)
    alone = galena.Model.preset("person").compare({"email": "a@x.org"}, {"email": "a@x.org"})
    assert (alone.together, alone.would_join, alone.obstacle, alone.outcome) == (None, None, "", "")
    assert len(alone.keys) == 0


def test_what_a_cluster_must_not_hold() -> None:
    data = {**PEOPLE, "system": ["crm", "crm", "crm", None, "crm"]}
    found = galena.dedupe(data, id="id", source="system")
    assert found.clusters["cluster"].to_list() == [10, 20, 30, 30, 50]
    assert found.explain(10, 20).obstacle == "one_per_source"
    assert '"crm" in system' in found.explain(10, 20).outcome
    small = galena.dedupe(PEOPLE, id="id", most_members=1)
    assert small.clusters["cluster"].to_list() == [10, 20, 30, 40, 50]
    assert small.explain(10, 20).obstacle == "cluster_size"
    apart = galena.link(PEOPLE, PEOPLE, left_id="id", right_id="id", not_duplicates=[(10, 10)])
    assert apart.explain(10, 10).obstacle == "declared_apart"
    assert apart.explain(10, 20).together
    with pytest.raises(galena.NotFound):
        galena.dedupe(PEOPLE, id="id", source="nowhere")
    with pytest.raises(galena.InvalidArgument):
        galena.dedupe(PEOPLE, id="id", most_members=0)
    with pytest.raises(TypeError):
        galena.dedupe(PEOPLE, id="id", most_members="2")  # type: ignore[arg-type]


def test_memory_may_be_limited(found: galena.Deduplication) -> None:
    with pytest.raises(galena.LimitExceeded, match="at least [0-9]+ bytes") as refused:
        galena.dedupe(PEOPLE, id="id", memory_limit=1)
    needed = int(re.search("at least ([0-9]+)", str(refused.value))[1])  # type: ignore[index]
    assert galena.dedupe(PEOPLE, id="id", memory_limit=needed).pairs == found.pairs
    with pytest.raises(TypeError):
        galena.dedupe(PEOPLE, id="id", memory_limit="1 GB")  # type: ignore[arg-type]
    with pytest.raises(galena.InvalidArgument):
        galena.link(PEOPLE, PEOPLE, memory_limit=0)


def test_pictures_need_matplotlib(found: galena.Deduplication) -> None:
    try:
        import matplotlib
    except ImportError:
        with pytest.raises(ImportError, match=r"pip install galena-crm\[plot\]"):
            found.explain(10, 20).plot()
    else:
        matplotlib.use("Agg")
        axes = found.explain(10, 20).plot()
        assert len(axes.patches) == len(found.explain(10, 20).levels) + 1


def test_thresholds_presets_and_models(found: galena.Deduplication) -> None:
    strict = galena.dedupe(PEOPLE, id="id", threshold=0.999999)
    assert len(strict.pairs) < len(found.pairs) + 1
    with pytest.raises(galena.InvalidArgument):
        galena.dedupe(PEOPLE, threshold=1.5)
    with pytest.raises(galena.InvalidArgument):
        galena.dedupe(PEOPLE, preset="unicorn")
    for preset in ("person", "lead", "contact", "account", "crm_standard_rules"):
        assert len(galena.dedupe(PEOPLE, id="id", preset=preset).clusters) == 5
    model = galena.Model.from_json(found.model.to_json())
    assert model == found.model
    assert galena.dedupe(PEOPLE, id="id", model=model).clusters == found.clusters


def test_models_carry_probabilities_of_single_columns() -> None:
    given = ("Anna", "Peter", "Maria", "John", "Eva", "Karl", "Omar")
    parts = ("ber", "man", "stein", "low", "ski", "feld", "ham", "wick")
    people = [i // 2 for i in range(300)]
    table = {
        "first_name": [given[p % 7] for p in people],
        "last_name": [(parts[p // 64] + parts[p // 8 % 8] + parts[p % 8]).title() for p in people],
        "team": [f"team {p % 5}" for p in people],
        "mood": [f"mood {i * 7 % 5}" for i in range(300)],
    }
    fields = {
        "first_name": "first_name",
        "last_name": "last_name",
        "team": "category",
        "mood": "category",
    }
    found = galena.dedupe(table, fields)
    text = found.model.to_json()
    assert [own["column"] for own in json.loads(text)["by_column"]] == ["team", "mood"]
    again = galena.dedupe(table, fields, model=galena.Model.from_json(text))
    assert len(found.pairs) > 100
    assert again.model == found.model
    assert again.clusters == found.clusters


def test_decided_pairs_stay_apart() -> None:
    found = galena.dedupe(PEOPLE, id="id", not_duplicates=[(20, 10)])
    assert found.clusters["cluster"].to_list() == [10, 20, 30, 30, 50]


def test_bytes_are_the_same_for_any_threads() -> None:
    many = {name: values * 200 for name, values in PEOPLE.items() if name != "id"}
    first = galena.dedupe(many, threads=1)
    for threads in (2, 3):
        other = galena.dedupe(many, threads=threads)
        assert other.clusters == first.clusters
        assert other.pairs == first.pairs


def test_order_of_rows_does_not_matter(found: galena.Deduplication) -> None:
    turned = {name: values[::-1] for name, values in PEOPLE.items()}
    again = galena.dedupe(turned, id="id")
    clusters = dict(zip(again.clusters["id"], again.clusters["cluster"]))
    assert clusters == dict(zip(found.clusters["id"], found.clusters["cluster"]))


def test_every_way_in_gives_the_same() -> None:
    pandas = pytest.importorskip("pandas")
    polars = pytest.importorskip("polars")
    pyarrow = pytest.importorskip("pyarrow")
    duckdb = pytest.importorskip("duckdb")
    expected = galena.dedupe(PEOPLE, id="id").clusters
    rows = [dict(zip(PEOPLE, values)) for values in zip(*PEOPLE.values())]
    relation = duckdb.from_arrow(pyarrow.table(PEOPLE))
    for data in (pandas.DataFrame(PEOPLE), polars.DataFrame(PEOPLE), pyarrow.table(PEOPLE),
                 relation, rows):
        assert galena.dedupe(data, id="id").clusters == expected


def test_nothing_to_find() -> None:
    assert len(galena.dedupe({"name": [], "email": []}).clusters) == 0
    assert galena.dedupe({"email": ["a@x.org"]}).clusters.to_dict() == {"id": [0], "cluster": [0]}
    blank = galena.dedupe({"email": [None, "", None], "name": [None, None, ""]})
    assert blank.clusters["cluster"].to_list() == [0, 1, 2]


def test_blocking_keys_are_given() -> None:
    found = galena.dedupe(PEOPLE, id="id", blocking=[["email"], ("last_name:sound", "city")])
    assert [key["key"] for key in found.report["blocking"]] == ["email", "last_name:sound + city"]
    assert found.clusters["cluster"].to_list() == [10, 10, 30, 30, 50]
    assert [key["key"] for key in found.explain(10, 50).keys] == ["email", "last_name:sound + city"]
    chosen = galena.dedupe(PEOPLE, id="id")
    assert galena.dedupe(PEOPLE, id="id", blocking=[]).pairs == chosen.pairs
    links = galena.link(PEOPLE, PEOPLE, left_id="id", right_id="id", blocking=[["phone:tail"]])
    assert [key["key"] for key in links.report["blocking"]] == ["phone:tail"]
    given = galena.Model.train(PEOPLE, id="id", blocking=[["email"]])
    assert isinstance(given, galena.Model)


def test_mistakes_in_blocking_keys_are_named() -> None:
    with pytest.raises(galena.NotFound, match="did you mean 'last_name'") as raised:
        galena.dedupe(PEOPLE, id="id", blocking=[["email"], ["lastname", "city"]])
    assert raised.value.subject == "/blocking/1/0"
    with pytest.raises(galena.InvalidArgument, match="did you mean 'sound'"):
        galena.dedupe(PEOPLE, id="id", blocking=[["last_name:sond"]])
    with pytest.raises(galena.InvalidArgument, match="not compared"):
        galena.dedupe(PEOPLE, id="id", blocking=[["id"]])
    with pytest.raises(galena.InvalidArgument, match="names no column"):
        galena.dedupe(PEOPLE, id="id", blocking=[[]])


def test_pair_completeness() -> None:
    truth = {"left": [10, 30], "right": [20, 40]}
    told = galena.dedupe(PEOPLE, id="id", blocking=[["email"], ["first_name"]]).completeness(truth)
    assert (told.pairs, told.brought_up, told.share) == (2, 1, 0.5)
    assert told.by_key.to_dict() == {
        "key": ["email", "first_name"], "found": [1, 0], "alone": [1, 0]}
    assert repr(told) == "<galena.Completeness: 1 of 2 pairs, 0.500>"
    assert "email" in told._repr_html_()
    judged = {**truth, "is_match": [True, False]}
    assert galena.dedupe(PEOPLE, id="id").completeness(judged).pairs == 1
    links = galena.link(PEOPLE, PEOPLE, left_id="id", right_id="id")
    assert links.completeness(truth).share == 1
    with pytest.raises(galena.NotFound, match="99"):
        links.completeness({"left": [10], "right": [99]})


def test_ids_must_be_unique_and_there() -> None:
    with pytest.raises(galena.InvalidArgument):
        galena.dedupe({**PEOPLE, "id": [1, 1, 2, 3, 4]}, id="id")
    with pytest.raises(galena.InvalidArgument):
        galena.dedupe({**PEOPLE, "id": [1, None, 2, 3, 4]}, id="id")
    with pytest.raises(galena.NotFound):
        galena.dedupe(PEOPLE, id="nope")


@pytest.mark.parametrize(
    "arguments",
    [{"fields": ["email"]}, {"fields": {"email": 3}}, {"threads": "2"}, {"model": "person"},
     {"progress": 3}, {"threshold": "0.5"}, {"threshold": True}, {"id": 1}, {"source": 1},
     {"preset": 1}, {"memory_limit": "1MB"}, {"not_duplicates": [(1, 2, 3)]},
     {"not_duplicates": ["12"]}, {"not_duplicates": [3]}, {"blocking": "email"},
     {"blocking": ["email"]}, {"blocking": [["email", 1]]}, {"blocking": 3}],
)
def test_wrong_types_are_type_errors(arguments: dict[str, Any]) -> None:
    (name,) = arguments
    with pytest.raises(TypeError, match=name) as raised:
        galena.dedupe(PEOPLE, **arguments)
    assert "incompatible function arguments" not in str(raised.value)


def test_threads_must_be_positive() -> None:
    with pytest.raises(galena.InvalidArgument):
        galena.dedupe(PEOPLE, threads=0)


def test_numbers_beyond_what_the_library_takes_are_told() -> None:
    for arguments in ({"threads": 2**32}, {"memory_limit": 2**64}, {"most_members": 2**32}):
        (name,) = arguments
        with pytest.raises(galena.InvalidArgument, match=f"{name} must be [0-9]+ or less"):
            galena.dedupe(PEOPLE, **arguments)
    with pytest.raises(galena.InvalidArgument, match="the threshold NaN is no probability"):
        galena.dedupe(PEOPLE, threshold=float("nan"))


def test_what_was_not_compared_is_told() -> None:
    silent = galena.dedupe(PEOPLE, {"email": "birth_date"})
    assert silent.report["warnings"] == [
        "column 'email' says nothing: none of its values is a birth_date"
    ]
    nothing = galena.dedupe(PEOPLE, {"email": "ignore"})
    assert "no two records were compared" in nothing.report["warnings"][0]
    apart = galena.link({"name": ["Ann Smith"]}, {"email": ["ann@x.org"]})
    assert "no columns in common" in apart.report["warnings"][0]


def test_link() -> None:
    contacts = {
        "cid": ["x", "y"],
        "given": ["Rob", "Zoe"],
        "family": ["Miller", "Quist"],
        "mail": ["r.miller@web.de", "zoe@q.se"],
    }
    fields = {"given": "first_name", "family": "last_name", "mail": "email",
              "first_name": "first_name", "last_name": "last_name", "email": "email"}
    links = galena.link(PEOPLE, contacts, fields, left_id="id", right_id="cid")
    assert links.pairs.column_names == ["left", "right", "weight", "probability"]
    assert (links.pairs["left"][0], links.pairs["right"][0]) == (30, "x")
    assert links.explain(30, "x").probability > 0.5 > links.explain(10, "y").probability
    one = galena.link(PEOPLE, contacts, fields, left_id="id", right_id="cid", one_to_one=True)
    assert len(set(one.pairs["right"])) == len(one.pairs)
    inferred = galena.link(PEOPLE, contacts, left_id="id", right_id="cid",
                           right_fields={"given": "first_name", "family": "last_name",
                                         "mail": "email"})
    assert inferred.pairs["right"][0] == "x"
    assert inferred.right_fields["mail"] == "email"
    with pytest.raises(galena.NotFound):
        galena.link(PEOPLE, contacts, {"nope": "email"})
    report = links.report
    assert (report["records"], report["clusters"]) == (7, len(links.pairs))
    assert report["duplicates"] == len(set(links.pairs["left"]))
    assert links.model.hash != galena.Model.preset("person").hash  # trained
    strict = galena.link(PEOPLE, contacts, fields, left_id="id", right_id="cid",
                         threshold=0.999999999)
    assert len(strict.pairs) == 0
    with pytest.raises(galena.NotFound):
        links.explain(30, "nobody")


def test_compare_two_records() -> None:
    model = galena.Model.preset("person")
    ann = {"first_name": "Ann", "last_name": "Smith", "email": "ann@x.org"}
    assert model.compare(ann, {**ann, "first_name": "Anne"}).probability > 0.5
    assert model.compare(ann, {"first_name": "Bob", "last_name": "Jones"}).probability < 0.5
    given = model.compare({"n": "ann@x.org"}, {"n": "ann@x.org"}, fields={"n": "email"})
    assert [row["field"] for row in given.levels if row["level"] == "exact"] == ["email"]
    with pytest.raises(galena.InvalidArgument):
        galena.Model.preset("unicorn")
    with pytest.raises(galena.Error):
        galena.Model.from_json("{}")


SPLINK_MODEL = """{"probability_two_random_records_match": 0.01, "sql_dialect": "duckdb",
  "comparisons": [{"output_column_name": "surname", "comparison_levels": [
    {"sql_condition": "\\"surname_l\\" IS NULL OR \\"surname_r\\" IS NULL", "is_null_level": true},
    {"sql_condition": "\\"surname_l\\" = \\"surname_r\\"", "label_for_charts": "equal",
     "m_probability": 0.9, "u_probability": 0.01},
    {"sql_condition": "%s", "label_for_charts": "near",
     "m_probability": 0.05, "u_probability": 0.02},
    {"sql_condition": "ELSE", "m_probability": 0.05, "u_probability": 0.97}]}]}"""


def test_splink_models_are_imported() -> None:
    near = r'jaro_winkler_similarity(\"surname_l\", \"surname_r\") >= 0.9'
    model = galena.Model.from_splink(SPLINK_MODEL % near)
    prior = math.log2(0.01 / 0.99)
    equal = model.compare({"surname": "Smith"}, {"surname": "Smith"})
    assert equal.weight == pytest.approx(prior + math.log2(0.9 / 0.01), abs=1e-5)
    close = model.compare({"surname": "Martha"}, {"surname": "Marhta"})
    assert close.weight == pytest.approx(prior + math.log2(0.05 / 0.02), abs=1e-5)
    assert galena.Model.from_json(model.to_json()).hash == model.hash
    with pytest.raises(galena.Unsupported) as refused:
        galena.Model.from_splink(SPLINK_MODEL % "soundex(surname_l) = 1")
    assert refused.value.problems[0].subject == "/comparisons/0/comparison_levels/2/sql_condition"
    with pytest.raises(TypeError):
        galena.Model.from_splink(b"{}")  # type: ignore[arg-type]


def test_splink_levels_that_were_not_trained_are_told() -> None:
    near = r'jaro_winkler_similarity(\"surname_l\", \"surname_r\") >= 0.9'
    untrained = (SPLINK_MODEL % near).replace('"m_probability": 0.9, ', "")
    with pytest.warns(UserWarning, match="/comparisons/0/comparison_levels/1: the level has no m_prob"):
        model = galena.Model.from_splink(untrained)
    equal = model.compare({"surname": "Smith"}, {"surname": "Smith"})
    assert equal.weight == pytest.approx(math.log2(0.01 / 0.99) + math.log2(0.95 / 0.01), abs=1e-5)


def test_names_that_are_not_there_are_errors() -> None:
    model = galena.Model.preset("person")
    ann = {"name": "Ann Smith", "email": "ann@x.org"}
    with pytest.raises(galena.NotFound, match="did you mean 'name'") as refused:
        model.compare(ann, ann, fields={"nam": "full_name"})
    assert refused.value.subject == "nam"
    one_sided = model.compare(ann, {"name": "Ann Smith"}, fields={"name": "full_name", "email": "email"})
    assert one_sided.probability < 1
    for call in (
        lambda: model.compare(ann, ann, fields={}),
        lambda: galena.dedupe([ann, ann], fields={}),
        lambda: galena.link([ann], [ann], fields={}),
        lambda: galena.Index("person", {}),
    ):
        with pytest.raises(galena.InvalidArgument, match="names no column"):
            call()
    for call in (
        lambda: galena.dedupe([ann, ann], preset="person", model=model),
        lambda: galena.link([ann], [ann], preset="person", model=model),
    ):
        with pytest.raises(galena.InvalidArgument, match="not both"):
            call()


def test_bad_rows_of_a_file_are_in_the_report(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "bad.csv"
    path.write_text("name,email\nAnn Smith,ann@x.org\nBob,b@y.org,extra\nAnn Smith,ann@x.org\n", "utf-8")
    with pytest.warns(UserWarning, match="1 rows were left out"):
        found = galena.dedupe(path)
    assert "1 rows were left out; the first: line 3" in found.report["warnings"][0]
    assert found.clusters["id"].to_list() == [0, 1]  # of the rows that were read
    read = galena.read_csv(path)
    assert "1 rows were left out" in galena.dedupe(read).report["warnings"][0]
    assert "1 rows were left out" in galena.link(read, read).report["warnings"][1]


def test_arguments_of_other_libraries() -> None:
    numpy = pytest.importorskip("numpy")
    apart = {"left": [20], "right": [10]}
    whole = galena.dedupe(PEOPLE, id="id", not_duplicates=[(20, 10)])
    for pairs in (apart, galena.Table(apart), [{"left": 20, "right": 10}], numpy.array([[20, 10]]).tolist()):
        found = galena.dedupe(
            PEOPLE, id="id", not_duplicates=pairs, threads=numpy.int64(1), memory_limit=numpy.int64(10**9)
        )
        assert found.clusters.to_dict() == whole.clusters.to_dict()
    with pytest.raises(galena.NotFound, match="no column 'right'"):
        galena.dedupe(PEOPLE, id="id", not_duplicates={"left": [20]})
    pandas = pytest.importorskip("pandas")
    found = galena.dedupe(PEOPLE, id="id", not_duplicates=pandas.DataFrame(apart))
    assert found.clusters.to_dict() == whole.clusters.to_dict()


def many_people(rows: int) -> dict[str, list[str]]:
    """Made-up people, the same every time."""
    given = ["Ann", "Bob", "Cid", "Dora", "Egon", "Fay", "Gus", "Hana", "Ivo", "Jan"]
    family = [a + b for a in ("Al", "Ber", "Cor", "Dan", "Es") for b in ("son", "berg", "ez", "ov")]
    return {
        "first_name": [given[i * 7 % 10] for i in range(rows)],
        "last_name": [family[i * 13 % 20] for i in range(rows)],
        "email": [f"user{i * 31 % (rows * 3 // 4)}@mail{i % 50}.org" for i in range(rows)],
        "city": [f"City {i % 200}" for i in range(rows)],
    }


def test_progress_is_told_and_may_stop() -> None:
    data = many_people(40000)
    seen: list[tuple[float, str]] = []
    galena.dedupe(data, progress=lambda fraction, phase: seen.append((fraction, phase)))
    fractions = [fraction for fraction, _ in seen]
    assert fractions == sorted(fractions) and fractions[-1] == 1.0 and len(fractions) > 2

    def stop(fraction: float, phase: str) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        galena.dedupe(data, progress=stop)


def test_other_threads_run_meanwhile() -> None:
    data = galena.Table(many_people(60000))
    ticks = 0
    running = True

    def tick() -> None:
        nonlocal ticks
        while running:
            ticks += 1
            time.sleep(0.001)

    ticker = threading.Thread(target=tick)
    ticker.start()
    started = time.perf_counter()
    galena.dedupe(data, threads=1)
    seconds = time.perf_counter() - started
    running = False
    ticker.join()
    assert ticks > seconds * 20, f"{ticks} ticks in {seconds:.2f} s: the GIL was held"


def test_other_pairs_of_two_rows_count_where_rows_have_one_partner() -> None:
    letters = random.Random(4)
    names = ["".join(letters.choices("abcdefghiklmnoprstuw", k=8)) for _ in range(300)]
    left = {"id": [f"L{i}" for i in range(len(names))], "last_name": list(names),
            "first_name": ["Anna", "Bruno", "Clara", "David", "Elena", "Franz"] * 50}
    right = {"id": [f"R{i}" for i in range(len(names))], "last_name": list(names),
             "first_name": list(left["first_name"])}
    left["id"].append("again")
    left["last_name"].append(names[0] + "s")
    left["first_name"].append("Anna")
    links = galena.link(left, right, left_id="id", right_id="id")
    assert links.report["left_has_one"] and links.report["right_has_one"]
    why = links.explain("again", "R0")
    assert why.partners < 0 and why.rival == "L0 and R0"
    assert links.explain("L1", "R1").partners > 0 and links.explain("L1", "R1").rival == ""
    levels = {level["field"]: level for level in why.levels}
    assert levels["partners"]["weight"] == why.partners and levels["partners"]["level"] == why.rival
    assert sum(level["weight"] for level in why.levels) == pytest.approx(why.weight)
    several = {name: column + column[:40] for name, column in right.items()}
    several["id"] = [f"R{i}" for i in range(len(several["last_name"]))]
    assert not galena.link(left, several, left_id="id", right_id="id").report["left_has_one"]
