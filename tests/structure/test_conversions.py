"""Texts that a conversion left without line breaks, or set in a table. All texts are invented."""

# ruff: noqa: E501 (tables of texts)
from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.structure.helpers import law, numbers

_EN = "The ferry crosses the river at dawn and the keeper counts the boats. " * 14
_ES = "La barca cruza el río al alba y el guarda cuenta las barcas. " * 16
_ID = "Perahu menyeberangi sungai pada pagi hari dan penjaga menghitung perahu. " * 14
_DE = "Die Fähre quert den Fluss am Morgen und der Wart zählt die Boote. " * 15

#: kind -> the text in one line or in pages, and the numbers of its units.
RUN_ON = {
    "sections behind sentences": (
        f"FERRY ACT 2031 Section 1. Name. This Act may be cited as the Ferry Act. Section 2. Duty. A keeper keeps a book. {_EN}Section 3. Offence. A person who sinks a ferry commits an offence. Section 3A. Attempt. An attempt is punished. Section 4. Start. This Act begins in May.",
        ["1", "2", "3", "3A", "4"],
    ),
    "numbers behind headings": (
        f"FERRY ACT 2031 Name 1. This Act may be cited as the Ferry Act. Duty 2. (1) A keeper keeps a book. (2) The book is open. {_EN}Offence 3. A person who sinks a ferry commits an offence.",
        ["1", "2", "3"],
    ),
    "numbers with run-in headings": (
        f"FERRY ACT 2031 1. Name.—This Act may be cited as the Ferry Act. 2. Duty.—A keeper keeps a book. {_EN}3. Offence.—A person who sinks a ferry commits an offence.",
        ["1", "2", "3"],
    ),
    "a contents list before": (
        f"FERRY ACT 2031 ARRANGEMENT OF SECTIONS 1. Name 2. Duty 3. Offence ENACTED by the House. 1. Name.—This Act may be cited as the Ferry Act. 2. Duty.—A keeper keeps a book. {_EN}3. Offence.—A person who sinks a ferry commits an offence.",
        ["1", "2", "3"],
    ),
    "pages, the last one short": (
        f"FERRY ACT 2031 Section 1. Name. This Act may be cited as the Ferry Act. {_EN}\n\nSection 2. Duty. A keeper keeps a book. {_EN}\n\nSection 3. Offence. A person who sinks a ferry commits an offence. Section 4. Start. It begins.",
        ["1", "2", "3", "4"],
    ),
    "Spanish, with bis and a recital": (
        f"DECRETO 24 CONSIDERANDO: I. Que hay barcas. II. Que hay ríos. POR TANTO, DECRETA: Art. 1.- La ley regula las barcas. Art. 2.- El guarda lleva un libro. Art. 2 bis.- El libro es público. {_ES}Art. 3.- Quien hunda una barca será castigado según el Art. 2 de esta ley.",
        ["1", "2", "2 bis", "3"],
    ),
    "Indonesian, with mentions": (
        f"UNDANG-UNDANG TENTANG PERAHU BAB I KETENTUAN UMUM Pasal 1 Perahu adalah alat. Pasal 2 (1) Penjaga memegang buku. (2) Buku sebagaimana dimaksud pada ayat (1) terbuka. {_ID}Pasal 3 Setiap orang wajib menaati Pasal 2 ayat (1). Pasal 4 Setiap orang yang merusak perahu dipidana.",
        ["1", "2", "3", "4"],
    ),
    "German": (
        f"FÄHRGESETZ § 1 Zweck Dieses Gesetz regelt Fähren. § 2 Pflicht Der Wart führt ein Buch im Sinne des § 1 Absatz 2. § 2a Ausnahme Kähne sind frei. {_DE}§ 3 Strafe Wer eine Fähre versenkt, wird bestraft.",
        ["1", "2", "2a", "3"],
    ),
    "Chinese": (
        f"渡船法 第一章 总则 第一条 为了管理渡船，制定本法。 第二条 本法所称渡船，是指过河的船，依照本法第一条的规定管理。 {'渡船早上过河，' * 140}。 第三条 毁坏渡船的，处三年以下有期徒刑。",
        ["1", "2", "3"],
    ),
    "Arabic": (
        f"قانون القوارب المادة (1) ينظم هذا القانون القوارب. المادة (2) يحفظ الحارس دفترا. {'يعبر القارب النهر في الصباح. ' * 35}المادة (3) يعاقب بالحبس كل من يغرق قاربا.",
        ["1", "2", "3"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", RUN_ON)
def test_units_in_lines_without_breaks(kind: str) -> None:
    text, expected = RUN_ON[kind]
    assert numbers(text) == expected


@pytest.mark.parametrize("kind", RUN_ON)
def test_no_word_of_them_is_lost(kind: str) -> None:
    found = law(RUN_ON[kind][0])
    assert found.coverage.unplaced == 0


#: Mentions in long paragraphs whose lines are the law's own: no more units than lines that begin with a number.
LONG_PARAGRAPHS = {
    "sections that cite others": (
        f"FERRY ACT 2031\n\n1. This Act may be cited as the Ferry Act. {_EN}\n\n2. Nothing in Section 9. (1) or Section 10. (2) binds a keeper. {_EN}\n\n3. A person who sinks a ferry commits an offence. {_EN}\n",
        ["1", "2", "3"],
    ),
    "articles with numbered sentences": (
        f"FERRY LAW\n\nArticle 1. The ferry is open. {_EN}\n\nArticle 2. The keeper may: 1. Open a book. 2. Close a book. {_EN}\n\nArticle 3. Whoever sinks a ferry shall be punished. {_EN}\n",
        ["1", "2", "3"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", LONG_PARAGRAPHS)
def test_long_paragraphs_are_no_run_on_text(kind: str) -> None:
    text, expected = LONG_PARAGRAPHS[kind]
    assert numbers(text) == expected


@settings(deadline=None, max_examples=40)
@given(st.lists(st.integers(min_value=12, max_value=60), min_size=3, max_size=12), st.sampled_from(["Section", "Article"]))
def test_line_breaks_do_not_change_the_numbers(sizes: list[int], word: str) -> None:
    units = [f"{word} {at}. Duty. The keeper {'counts the boats and ' * size}sleeps." for at, size in enumerate(sizes, 1)]
    expected = [str(at) for at in range(1, len(units) + 1)]
    assert numbers("FERRY ACT 2031\n\n" + "\n\n".join(units) + "\n") == expected
    assert numbers("FERRY ACT 2031 " + " ".join(units) + "\n") == expected


UNITS = [("1", "Name", "This Act may be cited as the Ferry Act."), ("2", "Duty", "A keeper keeps a book."), ("3", "Offence", "A person who sinks a ferry commits an offence.")]  # fmt: skip


def _page(rows: str) -> str:
    return f"<html><body><h1>FERRY ACT</h1><table>{rows}</table></body></html>"


#: A law set in a table -> its page.
TABLES = {
    "notes beside sections": _page("".join(f"<tr><td>{b}</td><td>{a}. {c}</td></tr>" for a, b, c in UNITS)),
    "some cells with paragraphs": _page(
        "<tr><td>Name</td><td>1. This Act may be cited as the Ferry Act.</td></tr>"
        "<tr><td>Duty</td><td>2. (1) A keeper keeps a book.<br>(2) It is open.</td></tr>"
        "<tr><td>Offence</td><td>3. A person who sinks a ferry commits an offence.</td></tr>"
    ),
    "number, heading and words": _page("".join(f"<tr><td><p>{a}.</p></td><td><p>{b}</p></td><td><p>{c}</p></td></tr>" for a, b, c in UNITS)),
}  # fmt: skip


@pytest.mark.parametrize("kind", TABLES)
def test_laws_set_in_a_table(kind: str) -> None:
    found = law(TABLES[kind])
    assert [unit.num for unit in found.sections()] == ["1", "2", "3"]
    assert [unit.heading for unit in found.sections()] == ["Name", "Duty", "Offence"]


def test_a_table_of_fines_in_a_law_has_no_sections() -> None:
    rows = "".join(f"<tr><td>{n}</td><td>Sinking {n} boats</td><td>{n} shillings</td></tr>" for n in range(1, 6))
    page = f"<html><body><h1>FERRY ACT</h1><p>1. This Act may be cited as the Ferry Act.</p><p>2. The fines are:</p><table>{rows}</table><p>3. A person who sinks a ferry commits an offence.</p></body></html>"
    assert numbers(page) == ["1", "2", "3"]


#: What stands on each page of a print, between its head and its foot.
PAGES = [
    "KITE ACT 2031\n\n1. Name\nThis Act may be cited as the Kite Act and binds all the persons in",
    "the islands.\n\n2. Offence\nA person who cuts a string commits an offence and the",
    "court may order the kite to be kept.\n\n3. Penalty\nThe penalty is a fine of a hundred for each",
    "string that was cut.\n\n4. Start\nThis Act begins in May.",
]


@pytest.mark.parametrize("end", ["\f", "\r\n\f", "\n\f"])
@pytest.mark.parametrize("first", [1, 17])
def test_heads_and_numbers_of_pages_that_end_with_a_form_feed(end: str, first: int) -> None:
    heads = ["", *(f"Kite Act 2031{' ' * 12}No. 4\n\n" for _ in PAGES[1:])]
    pages = [f"{head}{words}\n\n{' ' * 14}{n}" for n, (head, words) in enumerate(zip(heads, PAGES, strict=True), first)]
    found = law("".join(page + end for page in pages))
    assert [(one.num, one.heading) for one in found.sections()] == [
        ("1", "Name"), ("2", "Offence"), ("3", "Penalty"), ("4", "Start"),
    ]  # fmt: skip
    assert " ".join(found.sections()[0].text.split()).endswith("binds all the persons in the islands.")
    assert [one.kind for one in found.leftovers].count("page number") == 4
    assert [one.kind for one in found.leftovers].count("running head") == 3
    assert any(one.why == "4 form feed(s) read as the ends of pages" for one in found.repairs)


def test_numbers_of_units_at_the_edges_of_pages_are_no_pages() -> None:
    said = [f"{n}\nThe keeper of the kite number {n} holds its string in the wind over the sea." for n in range(1, 9)]
    found = law("KITE ACT 2031\n\n" + "\n\n".join(said[:2]) + "\f" + "\n\n".join(said[2:5]) + "\f" + "\n\n".join(said[5:]) + "\f")
    assert [one.num for one in found.sections()] == [str(n) for n in range(1, 9)]
