"""ctip-law parse"""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from ctip_law.cli.options import Console, Lang, Sources, WhichLaw, with_console
from ctip_law.cli.sources import read_laws
from ctip_law.errors import UsageError
from ctip_law.model import Law
from ctip_law.report.render import LAW_FORMATS

RevisionsOption = Annotated[
    Literal["accept", "reject", "fail"],
    typer.Option("--revisions", help="Tracked changes of a Word file: as made, as not made, or refused."),
]


@with_console(*LAW_FORMATS)
def command(
    sources: Sources,
    lang: Lang = "",
    revisions: RevisionsOption = "accept",
    law: WhichLaw = "",
    *,
    io: Console,
) -> None:
    """Read statutes into the clause model.

    Text, Markdown, HTML, Akoma Ntoso and more; the format is recognised from the content. Of several sources, those
    that can be read are written, and the exit code is 4. Akoma Ntoso holds one law, so `-f akn` takes one source.

    \b
    Example: ctip-law parse act.html -f tree
             ctip-law parse act.txt bill.txt -f json -o laws.json
    """
    from ctip_law import render_law
    from ctip_law.report.laws import laws_json
    from ctip_law.structure.honest import unread

    if io.form == "akn" and len(sources) > 1:
        raise UsageError("CT004", "-f akn writes one law", remedy="Name one source, or use -f json.")
    read = read_laws(sources, lang, io, revisions, all_texts=True, law=law)
    laws = [one for one in read if isinstance(one, Law)]
    if laws and io.form == "json":
        io.result(laws_json(read))
    elif laws:
        parts = [render_law(one, io.form) for one in laws]
        io.result("\n".join(part if isinstance(part, str) else part.decode() for part in parts))
    raise typer.Exit(io.exit_code(sum(unread(one) is None for one in laws)))
