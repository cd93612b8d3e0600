"""Stage 1b, pages. Reads lines; writes which are words of the web page that a law was copied from, behind the law.

"... an offence. History of this document 7 June ... To the top > Subscribe ... Contact us"
"... an offence.$(document).ready(function () {var parent = this.parentNode; ..."

One such phrase may stand in a law; two different ones in what the file ends with, and no unit after them, are a page's.
"""

from __future__ import annotations

import re

from ctip_law.structure.lines import Line
from ctip_law.structure.patterns import patterns

#: The role of such lines.
PAGE = "page"
#: Part of the text, from its end, in which a page's own words are looked for: one in so many.
LAST = 3
_ENDED = re.compile(r"(?:\A|[.;:!?)\]”»▲>|}]|\d)\s*\Z")
#: Words of a page's program, no language's.
_PROGRAM = re.compile(
    r"\$\([\w'\"]|\bfunction\s?\(|\bvar\s\w+\s?=|\b(?:document|window)\.[a-z]|</?script\b|\baddEventListener\b", re.I
)


def cut_page(lines: list[Line]) -> list[Line]:
    """The lines, cut where the page's words begin, which have the role "page" from there on."""
    left = sum(len(line.text) for line in lines) // LAST
    first = len(lines)
    while first and left > 0:
        first -= 1
        left -= len(lines[first].text)
    found = [
        (index, match)
        for index in range(first, len(lines))
        for match in _phrases(lines[index].text, max(0, -left) if index == first else 0)
    ]
    for place, (index, match) in enumerate(found):
        if len({other.group().lower() for _, other in found[place:]}) < 2:
            break
        before = lines[index].text[: match.start()]
        if _ENDED.search(before) and not any(patterns().unit.match(line.text[:80]) for line in lines[index + 1 :]):
            return _cut(lines, index, len(before.rstrip()), match.start())
    return lines


def _phrases(text: str, start: int) -> list[re.Match[str]]:
    """A page's words in a line, in order."""
    both = (*patterns().page.finditer(text, start), *_PROGRAM.finditer(text, start))
    return sorted(both, key=lambda match: match.start())


def _cut(lines: list[Line], index: int, end: int, start: int) -> list[Line]:
    line = lines[index]
    head = [Line(line.start, line.start + end, line.text[:end], line.style, line.gap, line.role)] if end else []
    rest = Line(line.start + start, line.end, line.text[start:], line.style, line.gap and not end)
    tail = [rest, *lines[index + 1 :]]
    for one in tail:
        one.role = one.role or PAGE
    return [*lines[:index], *head, *tail]
