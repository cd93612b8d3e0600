"""From the tokens of a sentence to tiers of custody: who reads "not less than three years but not exceeding twenty".

A *phrase* is a word of custody with its bounds; a *tier* is one phrase or several that offer the court a choice
("imprisonment for life, or imprisonment for a term not exceeding ten years"). Nothing here looks at a whole law.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from ctip_law.annotate.ages import Limits
from ctip_law.annotate.fines import fine
from ctip_law.annotate.grammar import Grammar
from ctip_law.annotate.tier import Tier, bounds, merge, only_life
from ctip_law.annotate.tokens import Token, tokens

#: Longest stretch of words (characters) between a word of custody and its first bound: "imprisonment of either
#: description for a term which ..."; between two bounds; between a bound and its number.
_REACH, _NEXT, _CLOSE = 64, 30, 24
#: How far back a word that makes a phrase descriptive ("an offence punishable with") or a default is looked for.
_BACK = 120
#: Longest stretch between two phrases of one tier.
_JOIN = 80
#: Most words of interest in one sentence; a longer one (a table, a damaged text) is cut, so that time stays linear.
_LONGEST = 400
_ADJACENT = 8  # characters between the name of a penalty and the years that are told with it
_CUSTODIAL = frozenset({"custody", "life", "death", "named", "penalty"})
_GOVERNING = frozenset({"liable", "punished", "penalty"})


def tiers(
    plain: str, grammar: Grammar, limits: Limits, carried: str = "", listed: tuple[bool, str] = (False, "")
) -> Iterator[Tier]:
    """All tiers of custody that a section's folded text lays down, in order.

    `carried` and `listed` are what stands above a text that is an item of a list: the governing word, and whether a
    word of custody does, with its bound.
    """
    found = tokens(plain, grammar)
    ages = cache(lambda: [(first, last) for first, last, _, _ in limits.of(plain)])  # asked for in lists only
    for first, last in _sentences(found):
        sentence = found[first:last]
        if not sentence or sentence[0].kind != "label":
            carried, listed = "", (False, "")
        reader = _Sentence(plain, sentence, grammar, carried, listed, ages)
        carried = reader.carries() or carried
        yield from reader.tiers()
        listed = reader.list_goes_on


def _sentences(found: list[Token]) -> Iterator[tuple[int, int]]:
    first = 0
    for index, token in enumerate(found):
        if token.kind == "end" or index - first >= _LONGEST:
            yield first, index
            first = index + 1
    yield first, len(found)


class _Sentence:
    """The reader of one sentence. `carried` is the governing word of a list that the sentence is an item of, and
    `carried_list` whether the list stands under a word of custody, with the bound that stands there too."""

    def __init__(
        self,
        plain: str,
        found: list[Token],
        grammar: Grammar,
        carried: str,
        carried_list: tuple[bool, str],
        ages: Callable[[], Sequence[tuple[int, int]]],
    ) -> None:
        self.plain = plain
        self.tokens = found
        self.grammar = grammar
        self.carried = carried
        self.carried_list = carried_list
        self.list_goes_on = carried_list
        self.ages = ages
        self.used: set[int] = set()
        self.raised, self.raised_noun = grammar.raised

    def carries(self) -> str:
        """The governing word of a chapeau that opens a list: "shall be punished as follows: (a)"."""
        for here, after in zip(self.tokens, self.tokens[1:], strict=False):
            opens = after.kind == "label" and re.search(r"[:-] ?$", self.plain[here.end : after.start])
            if here.kind in _GOVERNING and opens and after.start - here.end < _BACK:
                return here.kind
        for index, token in enumerate(self.tokens):
            if token.kind == "label" and index and self._opens_list(index):
                return self._governing(token.start) or self.carried
        return ""

    def tiers(self) -> Iterator[Tier]:
        """The tiers of the sentence, in order."""
        joined: list[Tier] = []
        listed = self._listed()
        for index, token in enumerate(self.tokens):
            if index in listed:
                phrase: Tier | None = self._item(index, *listed[index])
            elif token.kind in _CUSTODIAL and index not in self.used:
                phrase = self._phrase(index)
            elif token.kind in ("low", "high") and self._bounds_a_sentence(index):
                phrase = self._bounds_from(index, token.start, _NEXT, Tier(token.start, token.end))
            elif joined and token.kind in ("period", "low", "high") and self._stands_for_custody(index, joined[-1]):
                phrase = self._bounds_from(index, token.start, _NEXT, Tier(token.start, token.end))
                if not re.match(r" ?(?:[.;,)]|$)", self.plain[phrase.last :]):
                    continue
            else:
                continue
            if phrase is None or phrase.empty or not self._governed(phrase) or self._rejected(phrase):
                continue
            if joined and self._same_tier(joined[-1], phrase):
                joined[-1] = merge(joined[-1], phrase)
            else:
                joined.append(phrase)
        for place, tier in enumerate(joined):
            before = joined[place - 1] if place else None
            after = joined[place + 1] if place + 1 < len(joined) else None
            yield replace(tier, fine=fine(self.tokens, len(self.plain), tier, before, after))

    def _bounds_a_sentence(self, index: int) -> bool:
        """ "a maximum sentence of 14 years": the bound names it, and no word of custody follows."""
        after = self.tokens[index + 1 : index + 3]
        named = re.search(self.grammar.any("penalty.bound_sentence"), self.tokens[index].text) is not None
        return named and bool(after) and after[0].kind == "period" and not any(t.kind == "custody" for t in after)

    def _stands_for_custody(self, index: int, before: Tier) -> bool:
        """ "imprisonment for one to three years, and where it is done for gain, three to eight years": the second term
        follows the comma of its case and nothing else is said of it."""
        token = self.tokens[index]
        between = [t.kind for t in self.tokens if before.last <= t.start < token.start]
        if "case" not in between or index in self.used or self._age(token):
            return False
        after_case = between[len(between) - 1 - between[::-1].index("case") :]
        if not set(after_case) <= {"case", "and", "or"}:
            return False
        return re.search(rf"[,:] (?:{self.grammar.any('periods.between')} )?$", self.plain[: token.start]) is not None

    # -- a list of terms under one word -------------------------------------------------------------------------

    def _listed(self) -> dict[int, tuple[int, str]]:
        """The labels of "imprisonment of (i) five years, for a person; (ii) ten years, for a child": the terms stand in
        the items, the word of custody above them. Label -> where its item ends, the bound that stands above."""
        found: dict[int, tuple[int, str]] = {}
        above, bound = self.carried_list
        for index, token in enumerate(self.tokens):
            if token.kind == "label" and index:
                opens = self._opens_list(index)
                above, bound = (True, opens[1]) if opens else (above, bound)
            if token.kind != "label" or not above:
                continue
            end = next((i for i in range(index + 1, len(self.tokens)) if self.tokens[i].kind == "label"), None)
            end = len(self.tokens) if end is None else end
            if any(t.kind in _CUSTODIAL or t.kind in _GOVERNING for t in self.tokens[index + 1 : end]):
                above = above and bool(self._opens_list(end) if end < len(self.tokens) else False)
                continue
            found[index] = end, bound
        self.list_goes_on = above, bound
        return found

    def _opens_list(self, label: int) -> tuple[int, str] | None:
        """The word of custody right before a label with the bound between them: "imprisonment not exceeding (a)"."""
        at, bound = label - 1, ""
        if self.tokens[at].kind in ("low", "high"):
            at, bound = at - 1, self.tokens[at].kind
        here = self.tokens[at] if at >= 0 else None
        if here is None or here.kind not in ("custody", "penalty") or at in self.used:
            return None
        gap = self.plain[here.end : self.tokens[label].start]
        opens = bound or re.search(rf"(?:[:-]|{self.grammar.any('periods.term_of')}) ?$", gap) is not None
        if re.search(r"[;.(]", gap) or len(gap) > (_REACH if opens else _ADJACENT):
            return None
        above = self.tokens[at - 1] if at else here
        if not bound and above.kind in ("low", "high") and here.start - above.end < 6:
            bound = above.kind  # "a minimum punishment of imprisonment for a term of (i)"
        return at, bound

    def _item(self, label: int, end: int, bound: str) -> Tier | None:
        """The term of an item that has no word of custody itself."""
        for at in range(label + 1, end):
            token = self.tokens[at]
            if token.kind == "fine":
                return None
            if token.kind == "tail_life":
                first = token.start - self.tokens[label].end < 6
                if not first and not re.match(r" ?(?:[.;,]|$)", self.plain[token.end :]):
                    continue  # "(i) endangered the life or safety of a person"
                return Tier(token.start, token.end, life=True)
            if token.kind not in ("period", "low", "high") or at in self.used or self._age(token):
                continue
            phrase = self._bounds_from(at, token.start, _NEXT, Tier(token.start, token.end))
            if phrase.empty:
                continue
            years = phrase.high if phrase.high is not None else phrase.low
            if bound and token.kind == "period":
                return replace(phrase, low=years if bound == "low" else None, high=years if bound == "high" else None)
            return phrase
        return None

    def _age(self, token: Token) -> bool:
        """Whether a term is the age of somebody: "a child under eighteen years"."""
        return any(first <= token.end and token.start <= last for first, last in self.ages())

    # -- one phrase ---------------------------------------------------------------------------------------------

    def _phrase(self, index: int) -> Tier | None:
        token = self.tokens[index]
        phrase = Tier(token.start, token.end, life=token.kind == "life", death=token.kind == "death")
        if phrase.death:
            return phrase
        if token.kind == "named" and not self._years_follow(index):
            return self._named(index)
        if token.kind == "penalty" and self._noun_follows(index):
            return None
        if token.kind != "penalty":
            phrase = self._backward(index, phrase)
        return self._forward(index, phrase)

    def _years_follow(self, index: int) -> bool:
        """ "reclusión menor de uno a cuatro años": the years told are the term, not those that the name has."""
        after = self.tokens[index + 1 : index + 2]
        return any(t.kind in ("period", "low", "high") and t.start - self.tokens[index].end < _ADJACENT for t in after)

    def _noun_follows(self, index: int) -> bool:
        """ "the penalty shall be five years of imprisonment": the noun after the period reads it."""
        for here, after in zip(self.tokens[index + 1 : index + 5], self.tokens[index + 2 : index + 6], strict=False):
            if here.kind == "period":
                gap = self.plain[here.end : after.start]
                return after.kind == "custody" and len(gap) <= 26 and not re.search(r"[,;:.(]", gap)
        return False

    def _backward(self, index: int, phrase: Tier) -> Tier:
        """Bounds before the word: "no less than two and no more than six years of imprisonment"."""
        at = index - 1
        if at < 0 or at in self.used:
            return phrase
        after = self.tokens[at]
        gap = self.plain[after.end : self.tokens[index].start]
        if after.kind in ("low", "high") and len(gap) < 6 and not phrase.life:
            return self._titled(index, after, phrase)
        if after.kind != "period" or len(gap) > 26 or re.search(r"[,;:.(]", gap):
            return phrase
        period = self.grammar.read_period(after.text)
        if period is None:
            return phrase
        bound = self._bound_before(at)
        if bound is None and period[0] == period[1]:
            low, high = self._bare("bare_before", after, period[0])
        else:
            low, high = bounds(bound, period)
        self.used.add(at)
        first = self.tokens[at - 1].start if bound else after.start
        phrase = replace(phrase, first=first, low=low, high=high)
        return self._further_back(at - (2 if bound else 1), phrase, first)

    def _titled(self, index: int, cue: Token, phrase: Tier) -> Tier:
        """ "a minimum punishment of imprisonment for a term of five years": the bound's name stands first."""
        for at in range(index + 1, min(index + 3, len(self.tokens))):
            token = self.tokens[at]
            if token.kind == "period" and token.start - self.tokens[index].end <= _REACH:
                period = self.grammar.read_period(token.text)
                if period and period[0] == period[1]:
                    self.used.add(at)
                    low, high = bounds(cue.kind, period)
                    return replace(phrase, first=cue.start, last=token.end, low=low, high=high)
            if token.kind in ("low", "high", "fine", "stop", *_CUSTODIAL):
                break
        return phrase

    def _further_back(self, at: int, phrase: Tier, edge: int) -> Tier:
        """The other bound, further to the left: "not less than two [years] but"."""
        while at >= 1 and self.tokens[at].kind in ("and", "or") and edge - self.tokens[at].end <= _NEXT:
            at -= 1
        if at < 1 or self.tokens[at].kind not in ("count", "period") or at in self.used:
            return phrase
        value, cue = self.tokens[at], self.tokens[at - 1]
        if cue.kind not in ("low", "high") or value.start - cue.end > _CLOSE or edge - value.end > _NEXT:
            return phrase
        years = self._years(value)
        if years is None:
            return phrase
        self.used.add(at)
        if cue.kind == "low" and phrase.low is None:
            return replace(phrase, first=cue.start, low=years)
        if cue.kind == "high" and phrase.high is None:
            return replace(phrase, first=cue.start, high=years)
        return phrase

    def _bound_before(self, at: int) -> str | None:
        before = self.tokens[at - 1] if at else None
        near = before is not None and self.tokens[at].start - before.end <= _CLOSE
        return before.kind if before and near and before.kind in ("low", "high") else None

    def _forward(self, index: int, phrase: Tier) -> Tier:
        """Bounds after the word: "for a term which shall not be less than seven years but may extend to ten"."""
        reach = 40 if self.tokens[index].kind == "penalty" else _REACH
        return self._bounds_from(index + 1, self.tokens[index].end, reach, phrase)

    def _bounds_from(self, at: int, edge: int, reach: int, phrase: Tier) -> Tier:
        """The bounds from the token at `at` on; the first may stand `reach` characters after `edge`."""
        while at < len(self.tokens):
            token = self.tokens[at]
            if token.start - edge > reach or at in self.used:
                break
            if token.kind in ("and", "or"):
                at += 1
                continue
            if token.kind == "tail_life" and (not phrase.high or token.start - self.tokens[at - 1].end < 10):
                phrase = replace(phrase, life=True, last=token.end)
            elif token.kind in ("low", "high"):
                step = self._bound(at, phrase)
                if step is None:
                    break
                phrase, at = step
            elif token.kind == "period":
                step = self._bare_period(at, phrase)
                if step is None:
                    break
                phrase, at = step
            else:
                break
            edge, reach = self.tokens[at].end, _NEXT
            at += 1
        return phrase

    def _bound(self, at: int, phrase: Tier) -> tuple[Tier, int] | None:
        cue, place = self.tokens[at], at + 1
        if place >= len(self.tokens) or self.tokens[place].start - cue.end > _CLOSE + 16:
            return None
        value = self.tokens[place]
        if value.kind in ("life", "tail_life"):
            return replace(phrase, life=True, last=value.end), place
        if value.kind == "custody" and place + 1 < len(self.tokens) and self.tokens[place + 1].kind == "tail_life":
            self.used.add(place)
            return replace(phrase, life=True, last=self.tokens[place + 1].end), place + 1
        if value.kind not in ("period", "count") or value.start - cue.end > _CLOSE or place in self.used:
            return None
        kind = cue.kind
        if (phrase.low if kind == "low" else phrase.high) is not None:
            # "not more than 99 years or less than 25", "not less than 5 or more than 20": the "not" counts for both
            if self.tokens[at - 1].kind != "or":
                return None
            kind = "high" if kind == "low" else "low"
            if (phrase.low if kind == "low" else phrase.high) is not None:
                return None
        years = self._years(value)
        if years is None:
            return None
        self.used.add(place)
        if kind == "low":
            return replace(phrase, low=years, last=value.end), place
        return replace(phrase, high=years, last=value.end), place

    def _bare_period(self, at: int, phrase: Tier) -> tuple[Tier, int] | None:
        """A period without a bound's word: a range, "ten years or more", or the term that is laid down."""
        token = self.tokens[at]
        if phrase.low is not None or phrase.high is not None:
            return None
        period = self.grammar.read_period(token.text)
        if period is None:
            return None
        self.used.add(at)
        after = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        last, place = token.end, at
        if period[0] != period[1]:
            low, high = bounds(None, period)
        elif after and after.kind in ("post_low", "post_high") and after.start - token.end <= 4:
            low, high = bounds(after.kind[5:], period)
            last, place = after.end, at + 1
            more = self._post_bound(place, after.kind)
            if more:
                low, high = (low, more[0]) if after.kind == "post_low" else (more[0], high)
                last, place = self.tokens[more[1]].end, more[1]
        else:
            low, high = self._bare("bare_after", token, period[0])
        return replace(phrase, low=low, high=high, last=last), place

    def _post_bound(self, at: int, kind: str) -> tuple[float, int] | None:
        """The second of "two years at least and five years at most"."""
        rest = [i for i in range(at + 1, min(at + 4, len(self.tokens))) if self.tokens[i].kind not in ("and", "or")]
        if len(rest) < 2 or self.tokens[rest[0]].kind != "period":
            return None
        wanted = "post_high" if kind == "post_low" else "post_low"
        if self.tokens[rest[1]].kind != wanted or self.tokens[rest[1]].start - self.tokens[at].end > 40:
            return None
        years = self._years(self.tokens[rest[0]])
        self.used.add(rest[0])
        return (years, rest[1]) if years is not None else None

    def _named(self, index: int) -> Tier:
        """A penalty known by its name with its grades: "prision mayor in its maximum period"."""
        tier = self._named_alone(index)
        at = index + 1
        while at < len(self.tokens) and self.tokens[at].kind in ("grade", "and", "or"):
            at += 1
        if at < len(self.tokens) and self.tokens[at].kind in ("named", "life"):
            gap = self.plain[tier.last : self.tokens[at].start]
            if re.fullmatch(rf" ?{self.grammar.any('periods.to')}(?: (?:de|la))? ?", gap):
                self.used.add(at)
                life = Tier(0, self.tokens[at].end, life=True)
                other = self._named_alone(at) if self.tokens[at].kind == "named" else life
                return replace(tier, high=other.high, life=other.life, last=other.last)
        return tier

    def _named_alone(self, index: int) -> Tier:
        token = self.tokens[index]
        named = next(n for n in self.grammar.named if _is_one(token.text, n.words))
        if named.life:
            return Tier(token.start, token.end, life=True)
        spans, last = [], token.end
        for after in self.tokens[index + 1 : index + 6]:
            if after.start - last > 22 or after.kind not in ("grade", "and", "or"):
                break
            if after.kind == "grade" and named.grades:
                grade = next(i for i, words in enumerate(self.grammar.grades) if _is_one(after.text, words))
                spans.append(named.grades[grade])
                last = after.end
        low = min((span[0] for span in spans), default=named.years[0])
        high = max((span[1] for span in spans), default=named.years[1])
        return Tier(token.start, last, low=low, high=high)

    # -- helpers -------------------------------------------------------------------------------------------------

    def _years(self, token: Token) -> float | None:
        period = self.grammar.read_period(token.text)
        return period[1] if period else None

    def _bare(self, setting: str, token: Token, years: float) -> tuple[float | None, float | None]:
        """A term without a bound's word is a maximum after "liable to" and "Penalty:", a fixed term after "shall be
        punished with"; in French law "puni de sept ans d'emprisonnement" is a maximum (the grammar says so)."""
        rule = self.grammar.settings.get(f"penalty.{setting}", "governed")
        if rule == "governed":
            rule = "fixed" if self._governing(token.start) == "punished" else "maximum"
        return (years, years) if rule == "fixed" else (None, years)

    def _governing(self, place: int) -> str:
        before = [t.kind for t in self.tokens if t.end <= place and t.kind in _GOVERNING]
        kind = before[-1] if before else self.carried
        return "punished" if kind == "penalty" else kind

    def _governed(self, phrase: Tier) -> bool:
        """Whether the sentence lays a penalty down: "shall be punished with" before, "shall be imposed" after."""
        if self.carried or any(
            t.kind in _GOVERNING and (t.start <= phrase.first or t.start - phrase.last < 60) for t in self.tokens
        ):
            return True
        return re.search(self.grammar.any("penalty.self_governed"), self.plain[phrase.first : phrase.last]) is not None

    def _rejected(self, phrase: Tier) -> bool:
        """Whether the words only describe ("an offence punishable with ...") or stand in for an unpaid fine."""
        for token in self.tokens:
            if token.kind in ("reject", "default") and phrase.first <= token.start < phrase.last:
                return True
            if token.kind == "default" and 0 <= token.start - phrase.last <= 60:
                between = [t.kind for t in self.tokens if phrase.last <= t.start < token.start]
                if not {"fine", "custody", "stop", "label"} & set(between):
                    return True
        if self.raised.match(self.plain, phrase.last) and self.raised_noun.search(
            self.plain, max(phrase.first - _REACH, 0), phrase.last
        ):
            return True  # "the punishment of imprisonment for seven years shall extend to": the next term is laid down
        telling = {"reject", "default", "stop", *_GOVERNING}
        before = [t for t in self.tokens if t.end <= phrase.first and t.kind in telling]
        if not before or phrase.first - before[-1].end > _BACK:
            return False
        return before[-1].kind in ("default", "reject")

    def _same_tier(self, before: Tier, phrase: Tier) -> bool:
        between = [t.kind for t in self.tokens if before.last <= t.start and t.end <= phrase.first]
        gap = self.plain[before.last : phrase.first]
        if {"case", "label", "stop", "penalty", "punished"} & set(between) or len(gap) > _JOIN or ":" in gap:
            return False
        if only_life(before) or only_life(phrase):
            return "fine" not in between or "or" in between
        if phrase.low is not None and phrase.high is None and before.low is None:
            return "and" in between  # "... and to a minimum punishment of imprisonment for a term of five years"
        return False


def _is_one(text: str, wordings: tuple[str, ...]) -> bool:
    return any(re.fullmatch(wording, text) for wording in wordings)
