"""ctip-law gap"""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Literal

import typer

from ctip_law.cli.options import Against, Console, Country, Lang, Lens, Paper, Reviews, WhichLaw, with_console
from ctip_law.cli.reviews import with_reviews
from ctip_law.cli.sources import read_laws, unread_languages, warn
from ctip_law.errors import UsageError
from ctip_law.model import Caution, Law, Report
from ctip_law.report.render import BUILD_FORMATS, GAP_FORMATS

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


Severity = Annotated[
    Literal["mandatory", "qualified", "optional", "recommendation"] | None,
    typer.Option("--severity", envvar="CTIP_SEVERITY", help="Exit 1 if a duty of this strength or above is not met."),
]
Baseline = Annotated[
    str,
    typer.Option(
        "--baseline", metavar="FILE", envvar="CTIP_BASELINE", help="Known findings: exit 1 only where one is new."
    ),
]
WriteBaseline = Annotated[
    str, typer.Option("--write-baseline", metavar="FILE", help="Write the findings of today as a baseline.")
]


@with_console(*GAP_FORMATS, *BUILD_FORMATS)
def command(
    sources: Sources = None,
    country: Country = "",
    against: Against = "",
    lens: Lens = "",
    fail_under: FailUnder = None,
    severity: Severity = None,
    baseline: Baseline = "",
    write_baseline: WriteBaseline = "",
    reviews: Reviews = "",
    lang: Lang = "",
    law: WhichLaw = "",
    paper: Paper = "a4",
    *,
    io: Console,
) -> None:
    """Hold a law against the instruments, element by element, with the words that prove it.

    Several sources are read together as one bundle. Where nothing is found in them, general law that was not read may
    still cover the duty: the report never says more than "not found".

    For a build: --severity exits 1 on a gap, or a duty met in part, of this strength or a heavier one; --baseline
    counts only those that are new or worse than in the file. Tools read the forms sarif, github and junit.

    \b
    Example: ctip-law gap act.html -I tip
             ctip-law gap act.txt penal-code.txt -C MY -f docx -o gaps.docx
             ctip-law gap -C MY --lens victims
             ctip-law gap bill.txt --severity mandatory --baseline known.json -f sarif -o gaps.sarif
    """
    if fail_under is not None and not 0 <= fail_under <= 100:
        raise UsageError("CT004", f"--fail-under takes 0 to 100, not {fail_under:g}", remedy="Give a percentage.")
    io.reads(baseline)
    io.writes(write_baseline)
    known = _known(baseline)
    laws = laws_read(sources or [], country, against, lang, io, law, lens)
    if not laws:
        raise typer.Exit(io.exit_code(0))
    from ctip_law import gap, render_gap

    told = unread_languages(laws, io)
    io.step("matching")
    report = with_reviews(gap(laws, against=against, country=country, lens=lens), reviews, io)
    heavy = severity or "mandatory"
    failures = [*io.failures, *told]
    how = {"colour": io.colours(), "paper": paper, "known": known, "severity": heavy}
    beside = {write_baseline: _baseline(report)} if write_baseline else {}
    io.result(render_gap(report, io.form, errors=failures, **how), beside)
    code = io.exit_code(len(laws))
    if code == 0 and fail_under is not None:
        code = _gate(report, fail_under)
    if code == 0 and not write_baseline and (severity or baseline):
        code = _new_findings(report, known, heavy, baseline)
    raise typer.Exit(code)


def laws_read(
    sources: list[str], country: str, against: str, lang: str, io: Console, which: str = "", lens: str = ""
) -> list[Law]:
    """The laws that could be read, each once."""
    from ctip_law.choice import check

    if not sources and not country:
        raise UsageError("CT007", "nothing to analyse", remedy="Name a statute, or a country with -C.")
    check(against, country, lens)  # a wrong id is told before anything is read
    laws: dict[str, Law] = {}
    for law in read_laws(sources or _of_country(country), lang, io, law=which):
        if isinstance(law, Law) and law.id in laws:
            io.note(f"{law.source.path} is the same law as {laws[law.id].source.path} and is read once")
        elif isinstance(law, Law):
            laws[law.id] = law
    return _told_twins(list(laws.values()), io)


def _told_twins(laws: list[Law], io: Console) -> list[Law]:
    """The laws; one whose title an earlier one has says so, for both would be read as if they were in force."""
    titles: dict[str, Law] = {}
    told = []
    for law in laws:
        title = " ".join(law.title.split()).casefold()
        if title and title in titles:
            what = f"it has the title of {titles[title].source.path}, and both are read as if they were in force"
            law = replace(law, warnings=(*law.warnings, Caution("CT209", what)))
            warn(replace(law, warnings=law.warnings[-1:]), io)
        titles.setdefault(title, law)
        told.append(law)
    return told


def _of_country(country: str) -> list[str]:
    from ctip_law import corpus

    return [str(path) for path in corpus.files(country)]


def _known(baseline: str) -> dict[str, str]:
    if not baseline:
        return {}
    from ctip_law.report.ci import read_baseline

    return read_baseline(baseline)


def _baseline(report: Report) -> bytes:
    from ctip_law.report.ci import write_baseline

    return write_baseline(report).encode()


def _new_findings(report: Report, known: dict[str, str], severity: str, baseline: str) -> int:
    """1 when a finding of this severity is there that the baseline does not have, or has as less."""
    import sys

    from ctip_law.report.ci import findings
    from ctip_law.report.data import rate

    if rate(report) is None:
        print("no mandatory duty was assessed, which is no pass", file=sys.stderr)
        return 1
    new = [one for one in findings(report, known, severity) if one.counts and not one.known]
    if new:
        which = f"that {baseline} does not have" if baseline else f"of strength {severity} or above"
        ids = ", ".join(f"{one.id} ({one.status})" for one in new)
        print(f"{len(new)} finding{'' if len(new) == 1 else 's'} {which}: {ids}", file=sys.stderr)
    return int(bool(new))


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
