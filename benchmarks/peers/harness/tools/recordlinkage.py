"""Python Record Linkage Toolkit. Settings:

documented   the rule of its guides for FEBRL: one block on the first name, six comparisons, a pair
             that agrees in more than three of them (needs FEBRL's columns)
ecm          unsupervised: several blocks, binary comparisons of every column, ECMClassifier
logistic     supervised: the same comparisons as numbers, LogisticRegressionClassifier, taught with
             the true answer for 1,000 of the compared pairs

Its classifiers answer pairs; the clusters are their connected components.
"""

from __future__ import annotations

from importlib.metadata import version

import numpy as np
import pandas as pd
import recordlinkage

from harness.job import Answer, Job, bits
from harness.metrics import connected
from harness.resources import Meter

#: As many pairs as somebody would label in a day or two.
LABELLED = 1000
LEAST = 0.001
FEBRL = {"given_name", "surname", "date_of_birth", "suburb", "state", "address_1"}


def run(job: Job, meter: Meter) -> Answer:
    with meter:
        with meter.phase("prepare"):
            frames = [table.to_pandas() for table in job.tables]
        with meter.phase("block"):
            pairs = _index(job).index(*frames)
        with meter.phase("compare"):
            features = _compare(job).compute(pairs, *frames)
        with meter.phase("classify"):
            score, threshold = _classify(job, features)
        with meter.phase("cluster"):
            left, right = (pairs.get_level_values(level).to_numpy() for level in (0, 1))
            kept = score >= threshold
            clusters = None if job.is_link else connected(left[kept], right[kept], job.rows)
    links = (left[kept], right[kept]) if job.is_link else None
    swept = score >= (bits(LEAST) if job.setting != "documented" else 0)
    notes = {"documented": {"scale": "agreements"}, "ecm": {},
             "logistic": {"labelled_pairs": min(LABELLED, len(pairs))}}[job.setting]
    return Answer(version("recordlinkage"), float(threshold), len(pairs), clusters, links,
                  left[swept], right[swept], score[swept], notes=notes)


def _index(job: Job) -> recordlinkage.Index:
    index = recordlinkage.Index()
    if job.setting == "documented":
        if not FEBRL <= set(job.kinds):
            raise ValueError("the documented rule is for the columns of FEBRL")
        index.block("given_name")
        return index
    for column, kind in job.kinds.items():
        if kind in ("email", "phone", "birth_date", "identifier", "full_name", "company", "street",
                    "last_name", "first_name"):
            index.block(column)
        if kind in ("last_name", "company", "full_name"):
            index.sortedneighbourhood(column, window=5)
    return index


def _compare(job: Job) -> recordlinkage.Compare:
    compare = recordlinkage.Compare(n_jobs=job.threads)
    if job.setting == "documented":
        for column in ("given_name", "date_of_birth", "suburb", "state"):
            compare.exact(column, column, label=column)
        compare.string("surname", "surname", method="jarowinkler", threshold=0.85, label="surname")
        compare.string("address_1", "address_1", threshold=0.85, label="address_1")
        return compare
    limit = {"threshold": 0.85} if job.setting == "ecm" else {}
    for column, kind in job.kinds.items():
        if kind in ("category", "country", "region"):
            compare.exact(column, column, label=column)
        elif kind in ("first_name", "last_name", "middle_name", "full_name", "company", "city"):
            compare.string(column, column, method="jarowinkler", label=column, **limit)
        else:
            compare.string(column, column, method="levenshtein", label=column, **limit)
    return compare


def _classify(job: Job, features: pd.DataFrame) -> tuple[np.ndarray, float]:
    """The score of every pair and from where on it is a match: bits, or the sum of the rule."""
    if job.setting == "documented":
        return features.sum(axis=1).to_numpy(dtype=np.float64), 4.0
    if job.setting == "ecm":
        classifier = recordlinkage.ECMClassifier()
        classifier.fit(features)
    else:
        classifier = recordlinkage.LogisticRegressionClassifier()
        sample = features.sample(min(LABELLED, len(features)), random_state=1)
        classifier.fit(sample, sample.index[_is_true(job, sample.index)])
    return bits(classifier.prob(features).to_numpy(dtype=np.float64)), 0.0


def _is_true(job: Job, pairs: pd.MultiIndex) -> np.ndarray:
    assert job.groups is not None
    left, right = job.groups[0], job.groups[-1]
    return left[pairs.get_level_values(0)] == right[pairs.get_level_values(1)]
