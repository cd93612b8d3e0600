"""Whether a section makes or defines the trafficking offence: a sum of independent cues, each with a fitted weight.

    12. Any person who recruits or harbours a person for the purpose of exploitation commits an offence ...

says it by its acts (two), its aim, its offence words and its penalty, and would say it without any one of them. The
weights (knowledge/weights.toml) are fitted on hand-read laws by `evaluate.roles`.

Concepts used: core.trafficking, core.act, core.means, core.purpose, core.exploitation, core.offence, core.amends,
commits-trafficking, crime-of, offender-subject, attempt, accomplice, incite, conspiracy, sale-of-person, regulations,
agg-cue, crime.other, intent, any-person, child, woman, victim, not-people, definition-verb.
"""

from __future__ import annotations

from ctip_law.clauses.reading import Hits
from ctip_law.clauses.terms import Hit
from ctip_law.clauses.units import Body, Section, Unit
from ctip_law.match.places import SMALL, distinct, within

ACTS = ("act.recruitment", "act.transportation", "act.transfer", "act.harbouring", "act.receipt", "act.buy_sell")
BONDAGE = ("purpose.forced_labour", "purpose.slavery", "purpose.similar_slavery", "purpose.servitude")
_OBJECT_REACH = 12  # words after an act in which the person stands to whom it is done
_VERB_REACH = 6  # words after a term in which the verb stands that defines it
_NAME_REACH = 6  # words before the name of an offence in which somebody is said to commit it
_DOER_REACH = 3  # words between a doer and the verb
_DOERS = ("offender-subject", "any-person")
_NOT_THE_DOER = ("attempt", "accomplice", "incite", "conspiracy", "core.act", "victim")
_PEOPLE = ("any-person", "child", "woman", "victim")


def section_cues(body: Body, section: Section, hits: Hits, penal: frozenset[str]) -> frozenset[str]:
    """The cues of a section; those about several things together stand in one subsection of it. `penal`: the numbers
    of sections with a penalty."""
    unit, head = section.unit, section.heading_range
    out = {cue for cue, concept in _HEADING if within(hits.get(concept, []), *head)}
    out |= {cue for cue, concept in _SECTION if within(hits.get(concept, []), unit.start, unit.end)}
    if section.num in penal:
        out.add("has a penalty")
        if within(hits.get("core.offence", []), unit.start, unit.end) and _headed_by_name_alone(body, section, hits):
            out.add("its name alone, punished")
    if unit.end - unit.start > 600:
        out.add("long")
    if commits(body, hits, unit):
        out.add("says that trafficking is committed")
    chapter = body.chapters.get(section.eid)
    if chapter and within(hits.get("core.trafficking", []), *chapter):
        out.add("chapter names trafficking")
    if chapter and within(hits.get("crime.other", []), *chapter):
        out.add("chapter names another crime")
    if defines(hits, unit) or _opens_with_its_heading(body, section, hits):
        out.add("defines trafficking")
    for index in dict.fromkeys(body.at["subsection"][unit.start : unit.end]):
        if index >= 0:
            out |= _unit_cues(body, body.units["subsection"][index], hits)
    if not out & {"has offence words", "has a penalty", "defines trafficking"}:
        out.add("neither punishes nor defines")
    return frozenset(out)


_HEADING = (
    ("heading names trafficking", "core.trafficking"),
    ("heading names a purpose", "core.purpose"),
    ("heading names exploitation", "core.exploitation"),
    ("heading names victims", "victim"),
    ("heading names an act", "core.act"),
    ("heading names children", "child"),
    ("heading names another crime", "crime.other"),
    ("heading gives rule-making power", "regulations"),
    ("heading names an amendment", "core.amends"),
    ("heading names aggravation", "agg-cue"),
)
_SECTION = (
    ("names trafficking", "core.trafficking"),
    ("sells or buys a person", "sale-of-person"),
    ("has offence words", "core.offence"),
    ("aggravation words", "agg-cue"),
    ("another crime", "crime.other"),
    ("names a victim", "victim"),
)


def _headed_by_name_alone(body: Body, section: Section, hits: Hits) -> bool:
    """Whether a name of trafficking is all that the heading says, numbers and small words aside: "Trafficking in
    children"; not "Investigation of trafficking" or "Protection for trafficked persons"."""
    first, last = section.heading_range
    names = within(hits.get("core.trafficking", []), first, last)
    if not names or within(hits.get("victim", []), first, last):
        return False
    named = {word for start, end in (*names, *within(hits.get("child", []), first, last)) for word in range(start, end)}
    words = body.words.lower
    return all(at in named or len(words[at]) <= SMALL or not words[at].isalpha() for at in range(first, last))


