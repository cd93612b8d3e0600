"""ctip-law search"""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from contextlib import closing
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from ctip_law.cli.options import Console, Country, Lang, with_console
from ctip_law.cli.sources import cautioned, encoding_of, once, portable, read_one, warn
from ctip_law.errors import CtipError, InputError
from ctip_law.model import Law
from ctip_law.report.listing import LISTS, listing
from ctip_law.report.words import OUTSIDE

if TYPE_CHECKING:
    from ctip_law.index.shelf import Source
    from ctip_law.index.store import Index
    from ctip_law.report.search import Hit

Answer = tuple[list["Hit"], int]


@with_console("table", "json", *LISTS)
def command(
    query: Annotated[str, typer.Argument(metavar="QUERY", help='Words to look for; "so marked" side by side.')],
    sources: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="SOURCE", help="Where to look: files, or a folder that `screen -o` wrote. [default: the corpus]"
        ),
    ] = None,
    country: Country = "",
    instrument: Annotated[
        str, typer.Option("--instrument", metavar="IDS", help="Only clauses that bear on duties of these, such as tip.")
    ] = "",
    element: Annotated[
        str, typer.Option("--element", metavar="IDS", help="Only clauses in which one of these elements was found.")
    ] = "",
    index: Annotated[
        bool,
        typer.Option("--index/--no-index", help="Keep what was read of the corpus and of books in the user's cache."),
    ] = True,
    limit: Annotated[int, typer.Option("-n", "--limit", min=0, help="Most clauses to print; 0 prints all.")] = 0,
    lang: Lang = "",
    *,
    io: Console,
) -> None:
    """Find clauses by words.

    Every clause that has all the words is given, the best first; words are compared by their stems, and letter by
    letter in scripts that part no words. Where none has all, those with some of them. What is printed is a place to
    read, not a finding.

    \b
    Example: ctip-law search "victim of trafficking" act.html
             ctip-law search "reflection period" -C SG -f csv
             ctip-law search interpreter screened/ --instrument tip,untoc
    """
    from ctip_law.report.render import to_json
    from ctip_law.report.search import COLUMNS, check

    check(query)
    elements = _elements(instrument, element)
    every, read = _answer(query, _sources(sources, country, lang, io), elements, lang, io, index=index)
    hits = [asdict(hit) for hit in (every[:limit] if limit else every)]
    answered = bool(read) or not io.failures
    if answered and io.form == "json":
        errors = [error.as_dict() for error in io.failures]
        io.result(to_json({"schema": "ctip-law/search/1", "query": query, "results": hits, "errors": errors}))
    elif answered and io.form != "table":
        io.result(listing(hits, COLUMNS, io.form))
    elif hits:
        io.result(_table(every[: len(hits)]))
    if answered:
        io.note(_told(every, len(hits)))
    raise typer.Exit(io.exit_code(read))


def _elements(instruments: str, elements: str) -> frozenset[str]:
    """The elements that a clause is to be about; none where all will do. Raises UsageError CT002 or CT003."""
    from ctip_law.errors import UsageError
    from ctip_law.framework import load, notation

    names = [notation.instrument(name) for name in instruments.split(",") if name.strip()]
    asked = {id for one in load().provisions(names) for id in one.asked}
    for name in filter(None, map(str.strip, elements.split(","))):
        if name not in load().elements:
            raise UsageError("CT003", f"there is no element {name!r}", remedy="See `ctip-law explain elements`.")
        asked.add(name)
    return frozenset(asked)


def _sources(sources: Sequence[str] | None, country: str, lang: str, io: Console) -> list[Source]:
    """What is to be searched, in order. Raises UsageError CT001 or CT005 for the country."""
    from ctip_law import corpus
    from ctip_law.countries import country_code
    from ctip_law.index import shelf

    if sources is None or not sources:
        codes = (country,) if country else corpus.countries()
        paths = [path for code in codes for path in corpus.files(code)]
        return [shelf.file(path, str(path), lang, encoding_of(str(path), io)) for path in paths]
    code = country_code(country) if country else ""
    found: list[Source] = []
    once(sources)
    for source in sources:
        if not shelf.is_screening(source):
            found.append(shelf.Source(source))
            continue
        try:
            found += [one for one in shelf.screened(source, lang, io.encoding) if code in ("", one.country or code)]
        except InputError as error:
            io.failed(error)
    return found


def _answer(
    query: str, sources: Sequence[Source], elements: frozenset[str], lang: str, io: Console, *, index: bool
) -> Answer:
    """The clauses that answer and the number of laws searched, by way of the index where it can be used."""
    from ctip_law.index import shelf
    from ctip_law.index.store import Damaged, Index, Unusable
    from ctip_law.paths import cache_folder
    from ctip_law.screen.store import fingerprint

    reader = _Reader(lang, io)
    kept = index and all(source.key for source in sources)
    for _ in range(2 if kept else 0):
        try:
            with closing(Index(cache_folder(), fingerprint())) as base:
                try:
                    answer = shelf.hits_with(base, query, sources, reader, reader.failed, elements)
                    reader.warned(base, sources)
                    return answer
                except Damaged:
                    io.note("the index was damaged and is made anew")
                    base.begin_anew()
        except (Unusable, RuntimeError) as error:
            io.note(f"searched without the index, which cannot be used ({' '.join(str(error).split())})")
            break
    return shelf.hits_without(query, sources, reader, reader.failed, elements)


class _Reader:
    """Reads sources and tells of each once, however often it is read."""

    def __init__(self, lang: str, io: Console) -> None:
        self._lang, self._io, self._told = lang, io, set[str]()

    def __call__(self, source: Source, data: bytes | None) -> Law | None:
        made, error = read_one(source.path, self._lang, self._io, data=data)
        new = source.path not in self._told
        self._told.add(source.path)
        if error is not None:
            if new:
                self._io.failed(error)
            return None
        assert made is not None
        if new and not source.book:
            warn(made, self._io)
        return portable(made)

    def failed(self, error: CtipError) -> None:
        """Tells of a law or of a book that cannot be read."""
        if error.path not in self._told:
            self._told.add(error.path)
            self._io.failed(error)

    def warned(self, base: Index, sources: Sequence[Source]) -> None:
        """Tells what is to be known of laws that were read by an earlier call."""
        for source in sources:
            if base.has(source.key) and source.path not in self._told and not source.book:
                cautioned(source.path, base.cautions(source.key), self._io)


def _table(hits: Sequence[Hit]) -> str:
    from ctip_law.report.width import across

    lines: list[str] = []
    for hit in hits:
        times = f" ({hit.times} times)" if hit.times > 1 else ""
        place = hit.cite or OUTSIDE
        lines += textwrap.wrap(f"{hit.title}, {place} {hit.heading}".strip() + times, across())
        lines += textwrap.wrap(hit.quote, across(), initial_indent="    ", subsequent_indent="    ")
    return "\n".join(lines) + "\n"


def _told(every: Sequence[Hit], shown: int) -> str:
    """How much was found, and whether it is less than what was asked for."""
    if not every:
        return "no clause found"
    some = "" if every[0].all else "; none has all the words, these have some"
    less = f"; {shown} are shown" if shown < len(every) else ""
    return f"{len(every)} clause{'' if len(every) == 1 else 's'} found{some}{less}"
