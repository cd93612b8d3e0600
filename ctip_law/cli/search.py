"""ctip-law search"""

from __future__ import annotations

import textwrap
from typing import Annotated, Any

import typer

from ctip_law.cli.options import Console, Country, Lang, with_console
from ctip_law.cli.sources import read_laws
from ctip_law.model import Law
from ctip_law.report.listing import LISTS, listing
from ctip_law.report.words import OUTSIDE


@with_console("table", "json", *LISTS)
def command(
    query: Annotated[str, typer.Argument(metavar="QUERY", help='Words to look for; "so marked" side by side.')],
    sources: Annotated[
        list[str] | None, typer.Argument(metavar="SOURCE", help="Where to look. [default: the corpus]")
    ] = None,
    country: Country = "",
    limit: Annotated[int, typer.Option("-n", "--limit", min=0, help="Most clauses to print; 0 prints all.")] = 0,
    lang: Lang = "",
    *,
    io: Console,
) -> None:
    """Find clauses by words.

    Every clause that has all the words is given, the best first; words are compared by their stems. Where none has all,
    those with some of them. What is printed is a place to read, not a finding.

    \b
    Example: ctip-law search "victim of trafficking" act.html
             ctip-law search "reflection period" -C SG -f csv
    """
    from ctip_law import corpus, search
    from ctip_law.report.render import to_json
    from ctip_law.report.search import COLUMNS

    paths = sources or [str(path) for code in _codes(country) for path in corpus.files(code)]
    laws = [law for law in read_laws(paths, lang, io) if isinstance(law, Law)]
    every = search(query, laws)
    hits = every[:limit] if limit else every
    if laws and io.form == "json":
        errors = [error.as_dict() for error in io.failures]
        io.result(to_json({"schema": "ctip-law/search/1", "query": query, "results": hits, "errors": errors}))
    elif laws and io.form != "table":
        io.result(listing(hits, COLUMNS, io.form))
    elif hits:
        io.result(_table(hits, laws))
    if laws:
        io.note(_told(every, hits))
    raise typer.Exit(io.exit_code(len(laws)))


def _table(hits: list[dict[str, Any]], laws: list[Law]) -> str:
    from ctip_law.report.width import across

    names = {law.id: law.title or law.source.path for law in laws}
    lines: list[str] = []
    for hit in hits:
        times = f" ({hit['times']} times)" if hit["times"] > 1 else ""
        place = hit["cite"] or OUTSIDE
        lines += textwrap.wrap(f"{names[hit['law']]}, {place} {hit['heading']}".strip() + times, across())
        lines += textwrap.wrap(hit["quote"], across(), initial_indent="    ", subsequent_indent="    ")
    return "\n".join(lines) + "\n"


def _told(every: list[dict[str, Any]], hits: list[dict[str, Any]]) -> str:
    """How much was found, and whether it is less than what was asked for."""
    if not every:
        return "no clause found"
    some = "" if every[0]["all"] else "; none has all the words, these have some"
    shown = f"; {len(hits)} are shown" if len(hits) < len(every) else ""
    return f"{len(every)} clause{'' if len(every) == 1 else 's'} found{some}{shown}"


def _codes(country: str) -> tuple[str, ...]:
    from ctip_law import corpus

    return (country,) if country else corpus.countries()
