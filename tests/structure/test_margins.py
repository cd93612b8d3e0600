"""What stands just on this side of a line and just beyond it: how many, how near, how like. All texts are invented."""

# ruff: noqa: E501 (tables of texts)
from __future__ import annotations

import pytest

from ctip_law.read import read
from ctip_law.structure import structure
from ctip_law.structure.chain import is_next
from ctip_law.structure.numbers import sort_key
from tests.structure.helpers import document, law, numbers, section


def _sections(first: int, last: int, more: str = "") -> str:
    return "".join(
        f"{n}. Keepers of pier {n}\nThe keeper of pier {n} keeps a book{more}.\n\n" for n in range(first, last + 1)
    )


# --- lists of contents

_SHORT_LIST = "PIER ACT\n\nARRANGEMENT OF SECTIONS\n\n1. Name\n2. Duty\n\nBE IT ENACTED as follows:\n\n1. Name\nThis Act is the Pier Act.\n\n2. Duty\nA keeper keeps a book.\n"


def test_a_list_of_two_entries_is_a_list() -> None:
    found = law(_SHORT_LIST)
    assert [(one.num, one.heading, one.text) for one in found.sections()] == [
        ("1", "Name", "This Act is the Pier Act."),
        ("2", "Duty", "A keeper keeps a book."),
    ]


def test_a_list_of_two_entries_ends_where_the_count_begins_again() -> None:
    found = law(_SHORT_LIST.replace("BE IT ENACTED as follows:\n\n", ""))
    assert [(one.num, one.text) for one in found.sections()] == [
        ("1", "This Act is the Pier Act."),
        ("2", "A keeper keeps a book."),
    ]


@pytest.mark.parametrize("heading", ["Fees", "Duty of a keeper"])
def test_a_heading_of_four_letters_in_the_list_ends_the_heading_that_runs_on(heading: str) -> None:
    text = (
        f"PIER ACT\n\nARRANGEMENT OF SECTIONS\n1. Interpretation\n2. {heading}\n3. Offence of cutting\n\nPART I\nPIERS\n"
        f"1. Interpretation In this Act a pier is a landing place.\n2. {heading} The keeper takes what the office has set.\n"
        "3. Offence of cutting A person who cuts a rope is liable to a fine.\n"
    )
    found = section(law(text), "2")
    assert (found.heading, found.text) == (heading, "The keeper takes what the office has set.")


@pytest.mark.parametrize(("fresh", "kept"), [(True, ["1", "2", "3", "4", "5", "6"]), (False, ["1", "2", "3"])])
def test_sentences_under_a_heading_of_a_list_are_law_where_their_numbers_stand_nowhere_else(
    fresh: bool, kept: list[str]
) -> None:
    """ "Analysis" may head a part of a law, and a list of what the sections say in a sentence each."""
    told = ["An inspector may take water.", "An inspector may enter a pier.", "An inspector may ask questions."]
    if fresh:
        text = f"PIER ACT\n\n{_sections(1, 3)}Analysis\n\n" + "".join(
            f"{n}. {one}\n\n" for n, one in enumerate(told, 4)
        )
    else:
        text = (
            "PIER ACT\n\nAnalysis\n\n"
            + "".join(f"{n}. {one}\n" for n, one in enumerate(told, 1))
            + f"\n{_sections(1, 3)}"
        )
    assert numbers(text) == kept


# --- numbers


@pytest.mark.parametrize(("one", "two"), [("10.0", "10.1"), ("3-0", "3-1"), ("4/0", "4/1")])
def test_a_count_may_begin_with_nought(one: str, two: str) -> None:
    assert is_next(sort_key(one), sort_key(two))


@pytest.mark.parametrize("misprints", [(), (11,), (11, 15)])
def test_misprints_among_twenty_subsections_leave_them_subsections(misprints: tuple[int, ...]) -> None:
    lines = [f"{n}.{m} A keeper keeps book {m}." for n in range(1, 6) for m in range(1, 5)]
    for at in misprints:
        lines[at] = "9" + lines[at][1:]
    units = [f"{n}. Keepers of pier {n}\n" + "\n".join(lines[4 * n - 4 : 4 * n]) for n in range(1, 6)]
    assert numbers("PIER RULES\n\n" + "\n\n".join(units)) == ["1", "2", "3", "4", "5"]


@pytest.mark.parametrize(("num", "found"), [("5-8", True), ("5", True)])
def test_a_range_of_repealed_sections_stands_for_all_of_them(num: str, found: bool) -> None:
    text = f"PIER ACT\n\n{_sections(1, 4)}Sections 5 to 8 (Repealed)\n\n{_sections(9, 12)}"
    assert not [warning for warning in law(text).warnings if warning.code == "CT204"]


# --- heads and feet of pages


_THINGS = ("rope", "bell", "lamp", "boat", "oar", "pump", "ring", "sail", "net", "mast")


