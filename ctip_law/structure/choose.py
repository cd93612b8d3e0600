"""Stage 5, which marks are the law's own units. See `chain` for how one family's are found."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from ctip_law.profiles.language import language_of
from ctip_law.structure.between import goes_on, heading_above, resumed_at, set_apart, told_between
from ctip_law.structure.chain import Chain, best_chain, is_next, stands_before
from ctip_law.structure.lines import Line, is_upper, looks_like_heading
from ctip_law.structure.marks import Mark
from ctip_law.structure.numbers import decimal_key, sort_key
from ctip_law.structure.patterns import low, patterns
from ctip_law.structure.zones import ZONE_CUES, Zone, cue_of, split_zones

RESTART_WORDS = 2.6
RESTART_BARE = 1000.0
RESTART_DIVISION = 0.9
#: What a mark weighs that begins a file with "12A. " or "Section 12A", not "12 " or a mention.
LONE = 0.7
#: What a mark weighs at least that may begin a unit of a translation.
LEAST = 0.3
#: Lines from an article that stands alone in its file to its paragraph 1, at most.
_ALONE = 3
#: Most characters below an entry of a list of contents.
_ENTRY = 130
#: How much a chain counts that stands in another zone than the body: notes repeat the clauses' numbers.
LIST_WORTH = 0.2
WORTH = {"notes": 0.25, "schedule": 0.5, "supplement": 0.5}


@dataclass(slots=True)
class Chosen:
    """The units in order, and the zones: the body's lines are `body.first`..`body.last`-1."""

    marks: list[Mark]
    zones: list[Zone] = field(default_factory=list)
    body: Zone = field(default_factory=lambda: Zone(0, 0))

    def true_divisions(self, lines: list[Line], divisions: Sequence[Mark]) -> list[Mark]:
        """Divisions that are headings: nothing but headings stands between them and the next unit or division.

        "Part II of this Act applies" in the middle of a section is none."""
        if not self.marks:
            return []
        units = [mark.line for mark in self.marks]
        taken = set(units)
        kinds = {mark.kind for mark in self.marks}
        # what the law calls its articles; what another language calls them may be its chapters
        named = self.marks[0].family != "bare"
        own = {word for word in {mark.look[0] for mark in divisions} if not named or self._counted_by(word)}
        kept: list[Mark] = []
        following = {mark.line for mark in divisions}
        leading = _leading(divisions, units[0])
        for mark in divisions:
            if mark.look[0] in own and patterns().unit_kinds.get(mark.look[0]) in kinds:
                continue
            if mark.line in taken or not self.body.first <= mark.line < self.body.last or mark.line > units[-1]:
                continue
            if mark.line < units[0] and mark.line not in leading:
                continue  # in a list of contents
            if _leads_to_unit(lines, mark.line, taken, following):
                kept.append(mark)
        return kept

    def _counted_by(self, word: str) -> bool:
        return any(low(mark.printed).startswith(word) for mark in self.marks)


def _leading(divisions: Sequence[Mark], first: int) -> set[int]:
    """Lines of the divisions that open right before the first unit, each kind once: book, title, chapter."""
    kinds: set[str] = set()
    lines: set[int] = set()
    for mark in sorted(divisions, key=lambda mark: -mark.line):
        if mark.line < first:
            if mark.kind in kinds:
                break
            kinds.add(mark.kind)
            lines.add(mark.line)
    return lines


def _leads_to_unit(lines: list[Line], start: int, units: set[int], divisions: set[int]) -> bool:
    for index in range(start + 1, min(len(lines), start + 14)):
        if index in units or index in divisions:
            return True
        if lines[index].role:
            continue
        if index - start > 8 or (len(lines[index].text) > 220 and index - start > 2):
            return False
    return False


