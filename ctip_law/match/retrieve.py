"""BM25 over sections (Robertson and Zaragoza 2009): what to show a reader where a rule found nothing."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass, field

from ctip_law.clauses.tokens import words
from ctip_law.clauses.units import Body, Section

K1, B = 1.4, 0.7
_MIN_SCORE = 2.0


@dataclass(slots=True)
class Index:
    """Sections of one law as bags of stems, headings counted twice; `postings` is stem to (section, count)."""

    sections: list[Section]
    lengths: list[int]
    postings: dict[str, list[tuple[int, int]]]
    language: str
    _weights: dict[str, list[tuple[int, float]]] = field(default_factory=dict, repr=False, compare=False)

    def search(self, query: str, top: int = 3) -> list[tuple[float, Section]]:
        """The best sections for a query, best first; ties in the order of the law."""
        scores = [0.0] * len(self.sections)
        for stem in dict.fromkeys(words(query, self.language).stems):
            for i, weight in self._weighed(stem):
                scores[i] += weight
        ranked = sorted((i for i, score in enumerate(scores) if score > _MIN_SCORE), key=lambda i: (-scores[i], i))
        return [(round(scores[i], 2), self.sections[i]) for i in ranked[:top]]

    def _weighed(self, stem: str) -> list[tuple[int, float]]:
        """What a stem weighs in each section that has it; queries share most of theirs."""
        if stem not in self._weights:
            size, found = len(self.sections), self.postings.get(stem, ())
            average = sum(self.lengths) / size if size else 1.0
            idf = math.log(1 + (size - len(found) + 0.5) / (len(found) + 0.5))
            self._weights[stem] = [
                (i, idf * count * (K1 + 1) / (count + K1 * (1 - B + B * self.lengths[i] / average)))
                for i, count in found
            ]
        return self._weights[stem]


def index_of(body: Body) -> Index:
    """The BM25 index of a law's sections."""
    lengths: list[int] = []
    postings: dict[str, list[tuple[int, int]]] = {}
    for i, section in enumerate(body.sections):
        stems = body.words.stems[section.unit.start : section.unit.end]
        head = body.words.stems[section.heading_range[0] : section.heading_range[1]]
        bag = Counter([*stems, *head])
        lengths.append(sum(bag.values()))
        for stem, count in bag.items():
            postings.setdefault(stem, []).append((i, count))
    return Index(body.sections, lengths, postings, body.law.language)
