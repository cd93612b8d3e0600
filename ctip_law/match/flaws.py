"""Named defects that show in the shape of an offence or in numbers: found here, explained by the framework.

Each yields findings for the pseudo-element `defect.<id>`; defects that are the absence of elements are decided in
`assess.defects`, those with a wording of their own are rules of the lexicon.
"""

from __future__ import annotations

from collections.abc import Iterator

from ctip_law.match.derived import Derivation, base_rows, make_found
from ctip_law.match.roles import Hits, Roles, within
from ctip_law.match.rules import Found
from ctip_law.match.units import Body, Unit
from ctip_law.model import Penalty

_SERIOUS_YEARS = 4  # UNTOC art 2(b)


def find_flaws(body: Body, hits: Hits, roles: Roles) -> list[Found]:
    """All defects of a law that its structure shows, in a fixed order."""
    return [found for derivation in FLAWS for found in derivation(body, hits, roles)]


def means_missing(body: Body, hits: Hits, roles: Roles) -> Iterator[Found]:
    """The first offence against adults is made of act and purpose alone, and the definition holds no means either.

    What is a defect for adults is what the Protocol asks for the child (TIP art 3(c)).
    """
    means = hits.get("core.means", [])
    for start, end in _definition_ranges(roles, body):
        if within(means, start, end):
            return
    for unit in _adult_units(body, hits, roles):
        if any(within(means, s, e) for s, e in unit.ranges):
            return
        acts = within(hits.get("core.act", []), unit.start, unit.end) or [(unit.start, unit.start + 1)]
        place = acts[0][0], acts[-1][1]
        yield make_found(body, "defect.means-missing-adult", "offence-without-means", *place)
        # an offence that asks for no means against anybody asks for none against a child
        yield make_found(body, "child.no_means", "offence-without-means", *place, weight=0.5)
        return


def _definition_ranges(roles: Roles, body: Body) -> Iterator[tuple[int, int]]:
    flags = bytes(a & b for a, b in zip(roles.flags["core_main"], roles.flags["definition"], strict=True))
    at = 0
    while (start := flags.find(1, at)) >= 0:
        end = flags.find(0, start)
        end = len(flags) if end < 0 else end
        yield start, end
        at = end


def _adult_units(body: Body, hits: Hits, roles: Roles) -> Iterator[Unit]:
    """Items of the core, read with their chapeau, that create an offence with acts for exploitation of anybody."""
    purposes = sorted(hits.get("core.purpose", []) + hits.get("core.exploitation", []))
    for unit in body.units["item"]:
        if not roles.has("core_main", unit.start) or roles.has("definition", unit.start):
            continue
        acts = within(hits.get("core.act", []), unit.start, unit.end)
        verb = within(hits.get("core.trafficking", []), unit.start, unit.end)
        aims = any(within(purposes, s, e) for s, e in unit.ranges)
        if not aims or not (len(acts) >= 2 or verb):
            continue
        if within(hits.get("child", []), unit.start, unit.end):
            continue
        yield unit


def movement_required(body: Body, hits: Hits, roles: Roles) -> Iterator[Found]:
    """Every trafficking offence asks for entry, exit or a journey: none can be committed on the spot."""
    still = sorted(h for c in ("act.harbouring", "act.recruitment", "act.buy_sell") for h in hits.get(c, []))
    moves = [h for h in hits.get("movement-only", []) if roles.has("core_main", h[0])]
    if not moves:
        return
    for unit in body.units["subsection"]:
        if not roles.has("core_main", unit.start) or not within(hits.get("core.trafficking", []), unit.start, unit.end):
            continue
        if within(still, unit.start, unit.end) and not within(moves, unit.start, unit.end):
            return
    yield make_found(body, "defect.movement-required", "movement-in-every-offence", *moves[0])


def women_children_only(body: Body, hits: Hits, roles: Roles) -> Iterator[Found]:
    """The object of the acts is "women and children", and nowhere "a person"."""
    limited = [h for h in hits.get("women-children", []) if roles.has("core_main", h[0])]
    if not limited:
        return
    for act in hits.get("core.act", []):
        if roles.has("core_main", act[0]) and within(hits.get("any-person", []), act[0], act[1] + 8):
            return
    yield make_found(body, "defect.women-children-only", "women-and-children", *limited[0])


def child_age_low(body: Body, hits: Hits, roles: Roles) -> Iterator[Found]:
    """"child" means a person under sixteen."""
    child = hits.get("child", [])
    for age in body.law.ages:
        first, last = body.word_range(age.start, age.end)
        defines = bool(within(child, max(0, first - 8), first)) and roles.has("definition", first)
        if age.op == "<" and age.years < 18 and defines and body.section_of(first):
            yield make_found(body, "defect.child-age-low", "child-age", first, last)


def _row(body: Body, element: str, rule: str, row: Penalty) -> Found:
    first, last = body.word_range(row.start, row.end)
    return make_found(body, element, rule, first, last)


def fine_alternative(body: Body, hits: Hits, roles: Roles) -> Iterator[Found]:
    """"a fine or imprisonment, or both": a fine alone is possible for a trafficking offence."""
    for row in base_rows(body, roles, abroad=hits.get("abroad", [])):
        if row.fine == "alternative":
            yield _row(body, "defect.penalty-fine-alternative", "fine-or-prison", row)


def penalty_low(body: Body, hits: Hits, roles: Roles) -> Iterator[Found]:
    """No trafficking offence reaches four years (UNTOC art 2(b): serious crime)."""
    rows = base_rows(body, roles)
    if rows and all(not r.life and not r.death and (r.max_years or 0) < _SERIOUS_YEARS and r.max_years for r in rows):
        yield _row(body, "defect.penalty-low", "below-four-years", rows[0])


def penalty_gender(body: Body, hits: Hits, roles: Roles) -> Iterator[Found]:
    """A tier of the base offence that applies where the victim is a woman."""
    for row in base_rows(body, roles):
        first, _ = body.word_range(row.start, row.end)
        index = body.at["subsection"][first]
        if index < 0:
            continue
        unit = body.units["subsection"][index]
        sex = within(hits.get("woman", []), unit.start, first)
        if sex and within(hits.get("core.trafficking", []), unit.start, unit.end):
            yield make_found(body, "defect.penalty-gender", "tier-by-sex", *sex[0])


def smuggling_conflated(body: Body, hits: Hits, roles: Roles) -> Iterator[Found]:
    """Smuggling of people named inside the trafficking definition or offence."""
    for hit in hits.get("smuggling", []):
        if roles.has("core", hit[0]):
            yield make_found(body, "defect.smuggling-conflated", "smuggling-in-the-definition", *hit)
            return


FLAWS: tuple[Derivation, ...] = (
    means_missing,
    movement_required,
    women_children_only,
    child_age_low,
    fine_alternative,
    penalty_low,
    penalty_gender,
    smuggling_conflated,
)
