"""Stage 0, reflow. Text set in columns with blanks is put in reading order.

    Interpre-    2. In this Act, unless the context
    tation.      otherwise requires, "toll" means ...

A note in the margin becomes the line above the unit that it stands beside; a reference ("Cap. 17.") and further notes
come below it as notes. The text is then not the file's any more, and it is told.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from ctip_law.model import Block, Document, Repair
from ctip_law.read.margin import STARTS
from ctip_law.read.text import line_blocks
from ctip_law.structure.margins import Margins, Row, margins

#: "Cap. 17.", "No. 5 of 1990.", "Act 9 of 2001": what a margin says of other laws.
_REFERENCE = re.compile(
    r"\W*(?:(?-i:[a-zà-þ]{1,4}|(?![a-zà-þ])[^\W\d_]{1,9})\.?\s+){0,3}\d+[A-Z]?\W*(?:(?:of|de|du|tahun|/|&)\W*\d+\W*)?\Z",
    re.I,
)


def reflow(document: Document) -> tuple[Document, tuple[Repair, ...]]:
    """The document in reading order, and what was done; unchanged where it is no plain text or set in one column."""
    if document.source.format != "text":
        return document, ()
    rows = _rows(document)
    found = margins(rows)
    if found is None:
        return document, ()
    lines = list(_lines(_units(rows, found)))
    text = "\n".join(line.words for line in lines)
    full = [line for line in lines if line.words.strip()]
    blocks = tuple(_block(block, line) for block, line in zip(line_blocks(text), full, strict=True))
    source = replace(document.source, text_sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest())
    changed = replace(document, text=text, blocks=blocks, source=source)
    sides = " and ".join(found.sides)
    told = f"notes in the {sides} margin of the text were set at the units that they stand beside"
    return changed, (Repair(0, 0, "", "", told),)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the new text. `note`: it is no part of the law's words."""

    words: str
    edge: bool = False
    note: bool = False


@dataclass(slots=True)
class _Unit:
    """What stands beside each other: the rows of a unit, and the notes in the margin."""

    rows: list[_Line] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def _rows(document: Document) -> list[Row]:
    """The lines of the text with tabs as blanks; which lie at the edge of a page, the blocks know."""
    edges = {block.start for block in document.blocks if "break" in block.style.split()}
    rows: list[Row] = []
    start = 0
    for line in document.text.split("\n"):
        indent = len(line) - len(line.lstrip())
        rows.append(Row(line.expandtabs(8), start + indent in edges))
        start += len(line) + 1
    return rows


def _block(block: Block, line: _Line) -> Block:
    style = f"{block.style} break".strip() if line.edge else block.style
    return replace(block, style=style, kind="note" if line.note else block.kind)


def _units(rows: Sequence[Row], found: Margins) -> list[_Unit]:
    """The rows of both columns, each unit with the notes beside it."""
    units = [_Unit()]
    waiting: list[str] = []
    apart = False
    for at, (row, pair) in enumerate(zip(rows, found.pairs, strict=True)):
        note, words = pair if pair is not None else ("", row.text)
        alone = bool(note) and not words.strip()
        if STARTS.match(words.lstrip()) and at not in found.frames:
            units.append(_Unit(notes=waiting))
            waiting = []
        elif pair is None and at not in found.frames:
            units.append(_Unit([_Line(line) for line in waiting]))  # words above a heading, and no note
            waiting = []
        if alone and apart:
            waiting.append(note)  # a note that begins above the number's line
        elif note:
            (waiting if waiting and alone else units[-1].notes).append(note)
        if not alone:
            units[-1].rows.append(_Line(words, row.edge))
        apart = not note or (apart and alone)
    units[-1].rows += [_Line(line) for line in waiting]
    return units


def _lines(units: Sequence[_Unit]) -> Iterator[_Line]:
    """The units one after the other: the note that is a unit's heading above it, its other notes below."""
    last = ""
    for unit in units:
        heading, others = _notes(unit.notes)
        headed = [_Line(words) for words in heading]
        rows = unit.rows
        while others and rows and not rows[-1].words.strip():
            rows = rows[:-1]
        blank = [_Line("")] if rows and heading and last.strip() else []
        lines = [
            *blank,
            *headed,
            *rows,
            *(_Line(words, note=True) for words in others),
            *([_Line("")] if others else []),
        ]
        yield from lines
        last = lines[-1].words if lines else last


def _notes(pieces: Sequence[str]) -> tuple[list[str], list[str]]:
    """The heading that the first note is, and the other notes. "Interpre-" / "tation." -> "Interpretation."."""
    notes: list[str] = []
    for piece in pieces:
        if notes and notes[-1].endswith("-") and piece[:1].islower():
            notes[-1] = notes[-1][:-1] + piece
        elif notes and not notes[-1].endswith(".") and not _is_reference(piece, notes[-1]):
            notes[-1] += f" {piece}"
        elif notes and re.search(r"\b[A-Z][a-z]{0,3}\.\Z", notes[-1]) and piece[:1].isdecimal():
            notes[-1] += f" {piece}"  # "Cap." / "17."
        else:
            notes.append(piece)
    headed = bool(notes) and not _REFERENCE.match(notes[0])
    return notes[:headed], notes[headed:]


def _is_reference(piece: str, above: str) -> bool:
    """Whether a line of a note names another law, and does not go on with "Offences under" / "Part 3"."""
    return bool(_REFERENCE.match(piece)) and piece[:1].isupper() and not above.rsplit(" ", 1)[-1].islower()
