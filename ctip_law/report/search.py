"""Finds what stands in a law: every clause with the words, the best first. A place to read is given, not a finding."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from ctip_law.clauses.tokens import Words, words
from ctip_law.errors import UsageError
from ctip_law.model import Clause, Law
from ctip_law.profiles import profile_for
from ctip_law.report.rows import flat

#: Characters of a clause that a hit shows.
_SHOWN = 240
#: Letters of the longest small word.
_SMALL = 4
#: The constants of BM25 (Robertson and Zaragoza 2009): how soon more of a word counts less, and how much length counts.
_K1, _B = 1.4, 0.7


@dataclass(frozen=True, slots=True)
class Hit:
    """A section, a clause of a schedule, or text outside them, that has the words.

    `cite` is the clause below it where they stand first, such as "11(4)"; `times` is how often the words stand side by
    side, or, where they never do, how often any of them stands; `words` how many of them it has, and `all` whether all.
    """

    law: str
    eid: str
    num: str
    cite: str
    heading: str
    score: float
    times: int
    words: int
    all: bool
    quote: str


#: The columns of a list of hits.
COLUMNS = tuple(Hit.__dataclass_fields__)


@dataclass(frozen=True, slots=True)
class _Place:
    """A stretch of the text with its clause, None outside the clauses, and where it stands: in which schedule."""

    start: int
    end: int
    clause: Clause | None = None
    within: str = ""


@dataclass(frozen=True, slots=True)
class _Query:
    """The stems that are looked for, and those that must stand side by side."""

    stems: tuple[str, ...]
    phrases: tuple[tuple[str, ...], ...]
    quoted: bool


def search(query: str, laws: Iterable[Law], *, limit: int = 0) -> list[dict[str, Any]]:
    """The clauses that have the words of a query, best first; equal ones in the order of the laws and their text.

    More of the words come before fewer, sections before schedules and those before what stands outside both.
    Words are compared by their stems; small words such as "of" need not be there. Words "in quotation marks" must stand
    side by side. Where no clause has all the words, those that have most of them. `limit` 0: all of them. Raises
    UsageError CT004 for a query without a word.
    """
    if not flat(query).strip('"“” '):
        raise UsageError("CT004", "the query has no word", remedy="Name the words to look for.")
    found = [hit for law in laws for hit in _in_law(query, law)]
    complete = [hit for hit in found if hit.all]
    ranked = sorted(complete or found, key=lambda hit: (-hit.words, _outside(hit), -hit.score))
    return [asdict(hit) for hit in (ranked[:limit] if limit else ranked)]


def _outside(hit: Hit) -> int:
    """0 for a section, 1 for another part of the law, 2 for text outside all."""
    return 2 if not hit.num else int(not hit.num[0].isdigit())


def _in_law(query: str, law: Law) -> list[Hit]:
    text = words(law.text, law.language)
    asked = _query(query, law.language)
    at: dict[str, list[int]] = {stem: [] for phrase in (*asked.phrases, asked.stems) for stem in phrase}
    for i, stem in enumerate(text.stems):
        if stem in at:
            at[stem].append(i)
    phrases = [_together(phrase, at, text.stems) for phrase in asked.phrases]
    places = list(_places(law))
    hits = list(_hits(law, asked, at, phrases, places, text))
    return hits or list(_letters(law, query, places))


def _query(query: str, language: str) -> _Query:
    """The words of a query; what stands in quotation marks, or else all of it, is a phrase."""
    marked = [words(part, language).stems for part in re.findall(r'["“]([^"“”]+)["”]', query)]
    every = words(query, language)
    profile = profile_for(language)
    small = frozenset[str]().union(*profile.small_words.values()) if profile else frozenset[str]()
    pairs = zip(every.lower, every.stems, strict=True)
    # "person" and "shall" tell what language a law is in, and are looked for all the same
    telling = [stem for word, stem in pairs if word not in small or len(word) > _SMALL]
    phrases = [tuple(stems) for stems in marked if stems] or [tuple(every.stems)]
    return _Query(tuple(dict.fromkeys(telling or every.stems)), tuple(filter(None, phrases)), bool(marked))


def _together(phrase: Sequence[str], at: dict[str, list[int]], stems: Sequence[str]) -> list[int]:
    """Where the words of a phrase stand side by side: the first word of each time."""
    length = len(phrase)
    return [i for i in at[phrase[0]] if tuple(stems[i : i + length]) == tuple(phrase)]


def _hits(
    law: Law,
    asked: _Query,
    at: dict[str, list[int]],
    phrases: Sequence[Sequence[int]],
    places: Sequence[_Place],
    text: Words,
) -> Iterator[Hit]:
    bounds = [(bisect_left(text.starts, place.start), bisect_left(text.starts, place.end)) for place in places]
    counts = {stem: [_between(at[stem], *bound) for bound in bounds] for stem in asked.stems}
    average = sum(end - start for start, end in bounds) / max(len(bounds), 1) or 1.0
    weights = {stem: _idf(len(places), sum(map(bool, found))) for stem, found in counts.items()}
    for n, (place, (start, end)) in enumerate(zip(places, bounds, strict=True)):
        own = {stem: counts[stem][n] for stem in asked.stems if counts[stem][n]}
        together = [_between(found, start, end) for found in phrases]
        if not own or (asked.quoted and not all(together)):
            continue
        long = _K1 * (1 - _B + _B * (end - start) / average)
        score = sum(weights[stem] * len(one) * (_K1 + 1) / (len(one) + long) for stem, one in own.items())
        side_by_side = sum(map(len, together))
        score += sum(weights.values()) * side_by_side / (side_by_side + 1) * len(asked.stems)
        times = side_by_side or sum(map(len, own.values()))
        rare = max(own, key=lambda stem: weights[stem])
        first = min((found[0] for found in together if found), default=own[rare][0])
        found = (len(own), len(own) == len(asked.stems))
        yield _hit(law, place, (text.starts[first], text.ends[first]), score, times, found)


def _idf(places: int, found: int) -> float:
    return math.log(1 + (places - found + 0.5) / (found + 0.5))


def _between(found: Sequence[int], start: int, end: int) -> Sequence[int]:
    return found[bisect_left(found, start) : bisect_left(found, end)]


def _letters(law: Law, query: str, places: Sequence[_Place]) -> Iterator[Hit]:
    """The places that have the query letter by letter: what is left for scripts that part no words."""
    plain = flat(query).strip('"“” ').casefold()
    text = law.text.casefold()
    if len(text) != len(law.text):  # a letter that is two in lower case would shift what follows
        text = law.text
    for place in places:
        times = text.count(plain, place.start, place.end)
        if times:
            first = text.find(plain, place.start, place.end)
            yield _hit(law, place, (first, first + len(plain)), float(times), times, (1, True))


def _hit(
    law: Law, place: _Place, first: tuple[int, int], score: float, times: int, found: tuple[int, bool]
) -> Hit:
    clause = place.clause
    num = f"{place.within} {clause.num}".strip() if clause else place.within
    cite = num + "".join(f"({one.num})" for one in _way(clause, first[0])) if clause else num
    eid, heading = (clause.eid, clause.heading) if clause else ("", "")
    quote = _window(law.text, place, first)
    return Hit(law.id, eid, num, cite, flat(heading), round(score, 2), times, *found, quote)


def _way(clause: Clause, offset: int) -> Iterator[Clause]:
    """The numbered clauses from below this one down to the one that has the offset."""
    for child in clause.children:
        if child.start <= offset < child.end:
            if child.num:
                yield child
            yield from _way(child, offset)
            return


def _window(text: str, place: _Place, first: tuple[int, int]) -> str:
    """The words of a place around the first time that it has those looked for."""
    start = max(place.start, first[0] - _SHOWN // 3)
    end = min(place.end, start + _SHOWN)
    words_ = text[start:end]
    if start > place.start and " " in words_:
        words_ = "… " + words_.partition(" ")[2]
    if end < place.end and " " in words_:
        words_ = words_.rpartition(" ")[0] + " …"
    return flat(words_)


def _places(law: Law) -> Iterator[_Place]:
    """Every stretch of the text once, in order: sections, clauses of schedules, and what stands between them."""
    known = [_Place(one.start, one.end, one) for one in law.sections()]
    for part in law.components:
        name = part.name.replace("_", " ")
        own = [_Place(one.start, one.end, one, name) for one in part.clauses]
        known += own or [_Place(part.start, part.end, None, name)]
    done = 0
    for place in sorted(known, key=lambda one: (one.start, one.end)):
        if place.start > done:
            yield _Place(done, place.start)
        if place.end > done:
            yield _Place(max(place.start, done), place.end, place.clause, place.within)
        done = max(done, place.end)
    if done < len(law.text):
        yield _Place(done, len(law.text))
