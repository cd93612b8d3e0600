"""What of a law contradicts a duty: an age below eighteen is put right, a unit that is the defect alone is repealed.

What an amendment of words cannot safely mend is asked, with the place and the fix.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ctip_law.bill.manner import Manner
from ctip_law.bill.nouns import Change, Question
from ctip_law.draft.duties import defect_of, fix_of
from ctip_law.framework import load
from ctip_law.model import TOP_KINDS, Clause, DefectFinding, Evidence, Law, Report

#: Defects that are a rule of their own: where one is a whole unit, the unit goes. The model provision that says the
#: contrary goes in.
REPEALED = {"conditional-assistance": "assistance", "consent-defence": "consent", "victim-sanctioned": "assistance"}
_AGE = "child-age-low"
_UNDER = "child.under18"
_WIDE = 60  # characters around an age that may be quoted


@dataclass(slots=True)
class Mended:
    """Changes without a number yet, questions, and (model provision, defect) that a repeal calls for."""

    changes: list[Change] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    models: list[tuple[str, str]] = field(default_factory=list)

    @property
    def elements(self) -> frozenset[str]:
        """The elements that changes of words give."""
        aged = any(_AGE in change.defects for change in self.changes)
        return frozenset({_UNDER} if aged else ())


def mended(report: Report, law: Law, manner: Manner, without: Sequence[str]) -> Mended:
    """What the bill does about the defects that words of `law` show, those named in `without` left alone."""
    made = Mended()
    ids = {finding.id for finding in report.provisions}
    for defect in report.defects:
        kept_open = any(defect.id in load().provision(id).rule.blocked_by for id in ids)
        concerns = kept_open or not ids.isdisjoint(defect.provisions)
        if defect.basis != "text" or defect.id in without or not concerns:
            continue
        changes = list(_changes(defect, law, manner))
        made.changes += [change for change in changes if change not in made.changes]
        if changes and defect.id in REPEALED:
            made.models.append((REPEALED[defect.id], defect.id))
        if not changes:
            made.questions.append(_question(defect, manner))
    return made


def _changes(defect: DefectFinding, law: Law, manner: Manner) -> Iterator[Change]:
    for one in defect.evidence:
        section = _section(law, one)
        if section is None:
            continue
        if defect.id == _AGE:
            yield from _age(defect, law, one, section, manner)
        elif defect.id in REPEALED:
            yield from _repeal(defect, one, section, manner)


def _section(law: Law, one: Evidence) -> Clause | None:
    """The section that holds the evidence, where it can be named."""
    sections = [section for section in law.sections() if section.num and section.num == one.num]
    return sections[0] if one.law == law.id and len(sections) == 1 else None


def _age(defect: DefectFinding, law: Law, one: Evidence, section: Clause, manner: Manner) -> Iterator[Change]:
    """under sixteen years of age -> under eighteen years of age."""
    how = manner.wording
    low = "|".join(map(re.escape, how.lists["age.low"]))
    for age in law.ages:
        if not (section.start <= age.start < section.end and age.op in ("<", "<=") and age.years < 18):
            continue
        if not (one.start - _WIDE <= age.start and age.end <= one.end + _WIDE):
            continue
        old = " ".join(law.text[age.start : age.end].split())
        new = re.sub(  # fifteen (15) is said twice
            rf"\b(?:{low})\b", lambda n: how("age.figure" if n[0].isdigit() else "age.word"), old, flags=re.I
        )
        if new == old:
            continue
        names = manner.names | {"num": section.num}
        yield Change(
            kind="words",
            num="",
            heading=how("order.words_heading", **names),
            order=how("order.words", old=old, new=new, **names),
            unit=section.num,
            defects=(defect.id,),
            duties=_duties(defect),
            note=defect.why,
        )


def _repeal(defect: DefectFinding, one: Evidence, section: Clause, manner: Manner) -> Iterator[Change]:
    """The smallest numbered unit around the evidence, where it is a subsection or a paragraph and not the section."""
    path = [section]
    while inner := next((c for c in path[-1].children if c.start <= one.start and one.end <= c.end), None):
        path.append(inner)
    below = [clause for clause in path[1:] if clause.kind not in TOP_KINDS]
    how = manner.wording
    if not below or any(not clause.num for clause in below) or len(path[-2].children) < 2:
        return
    if below[0].kind not in how.parts:
        return  # the language has no word by which an order could name it: it is asked
    part = f"{how.parts[below[0].kind]} " + "".join(f"({clause.num})" for clause in below)
    names = manner.names | {"num": section.num}
    yield Change(
        kind="repeal",
        num="",
        heading=how("order.repeal_heading", **names),
        order=how("order.repeal", part=part, **names),
        unit=section.num,
        defects=(defect.id,),
        duties=_duties(defect),
        note=defect.why,
    )


def _duties(defect: DefectFinding) -> tuple[str, ...]:
    return defect.provisions


def _question(defect: DefectFinding, manner: Manner) -> Question:
    """Asks what is to become of words that contradict a duty."""
    num = next((one.num for one in defect.evidence if one.num), "")
    how = manner.wording
    names = {"title": defect_of(defect.id, how.language), "fix": fix_of(defect.id, defect.fix, how.language)}
    names |= manner.names | {"num": num}
    return Question((defect.id,), num, how("asked.defect" if num else "asked.somewhere", **names))
