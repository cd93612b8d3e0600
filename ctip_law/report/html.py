"""The gap analysis as one HTML page that needs nothing from outside: readable without colour, script or network."""

from __future__ import annotations

from collections.abc import Sequence

from ctip_law.errors import CtipError
from ctip_law.knowledge import measured
from ctip_law.model import Report
from ctip_law.report.rows import sheet, tally
from ctip_law.report.words import DISCLAIMER, PROVISION


def render(report: Report, errors: Sequence[CtipError] = ()) -> str:
    """The page, through the template `report/gap.html.j2`."""
    return page(
        "gap.html.j2",
        sheet=sheet(report),
        errors=[str(error) for error in errors],
        tally=tally,
        statuses=PROVISION,
        measured=measured.load().words,
        disclaimer=DISCLAIMER,
    )


def page(template: str, **values: object) -> str:
    """A template of the folder `templates/report` with its values; autoescaped, an unknown value is an error."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    from ctip_law.paths import data_folder

    folder = data_folder("templates") / "report"
    jinja = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return jinja.get_template(template).render(**values)
