"""The Python samples of the README print what it says."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def samples(*arguments: str) -> subprocess.CompletedProcess[str]:
    reader = ROOT / "tests" / "readme" / "samples.py"
    return subprocess.run([sys.executable, str(reader), *arguments],
                          capture_output=True, text=True, check=False)


def test_python_samples_print_what_the_readme_says() -> None:
    result = samples("run-python", str(ROOT / "README.md"))
    assert result.returncode == 0, result.stdout + result.stderr


def test_the_readme_has_a_cpp_sample(tmp_path: Path) -> None:
    result = samples("list", str(ROOT / "README.md"), "cpp", str(tmp_path))
    assert result.stdout.strip(), "no cpp block is followed by its output; ctest would run none"
