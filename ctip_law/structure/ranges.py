"""Stage 2, ranges. Several units under one number, which stand only to say that they are gone.

"3 to 5. [Repealed by Act 9 of 1988.]"  "8. and 9. [Omitted]"  "Articles 2 à 4" / "(Abrogés)"
"Pasal 2 sampai dengan Pasal 4" / "Dihapus."

A range whose words say anything else is a mention: "Sections 5 to 7 apply".
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import replace
from functools import cache

from ctip_law.structure.lines import Line
from ctip_law.structure.marks import Mark
from ctip_law.structure.numbers import WIDEST, sort_key, tidy, western
from ctip_law.structure.patterns import Patterns, low, patterns
from ctip_law.structure.repeal import says_repealed

_NUMBER = r"\d{1,4}(?:\.\d{1,4})*(?:(?-i:[A-Z]{1,3}|[a-z])(?!\w)|(?:er|º|°)(?!\w))?"
#: The number of a code in front of its last one, which a word joins to another: "40-3.12 through 40-3.15".
_CODED = r"\d{1,3}[A-Z]?(?:-\d{1,4})+(?:\.\d{1,4})?"


@cache
def _pattern() -> re.Pattern[str]:
    """Groups: lead, word (may be empty), num, last."""
    table = patterns()
    words = "|".join(re.escape(word) for word in sorted(table.unit_kinds, key=lambda word: (-len(word), word)))
    joins = "|".join(re.escape(word) for word in sorted(table.cues["range"], key=lambda word: (-len(word), word)))
    return re.compile(
        rf"(?P<lead>[\[({{«\"“*_\s]*)(?:(?P<word>{words})(?:e?s)?\.?§?\s{{0,3}})?(?P<num>{_CODED}(?=,?\s+(?:{joins})\s)|{_NUMBER})[.,]?"
        rf"(?:\s*,\s*{_NUMBER}\.?)*\s*(?:[-–—&,]|,?\s*(?:{joins})(?!\w))\s*(?:(?:{words})\s*)?(?P<last>{_CODED}|{_NUMBER})"
        r"\s*[.:)\]]*\s*[-–—]*\s*",
        re.I,
    )


def with_ranges(lines: list[Line], units: list[Mark]) -> list[Mark]:
    """`units` with a mark for each repealed range, in the order of the text."""
    begins = {mark.line: mark for mark in units}
    looks: dict[str, Counter[tuple[str, ...]]] = defaultdict(Counter)
    for mark in units:
        looks[mark.family][mark.look] += 1
    table = patterns()
    found: dict[int, Mark] = {}
    for index, line in enumerate(lines):
        first = low(line.text.lstrip(_LEAD)[:2])
        if line.role or line.quoted or not (first[:1].isdecimal() or first in table.begins or first[:1] == "§"):
            continue
        following = lines[index + 1] if index + 1 < len(lines) else None
        ranged = _range(line, index, following, table)
        if ranged is not None:
            usual = looks.get(ranged.family)
            found[index] = replace(ranged, look=usual.most_common(1)[0][0]) if usual else ranged
    return sorted((begins | found).values(), key=lambda mark: mark.line) if found else units


_LEAD = "[({«\"“‘'*_< \t"


def _range(line: Line, index: int, following: Line | None, table: Patterns) -> Mark | None:
    """The mark of a repealed range that the line begins with, or None."""
    match = _pattern().match(line.text[:120])
    if match is None:
        return None
    first, last = (tidy(western(match.group(name))) for name in ("num", "last"))
    if not (sort_key(first) < sort_key(last) and sort_key(last)[0][1] - sort_key(first)[0][1] <= WIDEST):
        return None
    rest = line.text[match.end() :].strip()
    said = rest or (following.text if following is not None and not following.role else "")
    if not says_repealed(said.strip("*_ ")):
        return None
    word = match.group("word")
    kind = table.unit_kinds[low(" ".join(word.split()))] if word else "section"
    num = f"{first}-{last}"
    return Mark(
        line=index,
        at=line.start,
        family=kind if word else "bare",
        kind=kind,
        printed=line.text[match.end("lead") : match.end("last")],
        num=num,
        key=sort_key(num),
        ends=sort_key(last),
        rest=line.start + match.end(),
        weight=1.0 if word else 0.6,
        look=("title", "", "") if word else (".", "0", ""),
        whole=not rest,
    )
