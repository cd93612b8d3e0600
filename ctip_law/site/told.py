"""Findings as sentences, counted from the data. They speak of texts that were read, and put no state above another."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from ctip_law.framework import Provision
from ctip_law.report.data import ANSWERED
from ctip_law.site.nouns import Cell, CountryView, SiteData

#: Statuses in which no provision was found, and those that are verdicts at all.
OPEN = ("gap", "not_in_legislation")
JUDGED = (*ANSWERED, "partial", *OPEN)


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding across the countries: the duty it speaks of, its sentence, and how many other duties have the same
    count."""

    provision: Provision
    head: str
    words: str
    others: int


@dataclass(frozen=True, slots=True)
class _Count:
    provision: Provision
    met: int
    partial: int
    open: int

    @property
    def judged(self) -> int:
        return self.met + self.partial + self.open


Weight: TypeAlias = Callable[[_Count], int]


def findings(site: SiteData) -> tuple[Finding, ...]:
    """Up to three findings on mandatory duties: the one that most laws answer, the one that fewest speak of, the one
    they differ on most.

    Each speaks of a duty of its own. Nothing where no verdict was given.
    """
    binding = [one for one in site.judged if one.counts_as == "mandatory"]
    counts = [_count(one, site.cells(one.id)) for one in binding]
    counts = [one for one in counts if one.judged]
    made: list[Finding] = []
    asked: tuple[tuple[str, Weight, Callable[[_Count], str]], ...] = (
        ("Answered most often", lambda one: one.met, _met),
        ("Found least often", lambda one: one.open, _open),
        ("Where the laws differ most", lambda one: min(one.met, one.partial + one.open), _differs),
    )
    for head, weight, told in asked:
        left = [one for one in counts if weight(one) and one.provision not in [f.provision for f in made]]
        if not left:
            continue
        top = max(weight(one) for one in left)
        same = [one for one in left if weight(one) == top]
        made.append(Finding(same[0].provision, head, told(same[0]), len(same) - 1))
    return tuple(made)


def _count(provision: Provision, cells: Sequence[Cell]) -> _Count:
    statuses = [cell.status for cell in cells]
    met = sum(status in ANSWERED for status in statuses)
    return _Count(provision, met, statuses.count("partial"), sum(status in OPEN for status in statuses))


def _met(one: _Count) -> str:
    return f"In {_of(one.met, one.judged)} a provision answers this duty in full."


def _open(one: _Count) -> str:
    return f"In {_of(one.open, one.judged)} no provision on it was found in the laws read; general law was not read."


def _differs(one: _Count) -> str:
    rest = [f"in {one.partial} it is answered in part"] if one.partial else []
    rest += [f"in {one.open} no provision was found"] if one.open else []
    return f"In {_of(one.met, one.judged)} it is answered in full; {', '.join(rest)}."


def _of(n: int, judged: int) -> str:
    if n == judged:
        return "the one country" if n == 1 else f"all {n} countries"
    return f"{n} of {judged} countries"


def prose(country: CountryView, judged: Sequence[Provision]) -> tuple[str, ...]:
    """The findings on a country as sentences that can be quoted, mandatory duties by name, the others counted."""
    return tuple(_prose(country, judged))


def _prose(country: CountryView, judged: Sequence[Provision]) -> Iterator[str]:
    cells = [country.cells[one.id] for one in judged]
    yield (
        f"The {_laws(country)} of {country.name} {'was' if len(country.laws) == 1 else 'were'} held against "
        f"{len(judged)} duties that ask something of a statute. {_sum(cells)}"
    )
    binding = [one for one in judged if country.cells[one.id].finding.strength == "mandatory"]
    for words, wanted in (
        ("Among the mandatory duties, these are answered", ANSWERED),
        ("Answered in part", ("partial",)),
        ("No provision was found on", OPEN),
        ("No verdict was given on", ("unclear", "not_assessed")),
    ):
        named = [_lower(one.title) for one in binding if country.cells[one.id].status in wanted]
        if named:
            yield f"{words}: {'; '.join(named)}."


def _laws(country: CountryView) -> str:
    """ "bill read", "law read (an extract)", "3 laws read (1 of them a bill)"."""
    marks = [tuple(mark.partition(":")[0] for mark in law.marks) for law in country.laws]
    if len(marks) == 1:
        own = [words for mark, (words, _) in _MARKED.items() if mark in marks[0] and mark != "bill"]
        return f"{'bill' if 'bill' in marks[0] else 'law'} read" + (f" ({', '.join(own)})" if own else "")
    told = []
    for mark, words in _MARKED.items():
        if n := sum(mark in own for own in marks):
            told.append(f"{n} of them {words[n > 1]}")
    return f"{len(marks)} laws read" + (f" ({', '.join(told)})" if told else "")


#: Mark of a law -> how a sentence says it of one and of several.
_MARKED = {"bill": ("a bill", "bills"), "repealed": ("repealed", "repealed"), "extract": ("an extract", "extracts")}


def _sum(cells: Sequence[Cell]) -> str:
    count = {
        "answered": sum(cell.status in ANSWERED for cell in cells),
        "answered in part": sum(cell.status == "partial" for cell in cells),
        "with no provision found": sum(cell.status in OPEN for cell in cells),
        "without a verdict": sum(cell.status not in JUDGED for cell in cells),
    }
    said = ", ".join(f"{n} {words}" for words, n in count.items() if n)
    return f"Of these duties: {said}." if said else ""


def _lower(title: str) -> str:
    return title[:1].lower() + title[1:] if title[1:2].islower() else title
