"""The term pass: every wording of the lexicon that occurs, once over the text.

spaCy's PhraseMatcher on a blank vocabulary compares stems: the document it reads is made of them. Wordings with a
gap ("shall ... not") are matched in parts and joined afterwards; `=word` is checked on the form.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from ctip_law.clauses.tokens import Words, words
from ctip_law.knowledge import triggers
from ctip_law.languages import Lexicon, expand

if TYPE_CHECKING:
    from spacy.matcher import PhraseMatcher
    from spacy.vocab import Vocab

GAP = 4  # words that "..." may stand for, at most

Hit = tuple[int, int]  # first word, word after the last


@dataclass(frozen=True, slots=True)
class Pattern:
    """A wording compiled: parts of stems with gaps between them, and the forms that are asked for."""

    parts: tuple[tuple[str, ...], ...]
    exact: tuple[tuple[str | None, ...], ...]


@dataclass(frozen=True, slots=True)
class TermMatcher:
    """A lexicon compiled for one language."""

    language: str
    vocab: Vocab
    matcher: PhraseMatcher
    part_ids: Mapping[int, int]
    singles: Mapping[int, tuple[tuple[str, tuple[str | None, ...]], ...]]
    gapped: tuple[tuple[str, tuple[int, ...], Pattern], ...]

    def find(self, text_words: Words) -> dict[str, list[Hit]]:
        """Concept to its hits, in the order of the text, longest first where two start together."""
        from spacy.tokens import Doc

        doc = Doc(self.vocab, words=text_words.stems) if text_words.stems else None
        hits: dict[str, list[Hit]] = {}
        if doc is None:
            return hits
        found: dict[int, list[Hit]] = {}
        for key, start, end in self.matcher(doc):
            found.setdefault(self.part_ids[key], []).append((start, end))
        for part, places in found.items():
            for concept, exact in self.singles.get(part, ()):
                good = [p for p in places if _forms_fit(text_words, p, exact)]
                if good:
                    hits.setdefault(concept, []).extend(good)
        for concept, parts, pattern in self.gapped:
            joined = _join([found.get(p, []) for p in parts], pattern, text_words)
            if joined:
                hits.setdefault(concept, []).extend(joined)
        return {concept: sorted(set(places)) for concept, places in hits.items()}


def _forms_fit(text_words: Words, hit: Hit, exact: tuple[str | None, ...]) -> bool:
    return all(form is None or text_words.lower[hit[0] + i] == form for i, form in enumerate(exact))


def _join(parts: list[list[Hit]], pattern: Pattern, text_words: Words) -> list[Hit]:
    if not all(parts):
        return []
    chains = [h for h in parts[0] if _forms_fit(text_words, h, pattern.exact[0])]
    for places, exact in zip(parts[1:], pattern.exact[1:], strict=True):
        places = sorted(p for p in places if _forms_fit(text_words, p, exact))
        grown: list[Hit] = []
        for start, end in chains:
            at = bisect_left(places, (end, 0))
            if at < len(places) and places[at][0] <= end + GAP:
                grown.append((start, places[at][1]))
        chains = grown
    return chains


def compile_wording(wording: str, language: str, exact: bool = False) -> Pattern:
    """A wording without alternatives to its parts of stems; `exact` asks for the very form of every word."""
    parts: list[tuple[str, ...]] = []
    forms_of: list[tuple[str | None, ...]] = []
    for piece in wording.split("..."):
        stems: list[str] = []
        forms: list[str | None] = []
        for raw in piece.split():
            split = words(raw.lstrip("="), language)
            stems += split.stems
            forms += split.lower if exact or raw.startswith("=") else [None] * len(split.lower)
        if stems:
            parts.append(tuple(stems))
            forms_of.append(tuple(forms))
    return Pattern(tuple(parts), tuple(forms_of))


def compile_terms(lexicon: Lexicon, off: frozenset[str] = frozenset()) -> TermMatcher:
    """The matcher for a lexicon, without the wordings in `off`."""
    from spacy.attrs import NORM
    from spacy.matcher import PhraseMatcher
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

    vocab = Vocab(lex_attr_getters={NORM: lambda s: s})
    matcher = PhraseMatcher(vocab, attr="ORTH")
    ids: dict[tuple[str, ...], int] = {}
    singles: dict[int, list[tuple[str, tuple[str | None, ...]]]] = {}
    gapped: list[tuple[str, tuple[int, ...], Pattern]] = []
    exact = triggers.exact()
    for concept, wordings in lexicon.wordings().items():
        for wording in (x for w in wordings for x in expand(w) if x not in off):
            pattern = compile_wording(wording, lexicon.language, concept in exact)
            numbers = tuple(ids.setdefault(part, len(ids)) for part in pattern.parts)
            if len(numbers) == 1:
                singles.setdefault(numbers[0], []).append((concept, pattern.exact[0]))
            elif numbers:
                gapped.append((concept, numbers, pattern))
    part_ids: dict[int, int] = {}
    for part, number in ids.items():
        name = str(number)
        matcher.add(name, [Doc(vocab, words=list(part))])
        part_ids[vocab.strings[name]] = number
    frozen = {k: tuple(dict.fromkeys(v)) for k, v in singles.items()}
    return TermMatcher(lexicon.language, vocab, matcher, part_ids, frozen, tuple(gapped))


@lru_cache(maxsize=4)
def term_matcher(language: str) -> TermMatcher:
    """The compiled lexicon of a language, once per process."""
    from ctip_law.languages import load

    return compile_terms(load(language))
