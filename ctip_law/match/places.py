"""Hits between two words of a law, in its title or a heading, and how many different ones they are."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping

from ctip_law.clauses.terms import Hit
from ctip_law.clauses.tokens import words
from ctip_law.clauses.units import Body
from ctip_law.model import Penalty

SERIOUS_YEARS = 4  # a serious crime has this term or a longer one, UNTOC art 2(b)
SMALL = 3  # letters of a word that tells nothing in a heading or a name: "of", "the", "les"
_OPENING = 25  # words of a law without a title that may hold it
_HEADING = 8  # words of a heading; a longer one that holds a modal verb is a sentence
_MODALS = ("modal.must", "modal.may")


def top_years(row: Penalty) -> float:
    """The longest term of a penalty in years, the least one where no other is laid down; 99 for life, 0 for none."""
    return 99.0 if row.life or row.death else (row.max_years or row.min_years or 0.0)


def within(hits: Iterable[Hit], start: int, end: int) -> list[Hit]:
    """The hits (sorted) that start between two words."""
    places = hits if isinstance(hits, list) else list(hits)
    first = bisect_left(places, (start, 0))
    return places[first : bisect_left(places, (end, 0))]


def not_within(places: list[Hit], others: list[Hit]) -> list[Hit]:
    """The hits (sorted) that lie whole in none of the others (sorted). Linear in the number of both."""
    reach, at, kept = 0, 0, []
    for first, last in places:
        while at < len(others) and others[at][0] <= first:
            reach, at = max(reach, others[at][1]), at + 1
        if last > reach:
            kept.append((first, last))
    return kept


def distinct(body: Body, hits: list[Hit]) -> int:
    """How many different terms the hits are."""
    return len({tuple(body.words.stems[start:end]) for start, end in hits})


def titled(body: Body, hits: Mapping[str, list[Hit]], concepts: Iterable[str]) -> bool:
    """Whether the title of the law holds one of the wordings met in its text; an untitled one by its opening words."""
    if not body.law.title:
        return any(within(hits.get(c, []), 0, _OPENING) for c in concepts)
    said = words(body.law.title, body.law.language).lower
    title, text = f" {' '.join(said)} ", body.words.lower
    found = {" ".join(text[a:b]) for c in concepts for a, b in hits.get(c, []) if b - a < 6}
    return any(f" {wording} " in title for wording in found)


def is_sentence(hits: Mapping[str, list[Hit]], heading: tuple[int, int]) -> bool:
    """Whether what was taken for a heading is the first sentence: "3. The Minister may by order lodge victims ..."."""
    return heading[1] - heading[0] > _HEADING and any(within(hits.get(modal, []), *heading) for modal in _MODALS)
