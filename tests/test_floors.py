"""The table of floors is whole: each cell rises only, and what is measured twice has both floors."""

from __future__ import annotations

import pytest

from tests.floors import cells, documents, least

TABLES = ("verdicts", "penalties_found", "penalties_right", "numbers")


@pytest.mark.parametrize(("table", "cell"), [(table, cell) for table in TABLES for cell in cells(table)])
def test_a_floor_only_rises(table: str, cell: tuple[str, ...]) -> None:
    assert 0 <= least(table, *cell) <= 1


def test_rows_found_and_rows_right_have_the_same_cells() -> None:
    assert cells("penalties_found") == cells("penalties_right")


def test_a_document_belongs_to_one_set() -> None:
    names = [name for name, kind in cells("numbers") if kind == "text"]
    listed = [document for name in names for document in documents(name)]
    assert len(listed) == len(set(listed))
