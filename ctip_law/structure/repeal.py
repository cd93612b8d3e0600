"""What is repealed and still stands in the file. Reads the tree; sets the flag "repealed".

"12. Kites [Repealed by Act 7 of 2013.]"   "CHAPTER 18 [Chapter 18 repealed by s 48 of Act 7 of 2013.] 281. ..."
"CHAPTER 4 SALE [Chapter 4 repealed by Act 7 of 2013.]"
"Artículo 5. (Suprimido)"   "7. (Deleted)"   "“kite” ... [“kite” repealed by s 3]"
"[Section 2 repealed by Act 9 of 2033.]" in its own line above or below the words of section 2, which still stand

Only words that say so and nothing else repeal a unit: a note that a subsection was substituted stands beside its
words. A division repeals all that is in it where its note names the act that did it; a bare "(Suppressed)" may be its
heading's alone.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from functools import cache

from ctip_law.structure.node import Node
from ctip_law.structure.numbers import roman_value
from ctip_law.structure.patterns import low, patterns

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
            said = any(char.isdecimal() for char in note) or bool(_in_front(node))
            takes = whole and said and _ends(node, brothers[place + 1 :])
            waiting.append((node.children, gone or takes))


#: Characters between a note in its own line and the unit that it names.
_NEAR = 200


def mark_named(nodes: Sequence[Node], text: str) -> None:
    """Sets the flag on units whose words still stand, and all in them, where a line beside them says that they are
    repealed: a note that names the unit, on either side, or one below the words that names none."""
    spots = [match for match in _lines().finditer(text) if any(char.isdecimal() for char in match.group())]
    if not spots:
        return
    table = patterns()
    kinds = table.division_kinds | table.unit_kinds
    every = [node for top in nodes for node in top.walk() if node.kind in _CITED or node.kind in _DIVISIONS]
    by_number: dict[str, list[Node]] = defaultdict(list)
    for node in every:
        by_number[node.num].append(node)
    closed = _closed(nodes)
    units = sorted((node for node in every if node.kind in _CITED), key=lambda node: node.start)
    starts = [node.start for node in units]
    for spot in spots:
        word = low(spot.group("word") or "")
        if word:
            kind = kinds.get(word) or kinds.get(f"{word}.")
            named = [node for node in by_number[spot.group("num")] if _is_kind(node, word, kind)]
        else:
            place = bisect_left(starts, spot.start())
            named = [node for node in units[max(0, place - 1) : place] if _last_words(node, spot, text)]
        for node in named:
            end = max(one.end for one in node.walk())
            if node.start - _NEAR <= spot.start() <= end + _NEAR:
                certain = node.kind in _CITED or spot.end() >= end or id(node) in closed
                for one in node.walk() if certain else (node,):
                    one.flags = one.flags if REPEALED in one.flags else (*one.flags, REPEALED)


def _closed(nodes: Sequence[Node]) -> set[int]:
    """The divisions whose end is certain."""
    found: set[int] = set()
    waiting = [nodes]
    while waiting:
        brothers = waiting.pop()
        for place, node in enumerate(brothers):
            if node.kind in _DIVISIONS:
                waiting.append(node.children)
                if _ends(node, brothers[place + 1 :]):
                    found.add(id(node))
    return found


def _is_kind(node: Node, word: str, kind: str | None) -> bool:
    return node.kind in (kind, word) or low(node.num_printed).startswith(word)


def _last_words(node: Node, spot: re.Match[str], text: str) -> bool:
    """The note is the last line of a unit without numbered parts, or stands right behind it."""
    if node.children:
        return False
    return node.end <= spot.end() and not text[node.end : spot.start()].strip()


@cache
def _lines() -> re.Pattern[str]:
    """A line that is a note of repeal. Groups: word and num of the unit that it names."""
    number = r"\d{1,4}(?:[.\-]\d{1,4})*[A-Z]{0,2}|[IVXLC]{1,6}[A-Z]?"
    cue = _cue().pattern
    return re.compile(
        rf"^[\s*_\d]{{0,6}}[\[(（](?:(?P<word>[^\W\d_]{{1,14}})\.?\s(?P<num>{number})\s(?:[^\W\d_]+\s){{0,2}}?)?{cue}"
        rf"[^\[\]\n]{{0,{LONGEST}}}[\])）]\W*$",
        re.I | re.M,
    )


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
    if front := _in_front(node):
        return front, True
    end = _AT_END.search(heading)  # "Contraband (Repealed)"
    for said in (heading, end.group() if end and _cue().match(end.group().strip("[(（ ")) else ""):
        if said and len(said) <= LONGEST and len(words) <= LONGEST and says_repealed(said):
            return said, said == heading
    return (words, True) if words and len(words) <= LONGEST and says_repealed(words) else ("", False)


def _in_front(node: Node) -> str:
    """A note between the number of a division and its name: "CHAPTER II (REPEALED)" / "Night Work"."""
    note = _NOTES.match(node.heading.strip()) if node.kind in _DIVISIONS else None
    return note.group() if note and note.end() < len(node.heading.strip()) and says_repealed(note.group()) else ""


def _names_itself(node: Node, heading: str) -> str:
    """A note beside the heading that names the unit: "SALE OF PERSONS [Chapter 4 repealed by Act 7 of 2013.]", or what
    it is: "Night Work (Chapter repealed by Act 7 of 2013)"."""
    notes = _NOTES.findall(heading)
    if not node.num or not notes:
        return ""
    words = rf"(?:[^\W\d_]+\s+){{0,2}}?(?={_cue().pattern})"
    own = re.compile(rf"\W\s*(?P<word>[^\W\d_]+)\.?\s+(?P<num>{re.escape(node.num)}\s+)?{words}", re.I)
    table = patterns()
    kinds = table.division_kinds | table.unit_kinds
    for note in notes:
        match = own.match(note)
        if match and (match["num"] or kinds.get(low(match["word"])) == node.kind):
            return str(note)
    return ""


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
