"""Galena, as a user calls it. Settings: ``kinds`` (the kinds of the columns are given) and
``inferred`` (not even those)."""

from __future__ import annotations

import numpy as np

import galena
from harness.job import GRID, Answer, Job, bits
from harness.resources import Meter

#: Beyond this many rows the sweep takes every third threshold of the grid.
LARGE = 200_000


def run(job: Job, meter: Meter) -> Answer:
    fields = dict(job.kinds) if job.setting == "kinds" else None
    return _link(job, meter, fields) if job.is_link else _dedupe(job, meter, fields)


def _dedupe(job: Job, meter: Meter, fields: dict[str, str] | None) -> Answer:
    table = job.tables[0]
    with meter, meter.phase("dedupe"):
        found = galena.dedupe(table, fields, threads=job.threads)
        clusters = np.asarray(found.clusters["cluster"])
    answer = _answer(found)
    answer.clusters = clusters.astype(np.int64)
    for at in GRID if len(table) <= LARGE else GRID[::3]:
        again = galena.dedupe(table, fields, threshold=at, threads=job.threads)
        answer.clusters_at[at] = np.asarray(again.clusters["cluster"]).astype(np.int64)
    return answer


def _link(job: Job, meter: Meter, fields: dict[str, str] | None) -> Answer:
    left, right = job.tables
    with meter, meter.phase("link"):
        found = galena.link(left, right, fields, threads=job.threads)
        links = _rows(found.pairs)
    answer = _answer(found)
    answer.links = links
    every = galena.link(left, right, fields, threshold=0.001, threads=job.threads).pairs
    answer.left, answer.right = _rows(every)
    answer.score = bits(np.asarray(every["probability"]))
    return answer


def _rows(pairs: galena.Table) -> tuple[np.ndarray, np.ndarray]:
    return (np.asarray(pairs["left"]).astype(np.int64), np.asarray(pairs["right"]).astype(np.int64))


def _answer(found: galena.Deduplication | galena.Linkage) -> Answer:
    report = found.report
    return Answer(galena.__version__, found.model.threshold, report["pairs_compared"], notes={
        "model": found.model.hash, "seconds": report["seconds"],
        "refined_blocks": report["refined_blocks"], "fields": found.fields})
