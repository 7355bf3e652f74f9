"""A normaliser of one's own, in dedupe, link, Model.train and the live index."""

from __future__ import annotations

import pathlib
import threading
from typing import Any

import galena
import pytest
from galena import NormalForm

FIRMS: dict[str, list[Any]] = {
    "firm": ["Old Forge Works", "Vulcan Steel Ltd", "Sea Trading", "house account", "house account"],
    "article": ["AB-1234", "X 1234", "C-9", "house account", "house account"],
}
KINDS = {"firm": "company", "article": "identifier"}


def own_rules(kind: str, text: str) -> str | None:
    if text == "house account":
        return NormalForm("")
    if kind == "identifier":
        return NormalForm(text[-4:])
    return "Vulcan Steel" if text == "Old Forge Works" else None


def level(explanation: galena.Explanation, field: str) -> str:
    return next(str(row["level"]) for row in explanation.levels if row["field"] == field)


def test_dedupe_compares_what_it_answers() -> None:
    found = galena.dedupe(FIRMS, KINDS, preset="account", normaliser=own_rules)
    assert level(found.explain(0, 1), "company") == "exact"
    assert level(found.explain(0, 1), "article") == "exact"
    assert level(found.explain(3, 4), "article") != "exact"
    assert found.clusters["cluster"].to_list() == [0, 0, 2, 3, 4]
    plain = galena.dedupe(FIRMS, KINDS, preset="account")
    assert level(plain.explain(0, 1), "article") != "exact"
    assert level(plain.explain(3, 4), "article") == "exact"


def test_it_is_asked_once_for_each_value_on_any_number_of_threads() -> None:
    data = {"firm": [f"Firm {i % 1500}" for i in range(4000)],
            "article": [f"A{i}" if i % 3 else None for i in range(4000)]}
    answers = []
    for threads in (1, 4):
        asked: list[tuple[str, str]] = []

        def count(kind: str, text: str) -> None:
            asked.append((kind, text))

        found = galena.dedupe(data, KINDS, threads=threads, normaliser=count)
        assert len(asked) == len(set(asked)) == 1500 + sum(1 for i in range(4000) if i % 3)
        answers.append(found.clusters["cluster"].to_list())
    assert answers[0] == answers[1] == galena.dedupe(data, KINDS).clusters["cluster"].to_list()


def test_link_and_train_ask_it_too() -> None:
    left = {name: values[:1] for name, values in FIRMS.items()}
    right = {name: values[1:3] for name, values in FIRMS.items()}
    links = galena.link(left, right, KINDS, preset="account", normaliser=own_rules)
    assert [(row["left"], row["right"]) for row in links.pairs] == [(0, 0)]
    asked = set()

    def tell(kind: str, text: str) -> None:
        asked.add(text)

    galena.Model.train(FIRMS, KINDS, normaliser=tell)
    assert "Old Forge Works" in asked and "AB-1234" in asked


class Closed(Exception):
    pass


def failing(kind: str, text: str) -> str | None:
    if text == "Sea Trading":
        raise Closed("the list is closed")
    return None


@pytest.mark.parametrize("threads", [1, 3])
def test_what_it_raises_is_the_cause_of_an_error(threads: int) -> None:
    for call in (
        lambda: galena.dedupe(FIRMS, KINDS, threads=threads, normaliser=failing),
        lambda: galena.link(FIRMS, FIRMS, KINDS, threads=threads, normaliser=failing),
        lambda: galena.Model.train(FIRMS, KINDS, threads=threads, normaliser=failing),
    ):
        with pytest.raises(galena.InvalidArgument, match="Sea Trading.*Closed: the list") as told:
            call()
        assert told.value.detail == "normaliser_failed" and told.value.subject == "firm"
        assert isinstance(told.value.__cause__, Closed)


def test_an_interrupt_goes_through() -> None:
    def interrupted(kind: str, text: str) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        galena.dedupe(FIRMS, KINDS, normaliser=interrupted)


@pytest.mark.parametrize("answer", [7, b"text", ["text"]])
def test_only_text_is_an_answer(answer: Any) -> None:
    with pytest.raises(galena.InvalidArgument, match="TypeError") as told:
        galena.dedupe(FIRMS, KINDS, normaliser=lambda kind, text: answer)
    assert isinstance(told.value.__cause__, TypeError)
    with pytest.raises(TypeError, match="callable"):
        galena.dedupe(FIRMS, KINDS, normaliser=answer)
    with pytest.raises(galena.InvalidArgument, match="UnicodeEncodeError"):
        galena.dedupe(FIRMS, KINDS, normaliser=lambda kind, text: "\ud800")


def test_an_index_keeps_what_it_answered(tmp_path: pathlib.Path) -> None:
    asked: list[str] = []

    def rules(kind: str, text: str) -> str | None:
        asked.append(text)
        return own_rules(kind, text)

    index = galena.Index("account", KINDS, normaliser=rules)
    index.add("a", {"firm": "Old Forge Works", "article": "AB-1234"})
    index.add_many({name: values[2:3] for name, values in FIRMS.items()})
    query = {"firm": "Vulcan Steel", "article": "X 1234"}
    assert [match.id for match in index.find(query)] == ["a"]
    assert level(index.explain(query, "a"), "article") == "exact"
    index.save(tmp_path / "firms.galena")
    del asked[:]
    again = galena.Index.open(tmp_path / "firms.galena", normaliser=rules)
    assert asked == []
    assert [match.id for match in again.find(query)] == ["a"]
    assert asked == ["Vulcan Steel", "X 1234"]
    with pytest.raises(galena.InvalidArgument) as told:
        galena.Index.open(tmp_path / "firms.galena")
    assert told.value.detail == "wrong_normaliser"


def test_an_index_is_as_it_was_after_a_failure() -> None:
    index = galena.Index("account", normaliser=failing)
    bad = {"firm": "Sea Trading", "article": "C-9"}
    good = {"firm": "Old Forge Works", "article": "AB-1234"}
    index.add("a", good)
    for call in (
        lambda: index.add("b", bad),
        lambda: index.update("a", bad),
        lambda: index.add_many(FIRMS),
        lambda: index.find(bad),
        lambda: index.explain(bad, "a"),
    ):
        with pytest.raises(galena.InvalidArgument) as told:
            call()
        assert isinstance(told.value.__cause__, Closed)
    assert len(index) == 1 and [match.id for match in index.find(good)] == ["a"]


def test_threads_look_up_while_it_is_asked() -> None:
    index = galena.Index("account", KINDS, normaliser=own_rules)
    index.add_many(FIRMS)
    found: list[int] = []

    def look() -> None:
        for _ in range(30):
            found.append(len(index.find({"firm": "Vulcan Steel", "article": "Z1234"})))

    threads = [threading.Thread(target=look) for _ in range(4)]
    for thread in threads:
        thread.start()
    for i in range(30):
        index.update(2, {"firm": f"Sea Trading {i}", "article": "C-9"})
    for thread in threads:
        thread.join()
    assert found == [2] * 120
