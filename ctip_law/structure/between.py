"""Schedules that stand between the units: where they end, and that the count goes on behind them."""

from __future__ import annotations

from collections.abc import Sequence

from ctip_law.structure.chain import LOOK, is_next
from ctip_law.structure.lines import Line, is_upper, looks_like_heading
from ctip_law.structure.marks import Mark

#: Lines of headings at most that stand right above a unit.
_HEADINGS = 4
#: What may stand behind the stop of a sentence.
_CLOSERS = ' *_"”»)]'


def goes_on(last: Mark, first: Mark) -> bool:
    return is_next(last.key, first.key) and last.look == first.look


def resumed_at(lines: list[Line], last: Mark, inside: Sequence[Mark], near: set[int]) -> int:
    """Where the sections go on behind a schedule that stands between them; -1 where the schedule is the end.

    "10. ..." / "SCHEDULE" / "1. ..." / "2. ..." / "PART III" / "11. ...": the schedule does not count to 11.
    """
    for place, mark in enumerate(inside[1:], 1):
        if not goes_on(last, mark) or is_next(inside[place - 1].key, mark.key) or mark.weight < last.weight - LOOK:
            continue
        if mark.line in near or (place + 1 < len(inside) and is_next(mark.key, inside[place + 1].key)):
            return place
    return -1


def told_between(lines: list[Line], first: int, unit: int) -> int:
    """Where a schedule without numbers that stands between two units ends; 0 where it is none.

    "4. ..." / "SCHEDULE A" / "Form of the book: ..." / "5. ...", but not "4. ..." / "Schedule" / "5. The schedule ...".
    """
    above = lines[first - 1].text.rstrip(_CLOSERS) if first else ""
    if not (lines[first].gap and is_upper(lines[first].text)) or above[-1:] not in (".", ";", "。", "।"):
        return 0
    end = unit
    while end - 1 > first and unit - end < _HEADINGS and looks_like_heading(lines[end - 1].text):
        if lines[end].gap and not (is_upper(lines[end - 1].text) or lines[end - 1].heading_style):
            break  # a row of the schedule, as short as a heading
        end -= 1
    return end if any(not is_upper(line.text) for line in lines[first + 1 : end]) else 0


def heading_above(lines: list[Line], index: int, first: int) -> int:
    """The first line of the headings right above the line `index`."""
    at = index
    while at - 1 > first and index - at < _HEADINGS:
        above = lines[at - 1].text
        if not looks_like_heading(above) or above[-1:] == ".":
            break
        at -= 1
    return at


def set_apart(lines: list[Line], first: int, last: int) -> None:
    for line in lines[first:last]:
        line.role = line.role or f"part {3000 + first} schedule"
