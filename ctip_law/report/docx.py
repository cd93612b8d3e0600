"""The document as a Word file: real headings, a list of contents, tables whose heads repeat and rows hold together."""

from __future__ import annotations

import io
from collections.abc import Sequence
from copy import deepcopy
from datetime import datetime
from functools import cache
from typing import Any

from ctip_law.report.blocks import (
    Block,
    Cell,
    Contents,
    Grid,
    Handout,
    Head,
    Items,
    Text,
    Title,
    Turn,
    Words,
    tall,
    together,
)
from ctip_law.report.colours import FOUND, HEAD, TINTS, from_the_right
from ctip_law.report.document import Document
from ctip_law.report.layout import layout
from ctip_law.report.pages import MARGIN, size
from ctip_law.report.rows import flat
from ctip_law.write.styled import styled
from ctip_law.write.zips import timeless

_EPOCH = datetime(2000, 1, 1)
_FONT, _BODY, _SMALL, _CELL = "Calibri", 10.5, 9.0, 7.5
#: What the format wants behind the mark of a paragraph that runs from the right.
_AFTER_BIDI = (
    "w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc", "w:outlineLvl", "w:rPr",
    "w:sectPr",
)  # fmt: skip
_PER_MM = 56.6929  # twentieths of a point in a millimetre


def render(document: Document | Handout, paper: str = "a4") -> bytes:
    """The document's bytes, the same on every run. Raises UsageError CT004 for an unknown paper."""
    return _Writer(document, size(paper)).bytes()


class _Writer:
    """A Word document in the making."""

    def __init__(self, document: Document | Handout, paper: tuple[float, float]) -> None:
        from docx import Document as word

        self.word: Any = word()
        self.paper, self.wide = paper, False
        self.blocks = layout(document)
        self.heads = [block for block in self.blocks if isinstance(block, Head) and block.level < 3]
        self.marks = 0
        self._prepare(document)

    def bytes(self) -> bytes:
        """All blocks, written."""
        for block in self.blocks:
            self._block(block)
        out = io.BytesIO()
        self.word.save(out)
        return timeless(out.getvalue())

    def _prepare(self, document: Document | Handout) -> None:
        from docx.shared import Pt, RGBColor

        properties = self.word.core_properties
        properties.title, properties.author, properties.language = flat(document.title)[:255], "ctip-law", "en"
        properties.comments, properties.revision = "", 1
        properties.created = properties.modified = _EPOCH
        styles = self.word.styles
        for name in ("Normal", "Title", "Subtitle", "Heading 1", "Heading 2", "Heading 3"):
            _font(styles[name], _FONT)
            styles[name].font.color.rgb = RGBColor(0x1F, 0x2D, 0x3D) if name != "Normal" else None
        styles["Normal"].font.size = Pt(_BODY)
        styles["Normal"].paragraph_format.space_after = Pt(5)
        for name, points in (("Title", 24), ("Heading 1", 17), ("Heading 2", 13), ("Heading 3", 11)):
            styles[name].font.size = Pt(points)
        self._page(self.word.sections[0])
        footer = self.word.sections[0].footer.paragraphs[0]
        footer.add_run(f"{flat(document.title)[:110]} · page ").font.size = Pt(8)
        _field(footer, "PAGE")
        footer.add_run(" of ").font.size = Pt(8)
        _field(footer, "NUMPAGES")

    def _page(self, section: Any) -> None:
        from docx.enum.section import WD_ORIENT
        from docx.shared import Mm

        width, height = reversed(self.paper) if self.wide else self.paper
        section.orientation = WD_ORIENT.LANDSCAPE if self.wide else WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = Mm(width), Mm(height)
        section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(MARGIN)
        section.header_distance = section.footer_distance = Mm(MARGIN / 2)

    def _block(self, block: Block) -> None:
        from docx.enum.section import WD_SECTION

        match block:
            case Turn(wide):
                self.wide = wide
                section = self.word.add_section(WD_SECTION.NEW_PAGE)
                _shrink(self.word.paragraphs[-1])
                self._page(section)
            case Title(text, under):
                styled(self.word, flat(text), "Title")
                for line in under:
                    styled(self.word, flat(line), "Subtitle")
            case Contents(depth):
                self._contents(depth)
            case Head(level, text):
                heading = styled(self.word, flat(text), f"Heading {level}")
                if level < 3:
                    self.marks += 1
                    _bookmark(heading, self.marks)
            case Text():
                self._text(block)
            case Items(items, numbered):
                for item in items:
                    styled(self.word, flat(item), "List Number" if numbered else "List Bullet")
            case Grid():
                self._grid(block)

    def _contents(self, depth: int) -> None:
        """The field that Word fills with page numbers, with the headings in it already."""
        heading = self.word.add_paragraph()
        heading.add_run("Contents").bold = True
        listed = [(n, head) for n, head in enumerate(self.heads, 1) if head.level <= depth]
        lines = [self.word.add_paragraph() for _ in listed]
        if lines:  # dirty: Word asks to bring it up to date when the file is opened
            field = f'TOC \\o "1-{depth}" \\h \\z \\u'
            for mark in (_mark("begin", dirty="true"), _instruction(field), _mark("separate")):
                lines[0].add_run()._r.append(mark)
        for line, (n, head) in zip(lines, listed, strict=True):
            _toc_line(line, flat(head.text), n, head.level)
        if lines:
            lines[-1].add_run()._r.append(_mark("end"))

    def _text(self, block: Text) -> None:
        from docx.shared import Cm, Pt

        paragraph = self.word.add_paragraph()
        form = paragraph.paragraph_format
        if block.num:
            form.left_indent, form.first_line_indent = Cm(0.9 * (block.depth + 1)), Cm(-0.9)
            form.tab_stops.add_tab_stop(Cm(0.9 * (block.depth + 1)))
        elif block.depth:
            form.left_indent = Cm(0.9 * block.depth)
        form.keep_with_next = block.keeps or None
        words = f"{flat(block.num)}\t{flat(block.text)}" if block.num else flat(block.text)
        run = paragraph.add_run(words)
        run.bold = block.kind == "strong" or None
        if block.kind == "small":
            run.font.size, run.italic = Pt(_SMALL), True
        _language(paragraph, run, block.lang)

    def _grid(self, grid: Grid) -> None:
        across = (self.paper[1] if self.wide else self.paper[0]) - 2 * MARGIN
        columns = [round(across * share / 100 * _PER_MM) for share in grid.widths]
        table = self.word.add_table(rows=0, cols=len(columns), style="Table Grid")
        table.autofit = False
        for column, width in zip(table._tbl.tblGrid.gridCol_lst, columns, strict=True):
            column.set(_q("w:w"), str(width))
        _caption(table, flat(grid.caption))
        bare = _bare_row(table, columns)
        if grid.heads:
            heads = [(Words(head, "strong"),) for head in grid.heads]
            _row(table, bare, heads, grid.small, head=True)
        whole = together(grid)
        for n, cells in enumerate(grid.rows):
            stays = whole and n < len(grid.rows) - 1
            row = _row(table, bare, cells, grid.small, parts=tall(grid, cells), stays=stays)
            if grid.status >= 0:
                _shade(row[grid.status], TINTS[grid.statuses[n]])
        _shrink(self.word.add_paragraph(), after=8)


