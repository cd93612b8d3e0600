"""A bill as an Akoma Ntoso amendment, valid against the strict schema: each clause a `mod` on the law that it changes.

New sections stand in a `quotedStructure` as the hierarchy that they are to be in the law, definitions as containers,
words in a `quotedText`; what is changed where is said a second time in `activeModifications`, which duty a clause
answers in `otherReferences`. The quotation marks are attributes, as the standard has it; `ctip_law.read.akn` puts them
back.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from lxml import etree

from ctip_law.bill.wording import base_of
from ctip_law.draft.akn import law_href, references
from ctip_law.write.akn import HIERARCHY, clean, printed
from ctip_law.write.akn_meta import NAMESPACE, law_meta, sub

if TYPE_CHECKING:
    from ctip_law.bill.nouns import Bill, Change
    from ctip_law.draft import DraftSection, Unit
    from ctip_law.model import Law

_QUOTED = re.compile(r"[“«]\s*(?P<words>[^“”«»]*?)\s*[”»]")
_NUMBER = re.compile(r"(?:[^\W\d]+ )?[A-Z]?\d\S*(?: \w+(?=\.))?\.?(?= |$)")
_LABELLED = re.compile(r"\((?P<num>[a-z]{1,3})\) ")
#: kind of a change -> what the standard calls it
_TYPES = {"insert": "insertion", "define": "insertion", "words": "substitution", "repeal": "repeal"}
_KINDS = ("subsection", "paragraph", "subparagraph")


def to_akn(bill: Bill, law: Law) -> str:
    """The document. `law` is the bill as a law, of which it takes the metadata."""
    return printed(_Writer(bill, law).root()).decode()


class _Writer:
    def __init__(self, bill: Bill, law: Law) -> None:
        self.bill, self.law = bill, law
        self.kind = bill.unit if bill.unit in HIERARCHY else "section"
        self.modifications: list[etree._Element] = []

    def root(self) -> etree._Element:
        root = etree.Element(f"{{{NAMESPACE}}}akomaNtoso", nsmap={None: NAMESPACE})  # type: ignore[dict-item]
        main = sub(root, "bill", name="bill")
        meta = sub(main, "meta")
        law_meta(meta, self.law)
        preface = sub(main, "preface", eId="preface")
        sub(sub(preface, "p"), "docTitle").text = clean(self.bill.title)
        long_title = sub(sub(preface, "longTitle", eId="preface__longtitle"), "p")
        long_title.text = clean(self.bill.long_title)
        body = sub(main, "body", eId="body")
        self._clauses(body)
        meta.insert(_before_references(meta), self._analysis())
        return root

    def _clauses(self, body: etree._Element) -> None:
        """The units of the bill; in a frame the changes are the list of its first."""
        frame, (heading, lines) = self.bill.frame, self.bill.first
        if frame is None:
            self._said(self._unit_of(body, "section", "sec_1", self.bill.printed("1"), heading), lines)
            for change in self.bill.changes:
                eid = f"sec_{change.num}"
                clause = self._unit_of(body, "section", eid, self.bill.printed(change.num), change.heading)
                self._change(sub(clause, "content", eId=f"{eid}__content"), change)
            return
        opening = self._unit_of(body, "article", "art_1", frame.first)
        for line in lines:
            sub(sub(opening, "intro", eId="art_1__intro"), "p").text = clean(line)
        for change in self.bill.changes:
            eid = f"sec_{change.num}"
            clause = self._unit_of(opening, "paragraph", eid, self.bill.printed(change.num))
            self._change(sub(clause, "content", eId=f"{eid}__content"), change)
        self._said(self._unit_of(body, "article", "art_2", frame.last), frame.words)

    def _unit_of(self, body: etree._Element, kind: str, eid: str, num: str, heading: str = "") -> etree._Element:
        clause = sub(body, kind, eId=eid)
        sub(clause, "num", eId=f"{eid}__num").text = num
        if heading:
            sub(clause, "heading", eId=f"{eid}__heading").text = clean(heading)
        return clause

    def _said(self, clause: etree._Element, lines: Iterable[str]) -> None:
        content = sub(clause, "content", eId=f"{clause.get('eId')}__content")
        for line in lines:
            sub(content, "p").text = clean(line)

    def _change(self, content: etree._Element, change: Change) -> None:
        eid = f"sec_{change.num}__mod_1"
        mod = sub(sub(content, "p"), "mod", eId=eid)
        self._order(mod, change, eid)
        new = [f"{eid}__qtext_2"] if change.kind == "words" else []
        old = [f"{eid}__qtext_1"] if change.kind == "words" else []
        if change.quoted:
            quoted = f"{eid}__qstr_1"
            first, last = (mark.strip(".\u00a0") for mark in self.bill.marks)
            marks = {"startQuote": first, "endQuote": last} if first else {}
            inside = sub(mod, "quotedStructure", eId=quoted, **marks)
            self._quoted(inside, change, quoted)
            inside.tail = "." if first else None
            new = [quoted]
        self._modification(change, eid, old, new)

    def _order(self, mod: etree._Element, change: Change, eid: str) -> None:
        """The words of an order: the unit that it names is a reference, the words that it names are quoted text."""
        pieces = _QUOTED.split(change.order)
        first, last = ("«", "»") if "«" in change.order else ("“", "”")
        _append(mod, "")
        for at, words in enumerate(pieces):
            if at % 2:
                name = f"{eid}__qtext_{at // 2 + 1}"
                quoted = sub(mod, "quotedText", eId=name, startQuote=first, endQuote=last)
                quoted.text = clean(words)
            else:
                self._refer(mod, words, change)

    def _refer(self, mod: etree._Element, words: str, change: Change) -> None:
        named = re.search(rf"(?<!\w)(?i:{re.escape(self.bill.unit)}) (?P<num>{re.escape(change.unit)})(?!\w)", words)
        if named is None or mod.find(f"{{{NAMESPACE}}}ref") is not None:
            _append(mod, clean(words))
            return
        _append(mod, clean(words[: named.start()]))
        ref = sub(mod, "ref", href=self._target(change))
        ref.text = clean(named[0])
        ref.tail = clean(words[named.end() :])

    def _target(self, change: Change) -> str:
        """The address of the unit that a change names, in the law that is amended."""
        section = next((one for one in self.bill.law.sections() if one.num == change.unit), None)
        return law_href(self.bill.law, section.eid if section else "")

    def _quoted(self, inside: etree._Element, change: Change, eid: str) -> None:
        if change.sections:
            for section in change.sections:
                self._section(inside, section, change, eid)
            return
        lines = [line for line in change.quoted.split("\n") if line]
        if change.kind == "insert":  # a section of definitions
            num, heading, intro, entries = _definitions(lines)
            name = f"{eid}__{self.kind}"
            made = sub(inside, self.kind, eId=name)
            sub(made, "num", eId=f"{name}__num").text = clean(num)
            if heading:
                sub(made, "heading", eId=f"{name}__heading").text = clean(heading)
            sub(sub(made, "intro", eId=f"{name}__intro"), "p").text = clean(intro)
            self._definitions(made, entries, name)
            return
        self._definitions(inside, lines, eid)

    def _definitions(self, inside: etree._Element, entries: list[str], eid: str) -> None:
        for at, line in enumerate(entries, 1):
            name = f"{eid}__def_{at}"
            label = _LABELLED.match(line)
            if label:
                one = sub(inside, "paragraph", eId=name)
                sub(one, "num", eId=f"{name}__num").text = f"({label['num']})"
                line = line[label.end() :]
            else:
                one = sub(inside, "hcontainer", eId=name, name="definition")
            sub(sub(one, "content", eId=f"{name}__content"), "p").text = clean(line)

    def _section(self, inside: etree._Element, section: DraftSection, change: Change, eid: str) -> None:
        name = f"{eid}__{section.num.replace(' ', '-')}"
        made = sub(inside, self.kind, eId=name)
        head = next(line for line in change.quoted.split("\n") if line.startswith(_printed(change, section)))
        num = head[: len(_printed(change, section))]
        sub(made, "num", eId=f"{name}__num").text = clean(num)
        if section.title in (head[len(num) :].strip(), *change.quoted.split("\n")):
            sub(made, "heading", eId=f"{name}__heading").text = clean(section.title)
        first = section.units[0]
        if len(section.units) == 1 and not first.num and not first.items:
            sub(sub(made, "content", eId=f"{name}__content"), "p").text = clean(first.text)
            return
        if not first.num:  # one piece with a list: its words open the section
            sub(sub(made, "intro", eId=f"{name}__intro"), "p").text = clean(first.text)
            for at, item in enumerate(first.items, 1):
                self._unit(made, item, f"{name}__{at}", 1)
            return
        for at, unit in enumerate(section.units, 1):
            self._unit(made, unit, f"{name}__{at}", 0)

    def _unit(self, parent: etree._Element, unit: Unit, eid: str, depth: int) -> None:
        made = sub(parent, _KINDS[depth], eId=eid)
        if unit.num:
            sub(made, "num", eId=f"{eid}__num").text = unit.num
        place = sub(made, "intro" if unit.items else "content", eId=f"{eid}__{'intro' if unit.items else 'content'}")
        sub(place, "p").text = clean(unit.text)
        for at, item in enumerate(unit.items, 1):
            self._unit(made, item, f"{eid}__{at}", depth + 1)

    def _modification(self, change: Change, eid: str, old: list[str], new: list[str]) -> None:
        made = etree.Element(f"{{{NAMESPACE}}}textualMod", type=_TYPES[change.kind], eId=f"{eid}__am")
        sub(made, "source", href=f"#{eid}")
        where = {"pos": "after"} if change.kind == "insert" else {}
        sub(made, "destination", href=self._target(change), **where)
        for name in old:
            sub(made, "old", href=f"#{name}")
        for name in new:
            sub(made, "new", href=f"#{name}")
        self.modifications.append(made)

    def _analysis(self) -> etree._Element:
        analysis = etree.Element(f"{{{NAMESPACE}}}analysis", source="#ctip-law")
        if self.modifications:
            sub(analysis, "activeModifications").extend(self.modifications)
        references(analysis, self._answers(), base_of(self.bill.law.language))
        return analysis

    def _answers(self) -> Iterator[tuple[str, str]]:
        for change in self.bill.changes:
            yield from ((f"sec_{change.num}", duty) for duty in change.duties)


def _before_references(meta: etree._Element) -> int:
    return next(at for at, child in enumerate(meta) if etree.QName(child).localname == "references")


def _printed(change: Change, section: DraftSection) -> str:
    """The number of a new section as the bill prints it: "12A.", "Article 12A."."""
    found = re.search(rf"(?m)^(?:[^\W\d]+ )?{re.escape(section.num)}\S*(?= |$)", change.quoted)
    return found[0] if found else section.num


def _definitions(lines: list[str]) -> tuple[str, str, str, list[str]]:
    """Number, heading, opening words and entries of a section of definitions; its heading may stand above the number
    or nowhere."""
    at = next(place for place, line in enumerate(lines) if _NUMBER.match(line))
    num, rest = _split_head(lines[at])
    heading = " ".join(lines[:at])
    if rest and not heading and rest[-1] not in ":—":
        return num, rest, lines[at + 1], lines[at + 2 :]
    return (num, heading, rest, lines[at + 1 :]) if rest else (num, heading, lines[at + 1], lines[at + 2 :])


def _split_head(line: str) -> tuple[str, str]:
    """ "12A. Further definitions" in its two parts."""
    found = _NUMBER.match(line)
    return (found[0].strip(), line[found.end() :].strip()) if found else ("", line)


def _append(parent: etree._Element, words: str) -> None:
    """Words behind what an element holds already."""
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + words
    else:
        parent.text = (parent.text or "") + words
