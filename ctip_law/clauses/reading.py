"""What a clause does with some of its words: orders or not, grants or denies, must or may, under which limit.

A clause is a sentence of a unit, read with the chapeau before it and the wrap-up after it:

    (1) No victim shall be refused -         chapeau, governs the items after it
        (a) shelter; or                      the words asked for
        (b) medical care,
    on the ground of nationality.            wrap-up
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from ctip_law.clauses.terms import Hit
from ctip_law.clauses.units import Body
from ctip_law.knowledge.triggers import Trigger
from ctip_law.knowledge.triggers import triggers as load_triggers

Hits = dict[str, list[Hit]]
Span = tuple[int, int]
_ENDS = frozenset(".!?。।")
_LABEL = 3  # words that number a sentence, at most: "3. (1) (a)"
_ROMAN = frozenset("ivxlc")


@dataclass(frozen=True, slots=True)
class Effect:
    """A trigger at a place: the words of the trigger and the words that it governs, as word ranges."""

    trigger: Trigger
    at: Hit
    governs: Span


@dataclass(slots=True)
class Clauses:
    """The triggers of a law by the sentence in which they stand; answers what governs a word."""

    body: Body
    by_sentence: dict[int, list[Effect]] = field(default_factory=dict)
    turned: dict[int, list[Hit]] = field(default_factory=dict)

    def governing(self, hit: Hit, axis: str, own: Sequence[Hit] = ()) -> Effect | None:
        """The nearest effect on an axis that governs the words `hit`; one that is made of `own` words is no effect.

        The trigger inside a concept's own wording ("shall not be punished") is the concept and denies nothing. A
        trigger that spans one of the other words ("shall" of "shall not") is no part of that word.
        """
        return next((e for e in self._effects(hit) if e.trigger.axis == axis and not _part_of(e, hit, own)), None)

    def affirmed(self, hit: Hit) -> bool:
        """Whether a denial of a refusal stands before a word in its sentence: "no victim shall be refused shelter"."""
        return any(turn[1] <= hit[0] for turn in self.turned.get(self.body.at["sentence"][hit[0]], ()))

    def _effects(self, hit: Hit) -> Iterator[Effect]:
        """Every effect that governs a word: those of its own sentence first, the nearest first."""
        sentence = self.body.at["sentence"][hit[0]]
        own = [e for e in self.by_sentence.get(sentence, ()) if _covers(e.governs, hit)]
        yield from sorted(own, key=lambda e: (_distance(e.at, hit), e.at))
        for first, last in self._context(hit[0]):
            if first >= hit[1] and self._begins_anew(first):
                continue
            # a chapeau governs with what reaches its end, a wrap-up with what reaches its start
            for index in dict.fromkeys(self.body.at["sentence"][first:last]):
                for effect in self.by_sentence.get(index, ()):
                    forward = last <= hit[0] and effect.governs[1] >= last and effect.trigger.direction != "backward"
                    backward = first >= hit[1] and effect.governs[0] <= first and effect.trigger.direction != "forward"
                    if forward or backward:
                        yield effect

    def _begins_anew(self, first: int) -> bool:
        """Whether what follows a list is a sentence of its own: "(b) medical care. The Council may study whether ...".
        """
        text, at = self.body.law.text, self.body.words.starts[first] - 1
        while at > 0 and text[at].isspace():
            at -= 1
        return text[at] in _ENDS

    def _context(self, word: int) -> tuple[Span, ...]:
        """Chapeau and wrap-up of the item that a word lies in, the nearest last in the tree first."""
        index = self.body.at["item"][word]
        return tuple(reversed(self.body.units["item"][index].ranges[1:])) if index >= 0 else ()


def clauses_of(body: Body, hits: Hits, triggers: Iterable[Trigger] | None = None) -> Clauses:
    """All triggers of a law with their reach. Linear in the number of hits."""
    clauses = Clauses(body)
    for trigger in load_triggers() if triggers is None else triggers:
        pseudo = _merged(trigger.pseudo, hits)
        turns, lifts = _merged(trigger.turns, hits), _merged(trigger.lifts, hits)
        ends = sorted({*_merged(trigger.ends, hits), *turns, *lifts})
        needed = _merged(trigger.needs, hits)
        joints, orders = {h[1] for h in _merged(trigger.joined, hits)}, _merged(trigger.orders, hits)
        for at in hits.get(trigger.concept, []):
            index = body.at["sentence"][at[0]]
            if index < 0 or _overlapped(at, pseudo):
                continue
            unit = body.units["sentence"][index]
            if trigger.opens and not _opens(body, unit.start, at[0]):
                continue
            if trigger.needs and not _followed(at, needed, unit.end):
                continue
            if trigger.direction == "before":
                _govern_before(clauses, trigger, at, index)
                continue
            governs = _reach(trigger, at, (unit.start, unit.end), ends)
            if joints & {at[0], at[0] - 1} and _followed((0, unit.start), orders, at[0]):
                # "shall be given shelter, and they shall not be asked to pay": what the first order grants stays
                governs = at
            lifted = [t for t in lifts if at[1] <= t[0] == governs[1]]
            turned = lifted or [t for t in turns if at[1] <= t[0] == governs[1]]
            clauses.turned.setdefault(index, []).extend(turned)
            if not lifted:
                clauses.by_sentence.setdefault(index, []).append(Effect(trigger, at, governs))
    for index, turned in clauses.turned.items():
        # a refusal that is denied denies nothing
        effects = clauses.by_sentence.get(index, [])
        effects[:] = [e for e in effects if e.trigger.axis != "polarity" or not _meets(e.at, turned)]
    return clauses


def _opens(body: Body, start: int, word: int) -> bool:
    """Whether a word opens its sentence, label ("Article 3.") and heading of a section and labels of items aside."""
    section = body.section_of(word)
    if section is not None and start < section.heading_range[1] <= word:
        start = section.heading_range[1]
    before = body.words.lower[start:word]
    if len(before) > 1 and before[1].isdigit() and not before[0].isdigit():
        before = before[2:]
    return len(before) <= _LABEL and all(len(label) < 2 or label.isdigit() or set(label) <= _ROMAN for label in before)


def _followed(at: Hit, needed: list[Hit], end: int) -> bool:
    """Whether one of the places (sorted) begins after a trigger and before the end of its sentence."""
    next_ = bisect_left(needed, (at[1], 0))
    return next_ < len(needed) and needed[next_][0] < end


def _govern_before(clauses: Clauses, trigger: Trigger, at: Hit, sentence: int) -> None:
    """What stands before the trigger in its subsection: "... shelter to women. No other victim ..."."""
    body = clauses.body
    subsection = body.at["subsection"][at[0]]
    opening = body.units["sentence"][sentence].start
    if opening < at[0]:
        clauses.by_sentence.setdefault(sentence, []).append(Effect(trigger, at, (opening, at[0])))
    # what one item of a list says limits neither the words above the list nor the other items
    item = body.units["item"][body.at["item"][at[0]]] if body.at["item"][at[0]] >= 0 else None
    first = item.start if item and len(item.ranges) > 1 else 0
    for index in range(sentence - 1, -1, -1):
        unit = body.units["sentence"][index]
        if unit.start < first:
            return
        if subsection < 0 or body.at["subsection"][unit.start] != subsection:
            return
        clauses.by_sentence.setdefault(index, []).append(Effect(trigger, at, (unit.start, unit.end)))


def _reach(trigger: Trigger, at: Hit, sentence: Span, ends: list[Hit]) -> Span:
    first, last = sentence
    if trigger.direction == "sentence":
        return sentence
    if trigger.direction == "forward":
        stop = next((h[0] for h in ends[bisect_left(ends, (at[1], 0)) :] if h[0] < last), last)
        return at[0], stop
    before = [h[1] for h in ends[: bisect_left(ends, (at[0], 0))] if h[0] >= first]
    return before[-1] if before else first, at[1]


def _merged(concepts: Iterable[str], hits: Hits) -> list[Hit]:
    return sorted({hit for concept in concepts for hit in hits.get(concept, [])})


def _covers(span: Span, hit: Hit) -> bool:
    return span[0] <= hit[0] < span[1]


def _part_of(effect: Effect, hit: Hit, own: Sequence[Hit]) -> bool:
    """Whether a trigger is but a piece of the words that count, and so says nothing about them.

    One that spans a single word other than `hit`, the word asked about, is more than that; one that spans two of them
    ("victim who is a national", where a rule asks for both) is what the rule asks for.
    """
    at = effect.at
    spanned = {h for h in own if h not in (hit, at) and at[0] <= h[0] and h[1] <= at[1]}
    return _meets(at, [h for h in own if len(spanned) != 1 or h not in spanned])


def _meets(at: Hit, own: Sequence[Hit]) -> bool:
    return any(at[0] < last and first < at[1] for first, last in own)


def _overlapped(at: Hit, places: list[Hit]) -> bool:
    """Whether one of the places (sorted) covers the trigger's words, in part at least."""
    end = bisect_left(places, (at[1], 0))
    return any(at[0] < stop for _, stop in places[max(0, end - 6) : end])


def _distance(a: Hit, b: Hit) -> int:
    return max(0, b[0] - a[1], a[0] - b[1])
