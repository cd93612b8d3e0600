"""ctip-law report questionnaire, policy-guide, manual, action-plan, checklists and labour: made from the findings."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

import typer

from ctip_law.cli.gap import laws_read
from ctip_law.cli.options import Against, Console, Country, Lang, Paper, Reviews, Sources, WhichLaw, with_console
from ctip_law.cli.reviews import with_reviews
from ctip_law.cli.sources import unread_languages
from ctip_law.report.render import HANDOUT_FORMATS

Template = Annotated[
    str,
    typer.Option("--template", metavar="FILE", help="Take this template instead of the one that comes with ctip-law."),
]
Directory = Annotated[
    str,
    typer.Option("--contacts", metavar="FILE", help="Directory of services: CSV with the names of its columns on top."),
]
#: name of the command -> what it writes, what stands in it, and an example.
COMMANDS = {
    "questionnaire": (
        "Write a questionnaire for a needs assessment, with what the law answers filled in.",
        "By subject: a question for each duty, the answer found in the law and its words, then questions on practice.",
        "ctip-law report questionnaire act.txt -o questions.docx",
    ),
    "policy-guide": (
        "Write a guide for policy makers, an entry for each duty.",
        "What is asked and how strongly, what the law has, what can be done, and what is to be decided.",
        "ctip-law report policy-guide -C MY -o guide.docx",
    ),
    "manual": (
        "Write a manual for practitioners: offence, proceedings, penalties, protection, contacts.",
        "Each question of a case with the section and the words of the law; contacts from --contacts.",
        "ctip-law report manual act.txt --contacts services.csv -o manual.docx",
    ),
    "action-plan": (
        "Write the skeleton of an action plan from what is open.",
        "Steps in the order of the recommendations; responsible body, time and sign of success are left to fill in.",
        "ctip-law report action-plan act.txt -I tip -o plan.xlsx",
    ),
    "checklists": (
        "Write checklists for practice, each line with the duty it serves and what the law has on it.",
        "Interview of a victim; identification; referral; help without conditions; work with organisations.",
        "ctip-law report checklists act.txt -o checklists.docx",
    ),
    "labour": (
        "Write what the law has on exploitation of labour.",
        "Purposes, means used on workers, recruiters and companies, inspection, remedies, with the words found.",
        "ctip-law report labour act.txt -I tip,p029 -o labour.docx",
    ),
}  # fmt: skip


def _command(kind: str) -> Callable[..., None]:
    def command(
        sources: Sources = None,  # type: ignore[assignment]
        country: Country = "",
        against: Against = "",
        template: Template = "",
        contacts: Directory = "",
        reviews: Reviews = "",
        lang: Lang = "",
        law: WhichLaw = "",
        paper: Paper = "a4",
        *,
        io: Console,
    ) -> None:
        from ctip_law import gap, render_handout
        from ctip_law.dossier.handouts.make import read_contacts, usable

        for given in filter(None, (template, contacts)):
            io.reads(given)
        if template:
            usable(template)  # one that is no template is told before anything is read
        directory = read_contacts(contacts) if contacts else None
        laws = laws_read(sources or [], country, against, lang, io, law)
        if not laws:
            raise typer.Exit(io.exit_code(0))
        told = unread_languages(laws, io)
        io.step("matching")
        report = with_reviews(gap(laws, against=against, country=country), reviews, io)
        how = {"template": template, "contacts": directory, "paper": paper, "errors": [*io.failures, *told]}
        io.result(render_handout(report, kind, io.form, **how))
        raise typer.Exit(io.exit_code(len(laws)))

    title, about, example = COMMANDS[kind]
    command.__doc__ = f"""{title}

    {about} The sources are read together, as gap reads them.

    \b
    Example: {example}
    """
    return command


@with_console("template")
def template(
    name: Annotated[str, typer.Argument(metavar="NAME", help=f"One of {', '.join(COMMANDS)}.")],
    *,
    io: Console,
) -> None:
    """Print the template of a document, to be changed and given back with --template.

    \b
    Example: ctip-law report template action-plan -o own.md.j2
    """
    from ctip_law.errors import UsageError
    from ctip_law.paths import data_folder

    if name not in COMMANDS:
        raise UsageError("CT004", f"there is no document {name!r}", remedy=f"Use one of {', '.join(COMMANDS)}.")
    path = data_folder("templates") / "handouts" / f"{name}.md.j2"
    io.result(path.read_text(encoding="utf-8"))


def register(app: typer.Typer) -> None:
    """Puts the commands beside `report matrix`."""
    for kind in COMMANDS:
        app.command(kind)(with_console(*HANDOUT_FORMATS)(_command(kind)))
    app.command("template")(template)
