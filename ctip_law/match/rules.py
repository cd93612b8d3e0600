"""Rules over hits: which elements a law provides, and with which words.

For each rule the group with the fewest hits leads (its first one where items are looked at): each of its hits names a
unit, in which the other groups are looked for. So the cost follows the number of hits, not the number of units times
rules.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from ctip_law.clauses.terms import Hit
from ctip_law.clauses.units import Body, Unit
from ctip_law.knowledge import Rule
from ctip_law.knowledge.needs import need_of
from ctip_law.match.anchors import SAID_OF_OTHERS, Ties
from ctip_law.match.own_words import with_persons
from ctip_law.match.places import SERIOUS_YEARS, is_sentence, not_within, top_years, within
from ctip_law.match.roles import Hits, Roles
from ctip_law.model import Evidence

_TOPICS = frozenset({"core.trafficking", "victim"})
_OF_THE_OFFENCE = "assets."  # what follows from the offence, and names it only in passing
_SAID = frozenset({"offence", "core.trafficking", "this-act", "offence-under-act"})
_HEADING_BONUS = 0.5
_OPENING_WORDS = 30  # a section without a heading says in its first words what it is about
_GRANTED = ("protection.", "status.", "child.")  # what victims receive
_CASES = ("aggravating.", "jurisdiction.")  # what is told as cases: under a penalty, or under "this Act applies where"
_BESIDE = ("core_main", "slavery")  # places of an offence beside which a section may order something
_ORDERED = (
    "protection.", "prevention.", "institution.", "identification.", "status.", "return.", "border.", "investigation.",
    "nonpunish.", "child.",
)  # fmt: skip
_FROM_ABOVE = 20  # words into an item that the words above a list still speak of
_REACH = 60  # words of a rule that says nothing else stand no farther apart
_QUOTE_WORDS = 45  # a quote runs from the first to the last word that a rule needs, if that is no longer than this


@dataclass(frozen=True, slots=True)
class Found:
    """One firing of a rule: evidence, how strong, and why it is weak if it is."""

    element: str
    weight: float
    weak: str
    evidence: Evidence
    word: int


class Tried(NamedTuple):
    """A rule tried at one word: the words that it picks, and what refuses them there, "" where they are evidence.

    `refused`: "inside" or "outside" for the role of the place, "denied", "far", or "tie" for what the clause is tied to
    and does; `why` is the role or the reason.
    """

    picked: list[Hit]
    refused: str = ""
    why: str = ""
    general: bool = False


def name_of(member: str) -> str:
    """The concept that a member of a rule's list stands for."""
    return member[1:] if member.startswith("@") else member


def apply_rules(rules: Sequence[Rule], body: Body, hits: Hits, roles: Roles, ties: Ties) -> list[Found]:
    """Every firing of every rule, in the order of rules and then of the text."""
    out: list[Found] = []
    said = _without(roles, hits, "label")
    told = _without(roles, said, "law_name")
    of_persons: dict[str, Hits] = {}
    beside = {**told, "victim": sorted({*told.get("victim", []), *ties.unnamed})}
    for rule in rules:
        rule = for_law(rule, ties)
        heard = told if need_of(rule.element).beneficiary else said
        if ties.made_for:
            if rule.element not in of_persons:
                of_persons[rule.element] = with_persons(body, heard, ties.made_for, rule.element)
            heard = of_persons[rule.element]
        elif ties.unnamed and need_of(rule.element).beneficiary:
            heard = beside
        found = _apply(rule, body, heard, roles, ties)
        if not found and (shorter := _for_headed(rule, ties)):
            found = _apply(shorter, body, heard, roles, ties, ties.victims_headed)
        out += found
    return out


