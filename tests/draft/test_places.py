"""Where the heading of a section stands on paper: in the margin, before the first words, above them."""

from __future__ import annotations

import io
import re
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from lxml import html

from ctip_law.annotate import annotate
from ctip_law.draft import Draft, DraftSection, Unit, draft_clause, draft_law, render
from ctip_law.draft.docx_sections import Sections, closed
from ctip_law.draft.nouns import PLACES
from ctip_law.draft.write import placed, to_text
from ctip_law.errors import UsageError
from ctip_law.model import Law
from ctip_law.read import read
from ctip_law.structure import structure
from ctip_law.write.tree import to_tree
from tests.draft.drafts import TRADITIONS, whole


def word(draft: Draft, place: str = "", *, notes: bool = True) -> Any:
    return Document(io.BytesIO(bytes(render(draft, "docx", notes=notes, place=place))))  # type: ignore[arg-type]


def framed(document: Any) -> list[Any]:
    return [p for p in document.paragraphs if p._p.pPr is not None and p._p.pPr.find(qn("w:framePr")) is not None]


def read_again(data: str | bytes, language: str) -> Law:
    stdin = data if isinstance(data, bytes) else data.encode()
    return annotate(structure(read("-", lang=language, stdin=stdin), lang=language))


def clauses(law: Law) -> list[str]:
    """The tree of a law, without its source and the count of its lines."""
    return [line for line in to_tree(law).splitlines()[1:] if line and not re.match(r"\d+ lines", line)]


@pytest.mark.parametrize(
    ("language", "tradition", "asked", "place"),
    [
        ("en", "common", "", "margin"),
        ("en", "civil", "", "run-in"),
        ("en", "plain", "", "above"),
        ("es", "civil", "", "run-in"),
        ("fr", "civil", "", "run-in"),
        ("id", "civil", "", "above"),
        ("en", "common", "above", "above"),  # what is asked for goes before the tradition
        ("en", "civil", "margin", "margin"),
        ("id", "civil", "run-in", "run-in"),
    ],
)
def test_the_tradition_decides_unless_another_place_is_asked_for(
    language: str, tradition: str, asked: str, place: str
) -> None:
    draft = draft_clause("consent", tradition=tradition, language=language)
    assert placed(draft, asked) == place
    assert render(draft, "docx", place=asked) == render(draft, "docx", place=place)


@pytest.mark.parametrize("form", ["docx", "html", "pdf", "md", "text", "akn"])
def test_another_place_is_refused_in_every_form(form: str) -> None:
    with pytest.raises(UsageError, match='headings have no place "left"; use one of margin, run-in, above'):
        render(draft_clause("consent"), form, place="left")


def test_in_the_margin_the_heading_is_a_heading_in_a_frame_and_the_number_stands_in_the_text() -> None:
    draft = whole("common")
    document = word(draft, notes=False)
    notes = framed(document)
    assert [p.text for p in notes] == [section.title for section in draft.sections()]
    assert {p.style.name for p in notes} == {"Heading 2"}
    margin = document.sections[0].left_margin.twips
    for p, section in zip(notes, draft.sections(), strict=True):
        frame = p._p.pPr.find(qn("w:framePr"))
        assert frame.get(qn("w:hAnchor")) == "page"
        # so far from the text that in a PDF made by a word processor the two are not taken for one line
        assert int(frame.get(qn("w:x"))) + int(frame.get(qn("w:w"))) + 352 < margin
        _, num, words = next(section.lines())
        text = p._p.getnext().xpath("string()").split("\\l 2 ")[-1]  # behind the field for the list of contents
        assert "".join(text.split()) == "".join(f"{section.opening}{num}{words}".split())


def test_a_heading_that_runs_in_is_bold_and_ends_with_a_mark_before_the_dash() -> None:
    draft = whole("civil")
    document = word(draft, notes=False)
    assert not framed(document)
    assert not [p for p in document.paragraphs if p.style.name == "Heading 2"]
    opened = [p for p in document.paragraphs if any(run.style.name == "Article heading" for run in p.runs)]
    assert len(opened) == len(draft.sections())
    for p, section in zip(opened, draft.sections(), strict=True):
        _, num, words = next(section.lines())
        assert p.text == f"{section.heading}. – {num} {words}".replace("–  ", "– ")
        assert [run.text for run in p.runs if run.style.font.bold] == [f"{section.heading}."]


