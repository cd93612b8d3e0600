"""What lawyers decided stands in the reviewer's column of every form, and changes no verdict."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ctip_law.dossier.make import document
from ctip_law.model import Report
from ctip_law.report.csv import render as to_csv
from ctip_law.report.document import Document, Review
from ctip_law.report.docx import render as to_docx
from ctip_law.report.html import render as to_html
from ctip_law.report.md import render as to_md
from ctip_law.report.pdf import render as to_pdf
from ctip_law.report.xlsx import render as to_xlsx
from tests.report.reading import cells, visible

TOLD = "overridden: “met” in place of “partial” (A. Lawyer, 2026-11-29): the Code names the other means"
DECISION = Review(
    kind="provision", key="tip-3a", title="Definition of trafficking in persons", told=TOLD, machine="partial",
    verdict="met", reason="the Code names the other means", sections="2; 9", reviewer="A. Lawyer", date="2026-11-29",
    stale="the text of the law has changed",
)  # fmt: skip
WRITERS = {"csv": to_csv, "md": to_md, "html": to_html, "docx": to_docx, "xlsx": to_xlsx, "pdf": to_pdf}


def decided(report: Report, *reviews: Review) -> Document:
    """The document with these decisions on its findings."""
    made = document([report])
    (chapter,) = made.chapters
    told: dict[str, tuple[str, ...]] = {}
    for one in reviews:
        told[one.key] = (*told.get(one.key, ()), one.told)
    groups = tuple(
        replace(group, rows=tuple(replace(row, reviews=told.get(row.key, ())) for row in group.rows))
        for group in chapter.groups
    )
    return replace(made, chapters=(replace(chapter, groups=groups, reviews=reviews),))


@pytest.mark.parametrize("form", WRITERS)
def test_a_decision_stands_beside_the_finding(protocol: Report, form: str) -> None:
    if form == "pdf":
        pytest.importorskip("typst", reason="typst, of the extra `pdf`, is not installed")
    made = visible(WRITERS[form](decided(protocol, DECISION)), form)  # type: ignore[operator]
    wanted = "the Code names the other means" if form == "xlsx" else TOLD
    assert "".join(wanted.split()) in "".join(made.split())
    assert "partial" in made


def test_the_only_reviewer_s_words_stand_in_the_cells_to_fill(protocol: Report) -> None:
    rows = cells(to_xlsx(decided(protocol, DECISION)), hidden=True)
    row = next(row for row in rows if row[0] == "tip-3a" and "What it asks for" not in row)
    assert row[9:12] == ["met", "2; 9", "the Code names the other means"]
    assert ["Reviewer", "A. Lawyer"] in rows
    assert ["Date of the review", "2026-11-29"] in rows


def test_of_two_reviewers_neither_stands_there(protocol: Report) -> None:
    other = replace(DECISION, reviewer="B. Advocate", verdict="gap", told="overridden: gap")
    rows = cells(to_xlsx(decided(protocol, DECISION, other)), hidden=True)
    row = next(row for row in rows if row[0] == "tip-3a")
    assert "the Code names the other means" not in row
    assert [row[1:] for row in rows if row[0] == "Reviewer"] in ([[""]], [[]])
    reviewers = [row[3] for row in rows if row[0] == "tip-3a" and "the text of the law has changed" in row]
    assert reviewers == ["A. Lawyer", "B. Advocate"]


def test_without_a_decision_there_is_no_sheet_for_them(protocol: Report) -> None:
    assert ["Finding", "Words", "Found"] not in [row[:3] for row in cells(to_xlsx(decided(protocol)), hidden=True)]
