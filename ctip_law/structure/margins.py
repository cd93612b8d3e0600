"""Which words of a text set in columns with blanks are notes in its margin, page by page.

    Interpre-        2. In this Act, unless the context      the text begins here, or, where first lines are
    tation.       otherwise requires, "toll" means ...       indented, some columns before it

Books print notes in the outer margin: left on one page and right on the next, in columns that a conversion moves from
page to page.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ctip_law.read.margin import STARTS

_LEFT = re.compile(r"[ \t]{0,6}(?P<note>\S(?:[^ \t]|[ \t](?![ \t])){0,30}?)[ \t]{2,}(?=\S)")
_RIGHT = re.compile(r"\S[ \t]{2,}(?P<note>\S(?:[^ \t]|[ \t](?![ \t])){0,27})\s*\Z")
_NUMBER = re.compile(r"\D{0,14}(\d{1,3})")
_ENDS = re.compile(r"[.;:—,][\"”’)]?\s*\Z")
#: Units that have to begin in the column of the text.
_LEAST = 3
#: Columns that a margin is wide, and that the first line of a unit is indented.
_NARROW, _WIDE, _INDENT = 6, 36, 8
#: Characters that a note in the right margin is wide.
_NOTE = 28
#: A row of three columns that far apart, or a number alone, is the head or foot of a page.
_THREE = re.compile(r"\S[ \t]{3,}\S.*\S[ \t]{3,}\S")
_PAGE = re.compile(r"\W*\d{1,4}\W*\Z")

#: The note and the words of a row; None for a row that runs through both columns.
Pair = tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the text. `edge`: it is the first or last of its page."""

    text: str
    edge: bool = False


@dataclass(frozen=True, slots=True)
class Margins:
    """The notes and words of each row, the rows that are heads or feet of pages, and the sides that hold notes."""

    pairs: tuple[Pair, ...]
    frames: frozenset[int]
    sides: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Page:
    side: str
    column: int
    pairs: list[Pair]
    begun: list[int]


def margins(rows: Sequence[Row]) -> Margins | None:
    """Where the notes are; None for a text that has none, or too few for a margin."""
    frames = _frames(rows)
    pages = list(_pages(rows))
    texts = [["" if at in frames else rows[at].text for at in page] for page in pages]
    laid = [max((_left(text), _right(text)), key=lambda one: len(one.begun)) for text in texts]
    sure = [page for page in laid if page.begun]
    if not sure:
        return None
    laid = [page if page.begun else _as_others(text, sure) for page, text in zip(laid, texts, strict=True)]
    pairs = [pair for page in laid for pair in page.pairs]
    begun = [at + page[0] for page, layout in zip(pages, laid, strict=True) for at in layout.begun]
    if not _is_margin(rows, pairs, begun, frames):
        return None
    first = _first(pairs, begun[0])
    pairs[:first] = [None] * first
    for at in frames:
        pairs[at] = None
    sides = tuple(side for side in ("left", "right") if any(page.side == side for page in sure))
    return Margins(tuple(pairs), frozenset(frames), sides)


def _pages(rows: Sequence[Row]) -> Iterator[range]:
    """The rows of each page: one ends between two rows that are both edges."""
    start = 0
    last = -1  # the last row with words
    for at, row in enumerate(rows):
        if not row.text.strip():
            continue
        if row.edge and last >= start and rows[last].edge:
            yield range(start, at)
            start = at
        last = at
    yield range(start, len(rows))


def _frames(rows: Sequence[Row]) -> set[int]:
    """Heads and feet of pages: rows at an edge, or in three columns, that recur but for their numbers."""
    kinds: dict[int, str] = {}
    for at, row in enumerate(rows):
        bare = row.text.strip()
        if row.edge and _PAGE.match(bare):
            kinds[at] = ""
        elif bare and len(bare) < 120 and (row.edge or _THREE.search(bare)) and re.search(r"\d", bare):
            kinds[at] = " ".join(sorted(re.sub(r"\d+", "0", bare.lower()).split()))
    often = Counter(kinds.values())
    return {at for at, kind in kinds.items() if not kind or often[kind] > 1}


def _first(pairs: Sequence[Pair], begun: int) -> int:
    """The first row of the note that stands beside the first unit; what is above it has no margin."""
    first = begun
    while first and (pair := pairs[first - 1]) is not None and pair[0] and not pair[1].strip():
        first -= 1
    return first


def _is_margin(rows: Sequence[Row], pairs: Sequence[Pair], begun: Sequence[int], frames: set[int]) -> bool:
    """Whether enough units begin beside notes, and few rows run through both columns."""
    inside = (
        [at for at in range(begun[0], begun[-1] + 1) if rows[at].text.strip() and at not in frames] if begun else []
    )
    through = sum(pairs[at] is None for at in inside)
    notes = sum(bool(pair and pair[0]) for pair in pairs)
    numbers = {_number(_words(rows[at].text, pairs[at])) for at in begun}
    starts = [at for at, row in enumerate(rows) if STARTS.match(_words(row.text, pairs[at]).lstrip())]
    others = [at for at in starts if not begun or begun[0] <= at <= begun[-1]]
    if begun:
        others += [at for at in starts if at > begun[-1] and _number(_words(rows[at].text, pairs[at])) > max(numbers)]
        others += [] if _is_list(rows, starts, begun[0]) else [at for at in starts if at < begun[0]]
    counted = sum(any(char.isdecimal() for char in (pairs[at] or ("", ""))[0]) for at in begun)  # pages, years, fines
    enough = len(begun) >= _LEAST and len(begun) * 2 >= len(others) and counted * 2 <= len(begun)
    return enough and through * 4 <= len(inside) and notes * 12 >= len(inside)


