"""Akoma Ntoso 2.0 and 3.0 (OASIS LegalDocML), with the national profiles met: UK (Lawmaker), Finlex, Fedlex, Legilux,
Normattiva and Senato, LegalDocML.de, LEOS and AKN4EU, Slaw and Indigo (South Africa), US House examples.

All read the same way: hierarchical elements are units, `hcontainer` by its name, `quotedStructure` is quoted text.
A `section` that holds articles (Fedlex, Legilux) is a division: the unit the law is cited by is its article.
"""

from __future__ import annotations

import re

from lxml import etree

from ctip_law.model import Document
from ctip_law.read.akn_meta import DICTIONARY, facts
from ctip_law.read.raw import Raw
from ctip_law.read.walk import SPACE, Element, Walker, in_namespace, local, text_of, words_of
from ctip_law.read.xmlsafe import parse

_UNITS = [
    "book",
    "tome",
    "part",
    "subpart",
    "title",
    "subtitle",
    "chapter",
    "subchapter",
    "section",
    "subsection",
    "paragraph",
    "subparagraph",
    "point",
    "indent",
    "alinea",
    "clause",
    "subclause",
    "division",
    "subdivision",
    "rule",
    "subrule",
    "proviso",
    "transitional",
    "recital",
]
_FLOW = [
    "akomaNtoso",
    "act",
    "bill",
    "doc",
    "statement",
    "amendment",
    "documentCollection",
    "portion",
    "body",
    "mainBody",
    "portionBody",
    "collectionBody",
    "components",
    "attachments",
    "content",
    "intro",
    "wrapUp",
    "list",
    "sublist",
    "blockList",
    "ul",
    "ol",
    "formula",
    "container",
    "longTitle",
    "recitals",
    "citations",
    "interstitial",
    "collection",
    "block",
    "p",
    "pre",
    "listIntroduction",
    "listWrapUp",
    "listConclusion",
    "citation",
    "dl",
    "dt",
    "dd",
    "div",
    "administrationOfOath",
    "tocItem",
    "signature",
]
ROLES: dict[str, tuple[str, str]] = {
    "del": ("struck", ""),
    **{name: ("unit", name) for name in _UNITS},
    **dict.fromkeys(_FLOW, ("flow", "")),
    "article": ("article", "article"),
    "level": ("level", ""),
    "hcontainer": ("hcontainer", ""),
    "blockContainer": ("container", ""),
    "crossHeading": ("crossheading", ""),
    "tblock": ("unit", "division"),
    "item": ("unit", "item"),
    "li": ("unit", "item"),
    "num": ("num", ""),
    "heading": ("heading", ""),
    "subheading": ("heading", ""),
    "preface": ("component", "preface"),
    "header": ("component", "preface"),
    "preamble": ("component", "preamble"),
    "conclusions": ("component", "conclusions"),
    "attachment": ("attachment", ""),
    "component": ("attachment", ""),
    "coverPage": ("front", ""),
    "toc": ("toc", ""),
    "quotedStructure": ("quote", ""),
    "embeddedStructure": ("quote", ""),
    "authorialNote": ("note", ""),
    "remark": ("note", ""),
    "subFlow": ("note", ""),
    "table": ("table", ""),
    "meta": ("skip", ""),
    "documentRef": ("skip", ""),
    "br": ("break", ""),
    "eol": ("break", ""),
}

#: Names of `hcontainer` that only wrap others (Finlex, Lawmaker).
_WRAPPERS = frozenset({"statuteProvisionsWrapper", "attachments", "schedules", "scheduleWrapper", "body", "wrapper"})
_SCHEDULES = frozenset({"schedule", "attachment", "annex", "appendix"})
#: What Finlex keeps inside the body behind the provisions.
_ENDS = frozenset({"conclusions", "amendmentEntryIntoForceAndApplianceProvisions"})
_NOTES = frozenset({"noteAuthorial", "noteEditorial", "editorialNote", "annotation"})
_NAME = re.compile(r"[a-z][a-z_]{2,30}\Z")
_EXPLAINS = re.compile(r"expla|motiv|relpres|relazione|memorandum|expos", re.I)


