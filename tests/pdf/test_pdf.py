"""PDF: reading order, margin notes, running heads, cut words; scans, damaged and encrypted files."""

from __future__ import annotations

import sys
import types
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ctip_law import parse
from ctip_law.errors import InputError
from ctip_law.read import Raw, read
from ctip_law.read.pdf import read as read_pdf
from ctip_law.structure import structure
from tests.pdf.drawn import Line, column, pdf

#: A paragraph as wide as the body of a page, line by line. Our own words.
WIDE = [
    "The master of a ferry shall ring the bell at noon and whenever there is fog on the",
    "water, and shall keep the lamp lit from dusk until the sun has risen over the bank,",
    "so that every boat can tell where the ferry lies and which way it is about to turn.",
]


def body_lines(data: bytes) -> list[str]:
    document = read_pdf(Raw(data, "law.pdf"))
    return [document.text[block.start : block.end] for block in document.blocks]


def leftovers(data: bytes) -> list[tuple[str, str]]:
    return [(left.kind, left.text) for left in read_pdf(Raw(data, "law.pdf")).leftovers]


def test_lines_that_the_width_has_parted_become_one() -> None:
    page = column(72, 760, [*WIDE, "A bell that is cracked is no bell."])
    assert body_lines(pdf([page])) == [" ".join(WIDE), "A bell that is cracked is no bell."]


def test_drawing_order_does_not_matter() -> None:
    page = column(72, 760, ["1. Bells are rung at noon.", *WIDE, "2. Lamps are lit at dusk."])
    assert body_lines(pdf([page])) == body_lines(pdf([list(reversed(page))]))


def test_two_columns_are_read_one_after_the_other() -> None:
    left = [f"left line {n} with a few words of text" for n in range(12)]
    right = [f"right line {n} with a few words too" for n in range(12)]
    page = [line for pair in zip(column(60, 760, left), column(320, 760, right), strict=True) for line in pair]
    words = " ".join(body_lines(pdf([page])))
    assert words.index("left line 11") < words.index("right line 0")


@pytest.mark.parametrize("x", [480.0, 20.0], ids=["right margin", "left margin"])
def test_a_margin_note_comes_before_the_line_it_stands_beside(x: float) -> None:
    text = column(
        110,
        760,
        ["1. " + WIDE[0][:62], *(line[:66] for line in WIDE), "2. " + WIDE[1][:60], *(line[:66] for line in WIDE)],
    )
    notes = [Line(x, 760, "Bells and", 8), Line(x, 750, "lamps.", 8), Line(x, 704, "Oars.", 8)]
    document = read_pdf(Raw(pdf([[*notes, *text]]), "law.pdf"))
    found = [(document.text[block.start : block.end], "margin" in block.style) for block in document.blocks]
    assert found[0] == ("Bells and lamps.", True)
    assert found[1][0].startswith("1. The master")
    place = [words for words, _ in found].index("Oars.")
    assert found[place + 1][0].startswith("2. water")


TREES = ("ash", "birch", "cedar", "elm", "fir", "holly", "larch", "maple", "oak", "pine")


def wide(number: int) -> list[str]:
    """The paragraph with a word of its own in each line."""
    return [f"{line[:-12]} {TREES[number % len(TREES)]}" for line in WIDE]


def statute(pages: int) -> bytes:
    """A page each with running head, page number, and a section that begins it."""
    made = []
    for number in range(1, pages + 1):
        head = Line(200, 810, f"Ferry Act 2001 {number}", 9)
        foot = Line(290, 40, f"- {number} -", 9)
        made.append([head, *column(72, 770, [f"Section {2 * number}.", *wide(number)]), foot])
    return pdf(made)


def test_running_heads_and_page_numbers_are_leftovers_and_headings_are_not() -> None:
    found = leftovers(statute(6))
    assert found.count(("running head", "Ferry Act 2001 3")) == 1
    assert found.count(("page number", "- 3 -")) == 1
    assert len(found) == 12
    sections = [line for line in body_lines(statute(6)) if line.startswith("Section")]
    assert sections == [f"Section {2 * number}." for number in range(1, 7)]


def test_articles_at_the_top_of_pages_are_no_running_heads() -> None:
    pages = [column(72, 770, [f"Article {number}", *wide(number)]) for number in (3, 7, 8, 12, 15)]
    assert [line for line in body_lines(pdf(pages)) if line.startswith("Article")] == [
        f"Article {number}" for number in (3, 7, 8, 12, 15)
    ]


