"""Which lines found a place. Every non-blank line is placed, furniture or unplaced."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from ctip_law.model import Coverage, Leftover


def account(
    text: str, placed: Iterable[tuple[int, int]], leftovers: Iterable[Leftover]
) -> tuple[Coverage, tuple[Leftover, ...]]:
    """The count of lines, and all leftovers in order, with an "unplaced" one for each line that nothing covers.

    `placed` are stretches of the text that stand in a clause or a component.
    """
    places = merge(placed)
    known = sorted(leftovers, key=lambda left: (left.start, left.end))
    furniture = merge((left.start, left.end) for left in known)
    lines = kept = idle = lost = start = 0
    extra: list[Leftover] = []
    while start <= len(text):  # the lines one by one: all of them at once weigh twice as much as the text
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        line = text[start:end]
        if line.strip():
            lines += 1
            first = start + len(line) - len(line.lstrip())
            last = start + len(line.rstrip())
            # furniture may lie inside a clause's span, so it is asked first
            if covers(furniture, first, last):
                idle += 1
            elif _touches(places, first, last):
                kept += 1
            else:
                lost += 1
                extra.append(
                    Leftover(first, last, text[first:last], "unplaced", "no clause or component holds this line")
                )
        start = end + 1
    every = sorted([*known, *extra], key=lambda left: (left.start, left.end))
    return Coverage(lines=lines, placed=kept, furniture=idle, unplaced=lost), tuple(every)


def merge(stretches: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The stretches in order, those that touch as one."""
    merged: list[tuple[int, int]] = []
    for stretch in sorted(stretches):
        start, end = stretch
        if start >= end:
            continue
        if merged and start <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append(stretch)
    return merged


def covers(merged: list[tuple[int, int]], first: int, last: int) -> bool:
    """Whether one of the merged stretches holds the characters from `first` to `last`."""
    place = bisect_right(merged, (first, 1 << 62)) - 1
    return place >= 0 and merged[place][1] >= last


def _touches(merged: list[tuple[int, int]], first: int, last: int) -> bool:
    place = bisect_right(merged, (last, -1)) - 1
    return place >= 0 and merged[place][1] > first
