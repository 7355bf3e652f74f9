"""pandas, polars, pyarrow and DuckDB, in and out."""

from __future__ import annotations

import datetime
import gc
import json
import pathlib
from decimal import Decimal
from typing import Any, Callable

import galena
import pytest

UTC = datetime.timezone.utc
AT = datetime.datetime(2024, 7, 1, 10, 30, tzinfo=UTC)

#: name -> values of every type that galena has, with blanks
COLUMNS: dict[str, list[Any]] = {
    "text": ["Zoë", None, "", "日本"],
    "integer": [1, None, -(2**40), 7],
    "number": [0.5, None, -1e300, 7.0],
    "boolean": [True, None, False, True],
    "decimal": [Decimal("1.50"), None, Decimal("-0.25"), Decimal("7.00")],
    "date": [datetime.date(2024, 2, 29), None, datetime.date(1969, 1, 1), datetime.date(2100, 1, 1)],
    "instant": [AT, None, AT - datetime.timedelta(days=30000, microseconds=1), AT],
}


@pytest.fixture()
def table() -> galena.Table:
    return galena.Table(COLUMNS)


def test_pyarrow_round_trip(table: galena.Table) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    arrow = pyarrow.table(table)
    assert arrow.column_names == list(COLUMNS)
    assert arrow.to_pydict() == COLUMNS
    assert [str(arrow.schema.field(name).type) for name in COLUMNS] == [
        "large_string", "int64", "double", "bool", "decimal128(18, 2)", "date32[day]",
        "timestamp[us, tz=UTC]",
    ]
    assert galena.Table(arrow) == table
    assert galena.Table(arrow.to_batches()[0]) == table
    assert galena.Table(pyarrow.RecordBatchReader.from_stream(table)) == table


def test_polars_round_trip(table: galena.Table) -> None:
    polars = pytest.importorskip("polars")
    frame = polars.DataFrame(table)
    assert frame.to_dict(as_series=False) == COLUMNS
    assert galena.Table(frame) == table
    assert table.to_polars().equals(frame)
    series = polars.Series(table["text"])
    assert series.to_list() == COLUMNS["text"]
    with pytest.raises(TypeError, match="collect"):
        galena.Table(frame.lazy())


def test_pandas_round_trip(table: galena.Table) -> None:
    pandas = pytest.importorskip("pandas")
    pytest.importorskip("pyarrow")
    frame = table.to_pandas()
    assert isinstance(frame, pandas.DataFrame)
    assert list(frame.columns) == list(COLUMNS)
    assert frame["text"].iloc[3] == "日本"
    back = galena.Table(frame)
    for name in ("text", "decimal", "date", "instant"):
        assert back[name].to_list() == COLUMNS[name], name
    if hasattr(pandas.DataFrame, "from_arrow"):
        assert list(pandas.DataFrame.from_arrow(table).columns) == list(COLUMNS)


def test_pandas_index_columns_do_not_become_data() -> None:
    pandas = pytest.importorskip("pandas")
    pytest.importorskip("pyarrow")
    frame = pandas.DataFrame({"name": ["Ann", "Bob", "Cid"]})
    assert galena.Table(frame[frame["name"] != "Bob"]).column_names == ["name"]
    named = frame.set_index(pandas.Index(["x", "y", "z"], name="id"))
    assert set(galena.Table(named).column_names) == {"name", "id"}


def test_pandas_missing_values_are_blank() -> None:
    pandas = pytest.importorskip("pandas")
    pytest.importorskip("pyarrow")
    frame = pandas.DataFrame(
        {
            "text": pandas.Series(["a", None], dtype="object"),
            "string": pandas.Series(["a", pandas.NA], dtype="string"),
            "nullable": pandas.Series([1, pandas.NA], dtype="Int64"),
            "category": pandas.Series(["a", None], dtype="category"),
            "at": pandas.to_datetime(["2024-01-01T00:00:00Z", None], utc=True),
        }
    )
    for name, column in galena.Table(frame).to_dict().items():
        assert column[0] is not None and column[1] is None, name


def test_pandas_without_pyarrow(monkeypatch: pytest.MonkeyPatch) -> None:
    pandas = pytest.importorskip("pandas")
    frame = pandas.DataFrame({"name": ["Ann", None], "age": [1.5, float("nan")]})

    def no_arrow(self: Any, requested_schema: Any = None) -> Any:
        raise ImportError("pyarrow is required")

    monkeypatch.setattr(pandas.DataFrame, "__arrow_c_stream__", no_arrow, raising=False)
    assert galena.Table(frame).to_dict() == {"name": ["Ann", None], "age": [1.5, None]}


