"""One act in every print: the same units, headings and words, whatever stands where on the page."""

# ruff: noqa: E501 (a table of texts)
from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest

from tests.structure.helpers import law
from tests.structure.layouts import ACT, Layout, expected, found, marked, printed

PAGES = {
    "no pages": Layout(),
    "numbers at the foot": Layout(page=16, foot="Page {n} of {of}"),
    "a head with the page's number": Layout(page=16, head="{n} Laws of the Isles, edition of 2031"),
}


@pytest.mark.parametrize("contents", ["", "plain", "pages"])
@pytest.mark.parametrize("pages", list(PAGES))
@pytest.mark.parametrize("heads", ["line", "above", "dash", "word"])
def test_the_same_act_is_read_from_every_print(heads: str, pages: str, contents: str) -> None:
    base = replace(PAGES[pages], heads=heads, contents=contents)
    for width, gaps, indent in product((0, 72, 58), ("all", "sections", "none"), (False, True)):
        if width or not base.page:  # a page has lines
            how = replace(base, width=width, gaps=gaps, indent=indent)
            assert found(law(printed(how), "en")) == expected(), how


@pytest.mark.parametrize("contents", ["", "plain"])
@pytest.mark.parametrize("heads", ["article", "colon", "sec"])
def test_the_same_act_is_read_whatever_word_begins_a_unit(heads: str, contents: str) -> None:
    for width, gaps in product((0, 72, 58), ("all", "sections", "none")):
        how = Layout(heads=heads, width=width, gaps=gaps, contents=contents)
        assert found(law(printed(how), "en")) == expected(), how


_PAGE = "<html><body>{}</body></html>"
#: How headings and other lines are marked on a page or in Markdown.
MARKS = {
    "headings": ("<h3>{}</h3>", "<p>{}</p>", _PAGE),
    "bold": ("<p><b>{}</b></p>", "<p>{}</p>", _PAGE),
    "centred": ("<div align='center'>{}</div>", "<div>{}</div>", _PAGE),
    "breaks alone": ("<b>{}</b><br>", "{}<br>", _PAGE),
    "nothing set apart": ("<p>{}</p>", "<p>{}</p>", _PAGE),
    "Markdown": ("\n## {}\n", "\n{}\n", "{}"),
    "Markdown, bold": ("\n**{}**\n", "\n{}\n", "{}"),
}


@pytest.mark.parametrize("marks", list(MARKS))
def test_the_same_act_is_read_from_every_page(marks: str) -> None:
    for heads, contents in product(("line", "above", "dash", "word", "article", "colon", "sec"), ("", "plain")):
        how = Layout(heads=heads, contents=contents)
        assert found(law(marked(how, *MARKS[marks]), "en")) == expected(), how


#: How a state words and numbers the same units.
STYLES = {
    "chapters": Layout(parts="CHAPTER {num}\n{title}"),
    "the name of a part behind a dash": Layout(parts="PART {num} — {title}"),
    "subsections with one bracket": Layout(heads="line", subs="{num})"),
}


@pytest.mark.parametrize("style", list(STYLES))
def test_parts_and_subsections_may_be_written_otherwise(style: str) -> None:
    for heads, gaps in product(("line", "above"), ("all", "sections")):
        how = replace(STYLES[style], heads=heads, gaps=gaps)
        assert found(law(printed(how), "en")) == expected(), how


def test_the_act_is_no_small_one() -> None:
    """What the prints are read for: letters behind numbers, four levels, words after a list, ten items."""
    rows = expected(ACT)
    assert {"2A", "8A"} <= {num for _, num, *_ in rows}
    assert max(depth for depth, *_ in rows) == 4
    assert any(after for *_, after in rows)
    assert len(rows) > 50


_HEAD = "1. Name\nThis Act is the Ferries Act.\n2. Offence\n(1) A person who—\n(a) takes a ferry without leave of its keeper; or\n"
_TAIL = "\n(2) It is a defence that someone was in danger.\n3. End\nThe end.\n"
#: What stands before and behind the foot of a page, and what (b) and the words after the list are then.
BREAKS = {
    "a sentence goes on": (
        ("(b) leaves a person behind on the", "landing at night,"),
        ("leaves a person behind on the landing at night,", ""),
    ),
    "a name goes on": (
        ("(b) leaves a person behind on the banks of the", "Nile at night,"),
        ("leaves a person behind on the banks of the Nile at night,", ""),
    ),
    "what is counted goes on": (
        ("(b) leaves a person behind for", "3 nights,"),
        ("leaves a person behind for 3 nights,", ""),
    ),
    "behind the number": (
        ("(b) leaves a person behind for 3", "nights,"),
        ("leaves a person behind for 3 nights,", ""),
    ),
    "words after the list": (
        ("(b) leaves a person behind,", "commits an offence."),
        ("leaves a person behind,", "commits an offence."),
    ),
    "an item goes on and the words after the list follow": (
        ("(b) leaves a person behind on a", "landing,\n\ncommits an offence."),
        ("leaves a person behind on a landing,", "commits an offence."),
    ),
    "the next item": (("(b) leaves a person behind or", "(c) sleeps."), ("leaves a person behind or", "")),
}


@pytest.mark.parametrize("kind", list(BREAKS))
def test_the_foot_of_a_page_parts_no_sentence(kind: str) -> None:
    (before, after), (item, wrap_up) = BREAKS[kind]
    made = law(f"{_HEAD}{before}\n\nPage 1 of 2\n\n{after}{_TAIL}", "en")
    rows = found(made)
    [words] = [words for depth, num, _, words, _ in rows if (depth, num) == (2, "b")]
    [told] = [after for depth, num, _, _, after in rows if (depth, num) == (1, "1")]
    assert (words, told) == (item, wrap_up)
