"""An answer against the truth: at the tool's default threshold, at the best one, at the grid's."""

from __future__ import annotations

from typing import Any

import numpy as np

from harness import metrics
from harness.job import GRID, Answer, bits
from harness.tables import TableSet


def evaluate(data: TableSet, answer: Answer) -> dict[str, Any]:
    """``default`` and ``best``: precision, recall and F1 of pairs and, of clusters, B-cubed."""
    return _links(data, answer) if data.is_link else _clusters(data, answer)


def _links(data: TableSet, answer: Answer) -> dict[str, Any]:
    assert answer.links is not None
    truth = data.links()
    swept = metrics.sweep_links(answer.left, answer.right, answer.score, truth, _grid(answer))
    return {"default": metrics.link_score(*answer.links, truth).as_dict(),
            "best": {**swept.best.as_dict(), "threshold": _threshold(answer, swept.threshold)},
            "sweep": _told(answer, swept)}


def _clusters(data: TableSet, answer: Answer) -> dict[str, Any]:
    truth, = data.groups
    if answer.clusters_at:
        scores = {at: metrics.pairwise(each, truth) for at, each in answer.clusters_at.items()}
        at = max(scores, key=lambda each: scores[each].f1)
        best, clusters, threshold = scores[at], answer.clusters_at[at], at
        sweep = {str(each): score.as_dict() for each, score in scores.items()}
    else:
        swept = metrics.sweep_clusters(answer.left, answer.right, answer.score, truth,
                                       _grid(answer))
        kept = answer.score >= swept.threshold
        best, threshold = swept.best, _threshold(answer, swept.threshold)
        clusters = metrics.connected(answer.left[kept], answer.right[kept], data.rows)
        sweep = _told(answer, swept)
    default = metrics.pairwise(answer.clusters, truth).as_dict()
    default["bcubed"] = metrics.bcubed(answer.clusters, truth).as_dict()
    return {"default": default, "sweep": sweep,
            "best": {**best.as_dict(), "threshold": threshold,
                     "bcubed": metrics.bcubed(clusters, truth).as_dict()}}


def _is_probability(answer: Answer) -> bool:
    """False of the one rule that counts agreements instead."""
    return answer.notes.get("scale", "bits") == "bits"


def _grid(answer: Answer) -> list[float]:
    return [float(bits(at)) for at in GRID] if _is_probability(answer) else []


def _told(answer: Answer, swept: metrics.Sweep) -> dict[str, dict[str, float]]:
    probabilities = {float(bits(at)): at for at in GRID}
    return {str(probabilities[at]): score.as_dict() for at, score in sorted(swept.at.items())}


def _threshold(answer: Answer, score: float) -> float | None:
    """The score as the tool tells it; None when no pair at all is best."""
    if np.isinf(score):
        return None
    return float(1 / (1 + 2.0**-score)) if _is_probability(answer) else score
