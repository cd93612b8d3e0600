"""Profiles are data that is checked: every mistake is told with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctip_law.errors import DataError
from ctip_law.profiles import load, profile_for, profiles
from ctip_law.structure.patterns import patterns

GOOD = 'name = "Test"\nlanguages = ["xx"]\n'
BAD = [
    (GOOD + "[units]\nclause = ['c']\n", "4", "unknown field `clause`"),
    (GOOD + "[units]\nsection = 'sec'\n", "4", "list of texts"),
    (GOOD + "[divisions]\nsection = ['s']\n", "4", "unknown field `section`"),
    (GOOD + "colour = 'red'\n", "3", "unknown field `colour`"),
    (GOOD + "[numerals]\none = 'x'\n", "4", "whole number"),
    (GOOD + "[numerals]\none = -1\n", "4", "whole number"),
    (GOOD + "[[around]]\nbefore = 'x'\n", "3", "`kind` is missing"),
    (GOOD + "[cues]\nsong = ['la']\n", "4", "unknown field `song`"),
    ('languages = ["xx"]\n', "1", "name"),
    ('name = "x"\nlanguages = []\n', "2", "not empty"),
    (GOOD + "[songs]\nsection = ['la']\n", "3", "unknown field `songs`"),
    (GOOD + "[units]\nsection = ['s', 's']\n", "4", "twice"),
    (GOOD + "[units\n", "3", "not valid TOML"),
]


@pytest.mark.parametrize(("text", "line", "message"), BAD)
def test_mistakes(tmp_path: Path, text: str, line: str, message: str) -> None:
    path = tmp_path / "xx.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(DataError) as caught:
        load(path)
    assert (caught.value.code, caught.value.path, caught.value.place) == ("CT301", str(path), line)
    assert message in str(caught.value)


def test_profiles_are_whole() -> None:
    found = profiles()
    languages = [language for profile in found for language in profile.languages]
    assert len(languages) == len(set(languages)) > 45
    assert all(profile.units or profile.around for profile in found)


@pytest.mark.parametrize(
    ("language", "profile"), [("en", "en"), ("pt-BR", "pt"), ("zh-Hant", "zh"), ("ne", "deva"), ("xx", None)]
)
def test_profile_for(language: str, profile: str | None) -> None:
    found = profile_for(language)
    assert (found.id if found else None) == profile


@pytest.mark.parametrize(
    "word", ["section", "article", "pasal", "artículo", "điều", "มาตรา", "madde", "член", "المادة", "άρθρο", "§"]
)
def test_unit_words(word: str) -> None:
    assert word in patterns().unit_kinds
