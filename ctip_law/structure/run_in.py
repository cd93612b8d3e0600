"""Stage 7, headings that run into the text without a sign between: "2. Objects of Act The objects of this Act are".

No single line tells them from a sentence; where most units begin with a few words and then with what opens a provision
("This Act", "Any person", "Mana-mana orang"), those words are headings.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from ctip_law.structure.lines import Line
from ctip_law.structure.marks import Mark
from ctip_law.structure.patterns import patterns

#: Words of such a heading, at most, and units that a law must have.
_WORDS, _FEWEST = 10, 3


@cache
def _pattern() -> re.Pattern[str]:
    opens = "|".join(re.escape(word) for word in sorted(patterns().cues["opens"], key=lambda word: (-len(word), word)))
    return re.compile(rf"\W{{0,4}}(?P<head>[A-ZÀ-Þ][^\n.;:—–]{{2,90}}?)\s+(?=[A-ZÀ-Þ])(?=(?i:{opens})\s)")


def run_in_heads(lines: list[Line], marks: Sequence[Mark]) -> list[tuple[int, int] | None]:
    """The stretch of the text that is the heading, for each mark; none at all where fewer than most have one."""
    found = [_head(lines[mark.line], mark) for mark in marks]
    if len(marks) < _FEWEST or sum(one is not None for one in found) * 10 < len(marks) * 7:
        return [None] * len(marks)
    return found


def _head(line: Line, mark: Mark) -> tuple[int, int] | None:
    match = _pattern().match(line.text, mark.rest - line.start)
    if match is None:
        return None
    words = match.group("head").split()
    last = words[-1].lower().strip(",")
    # a sentence goes on behind "of", "the", "under": no heading ends so, and none begins like a provision
    begins = any(" ".join(words).lower().startswith(f"{word} ") for word in patterns().cues["opens"])
    if len(words) > _WORDS or begins or last in patterns().cues["binds"]:
        return None
    return line.start + match.start("head"), line.start + match.end("head")
