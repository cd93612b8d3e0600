"""Clauses by writers who had seen no word list, no rule and no output of the program, kept after they were scored.

`blind/<language>.jsonl` holds rounds five and six: what a clause, alone in an Act on trafficking, provides (present),
provides in part (weak), or only looks like (absent). The first scores stand in docs/data/blind-rounds.toml; the program
has learnt from round five since, so that these clauses guard what was learnt and measure nothing any more.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from ctip_law.evaluate.bank import BankClause, law_of, read_bank
from ctip_law.framework import load
from ctip_law.match import match

FOLDER = Path(__file__).parent / "blind"
#: Shares of the present found, of the weak found weak, and of the near-misses taken for present. The first two may only
#: rise, the third may only fall.
LIMITS = {
    "en": (0.77, 0.18, 0.04),
    "es": (0.82, 0.09, 0.02),
    "fr": (0.87, 0.24, 0.04),
    "id": (0.83, 0.25, 0.09),
    "ms": (0.86, 0.23, 0.11),
}


@pytest.fixture(scope="module")
def clauses() -> list[BankClause]:
    return read_bank(FOLDER)


@pytest.mark.parametrize("language", sorted(LIMITS))
def test_no_fewer_clauses_are_read_rightly_than_before(clauses: list[BankClause], language: str) -> None:
    known = set(load().elements)
    counts: Counter[str] = Counter()
    for clause in (one for one in clauses if one.language == language):
        assert {clause.element, *clause.also} <= known
        status = match([law_of(clause)]).elements[clause.element].status
        right = status == clause.label if clause.label != "absent" else status != "present"
        counts.update((clause.label, f"{clause.label} right") if right else (clause.label,))
    found, in_part, alarms = LIMITS[language]
    shares = {label: counts[f"{label} right"] / counts[label] for label in ("present", "weak", "absent")}
    assert shares["present"] >= found, shares
    assert shares["weak"] >= in_part, shares
    assert 1 - shares["absent"] <= alarms, shares