def _for_headed(rule: Rule, ties: Ties) -> Rule | None:
    """A rule as it is asked of a section on victims by its heading, whose subsections need not name them each time:

    Assistance for victims of trafficking ... (4) The assistance may consist of (a) accommodation; ...
    """
    if ties.about != "trafficking" or not rule.element.startswith(_GRANTED) or not ties.victims_headed:
        return None
    kept = tuple(g for i, g in enumerate(rule.all) if i == rule.anchor or "victim" not in map(name_of, g))
    return None if len(kept) == len(rule.all) else replace(rule, all=kept, anchor=kept.index(rule.all[rule.anchor]))


def for_law(rule: Rule, ties: Ties) -> Rule:
    """A rule as it is asked of a law: one that is about trafficking as a whole need not name the offence each time."""
    if ties.about != "trafficking" or not rule.element.startswith(_OF_THE_OFFENCE):
        return rule
    kept = tuple(g for i, g in enumerate(rule.all) if i <= rule.anchor or _SAID.isdisjoint(map(name_of, g)))
    return rule if len(kept) == len(rule.all) else replace(rule, all=kept)


def _without(roles: Roles, hits: Hits, role: str) -> Hits:
    """The hits that stand in no place of a role; a name of the offence tells of it wherever it stands."""
    return {
        concept: places if concept in _TOPICS else [hit for hit in places if not roles.has(role, hit[0])]
        for concept, places in hits.items()
    }


def _merged(members: Iterable[str], hits: Hits) -> list[Hit]:
    lists = [hits[name_of(m)] for m in members if name_of(m) in hits]
    return lists[0] if len(lists) == 1 else sorted({h for places in lists for h in places})


def _apply(
    rule: Rule, body: Body, hits: Hits, roles: Roles, ties: Ties, sections: frozenset[str] | None = None
) -> list[Found]:
    """The firings of a rule; `sections`: only in these, by eid."""
    groups = [_merged(group, hits) for group in rule.all]
    if rule.apart:
        groups[rule.anchor] = not_within(groups[rule.anchor], _merged(rule.apart, hits))
    if not all(groups):
        return []
    none = _merged(rule.none, hits) if rule.none else []
    # words above and below an item belong to it but lie in no item: there the words asked for lead
    lead = rule.anchor if rule.scope == "item" else min(range(len(groups)), key=lambda i: len(groups[i]))
    at = body.at[rule.scope]
    seen: set[int] = set()
    out: list[Found] = []
    for first, _ in groups[lead]:
        index = at[first]
        if index < 0 or index in seen:
            continue
        seen.add(index)
        unit = body.units[rule.scope][index]
        if not heading_fits(rule, body, hits, unit) or _any(none, unit):
            continue
        if sections is not None and ((section := body.section_of(unit.start)) is None or section.eid not in sections):
            continue
        one = _pick(rule, groups, unit, roles, ties)
        if one is None:
            continue
        weak = why_weak(rule, one, unit, hits, roles, ties)
        out.append(found_at(rule, body, one.picked, weak, roles, _bonus(rule, groups, one.picked, body, hits)))
    return out


def why_weak(rule: Rule, one: Tried, unit: Unit, hits: Hits, roles: Roles, ties: Ties) -> str:
    """Why what a rule found in a unit counts in part; "" where it counts whole."""
    anchor, body = one.picked[rule.anchor], ties.body
    weak = rule.general if one.general else rule.weak or _weak_place(rule, anchor, roles)
    weak = weak or _light(rule, anchor, body, roles) or ties.limit(rule.element, anchor, one.picked)
    if not weak and rule.weak_if and _any(_merged(rule.weak_if[0], hits), _own_part(rule, body, unit, anchor)):
        return rule.weak_if[1]
    return weak


def _own_part(rule: Rule, body: Body, unit: Unit, anchor: Hit) -> Unit:
    """Of a section, the subsection that the words which count stand in: what others say limits nothing there."""
    index = body.at["subsection"][anchor[0]] if rule.scope == "section" else -1
    return body.units["subsection"][index] if index >= 0 else unit


