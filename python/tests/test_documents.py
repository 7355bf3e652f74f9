"""The samples of docs/python.md and the programs of examples/python print what they say."""

from __future__ import annotations

import os
import pathlib
import subprocess
import sys

import pytest

PROJECT = pathlib.Path(__file__).resolve().parents[2]
EXAMPLES = sorted((PROJECT / "examples" / "python").glob("*.expected"))


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments], capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )


def test_the_samples_of_the_guide() -> None:
    reader = PROJECT / "tests" / "readme" / "samples.py"
    result = run(str(reader), "run-python", str(PROJECT / "docs" / "python.md"))
    assert result.returncode == 0, result.stdout + result.stderr


def test_there_are_examples() -> None:
    assert len(EXAMPLES) >= 2


@pytest.mark.parametrize("expected", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_prints_what_it_says(expected: pathlib.Path) -> None:
    result = run(str(expected.with_suffix(".py")))
    assert result.returncode == 0, result.stderr
    assert result.stdout == expected.read_text(encoding="utf-8")
