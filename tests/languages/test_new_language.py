"""Adding a language is adding one folder: Esperanto, which ctip-law does not have, is read once its folder is there."""

from __future__ import annotations

import importlib
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from ctip_law import knowledge, languages, parse, profiles
from ctip_law.clauses import terms
from ctip_law.clauses import tokens as match_tokens
from ctip_law.errors import ConfigError
from ctip_law.languages import GROUND, blank, tokens
from ctip_law.match import match
from ctip_law.profiles.language import language_of
from ctip_law.structure.patterns import patterns

grammar = importlib.import_module("ctip_law.annotate.grammar")  # the function of that name hides the module
PACKAGE = Path(languages.__file__).resolve().parent

STRUCTURE = """
name = "Esperanto"
languages = ["eo"]
[units]
article = ["artikolo"]
[small_words]
eo = ["la", "de", "kaj", "aŭ", "estas", "al", "kiu", "por", "per", "ajna", "tiu", "ke", "ne"]
[telling_words]
eo = ["kaj", "aŭ", "kiu", "estas"]
"""

CONCEPTS = """
"core.trafficking" = ["homkomerco", "komerco de homoj"]
"core.act" = ["@act.recruitment", "@act.transportation", "@act.transfer", "@act.harbouring", "@act.receipt"]
"core.means" = ["@means.threat", "@means.force", "@means.deception"]
"core.purpose" = ["@purpose.forced_labour", "@purpose.slavery"]
"core.exploitation" = ["ekspluatado"]
"core.offence" = ["faras krimon", "estas punata"]
"act.recruitment" = ["=varbas"]
"act.transportation" = ["=transportas"]
"act.transfer" = ["=transdonas"]
"act.harbouring" = ["=gastigas"]
"act.receipt" = ["=akceptas"]
"means.threat" = ["minaco"]
"means.force" = ["forto"]
"means.deception" = ["trompo"]
"purpose.forced_labour" = ["trudlaboro"]
"purpose.slavery" = ["sklaveco"]
victim = ["viktimo", "viktimon", "viktimoj"]
child = ["infano", "infanoj"]
consent = ["konsento"]
consent-irrelevant = ["senefika"]
compensation = ["kompenso", "kompenson"]
offender = ["krimulo", "krimulon"]
any-person = ["alian personon"]
"""

LAW = """Leĝo kontraŭ homkomerco

Artikolo 1. Homkomerco
Kiu varbas, transportas, transdonas, gastigas aŭ akceptas alian personon per minaco, per forto aŭ per trompo por la celo
de ekspluatado, de trudlaboro aŭ de sklaveco, tiu faras krimon de homkomerco kaj estas punata.

Artikolo 2. Konsento
La konsento de la viktimo al la ekspluatado estas senefika, kaj ne estas defendo por tiu kiu faras krimon.

Artikolo 3. Kompenso
La kortumo ordonas al la krimulo ke tiu pagas kompenson al la viktimo de la homkomerco.
"""

