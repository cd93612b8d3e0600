"""ctip-law report"""

from __future__ import annotations

from pathlib import Path, PurePath
from typing import Annotated, Literal

import typer

from ctip_law.cli.app import settings
from ctip_law.cli.handouts import register
from ctip_law.cli.options import Against, Console, Lang, Lens, Paper, Reviews, with_console
from ctip_law.cli.reviews import each_with_reviews
from ctip_law.cli.sources import read_laws
from ctip_law.errors import InputError, UsageError
from ctip_law.model import Law, Report
from ctip_law.report.matrix import MATRIX_FORMATS

app = typer.Typer(
    **settings(),
    no_args_is_help=True,
    help="Write the matrix of several laws or countries, and the documents made from the findings on one.",
    epilog="Example: ctip-law report matrix",
)


@app.callback()
def _group() -> None:
    """Write the matrix of several laws or countries, and the documents made from the findings on one."""


@app.command("matrix")
@with_console(*MATRIX_FORMATS)
def matrix_report(
    of: Annotated[
        list[str] | None,
        typer.Argument(metavar="LAW|COUNTRY", help="Statutes and countries of the corpus, a column for each."),
    ] = None,
    country: Annotated[
        str,
        typer.Option("-C", "--country", metavar="CODES", help="Countries, such as SG,TZ. [default: the whole corpus]"),
    ] = "",
    against: Against = "",
    lens: Lens = "",
    strength: Annotated[
        Literal["mandatory", "qualified", "optional", "recommendation", "interpretive"] | None,
        typer.Option("--strength", help="Only duties of this strength."),
    ] = None,
    reviews: Reviews = "",
    lang: Lang = "",
    paper: Paper = "a4",
    *,
    io: Console,
) -> None:
    """Put laws or countries side by side: a row for each provision, a column for each law or country.

    With -C, or without anything, the countries of the corpus are compared; its laws are restatements in our own words.
    Of laws and countries that are named, md, html, docx, xlsx and pdf are the whole document, a chapter for each.
    Without -I all are held against the Trafficking in Persons Protocol, so that all columns answer the same questions.

    \b
    Example: ctip-law report matrix
             ctip-law report matrix -C SG,TZ -o matrix.html
             ctip-law report matrix act.txt bill.txt SG -o matrix.docx
    """
    from ctip_law import corpus, matrix, render_matrix
    from ctip_law.choice import same_for_all

    if of and country:
        remedy = "Name all as arguments, or countries with -C alone; of one law and its country take gap LAW -C CODE."
        raise UsageError("CT007", "laws or countries are named as arguments, and countries with -C too", remedy=remedy)
    chosen = same_for_all(against, lens)
    codes = [code.strip() for code in country.split(",") if code.strip()] or list(corpus.countries())
    if of:
        columns = [_named(name, chosen, lang, lens, io) for name in of]
    else:
        columns = [_one(code, chosen, lens, io) for code in codes]
    reports = each_with_reviews([report for report in columns if report], reviews, io)
    if reports:
        made = matrix(reports, [strength] if strength else (), _labels(reports) if of else ())
        io.result(render_matrix(made, io.form, whole=bool(of), errors=io.failures, paper=paper))
    raise typer.Exit(io.exit_code(len(reports)))


def _named(name: str, chosen: tuple[str, ...], lang: str, lens: str, io: Console) -> Report | None:
    """The report on a statute's file, or on a country of the corpus where no file has that name."""
    from ctip_law import gap
    from ctip_law.countries import country_code

    if not Path(name).exists():
        try:
            code = country_code(name)
        except UsageError:
            code = ""
        if code:
            return _one(code, chosen, lens, io)
        if name != "-" and not PurePath(name).suffix:
            what = "there is no such file, and no country of that name or code"
            io.failed(InputError("CT101", what, path=name, remedy="Check the path, or see `ctip-law corpus list`."))
            return None
    laws = [law for law in read_laws([name], lang, io) if isinstance(law, Law)]
    return gap(laws, against=chosen, lens=lens) if laws else None


def _labels(reports: list[Report]) -> list[str]:
    """What the columns are called: the country where it has one column, else the law, with a number where two are the
    same.
    """
    from ctip_law.countries import country_name

    codes = [report.country for report in reports]
    names = [
        country_name(report.country)
        if report.country and codes.count(report.country) == 1
        else "; ".join(law.title or PurePath(law.source.path).name for law in report.ledger.laws)
        for report in reports
    ]
    return [f"{name} ({names[:n].count(name) + 1})" if names.count(name) > 1 else name for n, name in enumerate(names)]


def _one(code: str, chosen: tuple[str, ...], lens: str, io: Console) -> Report | None:
    from ctip_law import corpus, gap

    read = read_laws([str(path) for path in corpus.files(code)], "", io)
    laws = [law for law in read if isinstance(law, Law)]
    return gap(laws, against=chosen, country=code, lens=lens) if laws else None


register(app)
