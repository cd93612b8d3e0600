"""The term pass: phrases are made as texts need them, and what is found never depends on what was read before."""

from __future__ import annotations

import importlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ctip_law.clauses.terms import GAP, compile_terms, standing
from ctip_law.clauses.tokens import words
from ctip_law.languages import Lexicon, expand

LEXICON = Lexicon(
    "en",
    "0",
    {
        "grant": ("grants|gives a permit|visa", "gives leave"),
        "forbid": ("shall ... not", "=must ... not ... leave"),
        "stay": ("leave", "=stay"),
        "all": ("@grant", "@stay"),
    },
)
VERBS = ["shall", "must", "not", "gives", "grants", "granted", "leaves", "stays"]
NOUNS = ["a", "the", "minister", "permit", "visa", "leave", "stay"]
TEXTS = st.lists(st.sampled_from([*VERBS, *NOUNS]), max_size=40).map(" ".join)


def found(text: str, off: frozenset[str] = frozenset(), lexicon: Lexicon = LEXICON) -> dict[str, list[str]]:
    split = words(text, "en")
    hits = compile_terms(lexicon, off).find(split)
    return {concept: [" ".join(split.lower[a:b]) for a, b in places] for concept, places in sorted(hits.items())}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("he grants a visa", {"all": ["grants a visa"], "grant": ["grants a visa"]}),
        ("he gives a permits", {"all": ["gives a permits"], "grant": ["gives a permits"]}),  # by the stem
        ("he grants the permit", {}),
        ("the stay", {"all": ["stay"], "stay": ["stay"]}),
        ("the stays", {}),  # another form than the one asked for
        ("shall a b c d not", {"forbid": ["shall a b c d not"]}),  # the widest gap
        ("shall a b c d e not", {}),
        ("shall not a b not", {"forbid": ["shall not"]}),  # the nearest end
        ("must not leave", {"all": ["leave"], "forbid": ["must not leave"], "stay": ["leave"]}),
        ("", {}),
    ],
)
def test_what_is_found(text: str, expected: dict[str, list[str]]) -> None:
    assert found(text) == expected


def test_a_phrase_that_is_off_is_not_found_and_the_others_of_its_wording_are() -> None:
    text = "grants a visa and gives a visa"
    assert found(text, frozenset({"gives a visa"}))["grant"] == ["grants a visa"]


OTHER = Lexicon(
    "en",
    "0",
    {
        "alien": ("non-citizen|alien", "=sea-farer"),  # an alternative of two words
        "board": ("free board|lodging...night|week",),  # a gap without blanks
        "clause.mention": ("the permit|=visas",),  # a trigger: each word in the very form
        "paper": ("the permit|visas", "=papers|pass"),
    },
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a non-citizen", {"alien": ["non citizen"]}),
        ("non-citizens and aliens", {"alien": ["non citizens", "aliens"]}),
        ("a citizen and a non citizen", {"alien": ["non citizen"]}),
        ("a non and a citizen", {}),
        ("the sea-farer", {"alien": ["sea farer"]}),
        ("the sea-farers", {}),
        ("free lodging by the week", {"board": ["free lodging by the week"]}),
        ("board by the week", {}),
        ("the permit", {"clause.mention": ["the permit"], "paper": ["the permit"]}),
        ("the permits", {"paper": ["the permits"]}),
        ("the visa", {"paper": ["the visa"]}),
        ("papers passed", {"paper": ["papers", "passed"]}),
        ("paper passes", {"paper": ["passes"]}),
    ],
)
def test_alternatives_of_two_words_and_forms(text: str, expected: dict[str, list[str]]) -> None:
    assert found(text, lexicon=OTHER) == expected


@settings(deadline=None)
@given(TEXTS, st.lists(TEXTS, max_size=3))
def test_what_was_read_before_changes_nothing(text: str, before: list[str]) -> None:
    used = compile_terms(LEXICON)
    for other in before:
        used.find(words(other, "en"))
    assert used.find(words(text, "en")) == compile_terms(LEXICON).find(words(text, "en"))


@settings(deadline=None)
@given(TEXTS)
def test_it_finds_what_trying_every_phrase_at_every_word_finds(text: str) -> None:
    split = words(text, "en")
    tried = {
        concept: sorted({hit for wording in said for phrase in expand(wording) for hit in tries(phrase, text)})
        for concept, said in LEXICON.wordings().items()
    }
    assert compile_terms(LEXICON).find(split) == {concept: hits for concept, hits in tried.items() if hits}


def tries(phrase: str, text: str) -> list[tuple[int, int]]:
    """The plain way: each part after the other, the nearest one that a gap allows."""
    split, hits = words(text, "en"), []
    for start in range(len(split.lower)):
        end = start
        for number, part in enumerate(phrase.split("...")):
            reach = range(end, end + GAP + 1) if number else [end]
            end = next((at + len(part.split()) for at in reach if fits(part, split.lower[at:], split.stems[at:])), -1)
            if end < 0:
                break
        else:
            hits.append((start, end))
    return hits


def fits(part: str, lower: list[str], stems: list[str]) -> bool:
    asked = part.split()
    if len(asked) > len(lower):
        return False
    pairs = zip(asked, lower, stems, strict=False)
    return all(w[1:] == form if w.startswith("=") else words(w, "en").stems == [stem] for w, form, stem in pairs)


STEMS = ["a", "b", "ab", "ba", "é", "ไทย", "18"]
PARTS = st.sets(st.lists(st.sampled_from(STEMS), min_size=1, max_size=3).map(tuple), max_size=8)


@settings(deadline=None)
@given(PARTS, st.lists(st.sampled_from(STEMS), max_size=30))
def test_spacys_phrase_matcher_finds_the_same_parts(parts: set[tuple[str, ...]], stems: list[str]) -> None:
    spacy_matcher = pytest.importorskip("spacy.matcher", reason="spaCy is not installed: no second opinion")
    tokens, vocab = importlib.import_module("spacy.tokens"), importlib.import_module("spacy.vocab").Vocab()
    matcher = spacy_matcher.PhraseMatcher(vocab, attr="ORTH")
    numbers = {part: number for number, part in enumerate(sorted(parts))}
    for part, number in numbers.items():
        matcher.add(str(number), [tokens.Doc(vocab, words=list(part))])
    hits = (
        {(int(vocab.strings[key]), a, b) for key, a, b in matcher(tokens.Doc(vocab, words=stems))} if stems else set()
    )
    ours = list(standing(numbers, stems))
    assert sorted(ours) == sorted(hits)
