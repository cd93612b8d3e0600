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

#: Numbers that the pages need together.
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


def gutter_of(pages: Sequence[Sequence[Word]]) -> Gutter | None:
    """Where the pages of a document have line numbers; None where they have none. The pages are judged together."""
    rows_of = [_rows(words) for words in pages]
    for side in ("left", "right"):
        found = [(rows, _numbers(rows, side, None)) for rows in rows_of]
        numbers = [number for _, pairs in found for _, number in pairs]
        begins = [word for rows, pairs in found for word in _begins(rows, pairs, side)]
        small = sum(word[:1].islower() for word in begins)
        if len(numbers) >= LEAST and small >= 2 and small >= WITHIN * len(begins):
            return Gutter(side, min(number.x0 for number in numbers), max(number.x1 for number in numbers))
    return None


def line_numbers(words: Sequence[Word], gutter: Gutter | None) -> list[Word]:
    """The words of a page that are line numbers."""
    if gutter is None:
        return []
    return [number for _, number in _numbers(_rows(words), gutter.side, gutter)]


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
    if len(found) < (1 if known else 3):
        return []
    step = _step([int(word.text) for _, word in found])
    return found if step and _counts(found, step, known) and _apart(rows, found, side) else []


def _aligned(found: list[tuple[int, Word]]) -> list[tuple[int, Word]]:
    """Those that stand under one another, whether by their left or right edges or by their middles."""
    if not found:
        return []
    left, right = median(word.x0 for _, word in found), median(word.x1 for _, word in found)
    return [pair for pair in found if pair[1].x0 < right + 1 and pair[1].x1 > left - 1]


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


def _begins(rows: list[_Row], found: list[tuple[int, Word]], side: str) -> list[str]:
    """The first words of the numbered lines. Those that go on in the middle of a sentence begin with a small letter,
    which no section and no entry of a list does."""
    return [others[0].text for place, _ in found if (others := rows[place].edge(side)[2])]
