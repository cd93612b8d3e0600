"""Elements that follow from structure and numbers rather than from a wording: ages, terms, the shape of an offence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from ctip_law.clauses.terms import Hit
from ctip_law.clauses.units import Body, Section, Unit
from ctip_law.match.cues import ACTS
from ctip_law.match.places import SERIOUS_YEARS, top_years, within
from ctip_law.match.roles import Hits, Roles
from ctip_law.match.rules import Found
from ctip_law.model import Evidence, Penalty

Derivation = Callable[[Body, Hits, Roles], Iterator[Found]]
SEXUAL_AIMS = ("purpose.prostitution", "purpose.sexual")
OTHER_AIMS = (
    "purpose.forced_labour", "purpose.slavery", "purpose.similar_slavery", "purpose.servitude", "purpose.organs",
)  # fmt: skip
_OBJECT_REACH = 8  # words between an act and the person to whom it is done
#: What names the offence of a law on trafficking away from its place.
NAMES_IT = ("core.trafficking", "offence-under-act", "offence-under-section")
#: Cases in which the offence is graver.
GRAVER = ("child-victim", "death", "life-danger", "many-victims", "criminal-group", "official")


def derive(body: Body, hits: Hits, roles: Roles) -> list[Found]:
    """All derived findings of a law, in a fixed order."""
    return [found for derivation in DERIVATIONS for found in derivation(body, hits, roles)]


def make_found(
    body: Body, element: str, rule: str, first: int, last: int, weak: str = "", weight: float = 1.0
) -> Found:
    """A finding on the words from `first` up to but not including `last`."""
    section = body.section_of(first)
    assert section is not None
    start, end, quote = body.quote(first, max(first, last - 1))
    item = body.units["item"][body.at["item"][first]]
    evidence = Evidence(body.law.id, item.eid or section.eid, section.num, start, end, quote, f"derived.{rule}")
    return Found(element, weight, weak, evidence, first)


def found_row(body: Body, element: str, rule: str, row: Penalty, weak: str = "", weight: float = 1.0) -> Found:
    """A finding on the words of a penalty; a schedule's are cited under the section whose offence they are for."""
    first, last = body.word_range(row.start, row.end)
    if body.section_of(first) is not None:
        return make_found(body, element, rule, first, last, weak, weight)
    start, end, quote = body.quote(first, max(first, last - 1))
    evidence = Evidence(body.law.id, row.eid, row.section, start, end, quote, f"derived.{rule}")
    return Found(element, weight, weak, evidence, first)


def child_age(body: Body, hits: Hits, roles: Roles) -> Iterator[Found]:
    """An age limit of eighteen in the definition of a child ("under eighteen"), or in the offence itself."""
    child = hits.get("child", [])
    for age in body.law.ages:
        first, last = body.word_range(age.start, age.end)
        if not body.section_of(first) or age.op not in ("<", "<="):
            continue
        section = body.section_of(first)
        headed = section is not None and bool(within(hits.get("definitions", []), *section.heading_range))
        named = bool(within(child, max(0, first - 12), first))
        defines = named and (roles.has("definition", first) or headed)
        in_offence = roles.has("core", first) or (roles.has("offence", first) and roles.has("slavery", first))
        if age.years < 18 or not (defines or in_offence):
            continue
        weak = "" if defines or section is None else sexual_only(section.unit, body, hits, roles)
        yield make_found(body, "child.under18", "child-age", first, last, weak, 3.0 if defines else 1.0)


def any_victim(body: Body, hits: Hits, roles: Roles) -> Iterator[Found]:
    """The person to whom the acts are done is "a person", not only a woman or a child; in part "a child"."""
    found = False
    for hit in _any_victims(body, hits, roles):
        found = True
        yield make_found(body, "scope.any_person", "any-victim", *hit)
    if not found and not hits.get("woman") and (child := only_victims(children(body, hits), body, hits, roles)):
        yield make_found(body, "scope.any_person", "child-victim", *child, weak="children only")


def _any_victims(body: Body, hits: Hits, roles: Roles) -> Iterator[Hit]:
    people = [hit for hit in hits.get("any-person", []) if not roles.has("law_name", hit[0])]
    actors = hits.get("offender-subject", [])
    limited = any(roles.has("core_main", start) for start, _ in hits.get("women-children", []))
    for act in sorted(hits.get("core.act", []) + ([] if limited else hits.get("core.trafficking", []))):
        if not roles.has("core_main", act[0]):
            continue
        section = body.section_of(act[0])
        near = within(people, act[0], act[1] + _OBJECT_REACH)
        near += [] if limited else within(people, max(0, act[0] - _OBJECT_REACH), act[0])
        for hit in near:
            if body.section_of(hit[0]) is section and not any(a[0] < hit[1] and hit[0] < a[1] for a in actors):
                yield hit
                break


