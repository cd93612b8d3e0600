"""A draft as a Word document: real headings, literal numbers with hanging indents, the duties that a section serves in
a footnote, drafting notes in boxes."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import partial
from typing import Any

from ctip_law.draft.concordance import of_draft
from ctip_law.draft.library import words as fixed
from ctip_law.draft.nouns import Draft, DraftSection
from ctip_law.draft.pdf import Table, answered, filled_columns, labelled, widths
from ctip_law.write.styled import styled
from ctip_law.write.zips import timeless

_EPOCH = datetime(2000, 1, 1)
_NOTE = "Drafting note"
_PAGE = 16.0  # centimetres between the margins


def to_docx(draft: Draft, remarks: Iterable[tuple[tuple[str, str], str]], *, notes: bool, place: str) -> bytes:
    """The document's bytes, the same on every run. `remarks` are ((id, label), words) put at the end, `place` is where
    the headings of sections stand."""
    from docx import Document

    from ctip_law.draft.docx_sections import Sections, width
    from ctip_law.draft.footnotes import Footnotes

    document, said = Document(), fixed(draft.language)
    prepare(document, draft.title, draft.language)
    footnotes = Footnotes(document)
    sections = Sections(document, draft, place)
    document.add_heading(draft.title, 0)
    if draft.long_title:
        document.add_paragraph(draft.long_title)
    if draft.whole:
        _contents(document, draft, said["contents"], entries=place != "above")
    for part in draft.parts:
        if part.heading:
            document.add_heading(part.heading, 1)
        for section in part.sections:
            served = answered(section, said, draft.language) if notes and section.duties else ""
            last = sections.write(section, partial(footnotes.add, words=served) if served else _unmarked)
            if notes and section.note:
                sections.after_notes(_notes(document, section, said))
            else:
                sections.room(section, last)
    for (_, label), words in remarks:
        note(document, f"{label}.", words)
    if notes:
        tables(document, of_draft(draft).tables(said), width(place))
    footnotes.close()
    out = io.BytesIO()
    document.save(out)
    return timeless(out.getvalue())


def _unmarked(paragraph: Any) -> None:
    """The paragraph has no footnote."""


def prepare(document: Any, title: str, language: str = "en") -> None:
    """A4, page numbers, the note style, and properties without the day of the run."""
    from docx.shared import Cm

    page = document.sections[0]
    page.page_width, page.page_height = Cm(21.0), Cm(29.7)
    page.left_margin = page.right_margin = Cm(2.5)
    properties = document.core_properties
    properties.title, properties.author, properties.language = title, "ctip-law", language
    properties.comments = ""
    properties.created = properties.modified = _EPOCH
    properties.revision = 1
    _note_style(document)
    footer = page.footer.paragraphs[0]
    footer.add_run(f"{title} · ")
    field(footer.add_run(), "PAGE")


def _note_style(document: Any) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt

    style = document.styles.add_style(_NOTE, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Normal"]
    style.font.size = Pt(9.5)
    style.paragraph_format.left_indent = style.paragraph_format.right_indent = Cm(0.3)
    style.paragraph_format.space_after = Pt(0)
    properties = style.element.get_or_add_pPr()
    # the schema wants borders and shading before spacing and indents
    shading = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", "F2F2F2")):
        shading.set(qn(f"w:{name}"), value)
    borders = OxmlElement("w:pBdr")
    for side in ("top", "left", "bottom", "right"):
        edge = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "4"), ("color", "808080")):
            edge.set(qn(f"w:{name}"), value)
        borders.append(edge)
    properties.insert(0, shading)
    properties.insert(0, borders)


def field(
    run: Any, instruction: str, pieces: Iterable[str] = ("begin", "instrText", "end"), *, hidden: bool = False
) -> None:
    """A field of Word, or a piece of one, in a run of its own."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    run.font.hidden = hidden or None
    for kind in pieces:
        if kind == "instrText":
            element = OxmlElement("w:instrText")
            element.text = instruction
        else:
            element = OxmlElement("w:fldChar")
            element.set(qn("w:fldCharType"), kind)
        run._r.append(element)


