"""Stage 5, lists. Reads marks; lowers the weight of numbers that count the items of a list, not the law's units.

    3. The fund has these duties:      the line before item 1 announces a list: it ends with a colon
        1. to keep the money;          item after item is numbered on from the one before, written the same way
        2. to lend it; ...
    4. The board meets each month.     a heading, a full stop after items that end otherwise, or a blank line ends it

    710A.2 Penalties.                a code numbers its sections with their chapter: plain numbers count within them
        1. Whoever ...

A long list in a short law has more numbers than the law has sections; without this its count would win.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ctip_law.structure.chain import is_next
from ctip_law.structure.lines import Line, is_title
from ctip_law.structure.marks import Mark
from ctip_law.structure.numbers import chapter_of
from ctip_law.structure.patterns import patterns

#: The weight of what is no number of a unit at all.
NO_NUMBER = -1.0
#: What a number weighs less that counts an item.
_LESS = 0.6
#: What it weighs at least.
_LEAST = 0.05
#: What announces a list, and what an item may end with.
_LEADS = (":", "：", ":-", ":–", ":—", "：—")
_ENDS = ".;,:。；，：।۔؛"
#: How many numbers with their chapter's make a code; how the first of one begins: "566.223. 1. Any person".
_SEVERAL = 3
#: What such a section weighs more.
_TWICE = 0.5
_FIRST = re.compile(r"[\s.]*1\.\s+(?=[A-Z“\"(])")
#: Words of a lead-in line, at least: "1." / "In this Act:".
_LETTERS = 8


def lower_items(lines: Sequence[Line], units: Sequence[Mark]) -> None:
    """Lowers the weight of the numbers without a word that stand in a list which a colon announces."""
    bare = [mark for mark in units if mark.family == "bare"]
    latest = {mark.num: place for place, mark in enumerate(bare)}
    items: list[Mark] = []
    at = 0
    while at < len(bare):
        end = _own_end(bare, at, _list_end(lines, bare, at), latest) if at and bare[at].num == "1" else at
        items += bare[at:end]
        at = max(end, at + 1)
    lone = _code_section(lines, bare[:1])
    if len(bare) - len(items) <= 1 and not lone:
        items = []  # the list is all there is
    for mark in (*items, *_in_chapters(lines, bare)):
        if mark.weight > _LEAST:
            mark.weight = 0.0 if lone else max(min(mark.weight, _LEAST), mark.weight - _LESS)


def _code_section(lines: Sequence[Line], first: Sequence[Mark]) -> bool:
    """The text is one section of a code, which begins with its chapter's number and its own: "13-1307. Barges"."""
    begins = next((index for index, line in enumerate(lines) if not line.role), -1)
    return any(mark.line == begins and chapter_of(mark.num) for mark in first)


def _in_chapters(lines: Sequence[Line], bare: Sequence[Mark]) -> list[Mark]:
    """The plain numbers behind sections that are numbered with their chapter, several or one that begins with "1.".

    That one weighs more."""
    rest = {id(mark): lines[mark.line].text[mark.rest - lines[mark.line].start :] for mark in bare}
    whole = {mark.num for mark in bare if not rest[id(mark)][:1].isdigit()}
    chapters: dict[str, list[Mark]] = {}
    for mark in bare:
        if (chapter := chapter_of(mark.num)) and chapter not in whole:
            chapters.setdefault(chapter, []).append(mark)
    for mark in bare:
        if chapter_of(mark.num) and _FIRST.match(rest[id(mark)]):
            mark.weight += _TWICE
    begin = [
        marks[0].line
        for marks in chapters.values()
        if len({mark.num for mark in marks}) >= _SEVERAL or any(_FIRST.match(rest[id(mark)]) for mark in marks)
    ]
    if not begin:
        return []
    plain = [mark for mark in bare if "." not in mark.num and not chapter_of(mark.num)]
    for mark in plain:
        if rest[id(mark)][:1].isdigit():  # "566" of "566.203 and 566.206 are repealed" is no number at all
            mark.weight = NO_NUMBER
    return [mark for mark in plain if mark.line >= min(begin)]


def _list_end(lines: Sequence[Line], bare: Sequence[Mark], at: int) -> int:
    """The place after the last number that may be an item of the list that begins at `at`; `at` where none begins."""
    if not _announced(lines, bare[at].line):
        return at
    end = at + 1
    other = bare[at].look != bare[at - 1].look  # set in farther than the units: nothing can be taken for one
    first = bare[at]
    while end < len(bare) and is_next(bare[end - 1].key, bare[end].key):
        if (bare[end].look, bare[end].whole) != (first.look, first.whole):
            break
        if other:
            end += 1
            continue
        before, line = lines[bare[end].line - 1], lines[bare[end].line]
        apart = line.gap and not lines[bare[at + 1].line].gap
        headed = bare[end - 1].line < bare[end].line - 1 and is_title(before.text) and before.text[-1:] not in _ENDS
        if apart or before.heading_style or headed:
            break
        end += 1
    return end


def _own_end(bare: Sequence[Mark], at: int, end: int, latest: dict[str, int]) -> int:
    """`end`, or the place of the unit that the count of the list runs into: "2. ... these:" / "1." / "2." / "3." is
    section 3 where no other number is."""
    unit = bare[at - 1].first
    for place in range(at + 1, end):
        if bare[place].first == unit + 1:
            return end if latest[bare[place].num] >= end else place
    return end


def _announced(lines: Sequence[Line], index: int) -> bool:
    """The line before `index` announces a list, and enacts nothing."""
    if not index:
        return False
    text = lines[index - 1].text
    opens = text.endswith(_LEADS) and len(text) >= _LETTERS
    return opens and not patterns().starts["enacting"].match(text)
