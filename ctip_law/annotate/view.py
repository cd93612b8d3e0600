"""A unit's words as they are read aloud: no line breaks, soft hyphens, emphasis, amendment brackets or page furniture.

Rules are written for clean text; a `View` gives it to them and leads every place back to the source: "impri-" at a
line's end and "sonment 1[of ten years]" are read "imprisonment of ten years".
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ctip_law.annotate.tree import path, words_begin
from ctip_law.model import Clause, Law

#: What is not read: invisible characters, Markdown emphasis, "F1[" and "1[" of consolidations and the brackets
#: themselves, hyphens at a line's end, blanks (one is kept).
_NOISE = re.compile(
    r"(?P<drop>[\u00ad\u200b-\u200f\u2060\ufeff\u0300-\u036f*]+"
    r"|(?<![A-Za-z0-9])_+|_+(?![A-Za-z0-9])"
    r"|(?<!\w)(?:[FCSM]?\d{1,3})?\[(?!\d{1,3}\])|\[\d{1,3}\]|\]|(?<=[a-z])-\n\s*(?=[a-z]))"
    r"|(?P<blank>\s{2,}|[^\S ])"
)
_PLAIN = {
    **dict.fromkeys("‘’‚‛′´`", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    "º": "o",
    "ª": "a",
    "’": "'",
}


def _fold_table() -> dict[int, str]:
    table = {ord(char): plain for char, plain in _PLAIN.items()}
    for code in (*range(0x41, 0x5B), *range(0xC0, 0x250)):
        base = unicodedata.normalize("NFD", chr(code))[0].lower()
        if len(base) == 1:
            table.setdefault(code, base)
    return table


_FOLD = _fold_table()


def fold(text: str) -> str:
    """`text` in lower case without accents, quotation marks and dashes made plain; every character stays one."""
    return text.translate(_FOLD)


@dataclass(frozen=True, slots=True)
class View:
    """`text` as read and `plain`, its folded form, with the same offsets; `source` leads back to the law's text."""

    text: str
    plain: str
    _from: tuple[int, ...]
    _to: tuple[int, ...]

    def source(self, at: int) -> int:
        """The offset in the law's text of the character at `at`."""
        place = bisect_right(self._from, at) - 1
        return self._to[place] + at - self._from[place]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the law's text that was read as `text[start:end]` (not empty)."""
        return self.source(start), self.source(end - 1) + 1

    def at(self, offset: int) -> int:
        """The place in `text` of a character of the law's text, or of the next one that is read."""
        place = max(bisect_right(self._to, offset) - 1, 0)
        end = self._from[place + 1] if place + 1 < len(self._from) else len(self.text)
        return max(min(self._from[place] + offset - self._to[place], end), 0)


def view(text: str, start: int, end: int, masked: Sequence[tuple[int, int]] = ()) -> View:
    """What is read of `text[start:end]`, without the stretches `masked` (sorted, not overlapping)."""
    pieces: list[str] = []
    places: list[int] = []
    origins: list[int] = []
    size = 0

    def keep(piece: str, origin: int) -> None:
        nonlocal size
        if piece == " " and (not pieces or pieces[-1].endswith(" ")):
            return
        pieces.append(piece)
        places.append(size)
        origins.append(origin)
        size += len(piece)

    for first, last in _open(start, end, masked):
        if pieces:
            keep(" ", first)
        at = first
        for match in _NOISE.finditer(text, first, last):
            if match.start() > at:
                keep(text[at : match.start()], at)
            if match.lastgroup == "blank":
                keep(" ", match.start())
            at = match.end()
        if at < last:
            keep(text[at:last], at)
    words = "".join(pieces)
    return View(words, fold(words), tuple(places or [0]), tuple(origins or [start]))


def _open(start: int, end: int, masked: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    at = start
    for index in range(max(bisect_left(masked, (start, start)) - 1, 0), len(masked)):
        first, last = masked[index]
        if first >= end:
            break
        if last > at:
            if first > at:
                yield at, first
            at = min(last, end)
    if at < end:
        yield at, end


@dataclass(frozen=True, slots=True)
class Unit:
    """A section or article of the body with its view; `head` is where in the view its words begin, past number and
    heading."""

    clause: Clause
    view: View
    head: int

    def deepest(self, start: int, end: int) -> Clause:
        """The smallest clause that holds the stretch `start` to `end` of the law's text."""
        return path(self.clause, start, end)[-1]


def units(law: Law) -> tuple[Unit, ...]:
    """The sections of the operative body in their order. Linear in the length of the text."""
    masked = sorted((left.start, left.end) for left in law.leftovers)
    return tuple(_unit(law.text, clause, masked) for clause in law.sections() if "repealed" not in clause.flags)


def _unit(text: str, clause: Clause, masked: Sequence[tuple[int, int]]) -> Unit:
    seen = view(text, clause.start, clause.end, masked)
    return Unit(clause, seen, seen.at(words_begin(text, clause)))
