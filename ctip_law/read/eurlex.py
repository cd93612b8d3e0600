"""EUR-Lex XHTML: consolidated texts (classes title-article-norm, norm, grid-list) and pages of the Official Journal
(oj-ti-art, oj-normal, oj-sti-art; without "oj-" before 2014).

The page is flat or nested by turns, so units are opened by the class of their title line, not by the nesting.
"""

from __future__ import annotations

import re

from ctip_law.model import Document
from ctip_law.read.clean import clean
from ctip_law.read.encodings import decode
from ctip_law.read.raw import Raw
from ctip_law.read.sheet import Sheet
from ctip_law.read.walk import Element, Ranks, text_of, tidy
from ctip_law.read.xmlsafe import parse_page, unplaced

#: Class of a paragraph -> what it is. "oj-" before a name is taken off first.
_KINDS_OF = {
    "article": "title-article-norm ti-art",
    "heading": "stitle-article-norm sti-art title-division-2 ti-section-2 title-annex-2",
    "division": "title-division-1 ti-section-1 title-gr-seq-level-1",
    "subdivision": "title-gr-seq-level-2",
    "crossheading": "ti-grseq-1",
    "annex": "title-annex-1 ti-annex",
    "title": "doc-ti title-doc-first title-doc-last title-doc-oj-reference",
    "quote": "title-article-quoted stitle-article-quoted",
    "note": "note footnote",
    "end": "signatory final",
    "skip": "arrow modref separator",
    "front": "reference disclaimer hd-modifiers hd-date hd-lg hd-ti hd-oj title-fam-member title-fam-member-star",
}
_CLASSES = {name: kind for kind, names in _KINDS_OF.items() for name in names.split()}
_NUMBERED = re.compile(r"(\d{1,3}[a-z]?\.)[\s\u00a0]+(?=\S)")
_POINT = re.compile(r"(?:\(?[a-z0-9]{1,5}\)|\d{1,3}\.|[—–-])\Z", re.I)
_RANKS = {"part": 0, "title": 1, "chapter": 2, "section": 3, "subsection": 4}
_KINDS = {"part": "part", "title": "title", "chapter": "chapter", "section": "division", "subsection": "subdivision"}


def read(raw: Raw) -> Document:
    """The document in `raw`. Raises InputError CT109 where the bytes are no text, and as `parse_page`."""
    decoded = decode(raw)
    mended = clean(decoded.text)
    page = parse_page(mended.text, raw.path)
    reader = _EurLex()
    body = page.find("body")
    reader.visit(page if body is None else body, 0)
    reader.sheet.close_head()
    return raw.document(
        reader.sheet.written,
        reader.sheet.blocks,
        format="eurlex",
        marked=True,
        meta=facts(page, reader.titles),
        repairs=unplaced(decoded, mended),
    )


