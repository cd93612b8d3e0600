"""What the second reader sees of a law: pieces of its sections, and the features of each.

A piece is an item of a section, or as many sentences of a long one as make some eighty words, read with the chapeau
before it, the wrap-up after it and the heading above it:

    9. Care                                   heading
    (1) The Agency shall give each victim -   chapeau
        (a) a safe place to sleep;            the piece

The heading counts for every piece of its section, and so twice in the one that it opens.

Its features are of three kinds, a letter before each: `w` a stem, digits as 0; `g` a run of three to five letters of a
word with its ends marked; `c` a concept of the lexicon whose words stand in the piece, `C` one that stands only in what
it is read with. Concepts have the same names in every language, so that clauses of one language teach another.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from ctip_law.clauses.reading import Hits, Span
from ctip_law.clauses.units import Body, Unit

CONCEPTS = "cC"  # kinds of feature that are the same in all languages
_FULL = 80  # words from which a piece ends with its sentence
_LONG = 120  # words of a sentence that is cut ...
_STEP = 70  # ... into pieces that begin so many words apart
_CONTEXT = 50  # last words of a chapeau or wrap-up that are read with a piece
_GRAMS = (3, 4, 5)
_DIGIT = re.compile(r"\d")

#: first word of a hit to the word after its last and its concept, for each hit that begins there
Placed = dict[int, list[tuple[int, str]]]


@dataclass(frozen=True, slots=True)
class Piece:
    """Words read at once: `section` is the index of its section, `ranges` its own words and then its context."""

    section: int
    ranges: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Seen:
    """What is seen of a piece: its words as lower-case form and stem, and the features of its concepts, each once."""

    words: tuple[tuple[str, str], ...]
    concepts: tuple[str, ...]


def pieces_of(body: Body) -> list[Piece]:
    """All pieces of a law, section by section: its items, then what stands before and after them. Linear in length."""
    return [piece for unit in body.units["item"] for piece in _pieces(body, unit)]


def by_word(hits: Hits) -> Placed:
    """The hits of all concepts by their first word."""
    placed: Placed = {}
    for name, places in hits.items():
        for first, last in places:
            placed.setdefault(first, []).append((last, name))
    return placed


def seen_in(body: Body, placed: Placed, pieces: Iterable[Piece]) -> Iterator[Seen]:
    """What is seen of each piece. Linear in their words."""
    lower, stems = body.words.lower, body.words.stems
    for piece in pieces:
        slices = [slice(*words) for words in piece.ranges]
        pairs = [pair for words in slices for pair in zip(lower[words], stems[words], strict=True)]
        own, *around = (
            {name for at in range(first, last) for end, name in placed.get(at, ()) if end <= last}
            for first, last in piece.ranges
        )
        beside = set().union(*around) - own
        yield Seen(tuple(pairs), (*(f"C{name}" for name in sorted(beside)), *(f"c{name}" for name in sorted(own))))


@lru_cache(maxsize=65536)
def word_features(lower: str, stem: str) -> tuple[str, ...]:
    """The features of one word: its stem, and its runs of letters."""
    marked = f"<{lower if lower.isalpha() else _DIGIT.sub('0', lower)}>"
    grams = ["g" + marked[i : i + size] for size in _GRAMS for i in range(len(marked) - size + 1)]
    return (f"w{stem if stem.isalpha() else _DIGIT.sub('0', stem)}", *grams)


def _pieces(body: Body, unit: Unit) -> Iterator[Piece]:
    section = body.at["section"][unit.start]
    if section < 0:
        return
    heading = body.sections[section].heading_range
    context = [(max(first, last - _CONTEXT), last) for first, last in unit.ranges[1:]]
    for own in _cut(body, unit.start, unit.end):
        yield Piece(section, (own, *context, heading))


def _cut(body: Body, first: int, last: int) -> Iterator[Span]:
    """The own words of a unit's pieces: sentences put together up to `_FULL` words, a very long one cut."""
    at = body.at["sentence"]
    start = end = first
    for stop in (*(i for i in range(first + 1, last) if at[i] != at[i - 1]), last):
        if stop - start > _FULL and end > start:
            yield start, end
            start = end
        end = stop
    while last - start > _LONG:
        yield start, start + _FULL
        start += _STEP
    if start < last:
        yield start, last
