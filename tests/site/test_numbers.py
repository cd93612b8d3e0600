"""Sentences that count say one, two and none as the language does, in each language of the interface."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from ctip_law.corpus import Entry
from ctip_law.model import Report
from ctip_law.site import downloads, told
from ctip_law.site.catalogue import languages, words
from ctip_law.site.data import assemble
from ctip_law.site.nouns import SiteData
from ctip_law.site.pages import Setting, render

#: A number of one (in French of none too) before the word for many.
PLURALS = {
    "en": r"\b1 (?:more )?(?:countries|duties|laws|members|provisions|clauses|sections)\b|\ball [012] countries",
    "es": r"\b1 (?:países|obligaciones|leyes|miembros|disposiciones|cláusulas|secciones)\b|\blos [012] países",
    "fr": r"\b[01] (?:autres )?(?:obligations|lois|membres|dispositions|clauses|sections|remplies)\b|\bles [012] pays",
    "id": r"\b(?:ke|semua )-?[12] negara",
}


@pytest.mark.parametrize(
    ("language", "n", "of", "said"),
    [
        ("en", 1, 1, "the one country"),
        ("en", 2, 2, "both countries"),
        ("en", 3, 3, "all 3 countries"),
        ("en", 1, 2, "1 of 2 countries"),
        ("es", 1, 1, "el único país"),
        ("es", 2, 2, "ambos países"),
        ("es", 3, 3, "los 3 países"),
        ("fr", 1, 1, "le seul pays"),
        ("fr", 2, 2, "les deux pays"),
        ("fr", 1, 3, "1 pays sur 3"),
        ("id", 1, 1, "satu-satunya negara"),
        ("id", 2, 2, "kedua negara"),
        ("id", 3, 3, "semua 3 negara"),
    ],
)
def test_so_many_of_all(language: str, n: int, of: int, said: str) -> None:
    assert told.of(n, of, words(language)) == said


@pytest.mark.parametrize(
    ("language", "key", "said"),
    [
        ("en", "ask.found_none", ["In the one country nothing of it", "In neither of the two", "In none of the 3"]),
        ("es", "ask.found_none", ["En el único país", "En ninguno de los dos", "En ninguno de los 3"]),
        ("fr", "ask.found_none", ["Dans le seul pays", "Dans aucun des deux", "Dans aucun des 3"]),
        ("id", "ask.found_none", ["Di satu-satunya negara", "Di kedua negara", "Di 3 negara itu"]),
        ("en", "index.region_read", ["One member", "2 members", "3 members"]),
        ("fr", "index.region_read", ["Un membre", "2 membres", "3 membres"]),
        ("es", "told.duties", ["la única obligación", "2 obligaciones", "3 obligaciones"]),
        ("fr", "told.sum_answered", ["1 remplie", "2 remplies", "3 remplies"]),
        ("id", "script.sections", ["1 pasal", "2 pasal", "3 pasal"]),
    ],
)
def test_one_two_and_more(language: str, key: str, said: Sequence[str]) -> None:
    t = words(language)
    for n, start in enumerate(said, 1):
        assert re.match(rf"{start}\b", t.plain_n(key, n, all=9)), n


def test_none_has_words_of_its_own() -> None:
    assert words().plain_n("index.region_read", 0).startswith("No law of a member")
    assert words("fr").plain_n("index.region_read", 0).startswith("Aucune loi")
    assert words("fr").plain_n("script.sections", 0, all=9) == "0 section sur 9"
    assert words("id").plain_n("index.region_read", 0).startswith("Tidak ada")


@pytest.fixture(scope="module")
def small(reports: list[tuple[Report, Sequence[Entry]]]) -> SiteData:
    """The site of one country with one law."""
    return dataclasses.replace(assemble(reports[-1:]), accuracy={})


@pytest.mark.parametrize("language", languages())
def test_the_site_of_one_country_counts_one(
    language: str, small: SiteData, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(downloads, "reports", lambda site: {})
    wrong = []
    for page in render(small, tmp_path, Setting(language=language)):
        text = re.sub(r"<[^>]+>", "", (tmp_path / "docs" / page.file).read_text(encoding="utf-8"))
        wrong += [(page.id, found[0]) for found in re.finditer(PLURALS[language], text)]
    assert wrong == []
