"""What a draft's Akoma Ntoso says beside its text: which article of an instrument each provision answers."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from ctip_law.draft.duties import cited_as, title_of
from ctip_law.draft.law import to_law
from ctip_law.draft.nouns import Draft
from ctip_law.framework import load
from ctip_law.model import Law
from ctip_law.write.akn import printed, tree
from ctip_law.write.akn_meta import NAMESPACE, work_uri

#: Where the instruments stand in addresses: of none of them is an official one known.
_INSTRUMENTS = "/akn/ontology/concept/instrument"


def to_akn(draft: Draft) -> str:
    """A draft as the Akoma Ntoso of a bill or an act, with the duties that each section answers as metadata."""
    law = to_law(draft)
    root = tree(law)
    eids = {section.num: section.eid for section in law.sections()}
    answers = [(eids[section.num], duty) for section in draft.sections() for duty in section.duties]
    meta = next(root.iter(f"{{{NAMESPACE}}}meta"))
    if answers:
        analysis = etree.Element(f"{{{NAMESPACE}}}analysis", source="#ctip-law")
        references(analysis, answers, draft.language)
        at = next(n for n, child in enumerate(meta) if etree.QName(child).localname == "references")
        meta.insert(at, analysis)
    return printed(root).decode()


def law_href(law: Law, eid: str) -> str:
    """The address of a unit of a law."""
    return work_uri(law) + (f"#{eid}" if eid else "")


def references(analysis: etree._Element, answers: Iterable[tuple[str, str]], language: str = "en") -> None:
    """Puts (eId of a provision, id of a duty) into an `analysis`, as references that the text does not spell out."""
    held = list(answers)
    if not held:
        return
    others = etree.SubElement(analysis, f"{{{NAMESPACE}}}otherReferences", source="#ctip-law")
    for eid, id in held:
        duty = load().provision(id)
        href = f"{_INSTRUMENTS}/{duty.instrument}#{id}"
        named = {"for": eid, "href": href, "showAs": f"{cited_as(id, language)}: {title_of(id, language)}"}
        etree.SubElement(others, f"{{{NAMESPACE}}}implicitReference", named)
