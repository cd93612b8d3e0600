"""Nests the lines of one article by their printed markers, for formats whose markup ends at the article.

    1. The court may -          article's paragraph 1
    a) fine; or                   its item a)
    b) admonish.                  its item b)

A kind of marker that is open already goes on at its own level; a new kind opens a deeper one. "(i)" after "(h)" is the
letter, otherwise the Roman number. Words in quotation marks that run over several lines are quoted amendment text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from ctip_law.read.sheet import Sheet

_HAN = "一二三四五六七八九十百"
#: In order: the first that fits. Name of the kind, and what the line begins with.
MARKERS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("han", re.compile(rf"[{_HAN}]+、")),
    ("(han)", re.compile(rf"[（(][{_HAN}]+[)）]")),
    ("(1)", re.compile(r"[(（]\d{1,3}[A-Za-z]{0,2}[)）]")),
    ("1)", re.compile(r"\d{1,3}[a-z]?\)")),
    ("1º", re.compile(r"\d{1,3}[.]?[ºª°](?:\)|\.-?|-)?(?=\s)")),
    ("1.", re.compile(r"\d{1,3}[.．](?:-|–)?(?!\d)")),
    ("(i)", re.compile(r"\([ivxl]{1,6}\)")),
    ("(a)", re.compile(r"\([a-zñ]{1,2}\)")),
    ("(A)", re.compile(r"\([A-Z]{1,2}\)")),
    ("i)", re.compile(r"[ivxl]{1,6}\)(?=\s)")),
    ("a)", re.compile(r"[a-zñ]{1,2}\)(?=\s)")),
    ("A)", re.compile(r"[A-Z]\)(?=\s)")),
    ("a.", re.compile(r"[a-z]\.(?=\s)")),
    ("-", re.compile(r"[–—-](?=\s)")),
)
#: All of them at once; which one fitted is the number of its group.
_MARKER = re.compile("|".join(f"({pattern.pattern})" for _, pattern in MARKERS))
_ROMAN = {"(i)": "(a)", "i)": "a)"}


class Nest:
    """Writes the lines of one unit, open at `depth`, to `sheet`. `kinds` are those of the levels below it."""

    def __init__(self, sheet: Sheet, depth: int, kinds: tuple[str, ...] = ("paragraph", "item")) -> None:
        self.sheet, self.depth, self.kinds = sheet, depth, kinds
        self.open: list[tuple[str, str]] = []
        self.quoted = 0
        self.straight = False

    def lines(self, lines: Iterable[str]) -> None:
        for line in lines:
            if line := line.strip():
                self.line(line)

    def line(self, line: str) -> None:
        if self.quoted > 0 or self.straight or self._opens_quote(line):
            self._balance(line)
            self.sheet.quote(line, self.depth + len(self.open))
            return
        kind, marker = self.marker(line)
        if not kind:
            self.open.clear()
            self.sheet.text(line, self.depth)
            return
        self._step(kind, marker)
        place = self.depth + len(self.open)
        self.sheet.open(self.kinds[min(len(self.open), len(self.kinds)) - 1], place, num=marker)
        rest = line[len(marker) :].strip()
        if not rest:
            self.sheet.close_head()
        elif self.marker(rest)[0] not in ("", "-", "1."):
            self.line(rest)
        elif self._opens_quote(rest):
            self.sheet.close_head()
            self.line(rest)
        else:
            self._balance(rest)
            self.sheet.text(rest, place)
            self.quoted, self.straight = 0, False

    def marker(self, line: str) -> tuple[str, str]:
        """The kind and the words of the marker that `line` begins with; two empty strings if there is none."""
        match = _MARKER.match(line)
        if match is None:
            return "", ""
        kind, words = MARKERS[(match.lastindex or 1) - 1][0], match.group()
        if kind in _ROMAN and self._follows(_ROMAN[kind], words):
            return _ROMAN[kind], words
        return kind, words

    def _follows(self, kind: str, words: str) -> bool:
        """Whether `words` is the letter after the last one of the open list of letters."""
        last = next((label for name, label in self.open if name == kind), "")
        bare, before = words.strip("()"), last.strip("()")
        return len(bare) == 1 and len(before) == 1 and ord(bare) == ord(before) + 1

    def _step(self, kind: str, marker: str) -> None:
        names = [name for name, _ in self.open]
        if kind in names:
            del self.open[names.index(kind) :]
        self.open.append((kind, marker))

    def _opens_quote(self, line: str) -> bool:
        return (line[0] == "“" and line.count("“") > line.count("”")) or (line[0] == '"' and line.count('"') % 2 == 1)

    def _balance(self, line: str) -> None:
        self.quoted = max(0, self.quoted + line.count("“") - line.count("”"))
        if line.count('"') % 2:
            self.straight = not self.straight