def _bare_row(table: Any, columns: Sequence[int]) -> Any:
    """A row with nothing but the widths of its cells, to copy: to make each anew takes most of the time of a report."""
    row = table.add_row()
    for cell, width in zip(row.cells, columns, strict=True):
        properties = cell._tc.get_or_add_tcPr()
        properties.get_or_add_tcW().set(_q("w:w"), str(width))
        properties.get_or_add_tcW().set(_q("w:type"), "dxa")
    table._tbl.remove(row._tr)
    return row._tr


def _row(
    table: Any,
    bare: Any,
    cells: Sequence[Cell],
    small: bool,
    *,
    head: bool = False,
    parts: bool = False,
    stays: bool = False,
) -> list[Any]:
    """A row that no page parts, unless it is taller than one (`parts`); `stays` keeps it on the page of the next."""
    from docx.table import _Cell

    made = deepcopy(bare)
    table._tbl.append(made)
    rules = made.get_or_add_trPr()
    if not parts:
        rules.append(_element("w:cantSplit"))
    if head:
        rules.append(_element("w:tblHeader"))
    drawn = [_Cell(cell, table) for cell in made.tc_lst]
    points = _CELL if small else _SMALL
    for cell, words in zip(drawn, cells, strict=True):
        if head:
            _shade(cell, HEAD)
        for n, one in enumerate(words):
            paragraph = cell.paragraphs[0] if n == 0 else cell.add_paragraph()
            paragraph._p.insert(0, deepcopy(_spacing(head or stays)))
            for piece, found in one.runs():
                run = _run(paragraph, piece, points - 0.5 if one.kind == "small" else points, one.kind)
                if found:
                    run._r.get_or_add_rPr().append(_element("w:shd", val="clear", color="auto", fill=FOUND))
                _language(paragraph, run, one.lang)
    return drawn


