"""What a count of numbers counts: the law's units, or the items of a list. All texts are invented."""

# ruff: noqa: E501 (tables of texts)
from __future__ import annotations

import pytest

from tests.structure.helpers import law, numbers, section


def _items(count: int, end: str = ".", indent: str = "") -> str:
    return "\n".join(f"{indent}{n}. The keeping of the boats of pier {n}{end}" for n in range(1, count + 1))


def _wrapped(count: int) -> str:
    return "\n".join(f"{n}. the keeping of the\nBoats of Pier One." for n in range(1, count + 1))


_HEAD = "PIER BOARD ACT\n\n1. The Board is a body of the city.\n\n"
#: kind -> a law with a list that has more numbers than the law, and the law's numbers.
LISTS = {
    "a list longer than the law, set in": (f"{_HEAD}2. The Board has these duties:\n{_items(14, '.', '    ')}\n\n3. The Board meets each month.\n\n4. The Board has a clerk.\n\n5. This Act begins in May.\n", 5),
    "the same, not set in": (f"{_HEAD}2. The Board has these duties:\n{_items(14)}\n\n3. The Board meets each month.\n\n4. The Board has a clerk.\n\n5. This Act begins in May.\n", 5),
    "without points": (f"{_HEAD}2. The Board has these duties:\n{_items(14, '')}\n\n3. The Board meets each month.\n\n4. The Board has a clerk.\n", 4),
    "a list as long as the number of its section": (f"{_HEAD}2. The Board has these duties:\n{_items(2)}\n3. The Board meets each month.\n4. The Board has a clerk.\n5. This Act begins in May.\n", 5),
    "two lists": (f"{_HEAD}2. The Board has these duties:\n{_items(9, ';')}\n\n3. The clerk has these duties:\n{_items(11, ';')}\n\n4. This Act begins in May.\n", 4),
    "items of two lines, the second like a heading but for its point": (f"{_HEAD}2. The Board has these duties:\n{_wrapped(14)}\n\n3. The Board meets each month.\n\n4. The Board has a clerk.\n", 4),
    "a list in a law of two sections": (f"PIER BOARD ACT\n\n1. The Board has these duties:\n{_items(14)}\n\n2. The Board meets each month.\n", 2),
    "no list: the words of enactment end with a colon": ("PIER ACT\n\nThe House of the island enacts as follows:\n\n1. Piers are kept.\n\n2. A keeper keeps a book.\n\n3. A person who breaks a pier commits an offence.\n", 3),
}  # fmt: skip


@pytest.mark.parametrize("kind", LISTS)
def test_the_items_of_a_list_are_no_sections(kind: str) -> None:
    text, last = LISTS[kind]
    assert numbers(text) == [str(n) for n in range(1, last + 1)]


