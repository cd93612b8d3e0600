"""Penalty rows against rows read by hand, where the measuring material stands beside the checkout."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from ctip_law.annotate import annotate
from ctip_law.errors import InputError
from ctip_law.model import Law
from ctip_law.read import read
from ctip_law.structure import structure

#: Least share of the hand-read rows found, and of the rows reported in those sections that are right.
LEAST = {"en": 0.92, "es": 0.9, "fr": 0.9, "id": 0.9, "ms": 0.9}


def _law(folder: Path) -> Law:
    source = folder / "text.txt" if (folder / "text.txt").exists() else next(folder.glob("source.*"))
    return annotate(structure(read(source)))


@pytest.mark.outside
@pytest.mark.parametrize("language", LEAST)
def test_penalties_agree_with_hand_read_rows(shared: Path, language: str) -> None:
    right = wanted = said = 0
    for path in sorted((shared / "gold").glob("*.yaml")):
        gold = yaml.safe_load(path.read_text(encoding="utf-8"))
        if gold["lang"] != language:
            continue
        try:
            law = _law(shared / "corpus" / gold["law"])
        except InputError as error:
            pytest.skip(f"{gold['law']} cannot be read here: {error.code}")
        gold_rows = {
            (str(p["section"]).casefold(), p["min_years"], p["max_years"], p["life"]) for p in gold["penalties"]
        }
        rows = {(p.section.casefold(), p.min_years, p.max_years, p.life) for p in law.penalties}
        rows = {row for row in rows if row[0] in {place for place, *_ in gold_rows}}
        right, wanted, said = right + len(rows & gold_rows), wanted + len(gold_rows), said + len(rows)
    assert wanted
    assert right / wanted >= LEAST[language], f"recall {right}/{wanted}"
    assert right / said >= LEAST[language], f"precision {right}/{said}"
