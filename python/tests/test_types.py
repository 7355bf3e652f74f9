"""The types that people's checkers see: the stub is the module's, mypy --strict finds nothing."""

from __future__ import annotations

import os
import pathlib
import subprocess
import sys

import galena
import pytest

PACKAGE = pathlib.Path("python") / "galena"
PROGRAM = pathlib.Path("python") / "tests" / "user_program.py"
DEMO = pathlib.Path("examples") / "python" / "demo.py"


def run(project: pathlib.Path, *arguments: str, **environment: str) -> str:
    result = subprocess.run(
        [sys.executable, *arguments],
        cwd=project,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), **environment},
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


def test_mypy_strict_is_clean(project: pathlib.Path, tmp_path: pathlib.Path) -> None:
    pytest.importorskip("mypy")
    run(
        project, "-m", "mypy", "--strict", "--explicit-package-bases", "--no-error-summary",
        "--cache-dir", str(tmp_path), str(PACKAGE), str(PROGRAM), str(DEMO), MYPYPATH="python", PYTHONPATH="",
    )


def test_mypy_finds_wrong_types(project: pathlib.Path, tmp_path: pathlib.Path) -> None:
    pytest.importorskip("mypy")
    wrong = tmp_path / "wrong.py"
    wrong.write_text("import galena\nx: int = galena.read_csv(b'a\\n1\\n').column_names\n")
    result = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(tmp_path / "cache"),
         str(wrong)],
        cwd=project, capture_output=True, text=True, check=False,
        env={**os.environ, "MYPYPATH": "python", "PYTHONPATH": ""},
    )
    assert "Incompatible types in assignment" in result.stdout


def test_the_user_program_runs(project: pathlib.Path) -> None:
    assert run(project, str(PROGRAM)).splitlines() == [
        "duplicates: [[0, 1]]",
        "owners: ['u1', 'u2', 'unassigned']",
        "large: [True, False, False]",
        "moved: True",
        "error: IO",
    ]


def test_the_stub_is_that_of_the_module(project: pathlib.Path, tmp_path: pathlib.Path) -> None:
    pytest.importorskip("pybind11_stubgen")
    run(project, "-m", "pybind11_stubgen", "galena._galena", "-o", str(tmp_path))
    made = (tmp_path / "galena" / "_galena.pyi").read_text(encoding="utf-8")
    kept = (project / PACKAGE / "_galena.pyi").read_text(encoding="utf-8")
    assert made == kept, (
        "python/galena/_galena.pyi is out of date; make it anew with "
        "`python -m pybind11_stubgen galena._galena -o python`"
    )


def test_everything_public_has_a_docstring() -> None:
    for name in galena.__all__:
        each = getattr(galena, name)
        if name.startswith("__") or not callable(each):
            continue
        assert each.__doc__, name
        if isinstance(each, type):
            assert each.__module__ == "galena", name
            for member, value in vars(each).items():
                if not member.startswith("_") and callable(value):
                    assert value.__doc__, f"{name}.{member}"


def test_nothing_but_the_module_is_imported() -> None:
    program = (
        "import sys; before = set(sys.modules); import galena; "
        "print([m for m in ('numpy', 'pandas', 'polars', 'pyarrow', 'matplotlib', 'duckdb') "
        "if m in set(sys.modules) - before])"
    )
    printed = run(pathlib.Path.cwd(), "-c", program)
    assert printed == "[]\n"
