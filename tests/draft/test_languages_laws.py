"""Whole laws in Spanish, French and Indonesian: in their language, readable, and read back as they were drafted."""

from __future__ import annotations

import re

import pytest

from ctip_law.annotate import annotate
from ctip_law.assess import assess
from ctip_law.draft import Draft, draft_law, library, render, to_law
from ctip_law.draft.library import in_part, shipped
from ctip_law.match import match
from ctip_law.model import Law
from ctip_law.read import read
from ctip_law.structure import structure

from .test_round_trip import BY_OPTION
from .translated import LAWS, OTHERS, WHOLE, whole

#: Duties of the Protocol that a law of these provisions must meet, by its words alone.
CORE = [
    "tip-3a", "tip-3b", "tip-3c", "tip-3d", "tip-5-1", "tip-5-2a", "tip-5-2b", "tip-5-2c", "tip-6-1", "tip-6-2a",
    "tip-6-2b", "tip-6-3", "tip-6-3a", "tip-6-3b", "tip-6-3c", "tip-6-3d", "tip-6-4", "tip-6-5", "tip-6-6", "tip-7-1",
    "tip-7-2", "tip-8-2", "tip-9-5", "tip-11-2", "tip-11-3", "tip-11-4", "tip-12b", "tip-14-2",
]  # fmt: skip
#: The longest sentence, and the longest that one provision may have on average, in words.
LONGEST, MEAN = 55, 38
LEVELS = tuple(shipped().common.levels)


def parsed(draft: Draft, form: str) -> Law:
    data = str(render(draft, form)).encode()
    return annotate(structure(read("-", lang=draft.language, stdin=data), lang=draft.language))


@pytest.mark.parametrize("form", ["md", "html"])
@pytest.mark.parametrize("language", OTHERS)
def test_the_fixed_words_of_notes_and_tables_are_in_the_language(language: str, form: str) -> None:
    written = str(render(whole(language), form)).replace("\\", "")
    rare = {"take", "none", "otherwise", "choice", "choices", "terms", "open", "contents"}
    if not in_part(language):
        rare |= {"language", "fewer"}
    for name, words in shipped(language).common.words.items():
        asked = name.startswith("ask_")  # what the questionnaire in the terminal says
        assert name in rare or asked or (form == "html" and name == "explanatory") or words in written, name
    assert not re.search(r"Drafting note|Otherwise|Questions for|Check in general|Answer|Duties to legislate", written)
    assert form == "md" or f'<html lang="{language}">' in written


@pytest.mark.parametrize("form", ["text", "md", "html"])
@pytest.mark.parametrize(("language", "law"), LAWS)
def test_a_whole_law_reads_back_section_by_section(language: str, law: str, form: str) -> None:
    draft, read_back = whole(language, law), parsed(whole(language, law), form)
    assert [(s.num, s.heading) for s in read_back.sections()] == [(s.num, s.title) for s in draft.sections()]
    assert read_back.coverage.unplaced == 0


@pytest.mark.parametrize("language", OTHERS)
def test_a_whole_law_meets_the_core_of_the_protocol_and_has_no_defect(language: str) -> None:
    report = assess(match([to_law(whole(language))]), ["tip"], pointed=False)
    status = {finding.id: finding.status for finding in report.provisions}
    assert {id: status[id] for id in CORE if status[id] != "met"} == {}
    assert [defect.id for defect in report.defects] == []


@pytest.mark.parametrize("language", WHOLE)
def test_the_two_laws_of_a_language_that_has_all_leave_open_what_the_english_ones_do(language: str) -> None:
    both = match([to_law(whole(language, law)) for law in ("trafficking", "smuggling")])
    report = assess(both, ["tip", "untoc", "som", "coe", "p029", "actip"], pointed=False)
    open_ = {one.id for one in report.provisions if one.status in ("gap", "partial", "unclear")}
    assert open_ == {"untoc-7-1a", "untoc-7-1b", *BY_OPTION}


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize(("language", "law"), LAWS)
def test_the_law_is_in_its_language_and_every_reference_leads_somewhere(language: str, law: str, level: str) -> None:
    draft = whole(language, law, level)
    words = str(render(draft, "text"))
    assert not re.search(r"\b(?:the|section|must|means|shall|and)\b", words)
    assert "{" not in words
    titles = {f"[{provision.title}]" for provision in library(language).values()}
    assert titles.isdisjoint(draft.blanks)
    unit = shipped(language).common.traditions["civil"].unit
    cited = set(re.findall(rf"\b{unit} (\d+)", words))
    assert cited <= {section.num for section in draft.sections()}


