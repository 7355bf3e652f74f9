"""The samples of docs/python.md and the programs of examples/python print what they say."""

from __future__ import annotations

import json
import os
import pathlib
import re
import subprocess
import sys

import pytest

import galena

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


def test_the_table_of_kinds() -> None:
    page = (PROJECT / "docs" / "python.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(\w+)` \| .* \| `(.*?)` \| (?:`(.*?)` )?\|$",
                      page.partition("### Kinds")[2].partition("\n## ")[0], re.MULTILINE)
    schema = json.loads((PROJECT / "docs" / "schemas" / "schema.schema.json").read_text("utf-8"))
    kinds = schema["$defs"]["field"]["properties"]["kind"]["enum"]
    assert [kind for kind, _, _ in rows] == kinds
    for kind, value, normal in rows:
        assert galena.normalise(kind, value) == normal, kind


def test_there_are_examples() -> None:
    assert len(EXAMPLES) >= 2


@pytest.mark.parametrize("expected", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_prints_what_it_says(expected: pathlib.Path) -> None:
    result = run(str(expected.with_suffix(".py")))
    assert result.returncode == 0, result.stderr
    assert result.stdout == expected.read_text(encoding="utf-8")
