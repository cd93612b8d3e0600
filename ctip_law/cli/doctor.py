"""ctip-law doctor"""

from __future__ import annotations

import os

import typer

from ctip_law.cli.options import Console, with_console
from ctip_law.report.listing import LISTS, listing


@with_console("table", "json", *LISTS)
def command(
    *,
    io: Console,
) -> None:
    """Look over the installation.

    Python, the packages needed, the extras, the XML library, languages of scans, fonts, the terminal, the framework,
    the rules, the languages, the corpus, the model provisions, the configuration and the reviews: every name in them
    leads somewhere. Exits 1 if something that is needed is missing or wrong; a missing
    extra is only named.

    \b
    Example: ctip-law doctor -f json
    """
    from ctip_law.report.doctor import checks, render
    from ctip_law.report.render import to_json

    done = checks(
        model_provisions=_model_provisions,
        words_of_the_site=_site_words,
        configuration=lambda: _configuration(io),
        reviews=_reviews,
    )
    ok = all(check["ok"] for check in done)
    if io.form == "json":
        io.result(to_json({"schema": "ctip-law/doctor/1", "ok": ok, "checks": done}))
    elif io.form == "table":
        io.result(render(done))
    else:
        io.result(listing(done, ("name", "state", "ok", "detail"), io.form))
    raise typer.Exit(0 if ok else 1)


def _configuration(io: Console) -> str:
    """The files that are read; a mistake in one is told by every call."""
    from ctip_law.cli.settings import files

    return ", ".join(map(str, files(io.config, io.no_config))) or "none"


def _reviews() -> str:
    """The folder of reviews, every file of which can be read."""
    from ctip_law.cli.reviews import folder
    from ctip_law.review.store import kept

    place = folder(os.environ.get("CTIP_REVIEWS", ""))
    reviews, wrong = kept(place)
    for error in wrong:
        raise error
    return f"{len(reviews)} in {place}"


def _site_words() -> str:
    """The catalogue of each language, and the words that it lacks."""
    from ctip_law.site.catalogue import told

    return told()


def _model_provisions() -> str:
    from ctip_law.draft.library import library

    return f"{len(library())} model provisions"
