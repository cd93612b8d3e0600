"""Riigi Teataja (Estonia) XML. `kuvatavNr` is the number as printed, the bare numbers beside it are for machines.

An amending Act holds its text as HTML in one element; its provisions are found by their printed numbers.
"""

from __future__ import annotations

import re

from lxml import etree, html

from ctip_law.model import Document
from ctip_law.read.lines import Nest
from ctip_law.read.raw import Raw
from ctip_law.read.walk import Element, Walker, in_namespace, text_of, tidy, words_of
from ctip_law.read.xmlsafe import parse

_LEVELS = {
    "osa": "part", "peatykk": "chapter", "jagu": "division", "jaotis": "subdivision", "alljaotis": "subdivision",
    "paragrahv": "section", "loige": "subsection", "alampunkt": "paragraph", "punkt": "paragraph",
}  # fmt: skip
ROLES: dict[str, tuple[str, str]] = {
    **{name: ("unit", kind) for name, kind in _LEVELS.items()},
    **{f"{name}Nr": ("skip", "") for name in _LEVELS},
    **{f"{name}Pealkiri": ("heading", "") for name in _LEVELS},
    **dict.fromkeys(("oigusakt", "sisu", "sisuTekst"), ("flow", "")),
    **dict.fromkeys(("tavatekst", "pealkiri", "allkiriKoht", "allkirjastaja"), ("block", "")),
    **dict.fromkeys(("eesnimi", "perekonnanimi", "ametinimetus", "kuvatavTekst"), ("word", "")),
    "kuvatavNr": ("printed", ""),
    "aktinimi": ("component", "preface"),
    "preambul": ("component", "preamble"),
    "allkiri": ("component", "conclusions"),
    "lisa": ("component", "schedule"),
    "lisaViide": ("component", "schedule"),
    "muutmismarge": ("change", ""),
    "normtehnmarkus": ("apparatus", ""),
    "normtehnmarkusNr": ("word", ""),
    "veaparandus": ("apparatus", ""),
    "HTMLKonteiner": ("html", ""),
    "sup": ("superscript", ""),
    "reavahetus": ("break", ""),
    "metaandmed": ("skip", ""),
    "viideURID": ("skip", ""),
}
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_ESCAPED = re.compile(r"<sup>\s*(\d+)\s*</sup>", re.I)
_SECTION = re.compile(r"(§\s*\d+[⁰¹²³⁴⁵⁶⁷⁸⁹]*\.?)\s*(.*)\Z", re.S)


def read(raw: Raw) -> Document:
    """The document in `raw`. Raises what `ctip_law.read.xmlsafe.parse` raises."""
    root = parse(raw)
    walker = RtWalker(in_namespace(ROLES, etree.QName(root).namespace))
    walker.id_name = "id"
    walker.flow(root, 0)
    return walker.finish(raw, "riigiteataja", facts(root))


class RtWalker(Walker):
    """`Walker` with superscript numbers (§ 133¹) kept apart from the digits before them."""

    def do_superscript(self, element: Element, kind: str, depth: int) -> None:
        words = text_of(element)
        self.run.append(words.translate(_SUPERSCRIPT) if words.strip().isdigit() else words)

    def do_printed(self, element: Element, kind: str, depth: int) -> None:
        """`<![CDATA[§ 133<sup>1</sup>. ]]>`"""
        words = _ESCAPED.sub(lambda match: match.group(1).translate(_SUPERSCRIPT), text_of(element))
        self.sheet.num(tidy(words), depth)

    def do_change(self, element: Element, kind: str, depth: int) -> None:
        """Which Act changed the unit: metadata, but "[Repealed - ...]" is all that a repealed unit says."""
        words = [
            words_of(child) for child in element if isinstance(child.tag, str) and child.tag.endswith("}tavatekst")
        ]
        if words and not self.capturing:
            self.flush(depth)
            self.sheet.text(" ".join(words), depth - 1)

    def do_html(self, element: Element, kind: str, depth: int) -> None:
        """The text of an amending Act, as HTML in CDATA."""
        self.flush(depth)
        source = text_of(element).strip()
        if not source:
            return
        for mark in (found := html.fromstring(f"<div>{source}</div>")).iter("sup"):
            mark.text = text_of(mark).translate(_SUPERSCRIPT)
        for mark in found.iter("br", "p", "div", "li"):
            mark.tail = "\n" + (mark.tail or "")
        nest: Nest | None = None
        for line in text_of(found).split("\n"):
            line = tidy(line)
            if match := _SECTION.match(line) if nest is None or not nest.quoted else None:
                self.sheet.open("section", depth, num=match.group(1), heading=match.group(2).strip())
                self.sheet.close_head()
                nest = Nest(self.sheet, depth, ("subsection", "paragraph"))
            elif line and nest is not None:
                nest.line(line.replace("„", "“"))
            elif line:
                self.sheet.text(line, depth - 1)


def facts(root: Element) -> dict[str, str]:
    """What the file says of itself; `version` is the first day of this wording."""
    meta = root.find("{*}metaandmed")
    number = words_of(root.find("{*}metaandmed/{*}globaalID"))
    return {
        "title": words_of(root.find("{*}aktinimi/{*}nimi/{*}pealkiri")),
        "country": "EE",
        "language": "et",
        "kind": "act" if meta is None or words_of(meta.find("{*}dokumentLiik")) in ("seadus", "") else "regulation",
        "version": words_of(root.find("{*}metaandmed/{*}kehtivus/{*}kehtivuseAlgus"))[:10],
        "in_force": words_of(root.find("{*}metaandmed/{*}vastuvoetud/{*}joustumine"))[:10],
        "uri": f"/akn/ee/act/{number}" if number else "",
    }
