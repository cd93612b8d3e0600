"""ctip-law evaluate"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from ctip_law.cli.options import Console, Lang, Output, with_console, write_file
from ctip_law.errors import UsageError

if TYPE_CHECKING:
    from ctip_law.evaluate.compare import Loss


@with_console
def command(
    gold: Annotated[str, typer.Option("--gold", metavar="DIR", envvar="CTIP_GOLD", help="Folder of label files.")],
    corpus: Annotated[str, typer.Option("--corpus", metavar="DIR", envvar="CTIP_CORPUS", help="Folder of their laws.")],
    form: Annotated[Literal["table", "json"], typer.Option("-f", "--format", help="Form of the result.")] = "table",
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
    first_contacts: Annotated[
        str,
        typer.Option(
            "--first-contacts",
            metavar="FILE",
            help="Add a row for each law that FILE does not hold; rows that are there are never rewritten.",
        ),
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

    \b
    Example: ctip-law evaluate --gold labels --corpus laws -f json -o evaluation.json
             ctip-law evaluate --gold labels --corpus laws --leave-one-out --since evaluation.json
    """
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
    if first_contacts:
        _met(gold, result, first_contacts)
    io.result(to_json(result) if form == "json" else table(result), output)
    for failure in result["failed"]:
        io.note(failure["message"])
    lost = _compare(since or [], earlier, result, explained)
    raise typer.Exit(4 if result["failed"] else int(lost))


def _met(gold: str, result: dict[str, Any], file: str) -> None:
    """Adds the laws that are met for the first time."""
    from datetime import date

    from ctip_law.evaluate.first import of_result, read_contacts, to_lines, with_contacts
    from ctip_law.evaluate.gold import read_gold

    there = read_contacts(file)
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
