"""The list of commands. A command's module is imported when it is called, so that `--help` stays quick."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import get_close_matches
from functools import partial
from importlib import import_module
from inspect import cleandoc
from typing import Annotated, Any

import typer
from typer.core import TyperGroup
from typer.main import get_command as build

#: name -> the first sentence of its help. Each is in the module of that name, as `command` or as a group `app`.
COMMANDS = {
    "parse": "Read statutes into the clause model.",
    "gap": "Hold a law against the instruments, element by element, with the words that prove it.",
    "show": "Print a law, or one clause of it.",
    "search": "Find clauses by words.",
    "explain": "Explain a provision, element, defect, status or error code.",
    "compare": "Put two laws side by side, element by element, or several together.",
    "diff": "Show what changes between two versions of a law.",
    "draft": "Draft model clauses, a whole model law, or the bill that amends a statute.",
    "report": "Write the matrix of several laws or countries, and the documents made from the findings on one.",
    "review": "Take a lawyer's decisions on the findings out and in.",
    "corpus": "List, add, fetch and verify laws, and tell what is held of a country.",
    "screen": "Search whole statute books for what answers each duty.",
    "site": "Build, show and check the published site.",
    "evaluate": "Measure ctip-law on hand-read labels.",
    "config": "Show what is configured, and where.",
    "init": "Write a sample project.",
    "schema": "Print the JSON Schema of an output, or of the configuration.",
    "doctor": "Look over the installation.",
    "version": "Print the versions of the program and of its data.",
}


#: Options that every command takes, which may stand before its name too; those of the second kind have a value.
_ANYWHERE = re.compile(r"-[qv]+|--(quiet|verbose|no-progress|no-config|(config|color)=.*)", re.DOTALL)
_WITH_VALUE = ("-c", "--config", "--color")


def behind(args: Sequence[str]) -> list[str]:
    """The words of a call, options that every command takes put behind the name of the command: `-v corpus list` means
    `corpus list -v`. A call that names no command stays as it is."""
    moved, kept, rest = list[str](), list[str](), list(args)
    while rest and (rest[0] == "--debug" or _ANYWHERE.fullmatch(rest[0]) or rest[0] in _WITH_VALUE):
        word = rest.pop(0)
        own = kept if word == "--debug" else moved
        own += [word, *rest[:1]] if word in _WITH_VALUE else [word]
        rest = rest[1:] if word in _WITH_VALUE else rest
    if not moved or not rest:
        return list(args)
    below = getattr(_load(rest[0]), "commands", None) if rest[0] in COMMANDS else {}
    names = 1 if below is None else 2
    if below is not None and (len(rest) < names or rest[1] not in below):
        return [*kept, *rest]  # what is wrong is the name, and that is told
    return [*kept, *rest[:names], *moved, *rest[names:]]


class Commands(TyperGroup):
    """A group whose commands are imported when they are asked for."""

    def list_commands(self, ctx: Any) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name not in COMMANDS:
            return None
        if cmd_name not in self.commands:
            self.commands[cmd_name] = _load(cmd_name)
        return self.commands[cmd_name]

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        name = args[0]
        if name not in COMMANDS and not name.startswith("-"):
            near = get_close_matches(name, COMMANDS, n=1)
            ctx.fail(f"no such command {name!r}" + (f", did you mean {near[0]!r}?" if near else ""))
        return super().resolve_command(ctx, args)


def _load(name: str) -> Any:
    module = import_module(f"ctip_law.cli.{name}")
    if hasattr(module, "app"):
        group: Any = build(module.app)
        group.name = name
        for one in (group, *group.commands.values()):
            one.format_help = partial(sentence_first, one)
        return group
    app = typer.Typer(**settings())
    app.command(name)(module.command)
    command: Any = build(app)
    command.format_help = partial(sentence_first, command)
    return command


def sentence_first(command: Any, context: Any, formatter: Any) -> None:
    """Writes the help of a command: what it does in one sentence, how it is called, and then the rest."""
    first, _, rest = cleandoc(command.help or "").partition("\n\n")
    formatter.write_text(" ".join(first.split()))
    formatter.write_paragraph()
    command.format_usage(context, formatter)
    if rest:
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(rest)
    command.format_options(context, formatter)
    command.format_epilog(context, formatter)


def settings() -> dict[str, Any]:
    """What every Typer object of this program is made with: plain help texts, -h, errors handled by `main`."""
    return {
        "add_completion": False,
        "rich_markup_mode": None,
        "pretty_exceptions_enable": False,
        "context_settings": {"help_option_names": ["-h", "--help"]},
    }


def root() -> Any:
    """The program itself."""
    app = typer.Typer(cls=Commands, no_args_is_help=True, **(settings() | {"add_completion": True}))
    app.callback()(_root)
    program = build(app)
    program.format_help = partial(sentence_first, program)  # type: ignore[method-assign]
    return program


def _version(asked: bool) -> None:
    if asked:
        from ctip_law import __version__

        print(f"ctip-law {__version__}")
        raise typer.Exit


def _root(
    told: Annotated[  # not `version`: a configuration has a table of that name, for the command
        bool,
        typer.Option(
            "--version", "-V", is_eager=True, callback=_version, allow_from_autoenv=False, help="Print the version."
        ),
    ] = False,
    debug: Annotated[
        bool, typer.Option("--debug", envvar="CTIP_DEBUG", help="Show a traceback when something goes wrong.")
    ] = False,
) -> None:
    """Reads trafficking statutes, shows element by element which treaty duties they meet and the words that
    prove it, and drafts what is missing.

    \b
    Example: ctip-law gap my-act.docx
             ctip-law explain tip-3a
    """