def only_victims(limited: list[Hit], body: Body, hits: Hits, roles: Roles) -> Hit | None:
    """The first of the words for a class of persons (sorted) where the acts are done to that class in every offence."""
    if any(_any_victims(body, hits, roles)):
        return None
    first: Hit | None = None
    for unit in offence_units(body, hits, roles):
        acts = within(hits.get("core.act", []), unit.start, unit.end)
        near = acts and within(
            limited, max(unit.start, acts[0][0] - _OBJECT_REACH), min(unit.end, acts[-1][1] + _OBJECT_REACH)
        )
        if acts and not near:
            return None
        first = first or (near[0] if near else None)
    return first


def no_organised_group(body: Body, hits: Hits, roles: Roles) -> Iterator[Found]:
    """Silence settles it: the offence's own words ask for no organised group."""
    groups = hits.get("organised-group", [])
    for unit in offence_units(body, hits, roles):
        acts = within(hits.get("core.act", []), unit.start, unit.end)
        if acts and not within(groups, unit.start, unit.end):
            weight = _offence_first(roles, acts[0][0])
            yield make_found(body, "scope.no_ocg", "no-group-asked-for", acts[0][0], acts[-1][1], weight=weight)


def _offence_first(roles: Roles, word: int) -> float:
    """The offence is the place to cite before the definition that it uses."""
    return 1.5 if roles.has("offence", word) and not roles.has("definition", word) else 1.0


def no_movement(body: Body, hits: Hits, roles: Roles) -> Iterator[Found]:
    """Harbouring, receiving or recruiting is enough where the same words ask for no border and no journey."""
    still = [h for c in ("act.harbouring", "act.receipt", "act.recruitment") for h in hits.get(c, [])]
    still.sort()
    named = hits.get("core.trafficking", [])
    for unit in offence_units(body, hits, roles):
        acts = within(still, unit.start, unit.end)
        if not within(named, unit.start, unit.end) and not any(roles.flags["definition"][unit.start : unit.end]):
            section = body.section_of(unit.start)
            if section is None or not within(named, *section.heading_range):
                continue
        if acts and not journeys(unit, hits):
            yield make_found(body, "scope.no_movement", "stationary-acts", acts[0][0], acts[-1][1])


def journeys(unit: Unit, hits: Hits) -> list[Hit]:
    """The words for a border or a journey that a unit asks for beside its acts; "brings into the country, buys or sells
    a person" names a journey as one act among others."""
    acts = within(hits.get("core.act", []), unit.start, unit.end)
    moves = within(hits.get("movement-only", []), unit.start, unit.end)
    return [move for move in moves if not any(a[0] < move[1] and move[0] < a[1] for a in acts)]


def children(body: Body, hits: Hits) -> list[Hit]:
    """Where children are spoken of, by a word or by an age: "a person under sixteen"."""
    young = [body.word_range(age.start, age.end) for age in body.law.ages if age.op in ("<", "<=") and age.years <= 18]
    return sorted({*hits.get("child", []), *young})


def _acts_in(unit: Unit, hits: Hits) -> bool:
    return any(within(hits.get(act, []), unit.start, unit.end) for act in ("core.act", *ACTS))


def _means_above(unit: Unit, body: Body, hits: Hits) -> bool:
    """Whether a unit that only names the offence ("the trafficking of a child is punished ...") stands in the section
    that says with which acts and means it is committed."""
    section = body.section_of(unit.start)
    place = (section.unit.start, unit.start) if section is not None else (0, 0)
    return all(within(hits.get(concept, []), *place) for concept in ("core.act", "core.means"))


def _branch_for_children(unit: Unit, young: list[Hit], body: Body, hits: Hits) -> Hit | None:
    """The child of an item that tells acts and no means, beside one that tells both: "(1) receives a person by threat;
    (2) receives a child". A means in the words above or below the items is asked for in each of them."""
    means = hits.get("core.means", [])
    numbers = sorted(set(body.at["item"][unit.start : unit.end]) - {-1})
    items = [body.units["item"][number].ranges for number in numbers]
    acting = [own for own in items if sum(bool(within(hits.get(act, []), *own[0])) for act in ACTS) > 1]
    if not any(within(means, *own[0]) for own in acting):
        return None
    free = [own[0] for own in acting if not any(within(means, *place) for place in own)]
    return next((found[0] for place in free if (found := within(young, *place))), None)


