"""ctip-law corpus"""

from __future__ import annotations

from typing import Annotated, Any

import typer

from ctip_law.cli.app import settings
from ctip_law.cli.options import Console, Country, with_console
from ctip_law.report.listing import LISTS, listing

#: Of the restatements, which are the project's own words.
LICENCE = "Apache-2.0"

app = typer.Typer(
    **settings(),
    no_args_is_help=True,
    help="List and verify the laws of the corpus, and tell what is held of a country.",
    epilog="Example: ctip-law corpus list -C SG",
)


@app.command("list")
@with_console("table", "json", *LISTS)
def list_laws(
    country: Country = "",
    *,
    io: Console,
) -> None:
    """List the laws of the corpus.

    They are restatements in our own words, with the official section numbers, and not the law.

    \b
    Example: ctip-law corpus list -C SG
    """
    from ctip_law import corpus
    from ctip_law.countries import country_code, country_name
    from ctip_law.report.render import to_json

    code = country_code(country) if country else ""
    if code:
        corpus.files(code)
    entries = [entry for entry in corpus.entries() if code in ("", entry.country)]
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
            "licence": LICENCE,
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
        lines += [f"    {row['name']}", f"    {row['status']}; official text: {row['official_url']}"]
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


@app.command("verify")
@with_console()
def verify_corpus(*, io: Console) -> None:
    """Check that every law of the corpus is listed, readable and what its entry says.

    Exits 1 and names each file that is not.

    \b
    Example: ctip-law corpus verify
    """
    from ctip_law import corpus

    wrong = corpus.verify()
    for error in wrong:
        io.failed(error)
    if not wrong:
        io.result(f"{len(corpus.entries())} laws of {len(corpus.countries())} countries agree with their entries\n")
    raise typer.Exit(1 if wrong else 0)
