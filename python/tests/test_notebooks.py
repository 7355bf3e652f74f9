"""The notebooks run from top to bottom, and are committed as they ran."""

from __future__ import annotations

import importlib.util
import json
import os
import pathlib
from typing import Any

import pytest

PROJECT = pathlib.Path(__file__).resolve().parents[2]
NOTEBOOKS = sorted((PROJECT / "examples" / "notebooks").glob("*.ipynb"))
NEEDED = ("nbclient", "nbformat", "ipykernel", "matplotlib", "pandas", "splink", "duckdb")


def code_cells(notebook: Any) -> list[Any]:
    return [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]


def test_there_are_notebooks() -> None:
    assert NOTEBOOKS


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_is_committed_as_it_ran(path: pathlib.Path) -> None:
    cells = code_cells(json.loads(path.read_text(encoding="utf-8")))
    assert [cell["execution_count"] for cell in cells] == list(range(1, len(cells) + 1))
    outputs = [output for cell in cells for output in cell["outputs"]]
    assert any("image/png" in output.get("data", {}) for output in outputs)
    assert not any(output["output_type"] == "error" for output in outputs)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_runs(path: pathlib.Path) -> None:
    missing = [name for name in NEEDED if importlib.util.find_spec(name) is None]
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)} (examples/notebooks/requirements.txt)")
    if not list(PROJECT.glob("build/*/examples/generator/galena_leadgen")):
        pytest.skip("galena_leadgen is not built")
    import nbclient
    import nbformat

    notebook = nbformat.read(path, as_version=4)
    environment = {**os.environ, "MPLBACKEND": "module://matplotlib_inline.backend_inline"}
    nbclient.NotebookClient(
        notebook, timeout=600, kernel_name="python3",
        resources={"metadata": {"path": str(path.parent)}}).execute(env=environment)
    assert all(cell["execution_count"] for cell in code_cells(notebook))
