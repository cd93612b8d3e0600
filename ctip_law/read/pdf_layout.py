"""The band model of PDF pages: which words make a line, and whether the line is body, margin, head, foot or a note.

pdfium gives characters in drawing order, with place and size. `page_lines` makes runs of them, finds the columns and
the margin of the page, and orders the lines; `mark_frames` finds running heads and page numbers over all pages.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise


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
class PageLine:
    """One line of a page. `band`: "body", "margin", "running head", "page number" or "note"."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    page: int
    bold: bool = False
    band: str = "body"
    column: int = 0
    gap: bool = False
    center: bool = False
    indent: int = 0
    #: right edge of the column, and the width of the line's first word: would it have fitted on the line above?
    right: float = 0.0
    lead: float = 0.0


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
    def letters(self) -> int:
        return sum(len(word.text) for word in self.words)


@dataclass(frozen=True, slots=True)
class Band:
    """A column of the body, or the body itself: left and right edge in points."""

    left: float
    right: float


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


def columns_of(runs: Sequence[Run], band: Band) -> tuple[Band, ...]:
    """Two columns where a gutter goes down the middle and both sides are full; otherwise the band itself."""
    inside = [run for run in runs if run.x1 > band.left and run.x0 < band.right]
    letters = sum(run.letters for run in inside)
    width = band.right - band.left
    if letters < 400 or width <= 0:
        return (band,)
    best: tuple[float, float] | None = None
    for step in range(36, 65):
        x = band.left + width * step / 100
        crossing = sum(run.letters for run in inside if run.x0 < x - 1 and run.x1 > x + 1)
        if best is None or crossing < best[0]:
            best = (crossing, x)
    if best is None or best[0] > 0.12 * letters:
        return (band,)
    x = best[1]
    left = [run for run in inside if run.x1 <= x + 1]
    right = [run for run in inside if run.x0 >= x - 1]
    full = all(sum(run.letters for run in side) > 0.25 * letters and len(side) >= 8 for side in (left, right))
    filled = all(sum(run.x1 - run.x0 > 0.3 * width for run in side) * 2 >= len(side) for side in (left, right))
    if not (full and filled):
        return (band,)
    return (Band(band.left, max(run.x1 for run in left)), Band(min(run.x0 for run in right), band.right))


def page_lines(
    words: Iterable[Word], page: int, width: float, fallback: Band | None
) -> tuple[list[PageLine], Band | None]:
    """The lines of one page in reading order, margin notes before the line that they stand beside."""
    runs = runs_of(words)
    band = body_band(runs, width) or fallback
    if band is None:
        return sorted(_merge(runs, page, 0), key=lambda line: -line.y), None
    slack = 3.0
    margin = [run for run in runs if run.x0 >= band.right + slack or run.x1 <= band.left - slack]
    if sum(run.letters for run in margin) > 0.3 * sum(run.letters for run in runs):
        margin = []
    aside = {id(run) for run in margin}
    inner = [run for run in runs if id(run) not in aside]
    lines = _ordered(inner, page, band)
    for line in lines:
        _place(line, band)
        line.right = max(other.x1 for other in lines if other.column == line.column) if line.column else band.right
    return _with_margin(lines, _margin_notes(margin, page)), band


def _ordered(runs: list[Run], page: int, band: Band) -> list[PageLine]:
    """Lines from top to bottom; within a stretch of two columns, the left column first."""
    columns = columns_of(runs, band)
    if len(columns) == 1:
        return sorted(_merge(runs, page, 0), key=lambda line: -line.y)
    middle = (columns[0].right + columns[1].left) / 2
    across = _merge([run for run in runs if run.x0 < middle - 2 and run.x1 > middle + 2], page, 0)
    sides = [
        _merge([run for run in runs if run.x1 <= middle + 2], page, 1),
        _merge([run for run in runs if run.x0 >= middle - 2 and run.x1 > middle + 2], page, 2),
    ]
    result: list[PageLine] = []
    for limit in [*sorted((line.y for line in across), reverse=True), float("-inf")]:
        for side in sides:
            result += sorted((line for line in side if line.y > limit), key=lambda line: -line.y)
            side[:] = [line for line in side if line.y <= limit]
        result += [line for line in across if line.y == limit]
    return result


