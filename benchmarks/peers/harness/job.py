"""What a tool is asked and what it answers, and how both pass between processes (as files)."""

from __future__ import annotations

import json
import pathlib
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pyarrow as pa

#: Thresholds, as probabilities, for which every tool is asked. Of tools that cluster pairs by
#: connected components all others are tried too.
GRID = (0.01, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999)


@dataclass(frozen=True)
class Job:
    """A table to de-duplicate or two to link, and how."""

    setting: str
    family: str
    kinds: dict[str, str]
    tables: tuple[pa.Table, ...]
    threads: int
    #: Only for tools that learn from labels: the true group of every row, per table.
    groups: tuple[np.ndarray, ...] | None = None

    @property
    def is_link(self) -> bool:
        return len(self.tables) == 2

    @property
    def rows(self) -> int:
        return sum(len(table) for table in self.tables)


@dataclass
class Answer:
    """What a tool found.

    Rows are row numbers, of links those of the left and of the right table. ``clusters`` (or
    ``links``) is what the tool says at its default threshold. For the sweep there are either scored
    pairs (``left``, ``right``, ``score`` in bits: log2 of the odds), or a whole answer for every
    threshold of the grid.
    """

    version: str
    threshold: float
    pairs_scored: int
    clusters: np.ndarray | None = None
    links: tuple[np.ndarray, np.ndarray] | None = None
    left: np.ndarray | None = None
    right: np.ndarray | None = None
    score: np.ndarray | None = None
    clusters_at: dict[float, np.ndarray] = field(default_factory=dict)
    notes: dict[str, Any] = field(default_factory=dict)


def bits(probability: np.ndarray | float) -> Any:
    """log2 of the odds; 0 and 1 become -60 and 60."""
    inner = np.clip(probability, 2.0**-60, 1 - 2.0**-53)
    return np.where(np.asarray(probability) >= 1, 60.0, np.log2(inner) - np.log2(1 - inner))


def _write(path: pathlib.Path, table: pa.Table) -> None:
    with pa.OSFile(str(path), "wb") as sink, pa.ipc.new_file(sink, table.schema) as writer:
        writer.write_table(table)


def _read(path: pathlib.Path) -> pa.Table:
    with pa.OSFile(str(path), "rb") as source:
        return pa.ipc.open_file(source).read_all()


def write_job(folder: pathlib.Path, job: Job) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for number, table in enumerate(job.tables):
        _write(folder / f"table{number}.arrow", table)
    for number, groups in enumerate(job.groups or ()):
        _write(folder / f"groups{number}.arrow", pa.table({"group": groups}))
    (folder / "job.json").write_text(json.dumps({
        "setting": job.setting, "family": job.family, "kinds": job.kinds, "threads": job.threads,
        "tables": len(job.tables), "groups": len(job.groups or ())}))


def read_job(folder: pathlib.Path) -> Job:
    told = json.loads((folder / "job.json").read_text())
    tables = tuple(_read(folder / f"table{number}.arrow") for number in range(told["tables"]))
    groups = tuple(_read(folder / f"groups{number}.arrow")["group"].to_numpy()
                   for number in range(told["groups"]))
    return Job(told["setting"], told["family"], told["kinds"], tables, told["threads"],
               groups or None)


def write_answer(folder: pathlib.Path, answer: Answer, cost: dict[str, Any]) -> None:
    columns: dict[str, dict[str, Any]] = {}
    if answer.clusters is not None:
        columns["clusters"] = {"cluster": answer.clusters}
    if answer.links is not None:
        columns["links"] = {"left": answer.links[0], "right": answer.links[1]}
    if answer.score is not None:
        columns["pairs"] = {"left": answer.left, "right": answer.right, "score": answer.score}
    if answer.clusters_at:
        columns["clusters_at"] = {str(at): each for at, each in answer.clusters_at.items()}
    for name, data in columns.items():
        _write(folder / f"{name}.arrow", pa.table(data))
    (folder / "answer.json").write_text(json.dumps({
        "version": answer.version, "threshold": answer.threshold, "notes": answer.notes,
        "pairs_scored": answer.pairs_scored, "parts": list(columns), "cost": cost}))


def read_answer(folder: pathlib.Path) -> tuple[Answer, dict[str, Any]]:
    told = json.loads((folder / "answer.json").read_text())
    parts = {name: _read(folder / f"{name}.arrow") for name in told["parts"]}
    answer = Answer(told["version"], told["threshold"], told["pairs_scored"], notes=told["notes"])
    if "clusters" in parts:
        answer.clusters = parts["clusters"]["cluster"].to_numpy()
    if "links" in parts:
        answer.links = (parts["links"]["left"].to_numpy(), parts["links"]["right"].to_numpy())
    if "pairs" in parts:
        answer.left, answer.right, answer.score = (
            parts["pairs"][name].to_numpy() for name in ("left", "right", "score"))
    if "clusters_at" in parts:
        answer.clusters_at = {float(name): parts["clusters_at"][name].to_numpy()
                              for name in parts["clusters_at"].column_names}
    return answer, told["cost"]
