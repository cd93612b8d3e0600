"""What instruments and articles are called before a lawyer."""

from __future__ import annotations

import pytest

from ctip_law.framework import load
from ctip_law.report.colours import TINTS, from_the_right
from ctip_law.report.data import COUNTED
from ctip_law.report.naming import LEGEND, SHORT, STRENGTHS, article, cited, cited_together, ids_in, listed, plain
from ctip_law.report.words import STRENGTH


def test_every_instrument_status_and_strength_has_its_words() -> None:
    assert list(SHORT) == list(load().instruments)
    assert set(LEGEND) == set(COUNTED) == set(TINTS)
    assert set(STRENGTHS) == set(STRENGTH)


@pytest.mark.parametrize(
    ("instrument", "number", "words"),
    [
        ("tip", "3(a)", "article 3(a)"),
        ("tip", "1(1)-(3)", "article 1(1)-(3)"),
        ("som", "12-13", "articles 12-13"),
        ("untoc", "6(2)(d), 13(5)", "articles 6(2)(d), 13(5)"),
        ("ohchr", "Principle 7", "principle 7"),
        ("wg2018", "1(a)", "recommendation 1(a)"),
        ("wg2018", "deliberations 3", "deliberations 3"),
        ("cscap11", "rec 8-9", "recommendations 8-9"),
        ("cscap11", "rec 1", "recommendation 1"),
        ("balirso", "5th Ministerial", "5th Ministerial"),
    ],
)
def test_an_article_is_cited_as_lawyers_do(instrument: str, number: str, words: str) -> None:
    assert article(instrument, number) == words


def test_every_provision_is_cited_without_its_id() -> None:
    assert [one.id for one in load().provisions() if ids_in(cited(one.id))] == []


def test_no_id_is_left_in_what_the_framework_says() -> None:
    framework = load()
    texts = [text for one in framework.provisions() for text in (one.statute_must_contain, one.qualifier, one.title)]
    texts += [text for one in framework.defects.values() for text in (one.label, one.why, one.fix, one.silence)]
    assert [text for text in texts if ids_in(plain(text))] == []


@pytest.mark.parametrize(("language", "right"), [("ar", True), ("ur-PK", True), ("en", False), ("", False)])
def test_some_languages_are_written_from_the_right(language: str, right: bool) -> None:
    assert from_the_right(language) == right


SHORTENED = [
    ("all conduct in art 3, and arts 13, 14", "all conduct in article 3, and articles 13, 14"),
    ("not bound by art. 15(2) (disputes)", "not bound by article 15(2) (disputes)"),
    ("As UNTOC 10(2)-(3).", "As the Organized Crime Convention, article 10(2)-(3)."),
    ("read together with UNTOC", "read together with the Organized Crime Convention"),
    ("the art of the smart 3 lamps", "the art of the smart 3 lamps"),
    ("parts 3 and 4", "parts 3 and 4"),
]


@pytest.mark.parametrize(("text", "told"), SHORTENED)
def test_nothing_is_shortened_before_a_lawyer(text: str, told: str) -> None:
    assert plain(text) == told


LISTED = [
    ("Fraud", "fraud"),
    ("Fraud, UN lists, A lamp", "fraud, UN lists, a lamp"),
    ("", ""),
]


@pytest.mark.parametrize(("labels", "words"), LISTED)
def test_labels_have_a_small_letter_within_a_sentence(labels: str, words: str) -> None:
    assert listed(labels) == words


TOGETHER = [
    (("tip-6-3",), ("Trafficking Protocol, article 6(3)",)),
    (("tip-6-3", "tip-6-5"), ("Trafficking Protocol, articles 6(3), 6(5)",)),
    (("tip-6-3", "untoc-24-1", "tip-6-5"),
     ("Trafficking Protocol, articles 6(3), 6(5)", "Organized Crime Convention, article 24(1)")),
]  # fmt: skip


@pytest.mark.parametrize(("ids", "told"), TOGETHER)
def test_articles_of_one_instrument_are_cited_together(ids: tuple[str, ...], told: tuple[str, ...]) -> None:
    assert cited_together(ids) == told
