"""Whether the reading of a law is sound enough to tell its silence as a defect.

What no rule found may be missing from the law, or from our reading of it. A defect that rests on silence is named only
where the checks that its kind asks for hold. Each check is a count that a reader can make again; the thresholds are
those that parted true from false defects of silence on hand-read laws without losing a true one of the first set.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ctip_law.match import Reading
from ctip_law.match.places import titled, top_years
from ctip_law.match.trace import stopped
from ctip_law.model import Ledger, ReadingCheck

ACTS = ("recruitment", "transportation", "transfer", "harbouring", "receipt")

_UNPLACED = 0.02  # most of the lines that may have no place in the structure
_DOUBTS = ("CT201", "CT204", "CT205")  # warnings of a reading on which no silence rests
_ACTS = 3  # least of the five acts, where a trafficking offence is known
_MEANS = 2  # least means of an offence that is said to name no purpose

_NO_PLACE = ("words", "heading")  # refusals that say nothing on where the words stand

_DEFINED = 3  # least means and purposes of an offence that is said to be no more than a sale


def checks(ledger: Ledger) -> dict[str, ReadingCheck]:
    """Every check by its id, in a fixed order; which of them a defect asks for is said in `defects.ABSENCES`."""
    made = (_parse, _vocabulary, _offence, _named, _punishes, _purpose, _means, _sale, _code, _special)
    return {check.id: check for check in (one(ledger) for one in made)}


def unsound(asked: Iterable[str], found: dict[str, ReadingCheck]) -> str:
    """Why the reading is not sound for a defect that asks for these checks; "" where it is."""
    return "; ".join(found[id].why for id in asked if not found[id].sound)


def elsewhere(ledger: Ledger, elements: Iterable[str]) -> str:
    """Where all words of a rule for an element stand that was refused for its place; "" where they do nowhere.

    A law that speaks of forced labour in another offence may reach it from there, and a clause that keeps victims from
    punishment may stand within the offence, so that silence is not plain.
    """
    for reading in (one for one in ledger.readings if isinstance(one, Reading)):
        for element in elements:
            near = next((one for one in stopped(element, reading, 1) if one.found == one.asked), None)
            if near is not None and near.kind not in _NO_PLACE:
                return f"words for it stand in section {near.num}: “{near.quote}”, and {near.why}"
    return ""


def _parse(ledger: Ledger) -> ReadingCheck:
    lines = sum(law.coverage.lines for law in ledger.laws)
    lost = sum(law.coverage.unplaced for law in ledger.laws)
    sections = sum(len(law.sections()) for law in ledger.laws)
    doubts = [warning.message for law in ledger.laws for warning in law.warnings if warning.code in _DOUBTS]
    sound = sections > 0 and lost <= _UNPLACED * lines and not doubts
    why = f"{lost} of {lines} lines have no place in the structure of {sections} sections"
    return ReadingCheck("parse", sound, "; ".join([*dict.fromkeys(doubts), *([] if doubts else [why])]))


def _vocabulary(ledger: Ledger) -> ReadingCheck:
    return ReadingCheck("vocabulary", ledger.alarm is None, ledger.alarm or "the vocabulary covers the law")


def _offence(ledger: Ledger) -> ReadingCheck:
    return _shown(ledger, "offence", _ACTS)


def _named(ledger: Ledger) -> ReadingCheck:
    """The offence for what its words leave out: a law that has one act of it in words has left the others out."""
    return _shown(ledger, "named", 1)


def _shown(ledger: Ledger, id: str, least: int) -> ReadingCheck:
    """Whether acts of the offence were found, `least` of the five, and a prison term for it."""
    acts = _present(ledger, (f"act.{act}" for act in ACTS))
    punished = bool(_present(ledger, ["penalty.custodial"]))
    # what an amending act leaves of the offence to the law that it changes may hold the rest too
    purposes = _present(ledger, (one for one in ledger.elements if one.startswith("purpose.")))
    whole = bool(purposes) or not _amends(ledger) or _makes_offence(ledger)
    prison = "" if punished else ", and no prison term for it"
    prison += "" if whole else ", in an amending act that names no purpose"
    what = f"{acts} of the five acts of a trafficking offence were found{prison}"
    takes = "one act" if least == 1 else f"{least} acts"
    sound = acts >= least and punished and whole
    return ReadingCheck(id, sound, f"{what}; it takes {takes} and a prison term to show one")


def _punishes(ledger: Ledger) -> ReadingCheck:
    """A trafficking offence, or a law on one form of exploitation (bonded labour) with an offence of its own."""
    offence = _offence(ledger)
    readings = [reading for reading in ledger.readings if isinstance(reading, Reading)]
    if offence.sound or not readings or not all(map(_punishes_exploitation, readings)):
        return ReadingCheck("punishes", offence.sound, offence.why)
    return ReadingCheck("punishes", True, "a law on one form of exploitation was read, with a prison term of its own")


def _punishes_exploitation(reading: Reading) -> bool:
    """A law on organs tells who may give one, and trafficking in persons only on its edge."""
    if titled(reading.body, reading.hits, ("purpose.organs",)):
        return False
    own = {section.num for section in reading.body.sections if reading.roles.has("offence", section.unit.start)}
    return reading.ties.about == "exploitation" and any(
        row.section in own and top_years(row) > 0 for row in reading.law.penalties
    )


def _amends(ledger: Ledger) -> bool:
    readings = [reading for reading in ledger.readings if isinstance(reading, Reading)]
    return bool(readings) and all(reading.ties.amends for reading in readings)


def _makes_offence(ledger: Ledger) -> bool:
    """Whether a section makes the offence by itself: acts, aim and punishment stand in one subsection of it."""
    readings = [reading for reading in ledger.readings if isinstance(reading, Reading)]
    cues = (r.roles.scores[section.eid][1] for r in readings for section in r.roles.main_sections)
    return any("act, aim and offence" in one for one in cues)


def _purpose(ledger: Ledger) -> ReadingCheck:
    found = _present(ledger, (id for id in ledger.elements if id.startswith("purpose.")))
    return ReadingCheck(
        "purpose", found > 0, f"{found} purposes of exploitation were found; it takes one to show the definition"
    )


def _means(ledger: Ledger) -> ReadingCheck:
    found = _present(ledger, (id for id in ledger.elements if id.startswith("means.")))
    return ReadingCheck("means", found >= _MEANS, f"{found} means were found; it takes {_MEANS} to show the definition")


def _sale(ledger: Ledger) -> ReadingCheck:
    defined = _present(ledger, (id for id in ledger.elements if id.startswith(("means.", "purpose."))))
    sound = _present(ledger, ["act.buy_sell", "penalty.custodial"]) == 2 and defined >= _DEFINED
    return ReadingCheck(
        "sale", sound, "an offence of buying or selling people " + ("was found" if sound else "is not known")
    )


def _code(ledger: Ledger) -> ReadingCheck:
    """A whole bundle, or a code with its general part: where an offence of trafficking is to be looked for."""
    if named := next(_speaks_of_trafficking(ledger), ""):
        return ReadingCheck("code", False, f"section {named} speaks of trafficking, which may not have been understood")
    sound = len(ledger.laws) > 1 or _is_code(ledger)
    return ReadingCheck("code", sound, "a code or several laws were read" if sound else "one law was read, and no code")


def _speaks_of_trafficking(ledger: Ledger) -> Iterator[str]:
    """The sections that name trafficking in persons."""
    for reading in (one for one in ledger.readings if isinstance(one, Reading)):
        for start, _ in reading.hits.get("core.trafficking", []):
            section = reading.body.section_of(start)
            if section is not None:
                yield section.num


def _special(ledger: Ledger) -> ReadingCheck:
    """No code: its general part says who takes part and who answers, and by duress and necessity who does not."""
    sound = not _is_code(ledger)
    what = "a special law was read" if sound else "a code was read, whose general part may answer in part"
    return ReadingCheck("special", sound, what)


def _is_code(ledger: Ledger) -> bool:
    readings = (reading for reading in ledger.readings if isinstance(reading, Reading))
    return any(reading.is_code for reading in readings)


def _present(ledger: Ledger, elements: Iterable[str]) -> int:
    return sum(ledger.elements[id].status == "present" for id in elements)
