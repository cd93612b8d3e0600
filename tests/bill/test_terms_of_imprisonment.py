"""The terms of imprisonment in a bill: on the scale of the law, and graver where the case is graver."""

from __future__ import annotations

import pytest

from ctip_law import parse
from ctip_law.bill import amending_bill

from .statutes import SPANISH

#: What a law says of the term, in years; the frame of the graver case in the bill, and what it must not be
GRAVER = [
    ("cinco a quince años", "de 5 a 20 años", "hasta 15 años"),  # one term: a third beyond it, and no less at least
    ("seis a doce años", "de 6 a 16 años", "hasta 12 años"),
    ("hasta quince años", "de hasta 20 años", "de 0"),
    (
        "cinco a quince años, y si la víctima es una niña con prisión de diez a veinticuatro años",
        "de 5 a 24 años",
        "32",
    ),
]


@pytest.mark.parametrize(("said", "frame", "gone"), GRAVER)
def test_a_graver_case_has_a_longer_term_and_no_lower_least(said: str, frame: str, gone: str) -> None:
    law = parse("-", stdin=SPANISH.replace("cinco a quince años", said).encode(), lang="es")
    made = amending_bill([law], against="tip,eu", variables={"aggravating_list": "core"})
    [graver] = [
        line for change in made.changes for line in change.quoted.split("\n") if line.strip().endswith("cuando:")
        and "trata de personas será sancionado" in line
    ]  # fmt: skip
    assert f"pena de prisión {frame} cuando:" in graver
    assert gone not in graver
