"""A document by the writer of its form, which is imported when it is asked for."""

from __future__ import annotations

from ctip_law.report.blocks import Handout
from ctip_law.report.document import Document

#: Forms of every document that is put in order as blocks.
LAID_FORMS = ("md", "html", "docx", "xlsx", "pdf")


def written(made: Document | Handout, form: str, paper: str = "a4") -> str | bytes:
    """The document as "docx", "pdf", "html", "xlsx", "csv" or "md".

    Raises UsageError CT004 for an unknown paper, and what `report.pdf` raises.
    """
    if form == "docx":
        from ctip_law.report.docx import render as to_docx

        return to_docx(made, paper)
    if form == "pdf":
        from ctip_law.report.pdf import render as to_pdf

        return to_pdf(made, paper)
    if form == "html":
        from ctip_law.report.html import render as to_html

        return to_html(made, paper)
    if form in ("xlsx", "csv"):
        return _tables(made, form, paper)
    from ctip_law.report.md import render as to_md

    return to_md(made)


def _tables(made: Document | Handout, form: str, paper: str) -> str | bytes:
    """A workbook or CSV, which the matrix has of its own kind."""
    if isinstance(made, Handout):
        from ctip_law.report.handout import to_csv, to_xlsx

        return to_csv(made) if form == "csv" else to_xlsx(made, paper)
    if form == "csv":
        from ctip_law.report.csv import render

        return render(made)
    from ctip_law.report.xlsx import render as workbook

    return workbook(made, paper)
