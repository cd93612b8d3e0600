"""An offence of slavery in a code whose articles have no headings is known by its words; all texts are invented."""

from __future__ import annotations

import pytest

from ctip_law.match import Reading, match
from tests.match.conftest import law_of

CODE = (
    "Penal Code\n\nArticle 1\nWhoever attempts a crime is punished as if it were completed.\n\n"
    "Article 2\nWhoever steals is punished with imprisonment for three years.\n\nArticle 3\n{}\n\n"
    "Article 4\nWhoever burns a house is punished with imprisonment for nine years.\n"
)


def _known(text: str) -> bool:
    [reading] = match([law_of(text)]).readings
    assert isinstance(reading, Reading)
    return any(reading.roles.flags["slavery"])


@pytest.mark.parametrize(
    ("article", "known"),
    [
        ("Whoever buys or sells a person as a slave is punished with imprisonment for two years.", True),
        ("A punishment of imprisonment for six years shall apply to anyone who sells a person into slavery.", True),
        ("Whoever reports that slavery is lawful is punished with imprisonment for three years.", False),
        ("Whoever sells a person as a slave acts against the honour of the nation.", False),
        ("Whoever harbours a thief is punished with imprisonment for two years. Slavery is taught.", False),
    ],
    ids=["bought and sold", "the penalty first", "words on slavery", "no penalty", "in another sentence"],
)
def test_slavery_as_such(article: str, known: bool) -> None:
    assert _known(CODE.format(article)) == known


@pytest.mark.parametrize(("headed", "known"), [(1, True), (2, False), (3, False)])
def test_where_half_of_the_articles_have_headings_the_heading_says_what_one_is_about(headed: int, known: bool) -> None:
    text = CODE.format("Whoever sells a person as a slave is punished with imprisonment for seven years.")
    for number, heading in list(zip((1, 2, 4), ("Attempt", "Theft", "Fire"), strict=True))[:headed]:
        text = text.replace(f"Article {number}\n", f"Article {number}. {heading}\n")
    assert _known(text) == known


AMENDS = """Labour (Amendment) Act 2031

1. New section 9A
The Labour Act 2001 is amended by inserting after section 9 the following section:

"{}
9A. A person who makes another work and keeps the wages commits an offence and is liable to imprisonment."

2. Commencement
This Act comes into force in May.
"""


@pytest.mark.parametrize(("heading", "known"), [("Forced labour", True), ("Wages kept", False)])
def test_the_heading_of_an_inserted_section_says_what_it_is_about(heading: str, known: bool) -> None:
    assert _known(AMENDS.format(heading)) == known
