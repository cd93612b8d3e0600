"""Back from a finding to what made it: the rule, the words that answer each of its groups, the roles of the place.

And for what was not found: where a rule came nearest, and what stopped it there.
"""

from __future__ import annotations

import inspect
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, replace

from ctip_law.clauses.terms import Hit
from ctip_law.clauses.units import Section, Unit
from ctip_law.knowledge import Rule
from ctip_law.knowledge.through import through
from ctip_law.knowledge.triggers import AXES
from ctip_law.languages import load
from ctip_law.match import Reading
from ctip_law.match.derived import DERIVATIONS
from ctip_law.match.flaws import FLAWS
from ctip_law.match.places import within
from ctip_law.match.rules import Found, Tried, for_law, found_at, heading_fits, name_of, tried, why_weak
from ctip_law.model import Evidence

#: role of a place -> what it is (see `match.roles`); "core" says it for the roles within it
PLACES = {
    "core": "the trafficking definition or offence",
    "core_main": "the trafficking definition or offence itself",
    "named": "a definition or offence that is called trafficking",
    "trafficking": "the definition or offence of trafficking itself",
    "offence": "a section that creates an offence",
    "definition": "a definition",
    "exploitation": "the definition of exploitation",
    "amending": "words that amend another law",
    "inserted": "units that an amending act puts into another law",
    "regulations": "a power to make rules",
    "saving": "a saving clause",
    "slavery": "an offence of slavery or forced labour as such",
    "crime": "words that make an offence",
    "aggravates": "a section that tells a graver offence or a higher penalty",
    "members": "words on who sits in a body",
}
_SHOWN = 6  # members of a group that are named, at most
_TRIES = 400  # places of one rule that are looked at, at most
_DERIVED = "derived."


@dataclass(frozen=True, slots=True)
class Words:
    """Words of the law, and the concept of the lexicon ("victim") that they stand for. Offsets are characters."""

    concept: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Trace:
    """How a piece of evidence was made. `says`: the rule in words. `answers`: for each group of the rule what was asked
    for and the words that answer it. `roles`: what the place is for (see `match.roles`). `weak`: why it counts in part.
    """

    rule: str
    says: str
    answers: tuple[tuple[str, Words], ...]
    roles: tuple[str, ...]
    weak: str


@dataclass(frozen=True, slots=True)
class Stopped:
    """Where a rule came near and did not fire. `found` of `asked` groups have a word there.

    `kind`: "words" where a group has none, else what refused them: "heading", "beside" for a word that must not stand
    there, or that of `match.rules.Tried`.
    """

    rule: str
    law: str
    eid: str
    num: str
    start: int
    end: int
    quote: str
    found: int
    asked: int
    why: str
    kind: str = "words"


def trace(reading: Reading, evidence: Evidence, elements: Iterable[str]) -> Trace | None:
    """How the evidence for one of the elements was made; None when this reading did not make it.

    A defect's pseudo-element is "defect.<id>". Of several firings at the same place the first counts, as in the ledger.
    What is said through another element has the evidence of that one.
    """
    wanted = set(elements)
    wanted |= {other for id in wanted & through().keys() for other in through()[id].others}
    found = next((f for f in reading.found if f.evidence == evidence and f.element in wanted), None)
    if found is None:
        return _seconded(reading, evidence, wanted)
    roles = tuple(name for name in reading.roles.flags if reading.roles.has(name, found.word))
    if evidence.rule.startswith(_DERIVED):
        return Trace(evidence.rule, _derivation(reading, found), (), roles, found.weak)
    rule = next(r for r in load(reading.law.language).rules if r.id == evidence.rule)
    return Trace(rule.id, in_words(rule), tuple(_answers(rule, reading, found.word)), roles, found.weak)


def _seconded(reading: Reading, evidence: Evidence, wanted: Container[str]) -> Trace | None:
    """How a rule came near where a finding rests on the second reader too (`assess.seconded`)."""
    near = (rule for rule in load(reading.law.language).rules if rule.id == evidence.rule and rule.element in wanted)
    rule = next(near, None)
    if rule is None or evidence.law != reading.law.id:
        return None
    word = reading.body.word_at(evidence.start)
    roles = tuple(name for name in reading.roles.flags if reading.roles.has(name, word))
    return Trace(rule.id, in_words(rule), tuple(_answers(rule, reading, word)), roles, "")


