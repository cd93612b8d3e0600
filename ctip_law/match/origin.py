"""How the trafficking definition and offence were found: for each place the cues with their weights, and the sum.

What stays below the threshold is told too, the nearest first, so that a reader sees what a section lacks.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ctip_law.clauses.units import Section
from ctip_law.knowledge.weights import weights
from ctip_law.match import Reading

_BELOW = 2  # sections below the threshold that are told, the nearest


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue that holds of a section, and what it adds to the sum."""

    cue: str
    weight: float


@dataclass(frozen=True, slots=True)
class Origin:
    """A place that was weighed: `found` as the trafficking definition or offence, or not.

    A section by its cues, whose weights and the base give `score`; an entry of an interpretation section by what
    `why` says, without a sum.
    """

    law: str
    eid: str
    num: str
    heading: str
    start: int
    end: int
    found: bool
    score: float
    cues: tuple[Cue, ...] = ()
    why: str = ""


def origins(reading: Reading) -> tuple[Origin, ...]:
    """The places that were found, in the order of the text, then the sections that came nearest to it.

    Of those below the threshold none is told whose cues take away more than they add, unless nothing was found.
    """
    sections = [_weighed(reading, section) for section in reading.body.sections]
    found = [*(one for one in sections if one.found), *_entries(reading)]
    base = weights().base
    near = (one for one in sections if not one.found and (one.score > base or not found))
    below = sorted(near, key=lambda one: (-one.score, one.start))
    return (*sorted(found, key=lambda one: (one.start, one.end)), *below[:_BELOW])


def _weighed(reading: Reading, section: Section) -> Origin:
    table = weights()
    score, names = reading.roles.scores[section.eid]
    cues = sorted((Cue(name, table.weights.get(name, 0.0)) for name in names), key=lambda one: (-one.weight, one.cue))
    found, counted = score >= table.threshold, tuple(cue for cue in cues if cue.weight)
    start, end, _ = reading.body.quote(section.unit.start, section.unit.end - 1)
    law = reading.law.id
    return Origin(law, section.eid, section.num, section.heading, start, end, found, round(score, 4), counted)


def _entries(reading: Reading) -> Iterator[Origin]:
    for first, last, why in reading.roles.defined:
        section = reading.body.section_of(first)
        if section is not None:
            start, end, _ = reading.body.quote(first, last - 1)
            law = reading.law.id
            yield Origin(law, section.eid, section.num, section.heading, start, end, True, 0.0, (), why)
