"""Whether a page has two columns of text, and where the gutter between them is.

A full page shows it by its full columns. A short one (the last page of a gazette) has it from the pages before, or from
what is printed: the right column goes on where the left one ends, with the next number or within the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ctip_law.read.pdf_runs import Band, Run

#: Letters of a page whose columns show by being full.
FULL = 400
#: Lines that each side of a short page needs.
SHORT = 3
_NUMBER = re.compile(r"[^\w(]*(?:(\d{1,3})[.):—–]|[^\W\d_]{2,12}\.?\s+(\d{1,3})\b(?![.,]?\d))")
_ENDED = re.compile(r"[.;:!?।。]['\"”’)\]]*\Z|[—–]\Z")


def columns_of(runs: Sequence[Run], band: Band) -> tuple[Band, ...]:
    """Two columns where a gutter goes down the middle and both sides are full or go on in each other; else the band."""
    inside = [run for run in runs if run.x1 > band.left and run.x0 < band.right]
    letters = sum(run.letters for run in inside)
    width = band.right - band.left
    if width <= 0 or not letters:
        return (band,)
    x = band.gutter if band.left < band.gutter < band.right else _gutter(inside, band)
    crossing = sum(run.letters for run in inside if run.x0 < x - 1 and run.x1 > x + 1)
    left = [run for run in inside if run.x1 <= x + 1]
    right = [run for run in inside if run.x0 >= x - 1]
    if crossing > 0.12 * letters or not left or not right:
        return (band,)
    top = max(run.y for run in (*left, *right))
    amid = any(run.x0 < x - 1 and run.x1 > x + 1 and run.y <= top for run in inside)  # a title stands above both
    if not (_are_full(left, right, letters, width) or band.gutter or _go_on(left, right, amid)):
        return (band,)
    return (Band(band.left, max(run.x1 for run in left)), Band(min(run.x0 for run in right), band.right))


def _gutter(inside: Sequence[Run], band: Band) -> float:
    """The place in the middle half that the fewest letters cross."""
    width = band.right - band.left
    places = [band.left + width * step / 100 for step in range(36, 65)]
    counts = [sum(run.letters for run in inside if run.x0 < x - 1 and run.x1 > x + 1) for x in places]
    return places[counts.index(min(counts))]


def _are_full(left: Sequence[Run], right: Sequence[Run], letters: int, width: float) -> bool:
    full = all(sum(run.letters for run in side) > 0.25 * letters and len(side) >= 8 for side in (left, right))
    filled = all(sum(run.x1 - run.x0 > 0.3 * width for run in side) * 2 >= len(side) for side in (left, right))
    return letters >= FULL and full and filled


def _go_on(left: Sequence[Run], right: Sequence[Run], crossing: bool) -> bool:
    """Whether the right side continues the left one: with the next number, or in the middle of a sentence.

    The rows of a table do not: its numbers stand in one column, and its left cells are no sentence cut in two.
    """
    if crossing or len(left) < SHORT or len(right) < SHORT:
        return False
    first, second = (sorted(side, key=lambda run: -run.y) for side in (left, right))
    before, after = _numbers(first), _numbers(second)
    if before and after:
        count = [*before, *after]
        return len(count) > 2 and all(number + 1 == following for number, following in pairwise(count))
    opens, ends = second[0].text.lstrip("“\"'(")[:1], first[-1].text
    long = sum(run.letters > 20 for run in first) * 2 >= len(first)
    return opens.islower() and not _ENDED.search(ends) and long and max(run.y for run in left) >= second[0].y - 1


def _numbers(side: Sequence[Run]) -> list[int]:
    """The numbers that lines begin with, in their order."""
    return [int(found.group(1) or found.group(2)) for run in side if (found := _NUMBER.match(run.text))]
