"""read_csv: files and bytes, separators, encodings, types, rows that are left out."""

from __future__ import annotations

import datetime
import json
import pathlib
from decimal import Decimal

import galena
import pytest


def test_from_bytes_and_from_a_path(tmp_path: pathlib.Path) -> None:
    text = "name,city\nAnn,Łódź\n".encode()
    path = tmp_path / "x.csv"
    path.write_bytes(text)
    expected = {"name": ["Ann"], "city": ["Łódź"]}
    for given in (text, bytearray(text), memoryview(text), path, str(path)):
        assert galena.read_csv(given).to_dict() == expected


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_separator_is_found_or_given(delimiter: str) -> None:
    text = f"a{delimiter}b\n1{delimiter}2\n3{delimiter}4\n".encode()
    for given in (None, delimiter):
        table = galena.read_csv(text, delimiter=given)
        assert table.to_dict() == {"a": ["1", "3"], "b": ["2", "4"]}
        assert table.delimiter == delimiter


@pytest.mark.parametrize(
    ("encoding", "data"),
    [
        (None, "\ufeffa\nü\n".encode()),
        (None, "a\nü\n".encode("utf-16")),
        ("utf-16-le", "a\nü\n".encode("utf-16-le")),
        ("utf-8", "a\nü\n".encode()),
        ("UTF8", "a\nü\n".encode()),
        ("cp1252", "a\nü\n".encode("cp1252")),
        ("latin-1", "a\nü\n".encode("latin-1")),
        ("mac-roman", "a\nü\n".encode("mac-roman")),
    ],
)
def test_encodings(encoding: str | None, data: bytes) -> None:
    assert galena.read_csv(data, encoding=encoding).to_dict() == {"a": ["ü"]}


def test_wrong_encodings_say_so() -> None:
    with pytest.raises(galena.Unsupported, match="klingon"):
        galena.read_csv(b"a\n1\n", encoding="klingon")
    with pytest.raises(galena.BadEncoding):
        galena.read_csv(b"a\n\xff\xfe\xff\n", encoding="ascii")


def test_types_are_declared_never_guessed() -> None:
    table = galena.read_csv(
        b"n,x,d,day,at,on,t\n1,0.5,1.50,2024-02-29,2024-01-01T00:00:00Z,true,007\n",
        types={"n": int, "x": float, "d": Decimal, "day": datetime.date,
               "at": datetime.datetime, "on": bool},
    )
    assert list(table)[0] == {
        "n": 1,
        "x": 0.5,
        "d": Decimal("1.50"),
        "day": datetime.date(2024, 2, 29),
        "at": datetime.datetime(2024, 1, 1, tzinfo=datetime.timezone.utc),
        "on": True,
        "t": "007",
    }


def test_bad_rows_are_left_out_and_listed() -> None:
    table = galena.read_csv(b"name,age\nAnn,31\nBob,old\nCid,4,5\nDan,6\n", types={"age": "integer"})
    assert table["name"].to_list() == ["Ann", "Dan"]
    assert table.errors.column_names == ["line", "column", "message"]
    assert table.errors["line"].to_list() == [3, 4]
    assert table.errors["column"].to_list()[0] == 2
    assert "old" in table.errors["message"][0]


def test_bad_arguments() -> None:
    with pytest.raises(galena.InvalidArgument, match="nonsense"):
        galena.read_csv(b"a\n1\n", types={"a": "nonsense"})
    with pytest.raises(TypeError):
        galena.read_csv(b"a\n1\n", types={"a": list})
    with pytest.raises(galena.InvalidArgument, match="one ASCII character"):
        galena.read_csv(b"a\n1\n", delimiter=";;")
    with pytest.raises(galena.InvalidArgument, match="encode"):
        galena.read_csv("a,b\n1,2\n")
    with pytest.raises(TypeError, match="path or bytes"):
        galena.read_csv(3)  # type: ignore[arg-type]


def test_files_that_are_none(tmp_path: pathlib.Path) -> None:
    with pytest.raises(galena.Io) as caught:
        galena.read_csv(tmp_path / "missing.csv")
    assert isinstance(caught.value, OSError)
    with pytest.raises(galena.Io):
        galena.read_csv(tmp_path)
    with pytest.raises(galena.Error):
        galena.read_csv(b"")
    with pytest.raises(galena.Error):
        galena.read_csv(bytes(range(256)) * 40)


def test_progress_is_reported_and_may_stop() -> None:
    data = b"a,b\n" + b"some text,more text\n" * 2_000_000
    seen: list[tuple[float, str]] = []
    galena.read_csv(data, progress=lambda fraction, phase: seen.append((fraction, phase)))
    fractions = [fraction for fraction, _ in seen]
    assert fractions == sorted(fractions) and fractions[-1] == 1.0
    assert len(fractions) > 1 and all(0.0 <= fraction <= 1.0 for fraction in fractions)

    def stop(fraction: float, phase: str) -> None:
        raise RuntimeError("enough")

    with pytest.raises(RuntimeError, match="enough"):
        galena.read_csv(data, progress=stop)


def test_csv_spectrum(shared_data: pathlib.Path) -> None:
    folder = shared_data / "conformance" / "csv-spectrum"
    cases = sorted(folder.glob("csvs/*.csv"))
    assert cases
    for path in cases:
        meant = json.loads((folder / "json" / f"{path.stem}.json").read_text(encoding="utf-8"))
        rows = meant if isinstance(meant, list) else [meant]
        data = path.read_bytes()
        # What the suite's files get wrong: a meaning with another number than its file, the meaning
        # of another file of that name, and line ends that version control has changed.
        if path.stem == "location_coordinates":
            rows[0]["Contact Phone Number"] = "2095257564"
        if path.stem == "utf8":
            rows = [{"a": "1", "b": "2", "c": "3"}, {"a": "4", "b": "5", "c": "ʤ"}]
        if "crlf" in path.stem:
            data = data.replace(b"\n", b"\r\n")
        read = galena.read_csv(data)
        assert [{k: v or "" for k, v in row.items()} for row in read] == rows, path.name
