"""Finding clauses by place and by number, in time that does not grow with the number of brothers; the words of a clause
that are its own."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from ctip_law.model import TOP_KINDS, Clause, Law


def child_at(clauses: Sequence[Clause], start: int, end: int) -> Clause | None:
    """The one of `clauses` (in the order of the text) that holds the stretch `start` to `end`."""
    at = bisect_right(clauses, start, key=lambda clause: clause.start) - 1
    return clauses[at] if at >= 0 and end <= clauses[at].end else None


def path(clause: Clause, start: int, end: int) -> list[Clause]:
    """The clauses that hold a stretch, from `clause` inwards."""
    found = [clause]
    while (inner := child_at(found[-1].children, start, end)) is not None:
        found.append(inner)
    return found


def path_in(clauses: Sequence[Clause], offset: int) -> list[Clause]:
    """The clauses that hold a character, the outermost first."""
    outer = child_at(clauses, offset, offset + 1)
    return path(outer, offset, offset + 1) if outer else []


def key(num: str) -> str:
    """A number for comparing: "(A)." and "a" are the same."""
    return num.casefold().replace(" ", "").strip("().")


def own_stretches(clause: Clause) -> Iterator[tuple[int, int]]:
    """The stretches of the text that lie in a clause and in none of its children: before, between and after them."""
    at = clause.start
    for child in clause.children:
        if child.start > at:
            yield at, child.start
        at = max(at, child.end)
    if clause.end > at:
        yield at, clause.end


_QUOTES = tuple("\"“«")


def words_begin(text: str, clause: Clause) -> int:
    """Where the words of a clause begin: past its number and heading, in whatever order and however often they stand
    there. The first letter, digit, opening bracket or quotation mark of the words, or the end of the clause."""
    at, moved = clause.start, True
    heads = [head.split() for head in (clause.num_printed or clause.num, clause.heading) if head]
    if heads and text[at : at + 1] in _QUOTES and _past(text, at + 1, clause.end, heads[0]) > at + 1:
        at += 1  # a bill that is printed as a quotation opens it before the number of its first unit
    while moved:
        moved = False
        while at < clause.end and not (text[at].isalnum() or text[at] in "(\"“‘«"):
            at += 1
        for head in heads:
            if (past := _past(text, at, clause.end, head)) > at:
                at, moved = past, True
    return at


def _past(text: str, at: int, end: int, words: Sequence[str]) -> int:
    """The end of `words` where they stand at a place, whatever blanks are between them; else -1."""
    for word in words:
        while at < end and text[at].isspace():
            at += 1
        if not text.startswith(word, at) or at + len(word) > end:
            return -1
        at += len(word)
    return -1 if text[at - 1].isalnum() and at < end and (text[at].isalnum() or text[at] == "_") else at


class Numbers:
    """The children of clauses by number."""

    def __init__(self) -> None:
        self._of: dict[int, tuple[Clause, dict[str, Clause]]] = {}

    def child(self, clause: Clause, num: str) -> Clause | None:
        """The first child of `clause` with a number."""
        if id(clause) not in self._of:
            table: dict[str, Clause] = {}
            for inner in clause.children:
                table.setdefault(key(inner.num), inner)
            self._of[id(clause)] = clause, table
        return self._of[id(clause)][1].get(num)

    def descend(self, clause: Clause, parts: Sequence[str]) -> Clause:
        """The deepest clause that the numbers lead to from `clause`."""
        for part in parts:
            inner = self.child(clause, part)
            if inner is None:
                return clause
            clause = inner
        return clause

    def find(self, clause: Clause, parts: Sequence[str]) -> Clause | None:
        """The clause that the numbers lead to from `clause`, if they lead all the way."""
        for part in parts:
            inner = self.child(clause, part)
            if inner is None:
                return None
            clause = inner
        return clause


def ancestors(law: Law) -> dict[int, list[Clause]]:
    """Parts and chapters above each clause that is not below a section, by its id, the outermost first."""
    above: dict[int, list[Clause]] = {}
    waiting: list[tuple[Clause, list[Clause]]] = [(clause, []) for clause in law.clauses]
    while waiting:
        clause, outer = waiting.pop()
        above[id(clause)] = outer
        if clause.kind not in TOP_KINDS:
            waiting += [(inner, [*outer, clause]) for inner in clause.children]
    return above
