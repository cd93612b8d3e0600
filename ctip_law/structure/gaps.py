"""Stage 6, gaps. Reads the chain; writes units that its count misses: damaged numbers, numbers buried in a line.

"l2. Heading"  "1O. Heading"  "...; and 7. Heading.—(1) ..."  "(7) Heading" between 6. and 8.
"Part Two Lamps Article 7 The ..."  "marginal note.7. The ..."  and what the text ends with: "... Article 91 The ..."
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from ctip_law.model import Repair
from ctip_law.structure.choose import Chosen
from ctip_law.structure.lines import Line
from ctip_law.structure.marks import Mark
from ctip_law.structure.numbers import sort_key
from ctip_law.structure.patterns import patterns

#: A hole of more numbers than this is no damage but a repealed range, or another document.
WIDEST = 12
_LIKE = {"0": "[0OoQ°]", "1": "[1lI|!i]", "5": "[5Ss]", "8": "[8B]", "6": "[6bG]", "2": "[2Zz]"}


def fill_gaps(lines: list[Line], chosen: Chosen, units: Sequence[Mark], repairs: list[Repair]) -> None:
    """Adds to `chosen.marks`; every addition is logged in `repairs`."""
    if not chosen.marks:
        return
    if first := _first_in_words(lines, chosen):
        chosen.marks.insert(0, first)
        repairs.append(_repair(lines, first, 1))
    if len(chosen.marks) < 3:
        return
    marks = chosen.marks
    filled: list[Mark] = []
    shift = 0
    others = sorted((mark for mark in units if mark.weight > 0.3), key=lambda mark: mark.line)
    at_lines = [mark.line for mark in others]
    strays = {mark.num for mark in marks if mark.stray}
    for place, mark in enumerate(marks):
        mark.line += shift
        filled.append(mark)
        following = next((other for other in marks[place + 1 :] if not other.stray), None)
        if following is None or mark.stray:
            continue
        missing = following.first - mark.first - 1
        if not 0 < missing <= WIDEST or (len(mark.key) > 1 and mark.key[1][0] == 1):
            continue
        last = following.line + shift
        for number in range(mark.first + 1, following.first):
            if str(number) in strays:
                continue
            inside = others[bisect_right(at_lines, filled[-1].line - shift) : bisect_left(at_lines, following.line)]
            found = _other_family(inside, number, shift) or _find(lines, filled[-1], last, number, mark)
            if found is not None:
                added, split = found
                if split:
                    shift += 1
                    last += 1
                filled.append(added)
                repairs.append(_repair(lines, added, number))
    if shift:
        chosen.body.last += shift
        for zone in chosen.zones:
            if zone is not chosen.body and zone.first >= chosen.body.last - shift:
                zone.first += shift
                zone.last += shift
    chosen.marks = filled


#: Lines before the second unit within which the first begins.
_OPENING = 30


def _first_in_words(lines: list[Line], chosen: Chosen) -> Mark | None:
    """ "One: Purpose" before "2: Scope", where the word for the unit is lost at the edge of the page; "l. This Act"."""
    model = chosen.marks[0]
    if model.num != "2":
        return None
    ones = [word for word, value in patterns().numerals.items() if value == 1]
    spoken = "|".join(map(re.escape, sorted(ones)))
    if model.family == "bare":
        begin = re.compile(rf"(?P<num>[l|!]|{spoken})(?P<sep>\s?[.:—–-]+)\s*(?=\S)", re.I)
    else:
        word = re.escape(model.printed.split()[0].rstrip("0123456789"))
        begin = re.compile(rf"{word}\s{{0,3}}(?P<num>[lI|!])(?P<sep>\s?[.:°º—–-]*)(?=\s|$)", re.I)
    for index in range(model.line - 1, max(chosen.body.first, model.line - _OPENING) - 1, -1):
        line = lines[index]
        if not line.role and not line.quoted and (match := begin.match(line.text)):
            return _mark(line, index, line.start, match, 1, model)
    return None


def _other_family(inside: Sequence[Mark], number: int, shift: int) -> tuple[Mark, bool] | None:
    """A unit whose number stands there, but written otherwise than its neighbours', and that is no item of a list."""
    fitting = [mark for mark in inside if mark.num == str(number)]
    if not fitting or any(mark.first == number - 1 for mark in inside if mark.family == fitting[0].family):
        return None
    best = max(fitting, key=lambda mark: (mark.weight, -mark.line))
    return replace(best, line=best.line + shift), False


@dataclass(frozen=True, slots=True)
class _Looks:
    """How the unit that is missing may look at the start of a line and within one."""

    begin: re.Pattern[str]
    alone: re.Pattern[str]
    inside: re.Pattern[str]
    glued: re.Pattern[str] | None


