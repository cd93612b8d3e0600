"""Reviewed gap analyses for the tests: the workbook of a small act, and cells filled in."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from ctip_law.report.schemas import SCHEMAS
from tests.cli.conftest import ACT, Call

#: cell by sheet, id and column -> value
Filled = Mapping[tuple[str, str, str], Any]
Fill = Callable[..., Path]

VERDICT, READING = ("Provisions", "tip-3a", "Reviewer's verdict"), ("Elements", "act.receipt", "Reviewer's reading")


@pytest.fixture(scope="module")
def workbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """`gap -f xlsx` of the small act, and the act beside it."""
    return written(tmp_path_factory.mktemp("act"), ACT)


def written(folder: Path, *texts: str) -> Path:
    from ctip_law import gap, render_gap

    paths = [folder / f"act{n}.txt" for n in range(1, len(texts) + 1)]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, encoding="utf-8")
    made = render_gap(gap(paths), "xlsx")
    assert isinstance(made, bytes)
    (folder / "act.xlsx").write_bytes(made)
    return folder / "act.xlsx"


@pytest.fixture
def fill(workbook: Path, tmp_path: Path) -> Fill:
    openpyxl = pytest.importorskip("openpyxl", reason="openpyxl, of the extra `evaluate`, is not installed")

    def filled(cells: Filled, name: str = "reviewed.xlsx", of: Path = workbook) -> Path:
        book = openpyxl.load_workbook(of)
        for (sheet, id, column), value in cells.items():
            page = book[sheet]
            heads = {cell.value: cell.column for cell in page[1]}
            row = next(row[0].row for row in page.iter_rows(min_row=2) if row[0].value == id)
            page.cell(row, heads[column]).value = value
        book.save(tmp_path / name)
        return tmp_path / name

    return filled


def scored(call: Call, path: Path, *more: object) -> dict[str, Any]:
    said = call("evaluate", "--reviewed", path, *more, "-f", "json")
    assert said.code == 0, said.err
    made: dict[str, Any] = json.loads(said.out)
    SCHEMAS["reviewed"].model_validate(made, strict=True)
    return made
