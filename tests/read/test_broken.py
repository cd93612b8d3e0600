"""Words that a conversion broke behind an f or a capital: made whole and told where the text is damaged, else not."""

from __future__ import annotations

import pytest

from ctip_law.read.broken import whole_words
from ctip_law.read.clean import clean

DAMAGE = "Whoever cuts a kite commits an of fence. The of fender pays. It has no ef fect."

#: What a damaged text holds, and what it means.
ROWS = {
    "an offence": ("an of fence of this kind", "an offence of this kind"),
    "an officer": ("the chief of ficer may", "the chief officer may"),
    "an office": ("to hold of fice", "to hold office"),
    "to offer": ("to of fer a kite, of fered", "to offer a kite, offered"),
    "a half that is no word": ("dif ferent and suf ficient traf fic", "different and sufficient traffic"),
    "a capital": ("T rade in kites. W ho trades", "Trade in kites. Who trades"),
    "twice": ("the T raf ficking of kites", "the Trafficking of kites"),
    "of and a word": ("a height of five, of ferns, of fiction", "a height of five, of ferns, of fiction"),
    "a numeral": ("Part V shall apply", "Part V shall apply"),
    "a letter that is a name": ("Schedule T and Form W shall apply", "Schedule T and Form W shall apply"),
    "a word of one letter": ("Y compris les cerfs-volants", "Y compris les cerfs-volants"),
    "a whole half": ("if found, half full, staff", "if found, half full, staff"),
}


@pytest.mark.parametrize("kind", ROWS)
def test_broken_words(kind: str) -> None:
    before, after = ROWS[kind]
    found = whole_words(clean(f"{DAMAGE}\n{before}"))
    assert found.text.split("\n")[1] == after
    assert all(found.text[one.start : one.end] == one.after for one in found.repairs)
    assert {one.after for one in found.repairs} >= {"offence", "offender", "effect"}
    assert {one.why for one in found.repairs} == {"a conversion broke the word"}


@pytest.mark.parametrize(
    "text",
    [
        "A wall of fence and a gate of fences. The price of ferries. T and W are letters.",
        "Whoever cuts a kite commits an of fence. The of fender pays.",  # twice is a slip of the pen
    ],
)
def test_a_text_that_is_whole_stays(text: str) -> None:
    assert whole_words(clean(text)) == clean(text)


def test_other_repairs_move_with_the_text() -> None:
    found = whole_words(clean(f"{DAMAGE} The child\x93s kite â€” so to speak"))
    assert [found.text[one.start : one.end] for one in found.repairs] == [one.after for one in found.repairs]
