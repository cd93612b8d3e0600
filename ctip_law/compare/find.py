"""Finds what an instruction names in the law that is amended: a unit by its numbers, words by themselves."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ctip_law.annotate.instructions import NotThere, Target
from ctip_law.annotate.tree import key
from ctip_law.annotate.view import fold
from ctip_law.compare.editing import Draft
from ctip_law.model import TOP_KINDS
from ctip_law.structure.node import Node
from ctip_law.structure.numbers import roman_value

_QUOTED = re.compile(r"[\"“‘']([^\"“”‘’\n]{1,90})[\"”’']")
_NEXT_ENTRY = re.compile(
    r"(?<=[.;:])\s*\n\s*(?P<entry>[\"“‘][^\"“”‘’\n]{1,90}[\"”’]\s+(?:or\b|and\b|means?\b|includes?\b|has\b))"
)
_DIVISIONS = frozenset({"part", "chapter", "division", "title", "schedule"})


@dataclass(frozen=True, slots=True)
class Found:
    """A unit with the list it stands in. `last` is the last of its brothers that belongs to it, mostly itself.

    A list of paragraphs may stand beside the subsection that opens it, where the source gives no clue of depth.
    """

    node: Node
    brothers: list[Node]
    first: int
    last: int
    parent: Node | None

    @property
    def start(self) -> int:
        return self.node.start

    @property
    def end(self) -> int:
        """Where the nodes of the unit end."""
        return max(_end(node) for node in self.brothers[self.first : self.last + 1])

    def close(self, draft: Draft) -> int:
        """The end of the unit's last sentence, which may go on below a blank line that a page has left.

        Up to its next brother all words are the unit's own; after the last brother they may be the words that close
        the whole list, so that only an unfinished sentence is followed.
        """
        text, end = draft.text, self.end
        if self.node.kind in TOP_KINDS or self.parent is None:
            return end
        if self.last + 1 < len(self.brothers):
            return max(end, draft.words_end(self.brothers[self.last + 1].start))
        ends = ".;:—–" if self.node.num[:1].isdigit() else ".;:,—–"
        if re.search(rf"[{ends}][^\w,]*\Z", text[max(end - 4, 0) : end]):
            return end
        limit = self.parent.end
        stop = re.compile(r"(?:[.;:—–](?:\s+(?:and|or))?\s*$|,\s*\n\s*\n)", re.M).search(text, end, limit)
        return len(text[: stop.end()].rstrip()) if stop else max(end, draft.words_end(limit))


def find(draft: Draft, target: Target) -> Found:
    """The unit that `target` names. Raises NotThere when there is none, or more than one."""
    path = list(target.path)
    if not path:
        raise NotThere("the instruction does not say which unit it means")
    level, num = path.pop(0)
    if level == "division":
        found = _division(draft, num)
    elif level == "section":
        found = _section(draft, num)
    else:
        raise NotThere(f"the instruction names a {level} without its section")
    for level, num in path:
        found = _entry(found, num, draft) if level == "definition" else _below(found, num, target)
    return found


def _division(draft: Draft, name: str) -> Found:
    kind, _, num = name.partition(" ")
    nodes = [(node, brothers, parent) for node, brothers, parent in _walk(draft.body) if node.kind == kind.lower()]
    hits = [hit for hit in nodes if num and key(hit[0].num) == key(num)]
    if kind.lower() not in _DIVISIONS or len(hits) != 1:
        raise NotThere(f"{name} was not found as one unit")
    node, brothers, parent = hits[0]
    place = _place(brothers, node)
    return Found(node, brothers, place, place, parent)


def _section(draft: Draft, num: str) -> Found:
    hits = [hit for hit in _walk(draft.body) if hit[0].kind in TOP_KINDS and key(hit[0].num) == key(num)]
    if not hits:
        raise NotThere(f"section {num} was not found")
    if len(hits) > 1:
        raise NotThere(f"section {num} stands {len(hits)} times")
    node, brothers, parent = hits[0]
    place = _place(brothers, node)
    return Found(node, brothers, place, place, parent)


def _walk(nodes: list[Node], parent: Node | None = None) -> list[tuple[Node, list[Node], Node | None]]:
    """Every section and division with the list it stands in."""
    found: list[tuple[Node, list[Node], Node | None]] = []
    for node in nodes:
        found.append((node, nodes, parent))
        if node.kind not in TOP_KINDS:
            found += _walk(node.children, node)
    return found


def _entry(found: Found, term: str, draft: Draft) -> Found:
    """The definition of a term in a unit."""
    hits = []
    for parent in found.node.walk():
        for place, node in enumerate(parent.children):
            if node.kind == "definition" and fold(term) in _terms(node, draft.text):
                hits.append(Found(node, parent.children, place, place, parent))
    if len(hits) != 1:
        count = f"stands {len(hits)} times" if hits else "was not found"
        raise NotThere(f"the definition of “{term}” {count}")
    _part_entries(hits[0], draft.text)
    return hits[0]


def _part_entries(found: Found, text: str) -> None:
    """An entry that was read as the end of the one before it becomes an entry of its own."""
    node = found.node
    again = _NEXT_ENTRY.search(text, node.start + 1, _end(node))
    if not again:
        return
    at = again.start("entry")
    rest = Node(kind="definition", start=at, end=_end(node))
    for inner in list(node.walk()):
        for stretches in (inner.intro, inner.wrap_up):
            rest.intro += [(max(first, at), last) for first, last in stretches if last > at]
            stretches[:] = [(first, min(last, again.start())) for first, last in stretches if first < at]
        inner.children = [child for child in inner.children if child.start < at]
        inner.end = min(inner.end, again.start())
    rest.intro.sort()
    found.brothers.insert(found.last + 1, rest)


def _terms(node: Node, text: str) -> list[str]:
    """What an entry defines: the quoted words at its beginning."""
    words = " ".join(text[node.start : min(node.end, node.start + 250)].split())
    head = re.split(r"\b(?:means?|includes?|has the|have the|shall)\b", words, maxsplit=1)[0]
    return [fold(term) for term in _QUOTED.findall(head)]


def _below(found: Found, num: str, target: Target) -> Found:
    """The unit numbered `num` in a unit: among its children, else among all that stands in it."""
    groups = [node.children for node in found.brothers[found.first : found.last + 1]]
    if found.last > found.first:
        groups.insert(0, found.brothers[found.first + 1 : found.last + 1])
    hits = [node for group in groups for node in group if key(node.num) == key(num)]
    if not hits:
        deeper = [node for group in groups for child in group for node in child.walk()]
        hits = [node for node in deeper if key(node.num) == key(num)]
    if len(hits) != 1:
        count = f"stands {len(hits)} times" if hits else "was not found"
        raise NotThere(f"{target}: ({num}) {count}")
    return _placed(hits[0], found)


def _placed(node: Node, within: Found) -> Found:
    parents = [within.parent] if within.parent else []
    for outer in within.brothers[within.first : within.last + 1]:
        parents += list(outer.walk())
    for parent in parents:
        if any(child is node for child in parent.children):
            first = _place(parent.children, node)
            return Found(node, parent.children, first, _last(parent.children, first), parent)
    first = _place(within.brothers, node)
    return Found(node, within.brothers, first, _last(within.brothers, first), within.parent)


def _last(brothers: Sequence[Node], first: int) -> int:
    """The last brother that belongs to a unit: (a) and (b) after (2), (i) and (ii) after (a)."""
    own = brothers[first]
    if own.kind in TOP_KINDS or not own.num:
        return first
    rest = [brother.num if brother.kind != "definition" else "" for brother in brothers[first + 1 :]]
    if own.num[0].isdigit():
        return first + _run(rest, lambda num: num[:1].isalpha())
    if rest[:1] != ["i"] or own.num == "h":
        return first
    successor = chr(ord(own.num[-1]) + 1)
    return first + _run(rest, lambda num: bool(roman_value(num)) and num != successor)


def _run(nums: Sequence[str], fits: Callable[[str], bool]) -> int:
    """How many at the front fit."""
    return next((place for place, num in enumerate(nums) if not fits(num)), len(nums))


def _place(brothers: Sequence[Node], node: Node) -> int:
    return next(place for place, brother in enumerate(brothers) if brother is node)


def _end(node: Node) -> int:
    return max(inner.end for inner in node.walk())


def words_start(node: Node) -> int:
    """Where the words of a unit begin, after number and heading."""
    starts = [first for first, _ in node.intro] + [child.start for child in node.children]
    return min(starts, default=node.end)


def occurrences(draft: Draft, start: int, end: int, words: str) -> list[tuple[int, int]]:
    """Where `words` stand in `text[start:end]`, whole words only; blanks, quotation marks and dashes may differ."""
    chars, places = _read(draft, start, end)
    wanted = "".join(_plain(words).split())
    if not wanted:
        return []
    hits = []
    at = chars.find(wanted)
    while at >= 0:
        first, last = places[at], places[at + len(wanted) - 1] + 1
        cut_front = wanted[0].isalnum() and draft.text[first - 1 : first].isalnum()
        cut_back = wanted[-1].isalnum() and draft.text[last : last + 1].isalnum()
        if not cut_front and not cut_back:
            hits.append((first, last))
        at = chars.find(wanted, at + 1)
    return hits


def _read(draft: Draft, start: int, end: int) -> tuple[str, list[int]]:
    """What is printed, without blanks and furniture, with the place of each character."""
    chars: list[str] = []
    places: list[int] = []
    at = start
    for first, last in [*draft.masked(), (end, end)]:
        for place in range(at, min(first, end)):
            if not draft.text[place].isspace():
                chars.append(_plain(draft.text[place]))
                places.append(place)
        at = max(at, min(last, end))
    return "".join(chars), places


_PLAIN = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-", "‐": "-"})


def _plain(text: str) -> str:
    return text.translate(_PLAIN)
