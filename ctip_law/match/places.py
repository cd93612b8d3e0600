"""Hits between two words of a law, and how many different ones they are."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from ctip_law.clauses.terms import Hit
from ctip_law.clauses.units import Body


def within(hits: Iterable[Hit], start: int, end: int) -> list[Hit]:
    """The hits (sorted) that start between two words."""
    places = hits if isinstance(hits, list) else list(hits)
    first = bisect_left(places, (start, 0))
    return places[first : bisect_left(places, (end, 0))]


def distinct(body: Body, hits: list[Hit]) -> int:
    """How many different terms the hits are."""
    return len({tuple(body.words.stems[start:end]) for start, end in hits})
