"""What is repealed and still stands in the file. Reads the tree; sets the flag "repealed".

"12. Kites [Repealed by Act 7 of 2013.]"   "CHAPTER 18 [Chapter 18 repealed by s 48 of Act 7 of 2013.] 281. ..."
"CHAPTER 4 SALE [Chapter 4 repealed by Act 7 of 2013.]"
"Artículo 5. (Suprimido)"   "7. (Deleted)"   "“kite” ... [“kite” repealed by s 3]"

Only words that say so and nothing else repeal a unit: a note that a subsection was substituted stands beside its
words. A division repeals all that is in it where its note names the act that did it; a bare "(Suppressed)" may be its
heading's alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from ctip_law.structure.node import Node
from ctip_law.structure.numbers import roman_value
from ctip_law.structure.patterns import patterns

REPEALED = "repealed"
#: Characters that such a note has at most.
LONGEST = 260

_NOTES = re.compile(
    r"[\[(（〔【][^\[\](){}（）]{0,240}(?:[(（][^()（）]{0,40}[)）][^\[\](){}（）]{0,160}){0,3}[\])）〕】]"
)
_AT_END = re.compile(rf"(?:{_NOTES.pattern})\s*\Z")
_TERM = re.compile(r"\A[\"“‘'«][^\"”’»\n]{1,90}[\"”’'»]\s*")
_NOTHING = re.compile(r"[\s.…·*_–—\-†‡:;,]*\Z")


def mark_repealed(nodes: Sequence[Node], text: str) -> None:
    """Sets the flag on every unit below `nodes` whose only words say that it is repealed."""
    waiting = [(nodes, False)]
    while waiting:
        brothers, gone = waiting.pop()
        for place, node in enumerate(brothers):
            note, whole = ("", False) if gone else _note(node, text)
            if (gone or note) and REPEALED not in node.flags:
                node.flags = (*node.flags, REPEALED)
            takes = whole and any(char.isdecimal() for char in note) and _ends(node, brothers[place + 1 :])
            waiting.append((node.children, gone or takes))


def _ends(node: Node, later: Sequence[Node]) -> bool:
    """Where the division ends is certain: the next one has the next number, or none of its kind follows."""
    after = next((other for other in later if other.kind == node.kind), None)
    if after is None:
        return True
    first, second = (roman_value(num) or (int(num) if num.isdecimal() else 0) for num in (node.num, after.num))
    return bool(first) and second == first + 1


def _note(node: Node, text: str) -> tuple[str, bool]:
    """The words of the unit, or its heading, that say it is repealed; and whether they say it of the whole."""
    words = " ".join(text[start:end].strip() for start, end in (*node.intro, *node.wrap_up)).strip()
    heading = node.heading.strip()
    holds = all(child.kind in _CITED or child.kind in _DIVISIONS for child in node.children)
    if node.children and not holds:
        return "", False  # its own words may be a note on one of its items
    if named := _names_itself(node, heading):
        return named, True
    end = _AT_END.search(heading)  # "Contraband (Repealed)"
    for said in (heading, end.group() if end and _cue().match(end.group().strip("[(（ ")) else ""):
        if said and len(said) <= LONGEST and len(words) <= LONGEST and says_repealed(said):
            return said, said == heading
    return (words, True) if words and len(words) <= LONGEST and says_repealed(words) else ("", False)


def _names_itself(node: Node, heading: str) -> str:
    """A note beside the heading that names the unit: "SALE OF PERSONS [Chapter 4 repealed by Act 7 of 2013.]"."""
    notes = _NOTES.findall(heading)
    if not node.num or not notes:
        return ""
    own = re.compile(rf"\W\s*[^\W\d_]+\.?\s+{re.escape(node.num)}\s+(?:[^\W\d_]+\s+){{0,2}}?(?={_cue().pattern})", re.I)
    return next((note for note in notes if own.match(note)), "")


_CITED = frozenset({"section", "article", "regulation", "rule"})
_DIVISIONS = frozenset(
    {"book", "part", "subpart", "title", "chapter", "subchapter", "division", "subdivision", "crossheading"}
)


def says_repealed(words: str) -> bool:
    """The words say that a provision is repealed, and nothing else."""
    bare = _TERM.sub("", words.strip())
    outside = _NOTES.sub(" ", bare)
    if _NOTHING.match(outside):
        return any(_cue().search(note) for note in _NOTES.findall(bare))  # dots alone: left as it is, or left out
    plain = outside.strip(" .:;,–—-*_[](")
    match = _cue().match(plain)
    if match is None:
        return False
    rest = plain[match.end() :].strip(" .:;,–—-*_)]")
    joint = re.match(r"[^\W\d_]+", rest)  # "by Act 7 of 2031", "por la Ley 7"
    if rest and joint is None:
        return len(rest) < 60
    return not rest or bool(joint and re.search(r"\d", rest) and joint.group().lower() in _joints())


@cache
def _joints() -> frozenset[str]:
    """Words between "repealed" and the act that did it."""
    return patterns().cues["repealed_by"]


@cache
def _cue() -> re.Pattern[str]:
    cues = sorted({cue.strip("([") for cue in patterns().cues["repealed"]}, key=lambda cue: (-len(cue), cue))
    return re.compile(rf"(?<![^\W\d_])(?:{'|'.join(map(re.escape, cues))})(?![^\W\d_])", re.I)
