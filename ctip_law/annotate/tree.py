"""Finding clauses by place and by number, in time that does not grow with the number of brothers."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

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
