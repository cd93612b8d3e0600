"""Two gap analyses side by side: the status of each provision and of each element, with the words that prove it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ctip_law.framework import Provision, load
from ctip_law.model import DefectFinding, ElementFinding, Evidence, ProvisionFinding, Report

#: How much of a duty a status answers. Statuses that are no verdict have no rank.
RANK = {"gap": 0, "partial": 1, "met": 2, "elsewhere": 2, "divergence": 2}
_ELEMENT_RANK = {"absent": 0, "weak": 1, "present": 2}


@dataclass(frozen=True, slots=True)
class ElementPair:
    """An element in the first and in the second analysis: status and the evidence to cite."""

    id: str
    label: str
    first: str
    second: str
    first_evidence: tuple[Evidence, ...]
    second_evidence: tuple[Evidence, ...]

    @property
    def direction(self) -> str:
        """gained, lost, or same."""
        return _direction(_ELEMENT_RANK.get(self.first), _ELEMENT_RANK.get(self.second), "gained", "lost")


@dataclass(frozen=True, slots=True)
class ProvisionPair:
    """A provision in two analyses, with the elements that its duty asks for."""

    provision: Provision
    first: str
    second: str
    first_sections: tuple[str, ...]
    second_sections: tuple[str, ...]
    elements: tuple[ElementPair, ...]

    @property
    def direction(self) -> str:
        """better, worse, same, or other (a change from or to a status that is no verdict)."""
        if self.first == self.second:
            return "same"
        return _direction(RANK.get(self.first), RANK.get(self.second), "better", "worse")


@dataclass(frozen=True, slots=True)
class DefectPair:
    """A defect that one of two analyses names and the other does not, or both."""

    defect: DefectFinding
    label: str
    first: bool
    second: bool


def provisions(first: Report, second: Report, only: Iterable[str] = ()) -> tuple[ProvisionPair, ...]:
    """The provisions of both reports in the order of the first; `only` limits them to some ids."""
    wanted = set(only)
    other = {finding.id: finding for finding in second.provisions}
    return tuple(
        _pair(finding, other[finding.id], first, second)
        for finding in first.provisions
        if finding.id in other and (not wanted or finding.id in wanted)
    )


def elements(first: Report, second: Report) -> tuple[ElementPair, ...]:
    """Every element of the framework, in its order."""
    labels = _labels()
    ours, theirs = first.ledger.elements, second.ledger.elements
    return tuple(_element(id, labels.get(id, id), ours[id], theirs[id]) for id in ours if id in theirs)


def defects(first: Report, second: Report) -> tuple[DefectPair, ...]:
    """The defects of either report, in the framework's order."""
    ours = {finding.id: finding for finding in first.defects}
    theirs = {finding.id: finding for finding in second.defects}
    return tuple(
        DefectPair(one := theirs.get(id) or ours[id], one.title(defect.label), id in ours, id in theirs)
        for id, defect in load().defects.items()
        if id in ours or id in theirs
    )


def _pair(one: ProvisionFinding, two: ProvisionFinding, first: Report, second: Report) -> ProvisionPair:
    provision = load().provision(one.id)
    labels = _labels() | {element.id: element.label for element in provision.local}
    ids = dict.fromkeys(element for need in provision.needs for element in need)
    ids |= dict.fromkeys((*one.present, *one.weak, *one.missing, *two.present, *two.weak, *two.missing))
    ours, theirs = first.ledger.elements, second.ledger.elements
    pairs = tuple(_element(id, labels.get(id, id), ours[id], theirs[id]) for id in ids if id in ours and id in theirs)
    return ProvisionPair(provision, one.status, two.status, _sections(one.evidence), _sections(two.evidence), pairs)


def _labels() -> dict[str, str]:
    return {id: element.label for id, element in load().elements.items()}


def _element(id: str, label: str, one: ElementFinding, two: ElementFinding) -> ElementPair:
    return ElementPair(id, label, one.status, two.status, one.evidence[:3], two.evidence[:3])


def _sections(evidence: Sequence[Evidence]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.num for one in evidence if one.num))


def _direction(first: int | None, second: int | None, up: str, down: str) -> str:
    if first is None or second is None:
        return "same" if first == second else "other"
    return "same" if first == second else up if second > first else down
