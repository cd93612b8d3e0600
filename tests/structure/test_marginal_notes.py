"""Notes in the margin of a text that was taken from a page with its columns: left, right, on the outer side."""


from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product

import pytest

from tests.structure.helpers import law, section
from tests.structure.layouts import ACT, Unit, expected, found


@dataclass(frozen=True)
class Print:
    """`side`: left, right or outer (left and right page by page). `note`, `width`: characters of both columns.
    `first`: blanks before the first line of a section or subsection, `deeper` before each line of a paragraph.
    `gap`: a blank line between sections. `page`: lines to a page, 0 for none; `feed`: what ends a page; `head`: what
    stands above the second page and each one after it. `contents`: a list of the sections before."""

    side: str = "left"
    note: int = 16
    width: int = 56
    first: int = 4
    deeper: int = 4
    gap: bool = True
    page: int = 0
    feed: str = "\f"
    head: str = ""
    contents: bool = False
    dash: str = ".—"


def printed(how: Print) -> str:
    rows = list(_rows(how))
    pages = [rows[at : at + how.page] for at in range(0, len(rows), how.page)] if how.page else [rows]
    lines: list[str] = []
    for number, page in enumerate(pages, 1):
        left = how.side == "left" or (how.side == "outer" and number % 2 == 0)
        if how.page and number > 1:
            lines[-1:] = [lines[-1], "", f"{number - 1:>{how.width // 2}}", how.feed + how.head.format(n=number), ""]
        for note, words in page:
            text = f"{note:<{how.note + 3}} {words}" if left else f"{words:<{how.width + 2}} {note}"
            lines.append(text.rstrip())
    contents = [f"  {one.num}. {one.heading}" for part in ACT for one in part.units] if how.contents else []
    top = ["FERRIES ACT 2031", "", *(["ARRANGEMENT OF SECTIONS", *contents, ""] if contents else [])]
    return "\n".join([*top, "BE IT ENACTED by the House as follows:", "", *lines]) + "\n"


def _rows(how: Print) -> Iterator[tuple[str, str]]:
    for part in ACT:
        yield from (
            ("", ""),
            ("", f"PART {part.num}".center(how.width)),
            ("", part.heading.upper().center(how.width)),
            ("", ""),
        )
        for unit in part.units:
            notes = textwrap.wrap(unit.heading, how.note, break_long_words=False)
            words = list(_words(unit, how))
            for at in range(max(len(notes), len(words))):
                yield notes[at] if at < len(notes) else "", words[at] if at < len(words) else ""
            if how.gap:
                yield "", ""


def _wrapped(words: str, how: Print, first: int, rest: int) -> list[str]:
    return textwrap.wrap(words, how.width, initial_indent=" " * first, subsequent_indent=" " * rest)


def _words(unit: Unit, how: Print) -> Iterator[str]:
    rest = list(unit.units)
    opening = f"{unit.num}. {unit.words}"
    if not unit.words and rest[0].num.isdigit():  # "8.—(1) ..."
        one = rest.pop(0)
        opening = f"{unit.num}{how.dash}({one.num}) {one.words}"
        rest = [*one.units, *([Unit("", words=one.after)] if one.after else []), *rest]
    yield from _wrapped(opening, how, how.first, 0)
    for one in rest:
        yield from _inner(one, how, 0)


def _inner(unit: Unit, how: Print, depth: int) -> Iterator[str]:
    flat = not unit.num or unit.num[0].isdigit()
    deeper = depth if flat else depth + how.deeper
    lead = f"({unit.num}) " if unit.num else ""
    yield from _wrapped(lead + unit.words, how, deeper + how.first if unit.num else 0, deeper)
    for one in unit.units:
        yield from _inner(one, how, deeper)
    if unit.after:
        yield from _wrapped(unit.after, how, 0, 0)


_HEAD = "{n}              The Ferries Act              No. 7"


_PAGES = {"no pages": (0, ""), "pages": (24, ""), "heads": (24, _HEAD)}
_SIDES = [
    (side, pages) for side in ("left", "right", "outer") for pages in _PAGES if side != "outer" or pages != "no pages"
]


@pytest.mark.parametrize(("side", "pages"), _SIDES)
def test_the_same_act_is_read_with_notes_on_every_side(side: str, pages: str) -> None:
    page, head = _PAGES[pages]
    base = Print(side=side, page=page, head=head)
    for first, gap, contents, note in product((0, 4), (True, False), (False, True), (12, 16, 24)):
        how = replace(base, first=first, gap=gap, contents=contents, note=note)
        read = law(printed(how), "en")
        assert found(read) == expected(), how
        assert {warning.code for warning in read.warnings} == {"CT206"}, how


@pytest.mark.parametrize("width", [44, 46, 48, 50, 52])
def test_an_item_goes_on_in_a_narrow_column(width: int) -> None:
    """A line of few characters is full there: what follows it is no end of the list."""
    for side, first, page in product(("left", "right"), (0, 4), (0, 24)):
        how = Print(side=side, first=first, width=width, page=page, head=_HEAD)
        assert found(law(printed(how), "en")) == expected(), how


def _beside(*rows: tuple[str, str], left: bool = True) -> str:
    text = "\n".join(f"{note:<18}{words}" if left else f"{words:<50}{note}" for note, words in rows)
    return "KITE ACT\n\n" + "\n".join(line.rstrip() for line in text.split("\n")) + "\n"


