"""A law as Akoma Ntoso 3.0 (OASIS Standard, 29 August 2018), valid against the strict schema.

What AKN has no element for (a regulation, a definition, an item of the body) is an `hcontainer` with the kind as its
name. `ctip_law.read.akn` reads the result back into the same tree. The same law gives the same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml import etree

from ctip_law.model import Clause, Component, Law
from ctip_law.structure.numbers import number_of
from ctip_law.write.akn_meta import NAMESPACE, attachment_meta, law_meta, sub

SPACE = "{http://www.w3.org/XML/1998/namespace}space"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"

#: Kinds that are hierarchical elements of AKN 3.0; every other kind is an `hcontainer`.
_HIERARCHY = """alinea article book chapter clause division indent level paragraph part point proviso rule section
subchapter subclause subdivision subparagraph subpart subrule subsection subtitle title tome transitional"""
HIERARCHY = frozenset(_HIERARCHY.split())
#: Components with a place of their own in AKN; all others are attachments.
_FRONT = ("preface", "preamble")

#: Characters that XML 1.0 cannot hold.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_PLAIN = re.compile(r"\S+(?: \S+)*\Z")


def to_akn(law: Law) -> bytes:
    """The AKN document of `law`, UTF-8, indented."""
    return printed(tree(law))


def tree(law: Law) -> etree._Element:
    """The same document as elements, to which a draft adds what its sections answer."""
    return _Writer(law).root()


def printed(root: etree._Element) -> bytes:
    """A document of ours as bytes, UTF-8, indented."""
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)


def clean(words: str) -> str:
    """`words` without the control characters that XML cannot hold (each a blank)."""
    return _FORBIDDEN.sub(" ", words).replace("\r", "\n")


class _Writer:
    def __init__(self, law: Law) -> None:
        self.law = law
        self.taken: set[str] = set()

    def root(self) -> etree._Element:
        law = self.law
        root = etree.Element(f"{{{NAMESPACE}}}akomaNtoso", nsmap={None: NAMESPACE})  # type: ignore[dict-item]
        main = sub(root, "bill" if law.kind == "bill" else "act", name=law.kind or "act")
        law_meta(sub(main, "meta"), law)
        placed: set[int] = set()
        for name in _FRONT:
            self._front(main, name, placed)
        body = sub(main, "body", eId=self._eid("body"))
        for clause in law.clauses:
            self._clause(body, clause)
        if not law.clauses:
            # the schema wants one element; our reader and others see no words in it
            empty = sub(body, "hcontainer", eId=self._eid("body__empty"), name="wrapper")
            sub(empty, "content", eId=self._eid("body__empty__content"))
        self._front(main, "conclusions", placed)
        rest = [part for place, part in enumerate(law.components) if place not in placed]
        if rest:
            attachments = sub(main, "attachments")
            for part in rest:
                self._attachment(attachments, part)
        return root

    def _eid(self, wanted: str) -> str:
        """`wanted`, or with a count where it is taken: eIds are unique, which the schema does not check."""
        eid = re.sub(r"\s+", "-", clean(wanted).strip()) or "x"
        count = 1
        while eid in self.taken:
            count += 1
            eid = f"{wanted}_{count}"
        self.taken.add(eid)
        return eid

    # -- the body ----------------------------------------------------------------------------------------------

    def _clause(self, parent: etree._Element, clause: Clause) -> None:
        eid = self._eid(clause.eid or clause.kind)
        if clause.kind in HIERARCHY:
            element = sub(parent, clause.kind, eId=eid)
        else:
            element = sub(parent, "hcontainer", eId=eid, name=_name(clause.kind))
        self._marks(element, clause)
        self._head(element, clause, eid)
        if not clause.children:
            if clause.text or not (clause.num_printed or clause.heading):
                self._words(sub(element, "content", eId=self._eid(f"{eid}__content")), clause.text)
            return
        if clause.intro:
            self._words(sub(element, "intro", eId=self._eid(f"{eid}__intro")), clause.intro)
        for child in clause.children:
            self._clause(element, child)
        if clause.wrap_up:
            self._words(sub(element, "wrapUp", eId=self._eid(f"{eid}__wrapup")), clause.wrap_up)

    def _marks(self, element: etree._Element, clause: Clause) -> None:
        if clause.flags:
            element.set("class", " ".join(f"flag:{flag}" for flag in clause.flags))
        if clause.lang:
            element.set(LANG, clause.lang)

    def _head(self, element: etree._Element, clause: Clause, eid: str) -> None:
        if clause.num_printed or clause.num:
            number = sub(element, "num", eId=self._eid(f"{eid}__num"))
            _put(number, clause.num_printed)
            if clause.num != number_of(clause.num_printed):
                number.set("title", clean(clause.num))  # "Article One" is article 1
        if clause.heading:
            _put(sub(element, "heading", eId=self._eid(f"{eid}__heading")), clause.heading)

    def _words(self, parent: etree._Element, words: str) -> None:
        """One `p` for each line; a stretch with blank lines or odd blanks is one `p` that keeps them."""
        lines = words.split("\n")
        if all(_PLAIN.match(line) for line in lines):
            for line in lines:
                _put(sub(parent, "p"), line)
        else:
            _put(sub(parent, "p"), words)

    # -- beside the body ---------------------------------------------------------------------------------------

    def _front(self, main: etree._Element, name: str, placed: set[int]) -> None:
        """The first component `name` in the place AKN has for it; a second one becomes an attachment."""
        for place, part in enumerate(self.law.components):
            if part.name == name:
                placed.add(place)
                element = sub(main, name, eId=self._eid(name))
                self._blocks(element, part.clauses)
                if not len(element):
                    sub(element, "p")
                return

    def _blocks(self, parent: etree._Element, clauses: Iterable[Clause]) -> None:
        """Clauses where AKN allows blocks only. A component's own clause is its element, others containers."""
        for clause in clauses:
            if clause.kind in ("preface", "preamble", "conclusions"):
                for name, words in (("num", clause.num_printed), ("heading", clause.heading)):
                    if words:
                        _put(sub(parent, "p", **{"class": name}), words)
                self._inner(parent, clause)
                continue
            eid = self._eid(clause.eid or clause.kind)
            container = sub(parent, "blockContainer", eId=eid, **{"class": _name(clause.kind)})
            self._head(container, clause, eid)
            self._inner(container, clause)
            if not any(etree.QName(child).localname not in ("num", "heading") for child in container):
                sub(container, "p")

    def _inner(self, parent: etree._Element, clause: Clause) -> None:
        if clause.intro or clause.text:
            self._words(parent, clause.intro or clause.text)
        self._blocks(parent, clause.children)
        if clause.wrap_up:
            self._words(parent, clause.wrap_up)

    def _attachment(self, parent: etree._Element, part: Component) -> None:
        eid = self._eid(f"att_{part.name}")
        attachment = sub(parent, "attachment", eId=eid)
        own = next((clause for clause in part.clauses if clause.kind == _bare(part.name)), None)
        if own is not None:
            self._marks(attachment, own)
            self._head(attachment, own, eid)
        doc = sub(attachment, "doc", name=_bare(part.name))
        attachment_meta(sub(doc, "meta"), self.law, part.name)
        body = sub(doc, "mainBody", eId=self._eid(f"{eid}__body"))
        for clause in part.clauses:
            if clause is not own:
                self._clause(body, clause)
                continue
            if own.intro or own.text:
                self._words(body, own.intro or own.text)
            for child in own.children:
                self._clause(body, child)
            if own.wrap_up:
                self._words(body, own.wrap_up)
        if not len(body):
            sub(body, "p")


def _bare(name: str) -> str:
    """ "schedule_3" -> "schedule"."""
    return re.sub(r"_\d+\Z", "", name)


def _name(kind: str) -> str:
    return re.sub(r"\W+", "_", kind) or "paragraph"




def _put(element: etree._Element, words: str) -> None:
    words = clean(words)
    element.text = words
    if words and not _PLAIN.match(words):
        element.set(SPACE, "preserve")
