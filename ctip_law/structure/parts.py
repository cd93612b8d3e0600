"""Stage 4, parts. Reads lines and marks; writes which lines are printed beside the law or between its units.

Two manners of printing mix the numbers of one text with those of another, so that no chain of numbers finds the law:

interleaved     a collection sorted by number: "Part I / 1. / Schedule 2 / 1. / Part I / 2. / Schedule 2 / 2."
several laws    an issue of a gazette: each law with its title, perhaps a contents list, its articles and signatures;
                an Act with the regulations made under it printed behind

The lines of such a part get the role "part <n> <component>", so that the stages after this one do not see them; a
component is made of each, of another law with its own units.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from ctip_law.errors import UsageError
from ctip_law.model import Repair
from ctip_law.structure.chain import best_chain
from ctip_law.structure.lines import Line, ends_sentence, is_sentence, is_upper
from ctip_law.structure.marks import Mark
from ctip_law.structure.patterns import patterns
from ctip_law.structure.title import begins_with_kind, names_law
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


def mark_parts(
    lines: list[Line], units: Sequence[Mark], divisions: Sequence[Mark], repairs: list[Repair], wanted: str = ""
) -> tuple[list[OtherLaw], str]:
    """Sets the role of the lines of all parts; gives the other laws of the file, in order, and the title of the one
    that is read where there are others.

    `wanted`: the number of the law to read, or words of its title. Raises UsageError CT004 where no law has them.
    """
    _mark_interleaved(lines, units, divisions)
    return _mark_other_laws(lines, units, repairs, wanted)


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
class OtherLaw:
    """One law of a file with several: lines first..last-1, its title's line, its number as the title says it, or the
    title itself where it has none, and its whole title."""

    first: int
    last: int
    title: int
    number: str
    name: str = ""


#: Characters of a title's line.
_LONGEST = 160
#: Units that a text must have to be a law of its own, and where unit 1 follows right below its title.
FEWEST = 3
FEWEST_CLOSE = 2
#: Lines from a title within which its contents list or its enacting words come, or the signatures before it stand.
NEAR = 45

_TITLE = re.compile(
    r"[\s*_#]*(?P<word>[^\W\d_][^\d.;:]{1,40}?\s)?(?:n\s?[o°º.]{1,2}|no\.?|nr\.?|num\.|número|nomor|№)\s*"
    r"(?P<number>\d{1,6}(?:\s?[-/]\s?\d{1,4})*)(?:\s*/?\s*(?P<more>(?:of|de|du|del|tahun|von|da|o|/)\b.*)|\s*)\Z",
    re.I,
)


#: The page at the end of an entry of a contents list.
_LISTED = re.compile(r"(?:\.{3,}|…|(?:\. ){3,})\s*\d{1,4}\W*\Z")


def _mark_other_laws(
    lines: list[Line], units: Sequence[Mark], repairs: list[Repair], wanted: str
) -> tuple[list[OtherLaw], str]:
    """Where a file holds several laws: the one that it is read for stays, the others are parts."""
    laws = _laws(lines, units)
    if len(laws) < 2:
        return [], ""
    for law in laws:
        law.name = _named(lines, law)
    names = [law.name for law in laws]
    chosen = laws[_wanted(names, wanted)] if wanted else _chosen(lines, laws)
    for place, law in enumerate(laws, 1):
        if law is not chosen:
            _set(lines, law.first, law.last, OTHER + place, "other_law")
    title = lines[chosen.title]
    own = names[laws.index(chosen)]
    others = "; ".join(name for law, name in zip(laws, names, strict=True) if law is not chosen)
    why = f"the file holds {len(laws)} laws; “{own}” is read, the others are components: {others}"
    repairs.append(Repair(title.start, title.end, title.text, title.text, why))
    return [law for law in laws if law is not chosen], own


#: Lines that a title runs over, at most.
_TITLE_LINES = 7
#: A title that says more than its kind, number and date.
_MATTER = re.compile(r"\d\W+(?!(?:of|de|du|del|tahun|von|da|dated?)\b)[^\W\d_]{2,}|\d{4}\W+[^\W\d_]{2,}|^\D+$", re.I)
#: Lines from the number of a law to its name, with the reasons for it between them, at most.
_NAME = 25
_GIVEN = re.compile(r"(?:n\s?[o°º.]{1,2}|no\.?|nr\.?|num\.|número|nomor|№)\s*(\d{1,6}(?:\s?[-/]\s?\d{1,4})*)", re.I)
_DATED = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{1,2}\w{0,2} (?:de )?[^\W\d_]{3,12} (?:de )?\d{4}")
#: Parts with higher numbers are other laws.
OTHER = 1000


def _named(lines: list[Line], law: OtherLaw) -> str:
    """The title of one of the laws: its line with those that go on with it."""
    first = law.title
    if not names_law(lines[first].text):  # "No. 12 of 2031" / "BARGE ACT"
        below = range(first + 1, min(law.last, first + 3))
        first = next((at for at in below if names_law(lines[at].text)), first)
    elif _TITLE.match(title := lines[first].text) and not _MATTER.search(title):  # "DECRETO NÚMERO 12" ... "LEY DE X"
        first = next(_named_below(lines, first + 1, min(law.last, first + _NAME)), first)
    title = lines[first].text
    above = lines[law.title : first] if first - law.title < 3 else lines[law.title : law.title + 1]
    words = [*(line.text for line in above), title]
    for line in lines[first + 1 : min(law.last, first + _TITLE_LINES)]:
        on = is_upper(line.text) if is_upper(title) else line.text.lower().split()[0] in patterns().cues["matter"]
        if line.gap or not on or cue_of(line, ("contents",)) or patterns().starts["enacting"].match(line.text):
            break
        words.append(line.text)
    name = " ".join(" ".join(words).split()).strip("*_# ")
    if _TITLE.match(lines[law.title].text) and not _MATTER.search(name):
        # "ACT NO. 4 OF 2031" / "1. This Act may be cited as the Barge Act, 2031."
        inside = "\n".join(line.text for line in lines[law.title : min(law.last, law.title + NEAR)])
        cited = patterns().cited.search(inside)
        name += f": {' '.join(cited['name'].split())}" if cited else ""
    return name


def _named_below(lines: list[Line], first: int, last: int) -> Iterator[int]:
    """The lines in capitals before the first unit that name a law."""
    for at in range(first, last):
        if patterns().unit.match(lines[at].text[:80]):
            return
        if is_upper(lines[at].text) and begins_with_kind(lines[at].text):
            yield at


def number_and_date(title: str) -> tuple[str, str]:
    """The number and the date that a title gives a law, each "" where it has none: "51/2018" and "13/08/2018"."""
    number, date = _GIVEN.search(title), _DATED.search(title)
    year = re.search(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)", title)
    said = date.group() if date else year.group() if year else ""
    return re.sub(r"\s+", "", number.group(1)) if number else "", said


def _wanted(names: Sequence[str], wanted: str) -> int:
    """The place of the law that a user asked for, by number or words of its title."""
    words, whole = wanted.casefold().split(), re.compile(rf"(?<![\w/]){re.escape(wanted)}(?!\w)", re.I)
    found = [place for place, name in enumerate(names) if all(word in name.casefold() for word in words)]
    exact = [place for place in found if whole.search(names[place])]
    best = exact if len(exact) == 1 else found
    if len(best) != 1:
        what = "several laws of the file have" if found else "no law of the file has"
        raise UsageError("CT004", f"{what} “{wanted}” in the title", remedy=f"Use one of: {'; '.join(names)}.")
    return best[0]


def _laws(lines: list[Line], units: Sequence[Mark]) -> list[OtherLaw]:
    """The laws of the file, one after the other; none where there is only one."""
    titles: list[OtherLaw] = []
    starts = sorted(mark.line for mark in units if mark.weight > 0.3)
    firsts = {mark.line for mark in units if mark.weight > 0.3 and mark.first <= 1 and "-" not in mark.num}
    made = patterns().cues["subsidiary"]

    def scheduled(index: int) -> bool:
        return any(cue_of(above, ("schedule",)) for above in lines[:index])

    for index, line in enumerate(lines):
        close = _begins(lines, index, starts, firsts)
        number = _title_number(lines, index, close) if len(line.text) < 160 and not line.role else ""
        if not (number and (close or _signed_or_enacted(lines, index))):
            between = not titles or bisect_right(starts, titles[-1].title) < bisect_right(starts, index)
            number = _named_anew(lines, index, starts, firsts) if between else ""
            fits = is_upper(line.text) and not made.isdisjoint(number.split())
            if number and not fits and scheduled(index):
                number = ""  # a heading in a schedule that lists the Acts amended
        again = next((at for at, law in enumerate(titles) if law.number == number), -1) if number else -1
        if again >= 0:
            behind = titles[again + 1].title if again + 1 < len(titles) else index
            if bisect_right(starts, titles[again].title) == bisect_right(starts, behind):
                del titles[again]  # a list of contents announced it
        if number and all(law.number != number for law in titles):
            titles.append(OtherLaw(index, len(lines), index, number))
    if titles and titles[0].first and not titles[0].number[:1].isdecimal():  # the first needs no name to be a law
        begins = [index for index in range(titles[0].first) if not lines[index].role]
        named = (index for index in begins if names_law(lines[index].text) and len(lines[index].text) <= _LONGEST)
        first = next(named, begins[0] if begins else 0)
        titles.insert(0, OtherLaw(0, titles[0].first, first, "the first"))
    titles = _without_announced(lines, titles, firsts)
    for law, after in pairwise(titles):
        law.last = after.first
    laws: list[OtherLaw] = []
    for law in titles:
        if _counts(lines, law, units, FEWEST_CLOSE if _begins(lines, law.title, starts, firsts) else FEWEST):
            laws.append(law)
        elif laws:
            laws[-1].last = law.last  # the title of a law that this one speaks of
    if laws:
        laws[0].first = 0
    return laws if len(laws) > 1 else []


def _without_announced(lines: list[Line], titles: list[OtherLaw], firsts: set[int]) -> list[OtherLaw]:
    """`titles` without that of a law which a page announces: its name, its contents and the Acts that it refers to come
    first, and then the law under the same name."""
    kept: list[OtherLaw] = []
    for law in titles:
        unit = min((at for at in firsts if at > law.title), default=0)
        again = _printed_again(lines, kept[-1].title, law.title, unit) if kept else 0
        if again:
            kept[-1] = replace(kept[-1], title=again)
        else:
            kept.append(law)
    return kept


def _printed_again(lines: list[Line], title: int, begin: int, end: int) -> int:
    """The line `begin`..`end`-1 that has the words of the line `title` again; 0 for none."""
    words = re.findall(r"\w+", lines[title].text.casefold())
    again = (at for at in range(begin, end) if re.findall(r"\w+", lines[at].text.casefold()) == words)
    return next(again, 0) if len(words) > 1 else 0


def _title_number(lines: list[Line], index: int, begins: bool) -> str:
    """The number that the line gives a law, "" if it is no title: "LAW N° 47/2018 OF 13/08/2018"; without a year only
    where a law `begins` right below: "LEY NÚMERO 12" / "LEY DE BARCAS" / "Artículo 1".
    """
    line, before = lines[index], lines[index - 1] if index else None
    match = _TITLE.match(line.text)
    if match is None or _LISTED.search(line.text):
        return ""
    if line.text[-1:] in ".;," and not (line.text[-1] == "." and begins and is_upper(match.group("word") or "")):
        return ""
    number, more = match.group("number"), match.group("more") or ""
    year = re.search(r"\d{4}|[/-]\d\d\Z", number) or re.search(r"\d{4}", more)
    word = (match.group("word") or "").split()
    named = word[0].lower() in patterns().cues["title"] and word[0][0].isupper() if word else line.text[0].isupper()
    apart = before is None or line.gap or line.heading_style or len(before.text) < 60 or ends_sentence(before)
    year = year or (re.search(r"\Z", number) if begins and word else None)
    return f"{re.sub(r'[^0-9]+', '/', number)} {year.group()}" if year and named and apart else ""


def _named_anew(lines: list[Line], index: int, starts: list[int], firsts: set[int]) -> str:
    """The name that the line gives another instrument: "KITE REGULATIONS 2032", behind units and before unit 1."""
    line, before = lines[index], lines[index - 1] if index else None
    plain = not line.role and not line.quoted and len(line.text) <= _LONGEST and line.text[-1:] not in ".;,:"
    words = re.findall(r"\w+(?:-\w+)*", line.text.casefold())
    regulates = is_upper(line.text) and len(words) > 1 and words[0] in patterns().cues["subsidiary"]
    if not plain or not (names_law(line.text, whole=True) or regulates):
        return ""
    apart = line.gap or line.heading_style or (before is not None and ends_sentence(before))
    if not apart or not (is_upper(line.text) or line.heading_style or re.search(r"\d{4}\W*\Z", line.text)):
        return ""
    if any(cue_of(above, ("schedule", "contents", "notes")) for above in lines[max(0, index - 4) : index]):
        return ""
    at = bisect_right(starts, index)
    restarts = at < len(starts) and starts[at] in firsts and starts[at] - index <= NEAR
    made = not patterns().cues["subsidiary"].isdisjoint(words)
    close = _numbered(lines, index) and _begins(lines, index, starts, firsts)
    told = made or close or _signed_or_enacted(lines, index)
    return "the " + " ".join(words) if restarts and told else ""


#: Lines between a title and the unit 1 of its law where nothing else tells that a law begins.
_CLOSE = 6


def _begins(lines: list[Line], index: int, starts: list[int], firsts: set[int]) -> bool:
    """Unit 1 follows the title in a few lines, with no heading of a schedule or a contents list between."""
    at = bisect_right(starts, index)
    if at == len(starts) or starts[at] not in firsts or starts[at] - index > _CLOSE:
        return False
    return not any(cue_of(line, ("schedule", "contents", "notes")) for line in lines[max(0, index - 4) : starts[at]])


def _numbered(lines: list[Line], index: int) -> bool:
    """The title's line or one right above it gives the law its number: "LEY NÚMERO 12" / "LEY DE BARCAS"."""
    return any(_TITLE.match(line.text) for line in lines[max(0, index - 2) : index + 1])


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


