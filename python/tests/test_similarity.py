"""Similarities of texts by the name of a measure."""

from __future__ import annotations

import datetime
import decimal

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
    "ngram_jaccard": 2 / 9,
    "soft_tfidf": 0.0,
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


def test_options_of_measures() -> None:
    assert galena.similarity("ngram_jaccard", "abcd", "abce", n=3) == pytest.approx(1 / 3)
    weights = {"acme": 6, "gmbh": 1}
    assert galena.similarity("soft_tfidf", "acme gmbh", "gmbh", weights=weights) == 0.25
    assert galena.similarity("soft_tfidf", "acme gmbh", ["gmbh", None], weights=weights).to_list() == [0.25, None]
    with pytest.raises(galena.InvalidArgument, match="only ngram_jaccard takes n"):
        galena.similarity("jaro", "a", "b", n=3)
    with pytest.raises(galena.InvalidArgument, match="n must be 1 to 8"):
        galena.similarity("ngram_jaccard", "a", "b", n=0)
    with pytest.raises(galena.InvalidArgument, match="not above 0"):
        galena.similarity("soft_tfidf", "a", "b", weights={"a": 0})


@pytest.mark.parametrize("measure", MEASURES)
def test_below_the_cutoff_is_nothing(measure: str) -> None:
    texts = ["sitting", "kitten", "mitten", "kit", "kitten kitten", ""]
    for cutoff in (0.3, 0.6, 0.9):
        found = galena.similarity(measure, "kitten", texts, cutoff=cutoff).to_list()
        whole = galena.similarity(measure, "kitten", texts).to_list()
        assert found == [each if each >= cutoff else 0 for each in whole]
        assert found == [galena.similarity(measure, "kitten", text, cutoff=cutoff) for text in texts]


def test_numbers_and_dates() -> None:
    assert galena.similarity("number", 100, 80.0) == pytest.approx(0.8)
    assert galena.similarity("number", decimal.Decimal("12.50"), "12.5") == 1
    assert galena.similarity("number", 100, [80, None, 50]).to_list() == pytest.approx([0.8, None, 0.5])
    day = datetime.date(2026, 11, 23)
    assert galena.similarity("date", day, "2026-11-13", days=20) == 0.5
    assert galena.similarity("date", day, [day, None, datetime.date(2020, 1, 1)]).to_list() == [1, None, 0]
    with pytest.raises(galena.InvalidArgument, match="is no number"):
        galena.similarity("number", "ten", "10")
    with pytest.raises(TypeError, match="jaro does not compare int"):
        galena.similarity("jaro", 1, 2)


def test_how_words_sound() -> None:
    assert galena.double_metaphone("Schmidt") == ("XMT", "SMT")
    assert galena.double_metaphone("Catherine") == galena.double_metaphone("Katharine")
    assert galena.double_metaphone("Thompson", size=2) == ("TM", "TM")
    with pytest.raises(galena.InvalidArgument, match="size must be 1 or more"):
        galena.double_metaphone("a", 0)
