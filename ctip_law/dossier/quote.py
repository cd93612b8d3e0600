"""Words of a law quoted by clause: whole subsections with their numbers, and not the single words that were found."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from ctip_law.dossier.excerpt import WHOLE, chapeau, excerpt
from ctip_law.model import TOP_KINDS, Clause, Evidence, Law
from ctip_law.report.document import Cited, Passage
from ctip_law.report.rows import flat, law_name
from ctip_law.report.words import OUTSIDE

#: Signs that stand between a number or a heading and the words, and say nothing in a quotation.
_BEFORE_WORDS = " \t\n\u00a0.:;,–—-"


#: Characters of a law's name before a section.
_NAME = 64
#: "[2] section 4", and "section 4" of the only law.
_NUMBERED = re.compile(r"(\[(\d+)\] )section(s?)(?= )")
_SECTION = re.compile(r"\bsection(?=s? \d)")


class Quoter:
    """Finds the clauses of several laws by the place of their words."""

    def __init__(self, laws: Sequence[Law]) -> None:
        self.laws = {law.id: law for law in laws}
        self.names = {law.id: _short(law_name(law)) for law in laws} if len(laws) > 1 else {}
        self.numbers = {law.id: n for n, law in enumerate(laws, 1)} if len(laws) > 1 else {}
        self.kinds = {law.id: _kind(law) for law in laws}
        self._tops = {law.id: _top_units(law) for law in laws}
        self._new = {law.id: [unit for one in law.amendments for unit in one.clauses] for law in laws}
        self._terms = {law.id: {(one.start, one.end): one.term for one in law.definitions} for law in laws}

    def passages(self, evidence: Iterable[Evidence], most: int) -> tuple[tuple[Passage, ...], tuple[str, ...]]:
        """The clauses that hold the evidence, each once, in the order of laws and text; and the places of the rest
        where they would have more than `most` characters together.
        """
        held: dict[tuple[str, int, int], tuple[list[Clause], list[Evidence]]] = {}
        order = list(self.laws)
        for found in evidence:
            path = self._path(found)
            unit = _unit(path) if path else []
            span = (unit[-1].start, unit[-1].end) if unit else (found.start, found.end)
            held.setdefault((found.law, *span), (unit, []))[1].append(found)
        keys = sorted(held, key=lambda key: (order.index(key[0]), key[1], -key[2]))
        keys = [key for n, key in enumerate(keys) if not _inside(key, keys[:n])]
        shown: list[Passage] = []
        led: set[tuple[str, int]] = set()
        for key in keys:
            passage = self._passage(key, *held[key], led)
            if shown and sum(len(one.words) for one in shown) + len(passage.words) > most:
                break
            shown.append(passage)
        return tuple(shown), self._merged((key[0], held[key][0]) for key in keys[len(shown) :])

    def place(self, found: Evidence) -> str:
        """ "section 4(1)(a)" of the smallest clause that holds the words."""
        return self._place(found.law, self._path(found))

    def places(self, evidence: Iterable[Evidence], *, numbered: bool = False) -> tuple[str, ...]:
        """The places of several findings, those of one law together: "Lantern Act, sections 4(1), 7"; `numbered`:
        "[2] sections 4(1), 7" where several laws were read.
        """
        places = self._merged((found.law, self._path(found)) for found in evidence)
        if not numbered:
            return places
        return tuple(
            next((f"[{n}] {one.removeprefix(f'{self.names[law]}, ')}" for law, n in self.numbers.items()
                  if one.startswith(f"{self.names[law]}, ")), one)
            for one in places
        )  # fmt: skip

    def called(self, words: str) -> str:
        """Words of ours with "section 38" as "article 38" where the law's own units are articles."""
        for law, n in self.numbers.items():  # "section 4 of the Lantern Act" as "[2] section 4"
            title = re.escape(self.laws[law].title or law)
            words = re.sub(rf"\b(section \S+) of {title}", rf"[{n}] \1", words)
        by_number = {str(n): self.kinds[law] for law, n in self.numbers.items()}
        told = _NUMBERED.sub(lambda found: f"{found[1]}{by_number.get(found[2], 'section')}{found[3]}", words)
        kinds = set(self.kinds.values())
        return _SECTION.sub(kinds.pop(), told) if len(kinds) == 1 else told

    def at(self, law: str, start: int, end: int) -> str:
        """ "section 4(5)" of the smallest clause around a stretch of a law's text, without the law."""
        path = self._path(Evidence(law, "", "", start, end, "", ""))
        number = _number(path)
        return f"{path[0].kind} {number}" if number else ""

    def short(self, found: Evidence) -> str:
        """ "4(1)(a)" of the smallest clause, "[2] 4(1)(a)" where several laws were read."""
        path = self._path(found)
        number = _number(path) or (path[0].heading if path else "") or OUTSIDE
        return f"[{self.numbers[found.law]}] {number}" if found.law in self.numbers else number

    def cited(self, evidence: Iterable[Evidence]) -> tuple[Cited, ...]:
        """Each section that holds some of the evidence, whole, in the order of laws and text."""
        wanted: dict[str, set[int]] = {law: set() for law in self.laws}
        for found in evidence:
            if path := self._path(found):
                wanted[found.law].add(path[0].start)
        return tuple(
            Cited(law_name(law) if self.names else "", _heading(top), law.language, tuple(lines_of(top, 0, law.text)))
            for id, law in self.laws.items()
            for top in self._tops[id]
            if top.start in wanted[id]
        )

    def _path(self, found: Evidence) -> list[Clause]:
        """The section that holds the words and the clauses below it, down to the smallest; of words that an amending
        act puts into another law, the unit of that law and what is below it.
        """
        tops = self._tops[found.law]
        at = bisect_right([top.start for top in tops], found.start) - 1
        if at < 0 or found.start >= tops[at].end:
            return []
        path = [tops[at]]
        new = next((c for c in self._new[found.law] if c.start <= found.start and found.end <= c.end), None)
        if new and tops[at].start <= new.start and new.end <= tops[at].end:
            path.append(new)
        while inner := next((c for c in path[-1].children if c.start <= found.start and found.end <= c.end), None):
            path.append(inner)
        return path

    def _merged(self, paths: Iterable[tuple[str, Sequence[Clause]]]) -> tuple[str, ...]:
        """Places in the order in which they are given; those of a law that are cited by number stand together."""
        together: dict[tuple[str, str], list[str]] = {}
        for law, path in paths:
            place, number = self._place(law, path), _number(path)
            lead = place.removesuffix(number).rstrip() if number and place.endswith(number) else place
            numbers = together.setdefault((law, lead), [])
            if lead != place and number not in numbers:
                numbers.append(number)
        return tuple(
            f"{lead}{'s' if len(numbers) > 1 else ''} {', '.join(numbers)}" if numbers else lead
            for (_, lead), numbers in together.items()
        )

    def _place(self, law: str, path: Sequence[Clause]) -> str:
        name = f"{self.names[law]}, " if law in self.names else ""
        number = _number(path)
        if not path or not (number or path[0].heading):
            return f"{name}{OUTSIDE}"
        place = f"{path[0].kind} {number}" if number else f"{path[0].kind} “{flat(path[0].heading)[:80]}”"
        term = self._terms[law].get((path[-1].start, path[-1].end), "") if path[-1].kind == "definition" else ""
        return f"{name}{place}" + (f", definition of “{flat(term)[:60]}”" if term else "")

    def _passage(
        self, key: tuple[str, int, int], path: list[Clause], evidence: Sequence[Evidence], led: set[tuple[str, int]]
    ) -> Passage:
        """One passage. `led` are the clauses whose chapeau has stood before an item already."""
        law, start, end = key
        text = self.laws[law].text
        spans = [(one.start, one.end) for one in evidence]
        body = _body(path) if path else start
        words_at = body
        while words_at < end and text[words_at] in _BEFORE_WORDS:
            words_at += 1
        words, found = excerpt(text, words_at, end, spans)
        heading = flat(path[0].heading) if len(path) == 1 and min(a for a, _ in spans) < body else ""
        over = [one for one, below in pairwise(path) if below in one.children]  # not the order that puts a unit in
        above = [clause.intro for clause in over if clause.intro and (law, clause.start) not in led]
        led.update((law, clause.start) for clause in over)
        lead = f"{chapeau(' '.join(above))} " if above else ""
        place = self._place(law, path)
        return Passage(
            place=f"{place} “{heading}”" if heading and path[0].num else place,
            words=lead + words,
            lang=self.laws[law].language,
            found=tuple((len(lead) + a, len(lead) + b) for a, b in found),
        )


