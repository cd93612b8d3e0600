"""The term pass: every wording of the lexicon that occurs, once over the text.

spaCy's PhraseMatcher on a blank vocabulary compares stems: the document it reads is made of them. Wordings with a
gap ("shall ... not") are matched in parts and joined afterwards; `=word` is checked on the form.

A wording with alternatives ("grants|gives a permit|visa") stands for hundreds of thousands of phrases, few of which
any text can hold: a phrase is made and given to the PhraseMatcher only when each of its words stands in a text, and
each two that follow each other do so there.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from ctip_law.clauses.tokens import Words, stemmer, words
from ctip_law.knowledge import triggers
from ctip_law.languages import Lexicon

if TYPE_CHECKING:
    from spacy.matcher import PhraseMatcher

GAP = 4  # words that "..." may stand for, at most

Hit = tuple[int, int]  # first word, word after the last
Pair = tuple[str, str]  # two stems, one after the other
Forms = tuple[str | None, ...]  # word by word the very form that is asked for, None where the stem is enough
Part = tuple[int, Forms]  # a part by its number, with the forms that are asked for


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the alternatives at a place of a wording, or a whole part of it with one alternative chosen at each place:
    as it is written, its stems, the forms that are asked for."""

    raw: str
    stems: tuple[str, ...]
    forms: Forms


@dataclass(frozen=True, slots=True)
class Wording:
    """A wording as it is written: its parts, what stands between two gaps, place by place; `exact` asks for the very
    form of every word."""

    parts: tuple[tuple[str, ...], ...]
    exact: bool
    concepts: tuple[str, ...]


_GAP = "..."
_END = itemgetter(1)


class TermMatcher:
    """A lexicon compiled for one language, as far as the texts read so far need it.

    What was read before changes how long a text takes and never what is found in it.
    """

    def __init__(self, lexicon: Lexicon, off: frozenset[str]) -> None:
        from spacy.matcher import PhraseMatcher
        from spacy.vocab import Vocab

        self.language = lexicon.language
        self._off = off
        self._vocab = Vocab(lex_attr_getters={})
        self._matcher: PhraseMatcher = PhraseMatcher(self._vocab, attr="ORTH")
        self._wordings = _wordings(lexicon)
        self._made: set[tuple[int, str]] = set()
        self._ids: dict[tuple[str, ...], int] = {}
        self._keys: dict[int, int] = {}
        self._singles: dict[int, list[tuple[str, Forms]]] = {}
        # the parts of a wording, each with its alternatives; without `off` all of a wording stand under one key
        self._gapped: dict[tuple[int, str], list[dict[Part, None]]] = {}

    def find(self, text_words: Words) -> dict[str, list[Hit]]:
        """Concept to its hits, in the order of the text, longest first where two start together."""
        from spacy.tokens import Doc

        hits: dict[str, list[Hit]] = {}
        if not text_words.stems:
            return hits
        self._learn(text_words.stems)
        found: dict[int, list[Hit]] = {}
        for key, start, end in self._matcher(Doc(self._vocab, words=text_words.stems)):
            found.setdefault(self._keys[key], []).append((start, end))
        places = _Places(found, text_words)
        for part in found:
            for concept, exact in self._singles.get(part, ()):
                good = places.of(part, exact)
                if good:
                    hits.setdefault(concept, []).extend(good)
        for (number, _), parts in self._gapped.items():
            joined = _join([[there for part in part_ways if (there := places.of(*part))] for part_ways in parts])
            for concept in self._wordings[number].concepts if joined else ():
                hits.setdefault(concept, []).extend(joined)
        return {concept: sorted(set(places)) for concept, places in hits.items()}

    def _learn(self, stems: list[str]) -> None:
        """Compile the phrases that a text may hold, those that an earlier one held aside. A part is compiled once,
        however many others stand beside it."""
        text = _Text(self.language, set(stems), set(itertools.pairwise(stems)))
        for number, wording in enumerate(self._wordings):
            parts = []
            for places in wording.parts:
                parts.append(text.phrases(places, wording.exact))
                if not parts[-1]:
                    break
            if not all(parts):
                continue
            told = [[(c.raw, (self._part(c.stems), c.forms)) for c in choices] for choices in parts]
            if len(told) == 1:
                self._add_singles(number, told[0])
            elif not self._off:
                self._add_gapped((number, ""), [[way for _, way in ways] for ways in told])
            else:
                for phrase in itertools.product(*told):
                    raw = f" {_GAP} ".join([part for part, _ in phrase])
                    if raw not in self._off:
                        self._add_gapped((number, raw), [[way] for _, way in phrase])

    def _add_singles(self, number: int, ways: list[tuple[str, Part]]) -> None:
        for raw, (part, exact) in ways:
            if raw in self._off or (number, raw) in self._made:
                continue
            self._made.add((number, raw))
            known = self._singles.setdefault(part, [])
            for concept in self._wordings[number].concepts:
                if (concept, exact) not in known:
                    known.append((concept, exact))

    def _add_gapped(self, key: tuple[int, str], parts: list[list[Part]]) -> None:
        known = self._gapped.setdefault(key, [{} for _ in parts])
        for ways, more in zip(known, parts, strict=True):
            ways.update(dict.fromkeys(more))

    def _part(self, part: tuple[str, ...]) -> int:
        """The number of a part, which the PhraseMatcher looks for from now on."""
        number = self._ids.setdefault(part, len(self._ids))
        if number == len(self._keys):
            name = str(number)
            # the hashes of its words, as the matcher gives them to itself when it is unpickled: a Doc costs far more
            hashes: Any = [self._vocab.strings.add(stem) for stem in part]
            self._matcher.add(name, [hashes])
            self._keys[self._vocab.strings[name]] = number
        return number


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


