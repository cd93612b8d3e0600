"""The check of a built site: what it finds, and what it must not take for a fault."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ctip_law.errors import InputError, MissingExtra
from ctip_law.site.browse import browse, samples, seen
from ctip_law.site.check import check
from tests.cli.conftest import Call

if TYPE_CHECKING:
    from playwright.sync_api import Browser

GOOD = """<!doctype html><html><head><link rel="stylesheet" href="a/style.css"><link rel="canonical" href="https://x.example/">
<script src="a/own.js"></script></head><body id="top"><h1 id="über uns">x</h1>{}</body></html>"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A sound site of two pages."""
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "style.css").write_text("b { background: url(data:image/png;base64,x) }")
    (tmp_path / "a" / "own.js").write_text("")
    (tmp_path / "a" / "index.html").write_text('<p id="sec_1__subsec_2">x</p><a href="../#top">up</a>')
    (tmp_path / "index.html").write_text(GOOD.format(""))
    return tmp_path


def told(root: Path, body: str) -> list[str]:
    (root / "index.html").write_text(GOOD.format(body))
    return [error.message for error in check(root)]


@pytest.mark.parametrize(
    "body",
    [
        '<a href="a/">a folder</a>',
        '<a href="a/index.html#sec_1__subsec_2">an anchor of another page</a>',
        '<a href="a/#sec_1__subsec_2">an anchor by way of the folder</a>',
        '<a href="#top">an anchor here</a>',
        '<a href="#%C3%BCber%20uns">an anchor written in percent signs</a>',
        '<a href="/a/">from the root</a>',
        '<a href="?a=my&amp;b=sg#top">a query</a>',
        '<a href="https://example.org/none#x">another site</a>',
        '<a href="HTTP://example.org/">in capitals</a>',
        '<a href="//example.org/">another site, by the scheme of this one</a>',
        '<a href="a/own.js#L3">a file that has no anchors</a>',
        '<img src="data:image/png;base64,xx">',
        "<a>no link at all</a>",
        '<a name="old">x</a><a href="#old">the old way to write an anchor</a>',
    ],
)
def test_what_is_sound(root: Path, body: str) -> None:
    assert told(root, body) == []


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ('<a href="b/">x</a>', "the link 'b/' leads to no file"),
        ('<a href="javascript:a()">x</a>', "the link 'javascript:a()' is neither http, https nor mailto"),
        ('<a href="file:///a">x</a>', "the link 'file:///a' is neither http, https nor mailto"),
        ('<a href="data:text/html,x">x</a>', "the link 'data:text/html,x' is neither http, https nor mailto"),
        ('<a href="a/#sec_2">x</a>', "the link 'a/#sec_2' leads to no anchor"),
        ('<div><a href="#nowhere">in raw HTML</a></div>', "the link '#nowhere' leads to no anchor"),
        ('<a href="/b/">x</a>', "the link '/b/' leads to no file"),
        ('<a href="../outside.html">x</a>', "the link '../outside.html' leads out of the site"),
        ('<p id="one"></p><p id="one"></p>', "the id 'one' stands twice"),
        (
            '<script src="https://cdn.example/x.js"></script>',
            "the page fetches 'https://cdn.example/x.js' from outside",
        ),
        ('<img src="//cdn.example/x.png">', "the page fetches '//cdn.example/x.png' from outside"),
        ('<link rel="preload" href="http://x.example/f">', "the page fetches 'http://x.example/f' from outside"),
        ('<img src="none.png">', "the link 'none.png' leads to no file"),
    ],
)
def test_what_is_not(root: Path, body: str, fault: str) -> None:
    assert told(root, body) == [fault]


@pytest.mark.parametrize("style", ["@import 'https://x.example/a.css';", 'b { src: url("https://x.example/f.woff") }'])
def test_a_style_that_fetches(root: Path, style: str) -> None:
    (root / "a" / "style.css").write_text(style)
    assert ["from outside" in error.message for error in check(root)] == [True]


def test_a_page_that_is_too_large(root: Path) -> None:
    assert told(root, "x" * 500_001)[0].endswith("bytes, more than 500000")


def test_place_and_code(root: Path) -> None:
    (root / "index.html").write_text('<p id="top">\n</p>\n<a href="b/">x</a>')
    (error,) = check(root)
    assert str(error).startswith("CT502 index.html:3: the link 'b/' leads to no file; ")


def test_no_site(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="CT101"):
        check(tmp_path)


def test_the_command_exits_1_and_names_each_fault(root: Path, call: Call) -> None:
    good = call("site", "check", root)
    assert (good.code, good.err) == (0, "")
    assert call("site", "check", "-o", root).code == 0
    (root / "index.html").write_text('<a id="top" href="b/">x</a>\n<a href="#c">x</a>')
    bad = call("site", "check", root)
    assert bad.code == 1
    assert [line.split(" ")[:2] for line in bad.err.splitlines()] == [
        ["CT502", "index.html:1:"],
        ["CT502", "index.html:2:"],
    ]
    missing = call("site", "check", root / "none")
    assert missing.code == 3
    assert missing.err.startswith("CT101 ")


WHOLE = (
    '<!doctype html><html lang="en"><title>Kites</title><link rel="icon" href="data:,">'
    "<body><main><h1>Kites</h1>{}</main></body></html>"
)


@pytest.mark.parametrize(
    ("body", "faults"),
    [
        ("<p>A kite.</p>", []),
        ('<p style="color:#ccc">A kite.</p>', ["light: axe-core: color-", "light, on a phone: axe-core: color-"]),
        ('<p style="width:600px">A kite.</p>', ["light, on a phone: the page is 6", "dark, on a phone: the page is 6"]),
        ('<img src="https://example.invalid/kite.png" alt="">', ["the page asks for https://example.invalid/kite.png"]),
        ("<script>kites()</script>", ["a script fails: kites is not defined"]),
        ('<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">', ["light: axe-core: image-alt <img"]),
    ],
)
def test_what_only_a_browser_can_tell(browser: Browser, tmp_path: Path, body: str, faults: list[str]) -> None:
    pytest.importorskip("axe_playwright_python", reason="axe-playwright-python is not installed")
    (tmp_path / "index.html").write_text(WHOLE.format(body), encoding="utf-8")
    told = [fault.message for fault in seen(browser, tmp_path)]
    assert bool(told) is bool(faults)
    for fault in faults:
        assert any(one.startswith(fault) for one in told), told


def test_one_page_of_each_kind(tmp_path: Path) -> None:
    for name in ("", "law", "law/x/1", "law/x/1/eng@2020-01-01", "law/y", "matrix", "matrix/duties", "country/pk"):
        (tmp_path / name).mkdir(parents=True, exist_ok=True)
        (tmp_path / name / "index.html").write_text("")
    assert sorted(samples(tmp_path)) == [
        "country/pk/index.html", "index.html", "law/index.html", "law/x/1/index.html", "matrix/duties/index.html",
        "matrix/index.html",
    ]  # fmt: skip


def test_without_a_browser_the_command_says_what_to_install(
    root: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.which", lambda name: None)
    told = call("site", "check", root, "--browser")
    assert told.code == 3
    assert told.err.startswith("CT901 opening the pages needs ")
    with pytest.raises(MissingExtra):
        browse(root)
