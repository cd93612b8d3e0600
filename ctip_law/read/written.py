"""The text that a reader of a word processor's file writes line by line, with its blocks and leftovers."""

from __future__ import annotations

from dataclasses import replace

from ctip_law.model import Block, Document, Leftover, Repair

#: A table cell with more characters than this is read as text of its own: the table is only layout.
LONG_CELL = 1_500
#: A text box with at most so many characters beside a paragraph is its marginal heading.
MARGINAL = 100


class Written:
    """The text written so far."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.place = 0
        self.blocks: list[Block] = []
        self.leftovers: list[Leftover] = []
        self.gap = False

    @property
    def text(self) -> str:
        return "".join(self.parts)

    def line(self, words: str, style: str = "", num: str = "", kind: str = "", why: str = "") -> None:
        """One line; with `kind` and `why` it is a leftover."""
        if self.gap and self.parts:
            self.parts.append("\n")
            self.place += 1
        self.gap = False
        start, end = self.place, self.place + len(words)
        self.parts.append(f"{words}\n")
        self.place = end + 1
        if why:
            self.leftovers.append(Leftover(start, end, words, kind, why))
        else:
            self.blocks.append(Block(start, end, kind=kind, style=style, num=num))

    def document(self, taken: Document) -> list[Repair]:
        """All of another document, which stands here; what was mended in it, with places in this text.

        Of a document with its structure in its markup only the lines are taken: this one's structure is found by words.
        """
        if self.parts:
            self.parts.append("\n")
            self.place += 1
        self.gap = True
        shift = self.place
        blocks = _lines(taken.text) if taken.marked else taken.blocks
        self.blocks += [replace(block, start=block.start + shift, end=block.end + shift) for block in blocks]
        if not taken.marked:
            lefts = taken.leftovers
            self.leftovers += [replace(left, start=left.start + shift, end=left.end + shift) for left in lefts]
        self.parts.append(words := f"{taken.text.rstrip()}\n")
        self.place += len(words)
        return [replace(one, start=one.start + shift, end=one.end + shift) for one in taken.repairs]


def _lines(text: str) -> list[Block]:
    """A block for each line that is not blank."""
    blocks: list[Block] = []
    place = 0
    for line in text.splitlines(keepends=True):
        if words := line.strip():
            start = place + line.index(words)
            blocks.append(Block(start, start + len(words)))
        place += len(line)
    return blocks