def _wordings(lexicon: Lexicon) -> list[Wording]:
    """Each wording with the concepts that it stands for."""
    exact = triggers.exact()
    concepts: dict[tuple[str, bool], list[str]] = {}
    for concept, wordings in lexicon.wordings().items():
        for wording in wordings:
            concepts.setdefault((wording, concept in exact), []).append(concept)
    return [
        Wording(_parts(wording), whole, tuple(dict.fromkeys(names))) for (wording, whole), names in concepts.items()
    ]


def _parts(wording: str) -> tuple[tuple[str, ...], ...]:
    """The places of a wording, part by part."""
    parts = (part.split() for part in wording.split(_GAP))
    return tuple(tuple(places) for places in parts if places)


@lru_cache(maxsize=65536)
def _choice(raw: str, language: str, exact: bool) -> Choice:
    whole = exact or raw.startswith("=")
    bare = raw.lstrip("=")
    if bare.isalpha():  # one word, as most are
        return Choice(raw, (stemmer(language)(bare.lower()),), (bare.lower() if whole else None,))
    split = words(bare, language)
    return Choice(raw, tuple(split.stems), tuple(split.lower if whole else [None] * len(split.lower)))


class _Text:
    """What of the wordings a text may hold, by its stems and by the pairs of stems that follow each other in it."""

    def __init__(self, language: str, known: set[str], pairs: set[Pair]) -> None:
        self.pairs = pairs
        self._possible = tuple(_Possible(language, exact, known, pairs) for exact in (False, True))

    def phrases(self, places: tuple[str, ...], exact: bool) -> list[Choice]:
        """The phrases of a part whose words are all known, and follow each other as words of the text do."""
        possible = self._possible[exact]
        phrases: list[Choice] | None = None
        for place in places:
            choices = [choice for raw in place.split("|") if (choice := possible[raw]) is not None]
            if phrases is None:
                phrases = choices
            else:
                phrases = [_joined(phrase, c) for phrase in phrases for c in choices if self._follows(phrase, c)]
            if not phrases:
                return []
        return [phrase for phrase in phrases or () if phrase.stems]

    def _follows(self, phrase: Choice, choice: Choice) -> bool:
        return not phrase.stems or not choice.stems or (phrase.stems[-1], choice.stems[0]) in self.pairs


class _Possible(dict[str, Choice | None]):
    """An alternative as it is written, `a` or `=b`, to its choice where a text may hold it, else None."""

    def __init__(self, language: str, exact: bool, known: set[str], pairs: set[Pair]) -> None:
        self._how = (language, exact)
        self._known = known
        self._pairs = pairs

    def __missing__(self, raw: str) -> Choice | None:
        choice = _choice(raw, *self._how)
        follow = len(choice.stems) < 2 or self._pairs.issuperset(itertools.pairwise(choice.stems))
        self[raw] = choice if follow and self._known.issuperset(choice.stems) else None
        return self[raw]


def _joined(phrase: Choice, choice: Choice) -> Choice:
    raw = f"{phrase.raw} {choice.raw}" if phrase.raw else choice.raw
    return Choice(raw, phrase.stems + choice.stems, phrase.forms + choice.forms)


def compile_terms(lexicon: Lexicon, off: frozenset[str] = frozenset()) -> TermMatcher:
    """The matcher for a lexicon, without the wordings in `off` (each with one alternative chosen at every place)."""
    return TermMatcher(lexicon, off)


@lru_cache(maxsize=4)
def term_matcher(language: str) -> TermMatcher:
    """The compiled lexicon of a language, once per process."""
    from ctip_law.languages import load

    return compile_terms(load(language))
