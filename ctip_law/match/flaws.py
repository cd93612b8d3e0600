"""Named defects that show in the shape of an offence or in numbers: found here, explained by the framework.

Each yields findings for the pseudo-element `defect.<id>`; defects that are the absence of elements are decided in
`assess.defects`, those with a wording of their own are rules of the lexicon.
"""

from __future__ import annotations

from collections.abc import Iterator

from ctip_law.clauses.terms import Hit
from ctip_law.clauses.units import Body, Unit
from ctip_law.match.cues import ACTS
from ctip_law.match.derived import (
    Derivation,
    base_rows,
    children,
    found_row,
    journeys,
    make_found,
    offence_units,
    only_victims,
)
from ctip_law.match.places import SERIOUS_YEARS, within
from ctip_law.match.roles import Hits, Roles
from ctip_law.match.rules import Found

_NEAR = 6  # words around the acts in which "a child" is their object


def find_flaws(body: Body, hits: Hits, roles: Roles) -> list[Found]:
    """All defects of a law that its structure shows, in a fixed order."""
    return [found for derivation in FLAWS for found in derivation(body, hits, roles)]


def means_missing(body: Body, hits: Hits, roles: Roles) -> Iterator[Found]:
    """The first offence against adults is made of act and purpose alone, and the definition holds no means either.

    What is a defect for adults is what the Protocol asks for the child (TIP art 3(c)).
    """
    hits = {**hits, "child": children(body, hits)}
    means = sorted(hits.get("core.means", []) + hits.get("means.payments", []))
    defined = list(_definition_ranges(roles, body))
    if any(within(means, start, end) for start, end in defined):
        return
    places = list(_adult_offences(body, hits, roles, means))
    if places and places[0] is None:
        return
    acts = [a for start, end in defined for a in within(hits.get("core.act", []), start, end)]
    if not places and _asks_for_means(body, hits, roles, means):
        return
    place = places[0] if places else ((acts[0][0], acts[-1][1]) if acts else None)
    if place is None:
        return
    yield make_found(body, "defect.means-missing-adult", "offence-without-means", *place)
    # an offence that asks for no means against anybody asks for none against a child
    yield make_found(body, "child.no_means", "offence-without-means", *place, weight=0.5)


def _asks_for_means(body: Body, hits: Hits, roles: Roles, means: list[Hit]) -> bool:
    """Whether an offence, of whatever victim, tells an act and a means in one subsection."""
    units = (u for u in offence_units(body, hits, roles) if not roles.has("definition", u.start))
    return any(
        within(hits.get("core.act", []), unit.start, unit.end) and within(means, unit.start, unit.end) for unit in units
    )


def _definition_ranges(roles: Roles, body: Body) -> Iterator[tuple[int, int]]:
    """What defines trafficking: its entries, else all words of definitions in its own place. What "coercion" means to
    the law is not yet asked for."""
    entries = {body.word_at(definition.start) for definition in body.law.definitions}
    defined = [(start, end) for start, end, _ in roles.defined if start in entries]
    if defined:
        yield from defined
        return
    flags = bytes(a & b for a, b in zip(roles.flags["core_main"], roles.flags["definition"], strict=True))
    at = 0
    while (start := flags.find(1, at)) >= 0:
        end = flags.find(0, start)
        end = len(flags) if end < 0 else end
        yield start, end
        at = end


def _adult_offences(body: Body, hits: Hits, roles: Roles, means: list[Hit]) -> Iterator[Hit | None]:
    """For each trafficking offence that is not limited to children: its acts where it asks for no means, else None.

    Subsections are read whole; where one has means, an item that is complete without them and stands before them counts
    for itself ("(a) recruits ... for the purpose of forced labour; (b) ... by force").
    """
    for unit in dict.fromkeys(body.units["subsection"]):
        if not roles.has("trafficking", unit.start) or roles.has("definition", unit.start):
            continue
        if body.at["subsection"][unit.start] < 0 or not _is_adult_offence(unit, hits, purposes=False):
            continue
        if _explains(unit, body, hits, roles):
            continue
        asked = within(means, unit.start, unit.end)
        bare: Unit | None = unit
        if asked:
            items = (i for i in _items(body, unit) if i.end <= asked[0][0] and _several(hits, i))
            free = (i for i in items if not any(within(means, *r) for r in i.ranges))
            bare = next((i for i in free if _is_adult_offence(i, hits, purposes=True)), None)
        if bare is None:
            yield None
        elif asked or _is_adult_offence(unit, hits, purposes=True):
            acts = within(hits.get("core.act", []), bare.start, bare.end) or [(bare.start, bare.start + 1)]
            yield acts[0][0], acts[-1][1]


