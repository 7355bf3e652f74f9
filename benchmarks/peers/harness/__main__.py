"""``python -m harness``: galena and its peers on the same tables, one after the other.

Every tool runs in a process of its own, gets the columns of a set and their kinds, and is measured
there; what it answers is judged here. Text goes to the standard output and, with the JSON, to the
output folder.
"""

from __future__ import annotations

import argparse
import json
import os
import pathlib
import platform
import shutil
import subprocess
import sys
from typing import Any

from harness import report, tables
from harness.evaluate import evaluate
from harness.job import Job, read_answer, write_job

ROOT = pathlib.Path(__file__).resolve().parents[3]
RUNS = (("galena", "kinds"), ("galena", "inferred"), ("splink", "demo"), ("splink", "translated"),
        ("splink", "best"), ("recordlinkage", "documented"), ("recordlinkage", "ecm"),
        ("recordlinkage", "logistic"), ("dedupe", "trained"))
#: The most rows a tool is asked for; beyond, it takes hours or more memory than there is.
LARGEST = {"recordlinkage": 20_000, "dedupe": 20_000, "splink:translated": 200_000}
#: Tools that learn from labels get the truth; nobody else does.
TAUGHT = {("recordlinkage", "logistic"), ("dedupe", "trained")}


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks/peers/run", description=__doc__)
    parser.add_argument("--sets", nargs="+", default=tables.NAMES, metavar="SET",
                        help=f"default: {' '.join(tables.NAMES)}; also leads_<rows>")
    parser.add_argument("--tools", nargs="+", default=None, metavar="TOOL[:SETTING]",
                        help=f"of {' '.join(map(':'.join, RUNS))}; default: all")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--timeout", type=float, default=1800, help="seconds for one run")
    parser.add_argument("--shared", type=pathlib.Path, default=ROOT.parent / "shared")
    parser.add_argument("--generator", type=pathlib.Path,
                        default=ROOT / "build/peers/galena_leadgen")
    parser.add_argument("--output", type=pathlib.Path, default=ROOT / "build/peers/results")
    return parser.parse_args()


def wanted(tool: str, setting: str, chosen: list[str] | None) -> bool:
    return chosen is None or tool in chosen or f"{tool}:{setting}" in chosen


def why_not(tool: str, setting: str, data: tables.TableSet) -> str | None:
    """Why a tool is not asked for a set; None when it is."""
    if setting == "documented" and data.family != "febrl":
        return "its documented rule is for the columns of FEBRL"
    largest = LARGEST.get(f"{tool}:{setting}", LARGEST.get(tool, data.rows))
    if data.rows > largest:
        return f"more than {largest:,} rows"
    return None


def run(tool: str, setting: str, data: tables.TableSet, options: argparse.Namespace
        ) -> dict[str, Any]:
    """One result; with ``skipped`` and the reason where there is none."""
    told: dict[str, Any] = {"set": data.name, "rows": data.rows, "tool": tool, "setting": setting}
    if reason := why_not(tool, setting, data):
        return {**told, "skipped": reason}
    folder = options.output / "jobs" / f"{data.name}-{tool}-{setting}"
    shutil.rmtree(folder, ignore_errors=True)
    groups = data.groups if (tool, setting) in TAUGHT else None
    write_job(folder, Job(setting, data.family, data.kinds, data.tables, options.threads, groups))
    load = os.getloadavg()[0]
    log = folder / "log.txt"
    environment = {**os.environ, "PYTHONPATH": str(pathlib.Path(__file__).parents[1]),
                   "OMP_NUM_THREADS": str(options.threads),
                   "OPENBLAS_NUM_THREADS": str(options.threads)}
    try:
        with log.open("wb") as out:
            subprocess.run([sys.executable, "-m", "harness.worker", tool, folder], check=True,
                           stdout=out, stderr=out, timeout=options.timeout, env=environment)
    except subprocess.TimeoutExpired:
        return {**told, "skipped": f"not done after {options.timeout:.0f} seconds"}
    except subprocess.CalledProcessError:
        last = log.read_text(errors="replace").strip().splitlines()[-1:]
        return {**told, "skipped": f"failed: {' '.join(last)} ({log})"}
    answer, cost = read_answer(folder)
    shutil.rmtree(folder)
    return {**told, "version": answer.version, "pairs_scored": answer.pairs_scored,
            "threshold": answer.threshold, "notes": answer.notes, "cost": cost,
            "load_before": load, "quality": evaluate(data, answer)}


def machine(options: argparse.Namespace) -> dict[str, Any]:
    names = [line.partition(":")[2].strip()
             for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines()
             if line.startswith("model name")]
    return {"processor": names[0] if names else platform.machine(), "cores": os.cpu_count(),
            "threads": options.threads, "python": platform.python_version()}


def main() -> int:
    options = arguments()
    options.output = options.output.resolve()
    options.output.mkdir(parents=True, exist_ok=True)
    results: list[dict[str, Any]] = []
    for name in options.sets:
        try:
            data = tables.load(name, options.shared, options.generator, options.output)
        except tables.Missing as missing:
            print(f"skipped {name}: {missing}", file=sys.stderr)
            continue
        for tool, setting in RUNS:
            if not wanted(tool, setting, options.tools):
                continue
            print(f"== {name}: {tool} {setting}", file=sys.stderr, flush=True)
            results.append(run(tool, setting, data, options))
            (options.output / "results.json").write_text(
                json.dumps({"machine": machine(options), "results": results}, indent=1) + "\n")
    (options.output / "results.txt").write_text(report.text(results))
    print(report.text(results), end="")
    return 0 if any("quality" in result for result in results) else 1


if __name__ == "__main__":
    sys.exit(main())
