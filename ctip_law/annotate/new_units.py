"""The units in the text that an instruction puts in: "(2A) ..." and "(2B) ..." become two subsections."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from ctip_law.annotate.instructions import NotThere
from ctip_law.annotate.targets import plain
from ctip_law.model import TOP_KINDS
from ctip_law.structure.lines import Line
from ctip_law.structure.nest import nest, pieces_of
from ctip_law.structure.node import Node
from ctip_law.structure.numbers import LATIN, LATIN_VARIANTS, roman_value, sort_key

_LABEL = re.compile(r"[ \t]*\(\s?(?P<num>[0-9A-Za-z]{1,7}(?:\.\d+)?)\s?\)[ \t]*")
_LATIN = "(?i:" + "|".join([*LATIN, *LATIN_VARIANTS]) + ")"
#: 230.34-a and 97-bbbb in the laws of New York, in capitals where they are new.
_LETTERS = "-(?:[a-z]{1,2}|[A-Z]{2}|a{3,4}|b{3,4}|c{3,4}|d{3,4}|A{3,4}|B{3,4}|C{3,4}|D{3,4})\\b"
#: 12, 12A, 12-1, 12 bis, 188 A; 20A.02 and 22-1832 in American codes, 433novies/1 and 417/59 in Belgian ones,
#: 11 bis 2 in a Mexican law; before a number in a French code stands L, R or D.
_NUMBER = (
    r"\d+(?:[A-Z]{1,2}(?=[.-]\d))?(?:[./-]\d+(?:[A-Z](?=-\d))?)*"
    rf"(?:{_LATIN}(?:/\d+)*\b|{_LETTERS}|(?:[A-Za-z]{{1,3}}\b)?(?: ?-?[A-Z]\b)?(?: {_LATIN}(?:/\d+| \d{{1,2}})*\b)?)"
)
_AFTER = r"(?:[ \t]*[.:—–-]+[ \t]*|[ \t]+(?=[A-ZÀ-Þ(])|[ \t]*(?=\n|\Z)|(?=\())"
_ENTRY = re.compile(r"[ \t]*[\"“‘'][^\"”’\n]{1,90}[\"”’']")
_DIVISION = re.compile(
    r"[ \t]*(?P<kind>Part|Chapter|Division)[ \t]+(?P<num>[IVXLC]+[A-Za-z]?|\d+[A-Za-z]?)\b[^\n]*", re.I
)
_KINDS_BELOW = {"paragraph": "subparagraph", "subparagraph": "item", "item": "item"}


def units(text: str, kind: str, after: str = "", words: Sequence[str] = ()) -> list[Node]:
    """The units of `kind` that `text` consists of, their places counted in `text`.

    `after` is the number that the first section must not go back behind, `words` are those for a section that may stand
    before its number ("Artículo"). Raises NotThere when the text does not
    begin with such a unit.
    """
    lines = list(_lines(text))
    if not lines:
        raise NotThere("no new words were quoted")
    if kind in TOP_KINDS:
        nodes = _sections(text, lines, kind, after, words)
    elif kind == "definition":
        nodes = _cut(text, lines, [line for line in lines if _ENTRY.match(line.text)], _entry)
    elif kind in ("part", "chapter", "division"):
        nodes = _divisions(text, lines, words)
    else:
        nodes = _labelled(text, lines, kind)
    if not nodes or nodes[0].start != lines[0].start:
        raise NotThere(f"the new words do not begin with the number of a {kind}")
    return nodes


@cache
def _section(words: tuple[str, ...]) -> re.Pattern[str]:
    """How a section begins; after a word for it the number may end in more ways ("Artículo 188 A.Trata")."""
    named = "|".join(re.escape(word.rstrip(".")) for word in sorted(words, key=len, reverse=True))
    word = rf"(?:(?i:(?:{named})s?\.?)\s+|§\s*)?" if words else ""
    return re.compile(rf"[ \t]*[\"“«]?[ \t]*{word}(?P<num>(?:[LRD]\.? ?)?{_NUMBER})[°º]?{_AFTER}")


def _lines(text: str) -> Iterator[Line]:
    at = 0
    gap = True
    for line in text.split("\n"):
        bare = line.strip()
        if bare:
            start = at + line.index(bare[0])
            yield Line(start, start + len(bare), bare, gap=gap)
        gap = not bare
        at += len(line) + 1


def _labelled(text: str, lines: list[Line], kind: str) -> list[Node]:
    """Subsections or paragraphs: the first number, and every line numbered next to the one before."""
    heads: list[Line] = []
    last = ""
    for line in lines:
        match = _LABEL.match(line.text)
        if match and (not last or _follows(last, match["num"])):
            heads.append(line)
            last = match["num"]
    return _cut(text, lines, heads, lambda line: _head(line, kind))


def _follows(last: str, num: str) -> bool:
    """lb after la, 1B after 1A, iii after ii, c after b."""
    if len(last) == len(num) and last[:-1] == num[:-1] and ord(num[-1]) - ord(last[-1]) == 1:
        return True
    if last.isdecimal() and num.isdecimal():
        return int(num) == int(last) + 1
    if (value := roman_value(num)) and (before := roman_value(last)):
        return value == before + 1
    return sort_key(last) < sort_key(num) and last[0].isdigit() and num[0].isdigit()


def _head(line: Line, kind: str) -> tuple[Node, int]:
    match = _LABEL.match(line.text)
    if match is None:
        raise NotThere("the new words have no number")
    node = Node(kind=kind, num=match["num"], num_printed=match.group().strip(), start=line.start, end=line.end)
    return node, line.start + match.end()


def _entry(line: Line) -> tuple[Node, int]:
    return Node(kind="definition", start=line.start, end=line.end), line.start


def _cut(text: str, lines: list[Line], heads: list[Line], begin: Callable[[Line], tuple[Node, int]]) -> list[Node]:
    """A node for each head with the lines up to the next one nested in it."""
    nodes = []
    starts = [lines.index(line) for line in heads] + [len(lines)]
    for place, line in enumerate(heads):
        node, words = begin(line)
        _fill(node, lines[starts[place] : starts[place + 1]], words, text)
        nodes.append(node)
    return nodes


def _fill(node: Node, lines: list[Line], start: int, text: str) -> None:
    width = max((line.indent + len(line.text) for line in lines), default=0)
    nest(node, pieces_of(lines, start, text, width if len(lines) > 1 and width < 120 else 0), text, [])
    node.end = max([node.end, *(line.end for line in lines)])
    if node.kind in _KINDS_BELOW:
        for child in node.walk():
            if child is not node:
                child.kind = _KINDS_BELOW.get(child.kind, child.kind)


def _sections(text: str, lines: list[Line], kind: str, after: str, words: Sequence[str]) -> list[Node]:
    """Sections with their headings, which stand before the number or after it."""
    heads: list[tuple[int, re.Match[str]]] = []
    last = sort_key(after) if after else ()
    pattern = _section(tuple(words))
    for place, line in enumerate(lines):
        match = pattern.match(line.text)
        if match and sort_key(_num(match)) >= last and (not heads or _near(_num(heads[-1][1]), _num(match))):
            heads.append((place, match))
            last = sort_key(_num(match))
    nodes = []
    firsts = [
        0,
        *(_heading_at(lines, heads[n - 1][0] + 1, place) for n, (place, _) in enumerate(heads) if n),
        len(lines),
    ]
    for n, (place, match) in enumerate(heads):
        before = lines[firsts[n] : place]
        node = Node(kind=kind, num=_num(match), num_printed=match.group().strip(" \t—–-"), start=lines[firsts[n]].start)
        node.heading = " ".join(line.text for line in before).strip("* .")
        begin = lines[place].start + match.end()
        if not node.heading:
            node.heading, begin = _heading_after(lines, place, match)
        _fill(node, lines[place : firsts[n + 1]], begin, text)
        nodes.append(node)
    return nodes


def _num(match: re.Match[str]) -> str:
    return plain(match["num"])


def _near(last: str, num: str) -> bool:
    """A new run of sections counts on: 51A, 51B; 279.01, 279.02; L8112-3, L8112-4."""
    whole = [int(re.search(r"\d+", one).group()) for one in (last, num)]  # type: ignore[union-attr]
    return 0 <= whole[1] - whole[0] <= 1 and sort_key(num) > sort_key(last)


def _heading_at(lines: list[Line], low: int, place: int) -> int:
    """The first line of the heading above the section at `place`: the last paragraph there, if it is no sentence."""
    at = place - 1
    while at > low and not lines[at].gap:
        at -= 1
    if at < low or lines[place - 1].text[-1] in ".;:,—”’" or not lines[at].text[0].isupper():
        return place
    return at


def _heading_after(lines: list[Line], place: int, match: re.Match[str]) -> tuple[str, int]:
    """ "279.01 Trafficking in persons" above the words: a heading, if more lines follow and it is no sentence."""
    line = lines[place]
    rest = line.text[match.end() :].strip()
    begin = line.start + match.end()
    if rest and place + 1 < len(lines) and rest[-1].isalnum() and rest[0].isupper() and len(rest) < 120:
        return rest, line.end
    return "", begin


def _divisions(text: str, lines: list[Line], words: Sequence[str]) -> list[Node]:
    """A new Part: its title in capitals, then its sections."""
    match = _DIVISION.match(lines[0].text)
    if not match:
        return []
    node = Node(kind=match["kind"].lower(), num=match["num"], num_printed=match.group().strip(), start=lines[0].start)
    title = 1
    while title < len(lines) and lines[title].text.upper() == lines[title].text:
        title += 1
    node.heading = " ".join(line.text for line in lines[1:title])
    node.children = _sections(text, lines[title:], "section", "", words)
    node.end = lines[-1].end
    return [node]
