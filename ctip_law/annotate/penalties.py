"""Penalties: one row per tier of custody in each section, terms in years.

What an attempt is punished with is no row: the rows are those of the offences themselves, as careful readers list them.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from textwrap import shorten

from ctip_law.annotate.ages import Limits
from ctip_law.annotate.columns import columns
from ctip_law.annotate.costs import with_costs
from ctip_law.annotate.grades import Grades
from ctip_law.annotate.grammar import Grammar
from ctip_law.annotate.inserted import numbered
from ctip_law.annotate.tables import Row, tables
from ctip_law.annotate.tier import Tier
from ctip_law.annotate.tiers import tiers
from ctip_law.annotate.tree import path
from ctip_law.annotate.view import Unit, View
from ctip_law.model import Clause, Law, Penalty

#: Characters of a section's first words that name its offence where it has no heading.
_LABEL = 80
#: The number of a section before its words, with the word for it.
_UNNUMBERED = re.compile(
    r"^\W*(?:[^\W\d]+\.? ?)?\d[\w.-]*\W+(?:\w{1,3}\)\W*)*(?:(?:\d{1,2}|[a-zA-Z])[.)]\s|\d{1,2}\s(?=[A-ZÀ-Þ]))?"
)
#: Characters before a term in which its sentence may open with the attempt ("An attempt to ... is punishable with").
_OPENING = 200
_SMALL = re.compile(r"(?<=[^\W\d_]{3})\.(?= [^\W\d_A-ZÀ-Þ]{2,} )")


def penalties(law: Law, units: Sequence[Unit], grammar: Grammar) -> list[Penalty]:
    """Every custodial penalty of the sections, in order; a tier said twice in the same clause once."""
    trigger = re.compile(grammar.any("penalty.trigger"))
    penal = [unit for unit in units if trigger.search(unit.view.plain)]
    attempt = re.compile(rf"(?:^|[.;)] ?){grammar.any('penalty.attempt')}(?![a-z])[^.;]*$")
    bounds = re.compile(f"{grammar.any('penalty.low')}|{grammar.any('penalty.high')}")
    limits, grades = Limits(grammar), Grades(grammar)
    rows = [_told(row) for row in columns(law, units, penal, grammar, limits)]
    told = sorted((row.start, row.end) for row in rows)
    more = map(_told, tables(law, units, penal, grammar, limits))
    rows += [row for row in more if not _overlaps(told, row.start, row.end)]
    told = sorted((row.start, row.end) for row in rows)
    for unit in penal:
        laid = [
            tier
            for tier in tiers(_unbroken(unit.view, bounds), grammar, limits)
            if not attempt.search(unit.view.plain[max(unit.head, tier.first - _OPENING) : tier.first])
        ]
        seen = set()
        for tier in sorted(_graded(unit, laid, grades), key=lambda tier: tier.first):
            start, end = unit.view.span(tier.first, tier.last)
            clause = unit.deepest(start, end)
            if _overlaps(told, start, end):
                continue
            row = _row(unit.clause.num, clause.eid, offence(unit, clause), start, end, tier)
            key = (row.eid, row.min_years, row.max_years, row.life, row.death, row.fine, row.grade)
            if key not in seen:
                seen.add(key)
                rows.append(row)
    return sorted(with_costs(units, rows, grammar, limits), key=lambda row: row.start)


def _unbroken(seen: View, bounds: re.Pattern[str]) -> str:
    """The folded words, without full stops after which a sentence goes on in small letters: a note in the margin was
    printed into it ("imprisonment of either description Dealing in slaves. for a term not exceeding ten years")."""
    if seen.text.islower():
        return seen.plain
    pieces, at = [], 0
    for stop in _SMALL.finditer(seen.text):
        if not bounds.match(seen.plain, stop.end() + 1):  # "shall not be A note. less than ten years" stays apart
            pieces.append(seen.plain[at : stop.start()])
            at = stop.end()
    return " ".join([*pieces, seen.plain[at:]])


def with_inserted(law: Law, rows: Sequence[Penalty]) -> list[Penalty]:
    """`rows`, those that stand in words put into another law with the number that their section has there."""
    new = sorted(numbered(law).values(), key=lambda clause: clause.start)
    starts = [clause.start for clause in new]
    return [_inserted(row, new, bisect_right(starts, row.start) - 1) for row in rows]


def _inserted(row: Penalty, new: Sequence[Clause], at: int) -> Penalty:
    if at < 0 or new[at].end < row.end:
        return replace(row, inserted="")
    return replace(row, inserted=new[at].num, offence=new[at].heading or row.offence)


def _graded(unit: Unit, laid: Sequence[Tier], grades: Grades) -> Iterator[Tier]:
    """The tiers with the class that their sentence gives the offence; a class without a term is a tier of its own."""
    free = list(laid)
    for grade in grades.of(unit.view.plain):
        words = " ".join(unit.view.text[grade.start : grade.end].split())
        first, last = grade.sentence
        own = next((tier for tier in free if max(first, grade.start) <= tier.first < last), None)
        if own is None:
            yield Tier(grade.start, grade.end, grade=words)
        else:
            free.remove(own)
            yield replace(own, grade=words)
    yield from free


def _row(section: str, eid: str, what: str, start: int, end: int, tier: Tier) -> Penalty:
    return Penalty(
        section=section,
        eid=eid,
        offence=what,
        start=start,
        end=end,
        min_years=tier.low,
        max_years=tier.high,
        life=tier.life,
        death=tier.death,
        fine=tier.fine,
        grade=tier.grade,
    )


def _told(row: Row) -> Penalty:
    """A row of a table, under the section that makes the offence; it stands where the table does."""
    top = row.place.clause if isinstance(row.place, Unit) else row.place
    eid = path(top, row.start, row.end)[-1].eid
    return _row(row.section.num, eid, row.offence, row.start, row.end, row.tier)


def _overlaps(told: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    at = bisect_left(told, (end, 0)) - 1
    return at >= 0 and told[at][1] > start


def offence(unit: Unit, clause: Clause) -> str:
    """What a penalty is for: the clause's own heading, else the section's, else its first words."""
    if clause.heading or unit.clause.heading:
        return clause.heading or unit.clause.heading
    words = _UNNUMBERED.sub("", " ".join(unit.view.text[: 2 * _LABEL].replace("*", " ").split()))
    return shorten(words, _LABEL, placeholder=" …")
