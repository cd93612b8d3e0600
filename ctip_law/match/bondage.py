"""Offences of bondage as such, and of taking people away into it, that penal codes had before any word for trafficking.

    374. Unlawful compulsory labour. Whoever compels a person to labour ...
    "Whoever abducts a person in order that the person be put to slavery shall be punished ..."

Concepts used: core.act, core.offence, core.purpose, means.abduction, abducts-means, parasitic.
"""

from __future__ import annotations

from collections.abc import Iterator

from ctip_law.clauses.reading import Hits
from ctip_law.clauses.units import Body, Section
from ctip_law.match.cues import BONDAGE
from ctip_law.match.places import within

Span = tuple[int, int]
_AIM = 25  # words from who is taken away to what for


def is_slavery(section: Section, hits: Hits) -> bool:
    """A section headed by slavery, servitude, forced labour or debt bondage that makes an offence."""
    return _of_bondage(hits, section.heading_range, (section.unit.start, section.unit.end))


def headed_by_bondage(hits: Hits, place: Span, size: int) -> bool:
    """The same of a section that an amending act inserts, whose heading of `size` words stands before its number."""
    return _of_bondage(hits, (place[0], place[0] + size), place)


def _of_bondage(hits: Hits, head: Span, place: Span) -> bool:
    named = any(within(hits.get(purpose, []), *head) for purpose in BONDAGE)
    return named and bool(within(hits.get("core.offence", []), *place))


def punishes_slavery(body: Body, section: Section, hits: Hits) -> bool:
    """A sentence with an act, for laws without headings: "anyone who brings in, buys or sells a person as a slave"."""
    start, end = section.unit.start, section.unit.end
    at = body.at["sentence"]
    bound = {at[first] for purpose in BONDAGE for first, _ in within(hits.get(purpose, []), start, end)}
    return not bound.isdisjoint(at[first] for first, _ in within(hits.get("core.act", []), start, end))


def abductions(body: Body, hits: Hits) -> Iterator[Span]:
    """The subsections of penal codes on taking people away into exploitation, and, where there are such, the sentences
    in which the code says how one abducts.

    "Whoever by force compels, or by any deceitful means induces, a person to leave is said to abduct that person."
    """
    taken, aims = hits.get("means.abduction", []), hits.get("core.purpose", [])
    found = False
    for unit in dict.fromkeys(body.units["subsection"]):
        place = unit.start, unit.end
        aimed = any(within(aims, first, min(unit.end, last + _AIM)) for first, last in within(taken, *place))
        told = aimed and within(hits.get("core.offence", []), *place)
        if told and not within(hits.get("parasitic", []), *place):  # nor where a law lists offences of another one
            yield place
            found = True
    for at, _ in hits.get("abducts-means", []) if found else ():
        index = body.at["sentence"][at]
        if index >= 0:
            sentence = body.units["sentence"][index]
            yield sentence.start, sentence.end
