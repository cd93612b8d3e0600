"""Where evidence stands in a law: how to cite it, and how much of the clause around it to show."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ctip_law.model import TOP_KINDS, Clause, Evidence, Law
from ctip_law.site.nouns import Excerpt, Place, Span
from ctip_law.write.akn_meta import three_letters

#: A clause is shown whole up to this many characters; of a longer one the lines that hold the evidence.
LONGEST = 1200

#: Blanks, then a number or letter of a list ("(a)", "12.", "iv)").
_LETTER = re.compile(r"[\s—–:.-]*(?:(?:\([0-9a-z]{1,4}\)|[0-9a-z]{1,3}[.)])\s+)*")

#: So many characters may stand before the heading of a unit: its kind and number.
_BEFORE_HEADING = 40

Path = tuple[Clause, ...]


def law_page(law: Law) -> str:
    """The page of a law: its FRBR URI, of which every part is a safe folder name."""
    return page_of(law.id)


def page_of(uri: str) -> str:
    """The page of the law with an FRBR URI."""
    parts = (re.sub(r"[^A-Za-z0-9._-]+", "-", part).strip(".-") for part in uri.split("/"))
    return "/".join(["law", *(part for part in parts if part)])


def version_page(law: Law, version: str) -> str:
    """The address that a version of a law keeps whatever comes after it: that of the law, its language and its date."""
    return f"{law_page(law)}/{three_letters(law.language)}@{re.sub(r'[^0-9A-Za-z.-]+', '-', version)}"


class Places:
    """The clauses of one law by eid, each with the way down to it."""

    def __init__(self, law: Law) -> None:
        self.law = law
        self.page = law_page(law)
        components = [clause for component in law.components for clause in component.clauses]
        self._paths = {path[-1].eid: path for path in _paths((*components, *law.clauses), ())}
        self._terms = {one.eid: one.term for one in law.definitions}

    def place(self, eid: str) -> Place:
        """How the clause is cited and linked; a clause that the law does not hold links to the law's head."""
        path = self._paths.get(eid)
        if not path:
            return Place(self.page, "", "the law", self.law.title)
        term = next((self._terms[c.eid] for c in path if c.kind == "definition" and c.eid in self._terms), "")
        return Place(self.page, eid, _label(path) + (f", “{term}”" if term else ""), self.law.title)

    def excerpts(self, evidence: Iterable[tuple[Evidence, Span]]) -> list[Excerpt]:
        """The clauses that hold the evidence, each once, in the order of the law, with the spans moved into them."""
        by_unit: dict[tuple[int, int], tuple[str, list[Span]]] = {}
        for found, span in sorted(evidence, key=lambda pair: (pair[0].start, -pair[0].end)):
            start, end, eid = self._unit(found)
            held = next((u for u in by_unit if u[0] <= start and end <= u[1]), None)
            by_unit.setdefault(held or (start, end), (eid, []))[1].append(span)
        return [self._excerpt(start, end, eid, spans) for (start, end), (eid, spans) in sorted(by_unit.items())]

    def _unit(self, found: Evidence) -> tuple[int, int, str]:
        """The largest clause of a readable length around the evidence, below or at the top-level unit."""
        path = self._paths.get(found.eid, ())
        top = next((n for n, clause in enumerate(path) if clause.kind in TOP_KINDS), 0)
        holding = [c for c in path[top:] if c.start <= found.start and found.end <= c.end]
        fitting = [clause for clause in holding if clause.end - clause.start <= LONGEST]
        if fitting:
            return fitting[0].start, fitting[0].end, fitting[0].eid
        start = self.law.text.rfind("\n", 0, found.start) + 1
        end = self.law.text.find("\n", found.end)
        return start, end if end >= 0 else len(self.law.text), found.eid

    def _excerpt(self, start: int, end: int, eid: str, spans: Iterable[Span]) -> Excerpt:
        text = self.law.text
        while end > start and text[end - 1].isspace():
            end -= 1
        path = self._paths.get(eid, ())
        unit = next((clause for clause in path if clause.kind in TOP_KINDS), None)
        headed = self._headed(unit)
        moved = [
            Span(
                max(self._tight(s, headed), start) - start, min(s.end, end) - start,
                s.number, s.element, s.label, s.group, s.weak,
            )
            for s in spans
        ]  # fmt: skip
        whole = path[-1] if path else None
        return Excerpt(
            place=self.place(eid),
            heading=unit.heading if unit else "",
            text=text[start:end],
            start=start,
            language=(whole.lang if whole else "") or self.law.language,
            spans=tuple(sorted(moved, key=lambda s: (s.start, s.end, s.number))),
            cut_before=whole is not None and whole.start < start,
            cut_after=whole is not None and bool(text[end : whole.end].strip()),
        )

    def _headed(self, unit: Clause | None) -> int:
        """Where the heading of a unit ends in the text, 0 without one."""
        if unit is None or not unit.heading:
            return 0
        at = self.law.text.find(unit.heading, unit.start, unit.start + len(unit.heading) + _BEFORE_HEADING)
        return at + len(unit.heading) if at >= 0 else 0

    def _tight(self, span: Span, headed: int) -> int:
        """Where the proving words start: after a heading and a list letter that the evidence runs through."""
        start = headed if span.start < headed < span.end else span.start
        found = _LETTER.match(self.law.text, start, span.end)
        moved = found.end() if found else start
        return moved if self.law.text[moved : span.end].strip() else span.start


def _paths(clauses: Iterable[Clause], above: Path) -> Iterator[Path]:
    for clause in clauses:
        path = (*above, clause)
        yield path
        yield from _paths(clause.children, path)


def _label(path: Path) -> str:
    """ "section 12(2)(a)"; a definition is cited with its subsection, a part or schedule by its own number."""
    tops = [n for n, clause in enumerate(path) if clause.kind in TOP_KINDS]
    first = tops[-1] if tops else len(path) - 1
    head = path[first]
    below = "".join(f"({clause.num})" for clause in path[first + 1 :] if clause.num)
    return f"{head.kind} {head.num}{below}".strip() if head.num else head.heading or head.kind
