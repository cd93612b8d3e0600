"""ctip-law doctor"""

from __future__ import annotations

import typer

from ctip_law.cli.options import Console, with_console
from ctip_law.report.listing import LISTS, listing


@with_console("table", "json", *LISTS)
def command(
    *,
    io: Console,
) -> None:
    """Look over the installation.

    Python, the packages needed, the extras, the framework, the rules, the languages, the corpus and the model
    provisions: every name in them leads somewhere. Exits 1 if something that is needed is missing or wrong; a missing
    extra is only named.

    \b
    Example: ctip-law doctor -f json
    """
    from ctip_law.report.doctor import checks, render
    from ctip_law.report.render import to_json

    done = checks(model_provisions=_model_provisions)
    ok = all(check["ok"] for check in done)
    if io.form == "json":
        io.result(to_json({"schema": "ctip-law/doctor/1", "ok": ok, "checks": done}))
    elif io.form == "table":
        io.result(render(done))
    else:
        io.result(listing(done, ("name", "state", "ok", "detail"), io.form))
    raise typer.Exit(0 if ok else 1)


def _model_provisions() -> str:
    from ctip_law.draft.library import library

    return f"{len(library())} model provisions"
