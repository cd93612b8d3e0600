"""Akoma Ntoso rendered as HTML (class="akn-section", data-eid), as the African LIIs and laws.africa serve it.

The page's own frame is left aside. Headings (h1 to h6) hold number and heading in one: "12. Short title",
"Chapter One<br>General provisions", "Article 2 – Definitions".
"""

from __future__ import annotations

import re

from lxml import etree

from ctip_law.errors import InputError
from ctip_law.model import Document
from ctip_law.read.akn import ROLES, AknWalker
from ctip_law.read.clean import clean
from ctip_law.read.encodings import decode
from ctip_law.read.raw import Raw
from ctip_law.read.walk import Element, text_of, tidy, words_of
from ctip_law.read.xmlsafe import parse_page, unplaced

_NUMBERED = re.compile(
    r"((?:Article|Section|Chapter|Part|Title|Division|Rule|Regulation|Schedule|Art\.?)\s+[\w.\-]+?|\d+[A-Z]{0,3}(?:\.\d+)*)"
    r"\s*(?:[.:–—-]+\s*|\s+(?=\S)|\Z)(.*)\Z",
    re.S | re.I,
)
#: Elements of Akoma Ntoso that have a role, or only hold words.
_ELEMENTS = frozenset(ROLES) | {
    "b",
    "i",
    "u",
    "ref",
    "term",
    "def",
    "sup",
    "sub",
    "inline",
    "span",
    "date",
    "person",
    "role",
}
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_WORDS = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
]


def read(raw: Raw) -> Document:
    """The law in the page `raw`. Raises InputError CT104 where the page holds no Akoma Ntoso, CT109 for no text."""
    decoded = decode(raw)
    mended = clean(decoded.text)
    page = parse_page(mended.text, raw.path)
    law = _law(page)
    if law is None:
        raise InputError("CT104", "the page has no Akoma Ntoso in it", path=raw.path)
    for element in law.iter():
        _rename(element)
    walker = AknHtmlWalker(law, ours=False)
    walker.styled = True
    walker.flow(law, 0)
    return walker.finish(raw, "akn-html", facts(page), unplaced(decoded, mended))


def _law(page: Element) -> Element | None:
    for name in ("akn-akomaNtoso", "akn-act", "akn-bill", "akn-doc", "akn-body"):
        found = page.xpath(f"(//*[contains(concat(' ', @class, ' '), ' {name} ')])[1]")
        if isinstance(found, list) and found and isinstance(found[0], etree._Element):
            return found[0]
    return None


def _rename(element: Element) -> None:
    """`<span class="akn-p" data-eid="x">` -> `<p eId="x">`; other HTML stays as it is."""
    if not isinstance(element.tag, str):
        return
    name = next((word[4:] for word in (element.get("class") or "").split() if word.startswith("akn-")), "")
    if name in _ELEMENTS:
        element.tag = name
        if eid := element.get("data-eid") or element.get("id"):
            element.set("eId", eid)
        if kind := element.get("data-name"):
            element.set("name", kind)
        del element.attrib["class"]
    elif element.tag in _HEADINGS:
        element.tag = "title-line"


class AknHtmlWalker(AknWalker):
    """`AknWalker` with headings that hold the number."""

    def __init__(self, root: Element, *, ours: bool) -> None:
        super().__init__(root, ours=ours)
        self.roles["title-line"] = (self.do_line, "")

    def style_of(self, element: Element) -> str:
        """A number in words ("Article One") as digits."""
        line = element.find("title-line")
        match = _NUMBERED.match(tidy(words_of(line))) if line is not None else None
        word = match.group(1).rpartition(" ")[2].lower() if match else ""
        return f"num:{_WORDS.index(word) + 1}" if word in _WORDS else ""

    def do_line(self, element: Element, kind: str, depth: int) -> None:
        if self.capturing or self.sheet.mode or self.sheet.head is None:
            self.do_heading(element, kind, depth)
            return
        for mark in element.iter("br"):
            mark.tail = "\n" + (mark.tail or "")
        lines = [tidy(line) for line in text_of(element).split("\n") if line.strip()]
        match = _NUMBERED.match(lines[0]) if lines else None
        if match:
            self.sheet.num(match.group(1), depth)
            lines[0] = match.group(2)
        self.sheet.heading(" – ".join(line for line in lines if line), depth)


def facts(page: Element) -> dict[str, str]:
    """What the page says of the law: title, language, the FRBR URI where a link shows it."""
    title = tidy(words_of(page.find(".//h1"))) or tidy(words_of(page.find(".//title")))
    match = re.search(
        r"/akn/([a-z]{2})(?:-[a-z]+)?/act/[\w/-]+?(?=/[a-z]{3}@|[\"'#\s]|$)",
        etree.tostring(page, encoding="unicode")[:400_000],
    )
    dated = re.search(r"/[a-z]{3}@(\d{4}-\d\d-\d\d)", etree.tostring(page, encoding="unicode")[:400_000])
    return {
        "title": title,
        "language": page.get("lang") or "",
        "country": match.group(1).upper() if match else "",
        "uri": match.group(0).rstrip("/") if match else "",
        "version": dated.group(1) if dated else "",
        "kind": "act",
    }