def _explains(unit: Unit, body: Body, hits: Hits, roles: Roles) -> bool:
    """Whether a unit only explains the offence that another one of its section makes: its heading, or "(3) For the
    purposes of subsection (1), exploitation includes taking a person to ..."."""
    section = body.section_of(unit.start)
    crime = roles.flags["crime"]
    makes = any(crime[unit.start : unit.end]) or within(hits.get("core.offence", []), unit.start, unit.end)
    if section is None or makes:
        return False
    return any(crime[section.unit.start : section.unit.end])


def _is_adult_offence(unit: Unit, hits: Hits, *, purposes: bool) -> bool:
    """Acts or the defined verb, not against a child, no reference to other offences; with an aim if asked for."""
    start, end = unit.start, unit.end
    acts = within(hits.get("core.act", []), start, end)
    deeds = acts if len(acts) >= 2 else within(hits.get("core.trafficking", []), start, end)
    if not deeds or within(hits.get("parasitic", []), start, end):
        return False
    near = max(start, deeds[0][0] - _NEAR), min(end, deeds[-1][1] + _NEAR)
    if within(hits.get("child", []), *near) and not within(hits.get("adult-only", []), *near):
        return False
    aims = within(hits.get("core.purpose", []), start, end) or within(hits.get("core.exploitation", []), start, end)
    return bool(aims) or not purposes


def _several(hits: Hits, unit: Unit) -> bool:
    """Two kinds of act or more."""
    return sum(bool(within(hits.get(act, []), unit.start, unit.end)) for act in ACTS) > 1


def _items(body: Body, unit: Unit) -> list[Unit]:
    """The items inside a unit, without its chapeau."""
    indexes = dict.fromkeys(body.at["item"][unit.start : unit.end])
    return [item for i in indexes if i >= 0 and (item := body.units["item"][i]).eid != unit.eid]


def movement_required(body: Body, hits: Hits, roles: Roles) -> Iterator[Found]:
    """Every trafficking offence asks for entry, exit or a journey: none can be committed on the spot."""
    still = sorted(h for c in ("act.harbouring", "act.recruitment", "act.buy_sell") for h in hits.get(c, []))
    inside = hits.get("internal", [])  # "within or across the borders" asks for no border
    moves = [h for h in hits.get("movement-only", []) if roles.has("core_main", h[0])]
    moves = [h for h in moves if not any(a < h[1] and h[0] < b for a, b in inside)]
    if not moves:
        return
    for unit in body.units["subsection"]:
        named = within(hits.get("core.trafficking", []), unit.start, unit.end) or _several(hits, unit)
        if not named or not roles.has("core_main", unit.start):
            continue
        asked = set(journeys(unit, hits))
        if within(still, unit.start, unit.end) and not asked.intersection(within(moves, unit.start, unit.end)):
            return
    yield make_found(body, "defect.movement-required", "movement-in-every-offence", *moves[0])


def transnational_required(body: Body, hits: Hits, roles: Roles) -> Iterator[Found]:
    """Every trafficking offence asks for an organised group or for a transnational deed."""
    asked = sorted(h for c in ("organised-group", "transnational", "movement-only") for h in hits.get(c, []))
    aside = sorted(hits.get("agg-case", []) + hits.get("agg-cue", []) + hits.get("no-group-said", []))
    first: Hit | None = None
    for unit in offence_units(body, hits, roles):
        found = within(asked, unit.start, unit.end)
        if not found and not within(hits.get("core.act", []), unit.start, unit.end):
            continue  # an offence that only names what the definition describes
        if not found or within(hits.get("internal", []), unit.start, unit.end):
            return
        if not within(aside, unit.start, unit.end):
            first = first or found[0]
    if first:
        yield make_found(body, "defect.transnational-required", "group-in-every-offence", *first)


