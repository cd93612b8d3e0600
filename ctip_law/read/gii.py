"""gesetze-im-internet.de XML (Germany): a flat list of `norm`, each with metadata and words.

`enbez` names the unit ("§ 5", "Art 20", "Anlage", "Eingangsformel"); `gliederungseinheit` opens a division whose depth
is the length of its `gliederungskennzahl`, three digits a level. Paragraphs begin with a printed "(1)".
"""

from __future__ import annotations

import re

from ctip_law.model import Document
from ctip_law.read.raw import Raw
from ctip_law.read.walk import Element, Ranks, Roles, Walker, words_of
from ctip_law.read.xmlsafe import parse

ROLES: dict[str, tuple[str, str]] = {
    **dict.fromkeys(("dokumente", "Content", "text", "LA", "DD", "pre", "Revision", "kommentar"), ("flow", "")),
    "norm": ("norm", ""),
    "P": ("paragraph", ""),
    "Title": ("block", ""),
    "DL": ("list", ""),
    "table": ("table", ""),
    "FnR": ("skip", ""),
    "FnArea": ("skip", ""),
    "ABWFORMAT": ("skip", ""),
    "Footnotes": ("note", ""),
    "TOC": ("toc", ""),
    "BR": ("break", ""),
}
#: "(XXXX)" stands before the name of a range that was repealed
_UNIT = re.compile(r"(?:\(X+\)\s*)?(§§?|Art(?:ikel|\.)?)\s*\d")
_MARKED = re.compile(r"\s*(\(\d+[a-z]?\))\s*")
_DIVISIONS = {
    "buch": "book",
    "teil": "part",
    "kapitel": "chapter",
    "abschnitt": "division",
    "titel": "title",
    "untertitel": "subtitle",
}


def read(raw: Raw) -> Document:
    """The document in `raw`. Raises what `ctip_law.read.xmlsafe.parse` raises."""
    root = parse(raw)
    walker = GiiWalker(ROLES)
    walker.flow(root, 0)
    return walker.finish(raw, "gii", facts(root))


class GiiWalker(Walker):
    """`level` is the depth of the units under the last division."""

    level = 0

    def __init__(self, roles: Roles) -> None:
        super().__init__(roles)
        self.ranks = Ranks()

    def do_norm(self, element: Element, kind: str, depth: int) -> None:
        meta = element.find("metadaten")
        if meta is None:
            return
        said = {child.tag: child for child in reversed(meta)}  # the first of each name
        name, title = words_of(said.get("enbez")), words_of(said.get("titel"))
        division = said.get("gliederungseinheit")
        if division is not None:
            self._division(division)
        words = element.find("textdaten/text")
        if name:
            self._unit(name, title, words)
        elif division is not None and words is not None:
            self.flow(words, self.level)
            self.flush(self.level)
        for notes in element.iterfind("textdaten/fussnoten"):
            self.do_apparatus(notes, "", 0)
        if not name and division is None:
            self.enter("preface")
            self.sheet.text(words_of(said.get("langue")), 0)
            self.sheet.text(words_of(said.get("kurzue")), 0)
            self.component = ""
        self.settle()

    def _division(self, division: Element) -> None:
        number, title = words_of(division.find("gliederungsbez")), words_of(division.find("gliederungstitel"))
        depth = self.ranks.depth(len(words_of(division.find("gliederungskennzahl"))) // 3)
        words = [word.strip(".").lower() for word in number.split()]
        kind = next((_DIVISIONS[word] for word in words if word in _DIVISIONS), "division")
        self.sheet.open(kind, depth, number, title)
        self.sheet.close_head()
        self.level = depth + 1

    def _unit(self, name: str, title: str, words: Element | None) -> None:
        lower = name.lower()
        if lower.startswith("inhalt"):
            self.sheet.furniture("toc", f"{name} {title}".strip())
            return self.do_toc(words, "", 0) if words is not None else None
        if _UNIT.match(name):
            self.sheet.open("article" if lower.startswith("art") else "section", self.level, name, title)
            self._words(words, self.level + 1)
            return None
        kinds = (
            ("anlage", "schedule"),
            ("anhang", "schedule"),
            ("präambel", "preamble"),
            ("eingang", "preamble"),
            ("schlu", "conclusions"),
        )
        kind = next((kind for start, kind in kinds if lower.startswith(start)), "")
        if kind:
            self.enter(kind, name, title)
            self._words(words, 1)
            self.component = ""
        else:
            self.sheet.open("paragraph", self.level, name, title)
            self._words(words, self.level + 1)
        return None

    def _words(self, words: Element | None, depth: int) -> None:
        self.sheet.close_head() if words is None else self.flow(words, depth)
        self.flush(depth)
        self.settle()
        self.sheet.close_head()

    def do_paragraph(self, element: Element, kind: str, depth: int) -> None:
        """`<P>(2) Words <DL>...</DL></P>`: the printed number opens the paragraph."""
        if self.capturing or self.sheet.mode:
            self.do_block(element, kind, depth)
            return
        self.flush(depth)
        match = _MARKED.match(element.text or "")
        if match is None:
            self.do_block(element, kind, depth)
            return
        self.sheet.open("subsection", depth, num=match.group(1))
        element.text = (element.text or "")[match.end() :]
        self.flow(element, depth + 1)
        self.flush(depth + 1)
        self.settle()

    def do_list(self, element: Element, kind: str, depth: int) -> None:
        """`<DL><DT>1.</DT><DD><LA>...`: terms are numbers."""
        if self.capturing:
            self.inline(element, depth)
            return
        self.flush(depth)
        for child in element:
            if child.tag == "DT":
                self.sheet.open("item", depth, num=self.capture(child, depth))
            elif child.tag == "DD":
                self.flow(child, depth + 1)
                self.flush(depth + 1)
                self.settle()


def facts(root: Element) -> dict[str, str]:
    """What the file says of itself, from its first `norm`; `version` is the day the file was built."""
    first = root.find("norm/metadaten")
    if first is None:
        return {"country": "DE", "language": "de"}
    built = (root.get("builddate") or "")[:8]
    short = words_of(first.find("amtabk")) or words_of(first.find("jurabk"))
    return {
        "title": words_of(first.find("kurzue")) or words_of(first.find("langue")),
        "country": "DE",
        "language": "de",
        "kind": "act",
        "version": f"{built[:4]}-{built[4:6]}-{built[6:]}" if built.isdigit() and len(built) == 8 else "",
        "uri": f"/akn/de/act/{(words_of(first.find('ausfertigung-datum')))}/{short.lower()}" if short else "",
    }
