"""What a person reads in each form of the document, as one line of text."""

from __future__ import annotations

import html
import io
import re

import pytest

from ctip_law import render_gap
from ctip_law.model import Report

#: Forms of the document, those that need a package which may be missing marked.
FORMS = ("csv", "md", "html", "docx", "xlsx", "pdf")


def written(report: Report, form: str, **options: object) -> str | bytes:
    """The report in a form; skips where typst is not installed."""
    if form == "pdf":
        pytest.importorskip("typst", reason="typst, of the extra `pdf`, is not installed")
    return render_gap(report, form, **options)


def visible(made: str | bytes, form: str) -> str:
    """Text without markup, in the order of reading; of a workbook the columns that are not hidden."""
    if form == "docx":
        words = _word(bytes(made))  # type: ignore[arg-type]
    elif form == "xlsx":
        words = "\n".join(cell for row in cells(bytes(made)) for cell in row)  # type: ignore[arg-type]
    elif form == "pdf":
        words = _pdf(bytes(made))  # type: ignore[arg-type]
    else:
        words = str(made)
        if form == "html":
            words = html.unescape(re.sub(r"<style>.*?</style>|<[^>]+>", " ", words, flags=re.DOTALL))
        elif form == "md":
            words = words.replace("<br>", " ").replace("**", "")
            words = html.unescape(re.sub(r"\\([\\`*_\[\]<>|#+~=.-])", r"\1", words))
    return " ".join(words.split())


#: What was read, with the report, so that no other gets its id.
_READ: dict[tuple[int, str, str], tuple[Report, str]] = {}


def read(report: Report, form: str, **options: object) -> str:
    """What a person reads in this form of the report, written and read once for each."""
    asked = (id(report), form, repr(sorted(options.items())))
    if asked not in _READ:
        _READ[asked] = report, visible(written(report, form, **options), form)
    return _READ[asked][1]


def _word(made: bytes) -> str:
    from docx import Document

    document = Document(io.BytesIO(made))
    return "\n".join(
        "".join(node.text or "" for node in paragraph.iter("{*}t")) for paragraph in document.element.iter("{*}p")
    )


def cells(made: bytes, *, hidden: bool = False) -> list[list[str]]:
    """The cells of all sheets, row by row."""
    openpyxl = pytest.importorskip("openpyxl", reason="openpyxl, of the extra `evaluate`, is not installed")
    book = openpyxl.load_workbook(io.BytesIO(made))
    return [
        [
            str(cell.value)
            for cell in row
            if cell.value is not None and (hidden or not page.column_dimensions[cell.column_letter].hidden)
        ]
        for page in book.worksheets
        for row in page.iter_rows()
    ]


def _pdf(made: bytes) -> str:
    import pypdfium2

    document = pypdfium2.PdfDocument(made)
    return "\n".join(page.get_textpage().get_text_range() for page in document)
