"""ctip-law draft"""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from ctip_law.cli.app import settings
from ctip_law.cli.options import Console, with_console
from ctip_law.errors import UsageError

app = typer.Typer(
    **settings(),
    no_args_is_help=True,
    help="Draft model clauses, or a whole model law.",
    epilog="Example: ctip-law draft clause tip-3b",
)

Tradition = Annotated[
    Literal["common", "civil", "plain"],
    typer.Option("-t", "--tradition", help="Sections and subsections, articles and paragraphs, or plain language."),
]
Settings = Annotated[
    list[str] | None,
    typer.Option("-s", "--set", metavar="NAME=VALUE", help="Fill a blank or take an option; see clause ID --list."),
]
Level = Annotated[
    Literal["minimum", "recommended", "stronger"],
    typer.Option("--level", help="How far options go that are not set one by one."),
]
Notes = Annotated[bool, typer.Option("--notes/--no-notes", help="With or without the drafting notes.")]

_FORMS = ("md", "html", "docx", "text", "akn")


@app.callback()
def _group() -> None:
    """Draft model clauses, or a whole model law."""


@app.command("clause")
@with_console(*_FORMS)
def clause(
    ids: Annotated[
        list[str] | None,
        typer.Argument(metavar="ID", help="Provisions of the instruments, elements or model provisions."),
    ] = None,
    list_: Annotated[
        bool, typer.Option("--list", help="List the model provisions, or what those of ID offer.")
    ] = False,
    level: Level = "recommended",
    tradition: Tradition = "common",
    number_from: Annotated[
        str, typer.Option("--from", metavar="N", help="Number of the first section, such as 5 or 12A.")
    ] = "1",
    settings_: Settings = None,
    notes: Notes = True,
    *,
    io: Console,
) -> None:
    """Draft the model clauses that answer a duty.

    \b
    Example: ctip-law draft clause tip-3b
             ctip-law draft clause --list
             ctip-law draft clause tip-5-1 --set max_years=15 --from 12A -o clause.docx
    """
    from ctip_law.draft import draft_clause, listing, render
    from ctip_law.framework.notation import provision

    if list_:
        io.choose("text")
        io.result(listing([provision(id) for id in ids or ()]))
        return
    if not ids:
        raise UsageError("CT007", "no clause is asked for", remedy="Name a duty such as tip-3b, or use --list.")
    duties = [provision(id) for id in ids]
    values = {"level": level, **_pairs(settings_)}
    draft = draft_clause(duties, variables=values, tradition=tradition, number_from=number_from)
    io.result(render(draft, io.form, notes=notes))


@app.command("law")
@with_console(*_FORMS)
def law(
    country: Annotated[
        str, typer.Option("-C", "--country", metavar="CODE", help="ISO 3166 code or name of the country.")
    ] = "",
    title: Annotated[str, typer.Option("--title", help="Title of the law.")] = "",
    only: Annotated[
        str, typer.Option("--only", metavar="IDS", help="Only what these duties, clauses or parts need.")
    ] = "",
    without: Annotated[
        str, typer.Option("--without", metavar="IDS", help="Model provisions to leave out.")
    ] = "",
    about: Annotated[
        Literal["trafficking", "smuggling"] | None,
        typer.Option(
            "--about",
            help="Trafficking in persons, or its companion on smuggling of migrants. [default: what --only asks for]",
        ),
    ] = None,
    level: Level = "recommended",
    tradition: Tradition = "common",
    settings_: Settings = None,
    notes: Notes = True,
    *,
    io: Console,
) -> None:
    """Draft a whole model law: parts, definitions, numbered sections that refer to each other.

    \b
    Example: ctip-law draft law -C MY -o law.docx
             ctip-law draft law --only offences --tradition civil --set max_years=15
             ctip-law draft law --about smuggling --level minimum -o smuggling.docx
    """
    from ctip_law.countries import country_code, country_name
    from ctip_law.draft import draft_law, render

    draft = draft_law(
        title=title,
        country=country_name(country_code(country)) if country else "",
        tradition=tradition,
        law=about or "",
        only=_ids(only),
        without=_ids(without),
        variables={"level": level, **_pairs(settings_)},
    )
    io.result(render(draft, io.form, notes=notes))


def _ids(words: str) -> list[str]:
    """Ids of duties, clauses or parts, and duties as lawyers cite them."""
    from ctip_law.framework.notation import provision

    return [provision(id) for id in words.split(",") if id.strip()]


def _pairs(given: list[str] | None) -> dict[str, str | int]:
    """NAME=VALUE options as a table. Raises UsageError CT004."""
    pairs: dict[str, str | int] = {}
    for word in given or []:
        name, sign, value = word.partition("=")
        if not sign:
            raise UsageError("CT004", f'--set takes NAME=VALUE, not "{word}"', remedy="Name the blank and its value.")
        pairs[name.strip()] = value
    return pairs