def _contents(document: Any, draft: Draft, title: str, *, entries: bool) -> None:
    """The list of parts and sections, as a field that Word fills with the pages when it is asked to. With `entries`
    sections are listed by the fields that stand in them, and not by headings."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.enum.text import WD_BREAK
    from docx.shared import Cm, Pt

    document.add_paragraph(title, style="TOC Heading")
    lines: list[tuple[int, str]] = []
    for part in draft.parts:
        lines += [(1, part.heading)] if part.heading else []
        lines += [(2, section.heading) for section in part.sections]
    for level in (1, 2):
        style = document.styles.add_style(f"toc {level}", WD_STYLE_TYPE.PARAGRAPH)
        style.base_style, style.font.bold = document.styles["Normal"], level == 1
        style.paragraph_format.left_indent = Cm(0.6 * (level - 1))
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(6 if level == 1 else 0), Pt(0)
    code = 'TOC \\o "1-1" \\f \\l "2-2" \\h \\z' if entries else 'TOC \\o "1-2" \\h \\z \\u'
    for at, (level, words) in enumerate(lines):
        paragraph = document.add_paragraph(style=f"toc {level}")
        if at == 0:
            field(paragraph.add_run(), code, ("begin", "instrText", "separate"))
        paragraph.add_run(words)
    if lines:
        field(paragraph.add_run(), "", ("end",))
        paragraph.add_run().add_break(WD_BREAK.PAGE)


def _notes(document: Any, section: DraftSection, said: Mapping[str, str]) -> Any:
    """The box with the notes of a section; its last paragraph."""
    last = note(document, said["note"], section.note[0], first=True)
    more = [("", paragraph) for paragraph in section.note[1:]]
    more += [(said["choice"], choice) for choice in section.choices]
    for label, words in (*more, *labelled(section, said)):
        last = note(document, label, words)
    return last


def tables(document: Any, made: Iterable[Table], page: float = _PAGE) -> None:
    """Tables of (caption, heads, rows), `page` centimetres wide; the head on every page, no row on two."""
    from docx.shared import Cm, Pt

    for caption, heads, rows in map(filled_columns, made):
        note(document, caption, "", first=True)
        document.paragraphs[-1].paragraph_format.keep_with_next = True
        table = document.add_table(rows=1, cols=len(heads))
        table.style = "Table Grid"
        table.autofit = False
        shares = widths(heads, rows)
        for column, share in zip(table.columns, shares, strict=True):
            column.width = Cm(page * share / 100)
        for cell, words in zip(table.rows[0].cells, heads, strict=True):
            run = cell.paragraphs[0].add_run(words)
            run.bold, run.font.size = True, Pt(9)
        _row(table.rows[0], "w:tblHeader", shares, page)
        for row in rows:
            made_row = table.add_row()
            for cell, words in zip(made_row.cells, row, strict=True):
                cell.paragraphs[0].add_run(words).font.size = Pt(9)
            _row(made_row, "w:cantSplit", shares, page)


def _row(row: Any, property: str, shares: Iterable[int], page: float) -> None:
    """A property of a row, and the widths of its cells, which Word takes before those of the columns."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Cm

    element = OxmlElement(property)
    element.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(element)
    for cell, share in zip(row.cells, shares, strict=True):
        cell.width = Cm(page * share / 100)


def note(document: Any, label: str, words: str, *, first: bool = False) -> Any:
    """A paragraph in the style of notes, with a label in bold."""
    from docx.shared import Pt

    paragraph = styled(document, "", _NOTE)
    if first:
        paragraph.paragraph_format.space_before = Pt(6)
        paragraph.paragraph_format.keep_with_next = True
    if label:
        paragraph.add_run(label).bold = True
        paragraph.add_run(" ")
    paragraph.add_run(words)
    return paragraph