def _merge(runs: list[Run], page: int, column: int) -> list[PageLine]:
    """Runs on one baseline become one line, from left to right (in drawing order for right-to-left scripts)."""
    lines: list[list[Run]] = []
    for run in sorted(runs, key=lambda run: (-run.y, run.x0)):
        home = lines[-1] if lines else None
        if (home is not None and abs(home[0].y - run.y) <= 0.5 * min(max(r.size for r in home), run.size)) or (
            home is not None and run.size < 0.8 * home[0].size and 0 < home[0].y - run.y < 0.5 * home[0].size
        ):
            home.append(run)
        else:
            lines.append([run])
    return [_line(parts, page, column) for parts in lines]


def _line(parts: list[Run], page: int, column: int) -> PageLine:
    parts.sort(key=lambda run: run.x0)
    words = [word for run in parts for word in run.words]
    if sum(_is_rtl(word.text) for word in words) * 2 > len(words):
        parts.sort(key=lambda run: -run.x1)
        words = [word for run in parts for word in run.words]
    text = " ".join(word.text for word in words if word.text)
    letters = max(1, sum(len(word.text) for word in words))
    return PageLine(
        text=text,
        x0=min(word.x0 for word in words),
        x1=max(word.x1 for word in words),
        y=max(parts, key=lambda run: run.letters).y,
        size=max((word.size for word in words if len(word.text) > 1), default=words[0].size),
        page=page,
        bold=sum(len(word.text) for word in words if word.bold) * 2 > letters,
        column=column,
        lead=words[0].x1 - words[0].x0,
    )


def _is_rtl(text: str) -> bool:
    return any("\u0590" <= char <= "\u08ff" for char in text)


def _place(line: PageLine, band: Band) -> None:
    """Indent in characters, and whether the line stands in the middle of its band."""
    width = band.right - band.left
    left, right = line.x0 - band.left, band.right - line.x1
    line.indent = max(0, round(left / max(1.0, 0.5 * line.size))) if line.column < 2 else 0
    line.center = not line.column and left > 0.08 * width and abs(left - right) < 0.06 * width


def _margin_notes(runs: list[Run], page: int) -> list[PageLine]:
    """Lines of the margin joined to notes: those close under one another, at the same left edge or nearly so."""
    notes: list[PageLine] = []
    bottoms: list[float] = []
    for line in sorted(_merge(runs, page, 0), key=lambda line: -line.y):
        near = (
            notes and bottoms and bottoms[-1] - line.y < 2.1 * line.size and abs(line.x0 - notes[-1].x0) < 3 * line.size
        )
        if near:
            last = notes[-1]
            joined = last.text[:-1] if last.text.endswith("-") and line.text[:1].islower() else f"{last.text} "
            last.text, last.x1 = joined + line.text, max(last.x1, line.x1)
            bottoms[-1] = line.y
        else:
            line.band = "margin"
            notes.append(line)
            bottoms.append(line.y)
    return notes


def _with_margin(lines: list[PageLine], notes: list[PageLine]) -> list[PageLine]:
    """Each note before the first body line that is not above it."""
    result = list(lines)
    for note in notes:
        beside = [
            place for place, line in enumerate(result) if line.band == "body" and line.y <= note.y + 0.6 * note.size
        ]
        result.insert(beside[0] if beside else len(result), note)
    return result


# -- what repeats from page to page ----------------------------------------------------------------------------

_PAGE_NUMBER = re.compile(
    r"[-–—\s|\[(]*(?:page|pg\.?|p\.|halaman|seite|página|trang)?\s*(?:[\d\u0660-\u0669\u0e50-\u0e59]{1,4}|[ivxlc]{1,7})"
    r"(?:\s*(?:of|/|de|von|dari)\s*\d{1,4})?[-–—\s|\])]*\Z",
    re.I,
)
_DIGITS = re.compile(r"\d+")
#: Lines at the top and at the bottom of a page that may be a frame.
EDGE = 3


