"""The text that a reader of a word processor's file writes line by line, with its blocks and leftovers."""

from __future__ import annotations

from ctip_law.model import Block, Leftover

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
