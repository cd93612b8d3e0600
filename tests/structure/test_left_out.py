"""Numbers that stand where no line begins, begin lines that they do not count, or leave others out. Invented texts."""

from __future__ import annotations

import pytest

from ctip_law.structure.chain import WINDOW
from tests.structure.helpers import law, numbers, section

LAW = """LEY DE BARCAS

ARTICULO 1º- La barca es verde y el farero la cuida por las noches.

{}ARTICULO 2º- La barca es roja y nadie la cuida.

ARTICULO 3º- La barca es lenta.
"""


def test_an_article_behind_an_editors_note_begins_one() -> None:
    note = "*(Artículo sustituido por el decreto de barcas 12 del año 2031.)*"
    assert numbers(LAW.format(note)) == ["1", "2", "3"]
    # what only cites the article in the midst of a sentence begins none
    assert numbers(LAW.format(note).replace("*ARTICULO 2º- La", "* y el ARTICULO 2 la")) == ["1", "3"]


BILL = """KITE BILL
BE IT ENACTED
566.223. 1. A person who flies a kite over the harbour shall hold it by a string,
2 and whoever helps the person shall hold the string as well, in any wind
3 that blows from the sea.
4 2. A string is long enough
5 where the keeper of the pier says so, and the keeper shall measure it with a
6 rod, whatever the person says of it.
KITE BILL 2
7 3. The keeper of the pier shall write into a book
8 whose kite it was, and who held the string, and
9 shall show the book to an officer, who may
10 copy it. A keeper who does not
11 show the book, or who tears a leaf from
12 it, or lets
13 (1) A child fly a kite in the dark; or
14 (2) A guest fly one in the rain
15 pays for the string.
"""


def test_the_numbers_of_a_bills_lines_count_no_units() -> None:
    found = law(BILL)
    assert [one.num for one in found.sections()] == ["566.223"]
    (only,) = found.sections()
    assert [child.num for child in only.children] == ["1", "2", "3"]
    assert "harbour shall hold it by a string, and whoever helps" in " ".join(only.children[0].text.split())
    assert found.coverage.unplaced == 0


def test_few_numbered_lines_are_items() -> None:
    items = "1 red things on\n2 blue things on\n3 green things on strings."
    short = f"KITE ACT\n\n1. Kites\nThese are kites:\n{items}\n\n2. End\nIt ends."
    assert "2 blue things" in section(law(short), "1").text


CODE = """{first} Definitions.

As used in this chapter:1.

“Kite” means a thing on a string. 2.

“String” means what holds a kite. 3.

“Wind” means air that moves.

{second} Kite cutting.

1. A person who cuts a string commits a felony.
2. A person who helps commits the same.

{third} Seizure.

1. A kite may be seized.
"""


def test_plain_numbers_count_within_sections_that_are_numbered_with_their_chapter() -> None:
    three = {"first": "710A.1", "second": "710A.2", "third": "710A.3"}
    assert numbers(CODE.format(**three)) == ["710A.1", "710A.2", "710A.3"]
    # two are not enough: they may be citations that begin a line
    assert "710A.2" not in numbers(CODE.format(**{**three, "second": "Then", "third": "710A.2"}))


TITLED = """{0}. Definitions.

In this chapter:

1. “Kite” means a thing on a string.

2. “String” means:

a. What holds a kite; or

b. What a kite holds.

3. “Wind” means air that moves.

{1}. Kite cutting.

1. A person who cuts a string commits a felony.

2. A person who helps commits the same.

{2}. Seizure.

1. A kite may be seized.
"""


def test_plain_numbers_count_within_sections_numbered_with_their_title_and_chapter() -> None:
    """The third definition is followed by section 3.1-2-02, as section 4 would be by section 4.1."""
    three = ("3.1-2-01", "3.1-2-02", "3.1-2-03")
    found = law(TITLED.format(*three))
    assert [one.num for one in found.sections()] == list(three)
    assert [one.num for one in section(found, "3.1-2-02").children] == ["1", "2"]
    # two such numbers are dates or citations
    assert "1" in numbers(TITLED.format("3.1-2-01", "3.1-2-02", "Seizure"))


CONTENTS = """LEY DE COMETAS

ÍNDICE
Título I    Disposiciones primeras {lead} Arts. 1 y 2
Título II   De las faltas {lead} Arts. 3 y 4

TÍTULO I
DISPOSICIONES PRIMERAS

Objeto
Art. 1.- La presente ley trata de las cometas y de los
hilos que las sujetan.

Términos
Art. 2.- En esta ley se entiende por:

{terms}

TÍTULO II
DE LAS FALTAS

Corte
Art. 3.- El que corte un hilo comete una falta.

Ayuda
Art. 4.- El que ayude la comete también.
"""
TERMS = "\n".join(f"{letter}) pieza {letter}: una parte de la cometa" for letter in "abcdefghijklmnopqr")


@pytest.mark.parametrize("lead", [".................", ". . . . . . .", "………"])
def test_a_list_of_parts_alone_ends_where_the_first_part_begins(lead: str) -> None:
    assert numbers(CONTENTS.format(lead=lead, terms=TERMS)) == ["1", "2", "3", "4"]


def _extract(*numbers: int) -> str:
    keepers = "".join(f"{n}. Keepers of pier {n}\nThe keeper of pier {n} keeps a book.\n\n" for n in numbers)
    return f"PIER CODE\n\n{keepers}"


def test_an_extract_that_leaves_out_much_twice_may_end_with_a_section_far_behind() -> None:
    far = 20 + WINDOW + 1
    last = (9 * far, 9 * far + 1)
    whole = (1, 2, 3, 4, far, far + 1, far + 2, 4 * far, 4 * far + 1, 4 * far + 2, *last)
    assert numbers(_extract(*whole)) == [str(n) for n in whole]
    once = (1, 2, 3, 4, 5, 6, 7, *last)
    assert numbers(_extract(*once)) == [str(n) for n in once[:-2]]
