"""What the classes of offences cost, where the law that uses them says it too.

    6-1. Felonies have these classes: (1) Class 2 felony: twenty-five years imprisonment; (2) ...
    12.33. Whoever is convicted of a felony of the second degree goes to prison for twenty years at most.

A section of these is known by two classes that each lead to a term, or by the class in its heading. "Trafficking is a
Class 2 felony and is punished by ..." is none: the class is said of an offence. An offence that is told by its class
alone gets the terms of the class, with the section that gives them; what is said of the class itself punishes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ctip_law.annotate.ages import Limits
from ctip_law.annotate.grammar import Grammar
from ctip_law.annotate.tier import Tier
from ctip_law.annotate.tiers import tiers
from ctip_law.annotate.view import Unit
from ctip_law.model import Penalty

_LEAST = 2  # classes with a term that make a table of them
#: What stands before a class that opens a sentence or an item: nothing, or a label.
_OPENS = re.compile(r"(?:^|:|\([a-z0-9]{1,3}\))[\W\d_]*\Z")
#: A term behind a class is laid down, though no verb says so: read as the item of a list of what one is liable to.
_ITEM, _GOVERNED = "(a) ", "liable"
_SMALL_WORDS = frozenset({"a", "an", "the", "of", "in"})


def with_costs(units: Sequence[Unit], rows: Sequence[Penalty], grammar: Grammar, limits: Limits) -> list[Penalty]:
    """`rows`, those that a class alone tells with the terms that the law's own table gives the class."""
    costs: dict[frozenset[str], tuple[str, Tier]] = {}
    classes = re.compile(rf"(?<![a-z]){grammar.any('penalty.class')}(?![a-z])")
    priced = re.compile(rf"(?<![a-z]){grammar.any('penalty.priced')} $")
    for unit in units if any(row.grade for row in rows) else ():
        own: dict[frozenset[str], Tier] = {}
        for name, tier in _costs(unit, classes, priced, grammar, limits):
            own.setdefault(name, tier)
        headed = {_key(match.group()) for match in classes.finditer(unit.clause.heading.casefold())}
        for name, tier in own.items():
            if len(own) >= _LEAST or name in headed:
                costs.setdefault(name, (unit.clause.num, tier))
    if len(costs) < _LEAST:
        return list(rows)
    tables = {num for num, _ in costs.values()}
    return [_priced(row, costs) for row in rows if row.section not in tables or _key(row.grade) not in costs]


def _costs(
    unit: Unit, classes: re.Pattern[str], priced: re.Pattern[str], grammar: Grammar, limits: Limits
) -> Iterator[tuple[frozenset[str], Tier]]:
    """Each class with which a part of a section opens, or that it comes to by "convicted of a", and its term there."""
    plain = unit.view.plain
    for first, last in _parts(plain):
        match = classes.search(plain, first, last)
        if match is None:
            continue
        before = plain[first : match.start()]
        if not _OPENS.search(before) and not priced.search(before):
            continue
        told = _ITEM + plain[match.end() : last]
        tier = next(tiers(told, grammar, limits, carried=_GOVERNED), None)
        if tier is None:  # "(2) for a Class B felony, 8 to 25 years": what but prison is told in years
            tier = next(tiers(told, grammar, limits, carried=_GOVERNED, listed=(True, "")), None)
        if tier is not None and not tier.empty:
            yield _key(match.group()), tier


def _parts(plain: str) -> Iterator[tuple[int, int]]:
    """The sentences of a folded text, and the items of its lists."""
    at = 0
    for stop in re.finditer(r"[.;](?= |$)", plain):
        yield at, stop.start()
        at = stop.end()
    yield at, len(plain)


def _key(grade: str) -> frozenset[str]:
    """The words that tell a class, in whatever order: "second-degree felony", "felony of the second degree"."""
    return frozenset(re.findall(r"[^\W_]+", grade.casefold())) - _SMALL_WORDS


def _priced(row: Penalty, costs: dict[frozenset[str], tuple[str, Tier]]) -> Penalty:
    if not row.grade or row.min_years is not None or row.max_years is not None or row.life or row.death:
        return row
    num, tier = costs.get(_key(row.grade), ("", None))
    if tier is None:
        return row
    return replace(
        row, min_years=tier.low, max_years=tier.high, life=tier.life, death=tier.death, fine=tier.fine, derived_from=num
    )
