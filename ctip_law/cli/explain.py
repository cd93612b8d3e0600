"""ctip-law explain"""

from __future__ import annotations

from typing import Annotated

import typer

from ctip_law.cli.options import Console, Output, with_console


@with_console
def command(
    id: Annotated[
        str, typer.Argument(metavar="ID", help="Such as tip-3a, act.recruitment, coercion-only, partial or CT101.")
    ],
    output: Output = "",
    *,
    io: Console,
) -> None:
    """Explain a provision, element, defect, status or error code.

    `instruments`, `provisions`, `elements`, `defects`, `statuses` and `codes` list what there is.

    \b
    Example: ctip-law explain tip-3a
             ctip-law explain CT105
    """
    from ctip_law import explain

    io.result(explain(id).rstrip("\n") + "\n", output)
