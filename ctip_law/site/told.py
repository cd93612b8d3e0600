"""Findings as sentences, counted from the data. They speak of texts that were read, and put no state above another."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from ctip_law.framework import Provision
from ctip_law.report.data import ANSWERED
from ctip_law.site.catalogue import Words, words
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


def findings(site: SiteData, t: Words | None = None) -> tuple[Finding, ...]:
    """Up to three findings on mandatory duties: the one that most laws answer, the one that fewest speak of, the one
    they differ on most.

    Each speaks of a duty of its own. Nothing where no verdict was given.
    """
    t = t or words()
    binding = [one for one in site.judged if one.counts_as == "mandatory"]
    counts = [_count(one, site.cells(one.id)) for one in binding]
    counts = [one for one in counts if one.judged]
    made: list[Finding] = []
    asked: tuple[tuple[str, Weight, Callable[[_Count, Words], str]], ...] = (
        ("most", lambda one: one.met, _met),
        ("least", lambda one: one.open, _open),
        ("differ", lambda one: min(one.met, one.partial + one.open), _differs),
    )
    for head, weight, told in asked:
        left = [one for one in counts if weight(one) and one.provision not in [f.provision for f in made]]
        if not left:
            continue
        top = max(weight(one) for one in left)
        same = [one for one in left if weight(one) == top]
        made.append(Finding(same[0].provision, t.plain(f"index.{head}"), told(same[0], t), len(same) - 1))
    return tuple(made)


def _count(provision: Provision, cells: Sequence[Cell]) -> _Count:
    statuses = [cell.status for cell in cells]
    met = sum(status in ANSWERED for status in statuses)
    return _Count(provision, met, statuses.count("partial"), sum(status in OPEN for status in statuses))


def _met(one: _Count, t: Words) -> str:
    return t.plain("told.met", of=of(one.met, one.judged, t))


def _open(one: _Count, t: Words) -> str:
    return t.plain("told.open", of=of(one.open, one.judged, t))


def _differs(one: _Count, t: Words) -> str:
    rest = [t.plain("told.differs_partial", n=one.partial)] if one.partial else []
    rest += [t.plain("told.differs_open", n=one.open)] if one.open else []
    return t.plain("told.differs", of=of(one.met, one.judged, t), rest=", ".join(rest))


def of(n: int, judged: int, t: Words) -> str:
    """ "all 4 countries", "the one country", "2 of 4 countries"."""
    return t.plain_n("told.of_all", n) if n == judged else t.plain("told.of", n=n, all=judged)


def prose(country: CountryView, judged: Sequence[Provision], t: Words | None = None) -> tuple[str, ...]:
    """The findings on a country as sentences that can be quoted, mandatory duties by name, the others counted."""
    return tuple(_prose(country, judged, t or words()))


def _prose(country: CountryView, judged: Sequence[Provision], t: Words) -> Iterator[str]:
    cells = [country.cells[one.id] for one in judged]
    duties = t.plain_n("told.duties", len(judged))
    held = t.plain_n("told.held", len(country.laws), laws=_laws(country, t), country=country.name, duties=duties)
    yield " ".join(filter(None, [held, _sum(cells, t)]))
    binding = [one for one in judged if country.cells[one.id].finding.strength == "mandatory"]
    for head, wanted in (
        ("answered", ANSWERED),
        ("partial", ("partial",)),
        ("none", OPEN),
        ("no_verdict", ("unclear", "not_assessed")),
    ):
        titles = [t.duty(one.title) for one in binding if country.cells[one.id].status in wanted]
        if titles:
            said = t.plain_n(f"told.{head}", len(titles))
            yield t.plain("told.listed", head=said, duties=t.then.join(map(_lower, titles)))


def _laws(country: CountryView, t: Words) -> str:
    """ "one bill", "one law (an extract)", "3 laws (1 of them a bill)", "2 laws (both extracts)"."""
    marks = [tuple(mark.partition(":")[0] for mark in law.marks) for law in country.laws]
    if len(marks) == 1:
        own = [t.plain(f"told.{mark}_one") for mark in _MARKED if mark in marks[0] and mark != "bill"]
        return t.plain("told.bill" if "bill" in marks[0] else "told.law") + (f" ({', '.join(own)})" if own else "")
    told = []
    for mark in _MARKED:
        if n := sum(mark in own for own in marks):
            key = "told.laws_all" if n == len(marks) else "told.laws_marked"
            told.append(t.plain_n(key, n, marks=t.plain(f"told.{mark}_{'many' if n > 1 else 'one'}")))
    return t.plain("told.laws", n=len(marks)) + (f" ({', '.join(told)})" if told else "")


#: Marks of a law in the order in which a sentence says them.
_MARKED = ("bill", "repealed", "extract")


def _sum(cells: Sequence[Cell], t: Words) -> str:
    count = {
        "answered": sum(cell.status in ANSWERED for cell in cells),
        "partial": sum(cell.status == "partial" for cell in cells),
        "none": sum(cell.status in OPEN for cell in cells),
        "no_verdict": sum(cell.status not in JUDGED for cell in cells),
    }
    said = ", ".join(t.plain_n(f"told.sum_{name}", n) for name, n in count.items() if n)
    return t.plain("told.sum", counts=said) if said else ""


def _lower(title: str) -> str:
    return title[:1].lower() + title[1:] if title[1:2].islower() or title[1:2] == "’" else title
