"""What the tests share: where the project and its data are."""

from __future__ import annotations

import pathlib

import pytest

PROJECT = pathlib.Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def project() -> pathlib.Path:
    return PROJECT


@pytest.fixture(scope="session")
def shared_data() -> pathlib.Path:
    folder = PROJECT.parent / "shared" / "data"
    if not folder.is_dir():
        pytest.skip(f"the data sets are not at {folder}")
    return folder
