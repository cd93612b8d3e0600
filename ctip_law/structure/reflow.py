"""Stage 0, reflow. Text set in columns with blanks is put in reading order.

    Interpre-    2. In this Act, unless the context
    tation.      otherwise requires, "toll" means ...

A note in the margin becomes the line above the unit that it stands beside; a reference ("Cap. 17.") and further notes
come below it as notes. The text is then not the file's any more, and it is told.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ctip_law.model import Block, Document, Repair
from ctip_law.read.margin import STARTS
from ctip_law.read.text import line_blocks

_LEFT = re.compile(r"[ \t]{0,6}(?P<note>\S(?:[^ \t]|[ \t](?![ \t])){0,30}?)[ \t]{2,}(?=\S)")
_RIGHT = re.compile(r"\S[ \t]{2,}(?P<note>\S(?:[^ \t]|[ \t](?![ \t])){0,27})\s*\Z")
#: "Cap. 17.", "No. 5 of 1990.", "Act 9 of 2001": what a margin says of other laws.
_REFERENCE = re.compile(r"\W*(?:[^\W\d_]{1,9}\.?\s+){0,3}\d+[A-Z]?\W*(?:(?:of|de|du|tahun|/|&)\W*\d+\W*)?\Z", re.I)
#: Units that have to begin in the column of the text.
_LEAST = 3
#: Columns that a margin is wide.
_NARROW, _WIDE = 6, 36


def reflow(document: Document) -> tuple[Document, tuple[Repair, ...]]:
    """The document in reading order, and what was done; unchanged where it is no plain text or set in one column."""
    if document.source.format != "text":
        return document, ()
    rows = document.text.split("\n")
    told: list[str] = []
    notes: list[str] = []
    for side, layout in (("left", _left), ("right", _right)):
        made = layout(rows)
        if made is not None:
            rows, notes = made
            told.append(f"notes in the {side} margin of the text were set at the units that they stand beside")
            break
    if not told:
        return document, ()
    text = "\n".join(rows)
    loose = Counter(notes)
    blocks = tuple(_as_note(block, text, loose) for block in line_blocks(text))
    source = replace(document.source, text_sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest())
    changed = replace(document, text=text, blocks=blocks, source=source)
    return changed, tuple(Repair(0, 0, "", "", why) for why in told)


def _as_note(block: Block, text: str, notes: Counter[str]) -> Block:
    words = text[block.start : block.end]
    if notes[words] > 0:
        notes[words] -= 1
        return replace(block, kind="note")
    return block


@dataclass(slots=True)
class _Unit:
    """What stands beside each other: the rows of a unit, and the notes in the margin."""

    rows: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def _left(rows: Sequence[str]) -> tuple[list[str], list[str]] | None:
    """Notes to the left of the text."""
    flat = [row.expandtabs(8) for row in rows]
    splits = [_LEFT.match(row) for row in flat]
    both = list(zip(splits, flat, strict=True))
    columns = Counter(match.end() for match, row in both if match and STARTS.match(row[match.end() :]))
    if not columns:
        return None
    column = max(columns, key=lambda at: (columns[at], -at))
    near = [match is not None and abs(match.end() - column) <= 1 for match in splits]
    pairs = [
        (match.group("note"), row[match.end() :]) if match and beside else _alone(row, column)
        for match, beside, row in zip(splits, near, flat, strict=True)
    ]
    return _set(flat, pairs, columns[column]) if _NARROW <= column <= _WIDE else None


def _alone(row: str, column: int) -> tuple[str, str] | None:
    """A row that lies in one of the columns; None for one that runs through both."""
    bare = row.strip()
    indent = len(row) - len(row.lstrip())
    if not bare or indent >= column - 1:
        return "", " " * max(0, indent - column) + bare
    return (bare, "") if indent + len(bare) < column - 1 else None


def _right(rows: Sequence[str]) -> tuple[list[str], list[str]] | None:
    """Notes to the right of the text."""
    flat = [row.expandtabs(8) for row in rows]
    found = [_RIGHT.search(row) for row in flat]
    both = list(zip(found, flat, strict=True))
    columns = Counter(match.start("note") for match, row in both if match and STARTS.match(row.lstrip()))
    if not columns:
        return None
    column = max(columns, key=lambda at: (columns[at], -at))
    if column < _WIDE:
        return None
    pairs: list[tuple[str, str] | None] = []
    for match, row in zip(found, flat, strict=True):
        indent = len(row) - len(row.lstrip())
        if match and abs(match.start("note") - column) <= 1:
            pairs.append((match.group("note"), row[: match.start("note")].rstrip()))
        elif row.strip() and abs(indent - column) <= 1:
            pairs.append((row.strip(), ""))
        else:
            pairs.append(("", row) if len(row.rstrip()) <= column else None)
    return _set(flat, pairs, columns[column])


def _set(
    rows: Sequence[str], pairs: Sequence[tuple[str, str] | None], begun: int
) -> tuple[list[str], list[str]] | None:
    """The rows of both columns one after the other, and the words that are notes; None where few rows fit."""
    full = sum(bool(row.strip()) for row in rows)
    through = sum(pair is None for pair in pairs)
    notes = sum(bool(pair and pair[0]) for pair in pairs)
    texts = (row if pair is None else pair[1] for row, pair in zip(rows, pairs, strict=True))
    begins = sum(bool(STARTS.match(words.lstrip())) for words in texts)
    if begun < _LEAST or begun * 2 < begins or through * 4 > full or notes * 12 < full:
        return None
    units: list[_Unit] = [_Unit()]
    waiting: list[str] = []
    apart = False
    for row, pair in zip(rows, pairs, strict=True):
        note, words = pair if pair is not None else ("", row)
        if pair is None or STARTS.match(words.lstrip()):
            units.append(_Unit(notes=waiting))
            waiting = []
        if note and not words.strip() and apart:
            waiting.append(note)  # a note that begins above the number's line
        elif note:
            (waiting if waiting and not words.strip() else units[-1].notes).append(note)
        if words.strip() or not note:
            units[-1].rows.append(words)
        apart = not row.strip() or (apart and bool(note) and not words.strip())
    units[-1].notes += waiting
    lines: list[str] = []
    below: list[str] = []
    for unit in units:
        heading, others = _notes(unit.notes)
        blank = unit.rows and heading and lines and lines[-1].strip()
        lines += [*([""] if blank else []), *heading, *unit.rows]
        while others and lines and not lines[-1].strip():
            lines.pop()
        lines += [*others, *([""] if others else [])]
        below += others
    return lines, below


def _notes(pieces: Sequence[str]) -> tuple[list[str], list[str]]:
    """The heading that the first note is, and the other notes. "Interpre-" / "tation." -> "Interpretation."."""
    notes: list[str] = []
    for piece in pieces:
        if notes and notes[-1].endswith("-") and piece[:1].islower():
            notes[-1] = notes[-1][:-1] + piece
        elif notes and not notes[-1].endswith("."):
            notes[-1] += f" {piece}"
        elif notes and re.search(r"\b[A-Z][a-z]{0,3}\.\Z", notes[-1]) and piece[:1].isdecimal():
            notes[-1] += f" {piece}"  # "Cap." / "17."
        else:
            notes.append(piece)
    headed = bool(notes) and not _REFERENCE.match(notes[0])
    return notes[:headed], notes[headed:]