def _opens_with_its_heading(body: Body, section: Section, hits: Hits) -> bool:
    """Whether a section that is headed by a name of trafficking begins by saying what it is: "Article 2. Barter of
    people. Barter of people is the handing over ..."."""
    first, last = section.heading_range
    stems = body.words.stems
    repeated = stems[first:last] == stems[last : 2 * last - first]
    return repeated and bool(within(hits.get("core.trafficking", []), first, last))


def defines(hits: Hits, unit: Unit) -> bool:
    """Whether a verb that defines follows the term: "trafficking in persons" means ..."""
    verbs = hits.get("definition-verb", [])
    terms = within(hits.get("core.trafficking", []), unit.start, unit.end)
    return any(within(verbs, term[1], term[1] + _VERB_REACH) for term in terms)


def commits(body: Body, hits: Hits, unit: Unit) -> bool:
    """Whether trafficking is said to be committed and punished: "any person guilty of ...", by any of its names.

    The doer stands shortly before the verb, and the verb before the name; one who "harbours a person who has
    committed" it is no doer of it, nor is one who helps or attempts.
    """
    if within(hits.get("commits-trafficking", []), unit.start, unit.end):
        return True
    crimes = within(hits.get("crime-of", []), unit.start, unit.end)
    doers = sorted(d for who in _DOERS for d in within(hits.get(who, []), unit.start, unit.end))
    for name in within(hits.get("core.trafficking", []), unit.start, unit.end):
        verbs = [c for c in crimes if name[0] - _NAME_REACH <= c[0] < c[1] <= name[0]]
        near = [d for d in doers for c in verbs if d[0] <= c[0] <= d[1] + _DOER_REACH]
        if near and _punished(body, hits, name) and not _of_another(hits, near[0], name):
            return True
    return False


def _punished(body: Body, hits: Hits, name: Hit) -> bool:
    sentence = body.units["sentence"][body.at["sentence"][name[0]]]
    return any(within(hits.get("core.offence", []), *span) for span in sentence.ranges)


def _of_another(hits: Hits, doer: Hit, name: Hit) -> bool:
    """Whether an act or a helping hand stands before the name: it is somebody else who traffics."""
    return any(within(hits.get(c, []), max(0, doer[0] - _DOER_REACH), name[0]) for c in _NOT_THE_DOER)


def _unit_cues(body: Body, unit: Unit, hits: Hits) -> set[str]:
    place = unit.start, unit.end

    def has(concept: str) -> bool:
        return bool(within(hits.get(concept, []), *place))

    things = of_things(unit, hits)
    acts = 0 if things else sum(has(act) for act in ACTS)
    means = distinct(body, within(hits.get("core.means", []), *place))
    purposes = distinct(body, within(hits.get("core.purpose", []), *place))
    aim = purposes > 0 or has("core.exploitation")
    offence = has("core.offence")
    told = {
        "one act": acts > 0,
        "two acts": acts > 1,
        "three acts": acts > 2,
        "one means": means > 0,
        "two means": means > 1,
        "one purpose": purposes > 0,
        "two purposes": purposes > 1,
        "three purposes": purposes > 2,
        "exploitation": has("core.exploitation"),
        "act and aim": acts > 0 and aim,
        "two acts and aim": acts > 1 and aim,
        "act and means": acts > 0 and means > 0,
        "act, means and aim": acts > 0 and means > 0 and aim,
        "act, aim and offence": acts > 0 and aim and offence,
        "trafficking and offence": has("core.trafficking") and offence,
        "bondage and offence": offence and any(has(purpose) for purpose in BONDAGE),
        "intent and act": acts > 0 and has("intent"),
        "act upon a person": bool(_objects(unit, hits)),
        "acts upon things": things,
    }
    return {cue for cue, holds in told.items() if holds}


def _objects(unit: Unit, hits: Hits) -> list[Hit]:
    """The persons named in the words of an act, or shortly after it."""
    acts = within(hits.get("core.act", []), unit.start, unit.end)
    reach = [(start, min(unit.end, end + _OBJECT_REACH)) for start, end in acts]
    return [hit for after in reach for who in _PEOPLE for hit in within(hits.get(who, []), *after)]


def of_things(unit: Unit, hits: Hits) -> bool:
    """Whether the acts are done to things or animals ("transports a narcotic drug") and to nobody."""
    if not within(hits.get("not-people", []), unit.start, unit.end):
        return False
    if within(hits.get("core.act", []), unit.start, unit.end):
        return not _objects(unit, hits)
    return not any(within(hits.get(who, []), unit.start, unit.end) for who in _PEOPLE)
