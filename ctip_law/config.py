"""What a project or a user sets once: `ctip.toml`, or `[tool.ctip_law]` of a pyproject.toml, with the origin of it all.

A key is the name of an option: at the top it holds for every command that has the option, in a table with the name of a
command for that command alone. The command line wins over the environment, that over the project's file, and that over
the user's. A key that is no option is an error.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from ctip_law.datafile import DataFile, Entry
from ctip_law.errors import ConfigError, CtipError, DataError

NAME = "ctip.toml"
_TABLE = ("tool", "ctip_law")


@dataclass(frozen=True, slots=True)
class Option:
    """An option of a command. `kind`: "flag", "list", "number" or "text"; `file` where its value is a path; `parameter`
    is the name by which the command is handed the value.
    """

    name: str
    kind: str
    parameter: str
    file: bool = False


@dataclass(frozen=True, slots=True)
class Setting:
    """A value of a file for an option of a command; `origin` is file and line."""

    command: tuple[str, ...]
    option: Option
    value: Any
    origin: str


#: Command, as its words, to its options.
Known = Mapping[tuple[str, ...], Sequence[Option]]


class _File(DataFile):
    """A file of the user's own."""

    code = "CT008"
    failure = ConfigError


def project_file(start: Path) -> Path | None:
    """The nearest `ctip.toml`, or pyproject.toml with the table, from a folder upwards."""
    for folder in (start, *start.parents):
        if (folder / NAME).is_file():
            return folder / NAME
        project = folder / "pyproject.toml"
        if project.is_file() and b"[tool.ctip_law" in project.read_bytes():
            return project
    return None


def read(paths: Iterable[Path], known: Known) -> tuple[list[Setting], list[CtipError]]:
    """The settings of the files, the later file over the earlier one, and all that is wrong (CT008, file and line)."""
    found: dict[tuple[tuple[str, ...], str], Setting] = {}
    wrong: list[CtipError] = []
    for path in paths:
        try:
            root = _File(path).root
            root = root.file.entry(*_TABLE) if path.name == "pyproject.toml" else root
        except DataError as error:
            wrong.append(error)
            continue
        for setting in _settings(root, known, wrong):
            found[setting.command, setting.option.name] = setting
    return list(found.values()), wrong


def defaults(settings: Iterable[Setting]) -> dict[str, Any]:
    """The settings as Typer takes them: a table for each command, within that of its group."""
    made: dict[str, Any] = {}
    for setting in settings:
        table = made
        for word in setting.command:
            table = table.setdefault(word, {})
        table[setting.option.parameter] = setting.value
    return made


def _settings(root: Entry, known: Known, wrong: list[CtipError]) -> Iterator[Setting]:
    commands = {words[0] for words in known}
    every = {option.name for options in known.values() for option in options}
    tables = [name for name, value in root.fields.items() if isinstance(value, dict)]
    for name in root.fields:
        if name not in tables:
            if _plain(name) not in every:
                wrong.append(_unknown(root, name, [*every, *commands]))
            told = len(wrong)
            for words, options in known.items():
                for one in options:
                    if one.name == _plain(name) and len(wrong) == told:  # one mistake is told once
                        yield from _setting(root, name, words, one, wrong)
    for name in tables:
        yield from _of_command(root, (name,), known, wrong)


def _of_command(outer: Entry, words: tuple[str, ...], known: Known, wrong: list[CtipError]) -> Iterator[Setting]:
    """The settings of the table of a command, or of a group of commands."""
    below = {other[len(words)] for other in known if other[: len(words)] == words and len(other) > len(words)}
    own = {option.name: option for option in known.get(words, ())}
    if not below and not own:
        wrong.append(_unknown(outer, words[-1], {one[len(words) - 1] for one in known if len(one) >= len(words)}))
        return
    table = outer.table(words[-1])
    for name in table.fields if table else ():
        assert table is not None
        if isinstance(table.fields[name], dict):
            yield from _of_command(table, (*words, name), known, wrong)
        elif _plain(name) in own:
            yield from _setting(table, name, words, own[_plain(name)], wrong)
        else:
            wrong.append(_unknown(table, name, [*own, *below]))


def _setting(
    table: Entry, name: str, words: tuple[str, ...], option: Option, wrong: list[CtipError]
) -> Iterator[Setting]:
    value = table.fields[name]
    kinds = {"flag": bool, "number": int | float, "text": str, "list": list}
    told = {"flag": "true or false", "number": "a number", "text": "text", "list": "a list of texts"}
    fits = isinstance(value, kinds[option.kind]) and (option.kind == "flag" or not isinstance(value, bool))
    if option.kind == "text" and isinstance(value, list) and all(isinstance(one, str) for one in value):
        value, fits = ",".join(value), True  # -I tip,untoc
    if not fits or (isinstance(value, list) and not all(isinstance(one, str) for one in value)):
        wrong.append(table.error(f"`{name}` must be {told[option.kind]}", name))
        return
    if option.file and isinstance(value, str) and value not in ("", "-"):
        value = str(table.file.path.parent / value)  # a path is meant from where it is written
    origin = f"{table.file.path}:{table.file.line(table.key, name)}"
    yield Setting(words, option, value, origin)


def _unknown(table: Entry, name: str, known: Iterable[str]) -> DataError:
    names = sorted({one.replace("_", "-") for one in known})
    near = get_close_matches(name.replace("_", "-"), names, n=1)
    hint = f", did you mean `{near[0]}`?" if near else f"; there are {', '.join(names)}" if len(names) < 12 else ""
    return table.error(f"unknown key `{name}`{hint}", name)


def _plain(name: str) -> str:
    return name.replace("-", "_")
