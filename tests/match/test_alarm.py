"""A law on trafficking in which few wordings fire: whether our words may not be those of its manner of drafting."""

from __future__ import annotations

import pytest

from ctip_law.match import match
from tests.match.conftest import law_of

TITLE = "TRAFFICKING IN PERSONS ACT, 2031\n\n1. Short title\nThis Act is the Trafficking in Persons Act, 2031.\n\n"
FILLER = (
    "The quay warden keeps a ledger of lanterns, ropes and buoys, and shows it on market days to whoever asks. " * 90
)
PUNISHES = "\n\n3. Penalty\nWhoever hides the ledger is liable to imprisonment for two years.\n"
SENTENCED = "\n\n3. Licences\nWhoever was sentenced to imprisonment gets none.\n"
RULES = TITLE.replace("TRAFFICKING IN PERSONS ACT", "REGULATIONS GOVERNING STAY OF VICTIMS OF TRAFFICKING IN PERSONS")
ROWS = [
    ("long, and it punishes", TITLE + f"2. Ledger\n{FILLER}" + PUNISHES, True),
    ("long, and it punishes nothing: it may be on one matter alone", TITLE + f"2. Ledger\n{FILLER}", False),
    ("long, and who was sentenced gets no licence", TITLE + f"2. Ledger\n{FILLER}" + SENTENCED, False),
    ("long rules under another law", RULES + f"2. Ledger\n{FILLER}" + PUNISHES, False),
    ("short", TITLE + "2. Ledger\nThe quay warden keeps a ledger." + PUNISHES, False),
    ("on another matter", f"HARBOURS ACT, 2031\n\n1. Title\nHarbours.\n\n2. Ledger\n{FILLER}" + PUNISHES, False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_the_alarm(text: str, said: bool) -> None:
    told = match([law_of(text)]).alarm
    assert (told is not None) == said
    assert told is None or "its drafting family may not be covered" in told
