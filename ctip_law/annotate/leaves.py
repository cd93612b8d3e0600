"""The list of an amending clause taken apart: each innermost item with the words above it.

6. Section 14 of the principal Act is amended—
   (c) in subsection (1)—
       (ii) by deleting the words Q; and      ->  labels ("c", "ii"), above ("Section 14 ...—", "in subsection (1)—")
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ctip_law.annotate.drafting import Drafting
from ctip_law.annotate.quotations import FIRST, MARK, Prose, Quotation, prose
from ctip_law.annotate.tree import words_begin
from ctip_law.model import Clause
from ctip_law.structure.depth import places

_ITEM = re.compile(
    r"(?P<line>(?:^|(?<=\n))[ \t]*|(?<=[\s—–]))"
    r"(?:\(\s?(?P<a>[a-z]{1,3}|[ivxl]{1,5}|\d{1,2}[a-z]?|[A-Z]{1,2})\s?\)|(?P<b>\d{1,2})\.)(?=\s)"
)
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Leaf:
    """An innermost item: its words with blanks made one, and those of the items above it, the outermost first."""

    prose: Prose
    labels: tuple[str, ...]
    above: tuple[str, ...]
    text: str
    open: bool
    _at: tuple[int, ...]

    def source(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the law's text that `text[start:end]` was read from, quotations included."""
        while start < end - 1 and self.text[start] in " ,;.":
            start += 1
        first = self.prose.source(self._at[start])
        last = self.text[end - 1]
        if FIRST <= ord(last) <= 0xF8FF:
            return first, self.prose.quotation(last).end + 1
        return first, self.prose.source(self._at[end - 1]) + 1

    def closed(self, text: str, end: int) -> Leaf | None:
        """The same with the quotation that is never closed taken to go on to `end` of the law's text; None without."""
        if not self.open or self.prose.open < 0:
            return None
        mark = chr(FIRST + len(self.prose.quotations))
        quotation = Quotation(self.prose.open + 1, end, text[self.prose.open + 1 : end])
        whole = replace(self.prose, quotations=(*self.prose.quotations, quotation), open=-1)
        at = (*self._at, self._at[-1], self._at[-1])
        return Leaf(whole, self.labels, self.above, f"{self.text} {mark}", False, at)

    def quotation(self, mark: str | None) -> str:
        """The words of a quotation; "" for none."""
        return self.prose.quotation(mark).text.strip() if mark else ""


def leaves(text: str, section: Clause, masked: Sequence[tuple[int, int]], how: Drafting) -> Iterator[Leaf]:
    """The leaves of a section's list in order; the section itself where it has none."""
    start = words_begin(text, section)
    whole = prose(text, start, section.end, sorted([*masked, *_side_notes(text, section, start)]))
    if how["lists.following"].search(whole.text):
        above = tuple(_opening(whole, how))
        for label, piece in _unquoted(whole, how):
            yield _leaf(piece, (label,) if label else (), above, 0, len(piece.text))
        return
    yield from _listed(whole, how)


def _side_notes(text: str, section: Clause, start: int) -> Iterator[tuple[int, int]]:
    """The section's own heading where it stands again inside, as marginal notes do."""
    if len(section.heading) > 8:
        words = r"\s+".join(re.escape(word) for word in section.heading.split())
        for match in re.compile(rf"(?m)^[ \t]*-?[ \t]*{words}[ \t.]*$").finditer(text, start, section.end):
            yield match.span()


def _opening(whole: Prose, how: Drafting) -> Iterator[str]:
    """The words above the first order, where they open the list: "Several provisions of Law 10 are changed thus:"."""
    first = how["lists.line"].search(whole.text)
    words = _flat(whole.text, 0, first.start())[0] if first else ""
    if how["lists.follows"].search(words):
        yield words


