"""What a template sees: the findings in words, each tied to the duty that it serves. No id of the program stands here.

The how-to page on templates lists every field; a test holds the two against each other.
"""

from __future__ import annotations

from dataclasses import dataclass

from ctip_law.report.document import Held, Observation, Passage, Term


@dataclass(frozen=True, slots=True)
class Statute:
    """A law that was read: its title and (label, value) facts."""

    title: str
    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Duty:
    """One article and what was found on it. `status` is a word; `open` says that something is left to do, `found` that
    some words of the law answer, `needs_law` that no administrative measure can answer. `proposed` are headings of
    model clauses, `decide` what a policy maker has to choose in them; `checked` says that `asks` was held
    against the full text of the instrument.
    """

    cited: str
    title: str
    asks: str
    strength: str
    meaning: str
    softened: str
    status: str
    sign: str
    open: bool
    found: bool
    needs_law: bool
    sections: str
    passages: tuple[Passage, ...]
    more: str
    why: tuple[str, ...]
    advice: str
    proposed: tuple[str, ...]
    decide: tuple[str, ...]
    checked: bool


@dataclass(frozen=True, slots=True)
class Trace:
    """What the law has on one thing looked for: `status` is a word, `place` the section."""

    label: str
    status: str
    place: str


@dataclass(frozen=True, slots=True)
class Point:
    """A question or check. `serves` are the articles, `traces` what the law has on it, `law` the same in a sentence.

    `passages` are the words of the law that the traces rest on, each once; `more` names the places of the rest.
    """

    words: str
    serves: tuple[str, ...]
    traces: tuple[Trace, ...]
    law: str
    passages: tuple[Passage, ...]
    more: str


@dataclass(frozen=True, slots=True)
class Part:
    """Points under one heading."""

    title: str
    about: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Subject:
    """The duties of one subject, and the questions on it that no law answers by itself."""

    title: str
    about: str
    duties: tuple[Duty, ...]
    questions: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """A recommendation. `articles` are those it serves, `proposed` the headings of model clauses; `why` says what is to
    be read where there is no verdict.
    """

    number: int
    words: str
    articles: tuple[str, ...]
    strength: str
    proposed: tuple[str, ...]
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """How many duties of one strength have which status, in words: ("3 met", "1 partial")."""

    kind: str
    strength: str
    counts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Contacts:
    """The directory that was given: heads of its columns and its rows."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class View:
    """All of it. `name` is the country, else the law; `cautions` say what must be known of how the law was read."""

    name: str
    country: str
    laws: tuple[Statute, ...]
    applied: tuple[Held, ...]
    left_out: tuple[Held, ...]
    tallies: tuple[Tally, ...]
    duties: tuple[Duty, ...]
    subjects: tuple[Subject, ...]
    leading: tuple[str, ...]
    silent: str
    steps: tuple[Step, ...]
    penalties: tuple[Term, ...]
    penalties_note: str
    observations: tuple[Observation, ...]
    offence: tuple[Part, ...]
    protection: tuple[Part, ...]
    checklists: tuple[Part, ...]
    labour: tuple[Part, ...]
    contacts: Contacts | None
    legend: tuple[tuple[str, str], ...]
    cautions: tuple[str, ...]
    limits: tuple[str, ...]
    sources: tuple[str, ...]
    made_with: str
    errors: tuple[str, ...]
