"""Man pages made from the program itself: `python -m ctip_law.cli.man DIR` writes one for each command.

The pages name no day, so that the same program gives the same bytes.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ctip_law import __version__
from ctip_law.cli.app import COMMANDS, root
from ctip_law.cli.settings import PREFIX, commands
from ctip_law.errors import EXIT_CODES
from ctip_law.files import write_file


def pages() -> dict[str, str]:
    """File name to page: ctip-law.1, and ctip-law-gap.1 and so on for each command."""
    made = {"ctip-law.1": _program()}
    for words, command in commands():
        made[f"ctip-law-{'-'.join(words)}.1"] = _command(words, command)
    return made


def _program() -> str:
    about, *rest = _paragraphs(root().help or "")
    usage = r"\fICOMMAND\fR [\fIARGUMENTS\fR] [\fIOPTIONS\fR]"
    lines = [*_head("ctip-law", about), ".SH SYNOPSIS", ".B ctip-law", usage]
    lines += [".SH DESCRIPTION", _safe(about), ".SH COMMANDS"]
    for name, told in COMMANDS.items():
        lines += [".TP", rf"\fBctip-law {_safe(name)}\fR", _safe(told)]
    lines += _examples(rest)
    lines += [".SH EXIT STATUS"]
    for code, told in EXIT_CODES.items():
        lines += [".TP", rf"\fB{code}\fR", _safe(told)]
    names = [f"ctip-law-{'-'.join(words)}" for words, _ in commands()]
    lines += [".SH SEE ALSO", *(f".BR {_safe(name)} (1)" for name in names)]
    return "\n".join(lines) + "\n"


def _command(words: tuple[str, ...], command: Any) -> str:
    name = " ".join(words)
    about, *rest = _paragraphs(command.help or "")
    context = command.make_context(name, [], resilient_parsing=True, auto_envvar_prefix=_prefix(words))
    usage = " ".join(command.collect_usage_pieces(context))
    lines = [*_head(f"ctip-law-{'-'.join(words)}", about), ".SH SYNOPSIS", rf".B ctip-law {_safe(name)}", _safe(usage)]
    lines += [".SH DESCRIPTION", _safe(about)]
    for paragraph in rest:
        if not paragraph.startswith("Example:"):
            lines += [".PP", _safe(" ".join(paragraph.split()))]
    lines += [".SH OPTIONS"]
    for param in command.params:
        record = param.get_help_record(context)
        if record:
            lines += [".TP", rf"\fB{_safe(record[0])}\fR", _safe(" ".join(record[1].split()))]
    return "\n".join([*lines, *_examples(rest), ".SH SEE ALSO", ".BR ctip-law (1)"]) + "\n"


def _head(name: str, about: str) -> list[str]:
    title = f'.TH {name.upper()} 1 "" "ctip-law {__version__}" "ctip-law"'
    return [title, ".SH NAME", rf"{_safe(name)} \- {_safe(about.rstrip('.'))}"]


def _examples(paragraphs: list[str]) -> Iterator[str]:
    found = [paragraph for paragraph in paragraphs if paragraph.startswith("Example:")]
    if found:
        yield from (".SH EXAMPLES", ".nf")
        yield from (_safe(line.removeprefix("Example:").strip()) for line in found[0].splitlines())
        yield ".fi"


def _paragraphs(text: str) -> list[str]:
    """The paragraphs of a help text; the first is its sentence, that of examples keeps its lines."""
    parts = [part.replace("\b", "").strip() for part in text.split("\n\n")]
    return [" ".join(parts[0].split()), *filter(None, parts[1:])]


def _prefix(words: tuple[str, ...]) -> str:
    return "_".join([PREFIX, *words]).upper()


def _safe(text: str) -> str:
    """Text of which troff takes nothing for a command."""
    plain = text.replace("\\", r"\e").replace("-", r"\-")
    return "\n".join(rf"\&{line}" if line.startswith((".", "'")) else line for line in plain.splitlines())


def main(folder: str) -> None:
    """Writes the pages into a folder, which is made."""
    Path(folder).mkdir(parents=True, exist_ok=True)
    for name, page in pages().items():
        write_file(Path(folder) / name, page.encode())


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "man")
