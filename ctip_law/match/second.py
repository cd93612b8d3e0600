"""The second reader: where to look for what no rule found, and which findings to doubt. It finds nothing alone.

Rules know the words that somebody listed. The second reader has learnt from labelled sections and clauses which words
go with an element (`match.heads`), and so comes near in words that nobody listed. It hardly sees denials, ages and
amounts: what it points to is for a reader to judge, and makes a verdict of "gap" unclear at most, unless a rule came
near in the same place (`assess.seconded`). How much the sections
of a finding read like its element is one of the facts by which it is believed (`knowledge.belief`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from ctip_law.clauses.units import Section
from ctip_law.match import Reading
from ctip_law.match.heads import Heads, Numbers
from ctip_law.match.pieces import Piece, Placed, by_word, pieces_of, seen_in

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from ctip_law.match.heads import Row

FLOOR = -4.0  # score below which a section is not worth a look
_WORDS = 3  # words told as the reason
#: Groups of ages, terms and what consent does, which it hardly sees: it names sections for them and points to none.
_UNSEEN = frozenset({"penalty", "child", "consent"})
#: What the entry of a definition tells; to the rest it is no more than a word ("vulnerability" cares for nobody).
_DEFINED = frozenset({"means", "purpose", "participation"})
#: What makes the offence: told in its definition or where it stands, and elsewhere of drugs, weapons or kidnapping.
OFFENCE = frozenset({"act", "means", "purpose", "scope"})
#: Concepts one of which a section must speak of, where its law is about something else: there medical care is for
#: workers and shelter for the homeless. On laws left out that kept 3 of 5 right pointers and dropped 5 of 6 wrong ones.
TIED = frozenset({"core.trafficking", "trafficked", "core.exploitation", "core.purpose"})


def may_point(element: str, place: str, tied: bool) -> bool:
    """Whether an element can be pointed to at all in a place ("definition", "core" for the trafficking offence, or "").

    `tied`: whether the section speaks of trafficking or exploitation, or stands in a law that is about it.
    """
    group = element.partition(".")[0]
    if group in _UNSEEN or not tied:
        return False
    return group in _DEFINED if place == "definition" else group not in OFFENCE or place == "core"


def place_of(reading: Reading, piece: Piece) -> str:
    """What the place of a piece is for, as `may_point` asks."""
    ends = (piece.ranges[0][0], piece.ranges[0][1] - 1)
    return next((role for role in ("definition", "core") if any(reading.roles.has(role, at) for at in ends)), "")


@dataclass(frozen=True, slots=True)
class Pointer:
    """A section that may provide an element: the score of its best piece, which of the law's pieces that is, and
    the characters of its own words.
    """

    score: float
    section: Section
    piece: int
    quoted: tuple[int, int]


class SecondReader:
    """The pieces of one law and what the heads of its language make of them; read when first asked."""

    def __init__(self, reading: Reading, heads: Heads) -> None:
        self.reading = reading
        self.heads = heads
        self._column = {element: i for i, element in enumerate(heads.elements)}
        self._ranked: dict[str, list[Pointer]] = {}
        self._told: dict[tuple[str, int], tuple[str, ...]] = {}

    def knows(self, element: str) -> bool:
        """Whether there is a head for an element."""
        return element in self._column

    def best(self, element: str, top: int) -> list[Pointer]:
        """The sections that most likely provide an element, best first; ties in the order of the pieces."""
        if element not in self._ranked:
            self._ranked[element] = self._rank(element)
        return self._ranked[element][:top]

    def _rank(self, element: str) -> list[Pointer]:
        """The sections from the floor on, each by its best piece."""
        if element not in self._column or not self._pieces:
            return []
        scores = self._scores[:, self._column[element]].tolist()
        seen: dict[int, int] = {}
        for at in sorted((i for i, score in enumerate(scores) if score >= FLOOR), key=lambda i: -scores[i]):
            seen.setdefault(self._pieces[at].section, at)
        sections = self.reading.body.sections
        return [Pointer(scores[at], sections[number], at, self._span(at)) for number, at in seen.items()]

    def points_to(self, element: str, least: float | None = None) -> Pointer | None:
        """The section that reads so much like the element that silence would say too much; None where there is none.

        `least`: the score asked for, that of the heads where none is given.
        """
        found = next(iter(self.best(element, 1)), None)
        if found is None or found.score < (self.heads.threshold if least is None else least):
            return None
        piece = self._pieces[found.piece]
        return found if may_point(element, place_of(self.reading, piece), self._tied(piece.section)) else None

    def _tied(self, section: int) -> bool:
        """Whether a section speaks of trafficking or exploitation, or stands in a law that is about it."""
        at = self.reading.body.at["section"]
        spoken = (at[word] for name in TIED for word, _ in self.reading.hits.get(name, ()))
        return self.reading.ties.about != "" or section in spoken

    def support(self, element: str, places: Iterable[int]) -> float | None:
        """How much the sections of some places (characters) read like an element: the score of their best piece.

        None where there is no head for it, or no place stands in a section.
        """
        if element not in self._column:
            return None
        body = self.reading.body
        sections = {body.at["section"][body.word_at(at)] for at in places}
        pairs = zip(self._scores[:, self._column[element]].tolist(), self._pieces, strict=True)
        return max((score for score, piece in pairs if piece.section in sections), default=None)

    def reasons(self, element: str, found: Pointer) -> tuple[str, ...]:
        """The words of a piece that speak most for the element, as they stand in the law, in its order."""
        key = (element, found.piece)
        if key not in self._told:
            self._told[key] = self._reasons(*key)
        return self._told[key]

    def _reasons(self, element: str, at: int) -> tuple[str, ...]:
        ids, values = self._rows[at]
        column = self.heads.matrix[:, self._column[element]]
        number = self.heads.vocabulary.number
        worth = dict(zip(ids.tolist(), (values * column[ids]).tolist(), strict=True))
        body, spoken = self.reading.body, set[str]()
        chosen: list[tuple[int, int]] = []
        for _, first, last in sorted(self._worths(self._pieces[at], worth, number)):
            stem = " ".join(body.words.stems[first:last])
            if stem not in spoken and all(last <= one or first >= end for one, end in chosen):
                spoken.add(stem)
                chosen.append((first, last))
            if len(chosen) == _WORDS:
                break
        return tuple(body.quote(first, last - 1)[2] for first, last in sorted(chosen))

    def _span(self, at: int) -> tuple[int, int]:
        first, last = self._pieces[at].ranges[0]
        return self.reading.body.quote(first, last - 1)[:2]

    @cached_property
    def _pieces(self) -> list[Piece]:
        return pieces_of(self.reading.body)

    @cached_property
    def _placed(self) -> Placed:
        return by_word(self.reading.hits)

    @cached_property
    def _rows(self) -> Sequence[Row]:
        seen = seen_in(self.reading.body, self._placed, self._pieces)
        return list(self.heads.vocabulary.rows(seen, self._numbers))

    @cached_property
    def _numbers(self) -> Numbers:
        return Numbers(self.heads.vocabulary.number)

    @cached_property
    def _scores(self) -> NDArray[Any]:
        return self.heads.scores(self._rows)

    def _worths(self, piece: Piece, worth: dict[int, int], number: dict[str, int]) -> Iterator[tuple[int, int, int]]:
        """What each word and each place of a concept in a piece speaks for, most first when sorted, and its words."""
        words = self.reading.body.words
        for first, last in piece.ranges:
            for at in range(first, last):
                features = self._numbers[words.lower[at], words.stems[at]]
                spans = [(sum(map(worth.__getitem__, features)), at + 1)]
                spans += [(worth.get(number.get(f"c{name}", -1), 0), end) for end, name in self._placed.get(at, ())]
                yield from ((-value, at, end) for value, end in spans if value > 0)
