"""A browser that opens pages of the site and keeps what went wrong, one for all tests."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ctip_law.site.browse import FLAGS
from ctip_law.site.serve import server

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
    path = shutil.which("chromium")
    if path is None:
        pytest.skip("Chromium is missing: apt-get install chromium")
    with playwright.sync_playwright() as run:
        started = run.chromium.launch(executable_path=path, args=FLAGS)
        yield started
        started.close()


@pytest.fixture(scope="session")
def address(built: Path) -> Iterator[str]:
    with server(built, 0) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_address[1]}/"
        running.shutdown()


class Reader:
    """Opens pages with the options of a context and keeps what went wrong."""

    def __init__(self, browser: Browser, address: str) -> None:
        self.browser = browser
        self.address = address
        self.wrong: list[str] = []

    def open(self, path: str, **options: object) -> Page:
        given = {"viewport": {"width": 1440, "height": 900}, "reduced_motion": "reduce", "locale": "en"} | options
        page = self.browser.new_context(**given).new_page()  # type: ignore[arg-type]
        page.on("request", lambda request: self._asked(request.url))
        page.on("response", lambda got: self.wrong.append(f"{got.status} {got.url}") if got.status >= 400 else None)
        page.on("console", lambda told: self.wrong.append(told.text) if told.type == "error" else None)
        page.on("pageerror", lambda error: self.wrong.append(str(error)))
        page.goto(self.address + path, wait_until="load")
        return page

    def _asked(self, url: str) -> None:
        if not url.startswith((self.address, "data:", "blob:")):
            self.wrong.append(f"request to {url}")


@pytest.fixture
def reader(browser: Browser, address: str) -> Iterator[Reader]:
    made = Reader(browser, address)
    yield made
    for context in browser.contexts:
        context.close()
    assert made.wrong == []
