"""Penalties said by way of another: twice it, a third more, the same as in section 5, the next degree up.

They are computed from the rows of the section that is named, or of the tier just before in the same section, and
`derived_from` names that base. Where the base is not in this law nothing is reported.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ctip_law.annotate.grammar import Grammar
from ctip_law.annotate.numbers import number, whole
from ctip_law.annotate.penalties import offence
from ctip_law.annotate.view import Unit
from ctip_law.model import Clause, Law, Penalty, Reference

#: Characters between "shall be increased" and "one third"; of a sentence before and after in which the base is named.
_NEAR, _SENTENCE = 40, 500
#: Farthest that the name of the base may stand after the words of the change (characters); how far back a fine is
#: looked for ("the fine shall be doubled").
_NAMED, _FINE = 160, 20
#: Farthest that the number of a section may stand after the word for a circumstance, and "which may be raised to"
#: before the words of the change.
_CIRCUMSTANCE, _RISES = 90, 40
_STOP = re.compile(r"\.(?= |$)|;")


@dataclass(frozen=True, slots=True)
class _Change:
    """What happens to the base: minimum and maximum are multiplied; a new minimum may come from the old maximum.

    `high` is None where the text sets no upper end ("increased by at least a third"); `rises` is a further change
    that the court may go up to ("in its upper half, which may be raised to the next degree").
    """

    start: int
    end: int
    low: float | None = 1.0
    high: float | None = 1.0
    form: str = "times"
    rises: _Change | None = None

    @property
    def forms(self) -> frozenset[str]:
        """The wordings it is made of."""
        return frozenset((self.form, *(self.rises.forms if self.rises else ())))

    def apply(self, row: Penalty) -> Penalty:
        """The row that this change makes of a base."""
        new = self._once(row)
        if self.rises is None:
            return new
        return replace(new, max_years=self.rises.apply(new).max_years)

    def _once(self, row: Penalty) -> Penalty:
        low, high = row.min_years, row.max_years
        if self.form == "floor":  # "not less than two-thirds of the punishment": of its longest term, which stays
            base = low if self.low is not None else high
            share = self.low if self.low is not None else self.high
            return replace(row, min_years=_round(base * share) if base is not None and share is not None else None)
        if self.form == "ceiling":
            return replace(
                row,
                min_years=None,
                max_years=_round(high * self.high) if high is not None and self.high is not None else None,
            )
        if self.form == "degree_up" and high is not None:
            return replace(row, min_years=high, max_years=_round(high * 1.5))
        if self.form == "degree_down" and low is not None:
            return replace(row, min_years=_round(low / 2), max_years=low)
        if self.form == "upper_half" and low is not None and high is not None:
            return replace(row, min_years=_round((low + high) / 2))
        return replace(
            row,
            min_years=_round(low * self.low) if low is not None and self.low is not None else None,
            max_years=_round(high * self.high) if high is not None and self.high is not None else None,
        )


def derived(
    law: Law, units: Sequence[Unit], rows: Sequence[Penalty], references: Sequence[Reference], grammar: Grammar
) -> list[Penalty]:
    """`rows` with the derived ones added, in the order of the text."""
    finder = _Changes(grammar)
    rows = _raised(units, rows, grammar)
    internal = [reference for reference in references if reference.kind == "internal"]
    starts = [reference.start for reference in internal]
    own: dict[str, list[Penalty]] = {}
    for row in rows:
        own.setdefault(row.section, []).append(row)
    bases = _Bases(units, rows)
    added: list[Penalty] = []
    for unit in units:
        said = own.get(unit.clause.num, ())
        for change in finder.of(unit):
            start, end = unit.view.span(change.start, change.end)
            if _in_heading(law.text, unit.clause, start, end):
                continue
            at = bisect_left(said, end, key=lambda row: row.start) - 1
            if at >= 0 and said[at].end > start:
                continue
            first, last = (unit.view.span(at, at + 1)[0] for at in _sentence(unit.view.plain, change))
            near = internal[bisect_left(starts, first) : bisect_right(starts, last)]
            near = [r for r in near if not finder.circumstance(unit, r)]
            base = bases.of(unit, change, start, end, near)
            new = [_row(unit, change, start, end, row) for row in base if change.form == "same" or _has_term(row)]
            added += bases.add(new, change.forms)
    return sorted([*rows, *added], key=lambda row: (row.start, row.end))


def _in_heading(text: str, clause: Clause, start: int, end: int) -> bool:
    """Whether words stand in the heading of a section that begins with the same words: they are read there."""
    if clause.heading_at is None:
        return False
    first, last = clause.heading_at
    return first <= start and end <= last and text.find(text[first:last], last, clause.end) >= 0


def _sentence(plain: str, change: _Change) -> tuple[int, int]:
    before = [match.end() for match in _STOP.finditer(plain, max(change.start - _SENTENCE, 0), change.start)]
    after = _STOP.search(plain, change.end, change.end + _SENTENCE)
    first = before[-1] if before else max(change.start - _SENTENCE, 0)
    last = after.start() if after else min(change.end + _SENTENCE, len(plain) - 1)
    return min(first, change.start), last


def _raised(units: Sequence[Unit], rows: Sequence[Penalty], grammar: Grammar) -> list[Penalty]:
    """`rows` in which a term that a penalty is raised to keeps the least term of the tier before it.

    "... of not less than three years ..., and if it is done by force, the term shall extend to fourteen years"
    """
    words, noun = grammar.raised
    views = {unit.clause.num: unit.view for unit in units}
    done: list[Penalty] = []
    for row in rows:
        before = done[-1] if done and done[-1].section == row.section else None
        seen = views.get(row.section)
        if before and seen and row.min_years is None and row.max_years is not None and before.min_years is not None:
            first, last = seen.at(row.start), seen.at(row.end - 1)
            said = list(words.finditer(seen.plain, max(first - _RISES, 0), last))
            if said and noun.search(seen.plain, max(said[-1].start() - _NAMED, seen.at(before.end)), said[-1].start()):
                row = replace(row, min_years=before.min_years, derived_from=row.section)
        done.append(row)
    return done


def _has_term(row: Penalty) -> bool:
    return row.min_years is not None or row.max_years is not None or row.life or row.death


def _row(unit: Unit, change: _Change, start: int, end: int, base: Penalty) -> Penalty:
    clause = unit.deepest(start, end)
    row = change.apply(base)
    return replace(
        row, section=unit.clause.num, eid=clause.eid, offence=offence(unit, clause), start=start, end=end,
        derived_from=base.derived_from, grade=base.grade if change.form == "same" else "",
    )  # fmt: skip


class _Bases:
    """The rows of every clause, and which of them a derived penalty starts from."""

    def __init__(self, units: Sequence[Unit], rows: Iterable[Penalty]) -> None:
        self.section = {clause.eid: unit.clause.num for unit in units for clause in unit.clause.walk()}
        self.inner = {c.eid: {d.eid for d in c.walk()} for unit in units for c in unit.clause.walk()}
        self.rows: dict[str, list[Penalty]] = {}
        self.seen: set[tuple[object, ...]] = set()
        self.forms: dict[int, frozenset[str]] = {}
        self.add(rows)

    def add(self, rows: Iterable[Penalty], forms: frozenset[str] = frozenset()) -> list[Penalty]:
        """Take rows in; those that their clause does not hold yet are returned."""
        new = []
        for row in rows:
            key = (row.eid, row.min_years, row.max_years, row.life, row.death, row.fine)
            if key not in self.seen:
                self.seen.add(key)
                insort(self.rows.setdefault(row.section, []), row, key=lambda known: known.start)
                self.forms[row.start] = forms
                new.append(row)
        return new

    def of(self, unit: Unit, change: _Change, start: int, end: int, near: Sequence[Reference]) -> list[Penalty]:
        """The base's rows, equal ones merged, `derived_from` holding the numbers of their sections."""
        following = [r for r in near if r.start >= end]
        if change.form == "same" and following and following[0].target == unit.clause.eid:
            return []  # "the penalties provided in this section" adds nothing
        named = [r for r in near if r.target in self.section and r.target != unit.clause.eid]
        after = [r for r in named if r.start >= end and r.start - end <= _NAMED]
        rows = [row for r in after or named for row in self._within(r.target, start)]
        if not rows and change.form != "same":
            # no section named: the tier just before, but not one made by the same wording
            before = (r for r in reversed(self.rows.get(unit.clause.num, [])) if r.end <= start)
            nearest = next((row for row in before if change.form not in self.forms.get(row.start, ())), None)
            rows = [nearest] if nearest else []
        merged: dict[tuple[object, ...], list[Penalty]] = {}
        for row in rows:
            key = (row.min_years, row.max_years, row.life, row.death, row.fine)
            merged.setdefault(key, []).append(row)
        return [
            replace(same[0], derived_from=", ".join(dict.fromkeys(row.section for row in same)))
            for same in merged.values()
        ]

    def _within(self, target: str, start: int) -> list[Penalty]:
        inner = self.inner[target]
        section = self.rows.get(self.section[target], ())
        return [row for row in section if row.eid in inner and row.start != start]