@cache
def _spacing(keeps: bool) -> Any:
    """The form of a paragraph in a cell, to copy; `keeps` it on the page of the next."""
    from docx.oxml import OxmlElement
    from docx.shared import Pt
    from docx.text.paragraph import Paragraph

    paragraph: Any = Paragraph(OxmlElement("w:p"), None)  # type: ignore[arg-type]
    paragraph.paragraph_format.space_after = Pt(2)
    paragraph.paragraph_format.keep_with_next = keeps or None
    return paragraph._p.pPr


@cache
def _lettering(points: float, kind: str) -> Any:
    """A run without words in a size and a kind of lettering, to copy."""
    from docx.oxml import OxmlElement
    from docx.shared import Pt
    from docx.text.run import Run

    run: Any = Run(OxmlElement("w:r"), None)  # type: ignore[arg-type]
    run.font.size = Pt(points)
    run.bold, run.italic = kind == "strong" or None, kind == "small" or None
    return run._r


def _run(paragraph: Any, words: str, points: float, kind: str) -> Any:
    """Words at the end of a paragraph."""
    from docx.text.run import Run

    made = deepcopy(_lettering(points, kind))
    paragraph._p.append(made)
    run = Run(made, paragraph)
    if any(sign in words for sign in "\t\r\n"):
        run.text = words
    elif words:  # the same element without a search for what it takes the place of and a step for each letter
        made.add_t(words)
    return run


def _shrink(paragraph: Any, after: float = 0) -> None:
    """Makes a paragraph that Word asks for and nobody reads too small to open a page of its own."""
    from docx.shared import Pt

    form = paragraph.paragraph_format
    form.space_before, form.space_after, form.line_spacing = Pt(0), Pt(after), Pt(1)
    mark = paragraph._p.get_or_add_pPr()
    size = _element("w:rPr")
    size.append(_element("w:sz", val="2"))
    section = mark.find(_q("w:sectPr"))
    if section is None:
        mark.append(size)
    else:  # the order that the format asks for
        section.addprevious(size)


def _shade(cell: Any, fill: str) -> None:
    cell._tc.get_or_add_tcPr().append(_element("w:shd", val="clear", color="auto", fill=fill))


def _caption(table: Any, words: str) -> None:
    """What the table is called, for those who have it read to them."""
    table._tbl.tblPr.append(_element("w:tblCaption", val=words[:200]))


def _language(paragraph: Any, run: Any, language: str) -> None:
    if not language or language == "en":
        return
    if from_the_right(language):
        if paragraph._p.pPr is None or paragraph._p.pPr.find(_q("w:bidi")) is None:
            paragraph._p.get_or_add_pPr().insert_element_before(_element("w:bidi"), *_AFTER_BIDI)
        run._r.get_or_add_rPr().append(_element("w:rtl"))
    run._r.get_or_add_rPr().append(_element("w:lang", val=language, bidi=language, eastAsia=language))


def _font(style: Any, name: str) -> None:
    style.font.name = name
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(_q(f"w:{theme}"), None)


def _q(name: str) -> str:
    from docx.oxml.ns import qn

    return str(qn(name))


def _element(tag: str, **values: str) -> Any:
    from docx.oxml import OxmlElement

    element = OxmlElement(tag)
    for name, value in values.items():
        element.set(_q(f"w:{name}"), value)
    return element


def _bookmark(paragraph: Any, n: int) -> None:
    paragraph._p.insert(1, _element("w:bookmarkStart", id=str(n), name=f"_Toc{n:06}"))
    paragraph._p.append(_element("w:bookmarkEnd", id=str(n)))


def _field(paragraph: Any, instruction: str, shown: str = "1") -> None:
    """A field of this program's own: text of a statute never becomes one."""
    from docx.shared import Pt

    for run_of in (_mark("begin"), _instruction(instruction), _mark("separate"), shown, _mark("end")):
        run = paragraph.add_run(run_of if isinstance(run_of, str) else "")
        run.font.size = Pt(8)
        if not isinstance(run_of, str):
            run._r.append(run_of)


def _mark(kind: str, **more: str) -> Any:
    return _element("w:fldChar", fldCharType=kind, **more)


def _instruction(words: str) -> Any:
    element = _element("w:instrText")
    element.text = f" {words} "
    return element


def _toc_line(paragraph: Any, words: str, n: int, level: int) -> None:
    """A line of the contents, a link to the heading. Word puts the page numbers in when it brings the field up to date;
    until then no line shows a number that may be wrong.
    """
    from docx.shared import Cm, Pt

    form = paragraph.paragraph_format
    form.left_indent, form.space_after, form.line_spacing = Cm(0.6 * (level - 1)), Pt(0), 1.0
    link = _element("w:hyperlink", anchor=f"_Toc{n:06}", history="1")
    run = paragraph.add_run(words)
    run.font.size = Pt(9)
    link.append(run._r)
    paragraph._p.append(link)
