"""Markers that stand on one another at the start of a line: each opens a level of its own.

"(1)(a) A person who sells ..." / "(b) a person who buys ..."     the first item stands in the line of its subsection
"1. a. A person who ..." / "b. An offense ..."                    so American codes print it
"• (a) sells;"                                                    a bullet in front, of a page or of a word processor
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ctip_law.structure.lines import Line

_BRACKETED = r"[(（]\s?(?:\d{1,3}[A-Z]{0,2}|[a-zA-Z]|[ivx]{2,5})\s?[)）]"
_POINTED = r"(?:\d{1,3}|[a-zA-Z])[.)]"
_FIRST = re.compile(rf"[—–_\s]{{0,3}}(?:{_BRACKETED}|{_POINTED}(?=\s))\s{{0,3}}")
#: The first item of a list in brackets; what follows says that it is one: "(1)(a) and (b) apply" only mentions them.
_BRACKETED_NEXT = re.compile(
    r"[(（]\s?(?:[aAiI1]|α|а)\s?[)）](?!\s?(?:[,;.]|(?:to|and|or|et|ou|y|o|dan)\b))\s{0,3}"
)
_POINTED_NEXT = re.compile(r"(?P<num>[a1A])(?P<dress>[.)])\s+(?=\S)")
_SECOND = {"a": "b", "A": "B", "1": "2"}
BULLET = re.compile(r"(?:[•●▪◦○■□‣∙·]\s{1,3}){1,2}(?=[(（]?(?:\d{1,3}|[a-zA-Z]|[ivx]{2,5})[.)）]\s)")


def first_words(lines: Iterable[Line]) -> frozenset[str]:
    """What the lines begin with, by which the second item of a list is known."""
    return frozenset(line.text[:3].strip() for line in lines if line.text)


def stacked(text: str, start: int, end: int, begun: frozenset[str]) -> Iterator[int]:
    """Where further markers stand directly behind the one that the line begins with."""
    found = _FIRST.match(text, start, end)
    if not found:
        return
    at = found.end()
    for _ in range(3):
        following = _BRACKETED_NEXT.match(text, at, end)
        if following is None and (pointed := _POINTED_NEXT.match(text, at, end)):
            second = _SECOND[pointed["num"]] + pointed["dress"]
            following = pointed if second in begun else None
        if following is None or following.end() >= end:
            return
        yield at
        at = following.end()
