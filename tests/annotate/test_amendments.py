"""Amending instructions, read from clauses written for these tests."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctip_law.annotate.amendments import amendments
from ctip_law.annotate.instructions import Amendments
from ctip_law.read import read
from ctip_law.structure import structure

HEAD = "GARDENS (AMENDMENT) ACT\n\n1. Short title\nThis Act may be cited as the Gardens (Amendment) Act 2020.\n\n2. Amendment\n"


def orders(clause: str, lang: str = "en") -> Amendments:
    """What is read of an act with a short title and this clause."""
    return amendments(structure(read("-", stdin=(HEAD + clause + "\n").encode(), lang=lang)))


#: clause -> the instructions as `describe` prints them
READ = [
    # Westminster
    ("Section 5 of the principal Act is amended by substituting for the word “may” the word “shall”.",
     ["substitute in section 5 “may” by “shall”"]),
    ("Section 5 is amended by substituting for the words “ten years”, wherever appearing, the words “twelve years”.",
     ["substitute in section 5 “ten years” by “twelve years” everywhere"]),
    ("Subsection 6(2) of the principal Act is amended by deleting paragraph (c).",
     ["repeal section 6(2)(c)"]),
    ("Section 8 is amended by inserting after subsection (2) the following subsection:\n\n“(2A) A gate stays open.”.",
     ["insert after section 8(2): “(2A) A gate stays open.”"]),
    ("The principal Act is amended by substituting for section 9 the following section:\n\n“9. A gate stays shut.”.",
     ["substitute section 9: “9. A gate stays shut.”"]),
    ("Section 4 is amended by deleting the words “red” and the words “or blue”.",
     ["delete in section 4 “red”", "delete in section 4 “or blue”"]),
    ("Subsection 7(1) is amended by deleting the word “and” appearing at the end of paragraph (j).",
     ["delete in section 7(1)(j) “and”"]),
    ("Section 11 is amended by renumbering that section as subsection (1).",
     ["renumber section 11 as subsection (1)"]),
    ("The principal Act is amended in section 2 by substituting for the full stop at the end of the definition of “tree” "
     "a semicolon and inserting after that definition the following definition:\n\n‘ “vine” means a plant that climbs.’.",
     ["substitute in section 2, definition of “tree” “.” by “;”",
      "insert after section 2, definition of “tree”: ““vine” means a plant that climbs.”"]),
    ("Section 3 of the principal Act is repealed.", ["repeal section 3"]),
    ("Sections 3 and 5 of the principal Act are repealed.", ["repeal section 3, section 5"]),
    ("Subparagraph 51(3)(a)(i) is amended by substituting for the words “two” the words “three”.",
     ["substitute in section 51(3)(a)(i) “two” by “three”"]),
    ("Section 14 is amended, in the shoulder note, by inserting after the word “hedges” the words “or walls”.",
     ["insert in heading of section 14 after “hedges” “or walls”"]),
    # codes: the number is read whole, and a range is none
    ("Section 20A.02 of the Code is repealed.", ["repeal section 20A.02"]),
    ("Section 22-1832 of the Code is repealed.", ["repeal section 22-1832"]),
    ("Sections 22-1832 and 22-1834 of the Code are repealed.", ["repeal section 22-1832, section 22-1834"]),
    ("Section 12-1 of the Code is repealed.", ["repeal section 12-1"]),
    ("Section 7.02 of the Code is repealed.", ["repeal section 7.02"]),
    ("The Code is amended by inserting, after section 20A.02, the following section:\n\n“20A.02A. A wall is low.”.",
     ["insert after section 20A.02: “20A.02A. A wall is low.”"]),
    # Ireland
    ("The Gardens Act 1999 is amended by inserting the following section after section 4:\n\n“4A. A wall is low.”.",
     ["insert after section 4: “4A. A wall is low.”"]),
    ("Section 1 is amended by substituting the following definition for the definition of “wall”:\n\n“ ‘wall’ means brick;”.",
     ["substitute section 1, definition of “wall”: “‘wall’ means brick;”"]),
    ("The Act is amended by the substitution of the following section for section 6:\n\n“6. A pond is deep.”.",
     ["substitute section 6: “6. A pond is deep.”"]),
    ("Section 19 is amended by substituting “eight” for “seven”.", ["substitute in section 19 “seven” by “eight”"]),
    # Canada
    ("Subsection 12(2) of the Gardens Act is replaced by the following:\n(2) A pond is shallow.",
     ["substitute section 12(2): “(2) A pond is shallow.”"]),
    ("The Act is amended by adding the following after section 27:\n27.1 Ponds\nA pond is round.",
     ["insert after section 27: “27.1 Ponds A pond is round.”"]),
    ("Subsection 4(2) of the Act is amended by striking out “and” at the end of paragraph (a), by adding “and” at the end "
     "of paragraph (b) and by adding the following after paragraph (b):\n(c) a pond.",
     ["delete in section 4(2)(a) “and”", "insert in section 4(2)(b) at the end “and”",
      "insert after section 4(2)(b): “(c) a pond.”"]),
    ("Section 7 of the Act is repealed.", ["repeal section 7"]),
    # South Asia and Singapore
    ("In section 5, for the words “one month”, the words “two months” shall be substituted.",
     ["substitute in section 5 “one month” by “two months”"]),
    ("After section 5, the following section shall be inserted, namely:—\n“5A. A bench is wooden.”.",
     ["insert after section 5: “5A. A bench is wooden.”"]),
    ("Section 45 of the principal enactment is hereby amended in subsection (6) thereof, by the repeal of paragraph (a) of "
     "that subsection.", ["repeal section 45(6)(a)"]),
    ("Section 4 of the Act is amended by deleting the words “oak” in subsection (2) and substituting the words “elm”.",
     ["substitute in section 4(2) “oak” by “elm”"]),
    # United Kingdom
    ("In section 7(2), for “a hedge” substitute “any hedge”.", ["substitute in section 7(2) “a hedge” by “any hedge”"]),
    ("Section 4 is amended by substituting for the words ‘the keepers’ book’ the words ‘the book’.",
     ["substitute in section 4 “the keepers’ book” by “the book”"]),
    ("Section 4 is amended by substituting for the words “the ‘red’ gate” the words “the gate”.",
     ["substitute in section 4 “the ‘red’ gate” by “the gate”"]),
    ("In section 7, after “hedge” insert “or fence”.", ["insert in section 7 after “hedge” “or fence”"]),
    ("In section 7, omit the definition of “moat”.", ["repeal section 7, definition of “moat”"]),
]  # fmt: skip


@pytest.mark.parametrize(("clause", "expected"), READ, ids=[clause[:60] for clause, _ in READ])
def test_instructions_are_read(clause: str, expected: list[str]) -> None:
    from ctip_law.annotate.instructions import describe

    made = orders(clause)
    assert [describe(one) for one in made.instructions] == expected


#: Clauses that order nothing, however much they sound like it.
SILENT = [
    "A person may insert a key after the gate is shut.",
    "This Act comes into operation on a day to be fixed, and different days may be fixed for different sections.",
    "Orders made under the amended Act before this day continue until they are revoked or amended.",
    "In this Act “the principal Act” means the Gardens Act 1999.",
    "A trial begun before this day goes on as if the principal Act had not been amended.",
]


@pytest.mark.parametrize("clause", SILENT)
def test_what_orders_nothing_is_not_told(clause: str) -> None:
    made = orders(clause)
    assert (made.instructions, made.unread) == ((), ())


#: Clauses that order something which is not understood, and why.
UNREAD = [
    ("Section 5 is amended by substituting for the words “may the word “shall", "a quotation is not closed"),
    ("Section 5 is amended in such manner that “shall” stands in it.", "its wording is not known"),
    ("Section 5 is amended by substituting for the words from may to stay of the words shall go.", "its wording is not known"),
    ("If section 3 of the Ponds Act comes into force first, section 5 of the Gardens Act is repealed.",
     "it depends on another law coming into force"),
    ("Section 1 of this Act is repealed.", "it amends the amending act itself"),
]  # fmt: skip


@pytest.mark.parametrize(("clause", "why"), UNREAD, ids=[clause[:50] for clause, _ in UNREAD])
def test_what_is_not_understood_is_told_with_its_place(clause: str, why: str) -> None:
    made = orders(clause)
    assert made.instructions == ()
    assert [one.why for one in made.unread] == [why]
    text = HEAD + clause
    assert text[made.unread[0].start : made.unread[0].end].split()[:3] == clause.split()[:3]
    assert made.unread[0].num == "2"


def test_a_list_gives_each_item_what_stands_above_it() -> None:
    made = orders(
        "Section 14 of the principal Act is amended—\n\n(a) by deleting paragraph (b);\n\n(b) in subsection (3)—\n\n"
        "(i) by substituting for the word “oak” the word “elm”; and\n\n(ii) by inserting after paragraph (c) the following "
        "paragraphs:\n\n“(d) a pond; and\n\n(e) a wall.”; and\n\n(c) by deleting subsection (4)."
    )
    assert [f"{one.num} {one.kind} {one.target}" for one in made.instructions] == [
        "2(a) repeal section 14(b)",
        "2(b)(i) substitute section 14(3)",
        "2(b)(ii) insert section 14(3)(c)",
        "2(c) repeal section 14(4)",
    ]
    assert made.unread == ()
    assert made.instructions[2].new == "(d) a pond; and\n\n(e) a wall."


def test_items_in_one_line_are_items_too() -> None:
    made = orders("Section 4 is amended— (a) by deleting “red”; and (b) in paragraph (c), by deleting “blue”.")
    assert [(one.num, one.target, one.old) for one in made.instructions] == [
        ("2(a)", "section 4", "red"),
        ("2(b)", "section 4(c)", "blue"),
    ]


def test_as_follows_reaches_the_items_beside_it() -> None:
    made = orders("(1) Section 6 of the Gardens Act 1999 is amended as follows.\n(2) In subsection (3), omit “red”.")
    assert [one.target for one in made.instructions] == ["section 6(3)"]


def test_the_law_that_is_amended_is_named() -> None:
    made = orders(
        "The Gardens Act 1999, which is referred to as the “principal Act” in this Act, is amended in section 2 by deleting "
        "“red”.\n\n3. Next\nSection 3 of the principal Act is repealed.\n\n4. Other\nSection 9 of the Ponds Act 2001 is repealed."
    )
    assert [one.act for one in made.instructions] == ["Gardens Act 1999", "Gardens Act 1999", "Ponds Act 2001"]
    assert made.act == "Gardens Act 1999"
    assert made.amends


def test_the_principal_act_may_be_defined() -> None:
    made = orders(
        "In this Act “the principal Act” means the Gardens Act 1999.\n\n3. Gates\nSection 3 of the principal Act is repealed."
    )
    assert [one.act for one in made.instructions] == ["Gardens Act 1999"]


def test_a_language_version_is_kept() -> None:
    made = orders("Section 4 is amended— (a) in the French version, by deleting “rouge”; and (b) by deleting “red”.")
    assert [one.version for one in made.instructions] == ["French", ""]


def test_a_law_with_one_amendment_is_no_amending_act() -> None:
    text = "".join(f"{n}. Rule {n}\nA gate stays open on day {n}.\n\n" for n in range(1, 9))
    text += "9. Amendment\nSection 3 of the Ponds Act 2001 is repealed.\n"
    made = amendments(structure(read("-", stdin=text.encode(), lang="en")))
    assert len(made.instructions) == 1
    assert not made.amends


def test_other_languages_are_not_read() -> None:
    assert orders("Section 3 of the principal Act is repealed.", lang="ms") == Amendments()


def test_places_are_places_in_the_text() -> None:
    clause = "Section 4 is amended— (a) by deleting “red”; and (b) in paragraph (c), by deleting “blue”."
    text = HEAD + clause + "\n"
    words = [text[one.start : one.end] for one in orders(clause).instructions]
    assert words == ["by deleting “red”", "in paragraph (c), by deleting “blue”"]


@given(st.text(alphabet='ab (1)c.“”‘’";—:\nsection inserting after the following substituting', max_size=200))
def test_any_clause_is_read_or_told_and_never_fails(clause: str) -> None:
    made = orders("Section 4 is amended by " + clause)
    text = HEAD + "Section 4 is amended by " + clause
    for one in (*made.instructions, *made.unread):
        assert 0 <= one.start <= one.end <= len(text) + 1


def test_a_bill_that_is_printed_as_a_quotation_is_read() -> None:
    bill = (
        'LEY 7\n\n"Artículo primero.- Introdúcense las siguientes modificaciones en el Código de Barcas:\n\n1. Derógase el artículo 9.\n\n'
        '2. Elimínase en el artículo 4 la expresión "de noche".\n\nArtículo segundo.- Sustitúyese en el artículo 3 de la ley N° 321 '
        'la frase "una barca" por "dos barcas".".\n'
    )
    made = amendments(structure(read("-", stdin=bill.encode(), lang="es")))
    assert [str(one).partition(": ")[2] for one in made.instructions] == [
        "repeal section 9", "delete in section 4 “de noche”", "substitute in section 3 “una barca” by “dos barcas”",
    ]  # fmt: skip
    assert made.unread == ()


@pytest.mark.outside
@pytest.mark.parametrize(
    ("name", "read_", "unread"),
    [
        ("my/amendment-bill-2015-en/source.md", 24, 0),
        ("my/amendment-bill-2021-en/source.md", 33, 0),
        ("ie/criminal-law-human-trafficking-amendment-act-2013/source.md", 9, 0),
        ("ca/criminal-code-amendment-trafficking-2005-c43-en/source.xml", 9, 3),
        ("ca/criminal-code-amendment-trafficking-2010-c3-en/source.xml", 8, 0),
        ("ca/criminal-code-amendment-trafficking-2012-c15-en/source.xml", 2, 0),
        ("ca/exploitation-and-trafficking-in-persons-2015-c16-en/source.xml", 6, 0),
        ("lk/immigrants-and-emigrants-amendment-31-2006/source.md", 4, 1),
    ],
)
def test_real_amending_acts(shared: object, name: str, read_: int, unread: int) -> None:
    law = structure(read(f"{shared}/corpus/{name}"))
    made = amendments(law)
    assert (len(made.instructions), len(made.unread)) == (read_, unread)
    assert made.amends


@pytest.mark.outside
@pytest.mark.parametrize(
    "name", ["my/bill-2007-en/source.md", "ca/fighting-forced-and-child-labour-supply-chains-act-en/source.xml"]
)
def test_real_acts_that_amend_nothing(shared: object, name: str) -> None:
    assert not amendments(structure(read(f"{shared}/corpus/{name}"))).amends