def in_words(rule: Rule) -> str:
    """A rule of the lexicon as a sentence: what must meet, where, and what must not be there."""
    parts = [f"in one {rule.scope}, a word for each of: " + "; ".join(_either(group) for group in rule.all)]
    if rule.within:
        parts.append(f"at most {rule.within} words from the first")
    parts += [f"in {_place(rule.inside)}"] if rule.inside else []
    parts += [f"not in {_place(rule.outside)}"] if rule.outside else []
    for said, names in (
        ("under a heading with", rule.heading),
        ("not under a heading with", rule.not_heading),
        ("not together with", rule.none),
    ):
        if names:
            parts.append(f"{said} {_either(names)}")
    if rule.apart:
        parts.append(f"not within the words for {_either(rule.apart)}")
    if rule.positive:
        parts.append("not when negated")
    if rule.weak:
        parts.append(f"always in part only ({rule.weak})")
    if rule.weak_if:
        parts.append(f"in part only with {_either(rule.weak_if[0])} ({rule.weak_if[1]})")
    return ", ".join(parts)


def said(member: str) -> str:
    """The name of a concept as words: "injured-person" is told as "injured person"."""
    return name_of(member).replace("-", " ")


def _either(members: Iterable[str]) -> str:
    names = list(dict.fromkeys(said(member) for member in members))
    return " or ".join(names[:_SHOWN]) + (f" or {len(names) - _SHOWN} more" if len(names) > _SHOWN else "")


def _place(roles: Iterable[str]) -> str:
    return " or ".join(PLACES.get(role, role) for role in roles)


def _derivation(reading: Reading, found: Found) -> str:
    """What the function that made a derived finding says of itself: the first sentence of its docstring."""
    for derivation in (*DERIVATIONS, *FLAWS):
        made = derivation(reading.body, reading.hits, reading.roles)
        bare = replace(found.evidence, clause=None)  # what a derivation makes, before its clause is read
        if any(one.evidence == bare and one.element == found.element for one in made):
            return " ".join((inspect.getdoc(derivation) or "").partition("\n\n")[0].split())
    return ""


def _answers(rule: Rule, reading: Reading, word: int) -> Iterator[tuple[str, Words]]:
    """For each group the hit nearest to the anchor, in the unit that the rule looks in."""
    unit = _unit(rule, reading, word)
    for group in rule.all:
        near = [(abs(hit[0] - word), member, hit) for member in group for hit in _inside(member, reading, unit)]
        if near:
            _, member, hit = min(near)
            start, end, quote = reading.body.quote(hit[0], hit[1] - 1)
            yield _either(group), Words(said(member), start, end, quote)


def _unit(rule: Rule, reading: Reading, word: int) -> Unit:
    return reading.body.units[rule.scope][reading.body.at[rule.scope][word]]


def _inside(member: str, reading: Reading, unit: Unit) -> list[Hit]:
    hits = reading.hits.get(name_of(member), [])
    return [hit for start, end in unit.ranges for hit in within(hits, start, end)]


def stopped(element: str, reading: Reading, top: int = 2, least: int = 2) -> tuple[Stopped, ...]:
    """The places where a rule for the element came nearest, best first: those with most of its words.

    `least`: groups of the rule that have a word there, at least; fewer where a rule asks for no more. A rule that has
    no word at all in the law for the thing itself is not told of, nor is a section in which another rule, or this one
    at another word, was satisfied.
    """
    rules = (for_law(rule, reading.ties) for rule in load(reading.law.language).rules if rule.element == element)
    near = [one for rule in rules for one in _near(rule, reading, least)]
    near.sort(key=lambda one: (-one.found / one.asked, -one.found, one.start))
    counted = {found.evidence.eid.split("__")[0] for found in reading.found if found.element == element}
    best: dict[str, Stopped] = {}
    for one in near:
        if one.eid not in counted:
            best.setdefault(one.num, one)
    return tuple(best.values())[:top]