def _short(name: str) -> str:
    """A law's name before a section: one that fills lines is cut, for its number and the list of laws have it whole."""
    return name if len(name) <= _NAME else f"{name[:_NAME].rsplit(' ', 1)[0]} …"


def _kind(law: Law) -> str:
    """What most of a law's units are called: "section" or "article"."""
    kinds = [section.kind for section in law.sections()]
    return max(dict.fromkeys(kinds), key=kinds.count, default="section")


def _top_units(law: Law) -> list[Clause]:
    """The sections of the body and of what stands beside it, by their place in the text."""
    found = list(law.sections())
    for component in law.components:
        for clause in component.clauses:
            found += [one for one in clause.walk() if one.kind in TOP_KINDS] or [clause]
    return sorted((one for one in found if one.end > one.start), key=lambda one: one.start)


def _unit(path: list[Clause]) -> list[Clause]:
    """The way to the clause to quote: the largest around the words that is short, else the smallest."""
    at = len(path)
    while at > 1 and path[at - 2].end - path[at - 2].start <= WHOLE:
        at -= 1
    return path[:at]


def _body(path: Sequence[Clause]) -> int:
    """Where the words begin: of a section, and of one that is put into another law, after its number and heading,
    which the place says already."""
    top = path[-1]
    if len(path) > 1 and top.kind not in TOP_KINDS:
        return top.start
    marks = [at for at in (top.num_at, top.heading_at) if at and top.start <= at[0] < top.start + 300]
    return min(max((top.start, *(at[1] for at in marks))), top.end)


