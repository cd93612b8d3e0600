"""Stage 1, lines. Reads the blocks of a document; writes `Line`s, with what the layout says of each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ctip_law.model import Document
from ctip_law.structure.patterns import patterns


@dataclass(slots=True)
class Line:
    """One line of the text. `gap`: a blank line stands before it. `role` is set by the stages: "", "contents",
    "running head", "page number", "note". `quoted`: it lies in text that an amending clause quotes."""

    start: int
    end: int
    text: str
    style: frozenset[str] = field(default_factory=frozenset)
    gap: bool = False
    role: str = ""
    quoted: bool = False

    @property
    def heading_style(self) -> bool:
        """The layout sets it apart: a heading level, centred, or bold as a whole."""
        return any(style in _HEADING_STYLES for style in self.style)

    @property
    def indent(self) -> int:
        for style in self.style:
            if style.startswith("indent:"):
                return int(style[7:])
        return 0


_HEADING_STYLES = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "bold", "center"})
_ENDS = re.compile(r"[.;:!?。；：！？।|၊။։።)\]”’»\"'—–-]\s*\Z")
_CONTINUES = re.compile(r"[,，、(\[]\s*\Z|\b(?:and|or|of|the|to|in|dan|atau|y|o|de|la|et|ou|du)\s*\Z", re.I)


def make_lines(document: Document) -> list[Line]:
    """The lines of the blocks; a block of several lines ("Article 1<br>Scope") gives several."""
    lines: list[Line] = []
    text, last = document.text, 0
    for block in document.blocks:
        style = frozenset(block.style.split()) if block.style else _NONE
        gap = text.count("\n", last, block.start) > 1 or not lines
        start = block.start
        for piece in text[block.start : block.end].split("\n"):
            bare = piece.strip()
            if bare:
                blanks = piece.index(bare[0])
                at = start + blanks if blanks else start
                end = at + len(bare)
                role = {"note": "note", "translation": "part 2000 translation"}.get(block.kind, "")
                # the block's own numbers again: in a large code a line's offsets weigh as much as its words
                lines.append(Line(at, block.end if end == block.end else end, bare, style, gap, role))
                gap = False
            start += len(piece) + 1
        last = block.end
    for common in ("center", "bold"):
        if sum(1 for line in lines if common in line.style) * 2 > len(lines):
            for line in lines:
                line.style = line.style - {common}
    return lines


#: Characters of one line from which a text is taken for one without line breaks, if half of it is in such lines.
RUN_ON = 15_000


def split_run_on(lines: list[Line]) -> list[Line]:
    """Cuts a text that lost its line breaks before every number that might begin a unit: "... Act. 2. Objects"."""
    if not any(len(line.text) > RUN_ON for line in lines):
        return lines
    if sum(len(line.text) for line in lines if len(line.text) > RUN_ON) * 2 < sum(len(line.text) for line in lines):
        return lines
    table = patterns()
    pieces: list[Line] = []
    for line in lines:
        start = 0
        if len(line.text) > RUN_ON:
            for match in table.inside.finditer(line.text):
                pieces.append(_part(line, start, match.start()))
                start = match.end()
        pieces.append(_part(line, start, len(line.text)) if start else line)
    return [piece for piece in pieces if piece.text]


_LONG = 300  # characters from which a line is a whole paragraph or more


def split_schedules(lines: list[Line]) -> list[Line]:
    """Cuts a line before a division at its end, a long one before a schedule in it and behind the word for that, and
    before signatures and explanatory notes that run on."""
    last = next((line.end for line in reversed(lines) if not line.role), -1)
    return [piece for whole in _split_ends(lines) for piece in _split_inside(whole, last)]


def _split_inside(line: Line, last: int) -> Iterator[Line]:
    """The pieces of one line; `last`: where the file's last line ends."""
    table = patterns()
    schedules = table.last_schedule if line.end == last else table.schedules
    if len(line.text) > 40 and (found := table.tail.search(line.text, max(0, len(line.text) - 170))):
        yield from _split_inside(_part(line, 0, found.start()), last)
        line = _part(line, found.start(1), len(line.text))
    start = 0
    for match in schedules.finditer(line.text) if len(line.text) > _LONG else ():
        yield _part(line, start, match.start())
        yield _part(line, match.start(1), match.end(1))
        start = match.end()
    yield _part(line, start, len(line.text)) if start else line


def _split_ends(lines: list[Line]) -> Iterator[Line]:
    """The ends of a law in one long line: "... Enacted in ... ELUCIDATION OF THE LAW I. GENERAL"."""
    table = patterns()
    for line in lines:
        start = 0
        if len(line.text) > _LONG:
            for match in table.ends.finditer(line.text):
                yield _part(line, start, match.start())
                start = match.start("closing")
                if start < 0:
                    yield _part(line, match.start("notes"), match.end("notes"))
                    start = match.end("notes")
                start += len(line.text[start:]) - len(line.text[start:].lstrip())
        if start < len(line.text):
            yield _part(line, start, len(line.text)) if start else line


def _part(line: Line, start: int, end: int) -> Line:
    text = line.text[start:end].rstrip()
    return Line(line.start + start, line.start + start + len(text), text, line.style, line.gap and not start, line.role)


_NONE: frozenset[str] = frozenset()


def ends_sentence(line: Line) -> bool:
    """Nothing of the sentence is left over for the next line."""
    return bool(_ENDS.search(line.text)) and not _CONTINUES.search(line.text)


def looks_like_heading(text: str, limit: int = 160) -> bool:
    """A few words and no sentence: "Power to make rules.", "OFFENCES"."""
    bare = text.strip()
    if not bare or len(bare) > limit or bare[-1] in ";,:，；：—–":
        return False
    if _STOP_INSIDE.search(bare.rstrip(". ")):
        return False
    first = bare.lstrip("\"“‘'([«*_ ")[:1]
    return bool(first) and first.isalnum() and not first.islower() and not _MARKER_START.match(bare)


_MARKER_START = re.compile(r"[(（]?\s?(?:\d{1,3}|[^\W\d_]{1,2})\s?[)）]|\d+[.)।]\s*\Z")
_STOP_INSIDE = re.compile(r"[.;] +[A-ZÁÉÍÓÚА-ЯΑ-Ω(]|[。；]")


def is_upper(text: str) -> bool:
    """All letters that have a case are capitals."""
    return text.upper() == text and text.lower() != text