def test_a_catchword_at_the_foot_of_a_page_is_no_text() -> None:
    pages = [column(72, 770, [*WIDE, "2. Lamps ..."]), column(72, 770, ["2. Lamps are lit.", *WIDE])]
    assert ("running head", "2. Lamps ...") in leftovers(pdf(pages))


CUT = [
    # end of line, start of the next, what is read
    ("a person who is traffick-", "ing in lamps", "trafficking"),
    ("undang-", "undang", "undang-undang"),
    ("the co-", "operation of the master", "cooperation"),
    ("a co-", "operation", "co-operation"),  # where the text has the word with its hyphen elsewhere
    ("Sri Lanka-", "Japan ferry", "Lanka-"),  # a capital follows: not cut
]


@pytest.mark.parametrize(("end", "start", "expected"), CUT, ids=[case[2] for case in CUT])
def test_words_cut_at_the_end_of_a_line(end: str, start: str, expected: str) -> None:
    filler = "x" * 3 + " words to fill the line until it reaches the edge of the page at"
    first = (
        ["co-operation is meant here, and nothing else is meant by the words that follow below"]
        if expected == "co-operation"
        else []
    )
    page = column(72, 760, [*first, *WIDE, f"{filler} {end}", f"{start} and some more words", "Next."])
    document = read_pdf(Raw(pdf([page]), "law.pdf"))
    assert expected in document.text
    assert any(expected in repair.after for repair in document.repairs) == (end[-6:] != "Lanka-")


def test_footnotes_in_small_print_are_leftovers() -> None:
    page = [*column(72, 760, WIDE * 4), *column(72, 100, ["1 Amended by Act 5 of 2003.", "2 In force at once."], 7, 9)]
    assert [kind for kind, _ in leftovers(pdf([page]))] == ["note", "note"]


def test_a_statute_is_structured() -> None:
    pages = [column(72, 770, [f"{n}. {wide(n)[0]}", *wide(n)[1:]]) for n in range(1, 6)]
    law = structure(read("law.pdf", stdin=pdf(pages)))
    assert [section.num for section in law.sections()] == ["1", "2", "3", "4", "5"]
    assert law.coverage.unplaced == 0


