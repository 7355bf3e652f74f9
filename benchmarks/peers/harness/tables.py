"""The tables that are measured: columns, their kinds, and the truth, kept apart.

A tool is given the columns in ``kinds`` and nothing else; ids and truth stay with the harness.
Every value is text without the blanks around it; an empty one is null.
"""

from __future__ import annotations

import csv
import pathlib
import subprocess
from dataclasses import dataclass
from typing import Callable, Mapping, Sequence

import numpy as np
import pyarrow as pa
import pyarrow.csv

from harness.kinds import FAKE, FEBRL, LEADS, RESTAURANTS, SENZING, SITES

Rows = Sequence[Mapping[str, str]]


class Missing(Exception):
    """Something that a set needs is not there; the message says what."""


@dataclass(frozen=True)
class TableSet:
    """One table to de-duplicate, or two to link."""

    name: str
    family: str  # which of the committed settings of a peer belong to it
    kinds: dict[str, str]
    tables: tuple[pa.Table, ...]
    groups: tuple[np.ndarray, ...]  # per table: the true group of every row

    @property
    def is_link(self) -> bool:
        return len(self.tables) == 2

    @property
    def rows(self) -> int:
        return sum(len(table) for table in self.tables)

    def links(self) -> list[tuple[int, int]]:
        """The true links: (left row, right row)."""
        right: dict[int, list[int]] = {}
        for row, group in enumerate(self.groups[1].tolist()):
            right.setdefault(group, []).append(row)
        return [(row, other) for row, group in enumerate(self.groups[0].tolist())
                for other in right.get(group, [])]


def _read(path: pathlib.Path) -> Rows:
    if not path.is_file():
        raise Missing(f"{path} is not there")
    with path.open(encoding="utf-8", newline="") as file:
        return [{(name or "").strip(): (value or "").strip() for name, value in row.items()
                 if name is not None} for row in csv.DictReader(file)]


def _table(rows: Rows, kinds: Mapping[str, str]) -> pa.Table:
    return pa.table({name: pa.array([row.get(name) or None for row in rows], pa.string())
                     for name in kinds})


def _codes(labels: Sequence[str]) -> np.ndarray:
    return np.unique(np.array(labels), return_inverse=True)[1].astype(np.int64)


def _single(
    name: str, family: str, kinds: dict[str, str], rows: Rows,
    truth: Callable[[Mapping[str, str]], str],
) -> TableSet:
    groups = _codes([truth(row) for row in rows])
    return TableSet(name, family, kinds, (_table(rows, kinds),), (groups,))


def _febrl_number(row: Mapping[str, str]) -> str:
    return row["rec_id"].split("-")[1]


def _febrl(folder: pathlib.Path, number: int) -> TableSet:
    rows = _read(folder / f"febrl/dataset{number}.csv")
    return _single(f"febrl{number}", "febrl", FEBRL, rows, _febrl_number)


def _febrl4(folder: pathlib.Path) -> TableSet:
    sides = [_read(folder / f"febrl/dataset4{side}.csv") for side in "ab"]
    both = _codes([_febrl_number(row) for side in sides for row in side])
    return TableSet("febrl4", "febrl", FEBRL, tuple(_table(side, FEBRL) for side in sides),
                    (both[: len(sides[0])], both[len(sides[0]) :]))


def _fake(folder: pathlib.Path) -> TableSet:
    rows = _read(folder / "splink_fake_1000.csv")
    return _single("fake_1000", "fake", FAKE, rows, lambda row: row["cluster"])


def _restaurants(folder: pathlib.Path) -> TableSet:
    sides = [_read(folder / f"fodors_zagats/{side}.csv") for side in ("fodors", "zagats")]
    matches = _read(folder / "fodors_zagats/matches_fodors_zagats.csv")
    left = {row["fodors_id"]: number for number, row in enumerate(matches)}
    right = {row["zagats_id"]: number for number, row in enumerate(matches)}
    alone = len(matches)
    groups = tuple(
        np.array([known.get(row["id"], alone + side * 10_000 + i) for i, row in enumerate(rows)])
        for side, (rows, known) in enumerate(zip(sides, (left, right))))
    return TableSet("fodors_zagats", "places", RESTAURANTS,
                    tuple(_table(side, RESTAURANTS) for side in sides), groups)


def _sites(folder: pathlib.Path) -> TableSet:
    rows = _read(folder / "chicago_sites_with_true_ids.csv")
    return _single("chicago_sites", "places", SITES, rows, lambda row: row["True Id"])


def _senzing(folder: pathlib.Path) -> TableSet:
    rows = [row for file in ("customers", "reference", "watchlist")
            for row in _read(folder / f"senzing/{file}.csv")]
    key = {(row["DATA_SOURCE"], row["RECORD_ID"]): row["CLUSTER_ID"]
           for row in _read(folder / "senzing/actual_truthset_key.csv")}
    return _single("senzing", "mixed", SENZING, rows,
                   lambda row: key[row["DATA_SOURCE"], row["RECORD_ID"]])


def _leads(generator: pathlib.Path, scratch: pathlib.Path, rows: int) -> TableSet:
    if not generator.is_file():
        raise Missing(f"{generator} is not there; benchmarks/peers/run builds it")
    path = scratch / f"leads-{rows}.csv"
    if not path.is_file():
        part = path.with_suffix(".part")
        subprocess.run([generator, "--rows", str(rows), "--seed", "2", "-o", part], check=True)
        part.rename(path)
    wanted = [*LEADS, "true_id"]
    read = pyarrow.csv.read_csv(
        path, parse_options=pyarrow.csv.ParseOptions(newlines_in_values=True),
        convert_options=pyarrow.csv.ConvertOptions(
            include_columns=wanted, column_types={name: pa.string() for name in wanted},
            strings_can_be_null=True, null_values=[""]))
    truth = read["true_id"].cast(pa.int64()).to_numpy()
    return TableSet(f"leads_{rows}", "leads", LEADS, (read.select(list(LEADS)).combine_chunks(),),
                    (truth,))


def load(
    name: str, shared: pathlib.Path, generator: pathlib.Path, scratch: pathlib.Path
) -> TableSet:
    """The set of a name; Missing when its file, or the generator, is not there."""
    folder = shared / "data" / "duplicates"
    if name.startswith("leads_"):
        return _leads(generator, scratch, int(name.removeprefix("leads_")))
    if name not in FILES:
        raise Missing(f"there is no set {name}; there are {', '.join(NAMES)} and leads_<rows>")
    if not folder.is_dir():
        raise Missing(f"the data sets are not at {folder}")
    return FILES[name](folder)


FILES: dict[str, Callable[[pathlib.Path], TableSet]] = {
    "febrl1": lambda folder: _febrl(folder, 1), "febrl2": lambda folder: _febrl(folder, 2),
    "febrl4": _febrl4, "fake_1000": _fake, "fodors_zagats": _restaurants,
    "chicago_sites": _sites, "senzing": _senzing}
NAMES = (*FILES, "leads_100000", "leads_1000000")
