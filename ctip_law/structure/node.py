"""A clause while it is being built. Frozen `Clause` objects are made from it once, at the end (`freeze`)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ctip_law.model import Clause
from ctip_law.structure.eid import EidMaker


@dataclass(slots=True)
class Node:
    """One unit being built. `intro` and `wrap_up` are stretches (start, end) of the text of the document."""

    kind: str
    num: str = ""
    num_printed: str = ""
    heading: str = ""
    start: int = 0
    end: int = 0
    depth: int = 0
    eid: str = ""
    intro: list[tuple[int, int]] = field(default_factory=list)
    wrap_up: list[tuple[int, int]] = field(default_factory=list)
    children: list[Node] = field(default_factory=list)
    flags: tuple[str, ...] = ()

    def add_text(self, start: int, end: int) -> None:
        """Body words of this unit: chapeau before the first child, wrap-up after it."""
        if start < end:
            (self.wrap_up if self.children else self.intro).append((start, end))

    def walk(self) -> Iterator[Node]:
        """This node and all below it, without recursion (a file may nest 100,000 deep)."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend(reversed(node.children))


#: Deeper units than this are folded into the text of their parent, so that no later step runs out of stack.
MAX_DEPTH = 40


def freeze(
    nodes: Iterable[Node], text: str, eids: EidMaker, prefix: str = "", depth: int = 0, *, consume: bool = False
) -> tuple[Clause, ...]:
    """The clauses of `nodes`, with unique eIds below the eId `prefix`. With `consume` the nodes lose their children on
    the way, so that a large code is not held twice."""
    return tuple(_freeze(node, text, eids, prefix, depth, consume) for node in nodes)


def _freeze(node: Node, text: str, eids: EidMaker, prefix: str, depth: int, consume: bool) -> Clause:
    if depth >= MAX_DEPTH and node.children:
        node.intro = [(start, end) for child in node.walk() for start, end in (*child.intro, *child.wrap_up)]
        node.children, node.wrap_up = [], []
    eid = eids.make(node.kind, node.num, prefix, node.eid)
    children = freeze(node.children, text, eids, eid, depth + 1, consume=consume)
    if consume:
        node.children.clear()
    words, after = _join(node.intro, text), _join(node.wrap_up, text)
    end = max([node.end, *(child.end for child in children)])
    return Clause(
        eid=eid,
        kind=node.kind,
        num=node.num,
        num_printed=node.num_printed,
        heading=node.heading,
        intro=words if children else "",
        text="" if children else words,
        wrap_up=after,
        start=node.start,
        end=end,
        children=children,
        flags=node.flags,
        num_at=_place(node.num_printed, text, node.start, end),
        heading_at=_place(node.heading, text, node.start, end),
    )


def _place(words: str, text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where `words` stand in the clause; blanks may be others there, for a heading may run over lines."""
    if not words:
        return None
    at = text.find(words, start, end)
    if at >= 0:
        return at, at + len(words)
    near = min(end, start + 2 * len(words) + _LEAD)
    found = re.compile(r"\s+".join(map(re.escape, words.split()))).search(text, start, near)
    return found.span() if found else None


#: Characters of a clause before its heading, at most: number, marks, an editor's note.
_LEAD = 400


def _join(stretches: list[tuple[int, int]], text: str) -> str:
    return "\n".join(text[start:end].strip() for start, end in stretches).strip()
