"""What a change of one comparison, `or` or number in this room made different, and no test noticed."""

from __future__ import annotations

import io
import zipfile

import pytest
from lxml import etree

from ctip_law.draft import draft_clause, draft_law, library, render
from ctip_law.draft.interview import Asked, _prompt
from ctip_law.draft.library import shipped

SAID = shipped().common.words

HELD = [
    ("9", "5", "  your answer: 9"),
    ("", "5", "  default: 5"),
    ("9", "", "  your answer: 9"),
]


@pytest.mark.parametrize(("given", "default", "told"), HELD)
def test_a_question_shows_the_answer_that_is_kept_and_else_the_default(given: str, default: str, told: str) -> None:
    one = Asked("boats", "How many boats", default, {}, given)
    assert told in _prompt(one, 1, 1, SAID).splitlines()


@pytest.mark.parametrize(("count", "named"), [(1, True), (2, True), (3, False), (4, False)])
def test_up_to_two_clauses_are_named_in_the_title_of_a_draft(count: int, named: bool) -> None:
    found = list(library())[:count]
    title = draft_clause(found).title
    assert (title == "Model clauses") is not named
    assert not named or title.count(";") == count - 1


W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
#: What may stand in the properties of a paragraph, in the order that the schema of Word asks for (ECMA-376, CT_PPr).
ORDER = [
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr", "suppressLineNumbers",
    "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap", "overflowPunct", "topLinePunct",
    "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing",
    "mirrorIndents", "suppressOverlap", "jc", "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl",
    "divId", "cnfStyle", "rPr", "sectPr", "pPrChange",
]  # fmt: skip


def test_properties_of_paragraphs_stand_in_the_order_of_the_schema() -> None:
    """A program that holds a file to its schema calls it damaged otherwise."""
    data = render(draft_law(), "docx")
    assert isinstance(data, bytes)
    parts = zipfile.ZipFile(io.BytesIO(data))
    trees = [etree.fromstring(parts.read(f"word/{name}.xml")) for name in ("document", "styles")]
    found = [[child.tag.removeprefix(W) for child in one] for tree in trees for one in tree.iter(f"{W}pPr")]
    assert any("pBdr" in names and "shd" in names for names in found)
    for names in found:
        assert names == sorted(names, key=ORDER.index)
