"""What consolidation puts into a text: inserted numbers, editors' notes, divisions that run on. All texts are invented."""

# ruff: noqa: E501 (tables of texts)
from __future__ import annotations

import pytest

from tests.structure.helpers import law, section

#: text -> the numbers of its units
NUMBERS: dict[str, tuple[str, list[str]]] = {
    "a chapter in the number": (
        'CHAPTER 31B. KITES\n\nSec. 31B.01. DEFINITIONS. (a) In this chapter:\n\n(1) "Kite" means a thing on a string.\n\nSec. 31B.02. CUTTING. (a) A person commits an offense if the person cuts a string.\n\nSec. 31B.05. HELP. A person who helps is guilty.\n',
        ["31B.01", "31B.02", "31B.05"],
    ),
    "a number behind a slash": (
        "Art. 33quater. Est puni celui qui coupe une ficelle.\n\nArt. 33quater/1. Est puni celui qui vend une ficelle.\n\nArt. 33quater/2. La tentative est punie.\n\nArt. 33quinquies. La peine est doublée la nuit.\n",
        ["33quater", "33quater/1", "33quater/2", "33quinquies"],
    ),
    "an insertion before an insertion": (
        "98 Kites\nA kite has a string.\n\n98AA Bells\nA bell has a tongue.\n\n98A Lamps\nA lamp has a wick.\n\n98B Clocks\nA clock has a hand.\n",
        ["98", "98AA", "98A", "98B"],
    ),
}


@pytest.mark.parametrize("case", NUMBERS)
def test_numbers(case: str) -> None:
    text, expected = NUMBERS[case]
    assert [unit.num for unit in law(text).sections()] == expected


#: Lines that say only which act changed the words.
HISTORY = [
    "Section 2(1)(e): replaced, on 4 April 2031, by section 3(1) of the Kite Amendment Act 2031 (2031 No 9).",
    "Heading: inserted, on 1 January 2028, by section 2 of the Kite Amendment Act 2027 (2027 No 93).",
    "(2)<L 2031-06-24/24, art. 5; En vigueur : 02-08-2031>",
    "[Subs. by Act No. 5 of 2031, s. 2]",
]


@pytest.mark.parametrize("line", HISTORY)
def test_notes_on_changes_are_no_law(line: str) -> None:
    found = law(
        f"1. Kites\n(1) A kite has a string.\n\n{line}\n\n2. Bells\nA bell has a tongue.\n\n{line}\n\n3. Lamps\nA lamp has a wick.\n"
    )
    assert [unit.num for unit in found.sections()] == ["1", "2", "3"]
    assert [left.kind for left in found.leftovers] == ["note", "note"]
    assert section(found, "2").text == "A bell has a tongue."


def test_words_that_amend_another_law_are_law() -> None:
    found = law("1. Change\nSection 9: the word “kite” is replaced by “bell”.\n\n2. Start\nThis Act begins in May.\n")
    assert not found.leftovers
    assert "Section 9" in section(found, "1").text


def test_a_divisions_heading_at_the_end_of_a_section_and_once_more() -> None:
    found = law(
        "Part I – Kites\n\n1. Strings\nA kite has a string. Part II – Bells of all kinds\n\n\nPart II\n\n2. Tongues\nA bell has a tongue.\n"
    )
    assert section(found, "1").text == "A kite has a string."
    assert [(clause.kind, clause.num, clause.heading) for clause in found.clauses] == [
        ("part", "I", "Kites"),
        ("part", "II", "Bells of all kinds"),
    ]


def test_divisions_inserted_with_a_latin_adverb_or_a_decimal() -> None:
    found = law(
        "TÍTULO VII\nDe las cometas\n\nArtículo 1.- Toda cometa tiene cuerda.\n\nTÍTULO VII bis\nDe las campanas\n\nArtículo 2.- Toda campana tiene badajo.\n\n"
        "TÍTULO VIII\nDe las lámparas\n\nArtículo 3.- Toda lámpara tiene mecha.\n"
    )
    assert [clause.num for clause in found.clauses] == ["VII", "VII bis", "VIII"]
    found = law(
        "PART XII\n\n1. Kites\nA kite has a string.\n\nPART XII.1 Bells\n\n2. Tongues\nA bell has a tongue.\n\nPART XIII\n\n3. Lamps\nA lamp has a wick.\n"
    )
    assert [(clause.num, clause.heading) for clause in found.clauses] == [("XII", ""), ("XII.1", "Bells"), ("XIII", "")]


def test_an_editors_note_is_no_part_of_a_divisions_heading() -> None:
    found = law(
        "PART IA – Bells [Part IA inserted by section 3 of Act 16 of 2032]\n\n1. Tongues\nA bell has a tongue.\n\n2. Ropes\nA bell has a rope.\n"
    )
    assert [clause.heading for clause in found.clauses] == ["Bells"]


#: text of a section -> numbers of its subsections
SUBSECTIONS = {
    "behind an editor's bracket": (
        "1. Kites\n(1) A person shall not cut the string of a kite that is flown by another. [subsection (1) substituted by section 3 of Act 9 of 2031] (2) A court may order a new string.\n",
        ["1", "2"],
    ),
    "in an editor's bracket": (
        "1. Kites\n(1) A person shall not cut a string.\n[(2) A court may order a new string.]\n1[(3) A kite may be kept.]\n",
        ["1", "2", "3"],
    ),
    "with the sign of the paragraph": (
        "Art. 1. § 1er. Est puni celui qui coupe une ficelle.\n§ 2. La peine est doublée la nuit.\n[[3] § 3. Le juge peut ordonner une ficelle neuve.][3]\n",
        ["1", "2", "3"],
    ),
    "a doubled letter is an insertion": (
        "1. Kites\nA person shall not-\n(a) cut a string;\n(f) drop a kite;\n(ff) sell a kite;\n(g) burn a kite.\n",
        ["a", "f", "ff", "g"],
    ),
}


@pytest.mark.parametrize("case", SUBSECTIONS)
def test_subsections(case: str) -> None:
    text, expected = SUBSECTIONS[case]
    assert [
        child.num for child in section(law(text + "\nArt. 2. Fin.\n" if text.startswith("Art") else text), "1").children
    ] == expected


def test_terms_in_italics_are_definitions() -> None:
    found = law(
        "# Kite Act\n\n## 1 Terms\n\nIn this Act---\n\n_act of cutting_ includes tearing\n\n_kite_ means a thing on a string\n\n## 2 Links\n\nSee [section 1][12] of this Act.\n\n[12]: https://example.org/1\n"
    )
    assert [child.kind for child in section(found, "1").children] == ["definition", "definition"]
    assert section(found, "2").text == "See section 1 of this Act."
    assert [left.kind for left in found.leftovers] == ["note"]
