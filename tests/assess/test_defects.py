"""Each named defect: a change to a law without defects that must show it, and a change that must not."""

from __future__ import annotations

from typing import Any

import pytest

from ctip_law.assess.defects import find_defects
from ctip_law.framework import load as load_framework
from ctip_law.model import DefectFinding
from tests.assess.changes import TABLE, ledger_after

#: Defects that no rule looks for.
LEFT_OUT = {"overlap-conflict"}


def names(rows: list[dict[str, Any]]) -> list[str]:
    return [f"{row['defect']}: {row['note']}" for row in rows]


def defects_after(change: list[list[str]]) -> dict[str, DefectFinding]:
    """The defects of the sound law with a change made to it."""
    return {defect.id: defect for defect in find_defects(ledger_after(change))}


def test_the_sound_law_shows_none() -> None:
    assert defects_after([]) == {}


@pytest.mark.parametrize("row", TABLE["shown"], ids=names(TABLE["shown"]))
def test_it_is_named(row: dict[str, Any]) -> None:
    assert row["defect"] in defects_after(row["change"])


@pytest.mark.parametrize("row", TABLE["near"], ids=names(TABLE["near"]))
def test_it_is_not_named_for_what_comes_near(row: dict[str, Any]) -> None:
    assert row["defect"] not in defects_after(row["change"])


@pytest.mark.parametrize("table", ["shown", "near"])
def test_every_defect_is_in_both_tables(table: str) -> None:
    assert {row["defect"] for row in TABLE[table]} | LEFT_OUT == set(load_framework().defects)


def test_a_defect_comes_with_its_words_why_and_fix() -> None:
    found = defects_after([["twelve years", "three years"]])["penalty-low"]
    assert "three years" in found.evidence[0].quote
    assert found.why
    assert found.fix