class _EurLex:
    """`level`: depth of articles; `inner`: depth of what stands in the unit open (an article's paragraphs)."""

    def __init__(self) -> None:
        self.sheet, self.ranks = Sheet(), Ranks()
        self.level, self.inner, self.place = 0, 0, "start"
        self.titles: list[str] = []

    def visit(self, element: Element, extra: int) -> None:
        self._text(tidy(element.text or ""), extra)
        for child in element:
            if isinstance(child.tag, str) and child.tag not in ("script", "style", "head", "hr"):
                self._child(child, extra)
            self._text(tidy(child.tail or ""), extra)

    def _child(self, child: Element, extra: int) -> None:
        names = (child.get("class") or "").split()
        if "grid-list" in names:
            self._grid(child, extra)
        elif child.tag == "table":
            self._table(child, extra)
        elif child.tag == "p" or not _has_blocks(child):
            self.line(child, names, extra)
        elif "norm" in names and child.find("span[@class='no-parag']") is not None:
            self._paragraph(child, extra)
        else:
            self.visit(child, extra)

    def _paragraph(self, element: Element, extra: int) -> None:
        """`<div class="norm"><span class="no-parag">1.</span><div class="inline-element">`"""
        number = element.find("span[@class='no-parag']")
        self.sheet.open("paragraph", self.inner + extra, num=_words(number))
        if number is not None:
            element.text = f"{element.text or ''}{number.tail or ''}"
            element.remove(number)
        self.visit(element, extra + 1)
        self.sheet.close_head()

    def _grid(self, element: Element, extra: int) -> None:
        """A list item: number in column 1, words in column 2."""
        columns = [child for child in element if isinstance(child.tag, str)]
        self.sheet.open("point", self.inner + extra, num=_words(columns[0]) if columns else "")
        for column in columns[1:]:
            self.visit(column, extra + 1)
        self.sheet.close_head()

    def _table(self, table: Element, extra: int) -> None:
        """A layout table (point and words) or the list of amending acts at the top; else rows."""
        rows = list(table.iter("tr"))
        front = any(
            "fam-member" in (item.get("class") or "") or "arrow" in (item.get("class") or "")
            for item in table.iter("p")
        )
        for row in rows:
            cells = [cell for cell in row if isinstance(cell.tag, str)]
            words = [_words(cell) for cell in cells]
            if self.place == "start" and front:
                self.sheet.furniture("running_head", " | ".join(word for word in words if word))
            elif len(cells) == 2 and _POINT.match(words[0]):
                self._open()
                self.sheet.open("point", self.inner + extra, num=words[0])
                self.visit(cells[1], extra + 1)
                self.sheet.close_head()
            else:
                self._text(" | ".join(word for word in words if word), extra, "table")

    def line(self, element: Element, names: list[str], extra: int) -> None:
        words = _words(element)
        kind = next((_CLASSES[name] for name in (n.removeprefix("oj-") for n in names) if name in _CLASSES), "text")
        if not words or kind == "skip":
            return None
        if kind in ("note", "front"):
            return self.sheet.furniture("note" if kind == "note" else "running_head", words)
        if kind == "quote":
            self.sheet.quote(words, self.inner - 1 + extra)
            return None
        if kind == "title":
            self._title(words)
            return None
        if kind == "heading" and self.sheet.head is not None:
            self.sheet.heading(words, self.inner)
            return None
        if kind in ("article", "division", "subdivision", "annex", "crossheading"):
            self._opens(kind, words)
            return None
        if kind == "end" and self.place != "end":
            self.place = "end"
            self.sheet.open("conclusions", 0)
            self.inner = 1
        self._text(words, extra)
        return None

    def _title(self, words: str) -> None:
        if self.place == "start":
            self.place = "title"
            self.sheet.open("preface", 0)
            self.inner = 1
        self.titles.append(words)
        self.sheet.text(words, 0) if self.place == "title" else self.sheet.heading(words, self.inner)

    def _opens(self, kind: str, words: str) -> None:
        if kind == "annex":
            self.place, self.inner = "annex", 1
            self.sheet.open("schedule", 0, num=words)
            return
        inside = self.place == "annex"
        if kind == "article":
            depth = 1 if inside else self.level
            self.place = self.place if inside else "article"
            self.sheet.open("article", depth, num=words)
        elif kind == "crossheading" or inside:
            self.sheet.open("crossheading", 1 if inside else self.level, heading=words)
            depth = 0
        else:
            name = words.split()[0].lower()
            depth = self.ranks.depth(_RANKS.get(name, 3 if kind == "subdivision" else 2))
            self.sheet.open(_KINDS.get(name, "chapter"), depth, num=words)
            self.level = depth + 1
        self.inner = depth + 1
        return

    def _open(self) -> None:
        """Words before the first article are the preamble."""
        if self.place in ("start", "title"):
            self.place, self.inner = "preamble", 1
            self.sheet.open("preamble", 0)

    def _text(self, words: str, extra: int, style: str = "") -> None:
        if not words:
            return
        self._open()
        match = _NUMBERED.match(words) if self.place == "article" and not extra else None
        if match:
            self.sheet.open("paragraph", self.inner, num=match.group(1))
            self.sheet.text(words[match.end() :], self.inner, style)
        elif self.place == "article" and not extra and self.sheet.head is None and self._in_paragraphs():
            self.sheet.text(words, self.inner, style)
        else:
            self.sheet.text(words, self.inner - 1 + extra, style)

    def _in_paragraphs(self) -> bool:
        """Whether the article open has numbered paragraphs, so that unnumbered words go on the last one."""
        for block in reversed(self.sheet.blocks):
            if block.depth == self.inner - 1 and block.kind == "article":
                return False
            if block.depth == self.inner and block.kind == "paragraph":
                return True
        return False


def _has_blocks(element: Element) -> bool:
    return any(item is not element for item in element.iter("p", "div", "table"))


def _words(element: Element | None) -> str:
    return "" if element is None else tidy(text_of(element).replace("\u00a0", " "))


def facts(page: Element, titles: list[str]) -> dict[str, str]:
    """Title from the title lines; CELEX number and day of the consolidation from the page's own title."""
    name = tidy(page.findtext(".//title") or "")
    celex = re.search(r"\b0?(\d{5})([A-Z]{1,2})(\d{4})\b", name)
    day = re.search(r"(\d\d)\.(\d\d)\.(\d{4})", name)
    language = re.search(r"—\s*([A-Z]{2})\s*—", name)
    kinds = {"R": "regulation", "L": "directive", "D": "decision"}
    found = {"title": tidy(" ".join(dict.fromkeys(titles)))[:300] or name, "country": "EU", "kind": "act"}
    found["language"] = (
        language.group(1).lower()
        if language
        else (page.get("lang") or page.get("{http://www.w3.org/XML/1998/namespace}lang") or "")
    )
    if celex:
        kind = kinds.get(celex.group(2), celex.group(2).lower())
        found["uri"] = f"/akn/eu/act/{kind}/{celex.group(1)[1:]}/{int(celex.group(3))}"
    if day:
        found["version"] = f"{day.group(3)}-{day.group(2)}-{day.group(1)}"
    return found
