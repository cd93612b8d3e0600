"""Paragraphs that are counted without a sign, as Switzerland prints them: "1 Der Halter ..." / "a. ..." / "2 Wer ...".

A number and a word alone tell nothing ("2 boats"); that the unit's first words begin with 1 and later lines go on with
2, 3 does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ctip_law.structure.lines import Line
from ctip_law.structure.numbers import LATIN

_NUMBER = re.compile(
    rf"(?P<num>(?P<whole>\d{{1,2}})(?:{'|'.join(LATIN)})?)[ \t\u00a0]+(?=[«„“\"]?[A-ZÀ-Þ][^\W\d_]*[ ,’'])"
)


def bare_paragraphs(lines: Sequence[Line], start: int, text: str) -> dict[int, re.Match[str]]:
    """Where such paragraphs begin in the lines of a unit whose words begin at `start`; none where there is no count."""
    found: dict[int, re.Match[str]] = {}
    last = 0
    for line in lines:
        begin = max(line.start, start)
        if line.role or line.quoted or begin >= line.end:
            continue
        match = _NUMBER.match(text, begin, line.end)
        if match is None and not last:
            return {}
        value = int(match["whole"]) if match else 0
        if match and (value == last + 1 or (value == last > 0 and match["num"] != match["whole"])):
            found[begin] = match
            last = value
        elif not last:
            return {}
    return found if last > 1 else {}