@pytest.mark.parametrize("language", [one for one, law in LAWS if law == "smuggling"])
def test_a_provision_that_both_laws_share_follows_the_companion_where_it_stands_in_it(language: str) -> None:
    laws, companion = shipped(language).common.laws, whole(language, "smuggling")
    said = {s.provision: " ".join(line[2] for line in s.lines()) for s in companion.sections()}
    other = laws["trafficking"].words["core_offence"]
    assert [id for id in said if library(language).get(id) and other in said[id]] == []
    protected = "s? ".join(laws["smuggling"].words["protected"].split())  # of one or of several
    assert re.search(rf"\b{protected}", said["equality"])
    assert "[" not in said["border-control"]  # no reference to what the law on trafficking alone has
    years = shipped().common.variables
    assert str(years["sm_aggravated_years"].default) in said["organising"]
    assert str(years["aggravated_max_years"].default) not in said["organising"]


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize(("language", "law"), LAWS)
def test_sentences_can_be_read(language: str, law: str, level: str) -> None:
    for section in whole(language, law, level).sections():
        for _, _, line in section.lines():
            assert not re.search(r"[,;]\s?:$|\s[,.]|\.\.|,\.|  ", line), line
        text = " ".join(line[2] for line in section.lines())
        lengths = [len(sentence.split()) for sentence in re.split(r"(?<=[.;:])\s", text) if sentence]
        assert max(lengths) <= LONGEST, section.provision
        assert sum(lengths) / len(lengths) <= MEAN, section.provision


def test_terms_stand_by_their_letters_whatever_accents_they_have() -> None:
    defined = " ".join(line[2] for line in whole("es", "smuggling").section("definitions").lines())
    assert defined.index("“tráfico ilícito") < defined.index("“transportista”")


@pytest.mark.parametrize(
    ("country", "stand", "gone"),
    [
        ("le Royaume", ["tribunaux du Royaume", "hors du Royaume", "dans le Royaume", "Le Royaume doit",
                        "afin de le contrôler", "à le soustraire à la justice"], ["de le Royaume"]),
        ("les Comores", ["tribunaux des Comores", "hors des Comores", "dans les Comores"], ["de les Comores"]),
        ("le A\\1", ["tribunaux du A\\1"], []),
        ("la République", ["tribunaux de la République"], []),
        ("l’Union", ["tribunaux de l’Union", "hors de l’Union"], []),
    ],
)  # fmt: skip
def test_the_article_of_a_country_is_one_word_with_what_stands_before(
    country: str, stand: list[str], gone: list[str]
) -> None:
    text = str(render(draft_law(language="fr", country=country), "text"))
    assert [words for words in stand if words not in text] == []
    assert [words for words in gone if words in text] == []


@pytest.mark.parametrize(
    ("law", "stand", "gone"),
    [
        ("smuggling", ["servent au trafic", "auteurs du trafic", "migrantes objet du trafic sont ouvertes",
                       "la gère ou la finance est puni d’une peine de réclusion criminelle de 15 ans"],
         ["la trafic", "victimes étrangères", "orientent les victimes présumées", "Toute personne peut être victime"]),
        ("trafficking", ["servent à la traite", "auteurs de la traite", "orientent les victimes",
                         "la gère ou la finance est puni d’une peine de réclusion criminelle de 25 ans"],
         [" le traite", "au traite", "du traite", "personne migrante"]),
    ],
)  # fmt: skip
def test_what_two_laws_share_speaks_of_the_one_that_it_stands_in(law: str, stand: list[str], gone: list[str]) -> None:
    text = str(render(whole("fr", law), "text"))
    assert [words for words in stand if words not in text] == []
    assert [words for words in gone if words in text] == []
