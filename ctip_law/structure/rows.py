"""Stage 1, laws set in a table. Reads lines; parts the rows of a table that holds the law's own units.

    Short title | 1. This Act may be cited as ...      a column of marginal notes and one of sections
    1 | Short title | This Act may be cited as ...     number, heading and words in cells of their own

Each cell becomes a line. A table of fees or of offences in a law that has units outside it stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ctip_law.structure.lines import Line, is_title, part

#: Rows that a law set in a table has, at least, and lines of ten that its table is.
FEWEST, _TENTHS = 3, 6
_NUMBER = r"(?:§\s?)?\d{1,3}[A-Z]{0,2}\."
#: A marginal note and the number behind it, with or without the bar between cells.
_NOTED = re.compile(rf"(?P<note>[^|\d]{{3,90}}?)(?:\s*+(?P<bar>\|)\s++|\s++)(?={_NUMBER}\s)")
_BEGUN = re.compile(rf"{_NUMBER}\s")
#: Characters of a note, at most.
_NOTE = 70
_FIRST = re.compile(r"(?:§\s?)?(\d{1,3})[A-Z]{0,2}\.\s")
_CELLS = re.compile(r"\s*\|\s*")
#: A number alone in the first cell.
_NUMBERED = re.compile(r"(?:[^\W\d_]{3,10}\.?\s?|§\s?)?(\d{1,3})[A-Z]{0,2}\.?\s*\|")


def split_beside(lines: list[Line]) -> list[Line]:
    """`lines`, marginal notes that a conversion set before the number as lines of their own: "Short title. 1. This
    Act ..." again and again, the numbers one after the other and at the beginning of no other line."""
    found: dict[int, re.Match[str]] = {}
    for line in lines:
        match = _NOTED.match(line.text) if not line.role and "table" not in line.style else None
        if match and match.group("note").endswith(".") and is_title(match.group("note"), _NOTE):
            found[line.start] = match
    numbers = [int(one[1]) for match in found.values() if (one := _FIRST.match(match.string, match.end()))]
    begun = {int(match[1]) for line in lines if (match := _FIRST.match(line.text))}
    if len(numbers) < FEWEST or numbers != list(range(numbers[0], numbers[0] + len(numbers))):
        return lines
    if not begun.isdisjoint(numbers):
        return lines
    return [piece for line in lines for piece in _noted(line, found.get(line.start))]


def split_rows(lines: list[Line]) -> list[Line]:
    """`lines`, the cells of a table that holds the units of the law each as a line of its own."""
    rows = [line for line in lines if "table" in line.style and not line.role]
    if len(rows) < FEWEST or len(rows) * 10 < sum(not line.role for line in lines) * _TENTHS:
        return lines
    noted = {line.start: match for line in rows if (match := _NOTED.match(line.text)) and is_title(match.group("note"))}
    numbers = [int(match.group(1)) for line in rows if (match := _NUMBERED.match(line.text))]
    if len(numbers) >= FEWEST and numbers == sorted(set(numbers)) and numbers[0] <= 2:
        return [piece for line in lines for piece in (_cells(line) if "table" in line.style else (line,))]
    begun = sum(1 for line in rows if _BEGUN.match(line.text))
    if not noted or len(noted) + begun < FEWEST:
        return lines
    return [piece for line in lines for piece in _noted(line, noted.get(line.start))]


def _noted(line: Line, match: re.Match[str] | None) -> Iterator[Line]:
    if match is None:
        yield _plain(line)
        return
    note = _plain(part(line, 0, match.end("note")))
    note.style |= {"margin"}
    yield note
    yield _plain(part(line, match.end(), len(line.text)))


def _cells(line: Line) -> Iterator[Line]:
    start = 0
    for match in _CELLS.finditer(line.text):
        yield _plain(part(line, start, match.start()))
        start = match.end()
    yield _plain(part(line, start, len(line.text)))


def _plain(line: Line) -> Line:
    """The line as one of running text."""
    line.style = line.style - {"table"}
    return line
