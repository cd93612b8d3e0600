"""Last stage, honesty. Reads the finished law; writes what a reader must know before trusting silence.

The lines outside the units are counted apart; those of them that read like operative law are named, so that the matcher
reads them too; and a law of which fewer units were found than it announces says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ctip_law.errors import InputError
from ctip_law.model import TOP_KINDS, Caution, Clause, Law, Leftover, Repair
from ctip_law.structure.coverage import covers, merge
from ctip_law.structure.patterns import patterns

#: Components that are text outside the units, not parts of the law with an own name.
OUTSIDE = frozenset({"preface", "conclusions"})
#: Furniture that may be text of the law taken for something else; editors' notes quote operative words.
_DOUBTFUL = frozenset({"contents", "running head"})
#: Characters of a text that ought to have a section.
SOME_LENGTH = 400
#: Units that may be missing of those that a contents list names: one in so many, and so many at least.
_SHARE, _FEWEST = 5, 3
#: Numbers missing in a count from which it tells, and numbers that one hole in it has at most.
_HOLES, _WIDEST = 10, 60
#: Lines outside the units at most in an extract that begins at some article: what it leaves out is not in the file.
_HEAD = 3
#: Units from which a law is a code, whose chapters leave numbers free.
_CODE = 150
_LEADING = re.compile(r"\d+")
#: Repairs that change the words that people read, by how their reasons begin.
_MENDED = ("recognition of print", "notes in the", "the lines are numbered", "no known word", "order of lines")


def judged(law: Law, announced: int = 0, *, marked: bool = False) -> Law:
    """`law` with `coverage.outside`, `operative` and `warnings`. `announced`: units that its contents list names;
    `marked`: its units are those of the source's own markup, so that numbers which it leaves out are not in it.
    """
    stretches = [(part.start, part.end) for part in law.components if _bare(part.name) in OUTSIDE]
    masked = merge((left.start, left.end) for left in law.leftovers)
    lines = [line for stretch in stretches for line in _lines(law.text, *stretch, masked)]
    outside = min(len(lines), law.coverage.placed)
    coverage = replace(law.coverage, outside=outside, placed=law.coverage.placed - outside)
    operative = tuple(_operative(law.text, lines))
    extract = outside <= _HEAD and next((_range(section.num)[0] for section in law.sections()), 0) > 1
    warnings = (*law.warnings, *_warnings(law, announced, operative, marked or extract))
    return replace(law, coverage=coverage, operative=operative, warnings=warnings)


def unread(law: Law) -> InputError | None:
    """The error that a text of some length without any section is; None for a law with sections, or a short piece."""
    if law.sections() or len(law.text.strip()) < SOME_LENGTH:
        return None
    return InputError("CT201", "no section or article was found", path=law.source.path)


def _bare(name: str) -> str:
    return re.sub(r"_\d+\Z", "", name)


def _lines(text: str, start: int, end: int, masked: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The lines with words of a stretch, without furniture."""
    at = start
    for line in text[start:end].split("\n"):
        bare = line.strip()
        first = at + len(line) - len(line.lstrip())
        at += len(line) + 1
        if bare and not covers(masked, first, first + len(bare)):
            yield first, first + len(bare)


def _operative(text: str, lines: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Where words like "commits an offence" stand outside the units: the stretch of such lines and those between."""
    signs = patterns().operative
    recital = patterns().starts["recital"]
    told = [
        at
        for at, (start, end) in enumerate(lines)
        if signs.search(text, start, end) and not recital.match(text[start : start + 80])
    ]
    at = 0
    while at < len(told):
        last = at
        while last + 1 < len(told) and told[last + 1] - told[last] <= _TOGETHER:
            last += 1
        first = told[at]
        while first and lines[first][0] - lines[first - 1][1] <= 1:
            if recital.match(text[slice(*lines[first - 1])]):
                break
            first -= 1  # the paragraph, broken over lines
        yield lines[first][0], lines[told[last]][1]
        at = last + 1


#: Lines between two operative ones that belong to them.
_TOGETHER = 12


def _warnings(
    law: Law, announced: int, operative: Sequence[tuple[int, int]], marked: bool
) -> Iterator[Caution]:
    found = len(law.sections())
    if not found:
        yield Caution("CT201", "no section or article was found, so all of the text stands outside the sections")
    elif not any(section.num for section in law.sections()):
        yield Caution("CT208", f"the {found} sections have no numbers, and are named by their headings")
    elif why := _fewer(law, found, announced, marked):
        yield Caution("CT204", why)
    for start, end in operative:
        words = " ".join(law.text[start:end].split())
        yield Caution("CT205", f"words that read like operative law stand outside the sections: “{_short(words)}”")
    for left in law.leftovers:
        if left.kind in _DOUBTFUL and (match := patterns().operative.search(left.text)):
            what = f"words that read like operative law were taken for {_named(left)}"
            yield Caution("CT205", f"{what}: “{_near(left.text, match)}”")
    for repair in law.repairs:
        if repair.why.startswith("the file holds"):
            yield Caution("CT207", repair.why)
    mended = [repair for repair in law.repairs if repair.why.startswith(_MENDED)]
    if mended:
        yield Caution("CT206", _told(mended))


def _fewer(law: Law, found: int, announced: int, marked: bool) -> str:
    missing = announced - found
    if missing >= _FEWEST and missing * _SHARE > announced:
        return f"the text's own list names {announced} sections or articles, and {found} were found"
    numbers = [pair for group in _brothers(law.clauses) for pair in pairwise(map(_range, group))]
    steps = [second[0] - first[1] - 1 for first, second in numbers if first[0] and second[0]]
    holes = sum(step for step in steps if 0 < step <= _WIDEST)
    if law.complete and not marked and holes >= _HOLES and holes > found and found < _CODE:
        return f"the numbers run on over {holes} units that were not found"
    return ""


def _brothers(clauses: Sequence[Clause]) -> Iterator[list[str]]:
    """The numbers of the units that follow one another in one division; a code counts by chapter."""
    group: list[str] = []
    for clause in clauses:
        if clause.kind in TOP_KINDS:
            group.append("" if "." in clause.num else clause.num)
        else:
            yield from (group, *_brothers(clause.children))
            group = []
    yield group


def _range(num: str) -> tuple[int, int]:
    """The whole numbers that a unit stands for: "3-5" of a repealed range is 3 to 5, "12A" is 12."""
    pieces = [int(piece[:9]) for piece in _LEADING.findall(num)]
    low = pieces[0] if pieces else 0
    return low, max(low, pieces[1]) if re.fullmatch(r"\d+-\d+", num) else low


def _told(repairs: Sequence[Repair]) -> str:
    letters = [repair for repair in repairs if repair.start < repair.end]
    parts = [repair.why for repair in repairs if repair.start == repair.end]
    if letters:
        parts.append(f"{len(letters)} misprints of recognised print were mended, such as “{letters[0].before}”")
    return "; ".join(parts)


def _named(left: Leftover) -> str:
    return {"contents": "a list of contents", "running head": "a running head"}[left.kind]


def _short(words: str) -> str:
    return words if len(words) <= 90 else words[:87].rsplit(" ", 1)[0] + " ..."


def _near(text: str, match: re.Match[str]) -> str:
    return _short(" ".join(text[max(0, match.start() - 40) :].split()))
