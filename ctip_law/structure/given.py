"""Stage 3, new words without quotation marks: the articles that an amending law gives to another law are not its own.

"Artículo Primero. Se reforma el artículo 5 de la Ley de Barcas, para quedar como sigue:" / "Artículo 5. ..." /
"Artículo Segundo. ..."; "Section 5. The Barge Code is amended by changing Section 10-9 as follows:" / "Sec. 10-9. ..."
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from ctip_law.structure.chain import is_next
from ctip_law.structure.lines import Line, ends_sentence
from ctip_law.structure.marks import Mark
from ctip_law.structure.patterns import low, patterns
from ctip_law.structure.zones import cue_of

#: Lines that an order runs over, and from it to the first unit that it gives, at most.
_LONGEST, _NEAR = 14, 4
#: What a mark weighs more where the law goes on behind new words: "Section 10.", then "Section 99.".
_RESUMES = 0.6
#: The least that a mark of the law's own weighs.
_LEAST = 0.5
_COLON = re.compile(r"[:：][\s*_\"“«—–-]*\Z")
_CODED = re.compile(r"\d[.:/-]\d|\d[A-Z]?-\d")
#: The only article, or one counted in words, without the word for it: "ÚNICO. ...", "PRIMERO.- ...".
_WORD = re.compile(r"[*_\s]*(?P<num>[^\W\d_]+(?: [^\W\d_]+)?)(?P<sep>\s?[.:]?\s?[-–—]|[.:])[*_]*\s+(?=\S)")


def mark_given(lines: list[Line], units: Sequence[Mark], divisions: Sequence[Mark]) -> tuple[list[Mark], list[Mark]]:
    """The marks that are the law's own, with those of units that are counted in words alone.

    Sets `quoted` on the lines of new words that stand without quotation marks.
    """
    colons = [index for index, line in enumerate(lines) if not line.role and _COLON.search(line.text[-8:])]
    if not colons:
        return list(units), list(divisions)
    units = sorted([*units, *_counted_in_words(lines, units, divisions, colons)], key=lambda mark: mark.line)
    starts = {mark.line for mark in (*units, *divisions) if mark.weight >= _LEAST}
    given: set[int] = set()
    resumed: set[int] = set()
    for place, mark in enumerate(units):
        if mark.line in given or mark.weight < _LEAST or lines[mark.line].quoted:
            continue
        below = _order_ends(lines, mark.line, starts, colons)
        near = range(below, min(len(lines), below + _NEAR)) if below else ()
        first = next((at for at in near if at in starts), 0)
        if first and not _sentence_between(lines, below, first) and _differs(mark, units, first):
            end = _given_ends(lines, mark, first, units[place + 1 :])
            if end == len(lines) and _style(mark)[1]:
                continue  # nothing of its own behind: the numbers are those of a bill, its page or its lines
            for index in range(below, end):
                lines[index].quoted = True
            given.update(range(mark.line + 1, end))  # what the order names in a line of its own begins no unit
            resumed.add(end)
    own = [
        replace(mark, weight=mark.weight + _RESUMES) if mark.line in resumed else mark
        for mark in units
        if mark.line not in given
    ]
    return own, [mark for mark in divisions if mark.line not in given]


def _order_ends(lines: list[Line], start: int, starts: set[int], colons: Sequence[int]) -> int:
    """The line below an order that begins in the unit at line `start` and announces new words; 0 for none.

    `colons`: the lines that end with one."""
    place = bisect_left(colons, start)
    last = colons[place] if place < len(colons) else len(lines)
    if last - start >= _LONGEST or last + 1 >= len(lines):
        return 0
    words = ""
    for index in range(start, last + 1):
        line = lines[index]
        if line.role:
            continue
        begins = index in starts and (line.gap or ends_sentence(lines[index - 1]))  # "... by changing" / "Section 10-9"
        if index > start and (begins or line.quoted):
            return 0
        words += f" {line.text}"
    return last + 1 if patterns().orders.search(words) else 0


def _sentence_between(lines: list[Line], first: int, last: int) -> bool:
    """New words that begin before the next unit are of a part of one, "(2) The keeper ...", or are quoted."""
    between = any(not line.role and line.text[-1:] in ".;" and len(line.text) > 60 for line in lines[first:last])
    return between or lines[last].quoted


def _given_ends(lines: list[Line], own: Mark, first: int, later: Sequence[Mark]) -> int:
    """The line where the law's own words go on behind those that the unit `own` gives from line `first` on."""
    end = next((at for at in range(first, len(lines)) if cue_of(lines[at], ("supplement",))), len(lines))
    for mark in later:
        if mark.line <= first or mark.line >= end or mark.family != own.family or mark.weight < _LEAST:
            continue
        if _style(mark) == _style(own) and mark.key > own.key:
            return mark.line
        if _style(mark)[1:] == _style(own)[1:] and mark.first != own.first and is_next(own.key, mark.key):
            return mark.line  # "Section 1." and then "§ 2."
    return end


def _differs(own: Mark, units: Sequence[Mark], first: int) -> bool:
    """The first unit given is written in another way than the law's own: in digits and not in words, with its chapter.

    Where both are written alike the count itself tells them apart (see `chain`)."""
    given = next((_style(mark) for mark in units if mark.line == first and mark.family == own.family), None)
    if given is None or own.family == "bare" or _style(own)[2]:
        return False
    return given[1] > _style(own)[1] or given[2]


def _style(mark: Mark) -> tuple[str, bool, bool]:
    """How the unit is written: its word, whether its number is one in digits, and whether that names a chapter too."""
    word = re.match(r"\W*([^\W\d_]*)", low(mark.printed))
    digits = any(char.isdecimal() for char in mark.printed)
    named = word[1] if word and (digits or " " in mark.printed.strip()) else ""
    return named, digits, bool(_CODED.search(mark.num))


def _counted_in_words(
    lines: list[Line], units: Sequence[Mark], divisions: Sequence[Mark], colons: Sequence[int]
) -> list[Mark]:
    """The units of a decree that counts them without the word: "ÚNICO. Se reforma ...:", "PRIMERO.- ..."."""
    starts = {mark.line for mark in (*units, *divisions)}
    found: list[Mark] = []
    for index, line in enumerate(lines):
        if found and cue_of(line, ("supplement",)):
            break
        word = low(line.text[:30].partition(" ")[0].strip("*_.:-–—"))
        counts = word in patterns().numerals and not (line.role or line.quoted or index in starts)
        match = _WORD.match(line.text[:60]) if counts else None
        value = patterns().numerals.get(low(match["num"]), 0) if match else 0
        if match is None or value != len(found) + 1:
            continue
        if not found and not _order_ends(lines, index, starts, colons):
            continue
        family = next((mark.kind for mark in units if mark.line > index), "article")
        found.append(
            Mark(
                line=index, at=line.start, family=family, kind=family, printed=match["num"], num=str(value),
                key=((1, value, ""),), rest=line.start + match.end(), weight=1.2,
                look=("word", match["sep"].strip()[:1], ""),
            )
        )  # fmt: skip
    return found
