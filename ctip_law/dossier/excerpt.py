"""The words of a clause on one line: whole where it is short, else the sentences that hold what was found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TypeAlias

from ctip_law.report.rows import flat

Span: TypeAlias = tuple[int, int]

#: Characters up to which a clause is quoted whole, and up to which an excerpt may grow.
WHOLE, LONGEST = 420, 640
CUT = "[...]"
_LEAST = 120  # characters of an excerpt at least, where there are more: a number or a heading alone says nothing
_BEFORE = 160  # characters of a very long sentence that stand before and after what was found in it
_SENTENCE = re.compile(r"(?<=[.;:!?。।])\s+")
#: Stand around what was found while words are put on one line; no text holds these code points.
_OPEN, _CLOSE = "\ufdd0", "\ufdd1"


def excerpt(text: str, start: int, end: int, spans: Iterable[Span]) -> tuple[str, tuple[Span, ...]]:
    """The words of `text[start:end]`, `CUT` for what is left out, and where in them the `spans` of the text stand."""
    own = [(max(a, start), min(b, end)) for a, b in spans if a < end and start < b]
    return _unmarked(_sentences(text, start, end, own))


def chapeau(intro: str) -> str:
    """The words before the items of a list; of one that is too long its last sentence, or its last words."""
    lead = flat(intro)
    if len(lead) <= WHOLE:
        return lead
    last = _SENTENCE.split(lead)[-1]
    return f"{CUT} {last if 15 < len(last) <= WHOLE else lead[-WHOLE:].partition(' ')[2]}"


def _sentences(text: str, start: int, end: int, spans: Sequence[Span]) -> str:
    if end - start <= LONGEST:
        return _marked(text, start, end, spans)
    wanted = spans or [(start, start + 1)]
    cuts = [start, *(found.end() for found in _SENTENCE.finditer(text, start, end)), end]
    keep = sorted({n for a, b in wanted for n in range(len(cuts) - 1) if cuts[n] < b and a < cuts[n + 1]})
    while keep and keep[-1] < len(cuts) - 2 and sum(cuts[n + 1] - cuts[n] for n in keep) < _LEAST:
        keep.append(keep[-1] + 1)
    parts: list[str] = [] if keep and keep[0] == 0 else [CUT]
    last, length = -1, 0
    for n in keep:
        piece = _around(text, cuts[n], cuts[n + 1], spans)
        if length and length + len(piece) > LONGEST:
            break
        parts += [CUT] * (last >= 0 and n > last + 1) + [piece]
        last, length = n, length + len(piece)
    return " ".join([*parts, *([CUT] if last < len(cuts) - 2 else [])]).replace(f"{CUT} {CUT}", CUT)


def _around(text: str, start: int, end: int, spans: Sequence[Span]) -> str:
    """A sentence; of one that is long itself, the words around what was found."""
    if end - start <= LONGEST:
        return _marked(text, start, end, spans)
    own = [(a, b) for a, b in spans if a < end and start < b] or [(start, start + 1)]
    first, last = max(start, min(a for a, _ in own)), max(b for _, b in own)
    low, high = max(start, first - _BEFORE), min(end, max(last, first) + _BEFORE, first + LONGEST)
    low = start if low == start else text.index(" ", low) + 1 if " " in text[low:first] else low
    high = end if high == end else low + len(text[low:high].rsplit(" ", 1)[0])
    words = _marked(text, low, high, spans)
    return " ".join(filter(None, (CUT if low > start else "", words, CUT if high < end else "")))


def _marked(text: str, start: int, end: int, spans: Sequence[Span]) -> str:
    """`text[start:end]` on one line, with signs around the spans that stand in it."""
    parts, at = [], start
    for a, b in sorted(spans):
        a, b = max(a, at), min(b, end)
        if a < b:
            parts += [text[at:a], _OPEN, text[a:b], _CLOSE]
            at = b
    return flat("".join([*parts, text[at:end]]))


def _unmarked(marked: str) -> tuple[str, tuple[Span, ...]]:
    """The words without the signs, and where the signs stood."""
    words, found, opened = "", [], 0
    for piece in re.split(f"([{_OPEN}{_CLOSE}])", marked):
        if piece == _OPEN:
            opened = len(words)
        elif piece == _CLOSE:
            found.append((opened, len(words)))
        else:
            words += piece
    return words, tuple((a, b) for a, b in found if a < b)