def mark_frames(pages: Sequence[list[PageLine]]) -> None:
    """Marks running heads, page numbers and catchwords ("Tindak ..." at the foot, repeated on the next page)."""
    offset = _offset(pages)
    seen: Counter[str] = Counter()
    for lines in pages:
        seen.update({_key(line, offset) for line in _edges(lines)})
    need = max(2, round(0.28 * len(pages)))  # left and right pages may differ
    numbered = max(3, round(0.35 * len(pages)))  # some articles may begin on the page that has their number
    for lines in pages:
        body = sorted((line for line in lines if line.band == "body"), key=lambda line: -line.y)
        for edge in (body[:EDGE], list(reversed(body[EDGE:][-EDGE:]))):
            for line in edge:  # from the edge of the page inwards, as long as it goes on
                key = _key(line, offset)
                if _PAGE_NUMBER.match(line.text) and _outermost(line, lines):
                    line.band = "page number"
                elif len(pages) > 2 and seen[key] >= (numbered if "#" in key else need):
                    line.band = "running head"
                else:
                    break
    for lines, following in pairwise(pages):
        _catchword(lines, following)


def _offset(pages: Sequence[list[PageLine]]) -> int:
    """What the printed page number is more than the page's place in the file, by the most pages."""
    votes: Counter[int] = Counter()
    for lines in pages:
        votes.update({int(number[:6]) - line.page for line in _edges(lines) for number in _DIGITS.findall(line.text)})
    return votes.most_common(1)[0][0] if votes else 0


def _key(line: PageLine, offset: int) -> str:
    """The words without the number of their page, and where they stand. Other numbers count: "Article 7" at the top
    of one page and "Article 9" at the top of another are no running head."""
    words = _DIGITS.sub(lambda match: "#" if int(match.group()[:6]) == line.page + offset else match.group(), line.text)
    return f"{words.casefold()}@{round(line.y / 12)}"


def _edges(lines: list[PageLine]) -> list[PageLine]:
    body = sorted((line for line in lines if line.band == "body"), key=lambda line: -line.y)
    return [*body[:EDGE], *body[EDGE:][-EDGE:]]


def _outermost(line: PageLine, lines: list[PageLine]) -> bool:
    others = [other.y for other in lines if other is not line and other.band in ("body", "note")]
    return not others or line.y > max(others) - 1 or line.y < min(others) + 1


def _catchword(lines: list[PageLine], following: list[PageLine]) -> None:
    body = [line for line in lines if line.band == "body"]
    ahead = [line for line in following if line.band == "body"]
    if not body or not ahead:
        return
    last = body[-1]
    words = re.sub(r"[.…\s]+\Z", "", last.text)
    if words != last.text.rstrip() and len(words) < 60 and re.search(r"(\.\s?\.\s?\.|…)\s*\Z", last.text):
        start = " ".join(line.text for line in ahead[:3])
        if _bare(start).startswith(_bare(words)) or len(words) < 25:
            last.band = "running head"


def _bare(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()


def mark_notes(pages: Sequence[list[PageLine]]) -> None:
    """Footnotes: smaller print at the foot of a page, from a line that begins with a mark."""
    sizes: Counter[float] = Counter()
    for lines in pages:
        for line in lines:
            if line.band == "body":
                sizes[round(line.size * 2) / 2] += len(line.text)
    if not sizes:
        return
    usual = sizes.most_common(1)[0][0]
    for lines in pages:
        body = [line for line in lines if line.band == "body"]
        tail: list[PageLine] = []
        for line in reversed(body):
            if line.size > 0.87 * usual:
                break
            tail.append(line)
        tail.reverse()
        if tail and len(tail) < len(body) and re.match(r"[\d*†‡¹²³⁴-⁹(\[]", tail[0].text):
            for line in tail:
                line.band = "note"


def mark_gaps(pages: Sequence[list[PageLine]]) -> None:
    """A wide space above a line is an empty line of the text."""
    for lines in pages:
        body = [line for line in lines if line.band == "body"]
        steps = sorted(a.y - b.y for a, b in pairwise(body) if 2 < a.y - b.y < 60 and a.column == b.column)
        usual = steps[len(steps) // 3] if steps else 0.0
        for above, line in pairwise(body):
            if usual and line.column == above.column and above.y - line.y > 1.45 * usual:
                line.gap = True
