"""The term pass: every wording of the lexicon that occurs, once over the text.

An Aho-Corasick automaton reads the stems of the text, joined; its hits are those of spaCy's PhraseMatcher on a
document of these stems (a test holds the two against each other), without the half second that importing spaCy takes.
Wordings with a gap ("shall ... not") are matched in parts and joined afterwards; `=word` is checked on the form.

A wording with alternatives ("grants|gives a permit|visa") stands for hundreds of thousands of phrases, few of which
any text can hold: a phrase is made and looked for only when each of its words stands in a text, and each two that
follow each other do so there.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from ctip_law.clauses.tokens import Words, stemmer, words
from ctip_law.knowledge import triggers
from ctip_law.languages import Lexicon

GAP = 4  # words that "..." may stand for, at most

Hit = tuple[int, int]  # first word, word after the last
Forms = tuple[str | None, ...]  # word by word the very form that is asked for, None where the stem is enough
Part = tuple[int, Forms]  # a part by its number, with the forms that are asked for
Wording = tuple[str, bool]  # as it is written, and whether the very form of every word is asked for


class Choice(NamedTuple):
    """One of the alternatives at a place of a wording, or a whole part of it with one alternative chosen at each place:
    as it is written, its stems, the forms that are asked for."""

    raw: str
    stems: tuple[str, ...]
    forms: Forms


_GAP = "..."
_BLANK = "\x1f"  # stands in no stem
_END = itemgetter(1)


class TermMatcher:
    """A lexicon compiled for one language, as far as the texts read so far need it.

    What was read before changes how long a text takes and never what is found in it.
    """

    def __init__(self, lexicon: Lexicon, off: Container[str]) -> None:
        self.language = lexicon.language
        self._off = off
        self._wordings = _wordings(lexicon)
        self._stems = _stems(self._wordings, self.language)
        self._by_stem, self._by_first = _by_first_stem(self._stems), _by_first_place(self._wordings)
        self._made: set[tuple[Wording, str]] = set()
        self._ids: dict[tuple[str, ...], int] = {}
        self._held: dict[tuple[str, ...], int] = {}
        self._singles: dict[int, list[tuple[str, Forms]]] = {}
        # the parts of a wording, each with its alternatives; without `off` all of a wording stand under one key
        self._gapped: dict[tuple[Wording, str], list[dict[Part, None]]] = {}
        self._led: dict[int, dict[tuple[Wording, str], None]] = {}  # a part to the wordings with gaps that it begins

    def find(self, text_words: Words) -> dict[str, list[Hit]]:
        """Concept to its hits, in the order of the text, longest first where two start together."""
        hits: dict[str, list[Hit]] = {}
        if not text_words.stems:
            return hits
        found: dict[int, list[Hit]] = {}
        for part, start, end in standing(self._learn(text_words.stems), text_words.stems):
            found.setdefault(part, []).append((start, end))
        places = _Places(found, text_words)
        for part in found:
            for concept, exact in self._singles.get(part, ()):
                good = places.of(part, exact)
                if good:
                    hits.setdefault(concept, []).extend(good)
        for led in {one: None for part in found for one in self._led.get(part, ())}:
            parts = self._gapped[led]
            joined = _join([[there for part in part_ways if (there := places.of(*part))] for part_ways in parts])
            for concept in self._wordings[led[0]] if joined else ():
                hits.setdefault(concept, []).extend(joined)
        return {concept: sorted(set(hits[concept])) for concept in sorted(hits)}

    def _learn(self, stems: list[str]) -> dict[tuple[str, ...], int]:
        """Compile the phrases that a text may hold, those that an earlier one held aside. A part is compiled once,
        however many others stand beside it. The parts that the text may hold, with their numbers."""
        self._held = {}
        text = _Text(self.language, stems, self._stems, self._by_stem)
        for wording in dict.fromkeys(one for raw in text.held for one in self._by_first.get(raw, ())):
            parts = text.parts(*wording)
            if not parts:
                continue
            told = [[(c.raw, (self._part(c.stems), c.forms)) for c in choices] for choices in parts]
            if len(told) == 1:
                self._add_singles(wording, told[0])
            elif not self._off:
                self._add_gapped((wording, ""), [[way for _, way in ways] for ways in told])
            else:
                for before in itertools.product(*told[:-1]):  # what may follow the same words stands under one key
                    lead = f" {_GAP} ".join([raw for raw, _ in before])
                    last = [way for raw, way in told[-1] if f"{lead} {_GAP} {raw}" not in self._off]
                    if last:
                        self._add_gapped((wording, lead), [*([way] for _, way in before), last])
        return self._held

    def _add_singles(self, wording: Wording, ways: list[tuple[str, Part]]) -> None:
        for raw, (part, exact) in ways:
            if raw in self._off or (wording, raw) in self._made:
                continue
            self._made.add((wording, raw))
            known = self._singles.setdefault(part, [])
            for concept in self._wordings[wording]:
                if (concept, exact) not in known:
                    known.append((concept, exact))

    def _add_gapped(self, key: tuple[Wording, str], parts: list[list[Part]]) -> None:
        known = self._gapped.setdefault(key, [{} for _ in parts])
        for ways, more in zip(known, parts, strict=True):
            ways.update(dict.fromkeys(more))
        for part, _ in parts[0]:
            self._led.setdefault(part, {})[key] = None

    def _part(self, part: tuple[str, ...]) -> int:
        """The number of a part, which is looked for in the text that is read."""
        self._held[part] = number = self._ids.setdefault(part, len(self._ids))
        return number


def standing(parts: Mapping[tuple[str, ...], int], stems: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Where parts stand in a text: number, first word, word after the last; one pass, however many there are."""
    if not parts:
        return
    at, place = {0: 0}, 0
    for index, stem in enumerate(stems, 1):
        place += len(stem) + 1
        at[place] = index
    numbers = list(parts.values())
    looked_for = AhoCorasick([f"{_BLANK}{_BLANK.join(part)}{_BLANK}" for part in parts])
    text = f"{_BLANK}{_BLANK.join(stems)}{_BLANK}"
    for which, first, last in looked_for.find_matches_as_indexes(text, overlapping=True):
        yield numbers[which], at[first], at[last - 1]


