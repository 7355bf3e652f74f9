"""The measures of benchmarks/peers against their definitions, on small random clusterings."""

from __future__ import annotations

import importlib.util
import itertools
import pathlib
import random
import sys
from types import ModuleType
from typing import Any

import pytest

np = pytest.importorskip("numpy", reason="the measures of the benchmark are written with NumPy")


def load(project: pathlib.Path, name: str) -> ModuleType:
    """A module of the harness by its path: the peers need not be installed."""
    path = project / "benchmarks" / "peers" / "harness" / f"{name}.py"
    spec = importlib.util.spec_from_file_location(f"peers_{name}", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def metrics(project: pathlib.Path) -> ModuleType:
    return load(project, "metrics")


def together(labels: list[int]) -> set[tuple[int, int]]:
    return {(a, b) for a, b in itertools.combinations(range(len(labels)), 2)
            if labels[a] == labels[b]}


def shares(found: set[Any], true: set[Any]) -> tuple[float, float]:
    both = len(found & true)
    return (both / len(found) if found else 1.0, both / len(true) if true else 1.0)


def f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def components(pairs: list[tuple[int, int]], rows: int) -> list[int]:
    """By the definition: labels spread along pairs until nothing changes."""
    labels = list(range(rows))
    changed = True
    while changed:
        changed = False
        for a, b in pairs:
            least = min(labels[a], labels[b])
            changed = changed or labels[a] != least or labels[b] != least
            labels[a] = labels[b] = least
    return labels


def random_labels(source: random.Random) -> tuple[list[int], list[int]]:
    rows = source.randint(1, 12)
    kinds = source.randint(1, rows)
    return ([source.randrange(kinds) for _ in range(rows)],
            [source.randrange(kinds) for _ in range(rows)])


def random_pairs(source: random.Random, rows: int) -> tuple[list[tuple[int, int]], list[float]]:
    every = list(itertools.combinations(range(rows), 2))
    pairs = source.sample(every, source.randint(0, len(every)))
    return pairs, [source.randint(0, 4) / 2 for _ in pairs]  # few values: many ties


def columns(pairs: list[tuple[int, int]]) -> tuple[Any, Any]:
    table = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    return table[:, 0], table[:, 1]


@pytest.mark.parametrize("seed", range(200))
def test_pairwise_counts_pairs(metrics: ModuleType, seed: int) -> None:
    clusters, truth = random_labels(random.Random(seed))
    score = metrics.pairwise(clusters, truth)
    precision, recall = shares(together(clusters), together(truth))
    assert (score.precision, score.recall) == pytest.approx((precision, recall))
    assert score.f1 == pytest.approx(f1(precision, recall))


@pytest.mark.parametrize("seed", range(200))
def test_bcubed_averages_over_rows(metrics: ModuleType, seed: int) -> None:
    clusters, truth = random_labels(random.Random(seed))
    rows = range(len(clusters))
    precision = recall = 0.0
    for row in rows:
        cluster = {other for other in rows if clusters[other] == clusters[row]}
        group = {other for other in rows if truth[other] == truth[row]}
        precision += len(cluster & group) / len(cluster) / len(clusters)
        recall += len(cluster & group) / len(group) / len(clusters)
    score = metrics.bcubed(clusters, truth)
    assert (score.precision, score.recall) == pytest.approx((precision, recall))


@pytest.mark.parametrize("seed", range(200))
def test_sweep_of_clusters_tries_every_threshold(metrics: ModuleType, seed: int) -> None:
    source = random.Random(seed)
    truth = random_labels(source)[1]
    pairs, scores = random_pairs(source, len(truth))
    grid = [-1.0, 0.5, 1.25, 2.0, 9.0]

    def score_at(threshold: float) -> float:
        kept = [pair for pair, score in zip(pairs, scores) if score >= threshold]
        return f1(*shares(together(components(kept, len(truth))), together(truth)))

    swept = metrics.sweep_clusters(*columns(pairs), scores, truth, grid)
    best = max(score_at(threshold) for threshold in [*scores, float("inf")])
    assert swept.best.f1 == pytest.approx(best)
    assert score_at(swept.threshold) == pytest.approx(best)
    assert {at: score.f1 for at, score in swept.at.items()} == pytest.approx(
        {at: score_at(at) for at in grid})


@pytest.mark.parametrize("seed", range(200))
def test_sweep_of_links_tries_every_threshold(metrics: ModuleType, seed: int) -> None:
    source = random.Random(seed)
    every = list(itertools.product(range(5), range(4)))
    pairs = source.sample(every, source.randint(0, len(every)))
    scores = [source.randint(0, 4) / 2 for _ in pairs]
    truth = set(source.sample(every, source.randint(0, 6)))
    grid = [-1.0, 0.5, 1.25, 9.0]

    def score_at(threshold: float) -> float:
        return f1(*shares({pair for pair, score in zip(pairs, scores) if score >= threshold},
                          truth))

    swept = metrics.sweep_links(*columns(pairs), scores, truth, grid)
    best = max(score_at(threshold) for threshold in [*scores, float("inf")])
    assert swept.best.f1 == pytest.approx(best)
    assert score_at(swept.threshold) == pytest.approx(best)
    assert {at: score.f1 for at, score in swept.at.items()} == pytest.approx(
        {at: score_at(at) for at in grid})
    found = [pair for pair, score in zip(pairs, scores) if score >= 1]
    assert metrics.link_score(*columns(found), truth).f1 == pytest.approx(score_at(1))


@pytest.mark.parametrize("seed", range(50))
def test_components_are_named_after_their_least_row(metrics: ModuleType, seed: int) -> None:
    source = random.Random(seed)
    rows = source.randint(1, 12)
    pairs, _ = random_pairs(source, rows)
    assert metrics.connected(*columns(pairs), rows).tolist() == components(pairs, rows)


def test_one_to_one_keeps_the_strongest(metrics: ModuleType) -> None:
    kept = metrics.one_to_one([0, 0, 1, 1], [0, 1, 0, 1], [3.0, 5.0, 2.0, 4.0])
    assert kept.tolist() == [False, True, True, False]


def test_finding_nothing_is_right_only_where_there_is_nothing(metrics: ModuleType) -> None:
    alone, one = [0, 1, 2], [7, 7, 7]
    assert metrics.pairwise(alone, alone).f1 == 1
    assert metrics.pairwise(alone, one).f1 == 0
    assert metrics.sweep_clusters([], [], [], one).best.f1 == 0
