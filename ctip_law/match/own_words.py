"""The words that a law makes for itself: whom it calls the victim, what exploitation, and how it calls the crime.

    "Injured Party": the natural person upon whom harm has fallen by reason of one of the crimes of this Law.

No list holds "Injured Party". The entry says it: it speaks of a person, of an offence, and not of who committed it. So
each place of the term is one of the victim. An entry may leave it to the section that it cites:

    "affected person" means a person who holds a certificate under section 25.
    25. An officer who believes that somebody has been trafficked ...

Whom it calls a witness it says in the same way: "participant" means a witness who has been taken into the Programme.

What it calls exploitation it says in an entry that names several purposes of it:

    "Advantage": drawing profit from a person, such as (a) ... begging; (b) ... the removal of an organ ...

And how it calls the crime stands in its title and again over the section that punishes several of the acts, or that
says what it is, or as a term that it defines:

    Human Commerce (Prevention) Act ... 5. Human commerce. Whoever by threats moves, lodges or receives ...
    Law on the Barter of People ... 2. Barter of people. Barter of people is the moving, lodging or receiving ...

Concepts used: victim, child, any-person, person, core.trafficking, core.exploitation, core.means, core.offence,
core.purpose, crime.general, crime.other, offence-under-act, offence, smuggling, smuggled, who.suffers, who.offender,
who.witness, officer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ctip_law.clauses.reading import Hits, Span
from ctip_law.clauses.terms import Hit
from ctip_law.clauses.tokens import words
from ctip_law.clauses.units import Body
from ctip_law.knowledge.subjects import Subject
from ctip_law.match.cues import ACTS
from ctip_law.match.meant import with_persons_meant
from ctip_law.match.places import SMALL, not_within, within
from ctip_law.match.told import PURPOSES
from ctip_law.model import Definition

_FIRST = 4  # words of a meaning with which the person begins: "means the natural person"
_SHORT = 60  # words of a meaning, at most
_LONGEST = 5  # words of a term
_OFFENCE = ("core.trafficking", "crime.general", "offence-under-act", "offence")
_TERM = 3  # words of a term for exploitation, at most
_SEVERAL = 3  # purposes that make an entry one on exploitation
_ANOTHER_CRIME = ("core.trafficking", "crime.other", "smuggling", "smuggled")
TOPICS = ("core.trafficking", "core.exploitation", "core.purpose")  # what a law on trafficking speaks of
_IN_A_NAME = ("core.act", "sale-of-person", "act.buy_sell")
_WHOSE = ("crime.other", "crime.general")
_SOMEBODY_ELSE = ("who.offender", "who.witness", "officer")


def with_own_words(body: Body, hits: Hits) -> Hits:
    """The hits with those of the law's own terms. Linear in the length of the law for each such term."""
    hits = _with(body, hits, "core.exploitation", _exploitation_terms(body, hits))
    hits = _with(body, hits, "core.trafficking", _crime_terms(body, hits))
    hits = _name_apart(body, hits)
    hits = _with(body, hits, "victim", _victim_terms(body, hits))
    hits = _with(body, hits, "who.witness", _witness_terms(body, hits))
    return with_persons_meant(body, hits)


def _name_apart(body: Body, hits: Hits) -> Hits:
    """The hits without acts that are but a piece of the name which the law's title gives the crime: where the law is
    on "trade in human beings", nobody who notices that trade sells anybody."""
    title = f" {' '.join(words(body.law.title, body.law.language).lower)} "
    lower = body.words.lower
    names = [hit for hit in hits.get("core.trafficking", []) if f" {' '.join(lower[slice(*hit)])} " in title]
    return {**hits, **{act: not_within(hits[act], names) for act in _IN_A_NAME if act in hits}}


def with_persons(body: Body, hits: Hits, made_for: Mapping[str, Iterable[Subject]], element: str) -> Hits:
    """The hits for an element, with each child a victim where a law or a chapter is made for children and holds the
    element, and each witness where it is for witnesses."""
    named: set[Hit] = set()
    for section in body.sections:
        for subject in made_for.get(section.eid, ()):
            for concept in subject.victims if subject.has(element) else ():
                named.update(within(hits.get(concept, []), section.unit.start, section.unit.end))
    return {**hits, "victim": sorted({*hits.get("victim", []), *named})} if named else hits


def _with(body: Body, hits: Hits, concept: str, terms: Iterable[tuple[str, ...]]) -> Hits:
    """The hits with each place of the terms as one of the concept."""
    made = {hit for term in terms for hit in _places(body, term)}
    return {**hits, concept: sorted({*hits.get(concept, []), *made})} if made else hits


