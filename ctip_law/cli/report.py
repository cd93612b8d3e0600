"""ctip-law report"""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from ctip_law.cli.app import settings
from ctip_law.cli.options import Against, Console, with_console
from ctip_law.cli.sources import read_laws
from ctip_law.model import Law, Report
from ctip_law.report.matrix import MATRIX_FORMATS

app = typer.Typer(
    **settings(),
    no_args_is_help=True,
    help="Write reports over several countries.",
    epilog="Example: ctip-law report matrix",
)


@app.callback()
def _group() -> None:
    """Write reports over several countries."""


@app.command("matrix")
@with_console(*MATRIX_FORMATS)
def matrix_report(
    country: Annotated[
        str,
        typer.Option("-C", "--country", metavar="CODES", help="Countries, such as SG,TZ. [default: the whole corpus]"),
    ] = "",
    against: Against = "",
    strength: Annotated[
        Literal["mandatory", "qualified", "optional", "recommendation", "interpretive"] | None,
        typer.Option("--strength", help="Only duties of this strength."),
    ] = None,
    *,
    io: Console,
) -> None:
    """Compare the countries of the corpus: a row for each provision, a column for each country.

    The laws of the corpus are restatements in our own words. Without -I the countries are held against the Trafficking
    in Persons Protocol, so that all columns answer the same questions.

    \b
    Example: ctip-law report matrix
             ctip-law report matrix -C SG,TZ -o matrix.html
    """
    from ctip_law import corpus, matrix, render_matrix
    from ctip_law.choice import same_for_all

    codes = [code.strip() for code in country.split(",") if code.strip()] or list(corpus.countries())
    chosen = same_for_all(against)
    reports = [report for code in codes if (report := _one(code, chosen, io))]
    if reports:
        io.result(render_matrix(matrix(reports, [strength] if strength else ()), io.form))
    raise typer.Exit(io.exit_code(len(reports)))


def _one(code: str, chosen: tuple[str, ...], io: Console) -> Report | None:
    from ctip_law import corpus, gap

    read = read_laws([str(path) for path in corpus.files(code)], "", io)
    laws = [law for law in read if isinstance(law, Law)]
    return gap(laws, against=chosen, country=code) if laws else None
