"""Stage 5, strays. Reads the chosen marks; adds units that stand out of order: 1, 2, 4, 3, 5, or 2A behind the last.

No growing chain holds them. They look like the law's units in everything, their number is missing in the count or
was given twice, and no list runs through them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence
from statistics import median

from ctip_law.model import Repair
from ctip_law.structure.chain import best_chain, is_next
from ctip_law.structure.choose import LONE, RESTART_BARE, Chosen
from ctip_law.structure.lines import Line, looks_like_heading
from ctip_law.structure.marks import BESIDE, Mark

#: Units that a law must have before any is looked for out of order.
FEWEST = 4
#: A law has at most one stray in so many units; where there are more, something else was read.
RARE = 8


def add_strays(lines: list[Line], chosen: Chosen, units: Sequence[Mark], repairs: list[Repair]) -> None:
    """Adds to `chosen.marks`, each told in `repairs`."""
    if len(chosen.marks) < FEWEST:
        return
    family, kept = chosen.marks[0].family, {id(mark) for mark in chosen.marks}
    inside = [m for m in units if m.family == family and chosen.body.first <= m.line < chosen.body.last]
    look = Counter(mark.look for mark in chosen.marks).most_common(1)[0][0]
    least = median(mark.weight for mark in chosen.marks) - 0.05
    apart = sum(lines[mark.line].gap for mark in chosen.marks) * 10 >= len(chosen.marks) * 8
    numbers = {mark.num for mark in chosen.marks}
    found: list[Mark] = []
    for place, mark in enumerate(inside):
        before = inside[place - 1] if place else None
        after = inside[place + 1] if place + 1 < len(inside) else None
        listed = any(
            other is not None
            and id(other) not in kept
            and not lines[other.line].quoted
            and (is_next(other.key, mark.key) or is_next(mark.key, other.key))
            for other in (before, after)
        )
        fits = mark.look == look and mark.weight >= least and (lines[mark.line].gap or not apart)
        wanted = _missing(mark, chosen.marks, numbers) or _twice(lines, mark, chosen.marks)
        if id(mark) in kept or listed or not fits or lines[mark.line].quoted or not wanted:
            continue
        if _announced(lines, mark.line):
            continue
        found.append(mark)
        numbers.add(mark.num)
    if not found or len(found) * RARE > max(RARE, len(chosen.marks)):
        return
    for mark in found:
        mark.stray = True
        line = lines[mark.line]
        why = "the unit stands out of the order of the numbers, and is kept where it stands"
        repairs.append(Repair(line.start, mark.rest, mark.printed, mark.num, why))
    chosen.marks = sorted((*chosen.marks, *found), key=lambda mark: mark.line)


def add_beside(chosen: Chosen, units: Sequence[Mark]) -> None:
    """Adds the units that are counted beside the others: "Article 9" / "Additional Article 1" / "Article 10"."""
    if not chosen.marks:
        return
    families: dict[str, list[Mark]] = defaultdict(list)
    for mark in units:
        if mark.family.startswith(f"{chosen.marks[0].kind}{BESIDE}") and chosen.marks[0].line < mark.line:
            families[mark.family].append(mark)
    found = [mark for family in families.values() for mark in best_chain(family, lambda mark: RESTART_BARE).marks]
    inside = [mark for mark in found if mark.line < chosen.body.last and mark.weight > LONE]
    for mark in inside:
        mark.stray = True
    chosen.marks = sorted((*chosen.marks, *inside), key=lambda mark: mark.line)


def _missing(mark: Mark, chain: Sequence[Mark], numbers: set[str]) -> bool:
    """The count lacks the number, and it lies within the count."""
    if mark.num in numbers or not chain[0].first <= mark.first <= max(other.first for other in chain):
        return False
    return len(mark.key) == 1 or str(mark.first) in numbers


#: Lines between a number and the same number again, below which it is one unit printed twice.
_NEAR = 4


def _twice(lines: list[Line], mark: Mark, chain: Sequence[Mark]) -> bool:
    """A number given twice by mistake: "3 Power to make rules" ... "3 Coming into force" / "4 Short title"."""
    place = bisect_left(chain, mark.line, key=lambda other: other.line)
    beside = [other for other in (chain[place - 1] if place else None, *chain[place : place + 1]) if other is not None]
    same = next((other for other in beside if other.num == mark.num), None)
    if same is None or abs(same.line - mark.line) < _NEAR:
        return False
    own, other = (" ".join(lines[one.line].text[one.rest - lines[one.line].start :].split()) for one in (mark, same))
    both = looks_like_heading(own) and looks_like_heading(other)
    return both and own.lower() != other.lower() and lines[mark.line].gap


def _announced(lines: list[Line], index: int) -> bool:
    """The words before it say that it is put into another law: "... the following section is inserted:—"."""
    before = next((lines[at] for at in range(index - 1, -1, -1) if not lines[at].role), None)
    return before is not None and before.text.rstrip("\"“' ")[-1:] in ":—–-"
