"""Stage 1, numbers that stand where no line begins, or begin lines that they do not count.

    (Amended by Decree 5 of 2024.)ARTICLE 2º- The keeper ...     a note of the editor's, and the unit behind it
    17 the keeper shall answer for it, and whoever helps the     a bill's lines, counted in the margin of each page
    18 keeper shall answer likewise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ctip_law.structure.lines import Line, part
from ctip_law.structure.patterns import patterns

MARGIN = "line number"

#: A note in brackets that is all that stands before a unit: "*(Amended by ...)*ARTICLE 2º-".
_NOTE = re.compile(r"[*_]{0,3}[(\[][^\n]{12,600}?[)\]][*_.]{0,4}(?=[^\W\d_]{3,12}\s{0,2}\d)")
_NUMBER = re.compile(r"(?P<number>\d{1,2})\s{1,4}(?=\S)")
#: Lines that count on, and of ten that do at least, and of ten of these that go on in the middle of a sentence.
_FEWEST, _TENTHS, _AMID = 12, 5, 4
#: The first number of a page or a section: the line in which a section begins may have none.
_FIRST = (1, 2)
#: Lines without a number from one that counts to the next, and numbers: the head and foot of a page stand between.
_BETWEEN = 5


def split_glued(lines: list[Line]) -> list[Line]:
    """`lines`, with units behind an editor's note, and the numbers of a bill's lines, as lines of their own."""
    pieces = [piece for line in lines for piece in _behind_note(line)]
    counted = _counted(pieces)
    if not counted:
        return pieces
    return [piece for index, line in enumerate(pieces) for piece in _parted(line, counted.get(index, 0))]


def _behind_note(line: Line) -> Iterator[Line]:
    match = _NOTE.match(line.text) if line.text[:1] in "*_([" else None
    if match is None or not patterns().unit.match(line.text[match.end() : match.end() + 80]):
        yield line
        return
    yield part(line, 0, match.end())
    yield part(line, match.end(), len(line.text))


def _counted(lines: list[Line]) -> dict[int, int]:
    """The lines that a margin counts, with the characters of the number; none where the numbers are the law's own."""
    found: dict[int, int] = {}
    last, at = 0, -1
    amid = 0
    for index, line in enumerate(lines):
        match = _NUMBER.match(line.text)
        if match is None:
            continue
        number = int(match["number"])
        follows = at >= 0 and last < number <= last + _BETWEEN and index - at <= _BETWEEN
        if follows or number in _FIRST:
            found[index] = match.end()
            amid += line.text[match.end() : match.end() + 1].islower()
            last, at = number, index
    enough = len(found) >= _FEWEST and len(found) * 10 >= len(lines) * _TENTHS and amid * 10 >= len(found) * _AMID
    return found if enough else {}


def _parted(line: Line, number: int) -> Iterator[Line]:
    if number:
        margin = part(line, 0, number)
        margin.role = MARGIN
        yield margin
    rest = part(line, number, len(line.text))
    rest.gap = line.gap
    yield rest
