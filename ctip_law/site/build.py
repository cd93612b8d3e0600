"""Builds the site: our pages into a work folder, the generator over them, and the result checked and put in place."""

from __future__ import annotations

import importlib.util
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from ctip_law.corpus.own import is_address
from ctip_law.errors import CtipError, MissingExtra, UsageError
from ctip_law.site.catalogue import ENGLISH, words
from ctip_law.site.check import check
from ctip_law.site.data import site_data
from ctip_law.site.nouns import SiteData
from ctip_law.site.official import with_official
from ctip_law.site.pages import PLAIN, Setting, render
from ctip_law.site.put import put

#: A folder that holds this file is a site that we built and may build again.
MARK = "data/datapackage.json"

#: The date of files that carry one, where SOURCE_DATE_EPOCH does not give it (1 January 1980, as in zip files).
_EPOCH = "315532800"


def build(
    folder: str | Path,
    *,
    against: Sequence[str] = ("tip",),
    countries: Sequence[str] = (),
    base: str = "",
    language: str = ENGLISH,
    contact: str = "",
    official: str | Path | None = None,
    told: Callable[[str], None] = lambda line: None,
) -> SiteData:
    """Builds the site into `folder`, which is made, or must be empty or hold a site built before.

    `base` is the address at which it will stand, for canonical links, the site map and the feeds; without it they are
    relative or left out. `language` is that of the interface, `contact` where readers report errors: an address of mail
    or of a page, `official` the folder in which the user keeps official texts, to be shown beside the restatements.

    Raises MissingExtra CT901 without the generator, UsageError CT902 for a folder that cannot be used, CtipError CT501
    when the generator refuses a page, DataError CT502 for a dead link, and what `site_data` raises.
    """
    target = Path(folder)
    require_generator()
    how = Setting(_address(base), words(language).language, _contact(contact))
    _usable(target)
    site = site_data(countries, against, told)
    if official is not None:
        site = with_official(site, Path(official))
    publish(site, target, told, how)
    return site


def publish(
    site: SiteData, target: Path, told: Callable[[str], None] = lambda line: None, how: Setting = PLAIN
) -> None:
    """Renders the pages of `site`, runs the generator over them, checks the result and puts it at `target`."""
    with tempfile.TemporaryDirectory(prefix="ctip-law-site-") as name:
        work = Path(name)
        told("writing the pages")
        render(site, work, how)
        told("building the site")
        generate(work)
        wrong = check(work / "site")
        if wrong:
            raise wrong[0]
        _put(work / "site", target)


def require_generator() -> None:
    """Raises MissingExtra CT901 where MkDocs or its theme is not installed."""
    missing = [name for name in ("mkdocs", "material") if importlib.util.find_spec(name) is None]
    if missing:
        raise MissingExtra(
            "CT901", "the site needs MkDocs and its theme Material", remedy="pip install 'ctip-law[site]'."
        )


def generate(work: Path) -> None:
    """Runs the generator in strict mode over `work/mkdocs.yml` into `work/site`. Raises CtipError CT501.

    Never with --quiet, which would hide the warnings that strict mode counts.
    """
    environment = os.environ | {
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONHASHSEED": "0",
        "PYTHONWARNINGS": "ignore",
        "SOURCE_DATE_EPOCH": os.environ.get("SOURCE_DATE_EPOCH", _EPOCH),
        "TZ": "UTC",
    }
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", "mkdocs.yml", "--site-dir", "site"],
        cwd=work,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        lines = [line for line in done.stderr.splitlines() if line.startswith(("WARNING", "ERROR"))]
        said = lines[0] if lines else done.stderr.strip().splitlines()[-1:] or ["it said nothing"]
        message = said if isinstance(said, str) else said[0]
        raise CtipError(
            "CT501", f"the generator refused the pages: {message}", remedy="Mend the template of the page named."
        )


def _address(base: str) -> str:
    """The address of a site with a slash at its end. Raises UsageError CT004 for what is none."""
    if base and (not is_address(base) or "?" in base or "#" in base):
        raise UsageError(
            "CT004", f"{base!r} is no address of a site", remedy="Give one such as https://example.org/laws/."
        )
    return base.rstrip("/") + "/" if base else ""


def _contact(contact: str) -> str:
    """Where errors are reported. Raises UsageError CT004 for what is no address of mail and none of a page."""
    mail = re.fullmatch(r"[\w.+-]+@[\w-]+(\.[\w-]+)+", contact)
    if contact and not mail and not is_address(contact):
        raise UsageError(
            "CT004", f"{contact!r} is no address of mail or of a page", remedy="Give one such as law@example.org."
        )
    return contact


def _usable(target: Path) -> None:
    """Nothing but an older site of ours is ever overwritten."""
    if target.is_dir() and any(target.iterdir()) and not (target / MARK).is_file():
        raise UsageError(
            "CT902", "the folder holds other files", path=str(target), remedy="Give an empty or a new folder with -o."
        )
    if target.exists() and not target.is_dir():
        raise UsageError("CT902", "this is a file", path=str(target), remedy="Give a folder with -o.")


def _put(made: Path, target: Path) -> None:
    try:
        put(made, target)
    except OSError as error:
        raise UsageError("CT902", error.strerror or "cannot be written", path=str(target)) from None
