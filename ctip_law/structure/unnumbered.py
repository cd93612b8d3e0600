"""Stage 5, unnumbered units. Where no number leads through the text, its headings may: each with its words is a unit.

"# Definitions" / "In this Act ..." / "# Trafficking in persons" / "(1) Any person who ..."

Only in a text that enacts or punishes something: a letter with headings is no law. The units have no number, and are
named by their headings.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ctip_law.structure.choose import Chosen
from ctip_law.structure.heads import Head
from ctip_law.structure.lines import Line, is_title, is_upper
from ctip_law.structure.marks import Mark
from ctip_law.structure.patterns import patterns
from ctip_law.structure.zones import ZONE_CUES, cue_of, split_zones

FAMILY = "heading"
#: Headings with words below them that a text must have.
FEWEST = 3
#: Characters below a heading from which they are a provision.
_WORDS = 25
#: What the words of a provision begin with, where its heading ends with a colon; a list is no provision.
_OPENS = re.compile(r"\(1\)|[^\W\d_]{2}")


def by_headings(lines: list[Line], chosen: Chosen, kind: str) -> Chosen:
    """The units that headings begin, where `chosen` has none; else `chosen` as it is."""
    if chosen.marks or not _enacts(lines):
        return chosen
    first = _begin(lines)
    places = [index for index in range(first, len(lines)) if _heads(lines, index)]
    if sum(is_upper(lines[index].text) for index in places) * 2 < len(places):
        places = [index for index in places if not is_upper(lines[index].text)]
    ends = [*places[1:], len(lines)] if places else []
    kept = [index for index, end in zip(places, ends, strict=True) if _words(lines, index + 1, end) >= _WORDS]
    if len(kept) < FEWEST:
        return chosen
    zones = split_zones(lines, kept[0])
    body = zones[0]
    marks = [_mark(lines, index, kind) for index in kept if body.first <= index < body.last]
    return Chosen(marks, zones, body) if len(marks) >= FEWEST else chosen


def headings_of(lines: list[Line], marks: Sequence[Mark]) -> list[Head]:
    """The heads of units that headings begin."""
    found = []
    for mark in marks:
        line = lines[mark.line]
        found.append(Head(mark, mark.line, line.start, (line.start, line.end), line.end))
    return found


def _enacts(lines: list[Line]) -> bool:
    operative, enacting = patterns().operative, patterns().starts["enacting"]
    return any(operative.search(line.text) or enacting.match(line.text) for line in lines if not line.role)


def _begin(lines: list[Line]) -> int:
    """The line after the enacting words, or the first."""
    enacting = patterns().starts["enacting"]
    return next((index + 1 for index, line in enumerate(lines) if not line.role and enacting.match(line.text)), 0)


def _heads(lines: list[Line], index: int) -> bool:
    line = lines[index]
    after = lines[index + 1] if index + 1 < len(lines) else None
    if line.role or line.quoted or after is None or after.role or cue_of(line, ZONE_CUES):
        return False
    apart = line.heading_style or (line.gap and after.gap)
    listed = line.text.endswith(":") and not _OPENS.match(after.text)
    return apart and not listed and len(line.text) < 120 and line.text[-1:] != "." and is_title(line.text.rstrip(":"))


def _words(lines: list[Line], first: int, last: int) -> int:
    inside = (line for line in lines[first:last] if not line.role)
    return sum(len(line.text) for line in inside if line.text.count(" ") > 3 and not is_upper(line.text))


def _mark(lines: list[Line], index: int, kind: str) -> Mark:
    line = lines[index]
    return Mark(index, line.start, FAMILY, kind, "", "", (), line.end, 1.0)
