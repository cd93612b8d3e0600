"""A gap analysis, or several side by side, in any form: data, the table of a terminal, or the document.

What a form needs is imported when it is asked for: most gap analyses are data or a table.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from ctip_law.errors import CtipError, MissingExtra, UsageError
from ctip_law.model import Report
from ctip_law.report.data import NATURES
from ctip_law.report.render import BUILD_FORMATS, DOCUMENT_FORMATS, GAP_FORMATS, to_json

if TYPE_CHECKING:
    from ctip_law.report.matrix import Matrix


def render_gap(
    report: Report,
    form: str = "table",
    *,
    errors: Sequence[CtipError] = (),
    colour: bool = False,
    paper: str = "a4",
    known: Mapping[str, str] | None = None,
    severity: str = "mandatory",
) -> str | bytes:
    """A gap analysis in one of GAP_FORMATS or BUILD_FORMATS; `paper` is "a4" or "letter".

    For the forms that a build reads, `known` are the findings of a baseline, and `severity` is the strength from which
    on a finding counts. Raises UsageError CT004 for another form or paper, and what `report.pdf` raises.
    """
    every = (*GAP_FORMATS, *BUILD_FORMATS)
    if form not in every:
        raise UsageError("CT004", f"a gap analysis has no format {form!r}", remedy=f"Use one of {', '.join(every)}.")
    if form in BUILD_FORMATS:
        from ctip_law.report.ci import render as build

        return build(report, form, errors, known=known, severity=severity)
    if form == "json":
        from ctip_law.report.data import gap_data

        return to_json(gap_data(report, errors))
    if form == "table":
        from ctip_law.report.table import render

        return render(report, errors, colour=colour)
    from ctip_law.dossier.make import document
    from ctip_law.report.writers import written

    return written(document([report], errors=errors), form, paper)


def handed_over(report: Report, forms: Sequence[str]) -> Iterator[tuple[str, str | bytes]]:
    """A gap analysis in each of several forms, the document made once for all of them; a form whose writer is not
    installed is left out."""
    from ctip_law.dossier.make import document
    from ctip_law.report.writers import written

    made = document([report])
    for form in forms:
        try:
            yield form, render_gap(report, form) if form == "json" else written(made, form, "a4")
        except MissingExtra:
            continue


def render_matrix(
    made: Matrix,
    form: str = "table",
    *,
    whole: bool = False,
    errors: Sequence[CtipError] = (),
    paper: str = "a4",
) -> str | bytes:
    """Several reports side by side in one of MATRIX_FORMATS: the comparison, or the `whole` document with a chapter for
    each. Word, Excel and PDF are always the document; JSON and the table are always the comparison.

    Raises UsageError CT004 for another form or paper, and what `report.pdf` raises.
    """
    from ctip_law.report.matrix import COMPARED, MATRIX_FORMATS
    from ctip_law.report.matrix import render_matrix as render_comparison

    if form not in MATRIX_FORMATS:
        raise UsageError(
            "CT004", f"the matrix has no format {form!r}", remedy=f"Use one of {', '.join(MATRIX_FORMATS)}."
        )
    if form not in COMPARED or (whole and form in DOCUMENT_FORMATS):
        from ctip_law.dossier.make import document
        from ctip_law.report.writers import written

        return written(document(_asked(made), labels=made.labels, errors=errors), form, paper)
    return render_comparison(made, form)


def _asked(made: Matrix) -> list[Report]:
    """The reports with the provisions alone that the matrix has a row for."""
    rows = {row[0].id for row in made.rows}
    reports = []
    for report in made.reports:
        asked = tuple(one for one in report.provisions if one.id in rows or one.nature not in NATURES)
        reports.append(replace(report, provisions=asked))
    return reports
