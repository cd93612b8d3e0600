"""Stage 5, decimals. Reads the chosen marks; takes away those that are subsections with a decimal number.

"1. Short title" / "1.1 This Act ..." / "1.2A ..." / "2. Duty" / "2.1 ...": 1.1 lies in 1. In "82" / "82.1" / "83" it
was put in behind 82 and is a section: there few numbers have such followers, and 82 has words of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ctip_law.structure.choose import Chosen
from ctip_law.structure.lines import Line
from ctip_law.structure.marks import Mark
from ctip_law.structure.numbers import LATIN

#: What a number has that was put in later: "1.2A", "1.2a", "1.2 bis".
_LATER = rf"(?:[A-Z]{{1,2}}|[a-z]|\s?(?:{'|'.join(LATIN)}))?"
_DOTTED = re.compile(rf"(\d+)\.(\d+){_LATER}(?:\.\d+{_LATER})*\Z")
#: Characters of a unit's own words that are no more than a heading.
HEADING = 90


def only_decimals(chosen: Chosen) -> bool:
    """All units are numbers with a point and no word before them: they may lie in units whose word no profile knows."""
    return bool(chosen.marks) and all(mark.family == "bare" and _DOTTED.match(mark.num) for mark in chosen.marks)


def drop_decimals(lines: list[Line], chosen: Chosen) -> Chosen:
    """`chosen` without the subsections; unchanged where the dotted numbers are units."""
    marks = chosen.marks
    dotted = [_DOTTED.match(mark.num) is not None for mark in marks]
    others = any("." in mark.num and not dot for mark, dot in zip(marks, dotted, strict=True))
    if others or not any(dotted) or all(dotted):
        return chosen
    plain = len(dotted) - sum(dotted)
    holding, bare, lone = 0, 0, 0
    above = ""
    for place, mark in enumerate(marks):
        if not dotted[place]:
            above = str(mark.first)
            continue
        match = _DOTTED.match(mark.num)
        if match is None or match.group(1) != above:
            lone += 1
        elif not dotted[place - 1]:
            if match.group(2) != "1" and not _same_line(lines, marks[place - 1]):
                return chosen  # 279 / 279.01
            holding += 1
            bare += _own_words(lines, marks, place - 1) <= HEADING
    if lone * 20 > sum(dotted) or not holding or (holding * 2 < plain and (holding < 2 or bare * 10 < holding * 8)):
        return chosen
    chosen.marks = [mark for mark, dot in zip(marks, dotted, strict=True) if not dot]
    return chosen


def _same_line(lines: list[Line], mark: Mark) -> bool:
    """The first subsection stands in the line of its section: "5. 5.1 A boat ..."."""
    line = lines[mark.line]
    return line.text[mark.rest - line.start :].lstrip().startswith(f"{mark.first}.1 ")


def _own_words(lines: list[Line], marks: Sequence[Mark], place: int) -> int:
    """Characters between a unit's number and the next mark."""
    mark, after = marks[place], marks[place + 1]
    first = lines[mark.line]
    below = sum(len(line.text) for line in lines[mark.line + 1 : after.line])
    return len(first.text) - (mark.rest - first.start) + below


def decimal_marker(text: str, start: int, end: int, num: str) -> re.Match[str] | None:
    """The decimal number of a subsection of unit `num` that a line begins with: "1.2A " in unit 1. Group 1: the number.

    >>> decimal_marker("1.2A A holder", 0, 13, "1").group(1)
    '1.2A'
    """
    if not num or not text.startswith(f"{num}.", start):
        return None
    return _MARKER.match(text, start, end)


_MARKER = re.compile(rf"(\d+[A-Z]{{0,2}}(?:\.\d{{1,3}}{_LATER}){{1,3}})(?:[.)]?\s+|\.)(?=[^\W\d_]|[\"“(\[])")
