"""What is repealed and still stands in the file. All texts are invented."""

# ruff: noqa: E501 (tables of texts)
from __future__ import annotations

import pytest

from ctip_law.structure.repeal import says_repealed
from tests.structure.helpers import law, section

#: Words of a provision, and whether they say that it is repealed and nothing else.
SAID = [
    ("[Repealed by Act 7 of 2031.]", True),
    ("... [S 12 repealed by s 3 of Act 7 of 2031.]", True),
    ("“kite” ... [“kite” repealed by s 3 of Act 7 of 2031.]", True),
    ("Repealed by Act No. 7 of 2031, s. 3.", True),
    ("(Deleted)", True),
    ("* * * [Omitted by Ordinance No. 5 of 2030]", True),
    ("Derogado por la Ley 7 de 2031.", True),
    ("(Suprimida)", True),
    ("Abrogé par la loi n° 7 du 2 mai 2031.", True),
    ("Dihapus.", True),
    ("Dimansuhkan.", True),
    ("", False),
    ("…", False),  # an amending act's sign for words that stay
    ("A kite that was flown before the repealed Act is a kite. [S 12 amended by s 3 of Act 7 of 2031.]", False),
    ("The Kite Act 1990 is repealed.", False),
    ("Repealed laws stay in force for kites flown before 2031.", False),
    ("A repealed permit is given back.", False),
    ("[Section 12 was inserted by Act 7 of 2031.]", False),
]


@pytest.mark.parametrize(("words", "repealed"), SAID)
def test_words_that_repeal(words: str, repealed: bool) -> None:
    assert says_repealed(words) is repealed


_CHAPTERS = (
    "CHAPTER 1\nKITES\n\n1. Strings\nA kite has a string.\n\n2. Tails\n… [S 2 repealed by s 4 of Act 7 of 2031.]\n\n"
    "3. Flying\n(1) A kite may be flown by day.\n(2) … [S 3(2) repealed by s 4 of Act 7 of 2031.]\n\n"
    "CHAPTER 2\n[Chapter 2 repealed by s 5 of Act 7 of 2031.]\n\n4. ...\n\n5. Bells\nA bell is rung.\n\n"
    "CHAPTER 3\nEND\n\n6. Commencement\nThis Act begins in May.\n"
)


def test_a_repealed_chapter_takes_its_sections_with_it() -> None:
    found = law(_CHAPTERS)
    flags = {unit.num: unit.flags for unit in found.sections()}
    assert flags == {"1": (), "2": ("repealed",), "3": (), "4": ("repealed",), "5": ("repealed",), "6": ()}
    assert [clause.flags for clause in found.clauses] == [(), ("repealed",), ()]


def test_a_note_beside_the_heading_repeals_the_chapter_that_it_names() -> None:
    titled = _CHAPTERS.replace("CHAPTER 2\n[", "CHAPTER 2\nBELLS\n[")
    assert [clause.flags for clause in law(titled).clauses] == [(), ("repealed",), ()]
    other = titled.replace("[Chapter 2 repealed", "[Chapter 9 repealed")
    assert [clause.flags for clause in law(other).clauses] == [(), (), ()]


def test_a_repealed_subsection_alone() -> None:
    assert [child.flags for child in section(law(_CHAPTERS), "3").children] == [(), ("repealed",)]


def test_a_note_on_an_item_does_not_repeal_the_section() -> None:
    found = law("1. Kites\nA person shall not-\n(a) cut it;\n(b) drop it.\n[(c) Repealed by Act 7 of 2031.]\n")
    assert section(found, "1").flags == ()


def test_a_repealed_chapter_whose_end_is_not_known_takes_nothing_with_it() -> None:
    found = law(_CHAPTERS.replace("CHAPTER 3\nEND", "CHAPTER 5\nEND"))
    assert section(found, "5").flags == ()


_WORDS = "A boat floats on the water and on the sea of the island."
_NOTED = {
    "a chapter, above": ("[Chapter 2 repealed by Act 9 of 2033.]\n\nCHAPTER 2\nSAILS\n\n2. Sails\n{w}\n\n3. Masts\n{w}\n\nCHAPTER 3\nANCHORS\n\n4. Anchors\n{w}\n", ["2", "3"]),
    "a chapter, below": ("CHAPTER 2\nSAILS\n\n2. Sails\n{w}\n\n3. Masts\n{w}\n[Chapter 2 repealed by Act 9 of 2033.]\n\nCHAPTER 3\nANCHORS\n\n4. Anchors\n{w}\n", ["2", "3"]),
    "a section, above": ("[Section 2 repealed by Act 9 of 2033.]\n2. Sails\n{w}\n\n3. Masts\n{w}\n\n4. Anchors\n{w}\n", ["2"]),
    "a section, below": ("2. Sails\n{w}\n[Section 2 repealed by Act 9 of 2033.]\n\n3. Masts\n{w}\n\n4. Anchors\n{w}\n", ["2"]),
    "unnamed, below": ("2. Sails\n{w}\n[Repealed by Act 9 of 2033.]\n\n3. Masts\n{w}\n\n4. Anchors\n{w}\n", ["2"]),
    "unnamed, at the end of the file": ("2. Sails\n{w}\n\n3. Masts\n{w}\n\n4. Anchors\n{w}\n[Repealed by Act 9 of 2033.]", ["4"]),
    "unnamed, in a line with more words": ("2. Sails\n{w}\n\n3. Masts\n{w}\n\n4. Anchors\n{w}\n[Repealed by Act 9 of 2033.] {w}", []),
    "only a subsection": ("2. Sails\n(1) {w}\n(2) {w}\n[Subsection (2) repealed by Act 9 of 2033.]\n\n3. Masts\n{w}\n\n4. Anchors\n{w}\n", []),
    "another law": ("2. Sails\n{w}\nThe Sails Act 1990 is repealed by this Act.\n\n3. Masts\n{w}\n\n4. Anchors\n{w}\n", []),
    "another section far off": ("2. Sails\n{w}\n\n3. Masts\n" + "{w}\n" * 8 + "[Section 2 repealed by Act 9 of 2033.]\n\n4. Anchors\n{w}\n", []),
}  # fmt: skip


@pytest.mark.parametrize("case", _NOTED)
def test_words_that_still_stand_under_a_note(case: str) -> None:
    text, repealed = _NOTED[case]
    found = law("BOATS ACT 2031\n\n1. Short title\nThis is the Boats Act of the island.\n\n" + text.replace("{w}", _WORDS))
    assert [unit.num for unit in found.sections()] == ["1", "2", "3", "4"]
    assert [unit.num for unit in found.sections() if "repealed" in unit.flags] == repealed
