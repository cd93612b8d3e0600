"""The places where rules look: sentences, items, subsections and sections of the operative body, in word positions.

An item is read with the chapeau and the wrap-up of the units above it, so that "(a) attempts to traffic" is read with
"commits an offence". What reads like operative law outside the sections is read too, as a section without a number.
Schedules, contents, preambles and leftovers are no part of the body and never reach a unit.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise, starmap

from ctip_law.annotate.tree import own_stretches, words_begin
from ctip_law.clauses.tokens import Words, words
from ctip_law.model import Clause, Law

_SENTENCE_END = re.compile(r"[.;:।。؛](?=\s|$)|\n\s*\n")
_STOP = re.compile(r"[.;。؛।](?=\s)")
# "... in writing. (2) A person ...": a numbered subsection that runs on in one paragraph
_RUN_ON = re.compile(r"(?:(?<=[.;:—–-])|(?<=\w[.;:]['\"”’]))\s*\((\d{1,2})\)\s+(?=\S)")
# "Article 5\n°. De la prevención. El Estado ...": a label, and a heading of at most 14 words before the text proper
_RUN_IN = re.compile(
    r"(?P<label>\W*(?:[^\W\d]{2,}\.?\s+)?[\w-]{1,12}\W*)"
    r"(?P<heading>[^\W\d][^\s.:;]*(?:[ ,]+[^\s.:;,]+){0,13})(?:\.[-–— ]|\s*\n)\s*(?=\S)"
)
_CITED = frozenset({"section", "article", "regulation", "rule"})  # the units that a law is cited by
_SKIP_FLAGS = frozenset({"repealed", "editorial"})


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch of words: `ranges` are (first word, word after) pairs, the unit's own first, then its context."""

    eid: str
    ranges: tuple[tuple[int, int], ...]

    @property
    def start(self) -> int:
        return self.ranges[0][0]

    @property
    def end(self) -> int:
        return self.ranges[0][1]

    @property
    def length(self) -> int:
        """Words of the unit with its context."""
        return sum(end - start for start, end in self.ranges)


@dataclass(frozen=True, slots=True)
class Section:
    """A top-level unit with its number, its heading and its place. `num` is "" for text outside the sections."""

    eid: str
    num: str
    heading: str
    unit: Unit
    clause: Clause
    heading_range: tuple[int, int]


@dataclass(slots=True)
class Body:
    """The operative body of a law, ready for rules.

    `at[scope][word]` is the index of the unit that a word lies in, `chapters` the words of the headings above a section
    (those of its part, chapter or division) by its eid.
    """

    law: Law
    words: Words
    sections: list[Section] = field(default_factory=list)
    units: dict[str, list[Unit]] = field(default_factory=dict)
    at: dict[str, list[int]] = field(default_factory=dict)
    chapters: dict[str, tuple[int, int]] = field(default_factory=dict)

    def word_at(self, offset: int) -> int:
        """The first word that starts at `offset` characters or later."""
        return bisect_left(self.words.starts, offset)

    def word_range(self, start: int, end: int) -> tuple[int, int]:
        """The words between two character offsets."""
        return self.word_at(start), self.word_at(end)

    def section_of(self, word: int) -> Section | None:
        """The section that a word lies in."""
        index = self.at["section"][word] if 0 <= word < len(self.words.lower) else -1
        return self.sections[index] if index >= 0 else None

    def apart(self, hits: Mapping[str, list[tuple[int, int]]]) -> dict[str, list[tuple[int, int]]]:
        """The hits without those that run into another section or over a full stop: in "... has been used." /
        "PART III VICTIMS" nobody uses a victim. A blank line alone (a page break) parts nothing. Linear in number.
        """
        kept = {name: [hit for hit in places if self._in_one(*hit)] for name, places in hits.items()}
        return {name: places for name, places in kept.items() if places}

    def _in_one(self, first: int, end: int) -> bool:
        """Whether words stand in one section and in one sentence."""
        at = self.at["sentence"]
        if at[first] == at[end - 1]:
            return True
        if self.at["section"][first] != self.at["section"][end - 1]:
            return False
        return _STOP.search(self.law.text, self.words.starts[first], self.words.starts[end - 1]) is None

    def quote(self, first: int, last: int) -> tuple[int, int, str]:
        """Offsets and words of the source from word `first` to word `last`, inclusive."""
        start, end = self.words.starts[first], self.words.ends[last]
        return start, end, self.law.text[start:end]