def _weak_place(rule: Rule, anchor: Hit, roles: Roles) -> str:
    """Why nothing found at a place can be more than weak: rules that may be made, another Act that is amended."""
    if roles.has("regulations", anchor[0]):
        return "only if rules or regulations are made"
    if rule.anywhere or roles.has("core", anchor[0]):
        return ""
    if roles.has("amending", anchor[0]) and not roles.has("inserted", anchor[0]):
        return "by reference: another law is amended"
    return "said in a saving clause only" if roles.has("saving", anchor[0]) else ""


def _light(rule: Rule, anchor: Hit, body: Body, roles: Roles) -> str:
    """Why a purpose is there in part only: it stands in an offence of its own that hardly punishes.

    "Whoever unlawfully compels a person to labour ... imprisonment of one year, or fine", beside trafficking.
    """
    if "slavery" not in rule.inside or not roles.has("slavery", anchor[0]) or roles.has("core", anchor[0]):
        return ""
    section = body.section_of(anchor[0])
    rows = [row for row in body.law.penalties if section and row.section == section.num]
    light = rows and all(0 < top_years(row) < SERIOUS_YEARS for row in rows)
    return "in a minor offence of its own" if light else ""


def _bonus(rule: Rule, groups: list[list[Hit]], picked: list[Hit], body: Body, hits: Hits) -> float:
    """A section whose heading speaks of the very thing is the one to cite; not so where a role gives the place."""
    section = body.section_of(picked[rule.anchor][0])
    if section is None:
        return 0.0
    if "core" in rule.inside or "core_main" in rule.inside:
        start, end = section.heading_range  # a heading is no operative text, the words below it are
        return -_HEADING_BONUS if start <= picked[rule.anchor][0] < end else 0.0
    said = within(groups[rule.anchor], *section.heading_range)
    preferred = rule.prefer and within(_merged(rule.prefer, hits), *section.heading_range)
    return (_HEADING_BONUS if said else 0.0) + (_HEADING_BONUS if preferred else 0.0)


def _any(places: list[Hit], unit: Unit) -> bool:
    return any(within(places, start, end) for start, end in unit.ranges)


def _inside(places: list[Hit], unit: Unit) -> list[Hit]:
    return [h for start, end in unit.ranges for h in within(places, start, end)]


def heading_fits(rule: Rule, body: Body, hits: Hits, unit: Unit) -> bool:
    """Whether the heading above a unit speaks of what the rule asks for, and of nothing that it excludes."""
    if not rule.heading and not rule.not_heading:
        return True
    section = body.section_of(unit.start)
    if section is None:
        return False
    start, end = section.heading_range
    if is_sentence(hits, (start, end)):
        end = start
    opening = (start, end) if start < end else (section.unit.start, section.unit.start + _OPENING_WORDS)
    if rule.heading and not within(_merged(rule.heading, hits), *opening):
        return False
    return not (rule.not_heading and within(_merged(rule.not_heading, hits), start, end))


def _pick(rule: Rule, groups: list[list[Hit]], unit: Unit, roles: Roles, ties: Ties) -> Tried | None:
    """One hit for each group, those nearest to the anchor's; None if a group has none in reach."""
    local = [_inside(places, unit) for places in groups]
    if not all(local):
        return None
    denied: set[int] = set()
    general: Tried | None = None
    for anchor in local[rule.anchor]:
        one = tried(rule, anchor, local, roles, ties)
        subsection = ties.body.at["subsection"][anchor[0]]
        if not one.refused and (subsection not in denied or ties.ordered(anchor)):
            if not one.general:
                return one
            general = general or one
        if one.why == "denied":
            # "The attempt shall not be punished. Whoever begins and does not end it ..." tells no more than the denial
            denied.add(subsection)
    return general


