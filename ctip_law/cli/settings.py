"""The configuration as the command line uses it: which files, which options there are, where each value comes from."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ctip_law.config import Option, Setting, project_file, read
from ctip_law.errors import CtipError, InputError

#: What every variable of the environment begins with.
PREFIX = "CTIP"

#: Options that say how a call is made and not what it does: they are not configured.
_OF_THE_CALL = ("help", "config", "no_config", "debug", "version", "install_completion", "show_completion")


def files(named: str, without: bool) -> list[Path]:
    """The files to read, the user's first: with `named` that one alone, `without` any none.

    Raises InputError CT101 for one that is named and not there, CT102 for a folder.
    """
    if without:
        return []
    if named:
        if Path(named).is_dir():
            raise InputError("CT102", "this is a directory", path=named, remedy="Name the file of the configuration.")
        if not Path(named).is_file():
            raise InputError("CT101", "there is no such configuration", path=named)
        return [Path(named)]
    return [path for path in (user_file(), project_file(Path.cwd())) if path is not None and path.is_file()]


def user_file() -> Path:
    """Where the user's own configuration stands, whether it is there or not."""
    import typer

    return Path(typer.get_app_dir("ctip-law")) / "ctip.toml"


def configured(args: Sequence[str]) -> tuple[list[Setting], list[CtipError]]:
    """What the files set, and all that is wrong in them; where there is no file nothing is imported.

    --config and --no-config are read here, before the call is, whose defaults they decide.
    """
    without = "--no-config" in args or os.environ.get("CTIP_NO_CONFIG", "") not in ("", "0")
    paths = files(_named(args) or os.environ.get("CTIP_CONFIG", ""), without)
    return read(paths, known()) if paths else ([], [])


def known() -> dict[tuple[str, ...], list[Option]]:
    """The options of every command."""
    return {words: [_option(one) for one in command.params if _configurable(one)] for words, command in commands()}


def commands() -> Iterator[tuple[tuple[str, ...], Any]]:
    """Every command with its words, those of groups with the group in front."""
    from ctip_law.cli.app import COMMANDS, root

    group = root()
    for name in COMMANDS:
        command = group.get_command(None, name)
        subs = getattr(command, "commands", None)
        if subs is None:
            yield (name,), command
        else:
            yield from (((name, sub), one) for sub, one in subs.items())


def option_name(option: Any) -> str:
    """The name of an option as it is written in a file, with underscores: that of its longest spelling."""
    return str(max(option.opts, key=len)).lstrip("-").replace("-", "_")


def _configurable(param: Any) -> bool:
    return param.param_type_name == "option" and option_name(param) not in _OF_THE_CALL


def _option(param: Any) -> Option:
    kind = "flag" if param.is_flag else "list" if param.multiple else "text"
    taken = str(param.type_descriptor.annotation)
    kind = "number" if kind == "text" and ("int" in taken or "float" in taken) else kind
    return Option(option_name(param), kind, param.name, file=param.metavar in ("FILE", "DIR"))


@dataclass(frozen=True, slots=True)
class Value:
    """The value of an option of a command that somebody set: file and line, or the variable of the environment."""

    command: str
    option: str
    value: Any
    origin: str


def values(paths: Sequence[Path]) -> list[Value]:
    """What the files and the environment set, as it holds: the environment over the files."""
    settings = {(one.command, one.option.name): one for one in read(paths, known())[0]}
    found: list[Value] = []
    for words, command in commands():
        for param in filter(_configurable, command.params):
            name = option_name(param)
            told, shown = " ".join(words), name.replace("_", "-")
            variable = next((one for one in variables(words, param) if os.environ.get(one)), "")
            setting = settings.get((words, name))
            if variable:
                found.append(Value(told, shown, os.environ[variable], f"environment {variable}"))
            elif setting:
                found.append(Value(told, shown, setting.value, setting.origin))
    return found


def variables(words: tuple[str, ...], param: Any) -> list[str]:
    """The variables of the environment that set an option, the one that counts first."""
    own = [param.envvar] if isinstance(param.envvar, str) else list(param.envvar or ())
    return [*own, "_".join([PREFIX, *words, param.name]).upper().replace("-", "_")]


def _named(args: Sequence[str]) -> str:
    """The file behind --config."""
    for n, word in enumerate(args):
        if word == "--":
            return ""
        if word in ("-c", "--config"):
            return args[n + 1] if n + 1 < len(args) else ""
        if word.startswith("--config="):
            return word.partition("=")[2]
    return ""


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of `ctip.toml`, for editors."""
    every = known()
    texts = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}
    kinds: dict[str, dict[str, Any]] = {
        "flag": {"type": "boolean"},
        "number": {"type": "number"},
        "text": texts,
        "list": {"type": "array", "items": {"type": "string"}},
    }

    def spelt(options: Sequence[Option]) -> dict[str, Any]:
        names = sorted({(one.name, one.kind) for one in options})
        return {name: kinds[kind] for plain, kind in names for name in dict.fromkeys((plain, plain.replace("_", "-")))}

    def below(words: tuple[str, ...]) -> dict[str, Any]:
        longer = [other for other in every if other[: len(words)] == words and len(other) > len(words)]
        subs = sorted({other[len(words)] for other in longer})
        tables = {sub: below((*words, sub)) for sub in subs}
        own = spelt(every.get(words, []))
        return {"type": "object", "additionalProperties": False, "properties": own | tables}

    shared = spelt([one for options in every.values() for one in options])
    made = below(())
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "https://ctip-law.example.org/schema/settings/1.json",
        "title": "settings",
        "description": "ctip.toml: what ctip-law does unless the call says otherwise.",
    }
    tables = made["properties"]
    both = {name: {"anyOf": [shared[name], tables[name]]} for name in shared if name in tables}
    return head | made | {"properties": shared | tables | both}
