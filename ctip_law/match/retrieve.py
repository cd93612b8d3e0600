"""BM25 over sections (Robertson and Zaragoza 2009): what to show a reader where a rule found nothing."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ctip_law.match.tokens import words
from ctip_law.match.units import Body, Section

K1, B = 1.4, 0.7
_MIN_SCORE = 2.0


@dataclass(slots=True)
class Index:
    """Sections of one law as bags of stems, headings counted twice."""

    sections: list[Section]
    bags: list[Counter[str]]
    lengths: list[int]
    frequency: Counter[str]
    language: str
    law: str

    def search(self, query: str, top: int = 3) -> list[tuple[float, Section]]:
        """The best sections for a query, best first; ties in the order of the law."""
        if not self.sections:
            return []
        average = sum(self.lengths) / len(self.lengths) or 1.0
        scores = [0.0] * len(self.sections)
        for stem in dict.fromkeys(words(query, self.language).stems):
            seen = self.frequency.get(stem, 0)
            if not seen:
                continue
            idf = math.log(1 + (len(self.sections) - seen + 0.5) / (seen + 0.5))
            for i, bag in enumerate(self.bags):
                if count := bag.get(stem, 0):
                    scores[i] += idf * count * (K1 + 1) / (count + K1 * (1 - B + B * self.lengths[i] / average))
        ranked = sorted(range(len(scores)), key=lambda i: (-scores[i], i))
        return [(round(scores[i], 2), self.sections[i]) for i in ranked[:top] if scores[i] > _MIN_SCORE]


def index_of(body: Body) -> Index:
    """The BM25 index of a law's sections."""
    bags: list[Counter[str]] = []
    for section in body.sections:
        stems: Sequence[str] = body.words.stems[section.unit.start : section.unit.end]
        head = body.words.stems[section.heading_range[0] : section.heading_range[1]]
        bags.append(Counter([*stems, *head]))
    frequency: Counter[str] = Counter()
    for bag in bags:
        frequency.update(bag.keys())
    lengths = [sum(bag.values()) for bag in bags]
    return Index(body.sections, bags, lengths, frequency, body.law.language, body.law.id)
