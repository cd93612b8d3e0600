"""One law as several pages in an archive: EPUB, or a zip of HTML files. The pages are read in their order as one text.

The order is the EPUB's own, or that of the links on the zip's first page, or that of the files' names, numbers counted
as numbers. An archive that holds other documents too is refused, since nobody can say which of them the law is.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from importlib import import_module
from urllib.parse import unquote

from lxml import etree

from ctip_law.errors import InputError
from ctip_law.model import Block, Document, Leftover, Repair
from ctip_law.read.archive import Archive, mime_of
from ctip_law.read.raw import Raw

#: Endings of files that a page is shown with, and of what systems and publishers leave in archives.
_ASSETS = frozenset({
    "css", "js", "mjs", "png", "jpg", "jpeg", "gif", "svg", "webp", "ico", "bmp", "tif", "tiff", "ttf", "otf", "woff",
    "woff2", "eot", "mp3", "mp4", "ncx", "opf", "plist", "map", "db", "url", "webmanifest",
})  # fmt: skip
_PAGES = frozenset({"html", "htm", "xhtml"})
#: What may stand alone in an archive.
_ALONE = _PAGES | frozenset({"pdf", "doc", "docx", "odt", "rtf", "txt", "md", "xml", "json", "epub", "zip"})
_HREF = re.compile(rb"<a\b[^>]{0,500}?\bhref\s*=\s*[\"']([^\"'#?]+)", re.I)
_FIRST = re.compile(r"(?:index|default|toc|contents?|cover|title(?:page)?|start|main|home)\.x?html?\Z", re.I)


@dataclass(slots=True)
class _Joined:
    """The pages written so far, as one text."""

    parts: list[str] = field(default_factory=list)
    size: int = 0
    blocks: list[Block] = field(default_factory=list)
    leftovers: list[Leftover] = field(default_factory=list)
    repairs: list[Repair] = field(default_factory=list)

    def add(self, page: Document, *, contents: bool = False) -> None:
        shift = self.size
        for block in page.blocks:
            at = replace(block, start=block.start + shift, end=block.end + shift)
            if contents:
                words = page.text[block.start : block.end]
                self.leftovers.append(Leftover(at.start, at.end, words, "contents", "the book's list of its pages"))
            else:
                self.blocks.append(at)
        for left in page.leftovers:
            self.leftovers.append(replace(left, start=left.start + shift, end=left.end + shift))
        for repair in page.repairs:
            self.repairs.append(replace(repair, start=repair.start + shift, end=repair.end + shift))
        self.parts.append(page.text.rstrip("\n") + "\n\n")
        self.size += len(self.parts[-1])


def read(raw: Raw) -> Document:
    """The law in an EPUB or in a zip of pages; a zip with one document in it is that document.

    Raises InputError: CT104 no page in it, CT116 other documents beside pages, CT107 encrypted, CT108 too large, CT112
    damaged, and what the reader of a page raises.
    """
    epub = mime_of(raw.data) == "application/epub+zip"
    archive = Archive(raw, "EPUB" if epub else "zip archive")
    if epub or "META-INF/container.xml" in archive.names:
        return _joined(raw, archive, *_spine(archive))
    if outside := next((name for name in archive.names if name.startswith("/") or ".." in name.split("/")), ""):
        raise InputError("CT104", "the zip archive names files outside of itself", path=raw.path, place=outside)
    names = [name for name in archive.names if not _is_side(name)]
    pages = [name for name in names if _ending(name) in _PAGES]
    others = [name for name in names if _ending(name) not in _PAGES]
    if len(names) == 1 and _ending(names[0]) in _ALONE:
        return _alone(raw, archive, names[0])
    if others and (pages or len(others) > 1):
        documents = [name for name in others if _ending(name) in _ALONE] or others
        what = f"the zip archive holds {len(pages)} page(s) and {len(others)} other file(s), such as {documents[0]}"
        raise InputError("CT116", what, path=raw.path, place=documents[0])
    if not pages:
        raise InputError("CT104", "the zip archive holds no page of a law", path=raw.path)
    return _joined(raw, archive, _ordered(archive, pages), (), {})


def _alone(raw: Raw, archive: Archive, name: str) -> Document:
    """The one document in an archive."""
    from ctip_law.read.sniff import sniff

    inner = replace(raw, data=archive.data(name) or b"", path=f"{raw.path}!{name}")
    format = sniff(inner)
    if format.name == "pages":
        raise InputError("CT116", "the zip archive holds another archive", path=raw.path, place=name)
    document: Document = import_module(format.module).read(inner)
    outer = raw.document("", (), format="").source
    told = Repair(0, 0, "", "", f"{name} read from the zip archive")
    source = replace(document.source, path=raw.path, sha256=outer.sha256)
    return replace(document, source=source, repairs=(told, *archive.told(), *document.repairs))


def _joined(
    raw: Raw, archive: Archive, names: Sequence[str], contents: Sequence[str], meta: dict[str, str]
) -> Document:
    joined, titles = _Joined(), [meta.get("title", "")]
    passed: list[str] = []
    for name in names:
        page = _page(raw, archive, name)
        if page is None:
            passed.append(name)
            continue
        joined.add(page, contents=name in contents)
        titles.append(page.meta.get("title", ""))
    text = "".join(joined.parts)
    if not joined.blocks:
        raise InputError("CT103", f"the {archive.what} holds no words", path=raw.path)
    told = [Repair(0, 0, "", "", f"{len(names) - len(passed)} pages of the {archive.what} read as one law, in order")]
    if passed:
        told.append(Repair(0, 0, "", "", f"pages without words: {', '.join(passed[:5])}"))
    meta = {**meta, "title": next(filter(None, titles), "")}
    format = "epub" if archive.what == "EPUB" else "zip"
    repairs = [*told, *archive.told(), *joined.repairs]
    return raw.document(text, joined.blocks, format=format, meta=meta, leftovers=joined.leftovers, repairs=repairs)


def _page(raw: Raw, archive: Archive, name: str) -> Document | None:
    """A page of the archive; None where it holds no words."""
    from ctip_law.read import html

    data = archive.data(name)
    if data is None:
        raise InputError("CT112", f"the {archive.what} names a page that is not in it", path=raw.path, place=name)
    if not data.strip():
        return None
    page = html.read(replace(raw, data=data, path=f"{raw.path}!{name}"))
    return page if page.text.strip() else None


# -- order ---------------------------------------------------------------------------------------------------------


def _spine(archive: Archive) -> tuple[list[str], list[str], dict[str, str]]:
    """The pages of an EPUB in reading order, those of them that list the others, and what it says of itself."""
    path = archive.raw.path
    if b"EncryptedData" in (archive.data("META-INF/encryption.xml") or b""):
        raise InputError("CT107", "the EPUB is encrypted", path=path)
    container = archive.xml("META-INF/container.xml")
    roots = [] if container is None else [e.get("full-path") or "" for e in container.iter("{*}rootfile")]
    package = archive.xml(roots[0]) if roots else None
    if package is None:
        raise InputError("CT112", "the EPUB does not say which pages it has", path=path)
    folder = posixpath.dirname(roots[0])
    items = {item.get("id") or "": item for item in package.iter("{*}item")}
    order = [items[ref] for entry in package.iter("{*}itemref") if (ref := entry.get("idref") or "") in items]
    pages = [_in_folder(folder, item.get("href") or "") for item in order if "html" in (item.get("media-type") or "")]
    lists = [_in_folder(folder, i.get("href") or "") for i in order if "nav" in (i.get("properties") or "").split()]
    if not pages:
        raise InputError("CT103", "the EPUB has no pages", path=path)
    return pages, lists, {"title": _word(package, "title"), "language": _word(package, "language")}


def _word(package: etree._Element, name: str) -> str:
    return " ".join((package.findtext(f".//{{http://purl.org/dc/elements/1.1/}}{name}") or "").split())[:300]


def _in_folder(folder: str, name: str) -> str:
    return posixpath.normpath(posixpath.join(folder, unquote(name)))


def _ordered(archive: Archive, pages: list[str]) -> list[str]:
    """The pages of a zip: as its first page links them where it links most of them, else by name."""
    first = next((name for name in sorted(pages, key=_natural) if _FIRST.search(posixpath.basename(name))), "")
    ordered = sorted(pages, key=lambda name: (name != first, _natural(name)))
    if not first:
        return ordered
    folder = posixpath.dirname(first)
    targets = (target.decode("utf-8", "replace") for target in _HREF.findall(archive.data(first) or b""))
    linked = [name for name in dict.fromkeys(_in_folder(folder, target) for target in targets) if name in pages]
    linked = [name for name in linked if name != first]
    if len(linked) * 2 < len(pages) - 1:
        return ordered
    return [first, *linked, *(name for name in ordered if name not in linked and name != first)]


def _natural(name: str) -> list[tuple[int, int, str]]:
    """Sorts "page10" behind "page9"."""
    return [(0, int(piece), "") if piece.isdecimal() else (1, 0, piece) for piece in _pieces(name.casefold())]


def _pieces(name: str) -> Iterator[str]:
    yield from (piece for piece in re.split(r"(\d+)", name) if piece)


def _ending(name: str) -> str:
    return posixpath.splitext(name)[1].lstrip(".").lower()


def _is_side(name: str) -> bool:
    """Not a document: what pages are shown with, and what systems leave behind."""
    base = posixpath.basename(name)
    return name.startswith("__MACOSX/") or base.startswith((".", "Thumbs.")) or _ending(name) in _ASSETS
