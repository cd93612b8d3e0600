"""Stage 4, a list of contents that stands behind the law, as French, Spanish and Portuguese codes print it.

Its entries have the law's numbers once more. Where a heading announces it, or the entries say the headings of the
units before, its lines are contents: else the list is read as the law, or the law as its list.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from ctip_law.structure.lines import Line, is_sentence, looks_like_heading
from ctip_law.structure.marks import Mark
from ctip_law.structure.zones import cue_of

#: Entries that a list has at least, and those that follow one another where a heading announces it.
_FEWEST = 3
#: Characters of an entry at most, with the lines that it runs over.
_ENTRY = 160
#: Lines between a list's heading, or a division's in it, and the next entry.
_NEAR = 8
_WORD = re.compile(r"[^\W\d_]{2,}")


def mark_behind(lines: list[Line], units: Sequence[Mark], divisions: Sequence[Mark]) -> None:
    """Sets the role of the lines of a list of contents that stands behind the last unit."""
    run = _last_run(lines, units)
    if len(run) < _FEWEST or not _are_entries(lines, run):
        return
    before = [mark for mark in units if mark.line < run[0].line and not lines[mark.line].role]
    numbers = {mark.num for mark in before}
    if sum(mark.num in numbers for mark in run) * 10 < len(run) * 7:
        return
    first = _opening(lines, run[0].line, {mark.line for mark in divisions})
    announced = cue_of(lines[first], ("contents",)) == "contents"
    if not (announced and _fuller(lines, before, run)) and not _says_headings(lines, before, run):
        return
    for line in lines[first : _end(lines, run)]:
        line.role = line.role or "contents"


def _last_run(lines: list[Line], units: Sequence[Mark]) -> list[Mark]:
    """The last units of the text in one manner of counting, back to where the count begins."""
    run: list[Mark] = []
    for mark in reversed(units):
        if lines[mark.line].role or (run and mark.family != run[-1].family):
            continue
        if run and mark.key >= run[-1].key:
            break
        run.append(mark)
    return run[::-1]


def _stretch(lines: list[Line], mark: Mark, end: int) -> str:
    return " ".join(line.text for line in lines[mark.line : end])


def _are_entries(lines: list[Line], run: Sequence[Mark]) -> bool:
    """Short, and hardly one a sentence."""
    texts = [_stretch(lines, mark, after.line) for mark, after in pairwise(run)]
    told = sum(text.rstrip()[-1:] == "." and is_sentence(text) for text in texts)
    return sorted(map(len, texts))[len(texts) * 9 // 10] <= _ENTRY and told * 4 <= len(texts)


def _opening(lines: list[Line], first: int, divisions: set[int]) -> int:
    """The first line of the list: its heading, or that of the division that its first entry stands in."""
    at = first
    for above in range(first - 1, max(first - _NEAR, 0) - 1, -1):
        if cue_of(lines[above], ("contents",)) == "contents":
            return above
        if not looks_like_heading(lines[above].text):
            break
        if above in divisions:
            at = above
    return at


def _fuller(lines: list[Line], before: Sequence[Mark], run: Sequence[Mark]) -> bool:
    """The units before have more words than the entries: else the list announces the law that it stands in front of."""
    numbers = {mark.num for mark in run}
    ends = [*(mark.line for mark in before[1:]), run[0].line]
    units = [len(_stretch(lines, mark, end)) for mark, end in zip(before, ends, strict=True) if mark.num in numbers]
    ends = [*(mark.line for mark in run[1:]), run[-1].line + 1]
    return median(units) > 1.2 * median(len(_stretch(lines, mark, end)) for mark, end in zip(run, ends, strict=True))


def _says_headings(lines: list[Line], before: Sequence[Mark], run: Sequence[Mark]) -> bool:
    """Most entries have no word but those that stand at the beginning of a unit of the same number, or above it."""
    openings: dict[str, list[set[str]]] = {}
    for mark in before:
        openings.setdefault(mark.num, []).append(_words(lines, max(mark.line - 2, 0), mark.line + 2))
    said = 0
    for mark, end in zip(run, [*(mark.line for mark in run[1:]), run[-1].line + 1], strict=True):
        entry = _words(lines, mark.line, end) - set(_WORD.findall(mark.printed.casefold()))
        said += bool(entry) and any(entry <= opening for opening in openings.get(mark.num, ()))
    return said * 10 >= len(run) * 7


def _words(lines: list[Line], first: int, last: int) -> set[str]:
    return {word for line in lines[first:last] for word in _WORD.findall(line.text[:400].casefold())}


def _end(lines: list[Line], run: Sequence[Mark]) -> int:
    """The line after the last entry, which may run over its line."""
    at = run[-1].line + 1
    while at < len(lines) and not lines[at].gap and len(lines[at].text) < _ENTRY and not is_sentence(lines[at].text):
        at += 1
    return at
