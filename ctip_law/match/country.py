"""The law's own country, by the name that the law gives it: what the lexicon says of "the country" holds for it.

    This Act applies to conduct in Montrosa ...            as if "in the country"
    A citizen of Montrosa who does in any other land ...   as if "a citizen of the country"

The name is read from the law itself: it stands behind words that hardly any other name has ("outside", "citizen of").
No list of countries is asked, so that a province and a country that nobody has heard of are read alike.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from ctip_law.clauses.reading import Hits
from ctip_law.clauses.terms import GAP, TermMatcher
from ctip_law.clauses.tokens import Words, words
from ctip_law.clauses.units import Body
from ctip_law.languages.country import Country, country

_SURE = 3  # what a sure place counts for, beside one that is likely
_ENOUGH = 5
_DIFFERENT = 2  # sure places, told apart by the words before the name
_NEAR = 12  # words on either side of the name that are read again
_STEM = 4  # letters that an adjective shares with the name, at least
_APART = "\u241f"  # a word that no wording has, between stretches of text that do not touch


class Back(NamedTuple):
    """Of a word that is read again the words of the law that it stands for, from the first to the one after the last,
    and whether these are the name of the country."""

    first: int
    last: int
    country: bool


def with_own_country(body: Body, hits: Hits, terms: TermMatcher) -> Hits:
    """The hits with those of wordings that speak of the country where the law has its name. Linear in the length."""
    how = country(body.law.language)
    name = own_name(body.law.text, how) if how else ()
    if not how or not name:
        return hits
    said, back = _said_again(body.words, name, how, body.law.language)
    more: dict[str, set[tuple[int, int]]] = {}
    for concept, places in terms.find(said).items():
        for first, last in places:
            if any(back[at].country for at in range(first, last)):
                more.setdefault(concept, set()).add((back[first].first, back[last - 1].last))
    kept = body.apart({concept: sorted(places) for concept, places in more.items()})
    return {**hits, **{concept: sorted({*hits.get(concept, []), *places}) for concept, places in kept.items()}}


def own_name(text: str, how: Country) -> tuple[str, ...]:
    """The words, in lower case, of the name that a law gives its country; none where no name is plainly one."""
    count: Counter[str] = Counter()
    sure: dict[str, set[str]] = {}
    for pattern, worth in ((how.sure, _SURE), (how.likely, 1)):
        for found in pattern.finditer(text):
            name = " ".join(found["name"].split())
            ends = name.split()
            if {ends[0], ends[-1]} & how.never or name in how.never:
                continue
            count[name] += worth
            if worth == _SURE:
                sure.setdefault(name, set()).add(text[found.start() : found.start("name")].casefold())
    best = max(sorted(sure), key=lambda name: (count[name], len(sure[name])), default="")
    if not best or count[best] < _ENOUGH or len(sure[best]) < _DIFFERENT:
        return ()
    return tuple(best.casefold().split())


def _said_again(text: Words, name: tuple[str, ...], how: Country, language: str) -> tuple[Words, list[Back]]:
    """The words around each place of the name, with those that the lexicon has for it, and whence each of them is."""
    lower: list[str] = []
    stems: list[str] = []
    back: list[Back] = []
    done = 0
    for first, last, become in [*_places(text.lower, name, how), (len(text.lower) + 2 * _NEAR, 0, "")]:
        if first - done > 2 * _NEAR or not back:
            _copy(text, done, min(done + _NEAR, len(text.lower)) if back else done, lower, stems, back)
            lower += [_APART] * (GAP + 2)
            stems += [_APART] * (GAP + 2)
            back += [Back(done, done, False)] * (GAP + 2)
            done = max(done, first - _NEAR)
        _copy(text, done, min(first, len(text.lower)), lower, stems, back)
        instead = words(become, language)
        lower += instead.lower
        stems += instead.stems
        back += [Back(first, last, True)] * len(instead.lower)
        done = last
    return Words(lower, stems, [0] * len(lower), [0] * len(lower)), back


def _copy(text: Words, first: int, last: int, lower: list[str], stems: list[str], back: list[Back]) -> None:
    lower += text.lower[first:last]
    stems += text.stems[first:last]
    back += [Back(at, at + 1, False) for at in range(first, last)]


def _places(lower: list[str], name: tuple[str, ...], how: Country) -> Iterator[tuple[int, int, str]]:
    """Where the name stands, or its adjective, and what is said there instead."""
    long = max(name, key=len)
    stem = _plain(long)[: max(_STEM, len(long) - 2)]
    at = 0
    while at < len(lower):
        if tuple(lower[at : at + len(name)]) == name:
            before = lower[at - 1] if at else ""
            taken = before in how.said or before in how.articles
            yield at - taken, at + len(name), how.said.get(before, how.become)
            at += len(name)
            continue
        if how.adjective and how.adjective.search(lower[at]):
            word = _plain(lower[at])
            if word.startswith(stem) and word != _plain(long):
                yield at, at + 1, how.national
        at += 1


def _plain(word: str) -> str:
    return re.sub(r"[\u0300-\u036f]", "", unicodedata.normalize("NFD", word))
