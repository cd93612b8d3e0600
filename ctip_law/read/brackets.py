"""Old law that a bill prints in brackets beside the new: "an owner of [ten] twelve barges", and says so itself.

New York: "matter in brackets [ ] is old law to be omitted"; Missouri: "Matter enclosed in bold-faced brackets [thus] in
this bill is not enacted". Without such a sentence brackets are the law's own, or an editor's, and stay.
"""

from __future__ import annotations

import re

_SAYS = re.compile(
    r"\bmatter\s+(?:enclosed\s+)?in\s+(?:bold-?\s?faced\s+)?brackets\s+\[[^\[\]\n]{0,10}\][^.\[\]]{0,80}?"
    r"\b(?:old\s+law|omitted|not\s+enacted)\b",
    re.I,
)
#: Old law between brackets; what an explanation has between them is a blank or one word.
_OLD = re.compile(r"\[(?=[^\[\]]{0,2500}\])([^\[\]]*)\]")
_SHOWN = re.compile(r"\s*(?:thus\s*)?\Z")
#: The number of a line in the margin of a bill, which stays so that the margin is still known.
_NUMBER = re.compile(r"\n[ \t]*\d{1,3}(?=[ \t])|\n")


def without_old_law(text: str) -> tuple[str, list[str]]:
    """`text` without what it says is old law, and these passages; unchanged where it does not say so."""
    if not _SAYS.search(text):
        return text, []
    struck: list[str] = []

    def left(match: re.Match[str]) -> str:
        if _SHOWN.match(match[1]):
            return match[0]
        struck.append(" ".join(_NUMBER.sub(" ", match[1]).split()))
        return "".join(line.group() for line in _NUMBER.finditer(match[1]))

    return _OLD.sub(left, text), struck