GOOD = statute(3)
BAD = [
    ("a scan", pdf([[], []], picture=True), "CT105"),
    ("a scan with a stamp", pdf([[Line(72, 760, "No. 5")], []], picture=True), "CT105"),
    ("encrypted", pdf([column(72, 760, WIDE)], encrypted=True), "CT107"),
    ("cut off", GOOD[: len(GOOD) // 2], "CT112"),
    ("only the first line", b"%PDF-1.7\n", "CT112"),
    ("no pages of text and no pictures", pdf([[], []]), "CT103"),
    ("rubbish after the head", b"%PDF-1.4\n" + b"rubbish " * 500 + b"\nstartxref\n0\n%%EOF", "CT112"),
]


@pytest.mark.parametrize(("data", "code"), [case[1:] for case in BAD], ids=[case[0] for case in BAD])
def test_bad_files_are_refused_in_one_line(data: bytes, code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ctip_law.read.pdf.find_spec", lambda name: None)
    with pytest.raises(InputError) as caught:
        read("law.pdf", stdin=data)
    assert caught.value.code == code
    assert "\n" not in str(caught.value)


def test_a_scan_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ctip_law.read.pdf.find_spec", lambda name: None)
    with pytest.raises(InputError, match=r"2 of 2 pages.*ctip-law\[ocr\]"):
        read("law.pdf", stdin=pdf([[], []], picture=True))


def _ocr(words: list[str] | None) -> types.ModuleType:
    """A stand-in for OCRmyPDF, which needs programs of its own: it writes a page with `words`, or gives up."""

    def ocr(source: Path, target: Path, **options: object) -> None:
        if words is None:
            raise RuntimeError("tesseract is missing")
        assert source.read_bytes().startswith(b"%PDF")
        target.write_bytes(pdf([column(72, 760, words)]))

    module = types.ModuleType("ocrmypdf")
    module.ocr = ocr  # type: ignore[attr-defined]
    return module


@pytest.mark.parametrize(("words", "read_as"), [(WIDE, " ".join(WIDE)), (None, "CT105")], ids=["read", "no tesseract"])
def test_a_scan_is_read_with_the_ocr_extra(
    words: list[str] | None, read_as: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ctip_law.read.pdf.find_spec", lambda name: object())
    monkeypatch.setitem(sys.modules, "ocrmypdf", _ocr(words))
    found = ""
    try:
        found = read("law.pdf", stdin=pdf([[], []], picture=True)).text.strip()
    except InputError as error:
        found = error.code
    assert found == read_as


def test_one_page_that_is_a_picture_is_told() -> None:
    pages = [column(72, 760, WIDE)] * 3
    document = read_pdf(Raw(pdf([*pages, []], picture=True), "law.pdf"))
    assert [repair.why for repair in document.repairs] == ["page 4 is a picture without text and was not read"]


@settings(max_examples=40, deadline=None)  # each in a process of its own; `robust/test_fuzz` damages all formats
@given(st.data())
def test_damaged_bytes_never_crash_and_lose_no_line(data: st.DataObject) -> None:
    source = bytearray(GOOD)
    for _ in range(data.draw(st.integers(1, 6))):
        source[data.draw(st.integers(9, len(source) - 1))] = data.draw(st.integers(0, 255))
    code = ""
    try:
        document = read("law.pdf", stdin=bytes(source))
        assert structure(document).coverage.lines == sum(bool(line.strip()) for line in document.text.split("\n"))
    except InputError as error:
        code = error.code
    assert code in {"", "CT103", "CT105", "CT107", "CT112"}


@pytest.mark.outside
def test_real_statutes(shared: object) -> None:
    from tests.conftest import SHARED

    law = structure(read(SHARED / "corpus/id/uu-21-2007-pdf/source.pdf"))
    assert [section.num for section in law.sections()] == [str(number) for number in range(1, 68)]
    assert "undang-undang" in law.text.casefold()
    assert "undangundang" not in law.text.casefold()
    notes = structure(read(SHARED / "corpus/lk/act-30-2005-pdf/source.pdf"))
    assert notes.sections()[1].heading.startswith("Offence of trafficking")
    assert notes.coverage.unplaced == 0


# -- line numbers, short pages in columns, marks of footnotes ------------------------------------------------------

BILL = [
    "A BILL TO REGULATE BELLS",
    "SECTION 1. SHORT TITLE.",
    "This Act may be cited as the Bells Act of the",
    "year in which it was made.",
    "SEC. 2. PASSPORTS.",
    "(a) IN GENERAL.—A ringer may not hold the pass-",
    "port of a member of the crew of any",
    "boat that the bell is rung for.",
    "SEC. 3. PENALTY.",
    "A ringer who fails is liable to imprisonment for",
    "5 years, or to a fine, or to both.",
]


def numbered(step: int = 1, x: float = 76, first: int = 1, lines: list[str] = BILL) -> list[Line]:
    """The lines of a bill with every line, or every fifth line, numbered in the margin."""
    words = column(110, 760, lines, step=24)
    places = [place for place in range(len(lines)) if (place + first) % step == 0]
    numbers = [Line(x - 3 * (place + first >= 10), 760 - 24 * place, str(place + first)) for place in places]
    return [*words, *numbers]


LONG = ["that the book of the tower names, and", "A ringer must ring the bell at the hour"] * 12

NUMBERED = [
    ("every line, on the left", [numbered()]),
    ("every line, on the right", [numbered(x=500)]),
    ("begun anew on the next page", [numbered(lines=BILL[:6]), numbered(lines=BILL[6:])]),
    ("running on over the page", [numbered(lines=BILL[:6]), numbered(lines=BILL[6:], first=7)]),
    ("drawn before the words", [sorted(numbered(), key=lambda line: line.x)]),
    ("every fifth line", [numbered(5, lines=[*BILL, *LONG])]),
]  # fmt: skip


@pytest.mark.parametrize("pages", [case[1] for case in NUMBERED], ids=[case[0] for case in NUMBERED])
def test_line_numbers_are_furniture_and_no_sections(pages: list[list[Line]]) -> None:
    law = parse("-", stdin=pdf(pages))
    assert [section.num for section in law.sections()] == ["1", "2", "3"]
    assert [penalty.max_years for penalty in law.penalties] == [5]
    assert "hold the passport" in law.text
    assert law.title == "A BILL TO REGULATE BELLS"
    assert any("numbers of the lines" in left.why for left in law.leftovers)
    assert law.coverage.unplaced == 0


#: Numbers in the margin that do count sections or entries.
COUNTED = [
    ("a section a line", [f"A ringer must ring bell {n}." for n in range(1, 12)]),
    ("a contents list", [f"Duties of ringers, part {n}" for n in range(1, 12)]),
]


@pytest.mark.parametrize("lines", [case[1] for case in COUNTED], ids=[case[0] for case in COUNTED])
def test_numbers_of_sections_in_the_margin_stay(lines: list[str]) -> None:
    data = pdf([numbered(lines=lines)])
    assert not any("numbers of the lines" in left.why for left in read("-", stdin=data).leftovers)


LEFT = [
    "1. Short title",
    "This Act may be cited as the Cart Act",
    "of the year.",
    "2. Papers",
    "A carter must not hold the papers of",
    "a helper.",
    "3. Wages",
    "A carter must pay each week and must not",
]
RIGHT = [
    "deduct a fee.",
    "4. Penalty",
    "A carter who contravenes section 2 is",
    "liable to imprisonment for six years.",
    "5. Rules",
    "The Minister may make rules.",
]
OFFENCES = ["Offence", "Holding the papers of a helper", "Holding the wages of a helper", "Leaving the cart"]
PENALTIES = ["Penalty", "Imprisonment for five years", "Imprisonment for three years", "A fine"]


def test_a_short_page_in_two_columns() -> None:
    law = parse("-", stdin=pdf([[*column(60, 770, LEFT), *column(320, 770, RIGHT)]]))
    assert [section.num for section in law.sections()] == ["1", "2", "3", "4", "5"]
    assert " ".join(law.sections()[2].text.split()).endswith("must not deduct a fee.")


def test_a_last_page_has_the_columns_of_the_page_before() -> None:
    left = [f"Left column, line {n} of the page, and so on" for n in range(40)]
    right = [f"Right column, line {n} of the page, and on" for n in range(40)]
    full = [*column(60, 780, left), *column(320, 780, right)]
    last = [*column(60, 780, ["A carter must keep the", "book of the cart."])]
    last += column(320, 780, ["A helper may read it", "on any day."])
    text = read("-", stdin=pdf([full, last])).text
    assert text.index("book of the cart.") < text.index("A helper may read it")


def test_a_short_table_is_no_page_in_columns() -> None:
    text = read("-", stdin=pdf([[*column(60, 770, OFFENCES), *column(320, 770, PENALTIES)]])).text
    assert "Holding the papers of a helper Imprisonment for five years" in text


@pytest.mark.parametrize(
    ("before", "mark", "after", "expected"),
    [
        ("A ringer", "1", "must ring the bell.", "A ringer must ring the bell."),
        ("Article 14", "1", "applies to bells.", "Article 14¹ applies to bells."),
    ],
)
def test_small_raised_numbers(before: str, mark: str, after: str, expected: str) -> None:
    width = 4.75 * len(before)
    line = [Line(60, 700, before), Line(60 + width, 705, mark, 6), Line(70 + width, 700, after)]
    data = pdf([[*column(60, 760, ["BELLS ACT", "In this Act a bell is any bell of the tower."]), *line]])
    assert expected in read("-", stdin=data).text


def with_notes(first: int, last: int, *, odd: bool) -> list[Line]:
    """A page of sections with their headings in the outer margin."""
    drawn: list[Line] = []
    for place, number in enumerate(range(first, last + 1)):
        top = 780 - 60 * place
        drawn += column(60 if odd else 150, top, [f"{number}. {WIDE[0]}", *WIDE[1:]], 10, 12)
        drawn += column(500 if odd else 60, top, ["Duties of", f"ringers {number}."], 8, 9)
    return drawn


@pytest.mark.parametrize("pages", [[(1, 4, True), (5, 8, False), (9, 12, True)], [(1, 2, False)], [(1, 3, True)]])
def test_headings_in_the_outer_margin_belong_to_the_section_beside_them(pages: list[tuple[int, int, bool]]) -> None:
    law = parse("-", stdin=pdf([with_notes(first, last, odd=odd) for first, last, odd in pages]))
    found = [(section.num, section.heading.rstrip(".")) for section in law.sections()]
    assert found == [(str(n), f"Duties of ringers {n}") for n in range(1, pages[-1][1] + 1)]
