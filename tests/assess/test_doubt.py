"""What the second reader doubts: a finding whose section reads nothing like the element, a "met" that rests on it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

import ctip_law
from ctip_law.assess import assess, nearest
from ctip_law.evaluate.examples import Example, Text
from ctip_law.evaluate.train import fit
from ctip_law.match import match
from ctip_law.match.heads import Heads
from ctip_law.match.pieces import Seen
from ctip_law.match.second import DOUBT, may_doubt
from ctip_law.model import ElementFinding, Ledger, ProvisionFinding, Report
from tests.match.conftest import law_of, with_section

HOUSING, DUTY = "protection.housing", "tip-6-3a"
LODGED = "The Bureau shall provide each victim of trafficking with appropriate housing."
PAID, FUNDED = "protection.compensation_offender", "protection.compensation_state"


def _text(words: str, *elements: str) -> Text:
    seen = Seen(tuple((word, word) for word in words.split()), ())
    return Text("", "en", (Example("3", seen, dict.fromkeys(elements, 1)),))


@pytest.fixture(scope="module")
def made() -> Heads:
    """Heads that know cots and lanterns for housing; `_where` sets what they make of other words."""
    texts = [*(_text(words, HOUSING) for words in ("cots and lanterns", "lanterns and cots", "cots", "lanterns"))]
    return replace(fit([*texts, *(_text("books and papers") for _ in range(9))], "en"), threshold=99.0, version="made")


def _ledger(section: str = LODGED) -> Ledger:
    ledger = match([with_section(section)])
    assert ledger.elements[HOUSING].status == "present"
    return ledger


def _where(heads: Heads, support: float, ledger: Ledger, monkeypatch: pytest.MonkeyPatch, sure: float) -> Heads:
    """The heads, set so that the sections of the finding on housing have a certain score."""
    monkeypatch.setattr(nearest, "heads", lambda language: heads)
    now = nearest.Finder(ledger).support(ledger.elements[HOUSING])
    assert now is not None
    return replace(heads, bias=heads.bias + (support - now), sure=sure)


def _read(ledger: Ledger, heads: Heads | None, monkeypatch: pytest.MonkeyPatch, *, pointed: bool = True) -> Report:
    monkeypatch.setattr(nearest, "heads", lambda language: heads)
    return assess(ledger, ["tip"], pointed=pointed)


def _housing(report: Report) -> tuple[ElementFinding, ProvisionFinding]:
    return report.ledger.elements[HOUSING], next(one for one in report.provisions if one.id == DUTY)


@pytest.mark.parametrize(
    ("support", "sure", "element", "duty"),
    [
        (DOUBT - 0.001, DOUBT, "weak", "partial"),
        (DOUBT, DOUBT, "present", "met"),
        (DOUBT, DOUBT + 0.001, "present", "unclear"),
        (1.0, 1.001, "present", "unclear"),
        (1.001, 1.001, "present", "met"),
    ],
    ids=["nothing like it", "just worth a look", "too little to be sure", "less than is asked", "as much as is asked"],
)
def test_how_much_a_section_has_to_read_like_what_was_found_in_it(
    monkeypatch: pytest.MonkeyPatch, made: Heads, support: float, sure: float, element: str, duty: str
) -> None:
    ledger = _ledger()
    finding, verdict = _housing(_read(ledger, _where(made, support, ledger, monkeypatch, sure), monkeypatch))
    assert (finding.status, verdict.status) == (element, duty)
    assert finding.evidence == ledger.elements[HOUSING].evidence, "the words stay, whoever doubts them"


def test_the_reason_names_the_section_and_the_element_in_every_readable_form(
    monkeypatch: pytest.MonkeyPatch, made: Heads
) -> None:
    ledger = _ledger()
    for support, words, told_there in (
        (DOUBT - 1, "reads nothing like “", "(4). A lawyer has to confirm it: little else there is on the matter"),
        (DOUBT + 1, "reads little like “", "section 4, which otherwise says little on"),
    ):
        report = _read(ledger, _where(made, support, ledger, monkeypatch, sure=0.0), monkeypatch)
        finding, verdict = _housing(report)
        told = finding.why if support < DOUBT else verdict.why
        assert told.startswith("a rule found its words in section 4, which " + words)
        assert told.endswith("a lawyer has to read it")
        for form in ("md", "html"):
            assert told_there in " ".join(ctip_law.render_gap(report, form).split())


@pytest.mark.parametrize("switched_off", [True, False], ids=["switched off", "no weights of the language"])
def test_where_the_second_reader_is_not_asked_nothing_is_doubted(
    monkeypatch: pytest.MonkeyPatch, made: Heads, switched_off: bool
) -> None:
    ledger = _ledger()
    heads = _where(made, DOUBT - 1, ledger, monkeypatch, sure=0.0)
    report = _read(ledger, heads if switched_off else None, monkeypatch, pointed=not switched_off)
    assert [one.status for one in _housing(report)] == ["present", "met"]


def test_an_element_without_a_head_is_not_doubted(monkeypatch: pytest.MonkeyPatch, made: Heads) -> None:
    heads = replace(made, bias=made.bias - 99, elements=("return.safe",), sure=0.0)
    assert [one.status for one in _housing(_read(_ledger(), heads, monkeypatch))] == ["present", "met"]


@pytest.mark.parametrize(
    ("element", "doubted"),
    [
        ("penalty.custodial", False),
        ("consent.irrelevant_adult", False),
        ("scope.intent", False),
        ("child.under18", True),
        ("act.recruitment", True),
    ],
)
def test_terms_of_years_and_consent_are_left_to_the_rules(
    monkeypatch: pytest.MonkeyPatch, made: Heads, element: str, doubted: bool
) -> None:
    heads = replace(made, elements=(element,), matrix=made.matrix * 0, bias=np.array([DOUBT - 1]))
    monkeypatch.setattr(nearest, "heads", lambda language: heads)
    ledger = _ledger(f"{LODGED}\n\n5. Consent\nThe consent of the victim to the exploitation is irrelevant.")
    assert ledger.elements[element].status == "present"
    assert (nearest.Finder(ledger).support(ledger.elements[element]) is not None) == doubted


def test_one_section_that_reads_like_it_is_enough(monkeypatch: pytest.MonkeyPatch, made: Heads) -> None:
    """Section 4 houses in the words of a rule alone, section 5 in those of both readers."""
    both = f"{LODGED}\n\n5. Lodging\nThe Bureau shall give each victim of trafficking housing with cots and lanterns."
    ledger = _ledger(both)
    assert {one.num for one in ledger.elements[HOUSING].evidence} >= {"4", "5"}
    alone = _ledger()
    heads = _where(made, DOUBT - 0.001, alone, monkeypatch, sure=DOUBT)
    assert [one.status for one in _housing(_read(ledger, heads, monkeypatch))] == ["present", "met"]


@pytest.mark.parametrize(
    ("paid", "funded", "status"),
    [(1.0, -1.0, "met"), (-1.0, 1.0, "met"), (-1.0, -1.0, "unclear"), (1.0, 1.0, "met")],
)
def test_a_duty_with_a_choice_stands_while_one_way_is_not_in_doubt(
    monkeypatch: pytest.MonkeyPatch, made: Heads, paid: float, funded: float, status: str
) -> None:
    section = (
        "A court that convicts a person of trafficking shall order the offender to pay compensation to the victim.\n\n"
        "5. Fund\nThe State shall pay compensation to a victim of trafficking out of the victims' fund."
    )
    ledger = match([with_section(section)])
    assert {ledger.elements[one].status for one in (PAID, FUNDED)} == {"present"}
    twice = {"matrix": np.hstack([made.matrix * 0] * 2), "scale": np.tile(made.scale, 2)}
    heads = replace(made, elements=(PAID, FUNDED), bias=np.array([paid, funded]), sure=0.0, **twice)
    report = _read(ledger, heads, monkeypatch)
    assert next(one.status for one in report.provisions if one.id == "tip-6-6") == status


def test_no_defect_of_silence_rests_on_a_doubt(monkeypatch: pytest.MonkeyPatch, made: Heads) -> None:
    ledger = _ledger()
    every = tuple(id for id, one in ledger.elements.items() if one.status == "present")
    columns = {"matrix": np.hstack([made.matrix * 0] * len(every)), "scale": np.tile(made.scale, len(every))}
    heads = replace(made, elements=every, bias=np.full(len(every), DOUBT - 1), sure=0.0, **columns)
    on, off = (_read(ledger, heads, monkeypatch, pointed=pointed) for pointed in (True, False))
    assert on.defects == off.defects
    assert {on.ledger.elements[id].status for id in every if may_doubt(id)} == {"weak"}


def test_a_law_in_a_language_without_weights_leaves_no_ground_for_doubt(
    monkeypatch: pytest.MonkeyPatch, made: Heads
) -> None:
    """The words stand in both laws of a bundle, and only one of them can be read twice."""
    spanish = law_of("Ley de trata\n\nArtículo 1.- El Estado proveerá alojamiento a las víctimas de trata.\n", "es")
    ledger = match([with_section(LODGED), spanish])
    assert {one.law for one in ledger.elements[HOUSING].evidence} == {law.id for law in ledger.laws}
    heads = _where(made, DOUBT - 1, _ledger(), monkeypatch, sure=0.0)
    monkeypatch.setattr(nearest, "heads", lambda language: heads if language == "en" else None)
    assert assess(ledger, ["tip"]).ledger.elements[HOUSING].status == "present"