@lru_cache(maxsize=64)
def _looks(number: int, word: bool) -> _Looks:
    blank = r"\s?" if word else ""  # a conversion may part the digits: "Pasal 2 1"
    digits = blank.join(_LIKE.get(digit, digit) for digit in str(number))
    named = r"(?:[^\W\d_]{2,12}\.?|§)\s{0,3}" if word else ""
    sep = r"\s?[.:।]\s?[—–-]*"
    within = rf"{named}(?P<num>{digits})(?!\w)(?:{sep}|(?=\s))" if word else rf"(?P<num>{number}){sep}"
    return _Looks(
        begin=re.compile(rf"[\[(«\"“*_ ]*{named}(?P<num>{digits})(?P<sep>\s?[.:।)—–-]+)\s*(?=\S|$)"),
        alone=re.compile(rf"\d?\[\s?(?P<num>{number})\.\s*(?=\S)"),
        inside=re.compile(
            rf"(?:(?P<after>(?<=[.;:!?\])”\"»।])|(?<=[A-ZÀ-Þ]{{3}}))|(?<=[a-zà-ÿ]))\s+[\[“\"]?(?P<at>{within})"
            r"\s*(?=[A-ZÀ-ÞА-ЯΑ-Ω\u0900-\u0fff\"“(\[])"
        ),
        glued=None
        if word
        else re.compile(rf"(?<=[^\W\d_]\.)(?P<at>(?P<num>{number})\.)(?:\s+|\s?[—–]\s*)(?=[A-Z“\"(\[])"),
    )


def _find(lines: list[Line], after: Mark, last: int, number: int, model: Mark) -> tuple[Mark, bool] | None:
    word = model.family != "bare"
    looks = _looks(number, word)
    for index in range(after.line, last):
        line = lines[index]
        if line.role or line.quoted:
            continue
        if index > after.line and word and (match := looks.alone.match(line.text)):
            return _mark(line, index, line.start, match, number, model), False
        if index > after.line and (match := looks.begin.match(line.text)):
            if word and not _same_word(line.text, match, after):
                continue
            return _mark(line, index, line.start, match, number, model), False
        begin = after.rest - line.start if index == after.line else 0
        if (found := _within(line, looks, begin, after, word)) is not None:
            return _cut(lines, index, found, number, model), True
    return None


def _within(line: Line, looks: _Looks, begin: int, after: Mark, word: bool) -> re.Match[str] | None:
    """The missing unit in the middle of a line: after a sentence, after a division's heading, glued to a note."""
    if len(line.text) > 40:
        for match in looks.inside.finditer(line.text, begin):
            ended = match.group("after") is not None or (word and _division_before(line.text[: match.start()]))
            if ended and (not word or _same_word(line.text, match, after)):
                return match
    return looks.glued.search(line.text, begin) if looks.glued else None


def _division_before(text: str) -> bool:
    """The words since the last sentence are a division's heading: "... by decree. Part Two Lamps"."""
    last = re.split(r"[.;:]\s+", text)[-1].strip()
    return len(last) < 120 and bool(patterns().division.match(last)) and last[:1].isupper()


def _cut(lines: list[Line], index: int, match: re.Match[str], number: int, model: Mark) -> Mark:
    """Cuts the line before the unit found in it."""
    line, at = lines[index], match.start("at")
    new = Line(line.start + at, line.end, line.text[at:], line.style)
    line.text = line.text[:at].rstrip()
    line.end = line.start + len(line.text)
    lines.insert(index + 1, new)
    return Mark(
        index + 1, new.start, model.family, model.kind, new.text[: match.end("num") - at], str(number),
        sort_key(str(number)), new.start + match.end() - at, 0.5, model.look, noted=line.end == new.start,
    )  # fmt: skip


def _same_word(text: str, match: re.Match[str], after: Mark) -> bool:
    """The word before the number is the one that the unit before has."""
    words = text[: match.start("num")].lower().split()
    return bool(words) and after.printed.lower().startswith(words[-1].strip('[(«"“*_')[:3])


def _mark(line: Line, index: int, at: int, match: re.Match[str], number: int, model: Mark) -> Mark:
    return Mark(
        line=index,
        at=at,
        family=model.family,
        kind=model.kind,
        printed=line.text[: match.end("num")].strip(),
        num=str(number),
        key=sort_key(str(number)),
        rest=line.start + match.end(),
        weight=0.5,
        look=model.look,
        whole=match.end() >= len(line.text),
    )


def _repair(lines: list[Line], mark: Mark, number: int) -> Repair:
    line = lines[mark.line]
    end = mark.rest
    before = line.text[: end - line.start].strip()
    return Repair(
        line.start,
        end,
        before,
        str(number),
        f"the count goes from {number - 1} to {number + 1}, so this begins {number}"
        if number > 1
        else "the count begins with 2, so this begins 1",
    )
