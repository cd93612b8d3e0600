"""Stage 4, parts. Reads lines and marks; writes which lines are printed beside the law or between its units.

Two manners of printing mix the numbers of one text with those of another, so that no chain of numbers finds the law:

interleaved     a collection sorted by number: "Part I / 1. / Schedule 2 / 1. / Part I / 2. / Schedule 2 / 2."
several laws    an issue of a gazette: each law with its title, perhaps a contents list, its articles and signatures

The lines of such a part get the role "part <n> <component>", so that the stages after this one do not see them; `grow`
makes a component of each.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ctip_law.model import Repair
from ctip_law.structure.chain import best_chain
from ctip_law.structure.lines import Line, ends_sentence
from ctip_law.structure.marks import Mark
from ctip_law.structure.patterns import patterns
from ctip_law.structure.zones import cue_of, stands_alone

#: The beginning of the role of a line that belongs to a part.
PART = "part "


def is_part(line: Line) -> bool:
    """The line belongs to a part beside the law."""
    return line.role.startswith(PART)


def part_of(line: Line) -> tuple[int, str]:
    """The number of the line's part and the kind of its component."""
    _, number, kind = line.role.split(" ", 2)
    return int(number), kind


def mark_parts(lines: list[Line], units: Sequence[Mark], divisions: Sequence[Mark], repairs: list[Repair]) -> None:
    """Sets the role of the lines of all parts."""
    _mark_interleaved(lines, units, divisions)
    _mark_other_laws(lines, units, repairs)


def _mark_interleaved(lines: list[Line], units: Sequence[Mark], divisions: Sequence[Mark]) -> None:
    """Paragraphs of a schedule between the sections, each under the schedule's heading, each ended by a part's."""
    headings: dict[str, list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        if cue_of(line, ("schedule",)) and stands_alone(lines, index):
            headings[" ".join(line.text.lower().split())].append(index)
    begins, resumes = {mark.line for mark in units}, {mark.line for mark in divisions}
    ends = sorted(resumes.union(*headings.values(), (len(lines),)))
    count = 0
    for places in headings.values():
        spans = [(at, ends[bisect_right(ends, at)]) for at in places]
        holding = [any(line in begins for line in range(first, min(last, first + 4))) for first, last in spans]
        resumed = sum(last in resumes for _, last in spans)
        if len(places) < 3 or sum(holding) * 10 < len(places) * 8 or resumed * 10 < (len(places) - 1) * 8:
            continue
        for first, last in spans:
            count += 1
            _set(lines, first, last, count, "schedule")


def _set(lines: list[Line], first: int, last: int, number: int, kind: str) -> None:
    for line in lines[first:last]:
        line.role = line.role or f"{PART}{number} {kind}"


@dataclass(slots=True)
class _Law:
    """One law of an issue: lines first..last-1, its title's line, and its number as the title says it."""

    first: int
    last: int
    title: int
    number: str


#: Units that a text must have to be a law of its own.
FEWEST = 3
#: Lines from a title within which its contents list or its enacting words come, or the signatures before it stand.
NEAR = 45

_TITLE = re.compile(
    r"[\s*_#]*(?P<word>[^\W\d_][^\d.;:]{1,40}?\s)?(?:n\s?[o°º.]{1,2}|no\.?|nr\.?|num\.|número|nomor|№)\s*"
    r"(?P<number>\d{1,6}(?:\s?[-/]\s?\d{1,4})*)(?:\s*/?\s*(?P<more>(?:of|de|du|del|tahun|von|da|o|/)\b.*)|\s*)\Z",
    re.I,
)


def _mark_other_laws(lines: list[Line], units: Sequence[Mark], repairs: list[Repair]) -> None:
    """Where a file holds several laws: the one that it is read for stays, the others are parts."""
    laws = _laws(lines, units)
    if len(laws) < 2:
        return
    chosen = _chosen(lines, laws)
    for place, law in enumerate(laws, 1):
        if law is not chosen:
            _set(lines, law.first, law.last, 1000 + place, "other_law")
    title, others = lines[chosen.title], [lines[law.title].text for law in laws if law is not chosen]
    why = f"the file holds {len(laws)} laws; this one is read, the others are components: {'; '.join(others)}"
    repairs.append(Repair(title.start, title.end, title.text, title.text, why))


def _laws(lines: list[Line], units: Sequence[Mark]) -> list[_Law]:
    """The laws of the file, one after the other; none where there is only one."""
    titles: list[_Law] = []
    for index, line in enumerate(lines):
        number = _title_number(lines, index) if len(line.text) < 160 and not line.role else ""
        if number and all(law.number != number for law in titles) and _signed_or_enacted(lines, index):
            titles.append(_Law(index, len(lines), index, number))
    for law, after in pairwise(titles):
        law.last = after.first
    laws: list[_Law] = []
    for law in titles:
        if _counts(law, units):
            laws.append(law)
        elif laws:
            laws[-1].last = law.last  # the title of a law that this one speaks of
    if laws:
        laws[0].first = 0
    return laws if len(laws) > 1 else []


def _title_number(lines: list[Line], index: int) -> str:
    """The number that the line gives a law, "" if it is no title: "LAW N° 47/2018 OF 13/08/2018"."""
    line, before = lines[index], lines[index - 1] if index else None
    match = _TITLE.match(line.text)
    if match is None or line.text[-1:] in ".;,":
        return ""
    number, more = match.group("number"), match.group("more") or ""
    year = re.search(r"\d{4}|[/-]\d\d\Z", number) or re.search(r"\d{4}", more)
    word = (match.group("word") or "").split()
    named = word[0].lower() in patterns().cues["title"] and word[0][0].isupper() if word else line.text[0].isupper()
    apart = before is None or line.gap or line.heading_style or len(before.text) < 60 or ends_sentence(before)
    return f"{re.sub(r'[^0-9]+', '/', number)} {year.group()}" if year and named and apart else ""


def _signed_or_enacted(lines: list[Line], index: int) -> bool:
    """The law before has been signed, or contents or enacting words follow."""
    starts = patterns().starts
    for line in lines[max(0, index - NEAR) : index]:
        if starts["closing"].match(line.text):
            return True
    for line in lines[index + 1 : index + NEAR]:
        if starts["enacting"].match(line.text) or cue_of(line, ("contents",)):
            return True
    return False


def _counts(law: _Law, units: Sequence[Mark]) -> bool:
    """The law has units of its own, counted from the first or second on."""
    families: dict[str, list[Mark]] = defaultdict(list)
    for mark in units:
        if law.first <= mark.line < law.last and mark.weight > 0:
            families[mark.family].append(mark)
    for marks in families.values():
        chain = best_chain(marks, lambda _: 1000.0).marks
        if len(chain) >= FEWEST and chain[0].first <= 2:
            return True
    return False


def _chosen(lines: list[Line], laws: Sequence[_Law]) -> _Law:
    """The law about the subject that ctip-law reads laws for, by its words; the longest where none is."""
    subject = patterns().subject
    counts: Counter[int] = Counter()
    sizes = []
    for place, law in enumerate(laws):
        words = " ".join(line.text for line in lines[law.first : law.last])
        counts[place] = len(subject.findall(words))
        sizes.append(len(words))
    best = max(range(len(laws)), key=lambda place: (counts[place], sizes[place], -place))
    return laws[best]
