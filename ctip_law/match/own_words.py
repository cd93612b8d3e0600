"""The words that a law makes for itself: whom it calls the victim.

    "Injured Party": the natural person upon whom harm has fallen by reason of one of the crimes of this Law.

No list holds "Injured Party". The entry says it: it speaks of a person, of an offence, and not of who committed it. So
each place of the term is one of the victim. An entry may leave it to the section that it cites:

    "affected person" means a person who holds a certificate under section 25.
    25. An officer who believes that somebody has been trafficked ...

Concepts used: victim, child, any-person, person, core.trafficking, core.purpose, crime.general, offence-under-act,
offence, who.suffers, who.offender, who.witness, officer.
"""

from __future__ import annotations

from collections.abc import Iterator

from ctip_law.clauses.reading import Hits
from ctip_law.clauses.terms import Hit
from ctip_law.clauses.tokens import words
from ctip_law.clauses.units import Body
from ctip_law.match.places import within
from ctip_law.model import Definition

_FIRST = 4  # words of a meaning with which the person begins: "means the natural person"
_SHORT = 60  # words of a meaning, at most
_LONGEST = 5  # words of a term
_OFFENCE = ("core.trafficking", "crime.general", "offence-under-act", "offence")
_SOMEBODY_ELSE = ("who.offender", "who.witness", "officer")


def with_own_words(body: Body, hits: Hits) -> Hits:
    """The hits with those of the law's own terms for a victim. Linear in the length of the law for each such term."""
    made = list(_victim_terms(body, hits))
    if not made:
        return hits
    return {**hits, "victim": sorted({*hits.get("victim", []), *(hit for term in made for hit in _places(body, term))})}


def _victim_terms(body: Body, hits: Hits) -> Iterator[tuple[str, ...]]:
    """The stems of each term whose entry says that it is a victim."""
    for definition in body.law.definitions:
        term = tuple(words(definition.term, body.law.language).stems)
        start, end = body.word_range(definition.start, definition.end)
        if not 0 < len(term) <= _LONGEST or start + len(term) >= end:
            continue
        begin = start + len(term)

        def has(concepts: tuple[str, ...], first: int = begin, last: int = end) -> bool:
            return any(within(hits.get(concept, []), first, last) for concept in concepts)

        person = has(("any-person",), begin, min(end, begin + _FIRST))
        named = has(("victim", "child", "core.trafficking", "core.purpose"), start, begin)
        named = named or (start, begin) in hits.get("any-person", [])
        suffers = has(_OFFENCE) and has(("who.suffers",)) and end - begin <= _SHORT
        told = suffers or _cites_victims(body, hits, definition, (start, begin))
        if told and person and not named and not has(_SOMEBODY_ELSE):
            yield term


def _cites_victims(body: Body, hits: Hits, definition: Definition, term: tuple[int, int]) -> bool:
    """Whether a term that is a "person" of some kind leaves its meaning to a section that opens with victims."""
    if term[1] - term[0] < 2 or not within(hits.get("person", []), *term):
        return False
    cited = {r.target for r in body.law.references if r.kind == "internal" and r.eid == definition.eid}
    places = [s.unit for s in body.sections if s.eid in cited]
    return any(within(hits.get("victim", []), unit.start, min(unit.end, unit.start + _SHORT)) for unit in places)


def _places(body: Body, term: tuple[str, ...]) -> Iterator[Hit]:
    stems = body.words.stems
    for at, stem in enumerate(stems):
        if stem == term[0] and tuple(stems[at : at + len(term)]) == term:
            yield at, at + len(term)
