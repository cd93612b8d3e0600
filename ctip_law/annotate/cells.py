"""Lines of a table and their cells, as they are printed: parted by pipes, by tabs, by blanks, or by nothing."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ctip_law.annotate.view import View, view

#: Blanks between two cells: three and more, and in a line that has such a gap two.
_BLANKS, _NARROW = (re.compile(rf"(?<=[^\s.;:]) {{{least},}}(?=\S)") for least in (3, 2))


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: the stretches of the text that its words stand in, more than one where they go on in the next line."""

    views: tuple[View, ...]

    @property
    def text(self) -> str:
        """Its words."""
        return " ".join(part.text.strip() for part in self.views)

    @property
    def plain(self) -> str:
        """Its words, folded."""
        return " ".join(part.plain.strip() for part in self.views)

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The stretch of the law's text of `plain[first:last]`; of the whole cell where it goes over several lines."""
        kept = [part for part in self.views if part.text.strip()]
        ends = [(len(part.text) - len(part.text.lstrip()), len(part.text.rstrip())) for part in kept]
        if len(kept) == 1:
            begin, stop = ends[0]
            return kept[0].span(begin + max(first, 0), min(begin + max(last, 1), stop))
        return kept[0].source(ends[0][0]), kept[-1].source(ends[-1][1] - 1) + 1


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text and its cells; `offsets` are their places in the line, `blanks` whether blanks part them."""

    text: str
    start: int
    cells: tuple[Cell, ...]
    offsets: tuple[int, ...]
    blanks: bool

    @property
    def whole(self) -> Cell:
        """The line as one cell."""
        return Cell((view(self.text, self.start, self.start + self._length),))

    @property
    def _length(self) -> int:
        end = self.text.find("\n", self.start)
        return (len(self.text) if end < 0 else end) - self.start

    def cut(self, places: Sequence[int]) -> Line:
        """The line with cells that begin at places of its words."""
        whole = self.whole.views[0]
        begin = len(whole.plain) - len(whole.plain.lstrip())
        starts = [whole.source(begin + place) for place in places]
        ends = [*starts[1:], self.start + self._length]
        cells = tuple(Cell((view(self.text, first, last),)) for first, last in zip(starts, ends, strict=True))
        return Line(self.text, self.start, cells, tuple(start - self.start for start in starts), False)

    def under(self, above: Line) -> tuple[Cell, ...]:
        """The cells of a line put in the columns of the line above by their places."""
        empty = Cell(())
        found = [empty] * len(above.cells)
        for cell, offset in zip(self.cells, self.offsets, strict=True):
            nearest = min(range(len(above.offsets)), key=lambda place: abs(above.offsets[place] - offset))
            found[nearest] = Cell((*found[nearest].views, *cell.views))
        return tuple(found)

    def joined(self, cells: Sequence[Cell]) -> Line:
        """The line with the words of other cells at the end of its own."""
        both = tuple(Cell((*own.views, *more.views)) for own, more in zip(self.cells, cells, strict=True))
        return Line(self.text, self.start, both, self.offsets, self.blanks)


def lines(text: str, start: int, end: int, masked: Sequence[tuple[int, int]] = ()) -> Iterator[Line]:
    """The lines with words between two places, without those that are no words of the law (`masked`, sorted)."""
    at = start
    while at < end:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        place = bisect_left(masked, (stop, 0)) - 1
        if text[at:stop].strip() and not (place >= 0 and masked[place][1] > at):
            yield _line(text, at, stop)
        at = stop + 1


def _line(text: str, start: int, end: int) -> Line:
    words = text[start:end]
    blanks = False
    if "|" in words:
        pieces = [match.span() for match in re.finditer(r"[^|]+", words)]
        edge = [place for place in (0, len(pieces) - 1) if not words[slice(*pieces[place])].strip()]
        pieces = [piece for place, piece in enumerate(pieces) if place not in edge]
    elif "\t" in words.strip():
        pieces = [match.span() for match in re.finditer(r"[^\t]+", words)]
    else:
        cuts = [match.span() for match in (_NARROW if _BLANKS.search(words) else _BLANKS).finditer(words)]
        blanks = bool(cuts) or words.startswith("   ")
        pieces = list(zip([0, *(last for _, last in cuts)], [*(first for first, _ in cuts), len(words)], strict=True))
    cells = tuple(Cell((view(text, start + first, start + last),)) for first, last in pieces)
    offsets = tuple(first + len(words[first:last]) - len(words[first:last].lstrip()) for first, last in pieces)
    return Line(text, start, cells, offsets, blanks)
