"""One page of each kind of a built site, opened in a browser: what only a browser can tell.

Each is opened light and dark, wide and on a phone, and axe-core looks over it (WCAG 2.2 AA); what the page asks for
outside the site, what its scripts complain of, and a page wider than its screen are told.
"""

from __future__ import annotations

import importlib.util
import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ctip_law.errors import CtipError, DataError, MissingExtra
from ctip_law.site.serve import HOST, server

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

#: A container's root needs --no-sandbox; the others keep Chromium from making calls of its own.
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--force-color-profile=srgb",
]  # fmt: skip

#: Rules of axe-core: all of WCAG 2.2 AA where a page is first opened, then those that colours and width decide.
_ALL = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
_LOOKS = ["color-contrast", "target-size", "scrollable-region-focusable"]
_AXE = (
    "only => axe.run({runOnly: only, resultTypes: ['violations'], preload: false})"
    ".then(found => found.violations.map(one => one.id + ' ' + one.nodes[0].html.slice(0, 120)))"
)
_WIDE, _PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}


@dataclass(frozen=True, slots=True)
class _Way:
    """A way of opening a page, in words, with what the browser is told and the rules that are asked."""

    words: str
    colours: str
    size: dict[str, int]
    rules: list[str]


_WAYS = (
    _Way("light", "light", _WIDE, _ALL),
    _Way("dark", "dark", _WIDE, _ALL),
    _Way("light, on a phone", "light", _PHONE, _ALL),
    _Way("dark, on a phone", "dark", _PHONE, _ALL),
)


def browse(folder: str | Path) -> list[CtipError]:
    """What is wrong with the pages as a browser shows them. Raises MissingExtra CT901 without Playwright, axe-core or
    Chromium."""
    missing = [name for name in ("playwright", "axe_playwright_python") if importlib.util.find_spec(name) is None]
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if missing or path is None:
        what = "Chromium" if not missing else "Playwright and axe-core"
        remedy = "Install Chromium." if not missing else "pip install playwright axe-playwright-python."
        raise MissingExtra("CT901", f"opening the pages needs {what}", remedy=remedy)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as run:
        browser = run.chromium.launch(executable_path=path, args=FLAGS)
        try:
            return list(seen(browser, Path(folder).resolve()))
        finally:
            browser.close()


def seen(browser: Browser, root: Path) -> Iterator[CtipError]:
    """The faults of one page of each kind, in the order of the pages."""
    with server(root, 0) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        home = f"http://{HOST}:{running.server_address[1]}/"
        for name in samples(root):
            for fault in dict.fromkeys(_faults(browser, home, name)):
                yield DataError("CT502", fault, path=name)
        running.shutdown()


def samples(root: Path) -> list[str]:
    """One page of each kind: of those in folders of one name the first, and of each folder its own page."""
    found: dict[tuple[str, bool], str] = {}
    for path in sorted(root.rglob("index.html")):
        parts = path.relative_to(root).parts[:-1]
        if "@" not in "".join(parts):  # what only leads on
            found.setdefault((parts[0] if parts else "", len(parts) > 1), path.relative_to(root).as_posix())
    return list(found.values())


def _faults(browser: Browser, home: str, name: str) -> Iterator[str]:
    context = browser.new_context(viewport=_WIDE, reduced_motion="reduce")  # type: ignore[arg-type]
    page, told = context.new_page(), list[str]()
    page.on("request", lambda one: _outside(one.url, home, told))
    page.on("console", lambda one: told.append(f"a script complains: {one.text}") if one.type == "error" else None)
    page.on("pageerror", lambda one: told.append(f"a script fails: {one}"))
    page.goto(home + name, wait_until="load")
    page.evaluate(_axe())
    for way in _WAYS:
        page.emulate_media(color_scheme=way.colours)  # type: ignore[arg-type]
        page.set_viewport_size(way.size)  # type: ignore[arg-type]
        yield from (f"{way.words}: {fault}" for fault in _looked(page, way))
    context.close()
    yield from told


def _looked(page: Page, way: _Way) -> Iterator[str]:
    width: Any = page.evaluate("document.documentElement.scrollWidth")
    if width > way.size["width"]:
        yield f"the page is {width} pixels wide on a screen of {way.size['width']}"
    yield from (f"axe-core: {fault}" for fault in page.evaluate(_AXE, way.rules))


def _outside(url: str, home: str, told: list[str]) -> None:
    if not url.startswith((home, "data:", "blob:", "about:")):
        told.append(f"the page asks for {url}")


def _axe() -> str:
    found = importlib.util.find_spec("axe_playwright_python")
    assert found is not None
    assert found.origin is not None
    return (Path(found.origin).parent / "axe.min.js").read_text(encoding="utf-8")
