"""The words of the framework and the reasons of verdicts in each language: all there, nothing half said."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ctip_law.errors import ConfigError
from ctip_law.framework import load
from ctip_law.framework.rule_words import HOW_RULES_WORK, rule_in_words
from ctip_law.knowledge import rules
from ctip_law.knowledge.triggers import triggers
from ctip_law.report import terms as room
from ctip_law.report.terms import framework_words, terms
from ctip_law.site import catalogue
from ctip_law.site.catalogue import words
from ctip_law.site.nouns import SiteData
from ctip_law.site.words import ACCURACY

OTHERS = ("es", "fr", "id")

#: Words of Spanish, French and Indonesian that would blame a victim or a state, or confuse the two crimes.
UNKIND = {
    "es": r"fracas|incumpl\w+ el Estado|prostituta|menores víctimas|tráfico de personas|tráfico humano",
    "fr": r"échou|prostituée|trafic d’êtres humains|trafic de personnes|clandestin",
    "id": r"\bgagal|pelacur\b|trafiking|imigran gelap|wanita tuna susila",
}


@pytest.mark.parametrize("language", OTHERS)
def test_everything_that_a_reason_may_name_has_words(language: str) -> None:
    own = terms(language)
    assert own.missing == ()
    assert len({own.of(kind, id) for kind, id, _ in framework_words() if kind == "label"}) > 240, "words of their own"


@pytest.mark.parametrize("language", OTHERS)
def test_why_an_element_counts_in_part_is_said(language: str) -> None:
    said = {rule.weak for rule in rules()} | {rule.weak_if[1] for rule in rules() if rule.weak_if}
    said |= {one.value for one in triggers() if one.axis in ("limit", "class", "doer", "power")}
    assert len(said) > 80
    assert [english for english in sorted(said - {""}) if not terms(language).said(english)] == []


@pytest.mark.parametrize("language", OTHERS)
def test_every_reason_on_the_pages_is_said(site: SiteData, language: str) -> None:
    cells = [cell for view in site.countries for cell in view.cells.values()]
    said = {cell.finding.why for cell in cells} | {why for cell in cells for why in cell.finding.cautions}
    said |= {why for cell in cells for one in cell.found for why in (one.why, *one.via) if "<" not in why}
    said |= {flaw.label for view in site.countries for flaw in view.flaws}
    said |= {place.label for cell in cells for place in cell.places}
    said |= {word for view in site.countries for row in view.treaties for word in (row.name, row.status, row.meaning)}
    kinds = ("nature", "strength", "verified", "relation")
    said |= {meaning for name in kinds for meaning in load().vocabulary[name].values()}
    said |= {word for pair in ACCURACY.values() for word in pair} | {HOW_RULES_WORK}
    assert len(said) > 100
    assert [english for english in sorted(said - {""}) if not terms(language).said(english)] == []


@pytest.mark.parametrize("language", OTHERS)
def test_what_counts_and_what_softens_a_duty_of_the_protocol_is_said(language: str) -> None:
    own, duties = terms(language), load().provisions(["tip"])
    softened = {duty.qualifier.rstrip(".") for duty in duties if duty.qualifier}
    assert len(softened) > 15
    assert [english for english in sorted(softened) if not own.said(english)] == []
    elements = {id: load().elements[id] for duty in duties for need in duty.needs for id in need}
    glossed = {id for id, element in elements.items() if element.gloss}
    assert len(glossed) > 30
    assert sorted(id for id in glossed if not own.of("gloss", id)) == []


@pytest.mark.parametrize("language", OTHERS)
def test_the_rules_of_the_protocol_are_said(language: str) -> None:
    framework = load()
    said = {line for duty in framework.provisions(["tip"]) if duty.rule.why for line in rule_in_words(duty, framework)}
    assert len(said) > 30
    assert [english for english in sorted(said) if not terms(language).said(english)] == []


@pytest.mark.parametrize("language", OTHERS)
def test_the_words_blame_nobody(language: str) -> None:
    text = (room._folder() / f"{language}.toml").read_text(encoding="utf-8")
    assert re.findall(UNKIND[language], text, re.IGNORECASE) == []


@pytest.mark.parametrize(
    ("language", "english", "said"),
    [
        ("es", "not found: Recruitment, Fraud", "no se encontró: Captación, Fraude"),
        ("es", "not found: Death, suicide or serious injury", "no se encontró: Muerte, suicidio o lesión grave"),
        (
            "fr",
            "not found: Threat or Fraud; in part only: Attempt",
            "non trouvé : Menace ou Fraude ; en partie seulement : Tentative",
        ),
        ("id", "section 3A(1)", "bagian 3A(1)"),
        ("fr", "section 2, “exploitation”", "section 2, “exploitation”"),
        (
            "es",
            "no rule was found that names these acts of the offence in full: Transfer, Receipt",
            "no se encontró ninguna norma que nombre por completo estos actos del delito: Traslado, Recepción",
        ),
        (
            "es",
            "no rule found it, but section 7 of Act on Care of Children reads like “Attempt”; a lawyer has to read it",
            "ninguna regla lo halló, pero la sección 7 de Act on Care of Children se parece a «Tentativa»;"
            " ha de leerla un jurista",
        ),
        ("es", "Medical care", "Atención médica"),
        # near misses: what is not known whole is not said at all
        ("es", "not found: Recruitment, Fraud, Sorcery", ""),
        ("es", "section 5 speaks of sorcery, which may not have been understood", ""),
        ("es", "not found: Recruitment; held back by: the weather", ""),
        ("en", "not found: Recruitment", ""),
    ],
)  # fmt: skip
def test_a_reason_is_said_whole_or_not_at_all(language: str, english: str, said: str) -> None:
    assert terms(language).said(english) == said


def test_what_has_no_words_is_english_and_marked_so() -> None:
    t = words("es")
    assert t.said("not found: Fraud <b>") == '<span lang="en">not found: Fraud &lt;b&gt;</span>'
    assert t.said("not found: Fraud", str.upper) == "NO SE ENCONTRÓ: FRAUDE"
    assert t.of("label", "none.such", "Sorcery") == '<span lang="en">Sorcery</span>'
    assert words().said("not found: Fraud") == "not found: Fraud"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            '[said]\n"not found: {what}" = "no: {que}"\n',
            ":2: said: `not found: {what}` has other blanks than the English words",
        ),
        ('[silence]\nacts-partial = "nombre"\n', ":2: silence: `acts-partial` has other blanks than the English words"),
        ('[label]\n\n"act.theft" = "Robo"\n', ":3: label: the framework has no `act.theft`"),
        ('[labels]\n"act.transfer" = "x"\n', ":1: labels: nothing shows words of this kind"),
        ('[why]\nacts-partial = ""\n', ":2: why: `acts-partial` is empty"),
    ],
)  # fmt: skip
def test_a_wrong_catalogue_is_told_with_its_line(
    text: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "es.toml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(room, "_folder", lambda: tmp_path)
    with pytest.raises(ConfigError, match=r"^CT301 .*es\.toml" + re.escape(said)):
        terms.__wrapped__("es")


def test_doctor_lists_what_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = (room._folder() / "id.toml").read_text(encoding="utf-8")
    short = re.sub(r'^"act\.receipt" = .*\n', "", whole, flags=re.MULTILINE)
    (tmp_path / "id.toml").write_text(short, encoding="utf-8")
    monkeypatch.setattr(room, "_folder", lambda: tmp_path)
    monkeypatch.setattr(catalogue, "terms", terms.__wrapped__)
    monkeypatch.setattr(catalogue, "words", words.__wrapped__)
    assert "id: 1 missing (label.act.receipt)" in catalogue.told()