def test_pandas_series_and_numpy_arrays_as_columns() -> None:
    pandas = pytest.importorskip("pandas")
    numpy = pytest.importorskip("numpy")
    table = galena.Table(
        {
            "series": pandas.Series([1, 2]),
            "ints": numpy.array([3, 4], dtype="int16"),
            "scalars": [numpy.int64(5), numpy.float32(0.5)],
            "flags": [numpy.bool_(True), None],
            "days": numpy.array(["2024-02-29", "NaT"], dtype="datetime64[D]"),
            "stamps": [pandas.Timestamp("2024-07-01T12:30", tz="Europe/Berlin"), pandas.NaT],
        }
    )
    assert table.to_dict() == {
        "series": [1, 2],
        "ints": [3, 4],
        "scalars": [5.0, 0.5],
        "flags": [True, None],
        "days": [datetime.date(2024, 2, 29), None],
        "stamps": [AT, None],
    }
    with pytest.raises(galena.InvalidArgument, match="time zone"):
        galena.Table({"at": numpy.array(["2024-01-01T00:00"], dtype="datetime64[ns]")})


def test_numpy_reads_columns() -> None:
    numpy = pytest.importorskip("numpy")
    table = galena.Table({"i": [1, 2], "f": [0.5, None], "b": [True, False], "t": ["a", None]})
    assert numpy.asarray(table["i"]).dtype == numpy.int64
    assert numpy.isnan(numpy.asarray(table["f"])[1])
    assert numpy.asarray(table["b"]).dtype == numpy.bool_
    assert numpy.asarray(table["t"]).tolist() == ["a", None]


def test_duckdb_round_trip(table: galena.Table) -> None:
    duckdb = pytest.importorskip("duckdb")
    connection = duckdb.connect()
    connection.register("given", table)
    relation = connection.sql("select * from given")
    assert galena.Table(relation).to_dict() == COLUMNS
    counted = connection.sql("select count(*) as n, sum(integer) as s from given").fetchall()
    assert counted == [(4, 1 - 2**40 + 7)]


def _variants() -> dict[str, Callable[[Any], Any]]:
    return {
        "utf8": lambda pa: pa.array(["a", None, "b"], pa.string()),
        "large_utf8": lambda pa: pa.array(["a", None, "b"], pa.large_string()),
        "utf8_view": lambda pa: pa.array(["a", None, "b"], pa.string_view()),
        "dictionary": lambda pa: pa.array(["a", None, "b"]).dictionary_encode(),
        "dictionary of large": lambda pa: pa.array(
            ["a", None, "b"], pa.large_string()
        ).dictionary_encode(),
        "long view": lambda pa: pa.array(["a" * 40, None, "b"], pa.string_view()),
    }


@pytest.mark.parametrize("name", _variants())
def test_every_arrow_text(name: str) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    array = _variants()[name](pyarrow)
    assert galena.Table(pyarrow.table({"c": array}))["c"].to_list() == array.to_pylist()
    sliced = array.slice(1, 2)
    assert galena.Table(pyarrow.table({"c": sliced}))["c"].to_list() == sliced.to_pylist()
    chunked = pyarrow.chunked_array([array.slice(2), array.slice(0, 0), array, array.slice(1, 1)])
    assert galena.Table(pyarrow.table({"c": chunked}))["c"].to_list() == chunked.to_pylist()


@pytest.mark.parametrize(
    "type_",
    ["int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64", "float32", "float64"],
)
def test_every_arrow_number(type_: str) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    array = pyarrow.array([1, None, 100], getattr(pyarrow, type_)())
    table = galena.Table(pyarrow.table({"c": array.slice(1)}))
    assert table["c"].to_list() == [None, 100]
    assert table["c"].type == ("number" if type_.startswith("float") else "integer")


