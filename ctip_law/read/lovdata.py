"""Lovdata public data (Norway): HTML5 with a vocabulary of classes (legalArticle, legalP, defaultList)."""

from __future__ import annotations

import re

from ctip_law.model import Document
from ctip_law.read.raw import Raw
from ctip_law.read.walk import Element, Roles, Walker, words_of
from ctip_law.read.xmlsafe import parse

#: Elements by class; those without one of these classes are in `_TAGS`.
_CLASSES: dict[str, tuple[str, str]] = {
    "documentHeader": ("skip", ""),
    "section": ("section", ""),
    "legalArticle": ("unit", "section"),
    "futureLegalArticle": ("unit", "section"),
    "legalArticleHeader": ("header", ""),
    "legalP": ("ledd", ""),
    "numberedLegalP": ("ledd", ""),
    "leddfortsettelse": ("block", ""),
    "changesToParent": ("apparatus", ""),
    "footnotes": ("note", ""),
    "footnotereference": ("skip", ""),
}
_TAGS: dict[str, tuple[str, str]] = {
    **dict.fromkeys(
        ("html", "body", "main", "article", "div", "ol", "ul", "p", "section", "blockquote", "footer"), ("flow", "")
    ),
    **dict.fromkeys(("h2", "h3", "h4", "h5", "h6"), ("caption", "")),
    "h1": ("title", ""),
    "li": ("item", ""),
    "head": ("skip", ""),
    "header": ("skip", ""),
    "table": ("table", ""),
    "br": ("break", ""),
}
_CAPTION = re.compile(
    r"((?:Kapittel|Kap\.|Del|Avsnitt|Kapitel)\s+[\dIVXA-Z]+(?:\s?[a-z])?\.?|\S+ del\.|[IVX]+\.|[A-Z]\.)\s+(.*)\Z"
)
_NUMBERED = re.compile(r"\s*(\(\d+[a-z]?\))\s*")


def read(raw: Raw) -> Document:
    """The document in `raw`. Raises what `ctip_law.read.xmlsafe.parse` raises."""
    root = parse(raw)
    roles = dict.fromkeys((*_TAGS, "span", "sup"), ("classed", "")) | dict.fromkeys(("del", "s"), ("struck", ""))
    walker = LovdataWalker(roles)
    walker.id_name = "id"
    walker.flow(root, 0)
    return walker.finish(raw, "lovdata", facts(root))


class LovdataWalker(Walker):
    """`Walker` that looks at the class before the element's name."""

    def __init__(self, roles: Roles) -> None:
        super().__init__(roles)
        self.classes, self.tags = self.handlers(_CLASSES), self.handlers(_TAGS)
        #: the last parent asked by `_several`, and the answer
        self.asked: tuple[Element | None, bool] = (None, False)

    def do_classed(self, element: Element, kind: str, depth: int) -> None:
        name = element.get("class")
        role = self.classes.get(name.partition(" ")[0]) if name else None
        role = role or self.tags.get(element.tag)
        if role is None:
            self.flow(element, depth)
            return
        role[0](element, role[1], depth)

    def do_title(self, element: Element, kind: str, depth: int) -> None:
        self.enter("preface")
        self.sheet.text(self.capture(element, depth), 0)
        self.component = ""

    def do_section(self, element: Element, kind: str, depth: int) -> None:
        name = (element.get("data-name") or "").lower()
        self.do_unit(
            element, "part" if name.startswith("del") else "chapter" if name.startswith("kap") else "division", depth
        )

    def do_caption(self, element: Element, kind: str, depth: int) -> None:
        """ "Kapittel 2. Virkeområde": number and heading."""
        if self.capturing or self.sheet.mode or self.sheet.head is None:
            self.do_heading(element, kind, depth)
            return
        words = self.capture(element, depth)
        match = _CAPTION.match(words)
        if match:
            self.sheet.num(match.group(1), depth)
            if match.group(1).endswith(" del.") and self.sheet.head is not None:
                self.sheet.head.style = f"num:{match.group(1).split()[0]}"
        self.sheet.heading(match.group(2) if match else words, depth)

    def do_header(self, element: Element, kind: str, depth: int) -> None:
        """`<span class="legalArticleValue">§ 1</span>. <span class="legalArticleTitle">`"""
        for child in element.iter("span"):
            if child.get("class") == "legalArticleValue":
                self.sheet.num(self.capture(child, depth), depth)
            elif child.get("class") == "legalArticleTitle":
                self.sheet.heading(self.capture(child, depth), depth)

    def do_ledd(self, element: Element, kind: str, depth: int) -> None:
        """A paragraph of a section; the only one, or one in a list, is the section's or item's own text."""
        match = _NUMBERED.match(element.text or "")
        if self.capturing or self.sheet.mode or not (match or self._several(element.getparent())):
            self.do_block(element, kind, depth)
            return
        self.flush(depth)
        self.sheet.open("subsection", depth, num=match.group(1) if match else "", eid=element.get("id") or "")
        if match:
            element.text = (element.text or "")[match.end() :]
        self.flow(element, depth + 1)
        self.flush(depth + 1)
        self.settle()

    def _several(self, parent: Element | None) -> bool:
        """Whether the section has more paragraphs than one."""
        if parent is not None and parent is not self.asked[0]:
            classes = (child.get("class") or "" for child in parent)
            self.asked = parent, sum("legalP" in name or "LegalP" in name for name in classes) > 1
        return parent is not None and self.asked[1]

    def do_item(self, element: Element, kind: str, depth: int) -> None:
        if self.capturing:
            self.inline(element, depth)
            return
        self.flush(depth)
        self.sheet.open("item", depth, num=element.get("data-name") or "")
        self.flow(element, depth + 1)
        self.flush(depth + 1)
        self.settle()


def facts(root: Element) -> dict[str, str]:
    """What the header says."""
    said = {item.get("class") or "": words_of(item) for item in root.iter("dd")}
    days = re.findall(r"\d{4}-\d\d-\d\d", said.get("dateInForce", ""))
    match = re.match(r"(?:lov|forskrift)/(\d{4}-\d\d-\d\d)-?(\d*)", said.get("refid", ""))
    return {
        "title": said.get("title", "") or words_of(root.find("head/title")),
        "country": "NO",
        "language": root.get("lang") or "no",
        "kind": "regulation" if said.get("refid", "").startswith("forskrift") else "act",
        "version": said.get("lastChangeInForce", "")[:10] or (days[0] if days else ""),
        "in_force": days[0] if days else "",
        "uri": f"/akn/no/act/{match.group(1)}/{match.group(2) or '0'}" if match else "",
    }