def _is_list(rows: Sequence[Row], starts: Sequence[int], end: int) -> bool:
    """Whether the numbers before the row `end` are a list of contents: no sentences stand between them."""
    above = [at for at in starts if at < end]
    if not above:
        return True
    begins = set(above)
    between = [
        row.text for at, row in enumerate(rows[above[0] : above[-1]], above[0]) if row.text.strip() and at not in begins
    ]
    return sum(bool(_ENDS.search(words)) for words in between) * 5 <= len(between)


def _words(row: str, pair: Pair) -> str:
    return row if pair is None else pair[1]


def _number(words: str) -> int:
    match = _NUMBER.match(words)
    return int(match.group(1)) if match else 0


def _as_others(rows: Sequence[str], sure: Sequence[_Page]) -> _Page:
    """A page on which no unit begins, in the columns of another page, if they fit it."""
    full = sum(bool(row.strip()) for row in rows)
    for side, column in dict.fromkeys((page.side, page.column) for page in sure):
        pairs = _split_left(rows, column) if side == "left" else _split_right(rows, column)
        notes = sum(bool(pair and pair[0]) for pair in pairs)
        through = sum(pair is None for pair in pairs)
        if notes and through * 4 <= full and notes * 2 <= full:
            return _Page(side, column, pairs, [])
    return _Page("", 0, [None] * len(rows), [])


def _left(rows: Sequence[str]) -> _Page:
    """Notes to the left of the text."""
    splits = [_LEFT.match(row) for row in rows]
    both = list(zip(splits, rows, strict=True))
    columns = Counter(
        match.end()
        for match, row in both
        if match and STARTS.match(row[match.end() :]) and not STARTS.match(match.group("note"))
    )
    if not columns:
        return _Page("", 0, [None] * len(rows), [])
    begin = max(columns, key=lambda at: (columns[at], -at))
    if not _NARROW <= begin <= _WIDE + _INDENT:
        return _Page("", 0, [None] * len(rows), [])
    starts = Counter(match.end() if match else len(row) - len(row.lstrip()) for match, row in both if row.strip())
    near = range(max(_NARROW, begin - _INDENT), begin + 1)
    often = max(starts[at] for at in near)
    column = next(at for at in near if (starts[at] > 1 and starts[at] * 4 >= often) or at == begin)
    if column > _WIDE:
        return _Page("", 0, [None] * len(rows), [])
    pairs = _split_left(rows, column)
    begun = [
        at
        for at, (match, pair) in enumerate(zip(splits, pairs, strict=True))
        if match and pair and pair[0] and abs(match.end() - begin) <= 1 and STARTS.match(pair[1].lstrip())
    ]
    return _Page("left", column, pairs, begun)


def _split_left(rows: Sequence[str], column: int) -> list[Pair]:
    pairs: list[Pair] = []
    noted = False
    for row in rows:
        match = _LEFT.match(row)
        if match and match.end() >= column - 1 and not STARTS.match(match.group("note")):
            pair: Pair = match.group("note"), _indented(row, match.end(), column)
        elif (
            noted and row[column - 1 : column] == " " and row[: column - 1].strip() and row[column : column + 1].strip()
        ):
            pair = row[:column].strip(), row[column:]  # one blank between a long note and the text
        else:
            pair = _alone(row, column)
        pairs.append(pair)
        noted = bool(pair and pair[0])
    return pairs


def _indented(row: str, begin: int, column: int) -> str:
    return " " * max(0, begin - column) + row[begin:].rstrip()


def _alone(row: str, column: int) -> Pair:
    """A row that lies in one of the columns; None for one that runs through both."""
    bare = row.strip()
    indent = len(row) - len(row.lstrip())
    if not bare or indent >= column - 1:
        return "", " " * max(0, indent - column) + bare
    return (bare, "") if indent + len(bare) < column and not STARTS.match(bare) else None


def _right(rows: Sequence[str]) -> _Page:
    """Notes to the right of the text."""
    found = [_RIGHT.search(row) for row in rows]
    both = list(zip(found, rows, strict=True))
    columns = Counter(match.start("note") for match, row in both if match and STARTS.match(row.lstrip()))
    column = max(columns, key=lambda at: (columns[at], -at), default=0)
    if column < _WIDE:
        return _Page("", 0, [None] * len(rows), [])
    pairs = _split_right(rows, column)
    begun = [at for at, pair in enumerate(pairs) if pair and pair[0] and STARTS.match(pair[1].lstrip())]
    return _Page("right", column, pairs, begun)


def _split_right(rows: Sequence[str], column: int) -> list[Pair]:
    pairs: list[Pair] = []
    noted = False
    for row in rows:
        match = _RIGHT.search(row)
        indent = len(row) - len(row.lstrip())
        if match and abs(match.start("note") - column) <= 1:
            pair: Pair = match.group("note"), row[: match.start("note")].rstrip()
        elif row.strip() and abs(indent - column) <= 1 and len(row.strip()) <= _NOTE:
            pair = row.strip(), ""
        elif noted and row[column - 1 : column] == " " and row[:column].strip() and row[column : column + 1].strip():
            pair = row[column:].strip(), row[:column].rstrip()
        else:
            pair = ("", row) if len(row.rstrip()) <= column else None
        pairs.append(pair)
        noted = bool(pair and pair[0])
    return pairs
