"""What was found in laws that are made for some persons only: a children's act houses no adult victim."""

from __future__ import annotations

from ctip_law.knowledge.needs import need_of
from ctip_law.match import Reading
from ctip_law.model import Evidence, Ledger


def for_some(ledger: Ledger) -> dict[str, str]:
    """The elements owed to every victim that stand only in laws for some persons, or in part, each with the words for
    it."""
    readings = {one.law.id: one for one in ledger.readings if isinstance(one, Reading)}
    found = {}
    for element, finding in ledger.elements.items():
        near = [_only(element, one, readings.get(one.law)) for one in finding.evidence]
        if finding.status == "present" and near and all(near):
            found[element] = near[0]
    return found


def _only(element: str, evidence: Evidence, reading: Reading | None) -> str:
    """For whom some evidence holds, in words; "" where it leaves nobody out."""
    subject = reading.ties.subject_at(reading.body.word_at(evidence.start), element) if reading else None
    if subject is None or element in subject.whole:
        return ""
    of_trafficking = evidence.clause is not None and evidence.clause.offence == "trafficking"
    in_part = element in subject.in_part and not of_trafficking
    return subject.only if in_part or need_of(element).adults else ""
