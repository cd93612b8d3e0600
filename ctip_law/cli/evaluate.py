"""ctip-law evaluate"""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from ctip_law.cli.options import Console, Lang, Output, with_console
from ctip_law.errors import UsageError


@with_console
def command(
    gold: Annotated[str, typer.Option("--gold", metavar="DIR", envvar="CTIP_GOLD", help="Folder of label files.")],
    corpus: Annotated[str, typer.Option("--corpus", metavar="DIR", envvar="CTIP_CORPUS", help="Folder of their laws.")],
    form: Annotated[Literal["table", "json"], typer.Option("-f", "--format", help="Form of the result.")] = "table",
    check: Annotated[
        bool, typer.Option("--check", help="Only check the labels: ids that exist, sections that the source has.")
    ] = False,
    lang: Lang = "",
    output: Output = "",
    *,
    io: Console,
) -> None:
    """Measure ctip-law on hand-read labels.

    Elements, evidence, verdicts, defects, gaps and penalties, per law, per language and over all. The labels are held
    against the framework first; `docs/reference/labels.md` describes them.

    \b
    Example: ctip-law evaluate --gold labels --corpus laws -f json -o evaluation.json
    """
    from ctip_law.evaluate import check_gold, evaluate
    from ctip_law.evaluate.run import table
    from ctip_law.report.render import to_json

    if check:
        if lang:
            raise UsageError("CT007", "--check looks at all languages", remedy="Leave --lang out.")
        wrong = check_gold(gold, corpus)
        for error in wrong:
            io.failed(error)
        raise typer.Exit(1 if wrong else 0)
    result = evaluate(gold, corpus, lang=lang, told=io.step)
    io.result(to_json(result) if form == "json" else table(result), output)
    for failure in result["failed"]:
        io.note(failure["message"])
    raise typer.Exit(4 if result["failed"] else 0)
