"""ctip-law draft"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from ctip_law.cli.app import settings
from ctip_law.cli.options import Against, Console, Country, Lang, Sources, WhichLaw, with_console
from ctip_law.errors import InputError, UsageError
from ctip_law.model import Law

if TYPE_CHECKING:
    from ctip_law.bill import Bill

app = typer.Typer(
    **settings(),
    no_args_is_help=True,
    help="Draft model clauses, a whole model law, or the bill that amends a statute.",
    epilog="Example: ctip-law draft clause tip-3b",
)

Tradition = Annotated[
    Literal["common", "civil", "plain"] | None,
    typer.Option(
        "-t",
        "--tradition",
        help="Sections and subsections, articles and paragraphs, or plain language. [default: common]",
    ),
]
Settings = Annotated[
    list[str] | None,
    typer.Option("-s", "--set", metavar="NAME=VALUE", help="Fill a blank or take an option; see clause ID --list."),
]
Level = Annotated[
    Literal["minimum", "recommended", "stronger"] | None,
    typer.Option("--level", help="How far options go that are not set one by one. [default: recommended]"),
]
Language = Annotated[
    str,
    typer.Option("--language", metavar="CODE", help="Language of the text: en, es, fr or id."),
]
OptionsFile = Annotated[
    str, typer.Option("--options", metavar="FILE", help="Take options from a file that `draft options` wrote.")
]
Notes = Annotated[bool, typer.Option("--notes/--no-notes", help="With or without the drafting notes.")]

Headings = Annotated[
    Literal["margin", "run-in", "above"] | None,
    typer.Option("--headings", help="Where the headings of sections stand on paper. [default: by tradition]"),
]

Template = Annotated[
    str,
    typer.Option("--template", metavar="FILE", help="Take this template for md or html; see `draft template`."),
]

OwnTradition = Annotated[
    Literal["common", "civil", "plain"] | None,
    typer.Option("-t", "--tradition", help="Manner of drafting. [default: as the units of the law show it]"),
]
Strength = Annotated[
    Literal["mandatory", "qualified", "optional", "recommendation"],
    typer.Option("--strength", help="Weakest strength of the duties that the bill answers."),
]
Measures = Annotated[
    bool, typer.Option("--measures", help="Answer the duties too that a measure beside the law can perform.")
]
Also = Annotated[str, typer.Option("--also", metavar="IDS", help="Duties to answer though they are unclear or weaker.")]
Without = Annotated[
    str, typer.Option("--without", metavar="IDS", help="Duties, defects or model provisions to leave alone.")
]
Redline = Annotated[
    str, typer.Option("--redline", metavar="FILE", help="Write the law as a Word file with tracked changes too.")
]

_FORMS = ("md", "html", "docx", "pdf", "text", "akn")
_BILL_FORMS = (*_FORMS, "json")


@app.callback()
def _group() -> None:
    """Draft model clauses, a whole model law, or the bill that amends a statute."""


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
    level: Level = None,
    tradition: Tradition = None,
    number_from: Annotated[
        str, typer.Option("--from", metavar="N", help="Number of the first section, such as 5 or 12A.")
    ] = "1",
    settings_: Settings = None,
    options: OptionsFile = "",
    language: Language = "en",
    notes: Notes = True,
    headings: Headings = None,
    template: Template = "",
    *,
    io: Console,
) -> None:
    """Draft the model clauses that answer a duty.

    \b
    Example: ctip-law draft clause tip-3b
             ctip-law draft clause --list
             ctip-law draft clause tip-5-1 --set max_years=15 --from 12A -o clause.docx
             ctip-law draft clause tip-6-6 --language es
    """
    from ctip_law.draft import draft_clause, listing, render
    from ctip_law.framework.notation import provision

    if list_:
        io.choose("text")
        io.result(listing([provision(id) for id in ids or ()], language))
        return
    if not ids:
        raise UsageError("CT007", "no clause is asked for", remedy="Name a duty such as tip-3b, or use --list.")
    io.reads(template)
    duties = [provision(id) for id in ids]
    style, values = _set(options, tradition, level, settings_, io)
    draft = draft_clause(duties, variables=values, tradition=style, number_from=number_from, language=language)
    io.result(render(draft, io.form, notes=notes, template=template, place=headings or ""))


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
    without: Annotated[str, typer.Option("--without", metavar="IDS", help="Model provisions to leave out.")] = "",
    about: Annotated[
        Literal["trafficking", "smuggling"] | None,
        typer.Option(
            "--about",
            help="Trafficking in persons, or its companion on smuggling of migrants. [default: what --only asks for]",
        ),
    ] = None,
    level: Level = None,
    tradition: Tradition = None,
    settings_: Settings = None,
    options: OptionsFile = "",
    language: Language = "en",
    notes: Notes = True,
    headings: Headings = None,
    template: Template = "",
    *,
    io: Console,
) -> None:
    """Draft a whole model law: parts, definitions, numbered sections that refer to each other.

    \b
    Example: ctip-law draft law -C MY -o law.docx
             ctip-law draft law --only offences --tradition civil --set max_years=15
             ctip-law draft law --about smuggling --level minimum -o smuggling.docx
    """
    from ctip_law.draft import country_in, draft_law, render

    io.reads(template)
    style, values = _set(options, tradition, level, settings_, io)
    draft = draft_law(
        title=title,
        country=country_in(country, language) if country else "",
        tradition=style,
        language=language,
        law=about or "",
        only=_ids(only),
        without=_ids(without),
        variables=values,
    )
    io.result(render(draft, io.form, notes=notes, template=template, place=headings or ""))


@app.command("amend")
@with_console(*_BILL_FORMS)
def amend(
    sources: Sources,
    country: Country = "",
    against: Against = "",
    tradition: OwnTradition = None,
    strength: Strength = "mandatory",
    measures: Measures = False,
    also: Also = "",
    without: Without = "",
    level: Level = None,
    settings_: Settings = None,
    options: OptionsFile = "",
    notes: Notes = True,
    template: Template = "",
    redline: Redline = "",
    lang: Lang = "",
    law: WhichLaw = "",
    *,
    io: Console,
) -> None:
    """Draft the bill that closes the gaps of a statute.

    Only what the gap analysis of the first SOURCE finds missing or in part; further sources are read beside it. Each
    clause stands where it belongs, in the numbers and words of the statute. Where the reading is unclear the bill asks.
    It is proved by carrying it out and making the gap analysis again: a clause that does not close its gap, or makes
    another verdict worse, is told, and the exit code is then 4. Statutes in English, Spanish, French and Indonesian;
    what no model provision answers is listed as left alone.

    \b
    Example: ctip-law draft amend act.html
             ctip-law draft amend act.pdf -C ZM --measures --strength qualified -o bill.docx
             ctip-law draft amend act.txt penal-code.txt -I tip --also tip-5-2b --redline act-as-amended.docx
    """
    from ctip_law import draft_amend, render_bill
    from ctip_law.choice import check
    from ctip_law.cli.forms import chosen
    from ctip_law.cli.sources import read_laws

    check(against, country)  # a wrong id is told before anything is read
    if redline:
        chosen("docx", redline, ("docx",))
        io.writes(redline)
    io.reads(template)
    style, values = _set(options, tradition, level, settings_, io)
    read = read_laws(sources, lang, io, law=law)
    if not isinstance(read[0], Law):
        raise typer.Exit(io.exit_code(0))
    laws = [one for one in read if isinstance(one, Law)]
    io.step("matching and drafting")
    bill = draft_amend(
        laws, against=against, country=country, tradition=style, strength=strength, measures=measures,
        also=_ids(also), without=_ids(without), variables=values,
    )  # fmt: skip
    _told(bill, io)
    beside = {}
    if redline:
        from ctip_law.bill import redline_docx

        beside[redline] = redline_docx(bill)
    io.result(render_bill(bill, io.form, notes=notes, errors=io.failures, template=template), beside)
    raise typer.Exit(io.exit_code(len(laws)))


def _told(bill: Bill, io: Console) -> None:
    """Tells what the proof found against the bill, what it asks, and how many duties it answers."""
    proof = bill.proof
    if proof is None:
        return
    from ctip_law.bill.wording import wording

    how = wording(bill.law.language)
    for sentence in (*proof.failures, *(how("words.displaced", words=words) for words in proof.lost)):
        io.failed(InputError("CT404", sentence, path=bill.law.source.path))
    for question in bill.questions:
        also = how("asked.also", ids=",".join(question.ids)) if question.drafts else ""
        io.note(f"question: {question.words}{also}")
    closed = sum(row.asked and row.after in ("met", "elsewhere", "divergence") for row in proof.rows)
    done = f"{closed} of {len(bill.asked)} duties answered"
    io.note(f"{len(bill.changes)} clauses, {done}, {len(bill.questions)} questions")


def _ids(words: str) -> list[str]:
    """Ids of duties, clauses or parts, and duties as lawyers cite them."""
    from ctip_law.framework.notation import provision

    return [provision(id) for id in words.split(",") if id.strip()]


def _set(
    options: str, tradition: str | None, level: str | None, given: list[str] | None, io: Console
) -> tuple[str, dict[str, str | int]]:
    """Tradition ("" for none) and values: those of the file of options, and over them those of the call."""
    from ctip_law.draft.settings import Settings, read_settings

    io.reads(options)
    held = read_settings(Path(options)) if options else Settings()
    over = {"level": level} if level else {}
    return tradition or held.tradition, {**held.variables, **over, **_pairs(given)}


def _pairs(given: list[str] | None) -> dict[str, str | int]:
    """NAME=VALUE options as a table. Raises UsageError CT004."""
    pairs: dict[str, str | int] = {}
    for word in given or []:
        name, sign, value = word.partition("=")
        if not sign:
            raise UsageError("CT004", f'--set takes NAME=VALUE, not "{word}"', remedy="Name the blank and its value.")
        pairs[name.strip()] = value
    return pairs


@app.command("options")
@with_console("toml")
def options(
    only: Annotated[
        str, typer.Option("--only", metavar="IDS", help="Only the questions of these duties, clauses or parts.")
    ] = "",
    about: Annotated[
        Literal["trafficking", "smuggling"],
        typer.Option("--about", help="Trafficking in persons, or its companion on smuggling of migrants."),
    ] = "trafficking",
    language: Language = "en",
    *,
    io: Console,
) -> None:
    """Ask for the options of a draft one by one, and write the file that --options takes.

    The questions are those of the model provisions, in the language of the draft. An answer that cannot be taken is
    asked for again. With -o the file is kept after each answer, and a call that names it again goes on with the first
    question that is open.

    \b
    Example: ctip-law draft options -o options.toml
             ctip-law draft options --only tip-5-1,stay -o options.toml
             ctip-law draft options --language es -o opciones.toml
             printf 'civil\\nminimum\\nrest\\n' | ctip-law draft options -o options.toml
    """
    from ctip_law.cli.questions import answered

    answered(io, about, _ids(only), language)


@app.command("template")
@with_console("template")
def template_of(
    name: Annotated[
        Literal["draft.md", "draft.html", "bill.md", "bill.html"],
        typer.Argument(metavar="NAME", help="One of draft.md, draft.html, bill.md, bill.html."),
    ],
    *,
    io: Console,
) -> None:
    """Print the template of a draft or of a bill, to be changed and given back with --template.

    \b
    Example: ctip-law draft template draft.md -o own.md.j2
             ctip-law draft law --template own.md.j2 -o law.md
    """
    from ctip_law.paths import data_folder

    folder = data_folder("templates") / name.partition(".")[0]
    io.result((folder / f"{name}.j2").read_text(encoding="utf-8"))