def body_of(law: Law) -> Body:
    """All units of a law. Linear in the length of its text."""
    body = Body(law, words(law.text, law.language))
    size = len(body.words.lower)
    for scope in ("sentence", "item", "subsection", "section"):
        body.units[scope] = []
        body.at[scope] = [-1] * size
    for clause in law.sections():
        if _SKIP_FLAGS & set(clause.flags):
            continue
        _add_section(body, clause)
    for clause in _outside(law):
        _add_section(body, clause)
    for clause in law.clauses:
        _add_chapters(body, clause, None)
    for definition in law.definitions:  # an entry is read by itself, however the tree holds it
        first, last = body.word_range(definition.start, definition.end)
        if first < last and body.at["section"][first] >= 0:
            _place(body, "subsection", Unit(definition.eid, ((first, last),)))
    return body


def _outside(law: Law) -> Iterator[Clause]:
    """What reads like operative law and stands in no section, as a section without a number."""
    taken = {component.name: 0 for component in law.components}
    for start, end in law.operative:
        name = next((one.name for one in law.components if one.start <= start and end <= one.end), "outside")
        taken[name] = taken.get(name, 0) + 1
        eid = name if taken[name] == 1 else f"{name}__{taken[name]}"
        yield Clause(eid, "section", text=law.text[start:end], start=start, end=end)


def _add_chapters(body: Body, clause: Clause, above: tuple[int, int] | None) -> None:
    """The nearest heading of a division above each section."""
    if clause.kind in _CITED:
        if above is not None:
            body.chapters[clause.eid] = above
        return
    if clause.heading_at is not None:
        above = body.word_range(*clause.heading_at)
    for child in clause.children:
        _add_chapters(body, child, above)


def _add_section(body: Body, clause: Clause) -> None:
    first, last = body.word_range(clause.start, clause.end)
    if first >= last:
        return
    unit = Unit(clause.eid, ((first, last),))
    # a section without a number is named by its heading
    num = clause.num or (f"“{clause.heading}”" if clause.heading else "")
    body.sections.append(Section(clause.eid, num, clause.heading, unit, clause, _heading(body, clause)))
    _place(body, "section", unit)
    children = [c for c in clause.children if not _SKIP_FLAGS & set(c.flags)]
    if children:
        for eid, start, end in _subsections(body, clause, children):
            _place(body, "subsection", Unit(eid, ((start, end),)))
        for leaf, context in _leaves(body, clause, ()):
            _place(body, "item", Unit(leaf.eid, (body.word_range(leaf.start, leaf.end), *context)))
    else:
        for start, end in _run_on_parts(body, clause):
            unit = Unit(clause.eid, ((start, end),))
            _place(body, "subsection", unit)
            _place(body, "item", unit)
    _fill(body, "item", "subsection", first, last)
    _add_sentences(body, clause)


def _heading(body: Body, clause: Clause) -> tuple[int, int]:
    """The words of a section's heading: marked as such, or run in ("Artículo 5. De la prevención. El Estado ...")."""
    text = body.law.text
    if clause.heading_at is not None:
        return body.word_range(*clause.heading_at)
    run_in = _RUN_IN.match(text, clause.start, min(clause.end, clause.start + 200))
    if run_in and not clause.heading and clause.num and clause.num.casefold() in run_in["label"].casefold():
        return body.word_range(*run_in.span("heading"))
    first = body.word_at(clause.start)
    return first, first


