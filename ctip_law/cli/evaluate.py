"""ctip-law evaluate"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from ctip_law.cli.options import Console, Lang, Output, with_console
from ctip_law.errors import CtipError, UsageError

if TYPE_CHECKING:
    from ctip_law.evaluate.compare import Loss
    from ctip_law.evaluate.reviewed import Review


@with_console
def command(
    gold: Annotated[str, typer.Option("--gold", metavar="DIR", envvar="CTIP_GOLD", help="Folder of label files.")] = "",
    corpus: Annotated[
        str, typer.Option("--corpus", metavar="DIR", envvar="CTIP_CORPUS", help="Folder of their laws.")
    ] = "",
    reviewed: Annotated[
        list[str] | None,
        typer.Option(
            "--reviewed", metavar="FILE", help="A gap analysis that a person reviewed; may be given several times."
        ),
    ] = None,
    law: Annotated[
        list[str] | None,
        typer.Option("--law", metavar="SOURCE", help="With --reviewed: the law, to be read again by this version."),
    ] = None,
    form: Annotated[
        Literal["table", "json", "toml"],
        typer.Option("-f", "--format", help="Form of the result; toml only with --reviewed."),
    ] = "table",
    check: Annotated[
        bool, typer.Option("--check", help="Only check the labels: ids that exist, sections that the source has.")
    ] = False,
    leave_one_out: Annotated[
        bool,
        typer.Option(
            "--leave-one-out", help="Read each law a second time without the wordings that were met in it alone."
        ),
    ] = False,
    since: Annotated[
        list[str] | None,
        typer.Option("--since", metavar="FILE", help="Compare with an earlier JSON result; may be given twice."),
    ] = None,
    losses: Annotated[
        str, typer.Option("--losses", metavar="FILE", help="With --since: losses that are explained.")
    ] = "",
    lang: Lang = "",
    output: Output = "",
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
        if check or leave_one_out or since or losses:
            remedy = "Leave --check, --leave-one-out, --since and --losses out."
            raise UsageError("CT007", "--reviewed holds one gap analysis against a person", remedy=remedy)
        _reviewed(reviewed, law or [], form, lang, output, io)
        return
    _needed(gold, corpus, law, form)
    from ctip_law.evaluate.compare import read_losses, read_result
    from ctip_law.evaluate.gold import check_gold
    from ctip_law.evaluate.run import evaluate, table
    from ctip_law.report.render import to_json

    if losses and not since:
        raise UsageError("CT007", "--losses explains what --since finds", remedy="Give --since FILE.")
    if check:
        if lang or since or leave_one_out:
            remedy = "Leave --lang, --since and --leave-one-out out."
            raise UsageError("CT007", "--check only looks at the labels, of all languages", remedy=remedy)
        wrong = check_gold(gold, corpus)
        for error in wrong:
            io.failed(error)
        raise typer.Exit(1 if wrong else 0)
    earlier = [read_result(path) for path in since or []]
    explained = read_losses(losses) if losses else ()
    result = evaluate(gold, corpus, lang=lang, leave_one_out=leave_one_out, told=io.step)
    io.result(to_json(result) if form == "json" else table(result), output)
    for failure in result["failed"]:
        io.note(failure["message"])
    lost = _compare(since or [], earlier, result, explained)
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


def _reviewed(paths: list[str], sources: list[str], form: str, lang: str, output: str, io: Console) -> None:
    """Agreement with the reviewers; of files that cannot be used all that is wrong is told, and nothing is scored."""
    from ctip_law.evaluate.reviewed import read_reviews
    from ctip_law.evaluate.reviewed_result import one_sided, result
    from ctip_law.evaluate.reviewed_table import table
    from ctip_law.evaluate.reviewed_toml import as_toml
    from ctip_law.report.render import to_json

    if form == "toml" and len(paths) > 1:
        raise UsageError("CT007", "-f toml writes one review", remedy="Give --reviewed once.")
    if lang and not sources:
        raise UsageError("CT007", "--lang is of the law, and none is read", remedy="Give --law SOURCE.")
    reviews, wrong = read_reviews(paths)
    _stop(wrong, io)
    notes: list[str] = []
    if sources:
        reviews, notes = _again(reviews, sources, lang, io)
    _stop([error for review in reviews for error in one_sided(review)], io)
    if form == "toml":
        io.result(as_toml(reviews[0]), output)
    else:
        made = result(reviews, notes, again=bool(sources))
        notes = made["notes"]
        io.result(to_json(made) if form == "json" else table(made), output)
    for note in notes:
        io.note(note)


def _again(reviews: list[Review], sources: list[str], lang: str, io: Console) -> tuple[list[Review], list[str]]:
    """The reviews with what the program finds today, in the instruments that each is about."""
    from ctip_law import gap
    from ctip_law.cli.sources import read_laws
    from ctip_law.evaluate.reviewed import read_again
    from ctip_law.model import Law

    laws = [law for law in read_laws(sources, lang, io) if isinstance(law, Law)]
    _stop([], io)
    done: list[Review] = []
    wrong: list[CtipError] = []
    notes: list[str] = []
    for review in reviews:
        io.step(f"reading {review.path} again")
        made, errors, told = read_again(review, gap(laws, against=review.instruments, country=review.country))
        done.append(made)
        wrong += errors
        notes += told
    _stop(wrong, io)
    return done, notes


def _stop(wrong: Sequence[CtipError], io: Console) -> None:
    """Tells all that is wrong and leaves, if anything is or was."""
    for error in wrong:
        io.failed(error)
    if io.failures:
        raise typer.Exit(io.exit_code(0))


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
