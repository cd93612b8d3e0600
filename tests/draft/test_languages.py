"""The library in Spanish, French and Indonesian: the same duties, elements, options and proofs, whole or in part."""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path

import pytest

from ctip_law.bill.write import disclaimer
from ctip_law.countries import is_country
from ctip_law.draft import ModelProvision, country_in, draft_clause, draft_law, languages, library, render, to_law
from ctip_law.draft.library import Library, shipped
from ctip_law.draft.nouns import Option
from ctip_law.errors import CtipError, UsageError
from ctip_law.match import match
from ctip_law.paths import data_folder

from .combinations import own
from .drafts import missing_in_own_section
from .test_round_trip import NOT_READ_YET as ENGLISH
from .translated import HELD, OTHERS, WHOLE

#: In a law about smuggling alone the matcher looks for these beside the words of trafficking only, as in English.
COMPANION = {id: ENGLISH[id] for id in ("sm-aggravating", "sm-protection", "sm-return", "sm-prevention")}
#: Sound drafting that the matcher does not read yet: (language, provision) -> elements. An entry is taken out, never
#: the wording bent, once the lexicon knows it.
NOT_READ_YET: dict[tuple[str, str], set[str]] = {
    **{(language, id): elements for language in OTHERS for id, elements in COMPANION.items()},
    ("fr", "sm-return"): COMPANION["sm-return"] - {"return.safe"},  # read there
}


def test_the_languages_are_those_of_bills() -> None:
    from ctip_law.bill.wording import languages as bills

    assert sorted(languages()) == sorted(("en", *OTHERS)) == sorted(bills())


@pytest.mark.parametrize("language", OTHERS)
def test_duties_elements_options_and_variables_are_those_of_english(language: str) -> None:
    for id, provision in library(language).items():
        model = library()[id]
        assert (provision.duties, provision.elements) == (model.duties, model.elements)
        assert {id: shape(option) for id, option in (provision.options or {}).items()} == {
            id: shape(option) for id, option in (model.options or {}).items()
        }
        assert set(provision.variables or {}) == set(model.variables or {})


def shape(option: Option) -> tuple[str, dict[str, str], dict[str, tuple[str, ...]]]:
    """An option without its labels."""
    return option.default, option.by, {id: choice.elements for id, choice in option.choices.items()}


def said(provision: ModelProvision) -> list[str]:
    """What a provision says beside its text: note, checks, questions, what a breach brings, labels."""
    options = list((provision.options or {}).values())
    labels = [option.label for option in options]
    labels += [choice.label for option in options for choice in option.choices.values()]
    labels += [variable.label for variable in (provision.variables or {}).values()]
    more = [provision.breach] if provision.breach else []
    return [*provision.note, *provision.check, *provision.questions, *more, *labels]


@pytest.mark.parametrize(("language", "provision"), HELD)
def test_notes_questions_and_labels_are_in_the_language(language: str, provision: str) -> None:
    own_words, english = said(library(language)[provision]), said(library()[provision])
    assert len(own_words) == len(english)
    assert {words for words in own_words if " " in words}.isdisjoint(english)
    for words in own_words:
        assert not re.search(
            r"\b(?:the|and|of|which|must|whether|law)\b(?!\s*ajena)", words.replace("common law", "")
        ), words


@pytest.mark.parametrize(("language", "provision"), HELD)
def test_each_combination_of_the_choices_provides_what_it_promises(language: str, provision: str) -> None:
    for choices in own(library(language)[provision]):
        draft = draft_law(only=provision, variables=choices, language=language)
        lines = " / ".join(line[2] for line in draft.section(provision).lines())
        missing = missing_in_own_section(draft.section(provision), match([to_law(draft)]))
        assert missing == NOT_READ_YET.get((language, provision), set()), (choices, lines)


@pytest.mark.parametrize(
    ("call", "code", "words"),
    [
        ({"ids": "consent", "language": "de"}, "CT004", "use en, es, fr, id"),
        ({"ids": "consent", "language": "es", "tradition": "common"}, "CT004", "use civil"),
        ({"ids": "nonsense", "language": "id"}, "CT003", "nonsense"),
    ],
)
def test_what_a_language_does_not_have_is_told(call: dict[str, str], code: str, words: str) -> None:
    with pytest.raises(UsageError) as told:
        draft_clause(**call)  # type: ignore[arg-type]
    assert told.value.code == code
    assert words in str(told.value)


@pytest.fixture
def spanish(tmp_path: Path) -> Path:
    """The folder of Spanish, to be changed."""
    return Path(shutil.copytree(data_folder("model_laws") / "es", tmp_path / "es"))


def keep(folder: Path, *ids: str) -> None:
    """Take all model provisions but these out of a folder."""
    for path in (folder / "provisions").glob("*.toml"):
        if path.stem not in ids:
            path.unlink()


