"""Findings that two readers make together: a rule came near in a section, and the section reads like the element.

    The Office finds those who were freed a bed for the night.   a rule has most of its words, and lacks one
                                                                 the second reader has met the others in such clauses

Neither would be believed alone: the second reader hardly sees denials, and a rule without one of its words speaks of
much else. What counts is the place where the rule came nearest, in the section that reads most like the element; the
finding cites it and says so. Where the clause would refuse the rule with all its words (denied, repealed, of another
person or another offence) nothing is found, nor in penal codes and laws on another matter.
"""

from __future__ import annotations

from dataclasses import replace

from ctip_law.assess.nearest import Finder
from ctip_law.match import Reading
from ctip_law.match.second import OFFENCE, Pointer
from ctip_law.match.trace import Stopped, completed, stopped
from ctip_law.model import ElementFinding, ElementStatus, Ledger

#: Score that the section has to have. On 13 invented Acts that the second reader had not learnt from 58 such findings
#: were right, 2 in part and 3 wrong; on 15 real laws newly met nothing was found so. What read as much like an element
#: where no rule came near: 25, 5 and 18.
LIKELY = 0.5
#: What may have stopped a rule that came near, and how it is told: a word that nobody listed, the heading above. Of
#: rules whose words stood too far apart 5 were right and 3 wrong.
_MENDABLE = {"words": "a rule lacks one of its words here", "heading": "the heading speaks of something else"}
_RIGHT = 0.9  # the share of such findings that readers agreed with
_LACKING = 1  # groups of words that may be missing
VIA = ("second reader",)
_LOOKED_AT = 20  # sections where a rule came near


def with_seconded(ledger: Ledger, finder: Finder) -> Ledger:
    """The ledger with what no rule found alone and both readers find together. What makes the offence is left to rules
    alone: all of it stands in the same few sentences, and the second reader hardly tells one from the other there."""
    asked = {id: one for id, one in ledger.elements.items() if id.partition(".")[0] not in OFFENCE}
    absent = {id: one for id, one in asked.items() if one.status == "absent"}
    found = {id: together for id, one in absent.items() if (together := _found(one, finder)) is not None}
    return replace(ledger, elements=ledger.elements | found)


def _found(finding: ElementFinding, finder: Finder) -> ElementFinding | None:
    """What is found of an element that no rule found, in the section that reads most like it."""
    likely = finder.likely(finding.id, LIKELY)
    if likely is None:
        return None
    reader, pointer = likely
    ties = reader.reading.ties
    if not ties.about or ties.is_penal_code:  # what reads like it there is of other crimes as often as not
        return None
    near = _near(finding.id, reader.reading, pointer)
    whole = completed(reader.reading, near) if near is not None else None
    if near is None or whole is None:
        return None
    words = ", ".join(f"“{word}”" for word in reader.reasons(finding.id, pointer))
    why = f"{_MENDABLE[near.kind]}; but the section reads like it" + (f", by {words}" if words else "")
    evidence = replace(whole.evidence, via=VIA)
    status: ElementStatus = "weak" if whole.weak else "present"
    return replace(finding, status=status, confidence=_RIGHT, why=whole.weak or why, evidence=(evidence,))


def _near(element: str, reading: Reading, pointer: Pointer) -> Stopped | None:
    """Where a rule came near in the section pointed to; None where it did not, or where its clause refuses it."""
    own = (one for one in stopped(element, reading, _LOOKED_AT, least=1) if one.eid == pointer.section.eid)
    near = next(own, None)
    mendable = near is not None and near.kind in _MENDABLE and near.asked - near.found <= _LACKING
    return near if mendable else None