def _counts(lines: list[Line], law: OtherLaw, units: Sequence[Mark], fewest: int) -> bool:
    """The law has `fewest` units of its own, counted from the first or second on, and no mere list of them."""
    families: dict[str, list[Mark]] = defaultdict(list)
    for mark in units:
        if law.first <= mark.line < law.last and mark.weight > 0:
            families[mark.family].append(mark)
    for marks in families.values():
        begins = [place for place, mark in enumerate(marks) if mark.first <= 1 and mark.num.isdecimal()] or [0]
        for start, end in zip(begins, [*begins[1:], len(marks)], strict=True):
            chain = best_chain(marks[start:end], lambda _: 1000.0).marks
            if len(chain) >= fewest and chain[0].first <= 2 and not _listed(lines, chain, law.last):
                return True
    return False


#: Characters of a unit below which it is an entry in a list of contents.
_ENTRY = 40


def _listed(lines: list[Line], chain: Sequence[Mark], last: int) -> bool:
    """Hardly any words between one number and the next, and few sentences."""
    ends = [*(mark.line for mark in chain[1:]), min(last, chain[-1].line + 4)]
    stretches = [lines[mark.line : end] for mark, end in zip(chain, ends, strict=True)]
    told = sum(_told(lines, mark, stretch) for mark, stretch in zip(chain, stretches, strict=True))
    return median(sum(len(line.text) for line in stretch) for stretch in stretches) < _ENTRY and told * 2 < len(chain)


