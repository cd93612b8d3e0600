"""Penalty rows against rows read by hand, where the measuring material stands beside the checkout."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctip_law.errors import InputError
from ctip_law.model import Law
from tests.floors import cells, labelled, least
from tests.labels import read_once


def _law(folder: Path) -> Law:
    return read_once(folder / "text.txt" if (folder / "text.txt").exists() else next(folder.glob("source.*")))


@pytest.mark.outside
@pytest.mark.parametrize(("name", "language"), cells("penalties_found"))
def test_penalties_agree_with_hand_read_rows(shared: Path, name: str, language: str) -> None:
    right = wanted = said = 0
    for gold in labelled(shared, name):
        if gold["lang"] != language:
            continue
        try:
            law = _law(shared / "corpus" / gold["law"])
        except InputError as error:
            pytest.skip(f"{gold['law']} cannot be read here: {error.code}")
        gold_rows = {
            (str(p["section"]).casefold(), p["min_years"], p["max_years"], p["life"]) for p in gold["penalties"]
        }
        places = {place for place, *_ in gold_rows}
        every = {
            (p.section.casefold(), p.min_years, p.max_years, p.life): (p.derived_from or "").casefold()
            for p in law.penalties
        }
        rows = {row for row in every if row[0] in places}
        # other offences are not labelled, nor is what raises their penalties in a labelled section
        rows = {row for row in rows if row in gold_rows or not every[row] or every[row] in places}
        right, wanted, said = right + len(rows & gold_rows), wanted + len(gold_rows), said + len(rows)
    assert wanted
    assert right / wanted >= least("penalties_found", name, language), f"found {right} of {wanted}"
    assert right / said >= least("penalties_right", name, language), f"right {right} of {said}"
