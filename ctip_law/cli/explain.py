"""ctip-law explain"""

from __future__ import annotations

from typing import Annotated

import typer

from ctip_law.cli.options import Console, Lang, Reviews, with_console
from ctip_law.cli.sources import read_laws
from ctip_law.errors import UsageError
from ctip_law.model import Law


@with_console("text", "json")
def command(
    id: Annotated[
        str,
        typer.Argument(metavar="ID", help='Such as tip-3a, "6(6)", act.recruitment, coercion-only, differs or CT101.'),
    ],
    law: Annotated[
        list[str] | None,
        typer.Option("--law", metavar="SOURCE", help="Tell what was found in this statute; may be given again."),
    ] = None,
    report: Annotated[
        bool, typer.Option("--report", help="With --law, the same as -f json: all that reproduces a finding.")
    ] = False,
    reviews: Reviews = "",
    lang: Lang = "",
    *,
    io: Console,
) -> None:
    """Explain a provision, element, defect, status or error code.

    `instruments`, `provisions`, `elements`, `defects`, `statuses`, `codes` and `exit-codes` list what there is.

    With --law it tells the whole story of a finding: what is asked, the words found and where they stand, the rule that
    found them, what their clause does, the way through definitions, what counts in part and why, what came near and
    what refused it, and the cues by which the trafficking offence was found.

    \b
    Example: ctip-law explain tip-3a
             ctip-law explain tip-6-6 --law act.html
             ctip-law explain child.no_means --law act.html --report -o finding.json
    """
    from ctip_law import explain

    if not law:
        if report or lang or io.encoding:
            what = "--report, --lang and --encoding speak of a statute"
            raise UsageError("CT007", what, remedy="Name it with --law SOURCE.")
        io.choose("text")
        io.result(explain(id).rstrip("\n") + "\n")
        return
    if report:
        io.choose("json")
    explain(id)  # a wrong id is told before the laws are read
    laws = [read for read in read_laws(law, lang, io) if isinstance(read, Law)]
    if laws:
        io.result(_finding(id, laws, reviews, io))
    raise typer.Exit(io.exit_code(len(laws)))


def _finding(id: str, laws: list[Law], reviews: str, io: Console) -> str:
    from ctip_law import explain, gap
    from ctip_law.cli.reviews import with_reviews
    from ctip_law.framework import load
    from ctip_law.framework.notation import provision

    known = {one.id: one.instrument for one in load().provisions()}
    report = gap(laws, against=known.get(provision(id), "tip"))
    return explain(id, with_reviews(report, reviews, io), form=io.form)
