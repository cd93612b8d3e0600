"""What softens a duty makes it a qualified one, and the same words do so in every instrument."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from ctip_law.framework import Provision, load

#: class of softener -> the words of the instruments, as `qualifier` gives them
WORDS = {
    "consider": r"shall consider|shall give appropriate consideration",
    "endeavour": r"shall endeavour|seek to ensure|shall aim|best effort|undertaking efforts",
    "encourage": r"shall encourage",
    "cases": r"in appropriate cases|where appropriate|as appropriate|where relevant|where the nature of the act calls",
    "extent": r"to the (greatest |widest )?extent possible|wherever possible|as far as possible",
    "means": r"within (available )?means|within domestic law and means|within possibilities",
    "domestic_law": (
        r"(in accordance with|under|subject to|consistent with|in conformity with|within|in line with|permitted by)"
        r"( the conditions of)? (domestic|internal|national) "
        r"(laws?|legal and administrative systems|conditions)|as national law on|the domestic law of both"
        r"|under domestic conditions"
    ),
    "concepts": r"basic concepts|(fundamental|basic) principles|legal principles",
}

#: words that qualify a duty and soften nothing: what is asked is asked without them too
PLAIN = (
    "Shall take into account.",
    "Due regard.",
    "Shall bear in mind gravity.",
    "When necessary.",
    "To the extent necessary.",
    "Unless the victim objects.",
    "Legislative or other measures.",
    "Possibility.",
    "Reservation allowed.",
)

BINDING = [one for one in load().provisions() if one.strength in ("mandatory", "qualified")]


def said(one: Provision) -> str:
    """The qualifier, without what it says of a part of the duty only."""
    text = " ".join(one.qualifier.lower().split())
    return "" if text.startswith("partly") else text


def softened(one: Provision) -> Iterator[str]:
    for softener, words in WORDS.items():
        if re.search(words, said(one)):
            yield softener


@pytest.mark.parametrize("one", [one for one in BINDING if one.qualifier], ids=lambda one: one.id)
def test_the_same_words_make_the_same_class(one: Provision) -> None:
    assert set(one.softeners) <= set(softened(one))
    assert (one.strength == "qualified") is bool(one.softeners)
    if said(one) and one.strength == "mandatory":
        assert not [softener for softener in softened(one) if (one.id, softener) not in PART]


#: softeners of a part of the duty that the qualifier names beside what holds for the whole
PART = {("eu-11-5", "cases")}


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("in appropriate cases", ["tip-6-1", "tip-6-2a", "tip-6-2b", "actip-14-6"]),
        ("within available means", ["tip-12a", "tip-12b", "som-12"]),
        ("within means", ["untoc-24-1", "untoc-25-1"]),
        ("in accordance with domestic law", ["tip-11-4", "tip-13", "tip-10-1", "som-11-2"]),
        ("in accordance with internal law", ["coe-7-4", "coe-7-5", "coe-9"]),
        ("subject to domestic law", ["untoc-25-3"]),
        ("to the greatest extent possible", ["untoc-12-1a", "untoc-12-1b", "untoc-13-1", "actip-17-1"]),
        ("as appropriate", ["tip-9-3", "tip-10-1", "untoc-15-5", "untoc-31-7", "actip-11-3"]),
        ("basic concepts", ["tip-5-2a", "som-6-2a", "untoc-6-1b"]),
        ("basic principles", ["coe-26", "p029-4-2", "eu-8", "untoc-20-1"]),
        ("consistent with domestic legal and administrative systems", ["som-10", "untoc-27-1"]),
    ],
)
def test_words_that_stand_in_several_articles_and_instruments(words: str, ids: list[str]) -> None:
    for id in ids:
        one = load().provision(id)
        assert words in said(one), one.qualifier
        assert one.counts_as == "qualified"


def test_no_article_with_a_softener_stands_under_the_mandatory_duties() -> None:
    for one in load().provisions():
        if one.counts_as == "mandatory":
            assert not one.softeners, one.id


def test_a_rule_of_interpretation_is_one_in_both_protocols() -> None:
    assert {load().provision(id).counts_as for id in ("tip-14-2", "som-19")} == {"interpretive"}


@pytest.mark.parametrize("words", PLAIN)
def test_words_that_soften_nothing_leave_a_duty_as_it_is(words: str) -> None:
    rows = [one for one in BINDING if one.qualifier == words]
    assert rows, words
    assert {one.strength for one in rows} == {"mandatory"}
