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
from ctip_law.draft.nouns import ModelProvision
from ctip_law.match import Reading
from ctip_law.model import Law, Report

_HALF = 2
_CRIME = ("meaning", "offences")  # parts of the library on the offence
_MOST = 4  # offences that are cited by number


@dataclass(frozen=True, slots=True)
class Places:
    """`own` {model provision: the section of the law that answers it}, `after` {model provision: number after which
    it goes}, `numbers` {model provision: the number that it gets}, `offences` the sections with the central offence."""

    own: Mapping[str, str]
    after: Mapping[str, str]
    numbers: Mapping[str, str]
    offences: tuple[str, ...]


def places_of(models: Sequence[str], reading: Reading, report: Report, manner: Manner) -> Places:
    """Where the model provisions go in the law that was read. Linear in the sections and the library."""
    law = reading.law
    nums = [section.num for section in law.sections() if section.num]
    sole = {num for num, times in Counter(nums).items() if times == 1}
    held = library(manner.wording.language)
    found = {model.id: _sections(model, law, report, sole) for model in held.values()}
    offences = _offences(reading, sole)
    own = {id: _main(found[id]) for id, model in held.items() if _answered(model, report) and found[id]}
    if offences:
        own["offence"] = offences[0]
        own.setdefault("trafficking-definition", offences[0])
    settled = manner.definitions.num if manner.definitions else ""
    after, numbers = {}, {}
    taken = list(nums)
    for id in models:
        anchor = _anchor(id, held, found, offences, settled, nums) or _last(nums, sole)
        after[id] = family_end(anchor, nums)
    for id in sorted(models, key=lambda id: nums.index(after[id])):
        numbers[id] = next(between(after[id], manner.series, taken))
        taken.append(numbers[id])
    return Places(own, after, numbers, offences)


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


def _answered(model: ModelProvision, report: Report) -> bool:
    """Whether the law says at least half of what a model provision provides."""
    elements = [element for element in model.elements if element in report.ledger.elements]
    present = sum(report.ledger.elements[element].status == "present" for element in elements)
    return bool(elements) and present * _HALF >= len(elements)


def _main(nums: Sequence[str]) -> str:
    """The number that stands most often, the first of several."""
    return Counter(nums).most_common(1)[0][0]


def _offences(reading: Reading, sole: Iterable[str]) -> tuple[str, ...]:
    """The sections with the trafficking offence."""
    known, roles = set(sole), reading.roles
    penal = {penalty.section for penalty in reading.law.penalties}
    ranked = roles.main_sections or roles.core_sections
    nums = [section.num for section in ranked if section.num in known]
    punished = [num for num in nums if num in penal]
    return tuple(dict.fromkeys(punished or nums))[:_MOST]


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
            return offences[-1]
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
