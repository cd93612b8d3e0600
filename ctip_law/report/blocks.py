"""What a document is made of: titles, headings, paragraphs, lists and tables. Writers know these blocks only.

A `Turn` begins a page, upright or on its side; a `Grid` is a table whose head repeats on every page. Text in blocks is
plain: each writer makes it inert in its own form.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from ctip_law.report.rows import flat, printable

#: Signs of a line across a page on its side in the small print of the matrix, and lines that surely stand on a page.
_PER_LINE, _LINES = 170, 38


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph of a cell. `kind`: "" (plain), "strong", "quote" or "small"; `lang` where it is not English; `found`
    are the places in it of what a finding rests on, which are marked.
    """

    text: str
    kind: str = ""
    lang: str = ""
    found: tuple[tuple[int, int], ...] = ()

    def runs(self) -> tuple[tuple[str, bool], ...]:
        """The text in pieces without control characters, each with whether a finding rests on it."""
        if not self.found:
            return ((flat(self.text), False),)
        made, at = [], 0
        for start, end in self.found:
            made += [(self.text[at:start], False), (self.text[start:end], True)]
            at = end
        return tuple((printable(words), found) for words, found in (*made, (self.text[at:], False)) if words)


Cell: TypeAlias = tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Title:
    """The title of the document and the lines under it."""

    text: str
    under: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Contents:
    """The list of contents, down to headings of the level `depth`, under `title`."""

    depth: int = 2
    title: str = "Contents"


@dataclass(frozen=True, slots=True)
class Turn:
    """A new page, `wide` for one on its side."""

    wide: bool = False


@dataclass(frozen=True, slots=True)
class Head:
    """A heading; `level` is 1 to 3."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph. `kind` as in `Words`; `depth` is its indent; `keeps` says that it stays with what follows."""

    text: str
    kind: str = ""
    depth: int = 0
    num: str = ""
    lang: str = ""
    keeps: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a law whose heading does not stand above it: `text` is the heading as it is listed, with its number
    `num` and its `title`; `place` is "margin" or "run-in". Only drafts have such blocks, and of them only the PDF.
    """

    level: int
    text: str
    num: str
    title: str
    place: str
    lines: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Items:
    """A list without numbers, or with them."""

    items: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table. `widths` are shares of the line in hundredths; `caption` is what it is called. A table of facts has no
    `heads`: its first column names the second. `small` print is for tables of long texts.
    """

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[int, ...]
    status: int = -1  # the column of the status, which may be coloured by `statuses`
    statuses: tuple[str, ...] = ()
    small: bool = False


Block: TypeAlias = Title | Contents | Turn | Head | Text | Section | Items | Grid


@dataclass(frozen=True, slots=True)
class Handout:
    """A document whose blocks were put in order elsewhere, as of one that a template makes."""

    title: str
    blocks: tuple[Block, ...]
    lang: str = "en"


def version(redline: Sequence[Mapping[str, str]], own: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """One of the two texts of a redline, and where in it stands what only it has: pieces of the kind `own`, which is
    "delete" for the first text and "insert" for the second."""
    text, found = "", list[tuple[int, int]]()
    for piece in redline:
        if piece["kind"] not in ("equal", own):
            continue
        if piece["kind"] == own:
            found.append((len(text), len(text) + len(piece["text"])))
        text += piece["text"]
    return text, tuple(found)


def widths(heads: Sequence[str], rows: Sequence[Sequence[Cell]]) -> tuple[int, ...]:
    """Shares of the line by content: with the root of what stands in a column, wide enough for its longest word."""
    lengths, least = [], []
    for n, head in enumerate(heads):
        cells = [" ".join(word.text for word in row[n]) for row in rows]
        lengths.append(max(len(head), 12, *map(len, cells)))
        longest = max(len(word) for text in (head, *cells) for word in text.split())
        least.append(min(12.0, max(7.0, longest / 1.45 + 1.5)))
    roots = [length**0.5 for length in lengths]
    shares = [min(26.0, max(low, 100 * root / sum(roots))) for low, root in zip(least, roots, strict=True)]
    spare = [share - low for low, share in zip(least, shares, strict=True)]
    over = sum(shares) - 100
    made = [round(share - over * own / (sum(spare) or 1)) for share, own in zip(shares, spare, strict=True)]
    made[made.index(max(made))] += 100 - sum(made)
    return tuple(made)


def tall(grid: Grid, row: Sequence[Cell]) -> bool:
    """Whether a row may be taller than a page and has to be parted: by the signs that a line of each column takes."""
    per_line = _PER_LINE if grid.small else _PER_LINE * 0.55
    lines = (
        sum(len(words.text) // max(1, int(per_line * width / 100)) + 1 for words in cell)
        for cell, width in zip(row, grid.widths, strict=True)
    )
    return max(lines, default=0) > _LINES


#: Rows and characters of a table that no page parts.
_ROWS, _SIGNS = 12, 1500


def together(grid: Grid) -> bool:
    """Whether a table is so small that it stands on one page whole."""
    signs = sum(len(words.text) for row in grid.rows for cell in row for words in cell)
    return len(grid.rows) <= _ROWS and signs <= _SIGNS
