"""ctip-law schema"""

from __future__ import annotations

from typing import Annotated

import typer

from ctip_law.cli.options import Console, with_console

#: The outputs that have a schema; `report.schemas`, which is not loaded for a list, has the same.
NAMES = (
    "baseline", "bill", "bundle", "compare", "config", "corpus", "diff", "doctor", "evaluation", "gap", "handout",
    "law", "matrix", "region", "reviewed", "sarif", "screen", "search", "settings", "story", "unread", "version",
)  # fmt: skip


@with_console("json")
def command(
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME", help=f"One of {', '.join(NAMES)}."
        ),
    ],
    *,
    io: Console,
) -> None:
    """Print the JSON Schema of an output, or of the configuration.

    Draft 2020-12. Every `-f json` output carries the name and number of its schema in its first field; `settings` is
    the schema of `ctip.toml`.

    \b
    Example: ctip-law schema gap -o gap.schema.json
    """
    from ctip_law import schema
    from ctip_law.cli.settings import json_schema
    from ctip_law.report.render import to_json

    io.result(to_json(json_schema() if name == "settings" else schema(name)))
