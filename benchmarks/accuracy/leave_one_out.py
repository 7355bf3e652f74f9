"""Each training constant chosen on all lists but one, and measured on that one.

leave_one_out.py GALENA_F1_WITH FOLDER [CONSTANT ...]

The lists are those of make_lists.py and public_lists.py. For each constant prints the mean F1 of
each of its values, the mean F1 when the value for each list is the best one on all others, and on
how many lists each value would so have been chosen. FOLDER keeps what was measured (f1_with.json),
so that a run can be continued.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

# The library's own value comes first (src/match/training_constants.hpp).
VALUES = {
    "sure_bits": [3, 1, 5],
    "others_bits": [6, 3, 9],
    "hold_pairs": [200, 50, 800],
    "sure_worth": [1, 0.25, 4],
    "chance_factor": [2, 1, 4],
    "prior_from": [1, 0.2, 5],
    "unseen_most": [0.5, 0, 0.25, 1, 2],
    "prior_seen": [0.5, 1, 0.75, 0.25],
    "prior_bits": [-1.5, -3, -6, 0],
    "prior_hold": [50, 10, 250],
    "prior_most": [20, 4],
}


def measure(program: str, folder: Path, words: list[str]) -> dict[str, float]:
    lines = subprocess.run(
        [program, str(folder), *words], check=True, capture_output=True, text=True
    ).stdout.splitlines()
    return {name: float(f1) for name, f1 in (line.rsplit(" ", 1) for line in lines)}


def mean(values: list[float]) -> float:
    return sum(values) / len(values)


def main(program: str, folder: Path, wanted: list[str]) -> None:
    known_file = folder / "f1_with.json"
    known = json.loads(known_file.read_text()) if known_file.exists() else {}

    def f1s(words: list[str]) -> dict[str, float]:
        key = " ".join(words)
        if key not in known:
            known[key] = measure(program, folder, words)
            known_file.write_text(json.dumps(known, indent=1))
        return known[key]

    print("| constant | mean F1 of each value, the library's first | left out | chosen |")
    print("| --- | --- | ---: | --- |")
    for constant in wanted or VALUES:
        own, *others = VALUES[constant]
        by_value = {own: f1s([])} | {v: f1s([f"{constant}={v}"]) for v in others}
        chosen: Counter[float] = Counter()
        left_out = []
        for name in by_value[own]:
            best = max(by_value, key=lambda v: mean([f for n, f in by_value[v].items() if n != name]))
            chosen[best] += 1
            left_out.append(by_value[best][name])
        means = ", ".join(f"{v}: {mean(list(f.values())):.4f}" for v, f in by_value.items())
        choices = ", ".join(f"{v}: {n}" for v, n in chosen.most_common())
        print(f"| {constant} | {means} | {mean(left_out):.4f} | {choices} |", flush=True)


main(sys.argv[1], Path(sys.argv[2]), sys.argv[3:])
