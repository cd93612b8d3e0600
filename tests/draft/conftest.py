from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from ctip_law.paths import data_folder

Spoil = Callable[[str, str, str], tuple[Path, int]]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of the library that a test may spoil."""
    return Path(shutil.copytree(data_folder("model_laws"), tmp_path / "model_laws"))


@pytest.fixture
def spoil(data: Path) -> Spoil:
    """Replace the first `old` in a file by `new`; gives the file and the line where `new` begins."""

    def run(file: str, old: str, new: str) -> tuple[Path, int]:
        path = data / file
        before, found, after = path.read_text(encoding="utf-8").partition(old)
        assert found, f"{file} no longer holds: {old}"
        path.write_text(before + new + after, encoding="utf-8")
        return path, before.count("\n") + 1

    return run
