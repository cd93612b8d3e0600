"""Named defects: those that the matcher saw in the law's words, and those that are the absence of elements.

A defect of absence is told as silence ("no rule was found that ..."), and only where the reading is sound enough.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ctip_law.assess.soundness import ACTS, checks, elsewhere, unsound
from ctip_law.framework import load as load_framework
from ctip_law.framework.nouns import Defect
from ctip_law.match import Reading
from ctip_law.model import DefectFinding, ElementFinding, Evidence, Ledger, ReadingCheck

_MEANS = (
    "threat", "force", "other_coercion", "abduction", "fraud", "deception", "abuse_power", "abuse_vulnerability",
    "payments",
)  # fmt: skip
_HARD = ("purpose.forced_labour", "purpose.slavery", "purpose.similar_slavery", "purpose.servitude", "purpose.organs")
_SEXUAL = ("purpose.prostitution", "purpose.other_sexual")


@dataclass(frozen=True, slots=True)
class Absence:
    """A defect that follows from the statuses of elements.

    `all_absent`: every one wholly absent; `some_absent`: at least one wholly absent; `some_not_present`: at least one
    absent or weak; `present`: each group has a member present. `unless`: defects that say it already. `sound`: the
    checks of the reading that must hold (see `soundness`). `nowhere`: no words for it in a place that does not count.
    """

    defect: str
    all_absent: tuple[str, ...] = ()
    some_absent: tuple[str, ...] = ()
    some_not_present: tuple[str, ...] = ()
    present: tuple[tuple[str, ...], ...] = ()
    unless: tuple[str, ...] = ()
    sound: tuple[str, ...] = ("parse", "vocabulary", "offence")
    nowhere: bool = False

    def missing(self, elements: Mapping[str, ElementFinding]) -> list[str]:
        """The elements whose absence it is, in a ledger in which it holds."""
        absent = [id for id in (*self.all_absent, *self.some_absent) if elements[id].status == "absent"]
        in_part = [id for id in self.some_not_present if elements[id].status != "present"]
        return list(dict.fromkeys((*absent, *in_part)))


_OFFENCE = ("scope.no_ocg", "act.recruitment", "act.buy_sell", "act.receipt")
_DEFINED = ("parse", "vocabulary", "offence", "purpose")
_NAMED = ("parse", "vocabulary", "named")  # what the offence leaves out of acts and aims, however few of them it has
_SPECIAL = ("parse", "vocabulary", "punishes", "special")
_PUNISHES = ("parse", "vocabulary", "punishes")
_NO_PURPOSE = ("parse", "vocabulary", "offence", "means")
ABSENCES: tuple[Absence, ...] = (
    Absence(
        "no-specific-offence",
        all_absent=("scope.no_ocg", *(f"act.{a}" for a in ACTS)),
        sound=("parse", "vocabulary", "code"),
    ),
    Absence(
        "means-partial",
        some_absent=tuple(f"means.{m}" for m in _MEANS),
        present=(tuple(f"means.{m}" for m in _MEANS), _OFFENCE),
        unless=("means-missing-adult", "coercion-only"),
        sound=_DEFINED,
    ),
    Absence(
        "coercion-only",
        all_absent=("means.fraud", "means.deception", "means.abuse_power", "means.abuse_vulnerability"),
        present=(("means.force", "means.threat", "means.other_coercion"),),
        unless=("means-missing-adult",),
        sound=_DEFINED,
    ),
    Absence("acts-partial", some_not_present=tuple(f"act.{a}" for a in ACTS), present=(_OFFENCE,), sound=_NAMED),
    Absence(
        "buy-sell-only",
        all_absent=("act.recruitment", "act.transportation", "act.harbouring"),
        present=(("act.buy_sell",),),
        sound=("parse", "vocabulary", "sale"),
    ),
    Absence("purpose-missing", all_absent=(*_HARD, *_SEXUAL), present=(_OFFENCE,), sound=_NO_PURPOSE),
    Absence("purpose-sex-only", all_absent=_HARD, present=(_SEXUAL,), sound=_NAMED, nowhere=True),
    Absence(
        "purpose-labour-missing",
        all_absent=("purpose.forced_labour",),
        present=((*_SEXUAL, "purpose.organs"),),
        sound=_NAMED,
        nowhere=True,
    ),
    Absence(
        "purpose-organ-missing",
        all_absent=("purpose.organs",),
        present=((*_SEXUAL, "purpose.forced_labour", "purpose.slavery"), _OFFENCE),
        sound=_NAMED,
        nowhere=True,
    ),
    Absence("consent-defence", all_absent=("consent.irrelevant_adult",), present=(_OFFENCE,)),
    Absence(
        "means-for-child",
        some_not_present=("child.no_means",),
        present=(_OFFENCE,),
        unless=("means-missing-adult",),
        sound=_DEFINED,
    ),
    Absence("no-attempt", all_absent=("participation.attempt",), sound=_PUNISHES),
    Absence("no-accomplice", all_absent=("participation.accomplice",), present=(_OFFENCE,)),
    Absence("no-organising", all_absent=("participation.organise",), sound=_SPECIAL),
    Absence("no-legal-person", all_absent=("legal_person.liability",), sound=_SPECIAL),
    Absence(
        "no-nonpunishment",
        all_absent=("nonpunish.status_offences", "nonpunish.prostitution", "nonpunish.other_acts"),
        sound=_SPECIAL,
        nowhere=True,
    ),
)


#: Defects seen in what the words of the trafficking offence leave out: they are told where that offence is known.
_NO_MEANS = "means-missing-adult"
OF_THE_OFFENCE = (_NO_MEANS,)


@dataclass(frozen=True, slots=True)
class Defects:
    """The defects named, in the order of the framework; those of silence withheld, with the reason; the checks."""

    named: tuple[DefectFinding, ...]
    withheld: dict[str, str]
    reading: tuple[ReadingCheck, ...]


def without_defects(found: Defects, why: str) -> Defects:
    """All that was named withheld for one reason."""
    return Defects((), found.withheld | {defect.id: why for defect in found.named}, found.reading)


def find_defects(ledger: Ledger) -> Defects:
    """All named defects of the laws read together. A defect of silence is named where the reading is sound for it."""
    known = load_framework().defects
    reading = checks(ledger)
    shown = {d: f.evidence for d, f in ledger.flaws.items() if f.status == "present"}
    if _beside_one_with_means(ledger):
        shown.pop(_NO_MEANS, None)
    withheld = {d: why for d in OF_THE_OFFENCE if d in shown and (why := unsound(["offence"], reading))}
    shown = {d: words for d, words in shown.items() if d not in withheld}
    silent: dict[str, Absence] = {}
    for absence in ABSENCES:
        if absence.defect in shown or set(absence.unless) & {*shown, *silent} or not _holds(absence, ledger.elements):
            continue
        why = unsound(absence.sound, reading)
        why = why or (elsewhere(ledger, absence.missing(ledger.elements)) if absence.nowhere else "")
        if why:
            withheld[absence.defect] = why
        else:
            silent[absence.defect] = absence
    named = []
    for id, defect in known.items():
        if id in shown:
            named.append(DefectFinding(id, defect.provisions, shown[id][:3], defect.why, defect.fix))
        elif id in silent:
            named.append(_of_silence(defect, silent[id], ledger.elements))
    return Defects(tuple(named), withheld, tuple(reading.values()))


def _beside_one_with_means(ledger: Ledger) -> bool:
    """Whether the offence without means is one for sexual aims alone, and another law that is read with it punishes
    trafficking for other aims too and asks for means: a vice law says nothing of the penal code beside it."""
    told = {reading.law.id: _told(reading) for reading in ledger.readings if isinstance(reading, Reading)}
    bare = [id for id, elements in told.items() if f"defect.{_NO_MEANS}" in elements]
    wide = [id for id, elements in told.items() if set(_HARD) & elements]
    asking = [id for id in wide if all(any(e.startswith(group) for e in told[id]) for group in ("act.", "means."))]
    return bool(asking) and not set(bare) & set(wide)


def _told(reading: Reading) -> set[str]:
    """The elements and defects that a law tells in full."""
    return {item.element for item in reading.found if not item.weak}


def _of_silence(defect: Defect, absence: Absence, elements: Mapping[str, ElementFinding]) -> DefectFinding:
    labels = load_framework().elements
    missing = [labels[id].label for id in absence.missing(elements)]
    silence = f"no rule was found that {defect.silence.format(missing=', '.join(missing))}"
    return DefectFinding(
        id=defect.id,
        provisions=defect.provisions,
        evidence=offence_words(elements),
        why=f"{silence}. {defect.why}",
        fix=defect.fix,
        basis="silence",
        silence=silence,
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


def offence_words(elements: Mapping[str, ElementFinding]) -> tuple[Evidence, ...]:
    """Where the offence stands that lacks something: the words that created it."""
    return next((elements[e].evidence[:1] for e in _OFFENCE if elements[e].evidence), ())
