"""Model.train: with and without labels."""

from __future__ import annotations

import json

import pytest

import galena


SYLLABLES = ["ber", "man", "stein", "low", "ski", "feld", "ham", "rup", "wick", "den", "tov"]


def people(count: int) -> dict[str, list[object]]:
    """Every fifth person is there twice, with another telephone number and city."""
    names = ["Anna", "Peter", "Maria", "John", "Eva", "Karl", "Lena", "Omar"]
    rows = []
    for person in range(count):
        first = names[person % 8]
        last = "".join(SYLLABLES[person * step // 7 % 11] for step in (3, 29, 101))
        mail = f"{first}.{last}@{SYLLABLES[person % 11]}{person}.example".lower()
        rows.append((first, last, mail, f"+4930{1000000 + person * 7919}", "Berlin", person))
        if person % 5 == 0:
            rows.append((first, last, mail, f"+4989{2000000 + person * 104729}", "Bonn", person))
    columns = ["first_name", "last_name", "email", "phone", "city", "person"]
    table: dict[str, list[object]] = {
        name: [row[i] for row in rows] for i, name in enumerate(columns)
    }
    table["id"] = list(range(len(rows)))
    return table


FIELDS = {
    "first_name": "first_name",
    "last_name": "last_name",
    "email": "email",
    "phone": "phone",
    "city": "city",
}


def level(model: galena.Model, field: str, place: int) -> dict[str, float]:
    data = json.loads(model.to_json())
    return next(f for f in data["fields"] if f["comparison"] == field)["levels"][place]


def test_training_learns_that_telephone_numbers_change() -> None:
    model = galena.Model.train(people(1000), FIELDS, id="id")
    preset = galena.Model.preset("lead")
    assert level(model, "phone", 0)["m"] < level(preset, "phone", 0)["m"] - 0.1


def test_dedupe_trains_and_says_so() -> None:
    data = people(500)
    found = galena.dedupe(data, FIELDS, id="id")
    assert found.report["training"]["rounds"] > 0
    assert found.report["training"]["matches"] == pytest.approx(100, abs=5)
    assert found.model == galena.Model.train(data, FIELDS, id="id")
    given = galena.dedupe(data, FIELDS, id="id", model=galena.Model.preset("lead"))
    assert given.report["training"]["rounds"] == 0
    assert given.model == galena.Model.preset("lead")


def test_labels_are_counted() -> None:
    data = people(500)
    person = data["person"]
    labels = {
        "left": list(range(len(person) - 1)),
        "right": list(range(1, len(person))),
        "is_match": [person[i] == person[i + 1] for i in range(len(person) - 1)],
    }
    model = galena.Model.train(data, FIELDS, labels=labels, id="id")
    preset = galena.Model.preset("lead")
    assert level(model, "phone", 0)["m"] < level(preset, "phone", 0)["m"] - 0.1


def test_one_label_takes_next_to_nothing_back_of_what_the_data_teach() -> None:
    data = people(500)
    person = data["person"]
    same = next(i for i in range(len(person) - 1) if person[i] == person[i + 1])
    label = {"left": [same], "right": [same + 1], "is_match": [True]}
    judged = galena.Model.train(data, FIELDS, labels=label, id="id")
    unjudged = galena.Model.train(data, FIELDS, id="id")
    # The data count as 200 pairs.
    assert level(judged, "phone", 0)["m"] == pytest.approx(
        level(unjudged, "phone", 0)["m"], abs=1 / 201
    )


def test_candidates_may_be_given() -> None:
    data = people(500)
    pairs = galena.dedupe(data, FIELDS, id="id").pairs
    model = galena.Model.train(data, FIELDS, pairs=pairs, id="id")
    assert level(model, "phone", 0)["m"] < level(galena.Model.preset("lead"), "phone", 0)["m"]


def test_what_cannot_be_learnt_from_is_refused() -> None:
    data = people(20)
    with pytest.raises(TypeError, match="not both"):
        galena.Model.train(data, FIELDS, pairs={"left": [0], "right": [1]}, labels={"left": [0]})
    with pytest.raises(galena.InvalidArgument, match="is_match"):
        galena.Model.train(data, FIELDS, labels={"left": [0], "right": [1]})
    with pytest.raises(galena.NotFound, match="999"):
        galena.Model.train(data, FIELDS, pairs={"left": [0], "right": [999]}, id="id")
    with pytest.raises(galena.InvalidArgument, match="maybe"):
        galena.Model.train(
            data, FIELDS, id="id", labels={"left": [0], "right": [1], "is_match": ["maybe"]}
        )
