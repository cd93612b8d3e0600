"""ctip-law compare"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ctip_law.cli.options import Against, Console, Lang, with_console
from ctip_law.cli.show import read_law
from ctip_law.cli.sources import portable, unread_languages, warn
from ctip_law.errors import UsageError
from ctip_law.model import Law


@with_console("table", "json", "md", "html")
def command(
    a: Annotated[str, typer.Argument(metavar="A", help="A file, -, a law of the corpus, or a country's code.")],
    b: Annotated[str, typer.Argument(metavar="B", help="The same.")],
    provision: Annotated[
        str, typer.Option("-p", "--provision", metavar="IDS", help="Only these provisions, with all quoted words.")
    ] = "",
    against: Against = "",
    lang: Lang = "",
    *,
    io: Console,
) -> None:
    """Put two laws side by side, element by element.

    Nothing is ranked. Both are held against the same instruments: without -I, the Trafficking in Persons Protocol.

    \b
    Example: ctip-law compare MY SG
             ctip-law compare act.html bill.docx -p tip-3a,tip-6-6
    """
    from ctip_law import compare, render_compare
    from ctip_law.compare.laws import check

    if (a, b).count("-") > 1:
        raise UsageError("CT007", "standard input (-) can be read only once", remedy="Name - once.")
    check(provision, against)  # a wrong id is told before anything is read
    first, second = laws_of(a, lang, io), laws_of(b, lang, io)
    for law in (*first, *second):
        warn(law, io)
    told = unread_languages([*first, *second], io)
    io.step("matching")
    made = compare(first, second, provision=provision, against=against)
    io.result(render_compare(made, io.form, full=bool(provision), errors=told))


def laws_of(name: str, lang: str, io: Console) -> list[Law]:
    """The law with this name, or the laws of the country with this code."""
    from ctip_law import corpus, parse
    from ctip_law.countries import is_country

    if name != "-" and not Path(name).exists() and is_country(name):
        return [portable(parse(path, lang=lang)) for path in corpus.files(name)]
    return [portable(read_law(name, lang, io))]
