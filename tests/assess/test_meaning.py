"""A law in a language without a lexicon: no verdict, and with the extra the sections to look at first."""

from __future__ import annotations

import pytest

from ctip_law.assess import assess, meaning
from ctip_law.match import match
from tests.match.conftest import law_of

GERMAN = """Mustergesetz gegen den Menschenhandel

§ 1 Wohnung
Opfer von Menschenhandel erhalten eine sichere Unterkunft.

§ 2 Verschwiegenheit
Die Namen und Bilder der Opfer werden geheim gehalten und nicht veröffentlicht.

§ 3 Inkrafttreten
Dieses Gesetz gilt ab dem ersten Tag des nächsten Monats.
"""


def test_without_the_extra_nothing_is_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(meaning, "available", lambda: False)
    report = assess(match([law_of(GERMAN, "de")]), ["tip"])
    scored = [p for p in report.provisions if p.status != "not_legislative"]
    assert {p.status for p in scored} == {"not_assessed"}
    assert all(p.candidates == () for p in scored)


@pytest.mark.parametrize(("duty", "section"), [("tip-6-3a", "1"), ("tip-6-1", "2")])
def test_with_the_extra_the_nearest_section_is_offered_and_marked(duty: str, section: str) -> None:
    if not meaning.available():
        pytest.skip("the extra `multilingual` is not installed")
    report = assess(match([law_of(GERMAN, "de")]), ["tip"])
    finding = next(p for p in report.provisions if p.id == duty)
    assert finding.status == "not_assessed"
    assert finding.candidates[0].num == section
    assert all(c.rejected == meaning.REASON for c in finding.candidates)


def test_a_language_that_the_encoder_does_not_know_gets_nothing() -> None:
    report = assess(match([law_of("Закон\n\nСтаття 1. Житло\nПотерпілі отримують житло.\n", "uk")]), ["tip"])
    assert all(p.candidates == () for p in report.provisions)
