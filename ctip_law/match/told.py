"""Sentences that tell of the offence without being its definition: when it is there, by which means, to what end.

    The crime is also established where the author used the authority that he has over the victim.
    "Compelled", of a person, means brought to the act by fear of harm.
    Trafficking may be done by carrying the person off.

They open with the name of the offence, of exploitation or of a means, and with a verb that tells what it is, or end by
calling what they told trafficking or exploitation; they hold words for an act, a means or an aim. Only in a law on
trafficking; a sentence that opens with an authority orders something and tells nothing, and one on a graver case tells
of its penalty.

Concepts used: tells-of-offence, offence, conduct, means-word, core.trafficking, core.exploitation, core.act,
core.means, core.purpose, agg-cue, core.offence.
"""

from __future__ import annotations

from collections.abc import Iterator

from ctip_law.clauses.reading import Hits
from ctip_law.clauses.terms import Hit
from ctip_law.clauses.units import Body, Unit
from ctip_law.match.places import within

PURPOSES = (
    "purpose.prostitution", "purpose.sexual", "purpose.forced_labour", "purpose.slavery", "purpose.similar_slavery",
    "purpose.servitude", "purpose.organs", "purpose.begging", "purpose.criminality", "purpose.illegal_adoption",
    "purpose.forced_marriage", "purpose.armed_conflict", "purpose.experiment",
)  # fmt: skip
_NAMES = ("offence", "conduct", "means-word", "core.trafficking", "core.exploitation", "core.means")
_CALLED = ("core.trafficking", "core.exploitation")
_SEVERAL = 4  # kinds of exploitation that make a list of them
_TOLD = ("core.act", "core.means", *PURPOSES)
_OPENS = 12  # words of a sentence in which its subject is named
_FIRST = 3  # words of a sentence that are its subject, however much stands before the verb
_VERB_REACH = 8  # words between the subject and the verb, which may stand before it ("Hay", "Il y a", "Constitue")
_ORDERS = ("court", "minister", "officer", "agency", "committee", "commission", "state-word")


def told_of_the_offence(body: Body, hits: Hits) -> Iterator[tuple[Unit, Hit]]:
    """The sentences that tell of the offence so, each with the words of the verb."""
    for verb in hits.get("tells-of-offence", []):
        index = body.at["sentence"][verb[0]]
        if index < 0:
            continue
        sentence = body.units["sentence"][index]
        opening = sentence.start, min(sentence.end, sentence.start + _OPENS)
        near = max(opening[0], verb[0] - _VERB_REACH), min(opening[1], verb[1] + _VERB_REACH)
        first = sentence.start, sentence.start + _FIRST
        if not (_any(hits, _NAMES, *near) or _any(hits, _CALLED, *first) or _called_so(hits, verb, sentence)):
            continue
        if not _any(hits, _TOLD, *_span(sentence)):
            continue
        if not _any(hits, _ORDERS, *opening) and not _any(hits, ("agg-cue", "core.offence"), *_span(sentence)):
            yield sentence, verb


def lists_of_aims(body: Body, hits: Hits) -> Iterator[Unit]:
    """The subsections that name so many kinds of exploitation that they can only list them, whatever they call it:

    6. The gains are (a) what is taken from acts for money; (b) alms; (c) the price of a marriage ...
    """
    kinds: dict[int, set[str]] = {}
    for purpose in PURPOSES:
        for first, _ in hits.get(purpose, []):
            kinds.setdefault(body.at["subsection"][first], set()).add(purpose)
    for index, told in sorted(kinds.items()):
        if index < 0 or len(told) < _SEVERAL:
            continue
        unit = body.units["subsection"][index]
        if not _any(hits, _ORDERS, unit.start, unit.start + _OPENS):
            yield unit


def _called_so(hits: Hits, verb: Hit, sentence: Unit) -> bool:
    """ "... shall equally be considered one of the actions by which trafficking is committed"; not "a victim of it"."""
    after = verb[1], min(sentence.end, verb[1] + _VERB_REACH)
    return _any(hits, _CALLED, *after) and not _any(hits, ("victim",), *after)


def _span(unit: Unit) -> tuple[int, int]:
    return unit.start, unit.end


def _any(hits: Hits, concepts: tuple[str, ...], start: int, end: int) -> bool:
    return any(within(hits.get(concept, []), start, end) for concept in concepts)
