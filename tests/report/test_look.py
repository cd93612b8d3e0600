"""How the document looks: pages, heads that repeat, rows that hold together, columns that are not cut."""

from __future__ import annotations

import io
import re
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ctip_law import render_gap
from ctip_law.errors import MissingExtra
from ctip_law.model import Report
from ctip_law.report.blocks import Words, widths
from ctip_law.report.csv import inert
from ctip_law.report.document import COLUMNS, REVIEW
from ctip_law.report.md import line
from ctip_law.report.pdf import _told
from tests.report.conftest import build, law
from tests.report.reading import written

HEADS = (*COLUMNS, REVIEW)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture
def word(report: Report) -> object:
    from docx import Document

    return Document(io.BytesIO(bytes(render_gap(report, "docx"))))  # type: ignore[arg-type]


def test_the_matrix_in_word_lies_on_its_side_and_repeats_its_head(word: object) -> None:
    sections = word.sections  # type: ignore[attr-defined]
    wide = [one for one in sections if one.page_width > one.page_height]
    assert wide
    assert len(wide) < len(sections)
    matrix = [one for one in word.tables if [cell.text for cell in one.rows[0].cells] == list(HEADS)]  # type: ignore[attr-defined]
    assert matrix
    for table in matrix:
        assert table.rows[0]._tr.trPr.find(f"{W}tblHeader") is not None
        assert all(row._tr.trPr.find(f"{W}cantSplit") is not None for row in table.rows)
        across = sum(int(column.get(f"{W}w")) for column in table._tbl.tblGrid)
        assert across <= (wide[0].page_width - wide[0].left_margin - wide[0].right_margin) / 635 + len(HEADS)


def test_the_contents_in_word_are_links_in_a_field(word: object) -> None:
    body = word.element.xml  # type: ignore[attr-defined]
    links = re.findall(r'w:hyperlink w:anchor="(_Toc\d+)"', body)
    assert links
    assert all(f'w:name="{link}"' in body for link in links)
    assert 'w:dirty="true"' in body


@pytest.mark.parametrize(("paper", "width"), [("a4", 210.0), ("letter", 215.9)])
def test_the_paper_is_the_one_that_is_asked_for(report: Report, paper: str, width: float) -> None:
    from docx import Document

    document = Document(io.BytesIO(bytes(render_gap(report, "docx", paper=paper))))  # type: ignore[arg-type]
    assert document.sections[0].page_width.mm == pytest.approx(width, abs=0.1)
    assert f"size: {width:.1f}mm" in str(render_gap(report, "html", paper=paper))


def test_html_shows_every_quote_and_asks_for_nothing_from_outside(report: Report) -> None:
    page = str(render_gap(report, "html"))
    assert "<details" not in page
    assert "http" not in page
    assert '<section class="wide">' in page
    for shares in re.findall(r"<colgroup>(.*?)</colgroup>", page):
        assert sum(map(int, re.findall(r"width: (\d+)%", shares))) in (100, 99, 98, 97)
    assert page.count("<table") == page.count("</table>") == page.count("<caption>")


def test_a_workbook_has_filters_frozen_heads_and_one_page_s_width(report: Report) -> None:
    openpyxl = pytest.importorskip("openpyxl", reason="openpyxl, of the extra `evaluate`, is not installed")
    book = openpyxl.load_workbook(io.BytesIO(bytes(render_gap(report, "xlsx", paper="letter"))))  # type: ignore[arg-type]
    assert book.sheetnames == [
        "Cover", "Summary", "Most serious findings", "Provisions", "Recommendations", "Findings by theme", "Penalties",
        "Observations", "Definitions compared", "Proposed text", "Texts cited", "Elements", "About",
    ]  # fmt: skip
    page = book["Provisions"]
    assert (page.freeze_panes, page.page_setup.fitToWidth or 1, page.page_setup.fitToHeight) == ("D2", 1, 0)
    assert page.sheet_properties.pageSetUpPr.fitToPage
    assert page.page_setup.paperSize in (1, "1")
    assert page.auto_filter.ref
    assert page.print_title_rows == "$1:$1"
    assert page.data_validations.dataValidation[0].type == "list"
    assert max(row.height or 0 for row in page.row_dimensions.values()) <= 409