def women_children_only(body: Body, hits: Hits, roles: Roles) -> Iterator[Found]:
    """The object of the acts is a woman or a child, and nowhere "a person"."""
    limited = sorted({*hits.get("women-children", []), *hits.get("woman", []), *children(body, hits)})
    if first := only_victims(limited, body, hits, roles):
        yield make_found(body, "defect.women-children-only", "women-and-children", *first)


def child_age_low(body: Body, hits: Hits, roles: Roles) -> Iterator[Found]:
    """"child" means a person under sixteen; not where the trafficking offence itself says eighteen."""
    child = hits.get("child", [])
    ages = [(age, *body.word_range(age.start, age.end)) for age in body.law.ages]
    own = any(age.op in ("<", "<=") and age.years >= 18 and roles.has("named", first) for age, first, _ in ages)
    for age, first, last in ages:
        if own and not roles.has("core", first):
            continue
        defines = bool(within(child, max(0, first - 8), first)) and roles.has("definition", first)
        if age.op == "<" and age.years < 18 and defines and body.section_of(first):
            yield make_found(body, "defect.child-age-low", "child-age", first, last)


def fine_alternative(body: Body, hits: Hits, roles: Roles) -> Iterator[Found]:
    """"a fine or imprisonment, or both": a fine alone is possible for a trafficking offence."""
    for row in base_rows(body, roles, abroad=hits.get("abroad", [])):
        if row.fine == "alternative":
            yield found_row(body, "defect.penalty-fine-alternative", "fine-or-prison", row)


def penalty_low(body: Body, hits: Hits, roles: Roles) -> Iterator[Found]:
    """No trafficking offence reaches four years (UNTOC art 2(b): serious crime)."""
    rows = base_rows(body, roles)
    if rows and all(not r.life and not r.death and (r.max_years or 0) < SERIOUS_YEARS and r.max_years for r in rows):
        yield found_row(body, "defect.penalty-low", "below-four-years", rows[0])


def penalty_gender(body: Body, hits: Hits, roles: Roles) -> Iterator[Found]:
    """A tier of the base offence that applies where the victim is a woman."""
    for row in base_rows(body, roles):
        first, _ = body.word_range(row.start, row.end)
        index = body.at["subsection"][first]
        if index < 0:
            continue
        unit = body.units["subsection"][index]
        frail = hits.get("vulnerable-victim", [])  # "a pregnant woman", "wanita hamil": the tier is for her state
        sex = [h for h in within(hits.get("woman", []), unit.start, first) if not within(frail, h[0] - 1, h[1] + 1)]
        if sex and within(hits.get("core.trafficking", []), unit.start, unit.end):
            yield make_found(body, "defect.penalty-gender", "tier-by-sex", *sex[0])


def smuggling_conflated(body: Body, hits: Hits, roles: Roles) -> Iterator[Found]:
    """Smuggling of people among the acts or aims of the trafficking definition or offence, not as a term of its own."""
    acts = sorted(hits.get("core.act", []) + hits.get("core.purpose", []))
    terms = {body.word_at(definition.start) for definition in body.law.definitions}
    for hit in hits.get("smuggling", []):
        index = body.at["sentence"][hit[0]]
        if index < 0 or not roles.has("core_main", hit[0]) or roles.has("law_name", hit[0]):
            continue
        if within(acts, *body.units["sentence"][index].ranges[0]) and not terms & set(range(hit[0] - 1, hit[0] + 1)):
            yield make_found(body, "defect.smuggling-conflated", "smuggling-in-the-definition", *hit)
            return


FLAWS: tuple[Derivation, ...] = (
    means_missing,
    movement_required,
    transnational_required,
    women_children_only,
    child_age_low,
    fine_alternative,
    penalty_low,
    penalty_gender,
    smuggling_conflated,
)
