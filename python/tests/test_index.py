"""The live index: add, update, remove, find, cluster, save and open."""

from __future__ import annotations

import dataclasses
import pathlib
import threading
from typing import Any

import galena
import pytest

FIELDS = {"name": "full_name", "email": "email", "city": "city"}
ANN = {"name": "Ann Smith", "email": "ann.smith@acme.com", "city": "Leeds"}
BOB = {"name": "Robert Miller", "email": "r.miller@web.de", "city": "Bonn"}


@pytest.fixture()
def index() -> galena.Index:
    made = galena.Index("person", FIELDS)
    made.add("ann", ANN)
    made.add("bob", BOB)
    return made


def test_find_gives_the_best_first(index: galena.Index) -> None:
    matches = index.find({**ANN, "name": "Anne Smith"})
    assert [match.id for match in matches] == ["ann"]
    assert isinstance(matches[0], galena.Match)
    assert matches[0].probability > 0.5 and matches[0].weight > 0
    assert index.find({"name": "Zoe Quist"}) == []
    assert index.find(ANN, limit=0) == []
    assert index.find(ANN, min_probability=1.0) in ([], matches)


def test_ids_come_back_as_they_went_in() -> None:
    index = galena.Index("person", FIELDS)
    index.add(7, ANN)
    index.add("7", BOB)
    assert [match.id for match in index.find(ANN)] == [7]
    assert [match.id for match in index.find(BOB)] == ["7"]
    assert 7 in index and "7" in index and 8 not in index and None not in index


def test_update_and_remove(index: galena.Index) -> None:
    index.update("ann", {**ANN, "email": "a.jones@home.org", "name": "Ann Jones"})
    assert index.find(ANN) == []
    assert [m.id for m in index.find({"name": "Ann Jones", "email": "a.jones@home.org"})] == ["ann"]
    index.remove("ann")
    assert len(index) == 1 and "ann" not in index
    with pytest.raises(galena.NotFound):
        index.remove("ann")
    with pytest.raises(galena.NotFound):
        index.update("ann", ANN)
    with pytest.raises(galena.AlreadyExists):
        index.add("bob", ANN)


def test_add_many_and_cluster() -> None:
    data = {
        "key": [1, 2, 3],
        "name": ["Ann Smith", "Anne Smith", "Robert Miller"],
        "email": ["ann.smith@acme.com", "ann.smith@acme.com", "r.miller@web.de"],
        "city": ["Leeds", "Leeds", "Bonn"],
    }
    index = galena.Index(galena.Model.preset("person"))
    index.add_many(data, id="key")
    assert len(index) == 3
    assert index.fields == {"name": "full_name", "email": "email", "city": "city"}
    assert index.cluster(2) == [1, 2]
    assert index.cluster(3) == [3]
    numbered = galena.Index("person", FIELDS)
    numbered.add_many(data)
    assert [match.id for match in numbered.find(BOB)] == [2]
    with pytest.raises(galena.AlreadyExists):
        numbered.add_many(data)


def test_the_index_agrees_with_model_and_batch(index: galena.Index) -> None:
    draft = {**ANN, "name": "Anne Smith"}
    match = index.find(draft)[0]
    why = index.explain(draft, "ann")
    assert why.probability == pytest.approx(match.probability)
    assert why.weight == pytest.approx(match.weight)
    assert index.explain("ann", "bob").probability < 0.5
    assert any(key["compared"] and key["records"] > 0 for key in why.keys)
    strangers = index.explain("ann", "bob")
    assert not strangers.candidate and len(strangers.keys) > 0
    assert not any(key["compared"] for key in strangers.keys)


def test_fields_are_those_of_the_first_record() -> None:
    index = galena.Index("person")
    assert index.find(ANN) == [] and len(index) == 0 and index.fields == {}
    with pytest.raises(galena.NotFound):
        index.cluster("ann")

    @dataclasses.dataclass
    class Person:
        first_name: str
        last_name: str
        email: str

    index.add("ann", Person("Ann", "Smith", "ann.smith@acme.com"))
    assert index.fields == {
        "first_name": "first_name", "last_name": "last_name", "email": "email",
    }
    assert [m.id for m in index.find(Person("Ann", "Smith", "ann.smith@acme.com"))] == ["ann"]