def child_without_means(body: Body, hits: Hits, roles: Roles) -> Iterator[Found]:
    """An offence against a child made of act and purpose alone, with no means in it."""
    young = children(body, hits)
    for unit in offence_units(body, hits, roles):
        child = within(young, unit.start, unit.end)
        if child and (branch := _branch_for_children(unit, young, body, hits)):
            yield make_found(body, "child.no_means", "child-branch-without-means", *branch, "", 1.5)
        if not child or within(hits.get("core.means", []), unit.start, unit.end):
            continue
        acts = within(hits.get("core.act", []), unit.start, unit.end)
        if within(hits.get("consent", []), unit.start, unit.end) and len(acts) < 2:
            continue
        if not _acts_in(unit, hits) and _means_above(unit, body, hits):
            continue
        kinds = {body.words.stems[start] for start, _ in acts}
        named = within(hits.get("core.trafficking", []), unit.start, unit.end)
        weak = "" if len(kinds) > 1 or named else "for one kind of act only"
        weak = weak or sexual_only(unit, body, hits, roles) or _means_of_an_aim(unit, young, body, hits)
        weight = _offence_first(roles, child[0][0])
        yield make_found(body, "child.no_means", "child-offence-without-means", *child[0], weak, weight)


def _means_of_an_aim(unit: Unit, young: list[Hit], body: Body, hits: Hits) -> str:
    """Why an offence without a means answers in part only: a section that it cites asks for one of everybody.

    1. Whoever transports a person in furtherance of forced labour in violation of section 3 ... a minor: 30 years.
    3. Whoever by threat or deception compels another to work commits forced labour.
    """
    own = body.section_of(unit.start)
    if own is None:
        return ""
    here = (r for r in body.law.references if r.kind == "internal" and own.clause.start <= r.start < own.clause.end)
    cited = {reference.target.split("__")[0] for reference in here}
    for section in body.sections if cited else ():
        if section is own or section.eid not in cited:
            continue
        for word, _ in within(hits.get("core.means", []), section.unit.start, section.unit.end):
            index = body.at["subsection"][word]
            part = body.units["subsection"][index] if index >= 0 else section.unit
            if not within(young, part.start, part.end) and _aims(OTHER_AIMS, hits, part.start, part.end):
                return f"section {section.num}, which it cites, asks for a means of everybody"
    return ""


def sexual_only(unit: Unit, body: Body, hits: Hits, roles: Roles) -> str:
    """Why an offence against children answers in part only: its section names sexual aims and no other, while the law
    punishes trafficking for other aims elsewhere ("sex trafficking of children", beside forced labour)."""
    section = body.section_of(unit.start)
    if section is None or roles.has("definition", unit.start):
        return ""
    place = section.unit.start, section.unit.end
    if within(hits.get("core.exploitation", []), *place) or _aims(OTHER_AIMS, hits, *place):
        return ""
    others = any(roles.has("core_main", first) for first, _ in _aims(OTHER_AIMS, hits, 0, len(body.words.lower)))
    return "for sexual exploitation only" if others and _aims(SEXUAL_AIMS, hits, *place) else ""


def _aims(concepts: Iterable[str], hits: Hits, start: int, end: int) -> list[Hit]:
    return [hit for concept in concepts for hit in within(hits.get(concept, []), start, end)]


def consent_of_any_victim(body: Body, hits: Hits, roles: Roles) -> Iterator[Found]:
    """A consent clause for any victim, in a law with an offence against children, holds for the child too."""
    if not any(True for _ in child_without_means(body, hits, roles)):
        return
    limited = hits.get("this-section-only", [])
    for unit in body.units["subsection"]:
        consents = within(hits.get("consent", []), unit.start, unit.end)
        if not consents or not within(hits.get("consent-irrelevant", []), unit.start, unit.end):
            continue
        if within(limited, unit.start, unit.end) or within(hits.get("adult-only", []), unit.start, unit.end):
            continue
        if body.section_of(consents[0][0]) is not None:
            yield make_found(body, "consent.irrelevant_child", "consent-of-any-victim", *consents[0], weight=0.5)


def offence_units(body: Body, hits: Hits, roles: Roles) -> Iterator[Unit]:
    """Subsections or definition entries of the core that hold acts, or use the verb that the law defines."""
    for index, unit in enumerate(body.units["subsection"]):
        if not any(roles.flags["core_main"][unit.start : unit.end]):
            continue
        acts = within(hits.get("core.act", []), unit.start, unit.end)
        verb = within(hits.get("core.trafficking", []), unit.start, unit.end)
        offence = within(hits.get("core.offence", []), unit.start, unit.end)
        if acts or (verb and offence):
            core = [h for h in acts or verb if roles.has("core_main", h[0])]
            if core:
                yield body.units["subsection"][index]


