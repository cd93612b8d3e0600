"""ctip-law evaluate"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

from ctip_law.cli.options import Console, Lang, with_console
from ctip_law.errors import UsageError
from ctip_law.files import write_file

if TYPE_CHECKING:
    from ctip_law.evaluate.compare import Loss
    from ctip_law.evaluate.first import Contact


Gold = Annotated[str, typer.Option("--gold", metavar="DIR", envvar="CTIP_GOLD", help="Folder of label files.")]
Corpus = Annotated[str, typer.Option("--corpus", metavar="DIR", envvar="CTIP_CORPUS", help="Folder of their laws.")]
Reviewed = Annotated[
    list[str] | None,
    typer.Option(
        "--reviewed", metavar="FILE", help="A gap analysis that a person reviewed; may be given several times."
    ),
]
Laws = Annotated[
    list[str] | None,
    typer.Option(
        "--law", metavar="SOURCE", help="With --reviewed: the law, to be read by today's version; once for each law."
    ),
]
Check = Annotated[
    bool, typer.Option("--check", help="Only check the labels: ids that exist, sections that the source has.")
]
LeaveOneOut = Annotated[
    bool,
    typer.Option("--leave-one-out", help="Read each law a second time without the wordings that were met in it alone."),
]
Since = Annotated[
    list[str] | None,
    typer.Option("--since", metavar="FILE", help="Compare with an earlier JSON result; may be given twice."),
]
FirstContacts = Annotated[
    str,
    typer.Option(
        "--first-contacts",
        metavar="FILE",
        help="Add a row for each law that FILE does not hold; rows that are there are never rewritten.",
    ),
]
Losses = Annotated[str, typer.Option("--losses", metavar="FILE", help="With --since: losses that are explained.")]


@with_console("table", "json", "toml")
def command(
    gold: Gold = "",
    corpus: Corpus = "",
    reviewed: Reviewed = None,
    law: Laws = None,
    check: Check = False,
    leave_one_out: LeaveOneOut = False,
    since: Since = None,
    losses: Losses = "",
    first_contacts: FirstContacts = "",
    lang: Lang = "",
    *,
    io: Console,
) -> None:
    """Measure ctip-law on hand-read labels.

    Elements, evidence, verdicts, defects, gaps and penalties, per law, per language and over all. The labels are held
    against the framework first; `docs/reference/labels.md` describes them. With --since it says on standard error what
    was gained, what was lost and which findings moved, and exits 1 on a loss that --losses does not explain.

    With --reviewed, agreement with a person who filled in the workbook of `gap -f xlsx`, and each difference; -f toml
    writes the corrections as a file that --reviewed reads. --gold and --corpus are needed without it only.

    \b
    Example: ctip-law evaluate --gold labels --corpus laws -f json -o evaluation.json
             ctip-law evaluate --gold labels --corpus laws --leave-one-out --since evaluation.json
             ctip-law evaluate --reviewed act.xlsx --law act.txt -f toml -o corrections.toml
    """
    if reviewed:
        if check or leave_one_out or since or losses or first_contacts:
            remedy = "Leave --check, --leave-one-out, --since, --losses and --first-contacts out."
            raise UsageError("CT007", "--reviewed holds one gap analysis against a person", remedy=remedy)
        from ctip_law.cli.reviewed import hold

        hold(reviewed, law or [], lang, io)
        return
    _needed(gold, corpus, law, io.form)
    if losses and not since:
        raise UsageError("CT007", "--losses explains what --since finds", remedy="Give --since FILE.")
    if check:
        if lang or since or leave_one_out:
            remedy = "Leave --lang, --since and --leave-one-out out."
            raise UsageError("CT007", "--check only looks at the labels, of all languages", remedy=remedy)
        _check(gold, corpus, io)
    _measure(gold, corpus, leave_one_out, since or [], losses, first_contacts, lang, io)


def _check(gold: str, corpus: str, io: Console) -> NoReturn:
    """What is wrong with the labels; exits 1 where something is."""
    from ctip_law.evaluate.gold import check_gold

    wrong = check_gold(gold, corpus)
    for error in wrong:
        io.failed(error)
    raise typer.Exit(1 if wrong else 0)


def _measure(
    gold: str,
    corpus: str,
    leave_one_out: bool,
    since: Sequence[str],
    losses: str,
    first_contacts: str,
    lang: str,
    io: Console,
) -> NoReturn:
    """The figures, and what changed since earlier ones."""
    from ctip_law.evaluate.compare import read_losses, read_result
    from ctip_law.evaluate.first import read_contacts
    from ctip_law.evaluate.run import evaluate, table
    from ctip_law.report.render import to_json

    earlier = [read_result(path) for path in since]
    there = read_contacts(first_contacts) if first_contacts else []
    explained = read_losses(losses) if losses else ()
    result = evaluate(gold, corpus, lang=lang, leave_one_out=leave_one_out, told=io.step)
    if first_contacts:
        _met(gold, there, result, first_contacts, io)
    io.result(to_json(result) if io.form == "json" else table(result))
    for failure in result["failed"]:
        io.note(failure["message"])
    lost = _compare(since, earlier, result, explained)
    raise typer.Exit(4 if result["failed"] else int(lost))


def _needed(gold: str, corpus: str, law: list[str] | None, form: str) -> None:
    """What a call without --reviewed needs, and what it does not take."""
    for name, value in (("--gold", gold), ("--corpus", corpus)):
        if not value:
            remedy = "See `ctip-law evaluate --help`."
            raise UsageError("CT007", f"Missing option '{name}'", remedy=remedy)
    if law:
        raise UsageError("CT007", "--law is read for a review", remedy="Give --reviewed FILE.")
    if form == "toml":
        raise UsageError("CT004", "-f toml writes a review", remedy="Give --reviewed FILE, or -f table or json.")


def _met(gold: str, there: Sequence[Contact], result: dict[str, Any], file: str, io: Console) -> None:
    """Adds the laws that are met for the first time. A law that could not be read was not met: then none is added."""
    from datetime import date

    from ctip_law.evaluate.first import of_result, to_lines, with_contacts
    from ctip_law.evaluate.gold import read_gold

    if result["failed"]:
        io.note(f"{file} stays as it is: a law could not be read, and a row is written once")
        return
    made = with_contacts(there, of_result(result, read_gold(gold)[0], date.today().isoformat()))
    write_file(Path(file), to_lines(made).encode())


def _compare(
    names: Sequence[str], earlier: Sequence[dict[str, Any]], result: dict[str, Any], explained: Sequence[Loss]
) -> bool:
    """Says what changed since each earlier result; True where something was lost and nobody says why."""
    from ctip_law.evaluate.compare import compare

    lost = False
    for name, before in zip(names, earlier, strict=True):
        found = compare(before, result, explained)
        print(f"compared with {name}\n{found}", end="", file=sys.stderr)
        lost = lost or bool(found.unexplained)
    return lost
