"""What a law forbids and punishes where somebody breaks it: a denial that makes an offence.

    20. (1) No person shall publish the name of a victim. (2) Whoever contravenes subsection (1) commits an offence.

The first sentence denies nothing of the offence that the second makes; it says what is done.
"""

from __future__ import annotations

from ctip_law.clauses.reading import Effect, Hits
from ctip_law.clauses.terms import Hit
from ctip_law.clauses.units import Body
from ctip_law.match.places import within

#: Words that say of what is told that it is no offence, or what follows from it: then a denial is one.
_TOLD = ("core.offence", "liable", "not-liable", "not-punished", "defence-conferred", "guilty-or-charged", "penalty")
_ORDERS = ("modal.must", "modal.may")
_SUBJECT = 10  # words from "no" to the order: "No owner or master of a vessel shall"


def forbids(body: Body, hits: Hits, anchor: Hit, effect: Effect) -> bool:
    """Whether what denies some words forbids them in a sentence that another of the same section punishes."""
    index = body.at["sentence"][anchor[0]]
    section = body.section_of(anchor[0])
    if index < 0 or section is None:
        return False
    sentence = body.units["sentence"][index]
    order = effect.at[0], effect.at[1] + _SUBJECT
    if not _any(hits, _ORDERS, *order) or _any(hits, _TOLD, sentence.start, sentence.end):
        return False
    broken = within(hits.get("breaks-this", []), section.unit.start, section.unit.end)
    return any(not sentence.start <= hit[0] < sentence.end for hit in broken)


def _any(hits: Hits, concepts: tuple[str, ...], start: int, end: int) -> bool:
    return any(within(hits.get(concept, []), start, end) for concept in concepts)