def _subsections(body: Body, clause: Clause, children: list[Clause]) -> Iterator[tuple[str, int, int]]:
    """The parts of a section: numbered subsections and definitions apart, items with the words they continue.

    Items are "(a)", "(b)" below words that they continue, and numbers that follow a colon ("... when: 1. ...; 2. ...").
    """
    text = body.law.text
    eid, at, item = clause.eid, clause.start, 0
    lettered = bool(children[0].num) and _whole_sentences(text, clause, children[0])
    for child in children:
        number = int(child.num) if child.num.isascii() and child.num.isdigit() else 0
        if child.kind != "definition" and not child.num[:1].isdigit() and not (lettered and child.num):
            continue
        before = text[at : child.start].rstrip()
        if number == 1 and before.endswith(":"):
            opening = before.rfind("\n")  # the paragraph that opens the list; what precedes it is apart
            if opening > 0:
                yield eid, *body.word_range(at, at + opening)
                eid, at = clause.eid, at + opening
            item = 1
        elif item and number == item + 1:
            item = number
        else:
            if child.start > at:
                yield eid, *body.word_range(at, child.start)
            eid, at, item = child.eid, child.start, 0
    yield eid, *body.word_range(at, clause.end)


def _whole_sentences(text: str, clause: Clause, first: Clause) -> bool:
    """Whether no words of a section lead to its letters, which are its subsections then, as in American codes:

    18-3-2. (A) A person is guilty of ... if he: (1) recruits ...  (B) A person convicted under (A) shall ...
    """
    begun = max([words_begin(text, clause), *(at[1] for at in (clause.num_at, clause.heading_at) if at)])
    return not text[begun : first.start].strip(" .-–—\n\t")


def _place(body: Body, scope: str, unit: Unit) -> None:
    if unit.start < unit.end:
        body.at[scope][unit.start : unit.end] = [len(body.units[scope])] * (unit.end - unit.start)
        body.units[scope].append(unit)


def _leaves(
    body: Body, clause: Clause, context: tuple[tuple[int, int], ...]
) -> Iterator[tuple[Clause, tuple[tuple[int, int], ...]]]:
    own = tuple(words for words in starmap(body.word_range, own_stretches(clause)) if words[0] < words[1])
    for child in clause.children:
        if child.children:
            yield from _leaves(body, child, context + own)
        else:
            yield child, context + own


def _fill(body: Body, scope: str, source: str, first: int, last: int) -> None:
    """Words of a section that lie in no unit of `scope` (a chapeau) take the unit of the wider scope."""
    index = body.at[scope]
    at = first
    while at < last:
        if index[at] >= 0:
            at += 1
            continue
        end = at
        while end < last and index[end] < 0 and body.at[source][end] == body.at[source][at]:
            end += 1
        outer = body.at[source][at]
        eid = body.units[source][outer].eid if outer >= 0 else ""
        _place(body, scope, Unit(eid, ((at, end),)))
        at = end


def _run_on_parts(body: Body, clause: Clause) -> Iterator[tuple[int, int]]:
    """Subsections that run on in one paragraph: "(1) ... (2) ...", only where the numbers count up from 1 or 2."""
    text = body.law.text
    cuts = [clause.start]
    want = None
    for match in _RUN_ON.finditer(text, clause.start, clause.end):
        number = int(match.group(1))
        if (want is None and number in (1, 2)) or number == want:
            want = number + 1
            cuts.append(match.start(1) - 1)
    for start, end in zip(cuts, [*cuts[1:], clause.end], strict=True):
        yield body.word_range(start, end)


def _add_sentences(body: Body, clause: Clause) -> None:
    text = body.law.text
    bounds = sorted({c.start for c in clause.walk()} | {c.end for c in clause.walk()})
    ends = [m.end() for m in _SENTENCE_END.finditer(text, clause.start, clause.end)]
    cuts = sorted({*bounds, *ends, clause.start, clause.end})
    for start, end in pairwise(cuts):
        first, last = body.word_range(start, end)
        _place(body, "sentence", Unit(clause.eid, ((first, last),)))
