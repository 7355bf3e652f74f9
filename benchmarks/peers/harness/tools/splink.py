"""Splink with DuckDB, driven as its documentation drives it; what differs is in splink_settings."""

from __future__ import annotations

import logging
import warnings

import duckdb
import numpy as np
import splink as splink_package
from splink import DuckDBAPI, Linker, SettingsCreator
from splink.internals.exceptions import EMTrainingException

from harness.job import Answer, Job, bits
from harness.metrics import one_to_one
from harness.resources import Meter
from harness.tools.splink_settings import Setting, setting_for
from harness.tools.splink_settings.translated import column_name

#: Pairs below it are not part of the sweep.
LEAST = 0.001


def run(job: Job, meter: Meter) -> Answer:
    logging.getLogger("splink").setLevel(logging.ERROR)
    warnings.simplefilter("ignore")
    setting = setting_for(job)
    with meter:
        with meter.phase("prepare"):
            linker = _linker(job, setting)
        with meter.phase("train"):
            refused = _train(linker, setting)
        with meter.phase("block"):
            blocked = linker.inference.compute_blocked_pairs_for_predict()
        with meter.phase("score"):
            scored = linker.inference.predict(setting.predict_from)
        with meter.phase("cluster"):
            clusters, links = _decided(job, setting, linker, scored)
    pairs = blocked.as_duckdbpyrelation().aggregate("count(*)").fetchall()[0][0]
    answer = Answer(splink_package.__version__, setting.threshold, pairs, clusters, links)
    answer.notes = {
        "prior": linker._settings_obj._probability_two_random_records_match,
        "sessions_refused": refused, "one_to_one": setting.one_to_one, "duckdb": duckdb.__version__}
    _add_sweep(answer, job, setting, linker, scored)
    return answer


def _linker(job: Job, setting: Setting) -> Linker:
    connection = duckdb.connect()
    connection.execute(f"SET threads = {job.threads}")
    frames = []
    api = DuckDBAPI(connection=connection)
    for number, table in enumerate(job.tables):
        named = table.rename_columns([column_name(name) for name in table.column_names])
        numbered = named.append_column("unique_id", [np.arange(len(table))])
        connection.register(f"given{number}", numbered)
        connection.execute(f"CREATE TABLE input{number} AS "
                           f"SELECT *{setting.derived_sql()} FROM given{number}")
        frames.append(api.register(connection.table(f"input{number}"),
                                   dataset_display_name=f"side{number}"))
    settings = SettingsCreator(
        link_type="link_only" if job.is_link else "dedupe_only",
        comparisons=setting.comparisons,
        blocking_rules_to_generate_predictions=setting.blocking,
        retain_matching_columns=setting.retain,
        retain_intermediate_calculation_columns=setting.retain)
    return Linker(frames if job.is_link else frames[0], settings, log_level=None)


def _train(linker: Linker, setting: Setting) -> int:
    """The number of EM sessions that Splink refused, for want of pairs or of a level among them."""
    refused = 0
    training = linker.training
    training.estimate_probability_two_random_records_match(setting.certain, recall=setting.recall)
    training.estimate_u_using_random_sampling(max_pairs=setting.u_pairs, seed=setting.seed)
    for rule in setting.training:
        try:
            training.estimate_parameters_using_expectation_maximisation(
                rule, estimate_without_term_frequencies=setting.without_frequencies,
                max_pairs=setting.training_pairs)
        except (EMTrainingException, ValueError):
            refused += 1
    return refused


def _decided(
    job: Job, setting: Setting, linker: Linker, scored: object
) -> tuple[np.ndarray | None, tuple[np.ndarray, np.ndarray] | None]:
    if not job.is_link:
        found = linker.clustering.cluster_pairwise_predictions_at_threshold(
            scored, threshold_match_probability=setting.threshold)
        columns = found.as_duckdbpyrelation().select("unique_id, cluster_id").fetchnumpy()
        clusters = np.empty(job.rows, dtype=np.int64)
        clusters[columns["unique_id"]] = np.unique(columns["cluster_id"], return_inverse=True)[1]
        return clusters, None
    left, right, score = _columns(scored, bits(setting.threshold))
    kept = one_to_one(left, right, score) if setting.one_to_one else slice(None)
    return None, (left[kept], right[kept])


def _columns(scored: object, least: float) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    columns = scored.as_duckdbpyrelation().filter(f"match_weight >= {least}").select(
        "unique_id_l, unique_id_r, match_weight").fetchnumpy()
    return tuple(np.asarray(columns[name]) for name in
                 ("unique_id_l", "unique_id_r", "match_weight"))


def _add_sweep(
    answer: Answer, job: Job, setting: Setting, linker: Linker, scored: object
) -> None:
    if setting.predict_from is not None and setting.predict_from > LEAST:
        scored = linker.inference.predict(LEAST)
    left, right, score = _columns(scored, bits(LEAST))
    if job.is_link and setting.one_to_one:
        kept = one_to_one(left, right, score)
        left, right, score = left[kept], right[kept], score[kept]
    answer.left, answer.right, answer.score = left, right, score