@pytest.fixture
def part_of_spanish(spanish: Path, monkeypatch: pytest.MonkeyPatch) -> Library:
    """The library as if Spanish had a few provisions only, however many it has."""
    keep(spanish, "consent", "trafficking-definition", "exploitation-definition", "child-definition")
    part, module = Library(spanish, "es", shipped()), sys.modules[Library.__module__]
    others = {language: shipped(language) for language in languages() if language != "es"}
    monkeypatch.setattr(module, "_shipped", {**others, "es": part}.__getitem__)
    return part


def test_a_provision_that_a_language_lacks_is_told(part_of_spanish: Library) -> None:
    with pytest.raises(UsageError, match=r'CT402 .*"hotline" is not there in the language "es"'):
        draft_clause("hotline", language="es")


def test_a_draft_and_a_bill_say_that_their_language_has_less_where_it_has(part_of_spanish: Library) -> None:
    fewer = part_of_spanish.common.words["fewer"]
    assert "menos disposiciones modelo" in fewer
    assert fewer in str(render(draft_clause("consent", language="es"), "md"))
    assert fewer in disclaimer("es-MX")


@pytest.mark.parametrize("language", ["en", *WHOLE])
def test_a_language_that_has_all_of_them_says_nothing_of_it(language: str) -> None:
    assert set(library(language)) == set(library())
    fewer = shipped(language).common.words["fewer"]
    assert fewer not in str(render(draft_clause("consent", language=language), "md"))
    assert fewer not in disclaimer(language)


@pytest.mark.parametrize(
    ("code", "language", "name"),
    [
        ("DO", "en", "the Dominican Republic"),
        ("MY", "en", "Malaysia"),
        ("DO", "es", "la República Dominicana"),
        ("MA", "fr", "le Royaume du Maroc"),
        ("Djibouti", "fr", "la République de Djibouti"),
        ("ID", "id", "Indonesia"),
        # An English name is no word of the text, and "the Republic" would not say that a name was asked for.
        ("KE", "es", "[Nombre del país, con su artículo si lo lleva]"),
        ("US", "fr", "[Nom du pays, avec son article s’il en prend un]"),
        ("NL", "id", "[Nama negara]"),
    ],
)
def test_a_country_is_called_as_the_language_calls_it(code: str, language: str, name: str) -> None:
    assert country_in(code, language) == name


@pytest.mark.parametrize("language", OTHERS)
def test_the_names_of_countries_are_those_of_countries(language: str) -> None:
    named = shipped(language).common.countries
    assert named
    assert [code for code in named if not is_country(code)] == []


@pytest.mark.parametrize(
    ("file", "old", "new", "words"),
    [
        ("provisions/consent.toml", "ref('trafficking-definition', 'main')", "ref('trafficking')", "trafficking"),
        ("provisions/attempt.toml", "attempt_penalty=reduced", "attempt_penalty=half", "attempt_penalty=half"),
        ("provisions/attempt.toml", "{{ attempt_share }}", "dos tercios", "attempt_share"),
        ("provisions/consent.toml", "title =", "titulo =", "titulo"),
        ("common.toml", "[terms.child]", "[terms.minor]", "minor"),
        ("provisions/attempt.toml", 'attempt_share = "Parte', 'attempt_part = "Parte', "what the English file labels"),
        (
            "provisions/attempt.toml",
            '"attempt_penalty=reduced" = ',
            '"attempt_penalty=half" = ',
            "what the English file labels",
        ),
        (
            "provisions/attempt.toml",
            '  "las reglas sobre el desistimiento",\n',
            "",
            "`check` has 1 entries and the English file 2",
        ),
        ("provisions/attempt.toml", "note = ", "nota = ", "nota"),
        ("common.toml", 'court = "Sin', 'curt = "Sin', "`breaches` must hold"),
        ("common.toml", "disclaimer = ", "disclamer = ", "look at disclaimer, disclamer"),
    ],
)
def test_a_wrong_file_is_told_with_its_line(spanish: Path, file: str, old: str, new: str, words: str) -> None:
    path = spanish / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(CtipError) as told:
        Library(spanish, "es", shipped())
    assert (told.value.code, told.value.path) == ("CT401", str(path))
    assert words in str(told.value)
    assert told.value.place.isdecimal()


def test_a_term_that_leads_to_a_provision_that_the_language_lacks_is_told(spanish: Path) -> None:
    keep(spanish, "consent", "trafficking-definition")
    with pytest.raises(CtipError) as told:
        Library(spanish, "es", shipped())
    common = spanish / "common.toml"
    assert (told.value.code, told.value.path) == ("CT401", str(common))
    line = common.read_text(encoding="utf-8").splitlines()[int(told.value.place) - 1]
    assert line.startswith("meaning = ")
    assert "ref('exploitation-definition'" in line
    assert "the meaning of `exploitation`: there is no model provision" in str(told.value)
