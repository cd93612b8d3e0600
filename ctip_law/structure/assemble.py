"""The tree of a document whose own markup gives the structure. The convention stands in `ctip_law.read`."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from ctip_law.model import Block, Document, Leftover
from ctip_law.structure.node import Node
from ctip_law.structure.numbers import number_of

#: Blocks that open a component of this name; "schedule" is counted.
COMPONENTS = frozenset(
    [
        "preface",
        "preamble",
        "conclusions",
        "explanatory_note",
        "schedule",
        "supplement",
        "notes",
        "translation",
        "repetition",
        "other_law",
    ]
)
#: Blocks that are no part of the law's words: kind in the file -> kind in `leftovers`.
FURNITURE = {"toc": "contents", "note": "note", "page_number": "page number", "running_head": "running head"}
TEXT = frozenset({"", "text", "quote"})


@dataclass(slots=True)
class Tree:
    """The body, components by name with their nodes, furniture, and the stretches of text that found a place.

    `announced`: units that the text's own list of contents names; `title`: the law's, where the file holds several.
    """

    body: list[Node] = field(default_factory=list)
    components: list[tuple[str, Node]] = field(default_factory=list)
    leftovers: list[Leftover] = field(default_factory=list)
    placed: list[tuple[int, int]] = field(default_factory=list)
    announced: int = 0
    title: str = ""


def assemble(document: Document) -> Tree:
    """Reads marked blocks in order; writes the tree. `<section><num>5</num>` -> Node("section", "5")."""
    builder = _Assembler(document.text)
    for block in document.blocks:
        builder.take(block)
    return builder.tree


class _Assembler:
    def __init__(self, text: str) -> None:
        self.text = text
        self.tree = Tree()
        self.open: list[Node] = []
        self.component: Node | None = None
        self.schedules = 0

    def take(self, block: Block) -> None:
        if block.kind in FURNITURE:
            self.tree.leftovers.append(
                Leftover(
                    block.start,
                    block.end,
                    self.text[block.start : block.end],
                    FURNITURE[block.kind],
                    "marked so in the file",
                )
            )
        elif block.kind in TEXT:
            self._text(block)
        elif block.kind == "heading":
            self._heading(block)
        elif block.kind in COMPONENTS:
            self._component(block)
        else:
            self._clause(block)
        if block.kind not in FURNITURE:
            self.tree.placed.append((block.start, block.end))

    def _text(self, block: Block) -> None:
        if block.depth >= 0:
            while self.open and self.open[-1].depth > block.depth and self.open[-1] is not self.component:
                self.open.pop()
        if not self.open:
            self._component(
                Block(block.start, block.start, kind="conclusions" if self.tree.body else "preface", depth=99)
            )
        target = self.open[-1]
        target.add_text(block.start, block.end)
        self._extend(block.end)
        if block.kind == "quote" and "quoted" not in target.flags:
            target.flags = (*target.flags, "quoted")

    def _heading(self, block: Block) -> None:
        words = self.text[block.start : block.end].strip()
        if self.open and not (self.open[-1].heading or self.open[-1].intro or self.open[-1].children):
            self.open[-1].heading = words
            self._extend(block.end)
            return
        depth = block.depth if block.depth >= 0 else (self.open[-1].depth if self.open else 0)
        self._clause(replace(block, kind="crossheading", heading=words, depth=depth))
        self.open.pop()

    def _component(self, block: Block) -> None:
        depth = max(block.depth, 0)
        self.open.clear()
        name = block.kind
        if name == "schedule":
            self.schedules += 1
            name = f"schedule_{self.schedules}"
        elif same := sum(known == name or known.startswith(f"{name}_") for known, _ in self.tree.components):
            name = f"{name}_{same + 1}"
        node = self._node(block, depth)
        self.component = node
        self.tree.components.append((name, node))
        self.open.append(node)

    def _clause(self, block: Block) -> None:
        depth = max(block.depth, 0)
        while self.open and self.open[-1].depth >= depth:
            if self.open.pop() is self.component:
                self.component = None
        node = self._node(block, depth)
        (self.open[-1].children if self.open else self.tree.body).append(node)
        self._extend(block.end)
        self.open.append(node)

    def _node(self, block: Block, depth: int) -> Node:
        """The node of an opening block; what is left of its words after number and heading is its text."""
        node = Node(
            kind=block.kind,
            num=_hint(block, "num:") or number_of(block.num),
            num_printed=block.num,
            heading=" ".join(block.heading.split()),
            start=block.start,
            end=block.end,
            depth=depth,
            eid=block.eid,
            flags=tuple(hint[5:] for hint in block.style.split() if hint.startswith("flag:")),
        )
        start = self._after(block.start, block.end, block.num)
        start = self._after(start, block.end, block.heading)
        if start == block.start and block.heading and block.num:  # the heading stands before the number
            start = self._after(self._after(start, block.end, block.heading), block.end, block.num)
        while start < block.end and self.text[start] in " \t\n\u00a0":
            start += 1
        node.add_text(start, block.end)
        return node

    def _after(self, start: int, end: int, words: str) -> int:
        """Where the stretch goes on after `words`, if it begins with them (blanks may differ)."""
        place = start
        for word in words.split():
            while place < end and self.text[place].isspace():
                place += 1
            if not self.text.startswith(word, place):
                return start
            place += len(word)
        return min(place, end)

    def _extend(self, end: int) -> None:
        if self.open:  # what holds it grows with it when the tree is frozen
            self.open[-1].end = max(self.open[-1].end, end)


def _hint(block: Block, name: str) -> str:
    """What the reader knows better than the printed words: style "num:2a" for a unit printed "2. gr. a."."""
    return next((word[len(name) :].replace("_", " ") for word in block.style.split() if word.startswith(name)), "")
