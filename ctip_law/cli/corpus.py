"""ctip-law corpus"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

import typer

from ctip_law.cli.app import settings
from ctip_law.cli.options import Console, Country, Lang, with_console
from ctip_law.corpus import Entry
from ctip_law.corpus.own import STATUSES
from ctip_law.errors import CtipError, UsageError
from ctip_law.report.listing import LISTS, listing

#: Of the restatements, which are the project's own words.
LICENCE = "Apache-2.0"

Folder = Annotated[
    str,
    typer.Option(
        "--folder", metavar="DIR", envvar="CTIP_CORPUS", help="Where your laws and texts are. [default: your own]"
    ),
]

app = typer.Typer(
    **settings(),
    no_args_is_help=True,
    help="List, add, fetch and verify laws, and tell what is held of a country.",
    epilog="Example: ctip-law corpus list -C SG",
)


@app.command("list")
@with_console("table", "json", *LISTS)
def list_laws(
    country: Country = "",
    *,
    io: Console,
) -> None:
    """List the laws of the corpus, and those that you added.

    Those of the corpus are restatements in our own words, with the official section numbers, and not the
    law.

    \b
    Example: ctip-law corpus list -C SG
    """
    from ctip_law import corpus
    from ctip_law.countries import country_code, country_name
    from ctip_law.report.render import to_json

    code = country_code(country) if country else ""
    if code:
        corpus.files(code)
    entries = [entry for entry in (*corpus.entries(), *corpus.added()) if code in ("", entry.country)]
    rows: list[dict[str, Any]] = [
        {
            "country": entry.country,
            "name": entry.name.removesuffix(".xml"),
            "title": entry.title,
            "citation": entry.citation,
            "language": entry.language,
            "version": entry.version,
            "official_url": entry.official_url,
            "sha256": entry.sha256,
            "status": entry.status,
            "read": entry.read,
            "licence": "" if entry.name.startswith("own/") else LICENCE,
            **_legal(entry.country),
        }
        for entry in entries
    ]
    if io.form == "json":
        io.result(to_json({"schema": "ctip-law/corpus/1", "laws": rows}))
        return
    if io.form != "table":
        io.result(listing(rows, tuple(rows[0]) if rows else (), io.form))
        return
    lines = []
    for row in rows:
        lines += [f"{country_name(row['country'])}: {row['title']} ({row['citation']}, {row['version']})"]
        lines += [f"    {row['name']}", f"    {row['status']}; official text: {row['official_url'] or 'no address'}"]
    io.result("\n".join(lines) + "\n")


def _legal(country: str) -> dict[str, Any]:
    """The legal family of a country, and whether it rests on more than memory."""
    from ctip_law.framework.state_facts import UNCHECKED, state

    known = state(country)
    checked = bool(known) and known.sources.get("legal_family", UNCHECKED) != UNCHECKED if known else False
    return {"legal_family": known.legal_family if known else "", "legal_family_checked": checked}


@app.command("country")
@with_console("md", "json")
def one_country(
    country: Annotated[str, typer.Argument(metavar="COUNTRY", help="ISO 3166 code or name of the country.")],
    *,
    io: Console,
) -> None:
    """Tell what is held of a country: its laws, the kinds of law not among them, its treaties, its principal statutes.

    Each fact names its source; what nobody has checked is marked so.

    \b
    Example: ctip-law corpus country PK
    """
    from ctip_law.dossier.bundle import bundle, render
    from ctip_law.report.render import to_json

    held = bundle(country)
    io.result(to_json({"schema": "ctip-law/bundle/1"} | held) if io.form == "json" else render(held))


@app.command("add")
@with_console()
def add_law(
    file: Annotated[str, typer.Argument(metavar="FILE", help="The law, in any format that is read.")],
    country: Country = "",
    title: Annotated[str, typer.Option("--title", metavar="WORDS", help="Its title, as it is cited.")] = "",
    citation: Annotated[str, typer.Option("--citation", metavar="WORDS", help='Such as "Act 12 of 2019".')] = "",
    version: Annotated[str, typer.Option("--version-date", metavar="DATE", help="The day of which the text is.")] = "",
    status: Annotated[str, typer.Option("--status", metavar="WORD", help=f"One of: {', '.join(STATUSES)}.")] = "",
    url: Annotated[str, typer.Option("--url", metavar="URL", help="Where its publisher has it.")] = "",
    instead_of: Annotated[
        str, typer.Option("--instead-of", metavar="NAME", help="The restatement that is not read any more.")
    ] = "",
    fills: Annotated[
        list[str] | None, typer.Option("--fills", metavar="NAME", help="A law that the corpus lacks and this one is.")
    ] = None,
    again: Annotated[bool, typer.Option("--again", help="Replace the law of this title.")] = False,
    folder: Folder = "",
    lang: Lang = "",
    *,
    io: Console,
) -> None:
    """Add a law of your own to those that are read for its country.

    It is copied into your own folder, never into the program's. What no option says is asked for on a terminal.

    \b
    Example: ctip-law corpus add act.html -C FJ --title "Kite Act" --citation "Act 3 of 2019" --version-date 2019-07-01
             --status "in force" --url https://example.org/act3
    """
    from pathlib import Path

    from ctip_law.corpus import own

    said = {"country": country, "title": title, "citation": citation, "version": version, "status": status}
    given = own.Own(
        **_asked(said), official_url=url, language=lang, instead_of=instead_of, fills=tuple(fills or ())
    )
    added, law, doubts = own.add(Path(file), given, own.folder(folder), again=again)
    for doubt in doubts:
        io.warned(f"CT602 {file}: {doubt}; it was added as you said, look at it again")
    io.note(f"added own/{added.file} ({len(law.sections())} sections, language {added.language})")


def _asked(said: dict[str, str]) -> dict[str, str]:
    """What is wanting, asked of the user where there is a terminal; without one it stays empty and is refused."""
    import sys

    if not sys.stdin.isatty():
        return said
    asked = {"country": "Country", "title": "Title", "citation": "Citation", "version": "Date of the text"}
    asked["status"] = f"Status ({', '.join(STATUSES)})"
    return {name: value or str(typer.prompt(asked[name], err=True)) for name, value in said.items()}


@app.command("fetch")
@with_console()
def fetch_texts(
    names: Annotated[list[str] | None, typer.Argument(metavar="[NAME]", help="Laws; all without any.")] = None,
    country: Country = "",
    folder: Folder = "",
    size: Annotated[int, typer.Option("--max-size", metavar="MB", help="The largest text that is taken.")] = 64,
    *,
    io: Console,
) -> None:
    """Fetch official texts from their publishers into your own cache.

    The only command that asks the network. It needs the extra `fetch`, keeps to robots.txt, and asks again only for
    what has changed; a text that breaks off is taken up where it ended. The cache is yours: nothing of it is published,
    and the analysis reads it only where you name a file of it.

    \b
    Example: ctip-law corpus fetch sg/prevention-of-human-trafficking-act-2014
             ctip-law corpus fetch -C SG
    """
    from ctip_law import corpus
    from ctip_law.corpus import own
    from ctip_law.corpus.fetch import SAID, fetch
    from ctip_law.corpus.polite import Limits, Publisher
    from ctip_law.countries import country_code

    if size < 1:
        raise UsageError("CT004", f"--max-size takes 1 or more, not {size}", remedy="Give megabytes.")
    code = country_code(country) if country else ""
    listed = [corpus.find(name, folder) for name in names or ()] or [*corpus.entries(), *corpus.added(folder)]
    asked = [one for one in listed if code in ("", one.country)]
    if not asked:
        raise UsageError("CT005", "there is no such law whose text could be fetched")
    done = 0
    for one in fetch(asked, own.folder(folder), Publisher(Limits(size=size << 20)), io.step):
        if one.error:
            io.failed(one.error)
            continue
        done += one.state != "no_text"
        io.result(f"{one.entry.name.removesuffix('.xml')}: {SAID[one.state]}{f' ({one.path})' if one.path else ''}\n")
    raise typer.Exit(io.exit_code(done))


@app.command("verify")
@with_console()
def verify_corpus(folder: Folder = "", *, io: Console) -> None:
    """Check the corpus: listed, readable and what its entries say; and whether something made of it is stale.

    Your own laws are held against the bytes that were added, fetched texts against those fetched before, and your
    reviews against the laws as they are now. Exits 1 and names each that is not right. Asks nothing of the network.

    \b
    Example: ctip-law corpus verify
    """
    from ctip_law import corpus
    from ctip_law.corpus import own
    from ctip_law.corpus.fetch import stale

    place = own.folder(folder)
    laws = [*corpus.entries(), *corpus.added(folder)]
    wrong = [*corpus.verify(), *own.wrong_with(place), *stale(laws, place), *_stale_reviews(laws)]
    for error in wrong:
        io.failed(error)
    if not wrong:
        io.result(f"{len(corpus.entries())} laws of {len(corpus.countries())} countries agree with their entries\n")
    raise typer.Exit(1 if wrong else 0)


def _stale_reviews(laws: Sequence[Entry]) -> list[CtipError]:
    """Reviews of a law of the corpus whose bytes are no longer those that the reviewer saw."""
    import hashlib
    import os

    from ctip_law.cli.reviews import folder
    from ctip_law.errors import DataError
    from ctip_law.review.store import kept

    reviews, wrong = kept(folder(os.environ.get("CTIP_REVIEWS", "")))
    if not reviews:
        return wrong
    now = {one.title: hashlib.sha256(one.path.read_bytes()).hexdigest() for one in laws if one.path.is_file()}
    for review in reviews:
        for mark in review.laws:
            if mark.title in now and mark.sha256 and mark.sha256 != now[mark.title]:
                message = f"the review was made of another text of {mark.title}"
                wrong.append(DataError("CT606", message, path=review.path, remedy="Look at its decisions again."))
    return wrong
