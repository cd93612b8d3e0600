"""Stage 1, units behind an editor's note in its line. Reads lines; cuts them between the two.

    (Amended by Decree 5 of 2024.)ARTICLE 2º- The keeper ...
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ctip_law.structure.lines import Line, part
from ctip_law.structure.patterns import patterns

#: A note in brackets that is all that stands before a unit: "*(Amended by ...)*ARTICLE 2º-".
_NOTE = re.compile(r"[*_]{0,3}[(\[][^\n]{12,600}?[)\]][*_.]{0,4}(?=[^\W\d_]{3,12}\s{0,2}\d)")


def split_notes(lines: list[Line]) -> list[Line]:
    """`lines`, each unit that stands behind a note as a line of its own."""
    return [piece for line in lines for piece in _behind_note(line)]


def _behind_note(line: Line) -> Iterator[Line]:
    match = _NOTE.match(line.text) if line.text[:1] in "*_([" else None
    if match is None or not patterns().unit.match(line.text[match.end() : match.end() + 80]):
        yield line
        return
    yield part(line, 0, match.end())
    yield part(line, match.end(), len(line.text))