def test_save_and_open(index: galena.Index, tmp_path: pathlib.Path) -> None:
    path = tmp_path / "people.index"
    index.save(path)
    again = galena.Index.open(path)
    assert len(again) == 2 and again.fields == index.fields and again.model == index.model
    assert again.find(ANN) == index.find(ANN)
    broken = tmp_path / "broken.index"
    broken.write_bytes(path.read_bytes()[:-7])
    with pytest.raises(galena.Corrupt):
        galena.Index.open(broken)
    with pytest.raises(galena.Io):
        galena.Index.open(tmp_path / "missing.index")
    with pytest.raises(galena.Io):
        index.save(tmp_path / "no" / "folder" / "x.index")
    with pytest.raises(galena.InvalidArgument):
        galena.Index("person").save(path)


@pytest.mark.parametrize("id", [None, 1.5, True, b"x"])
def test_ids_of_other_types_are_type_errors(index: galena.Index, id: Any) -> None:
    with pytest.raises(TypeError, match="id must be int or str"):
        index.add(id, ANN)
    with pytest.raises(TypeError, match="id must be int or str"):
        index.remove(id)


def test_wrong_arguments(index: galena.Index) -> None:
    with pytest.raises(TypeError):
        galena.Index(3)  # type: ignore[arg-type]
    with pytest.raises(galena.InvalidArgument):
        galena.Index("unicorn")
    with pytest.raises(galena.InvalidArgument):
        galena.Index("person", {"name": "nonsense"})
    with pytest.raises(galena.InvalidArgument):
        index.find(ANN, min_probability=2.0)
    with pytest.raises(galena.InvalidArgument):
        index.find(ANN, limit=-1)
    with pytest.raises(galena.InvalidArgument):
        index.add("", ANN)
    with pytest.raises(galena.NotFound):
        index.add_many({"name": ["x"], "email": ["y"], "city": ["z"]}, id="nope")


def test_threads_write_and_find(index: galena.Index) -> None:
    failures: list[BaseException] = []

    def work(number: int) -> None:
        try:
            for i in range(200):
                index.add(f"{number}/{i}", {"name": f"Person {i}", "email": f"{number}.{i}@x.org"})
                assert index.find({"email": f"{number}.{i}@x.org", "name": f"Person {i}"})
        except BaseException as error:  # a failed thread must fail the test
            failures.append(error)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert len(index) == 802


def test_finding_goes_on_while_many_are_added(index: galena.Index) -> None:
    rows = 30000
    data = galena.Table(
        {
            "name": [f"Given{i % 97} Family{i % 1009}" for i in range(rows)],
            "email": [f"u{i}@mail{i % 7}.org" for i in range(rows)],
            "city": [f"City{i % 50}" for i in range(rows)],
        }
    )
    seen: list[float] = []
    adding = threading.Thread(
        target=lambda: index.add_many(data, progress=lambda fraction, phase: seen.append(fraction))
    )
    adding.start()
    found = 0
    while adding.is_alive():
        found += len(index.find(ANN))
    adding.join()
    assert found > 0 and seen[-1] == 1.0
    assert len(index) == rows + 2


def test_a_callback_may_not_use_the_index_at_work(index: galena.Index) -> None:
    data = {"name": ["x"] * 20000, "email": [f"{i}@x.org" for i in range(20000)],
            "city": [""] * 20000}
    with pytest.raises(galena.Busy):
        index.add_many(data, progress=lambda fraction, phase: index.find(ANN))


def test_given_fields_stay_while_the_index_is_empty() -> None:
    index = galena.Index("person", {"full": "full_name", "contact": "email"})
    index.add("l1", {"full": "Ann Smith", "contact": "ann@acme.example"})
    assert index.fields == {"full": "full_name", "contact": "email"}
    index.remove("l1")
    index.add("l2", {"full": "Ann Smith", "contact": "ann@acme.example"})
    assert index.fields == {"full": "full_name", "contact": "email"}
    assert [match.id for match in index.find({"contact": "ann@acme.example"})] == ["l2"]


def test_too_many_fields_are_refused() -> None:
    with pytest.raises(galena.LimitExceeded):
        galena.Index("person", {f"note {i}": "text" for i in range(61)})


def test_a_record_without_any_field_of_the_index_is_refused() -> None:
    index = galena.Index("person", {"name": "full_name", "email": "email", "note": "ignore"})
    with pytest.raises(galena.NotFound, match="they are 'name', 'email'"):
        index.add(1, {"Name": "Ann Smith", "note": "x"})
    index.add(1, {"name": None})
    with pytest.raises(galena.NotFound, match="none of the fields"):
        index.update(1, {})
    assert len(index) == 1
