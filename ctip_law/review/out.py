"""A report as a file for a lawyer to fill in."""

from __future__ import annotations

from ctip_law.dossier import render_gap
from ctip_law.errors import UsageError
from ctip_law.model import Report
from ctip_law.review.beside import of_report
from ctip_law.review.sheets import as_csv
from ctip_law.review.toml import as_toml


def export(report: Report, form: str = "xlsx", *, reviewer: str = "") -> str | bytes:
    """Every finding with the reviewer's columns: as "xlsx" the workbook of `gap -f xlsx`, as "csv" or as "toml".

    Raises UsageError CT004 for another form.
    """
    if form == "xlsx":
        return render_gap(report, "xlsx")
    if form not in ("csv", "toml"):
        raise UsageError("CT004", f"a review has no form {form!r}", remedy="Use xlsx, csv or toml.")
    review = of_report(report, reviewer)
    return as_csv(review) if form == "csv" else as_toml(review, every=True)
