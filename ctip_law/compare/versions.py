"""Two versions of a law, section by section: what was added, removed, changed or renumbered."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from ctip_law.annotate.tree import key
from ctip_law.annotate.view import view
from ctip_law.compare.words import Piece, changed, flat, redline
from ctip_law.model import TOP_KINDS, Clause, Law

Kind = Literal["added", "removed", "changed", "renumbered"]

#: Sections of one number are the same section from this likeness of their words on (0 to 100) ...
_SAME = 50.0
#: ... and sections of different numbers are one that was renumbered from this one on.
_MOVED = 75.0
#: How many of a unit's rarest words are looked up in the other version; half of them have to be there.
_RARE = 12


@dataclass(frozen=True, slots=True)
class Unit:
    """A section, a division's heading or a part beside the body, with its words on one line, number left out."""

    kind: str
    num: str
    eid: str
    heading: str
    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to a unit. A renumbered unit whose words changed too has `kind` "renumbered" and `pieces`.

    `pieces` is the redline of the words; for a unit added or removed it is one piece.
    """

    kind: Kind
    old: Unit | None
    new: Unit | None
    pieces: tuple[Piece, ...]

    @property
    def unit(self) -> Unit:
        """The unit as it now stands, or as it stood."""
        unit = self.new or self.old
        assert unit is not None
        return unit


def changes(old: Law, new: Law) -> tuple[Change, ...]:
    """The differences in the order of the new version, removed units where they stood. Empty for equal texts."""
    before, after = units(old), units(new)
    pairs = _pairs(before, after)
    taken = {a: b for b, a in pairs.items()}
    order: list[tuple[int | None, int | None]] = []
    next_old = 0
    for place in range(len(after)):
        match = taken.get(place)
        if match is not None:
            while next_old <= match:
                if next_old not in pairs:
                    order.append((next_old, None))
                next_old += 1
        order.append((match, place))
    order += [(place, None) for place in range(next_old, len(before)) if place not in pairs]
    return tuple(_changes([(None if o is None else before[o], None if n is None else after[n]) for o, n in order]))


def units(law: Law) -> tuple[Unit, ...]:
    """What is compared: headings of parts, sections with all their words, and what stands beside the body."""
    masked = sorted((left.start, left.end) for left in law.leftovers)
    found = [_unit(clause, law, masked) for top in law.clauses for clause in _tops(top)]
    for component in law.components:
        words = flat(view(law.text, component.start, component.end, masked).text)
        found.append(Unit(component.name, "", component.name, "", component.start, component.end, words))
    return tuple(found)


def _tops(clause: Clause) -> Iterator[Clause]:
    yield clause
    if clause.kind not in TOP_KINDS:
        for child in clause.children:
            yield from _tops(child)


def _unit(clause: Clause, law: Law, masked: Sequence[tuple[int, int]]) -> Unit:
    """A division counts with its own words only: its sections are units of their own."""
    if clause.kind in TOP_KINDS:
        words = flat(view(law.text, clause.start, clause.end, masked).text)
        words = _without(words, clause.num_printed or clause.num, clause.heading)
    else:
        words = flat(" ".join(filter(None, [clause.heading, clause.intro, clause.text, clause.wrap_up])))
    return Unit(clause.kind, clause.num, clause.eid, flat(clause.heading), clause.start, clause.end, words)


def _without(words: str, num: str, heading: str) -> str:
    """Heading first, number left out, whatever order they stand in: "1. Title Words" is "Title. Words"."""
    for _ in range(3):
        for head in (num, flat(heading)):
            if head and words.startswith(head):
                words = words[len(head) :].lstrip(" .:—–-°")
    return f"{flat(heading)}. {words}" if heading else words


def _pairs(before: Sequence[Unit], after: Sequence[Unit]) -> dict[int, int]:
    """Place in the old version -> place in the new one."""
    pairs: dict[int, int] = {}
    _by(before, after, pairs, lambda unit: (unit.kind, key(unit.num), unit.words))
    _by(before, after, pairs, lambda unit: (unit.kind, unit.words))
    numbers = _left(after, pairs.values())
    for place, unit in _left(before, pairs).items():
        same = [n for n, other in numbers.items() if (other.kind, key(other.num)) == (unit.kind, key(unit.num))]
        if len(same) == 1 and (not unit.num or _likeness(unit, numbers[same[0]]) >= _SAME):
            pairs[place] = same[0]
            del numbers[same[0]]
    _moved(before, after, pairs)
    numbers = _left(after, pairs.values())
    for place, unit in _left(before, pairs).items():  # rewritten under its number
        same = [n for n, other in numbers.items() if (other.kind, key(other.num)) == (unit.kind, key(unit.num))]
        if same:
            pairs[place] = same[0]
            del numbers[same[0]]
    return pairs


def _by(before: Sequence[Unit], after: Sequence[Unit], pairs: dict[int, int], mark: Callable[[Unit], object]) -> None:
    """Pairs what is alike in every respect that `mark` gives, first with first."""
    waiting: dict[object, list[int]] = {}
    for place, unit in _left(after, pairs.values()).items():
        waiting.setdefault(mark(unit), []).append(place)
    for place, unit in _left(before, pairs).items():
        if places := waiting.get(mark(unit)):
            pairs[place] = places.pop(0)


def _moved(before: Sequence[Unit], after: Sequence[Unit], pairs: dict[int, int]) -> None:
    """Units whose words went to another number, the likest first. Only those with rare words in common are tried."""
    old, new = _left(before, pairs), _left(after, pairs.values())
    words = {place: set(_tokens(unit.words)) for place, unit in new.items()}
    holding: dict[str, list[int]] = {}
    for place, own in words.items():
        for word in own:
            holding.setdefault(word, []).append(place)
    found = []
    for place, unit in old.items():
        rare = sorted(set(_tokens(unit.words)), key=lambda word: (len(holding.get(word, ())), word))[:_RARE]
        for other in sorted({other for word in rare for other in holding.get(word, ())}):
            near = new[other].kind == unit.kind and 2 * len(words[other].intersection(rare)) >= len(rare)
            if near and (score := _likeness(unit, new[other], _MOVED)) >= _MOVED:
                found.append((-score, place, other))
    for _, place, other in sorted(found):
        if place not in pairs and other not in pairs.values():
            pairs[place] = other


def _left(units: Sequence[Unit], used: Iterable[int]) -> dict[int, Unit]:
    known = set(used)
    return {place: unit for place, unit in enumerate(units) if place not in known}


def _likeness(one: Unit, other: Unit, least: float = 0.0) -> float:
    from rapidfuzz import fuzz

    return float(fuzz.ratio(_tokens(one.words), _tokens(other.words), score_cutoff=least))


def _tokens(words: str) -> list[str]:
    return re.findall(r"\w+", words.casefold())


def _changes(rows: Iterable[tuple[Unit | None, Unit | None]]) -> Iterator[Change]:
    for old, new in rows:
        if old is None and new is not None:
            yield Change("added", None, new, (Piece("insert", new.words),))
        elif new is None and old is not None:
            yield Change("removed", old, None, (Piece("delete", old.words),))
        elif old is not None and new is not None:
            pieces = redline(old.words, new.words)
            if key(old.num) != key(new.num):
                yield Change("renumbered", old, new, pieces if changed(pieces) else ())
            elif changed(pieces):
                yield Change("changed", old, new, pieces)