def _told(lines: list[Line], mark: Mark, stretch: Sequence[Line]) -> bool:
    """The stretch of a unit tells something: "Article 2" / "The boat is green."."""
    opens = tuple(f"{word} " for word in patterns().cues["opens"])
    own = lines[mark.line].text[mark.rest - lines[mark.line].start :].lstrip(" .:-–—")
    texts = [own, *(line.text for line in stretch if line.start != lines[mark.line].start)]
    return any(
        text[-1:] == "." and (is_sentence(text) or text.casefold().startswith(opens) or text.count(" ") > 3)
        for text in texts
    )


def _chosen(lines: list[Line], laws: Sequence[OtherLaw]) -> OtherLaw:
    """The law about the subject that ctip-law reads laws for, by its words, and an Act before what is made under it,
    if it is more than a decree that enacts the other; the longest where none is."""
    subject = patterns().subject
    made = patterns().cues["subsidiary"]
    longest = max(sum(len(line.text) for line in lines[law.first : law.last]) for law in laws)
    ranks = []
    for place, law in enumerate(laws):
        words = " ".join(line.text for line in lines[law.first : law.last])
        count = len(subject.findall(words))
        own = made.isdisjoint(re.findall(r"[^\W\d_]+", law.name.lower()))
        ranks.append((count > 0, own and len(words) * 2 > longest, count, len(words), -place))
    return laws[ranks.index(max(ranks))]
