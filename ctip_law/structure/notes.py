"""Stage 1, units behind an editor's note, or a publisher's path to it, in its line. Reads lines; cuts them between.

    (Amended by Decree 5 of 2024.)ARTICLE 2º- The keeper ...
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from ctip_law.structure.lines import Line, part
from ctip_law.structure.marks import Mark
from ctip_law.structure.patterns import patterns

#: A note in brackets that is all that stands before a unit: "*(Amended by ...)*ARTICLE 2º-".
_NOTE = re.compile(r"[*_]{0,3}[(\[][^\n]{12,600}?[)\]][*_.]{0,4}(?=[^\W\d_]{3,12}\s{0,2}\d)")


def split_notes(lines: list[Line]) -> list[Line]:
    """`lines`, each unit that stands behind a note as a line of its own."""
    return [piece for line in lines for piece in (_cut(line) if _MAY.search(line.text) else (line,))]


#: What a line has that is cut: a bracket at its start, or a stroke between blanks before a number.
_MAY = re.compile(r"\A[*_(\[]|\s[-–>»]\s.{0,40}\d")


def _cut(line: Line) -> list[Line]:
    return [piece for behind in _behind_path(line) for piece in _behind_note(behind)]


#: Where a publisher's page stands, before the unit: "Barge Statutes - Chapter 12 - Hire - Section 12.345 - Lamps."
_PATH = re.compile(r"(?:[^-–>»\n]{3,70}\s[-–>»]\s){1,6}(?=(?:Section|Sec\.|Article|§)\s?\d[\w.-]{0,12}\s[-–>»]\s\S)")


def _behind_path(line: Line) -> Iterator[Line]:
    match = _PATH.match(line.text) if len(line.text) < 300 else None
    if match is None:
        yield line
        return
    path = part(line, 0, match.end())
    path.role = "note"
    yield path
    yield part(line, match.end(), len(line.text))


def _behind_note(line: Line) -> Iterator[Line]:
    match = _NOTE.match(line.text) if line.text[:1] in "*_([" else None
    if match is None or not patterns().unit.match(line.text[match.end() : match.end() + 80]):
        yield line
        return
    yield part(line, 0, match.end())
    yield part(line, match.end(), len(line.text))


#: Units above which the same words stand, at least, before these are a publisher's and no heading.
_SAME = 3


def refrain_of(lines: list[Line], marks: Sequence[Mark]) -> set[int]:
    """Lines right above units that are the same above most of them: "Notes on this article"."""
    above = Counter(lines[mark.line - 1].text for mark in marks if mark.line)
    words, count = max(above.items(), key=lambda item: item[1], default=("", 0))
    if count < _SAME or count * 10 < len(marks) * 6:
        return set()
    return {mark.line - 1 for mark in marks if mark.line and lines[mark.line - 1].text == words}


#: Characters of a line of a marginal note, at most, and its lines.
_NARROW, _LINES = 22, 12


def narrow_note(lines: list[Line], mark: Mark, taken: set[int]) -> int:
    """The first line of a marginal note in narrow lines whose last ran into the number; -1 for none.

    "Keeping of" / "barges.12. Whoever keeps a barge"
    """
    if not mark.noted:
        return -1
    first = mark.line - 1
    while mark.line - first < _LINES and first - 1 not in taken:
        above = lines[first - 1] if first else None
        if above is None or above.role or len(above.text) > _NARROW or above.text[-1] in ".;:—":
            break
        first -= 1
    while first < mark.line - 1 and not lines[first].text[0].isupper():
        first += 1
    note = len(lines[first].text) <= _NARROW and lines[first].text[0].isupper()
    return first if note else -1