def test_a_pdf_is_tagged_and_has_pages_of_both_kinds(report: Report) -> None:
    made = written(report, "pdf", paper="letter")
    assert isinstance(made, bytes)
    assert b"StructTreeRoot" in made
    assert b"pdfuaid" in made or b"PDF/UA" in made or made.startswith(b"%PDF-1.7")
    import pypdfium2

    pages = list(pypdfium2.PdfDocument(made))
    assert {tuple(map(round, page.get_size())) for page in pages} == {(612, 792), (792, 612)}
    foot = len("Gap analysis: People (Protection) Act page 10 of 10")
    assert all(len(page.get_textpage().get_text_range()) > foot + 20 for page in pages)  # none is empty


def test_without_typst_the_extra_is_named(report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    said = r"CT901 a PDF needs the package typst; pip install 'ctip-law\[pdf\]'"
    with pytest.raises(MissingExtra, match=said) as told:
        render_gap(report, "pdf")
    assert told.value.exit_code == 3


@pytest.mark.parametrize(
    ("sign", "package"), [("ក", "fonts-noto-core"), ("漢", "fonts-noto-cjk"), ("한", "fonts-noto-cjk")]
)
def test_a_sign_without_a_font_is_told_with_the_package(sign: str, package: str) -> None:
    error = _told(f'PDF/UA-1 error: the text `"{sign}x"` could not be displayed with font `"Some Font"`')
    assert (error.code, error.exit_code) == ("CT903", 3)
    assert f"“{sign}” (U+{ord(sign):04X}" in str(error)
    assert package in str(error)


@pytest.mark.parametrize(
    ("text", "made"),
    [("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@A1", "'@A1"), ("\t=1", "'\t=1"), ("1=1", "1=1"), ("", "")],
)
def test_no_cell_of_the_csv_is_a_formula(text: str, made: str) -> None:
    assert inert(text) == made


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("- item", r"\- item"),
        ("# head", r"\# head"),
        ("3. Law", r"3\. Law"),
        ("Law 3. Then", "Law 3. Then"),
        ("= x", r"\= x"),
    ],
)
def test_no_line_of_markdown_starts_a_list_or_a_heading(text: str, made: str) -> None:
    assert line(text) == made


@settings(deadline=None, max_examples=80)
@given(st.lists(st.lists(st.text("ab ", max_size=900), min_size=8, max_size=8), min_size=1, max_size=6))
def test_column_widths_fill_the_line_and_leave_none_too_small(texts: list[list[str]]) -> None:
    rows = [[(Words(text),) for text in row] for row in texts]
    made = widths(HEADS, rows)
    assert sum(made) == 100
    assert min(made) >= 5


def test_the_words_that_a_finding_rests_on_stand_on_a_tint(report: Report, word: object) -> None:
    assert "<mark>person below eighteen</mark>" in str(render_gap(report, "html"))
    tinted = [
        run.text
        for table in word.tables  # type: ignore[attr-defined]
        for row in table.rows
        for cell in row.cells
        for paragraph in cell.paragraphs
        for run in paragraph.runs
        if run._r.rPr is not None and run._r.rPr.find(f"{W}shd") is not None
    ]
    assert "person below eighteen" in tinted


def test_what_is_not_english_is_marked_as_its_language() -> None:
    from dataclasses import replace

    urdu = replace(law(), language="ur")
    assert 'lang="ur" dir="rtl"' in str(render_gap(build(urdu), "html"))
    from docx import Document

    body = Document(io.BytesIO(bytes(render_gap(build(urdu), "docx")))).element.xml  # type: ignore[arg-type]
    assert '<w:lang w:val="ur"' in body
    assert "<w:bidi/>" in body
