"""RIS documents of the Austrian federal law (risdok XML): one article or paragraph with its index card.

Only what is marked as the law's words (ct="text") is text; the card (organ, dates, index) is metadata.
"""

from __future__ import annotations

import re

from ctip_law.model import Document
from ctip_law.read.raw import Raw
from ctip_law.read.sheet import Sheet
from ctip_law.read.walk import Element, Ranks, local, text_of, tidy, words_of
from ctip_law.read.xmlsafe import parse

_NS = "{http://www.bka.gv.at}"
_PARAGRAPH = re.compile(r"(\(\d+[a-z]?\))\s*(.*)\Z", re.S)
_UNIT = re.compile(r"(§|Art)")


def read(raw: Raw) -> Document:
    """The document in `raw`. Raises what `ctip_law.read.xmlsafe.parse` raises."""
    root = parse(raw)
    reader = _Ris()
    card = _card(root)
    reader.sheet.open("preface", 0)
    reader.sheet.text(card.get("kurztitel", ""), 0)
    reader.sheet.close_head()
    for element in root.iter():
        reader.take(element)
    if not reader.opened and card.get("artikel_anlage"):
        reader.sheet.close_head()
    reader.sheet.close_head()
    meta = facts(card)
    return raw.document(reader.sheet.written, reader.sheet.blocks, format="ris", marked=True, meta=meta)


class _Ris:
    def __init__(self) -> None:
        self.sheet, self.ranks = Sheet(), Ranks()
        self.opened, self.depth, self.below = False, 0, 0

    def take(self, element: Element) -> None:
        name, content = local(element), element.get("ct") or ""
        if name == "absatz" and content == "text":
            self._paragraph(element)
        elif name == "listelem":
            symbol = element.find(f"{_NS}symbol")
            level = _level(element)
            place = self.depth + self.below + level
            words = tidy(text_of(element))
            number = words_of(symbol)
            self.sheet.open("item", place, num=number)
            self.sheet.text(words[len(number) :].strip(), place)
        elif name == "schlussteil":
            self.sheet.text(words_of(element), self.depth + self.below + _level(element, -1))
        elif name == "ueberschrift" and element.get("typ") not in ("titel", None):
            self.sheet.open("crossheading", 0, heading=words_of(element))
            self.sheet.close_head()

    def _paragraph(self, element: Element) -> None:
        """`<absatz><gldsym>§ 1.</gldsym> (1) Words</absatz>`"""
        sign = element.find(f"{_NS}gldsym")
        words, number = tidy(text_of(element)), words_of(sign)
        if number or not self.opened:
            self.sheet.open("article" if number.startswith("Art") else "section", 0, num=number)
            words, self.opened, self.below = words[len(number) :].strip(), True, 0
        match = _PARAGRAPH.match(words)
        if match:
            self.below = 1
            self.sheet.open("subsection", 1, num=match.group(1))
            self.sheet.text(match.group(2), 1)
        else:
            self.below = 0
            self.sheet.text(words, 0)


def _level(element: Element, default: int = 1) -> int:
    """The level of a list: `aufzaehlung ebene="2"`; of a closing part: its own."""
    for above in (element, *element.iterancestors(f"{_NS}aufzaehlung")):
        level = above.get("ebene") or ""
        if level.isdigit():
            return int(level)
    return max(default, 0)


def _card(root: Element) -> dict[str, str]:
    return {
        element.get("ct") or "": words_of(element)
        for element in root.iter(f"{_NS}absatz")
        if element.get("typ") == "erltext" and element.get("ct")
    }


def facts(card: dict[str, str]) -> dict[str, str]:
    """What the card says; one article of a law is never the complete law."""
    number = card.get("gesnr", "")
    return {
        "title": card.get("kurztitel", ""),
        "country": "AT",
        "language": "de",
        "kind": "regulation" if card.get("typ", "").startswith("V") else "act",
        "in_force": _date(card.get("ikra", "")),
        "complete": "false",
        "uri": f"/akn/at/act/{number}" if number else "",
    }


def _date(words: str) -> str:
    match = re.fullmatch(r"(\d\d)\.(\d\d)\.(\d{4})", words)
    return f"{match.group(3)}-{match.group(2)}-{match.group(1)}" if match else ""
