"""Common verbs that are acts of trafficking by the company they keep: a series of what is done to a person.

    A person commits trafficking who finds, entices, hires, carries, boards or hands off another individual ...

"Carries" alone carries goods. In a series of several kinds of acts, done to a person, in a section that names
trafficking or exploitation, it is the transport of that person.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from ctip_law.clauses.reading import Hits
from ctip_law.clauses.terms import Hit
from ctip_law.clauses.units import Body
from ctip_law.match.cues import ACTS
from ctip_law.match.places import within

#: What such a verb stands for, by the concept of it.
_ACT_OF = {
    "series.recruitment": "act.recruitment",
    "series.transportation": "act.transportation",
    "series.transfer": "act.transfer",
    "series.harbouring": "act.harbouring",
    "series.receipt": "act.receipt",
}
_PERSON = ("person", "any-person", "victim", "child", "woman", "offender-subject")
_TOPIC = ("core.trafficking", "core.exploitation")
_CITED = "aims-cited"
_NEXT = 4  # words between one verb of a series and the next: "lures, carries or hands over to another"
_KINDS = 3  # different acts that make a series of them ...
_LOOSE = 4  # ... and without one that is an act by itself
_OBJECT = 8  # words from the series to the person to whom it is done


class _Verb(NamedTuple):
    first: int
    last: int
    act: str
    sure: bool  # an act by itself


def with_series(body: Body, hits: Hits) -> Hits:
    """The hits with the verbs of such series as the acts that they are. Linear in the number of hits."""
    more: dict[str, set[Hit]] = {}
    for unit in body.units["subsection"]:
        verbs = _verbs(hits, unit.start, unit.end)
        if len(verbs) < _KINDS or not _on_topic(body, hits, unit.start):
            continue
        for series in _series(verbs):
            if _is_list_of_acts(series, hits):
                for verb in series:
                    if not verb.sure:
                        more.setdefault(verb.act, set()).add((verb.first, verb.last))
                        more.setdefault("core.act", set()).add((verb.first, verb.last))
    return {**hits, **{act: sorted({*hits.get(act, []), *new}) for act, new in more.items()}}


def _verbs(hits: Hits, start: int, end: int) -> list[_Verb]:
    """The verbs between two words in their order; of two that overlap what is an act by itself, or the longer."""
    found = [_Verb(*hit, act, True) for act in ACTS for hit in within(hits.get(act, []), start, end)]
    for name, act in _ACT_OF.items():
        found += [_Verb(*hit, act, False) for hit in within(hits.get(name, []), start, end)]
    kept: list[_Verb] = []
    taken: set[int] = set()
    for verb in sorted(found, key=lambda v: (not v.sure, v.first - v.last, v.first, v.act)):
        own = range(verb.first, verb.last)
        if taken.isdisjoint(own):
            kept.append(verb)
            taken.update(own)
    return sorted(kept)


def _series(verbs: list[_Verb]) -> Iterator[list[_Verb]]:
    series = verbs[:1]
    for one, two in pairwise(verbs):
        if two.first - one.last > _NEXT:
            yield series
            series = []
        series.append(two)
    yield series


def _is_list_of_acts(series: list[_Verb], hits: Hits) -> bool:
    kinds = {verb.act for verb in series} - {"act.buy_sell"}  # goods are bought, hired and kept too
    needed = _KINDS if any(verb.sure for verb in series) else _LOOSE
    place = series[0].first - _OBJECT, series[-1].last + _OBJECT
    return len(kinds) >= needed and any(within(hits.get(who, []), *place) for who in _PERSON)


def _on_topic(body: Body, hits: Hits, word: int) -> bool:
    section = body.section_of(word)
    place = (section.unit.start, section.unit.end) if section is not None else (word, word)
    cited = {*within(hits.get(_CITED, []), *place)} & {*within(hits.get("core.purpose", []), *place)}
    return bool(cited) or any(within(hits.get(concept, []), *place) for concept in _TOPIC)