def test_arrow_decimals_dates_and_timestamps() -> None:
    pyarrow = pytest.importorskip("pyarrow")
    day = datetime.date(2024, 2, 29)
    columns = {
        "decimal": pyarrow.array([Decimal("1.25"), None], pyarrow.decimal128(9, 2)),
        "date32": pyarrow.array([day, None], pyarrow.date32()),
        "date64": pyarrow.array([day, None], pyarrow.date64()),
        **{
            f"timestamp_{unit}": pyarrow.array([AT, None], pyarrow.timestamp(unit, "Europe/Berlin"))
            for unit in ("s", "ms", "us", "ns")
        },
        "bool": pyarrow.array([True, None]),
        "null": pyarrow.nulls(2),
    }
    read = galena.Table(pyarrow.table(columns)).to_dict()
    assert read.pop("decimal") == [Decimal("1.25"), None]
    assert read.pop("date32") == read.pop("date64") == [day, None]
    assert read.pop("bool") == [True, None]
    assert read.pop("null") == [None, None]
    assert all(values == [AT, None] for values in read.values()) and len(read) == 4


def test_what_arrow_has_and_galena_has_not() -> None:
    pyarrow = pytest.importorskip("pyarrow")
    nested = pyarrow.table({"fine": [1], "tags": [["a", "b"]]})
    with pytest.raises(galena.Unsupported) as caught:
        galena.Table(nested)
    assert caught.value.subject == "tags"
    with pytest.raises(galena.InvalidArgument):
        galena.Table(pyarrow.chunked_array([[1, 2]]))
    with pytest.raises(galena.LimitExceeded):
        galena.Table(pyarrow.table({"c": pyarrow.array([2**64 - 1], pyarrow.uint64())}))


def test_requested_schemas() -> None:
    pyarrow = pytest.importorskip("pyarrow")
    table = galena.Table({"a": ["x"], "b": [1]})
    wanted = pyarrow.schema({"a": pyarrow.string(), "b": pyarrow.int32()})
    stream = table.__arrow_c_stream__(wanted.__arrow_c_schema__())
    assert type(stream).__name__ == "PyCapsule"
    with pytest.raises(galena.InvalidArgument, match="other columns"):
        table.__arrow_c_stream__(pyarrow.schema({"z": pyarrow.int8()}).__arrow_c_schema__())
    with pytest.raises(TypeError, match="arrow_schema"):
        table.__arrow_c_stream__(3)


def test_unread_streams_are_released() -> None:
    table = galena.Table({"a": ["x"] * 1000})
    for _ in range(1000):
        table.__arrow_c_stream__()
        table["a"].__arrow_c_stream__()


def test_naughty_strings_through_everything(shared_data: pathlib.Path) -> None:
    path = shared_data / "conformance" / "blns" / "blns.json"
    if not path.is_file():
        pytest.skip(f"no naughty strings at {path}")
    naughty = [text for text in json.loads(path.read_text(encoding="utf-8"))]
    check_texts(naughty)


def check_texts(texts: list[str]) -> None:
    """Through Python, CSV, pyarrow, polars, pandas and DuckDB, and back, unchanged."""
    pyarrow = pytest.importorskip("pyarrow")
    polars = pytest.importorskip("polars")
    duckdb = pytest.importorskip("duckdb")
    pytest.importorskip("pandas")
    table = galena.Table({"text": texts, "n": list(range(len(texts)))})
    assert table["text"].to_list() == texts
    csv = table.to_csv()
    assert csv is not None
    read = galena.read_csv(csv.encode("utf-8"), delimiter=",")
    assert [value or "" for value in read["text"]] == texts
    assert galena.Table(pyarrow.table(table))["text"].to_list() == texts
    assert galena.Table(polars.DataFrame(table))["text"].to_list() == texts
    assert galena.Table(table.to_pandas())["text"].to_list() == texts
    connection = duckdb.connect()
    connection.register("given", table)
    relation = connection.sql("select * from given order by n")
    assert galena.Table(relation)["text"].to_list() == texts


def test_texts_that_stay_in_their_batch_outlive_it() -> None:
    """Many texts that hardly repeat are not copied: the table keeps what they are in."""
    pyarrow = pytest.importorskip("pyarrow")
    texts = [None if row % 7 == 6 else f"Zoë {row}" for row in range(30_000)]
    arrow = pyarrow.table({"name": pyarrow.array(texts, pyarrow.string())})
    table = galena.Table(arrow)
    del arrow
    gc.collect()
    column = table["name"]
    again = pyarrow.table(table)
    del table
    gc.collect()
    assert column.to_list() == texts
    assert again["name"].to_pylist() == texts
