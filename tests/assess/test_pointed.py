"""What the second reader points to: a gap becomes unclear and names the section; nothing is found by it alone."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

import ctip_law
from ctip_law.assess import assess, nearest
from ctip_law.framework import load
from ctip_law.match import match
from ctip_law.match.heads import Heads
from ctip_law.model import ProvisionFinding, Report
from tests.assess.cots import HOUSING, heads_of_cots
from tests.match.conftest import FRAME, law_of, with_section

DUTY = "tip-6-3a"
COTS = "The Bureau keeps cots and lanterns in good order for whoever was rescued."


@pytest.fixture(scope="module")
def cots() -> Heads:
    """Heads that know cots and lanterns for housing."""
    return replace(heads_of_cots(), threshold=0.0, version="made")


def _report(monkeypatch: pytest.MonkeyPatch, heads: Heads | None, section: str = COTS, **more: bool) -> Report:
    monkeypatch.setattr(nearest, "heads", lambda language: heads)
    return assess(match([with_section(section)]), ["tip"], **more)


def _duty(report: Report) -> ProvisionFinding:
    return next(one for one in report.provisions if one.id == DUTY)


def test_a_gap_that_a_section_speaks_against_is_unclear_and_names_it_first(
    monkeypatch: pytest.MonkeyPatch, cots: Heads
) -> None:
    report = _report(monkeypatch, cots)
    duty = _duty(report)
    assert duty.status == "unclear"
    assert duty.why.startswith("no rule found it, but section 4 reads like “")
    assert "“cots”" in duty.why
    assert "“lanterns”" in duty.why
    assert duty.candidates[0].num == "4"
    assert duty.candidates[0].score >= 0
    assert report.ledger.elements[HOUSING].status == "absent"
    assert HOUSING in duty.missing


def test_of_several_laws_the_one_is_named(monkeypatch: pytest.MonkeyPatch, cots: Heads) -> None:
    monkeypatch.setattr(nearest, "heads", lambda language: cots)
    other = law_of("Shorter Act on Trafficking\n\n1. Title\nThis Act is the Shorter Act on Trafficking.\n")
    duty = _duty(assess(match([other, with_section(COTS)]), ["tip"]))
    assert duty.why.startswith("no rule found it, but section 4 of Model Act on Trafficking in Persons")


def test_the_reason_stands_in_every_readable_form(monkeypatch: pytest.MonkeyPatch, cots: Heads) -> None:
    report = _report(monkeypatch, cots)
    told = {"table": "section 4 reads like", "md": "section 4 speaks of", "html": "section 4 speaks of"}
    for form, words in told.items():
        assert words in " ".join(ctip_law.render_gap(report, form).split())


def test_no_element_is_found_and_no_other_verdict_moves(monkeypatch: pytest.MonkeyPatch, cots: Heads) -> None:
    on, off = _report(monkeypatch, cots), _report(monkeypatch, cots, pointed=False)
    assert on.ledger.elements == off.ledger.elements
    moved = {a.id: (b.status, a.status) for a, b in zip(on.provisions, off.provisions, strict=True) if a != b}
    assert set(moved.values()) == {("gap", "unclear")}
    assert DUTY in moved


@pytest.mark.parametrize(
    ("section", "threshold"),
    [("The Bureau keeps its books in good order.", 0.0), (COTS, 99.0)],
    ids=["no section reads like it", "the section falls short of the threshold"],
)
def test_a_gap_stays_a_gap(monkeypatch: pytest.MonkeyPatch, cots: Heads, section: str, threshold: float) -> None:
    assert _duty(_report(monkeypatch, replace(cots, threshold=threshold), section)).status == "gap"


def test_just_the_threshold_is_enough(monkeypatch: pytest.MonkeyPatch, cots: Heads) -> None:
    score = _duty(_report(monkeypatch, cots)).candidates[0].score
    for threshold, status in ((score, "unclear"), (score + 0.001, "gap")):
        assert _duty(_report(monkeypatch, replace(cots, threshold=threshold))).status == status


@pytest.mark.parametrize(
    ("section", "status"),
    [
        (COTS, "gap"),
        ("The Bureau keeps cots and lanterns for whoever was trafficked.", "unclear"),
        ("The Bureau keeps cots and lanterns for whoever left forced labour.", "unclear"),
    ],
    ids=["lodging for anybody", "of the trafficked", "of the exploited"],
)
def test_in_a_law_on_another_matter_the_section_must_speak_of_it(
    monkeypatch: pytest.MonkeyPatch, cots: Heads, section: str, status: str
) -> None:
    monkeypatch.setattr(nearest, "heads", lambda language: cots)
    rest = "2. Fees\nThe fee is in the schedule.\n\n3. Title\nThis is the Lodging Act."
    law = law_of(f"Lodging Act\n\n1. Lodging\n{section}\n\n{rest}\n")
    assert _duty(assess(match([law]), ["tip"])).status == status


def test_what_a_rule_read_and_refused_is_no_doubt(monkeypatch: pytest.MonkeyPatch, cots: Heads) -> None:
    report = _report(monkeypatch, cots, "No victim shall be given shelter, cots or lanterns beneath one roof.")
    assert report.ledger.elements[HOUSING].status == "absent"
    assert _duty(report).candidates[0].score > cots.threshold
    assert _duty(report).status == "gap"


def test_of_two_elements_alike_the_first_is_named(monkeypatch: pytest.MonkeyPatch, cots: Heads) -> None:
    twice = {"matrix": np.hstack([cots.matrix] * 2), "scale": np.tile(cots.scale, 2), "bias": np.tile(cots.bias, 2)}
    pair = (HOUSING, "protection.material")
    monkeypatch.setattr(nearest, "heads", lambda language: replace(cots, elements=pair, **twice))
    finder = nearest.Finder(match([with_section(COTS)]))
    provision = load().provision(DUTY)
    for elements in (pair, pair[::-1]):
        label = load().elements[elements[0]].label
        assert finder.candidates(provision, elements, 1)[0].rejected.startswith(f"reads like “{label}”")


@pytest.mark.parametrize("element", ["penalty.custodial", "child.under18", "consent.irrelevant_adult"])
def test_ages_terms_and_consent_are_left_to_the_rules(
    monkeypatch: pytest.MonkeyPatch, cots: Heads, element: str
) -> None:
    finder = nearest.Finder(match([with_section(COTS)]))
    monkeypatch.setattr(nearest, "heads", lambda language: replace(cots, elements=(element,)))
    assert finder.nearest([element])[element].num == "4"
    assert finder.pointed([element]) == {}


def test_what_would_leave_a_gap_a_gap_makes_no_doubt(monkeypatch: pytest.MonkeyPatch, cots: Heads) -> None:
    """That no group is asked for, where no rule found an act: the duty to define trafficking stays a gap."""
    law = law_of(f"Model Act\n\n1. Lodging\n{COTS}\n\n2. Title\nThis is the Model Act.\n")
    only = replace(cots, elements=("scope.no_ocg",))
    monkeypatch.setattr(nearest, "heads", lambda language: only)
    on, off = (assess(match([law]), ["tip"], pointed=pointed) for pointed in (True, False))
    for before, after in zip(off.provisions, on.provisions, strict=True):
        assert (before.status, after.status) in {(before.status, before.status), ("gap", "unclear")}
    offence = next(one for one in on.provisions if one.id == "tip-3a")
    assert offence.status == "gap"


def test_without_weights_sections_are_named_by_words_and_the_report_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    duty = _duty(_report(monkeypatch, None, "The Bureau gives housing advice to tenants."))
    assert duty.status in ("gap", "partial")
    assert any("no weights of the second reader for the language en" in caution for caution in duty.cautions)


def test_with_weights_nothing_is_said_of_it(monkeypatch: pytest.MonkeyPatch, cots: Heads) -> None:
    duty = _duty(_report(monkeypatch, replace(cots, threshold=99.0)))
    assert not any("weights" in caution for caution in duty.cautions)


def test_the_frame_has_no_housing() -> None:
    assert match([law_of(FRAME)]).elements[HOUSING].status == "absent"


def test_of_sections_alike_the_one_of_the_first_law_is_named_first(
    monkeypatch: pytest.MonkeyPatch, cots: Heads
) -> None:
    """In the order of the laws, and not of the names of their sections."""
    monkeypatch.setattr(nearest, "heads", lambda language: cots)
    first = law_of(f"{FRAME}\n4. Bells\nA bell is rung.\n\n5. Further provision\n{COTS}\n")
    found = nearest.Finder(match([first, with_section(COTS)])).candidates(load().provision(DUTY), [HOUSING], 2)
    assert found[0].score == found[1].score
    assert [one.num for one in found] == ["5", "4"]
