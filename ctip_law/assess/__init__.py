"""A ledger to a report: the status of every provision, the named defects, and where to look for what was not found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from ctip_law.assess.defects import find_defects
from ctip_law.assess.meaning import MeaningFinder
from ctip_law.assess.nearest import Finder
from ctip_law.framework import load as load_framework
from ctip_law.framework.nouns import Provision
from ctip_law.framework.verdict import NOT_SCORED, verdict
from ctip_law.knowledge import reliability
from ctip_law.model import (
    Candidate,
    ElementFinding,
    Evidence,
    Ledger,
    ProvisionFinding,
    ProvisionStatus,
    Report,
)

_EVIDENCE = 8  # most pieces of evidence shown for a provision, one a section
_CANDIDATES = 3


def assess(ledger: Ledger, instruments: Sequence[str], *, country: str = "") -> Report:
    """The verdicts on every provision of the instruments, in the framework's order.

    Silence is a `gap` with the caution that general law was not read; where the vocabulary alarm is on it is `unclear`;
    where no law could be read every provision that would be scored is `not_assessed`.
    """
    framework = load_framework()
    found_defects = find_defects(ledger)
    defects = found_defects.named
    present = {e for e, f in ledger.elements.items() if f.status == "present"}
    weak = {e for e, f in ledger.elements.items() if f.status == "weak"}
    names = {d.id for d in defects}
    labels = {id: element.label for id, element in framework.elements.items()}
    labels |= {id: defect.label for id, defect in framework.defects.items()}
    finder = Finder(ledger)
    unread = all(f.status == "unread" for f in ledger.elements.values())
    by_meaning = MeaningFinder(ledger.laws if unread else ())
    out = []
    for provision in framework.provisions(instruments):
        offered: tuple[Candidate, ...] = ()
        status, why = verdict(provision, present, weak, names, labels)
        if unread and provision.nature not in NOT_SCORED:
            status, why = "not_assessed", next(iter(ledger.elements.values())).why
            offered = by_meaning.candidates(provision, _CANDIDATES)
        elif status == "gap" and ledger.alarm:
            status, why = "unclear", ledger.alarm
        elif status == "met" and _met_elsewhere(provision, ledger):
            status = "elsewhere"
        found = _finding(provision, status, why, ledger, finder)
        out.append(replace(found, candidates=offered) if offered else found)
    named, reading, withheld = found_defects.named, found_defects.reading, found_defects.withheld
    return Report(ledger, tuple(out), named, tuple(instruments), country, reading, withheld)


def _finding(
    provision: Provision, status: ProvisionStatus, why: str, ledger: Ledger, finder: Finder
) -> ProvisionFinding:
    wanted = list(dict.fromkeys(e for need in provision.needs for e in need))
    by_status: dict[str, list[str]] = {"present": [], "weak": [], "absent": [], "unread": []}
    for element in wanted:
        by_status[ledger.elements[element].status].append(element)
    missing = (*by_status["absent"], *by_status["unread"])
    open_ = status in ("gap", "unclear")
    return ProvisionFinding(
        id=provision.id,
        status=status,
        strength=provision.counts_as,
        nature=provision.nature,
        verified=provision.verified,
        confidence=_confidence(status, [ledger.elements[e] for e in wanted], {law.language for law in ledger.laws}),
        present=tuple(by_status["present"]),
        weak=tuple(by_status["weak"]),
        missing=missing,
        nearest=finder.nearest(missing) if status == "partial" else {},
        evidence=_evidence(ledger, (*by_status["present"], *by_status["weak"])),
        candidates=finder.candidates(provision, missing, _CANDIDATES) if open_ else (),
        why=why,
        cautions=_cautions(provision, status),
    )


def _evidence(ledger: Ledger, elements: Iterable[str]) -> tuple[Evidence, ...]:
    """The best evidence of each element, one a section."""
    seen: dict[tuple[str, str], Evidence] = {}
    for element in elements:
        for evidence in ledger.elements[element].evidence[:1]:
            seen.setdefault((evidence.law, evidence.num), evidence)
    return tuple(seen.values())[:_EVIDENCE]


def _confidence(status: ProvisionStatus, findings: Sequence[ElementFinding], languages: Iterable[str]) -> float:
    """The share of such verdicts that careful readers agreed with."""
    if status in ("not_legislative", "not_assessed") or not findings:
        return 1.0 if status == "not_legislative" else 0.0
    if status == "unclear":
        return 0.3
    measured = reliability.load()
    kind = "met" if status in ("elsewhere", "divergence") else status
    sure = least_sure(kind, {f.id: (f.status, f.confidence) for f in findings})
    return measured.provision(kind, measured.breadth_of(languages), sure)


def least_sure(status: str, findings: Mapping[str, tuple[str, float]]) -> float:
    """The confidence of the least sure element that a verdict rests on: `met` on those found, `gap` on the others.

    `findings`: element to its status and confidence. 1 where the verdict rests on none.
    """
    found = [sure for status_, sure in findings.values() if status_ in reliability.FOUND]
    others = [sure for status_, sure in findings.values() if status_ not in reliability.FOUND]
    return min({"met": found, "gap": others}.get(status, found + others), default=1.0)


def _cautions(provision: Provision, status: ProvisionStatus) -> tuple[str, ...]:
    out = []
    if provision.verified != "text":
        out.append(f"the framework's own entry rests on: {provision.verified}; check it against the instrument")
    if status == "gap":
        out.append("not found in the law read; general law (penal code, procedure, immigration) was not read")
    return tuple(out)


def _met_elsewhere(provision: Provision, ledger: Ledger) -> bool:
    """Whether all evidence comes from other laws of the bundle than the one with the trafficking offence."""
    if len(ledger.laws) < 2:
        return False
    offence = ledger.elements["scope.no_ocg"].evidence or ledger.elements["act.recruitment"].evidence
    main = offence[0].law if offence else ledger.laws[0].id
    first = [
        evidence.law for need in provision.needs for element in need for evidence in ledger.elements[element].evidence
    ]
    return bool(first) and main not in first
