"""The pieces of the search index: every word of every section is where the page looks for it."""

from __future__ import annotations

import itertools
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ctip_law.site.nouns import SiteData
from ctip_law.site.search import files, piece, words


def read(script: str) -> Any:
    """What a piece puts into the store."""
    return json.loads(script.partition("]=")[2].rstrip().removesuffix(";"))


@pytest.fixture(scope="session")
def pieces(site: SiteData) -> dict[str, Any]:
    return {name.removeprefix("search/").removesuffix(".js"): read(text) for name, text in files(site)}


@pytest.mark.parametrize(
    ("text", "as_words"),
    [
        ("Victims' rights", ["victims", "rights"]),
        ("trata de niñas", ["trata", "de", "ninas"]),
        ("l’État, 12(3)", ["l", "etat", "12", "3"]),
        ("Straße", ["strasse"]),
        ("<script>x_y", ["script", "x", "y"]),
        ("", []),
    ],
)
def test_words_are_compared_without_accents_and_capitals(text: str, as_words: list[str]) -> None:
    assert words(text) == as_words


@pytest.mark.parametrize(
    ("word", "name"), [("victim", "vi"), ("a", "a_"), ("12", "12"), ("人身取引", "u4eba"), ("дети", "u434")]
)
def test_a_word_has_one_piece(word: str, name: str) -> None:
    assert piece(word) == name


@given(st.text(min_size=1))
@settings(deadline=None)
def test_the_name_of_a_piece_is_a_safe_name_of_a_file(text: str) -> None:
    assert all(piece(word).isascii() and piece(word).replace("_", "").isalnum() for word in words(text))


def test_every_word_of_every_section_leads_back_to_it(site: SiteData, pieces: dict[str, Any]) -> None:
    number = 0
    for view in site.laws:
        for clause in view.law.sections():
            row = pieces[f"d{number // 8}"][number % 8]
            assert row[0] == clause.eid
            for word in words(view.law.text[clause.start : clause.end]):
                held = pieces[f"w-{piece(word)}"][word]
                assert not held or number in itertools.accumulate(held[0]), word
            number += 1
    assert pieces["facets"]["sections"] == number > 50


def test_a_word_of_most_sections_is_marked_and_a_rare_one_is_not(pieces: dict[str, Any]) -> None:
    assert pieces["w-th"]["the"] == []
    assert pieces["w-co"]["compensation"] != []


def test_a_law_is_found_from_its_first_section_on(site: SiteData, pieces: dict[str, Any]) -> None:
    at = 0
    for view, row in zip(site.laws, pieces["facets"]["laws"], strict=True):
        assert row[:5] == [view.country, view.law.title, view.page, view.law.language, at]
        at += len(view.law.sections())


def test_the_same_site_gives_the_same_pieces(site: SiteData) -> None:
    assert list(files(site)) == list(files(site))


def test_no_piece_can_end_its_script(pieces: dict[str, Any], site: SiteData) -> None:
    assert not any("\u2028" in text or "\u2029" in text for _, text in files(site))