def read(raw: Raw) -> Document:
    """The document in `raw`. Raises what `ctip_law.read.xmlsafe.parse` raises."""
    root = parse(raw)
    ours = DICTIONARY.encode() in raw.data
    _put_marks_back(root, ours)
    walker = AknWalker(root, ours=ours)
    walker.flow(root, 0)
    return walker.finish(raw, "akn", facts(root))


def _put_marks_back(root: Element, ours: bool) -> None:
    """Quotation marks in attributes of quoted text go back into its words, where an order is read by them.

    Others may have them in both places; in what is ours, a mark at the beginning is that of a term that is defined.
    """
    for element in root.iter("{*}quotedStructure", "{*}quotedText"):
        start, end = element.get("startQuote") or "", element.get("endQuote") or ""
        first = next((one for one in element.iter("{*}*") if (one.text or "").strip()), None)
        if first is None:
            continue
        if start and (ours or not (first.text or "").lstrip().startswith(start)):
            first.text = start + (first.text or "").lstrip()
        last, slot = _last_words(element)
        words = getattr(last, slot).rstrip()
        if end and (ours or not words.endswith(end)):
            setattr(last, slot, words + end)


def _last_words(element: Element) -> tuple[Element, str]:
    """Where the last words in an element stand: the text of it or of one in it, or the tail of one."""
    for one in reversed(element):
        if (one.tail or "").strip():
            return one, "tail"
        if isinstance(one.tag, str) and "".join(str(words) for words in one.itertext()).strip():
            return _last_words(one)
    return element, "text"


