"""Stage 8, the tree. Reads heads, divisions and lines; writes nodes, components and furniture."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise

from ctip_law.model import Document, Leftover, Repair
from ctip_law.structure.assemble import Tree
from ctip_law.structure.choose import Chosen
from ctip_law.structure.heads import Head
from ctip_law.structure.lines import Line, ends_sentence, is_upper, looks_like_heading, small
from ctip_law.structure.marks import Mark
from ctip_law.structure.nest import nest, pieces_of
from ctip_law.structure.node import Node
from ctip_law.structure.numbers import tidy, western
from ctip_law.structure.pages import PAGE
from ctip_law.structure.parts import is_part, part_of
from ctip_law.structure.patterns import patterns
from ctip_law.structure.repeal import says_repealed

RANK = {
    "book": 0, "part": 1, "subpart": 2, "title": 3, "chapter": 4, "subchapter": 5, "division": 6, "subdivision": 7,
    "transitional": 4,
}  # fmt: skip
WHY = {
    "contents": "a list of contents, not the provisions themselves",
    "page number": "a page number or a rule",
    "running head": "repeated beside page breaks",
    "note": "an editor's note or a footnote",
    "page": "words of the web page, not of the law",
}


def grow(
    document: Document,
    lines: list[Line],
    chosen: Chosen,
    heads: Sequence[Head],
    divisions: Sequence[Mark],
    repairs: list[Repair],
) -> Tree:
    """The whole tree of a document without structure in its markup."""
    grower = _Grower(document, lines, repairs)
    if heads:
        grower.body(chosen, heads, divisions)
    else:
        grower.component("preface", 0, len(lines))
    grower.parts()
    tree, start, end = grower.tree, 0, 0
    for line in lines:
        if line.role and not is_part(line):
            why, kind = WHY.get(line.role, line.role), "running head" if line.role == PAGE else line.role
            tree.leftovers.append(Leftover(line.start, line.end, document.text[line.start : line.end], kind, why))
        elif end and not document.text[end : line.start].strip():
            end = line.end  # nothing but blanks between: one stretch
        else:
            tree.placed.append((start, end))
            start, end = line.start, line.end
    tree.placed.append((start, end))
    return tree


class _Grower:
    def __init__(self, document: Document, lines: list[Line], repairs: list[Repair]) -> None:
        self.repairs = repairs
        self.text = document.text
        self.lines = lines
        self.tree = Tree()
        self.open: list[tuple[int, Node]] = []
        self.width = _width(lines)
        self.counts: dict[str, int] = {}

    def body(self, chosen: Chosen, heads: Sequence[Head], divisions: Sequence[Mark]) -> None:
        rank = _ranks(heads, divisions)
        first = min([heads[0].first, *(mark.line for mark in divisions)])
        self.component("preface", 0, first)
        waiting = sorted(divisions, key=lambda mark: mark.line)
        for place, head in enumerate(heads):
            end = heads[place + 1].first if place + 1 < len(heads) else chosen.body.last
            while waiting and waiting[0].line <= head.first:
                self._division(waiting.pop(0), waiting, head, rank)
            stop = waiting[0].line if waiting and waiting[0].line < end else end
            last = place + 1 == len(heads)
            close = self._closing(head, stop) if last else stop
            self._unit(head, close)
            if last and close < stop:
                self.component("conclusions", close, stop)
        for zone in chosen.zones:
            if zone.first >= chosen.body.last:
                self._zone(zone.kind, zone.first, zone.last)

    def _zone(self, kind: str, first: int, last: int) -> None:
        self.component(self._name(kind), first, last)

    def _name(self, kind: str) -> str:
        """A component's name, each once: schedules are counted from the first, others from the second."""
        name = {"notes": "explanatory_note"}.get(kind, kind)
        self.counts[name] = self.counts.get(name, 0) + 1
        return f"{name}_{self.counts[name]}" if name == "schedule" or self.counts[name] > 1 else name

    def component(self, name: str, first: int, last: int) -> None:
        """Lines outside the body, as one component; a schedule's own paragraphs are nested in it."""
        kept = [line for line in self.lines[first:last] if not line.role]
        if kept:
            self._component(name, kept)

    def _component(self, name: str, kept: list[Line]) -> None:
        kind = name.rstrip("0123456789").rstrip("_")
        node = Node(kind=kind, start=kept[0].start, end=kept[-1].end, eid=name)
        if kind in ("schedule", "supplement", "explanatory_note"):
            node.heading = " ".join(kept[0].text.split())
            kept = kept[1:]
        for line in kept:
            node.add_text(line.start, line.end)
        self.tree.components.append((name, node))

    def parts(self) -> None:
        """Schedules that are printed between the units of the law: a component for each."""
        for _, group in groupby(self.lines, lambda line: part_of(line) if is_part(line) else None):
            inside = list(group)
            if is_part(inside[0]) and part_of(inside[0])[1] != "other_law":
                self._component(self._name(part_of(inside[0])[1]), inside)

    def _division(self, mark: Mark, waiting: Sequence[Mark], head: Head, rank: dict[str, int]) -> None:
        line = self.lines[mark.line]
        end = min([head.first, *(other.line for other in waiting)])
        level = rank[mark.kind]
        while self.open and self.open[-1][0] >= level:
            self.open.pop()
        node = Node(kind=mark.kind, num=mark.num, num_printed=mark.printed, start=line.start, end=line.end)
        words = line.text[mark.rest - line.start :].strip(" \t.:-–—―*_ªº°")
        heading = [words] if words else []
        apart: list[Line] = []
        under = mark.line + 1 < end and not self.lines[mark.line + 1].gap
        for other in self.lines[mark.line + 1 : end]:
            if other.role:
                continue
            if apart or (under and not words and heading and other.gap and _heads_units(other)):
                apart.append(other)  # "Part 2" / "Services" / "" / "Contracts for services"
                continue
            node.end = other.end
            noted = heading and patterns().starts["editorial"].match(other.text) and not says_repealed(other.text)
            if not node.intro and len(heading) < 4 and looks_like_heading(other.text, 200) and not noted:
                heading.append(other.text.strip("*_"))
            else:
                node.add_text(other.start, other.end)
        node.heading = " ".join(" ".join(heading).split())
        if (note := patterns().edited.search(node.heading)) and not says_repealed(note.group()):
            node.heading = node.heading[: note.start()]
        if self._again(node, level):
            return
        self._add(node)
        self.open.append((level, node))
        if len(apart) > _APART:  # the margin of a page, which a conversion set between the lines
            for other in apart:
                node.add_text(other.start, other.end)
            node.end = apart[-1].end
            apart = []
        for other in apart:
            self._add(Node(kind="crossheading", heading=_tidy(other.text), start=other.start, end=other.end))

    def _again(self, node: Node, level: int) -> bool:
        """A division's number again: behind its heading ("Chapter 4 CHILDREN" / "Chapter 4"), or before each of its
        units in a collection that is sorted by number. It opens nothing."""
        siblings = self.open[-1][1].children if self.open else self.tree.body
        last = siblings[-1] if siblings else None
        if last is None or node.intro or (last.kind, last.num) != (node.kind, node.num):
            return False
        if node.heading and (node.heading != last.heading or not last.children):
            return False
        last.end = node.end
        self.open.append((level, last))
        return True

    def _add(self, node: Node) -> None:
        (self.open[-1][1].children if self.open else self.tree.body).append(node)

    def _unit(self, head: Head, end: int) -> None:
        mark = head.mark
        node = Node(
            kind=mark.kind,
            num=mark.num,
            num_printed=mark.printed,
            heading=_without_number(_tidy(self.text[slice(*head.heading)]), mark.num),
            start=head.start,
            end=max(head.body, head.heading[1], self.lines[mark.line].end),
        )
        inside = [
            line for at, line in enumerate(self.lines[mark.line : end], mark.line) if not line.role and at != head.skip
        ]
        crossheadings = _crossheadings(inside)
        if crossheadings:
            inside = inside[: -len(crossheadings)]
        nest(node, list(pieces_of(inside, head.body, self.text, self.width, mark.num)), self.text, self.repairs)
        if inside:
            node.end = max(node.end, inside[-1].end)
        self._add(node)
        for line in inside:
            line.text = ""  # the tree has the stretch; a large code is not held twice
        for line in crossheadings:
            extra = Node(kind="crossheading", heading=_tidy(line.text), start=line.start, end=line.end)
            self._add(extra)

    def _closing(self, head: Head, end: int) -> int:
        """The line of the signatures after the last unit: "Given under my hand ...", "Disahkan di Jakarta"."""
        closing = patterns().starts["closing"]
        words = False
        for index in range(head.mark.line, end):
            line = self.lines[index]
            if line.role:
                continue
            if words and index > head.mark.line and not line.quoted and closing.match(line.text):
                return index
            words = words or line.end > head.body
        return self._tail(head, end)

    def _tail(self, head: Head, end: int) -> int:
        """Where the last unit ends if a page's links or a list of names runs on behind it to the end of the file."""
        index = end
        while index - 1 > head.mark.line:
            line = self.lines[index - 1]
            if line.role or (
                len(line.text) < 70
                and not ends_sentence(line)
                and line.text[:1] not in '(["“'
                and line.text[-1:] != ","
            ):
                index -= 1
            else:
                break
        first = self.lines[index].text if index < end else ""
        return index if end - index >= 4 and not small(first[:1]) else end