def choose(lines: list[Line], units: Sequence[Mark], divisions: Sequence[Mark]) -> Chosen:
    """The best family's best chain, in the zone that holds the body."""
    families: dict[str, list[Mark]] = defaultdict(list)
    for mark in units:
        families[mark.family].append(mark)
    near = _near_divisions(lines, divisions)
    for name, marks in families.items():
        _count_decimals(marks, _restart(name, near))
    likely = [mark.line for mark in units if mark.weight > 0.3] or [mark.line for mark in units[:1]]
    zones = split_zones(lines, likely[0]) if likely else []
    best = [_best_in(lines, zone, families, near) for zone in zones]
    at = max(range(len(best)), key=lambda place: (best[place].score, -place), default=-1)
    if at < 0 or not best[at].marks:
        return Chosen([])
    while at and best[at - 1].marks and best[at - 1].marks[0].family == best[at].marks[0].family:
        if not goes_on(best[at - 1].marks[-1], best[at].marks[0]):
            break
        at -= 1  # "Schedule" was a heading between the sections 3 and 4
    body, chosen, name = zones[at], list(best[at].marks), best[at].marks[0].family
    chosen[:0] = _out_of_order(lines, families[name], chosen[0], body.first)
    for zone in zones[at + 1 :]:
        inside = [mark for mark in families[name] if zone.first <= mark.line < zone.last]
        if not inside or not goes_on(chosen[-1], inside[0]):
            resumed = resumed_at(lines, chosen[-1], inside, near) if zone.kind == "schedule" else -1
            if resumed < 0:
                break
            set_apart(lines, zone.first, heading_above(lines, inside[resumed].line, zone.first))
            inside = inside[resumed:]
        elif zone.kind == "schedule" and (end := told_between(lines, zone.first, inside[0].line)):
            set_apart(lines, zone.first, end)
        # "Schedule" was no heading here: the count goes on behind it
        more = best_chain([chosen[-1], *inside], _restart(name, near)).marks
        chosen.extend(mark for mark in more if mark is not chosen[-1])
        body.last = zone.last
        zone.first = zone.last
    if _is_table(lines, chosen):
        return Chosen([])
    kept = [zone for zone in zones if zone.first < zone.last]
    return Chosen(chosen, kept, body)


def _out_of_order(lines: list[Line], family: Sequence[Mark], first: Mark, start: int) -> list[Mark]:
    """Units of an excerpt that stand before the number that it seems to begin with: a lower one, or one far behind.

    "Section 6" / "Whoever ..." / "Section 4" / "In this Act ...": a label alone in its line with words below it.
    "Art. 18.- ..." / "Art. 44.- ..." / "Art. 45.- ...": what the excerpt leaves out is more than a law's own gap.
    """
    if first.first <= 1:
        return []
    before = [mark for mark in family if start <= mark.line < first.line and mark.look == first.look]
    far = [mark for mark in before if mark.key < first.key and mark.weight >= 1 and first.look[1:2] != ("",)]
    if len(before) == 1 and far and sum(len(line.text) for line in lines[far[0].line : first.line]) > _ENTRY:
        return far
    if not before:
        return []
    ends = [mark.line for mark in before[1:]] + [first.line]
    sizes = [sum(len(line.text) for line in lines[mark.line + 1 : end]) for mark, end in zip(before, ends, strict=True)]
    whole = all(mark.whole and mark.key > first.key for mark in before)
    return before if whole and min(sizes) > _ENTRY else []