_ONE = [("Short title", "1. This Act may be cited as the Kite Act."), ("", "")]
_END = [
    ("", ""),
    ("Regulations", "4. The office may make rules on tails and"),
    ("", "strings."),
    ("", ""),
    ("Appeals", "5. An appeal lies to the court."),
    ("", ""),
]
_TWO = [("Strings", "2. A string is made of silk or of cotton, and"), ("", "nobody cuts it."), ("", "")]
#: Notes beside section 3, and the heading and the words of the section.
BESIDE: dict[str, tuple[list[tuple[str, str]], str, str]] = {
    "a note longer than the section": (
        [
            ("Power of the", "3. A keeper may fly."),
            ("keeper to fly", ""),
            ("on days without", ""),
            ("wind or with", ""),
            ("rain", ""),
        ],
        "Power of the keeper to fly on days without wind or with rain",
        "A keeper may fly.",
    ),
    "a note that begins above the number": (
        [("Power of the", ""), ("keeper to fly", "3. A keeper may fly in May, if the wind is in"), ("", "the west.")],
        "Power of the keeper to fly",
        "A keeper may fly in May, if the wind is in the west.",
    ),
    "a reference below the note": (
        [("Flying", "3. A keeper may fly under the Winds Act in May,"), ("Cap. 17", "if the wind is in the west.")],
        "Flying",
        "A keeper may fly under the Winds Act in May, if the wind is in the west.",
    ),
    "a note that names a part": (
        [
            ("Keepers under", "3. A keeper may fly under the Winds Act in May,"),
            ("Part 3", "if the wind is in the west."),
        ],
        "Keepers under Part 3",
        "A keeper may fly under the Winds Act in May, if the wind is in the west.",
    ),
    "a word that is parted": (
        [("Interpre-", "3. A keeper may fly under the Winds Act in May,"), ("tation", "if the wind is in the west.")],
        "Interpretation",
        "A keeper may fly under the Winds Act in May, if the wind is in the west.",
    ),
    "one blank between": (
        [
            ("Flying when the", "3. A keeper may fly under the Winds Act in May,"),
            ("winds are blowing", "if the wind is in the west and the lamps are lit."),
        ],
        "Flying when the winds are blowing",
        "A keeper may fly under the Winds Act in May, if the wind is in the west and the lamps are lit.",
    ),
}


@pytest.mark.parametrize("kind", list(BESIDE))
@pytest.mark.parametrize("left", [True, False], ids=["left", "right"])
def test_what_stands_beside_a_section(kind: str, left: bool) -> None:
    rows, heading, words = BESIDE[kind]
    read = law(_beside(*_ONE, *_TWO, *rows, *_END, left=left), "en")
    assert [one.num for one in read.sections()] == ["1", "2", "3", "4", "5"]
    three = section(read, "3")
    assert (three.heading, " ".join(three.text.split())) == (heading, words)
    assert section(read, "2").heading == "Strings"
    assert section(read, "4").heading == "Regulations"


def test_definitions_set_deeper_than_the_text_are_definitions() -> None:
    rows = [
        ("Interpretation", "    2. In this Act, unless the context otherwise"),
        ("", "requires—"),
        ("", '      "kite" means a thing of paper that flies in'),
        ("", "    the wind;"),
        ("", '      "string" means what a kite hangs from.'),
        ("", ""),
        ("Strings and", '    3.—(1) A string is "made" where—'),
        ("tails", "      (a) it is cut from silk that was not cut"),
        ("", "    before; or"),
        ("", "      (b) it is spun."),
        ("", "    (2) A tail is long."),
    ]
    read = law(
        _beside(
            ("Name", "    1. This Act may be cited as the Kite Act, and"),
            ("", "begins in May."),
            ("", ""),
            *rows,
            *_END,
        ),
        "en",
    )
    two, three = section(read, "2"), section(read, "3")
    assert [(one.kind, " ".join(one.text.split())) for one in two.children] == [
        ("definition", '"kite" means a thing of paper that flies in the wind;'),
        ("definition", '"string" means what a kite hangs from.'),
    ]
    assert three.heading == "Strings and tails"
    assert [(one.num, [" ".join(item.text.split()) for item in one.children]) for one in three.children] == [
        ("1", ["it is cut from silk that was not cut before; or", "it is spun."]),
        ("2", []),
    ]


#: Texts that have columns, and no notes in a margin.
NO_MARGIN = {
    "a table of fines behind the law": "".join(f"{n}. Kites {n}\nA kite flies over sea {n}.\n\n" for n in range(1, 9))
    + "SCHEDULE\n"
    + "".join(f"Kite of kind {n}       {n}. A fine of {n} crowns\n" for n in range(1, 6)),
    "a table amid the law": "".join(f"{n}. Kites {n}\nA kite flies over sea {n}.\n\n" for n in range(1, 5))
    + "".join(f"Kite of kind {n}       {n}. A fine of {n} crowns\n" for n in range(1, 4))
    + "\n"
    + "".join(f"{n}. Kites {n}\nA kite flies over sea {n}.\n\n" for n in range(5, 12)),
    "bullets before numbers": "".join(f"•  {n}. A kite flies over sea {n}, for all to see.\n\n" for n in range(1, 9)),
    "a list of contents with pages": "".join(
        f"  {n}. Kites of kind {n}                          page {n}\n" for n in range(1, 9)
    )
    + "".join(f"{n}. Kites of kind {n}\nA kite flies over sea {n}.\n\n" for n in range(1, 9)),
}


@pytest.mark.parametrize("kind", list(NO_MARGIN))
def test_tables_and_lists_have_no_margin(kind: str) -> None:
    read = law(f"KITE ACT\n\n{NO_MARGIN[kind]}", "en")
    assert not [repair for repair in read.repairs if "margin" in repair.why]