def _forms_fit(text_words: Words, hit: Hit, exact: Forms) -> bool:
    return all(form is None or text_words.lower[hit[0] + i] == form for i, form in enumerate(exact))


class _Places:
    """Where the parts stand in one text, in its order, with the forms that a wording asks for."""

    def __init__(self, found: dict[int, list[Hit]], text_words: Words) -> None:
        self._all = {part: sorted(places) for part, places in found.items()}
        self._words = text_words
        self._fit: dict[tuple[int, Forms], list[Hit]] = {}

    def of(self, part: int, exact: Forms) -> list[Hit]:
        places = self._all.get(part, [])
        if not places or not any(exact):
            return places
        if (part, exact) not in self._fit:
            self._fit[part, exact] = [place for place in places if _forms_fit(self._words, place, exact)]
        return self._fit[part, exact]


def _join(parts: list[list[list[Hit]]]) -> list[Hit]:
    """Parts that follow each other with a gap between them, to hits: of each alternative the nearest place counts.

    Starts and ends rise together in the places of an alternative. What was joined so far is taken as one, whatever
    alternatives it is made of, so that the work is their sum and not their product.
    """
    if not all(parts):
        return []
    chains = {hit for places in parts[0] for hit in places}
    for ways in parts[1:]:
        by_end = sorted(chains, key=_END)
        ends = [end for _, end in by_end]
        chains = {joined for places in ways for joined in _followed_by(by_end, ends, places)}
        if not chains:
            break
    return list(chains)


def _followed_by(chains: list[Hit], ends: list[int], places: list[Hit]) -> Iterator[Hit]:
    """The chains (sorted by their ends) that the nearest of some places follows within a gap, joined with it."""
    if len(chains) < 8 * len(places):
        for start, end in chains:
            at = bisect_left(places, (end, 0))
            if at < len(places) and places[at][0] <= end + GAP:
                yield start, places[at][1]
        return
    last = -1
    for first, end in places:  # the nearest of the places to what ends after the one before began
        for at in range(bisect_left(ends, max(first - GAP, last + 1)), bisect_right(ends, first)):
            yield chains[at][0], end
        last = first


def _wordings(lexicon: Lexicon) -> dict[Wording, tuple[str, ...]]:
    """Each wording with the concepts that it stands for."""
    exact = triggers.exact()
    concepts: dict[Wording, tuple[str, ...]] = {}
    for concept, wordings in lexicon.wordings().items():
        whole = concept in exact
        for wording in dict.fromkeys(wordings):
            concepts[wording, whole] = (*concepts.get((wording, whole), ()), concept)
    return concepts


