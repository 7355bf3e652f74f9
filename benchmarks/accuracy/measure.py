"""Pairwise precision, recall and F1 of `galena dedupe` on lists of make_lists.py, kinds inferred.

measure.py GALENA FOLDER [LIST ...]

Lists that are linked to another are left out; galena_f1_with (f1_with.cc) measures those too.
"""

from __future__ import annotations

import csv
import subprocess
import sys
from collections import Counter
from pathlib import Path


def pairs(labels: list[object]) -> int:
    return sum(n * (n - 1) // 2 for n in Counter(labels).values())


def main(galena: str, folder: Path, wanted: list[str]) -> None:
    f1s = []
    for truth_file in sorted(folder.glob("*.truth.csv")):
        name = truth_file.name.removesuffix(".truth.csv")
        if (wanted and name not in wanted) or (folder / f"{name}.right.csv").exists():
            continue
        answer = subprocess.run(
            [galena, "dedupe", str(folder / f"{name}.csv"), "--id", "record"],
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        cluster = {row["id"]: row["cluster"] for row in csv.DictReader(answer.splitlines())}
        with truth_file.open(newline="") as file:
            truth = [(cluster[row["record"]], row["entity"]) for row in csv.DictReader(file)]
        found, real = pairs([c for c, _ in truth]), pairs([e for _, e in truth])
        both = pairs(list(truth))
        f1 = 2 * both / (found + real) if found + real else 1.0
        f1s.append(f1)
        print(
            f"{name:22} {len(truth):7} rows  precision {both / found if found else 1:.4f}"
            f"  recall {both / real if real else 1:.4f}  F1 {f1:.4f}"
        )
    print(f"mean F1 of {len(f1s)} lists: {sum(f1s) / max(1, len(f1s)):.4f}")


main(sys.argv[1], Path(sys.argv[2]), sys.argv[3:])
