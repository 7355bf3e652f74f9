"""Where the tests run in the project's own environment, nothing that they need may be missing: a test
that skips there would prove nothing."""

from __future__ import annotations

import importlib
import importlib.metadata
import pathlib
import sys

import pytest

PROJECT = pathlib.Path(__file__).resolve().parents[2]
REQUIREMENTS = dict(
    line.strip().split("==")
    for line in (PROJECT / "scripts" / "requirements-test.txt").read_text().splitlines()
    if "==" in line
)
OWN_ENVIRONMENT = pytest.mark.skipif(
    PROJECT / "build" / "venv" != pathlib.Path(sys.prefix),
    reason="not the environment that scripts/test makes",
)


@OWN_ENVIRONMENT
@pytest.mark.parametrize("name", REQUIREMENTS)
def test_the_libraries_of_the_tests_are_there(name: str) -> None:
    assert importlib.metadata.version(name) == REQUIREMENTS[name]


@OWN_ENVIRONMENT
@pytest.mark.parametrize("name", ["duckdb", "numpy", "pandas", "polars", "pyarrow"])
def test_they_can_be_imported(name: str) -> None:
    importlib.import_module(name)
