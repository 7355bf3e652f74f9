"""Similarities of texts by the name of a measure."""

from __future__ import annotations

import pytest

import galena

MEASURES = {
    "levenshtein": 1 - 3 / 7,
    "osa": 1 - 3 / 7,
    "damerau_levenshtein": 1 - 3 / 7,
    "indel": 1 - 5 / 13,
    "hamming": 1 - 3 / 7,
    "jaro": (4 / 6 + 4 / 7 + 1) / 3,
    "jaro_winkler": (4 / 6 + 4 / 7 + 1) / 3,
    "bigram_jaccard": 2 / 9,
    "token_jaccard": 0.0,
    "token_set": 1 - 3 / 7,
}


@pytest.mark.parametrize("measure", MEASURES)
def test_two_texts(measure: str) -> None:
    assert galena.similarity(measure, "kitten", "sitting") == pytest.approx(MEASURES[measure])
    assert galena.similarity(measure, "dömök", "dömök") == 1
    assert galena.similarity(measure, "", "") == 1


@pytest.mark.parametrize("measure", MEASURES)
def test_a_column_gives_what_its_texts_give(measure: str) -> None:
    texts = ["sitting", None, "kitten", "", "Küche", "kitten " * 20, "sitting", "kit"] * 20
    for many in (texts, galena.Table({"x": texts})["x"]):
        found = galena.similarity(measure, "kitten", many)
        assert (found.name, found.type, len(found)) == ("similarity", "number", len(texts))
        assert found.to_list() == [
            None if text is None else galena.similarity(measure, "kitten", text) for text in texts
        ]


def test_series_of_other_libraries() -> None:
    pandas = pytest.importorskip("pandas")
    assert galena.similarity("jaro", "abc", pandas.Series(["abc", "xyz"])).to_list() == [1, 0]


def test_what_cannot_be_compared() -> None:
    with pytest.raises(galena.NotFound, match="unknown|no measure"):
        galena.similarity("soundalike", "a", "b")
    with pytest.raises(galena.InvalidArgument, match="no column of text"):
        galena.similarity("jaro", "a", [1, 2])
    with pytest.raises(TypeError):
        galena.similarity("jaro", "a", None)  # type: ignore[call-overload]
