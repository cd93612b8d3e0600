"""Age limits: "under the age of eighteen", "menor de 18 años de edad", "belum berusia 18 (delapan belas) tahun"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from ctip_law.annotate.grammar import Grammar
from ctip_law.annotate.numbers import number
from ctip_law.annotate.view import Unit
from ctip_law.model import Age, Definition

#: Oldest age that a limit is taken for; characters before a limit in which a word for a person must stand where
#: nothing says "of age".
_OLDEST, _NEAR = 99, 45
_BEFORE = (("below", "<"), ("at_most", "<="), ("at_least", ">="), ("above", ">"))
_AFTER = (("after_at_least", ">="), ("after_at_most", "<="))


def ages(units: Sequence[Unit], definitions: Sequence[Definition], grammar: Grammar) -> list[Age]:
    """The age limits of the body in order; `of` is the term of the definition that a limit stands in."""
    reader = Limits(grammar)
    entries = sorted(definitions, key=lambda d: (d.start, -d.end))
    starts = [definition.start for definition in entries]
    found = []
    for unit in units:
        for first, last, op, years in reader.of(unit.view.plain):
            start, end = unit.view.span(first, last)
            at = bisect_right(starts, start) - 1
            # of terms defined in one entry ("girl" or "boy") the first names it
            inside = [d.term for d in entries[max(at - 3, 0) : at + 1] if d.start <= start and end <= d.end]
            found.append(Age(start, end, op, years, inside[0] if inside else "", unit.deepest(start, end).eid))
    return found


class Limits:
    """The reader of age limits in a language."""

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar
        year = grammar.any("periods.year")
        age = grammar.any("ages.of_age")
        cues = "|".join(f"(?P<{name}>{grammar.any(f'ages.{name}')})" for name, _ in _BEFORE)
        after = "|".join(f"(?P<{name}>{grammar.any(f'ages.{name}')})" for name, _ in _AFTER)
        self.pattern = grammar.compile(
            rf"(?<![a-z])(?:(?:{cues}) )?(?P<the>{grammar.any('ages.the_age')} )?(?P<amount>{grammar.amount})"
            rf"(?P<years> ?{year}(?![a-z]))?(?: ?\(\d+\))?(?P<old> {age}(?![a-z]))?"
            rf"(?: (?:{after})(?![a-z]))?(?P<late> {age}(?![a-z]))?"
        )
        self.personal = re.compile(rf"(?<![a-z]){grammar.any('ages.personal')}")
        self.person = re.compile(rf"(?<![a-z]){grammar.any('ages.person')}(?![a-z])")

    def of(self, plain: str) -> list[tuple[int, int, str, int]]:
        """Start, end, operator and years of each limit in a folded text."""
        found = []
        for match in self.pattern.finditer(plain):
            op = next((op for name, op in (*_AFTER, *_BEFORE) if match[name]), "")
            years = number(match["amount"], self.grammar.numbers)
            if not op or years is None or not 1 <= years <= _OLDEST:
                continue
            said = match["the"] or match["old"] or match["late"]
            if said or (match["years"] and op in "<>" and self._of_person(plain, match)):
                found.append((match.start(), match.end(), op, years))
        return found

    def _of_person(self, plain: str, match: re.Match[str]) -> bool:
        """Whether a bare "under eighteen years" is said of somebody, and is no term of imprisonment."""
        if self.personal.match(match.group()):
            return True
        return self.person.search(plain, max(match.start() - _NEAR, 0), match.start("amount")) is not None