class _Changes:
    """The wordings of derived penalties in a section."""

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar
        words = sorted(grammar.fractions, key=lambda word: (-len(word), word))
        share = rf"(?:\d{{1,3}}|{grammar.numbers.pattern}) ?{grammar.any('derived.percent')}"
        fraction = f"(?:{'|'.join([*words, share])}|[1-9]/[1-9]\\d?)"
        noun, add, link = (grammar.any(f"derived.{name}") for name in ("noun", "add", "link"))
        low, high = (grammar.any(f"penalty.{name}") for name in ("low", "high"))
        joints = ("periods.to", "periods.between_and", "penalty.and", "penalty.or")
        joint = "|".join(grammar.any(name) for name in joints)
        more = rf"(?:(?: ?\([^)]*\))?,? (?:(?:{joint}) )?(?:{high} )?(?:{link} )*{fraction})?"
        forms = {
            "floor": rf"{low} (?:{link} )*{fraction}(?: ?\([^)]*\))?(?: {link})*? {noun}",
            "ceiling": rf"{high} (?:{link} )*{fraction}(?: ?\([^)]*\))?(?: {link})*? {noun}",
            "add": rf"{add}[^.;]{{0,{_NEAR}}}?(?<![a-z0-9/]){fraction}{more}",
            "more": rf"{fraction} {grammar.any('derived.more')}",
            "passive": rf"(?:{noun}[^.;]{{0,{_NEAR}}}?)?(?<![a-z]){grammar.any('derived.passive')}",
            "times": rf"{fraction}(?: {link})*? {noun}",
            "same": grammar.any("derived.same"),
            "degree_up": grammar.any("derived.degree_up"),
            "degree_down": grammar.any("derived.degree_down"),
            "upper_half": grammar.any("derived.upper_half"),
        }
        self.pattern = grammar.compile(
            "(?<![a-z0-9])(?:" + "|".join(f"(?P<{name}>{form})" for name, form in forms.items()) + ")(?![a-z])"
        )
        self.fraction = re.compile(rf"(?<![a-z0-9/]){fraction}(?![a-z])")
        self.whole = [(re.compile(word), value) for word, value in grammar.fractions.items()]
        near = rf"{{0,{_CIRCUMSTANCE}}}$"
        self.circumstances = re.compile(
            rf"(?<![a-z]){grammar.any('derived.circumstance')}(?![a-z])(?:(?!{grammar.any('derived.crime')})[^.;]){near}"
        )
        self.rises = re.compile(rf",? {grammar.any('derived.rises')} (?:(?:{link}) )*")
        self.linked = re.compile(rf"(?: ?\([^)]*\))?(?: {link})* ?")
        self.low = re.compile(rf"(?<![a-z]){low}(?![a-z])")
        self.least = re.compile(grammar.any("derived.least"))
        self.only_maximum = re.compile(grammar.any("derived.maximum_only"))
        self.denied = re.compile(rf"[^.;,]{{0,{_NEAR}}}?(?<![a-z]){grammar.any('derived.denied')}(?![a-z])")
        self.up_to = re.compile(rf"(?<![a-z]){grammar.any('derived.up_to')}(?![a-z])")
        self.fine = re.compile(rf"(?<![a-z]){grammar.any('derived.of_fine')}(?![a-z])")

    def of(self, unit: Unit) -> Iterator[_Change]:
        """The changes that a section orders, in the order of the text."""
        plain = unit.view.plain
        found = list(self.pattern.finditer(plain))
        risen, told = -1, -1
        for index, match in enumerate(found):
            change = self._read(match)
            if change is None or index == risen:
                continue
            if change.form == "same" and told >= 0 and self.linked.fullmatch(plain, told, change.start):
                continue  # "increased by 1/3 of the penalty provided in section 2"
            if self.denied.match(plain, change.end):
                continue  # "where the penalty provided under subsection (2) should not be imposed"
            if self.fine.search(plain, max(match.start() - _FINE, 0), match.end()):
                continue
            after = self._read(found[index + 1]) if index + 1 < len(found) else None
            if change.form == "same" and after and after.form != "same" and after.start - change.end <= 90:
                continue  # "the same penalty as in Pasal 2 increased by 1/3": one change, not two
            if after and self.rises.fullmatch(plain, change.end, min(after.start, change.end + _RISES)):
                change, risen = replace(change, end=after.end, rises=after), index + 1
            told = change.end if change.form != "same" else -1
            yield change

    def circumstance(self, unit: Unit, reference: Reference) -> bool:
        """Whether a unit is named for the circumstances that it lists, not for a penalty."""
        at = unit.view.at(reference.start)
        return self.circumstances.search(unit.view.plain[max(at - _CIRCUMSTANCE, 0) : at]) is not None

    def _read(self, match: re.Match[str]) -> _Change | None:
        form, text = str(match.lastgroup), match.group()
        if form in ("same", "degree_up", "degree_down", "upper_half"):
            return _Change(match.start(), match.end(), form=form)
        values = [self._value(word.group()) for word in self.fraction.finditer(text)]
        if not values:
            return None
        low: float | None = values[-1]
        high: float | None = values[-1]
        if form == "floor":
            low = low if self.least.search(text) else None
        elif form in ("add", "more"):
            # "increased by a third" adds it; "raised to twice the term" is twice, not three times
            low, high = (value if value >= 1 else 1 + value for value in (values[0], values[-1]))
            if self.up_to.search(text) and len(values) == 1:
                low = 1.0
            elif form == "add" and len(values) == 1 and self.low.search(text):
                high = None
        bottom = None if form != "floor" and self.only_maximum.search(text) else low
        return _Change(match.start(), match.end(), bottom, high, form)

    def _value(self, text: str) -> float:
        for word, value in self.whole:
            if word.fullmatch(text):
                return value
        above, _, below = text.partition("/")
        if below:
            return int(above) / int(below)
        return (number(text, self.grammar.numbers) or 0) / 100


def _round(years: float) -> float:
    return whole(round(years, 2))
