"""ctip-law site"""

from __future__ import annotations

from typing import Annotated

import typer

from ctip_law.cli.app import settings
from ctip_law.cli.options import Console, with_console

app = typer.Typer(
    **settings(),
    no_args_is_help=True,
    help="Build, show and check the published site.",
    epilog="Example: ctip-law site build -o public",
)

Folder = Annotated[str, typer.Option("-o", "--output", metavar="DIR", help="The folder of the site.")]


@app.command("build")
@with_console()
def build_site(
    target: Folder = "site",
    country: Annotated[
        str,
        typer.Option("-C", "--country", metavar="CODES", help="Countries, such as SG,TZ. [default: the whole corpus]"),
    ] = "",
    against: Annotated[
        str, typer.Option("-I", "--against", metavar="IDS", help="Instruments: ids such as tip,untoc; or all.")
    ] = "tip",
    url: Annotated[
        str, typer.Option("--url", metavar="URL", help="Where the site will stand, for canonical links and feeds.")
    ] = "",
    language: Annotated[
        str, typer.Option("--language", metavar="CODE", help="Language of the pages: en, es, fr or id.")
    ] = "en",
    contact: Annotated[
        str, typer.Option("--contact", metavar="ADDRESS", help="Where readers report errors: a mail address or a page.")
    ] = "",
    official: Annotated[
        bool, typer.Option("--official", help="Show your own copies of official texts beside the restatements.")
    ] = False,
    *,
    io: Console,
) -> None:
    """Build the site that compares the countries of the corpus.

    It needs the extra `site`. The folder is made, or must be empty or hold a site built before; SOURCE_DATE_EPOCH dates
    the files, so that the same inputs give the same bytes. A law that cannot be read is told on a page of its own, and
    the exit code is 4. A built language stands alone: build each into a folder of its own. Official texts are those
    that `corpus fetch` keeps for you (CTIP_CORPUS); a site with them is yours to look at, not to publish.

    \b
    Example: ctip-law site build -o public
    """
    from ctip_law import site_build
    from ctip_law.corpus import own

    texts = own.folder() if official else None
    site = site_build(
        target,
        against=against,
        countries=country,
        base=url,
        language=language,
        contact=contact,
        official=texts,
        told=io.step,
    )
    countries, laws, duties = len(site.countries), len(site.laws), len(site.judged)
    for one in site.unread:
        io.failed(one.error)
    io.note(f"wrote {target} (countries: {countries}, laws: {laws}, duties: {duties})")
    raise typer.Exit(io.exit_code(laws))


@app.command("serve")
@with_console()
def serve_site(
    target: Folder = "site",
    port: Annotated[int, typer.Option("--port", metavar="N", help="Port on 127.0.0.1; 0 takes a free one.")] = 8000,
    *,
    io: Console,
) -> None:
    """Show a built site on this machine, at 127.0.0.1, until Ctrl-C.

    \b
    Example: ctip-law site serve -o public --port 8080
    """
    from ctip_law.site.serve import HOST, server

    with server(target, port) as running:
        io.note(f"http://{HOST}:{running.server_address[1]}/ (Ctrl-C ends it)")
        running.serve_forever()


@app.command("check")
@with_console()
def check_site(
    folder: Annotated[str, typer.Argument(metavar="[DIR]", help="The folder of the site, as with -o.")] = "",
    target: Folder = "site",
    browser: Annotated[
        bool, typer.Option("--browser", help="Open one page of each kind in Chromium, and look it over with axe-core.")
    ] = False,
    *,
    io: Console,
) -> None:
    """Check that every link and anchor of a built site leads somewhere and that nothing is fetched from outside.

    Exits 1 and names each page that is wrong. --browser needs Chromium, and the packages playwright and
    axe-playwright-python; it takes some minutes.

    \b
    Example: ctip-law site check -o public
    """
    from ctip_law import site_check

    wrong = site_check(folder or target, browser=browser)
    for error in wrong:
        io.failed(error)
    if not wrong:
        io.result(f"{folder or target}: every link leads somewhere, nothing is fetched from outside\n")
    raise typer.Exit(1 if wrong else 0)
