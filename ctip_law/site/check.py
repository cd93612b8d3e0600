"""Looks over a built site as a browser would find it: links, anchors, outside resources, sizes."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path
from urllib.parse import unquote, urlsplit

from ctip_law.errors import CtipError, DataError, InputError

#: Most bytes of a file, by a pattern of its path; the first that fits counts.
BUDGET = (
    ("matrix/*", 600_000),
    ("*.html", 500_000),
    ("assets/ctip.js", 30_000),
    ("assets/ctip.css", 20_000),
    ("*.json", 25_000_000),
    ("*.csv", 25_000_000),
)

#: Attributes that make a browser fetch something, by element.
_FETCHED = {
    "script": ("src",), "img": ("src", "srcset"), "iframe": ("src",), "source": ("src", "srcset"), "video": ("src",),
    "audio": ("src",), "embed": ("src",), "object": ("data",), "input": ("src",), "image": ("href",), "use": ("href",),
}  # fmt: skip
_FETCHED_RELS = frozenset(
    {"stylesheet", "icon", "preload", "prefetch", "modulepreload", "manifest", "preconnect", "dns-prefetch"}
)
_CSS_URL = re.compile(r"""url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)""")


@dataclass(slots=True)
class _Seen:
    """What a page holds: its ids, its links with the line, what it fetches."""

    ids: set[str] = field(default_factory=set)
    doubles: list[tuple[int, str]] = field(default_factory=list)
    links: list[tuple[int, str]] = field(default_factory=list)
    fetched: list[tuple[int, str]] = field(default_factory=list)
    canonical: str = ""


@dataclass(slots=True)
class _Ground:
    """A site by the names of its files, and what its pages hold; `home` is the folder of a server it is made for."""

    files: frozenset[str]
    pages: dict[str, _Seen] = field(default_factory=dict)
    home: str = "/"


def check(folder: str | Path) -> list[CtipError]:
    """What is wrong with the site in `folder`, in the order of its files; nothing when it is sound.

    Every link and anchor of every page resolves, also in raw HTML; no page, style or script of ours fetches anything
    from outside; ids are unique in their page; sizes stay within BUDGET. Raises InputError CT101 where no site is.
    """
    root = Path(folder)
    if not (root / "index.html").is_file():
        raise InputError(
            "CT101", "there is no site here", path=str(root), remedy="Build it with `ctip-law site build`."
        )
    paths = sorted(path for path in root.rglob("*") if path.is_file())
    ground = _Ground(frozenset(_inside(paths, root)))
    for path in paths:
        if path.suffix == ".html":
            ground.pages[path.relative_to(root).as_posix()] = _read(path)
    ground.home = _home(ground.pages["index.html"])
    wrong: list[CtipError] = []
    for path in paths:
        name = path.relative_to(root).as_posix()
        wrong += [DataError("CT502", message, path=name, place=place) for place, message in _size(path, name)]
        if name in ground.pages:
            found = _page(name, ground)
            wrong += [DataError("CT502", message, path=name, place=str(line)) for line, message in sorted(found)]
        elif path.suffix == ".css":
            wrong += [DataError("CT502", message, path=name) for message in _style(path)]
    return wrong


def _inside(paths: Iterable[Path], root: Path) -> Iterator[str]:
    """The names of the files that are of the site: a link in the file system may lead out of it."""
    whole = root.resolve()
    return (path.relative_to(root).as_posix() for path in paths if path.resolve().is_relative_to(whole))


def _home(front: _Seen) -> str:
    """The folder of a server that the site is made for, "/" where it names none; links from the root start there."""
    return posixpath.dirname(urlsplit(front.canonical).path).rstrip("/") + "/"


def _read(path: Path) -> _Seen:
    from lxml import etree, html

    seen = _Seen()
    words = path.read_text(encoding="utf-8")
    if not words.strip():
        return seen
    for element in html.document_fromstring(words).iter(etree.Element):
        given = {str(name): str(value) for name, value in element.items()}
        _note(str(element.tag), given, getattr(element, "sourceline", 0), seen)
    return seen


def _note(tag: str, given: dict[str, str], line: int, seen: _Seen) -> None:
    id = given.get("id", "")
    if id and id in seen.ids:
        seen.doubles.append((line, id))
    seen.ids.update(name for name in (id, given.get("name", "") if tag == "a" else "") if name)
    if tag in ("a", "area") and "href" in given:
        seen.links.append((line, given["href"]))
    if tag == "link" and given.get("rel") == "canonical":
        seen.canonical = given.get("href", "")
    names = _FETCHED.get(tag, ())
    if tag == "link" and _FETCHED_RELS & set(given.get("rel", "").split()):
        names = ("href",)
    seen.fetched += [(line, given[name]) for name in names if given.get(name)]


def _page(name: str, ground: _Ground) -> Iterator[tuple[int, str]]:
    seen = ground.pages[name]
    for line, id in seen.doubles:
        yield line, f"the id {id!r} stands twice"
    for line, address in seen.links:
        fault = _dead(address, name, ground)
        if fault:
            yield line, fault
    for line, address in seen.fetched:
        if address.startswith("data:"):
            continue
        if _outside(address):
            yield line, f"the page fetches {address!r} from outside"
        else:
            fault = _dead(address, name, ground)
            if fault:
                yield line, fault


def _outside(address: str) -> bool:
    parts = urlsplit(address)
    return bool(parts.scheme or parts.netloc)


def _dead(address: str, name: str, ground: _Ground) -> str:
    """Why a link of a page cannot be followed, "" if it can. Addresses of other sites are not opened.

    Names are compared as words: a large site has two hundred thousand links, and to ask the disk for each takes longer
    than all else.
    """
    if _outside(address):
        scheme = urlsplit(address).scheme.lower()
        followed = scheme in ("", "http", "https", "mailto")
        return "" if followed else f"the link {address!r} is neither http, https nor mailto"
    parts = urlsplit(address)
    way = unquote(parts.path)
    if ground.home != "/" and way.startswith(ground.home):
        way = "/" + way.removeprefix(ground.home)
    base = "" if way.startswith("/") else posixpath.dirname(name)
    target = posixpath.normpath(posixpath.join(base, way.lstrip("/"))) if way else name
    if target == ".." or target.startswith("../"):
        return f"the link {address!r} leads out of the site"
    if target not in ground.files:
        target = posixpath.normpath(posixpath.join(target, "index.html"))
    if target not in ground.files:
        return f"the link {address!r} leads to no file"
    anchor = unquote(parts.fragment)
    known = ground.pages.get(target)
    if anchor and known is not None and anchor not in known.ids:
        return f"the link {address!r} leads to no anchor"
    return ""


def _size(path: Path, name: str) -> Iterator[tuple[str, str]]:
    most = next((most for pattern, most in BUDGET if fnmatchcase(name, pattern)), None)
    size = path.stat().st_size
    if most is not None and size > most:
        yield "", f"the file has {size} bytes, more than {most}"


def _style(path: Path) -> Iterator[str]:
    for found in _CSS_URL.finditer(path.read_text(encoding="utf-8")):
        address = found[1] or found[2]
        if not address.startswith("data:") and _outside(address):
            yield f"the style fetches {address!r} from outside"
