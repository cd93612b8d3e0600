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


_CAPITALS = re.compile(r"[A-ZÀ-Þ]{4}")
_HEADING = 12  # characters in capitals that make a heading of what stands before a unit
_LONG = 300  # characters from which a line is a whole paragraph or more


def split_schedules(lines: list[Line]) -> list[Line]:
    """Cuts a line before a division at its end, a long one before a schedule in it and behind the word for that, and
    before signatures and explanatory notes that run on."""
    last = next((line.end for line in reversed(lines) if not line.role), -1)
    cut = (piece for whole in _split_ends(lines) for piece in _split_headings(whole))
    return [piece for whole in cut for piece in _split_inside(whole, last)]


def _split_headings(line: Line) -> Iterator[Line]:
    """Cuts a line where a heading in capitals ran into the next unit, or the law's name into its contents list:
    "OFFENCES ON THE RIVER Article 19", "Part I-PRELIMINARY 1. In this Act", "THE BARGE ACT ARRANGEMENT OF SECTIONS"."""
    start = 0
    likely = len(line.text) < _LONG and not line.role and _CAPITALS.search(line.text)
    for match in patterns().run_in.finditer(line.text) if likely else ():
        before = line.text[start : match.start()]
        if len(before.split()) > 1 and is_upper(before[-_HEADING:]):
            yield part(line, start, match.start())
            start = match.end()
    yield part(line, start, len(line.text)) if start else line


def _split_inside(line: Line, last: int) -> Iterator[Line]:
    """The pieces of one line; `last`: where the file's last line ends."""
    table = patterns()
    schedules = table.last_schedule if line.end == last else table.schedules
    if len(line.text) > 40 and (found := table.tail.search(line.text, max(0, len(line.text) - 170))):
        yield from _split_inside(part(line, 0, found.start()), last)
        line = part(line, found.start(1), len(line.text))
    start = 0
    for match in schedules.finditer(line.text) if len(line.text) > _LONG else ():
        yield part(line, start, match.start())
        yield part(line, match.start(1), match.end(1))
        start = match.end()
    yield part(line, start, len(line.text)) if start else line


def _split_ends(lines: list[Line]) -> Iterator[Line]:
    """The ends of a law in one long line: "... Enacted in ... ELUCIDATION OF THE LAW I. GENERAL"."""
    table = patterns()
    for line in lines:
        start = 0
        if len(line.text) > _LONG:
            for match in table.ends.finditer(line.text):
                yield part(line, start, match.start())
                start = match.start("closing")
                if start < 0:
                    yield part(line, match.start("notes"), match.end("notes"))
                    start = match.end("notes")
                start += len(line.text[start:]) - len(line.text[start:].lstrip())
        if start < len(line.text):
            yield part(line, start, len(line.text)) if start else line


def part(line: Line, start: int, end: int) -> Line:
    """The characters `start`..`end` of a line as a line of its own."""
    text = line.text[start:end].rstrip()
    return Line(line.start + start, line.start + start + len(text), text, line.style, line.gap and not start, line.role)


_NONE: frozenset[str] = frozenset()


def ends_sentence(line: Line) -> bool:
    """Nothing of the sentence is left over for the next line."""
    return bool(_ENDS.search(line.text)) and not goes_on(line)


def goes_on(line: Line) -> bool:
    """The next line belongs to it: it ends with a comma, "and" or "of the"."""
    return bool(_CONTINUES.search(line.text))


def looks_like_heading(text: str, limit: int = 160) -> bool:
    """A few words and no sentence: "Power to make rules.", "OFFENCES"."""
    bare = text.strip()
    if not bare or len(bare) > limit or bare[-1] in ";,:，；：—–":
        return False
    if _STOP_INSIDE.search(bare.rstrip(". ")):
        return False
    first = bare.lstrip("\"“‘'([«*_ ")[:1]
    return bool(first) and first.isalnum() and not small(first) and not _MARKER_START.match(bare)


def small(letter: str) -> bool:
    """A small letter where capitals are written at all: Georgian has them for whole words alone."""
    return letter.islower() and not "\u10d0" <= letter <= "\u10ff"


def is_sentence(text: str) -> bool:
    """It tells something: a verb and a few words. An entry of a contents list may, most do not."""
    return len(text.split()) > 3 and bool(_VERB.search(_RELATIVE.sub(" ", text)))


def is_title(words: str, limit: int = 180) -> bool:
    """A heading rather than a sentence."""
    bare = _RELATIVE.sub(" ", words)
    return looks_like_heading(words, limit) and not _VERB.search(bare) and words.lstrip()[:1] not in "(（["


_VERB = re.compile(
    r"\b(?:shall|may|means|is|are|was|has|have|will|must|includes|akan|hendaklah|boleh|adalah|ialah|dipidana|es|son|será|serán|"
    r"podrá|deberá|est|sont|sera|peut|doit|ist|sind|wird|werden|kann|è|sono|é|são|је|е|се|este|sunt|är|jest)\b",
    re.I,
)


#: "Assistance to children who are victims", "Offence by means of threat": what makes no sentence of a heading.
_RELATIVE = re.compile(r"\b(?:(?:who|which|that)\s+(?:is|are|was|were|has|have)|means\s+of)\b", re.I)
_MARKER_START = re.compile(r"[(（]?\s?(?:\d{1,3}|[^\W\d_]{1,2})\s?[)）]|\d+[.)।]\s*\Z")
_STOP_INSIDE = re.compile(r"[.;] +[A-ZÁÉÍÓÚА-ЯΑ-Ω(]|[。；]")


def is_upper(text: str) -> bool:
    """All letters that have a case are capitals."""
    return text.upper() == text and text.lower() != text
