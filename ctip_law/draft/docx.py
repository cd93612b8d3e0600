"""A draft as a Word document: real headings, literal numbers with hanging indents, the duties that a section serves in
a footnote, drafting notes in boxes."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from ctip_law.draft.concordance import of_draft
from ctip_law.draft.library import words as fixed
from ctip_law.draft.nouns import Draft, DraftSection
from ctip_law.draft.pdf import Table, answered, filled_columns, labelled, widths
from ctip_law.write.zips import timeless

_EPOCH = datetime(2000, 1, 1)
_NOTE = "Drafting note"
_PAGE = 16.0  # centimetres between the margins
_STEP = 1.1  # centimetres of indent for each level


def to_docx(draft: Draft, remarks: Iterable[tuple[tuple[str, str], str]], *, notes: bool) -> bytes:
    """The document's bytes, the same on every run. `remarks` are ((id, label), words) put at the end."""
    from docx import Document

    from ctip_law.draft.footnotes import Footnotes

    document, said = Document(), fixed(draft.language)
    prepare(document, draft.title, draft.language)
    footnotes = Footnotes(document)
    document.add_heading(draft.title, 0)
    if draft.long_title:
        document.add_paragraph(draft.long_title)
    if draft.whole:
        _contents(document, draft, said["contents"])
    for part in draft.parts:
        if part.heading:
            document.add_heading(part.heading, 1)
        for section in part.sections:
            heading = document.add_heading(section.heading, 2 if draft.whole else 1)
            if notes and section.duties:
                footnotes.add(heading, answered(section, said, draft.language))
            _body(document, section)
            if notes and section.note:
                _notes(document, section, said)
    for (_, label), words in remarks:
        note(document, f"{label}.", words)
    if notes:
        tables(document, of_draft(draft).tables(said))
    footnotes.close()
    out = io.BytesIO()
    document.save(out)
    return timeless(out.getvalue())


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
    _field(footer.add_run(), "PAGE")


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


def _field(run: Any, instruction: str, pieces: Iterable[str] = ("begin", "instrText", "end")) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    for kind in pieces:
        if kind == "instrText":
            element = OxmlElement("w:instrText")
            element.text = instruction
        else:
            element = OxmlElement("w:fldChar")
            element.set(qn("w:fldCharType"), kind)
        run._r.append(element)


def _contents(document: Any, draft: Draft, title: str) -> None:
    """The list of parts and sections, as a field that Word fills with the pages when it is asked to."""
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
    for at, (level, words) in enumerate(lines):
        paragraph = document.add_paragraph(style=f"toc {level}")
        if at == 0:
            _field(paragraph.add_run(), 'TOC \\o "1-2" \\h \\z \\u', ("begin", "instrText", "separate"))
        paragraph.add_run(words)
    if lines:
        _field(paragraph.add_run(), "", ("end",))
        paragraph.add_run().add_break(WD_BREAK.PAGE)


def _body(document: Any, section: DraftSection) -> None:
    from docx.shared import Cm, Pt

    for depth, num, words in section.lines():
        paragraph = document.add_paragraph(f"{num}\t{words}" if num else words)
        form = paragraph.paragraph_format
        form.space_after = Pt(4)
        if num:
            form.left_indent, form.first_line_indent = Cm(_STEP * (depth + 1)), Cm(-_STEP)
            form.tab_stops.add_tab_stop(Cm(_STEP * (depth + 1)))
        else:
            form.left_indent = Cm(_STEP * depth)


def _notes(document: Any, section: DraftSection, said: Mapping[str, str]) -> None:
    note(document, said["note"], section.note[0], first=True)
    for paragraph in section.note[1:]:
        note(document, "", paragraph)
    for choice in section.choices:
        note(document, said["choice"], choice)
    for label, words in labelled(section, said):
        note(document, label, words)


def tables(document: Any, made: Iterable[Table]) -> None:
    """Tables of (caption, heads, rows), the head repeated on every page, no row broken over two."""
    from docx.shared import Cm, Pt

    for caption, heads, rows in map(filled_columns, made):
        note(document, caption, "", first=True)
        document.paragraphs[-1].paragraph_format.keep_with_next = True
        table = document.add_table(rows=1, cols=len(heads))
        table.style = "Table Grid"
        table.autofit = False
        shares = widths(heads, rows)
        for column, share in zip(table.columns, shares, strict=True):
            column.width = Cm(_PAGE * share / 100)
        for cell, words in zip(table.rows[0].cells, heads, strict=True):
            run = cell.paragraphs[0].add_run(words)
            run.bold, run.font.size = True, Pt(9)
        _row(table.rows[0], "w:tblHeader", shares)
        for row in rows:
            made_row = table.add_row()
            for cell, words in zip(made_row.cells, row, strict=True):
                cell.paragraphs[0].add_run(words).font.size = Pt(9)
            _row(made_row, "w:cantSplit", shares)


def _row(row: Any, property: str, shares: Iterable[int]) -> None:
    """A property of a row, and the widths of its cells, which Word takes before those of the columns."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Cm

    element = OxmlElement(property)
    element.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(element)
    for cell, share in zip(row.cells, shares, strict=True):
        cell.width = Cm(_PAGE * share / 100)


def note(document: Any, label: str, words: str, *, first: bool = False) -> None:
    """A paragraph in the style of notes, with a label in bold."""
    from docx.shared import Pt

    paragraph = document.add_paragraph(style=_NOTE)
    if first:
        paragraph.paragraph_format.space_before = Pt(6)
        paragraph.paragraph_format.keep_with_next = True
    if label:
        paragraph.add_run(label).bold = True
        paragraph.add_run(" ")
    paragraph.add_run(words)