class AknWalker(Walker):
    """`Walker` with the elements whose sense hangs on a name, a class or a place."""

    def __init__(self, root: Element, *, ours: bool) -> None:
        namespace = etree.QName(root).namespace
        self.name = (f"{{{namespace}}}" if namespace else "").__add__
        self.cited = (self.name("article"), self.name("section"))
        self.id_name = "id" if namespace and namespace.endswith("/2.0") else "eId"
        self.styled = ours
        roles = dict(ROLES)
        if ours:
            roles |= {"p": ("p", ""), "num": ("ournum", "")}
        if not ours and self._articles_in_sections(root):
            roles |= {"section": ("unit", "division"), "subsection": ("subsection", "")}
        found = in_namespace(roles, namespace)
        for name in ("JOLUXWork", "JOLUXExpression", "JOLUXManifestation"):  # Legilux: metadata inside the body
            found[f"{{http://www.scl.lu}}{name}"] = ("skip", "")
        super().__init__(found)

    def _articles_in_sections(self, root: Element) -> bool:
        """Whether the body's sections hold articles, quoted text apart."""
        article, quoted = self.name("article"), self.name("quotedStructure")
        if next(root.iter(article), None) is None:
            return False
        for section in root.iter(self.name("section")):
            found = next(section.iter(article), None)
            if found is not None and next(found.iterancestors(quoted), None) is None:
                return True
        return False

    def style_of(self, element: Element) -> str:
        """Flags as our writer leaves them: class="flag:quoted"."""
        marks = element.get("class") or ""
        return marks if marks.startswith("flag:") else ""

    def do_ournum(self, element: Element, kind: str, depth: int) -> None:
        """What our own writer leaves: `title` has the number where the printed one does not tell it ("Article One")."""
        if not self.capturing and element.get(SPACE) == "preserve":
            self.flush(depth)
            self.sheet.num(text_of(element), depth)
        else:
            self.do_num(element, kind, depth)
        value = element.get("title")
        if value and self.sheet.head is not None and not self.capturing:
            self.sheet.head.style = f"{self.sheet.head.style} num:{value.replace(' ', '_')}".strip()

    def do_subsection(self, element: Element, kind: str, depth: int) -> None:
        """Where sections are divisions, a subsection is one too if it holds articles."""
        holds = next(element.iter(self.name("article")), None) is not None
        self.do_unit(element, "subdivision" if holds else "subsection", depth)

    def do_article(self, element: Element, kind: str, depth: int) -> None:
        """In schedules of Slaw an unnumbered article only wraps the text."""
        if self.component == "schedule" and element.find(self.name("num")) is None:
            self.do_block(element, "", depth)
            return
        self.do_unit(element, "article", depth)

    def do_level(self, element: Element, kind: str, depth: int) -> None:
        """Fedlex: headings over articles. Lawmaker: paragraphs (a), (i) under a subsection."""
        holds = next(element.iter(*self.cited), None) is not None
        self.do_unit(element, "division" if holds else "paragraph", depth)

    def do_p(self, element: Element, kind: str, depth: int) -> None:
        """What our own writer leaves: blanks to keep, the heading of a preface."""
        if self.capturing:
            self.inline(element, depth)
        elif element.get(SPACE) == "preserve":
            self.flush(depth)
            words = text_of(element)
            self.sheet.text(words if words.strip() else "", depth - 1)
        elif element.get("class") in ("heading", "num") and self.component:
            give = self.sheet.num if element.get("class") == "num" else self.sheet.heading
            give(self.capture(element, depth), depth)
        else:
            self.do_block(element, kind, depth)

    def do_hcontainer(self, element: Element, kind: str, depth: int) -> None:
        name = element.get("name") or ""
        if self.capturing or self.sheet.mode:
            self.do_unit(element, "hcontainer", depth)
            return
        if name in _SCHEDULES and depth == 0:
            self.do_component(element, "schedule", depth)
            return
        if name in _NOTES:
            self.do_note(element, "", depth)
            return
        if name in _ENDS and depth == 0:
            self.do_component(element, "conclusions", depth)
            return
        if name in _WRAPPERS:
            self._wrapper(element, depth)
            return
        if _NAME.match(name):
            self.do_unit(element, name, depth)
            return
        if element.find(self.name("num")) is not None or element.find(self.name("heading")) is not None:
            self.do_unit(element, "paragraph", depth)
            return
        self.do_block(element, "", depth)

    def _wrapper(self, element: Element, depth: int) -> None:
        """A wrapper's own heading ("SCHEDULES") is no unit's heading."""
        self.flush(depth)
        for child in element:
            if local(child) in ("heading", "num"):
                self.settle()
                self.sheet.furniture("running_head", self.capture(child, depth))
            elif role := self.roles.get(child.tag):
                role[0](child, role[1], depth)

    def do_container(self, element: Element, kind: str, depth: int) -> None:
        """`blockContainer`: a unit where it has number, heading or (our writer) a class; else its words."""
        if name := element.get("class"):
            self.do_unit(element, name, depth)
            return
        if element.find(self.name("num")) is not None or element.find(self.name("heading")) is not None:
            self.do_unit(element, "paragraph", depth)
            return
        self.do_block(element, "", depth)

    def do_crossheading(self, element: Element, kind: str, depth: int) -> None:
        if self.capturing or self.sheet.mode:
            self.do_block(element, "", depth)
            return
        self.flush(depth)
        self.settle()
        self.sheet.open(
            "crossheading", depth, heading=self.capture(element, depth), eid=element.get(self.id_name) or ""
        )
        self.sheet.close_head()
        self.drain()

    def do_attachment(self, element: Element, kind: str, depth: int) -> None:
        """A schedule, an explanatory memorandum, or (in a collection) the act itself."""
        doc = next((child for child in element if local(child) in ("doc", "act", "bill", "statement")), None)
        if doc is None or local(doc) != "doc" or self.sheet.mode:
            self.do_block(element, "", depth)
            return
        self.flush(depth)
        self.settle()
        outer, name = self.component, doc.get("name") or ""
        kind = "explanatory_note" if _EXPLAINS.search(name) else "schedule"
        if name in ("preface", "preamble", "conclusions", "supplement", "notes", "translation"):
            kind = name
        num, heading = (words_of(element.find(self.name(part))) for part in ("num", "heading"))
        if not (num or heading) and doc.find(self.name("preface")) is None:
            heading = self._alias(doc)
        self.sheet.outermost = ""  # each attachment is one of its own
        self.enter(kind, num, heading, style=self.style_of(element) if self.styled else "")
        self.flow(doc, 1)
        self.flush(1)
        self.settle()
        self.component = outer

    def _alias(self, doc: Element) -> str:
        """The name of a schedule that stands in its metadata only: "Schedule 1: National Flag"."""
        alias = doc.find(f".//{self.name('FRBRWork')}/{self.name('FRBRalias')}")
        return "" if alias is None else alias.get("value") or ""
