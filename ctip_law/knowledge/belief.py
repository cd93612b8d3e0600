"""How far a finding of a rule can be believed, once the second reader has seen its sections: read from `belief.toml`.

    A rule found "alters" and "document" for the offence of altering a victim's papers.
    Its section reads nothing like that offence, nothing else of the group was found, and of 20 such findings on
    labelled laws readers confirmed 8: it is likelier wrong than whole.

A logistic sum of five facts and of the element's own record, fitted by `make train` on laws whose country was left out.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from ctip_law.datafile import DataFile, Entry
from ctip_law.knowledge import FOLDER

PATH = FOLDER / "belief.toml"
#: What a fact is called in the file, in the order of `features`; `base` counts always.
WEIGHTS = ("base", "support", "unlike", "share", "sections", "found", "record")
_RANGE = (-8.0, 4.0)  # scores beyond say no more
_UNLIKE = -4.0  # below this score a section reads nothing like the element
_SHORT = 1500  # words of a text that is too short for what else was found in it to tell anything ...
_USUAL = (0.5, 20)  # ... and is taken to hold as much as a law usually does: share of a group, elements
_DRAW = 6.0  # findings that the record of all elements counts for in that of one


class Facts(NamedTuple):
    """What is known of a finding. `support`: score of the section that reads most like the element. `share`: of the
    other elements of its group, how many were found, 0 to 1. `sections`: in which a rule found it. `found`: elements
    found whole in the law. `words` of the law.
    """

    support: float
    share: float
    sections: int
    found: int
    words: int


@dataclass(frozen=True)
class Belief:
    """`weights`: of the facts, as `WEIGHTS`. `records`: of elements, how many findings on labelled laws readers
    confirmed as whole, and of how many. `sure`: how likely it has to be that all holds what a "met" rests on.
    """

    weights: tuple[float, ...]
    records: Mapping[str, tuple[int, int]]
    sure: float

    def whole(self, element: str, facts: Facts) -> float:
        """The share, 0 to 1, of such findings that readers confirmed as whole."""
        return likelihood(self.weights, features(facts, self._odds.get(element, 0.0)))

    @cached_property
    def _odds(self) -> dict[str, float]:
        return odds(self.records)


def features(facts: Facts, record: float) -> tuple[float, ...]:
    """The facts as numbers, in the order of `WEIGHTS`."""
    support = min(max(facts.support, _RANGE[0]), _RANGE[1])
    share, found = facts.share, facts.found
    if facts.words < _SHORT:
        share, found = max(share, _USUAL[0]), max(found, _USUAL[1])
    counts = (math.log(max(1, facts.sections)), math.log(max(1, found)))
    return (1.0, support, float(facts.support < _UNLIKE), share, *counts, record)


def likelihood(weights: tuple[float, ...], seen: tuple[float, ...]) -> float:
    """The logistic sum, to four places: the same on every machine."""
    return round(1 / (1 + math.exp(-math.fsum(map(float.__mul__, weights, seen)))), 4)


def odds(records: Mapping[str, tuple[int, int]]) -> dict[str, float]:
    """For each element by how much its log-odds differ from those of all, drawn towards these where it has few."""
    right, of = (sum(pair[i] for pair in records.values()) for i in (0, 1))
    share = (right + 1) / (of + 2)
    usual = math.log(share / (1 - share))
    return {
        id: math.log((whole + _DRAW * share) / (all_ - whole + _DRAW * (1 - share))) - usual
        for id, (whole, all_) in records.items()
    }


@lru_cache(maxsize=1)
def load() -> Belief:
    """What was fitted. Raises ConfigError CT301 with file and line."""
    file = DataFile(PATH)
    file.root.only(("sure", "weights", "records"))
    weights, records = file.entry("weights"), file.entry("records")
    weights.only(WEIGHTS)
    return Belief(
        weights=tuple(_number(weights, name) for name in WEIGHTS),
        records={id: _record(records, id) for id in records.fields},
        sure=_number(file.root, "sure"),
    )


def _number(entry: Entry, name: str) -> float:
    value = entry.fields.get(name)
    if not isinstance(value, float) or not math.isfinite(value):
        raise entry.error(f"`{name}` must be a number with a point", name)
    return value


def _record(entry: Entry, id: str) -> tuple[int, int]:
    pair = entry.fields[id]
    counts = isinstance(pair, list) and len(pair) == 2 and all(isinstance(n, int) for n in pair)
    if not counts or not 0 <= pair[0] <= pair[1]:
        raise entry.error(f"`{id}` needs two counts: findings confirmed as whole, and all of them", id)
    return pair[0], pair[1]


def to_toml(belief: Belief) -> str:
    """The text of the file."""
    head = "# Written by `make train`; knowledge/belief.py says what this is."
    lines = [head, "", f"sure = {belief.sure}", "", "[weights]"]
    lines += [f"{name} = {weight}" for name, weight in zip(WEIGHTS, belief.weights, strict=True)]
    lines += ["", "[records] # element = [confirmed as whole, of]"]
    lines += [f'"{id}" = [{right}, {of}]' for id, (right, of) in sorted(belief.records.items())]
    return "\n".join(lines) + "\n"
