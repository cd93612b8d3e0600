"""Line numbers that bills print in the margin: 1, 2, 3 ... beside every line, or 5, 10, 15 beside every fifth.

    1  A master may not hold the pass-
    2  port of a member of the crew.

They count the lines of the page and are no words of the law, and never its sections: a list of sections has its numbers
beside headings, line numbers stand beside lines that go on in the middle of a sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from ctip_law.read.pdf_runs import Word

#: Numbers that a page needs to begin with; on the pages after it one is enough.
LEAST = 5
#: Steps that lines are counted in -> the most lines without a number between two that have one.
STEPS = {1: 0, 2: 2, 5: 5, 10: 10}
#: Share of the numbered lines that begin with a small letter.
WITHIN = 0.15


@dataclass(frozen=True, slots=True)
class Gutter:
    """Where line numbers stand: on which side, and their left and right edges in points."""

    side: str
    left: float
    right: float


@dataclass(slots=True)
class _Row:
    """The words on one baseline, from left to right."""

    words: list[Word]

    def edge(self, side: str) -> tuple[Word | None, Word | None, list[Word]]:
        """The word at an edge, the one next to it, and all others."""
        if side == "left":
            return self.words[0], (self.words[1] if len(self.words) > 1 else None), self.words[1:]
        return self.words[-1], (self.words[-2] if len(self.words) > 1 else None), self.words[:-1]


def line_numbers(words: Sequence[Word], known: Gutter | None) -> tuple[list[Word], Gutter | None]:
    """The words of a page that are line numbers, and where they stand; `known`: where an earlier page has them."""
    rows = _rows(words)
    for side in ("left", "right"):
        found = _numbers(rows, side, known if known and known.side == side else None)
        if found:
            numbers = [number for _, number in found]
            return numbers, Gutter(side, min(n.x0 for n in numbers), max(n.x1 for n in numbers))
    return [], known


def _rows(words: Sequence[Word]) -> list[_Row]:
    rows: list[_Row] = []
    for word in sorted(words, key=lambda word: (-word.y, word.x0)):
        if rows and abs(rows[-1].words[0].y - word.y) <= 0.45 * max(word.size, 1.0):
            rows[-1].words.append(word)
        else:
            rows.append(_Row([word]))
    for row in rows:
        row.words.sort(key=lambda word: word.x0)
    return rows


def _numbers(rows: list[_Row], side: str, known: Gutter | None) -> list[tuple[int, Word]]:
    """Row and word of each line number on one side of the page; none where there are no line numbers."""
    found: list[tuple[int, Word]] = []
    for place, row in enumerate(rows):
        number, beside, _ = row.edge(side)
        if number is None or not number.text.isdecimal() or len(number.text) > 3:
            continue
        gap = 99.0
        if beside is not None:
            gap = beside.x0 - number.x1 if side == "left" else number.x0 - beside.x1
        if gap >= 0.7 * number.size and (known is None or known.left - 9 <= number.x0 <= number.x1 <= known.right + 9):
            found.append((place, number))
    found = _aligned(found)
    if len(found) < (1 if known else LEAST):
        return []
    step = _step([int(word.text) for _, word in found])
    if not step or not _counts(found, step, known) or not _apart(rows, found, side):
        return []
    return found if known or _within(rows, found, side) else []


def _aligned(found: list[tuple[int, Word]]) -> list[tuple[int, Word]]:
    """Those that stand under one another, by their left or their right edge."""
    if not found:
        return []
    left, right = median(word.x0 for _, word in found), median(word.x1 for _, word in found)
    by_left = [pair for pair in found if abs(pair[1].x0 - left) < 3]
    by_right = [pair for pair in found if abs(pair[1].x1 - right) < 3]
    return max(by_left, by_right, key=len)


def _step(values: list[int]) -> int:
    """What the numbers grow by; 0 where they do not grow evenly. A number alone may be the first of its page."""
    if len(values) == 1:
        return values[0] if values[0] in STEPS else 0
    steps = [after - before for before, after in pairwise(values)]
    usual = max(sorted(set(steps)), key=steps.count)
    even = steps.count(usual) * 10 >= len(steps) * 9 or steps.count(usual) >= len(steps) - 1 > 4
    return usual if usual in STEPS and even else 0


def _counts(found: list[tuple[int, Word]], step: int, known: Gutter | None) -> bool:
    """Whether the numbers count the lines: no line between them, or as many as the step says."""
    between = [after - before for (before, _), (after, _) in pairwise(found)]
    fitting = sum(abs(rows - step) <= (0 if step == 1 else 1) for rows in between)
    return bool(known and len(found) == 1) or (fitting > 0 and fitting * 10 >= len(between) * 9)


def _apart(rows: list[_Row], found: list[tuple[int, Word]], side: str) -> bool:
    """Whether all other words of these lines stand on the other side of all numbers."""
    others = [word for place, _ in found for word in rows[place].edge(side)[2]]
    if not others:
        return False
    if side == "left":
        return min(word.x0 for word in others) > max(word.x1 for _, word in found) - 1
    return max(word.x1 for word in others) < min(word.x0 for _, word in found) + 1


def _within(rows: list[_Row], found: list[tuple[int, Word]], side: str) -> bool:
    """Whether lines with a number begin in the middle of a sentence, which no section and no entry of a list does."""
    begins = [others[0].text for place, _ in found if (others := rows[place].edge(side)[2])]
    small = sum(words[:1].islower() for words in begins)
    return small >= 2 and small >= WITHIN * len(begins)