def _unquoted(whole: Prose, how: Drafting) -> Iterator[tuple[str, Prose]]:
    """Without quotation marks, what follows "the following:" up to the next instruction is what is quoted."""
    starts = [(match.start(), match["num"], match.end()) for match in how["lists.line"].finditer(whole.text)]
    if not starts or starts[0][0] > 0:
        first = starts[0][0] if starts else len(whole.text)
        words = " ".join(whole.text[:first].split())  # "is" / "amended to read as follows:"
        starts.insert(0, (0, "", 0)) if how["clauses.operative"].search(words) else None
    for place, (_, label, begin) in enumerate(starts):
        end = starts[place + 1][0] if place + 1 < len(starts) else len(whole.text)
        words = whole.text[begin:end]
        match = how["lists.following"].search(words)
        origins = [whole.source(at) for at in range(begin, end)]
        if not match:
            yield label, Prose(words, whole.quotations, whole.open, tuple(origins))
            continue
        new = how["lists.history"].sub("", words[match.end() :]).strip()
        stop = match.end() + len(words[match.end() :].rstrip())
        quotation = Quotation(origins[match.end()], origins[stop - 1] + 1, _spelled(new, whole))
        kept = tuple(origins[: match.end() + 1])
        mark = chr(FIRST + len(whole.quotations))
        yield label, Prose(words[: match.end()] + mark, (*whole.quotations, quotation), -1, kept)


def _spelled(words: str, whole: Prose) -> str:
    """Quotations inside what is quoted, written out again."""
    return re.sub(MARK, lambda match: f"“{whole.quotation(match.group()).text}”", words)


def _listed(whole: Prose, how: Drafting) -> Iterator[Leaf]:
    """Cuts the prose at its items and nests them by their labels."""
    items = [match for match in _ITEM.finditer(whole.text) if _is_item(whole.text, match, how)]
    labels = [match["a"] or match["b"] for match in items]
    dressed = [(label, "(" if match["a"] else ".") for label, match in zip(labels, items, strict=True)]
    depths = [0, *(place.depth + 1 for place in places(dressed)), 0]
    begins = [0, *(match.end() for match in items)]
    ends = [*(match.start() for match in items), len(whole.text)]
    above: list[tuple[int, str, str]] = []  # (depth, label, words), the section's own words first
    for index, label in enumerate(["", *labels]):
        depth, words = depths[index], _flat(whole.text, begins[index], ends[index])[0]
        while above and above[-1][0] >= depth and not (above[-1][0] == depth and not above[-1][1]):
            above.pop()
        if depths[index + 1] > depth:
            above.append((depth, label, words))
        elif words and (index or not items):
            chain = tuple(part[1] for part in above if part[1]) + ((label,) if label else ())
            yield _leaf(whole, chain, tuple(part[2] for part in above), begins[index], ends[index])
            if how["lists.follows"].search(words):  # "(1) Article 2 is amended as follows." "(2) In paragraph (1), ..."
                above.append((depth, "", words))


def _is_item(text: str, match: re.Match[str], how: Drafting) -> bool:
    before = text[max(match.start() - 60, 0) : match.start()]
    if match["line"].strip(" \t") == "" and (
        match.start() == 0 or text[match.start() - 1] == "\n" or "\n" in match["line"]
    ):
        return not before.strip() or bool(how["lists.before"].search(before))
    return match["a"] is not None and bool(how["lists.inline"].search(before))


def _leaf(whole: Prose, labels: tuple[str, ...], above: tuple[str, ...], begin: int, end: int) -> Leaf:
    words, at = _flat(whole.text, begin, end)
    unclosed = whole.open >= 0 and end >= len(whole.text)
    return Leaf(whole, labels, above, words, unclosed, tuple(at))


def _broken(out: list[str], word: str) -> bool:
    """A word was broken at the end of its line."""
    return bool(out) and len(out[-1]) > 2 and out[-1][-1] == "-" and out[-1][-2].islower() and word[0].islower()


def _flat(text: str, start: int, end: int) -> tuple[str, list[int]]:
    """The words with single blanks, and where each character stood."""
    out: list[str] = []
    at: list[int] = []
    last = start
    for word in _WORD.finditer(text, start, end):
        if "\n" in text[last : word.start()] and _broken(out, word.group()):
            out[-1] = out[-1][:-1]  # "subdivi-" / "sion"
            del at[-1:]
        elif word.start() > last and out:
            out.append(" ")
            at.append(last)
        out.append(word.group())
        last = word.end()
        at += range(word.start(), last)
    return "".join(out), at
