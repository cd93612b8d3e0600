"""Letters in parts, numbers apart from their words, pages saved as one file. All texts are invented."""

# ruff: noqa: E501 (tables of texts)
from __future__ import annotations

import quopri
import unicodedata

import pytest

from ctip_law.errors import CtipError
from ctip_law.read import read
from ctip_law.read.clean import clean
from ctip_law.read.composed import edited, letters

#: what a converter wrote -> what it means
LETTERS = {
    "an accent apart": (unicodedata.normalize("NFD", "Điều 1. Người bán thuyền bị phạt tù"), "Điều 1. Người bán thuyền bị phạt tù"),
    "Korean in parts": (unicodedata.normalize("NFD", "제1조 배를 판 사람"), "제1조 배를 판 사람"),
    "Japanese voicing apart": (unicodedata.normalize("NFD", "ボートの売買"), "ボートの売買"),
    "Arabic forms of print": ("\ufe8d\ufedf\ufee4\ufe8e\ufea9\ufe93 (1)", "المادة (1)"),
    "Arabic drawn longer": ("قانـــون القوارب", "قانون القوارب"),
    "a dash behind an Arabic number": ("المادة 1ـ يعاقب", "المادة 1ـ يعاقب"),
    "ligatures": ("o\ufb00ence of \ufb01shing", "offence of fishing"),
    "hyphens of print": ("§ 14\u201143", "§ 14-43"),
    "a dash": ("pages 14–43", "pages 14–43"),
    "Bengali spells in parts": ("\u09a1\u09bc\u09be", "\u09a1\u09bc\u09be"),
    "Devanagari spells in parts": ("\u0915\u093c\u0932\u092e", "\u0915\u093c\u0932\u092e"),
}  # fmt: skip


@pytest.mark.parametrize("name", LETTERS)
def test_letters(name: str) -> None:
    written, meant = LETTERS[name]
    assert edited(written, letters(written)) == meant


def test_letters_are_told() -> None:
    assert "put together" in clean(unicodedata.normalize("NFD", "Điều 1")).repairs[0].why
    assert not clean("Điều 1").repairs


def test_damaged_twice() -> None:
    once = "Le marin est protégé et « vu »".encode().decode("cp1252")
    twice = once.encode().decode("cp1252")
    assert clean(once).text == clean(twice).text == "Le marin est protégé et « vu »"


APART = """Arrangement of Sections

Name

Sale

1.

2.

BARGE ACT

2

Name

1.
2016.

This Act may be cited as the Barge Act,

Sale

2.(1)
named in subsection (2)

A person who sells a hand by any of the means

(a)

in a market; or

(b)

on a barge,

commits an offence and is liable to imprisonment for six years.

3

(2)

The means are

(a)

(b)

(c)

force;

fraud; and

abuse of power.

A person who directs another person to sell a hand is guilty
(3)
of an offence and is liable to imprisonment for nine years.

4

In a prosecution under this section the consent of the hand who was sold

(4)
is no defence.

5

Shelter

3.
The Minister shall provide shelter to a hand.
"""


def test_numbers_stand_before_their_words() -> None:
    found = read("-", stdin=APART.encode())
    for line in (
        "1. This Act may be cited as the Barge Act,\n2016.",
        "2.(1) A person who sells a hand by any of the means\nnamed in subsection (2)",
        "(a) force;\n\n(b) fraud; and\n\n(c) abuse of power.",
        "(3) A person who directs another person to sell a hand is guilty\nof an offence",
        "(4) In a prosecution under this section the consent of the hand who was sold\nis no defence.",
        "3.\nThe Minister shall provide shelter to a hand.",
    ):
        assert line in found.text
    assert any("stood apart" in repair.why and "page number" in repair.why for repair in found.repairs)


def test_pages_that_end_with_a_form_feed() -> None:
    paged = APART.replace("\n\n3\n\n", "\n\n3\n\f").replace("\n\n5\n\n", "\n\n5\n\f")
    assert "(3) A person who directs another person" in read("-", stdin=paged.encode()).text


def test_no_word_is_lost() -> None:
    def words(text: str) -> list[str]:
        return sorted(word for word in text.replace("(", " (").split() if not word.isdecimal())

    assert words(read("-", stdin=APART.encode()).text) == words(APART)


@pytest.mark.parametrize(
    "text",
    [
        # numbers alone above their words, as many laws print them
        "ACT\n\n1.\n\nThis is the Kite Act.\n\n2.\n\nA kite flies.\n\n3.\n\nA string holds.\n\n4.\n\nIt ends.\n\n5.\n\nNow.\n",
        # the nested lists of a converter
        "# ACT\n\n1.\n    1. This is the Kite Act.\n    2. It binds\n        - all.\n2.\n    1. A kite flies in the\n3.\n    a. wind.\n    b. rain.\n4.\n    1. It ends.\n5.\n    1. Now.\n",
        # letters alone, each with its words
        "ACT\n\n1. A kite is\n\n(a)\n\ngreen;\n\n(b)\n\nred;\n\n(c)\n\nblue;\n\n(d)\n\nwhite.\n",
    ],
)
def test_numbers_that_stand_right_stay(text: str) -> None:
    assert not any("stood apart" in repair.why for repair in read("-", stdin=text.encode()).repairs)


PAGE = "<html><body><h1>BARGE ACT</h1><p>1. This Act may be cited as the Barge Act of the river and its canals.</p></body></html>"
PARTS = (
    'From: <Saved by a browser>\r\nSubject: Barge Act\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="B"\r\n'
    "\r\n--B\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n{page}\r\n"
    "--B\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw==\r\n--B--\r\n"
)


def test_a_page_saved_as_one_file() -> None:
    whole = PARTS.format(page=quopri.encodestring(PAGE.encode()).decode())
    found = read("-", stdin=whole.encode())
    assert found.text.split() == [
        "BARGE",
        "ACT",
        "1.",
        "This",
        "Act",
        "may",
        "be",
        "cited",
        "as",
        "the",
        "Barge",
        "Act",
        "of",
        "the",
        "river",
        "and",
        "its",
        "canals.",
    ]
    assert "1 other part(s) left aside" in found.repairs[0].why


def test_a_saved_page_without_words_is_refused() -> None:
    with pytest.raises(CtipError, match="CT103"):
        read("-", stdin=PARTS.replace("text/html", "image/gif").format(page="R0lGOD==").encode())


@pytest.mark.parametrize(
    "data",
    [
        b'export const sections = [\n {"num": "1", "text": "This Act may be cited as the Barge Act."}\n];\n',
        b"// the law\nconst law = `1. This Act may be cited as the Barge Act.`;\n",
        b"%!PS-Adobe-3.0\n(1. Name) show\n",
    ],
)
def test_programs_are_refused(data: bytes) -> None:
    with pytest.raises(CtipError, match="CT104"):
        read("-", stdin=data)


def test_a_page_in_a_field_of_json_is_no_page() -> None:
    found = read(
        "-",
        stdin=b'{"title": "Barge Act", "html": "<html><body><p>1. A barge floats.</p><p>2. It sinks.</p></body></html>"}',
    )
    assert '"' not in found.text
    assert "2. It sinks." in found.text


@pytest.mark.parametrize("heading", ["== 1. Name ==", "== 1. Name", "=== 1. Name ==="])
def test_headings_of_a_wiki(heading: str) -> None:
    found = read("-", stdin=f"{heading}\nThis is the Barge Act.\n".encode())
    assert found.text.startswith("1. Name\n")
    assert found.blocks[0].style.startswith("h")
