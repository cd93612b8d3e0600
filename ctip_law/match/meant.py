"""Persons whom a law means for victims, or for children, without the word, since it has told who they are just before.

    18. (1) The Department must lodge a person to whom this section applies. (2) This section applies to a person if
    ... the person is a victim of trafficking in human beings.

    93. (1) The minister grants the person referred to in section 92 a reflection period.

    7. An officer who finds a victim ... (2) That person shall be given medical care.

    8. Child complainants. The officer shall see to it that the complainant is interviewed once.

A section that makes an offence tells of offenders too, so nothing is read so in it.
"""

from __future__ import annotations

from collections.abc import Iterator

from ctip_law.clauses.reading import Hits
from ctip_law.clauses.terms import Hit
from ctip_law.clauses.units import Body, Section
from ctip_law.match.places import titled, within

_CITED_REACH = 8  # words from the person to the number of the section that says who it is
_HELP = ("shelter", "medical", "psychological", "material", "legal-aid", "interpreter", "employment")
_SEVERAL = 3  # kinds of help that a section gives to the victims of the law, whoever it says they are
_OTHERS = ("who.offender", "who.witness", "who.worker", "who.migrant", "who.other", "officer")


def with_persons_meant(body: Body, hits: Hits) -> Hits:
    """The hits with each word for such a person as one of the victim, or child. Linear in the length of the law."""
    hits = _with_helped(body, _with_children_headed(body, hits))
    of_victims = [section for section in body.sections if _for_victims(hits, section)]
    if not of_victims:
        return hits
    made = {hit for section in of_victims for hit in _that(hits, section)}
    for section in of_victims:
        if whom_it_applies_to(body, hits, section) is not None:
            made.update(within(hits.get("person", []), section.unit.start, section.unit.end))
    made.update(cited_victims(body, hits))
    return {**hits, "victim": sorted({*hits.get("victim", []), *made})} if made else hits


def _with_children_headed(body: Body, hits: Hits) -> Hits:
    """The hits with each victim as a child in the sections that are on child victims by their heading."""
    headed = [s.unit for s in body.sections if all(_any(hits, (c,), *s.heading_range) for c in ("child", "victim"))]
    made = {hit for unit in headed for hit in within(hits.get("victim", []), unit.start, unit.end)}
    return {**hits, "child": sorted({*hits.get("child", []), *made})} if made else hits


def _with_helped(body: Body, hits: Hits) -> Hits:
    """The hits with those who are helped as victims, in a law that names trafficking in its title, in a section that
    gives several kinds of help and names nobody else: "the holder of the certificate is given a bed, meals, ..."."""
    if not titled(body, hits, ("core.trafficking",)):
        return hits
    made: set[Hit] = set()
    for section in body.sections:
        place = section.unit.start, section.unit.end
        if _any(hits, ("victim", "core.offence", *_OTHERS), *place):
            continue
        given = [there[0] for help in _HELP if (there := within(hits.get(help, []), *place))]
        if len(given) >= _SEVERAL:
            named = [hit for who in ("person", "that-person") for hit in within(hits.get(who, []), *place)]
            made.update(named or [min(given)])
    return {**hits, "victim": sorted({*hits.get("victim", []), *made})} if made else hits


def _for_victims(hits: Hits, section: Section) -> bool:
    place = section.unit.start, section.unit.end
    return _any(hits, ("victim",), *place) and not _any(hits, ("core.offence",), *place)


def whom_it_applies_to(body: Body, hits: Hits, section: Section) -> Hit | None:
    """The words with which a section says that it applies to victims; None where it does not."""
    for place in within(hits.get("applies-to", []), section.unit.start, section.unit.end):
        index = body.at["subsection"][place[0]]
        own = place[0], body.units["subsection"][index].end if index >= 0 else place[1]
        if _any(hits, ("victim",), *own) and _any(hits, ("person", "child"), *own):
            return place
    return None


def _that(hits: Hits, section: Section) -> Iterator[Hit]:
    """ "That person" where the person named last before it is a victim."""
    unit = section.unit
    for place in within(hits.get("that-person", []), unit.start, unit.end):
        last = _last(hits, ("victim",), unit.start, place[0])
        if last >= 0 and last > _last(hits, _OTHERS, unit.start, place[0]):
            yield place


def cited_victims(body: Body, hits: Hits) -> list[Hit]:
    """ "The person referred to in section 92", where section 92 opens with victims of trafficking, in order."""
    targets = {s.eid for s in body.sections if _for_victims(hits, s) and _opens_with_victims(body, hits, s)}
    found = set()
    for reference in body.law.references if targets else ():
        if reference.kind == "internal" and reference.target.split("__")[0] in targets:
            word = body.word_at(reference.start)
            persons = within(hits.get("person", []), word - _CITED_REACH, word)
            if persons and body.at["section"][word] == body.at["section"][persons[-1][0]]:
                found.add(persons[-1])
    return sorted(found)


def _opens_with_victims(body: Body, hits: Hits, section: Section) -> bool:
    """Whether the first sentence of a section, or its heading, names victims of trafficking."""
    index = body.at["sentence"][section.heading_range[1]] if section.heading_range[1] < section.unit.end else -1
    end = body.units["sentence"][index].end if index >= 0 else section.heading_range[1]
    return all(_any(hits, (concept,), section.unit.start, end) for concept in ("victim", "core.trafficking"))


def _last(hits: Hits, concepts: tuple[str, ...], start: int, end: int) -> int:
    """The first word of the last hit between two words; -1 for none."""
    return max((places[-1][0] for c in concepts if (places := within(hits.get(c, []), start, end))), default=-1)


def _any(hits: Hits, concepts: tuple[str, ...], start: int, end: int) -> bool:
    return any(within(hits.get(concept, []), start, end) for concept in concepts)
