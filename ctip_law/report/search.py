"""Finds what stands in a law: every clause with the words, the best first. A place to read is given, not a finding."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from ctip_law.clauses.tokens import words
from ctip_law.errors import UsageError
from ctip_law.model import Law
from ctip_law.profiles import profile_for
from ctip_law.report.rows import flat
from ctip_law.report.searched import Below, Place, Searched, elements_in, haystack, searched

#: Characters of a clause that a hit shows.
_SHOWN = 240
#: Letters of the longest small word.
_SMALL = 4
#: Letters of scripts that part no words, or whose vowel signs part them where no word ends: looked for as they stand.
_UNPARTED = re.compile("[\u0900-\u109f\u1780-\u17ff\u3040-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]")
#: The constants of BM25 (Robertson and Zaragoza 2009): how soon more of a word counts less, and how much length counts.
_K1, _B = 1.4, 0.7
#: What a place counts that says what words mean: it names every matter of a law, and orders nothing.
_DEFINES = 0.6


@dataclass(frozen=True, slots=True)
class Hit:
    """A section, a clause of a schedule, or text outside them, that has the words. `title` is that of the law.

    `cite` is the clause below it where they stand first, such as "11(4)"; `times` is how often the words stand side by
    side, or, where they never do, how often any of them stands; `words` how many of them it has, and `all` whether all.
    """

    law: str
    title: str
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
class Asked:
    """The stems that are looked for, and those that must stand side by side."""

    stems: tuple[str, ...]
    phrases: tuple[tuple[str, ...], ...]
    quoted: bool


def search(
    query: str, laws: Iterable[Law | Searched], *, limit: int = 0, elements: Collection[str] = ()
) -> list[dict[str, Any]]:
    """The clauses that have the words of a query, best first; equal ones in the order of the laws and their text.

    More of the words come before fewer, sections before schedules and those before what stands outside both; a section
    of definitions counts less than one that orders.
    Words are compared by their stems; small words such as "of" need not be there. Words "in quotation marks" must stand
    side by side. Where no clause has all the words, those that have most of them. `limit` 0: all of them. With
    `elements`, only clauses in which the matcher finds one of them. Raises UsageError CT004 for a query without a word.
    """
    check(query)
    found = [hit for law in laws for hit in hits_in(query, law, elements)]
    ranked = best(found)
    return [asdict(hit) for hit in (ranked[:limit] if limit else ranked)]


def check(query: str) -> None:
    """Raises UsageError CT004 for a query without a word."""
    if not plain(query):
        raise UsageError("CT004", "the query has no word", remedy="Name the words to look for.")


def best(hits: Sequence[Hit]) -> list[Hit]:
    """Those that have all the words, or all where none has, the best first."""
    complete = [hit for hit in hits if hit.all]
    return sorted(complete or hits, key=lambda hit: (-hit.words, _outside(hit), -hit.score))


def plain(query: str) -> str:
    """A query as letters are looked for: without quotation marks."""
    return flat(query).strip('"“” ').casefold()


def _outside(hit: Hit) -> int:
    """0 for a section, 1 for another part of the law, 2 for text outside all."""
    return 2 if not hit.num else int(not hit.num[0].isdigit())


def hits_in(query: str, law: Law | Searched, elements: Collection[str] = ()) -> list[Hit]:
    """The clauses of one law that have any of the words, in its order; `elements` as for `search`."""
    if isinstance(law, Law):
        law = replace(searched(law), found=elements_in(law) if elements else None)
    asked = asked_for(query, law.language)
    at: dict[str, list[int]] = {stem: [] for phrase in (*asked.phrases, asked.stems) for stem in phrase}
    for i, stem in enumerate(law.words.stems):
        if stem in at:
            at[stem].append(i)
    phrases = [_together(phrase, at, law.words.stems) for phrase in asked.phrases]
    hits = list(_letters(law, query)) if _UNPARTED.search(query) else []
    hits = hits or list(_hits(law, asked, at, phrases)) or list(_letters(law, query))
    offsets = sorted(offset for element, offset in law.found or () if element in elements)
    return [hit for place, hit in hits if not elements or _between(offsets, place.start, place.end)]


def asked_for(query: str, language: str) -> Asked:
    """The words of a query; what stands in quotation marks, or else all of it, is a phrase."""
    marked = [words(part, language).stems for part in re.findall(r'["“]([^"“”]+)["”]', query)]
    every = words(query, language)
    profile = profile_for(language)
    small = frozenset[str]().union(*profile.small_words.values()) if profile else frozenset[str]()
    pairs = zip(every.lower, every.stems, strict=True)
    # "person" and "shall" tell what language a law is in, and are looked for all the same
    telling = [stem for word, stem in pairs if word not in small or len(word) > _SMALL]
    phrases = [tuple(stems) for stems in marked if stems] or [tuple(every.stems)]
    return Asked(tuple(dict.fromkeys(telling or every.stems)), tuple(filter(None, phrases)), bool(marked))


def _together(phrase: Sequence[str], at: dict[str, list[int]], stems: Sequence[str]) -> list[int]:
    """Where the words of a phrase stand side by side: the first word of each time."""
    length = len(phrase)
    return [i for i in at[phrase[0]] if tuple(stems[i : i + length]) == tuple(phrase)]


def _hits(
    law: Searched, asked: Asked, at: dict[str, list[int]], phrases: Sequence[Sequence[int]]
) -> Iterator[tuple[Place, Hit]]:
    text, places = law.words, law.places
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
        score *= _DEFINES if place.defines else 1.0
        times = side_by_side or sum(map(len, own.values()))
        rare = max(own, key=lambda stem: weights[stem])
        first = min((found[0] for found in together if found), default=own[rare][0])
        found = (len(own), len(own) == len(asked.stems))
        yield place, _hit(law, place, (text.starts[first], text.ends[first]), score, times, found)


def _idf(places: int, found: int) -> float:
    return math.log(1 + (places - found + 0.5) / (found + 0.5))


def _between(found: Sequence[int], start: int, end: int) -> Sequence[int]:
    return found[bisect_left(found, start) : bisect_left(found, end)]


def _letters(law: Searched, query: str) -> Iterator[tuple[Place, Hit]]:
    """The places that have the query letter by letter: what is left for scripts that part no words."""
    letters, text = plain(query), haystack(law.text)
    for place in law.places:
        times = text.count(letters, place.start, place.end)
        if times:
            first = text.find(letters, place.start, place.end)
            yield place, _hit(law, place, (first, first + len(letters)), float(times), times, (1, True))


def _hit(law: Searched, place: Place, first: tuple[int, int], score: float, times: int, found: tuple[int, bool]) -> Hit:
    cite = place.num + "".join(f"({num})" for num in _way(place.below, first[0]))
    quote = _window(law.text, place, first)
    return Hit(
        law.id,
        law.title or law.path,
        place.eid,
        place.num,
        cite,
        flat(place.heading),
        round(score, 2),
        times,
        *found,
        quote,
    )


def _way(below: Sequence[Below], offset: int) -> Iterator[str]:
    """The numbers of the clauses from below a place down to the one that has the offset."""
    for child in below:
        if child.start <= offset < child.end:
            if child.num:
                yield child.num
            yield from _way(child.below, offset)
            return


def _window(text: str, place: Place, first: tuple[int, int]) -> str:
    """The words of a place around the first time that it has those looked for."""
    start = max(place.start, first[0] - _SHOWN // 3)
    end = min(place.end, start + _SHOWN)
    words_ = text[start:end]
    if start > place.start and " " in words_:
        words_ = "… " + words_.partition(" ")[2]
    if end < place.end and " " in words_:
        words_ = words_.rpartition(" ")[0] + " …"
    return flat(words_)
