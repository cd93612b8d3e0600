"""Words that a conversion of print broke behind an f or a capital, made whole.

    Every person who commits an of fence, or aids the T raf ficking of another, may be arrested by an of ficer.

Fonts print "ff" as one sign and set a capital close to the next letter; where a converter reads the gaps wrongly, it
does so on every page. "a fence of wood" is whole: only a text that shows the damage where no other reading is possible
("an of f...", "traf f...") is mended, and each word is told.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace

from ctip_law.model import Repair
from ctip_law.read.clean import Clean

#: What stands before "f" in no language that prints "ff" unless a word was broken there.
_HALVES = r"(?:[tT]?r?[aA]f|[dD]if|[eE]f|[sS]uf|[bB]uf|[cC]of)"
_SURE = re.compile(rf"\b(?:(?:[aA]n|[aA]ny|[tT]he|no|such|that|this|same) of f(?:en[cds]|ic|er)|{_HALVES} f[a-z]{{2}})")
#: Words that may stand behind a letter which is a name: "Schedule T and Form W shall".
_AFTER_NAME = r"(?!(?:and|or|is|are|of|to|in|for|shall|may|must|means|was|has)\b)"
#: Signs of damage from which a text is mended.
_LEAST = 3
_BROKEN = re.compile(
    rf"\b(?:{_HALVES}(?P<half> )(?=f[a-z]{{2}})|[oO]f(?P<of> )(?=f(?:en[cds]|ic[ei]|er(?:s|ed|ing)?\b))"
    rf"|[TW](?P<capital> ){_AFTER_NAME}(?=[a-z]{{2}}))"
)


def whole_words(mended: Clean) -> Clean:
    """The text with such words made whole, and a repair for each; the same where it shows hardly any."""
    text = mended.text
    if sum(1 for _ in zip(_SURE.finditer(text), range(_LEAST), strict=False)) < _LEAST:
        return mended
    gaps = sorted(match.start(match.lastgroup or 0) for match in _BROKEN.finditer(text))
    whole = "".join(text[start + 1 : end] for start, end in zip((-1, *gaps), (*gaps, len(text)), strict=True))

    def moved(at: int) -> int:
        return at - bisect_right(gaps, at - 1)

    shifted = tuple(replace(one, start=moved(one.start), end=moved(one.end)) for one in mended.repairs)
    told = (_told(text, whole, gap, moved(gap)) for gap in gaps)
    return Clean(whole, (*shifted, *told))


def _told(text: str, whole: str, gap: int, at: int) -> Repair:
    start, end = gap, gap + 1
    while start and text[start - 1].isalpha():
        start -= 1
    while end < len(text) and text[end].isalpha():
        end += 1
    first = at - (gap - start)
    last = at + (end - gap - 1)
    return Repair(first, last, text[start:end], whole[first:last], "a conversion broke the word")
