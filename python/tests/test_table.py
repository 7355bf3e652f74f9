"""Table and Column: reading, showing, writing."""

from __future__ import annotations

import array
import pathlib

import galena
import pytest


@pytest.fixture()
def table() -> galena.Table:
    return galena.Table(
        {
            "name": ["Ann", "Bob", None],
            "age": [31, 32, 33],
            "score": [0.5, None, 1.5],
            "fit": [True, False, True],
        }
    )


def test_shape_and_names(table: galena.Table) -> None:
    assert len(table) == 3
    assert table.column_names == ["name", "age", "score", "fit"]
    assert "age" in table and "nope" not in table


def test_columns_are_sequences(table: galena.Table) -> None:
    name = table["name"]
    assert isinstance(name, galena.Column)
    assert list(name) == ["Ann", "Bob", None] == name.to_list()
    assert (name[0], name[-1], name[0:2]) == ("Ann", None, ["Ann", "Bob"])
    with pytest.raises(IndexError):
        name[3]


def test_an_unknown_column_is_not_found(table: galena.Table) -> None:
    with pytest.raises(galena.NotFound) as caught:
        table["nope"]
    assert caught.value.subject == "nope"
    assert isinstance(caught.value, KeyError)
    with pytest.raises(TypeError):
        table[0]  # type: ignore[index]


def test_numbers_offer_their_buffer(table: galena.Table) -> None:
    assert memoryview(table["age"]).tolist() == [31, 32, 33]
    assert memoryview(table["age"]).format == "q"
    assert memoryview(table["age"]).readonly
    assert memoryview(table["fit"]).tolist() == [True, False, True]
    score = memoryview(table["score"]).tolist()
    assert score[0] == 0.5 and score[1] != score[1] and score[2] == 1.5
    assert array.array("q", table["age"]).tolist() == [31, 32, 33]


def test_the_buffer_outlives_its_table() -> None:
    view = memoryview(galena.Table({"n": list(range(100000))})["n"])
    assert view[99999] == 99999


def test_other_columns_have_no_buffer(table: galena.Table) -> None:
    with pytest.raises(BufferError, match="text"):
        memoryview(table["name"])
    with pytest.raises(BufferError, match="blanks"):
        memoryview(galena.Table({"n": [1, None]})["n"])
    assert memoryview(galena.Table({"n": galena.Table({"n": [1]})["n"]})["n"]).tolist() == [1]


def test_rows_are_dicts(table: galena.Table) -> None:
    assert list(table)[1] == {"name": "Bob", "age": 32, "score": None, "fit": False}
    assert galena.Table(list(table)) == table


def test_equality_is_by_content(table: galena.Table) -> None:
    assert galena.Table(table.to_dict()) == table
    assert galena.Table({"name": ["Ann"]}) != table
    assert table["name"] != table["age"]


def test_repr_is_short(table: galena.Table) -> None:
    assert repr(table) == "<galena.Table: 3 rows; name, age, score, fit>"
    assert repr(table["age"]) == "<galena.Column 'age': 3 x integer [31, 32, 33]>"
    long = galena.Table({"n": list(range(1000))})["n"]
    assert repr(long) == "<galena.Column 'n': 1000 x integer [0, 1, 2, 3, 4, ...]>"


def test_html_escapes_and_is_cut() -> None:
    table = galena.Table({"<b>": ["<script>"] * 30})
    shown = table._repr_html_()
    assert "<script>" not in shown and "&lt;script&gt;" in shown and "&lt;b&gt;" in shown
    assert "10 more rows" in shown
    assert "10 more rows" in table["<b>"]._repr_html_()


def test_csv_out_is_csv_in(tmp_path: pathlib.Path) -> None:
    table = galena.Table({"a": ['say "hi"', "x,y", "line\nbreak", None], "b": ["1", "2", "3", "4"]})
    path = tmp_path / "out.csv"
    assert table.to_csv(path) is None
    assert galena.read_csv(path).to_dict() == table.to_dict()
    text = table.to_csv()
    assert text is not None
    assert path.read_bytes() == text.encode("utf-8")


def test_writing_where_one_cannot_is_an_io_error(tmp_path: pathlib.Path) -> None:
    with pytest.raises(galena.Io) as caught:
        galena.Table({"a": [1]}).to_csv(tmp_path / "no" / "such" / "folder.csv")
    assert isinstance(caught.value, OSError)
