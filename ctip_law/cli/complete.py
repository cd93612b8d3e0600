"""What a shell is offered where a country, an instrument or a provision stands, in less time than a key takes.

Commands and options are completed by Typer, which needs to import them. These values are only read from the data files:
the framework is not loaded and nothing is checked. The forms that the shells want are those of Typer's own scripts.
"""

from __future__ import annotations

import os
import re
import shlex
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

#: A value, and what it is.
Choice = tuple[str, str]

_DATA = Path(__file__).resolve().parent.parent / "framework" / "data"
_HEAD = re.compile(r"^\[([\w-]+(?:\.[\w-]+)?)\]$(?:(?!^\[)[\s\S])*?^(?:title|label|name) = \"+\n?([^\"\n]*)", re.M)


def answered(variable: str = "_CTIP_LAW_COMPLETE") -> bool:
    """Prints the choices if a shell asks for such a value; False where the question is another one."""
    asked = os.environ.get(variable, "")
    if not asked.startswith("complete_"):
        return False
    shell = asked.removeprefix("complete_")
    words, begun = _words(shell)
    choices = offered(words, begun)
    if choices is None or shell not in _FORMS:
        return False
    if shell == "fish" and os.environ.get("_TYPER_COMPLETE_FISH_ACTION") == "is-args":
        sys.exit(0 if choices else 1)
    print(_FORMS[shell](choices))
    return True


def offered(words: Sequence[str], begun: str) -> list[Choice] | None:
    """The choices for the word begun after these words of a call; None where no such value stands."""
    values = _asked(words)
    if values is None:
        return None
    before, comma, last = begun.rpartition(",")
    wanted = last.casefold()
    every = list(values())
    found = [(value, told) for value, told in every if value.casefold().startswith(wanted)]
    found = found or [(value, told) for value, told in every if told.casefold().startswith(wanted)]
    return [(f"{before}{comma}{value}", told) for value, told in found]


def _asked(words: Sequence[str]) -> Callable[[], Iterator[Choice]] | None:
    option = words[-1] if words else ""
    if option in _OPTIONS:
        return _OPTIONS[option]
    plain = [word for word in words if not word.startswith("-")]
    if option.startswith("-") or plain[:1] not in (["explain"], ["draft"]):
        return None
    if plain == ["explain"]:
        return _entries
    return _entries if plain[:2] == ["draft", "clause"] else None


def _countries() -> Iterator[Choice]:
    from ctip_law.countries import known

    yield from known()


def _instruments() -> Iterator[Choice]:
    yield from _read("instruments.toml")
    yield from (("all", "every instrument"), ("binding", "those that bind the country"))


def _lenses() -> Iterator[Choice]:
    yield from _read("lenses.toml")


def _groups() -> Iterator[Choice]:
    """The groups of states: lines of one table."""
    table = (_DATA / "states.toml").read_text(encoding="utf-8").partition("\n[group]\n")[2].partition("\n[")[0]
    yield from re.findall(r'^(\w+) = "([^"\n]*)"$', table, re.M)


def _provisions() -> Iterator[Choice]:
    for path in sorted((_DATA / "provisions").glob("*.toml")):
        yield from ((id, title) for id, title in _read(f"provisions/{path.name}") if "." not in id)


def _entries() -> Iterator[Choice]:
    yield from _provisions()
    for name in ("elements.toml", "defects.toml"):
        yield from _read(name)


def _read(name: str) -> Iterator[Choice]:
    """The tables of a data file with the first words of their title."""
    for match in _HEAD.finditer((_DATA / name).read_text(encoding="utf-8")):
        yield match[1], match[2].strip()


_OPTIONS: dict[str, Callable[[], Iterator[Choice]]] = {
    "-C": _countries, "--country": _countries, "-I": _instruments, "--against": _instruments,
    "--lens": _lenses, "--region": _groups,
    "-p": _provisions, "--provision": _provisions,
}  # fmt: skip


def _words(shell: str) -> tuple[list[str], str]:
    """The words of the call before the one begun, without the program, and the one begun."""
    if shell == "bash":
        words = _split(os.environ.get("COMP_WORDS", ""))
        at = os.environ.get("COMP_CWORD", "0")
        number = int(at) if at.isdecimal() else 0
        return words[1:number], words[number] if number < len(words) else ""
    given = os.environ.get("_TYPER_COMPLETE_ARGS", "")
    words = _split(given)[1:]
    if words and not given.endswith(" "):
        return words[:-1], words[-1]
    return words, ""


def _split(line: str) -> list[str]:
    try:
        return shlex.split(line)
    except ValueError:  # a quote that is still open
        return line.split()


def _zsh(choices: list[Choice]) -> str:
    def safe(text: str) -> str:
        marks = {'"': '""', "'": "''", "$": "\\$", "`": "\\`", ":": r"\\:"}
        return "".join(marks.get(char, char) for char in text)

    lines = "\n".join(f'"{safe(value)}":"{safe(told)}"' for value, told in choices)
    return f"_arguments '*: :(({lines}))'" if choices else "_files"


_FORMS: dict[str, Callable[[list[Choice]], str]] = {
    "bash": lambda choices: "\n".join(value for value, _ in choices),
    "zsh": _zsh,
    "fish": lambda choices: "\n".join(f"{value}\t{told}" for value, told in choices),
    "powershell": lambda choices: "\n".join(f"{value}:::{told or ' '}" for value, told in choices),
    "pwsh": lambda choices: "\n".join(f"{value}:::{told or ' '}" for value, told in choices),
}
