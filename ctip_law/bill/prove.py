"""The proof of a bill: its text is read as any file, carried out on the law, and the gap analysis made again.

Nothing of what the bill was made from is used: what the reader does not see in its words did not happen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ctip_law.analyse import gap, parse
from ctip_law.bill.nouns import Bill, Change, Proof, Row
from ctip_law.bill.wording import Wording, wording
from ctip_law.compare.amend import Consolidation, amend
from ctip_law.draft.duties import defect_of
from ctip_law.errors import InputError
from ctip_law.framework import load
from ctip_law.model import Law, ProvisionFinding, Report

_SHOWN = 90  # characters of words that are named
_GOOD = ("met", "elsewhere", "divergence")
_ORDER = {"gap": 0, "unclear": 1, "partial": 2, "divergence": 3, "elsewhere": 3, "met": 3}


def proved(bill: Bill, before: Report, laws: Sequence[Law], asked: Sequence[str]) -> Bill:
    """The bill with its proof, each clause with what was found against it.

    `laws` are those of `before`, the first is the one that is amended; `asked` the duties that the bill is to answer.
    """
    if not bill.changes:
        return replace(bill, proof=Proof(bill.law, before, tuple(_rows(before, before, asked)), 0, 0))
    how = wording(bill.law.language)
    act = parse("-", stdin=bill.text.encode("utf-8", "surrogatepass"), lang=bill.law.language, sections=False)
    try:
        made = amend(bill.law, act)
    except InputError as error:
        failure = how("proof.whole", why=error.message)
        return replace(bill, proof=Proof(bill.law, before, (), 0, 0, failures=(failure,)))
    after = gap([made.law, *laws[1:]], against=before.instruments, country=before.country)
    rows = tuple(_rows(before, after, asked))
    waits = _waiting(bill, before)
    doubts = {finding.id for finding in after.provisions if _doubted(finding)}
    told = {change.num: _undone(change, made, how, bill.frame is not None) for change in bill.changes}
    effects = {change.num: told[change.num] or _effect(change, rows, waits, doubts, how) for change in bill.changes}
    changes = tuple(replace(change, effect=effects[change.num]) for change in bill.changes)
    failures = [how("proof.clause", num=bill.number(num), why=why) for num, why in told.items() if why]
    failures += [how("proof.unread", why=one.why) for one in made.unread]
    repaired = [one for one in act.repairs if one.before.rstrip(". ") != one.after]  # "2." read as 2 is as it stands
    failures += [how("proof.repaired", old=one.before, new=one.after) for one in repaired]
    carried = [change for change in changes if not told[change.num]]
    failures += [
        how("proof.against", num=bill.number(c.num), why=why) for c in carried if (why := _astray(c, made.law, how))
    ]
    failures += [how("proof.against", num=bill.number(c.num), why=c.effect) for c in carried if c.effect]
    failures += _verdicts(bill, rows, waits, how)
    defects = tuple(tuple(one.id for one in report.defects) for report in (before, after))
    fresh = [one for one in after.defects if one.id not in defects[0]]
    named = {one.id: defect_of(one.id, how.language) for one in fresh}
    failures += [how("proof.defect", label=named[one.id]) for one in fresh if one.basis == "text"]
    silent = tuple(
        one.title(named[one.id]) if how.language == "en" else named[one.id] for one in fresh if one.basis == "silence"
    )
    applied = sum(outcome.applied for outcome in made.outcomes)
    lost = tuple(_lost(bill, made))
    proof = Proof(
        made.law, after, rows, len(made.outcomes), applied, tuple(failures), lost, (defects[0], defects[1]), silent
    )
    return replace(bill, changes=changes, proof=proof)


def _verdicts(bill: Bill, rows: Sequence[Row], waits: set[str], how: Wording) -> Iterator[str]:
    """Duties that were to be answered along with others and are not, and verdicts that are worse."""
    own = {duty for change in bill.changes for duty in change.duties}
    for row in rows:
        if row.worse:
            old, new = how(f"verdicts.{row.before}"), how(f"verdicts.{row.after}")
            yield how("proof.worse", id=row.id, old=old, new=new)
        elif row.asked and row.id not in own | waits and row.after not in _GOOD:
            yield how("proof.still", id=row.id, verdict=how(f"verdicts.{row.after}"))


def _rows(before: Report, after: Report, asked: Sequence[str]) -> Iterator[Row]:
    """Each verdict that the bill is to change or that changed."""
    later = {finding.id: finding for finding in after.provisions}
    for old in before.provisions:
        new = later[old.id]
        if old.id in asked or old.status != new.status or _lost_elements(old, new):
            lower = _ORDER.get(new.status, 3) < _ORDER.get(old.status, 0) and not _doubted(new, old)
            worse = lower or bool(_lost_elements(old, new))
            title = load().provision(old.id).title
            yield Row(old.id, title, old.status, new.status, old.id in asked, worse)


def _doubted(finding: ProvisionFinding, before: ProvisionFinding | None = None) -> bool:
    """Whether every element was found, or none less than before, and only the second reader doubts the words: no duty
    is worse for that."""
    weak = set(finding.weak) - set(before.weak if before else ())
    return finding.status == "unclear" and not finding.missing and not weak


def _lost_elements(old: ProvisionFinding, new: ProvisionFinding) -> set[str]:
    """Elements that were there and are not any more."""
    return set(old.present) - set(new.present) - set(new.weak)


def _undone(change: Change, made: Consolidation, how: Wording, listed: bool) -> str:
    """Why a clause was not carried out, "" where it was; it is cited as I(2) where the clauses are a list in one."""
    at = 1 if listed else 0
    mine = [
        outcome for outcome in made.outcomes if re.split(r"[()]", outcome.instruction.num)[at : at + 1] == [change.num]
    ]
    if not mine:
        return how("proof.silent")
    return "; ".join(outcome.why for outcome in mine if not outcome.applied)


def _waiting(bill: Bill, before: Report) -> set[str]:
    """The duties that a defect of the text keeps open, which the bill asks about."""
    asked = {id for question in bill.questions for id in question.ids}
    return {
        finding.id for finding in before.provisions if asked.intersection(load().provision(finding.id).rule.blocked_by)
    }


def _astray(change: Change, law: Law, how: Wording) -> str:
    """Where the new sections of a clause stand, if that is not after the one that they belong behind."""
    wanted = [section.num.replace(" ", "") for section in change.sections]
    nums = [section.num.replace(" ", "") for section in law.sections()]
    before = (change.after or change.unit).replace(" ", "")
    if not wanted or before not in nums:
        return ""
    there = nums[nums.index(before) + 1 :][: len(wanted)]
    return "" if there == wanted else how("proof.astray", num=before)


def _effect(change: Change, rows: Sequence[Row], waits: set[str], doubts: set[str], how: Wording) -> str:
    """What of a clause's duties is still open, but for those that wait for an answer.

    Where every element is found and the second reader doubts the words, that is said: no other clause would help.
    """
    mine = [row for row in rows if row.id in change.duties and row.asked and row.id not in waits]
    open_ = [row for row in mine if row.after not in _GOOD]
    still = [how("proof.still", id=row.id, verdict=how(f"verdicts.{row.after}")) for row in open_]
    doubted = how("proof.doubted")
    return "; ".join(said + (doubted if row.id in doubts else "") for row, said in zip(open_, still, strict=True))


def _lost(bill: Bill, made: Consolidation) -> Iterator[str]:
    """Where the law's own words are not in their place any more, and words of the bill that did not come in.

    The new law without what the bill puts in must be the old one, word for word, but for units whose words it changes.
    """
    touched = {change.unit for change in bill.changes if change.kind in ("words", "repeal")}
    new, whole = _bare(made.law, touched), _bare(made.law, set())
    for change in bill.changes:
        for piece in _pieces(change):
            bare = "".join(piece.split())
            if bare not in whole:
                yield f"clause {change.num}: {piece[:_SHOWN]}"
            new = new.replace(bare, "", 1)
    old = _bare(bill.law, touched)
    if old != new:
        at = next((n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
        yield old[at : at + _SHOWN] or new[at : at + _SHOWN]


def _pieces(change: Change) -> Iterator[str]:
    """What a clause puts in at one place: each definition by itself."""
    if change.kind == "define":
        yield from change.quoted.split("\n")
    elif change.quoted:
        yield change.quoted


def _bare(law: Law, without: set[str]) -> str:
    """The words of a law without any blank, and without some of its sections."""
    text, at, kept = law.text, 0, []
    for section in law.sections():
        if section.num in without:
            kept.append(text[at : section.start])
            at = max(at, section.end)
    return "".join("".join([*kept, text[at:]]).split())
