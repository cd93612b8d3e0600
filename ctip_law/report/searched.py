"""What of a law is searched: its words, the places that they stand in, and what was found there. It can be kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ctip_law.clauses.tokens import Words, words
from ctip_law.model import Clause, Law


@dataclass(frozen=True, slots=True)
class Below:
    """A numbered or unnumbered clause within a place, for the way down to some words."""

    num: str
    start: int
    end: int
    below: tuple[Below, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of the text: a section, a clause of a schedule, or what stands outside both (`eid` "" then).

    `num` is what it is cited by, its schedule before it. `defines`: at least half of it are entries of definitions.
    """

    start: int
    end: int
    eid: str = ""
    num: str = ""
    heading: str = ""
    below: tuple[Below, ...] = ()
    defines: bool = False


@dataclass(frozen=True, slots=True)
class Searched:
    """A law as it is searched: every stretch of its text once, in order; `cautions` as (code, words).

    `found` are elements of the framework with the offset of their words, None where nobody has looked yet.
    """

    id: str
    title: str
    path: str
    country: str
    language: str
    text: str
    words: Words
    places: tuple[Place, ...]
    cautions: tuple[tuple[str, str], ...] = ()
    found: tuple[tuple[str, int], ...] | None = None


def searched(law: Law) -> Searched:
    """What of a law is searched; nobody has looked for elements yet."""
    return Searched(
        law.id, law.title, law.source.path, law.country.upper(), law.language, law.text, words(law.text, law.language),
        tuple(_places(law)), tuple((one.code, one.message) for one in law.warnings),
    )  # fmt: skip


def elements_in(law: Law) -> tuple[tuple[str, int], ...]:
    """The elements that the matcher finds in a law read alone, each with the offset of the words that it rests on."""
    from ctip_law.languages import languages
    from ctip_law.match import read_law

    if law.language not in languages():
        return ()
    return tuple(sorted({(one.element, one.evidence.start) for one in read_law(law).found}))


def haystack(text: str) -> str:
    """A text as letters are looked for in it."""
    folded = text.casefold()
    return folded if len(folded) == len(text) else text  # a letter that is two in lower case would shift what follows


def _places(law: Law) -> Iterator[Place]:
    """Every stretch of the text once, in order: sections, clauses of schedules, and what stands between them."""
    known = [replace(_place(one, ""), defines=_defines(one, law)) for one in law.sections()]
    for part in law.components:
        name = part.name.replace("_", " ")
        own = [_place(one, name) for one in part.clauses]
        known += own or [Place(part.start, part.end, num=name)]
    done = 0
    for place in sorted(known, key=lambda one: (one.start, one.end)):
        if place.start > done:
            yield Place(done, place.start)
        if place.end > done:
            start = max(place.start, done)
            yield replace(place, start=start)
        done = max(done, place.end)
    if done < len(law.text):
        yield Place(done, len(law.text))


def _defines(clause: Clause, law: Law) -> bool:
    shared = (min(one.end, clause.end) - max(one.start, clause.start) for one in law.definitions)
    return 2 * sum(length for length in shared if length > 0) >= clause.end - clause.start


def _place(clause: Clause, within: str) -> Place:
    num = f"{within} {clause.num}".strip()
    return Place(clause.start, clause.end, clause.eid, num, clause.heading, _below(clause))


def _below(clause: Clause) -> tuple[Below, ...]:
    return tuple(Below(one.num, one.start, one.end, _below(one)) for one in clause.children)
