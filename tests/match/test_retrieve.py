"""The search by words: what a section scores is the sum of what each word of the query weighs in it."""

from __future__ import annotations

import math
from typing import Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ctip_law.clauses.tokens import words
from ctip_law.match.retrieve import K1, B, Index

BAGS = st.lists(st.lists(st.sampled_from(["shelter", "visa", "court", "fine", "the"]), min_size=1), max_size=6)


def index(bags: list[list[str]]) -> Index:
    """An index of sections that are named by their place, each made of some words."""
    split = [words(" ".join(bag), "en").stems for bag in bags]
    postings: dict[str, list[tuple[int, int]]] = {}
    for i, stems in enumerate(split):
        for stem in dict.fromkeys(stems):
            postings.setdefault(stem, []).append((i, stems.count(stem)))
    return Index(cast(Any, list(range(len(bags)))), [len(stems) for stems in split], postings, "en")


def plainly(bags: list[list[str]], query: str, section: int) -> float:
    """The formula of BM25 as it is printed, word by word."""
    split = [words(" ".join(bag), "en").stems for bag in bags]
    average = sum(map(len, split)) / len(split)
    score = 0.0
    for stem in dict.fromkeys(words(query, "en").stems):
        have = sum(stem in stems for stems in split)
        count = split[section].count(stem)
        idf = math.log(1 + (len(split) - have + 0.5) / (have + 0.5))
        score += idf * count * (K1 + 1) / (count + K1 * (1 - B + B * len(split[section]) / average))
    return score


@settings(deadline=None)
@given(BAGS, st.lists(st.sampled_from(["shelter visa", "court", "the fine", "visas of the court"]), max_size=3))
def test_every_query_scores_by_the_formula_whatever_was_asked_before(bags: list[list[str]], queries: list[str]) -> None:
    made = index(bags)
    for query in queries:
        scores = {section: plainly(bags, query, section) for section in range(len(bags))}
        best = sorted((i for i in scores if scores[i] > 2.0), key=lambda i: (-round(scores[i], 9), i))
        assert [(score, section) for score, section in made.search(query, top=9)] == [
            (pytest.approx(scores[i], abs=0.006), cast(Any, i)) for i in best
        ]


def test_nothing_is_found_in_a_law_without_sections_or_words_in_common() -> None:
    assert index([]).search("shelter") == []
    assert index([["court"], ["fine"]]).search("shelter") == []
