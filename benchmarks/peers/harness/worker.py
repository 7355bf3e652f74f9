"""One tool on one set, in a process of its own: ``python -m harness.worker TOOL FOLDER``.

Reads the job from the folder and writes the answer to it. The tables are in memory before the clock
starts; what a tool does only for the sweep of thresholds comes after it has stopped.
"""

from __future__ import annotations

import importlib
import pathlib
import sys

from harness.job import read_job, write_answer
from harness.resources import Meter


def main(tool: str, folder: pathlib.Path) -> None:
    job = read_job(folder)
    meter = Meter()
    answer = importlib.import_module(f"harness.tools.{tool}").run(job, meter)
    write_answer(folder, answer, meter.cost())


if __name__ == "__main__":
    main(sys.argv[1], pathlib.Path(sys.argv[2]))