def completed(reading: Reading, near: Stopped) -> Found | None:
    """What a rule would find where it came near, were it not for what stopped it; None where anything else does."""
    rule = for_law(next(one for one in load(reading.law.language).rules if one.id == near.rule), reading.ties)
    first, last = (reading.body.word_at(at) for at in (near.start, near.end - 1))
    hit, unit = (first, last + 1), _unit(rule, reading, first)
    fits = near.kind == "heading" or heading_fits(rule, reading.body, reading.hits, unit)
    if not fits or any(_inside(member, reading, unit) for member in rule.none):
        return None
    there = [[other for member in group for other in _inside(member, reading, unit)] for group in rule.all]
    one = tried(rule, hit, [places or [hit] for places in there], reading.roles, reading.ties, granted=True)
    if one.refused:
        return None
    weak = why_weak(rule, one, unit, reading.hits, reading.roles, reading.ties)
    found = found_at(rule, reading.body, one.picked, weak, reading.roles)
    return replace(found, evidence=replace(found.evidence, clause=reading.ties.reading(hit, rule.element)))


def _near(rule: Rule, reading: Reading, least: int) -> Iterator[Stopped]:
    """The best place of one rule in each section, if its anchor has a word in the law."""
    anchors = sorted({hit for member in rule.all[rule.anchor] for hit in reading.hits.get(name_of(member), [])})
    best: dict[str, Stopped] = {}
    for hit in anchors[:_TRIES]:
        section = reading.body.section_of(hit[0])
        if section is None or reading.body.at[rule.scope][hit[0]] < 0:
            continue
        unit = _unit(rule, reading, hit[0])
        local = [[hit for member in group for hit in _inside(member, reading, unit)] for group in rule.all]
        found = sum(map(bool, local))
        if found >= min(least, len(local)):
            one = _stopped(rule, reading, section, unit, hit, local)
            if one is not None and (section.eid not in best or found > best[section.eid].found):
                best[section.eid] = one
    yield from best.values()


def _stopped(
    rule: Rule, reading: Reading, section: Section, unit: Unit, hit: Hit, local: list[list[Hit]]
) -> Stopped | None:
    """What stopped a rule at a word, None where nothing did."""
    kind, why = _why(rule, reading, unit, hit, local)
    if not kind:
        return None
    start, end, quote = reading.body.quote(hit[0], hit[1] - 1)
    found = sum(map(bool, local))
    return Stopped(
        rule.id, reading.law.id, section.eid, section.num, start, end, quote, found, len(local), why, kind
    )


def _why(rule: Rule, reading: Reading, unit: Unit, hit: Hit, local: list[list[Hit]]) -> tuple[str, str]:
    """What kept a rule from firing at a word and why; ("", "") where nothing did. It asks the matcher's own checks."""
    lacking = [group for group, places in zip(rule.all, local, strict=True) if not places]
    if lacking:
        return "words", f"nothing in the same {rule.scope} for: " + "; ".join(_either(group) for group in lacking)
    if not heading_fits(rule, reading.body, reading.hits, unit):
        return "heading", "the heading speaks of something else"
    for member in rule.none:
        if other := _inside(member, reading, unit):
            return "beside", f"“{_words(reading, other[0])}” stands there ({_either([member])})"
    one = tried(rule, hit, local, reading.roles, reading.ties)
    return one.refused, _refusal(rule, reading, hit, one)


def _refusal(rule: Rule, reading: Reading, hit: Hit, one: Tried) -> str:
    """A refusal in words."""
    if one.refused == "tie":
        effects = (reading.ties.clauses.governing(hit, axis, one.picked) for axis in AXES)
        if one.why == "another person is spoken of":
            return f"{one.why}: {reading.ties.beneficiary(hit)}"
        words = next((_words(reading, e.at) for e in effects if e is not None and e.trigger.value == one.why), "")
        return f"{one.why} (“{words}”)" if words else one.why
    return {
        "inside": f"it does not stand in {_place(rule.inside)}",
        "outside": f"it stands in {_place([one.why])}",
        "denied": "it is negated",
        "far": "the words stand too far apart",
    }.get(one.refused, "")


def _words(reading: Reading, hit: Hit) -> str:
    return reading.body.quote(hit[0], hit[1] - 1)[2]
