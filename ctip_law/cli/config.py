"""ctip-law config"""

from __future__ import annotations

import json

import typer

from ctip_law.cli.app import settings
from ctip_law.cli.options import Console, with_console
from ctip_law.report.listing import LISTS, listing

app = typer.Typer(
    **settings(),
    no_args_is_help=True,
    help="Show what is configured, and where.",
    epilog="Example: ctip-law config show",
)


@app.callback()
def _group() -> None:
    """Show what is configured, and where."""


@app.command("show")
@with_console("table", "json", *LISTS)
def show(*, io: Console) -> None:
    """Print what the files and the environment set, each value with its origin.

    The command line wins over the environment, that over `ctip.toml` or `[tool.ctip_law]` of a pyproject.toml in this
    folder or the nearest above, that over the user's own `ctip.toml`, and that over the defaults. Files are told even
    where there is none.

    \b
    Example: ctip-law config show
             ctip-law config show -f json
    """
    from ctip_law.cli.settings import files, user_file, values
    from ctip_law.report.render import to_json

    read = files(io.config, io.no_config)
    found = values(read)
    rows = [{"command": one.command, "option": one.option, "value": one.value, "origin": one.origin} for one in found]
    if io.form == "json":
        io.result(to_json({"schema": "ctip-law/config/1", "files": [str(path) for path in read], "values": rows}))
        return
    if io.form != "table":
        io.result(listing(rows, ("command", "option", "value", "origin"), io.form))
        return
    lines = [f"read: {path}" for path in read] or [f"no configuration (the user's own would be {user_file()})"]
    lines += [
        f"{one.command}: {one.option} = {json.dumps(one.value, ensure_ascii=False)}  ({one.origin})" for one in found
    ]
    io.result("\n".join(lines) + "\n")
