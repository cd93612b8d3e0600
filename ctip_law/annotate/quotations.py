"""Quotations in an amending clause: what is to be put into another law stands between quotation marks.

by substituting for the word “means” the word “includes”;  ->  prose with a mark for each quotation, and the two texts
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

#: In `Prose.text` a quotation is one character, `FIRST` plus its place among the quotations.
FIRST = 0xE000
MARK = "[\ue000-\uf8ff]"
_MOST = 0xF8FF - FIRST
_CLOSES = {"“": "”", "„": "”", "‘": "’", "«": "»", '"': '"', "'": "'"}
_OPENER = re.compile("[“„‘«\"']")
#: How an order goes on behind a word in single marks: "for ‘boat’ substitute ‘ship’".
_GOES_ON = (" and", " or", " the ", " for ", " substit", " insert", " there ", " where")
_LINE_START = " \t\u00a0"


@dataclass(frozen=True, slots=True)
class Quotation:
    """`start`/`end` cover the words between the marks, in the law's text; `text` leaves page furniture out."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Prose:
    """The words of a clause outside its quotations; `open` is where one begins that is never closed, else -1."""

    text: str
    quotations: tuple[Quotation, ...]
    open: int
    _origins: tuple[int, ...]

    def source(self, at: int) -> int:
        """The offset in the law's text of the character at `at`, or after the last one."""
        if not self._origins:
            return 0
        return self._origins[at] if at < len(self._origins) else self._origins[-1] + 1

    def quotation(self, mark: str) -> Quotation:
        """The quotation that a character of `text` stands for."""
        return self.quotations[ord(mark) - FIRST]


def prose(text: str, start: int, end: int, masked: Sequence[tuple[int, int]] = ()) -> Prose:
    """`text[start:end]` without the stretches `masked` (sorted), each quotation one mark. Linear."""
    chars, places = _kept(text, start, end, masked)
    out: list[str] = []
    origins: list[int] = []
    quotations: list[Quotation] = []
    unclosed = -1
    at = 0
    for mark in _OPENER.finditer(chars):
        begin = mark.start()
        if begin < at or not _opens(chars, begin) or len(quotations) >= _MOST:
            continue
        close = _close(chars, begin)
        out.append(chars[at:begin])
        origins += places[at:begin]
        at = begin
        if close < 0:
            unclosed = places[begin]
            break
        out.append(chr(FIRST + len(quotations)))
        origins.append(places[begin])
        quotations.append(Quotation(places[begin] + 1, places[close], chars[begin + 1 : close]))
        at = close + 1
    if unclosed < 0:
        out.append(chars[at:])
        origins += places[at:]
    return Prose("".join(out), tuple(quotations), unclosed, tuple(origins))


def _kept(text: str, start: int, end: int, masked: Sequence[tuple[int, int]]) -> tuple[str, list[int]]:
    """The characters that are read with their offsets; private-use characters of the source become blanks."""
    pieces: list[str] = []
    places: list[int] = []
    for first, last in _between(start, end, masked):
        pieces.append(text[first:last])
        places += range(first, last)
    return re.sub(MARK, " ", "".join(pieces)), places


def _between(start: int, end: int, masked: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    at = start
    for first, last in masked:
        if last <= at or first >= end:
            continue
        if first > at:
            yield at, first
        at = min(last, end)
    if at < end:
        yield at, end


def _opens(chars: str, at: int) -> bool:
    """A mark that opens; an apostrophe does not, nor does a mark with nothing but a stop after it."""
    char = chars[at]
    if char not in _CLOSES or not chars[at + 1 : at + 5].strip(".;, \n"):
        return False
    before = chars[at - 1] if at else " "
    if char in "'‘" and before.isalnum():
        return False
    return char != "'" or (chars[at + 1].isalnum() or chars[at + 1] in '("“,;')


def _close(chars: str, start: int) -> int:
    """Where the quotation that opens at `start` closes; -1 if it does not.

    A mark at the beginning of a line opens a quoted term, or the next paragraph of the quotation, whose last one may
    stand in its line alone: “(a) a bell; / “(b) a lamp.” Where it would stay open, the latter is meant.
    """
    close = _closed(chars, start, nested=True)
    if close >= 0:
        return close
    close = _closed(chars, start, nested=False)
    return close if close >= 0 and not chars[close + 1 :].partition("\n")[0].strip(" .,;:") else -1


def _closed(chars: str, start: int, *, nested: bool) -> int:
    stack = [chars[start]]
    for at in range(start + 1, len(chars)):
        char = chars[at]
        if char == "”" and "“" in stack and set(stack[stack.index("“") + 1 :]) <= {"‘"}:
            del stack[stack.index("“") + 1 :]  # a lone mark inside is no quotation
        if stack == ["‘"] and char == "”" and chars[at + 1 : at + 2] in ".;":
            return at  # opened by ‘ and closed by ”, as happens in print
        top = stack[-1]
        if char == _CLOSES[top] and _ends(chars, at, len(stack) == 1, top):
            stack.pop()
            if not stack:
                return at
        elif _nests(chars, at, top, terms=nested):
            stack.append(char)
    return -1


def _nests(chars: str, at: int, top: str, *, terms: bool) -> bool:
    """A quotation inside the one that is open: “ ‘child’ means ... ”; with `terms` also one that begins a line."""
    char = chars[at]
    if char in "“„«":
        return not (char == top and _reopens(chars, at, terms=terms))
    if char == "‘":
        return top in '“„«"' and not chars[at - 1].isalnum()
    return char == '"' and top != '"'


def _ends(chars: str, at: int, outer: bool, opened: str) -> bool:
    """“Women’s” holds an apostrophe: a single mark closes only where a word ends, the outermost before punctuation."""
    if opened not in "'‘":
        return True
    rest = chars[at + 1 : at + 9]
    if rest[:1].isalnum():
        return False
    return not outer or not rest or rest[0] in ".;,:)\n" or rest.startswith(_GOES_ON)


def _reopens(chars: str, at: int, *, terms: bool) -> bool:
    """Each paragraph of a long quotation may begin with a mark again; a quoted term is closed in its line."""
    back = at - 1
    while back >= 0 and chars[back] in _LINE_START:
        back -= 1
    if back < 0 or chars[back] != "\n":
        return False
    if not terms:
        return True
    for ahead in range(at + 1, len(chars)):
        if chars[ahead] == "\n":
            return True
        if chars[ahead] in "”»":
            return False
    return False
