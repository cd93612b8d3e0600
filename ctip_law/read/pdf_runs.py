"""Words of a PDF page and the runs they make: what is drawn one after the other on one baseline."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field


@dataclass(slots=True)
class Word:
    """A word as drawn: left and right edge, baseline (all in points), font size, and whether the font is bold."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool = False


@dataclass(slots=True)
class Run:
    """Words drawn one after the other on one baseline."""

    words: list[Word] = field(default_factory=list)

    @property
    def x0(self) -> float:
        return min(word.x0 for word in self.words)

    @property
    def x1(self) -> float:
        return max(word.x1 for word in self.words)

    @property
    def y(self) -> float:
        return max(self.words, key=lambda word: word.size).y

    @property
    def size(self) -> float:
        return max(word.size for word in self.words)

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @property
    def letters(self) -> int:
        return sum(len(word.text) for word in self.words)


@dataclass(frozen=True, slots=True)
class Band:
    """A column of the body, or the body itself: left and right edge in points.

    `gutter`: where the columns of the page met, 0 where it has one column only."""

    left: float
    right: float
    gutter: float = 0.0


#: Gaps wider than this many font sizes part two runs that stand on one baseline.
GUTTER = 1.6


def runs_of(words: Iterable[Word]) -> list[Run]:
    """Words to runs: a new one where the baseline changes, the pen goes back, or the gap is as wide as a gutter."""
    runs: list[Run] = []
    for word in words:
        if runs:
            last = runs[-1].words[-1]
            size = max(last.size, word.size, 1.0)
            same = abs(word.y - last.y) <= 0.45 * size
            if same and -0.6 * size <= word.x0 - last.x1 <= GUTTER * size:
                runs[-1].words.append(word)
                continue
        runs.append(Run([word]))
    return runs


def body_band(runs: Sequence[Run], width: float) -> Band | None:
    """The band of the wide runs; None where the page has none (a title page, a list of names)."""
    wide = [run for run in runs if run.x1 - run.x0 >= 0.35 * width and run.letters > 12]
    if sum(run.letters for run in wide) < 0.3 * sum(run.letters for run in runs):  # columns
        wide = [run for run in runs if run.x1 - run.x0 >= 0.18 * width and run.letters > 12]
    if not wide:
        return None
    left = _weighted([(run.x0, run.letters) for run in wide], 0.08)
    right = _weighted([(run.x1, run.letters) for run in wide], 0.92)
    return Band(left, right)


def _weighted(pairs: list[tuple[float, int]], share: float) -> float:
    """The value below which `share` of the weight lies."""
    pairs.sort()
    total, seen = sum(weight for _, weight in pairs) * share, 0
    for value, weight in pairs:
        seen += weight
        if seen >= total:
            return value
    return pairs[-1][0]
