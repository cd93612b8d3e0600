"""ctip-law gap"""

from __future__ import annotations

from typing import Annotated

import typer

from ctip_law.cli.options import Against, Console, Country, Lang, Reviews, WhichLaw, with_console
from ctip_law.cli.reviews import with_reviews
from ctip_law.cli.sources import read_laws, unread_languages
from ctip_law.errors import CtipError, UsageError
from ctip_law.model import Law, Report
from ctip_law.report.render import GAP_FORMATS

Sources = Annotated[
    list[str] | None,
    typer.Argument(metavar="SOURCE", help="Statutes read together as one bundle; with -C alone, the corpus has them."),
]
FailUnder = Annotated[
    float | None,
    typer.Option(
        metavar="N", envvar="CTIP_FAIL_UNDER", help="Exit 1 if less than N % of the mandatory duties assessed are met."
    ),
]


@with_console(*GAP_FORMATS)
def command(
    sources: Sources = None,
    country: Country = "",
    against: Against = "",
    fail_under: FailUnder = None,
    reviews: Reviews = "",
    lang: Lang = "",
    law: WhichLaw = "",
    *,
    io: Console,
) -> None:
    """Hold a law against the instruments, element by element, with the words that prove it.

    Several sources are read together as one bundle. Where nothing is found in them, general law that was not read may
    still cover the duty: the report never says more than "not found".

    \b
    Example: ctip-law gap act.html -I tip
             ctip-law gap act.txt penal-code.txt -C MY -f docx -o gaps.docx
             ctip-law gap -C MY
    """
    if fail_under is not None and not 0 <= fail_under <= 100:
        raise UsageError("CT004", f"--fail-under takes 0 to 100, not {fail_under:g}", remedy="Give a percentage.")
    laws = _laws(sources or [], country, against, lang, io, law)
    if not laws:
        raise typer.Exit(io.exit_code(0))
    from ctip_law import gap

    told = unread_languages(laws, io)
    io.step("matching")
    report = with_reviews(gap(laws, against=against, country=country), reviews, io)
    _write(report, [*io.failures, *told], io)
    code = io.exit_code(len(laws))
    if code == 0 and fail_under is not None:
        code = _gate(report, fail_under)
    raise typer.Exit(code)


def _laws(sources: list[str], country: str, against: str, lang: str, io: Console, which: str = "") -> list[Law]:
    """The laws that could be read, each once."""
    from ctip_law.choice import check

    if not sources and not country:
        raise UsageError("CT007", "nothing to analyse", remedy="Name a statute, or a country with -C.")
    check(against, country)  # a wrong id is told before anything is read
    laws: dict[str, Law] = {}
    for law in read_laws(sources or _of_country(country), lang, io, law=which):
        if isinstance(law, Law) and law.id in laws:
            io.note(f"{law.source.path} is the same law as {laws[law.id].source.path} and is read once")
        elif isinstance(law, Law):
            laws[law.id] = law
    return list(laws.values())


def _of_country(country: str) -> list[str]:
    from ctip_law import corpus

    return [str(path) for path in corpus.files(country)]


def _write(report: Report, errors: list[CtipError], io: Console) -> None:
    from ctip_law import render_gap

    io.result(render_gap(report, io.form, errors=errors, colour=io.colours()))


def _gate(report: Report, least: float) -> int:
    """1 when the rate is below `least`, or when nothing was assessed, which is no pass."""
    import sys

    from ctip_law.report.data import rate

    reached = rate(report)
    if reached is None:
        print("no mandatory duty was assessed, so --fail-under is not met", file=sys.stderr)
        return 1
    if reached < least:
        print(f"{reached:.1f} % of the mandatory duties assessed are met, less than {least:g} %", file=sys.stderr)
        return 1
    return 0
