"""dedupe, trained the way its examples train it: active learning, with the truth as the labeller.

Setting ``trained``: it asks for 200 labels, learns blocking rules and weights, and clusters (or
joins, one to one) at its examples' threshold of 0.5. Labelling costs nothing here; what it asks and
learns counts as training.
"""

from __future__ import annotations

import random
from importlib.metadata import version
from typing import Any

import dedupe
import numpy as np

from harness.job import GRID, Answer, Job, bits
from harness.resources import Meter

LABELS = 200
THRESHOLD = 0.5
EXACT = ("category", "country", "region")
SHORT = ("first_name", "last_name", "middle_name", "phone", "birth_date", "postal_code",
         "identifier", "house_number", "email")

Records = dict[int, dict[str, Any]]


def run(job: Job, meter: Meter) -> Answer:
    random.seed(1)
    np.random.seed(1)
    return _link(job, meter) if job.is_link else _dedupe(job, meter)


def _variable(column: str, kind: str) -> Any:
    variables = dedupe.variables
    make = (variables.Exact if kind in EXACT
            else variables.ShortString if kind in SHORT else variables.String)
    return make(column, has_missing=True)


def _records(job: Job, side: int) -> Records:
    """dedupe wants lower case and None; ``row`` is no field of the model, it names the record."""
    return {row: {"row": (side, row), **{name: value.lower() if value else None
                                         for name, value in record.items()}}
            for row, record in enumerate(job.tables[side].to_pylist())}


def _teach(job: Job, learner: Any) -> int:
    """The number of labels that were matches."""
    assert job.groups is not None
    matches = 0
    for _ in range(LABELS):
        (first, second), = learner.uncertain_pairs()
        (side, row), (other_side, other) = first["row"], second["row"]
        same = bool(job.groups[side][row] == job.groups[other_side][other])
        matches += same
        learner.mark_pairs({"match": [(first, second)] if same else [],
                            "distinct": [] if same else [(first, second)]})
    learner.train()
    return matches


def _variables(job: Job) -> list[Any]:
    return [_variable(column, kind) for column, kind in job.kinds.items()
            if any(len(table[column]) > table[column].null_count for table in job.tables)]


def _dedupe(job: Job, meter: Meter) -> Answer:
    with meter:
        with meter.phase("prepare"):
            records = _records(job, 0)
        with meter.phase("train"):
            learner = dedupe.Dedupe(_variables(job), num_cores=job.threads)
            learner.prepare_training(records)
            matches = _teach(job, learner)
        with meter.phase("score"):
            scores = learner.score(learner.pairs(records))
        with meter.phase("cluster"):
            clusters = _clusters(learner, scores, THRESHOLD, job.rows)
    answer = Answer(version("dedupe"), THRESHOLD, len(scores), clusters,
                    notes={"labels": LABELS, "labelled_matches": matches})
    answer.clusters_at = {at: _clusters(learner, scores, at, job.rows) for at in GRID}
    return answer


def _clusters(learner: Any, scores: Any, threshold: float, rows: int) -> np.ndarray:
    clusters = np.arange(rows)
    for ids, _ in learner.cluster(scores, threshold):
        clusters[list(ids)] = min(ids)
    return clusters


def _link(job: Job, meter: Meter) -> Answer:
    with meter:
        with meter.phase("prepare"):
            left, right = _records(job, 0), _records(job, 1)
        with meter.phase("train"):
            learner = dedupe.RecordLink(_variables(job), num_cores=job.threads)
            learner.prepare_training(left, right)
            matches = _teach(job, learner)
        with meter.phase("score"):
            scores = learner.score(learner.pairs(left, right))
        with meter.phase("cluster"):
            every = list(learner.one_to_one(scores, 0.0))
    pairs = np.array([ids for ids, _ in every], dtype=np.int64).reshape(-1, 2)
    score = bits(np.array([score for _, score in every], dtype=np.float64))
    kept = score >= bits(THRESHOLD)
    return Answer(version("dedupe"), THRESHOLD, len(scores),
                  links=(pairs[kept, 0], pairs[kept, 1]), left=pairs[:, 0], right=pairs[:, 1],
                  score=score, notes={"labels": LABELS, "labelled_matches": matches})
