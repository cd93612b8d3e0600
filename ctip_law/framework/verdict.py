"""From what was found on the elements to the status of a provision: counting, and the rules where counting
is not enough.

Counting: a provision needs each of its required and local elements, and one of each `any_of` set. All present:
`met`. Some present or weak: `partial`. None: `gap`. A provision whose nature is operational, interstate or
interpretive is `not_legislative`; one that names no element is `not_assessed`.

A rule is the table `[<provision>.rule]` in `data/provisions/<instrument>.toml`. It changes the counting by
these fields, in this order, and says why in words:

    why            the reason, one or two sentences a lawyer can agree or disagree with (required)
    left_out       elements that only a reader can judge; they are not counted
    carried        {element: [elements]}: the element counts as present, though only weak, where all of
                   these are present
    weak_only_with elements; where none of them is there even in part, a weak element counts for nothing
    core           sets; unless one element of each set is present or weak there is a `gap`
    whole          sets; unless one element of each set is present, and not only weak, there is a `gap`
    enough         sets; a set that is wholly present is enough for `met`
    also           elements needed for `met` on top of the others; alone they make nothing partial
    reach          elements none of which may be wholly absent from a law that is `met`
    rests_on       elements of which one must be there, even in part, in a law that is `met`: what the duty builds on
    waived         {defect: group}: where the defect is found, the elements of the group need not be reached
    blocked_by     defects that hold the provision at `partial`
    divergence_if  defects that turn `met` into `divergence`: wider than, or otherwise unlike, the treaty

`elsewhere` and `unclear` are not decided here: they depend on the other laws of a bundle and on the reading.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from typing import NamedTuple

from ctip_law.framework.nouns import Provision
from ctip_law.model import ProvisionStatus

#: Natures that are never scored as a gap in legislation.
NOT_SCORED = frozenset({"operational", "interstate", "interpretive"})


class Verdict(NamedTuple):
    """A status and the sentence that gives the reason."""

    status: ProvisionStatus
    why: str


def verdict(
    provision: Provision,
    present: Set[str],
    weak: Set[str],
    defects: Set[str],
    labels: Mapping[str, str] | None = None,
) -> Verdict:
    """The status of a provision, given the ids of the elements present and weak and of the defects found.

    `labels` gives the words for ids in the reason (elements and defects); without it the ids stand there.
    Returns met, partial, gap, divergence, not_legislative or not_assessed. The same sets give the same words.
    """
    if provision.nature in NOT_SCORED:
        return Verdict("not_legislative", "not a duty to legislate; shown apart and never counted as a gap")
    case = _Case(provision, present, weak, defects, labels or {})
    if not case.needs:
        return Verdict("not_assessed", "no element of a statute answers to this provision")
    nothing = case.nothing()
    if nothing:
        return Verdict("gap", nothing)
    short = list(case.shortfalls())
    if short:
        return Verdict("partial", "; ".join(short))
    unlike = [defect for defect in provision.rule.divergence_if if defect in defects]
    if unlike:
        return Verdict("divergence", f"all that is needed is found, but: {case.words(unlike)}")
    return Verdict("met", "all that is needed is found")


class _Case:
    """A provision and what was found for it."""

    def __init__(
        self,
        provision: Provision,
        present: Set[str],
        weak: Set[str],
        defects: Set[str],
        labels: Mapping[str, str],
    ) -> None:
        self.rule = provision.rule
        self.needs = [need for need in provision.needs if not set(need) <= set(self.rule.left_out)]
        self.present = present
        self.weak = weak - present
        self.defects = defects
        self.labels = labels
        carried = {id for id, by in self.rule.carried.items() if id in self.weak and set(by) <= present}
        self.counts = present | carried

    def words(self, ids: Iterable[str]) -> str:
        return ", ".join(self.labels.get(id, id) for id in ids)

    def nothing(self) -> str:
        """Why this is a gap; "" where it is none."""
        seen = self.present | self.weak
        rule = self.rule
        whole = any(set(need) & self.present for need in self.needs)
        part = [id for need in self.needs for id in need if id in self.weak]
        if not whole and not part:
            return "none of the elements was found"
        if not whole and rule.weak_only_with and not set(rule.weak_only_with) & seen:
            return f"{self.words(part)} in part only, without: {self.words(rule.weak_only_with)}"
        for core in rule.core:
            if not set(core) & seen:
                return f"none found of: {self.words(core)}"
        for core in rule.whole:
            if not set(core) & self.present:
                return f"none found whole of: {self.words(core)}"
        return ""

    def shortfalls(self) -> Iterator[str]:
        """What stands between this law and `met`."""
        rule = self.rule
        short = [need for need in self.needs if not set(need) & self.counts]
        if any(set(choice) <= self.present for choice in rule.enough):
            short = []
        absent = [need for need in short if not set(need) & self.weak]
        in_part = [need for need in short if set(need) & self.weak]
        waived = {group for defect, group in rule.waived.items() if defect in self.defects}
        base = [] if not rule.rests_on or set(rule.rests_on) & (self.present | self.weak) else list(rule.rests_on)
        beyond = [id for id in rule.reach if id not in self.present | self.weak and _group(id) not in waived]
        for said, ids in (
            ("not found", [" or ".join(self.labels.get(id, id) for id in need) for need in absent]),
            ("in part only", [id for need in in_part for id in need if id in self.weak]),
            ("also needed", [id for id in rule.also if id not in self.present]),
            ("out of reach", beyond),
            ("attached to none of", base),
            ("held back by", [defect for defect in rule.blocked_by if defect in self.defects]),
        ):
            if ids:
                yield f"{said}: {self.words(ids)}"


def _group(id: str) -> str:
    return id.partition(".")[0]