#: kind -> the text and the numbers of its units.
COUNTS = {
    "decimals below the word for articles": (
        "PIER RULES\n\n" + "\n".join(f"Article {n}\n{n}.1 A keeper keeps book {n}.\n{n}.2 The book is open.\n{n}.2.1 It is blue.\n{n}.3 It is kept." for n in range(1, 6)) + "\n",
        ["1", "2", "3", "4", "5"],
    ),
    "the first decimal in the section's own line": (
        "PIER RULES\n\n" + "\n\n".join(f"{n}. {n}.1 A keeper keeps book {n} in the house by the pier.\n{n}.2 The book is open to all who ask for it.\n{n}.3 It is kept for five years." for n in range(1, 7)) + "\n",
        ["1", "2", "3", "4", "5", "6"],
    ),
    "a list of contents by number, sections by word": (
        "PIER ACT\n\nARRANGEMENT OF SECTIONS\n\n1. Name\n2. Keepers\n3. Offence\n\nSection 1\nName\nThis Act may be cited as the Pier Act.\n\nSection 2\nKeepers\nThere shall be a keeper.\n\nSection 3\nOffence\nA person who breaks a pier commits an offence.\n",
        ["1", "2", "3"],
    ),
    "a heading that a contents list may have too": (
        "PIER ACT\n\n1. This Act may be cited as the Pier Act.\n\nAnalysis\n\n2. An inspector may take a sample of the water.\n\n3. A person who breaks a pier commits an offence.\n\n4. The Minister may make rules.\n",
        ["1", "2", "3", "4"],
    ),
    "a heading Schedule between sections": (
        "PIER ACT\n\n1. This Act may be cited as the Pier Act.\n\n2. A pier is a landing place.\n\nSchedule\n\n3. The Minister may amend the list of piers.\n\n4. A person who breaks a pier commits an offence.\n\n5. The Act begins in May.\n\n6. The clerk is paid.\n",
        ["1", "2", "3", "4", "5", "6"],
    ),
    "the last section of a reprint, far behind": (
        "PIER ACT\n\n" + "\n\n".join(f"Section {n}\nA keeper keeps book {n}." for n in range(1, 8)) + "\n\nSection 62\nThis Act begins in May.\n",
        ["1", "2", "3", "4", "5", "6", "7", "62"],
    ),
    "five sections put in between by decimals": (
        "PIER ACT\n\n" + "\n\n".join(f"{n} Keepers\nA keeper keeps a book of pier {n}." for n in ("82", "82.2", "82.3", "82.31", "82.32", "82.4", "83")) + "\n",
        ["82", "82.2", "82.3", "82.31", "82.32", "82.4", "83"],
    ),
    "a list that no colon announces, below a section that was put in": (
        f"{_HEAD}2. The Board has a clerk.\n\n2A. The Board has a keeper.\n\n2B. The keeper of the pier keeps books on\n{_items(6)}\n\n3. The Board meets each month.\n\n4. This Act begins in May.\n",
        ["1", "2", "2A", "2B", "3", "4"],
    ),
    "letters of a code": (
        "NRS 200.901  Definitions.  A pier is a landing place.\n\nNRS 200.902  Keepers.  A keeper keeps a book.\n\nNRS 200.905  Penalty.\n1.  A person who breaks a pier is guilty of a felony.\n2.  The court shall hear the keeper.\n",
        ["200.901", "200.902", "200.905"],
    ),
    "a dash and a word of one letter": (
        "PIER LAW\n\nArt. 10 - A pier is a landing place.\nArt. 10/1 - A raft is a pier.\nArt. 11 - A person who breaks a pier shall be punished.\n",
        ["10", "10/1", "11"],
    ),
    "small letters behind a point and a slash": ("ZAKON O MOLU\n\nČlanak 1.\nMol je mjesto.\n\nČlanak 1.a\nBrod je plovilo.\n\nČlanak 2/b\nVlasnik vodi knjigu.\n\nČlanak 3.\nKazna je zatvor.\n", ["1", "1.a", "2/b", "3"]),
    "Greek capitals": ("ΝΟΜΟΣ ΠΕΡΙ ΑΠΟΒΑΘΡΩΝ\n\nΆρθρο 1\nΗ αποβάθρα είναι τόπος.\n\nΆρθρο 1Α\nΟ φύλακας τηρεί βιβλίο.\n\nΆρθρο 2\nΟ νόμος ισχύει.\n", ["1", "1Α", "2"]),
    "a letter apart at the end of its line": ("LAG OM BRYGGOR\n\nSection 190\nBryggan är öppen.\n\nSection 190 a\nÄgaren för bok.\n\nSection 191\nDen som förstör en brygga döms.\n", ["190", "190 a", "191"]),
    "lines that begin units and differ in their number only": (
        "CODE DES QUAIS\n\n" + "\n".join(f"Article 25-{n} - (inséré par la loi n° 41 du 18 mars 2041)\nLe quai numéro {n} est ouvert aux bateaux.\n" for n in range(1, 6)),
        ["25-1", "25-2", "25-3", "25-4", "25-5"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", COUNTS)
def test_counts(kind: str) -> None:
    text, expected = COUNTS[kind]
    assert numbers(text) == expected


def _with_word(word: str) -> str:
    return "PIER LAW 2041\n\n" + "\n\n".join(f"{word} {n}. Pier\nBoat water pier keeper harbour river." for n in range(1, 6)) + "\n"


@pytest.mark.parametrize("word", ["Tikina", "Qodobka", "Andininy", "Clause", "సెక్షన్", "ماددەی", "Кадам"])
def test_a_word_that_no_profile_knows_is_learned_and_told(word: str) -> None:
    found = law(_with_word(word))
    assert [unit.num for unit in found.sections()] == ["1", "2", "3", "4", "5"]
    assert any(word in repair.why for repair in found.repairs)
    assert "CT206" in [caution.code for caution in found.warnings]


#: Words before numbers that do not count units.
NOT_LEARNED = {
    "a word that counts to two": "PIER LETTER\n\nPlease look at\nBox 1. Rope and tar.\n\nBox 2. Nails and oil.\n\nand write to us.\n",
    "numbers that do not count on": "PIER LETTER\n\nPier 9. Rope and tar.\n\nPier 4. Nails and oil.\n\nPier 77. Sails.\n",
    "divisions without units": "PIER BOOK\n\nChapter 1. Rope\nRope is long.\n\nChapter 2. Tar\nTar is black.\n\nChapter 3. Oil\nOil is dear.\n",
}  # fmt: skip


@pytest.mark.parametrize("kind", NOT_LEARNED)
def test_other_words_are_not_learned(kind: str) -> None:
    assert numbers(NOT_LEARNED[kind]) == []


def test_a_known_word_is_never_displaced() -> None:
    text = "PIER LAW\n\nArticle 1. Piers\nBoat 1. Red.\nBoat 2. Blue.\nBoat 3. Green.\nBoat 4. Grey.\n\nArticle 2. Keepers\nA keeper keeps a book.\n"
    assert numbers(text) == ["1", "2"]
    first = section(law(text), "1")
    assert "Boat 4. Grey." in text[first.start : first.end]


def test_names_with_a_capital_i_are_no_misprints() -> None:
    text = "PIER ACT\n\nl. Name\nA keeper is Iiable.\n\n2. Place\nA person in Iowa or on Iona is Iiable too, and a Iandlord who is no landlord.\n\n3. Rule\nA rule.\n"
    found = law(text)
    for words in ("in Iowa or", "on Iona is", "is liable.", "a landlord who"):
        assert words in found.text


def test_an_extract_that_begins_at_some_article_lost_nothing() -> None:
    found = law("LOI n° 2041-7 relative aux bacs\n\nArticle 7\nLe bac est vert.\n\nArticle 22\nLe bac est rouge.\n\nArticle 23\nLe bac est lent.\n")
    assert [unit.num for unit in found.sections()] == ["7", "22", "23"]
    assert "CT204" not in [caution.code for caution in found.warnings]


def test_a_title_ends_before_the_next_number() -> None:
    assert law("1. This Act may be cited as the Pier Act.\n2. A keeper keeps a book.\n3. It begins.\n").title == "Pier Act"


CHAPTERS = """LEY 17
DE LAS BARCAS DE NOCHE

ÍNDICE

Capítulo I{stop} Barcas (artículos 1º y 2º)
Capítulo II{stop} Lámparas (artículos 3º a 5)

CAPÍTULO I
BARCAS

Artículo 1º. (Objeto).- La presente ley ordena las barcas.

Artículo 2º. (Conceptos).- A los efectos de esta ley se entiende por:

A) Barca: todo lo que flota y lleva gente.

B) Lámpara: lo que alumbra.

CAPÍTULO II
LÁMPARAS

Artículo 3º. (Luces).- {long}

Artículo 4º. (Horas).- La lámpara arde de noche.

Artículo 5º. (Fin).- La ley rige desde mayo.
"""


@pytest.mark.parametrize("stop", [".", "", ":"])
def test_a_contents_list_of_chapters_alone_ends_where_the_first_begins(stop: str) -> None:
    long = "El barquero enciende la lámpara de popa y la de proa antes de la noche y no la apaga. " * 5
    assert numbers(CHAPTERS.format(stop=stop, long=long)) == ["1", "2", "3", "4", "5"]
