"""The pieces of the search index: every word of every section is where the page looks for it."""

from __future__ import annotations

import base64
import itertools
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ctip_law.site.nouns import SiteData
from ctip_law.site.search import BLOCK, PIECE, cut, files, named, numbers, words


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


def told(given: Any) -> list[int]:
    """The numbers that a script holds, as the page reads them."""
    if isinstance(given, list):
        return list(itertools.accumulate(given))
    bits = base64.b64decode(given)
    return [n for n in range(len(bits) * 8) if bits[n // 8] >> n % 8 & 1]


def where(word: str, starts: list[str]) -> str:
    """The piece in which the page looks for a word: that with the longest beginning of it."""
    return max((start for start in starts if word.startswith(start)), key=len)


@pytest.mark.parametrize(
    ("start", "name"), [("vi", "vi"), ("12", "12"), ("人", "-4eba-"), ("де", "-434--435-"), ("co", "co")]
)
def test_a_beginning_has_one_name(start: str, name: str) -> None:
    assert named(start) == name


@given(st.text(min_size=1))
@settings(deadline=None)
def test_the_name_of_a_piece_is_a_safe_name_of_a_file(text: str) -> None:
    assert all(named(word).isascii() and named(word).replace("-", "").isalnum() for word in words(text))


@given(st.sets(st.integers(0, 4000)), st.integers(4001, 5000))
@settings(deadline=None)
def test_numbers_are_kept_in_the_shorter_form(given: set[int], all_: int) -> None:
    made = numbers(sorted(given), all_)
    assert told(made) == sorted(given)
    assert len(json.dumps(made, separators=(",", ":"))) <= all_ / 6 + 8


@given(st.dictionaries(st.text("abж", min_size=1, max_size=6), st.lists(st.just(7), max_size=PIECE // 8), min_size=1))
@settings(deadline=None)
def test_words_are_cut_into_pieces_where_each_is_found_again(held: dict[str, list[int]]) -> None:
    pieces = dict(cut(held))
    for word, of in held.items():
        assert pieces[where(word, list(pieces))][word] == of
    for start, own in pieces.items():
        longer = {word for word in held if word.startswith(start) and where(word, list(pieces)) == start}
        assert set(own) == longer, "no piece has words of another"
        assert len(own) == 1 or len(json.dumps(own, separators=(",", ":"))) < PIECE * 1.2


def test_every_word_of_every_section_leads_back_to_it(site: SiteData, pieces: dict[str, Any]) -> None:
    number = 0
    for view in site.laws:
        for clause in view.law.sections():
            row = pieces[f"d{number // BLOCK}"][number % BLOCK]
            assert row[0] == clause.eid
            for word in words(view.law.text[clause.start : clause.end]):
                held = pieces[f"w-{named(where(word, pieces['facets']['pieces']))}"][word]
                assert not held or number in told(held[0]), word
            number += 1
    assert pieces["facets"]["sections"] == number > 50


def test_a_word_of_most_sections_is_marked_and_a_rare_one_is_not(pieces: dict[str, Any]) -> None:
    words = {word: held for name, piece in pieces.items() if name.startswith("w-") for word, held in piece.items()}
    assert words["the"] == []
    assert words["compensation"] != []


def test_a_law_is_found_by_its_number(site: SiteData, pieces: dict[str, Any]) -> None:
    facets = pieces["facets"]
    assert facets["of"] == [len(view.law.sections()) for view in site.laws]
    for name, of in (("countries", [v.country for v in site.laws]), ("languages", [v.law.language for v in site.laws])):
        assert [value for value, n in facets[name] for _ in range(n)] == of
    for number, view in enumerate(site.laws):
        row = pieces[f"l{number // facets['per']}"][number % facets["per"]]
        assert row == [view.law.title, view.page, *view.marks]


def test_the_same_site_gives_the_same_pieces(site: SiteData) -> None:
    assert list(files(site)) == list(files(site))


def test_no_piece_can_end_its_script(pieces: dict[str, Any], site: SiteData) -> None:
    assert not any("\u2028" in text or "\u2029" in text for _, text in files(site))


def test_a_first_search_among_2000_laws_reads_less_than_300_kb() -> None:
    """What the page reads for one word, at the most: the facets, six pieces of words, ten of sections and ten of laws.

    52,000 sections; words that every third, tenth and hundredth holds, in as many forms as real laws have.
    """
    sections = 52_000
    held = {
        f"{stem}{n}": [numbers(range(n % step, sections, step), sections), numbers([], sections)]
        for stem, step, forms in (("victim", 3, 4), ("court", 10, 20), ("fine", 100, 200))
        for n in range(forms)
    }
    pieces = dict(cut(held))
    largest = sorted((len(json.dumps(own, separators=(",", ":"))) for own in pieces.values()), reverse=True)
    facets = {"of": [26] * 2000, "pieces": sorted(pieces), "countries": [["XX", 20]] * 100}
    shown = 10 * BLOCK * 1500 + 10 * 2_400  # long sections, and titles of laws
    assert sum(largest[:6]) + len(json.dumps(facets)) + shown < 230_000  # the scripts of the page take 40 kB