def _inside(key: tuple[str, int, int], before: Iterable[tuple[str, int, int]]) -> bool:
    return any(law == key[0] and start <= key[1] and key[2] <= end for law, start, end in before)


def _number(path: Sequence[Clause]) -> str:
    """ "4(1)(a)" """
    if not path or not path[0].num:
        return ""
    return path[0].num + "".join(map(_step, path[1:]))


def _step(clause: Clause) -> str:
    """ "(a)"; of a unit that is put into another law, ", new 153-A"."""
    if not clause.num:
        return ""
    return f", new {clause.num}" if clause.kind in TOP_KINDS else f"({clause.num})"


def _heading(top: Clause) -> str:
    label = f"{top.kind} {top.num}".strip()
    heading = flat(top.heading)
    return f"{label[:1].upper()}{label[1:]}" + (f". {heading}" if heading else "")


def lines_of(clause: Clause, depth: int, text: str) -> Iterator[tuple[int, str, str]]:
    """The clause line by line: number as printed, then its words, then what stands below it, as the `text` has it."""
    num = clause.num_printed if depth else ""
    heading = f"{clause.heading}. " if depth and clause.heading else ""
    first = flat(heading + (clause.intro or clause.text))
    if first or num:
        yield depth, flat(num), first
    if clause.intro and clause.text:
        yield depth, "", flat(clause.text)
    # an explanation may stand between the subsections and items of its own
    last = text.find(clause.wrap_up, clause.start, clause.end) if clause.wrap_up else -1
    told = not clause.wrap_up
    for child in clause.children:
        if not told and 0 <= last < child.start:
            yield depth, "", flat(clause.wrap_up)
            told = True
        yield from lines_of(child, depth + 1, text)
    if not told:
        yield depth, "", flat(clause.wrap_up)