#: Headings between the name of a division and its first unit, at most.
_APART = 2


def _heads_units(line: Line) -> bool:
    """A heading of the units below it, which is none of the name above."""
    return not is_upper(line.text) and looks_like_heading(line.text, 140) and line.text[-1:].isalnum()


def _crossheadings(inside: list[Line]) -> list[Line]:
    """Headings without number at the end of a unit: they announce the next."""
    found: list[Line] = []
    for line in reversed(inside[1:]):
        apart = line.heading_style or (line.gap and is_upper(line.text))
        if len(found) < 3 and apart and looks_like_heading(line.text) and line.text[-1:] not in ".;":
            found.append(line)
        else:
            break
    return found[::-1]


def _tidy(words: str) -> str:
    return " ".join(words.split()).strip(" .:;-–—―*_[]").strip()


def _without_number(heading: str, num: str) -> str:
    """A heading that repeats the number: "1. 1. Short title"."""
    first, _, rest = heading.partition(" ")
    return rest.strip() if rest and tidy(western(first.rstrip(".)।:"))) == num else heading


def _width(lines: list[Line]) -> int:
    """The columns of text whose lines are broken at a fixed width, so that a line's end is no end of a paragraph; 0
    for any other."""
    plain = [line for line in lines if not line.role]
    pairs = list(pairwise(plain))
    broken = sorted(
        line.indent + len(line.text)
        for line, after in pairs
        if not after.gap and 30 < len(line.text) < 130 and not ends_sentence(line)
    )
    return broken[len(broken) * 9 // 10] if len(broken) * 4 > len(pairs) else 0


def _ranks(heads: Sequence[Head], divisions: Sequence[Mark]) -> dict[str, int]:
    """Which kind of division holds which: by the usual order, corrected by what follows what directly."""
    kinds = sorted({mark.kind for mark in divisions}, key=lambda kind: (RANK[kind], kind))
    units = sorted(head.mark.line for head in heads)
    votes: dict[tuple[str, str], int] = {}
    place = 0
    ordered = sorted(divisions, key=lambda mark: mark.line)
    for first, second in pairwise(ordered):
        while place < len(units) and units[place] < first.line:
            place += 1
        direct = place >= len(units) or units[place] > second.line
        if direct and first.kind != second.kind:
            votes[(first.kind, second.kind)] = votes.get((first.kind, second.kind), 0) + 1
    for _ in kinds:
        for at in range(len(kinds) - 1):
            outer, inner = kinds[at], kinds[at + 1]
            if votes.get((inner, outer), 0) > votes.get((outer, inner), 0):
                kinds[at], kinds[at + 1] = inner, outer
    return {kind: place for place, kind in enumerate(kinds)}
