"""Stage 5, headings that are counted through the law. Reads lines, bare numbers and the chosen units; writes divisions.

    1. A törvény célja            the heading of a group of sections, counted from chapter to chapter
    1. § ...                      the law's own units count with a word or sign of their own
    2. A törvény hatálya
    2. § ...

By itself such a line looks like the last item of a list in the unit before; the count over the whole law tells. So it
does of capitals behind a Roman number without a word for what they head: "II. FORBIDDEN ACTS".

    Article 19 - Night Ferries    a code whose sections are numbered with their chapter has articles above them
    Section 16-3-2010.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ctip_law.structure.chain import is_next
from ctip_law.structure.choose import Chosen
from ctip_law.structure.lines import Line, ends_sentence, is_title, is_upper, looks_like_heading
from ctip_law.structure.marks import Mark
from ctip_law.structure.numbers import roman_value, sort_key

#: Headings that must be counted one after the other.
_FEWEST = 3
_KIND = "subdivision"
#: The same of headings in capitals behind a Roman number, what they are, and lines between one and its unit.
_FEWEST_ROMAN, _ROMAN_KIND, _NEAR = 2, "division", 4
#: The units that hold sections in a code, whose word is elsewhere that of the units themselves.
_ARTICLE = "article"
_ROMAN = re.compile(r"[*_\s]*(?P<num>[IVXLC]{1,7})(?:\s?[.)]\s?[-–—]?|\s[-–—])\s*(?=[^\W\d_]{2})")


def counted_headings(
    lines: Sequence[Line], chosen: Chosen, units: Sequence[Mark], divisions: Sequence[Mark]
) -> list[Mark]:
    """The numbered headings right above units that have a word or sign for theirs, as divisions; none where their
    numbers do not count on from one to the next. `divisions` are known: "1. Abschnitt"."""
    if not chosen.marks or chosen.marks[0].family == "bare":
        return []
    known = {mark.line for mark in divisions}
    bare = [mark for mark in units if mark.family == "bare" and mark.line not in known]
    found = list(_candidates(lines, chosen, bare))
    if len(found) < _FEWEST or not all(is_next(first.key, second.key) for first, second in pairwise(found)):
        return []
    numbers = {mark.line: mark.num for mark in chosen.marks}
    if all(numbers.get(_below(lines, mark.line)) == mark.num for mark in found):
        return []  # the units' own numbers, printed twice
    return [replace(mark, kind=_KIND, family=_KIND, look=("",)) for mark in found]


def roman_headings(lines: Sequence[Line], chosen: Chosen, divisions: Sequence[Mark]) -> list[Mark]:
    """Headings in capitals behind Roman numbers that count from I, each above a unit, as divisions; none where the law
    has divisions with a word for them."""
    begins = sorted(mark.line for mark in chosen.marks)
    if not begins or any(begins[0] - _NEAR <= mark.line <= begins[-1] for mark in divisions):
        return []
    found: list[Mark] = []
    for index, line in enumerate(lines[: begins[-1]]):
        match = _ROMAN.match(line.text) if not line.role and not line.quoted else None
        rest = line.text[match.end() :] if match else ""
        if match is None or not is_upper(rest) or not is_title(rest) or not _leads(lines, begins, index):
            continue
        value = roman_value(match["num"])
        if value != len(found) + 1:
            continue
        printed = match.group().strip(" *_\t-–—")
        key = sort_key(str(value))
        at = line.start + match.end()
        found.append(Mark(index, line.start, _ROMAN_KIND, _ROMAN_KIND, printed, match["num"], key, at, 1.0, ("",)))
    return found if len(found) >= _FEWEST_ROMAN else []


def articles_above(
    lines: Sequence[Line], chosen: Chosen, units: Sequence[Mark], divisions: Sequence[Mark]
) -> list[Mark]:
    """The articles of a code, which hold its sections: each with a name and right above a section or a division."""
    coded = [mark for mark in chosen.marks if mark.kind != _ARTICLE and mark.num.count("-") + mark.num.count(".")]
    if not coded or len(coded) * 2 < len(chosen.marks):
        return []
    begins = sorted({*(mark.line for mark in chosen.marks), *(mark.line for mark in divisions)})
    found = [
        mark
        for mark in units
        if mark.kind == _ARTICLE and not lines[mark.line].quoted and _leads(lines, begins, mark.line)
    ]
    named = [mark for mark in found if _name(lines, mark, begins)]
    return [replace(mark, kind=_ROMAN_KIND, family=_ROMAN_KIND) for mark in named]


def _name(lines: Sequence[Line], mark: Mark, begins: Sequence[int]) -> str:
    """The article's name, in its line or the next: "Article 7." / "Night Ferries"; "" for none."""
    line = lines[mark.line]
    below = lines[mark.line + 1].text if mark.line + 1 not in begins else ""
    words = line.text[mark.rest - line.start :].strip(" -–—:.") or below
    return words if is_title(words) else ""


def _leads(lines: Sequence[Line], begins: Sequence[int], index: int) -> bool:
    """Nothing but headings stands between the line and the next unit."""
    at = bisect_right(begins, index)
    between = lines[index + 1 : begins[at]] if at < len(begins) else []
    if at == len(begins) or begins[at] - index > _NEAR:
        return False
    return all(line.role or looks_like_heading(line.text) for line in between)


def _candidates(lines: Sequence[Line], chosen: Chosen, bare: Sequence[Mark]) -> Iterator[Mark]:
    """Numbered headings that stand right above a unit and go on from no heading in the unit before."""
    begins = sorted(mark.line for mark in chosen.marks)
    headed: Mark | None = None
    for mark in bare:
        if not _heading(lines, mark):
            continue
        listed = headed is not None and is_next(headed.key, mark.key) and not _between(begins, headed.line, mark.line)
        headed = mark
        if not listed and _between(begins, mark.line, _below(lines, mark.line) + 1):
            yield mark


def _between(begins: Sequence[int], first: int, last: int) -> bool:
    """Whether a unit begins behind the line `first` and before the line `last`."""
    at = bisect_right(begins, first)
    return at < len(begins) and begins[at] < last


def _heading(lines: Sequence[Line], mark: Mark) -> bool:
    line = lines[mark.line]
    words = line.text[mark.rest - line.start :].strip()
    above = lines[mark.line - 1] if mark.line else None
    apart = above is None or line.gap or line.heading_style or ends_sentence(above)
    return apart and is_title(words) and words[-1:] not in ".;:,"


def _below(lines: Sequence[Line], index: int) -> int:
    """The next line that has no role."""
    return next((at for at in range(index + 1, len(lines)) if not lines[at].role), -1)
