"""A law that can be edited: its text with its tree, whose places move along when words go in or out.

An edit never touches what it does not name, so that two versions differ in exactly what was ordered.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ctip_law.annotate.tree import own_stretches
from ctip_law.model import Clause, Component, Law, Leftover
from ctip_law.structure.coverage import account
from ctip_law.structure.eid import EidMaker
from ctip_law.structure.honest import judged
from ctip_law.structure.node import Node, freeze


@dataclass(slots=True)
class Draft:
    """`text` and the tree over it. `heads` of a node are the places of its number and heading, by `label_end`."""

    law: Law
    text: str
    body: list[Node]
    parts: list[tuple[str, Node]]
    leftovers: list[list[int]]

    def splice(self, start: int, end: int, words: str) -> None:
        """Puts `words` in place of `text[start:end]`. What ends at `start` stays, what begins at `end` moves."""
        self.text = self.text[:start] + words + self.text[end:]
        by = len(words) - (end - start)

        def begin(at: int) -> int:
            if start < at < end:
                return start + len(words)
            return at + by if at >= end else at

        def stop(at: int) -> int:
            if start < at < end:
                return start + len(words)
            return at + by if at >= end and at > start else at

        for node in self.nodes():
            node.start, node.end = begin(node.start), max(stop(node.end), begin(node.start))
            for stretches in (node.intro, node.wrap_up):
                moved = [(begin(first), stop(last)) for first, last in stretches]
                stretches[:] = [(first, last) for first, last in moved if first < last]
        for place in self.leftovers:
            place[0], place[1] = begin(place[0]), stop(place[1])

    def nodes(self) -> Iterator[Node]:
        """Every node, those beside the body included."""
        for node in self.body:
            yield from node.walk()
        for _, part in self.parts:
            yield from part.walk()

    def masked(self) -> list[tuple[int, int]]:
        """The stretches that are no words of the law, sorted."""
        return sorted((first, last) for first, last, _ in self.leftovers if first < last)

    def words_end(self, before: int) -> int:
        """Where the words end that stand before a place: blanks and page furniture do not count."""
        at = len(self.text[:before].rstrip())
        for first, last in reversed(self.masked()):
            if first < at <= last:
                at = len(self.text[:first].rstrip())
        return at

    def finish(self, version: str = "") -> Law:
        """The law as it now stands, with definitions, references, penalties and ages."""
        from ctip_law.annotate import annotate

        eids = EidMaker()
        clauses = freeze(self.body, self.text, eids)
        components = tuple(_component(name, node, self.text, eids) for name, node in self.parts)
        left = [
            Leftover(first, last, self.text[first:last], self.law.leftovers[place].kind, self.law.leftovers[place].why)
            for first, last, place in self.leftovers
            if first < last
        ]
        placed = [(clause.start, clause.end) for clause in clauses]
        placed += [(component.start, component.end) for component in components]
        coverage, leftovers = account(self.text, placed, tuple(left))
        digest = hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
        made = replace(
            self.law,
            text=self.text,
            clauses=clauses,
            components=components,
            leftovers=leftovers,
            coverage=coverage,
            repairs=(),
            version=version or self.law.version,
            source=replace(self.law.source, sha256=digest, text_sha256=digest, format="text", official=False),
            amendments=(),
            definitions=(),
            references=(),
            penalties=(),
            ages=(),
        )
        return annotate(judged(made))


def draft_of(law: Law) -> Draft:
    """`law` as something to edit; `draft_of(law).finish()` has the same clauses."""
    masked = sorted((left.start, left.end) for left in law.leftovers)
    body = [_node(clause, law.text, masked) for clause in law.clauses]
    parts = [(component.name, _part(component, law.text, masked)) for component in law.components]
    leftovers = [[left.start, left.end, place] for place, left in enumerate(law.leftovers) if left.kind != "unplaced"]
    return Draft(law, law.text, body, parts, leftovers)


def _part(component: Component, text: str, masked: Sequence[tuple[int, int]]) -> Node:
    kind = component.name.rstrip("0123456789").rstrip("_")
    nodes = [_node(clause, text, masked) for clause in component.clauses]
    if len(nodes) == 1 and nodes[0].kind == kind:
        return nodes[0]
    return Node(kind=kind, start=component.start, end=component.end, children=nodes)


def _component(name: str, node: Node, text: str, eids: EidMaker) -> Component:
    own = bool(node.intro or node.heading or node.num_printed or not node.children)
    clauses = freeze([node], text, eids) if own else freeze(node.children, text, eids, name)
    return Component(name, clauses, node.start, max([node.end, *(clause.end for clause in clauses)]))


def _node(clause: Clause, text: str, masked: Sequence[tuple[int, int]]) -> Node:
    """The words of a clause are what lies in it and in none of its children, after number and heading."""
    node = Node(
        kind=clause.kind,
        num=clause.num,
        num_printed=clause.num_printed,
        heading=clause.heading,
        start=clause.start,
        end=clause.end,
        eid=clause.eid,
        flags=clause.flags,
    )
    inner = clause.children[0].start if clause.children else clause.end
    begin = _words_begin(clause, text, inner)
    own = [part for first, last in own_stretches(clause) for part in _open(text, max(first, begin), last, masked)]
    node.intro = _where(text, clause.intro or clause.text, [part for part in own if part[0] < inner])
    node.wrap_up = _where(text, clause.wrap_up, [part for part in own if part[0] >= inner])
    node.children = [_node(child, text, masked) for child in clause.children]
    return node


def _words_begin(clause: Clause, text: str, inner: int) -> int:
    """Past number and heading, unless the words of the clause stand before them (a heading in the margin)."""
    begin = max((at[1] for at in (clause.num_at, clause.heading_at) if at and at[1] <= inner), default=clause.start)
    first = (clause.intro or clause.text).split("\n", 1)[0]
    return begin if text.find(first, begin, inner) >= 0 else clause.start


def _where(text: str, words: str, stretches: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Where the lines of `words` stand in the stretches, in order; lines that follow each other are one stretch."""
    found: list[tuple[int, int]] = []
    at = index = 0
    for line in filter(None, (line.strip() for line in words.split("\n"))):
        for place in range(index, len(stretches)):
            first = text.find(line, max(at, stretches[place][0]), stretches[place][1])
            if first < 0:
                continue
            if found and not text[found[-1][1] : first].strip():
                found[-1] = found[-1][0], first + len(line)
            else:
                found.append((first, first + len(line)))
            at, index = first + len(line), place
            break
    return found


def _open(text: str, start: int, end: int, masked: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The stretches of `text[start:end]` outside `masked`, without blanks at their ends."""
    at = start
    for first, last in [*masked, (end, end)]:
        if last < at or first > end:
            continue
        stop = min(first, end)
        while at < stop and text[at].isspace():
            at += 1
        back = stop
        while back > at and text[back - 1].isspace():
            back -= 1
        if at < back:
            yield at, back
        at = max(at, last)
