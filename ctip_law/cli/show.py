"""ctip-law show"""

from __future__ import annotations

from typing import Annotated

import typer

from ctip_law.cli.options import Console, Lang, with_console
from ctip_law.cli.sources import named, warn
from ctip_law.model import Law


@with_console("text")
def command(
    law: Annotated[str, typer.Argument(metavar="LAW", help="A file, - or a law of the corpus, such as sg/NAME.")],
    clause: Annotated[str, typer.Argument(metavar="[CLAUSE]", help='As cited, such as "s 11(4)".')] = "",
    lang: Lang = "",
    *,
    io: Console,
) -> None:
    """Print a law, or one clause of it.

    The words are printed as they stand in the text that all offsets count in.

    \b
    Example: ctip-law show act.html 12
             ctip-law show act.html "s 11(4)"
             ctip-law show act.html sec_12__subsec_1
    """
    read = read_law(law, lang, io)
    warn(read, io)
    io.result((_clause(read, clause) if clause else read.text).rstrip("\n") + "\n")


def read_law(name: str, lang: str, io: Console) -> Law:
    """The law in a file, on standard input, or in the corpus. Raises UsageError CT006 for an unknown one."""
    from pathlib import Path

    from ctip_law import parse
    from ctip_law.cli.options import standard_input
    from ctip_law.corpus import find

    io.reads(name)
    if name == "-":
        return named(parse(name, lang=lang, stdin=standard_input(), encoding=io.encoding, sections=False), io)
    if Path(name).exists() or Path(name).suffix not in ("", ".xml"):
        return parse(name, lang=lang, encoding=io.encoding, sections=False)
    return parse(find(name).path, lang=lang)


def _clause(law: Law, wanted: str) -> str:
    """The words of the clauses that are cited."""
    from ctip_law.report.cite import cited

    return "\n\n".join(law.text[clause.start : clause.end].strip("\n") for clause in cited(law, wanted))
