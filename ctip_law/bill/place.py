"""Where a clause stands in the law that it is put into: beside what the law says of the same matter already.

The library has an order, and so has the law: a provision goes after the section that answers the nearest provision
before it in that order. Never between two sections that the law has put between one and the next: 12C follows 12B.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ctip_law.bill.manner import Manner
from ctip_law.bill.numbers import between, family_end
from ctip_law.draft import library
from ctip_law.draft.library import shipped
from ctip_law.draft.nouns import ModelProvision
from ctip_law.errors import InputError
from ctip_law.match import Reading
from ctip_law.model import TOP_KINDS, Clause, Law, Report

_HALF = 2
_CODE = 200  # sections of a law that is on more than one matter
_CRIME = ("meaning", "offences")  # parts of the library on the offence
_NAMED, _OTHER = 20, 4  # offences that are cited by number: those that name trafficking, else any
_HEADED = "heading names trafficking"
_NARROW = ("heading names children", "heading names aggravation", "sells or buys a person")


@dataclass(frozen=True, slots=True)
class Places:
    """`own` {model provision: the section of the law that answers it}, `after` {model provision: number after which
    it goes}, `numbers` {model provision: the number that it gets}, `offences` the sections with the central offence,
    `principal` the plainest of them, `front` the section after which what opens a law goes."""

    own: Mapping[str, str]
    after: Mapping[str, str]
    numbers: Mapping[str, str]
    offences: tuple[str, ...]
    principal: str
    front: str


def places_of(models: Sequence[str], reading: Reading, report: Report, manner: Manner) -> Places:
    """Where the model provisions go in the law that was read. Linear in the sections and the library."""
    law = reading.law
    nums = [section.num for section in law.sections() if section.num]
    sole = {num for num, times in Counter(nums).items() if times == 1}
    sole = {num for num in sole if num[:1].isdigit()} or sole  # "noveno" is one of the transitional articles
    if not sole:
        what = "every number of a section stands there twice or more, so nothing can be put after one"
        raise InputError("CT201", what, path=law.source.path)
    held = library(manner.wording.language)
    found = {model.id: _sections(model, law, report, sole) for model in held.values()}
    offences = () if "offence" in models else _offences(reading, sole)
    principal = _principal(offences, reading, report)
    for model in held.values():
        if model.part == _CRIME[0] and offences:
            found[model.id] = _akin(model.id, found[model.id], principal, law)
    own = {id: _main(found[id]) for id, model in held.items() if _answered(model, report) and found[id]}
    if offences:
        own["offence"] = principal
        if own.get("trafficking-definition") in (None, *offences):
            own["trafficking-definition"] = principal
    settled = manner.definitions.num if manner.definitions else ""
    front = family_end(settled or next(num for num in nums if num in sole), nums, manner.series)
    new = _new_crime(law, sole) if "offence" in models else ""
    parts = list(shipped(manner.wording.language).common.parts)
    after, numbers = {}, {}
    taken = list(nums)
    for id in models:
        anchor = new if held[id].part in _CRIME else ""
        anchor = anchor or _anchor(id, held, found, offences, settled, nums)
        early = parts.index(held[id].part) < parts.index(_CRIME[0])
        after[id] = family_end(anchor or (front if early else _last(nums, sole)), nums, manner.series)
    for id in sorted(models, key=lambda id: nums.index(after[id])):
        numbers[id] = next(between(after[id], manner.series, taken))
        taken.append(numbers[id])
    return Places(own, after, numbers, offences, principal, front)


def _new_crime(law: Law, sole: Iterable[str]) -> str:
    """Where a law without the offence gets it, with what defines it: after its last section that punishes, with
    imprisonment before others; "" where none does."""
    known = set(sole)
    for years in (True, False):
        nums = [p.section for p in law.penalties if p.section in known and (p.max_years or p.life or not years)]
        if nums:
            order = [section.num for section in law.sections()]
            return max(nums, key=order.index)
    return ""


def _sections(model: ModelProvision, law: Law, report: Report, sole: Iterable[str]) -> list[str]:
    """The sections of the law with words for what a model provision provides, the strongest of each first."""
    findings = (report.ledger.elements[element] for element in model.promises() if element in report.ledger.elements)
    known = set(sole)
    return [
        one.num
        for finding in findings
        if finding.status in ("present", "weak")
        for one in finding.evidence[:1]
        if one.law == law.id and one.num in known
    ]


def _akin(id: str, nums: Sequence[str], principal: str, law: Law) -> list[str]:
    """Of the sections of a code with words of what defines the offence, those in the chapter of the offence: a code
    says the same words of other offences elsewhere. What trafficking means stands in the offence itself."""
    if len(law.sections()) < _CODE:
        return [*nums]
    if id == "trafficking-definition":
        return [principal]
    homes = dict(_homes(law.clauses, ""))
    return [num for num in nums if homes.get(num, "") == homes.get(principal, "")]


def _homes(clauses: Iterable[Clause], home: str) -> Iterator[tuple[str, str]]:
    """(number of a section, the chapter or part that it stands in)."""
    for clause in clauses:
        if clause.kind in TOP_KINDS:
            yield clause.num, home
        else:
            yield from _homes(clause.children, clause.eid)


def _answered(model: ModelProvision, report: Report) -> bool:
    """Whether the law says at least half of what a model provision provides."""
    elements = [element for element in model.elements if element in report.ledger.elements]
    present = sum(report.ledger.elements[element].status == "present" for element in elements)
    return bool(elements) and present * _HALF >= len(elements)


def _main(nums: Sequence[str]) -> str:
    """The number that stands most often, the first of several."""
    return Counter(nums).most_common(1)[0][0]


def _offences(reading: Reading, sole: Iterable[str]) -> tuple[str, ...]:
    """The sections with the trafficking offence: those that name it, where some do."""
    known, roles = set(sole), reading.roles
    penal = {penalty.section for penalty in reading.law.penalties}
    ranked = [section for section in roles.main_sections or roles.core_sections if section.num in known]
    ranked = [section for section in ranked if section.num in penal] or ranked
    named = [section for section in ranked if any(roles.flags["named"][section.unit.start : section.unit.end])]
    nums = [section.num for section in named or ranked]
    return tuple(dict.fromkeys(nums))[: _NAMED if named else _OTHER]


def _principal(offences: Sequence[str], reading: Reading, report: Report) -> str:
    """The plainest of the offences: its heading names trafficking and nothing narrower, and it tells the most of the
    acts, means and purposes; "" where there are none."""
    told = Counter(
        num
        for id, finding in report.ledger.elements.items()
        if id.split(".")[0] in ("act", "means", "purpose")
        for num in {one.num for one in finding.evidence}
    )
    sections = {section.num: section for section in reading.body.sections}

    def rank(num: str) -> tuple[bool, bool, int]:
        cues = reading.roles.scores.get(sections[num].eid, (0.0, frozenset()))[1]
        return _HEADED in cues, not cues.intersection(_NARROW), told[num]

    return max(offences, key=rank, default="")


def _anchor(
    id: str,
    held: Mapping[str, ModelProvision],
    found: Mapping[str, Sequence[str]],
    offences: Sequence[str],
    settled: str,
    nums_of: Sequence[str],
) -> str:
    """The section after which a provision goes, "" where the law has nothing of its neighbourhood.

    Its own words in the law first, then the nearest before it in its part, then the nearest after it, then the last
    section that answers the nearest part before it. The definitions section is no neighbourhood.
    """
    order = list(held)
    part = {model.id: model.part for model in held.values()}
    at = order.index(id)
    before, behind = order[:at][::-1], order[at + 1 :]
    for other in [id, *(o for o in before if part[o] == part[id]), *(o for o in behind if part[o] == part[id])]:
        if other == "offence" and offences:
            return max(offences, key=nums_of.index)
        nums = [num for num in found[other] if num != settled]
        if nums:
            return _main(nums)
    earlier = [o for o in before if part[o] != part[id] and any(num != settled for num in found[o])]
    there = [num for o in earlier if part[o] == part[earlier[0]] for num in found[o] if num != settled]
    if earlier and part[earlier[0]] in _CRIME:
        there += offences
    return max(there, key=nums_of.index, default="")


def _last(nums: Sequence[str], sole: Iterable[str]) -> str:
    """The last section that can be named."""
    known = set(sole)
    return next(num for num in reversed(nums) if num in known)


def groups(places: Places, law: Law) -> Iterator[tuple[str, list[str]]]:
    """(number after which they go, model provisions in order), in the order of the law."""
    nums = [section.num for section in law.sections()]
    by: dict[str, list[str]] = {}
    for id in places.numbers:
        by.setdefault(places.after[id], []).append(id)
    for anchor in sorted(by, key=nums.index):
        yield anchor, by[anchor]
