"""The order of laws that are read together: verdicts do not hang on it, and evidence is listed in the order given.

    gap A B, gap B A --> the same verdicts; the sections of the law that was named first come first

What is cut (the sections kept for an element), tied (two sections that read equally like it) or chosen (the section
that a reason names) would otherwise be so by the place of a law on the command line.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from ctip_law.assess.defects import offence_words
from ctip_law.match import Reading
from ctip_law.model import DefectFinding, ElementFinding, Evidence, Law, Ledger, Report

_EVIDENCE = 8  # most pieces of evidence shown for a provision, one a section
_OF_A_DEFECT = 3


def settled(laws: Iterable[Law]) -> list[Law]:
    """The laws in the order in which they are judged, whatever order they were given in: by what they are."""
    return sorted(laws, key=lambda law: (law.id, law.version, law.source.text_sha256, law.source.path))


def as_given(report: Report, laws: Sequence[Law]) -> Report:
    """The report with its laws, and all evidence in it, in the order in which the laws were given."""
    place = {law.id: number for number, law in reversed([*enumerate(laws)])}
    before = report.ledger
    readings = sorted((r for r in before.readings if isinstance(r, Reading)), key=lambda r: place[r.law.id])
    ledger = replace(
        before,
        laws=tuple(laws),
        elements=_listed(before.elements, place),
        flaws=_listed(before.flaws, place),
        readings=tuple(readings),
    )
    provisions = (replace(one, evidence=shown(ledger, (*one.present, *one.weak))) for one in report.provisions)
    return replace(
        report,
        ledger=ledger,
        provisions=tuple(provisions),
        defects=tuple(_of_defect(one, ledger) for one in report.defects),
        manners={law.id: report.manners[law.id] for law in laws},
        unread={law.id: report.unread[law.id] for law in laws if law.id in report.unread},
    )


def shown(ledger: Ledger, elements: Iterable[str]) -> tuple[Evidence, ...]:
    """The best evidence of each element, one a section."""
    seen: dict[tuple[str, str], Evidence] = {}
    for element in elements:
        for evidence in ledger.elements[element].evidence[:1]:
            seen.setdefault((evidence.law, evidence.num), evidence)
    return tuple(seen.values())[:_EVIDENCE]


def _listed(findings: Mapping[str, ElementFinding], place: Mapping[str, int]) -> dict[str, ElementFinding]:
    return {
        id: replace(one, evidence=tuple(sorted(one.evidence, key=lambda evidence: place[evidence.law])))
        for id, one in findings.items()
    }


def _of_defect(defect: DefectFinding, ledger: Ledger) -> DefectFinding:
    words = offence_words(ledger.elements) if defect.basis == "silence" else ledger.flaws[defect.id].evidence
    return replace(defect, evidence=words[:_OF_A_DEFECT])
