"""Words as they are compared: stems, accents, elisions, no punctuation."""

from __future__ import annotations

import pytest

from ctip_law.clauses.tokens import words


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "harbouring", "harbors"),  # British and American spelling
        ("en", "organises", "organizing"),
        ("en", "offences", "offense"),
        ("en", "victim’s", "victims"),  # possessive
        ("es", "explotación", "explotacion"),  # accents lost in a conversion
        ("fr", "l’infraction", "infractions"),  # elision
        ("fr", "d'une", "une"),
        ("id", "penampungan", "menampung"),
    ],
)
def test_forms_of_one_word_meet(language: str, one: str, other: str) -> None:
    assert words(one, language).stems == words(other, language).stems


def test_punctuation_and_line_breaks_do_not_count() -> None:
    assert words("eighteen (18)\nyears", "en").lower == ["eighteen", "18", "years"]


def test_offsets_cut_the_words_out_of_the_text() -> None:
    text = "the “victim’s” passport"
    found = words(text, "en")
    assert [text[s:e] for s, e in zip(found.starts, found.ends, strict=True)] == ["the", "victim’s", "passport"]