@pytest.mark.parametrize(
    ("heading", "ended"),
    [
        ("Article 5. Attempt", "Article 5. Attempt."),
        ("Article 5. Who is a victim?", "Article 5. Who is a victim?"),
        ("Article 5. Victims etc.", "Article 5. Victims etc."),
        ("Article 5. Victims (general)", "Article 5. Victims (general)."),
    ],
)
def test_a_heading_has_one_mark_at_its_end(heading: str, ended: str) -> None:
    assert closed(heading) == ended


@pytest.mark.parametrize("place", ["margin", "run-in"])
@pytest.mark.parametrize("country", ["the Republic", 'the "Isle" \\o of Mirth'])
def test_the_list_of_contents_finds_sections_by_fields_that_nothing_ends_early(place: str, country: str) -> None:
    draft = draft_law(only="own-nationals", variables={"country": country})
    document = word(draft, place)
    codes = [code.text for code in document.element.body.iter(qn("w:instrText"))]
    assert codes[0] == r'TOC \o "1-1" \f \l "2-2" \h \z'
    entries = [re.fullmatch(r' TC "(.*)" \\l 2 ', code) for code in codes[1:]]
    assert all(entries)
    told = [re.sub(r"\\(.)", r"\1", entry[1]) for entry in entries if entry]
    assert told == [section.heading for section in draft.sections()]
    assert not [entry for entry in entries if entry and re.search(r'(?<!\\)(?:\\\\)*"', entry[1])]
    listed = [p.text for p in document.paragraphs if p.style.name == "toc 2"]
    assert listed == told


@pytest.mark.parametrize(("place", "in_heading"), [("margin", False), ("run-in", False), ("above", True)])
def test_a_footnote_stands_in_the_text_where_no_frame_can_hold_it(place: str, in_heading: bool) -> None:
    draft = whole("common")
    document = word(draft, place)
    marked = [p for p in document.paragraphs if p._p.find(f".//{qn('w:footnoteReference')}") is not None]
    served = [section for section in draft.sections() if section.duties]
    assert len(marked) == len(served)
    assert not [p for p in marked if p in framed(document)]
    assert {p.style.name.startswith("Heading") for p in marked} == {in_heading}
    for p, section in zip(marked, served, strict=True):
        assert section.opening in p.text


@pytest.mark.parametrize(
    ("title", "words", "more"),
    [
        ("Attempt", "A person who tries is punished.", False),
        ("Recognition of the identification of a person by the authorities of another State", "Yes.", True),
        ("Recognition of the identification of a person by the authorities", "A long text. " * 40, False),
    ],
)
def test_a_long_note_beside_a_short_section_does_not_reach_the_next(title: str, words: str, more: bool) -> None:
    section = DraftSection("x", "1", "section 1", f"1. {title}", title, (Unit("", words),))
    document = Document()
    sections = Sections(document, whole("common"), "margin")
    last = sections.write(section, lambda paragraph: None)
    before = last.paragraph_format.space_after
    sections.room(section, last)
    assert (last.paragraph_format.space_after > before) is more


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("tradition", TRADITIONS)
@pytest.mark.parametrize("form", ["docx", "html"])
def test_a_draft_is_read_back_the_same_wherever_its_headings_stand(form: str, tradition: str, place: str) -> None:
    draft = whole(tradition)
    plain = clauses(read_again(to_text(draft), "en"))
    assert clauses(read_again(render(draft, form, notes=False, place=place), "en")) == plain
    assert len([line for line in plain if re.match(r" *(?:section|article) \d+: \w", line)]) == len(draft.sections())


MANNERS = [("en", "common"), ("en", "civil"), ("es", "civil"), ("fr", "civil")]


@pytest.mark.parametrize(("language", "tradition"), MANNERS)
def test_headings_of_the_pdf_are_read_as_headings(language: str, tradition: str) -> None:
    pytest.importorskip("typst")
    draft = draft_law(tradition=tradition, language=language)
    law = read_again(render(draft, "pdf", notes=False), language)
    assert [(s.num, s.heading) for s in law.sections()] == [(s.num, s.title) for s in draft.sections()]


@pytest.mark.parametrize("place", PLACES)
def test_a_page_has_a_heading_for_each_section_with_number_and_title(place: str) -> None:
    draft = whole("civil")
    page = html.document_fromstring(str(render(draft, "html", place=place)).encode())
    found = page.xpath("//section")
    assert [" ".join(one.find("h3").text_content().split()) for one in found] == [s.heading for s in draft.sections()]
    assert {one.get("class") for one in found} == {None if place == "above" else place}
