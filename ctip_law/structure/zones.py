"""Stages 3 and 5, zones. Reads lines and marks; writes which lines are contents, body, schedules and notes.

"ARRANGEMENT OF SECTIONS" "FIRST SCHEDULE" "EXPLANATORY STATEMENT" "PENJELASAN" "ADDENDA"
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from ctip_law.structure.lines import Line, is_sentence, is_upper
from ctip_law.structure.marks import Mark
from ctip_law.structure.patterns import low, patterns

#: Cues that open a zone of their own after the body -> the component.
ZONE_CUES = ("schedule", "notes", "supplement")


@dataclass(slots=True)
class Zone:
    """Lines first..last-1. `kind`: "body" until it is known, "schedule", "notes", "supplement"."""

    first: int
    last: int
    kind: str = "body"


#: "F IRST S CHEDULE", as small capitals come out of a conversion.
_SMALL_CAPITALS = re.compile(r"\b([A-Z])\s(?=[A-Z]{2,})")
_TRIM = re.compile(r"^[\s*_\"“«\[(]*|[\s*_.:;,\-–—\"”»\])]*$")
_NUMBER_TAIL = re.compile(
    r"[\s\-–—]+(?:no\.?\s*)?(?:\d{1,3}[a-z]?|[ivxlc]{1,6}|[a-k]|one|two|three|four|five|first|second|third)$|[一二三四五六七八九十]+$",
    re.I,
)
_SECTION_TAIL = re.compile(
    r"\s*[\[(（](?:sub-?)?(?:sections?|ss?|article|regulation|subseksyen|seksyen|section)\b[^)\]]*[)\]）]?.*$", re.I
)


@lru_cache(maxsize=2048)
def bare_cue(text: str) -> str:
    """A heading without ornaments, number and reference: "FIRST SCHEDULE [Section 5]" -> "first schedule"."""
    text = _SMALL_CAPITALS.sub(r"\1", text)
    bare = re.sub(r"\s*(?:\[[^\]]*\]|[(（][^)）]*[)）]|<[^<>]*>)\s*\Z", "", _SECTION_TAIL.sub("", text))
    bare = low(_TRIM.sub("", bare))
    bare = " ".join(bare.split())
    return _NUMBER_TAIL.sub("", bare)


_ORNAMENTS = ' \t*_"“«[('


def cue_of(line: Line, kinds: Sequence[str]) -> str:
    """The kind of cue that the whole line is, or ""."""
    if len(line.text) > 160 or line.role or low(line.text.lstrip(_ORNAMENTS)[:2]) not in patterns().cue_begins:
        return ""
    bare = bare_cue(line.text)
    cues = patterns().cues
    for kind in kinds:
        if bare in cues.get(kind, frozenset()) or (kind == "schedule" and _numbered_schedule(line.text)):
            return kind
        if kind == "supplement" and _numbered_supplement(line.text):
            return kind
    return ""


_SCHEDULE_WORDS = (
    r"SCHEDULE|ANNEX(?:URE|E)?|APPENDIX|ANEXO|JADUAL|LAMPIRAN|ANLAGE|ANHANG|BIJLAGE|BILAGA|PHỤ LỤC|ПРИЛОЖЕНИЕ"
)
_SCHEDULE_HEAD = re.compile(
    rf"[\s*_]*(?:(?:{_SCHEDULE_WORDS})(?:\s+(?:NO\.?\s*)?(?:[A-Z]|\d{{1,3}}[A-Z]?|[IVX]{{1,5}})(?!\w))?"
    r"\s*(?:[-–—:.]\s*\S.{0,90}|[\[(].*|(?<=\d)\s+(?:[A-Z(].{0,110}|(?:[A-Z]{2,}[,\s-]+){3}.{0,140}))?"
    r"|(?:Schedule|Annex|Appendix|Anexo|Annexe|Anlage|Anhang)\s+(?:\d{1,3}[A-Z]?|[A-Z]|[IVX]{1,5})\s*(?:[-–—:].{0,110})?)\Z"
)


def _numbered_schedule(text: str) -> bool:
    return bool(_SCHEDULE_HEAD.match(text))


#: Characters of an entry in a contents list, hardly ever more.
_ENTRY = 80
#: Lines from the heading of a contents list within which its first entry comes.
_FIRST_ENTRY = 60


_WORDS = re.compile(r"\w+")
#: What leads from an entry to its page or its sections: "Part II Offences ......... Arts. 5 to 15".
_LEADER = re.compile(r"(?:\.\s?){4,}|…{2,}")


def _numbered_supplement(text: str) -> bool:
    """ "Disposició final primera. Entrada en vigor"."""
    match = patterns().starts["supplement"].match(text)
    words = re.split(r"[\s.:]+", low(text[match.end() :].strip(" *_")), maxsplit=1) if match else [""]
    return words[0] in patterns().numerals and len(text) < 160


def mark_contents(lines: list[Line], units: Sequence[Mark], divisions: Sequence[Mark]) -> None:
    """Sets the role of the lines of an arrangement of sections that a heading announces."""
    at_line = {mark.line: mark for mark in units}
    count = Counter(mark.num for mark in units)
    parts = {mark.line: mark for mark in divisions}
    index = 0
    while index < len(lines):
        if cue_of(lines[index], ("contents",)) == "contents":
            end = _contents_end(lines, at_line, parts, index)
            inside = [at_line[at].num for at in range(index, end) if at in at_line]
            if end > index + 2 and not _tells(lines[index:end], inside, count):
                count.subtract(inside)
                for line in lines[index:end]:
                    line.role = line.role or "contents"
                index = end
                continue
        index += 1


def _tells(lines: list[Line], inside: list[str], count: Counter[str]) -> bool:
    """No list: sentences under numbers that stand nowhere else. "Analysis" may head a part of the law."""
    own = Counter(inside)
    again = sum(count[num] > own[num] for num in own)
    told = sum(is_sentence(line.text) for line in lines)
    return bool(own) and again * 2 < len(own) and told * 2 > len(own)


def _contents_end(lines: list[Line], at_line: dict[int, Mark], parts: dict[int, Mark], start: int) -> int:
    """The line after the last entry. The list ends where the count begins again, or prose begins."""
    enacting = patterns().starts["enacting"]
    last, highest, entries = start, 0, 0
    index = start + 1
    while index < len(lines):
        line = lines[index]
        mark = at_line.get(index)
        if len(line.text) > 320 or enacting.match(line.text):
            break
        begins = mark is not None and mark.first <= 1 and highest > 1 and entries >= 2
        if index in parts:
            if entries >= 2 and _again(lines, parts, start, index):
                break
            told = any(is_sentence(after.text) for after in lines[index + 1 : index + 4])
            if begins and (told or (len(line.text) > _ENTRY and is_sentence(line.text))):
                break  # "Section 1" may head a division of the list, and sections of the law
            entries, last = entries + 1, index
        elif mark is not None:
            if begins:
                break
            if mark.first >= highest:
                highest, entries, last = mark.first, entries + 1, index
        elif cue_of(line, ZONE_CUES) or (last == index - 1 and not line.gap and entries):
            entries += bool(_LEADER.search(line.text))
            last = index  # a schedule's entry, or an entry that runs over the line
        elif index - last > (14 if entries else _FIRST_ENTRY):
            break
        index += 1
    else:
        return last + 1 if entries >= 2 and last < len(lines) - 1 and index - last > 14 else start
    return last + 1 if entries else start


def _again(lines: list[Line], parts: dict[int, Mark], start: int, index: int) -> bool:
    """The words of this division stand in the list already."""
    number = parts[index].num
    kind = parts[index].kind
    words = set(_WORDS.findall(lines[index].text.lower()))
    for at in range(start + 1, index):
        part = parts.get(at)
        if part and part.kind == kind and part.num == number and words <= set(_WORDS.findall(lines[at].text.lower())):
            return True
    return False


def split_zones(lines: list[Line], first_unit: int) -> list[Zone]:
    """Cuts the lines at headings of schedules, notes and supplementary provisions after the line `first_unit`."""
    zones = [Zone(0, len(lines))]
    for index, line in enumerate(lines):
        if index <= first_unit:
            continue
        kind = cue_of(line, ZONE_CUES)
        if kind == zones[-1].kind == "notes":
            continue  # "ELUCIDATION OF" / "I. GENERAL"
        if kind and stands_alone(lines, index):
            zones[-1].last = index
            zones.append(Zone(index, len(lines), kind))
        elif zones[-1].kind == "notes" and patterns().starts["enacting"].match(line.text):
            zones[-1].last = index  # a memorandum printed before the bill
            zones.append(Zone(index, len(lines)))
    return zones


#: A word in small letters, not the marker of an item.
_GOES_ON = re.compile(r"[^\W\d_]{2,}", re.UNICODE)


def stands_alone(lines: list[Line], index: int) -> bool:
    """A heading, not a word that a sentence wraps around: "... set out in the" / "Schedule" / "to this Act"."""
    line, previous = lines[index], lines[index - 1] if index else None
    following = lines[index + 1] if index + 1 < len(lines) else None
    if line.quoted or "table" in line.style:
        return False
    first = line.text.lstrip('*_ [("“')[:1]
    if first.islower() or (
        following is not None and not following.gap and following.text[:1].islower() and _GOES_ON.match(following.text)
    ):
        return False
    if line.heading_style or is_upper(line.text) or previous is None or is_upper(line.text.split()[0]):
        return True
    if line.text[-1:] in ".;," and not line.gap:
        return False
    return line.gap or previous.text[-1:] in '.;:"”)]。।»*' or len(previous.text) < 40