def tried(rule: Rule, anchor: Hit, local: list[list[Hit]], roles: Roles, ties: Ties, granted: bool = False) -> Tried:
    """A rule tried at one word of its anchor; `local` has the hits of each group in the unit, none of them empty.

    `granted`: that its clause provides something need not be said by a word of the lists.
    """
    if rule.inside and not any(roles.has(role, anchor[0]) for role in rule.inside):
        return Tried([], "inside")
    for role in rule.outside:
        kept_out = roles.keeps_out(role, anchor[0], ties.about == "trafficking")
        if kept_out and not _a_duty(rule, role, anchor, roles, ties):
            return Tried([], "outside", role)
    if rule.positive and roles.negated(anchor[0]) and not ties.affirmed(anchor):
        return Tried([], "denied")
    picked = [anchor if i == rule.anchor else _nearest(sorted(p), anchor) for i, p in enumerate(local)]
    reach = rule.within or _reach(rule, ties)
    for i, other in enumerate(picked):
        if _distance(anchor, other) > reach:
            above = _above(ties.body, anchor, local[i]) if _told_above(rule, i) else None
            if above is None:
                return Tried(picked, "far")
            picked[i] = above
    why = ties.refused(rule.element, anchor, picked, granted)
    if rule.general and why in SAID_OF_OTHERS:
        return Tried(picked, general=True)
    return Tried(picked, "tie" if why else "", why)


def _a_duty(rule: Rule, role: str, anchor: Hit, roles: Roles, ties: Ties) -> bool:
    """Whether a word beside the offence stands in a clause that orders something and makes no offence: a section may
    name the acts and what ten departments shall do about them."""
    if role not in _BESIDE or not rule.element.startswith(_ORDERED):
        return False
    return ties.ordered(anchor) and not roles.has("crime", anchor[0])


def _reach(rule: Rule, ties: Ties) -> int:
    """How far the words of a rule that says nothing on it may stand apart."""
    need = need_of(rule.element)
    near = (need.topic or need.beneficiary) and "offence" not in rule.inside
    return _REACH if near else len(ties.body.words.lower)


def _distance(a: Hit, b: Hit) -> int:
    return max(0, b[0] - a[1], a[0] - b[1])


def _told_above(rule: Rule, group: int) -> bool:
    """Whether the words of a group may stand above a list for each of its items: to whom something is granted, or the
    penalty or the reach of the law for cases in a list ("ten years where: (a) ...; (k) the victim dies")."""
    if rule.element.startswith(_CASES):
        return True
    return rule.element.startswith(_GRANTED) and any(name_of(member) == "victim" for member in rule.all[group])


def _above(body: Body, anchor: Hit, places: list[Hit]) -> Hit | None:
    """The words of a rule that stand above a list: as near to its last item as to its first.

    "The victim has the right: (a) to be housed; ... (k) to be told of the case".
    """
    item = body.units["item"][body.at["item"][anchor[0]]]
    for start, end in item.ranges[1:]:
        if end <= item.start and anchor[0] - item.start <= _FROM_ABOVE:
            said = within(places, start, end)
            if said:
                return said[-1]
    return None


def _nearest(places: list[Hit], anchor: Hit) -> Hit:
    at = bisect_left(places, anchor)
    near = places[max(0, at - 1) : at + 2] or places[:1]
    return min(near, key=lambda h: (_distance(anchor, h), h))


def found_at(rule: Rule, body: Body, picked: list[Hit], weak: str, roles: Roles, bonus: float = 0.0) -> Found:
    """The firing of a rule at the words picked; it quotes from the first to the last where that is short enough."""
    anchor = picked[rule.anchor]
    first, last = min(h[0] for h in picked), max(h[1] for h in picked) - 1
    section = body.section_of(anchor[0])
    assert section is not None
    if last - first > _QUOTE_WORDS or body.section_of(first) is not section or body.section_of(last) is not section:
        first, last = anchor[0], anchor[1] - 1
    start, end, quote = body.quote(first, last)
    via = roles.via.get(anchor[0])
    item = body.units["item"][body.at["item"][anchor[0]]]
    evidence = Evidence(
        law=body.law.id,
        eid=item.eid or section.eid,
        num=section.num,
        start=start,
        end=end,
        quote=quote,
        rule=rule.id,
        via=(f"definition of {via}",) if via and rule.inside else (),
    )
    return Found(rule.element, rule.weight + bonus, weak, evidence, anchor[0])
