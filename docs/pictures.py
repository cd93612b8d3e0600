"""Makes the pictures of README and documentation again, from the real site: `python docs/pictures.py SITE`.

SITE is the folder of a site built by `ctip-law site build`; without it one is built first. It needs Playwright and
Debian's Chromium (extra `dev`). Run it when the look of the pages has changed; the pictures are committed.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ctip_law.site.build import build
from ctip_law.site.serve import server

if TYPE_CHECKING:
    from playwright.sync_api import Page

IMAGES = Path(__file__).parent / "images"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--force-color-profile=srgb"]


@dataclass(frozen=True)
class Picture:
    """A part of a page: `shown` is what is cut out, with `high` pixels of it."""

    name: str
    page: str
    shown: str
    high: int
    wide: int = 1180


PICTURES = (
    Picture("front", "", "article", 900),
    Picture("matrix", "matrix/", ".ctip-scroll", 640),
    Picture("cell", "provision/tip-3a/", "#sg", 900, wide=760),
    Picture("words", "provision/tip-3a/", ".ctip-marks", 200, wide=760),
    Picture("report", "country/sg/", "article", 900, wide=1000),
    Picture("compare", "compare/?a=zm&b=model&p=tip-6-6", "#ctip-result", 640),
)


@contextmanager
def pages(site: Path) -> Iterator[tuple[str, Page]]:
    """The address of the site and a page of a browser."""
    from playwright.sync_api import sync_playwright

    with server(site, 0) as running, sync_playwright() as run:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        browser = run.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        yield f"http://127.0.0.1:{running.server_address[1]}/", browser.new_page(reduced_motion="reduce")
        browser.close()
        running.shutdown()


def main(site: Path) -> None:
    IMAGES.mkdir(exist_ok=True)
    with pages(site) as (address, page):
        for one in PICTURES:
            page.set_viewport_size({"width": one.wide, "height": 1000})
            page.goto(address + one.page, wait_until="load")
            page.wait_for_timeout(500)
            box = page.locator(one.shown).first.bounding_box()
            if box is None:
                raise SystemExit(f"{one.page}: nothing is shown at {one.shown}")
            cut = {name: box[name] for name in ("x", "y", "width")} | {"height": min(box["height"], one.high)}
            page.screenshot(path=str(IMAGES / f"{one.name}.png"), clip=cut, full_page=True)  # type: ignore[arg-type]
            print(IMAGES / f"{one.name}.png")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        main(Path(sys.argv[1]))
    else:
        with tempfile.TemporaryDirectory() as folder:
            build(Path(folder) / "site", told=print)
            main(Path(folder) / "site")
