"""How good an answer is, given the truth. Needs NumPy only.

Clusterings are arrays with one label a row; rows with the same label are one cluster. Links are two
arrays of row numbers, left and right. A share whose denominator is empty is 1: finding nothing
where there is nothing is right.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Iterable, Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

Labels = NDArray[np.int64]


@dataclass(frozen=True)
class Score:
    """Precision, recall and F1, each 0 to 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def as_dict(self) -> dict[str, float]:
        return {"precision": self.precision, "recall": self.recall, "f1": self.f1}


@dataclass(frozen=True)
class Sweep:
    """What scored pairs are worth over all thresholds; a pair counts from its score on."""

    best: Score
    threshold: float  # the lowest score that counts at the best F1; inf: no pair is better
    at: dict[float, Score]  # for the thresholds that were asked for


def _score(found: float, true: float, both: float) -> Score:
    return Score(both / found if found else 1.0, both / true if true else 1.0)


def _codes(labels: ArrayLike) -> Labels:
    """0, 1, 2, ... in place of any labels."""
    return np.unique(np.asarray(labels), return_inverse=True)[1].reshape(-1).astype(np.int64)


def _pairs(sizes: NDArray[np.int64]) -> float:
    return float((sizes * (sizes - 1) // 2).sum())


def _cells(clusters: Labels, truth: Labels) -> tuple[Labels, Labels, Labels]:
    """For each (cluster, true group) that occurs: the cluster, the group, the number of rows."""
    width = int(truth.max(initial=0)) + 1
    keys, counts = np.unique(clusters * width + truth, return_counts=True)
    return keys // width, keys % width, counts.astype(np.int64)


def pairwise(clusters: ArrayLike, truth: ArrayLike) -> Score:
    """Over all pairs of rows: those in one cluster against those that are truly one. O(n log n)."""
    found, true = _codes(clusters), _codes(truth)
    _, _, cells = _cells(found, true)
    return _score(_pairs(np.bincount(found)), _pairs(np.bincount(true)), _pairs(cells))


def bcubed(clusters: ArrayLike, truth: ArrayLike) -> Score:
    """B-cubed (Bagga and Baldwin 1998): each row's precision and recall, averaged over rows."""
    found, true = _codes(clusters), _codes(truth)
    if not len(found):
        return Score(1.0, 1.0)
    cluster, group, cells = _cells(found, true)
    squares = cells.astype(np.float64) ** 2
    precision = (squares / np.bincount(found)[cluster]).sum() / len(found)
    recall = (squares / np.bincount(true)[group]).sum() / len(true)
    return Score(float(precision), float(recall))


def link_score(
    left: ArrayLike, right: ArrayLike, truth: Iterable[tuple[int, int]]
) -> Score:
    """Links against the true ones; a link that is listed twice counts once."""
    found = set(zip(np.asarray(left).tolist(), np.asarray(right).tolist()))
    true = set(truth)
    return _score(len(found), len(true), len(found & true))


class _Forest:
    """Union-find over rows that also counts pairs, and those that are truly one."""

    def __init__(self, truth: Labels) -> None:
        self._parent = list(range(len(truth)))
        self._groups: list[dict[int, int] | None] = [{int(group): 1} for group in truth]
        self._sizes = [1] * len(truth)
        self.found = 0
        self.both = 0

    def root(self, row: int) -> int:
        parent = self._parent
        while parent[row] != row:
            parent[row] = parent[parent[row]]
            row = parent[row]
        return row

    def join(self, a: int, b: int) -> None:
        a, b = self.root(a), self.root(b)
        if a == b:
            return
        if self._sizes[a] < self._sizes[b]:
            a, b = b, a
        mine, theirs = self._groups[a], self._groups[b]
        assert mine is not None and theirs is not None
        self.found += self._sizes[a] * self._sizes[b]
        for group, count in theirs.items():
            before = mine.get(group, 0)
            self.both += before * count
            mine[group] = before + count
        self._groups[b] = None
        self._parent[b] = a
        self._sizes[a] += self._sizes[b]


def connected(left: ArrayLike, right: ArrayLike, rows: int) -> Labels:
    """The connected components of pairs over ``rows`` rows, named after their least row."""
    forest = _Forest(np.zeros(rows, dtype=np.int64))
    for a, b in zip(np.asarray(left).tolist(), np.asarray(right).tolist()):
        forest.join(a, b)
    least: dict[int, int] = {}
    return np.fromiter(
        (least.setdefault(forest.root(row), row) for row in range(rows)), np.int64, rows
    )


def _descending(scores: NDArray[np.float64]) -> NDArray[np.int64]:
    return np.argsort(-scores, kind="stable")


def _swept(
    steps: Iterable[tuple[float, float, float]], true: float, at: Sequence[float]
) -> Sweep:
    """``steps``: score, found and both once every pair of that score or more counts, descending."""
    best, threshold = _score(0, true, 0), float("inf")
    current = best
    wanted = sorted(at, reverse=True)
    answers: dict[float, Score] = {}
    for score, found, both in steps:
        while wanted and wanted[0] > score:
            answers[wanted.pop(0)] = current
        current = _score(found, true, both)
        if current.f1 > best.f1:
            best, threshold = current, score
    answers.update((each, current) for each in wanted)
    return Sweep(best, threshold, answers)


def sweep_clusters(
    left: ArrayLike, right: ArrayLike, scores: ArrayLike, truth: ArrayLike,
    at: Sequence[float] = (),
) -> Sweep:
    """Pairwise F1 of the connected components, for every threshold that the scores can tell."""
    score = np.asarray(scores, dtype=np.float64)
    true = _codes(truth)
    order = _descending(score)
    a, b = np.asarray(left)[order].tolist(), np.asarray(right)[order].tolist()
    sorted_scores = score[order].tolist()
    forest = _Forest(true)

    def steps() -> Iterable[tuple[float, float, float]]:
        for i, value in enumerate(sorted_scores):
            forest.join(a[i], b[i])
            if i + 1 == len(sorted_scores) or sorted_scores[i + 1] != value:
                yield value, forest.found, forest.both

    return _swept(steps(), _pairs(np.bincount(true)), at)


def sweep_links(
    left: ArrayLike, right: ArrayLike, scores: ArrayLike, truth: Iterable[tuple[int, int]],
    at: Sequence[float] = (),
) -> Sweep:
    """F1 of the links themselves, for every threshold. No link may be listed twice."""
    score = np.asarray(scores, dtype=np.float64)
    order = _descending(score)
    a, b = np.asarray(left)[order].tolist(), np.asarray(right)[order].tolist()
    sorted_scores = score[order].tolist()
    true = set(truth)

    def steps() -> Iterable[tuple[float, float, float]]:
        both = 0
        for i, value in enumerate(sorted_scores):
            both += (a[i], b[i]) in true
            if i + 1 == len(sorted_scores) or sorted_scores[i + 1] != value:
                yield value, i + 1, both

    return _swept(steps(), len(true), at)


def one_to_one(left: ArrayLike, right: ArrayLike, scores: ArrayLike) -> NDArray[np.bool_]:
    """Which links stay when each row may be in one link only, strongest first."""
    order = _descending(np.asarray(scores, dtype=np.float64))
    a, b = np.asarray(left).tolist(), np.asarray(right).tolist()
    kept = np.zeros(len(a), dtype=np.bool_)
    used_left: set[int] = set()
    used_right: set[int] = set()
    for i in order.tolist():
        if a[i] not in used_left and b[i] not in used_right:
            kept[i] = True
            used_left.add(a[i])
            used_right.add(b[i])
    return kept
