"""Named defects: those that the matcher saw in the law's words, and those that are the absence of elements."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ctip_law.framework import load as load_framework
from ctip_law.model import DefectFinding, ElementFinding, Evidence, Ledger

_MEANS = (
    "threat", "force", "other_coercion", "abduction", "fraud", "deception", "abuse_power", "abuse_vulnerability",
    "payments",
)  # fmt: skip
_ACTS = ("recruitment", "transportation", "transfer", "harbouring", "receipt")
_HARD = ("purpose.forced_labour", "purpose.slavery", "purpose.similar_slavery", "purpose.servitude", "purpose.organs")
_SEXUAL = ("purpose.prostitution", "purpose.other_sexual")


@dataclass(frozen=True, slots=True)
class Absence:
    """A defect that follows from the statuses of elements.

    `all_absent`: every one wholly absent; `some_absent`: at least one wholly absent; `some_not_present`: at least one
    absent or weak; `present`: each group has a member present. `unless`: defects that say it already.
    """

    defect: str
    all_absent: tuple[str, ...] = ()
    some_absent: tuple[str, ...] = ()
    some_not_present: tuple[str, ...] = ()
    present: tuple[tuple[str, ...], ...] = ()
    unless: tuple[str, ...] = ()


_OFFENCE = ("scope.no_ocg", "act.recruitment", "act.buy_sell", "act.receipt")
ABSENCES: tuple[Absence, ...] = (
    Absence("no-specific-offence", all_absent=("scope.no_ocg", *(f"act.{a}" for a in _ACTS))),
    Absence(
        "means-partial",
        some_absent=tuple(f"means.{m}" for m in _MEANS),
        present=(tuple(f"means.{m}" for m in _MEANS), _OFFENCE),
        unless=("means-missing-adult", "coercion-only"),
    ),
    Absence(
        "coercion-only",
        all_absent=("means.fraud", "means.deception", "means.abuse_power", "means.abuse_vulnerability"),
        present=(("means.force", "means.threat", "means.other_coercion"),),
        unless=("means-missing-adult",),
    ),
    Absence("acts-partial", some_not_present=tuple(f"act.{a}" for a in _ACTS), present=(_OFFENCE,)),
    Absence(
        "buy-sell-only",
        all_absent=("act.recruitment", "act.transportation", "act.harbouring"),
        present=(("act.buy_sell",),),
    ),
    Absence("purpose-missing", all_absent=(*_HARD, *_SEXUAL), present=(_OFFENCE,)),
    Absence("purpose-sex-only", all_absent=_HARD, present=(_SEXUAL,)),
    Absence("purpose-labour-missing", all_absent=("purpose.forced_labour",), present=((*_SEXUAL, "purpose.organs"),)),
    Absence(
        "purpose-organ-missing",
        all_absent=("purpose.organs",),
        present=((*_SEXUAL, "purpose.forced_labour", "purpose.slavery"), _OFFENCE),
    ),
    Absence("consent-defence", all_absent=("consent.irrelevant_adult",), present=(_OFFENCE,)),
    Absence(
        "means-for-child",
        some_not_present=("child.no_means",),
        present=(_OFFENCE,),
        unless=("means-missing-adult",),
    ),
    Absence("no-attempt", all_absent=("participation.attempt",), present=(_OFFENCE,)),
    Absence("no-accomplice", all_absent=("participation.accomplice",), present=(_OFFENCE,)),
    Absence("no-organising", all_absent=("participation.organise",), present=(_OFFENCE,)),
    Absence("no-legal-person", all_absent=("legal_person.liability",), present=(_OFFENCE,)),
    Absence(
        "no-nonpunishment",
        all_absent=("nonpunish.status_offences", "nonpunish.prostitution", "nonpunish.other_acts"),
        present=(_OFFENCE,),
    ),
)


def find_defects(ledger: Ledger) -> tuple[DefectFinding, ...]:
    """All named defects of the laws read together, in the order of the framework.

    Where the vocabulary alarm is on, a defect that is only an absence is not claimed.
    """
    known = load_framework().defects
    found: dict[str, tuple[Evidence, ...]] = {d: f.evidence for d, f in ledger.flaws.items() if f.status == "present"}
    if not ledger.alarm:
        for absence in ABSENCES:
            if not set(absence.unless) & set(found) and _holds(absence, ledger.elements):
                found[absence.defect] = _offence_words(ledger.elements)
    return tuple(
        DefectFinding(id, defect.provisions, found[id][:3], defect.why, defect.fix)
        for id, defect in known.items()
        if id in found
    )


def _holds(absence: Absence, elements: Mapping[str, ElementFinding]) -> bool:
    def status(element: str) -> str:
        return elements[element].status

    if any(status(e) == "unread" for e in absence.all_absent + absence.some_absent + absence.some_not_present):
        return False
    if not all(any(status(e) == "present" for e in group) for group in absence.present):
        return False
    if not all(status(e) == "absent" for e in absence.all_absent):
        return False
    if absence.some_absent and not any(status(e) == "absent" for e in absence.some_absent):
        return False
    return not absence.some_not_present or any(status(e) != "present" for e in absence.some_not_present)


def _offence_words(elements: Mapping[str, ElementFinding]) -> tuple[Evidence, ...]:
    """Where the offence stands that lacks something: the words that created it."""
    return next((elements[e].evidence[:1] for e in _OFFENCE if elements[e].evidence), ())
