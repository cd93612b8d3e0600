"""ctip-law diff"""

from __future__ import annotations

from typing import Annotated

import typer

from ctip_law.cli.options import Against, Console, Country, Lang, Paper, with_console
from ctip_law.cli.show import read_law
from ctip_law.cli.sources import portable, unread_languages, warn
from ctip_law.errors import InputError, UsageError
from ctip_law.model import Law
from ctip_law.report.difference import DIFF_FORMS

_LAW_FORMS = ("text", "md", "json", "akn")


@with_console(*dict.fromkeys((*DIFF_FORMS, *_LAW_FORMS)))
def command(
    old: Annotated[str, typer.Argument(metavar="OLD", help="The law as it is: a file, - or a law of the corpus.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="A new version of it, or an act that amends it.")],
    apply: Annotated[bool, typer.Option("--apply", help="Write the law as amended by the act NEW.")] = False,
    country: Country = "",
    against: Against = "",
    lang: Lang = "",
    paper: Paper = "a4",
    *,
    io: Console,
) -> None:
    """Show what changes between two versions of a law.

    In the text, section by section, and in the verdicts, provision by provision. NEW is taken for an amending act when
    most of its sections give instructions and one of them can be carried out on OLD. With --apply, OLD is written as
    amended; each instruction that was not applied is told on standard error, and the exit code is then 4. Instructions
    are read in English, French, Indonesian, Malay and Spanish. Without --apply the forms are table, json, md, html,
    docx, xlsx and pdf; with it text, md, json and akn.

    \b
    Example: ctip-law diff act-2010.txt act-2020.txt
             ctip-law diff act.html amendment-bill.pdf -I tip -o what-changes.html
             ctip-law diff act.html amendment-bill.pdf --apply -o act-as-amended.md
    """
    from ctip_law.choice import check

    if (old, new).count("-") > 1:
        raise UsageError("CT007", "standard input (-) can be read only once", remedy="Name - once.")
    io.choose(*(_LAW_FORMS if apply else DIFF_FORMS))
    check(against, country)  # a wrong id is told before anything is read
    before, after = (portable(read_law(name, lang, io)) for name in (old, new))
    for law in (before, after):
        warn(law, io)
    if apply:
        raise typer.Exit(_consolidate(before, after, io))
    from ctip_law import diff, render_diff

    told = unread_languages([before, after], io)
    io.step("matching")
    made = diff(before, after, against=against, country=country)
    if made.act:
        io.note(f"{after.source.path} is read as an act that amends {before.source.path}")
    io.result(render_diff(made, io.form, errors=told, paper=paper))


def _consolidate(old: Law, act: Law, io: Console) -> int:
    """Writes the law as amended; 4 when something was left out, 3 when nothing could be applied."""
    from ctip_law import amend, render_law

    done = amend(old, act)
    for one in done.failures(act.source.path):
        io.failed(one)
    applied = sum(outcome.applied for outcome in done.outcomes)
    io.note(f"{applied} of {len(done.outcomes)} instructions applied, {len(done.unread)} passages not understood")
    if not applied:
        raise InputError("CT202", "none of its instructions could be applied", path=act.source.path)
    io.result(render_law(done.law, io.form))
    return io.exit_code(applied)
