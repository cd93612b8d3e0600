"""Profiles are data that is checked: every mistake is told with file and line."""

# ruff: noqa: E501 (tables of mistakes)

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

from ctip_law.errors import DataError
from ctip_law.profiles import load, profile_for, profiles
from ctip_law.profiles import scripts as all_scripts
from ctip_law.profiles.language import language_of
from ctip_law.structure.patterns import patterns

scripts = importlib.import_module("ctip_law.profiles.scripts")  # the function of that name hides the module

GOOD = 'name = "Test"\nlanguages = ["xx"]\n'
BAD = [
    (GOOD + "[units]\nclause = ['c']\n", "4", "unknown field `clause`"),
    (GOOD + "[units]\nsection = 'sec'\n", "4", "list of texts"),
    (GOOD + "[divisions]\nsection = ['s']\n", "4", "unknown field `section`"),
    (GOOD + "colour = 'red'\n", "3", "unknown field `colour`"),
    (GOOD + "[numerals]\none = 'x'\n", "4", "whole number"),
    (GOOD + "[numerals]\none = -1\n", "4", "whole number"),
    (GOOD + "[[around]]\nbefore = 'x'\n", "3", "`kind` is missing"),
    (GOOD + "[beside]\nextra = 1\n", "4", "extra"),
    (GOOD + "[cues]\nsong = ['la']\n", "4", "unknown field `song`"),
    ('languages = ["xx"]\n', "1", "name"),
    ('name = "x"\nlanguages = []\n', "2", "an empty list"),
    (GOOD + "[songs]\nsection = ['la']\n", "3", "unknown field `songs`"),
    (GOOD + "[units]\nsection = ['s', 's']\n", "4", "twice"),
    (GOOD + "[script]\nletters = '\\u0e2e-\\u0e01'\n", "4", "ranges of letters"),
    (GOOD + "[script]\nsigns = 'x'\n", "4", "unknown field `signs`"),
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


BAD_SCRIPTS = [
    ("several = ['sr']\n[script.runr]\nletters = 'ᚠ-ᛪ'\nlook = 'x'\n", "4", "unknown field `look`"),
    ("several = ['sr']\n[script.runr]\nletters = ''\n", "3", "`letters` is empty"),
    ("several = ['sr']\n[script.runr]\nletters = 'ᚠ-ᛪ'\namong = 'ogam'\n", "4", 'names no script "ogam"'),
    ("several = ['sr']\n[script.runr]\nletters = 'ᚠ-ᛪ'\n[[script.runr.signs]]\nletters = 'ᚣ'\none_in = 9\n", "4", "`language` is missing"),
    ("several = 'sr'\n[script.runr]\nletters = 'ᚠ-ᛪ'\n", "1", "list of texts"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "line", "message"), BAD_SCRIPTS)
def test_mistakes_in_scripts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, line: str, message: str
) -> None:
    path = tmp_path / "scripts.toml"
    path.write_text(text, "utf-8")
    monkeypatch.setattr(scripts, "PATH", path)
    cached = (scripts.file, scripts.scripts, scripts.several)
    for one in cached:
        one.cache_clear()
    with pytest.raises(DataError) as caught:
        scripts.several(), scripts.scripts()
    for one in cached:
        one.cache_clear()
    assert (caught.value.path, caught.value.place) == (str(path), line)
    assert message in caught.value.message


def test_no_script_but_the_latin_one_has_letters_of_ascii() -> None:
    """The language of a text is told by what it has beyond ASCII, unless that is Latin letters."""
    plain = "".join(map(chr, range(128)))
    assert [script.name for script in all_scripts() if script.letters.search(plain)] == ["latn"]


@pytest.mark.parametrize(("note", "language"), [("[Repealed, 2012, c. 31, s. 184]", "en"), ("[S in s je c in v]", "sl")])
def test_letters_before_a_point_are_words_of_no_language(note: str, language: str) -> None:
    text = "Parks Act. An Act on parks and the wardens of them.\n" if language == "en" else "Zakon o parkih in vrtovih\n"
    assert language_of(text + "".join(f"{number} {note}\n" for number in range(1, 20))) == language
