"""Lagasafn (Iceland) as XML: chapter, article, `subart` (málsgrein), sentences. Footnotes name the amending Acts."""

from __future__ import annotations

import re

from ctip_law.model import Document
from ctip_law.read.raw import Raw
from ctip_law.read.walk import Element, Walker, text_of, words_of
from ctip_law.read.xmlsafe import parse

ROLES: dict[str, tuple[str, str]] = {
    "law": ("flow", ""),
    "superchapter": ("unit", "part"),
    "chapter": ("unit", "chapter"),
    "subchapter": ("unit", "division"),
    "art-chapter": ("unit", "division"),
    "art": ("art", "article"),
    "subart": ("subart", "paragraph"),
    "paragraph": ("flow", ""),
    "numart": ("unit", "item"),
    "nr-title": ("num", ""),
    "name": ("heading", ""),
    "sen-title": ("heading", ""),
    "sen": ("word", ""),
    "table": ("table", ""),
    "table-title": ("block", ""),
    "footnotes": ("apparatus", ""),
    "footnote": ("block", ""),
    "minister-clause": ("clause", ""),
    "num-and-date": ("skip", ""),
    "appendix": ("component", "schedule"),
    "ambiguous-section": ("unit", "paragraph"),
}


def read(raw: Raw) -> Document:
    """The document in `raw`. Raises what `ctip_law.read.xmlsafe.parse` raises."""
    root = parse(raw)
    walker = LagasafnWalker(ROLES)
    walker.styled = True
    title = root.find("name")
    if title is not None:
        walker.enter("preface")
        walker.sheet.text(words_of(title), 0)
        walker.component = ""
        root.remove(title)
    walker.flow(root, 0)
    return walker.finish(raw, "lagasafn", facts(root, words_of(title)))


class LagasafnWalker(Walker):
    """`Walker` for "2. gr. a." (article 2a) and unnumbered paragraphs."""

    def style_of(self, element: Element) -> str:
        """ "I. kafli." is chapter I, "2. gr. a." article 2a."""
        number = element.get("roman-nr") or element.get("nr") or ""
        return f"num:{number}" if element.tag in ("art", "chapter") and number and " " not in number else ""

    def do_art(self, element: Element, kind: str, depth: int) -> None:
        self.do_unit(element, kind, depth)

    def do_subart(self, element: Element, kind: str, depth: int) -> None:
        parent = element.getparent()
        if parent is not None and len(parent.findall("subart")) == 1:
            self.do_block(element, kind, depth)
            return
        self.do_unit(element, kind, depth)

    def do_clause(self, element: Element, kind: str, depth: int) -> None:
        """When the law came into force and what amended it, as escaped HTML."""
        words = re.sub(r"<[^>]{0,400}>", "", text_of(element))
        self.apparatus.append(" ".join(words.split()))


def facts(root: Element, title: str) -> dict[str, str]:
    """What the file says of itself."""
    year, number = root.get("year") or "", root.get("nr") or ""
    return {
        "title": title,
        "country": "IS",
        "language": "is",
        "kind": "act",
        "uri": f"/akn/is/act/{year}/{number}" if year and number else "",
    }
