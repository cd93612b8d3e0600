"""United States Legislative Markup, versions 1 and 2: U.S. Code titles, bills, public laws, statute compilations.

Statutory notes and source credits of the Code stand between the sections; they go behind the law.
"""

from __future__ import annotations

import re

from lxml import etree

from ctip_law.model import Document
from ctip_law.read.raw import Raw
from ctip_law.read.walk import Element, Walker, in_namespace, local, words_of
from ctip_law.read.xmlsafe import parse

XHTML = "{http://www.w3.org/1999/xhtml}"
_UNITS = [
    "division",
    "subdivision",
    "title",
    "subtitle",
    "chapter",
    "subchapter",
    "part",
    "subpart",
    "article",
    "subarticle",
    "section",
    "subsection",
    "paragraph",
    "subparagraph",
    "clause",
    "subclause",
    "item",
    "subitem",
    "subsubitem",
]
ROLES: dict[str, tuple[str, str]] = {
    "del": ("struck", ""),
    **{name: ("unit", name) for name in _UNITS},
    **dict.fromkeys(
        ("uscDoc", "bill", "resolution", "pLaw", "lawDoc", "document", "statuteCompilation", "amendment", "main"),
        ("flow", ""),
    ),
    **dict.fromkeys(
        ("engrossedAmendment", "statutesAtLarge", "publicLaws", "component", "legislativeDoc", "collection"),
        ("flow", ""),
    ),
    **dict.fromkeys(
        ("chapeau", "content", "continuation", "p", "block", "text", "layout", "row", "starPage", "list"), ("flow", "")
    ),
    **dict.fromkeys(("elided", "action", "actionDescription", "resolvingClause", "recital", "listItem"), ("block", "")),
    **dict.fromkeys(("docTitle", "officialTitle", "shortTitle"), ("titled", "")),
    "subparagraph": ("unit", "subparagraph"),
    "level": ("unit", "paragraph"),
    "num": ("num", ""),
    "heading": ("heading", ""),
    "subheading": ("heading", ""),
    "crossHeading": ("heading", ""),
    "preface": ("component", "preface"),
    "longTitle": ("component", "preface"),
    "preamble": ("component", "preamble"),
    "enactingFormula": ("component", "preamble"),
    "signatures": ("component", "conclusions"),
    "endorsement": ("component", "conclusions"),
    "schedule": ("component", "schedule"),
    "appendix": ("component", "schedule"),
    "compiledAct": ("component", "schedule"),
    "quotedContent": ("quoted", ""),
    "toc": ("toc", ""),
    "tocItem": ("block", ""),
    "referenceItem": ("block", ""),
    "designator": ("word", ""),
    "column": ("word", ""),
    "header": ("block", ""),
    "notes": ("apparatus", ""),
    "note": ("uslmnote", ""),
    "sourceCredit": ("apparatus", ""),
    "editorialNote": ("note", ""),
    "footnote": ("note", ""),
    "sidenote": ("note", ""),
    "page": ("skip", ""),
    "meta": ("skip", ""),
    "table": ("table", ""),
    "br": ("break", ""),
}
_UNIT_NAMES = frozenset(_UNITS)


def read(raw: Raw) -> Document:
    """The document in `raw`. Raises what `ctip_law.read.xmlsafe.parse` raises."""
    root = parse(raw)
    namespace = etree.QName(root).namespace
    html = {f"{XHTML}{name}": ROLES[name] for name in ("table", "p", "br")}
    walker = UslmWalker(in_namespace(ROLES, namespace) | html)
    walker.id_name = ""
    walker.flow(root, 0)
    return walker.finish(raw, "uslm", facts(root))


class UslmWalker(Walker):
    """`Walker` for quotations inside a line, and notes of several kinds."""

    def do_quoted(self, element: Element, kind: str, depth: int) -> None:
        """Quoted units are amendment text; a quotation of words only stays in its sentence."""
        if any(local(child) in _UNIT_NAMES or local(child) in ("table", "toc", "p") for child in element):
            self.do_quote(element, kind, depth)
            return
        self.flow(element, depth)

    def do_titled(self, element: Element, kind: str, depth: int) -> None:
        """Titles are paragraphs in the preface and words of the sentence elsewhere."""
        if self.component:
            self.do_block(element, kind, depth)
            return
        self.flow(element, depth)

    def do_uslmnote(self, element: Element, kind: str, depth: int) -> None:
        if element.get("type") == "footnote" or self.capturing:
            self.do_note(element, kind, depth)
            return
        if self.sheet.mode:
            self.do_block(element, kind, depth)
            return
        self.do_apparatus(element, kind, depth)


_DC = "{http://purl.org/dc/elements/1.1/}"


def facts(root: Element) -> dict[str, str]:
    """What the file says of itself."""
    meta = root.find("{*}meta")
    found: dict[str, str] = {
        "country": "US",
        "language": (root.get("{http://www.w3.org/XML/1998/namespace}lang") or "en").lower(),
    }
    found["kind"] = {"uscDoc": "code", "bill": "bill", "resolution": "bill"}.get(local(root), "act")
    if meta is None:
        return found
    found["title"] = words_of(meta.find(f"{_DC}title")) or words_of(meta.find("{*}docTitle"))
    created = words_of(meta.find("{http://purl.org/dc/terms/}created")) or words_of(meta.find("{*}currentThroughDate"))
    found["version"] = created[:10] if re.match(r"\d{4}-\d\d-\d\d", created) else ""
    identifier = root.get("identifier") or next(
        (element.get("identifier") for element in root.iter() if element.get("identifier")), ""
    )
    match = re.match(r"/us/(?:usc/t[^/]+|[a-z]+/\d+/[^/]+)", identifier or "")
    found["uri"] = f"/akn{match.group()}" if match else ""
    if words_of(meta.find("{*}docStage")).startswith(("Enrolled", "Public")):
        found["kind"] = "act"
    return found