def _paged(lines: tuple[str, ...], pages: int = 8) -> str:
    return "".join(
        f"{n}. A keeper who takes a {thing} from the pier without the leave of the office shall be\npunished for the {thing} with a fine that\n"
        + "".join(line.format(n=n + 10) + "\n" for line in lines)
        + f"may be doubled where the {thing} was lost.\n"
        for n, thing in enumerate(_THINGS[:pages], 1)
    )


#: Lines that stand on each page, and whether they are heads of pages.
HEADS = [
    (("Laws of the Isles 2031", "{n}"), True),
    (("{n}", "Laws of the Isles 2031"), True),
    (("Laws of the Isles 2031",), False),  # beside no number it may be anything
    (("Laws of the Isles, page {n} of 2031",), True),
    (("Laws of the Isles 2031", "- {n} -"), True),
    (("- {n} -", "Laws of the Isles 2031"), True),
    (("Laws of the Isles 2031", "in force since {n}"), False),
    (("GAZETTE OF THE ISLES", "{n}"), True),
    (("GAZETTE OF THE ISLES", "PART TWO", "{n}"), True),
]


@pytest.mark.parametrize(("lines", "heads"), HEADS)
def test_a_line_that_recurs_beside_the_number_of_a_page_is_its_head(lines: tuple[str, ...], heads: bool) -> None:
    found = law(_paged(lines), "en")
    assert [one.num for one in found.sections()] == [str(n) for n in range(1, 9)]
    words = " ".join(section(found, "4").text.split())
    assert words.endswith("with a fine that may be doubled where the boat was lost.") is heads


@pytest.mark.parametrize(("pages", "heads"), [(5, False), (6, True)])
def test_capitals_on_six_pages_are_a_head_and_on_five_may_be_a_heading(pages: int, heads: bool) -> None:
    found = law(_paged(("GAZETTE OF THE ISLES", "{n}"), pages), "en")
    assert any(left.kind == "running head" for left in found.leftovers) is heads


# --- lines of bills that are counted


@pytest.mark.parametrize(("count", "counted"), [(5, False), (6, True), (7, True)])
def test_six_counted_lines_are_the_numbers_of_a_page(count: int, counted: bool) -> None:
    lines = [
        "PIER ACT",
        "1. A keeper keeps a book of the",
        "boats that land, and of those",
        "who come ashore.",
        "2. The book is open, and nobody",
        "may tear a leaf out of it. A leaf",
        "is put back.",
    ]
    text = "".join(f"{n} {line}\n" for n, line in enumerate(lines[:count], 1))
    found = document(text, "en")
    repairs = found.repairs
    assert found.text.startswith("PIER ACT\n1. A keeper") is counted
    assert bool(repairs) is counted


# --- twice the same


@pytest.mark.parametrize(
    ("twin", "kept"),
    [
        ("3 Coming into force\n\nThis Act begins in May and ends when it is repealed.\n", True),
        ("3 the keeper then shall write the name of every boat in it.\n", False),
    ],
)
def test_a_number_given_twice_by_mistake_is_kept_where_both_have_a_heading(twin: str, kept: bool) -> None:
    text = (
        "PIER ACT\n\n1 Name\n\nThis Act may be cited as the Pier Act.\n\n2 Keepers\n\nA pier has a keeper who lives beside it.\n\n"
        "3 Power to make rules\n\nThe office may make rules on ropes.\n\nThe rules are read aloud on the pier.\n\nThey hang there for a year.\n\n"
        f"{twin}\n4 Fees\n\nThe fee is a crown for each boat.\n"
    )
    assert (numbers(text).count("3") == 2) is kept


# --- languages


def test_the_words_of_the_sections_decide_the_language_not_those_around_them() -> None:
    notes = "This is a note by the office that has put the law into the net, for those who read it there. " * 6
    units = "".join(
        f"Artículo {n}. La barca cruza el río al alba y el guarda cuenta las barcas que llegan a la orilla.\n\n"
        for n in range(1, 5)
    )
    assert structure(read("-", stdin=f"{notes}\n\n{units}".encode())).language == "es"


@pytest.mark.parametrize(
    ("pages", "heads"), [((9, 10, 11), 3), ((9, 11, 14), 0), ((9, 10), 0)], ids=["in turn", "not in turn", "too few"]
)
def test_the_heads_of_a_bills_pages(pages: tuple[int, ...], heads: int) -> None:
    text = "AN ACT on kites\n\n§ 1. A kite flies in the wind.\n" + "".join(
        f"A. 4711--B                  {page}\n\nIt is held by a string of silk that nobody cuts.\n" for page in pages
    )
    found = law(text + "\n§ 2. A string holds.\n\n§ 3. It ends.\n")
    assert [one.kind for one in found.leftovers].count("running head") == heads
