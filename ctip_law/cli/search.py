"""ctip-law search"""

from __future__ import annotations

import textwrap
from typing import Annotated

import typer

from ctip_law.cli.options import Console, Country, Lang, with_console
from ctip_law.cli.sources import read_laws
from ctip_law.model import Law


@with_console("table", "json")
def command(
    query: Annotated[str, typer.Argument(metavar="QUERY", help="Words to look for.")],
    sources: Annotated[
        list[str] | None, typer.Argument(metavar="SOURCE", help="Where to look. [default: the corpus]")
    ] = None,
    country: Country = "",
    limit: Annotated[int, typer.Option("-n", "--limit", min=1, help="Most clauses to print.")] = 10,
    lang: Lang = "",
    *,
    io: Console,
) -> None:
    """Find clauses by words.

    Sections are ranked by BM25 on word stems: what is printed is a place to read, not a finding.

    \b
    Example: ctip-law search "compensation from the offender" act.html
             ctip-law search "reflection period" -C SG
    """
    from ctip_law import corpus, search
    from ctip_law.report.render import to_json

    paths = sources or [str(path) for code in _codes(country) for path in corpus.files(code)]
    laws = [law for law in read_laws(paths, lang, io) if isinstance(law, Law)]
    hits = search(query, laws, limit=limit)
    if laws and io.form == "json":
        errors = [error.as_dict() for error in io.failures]
        io.result(to_json({"schema": "ctip-law/search/1", "query": query, "results": hits, "errors": errors}))
    elif hits:
        names = {law.id: law.title or law.source.path for law in laws}
        lines: list[str] = []
        for hit in hits:
            lines += [f"{names[hit['law']]}, {hit['num']} {hit['heading']} ({hit['score']:.1f})".replace("  ", " ")]
            lines += textwrap.wrap(hit["quote"], 80, initial_indent="    ", subsequent_indent="    ")
        io.result("\n".join(lines) + "\n")
    elif laws:
        io.note("no clause found")
    raise typer.Exit(io.exit_code(len(laws)))


def _codes(country: str) -> tuple[str, ...]:
    from ctip_law import corpus

    return (country,) if country else corpus.countries()
