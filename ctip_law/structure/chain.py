"""Stage 4, the chain. Reads marks of one family; writes those that are the law's own units.

Whether "3. The Minister ..." begins a section or is the third item of a list, no line can tell; the numbers of the
whole law can. The best increasing chain over all marks wins: each mark adds its weight, gaps in the count, changes
of style and breaking out of a list that runs on cost. Numbering may begin again after a division's heading (codes
numbered by chapter) or, at a price, anywhere (two laws in one file). Linear in the number of marks.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ctip_law.structure.marks import Mark
from ctip_law.structure.numbers import Key, chapter_of

#: Numbers before a mark's own that are looked at one by one; farther gaps all cost BEYOND, nearer ones at most FAR, and
#: so do those under a division's heading: an extract has chapters III and V, and nothing between them.
WINDOW = 12
GAP = 0.08
FAR = 0.5
BEYOND = 1.6
#: The same where the word and the number are the whole line: "Section 62" after section 16 of a reprint.
BEYOND_WHOLE = 1.0
#: Far gaps that make an extract.
_JUMPS = 2
LOOK = 0.18
LIST_GOES_ON = 1.1


@dataclass(slots=True)
class Chain:
    """The chosen marks in order, and what they are worth together."""

    marks: list[Mark]
    score: float


def best_chain(marks: Sequence[Mark], restart: Callable[[Mark], float]) -> Chain:
    """The best chain over `marks`. `restart` says what it costs to begin counting again at a mark.

    A text that leaves out much twice is an extract of a law, and may leave out more ("... 120B ... 359 ... 511 ...").
    """
    found = _best_chain(marks, restart, BEYOND)
    jumps = sum(after.first - before.last > WINDOW for before, after in pairwise(found.marks))
    return _best_chain(marks, restart, BEYOND_WHOLE) if jumps >= _JUMPS else found


def _best_chain(marks: Sequence[Mark], restart: Callable[[Mark], float], beyond: float) -> Chain:
    """The best chain, where a far gap costs `beyond`."""
    if not marks:
        return Chain([], 0.0)
    score = [0.0] * len(marks)
    back = [-1] * len(marks)
    best_at: dict[int, list[int]] = {}
    highest: list[tuple[int, int]] = []  # (first number, index), growing in both number and score
    best_ever = -1
    coded = [bool(chapter_of(mark.num)) for mark in marks]  # with their chapter's number before their own
    for i, mark in enumerate(marks):
        own = mark.weight
        late = 0.0 if mark.first <= 1 or coded[i] else min(FAR, 0.25 * (mark.first - 1))
        options = [(own - late, -1)]
        previous = marks[i - 1] if i else None
        goes_on = previous is not None and previous.look == mark.look and is_next(previous.onward, mark.key)
        goes_on = goes_on and coded[i] == coded[i - 1]  # section 12.1-41-02 is not what follows item 12
        for number in range(mark.first - WINDOW, mark.first + 1):
            for j in best_at.get(number, ()):
                if marks[j].key < mark.key:
                    cost = step_cost(marks[j].onward, mark.key) + _change(marks[j], mark)
                    if goes_on and j != i - 1 and previous is not None and marks[j].key != previous.key:
                        cost += LIST_GOES_ON
                    options.append((score[j] + own - cost, j))
        if previous is not None and previous.look == mark.look and stands_before(previous.key, mark.key):
            options.append((score[i - 1] + own - LOOK, i - 1))
        far = _far(highest, mark.first - WINDOW)
        if far >= 0:
            # from 566.215 to 589.700 no unit is missing
            headed = restart(mark) < BEYOND_WHOLE or (coded[far] and coded[i])
            cost = FAR if headed else BEYOND_WHOLE if mark.whole else beyond
            options.append((score[far] + own - cost - (LIST_GOES_ON if goes_on and far != i - 1 else 0), far))
        # the first number of a chapter again, "36.010": a list of contents came first
        again = len(mark.key) > 1 and mark.key == marks[0].key and mark.key[-1][0] != 2
        if best_ever >= 0 and (mark.first <= 1 or again):
            options.append((score[best_ever] + own - restart(mark), best_ever))
        score[i], back[i] = max(options, key=lambda option: (option[0], option[1]))
        _remember(best_at, score, marks, i)
        _raise(highest, score, mark.last, i)
        if best_ever < 0 or score[i] > score[best_ever]:
            best_ever = i
    chosen = []
    at = best_ever
    while at >= 0:
        chosen.append(marks[at])
        at = back[at]
    return Chain(chosen[::-1], score[best_ever])


def _change(first: Mark, second: Mark) -> float:
    """What a change of style costs: another sign behind the number, another indent, another heading level."""
    if first.look == second.look:
        return 0.0
    return LOOK * sum(1 for a, b in zip(first.look, second.look, strict=False) if a != b)


def _far(highest: list[tuple[int, int]], below: int) -> int:
    """The best mark with a first number under `below`."""
    low, high = 0, len(highest)
    while low < high:
        middle = (low + high) // 2
        if highest[middle][0] < below:
            low = middle + 1
        else:
            high = middle
    return highest[low - 1][1] if low else -1


def _raise(highest: list[tuple[int, int]], score: list[float], number: int, index: int) -> None:
    """Keeps `highest` growing in number and score."""
    low, high = 0, len(highest)
    while low < high:
        middle = (low + high) // 2
        if highest[middle][0] <= number:
            low = middle + 1
        else:
            high = middle
    if low and score[highest[low - 1][1]] >= score[index]:
        return
    end = low
    while end < len(highest) and score[highest[end][1]] <= score[index]:
        end += 1
    if low and highest[low - 1][0] == number:
        low -= 1
    highest[low:end] = [(number, index)]


def _remember(best_at: dict[int, list[int]], score: list[float], marks: Sequence[Mark], index: int) -> None:
    """Keeps a few good marks for each first number: the best of each key and the latest."""
    kept = best_at.setdefault(marks[index].last, [])
    for place, other in enumerate(kept):
        if marks[other].key == marks[index].key and marks[other].look == marks[index].look:
            if score[index] >= score[other]:
                kept[place] = index
            return
    kept.append(index)
    if len(kept) > 8:
        kept.remove(min(kept, key=lambda other: (score[other], other)))


def is_next(first: Key, second: Key) -> bool:
    """`second` is what a count goes on with after `first`: 4 -> 5, 4 -> 4A, 4A -> 4B, 4B -> 5, 2.1 -> 2.2."""
    if second <= first or not first or not second:
        return False
    return step_cost(first, second) == 0.0


def stands_before(first: Key, second: Key) -> bool:
    """An inserted unit that was put before the one it is named after: 270.1A before 270.1, 98AA before 98A, 1ZA before
    1A; or behind the one it is named after: 376DA and 376DB before 376E."""
    if len(first) < 2 or first[-1][0] != 2:
        return False
    inserted, after = first[-1], second[-1] if second else (0, 0, "")
    begins = inserted[2][:1]
    between = first[:-1] == second[:-1] and after[0] == 2 and inserted[1] > after[1]
    return first[:-1] == second or (between and (begins in ("a", "z") or begins < after[2][:1]))


def step_cost(first: Key, second: Key) -> float:
    """What going on from `first` to `second` costs: 0 for the next number, more for gaps."""
    for a, b in zip(first, second, strict=False):
        if a == b:
            continue
        if a[0] == b[0] == 1:
            return min(FAR, GAP * (b[1] - a[1] - 1))
        if a[0] == b[0] == 2:
            return min(FAR, 0.1 * max(0, _letter(b) - _letter(a) - 1))
        return 0.0
    return 0.0


def _letter(piece: tuple[int, int, str]) -> int:
    return ord(piece[2][-1]) if piece[2] else piece[1]