def _exploitation_terms(body: Body, hits: Hits) -> Iterator[tuple[str, ...]]:
    """The stems of each term whose entry lists purposes of exploitation, and no acts that bring somebody into it."""
    for definition in body.law.definitions:
        term = tuple(words(definition.term, body.law.language).stems)
        start, end = body.word_range(definition.start, definition.end)
        begin = start + len(term)
        if not 0 < len(term) <= _TERM or begin >= end or within(hits.get("core.exploitation", []), start, begin):
            continue
        purposes = sum(bool(within(hits.get(purpose, []), begin, end)) for purpose in PURPOSES)
        acts = sum(bool(within(hits.get(act, []), begin, end)) for act in ACTS)
        if purposes >= _SEVERAL and acts < 2:
            yield term


def _crime_terms(body: Body, hits: Hits) -> Iterator[tuple[str, ...]]:
    """The stems of a heading or a defined term that stands in the law's title too, where several of the acts are
    punished or told beneath it."""
    title = tuple(words(body.law.title, body.law.language).stems)
    aims = ("core.means", "core.purpose", "core.exploitation")
    for name, (start, end), defined in (*_headed(body), *_terms(body)):
        if not 2 <= len(name) <= _LONGEST + 1 or not _holds(title, name):
            continue
        if any(within(hits.get(concept, []), start, start + len(name)) for concept in (*_ANOTHER_CRIME, *aims)):
            continue
        acts = sum(bool(within(hits.get(act, []), start, end)) for act in ACTS)
        told = any(within(hits.get(concept, []), start, end) for concept in aims)
        if acts >= 2 and told and (defined or within(hits.get("core.offence", []), start, end)):
            yield name


def _headed(body: Body) -> Iterator[tuple[tuple[str, ...], Span, bool]]:
    """Each heading with the words of its section, and whether these say what the heading is: "Article 2. Barter of
    people. Barter of people is the handing over ..."."""
    for section in body.sections:
        first, last = section.heading_range
        name = tuple(body.words.stems[first:last])
        opens = tuple(body.words.stems[last : last + len(name)]) == name
        yield name, (section.unit.start, section.unit.end), opens


def _terms(body: Body) -> Iterator[tuple[tuple[str, ...], Span, bool]]:
    """Each defined term with the words of its entry."""
    for definition in body.law.definitions:
        span = body.word_range(definition.start, definition.end)
        yield tuple(words(definition.term, body.law.language).stems), span, True


def _holds(title: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """Whether the title holds the name, or all of its words but the small ones: "... against the Barter and Bondage of
    People", "5. Barter of people"."""
    if any(title[at : at + len(name)] == name for at in range(len(title) - len(name) + 1)):
        return True
    told = [stem for stem in name if len(stem) > SMALL]
    return len(told) >= 2 and set(told) <= set(title)


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


def _witness_terms(body: Body, hits: Hits) -> Iterator[tuple[str, ...]]:
    """The stems of each term whose entry begins with a witness."""
    for definition in body.law.definitions:
        term = tuple(words(definition.term, body.law.language).stems)
        start, end = body.word_range(definition.start, definition.end)
        begin = start + len(term)
        if 0 < len(term) <= _LONGEST and within(hits.get("who.witness", []), begin, min(end, begin + _FIRST)):
            yield term


def _cites_victims(body: Body, hits: Hits, definition: Definition, term: tuple[int, int]) -> bool:
    """Whether a term that is a "person" of some kind leaves its meaning to a section that opens with victims."""
    if term[1] - term[0] < 2 or not within(hits.get("person", []), *term):
        return False
    cited = {r.target for r in body.law.references if r.kind == "internal" and r.eid == definition.eid}
    places = [s.unit for s in body.sections if s.eid in cited]
    return any(within(hits.get("victim", []), unit.start, min(unit.end, unit.start + _SHORT)) for unit in places)


def of_exploitation(body: Body, hits: Hits) -> bool:
    """Whether the law says in an entry that its victims are those of exploitation or trafficking, and not of any crime:

        "Victim" means a worker who has been subjected to exploitation.

    What it then does for a victim it does for one of exploitation, though no other section says so.
    """
    for definition in body.law.definitions:
        term = len(words(definition.term, body.law.language).stems)
        start, end = body.word_range(definition.start, definition.end)
        begin = start + term
        if not within(hits.get("victim", []), start, begin) or end - begin > _SHORT:
            continue
        said = [c for c in (*TOPICS, *_WHOSE) if within(hits.get(c, []), begin, end)]
        if said and not set(said) & set(_WHOSE):
            return True
    return False


def _places(body: Body, term: tuple[str, ...]) -> Iterator[Hit]:
    stems = body.words.stems
    for at, stem in enumerate(stems):
        if stem == term[0] and tuple(stems[at : at + len(term)]) == term:
            yield at, at + len(term)