def penalties(body: Body, hits: Hits, roles: Roles) -> Iterator[Found]:
    """Custodial terms of the trafficking offences, as numbers."""
    own = [row for row in base_rows(body, roles) if top_years(row) > 0]  # a class without a term tells no term
    rows = own or _rows_that_name_it(body, hits, roles)
    free = [r for r in own if r.fine != "alternative"]
    for row in rows:
        top = top_years(row)
        if top <= 0:
            continue
        yield found_row(body, "penalty.custodial", "custodial-term", row)
        for element, least in (("four_years", SERIOUS_YEARS), ("eu_five", 5), ("eu_ten", 10)):
            if top >= least:
                yield found_row(body, f"penalty.{element}", f"term-{least}-years", row)
    for row in aggravated_rows(body, hits, roles):
        if row.life or row.death or (row.max_years or row.min_years or 0) >= 10:
            yield found_row(body, "penalty.eu_ten", "term-10-years-aggravated", row, weight=0.5)
    for row in free:  # what is said elsewhere of the offence tells too little of a fine
        weak = "" if len(free) == len(own) else "a fine alone is possible for some of the offences"
        yield found_row(body, "penalty.no_fine_only", "no-fine-alternative", row, weak)


def base_rows(body: Body, roles: Roles, abroad: list[Hit] | None = None) -> list[Penalty]:
    """Penalty rows of the trafficking offences: in their own sections, else in sections that refer to them.

    `abroad`: hits of words for places outside the country; sections headed by one of them, which punish the offence
    committed abroad, are taken in too.
    """
    main = {s.eid for s in roles.main_sections}
    creating = [s for s in roles.main_sections if _creates_offence(s, roles)]
    surely = [s for s in creating if any(roles.sure[s.unit.start : s.unit.end])]
    further = {s.num for s in _referring(body, main) if within(abroad or [], s.unit.start, s.unit.end)}
    punishing = {row.section for row in body.law.penalties}
    # who lends a false paper to the offence, or buys from its victim, is punished beside it and not for it: those that
    # are sure come first, and of them the one that is told most plainly with the section that punishes it by number
    for own in (surely, creating):
        plainest = max(own, key=lambda s: roles.scores.get(s.eid, (0.0,))[0], default=None)
        if plainest and plainest.num not in punishing and (rows := _rows_of_first(body, {plainest.eid})):
            return rows
        if rows := [p for p in body.law.penalties if p.section in {s.num for s in own} | further]:
            return rows
    if rows := _rows_of_first(body, main):
        return rows
    slave = [s.num for s in body.sections if roles.has("slavery", s.unit.start)]
    return [p for p in body.law.penalties if p.section in slave]


def _rows_of_first(body: Body, offences: set[str]) -> list[Penalty]:
    """The penalty rows of the section that follows some offences first and refers to one: their penalty section."""
    joined = {section.num for section in _referring(body, offences)}
    rows = [p for p in body.law.penalties if p.section in joined]
    return [p for p in rows if p.section == rows[0].section]


def _rows_that_name_it(body: Body, hits: Hits, roles: Roles) -> list[Penalty]:
    """Penalty rows of a law on trafficking without a place for the offence, in subsections that name it."""
    if not roles.dedicated:
        return []
    names = sorted(hit for concept in NAMES_IT for hit in hits.get(concept, []))
    return [row for row in body.law.penalties if (unit := _unit_of(row, body)) and within(names, unit.start, unit.end)]


def _unit_of(row: Penalty, body: Body) -> Unit | None:
    """The subsection that a penalty stands in."""
    index = body.at["subsection"][body.word_range(row.start, row.end)[0]]
    return body.units["subsection"][index] if index >= 0 else None


def aggravated_rows(body: Body, hits: Hits, roles: Roles) -> Iterator[Penalty]:
    """Penalty rows of sections headed as aggravated or severe trafficking; in a law on trafficking, and where its
    offence is cited, those of subsections that tell a case in which it is graver and name no act of it."""
    cues = hits.get("agg-cue", [])
    headed = {s.num for s in body.sections if within(cues, *s.heading_range)}
    graver = sorted(hit for concept in GRAVER for hit in hits.get(concept, []))
    citing = {s.num for s in _referring(body, {s.eid for s in roles.main_sections})}
    cases = hits.get("agg-case", [])
    for row in body.law.penalties:
        unit = _unit_of(row, body)
        told = unit and all(within(places, unit.start, unit.end) for places in (graver, cases))
        if row.section in headed or (told and (roles.dedicated or row.section in citing)):
            yield row


def _referring(body: Body, targets: set[str]) -> Iterator[Section]:
    """The sections that refer to one of the targets or to a part of it."""
    for reference in body.law.references:
        if reference.target.split("__subsec")[0] in targets or reference.target in targets:
            section = body.section_of(body.word_at(reference.start))
            if section is not None and section.eid not in targets:
                yield section


def _creates_offence(section: Section, roles: Roles) -> bool:
    return bool(roles.flags["offence"][section.unit.start])


DERIVATIONS: tuple[Derivation, ...] = (
    child_age,
    any_victim,
    no_organised_group,
    no_movement,
    child_without_means,
    consent_of_any_victim,
    penalties,
)