def _stems(wordings: Iterable[Wording], language: str) -> dict[str, tuple[str, ...]]:
    """Each alternative of the wordings as it is written, `a` or `=b`, with its stems."""
    stem = stemmer(language)
    written = " ".join([wording for wording, _ in wordings]).replace(_GAP, " ").replace("|", " ").split()
    stems = {}
    for raw in dict.fromkeys(written):
        bare = raw.lstrip("=")
        one = bare.isalpha()  # one word, as most are
        stems[raw] = (stem(bare.lower()),) if one else tuple(words(bare, language).stems)
    return stems


def _by_first_stem(stems: Mapping[str, tuple[str, ...]]) -> dict[str, list[str]]:
    """A stem to the alternatives that begin with it; "" to those without a stem."""
    found: dict[str, list[str]] = {}
    for raw, own in stems.items():
        found.setdefault(own[0] if own else "", []).append(raw)
    return found


def _by_first_place(wordings: Iterable[Wording]) -> dict[str, list[Wording]]:
    """An alternative to the wordings that may begin with it: a text without any of them holds none of these."""
    found: dict[str, list[Wording]] = {}
    for wording in wordings:
        for raw in wording[0].split(maxsplit=1)[0].split("|"):
            found.setdefault(raw, []).append(wording)
    return found


class _Text:
    """What of the wordings a text may hold, by its stems and by the pairs of stems that follow each other in it.

    `held`: the alternatives that stand in it.
    """

    def __init__(
        self,
        language: str,
        stems: list[str],
        alternatives: Mapping[str, tuple[str, ...]],
        by_stem: Mapping[str, Iterable[str]],
    ) -> None:
        self._after: dict[str, set[str]] = {stem: set() for stem in stems}
        for stem, following in itertools.pairwise(stems):
            self._after[stem].add(following)
        begun = (raw for stem in ("", *self._after) for raw in by_stem.get(stem, ()))
        self.held = held = [raw for raw in begun if self._holds(alternatives[raw])]
        self._possible = tuple(
            _Possible({raw: Choice(raw, own := alternatives[raw], _forms(raw, own, exact, language)) for raw in held})
            for exact in (False, True)
        )

    def _holds(self, stems: tuple[str, ...]) -> bool:
        return len(stems) < 2 or all(b in self._after.get(a, ()) for a, b in itertools.pairwise(stems))

    def parts(self, wording: str, exact: bool) -> list[list[Choice]]:
        """The phrases of each part of a wording, of what stands between two gaps; none where one part has none.

        All words of a phrase are known, and follow each other as words of the text do.
        """
        possible = self._possible[exact]
        parts = []
        for part in wording.split(_GAP) if _GAP in wording else (wording,):
            phrases: list[Choice] | None = None
            for place in part.split():
                choices = possible[place]
                phrases = choices if phrases is None else self._joined(phrases, choices)
                if not phrases:
                    return []
            if phrases is not None:
                parts.append([phrase for phrase in phrases if phrase.stems])
                if not parts[-1]:
                    return []
        return parts

    def _joined(self, phrases: list[Choice], choices: list[Choice]) -> list[Choice]:
        joined = []
        for phrase in phrases if choices else ():
            after = self._after[phrase.stems[-1]] if phrase.stems else self._after
            joined += [
                Choice(f"{phrase.raw} {choice.raw}", phrase.stems + choice.stems, phrase.forms + choice.forms)
                for choice in choices
                if not choice.stems or choice.stems[0] in after
            ]
        return joined


def _forms(raw: str, stems: tuple[str, ...], exact: bool, language: str) -> Forms:
    if not exact and not raw.startswith("="):
        return (None,) * len(stems)
    bare = raw.lstrip("=")
    return (bare.lower(),) if bare.isalpha() else tuple(words(bare, language).lower)


class _Possible(dict[str, list[Choice]]):
    """A place of a wording as it is written, `a|=b`, to the choices that a text may hold; `held`: all of these."""

    def __init__(self, held: Mapping[str, Choice]) -> None:
        self._held = held

    def __missing__(self, place: str) -> list[Choice]:
        held = self._held
        self[place] = choices = [held[raw] for raw in place.split("|") if raw in held]
        return choices


def compile_terms(lexicon: Lexicon, off: Container[str] = ()) -> TermMatcher:
    """The matcher for a lexicon, without the wordings in `off` (each with one alternative chosen at every place)."""
    return TermMatcher(lexicon, off)


@lru_cache(maxsize=4)
def term_matcher(language: str) -> TermMatcher:
    """The compiled lexicon of a language, once per process."""
    from ctip_law.languages import load

    return compile_terms(load(language))
