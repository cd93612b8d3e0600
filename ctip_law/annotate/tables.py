"""Tables of offences and penalties: a schedule or a section that tells, offence by offence, what each costs.

    Section 31. Assault: imprisonment up to 1 year; 32. Theft: imprisonment up to 3 years   (or the rows of a table)

A row belongs to the section that makes the offence. Tables are often printed with the numbers of an earlier text, so
the heading decides: number and heading together, else the one section with that heading, else nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ctip_law.annotate.ages import Limits
from ctip_law.annotate.grammar import Grammar
from ctip_law.annotate.tier import Tier
from ctip_law.annotate.tiers import tiers
from ctip_law.annotate.view import Unit, View, fold, view
from ctip_law.model import Clause, Law

#: Fewest offences that a table tells; characters of a heading that are compared; characters before the first row that
#: are read for the heads of the columns.
_FEWEST, _HEAD, _COLUMNS = 2, 60, 200
#: Stands before the words of a row, which read as an item of a list.
_LABEL = "(a) "


@dataclass(frozen=True, slots=True)
class Row:
    """A tier that a table tells for the offence of `section`; `start`/`end` are places in the law's text."""

    section: Clause
    offence: str
    start: int
    end: int
    tier: Tier
    place: Unit | Clause


def tables(
    law: Law, units: Sequence[Unit], penal: Sequence[Unit], grammar: Grammar, limits: Limits
) -> Iterator[Row]:
    """The rows of all tables in the units that speak of penalties (`penal`) and in the schedules. Linear in the length
    of the text."""
    headed = {unit.clause.num: unit.clause for unit in units if unit.clause.heading and unit.clause.num}
    if len(headed) < _FEWEST:
        return
    reader = _Reader(grammar, limits, headed)
    for unit in penal:
        yield from reader.rows(unit.view, unit)
    masked = sorted((left.start, left.end) for left in law.leftovers)
    for component in law.components:
        if component.clauses and component.name.startswith("schedule"):
            seen = view(law.text, component.start, component.end, masked)
            if reader.about.search(seen.plain):
                yield from reader.rows(seen, component.clauses[0])


class _Reader:
    def __init__(self, grammar: Grammar, limits: Limits, headed: dict[str, Clause]) -> None:
        self.grammar = grammar
        self.limits = limits
        self.headed = {fold(num): clause for num, clause in headed.items()}
        heads = [_heading(clause) for clause in headed.values()]
        self.named = {_heading(clause): clause for clause in headed.values() if heads.count(_heading(clause)) == 1}
        section = grammar.any("references.section")
        number = r"(?P<num>\d{1,4}[a-z]{0,3}(?:[.-]\d{1,4}[a-z]{0,2})*)(?: ?\(\d+\))?[.):]?"
        self.entry = re.compile(rf"(?:^|(?<=[ ;:|]))(?:{section} )?{number} ?(?=[a-z(])")
        self.about = re.compile(grammar.any("penalty.trigger"))
        self.fine = re.compile(grammar.any("penalty.fine"))
        self.custody = re.compile(grammar.any("penalty.custody"))

    def rows(self, seen: View, place: Unit | Clause) -> list[Row]:
        """The rows of one section or schedule; none where it tells fewer than two offences."""
        own = place.clause if isinstance(place, Unit) else place
        entries = [entry for entry in self._entries(seen) if entry[2] is not own]
        if len(entries) < _FEWEST:
            return []
        columns = seen.plain[max(entries[0][0] - _COLUMNS, 0) : entries[0][0]]
        listed = (self.custody.search(columns) is not None, "high")
        fined = listed[0] and self.fine.search(columns) is not None
        ends = [start for start, _, _ in entries[1:]] + [len(seen.plain)]
        found = [
            Row(
                clause,
                clause.heading,
                *seen.span(tier.first, tier.last),
                replace(tier, fine="yes") if fined and tier.fine == "no" else tier,
                place,
            )
            for (_, start, clause), end in zip(entries, ends, strict=True)
            for tier in self._tiers(seen.plain, start, end, listed)
        ]
        return found if len({row.section.eid for row in found}) >= _FEWEST else []

    def _entries(self, seen: View) -> Iterator[tuple[int, int, Clause]]:
        """Where a row begins, where the words after the offence's name begin, the section that makes the offence."""
        for match in self.entry.finditer(seen.plain):
            words = seen.plain[match.end() : match.end() + _HEAD + 1]
            own = self.headed.get(match["num"])
            if own is not None and _begins(words, _heading(own)):
                yield match.start(), match.end() + len(_heading(own)), own
            elif other := self._by_name(words):
                yield match.start(), match.end() + len(_heading(other)), other

    def _by_name(self, words: str) -> Clause | None:
        """The section with the heading that `words` begin with, the longest that fits."""
        for end in range(len(words), 3, -1):
            if words[:end] in self.named and _begins(words, words[:end]):
                return self.named[words[:end]]
        return None

    def _tiers(self, plain: str, start: int, end: int, listed: tuple[bool, str]) -> Iterator[Tier]:
        for tier in tiers(_LABEL + plain[start:end].lstrip(" :"), self.grammar, self.limits, "liable", listed):
            by = end - len(plain[start:end].lstrip(" :")) - len(_LABEL)
            yield tier.moved(by)


def _heading(clause: Clause) -> str:
    return fold(" ".join(clause.heading.split()))[:_HEAD].rstrip(" .")


def _begins(words: str, heading: str) -> bool:
    return words.startswith(heading) and not words[len(heading) : len(heading) + 1].isalnum()
