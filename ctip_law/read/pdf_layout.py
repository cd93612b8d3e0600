"""The band model of PDF pages: which words make a line, and whether the line is body, margin, head, foot or a note.

pdfium gives characters in drawing order, with place and size. `page_lines` makes runs of them, finds the columns and
the margin of the page, and orders the lines; `mark_frames` finds running heads and page numbers over all pages.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ctip_law.read.pdf_columns import columns_of
from ctip_law.read.pdf_runs import Band, Run, Word, body_band, runs_of


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
    #: footnote marks left out
    marks: int = 0


def page_lines(
    words: Iterable[Word], page: int, width: float, fallback: Band | None
) -> tuple[list[PageLine], Band | None]:
    """The lines of one page in reading order, margin notes before the line that they stand beside."""
    runs = runs_of(words)
    band = _band(runs, body_band(runs, width), fallback)
    if band is None:
        return sorted(_merge(runs, page, 0), key=lambda line: -line.y), None
    slack = 3.0
    margin = [run for run in runs if run.x0 >= band.right + slack or run.x1 <= band.left - slack]
    if sum(run.letters for run in margin) > 0.3 * sum(run.letters for run in runs):
        margin = []
    aside = {id(run) for run in margin}
    inner = [run for run in runs if id(run) not in aside]
    columns = columns_of(inner, band)
    gutter = (columns[0].right + columns[-1].left) / 2 if len(columns) > 1 else 0.0
    lines = _ordered(inner, page, gutter)
    for line in lines:
        _place(line, band)
        line.right = max(other.x1 for other in lines if other.column == line.column) if line.column else band.right
    return _with_margin(lines, _margin_notes(margin, page)), replace(band, gutter=gutter)


def _band(runs: list[Run], own: Band | None, before: Band | None) -> Band | None:
    """The body of a page: as its own wide runs show it, or that of the page before, where that had two columns whose
    gutter this page's lines leave free too."""
    if own is None or before is None or not before.gutter:
        return own or before
    x = before.gutter
    crossing = sum(run.letters for run in runs if run.x0 < x - 1 and run.x1 > x + 1)
    both = any(run.x1 <= x for run in runs) and any(run.x0 >= x for run in runs)
    return before if both and crossing * 10 < sum(run.letters for run in runs) else own


def _ordered(runs: list[Run], page: int, middle: float) -> list[PageLine]:
    """Lines from top to bottom; within a stretch of two columns that meet at `middle`, the left column first."""
    if not middle:
        return sorted(_merge(runs, page, 0), key=lambda line: -line.y)
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
        if home is not None and _on_one_line(home, run):
            home.append(run)
        else:
            lines.append([run])
    return [_line(parts, page, column) for parts in lines]


def _on_one_line(home: list[Run], run: Run) -> bool:
    """On one baseline, or one of them smaller and raised or lowered by less than half a line: marks, fractions."""
    drop = home[0].y - run.y
    if abs(drop) <= 0.5 * min(max(other.size for other in home), run.size):
        return True
    small, large = sorted((home[0].size, run.size))
    return small < 0.8 * large and 0 < drop < 0.5 * large


def _line(parts: list[Run], page: int, column: int) -> PageLine:
    parts.sort(key=lambda run: run.x0)
    words = [word for run in parts for word in run.words]
    if sum(_is_rtl(word.text) for word in words) * 2 > len(words):
        parts.sort(key=lambda run: -run.x1)
        words = [word for run in parts for word in run.words]
    kept, marks = _without_marks(words)
    text = " ".join(word.text for word in kept if word.text)
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
        marks=marks,
    )


_MARKS = frozenset("*†‡")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def _without_marks(words: list[Word]) -> tuple[list[Word], int]:
    """The words without small raised numbers behind a word, which are footnote marks, and how many these were.

    Behind a number they are its own: article 14¹. A line may begin with one: that is the note."""
    size = max(word.size for word in words)
    base = max(words, key=lambda word: (word.size, len(word.text))).y
    kept: list[Word] = []
    marks = 0
    for word in words:
        small = word.size < 0.8 * size and word.y > base + 0.15 * size
        if not (small and kept and (word.text.isdecimal() or word.text in _MARKS)):
            kept.append(word)
        elif kept[-1].text[-1:].isdecimal() and word.x0 - kept[-1].x1 < 0.5 * size:
            kept[-1] = replace(kept[-1], text=kept[-1].text + word.text.translate(_RAISED), x1=word.x1)
        else:
            marks += 1
    return kept, marks


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
                elif (len(pages) > 2 and seen[key] >= (numbered if "#" in key else need)) or (
                    len(pages) == seen[key] == 2 and _set_off(line, lines)
                ):
                    line.band = "running head"
                else:
                    break
        for line in lines:  # a number in the corner of the page stands outside the body's edges
            if line.band == "margin" and _PAGE_NUMBER.match(line.text) and _outermost(line, lines):
                line.band = "page number"
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


def _set_off(line: PageLine, lines: list[PageLine]) -> bool:
    """Stands at the edge of the page with more room between it and the text than the text's own lines have."""
    if not _outermost(line, lines):
        return False
    heights = sorted({other.y for other in lines if other.band == "body"}, reverse=True)
    steps = sorted(above - below for above, below in pairwise(heights))
    near = min((abs(other - line.y) for other in heights if other != line.y), default=0.0)
    return bool(steps) and near > 1.4 * steps[len(steps) // 2]


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
