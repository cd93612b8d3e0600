"""The sheet that marked formats are written out on: the text as read, and the blocks over it.

The convention of the blocks stands in `ctip_law.read`. A unit's number and heading make one line ("12. Heading"); a
unit without heading shares its first line with its words ("(1) Whoever ...").
"""

from __future__ import annotations

from dataclasses import fields

from ctip_law.model import Block

#: Sets a field of a new Block: half the time of `Block(...)`, where a frozen class looks each field up by its name.
_SET = [Block.__dict__[field.name].__set__ for field in fields(Block)]
_start, _end, _kind, _num, _heading, _depth, _eid, _style = _SET
_new = object.__new__


class Head:
    """A unit that has been opened and whose first line is not written yet."""

    __slots__ = ("depth", "eid", "heading", "kind", "num", "style")

    def __init__(self, kind: str, depth: int, num: str, heading: str, eid: str = "", style: str = "") -> None:
        self.kind, self.depth, self.num = kind, depth, num
        self.heading, self.eid, self.style = heading, eid, style


class Sheet:
    """Collects lines and blocks. Depth 0 is the outermost clause; text carries the depth of the unit it belongs to."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.head: Head | None = None
        #: "quote", "toc", "note", "running_head": everything written is of this kind, units and text alike
        self.mode = ""
        self.mode_depth = -1
        #: the kind of the outermost unit or component open
        self.outermost = ""
        self._parts: list[str] = []
        self._place = 0
        #: per open depth: whether a unit has been opened in it, and the blocks of its words after that
        self._has_children: list[bool] = []
        self._tails: list[list[int]] = []

    @property
    def written(self) -> str:
        """The text so far."""
        return "\n".join((*self._parts, "")) if self._parts else ""

    @property
    def place(self) -> int:
        """Characters of the text so far."""
        return self._place

    def open(self, kind: str, depth: int, num: str = "", heading: str = "", eid: str = "", style: str = "") -> None:
        """Opens a unit; `num` and `heading` can be given later, as long as no words have come."""
        if self.head is not None:
            self.close_head()
        if self.mode:
            self.head = Head(self.mode, self.mode_depth, num, heading)
            return
        self.head = Head(kind, depth, num, heading, eid, style)
        if not depth:
            self.outermost = kind
        self._mend_tails(depth)

    def num(self, words: str, depth: int) -> None:
        """The printed number of the unit just opened; otherwise plain words."""
        if self.head is not None:
            self.head.num = f"{self.head.num} {words}".strip() if self.head.num else words
        else:
            self.text(words, depth - 1)

    def heading(self, words: str, depth: int) -> None:
        """The heading of the unit just opened (two are joined by a dash); otherwise a crossheading at `depth`."""
        head = self.head
        if not words:
            return
        if head is not None:
            head.heading = f"{head.heading} – {words}" if head.heading else words
        elif self.mode:
            self._line(words, self.mode, self.mode_depth)
        else:
            self.open("crossheading", depth, heading=words)
            self.close_head()

    def text(self, words: str, depth: int, style: str = "") -> None:
        """Words of the unit open at `depth`. At -1, where no unit is open, they make an unnumbered unit."""
        if not words:
            return
        if self.mode:
            depth = self.mode_depth
        head = self.head
        if head is not None:
            if head.depth == depth and not head.heading:
                self.head = None
                line = f"{head.num} {words}" if head.num else words
                if self.mode:
                    self._line(line, self.mode, depth, style=style)
                else:
                    style = f"{head.style} {style}".strip() if style else head.style
                    self._line(line, head.kind, depth, head.num, "", head.eid, style)
                return
            self.close_head()
        if self.mode:
            self._line(words, self.mode, depth, style=style)
        elif depth < 0:
            self.open("paragraph", 0)
            self.text(words, 0, style)
        else:
            if depth < len(self._has_children) and self._has_children[depth]:
                self._tails[depth].append(len(self.blocks))
            self._line(words, "", depth, style=style)

    def quote(self, words: str, depth: int) -> None:
        """Quoted amendment text that belongs to the unit open at `depth`."""
        self.close_head()
        self._line(words, "quote", depth)

    def furniture(self, kind: str, words: str) -> None:
        """A line that is no part of the law's own words: "note", "toc", "running_head", "page_number"."""
        if words:
            self.close_head()
            self._line(words, kind, -1)

    def close_head(self) -> None:
        """Writes the line of the unit just opened, if it still waits for words."""
        head = self.head
        if head is None:
            return
        self.head = None
        line = f"{head.num} {head.heading}" if head.num and head.heading else head.num or head.heading
        if self.mode:
            if line:
                self._line(line, self.mode, self.mode_depth)
        elif line := line.strip():
            self._line(line, head.kind, head.depth, head.num, head.heading, head.eid, head.style)
        else:
            self.blocks.append(Block(self._place, self._place, head.kind, "", "", head.depth, head.eid, head.style))

    def _line(
        self, line: str, kind: str, depth: int, num: str = "", heading: str = "", eid: str = "", style: str = ""
    ) -> None:
        start = self._place
        end = start + len(line)
        self._parts.append(line)
        self._place = end + 1
        block = _new(Block)
        _start(block, start)
        _end(block, end)
        _kind(block, kind)
        _num(block, num)
        _heading(block, heading)
        _depth(block, depth)
        _eid(block, eid)
        _style(block, style)
        self.blocks.append(block)

    def _mend_tails(self, depth: int) -> None:
        """Words between two runs of items ("(a) ... (b) ... or, if armed, (c) ...") become a unit of their own.

        As words of the parent they would be read as its closing words, after the items that in truth follow them.
        """
        children, tails = self._has_children, self._tails
        if depth == len(children) - 1 and not tails[depth] and not (depth and tails[depth - 1]):
            children[depth] = False  # the next one beside a unit without children: the usual case
            return
        del children[depth:], tails[depth:]
        while len(children) <= depth:
            children.append(False)
            tails.append([])
        if not depth:
            return
        children[depth - 1] = True
        if tails[depth - 1]:
            for place in tails[depth - 1]:
                block = self.blocks[place]
                self.blocks[place] = Block(block.start, block.end, "alinea", "", "", depth, "", block.style)
            tails[depth - 1] = []