FOUND = {
    "act.recruitment": "1", "act.transportation": "1", "act.transfer": "1", "act.harbouring": "1", "act.receipt": "1",
    "means.threat": "1", "means.force": "1", "means.deception": "1", "purpose.forced_labour": "1",
    "purpose.slavery": "1", "consent.irrelevant_adult": "2", "protection.compensation_offender": "3",
}  # fmt: skip
ABSENT = ("purpose.organs", "means.fraud", "protection.housing", "child.no_means")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """All languages, and a folder more."""
    shutil.copytree(PACKAGE, tmp_path / "languages", ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    root = tmp_path / "languages"
    monkeypatch.setattr(languages, "FOLDER", root)
    monkeypatch.setattr(profiles, "LANGUAGES", root)
    monkeypatch.setattr(grammar, "DATA", root)
    folder = root / "eo"
    folder.mkdir()
    (folder / "structure.toml").write_text(STRUCTURE, encoding="utf-8")
    forget()
    yield folder
    forget()


def forget() -> None:
    for cached in (
        profiles.profiles, profiles.scripts, patterns, languages.load, tokens.tokens, terms.term_matcher,
        match_tokens.stemmer, grammar.languages, grammar._grammar,
    ):  # fmt: skip
        cached.cache_clear()


def write(folder: Path, concepts: str) -> None:
    """The words, and "none" for all other concepts."""
    said = {line.split(" = ")[0].strip('"') for line in concepts.splitlines() if " = " in line}
    none = ", ".join(f'"{name}"' for name in knowledge.concepts() if name not in said)
    (folder / "concepts-core.toml").write_text(f"none = [{none}]\n{concepts}", encoding="utf-8")


def test_with_its_folder_a_law_of_a_new_language_is_read(folder: Path) -> None:
    write(folder, CONCEPTS)
    law = parse("-", stdin=LAW.encode())
    assert (law.language, [section.num for section in law.sections()]) == ("eo", ["1", "2", "3"])
    found = match([law]).elements
    assert {e: found[e].evidence[0].num for e in FOUND if found[e].status == "present"} == FOUND
    assert {e: found[e].status for e in ABSENT} == dict.fromkeys(ABSENT, "absent")


def test_without_words_it_is_read_and_not_judged(folder: Path) -> None:
    law = parse("-", stdin=LAW.encode())
    assert law.language == "eo"
    assert {finding.status for finding in match([law]).elements.values()} == {"unread"}


def test_a_concept_that_is_passed_over_is_named(folder: Path) -> None:
    write(folder, CONCEPTS)
    path = folder / "concepts-core.toml"
    path.write_text(path.read_text(encoding="utf-8").replace('"hotline", ', ""), encoding="utf-8")
    with pytest.raises(ConfigError, match=r'"hotline" \(a hotline\) has no wording and is not named in `none`'):
        languages.load("eo")


def test_a_blank_folder_names_every_concept_and_waits_for_the_first_words(folder: Path) -> None:
    blank.main("eo", folder.parent)
    listed = [line for path in sorted(folder.glob("concepts-*.toml")) for line in path.read_text().splitlines()]
    for concept in knowledge.concepts().values():
        assert sum(f'"{concept.name}", # {concept.means}' in one for one in listed) == (concept.name not in GROUND)
    with pytest.raises(ConfigError, match="has no wording"):
        languages.load("eo")


def test_a_blank_folder_can_be_used_once_the_ground_has_words(folder: Path) -> None:
    blank.main("eo", folder.parent)
    for path in folder.glob("concepts-*.toml"):
        path.write_text(path.read_text(encoding="utf-8").replace(" = [] #", ' = ["vorto"] #'), encoding="utf-8")
    assert languages.load("eo").concepts.keys() == set(GROUND)


def test_no_language_is_without_the_words_for_the_offence(folder: Path) -> None:
    write(folder, CONCEPTS.replace('"core.offence" = ["faras krimon", "estas punata"]\n', ""))
    with pytest.raises(ConfigError, match="no law can be judged without words for"):
        languages.load("eo")


def test_a_language_with_a_script_of_its_own_is_known_by_it(folder: Path) -> None:
    runes = folder.parent / "non"
    runes.mkdir()
    text = 'name = "Runes"\nlanguages = ["non"]\n[units]\nsection = ["ᚴᚱᛅᛁᚾ"]\n[script]\nletters = "ᚠ-ᛪ"\n'
    (runes / "structure.toml").write_text(text, encoding="utf-8")
    assert language_of("ᚴᚱᛅᛁᚾ ᚠᚢᚦᚬᚱᚴ ᚼᚾᛁᛅᛋ ᛏᛒᛘᛚᛦ ᚴᚱᛅᛁᚾ") == "non"


# words, what they are compared as
SPELT = [
    ("en", ("labour", "labor"), True),
    ("en", ("organised", "organized"), True),
    ("en", ("offences", "offense"), True),
    ("en", ("hour", "hor"), False),
    ("en", ("victim's", "victim"), True),
    ("fr", ("l'infraction", "infraction"), True),
    ("fr", ("labour", "labor"), False),
    ("es", ("víctimas", "víctima"), True),
    ("eo", ("viktimoj", "viktimo"), False),  # no tokens.toml, no stems
]


@pytest.mark.parametrize(("language", "pair", "same"), SPELT)
def test_words_are_compared_as_their_language_says(language: str, pair: tuple[str, str], same: bool) -> None:
    one, other = (match_tokens.words(word, language).stems for word in pair)
    assert (one == other) == same


DERIVED = """
[derived]
"+n" = ["(a|i)tions?", "sions?"]
"+s" = ["ns", "ness"]
"+l" = ["(?:a|i)l"]
"""


@pytest.mark.parametrize(
    ("word", "mark"),
    [
        ("formation", "+n"),
        ("formations", "+n"),  # both +n and +s have it: the first that is written counts
        ("pensions", "+n"),
        ("wagons", "+s"),
        ("kindness", "+s"),
        ("arrival", "+l"),
        ("arrivals", ""),  # an ending is the end of the word
        ("alarm", ""),
        ("trial", ""),  # too short to be derived
    ],
)
def test_an_ending_makes_another_word_of_a_stem(folder: Path, word: str, mark: str) -> None:
    (folder / "tokens.toml").write_text(DERIVED, encoding="utf-8")
    assert tokens.tokens("eo").derivation(word) == mark


BAD = [
    ('stemmer = "klingon"\n', "1", 'is "klingon" and must be one of'),
    ("elided = -1\n", "1", "whole number"),
    ('drop = ["s"]\n', "1", "unknown field `drop`"),
    ('[[spelling]]\nletters = "our"\n', "1", "`become` is missing"),
    ('[[spelling]]\nletters = "our"\nbecome = "or"\nbefore = "s"\n', "4", "list of endings"),
    ('[derived]\nn = ["(tion"]\n', "2", "cannot be read"),
]


@pytest.mark.parametrize(("text", "line", "said"), BAD)
def test_mistakes_in_how_words_are_compared(folder: Path, text: str, line: str, said: str) -> None:
    path = folder / "tokens.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        tokens.tokens("eo")
    assert (caught.value.path, caught.value.place) == (str(path), line)
    assert said in caught.value.message
