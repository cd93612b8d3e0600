"""What duties are called in the languages of drafting: complete for all that the provisions answer."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctip_law.draft.duties import cited_as, cited_together, defect_of, fix_of, label_of, names, title_of, told
from ctip_law.draft.library import shipped
from ctip_law.framework import load
from ctip_law.report.terms import terms

LANGUAGES = ("es", "fr", "id")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_duty_that_a_provision_answers_has_a_title_in_its_language(language: str) -> None:
    answered = {duty for provision in shipped(language).provisions.values() for duty in provision.duties}
    answered |= {duty.id for duty in load().provisions() if duty.instrument == "tip"}
    assert {load().provision(id).title for id in answered} - set(names(language).titles) == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_titles_are_told_apart_where_the_english_ones_are(language: str) -> None:
    """Of the articles of one instrument, so that a table of duties has no two rows alike."""
    for instrument in ("tip", "coe"):
        said = [title_of(duty.id, language) for duty in load().provisions() if duty.instrument == instrument]
        english = [duty.title for duty in load().provisions() if duty.instrument == instrument]
        assert len(set(said)) == len(set(english))


@pytest.mark.parametrize(
    ("id", "language", "words"),
    [
        ("tip-6-6", "en", "Trafficking Protocol, article 6(6)"),
        ("tip-6-6", "es", "Protocolo contra la trata, artículo 6(6)"),
        ("coe-12-6", "fr", "Convention du Conseil de l’Europe sur la traite, article 12(6)"),
        ("tip-5-1", "id", "Protokol Perdagangan Orang, pasal 5(1)"),
    ],
)
def test_a_duty_is_cited_as_its_language_does(id: str, language: str, words: str) -> None:
    assert cited_as(id, language) == words
    assert told(f"{id}.", language) == f"{words}."


@pytest.mark.parametrize(
    ("ids", "language", "words"),
    [
        (["tip-6-6"], "en", "Trafficking Protocol, article 6(6)"),
        (["tip-6-6", "tip-3a"], "en", "Trafficking Protocol, articles 6(6), 3(a)"),
        (["tip-3a", "ohchr-7", "tip-3b"], "es",
         "Protocolo contra la trata, artículos 3(a), 3(b); Principios de la OACDH sobre la trata, principio 7"),
        (["balirso-1", "balirso-2"], "en", "Bali Process Support Office, 5th Ministerial"),  # one place, named once
        ([], "fr", ""),
    ],
)
def test_an_instrument_is_named_once_in_a_row(ids: list[str], language: str, words: str) -> None:
    assert cited_together(ids, language) == words


@pytest.mark.parametrize("language", LANGUAGES)
def test_elements_and_defects_are_called_as_on_the_pages(language: str) -> None:
    assert label_of("act.recruitment", language) == terms(language).of("label", "act.recruitment") != ""
    assert defect_of("consent-defence", language) == terms(language).of("defect", "consent-defence") != ""
    assert fix_of("consent-defence", "English", language) == terms(language).of("fix", "consent-defence") != ""
    assert label_of("no.element", language) == "no.element"
    assert fix_of("no-defect", "English", language) == "English"


def test_a_title_that_no_duty_has_is_told_with_its_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from ctip_law.draft import duties
    from ctip_law.errors import DataError
    from ctip_law.paths import data_folder

    source = data_folder("model_laws") / "es" / "duties.toml"
    (tmp_path / "es").mkdir()
    text = source.read_text(encoding="utf-8").replace('"Attempt" =', '"Atempt" =')
    (tmp_path / "es" / "duties.toml").write_text(text, encoding="utf-8")
    folder = {"model_laws": tmp_path}
    monkeypatch.setattr(duties, "data_folder", lambda name: folder.get(name) or data_folder(name))
    names.cache_clear()
    try:
        with pytest.raises(DataError, match="Atempt"):
            names("es")
    finally:
        names.cache_clear()