def _is_table(lines: list[Line], marks: Sequence[Mark]) -> bool:
    """Numbers with a date or a name each: a list of versions, not a law."""
    if len(marks) < 5:
        return False
    sizes = []
    for mark, after in pairwise(marks):
        sizes.append(sum(len(line.text) for line in lines[mark.line : min(after.line, mark.line + 4)]))
    return sorted(sizes)[len(sizes) * 9 // 10] < 25


def _best_in(lines: list[Line], zone: Zone, families: dict[str, list[Mark]], near: set[int]) -> Chain:
    """The best family's chain within a zone; its score is comparable between zones."""
    chains: dict[str, Chain] = {}
    for name, marks in families.items():
        inside = [mark for mark in marks if zone.first <= mark.line < zone.last]
        if inside:
            chains[name] = best_chain(inside, _restart(name, near))
    ones = [mark.line for mark in families.get("bare", []) if mark.num == "1"]
    name = _best_family(chains, ones) or _opening(lines, chains)
    if not name:
        return Chain([], 0.0)
    chain = chains[name]
    worth = WORTH.get(zone.kind, 1.0)
    # two short sections are a short law; two short rows behind "SCHEDULE" are a table that cites sections
    if len(chain.marks) >= (3 if zone.kind == "body" else 1) and _dense(lines, chain.marks, zone.last):
        worth *= LIST_WORTH
    return Chain(chain.marks, len(chain.marks) * worth)


def _opening(lines: list[Line], chains: dict[str, Chain]) -> str:
    """The family of a clause that stands alone in its file, whatever its number: "12A. Assistance"."""
    first = next((index for index, line in enumerate(lines) if not line.role), 0)
    for name, chain in sorted(chains.items()):
        mark = chain.marks[0]
        rest = lines[mark.line].text[mark.rest - lines[mark.line].start :].strip()
        if mark.line == first and mark.weight > LONE and not rest[:1].islower():
            return name
    return ""


def _count_decimals(marks: Sequence[Mark], restart: Callable[[Mark], float]) -> None:
    """Sets the marks' keys so that "82.31" comes before "82.4" if the law counts so, as Canada's do."""
    dotted = [mark for mark in marks if "." in mark.num]
    if len(dotted) < 5 or len(dotted) * 50 < len(marks):
        return
    before = best_chain(marks, restart).score
    kept = [mark.key for mark in dotted]
    for mark in dotted:
        mark.key = decimal_key(mark.num)
    if best_chain(marks, restart).score <= before:
        for mark, key in zip(dotted, kept, strict=True):
            mark.key = key


def cut_repeated(lines: list[Line], chosen: Chosen) -> Chosen:
    """The same units twice, once in short: a memorandum that goes through the articles. The fuller run is the law."""
    runs = _runs(chosen.marks)
    for place in range(1, len(runs)):
        first, second = runs[place - 1], runs[place]
        words = {mark.num: _first_words(lines, mark) for mark in first}
        same = sum(1 for mark in second if _alike(words.get(mark.num, ""), _first_words(lines, mark)))
        if len(first) >= 3 and same * 10 >= max(len(first), len(second)) * 6:
            drop = (
                first
                if _words_of(lines, first, second[0].line) < _words_of(lines, second, chosen.body.last)
                else second
            )
            kept = {id(mark) for mark in drop}
            chosen.marks = [mark for mark in chosen.marks if id(mark) not in kept]
            if drop is second:
                chosen.zones.append(Zone(second[0].line, chosen.body.last, "repetition"))
                chosen.body.last = second[0].line
            break
    return chosen


def _alike(first: str, second: str) -> bool:
    """Both begin with the same words; one may be cut off."""
    size = min(len(first), len(second))
    return size > 3 and first[:size] == second[:size]


def _first_words(lines: list[Line], mark: Mark) -> str:
    rest = lines[mark.line].text[mark.rest - lines[mark.line].start :].strip(" .:-–—").lower()
    return rest[:14]


def _words_of(lines: list[Line], run: list[Mark], last: int) -> int:
    return sum(len(line.text) for line in lines[run[0].line : last])


def _restart(family: str, near: set[int]) -> Callable[[Mark], float]:
    price = RESTART_BARE if family == "bare" else RESTART_WORDS

    def cost(mark: Mark) -> float:
        return RESTART_DIVISION if mark.line in near else price

    return cost


def _near_divisions(lines: list[Line], divisions: Sequence[Mark]) -> set[int]:
    """Lines that follow a division's heading with nothing but its words between."""
    near: set[int] = set()
    for mark in divisions:
        for index in range(mark.line + 1, min(mark.line + 5, len(lines))):
            near.add(index)
            line = lines[index]
            if not (
                looks_like_heading(line.text)
                and (line.gap or line.heading_style or is_upper(line.text) or index == mark.line + 1)
            ):
                break
    return near


def _crossings(words: Sequence[Mark], bare: Sequence[Mark], ones: Sequence[int]) -> int:
    """How often the bare count goes on past an article without beginning at 1 again, as a list in it would."""
    starts = [mark.line for mark in words]
    count = 0
    for mark, after in pairwise(bare):
        if bisect_right(starts, mark.line) != bisect_right(starts, after.line):
            between = bisect_left(ones, after.line) - bisect_right(ones, mark.line)
            count += between == 0
    return count


def holds_decimals(words: Sequence[Mark], bare: Sequence[Mark]) -> bool:
    """Most of the bare numbers are decimals of the article that they stand in: "Article 4" / "4.1 ..." / "4.2 ..."."""
    starts = [mark.line for mark in words]
    places = [(bisect_right(starts, mark.line), mark) for mark in bare if "." in mark.num]
    own = sum(1 for at, mark in places if at and words[at - 1].first == mark.first)
    return own * 10 >= len(bare) * 6


def _between_strangers(words: Sequence[Mark], bare: Sequence[Mark]) -> bool:
    """Most of the bare count lies between two articles that do not follow one another, so it is no list in one."""
    starts = [mark.line for mark in words]
    places = [bisect_right(starts, mark.line) for mark in bare]
    place = max(set(places), key=lambda at: (places.count(at), -at))
    if places.count(place) * 10 < len(bare) * 6 or not 0 < place < len(words):
        return False
    return not is_next(words[place - 1].key, words[place].key)


def _between_neighbours(words: Sequence[Mark], bare: Sequence[Mark]) -> bool:
    """The bare count lies in one of the articles, which follow one another: it is a list in it."""
    starts = [mark.line for mark in words]
    places = {bisect_right(starts, mark.line) for mark in bare}
    follow = all(is_next(one.key, other.key) and one.look == other.look for one, other in pairwise(words))
    return len(places) == 1 and 0 < places.pop() < len(words) and follow and min(mark.weight for mark in words) > 0.6


def _is_division(articles: Sequence[Mark], sections: Sequence[Mark]) -> bool:
    """ "Article 10A." / "Night Ferries." / "§ 14-43.10. Definitions.": an article of a code, and its sections."""
    coded = bool(sections) and all("-" in mark.num for mark in sections)
    return coded and len(sections) >= len(articles) and articles[0].line < sections[0].line


def _best_family(chains: dict[str, Chain], ones: Sequence[int]) -> str:
    """The family whose units hold the others: articles with numbered paragraphs, not the paragraphs."""
    ranked = sorted(chains, key=lambda name: (-chains[name].score, name))
    if not ranked:
        return ""
    words = [name for name in ranked if name != "bare" and chains[name].score > 0.4]
    bare = chains.get("bare")
    if not words:
        return ranked[0] if chains[ranked[0]].score > 0.4 else ""
    best = words[0]
    if best == "article" and "section" in chains and _is_division(chains[best].marks, chains["section"].marks):
        best = "section"
    if bare is None or bare.score <= 0.4 or not bare.marks:
        return best
    first = chains[best]
    if first.score >= bare.score or _numbered_twice(first.marks, bare.marks) or holds_decimals(first.marks, bare.marks):
        return best
    inside = sum(1 for mark in bare.marks if mark.line > first.marks[0].line)
    if _crossings(first.marks, bare.marks, ones) >= 2 or _between_strangers(first.marks, bare.marks):
        return "bare"  # sections that count on past stray articles, those of a treaty in a schedule perhaps
    if _between_neighbours(first.marks, bare.marks):
        return best
    strong = sum(1 for mark in first.marks if mark.weight >= 0.9)
    if len(first.marks) == 1 and first.marks[0].line < bare.marks[0].line:
        near = bare.marks[0].num == "1" and bare.marks[0].line - first.marks[0].line <= _ALONE and len(bare.marks) < 20
        if first.marks[0].weight >= (1.0 if near else 1.3):
            return best  # one article of a law, saved alone, and its paragraphs
    if (
        first.marks[0].line < bare.marks[0].line
        and strong >= 2
        and strong * 2 >= len(first.marks)
        and inside * 10 >= len(bare.marks) * 8
    ):
        return best
    return "bare"


def cut_translation(lines: list[Line], chosen: Chosen, units: Sequence[Mark] = ()) -> Chosen:
    """A second run with the first one's numbers in another language is a translation on the same page.

    `units` are all marks: a translation whose numbers were too dear to begin again with lies in the last unit.
    """
    runs = _runs(chosen.marks)
    if len(runs) == 1 and units:
        last, family = runs[0][-1].line, runs[0][-1].family
        behind = [m for m in units if m.family == family and last < m.line < chosen.body.last and m.weight > LEAST]
        again = next((place for place, mark in enumerate(behind) if mark.num == runs[0][0].num), len(behind))
        second = best_chain(behind[again:], lambda _: RESTART_BARE).marks
        if len(second) * 10 >= len(runs[0]) * 8 and second[0].num == runs[0][0].num:
            runs.append(second)
    for place in range(1, len(runs)):
        first, second = runs[place - 1], runs[place]
        numbers = {mark.num for mark in first}
        if len(second) < 3 or sum(1 for mark in second if mark.num in numbers) * 10 < len(second) * 8:
            continue
        ends = [*(run[0].line for run in runs[place : place + 2]), chosen.body.last]
        here = _language(lines, first[0].line, ends[0])
        there = _language(lines, second[0].line, ends[1])
        if here != there and "und" not in (here, there) and not {here, there} <= _NEAR:
            start = second[0].line
            while start - 1 > first[-1].line and looks_like_heading(lines[start - 1].text):
                start -= 1
            chosen.marks = [mark for run in runs[:place] for mark in run]
            chosen.zones.append(Zone(start, chosen.body.last, "translation"))
            chosen.body.last = start
            break
    return chosen


#: Languages too near to each other to tell a translation by.
_NEAR = frozenset({"da", "nb", "sv"})


def _language(lines: list[Line], first: int, last: int) -> str:
    return language_of(" ".join(line.text for line in lines[first : min(last, first + 60)]))


def _runs(marks: Sequence[Mark]) -> list[list[Mark]]:
    """The marks in stretches of growing numbers."""
    runs: list[list[Mark]] = []
    for mark in marks:
        last = runs[-1][-1].key if runs else ()
        if not runs or (mark.key <= last and not stands_before(last, mark.key)):
            runs.append([])
        runs[-1].append(mark)
    return runs


def _numbered_twice(words: Sequence[Mark], bare: Sequence[Mark]) -> bool:
    """Most units have their number twice, "4. Heading" and "Article 4" in the next lines."""
    lines = {mark.num: mark.line for mark in bare}
    twice = sum(1 for mark in words if -4 < lines.get(mark.num, -99) - mark.line < 0)
    return twice * 10 >= len(words) * 6 and len(words) * 10 >= len(bare) * 8


def strip_raised(chosen: Chosen) -> None:
    """A raised number is a footnote's mark where the law lacks the unit without it: "§ 21¹³", but § 133, § 133¹, and
    in an excerpt 154¹, 154²."""
    numbers = {mark.num for mark in chosen.marks}
    numbers |= {str(one.first) for one, other in pairwise(chosen.marks) if one.first == other.first}
    for mark in chosen.marks:
        bare = mark.printed.rstrip("⁰¹²³⁴⁵⁶⁷⁸⁹")
        if bare != mark.printed and str(mark.first) not in numbers and mark.first:
            mark.num = str(mark.first)
            mark.key = sort_key(mark.num)
            mark.printed = bare


def drop_dense_runs(lines: list[Line], chosen: Chosen) -> Chosen:
    """A run whose numbers come again in a later run with more words between is a contents list without a heading."""
    runs = _runs(chosen.marks)
    if len(runs) < 2:
        return chosen
    kept: list[Mark] = []
    for place, run in enumerate(runs):
        later = {mark.first for other in runs[place + 1 :] for mark in other}
        again = sum(1 for mark in run if mark.first in later)
        following = runs[place + 1][0].line if place + 1 < len(runs) else len(lines)
        if len(run) >= 3 and again * 10 >= len(run) * 7 and _dense(lines, run, following):
            end = _list_end(lines, run, following)
            for line in lines[run[0].line : end]:
                line.role = line.role or "contents"
        else:
            kept.extend(run)
    chosen.marks = kept
    return chosen


def _list_end(lines: list[Line], run: list[Mark], following: int) -> int:
    end = run[-1].line + 1
    while end < following and (not lines[end].gap or cue_of(lines[end], ZONE_CUES)):
        end += 1
    return end


def _dense(lines: list[Line], run: list[Mark], following: int) -> bool:
    """Hardly any words between one number and the next."""
    sizes = []
    for mark, after in zip(run, [*run[1:], None], strict=True):
        end = after.line if after else min(following, mark.line + 3)
        sizes.append(sum(len(line.text) for line in lines[mark.line : end]))
    sizes.sort()
    return sizes[len(sizes) // 2] < 130 and sizes[len(sizes) * 9 // 10] < 400
