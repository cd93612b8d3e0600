"""What is doubted: a finding that is likelier wrong or in part than whole, a "met" that may not hold."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest

import ctip_law
from ctip_law.assess import assess, nearest
from ctip_law.assess.doubt import PART, all_hold, rests_on
from ctip_law.evaluate.examples import Example, Text
from ctip_law.evaluate.train import fit
from ctip_law.framework import load
from ctip_law.framework.nouns import Rule
from ctip_law.knowledge import belief
from ctip_law.knowledge.belief import Belief, Facts
from ctip_law.match import match
from ctip_law.match.heads import Heads
from ctip_law.match.pieces import Seen
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


def _score(likely: float) -> float:
    """The score at which a finding can be believed so far, where nothing but the score counts."""
    return math.log(likely / (1 - likely))


def _where(heads: Heads, likely: float, ledger: Ledger, monkeypatch: pytest.MonkeyPatch, sure: float) -> Heads:
    """The heads, set so that the finding on housing can be believed so far; `sure` is what a "met" asks for."""
    monkeypatch.setattr(nearest, "heads", lambda language: heads)
    _believe(monkeypatch, sure)
    now = nearest.Finder(ledger).support(ledger.elements[HOUSING])
    assert now is not None
    return replace(heads, bias=heads.bias + (_score(likely) - now))


def _believe(monkeypatch: pytest.MonkeyPatch, sure: float) -> None:
    """Findings are believed by the score of their sections alone."""
    monkeypatch.setattr(belief, "load", lambda: Belief((0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0), {}, sure))


def _read(ledger: Ledger, heads: Heads | None, monkeypatch: pytest.MonkeyPatch, *, pointed: bool = True) -> Report:
    monkeypatch.setattr(nearest, "heads", lambda language: heads)
    return assess(ledger, ["tip"], pointed=pointed)


def _housing(report: Report) -> tuple[ElementFinding, ProvisionFinding]:
    return report.ledger.elements[HOUSING], next(one for one in report.provisions if one.id == DUTY)


@pytest.mark.parametrize(
    ("likely", "sure", "element", "duty"),
    [
        (PART - 0.001, PART, "weak", "partial"),
        (PART + 0.001, PART, "present", "met"),
        (PART + 0.001, PART + 0.002, "present", "unclear"),
        (0.6, 0.601, "present", "unclear"),
        (0.602, 0.601, "present", "met"),
    ],
    ids=["likelier not whole", "just likely enough", "too little to be sure", "less than is asked", "what is asked"],
)
def test_how_far_a_finding_has_to_be_believed(
    monkeypatch: pytest.MonkeyPatch, made: Heads, likely: float, sure: float, element: str, duty: str
) -> None:
    ledger = _ledger()
    finding, verdict = _housing(_read(ledger, _where(made, likely, ledger, monkeypatch, sure), monkeypatch))
    assert (finding.status, verdict.status) == (element, duty)
    assert finding.evidence == ledger.elements[HOUSING].evidence, "the words stay, whoever doubts them"


def test_the_reason_names_the_section_and_the_element_in_every_readable_form(
    monkeypatch: pytest.MonkeyPatch, made: Heads
) -> None:
    ledger = _ledger()
    for likely, words, told_there in (
        (PART - 0.1, "reads nothing like “", "(4). A lawyer has to confirm it: the section says little else on it"),
        (PART + 0.03, "reads little like “", "section 4, which otherwise says little on"),
    ):
        report = _read(ledger, _where(made, likely, ledger, monkeypatch, sure=0.9), monkeypatch)
        finding, verdict = _housing(report)
        told = finding.why if likely < PART else verdict.why
        assert told.startswith("a rule found its words in section 4, which " + words)
        assert told.endswith("a lawyer has to read it")
        for form in ("md", "html"):
            assert told_there in " ".join(ctip_law.render_gap(report, form).split())


@pytest.mark.parametrize("sections", [1, 2])
def test_what_else_is_known_of_a_finding(monkeypatch: pytest.MonkeyPatch, made: Heads, sections: int) -> None:
    """What is found in part is no element found; a second section counts."""
    seen: dict[str, Facts] = {}

    class Noted(Belief):
        def whole(self, element: str, facts: Facts) -> float:
            seen[element] = facts
            return 1.0

    monkeypatch.setattr(belief, "load", lambda: Noted((0.0,) * 7, {}, 0.5))
    ledger = _ledger(LODGED + f"\n\n5. Lodging\n{LODGED}" * (sections - 1))
    here = {HOUSING, PAID, FUNDED}
    elements = {id: replace(one, status="present" if id in here else "weak") for id, one in ledger.elements.items()}
    _read(replace(ledger, elements=elements), made, monkeypatch)
    assert set(seen) == {HOUSING}
    assert (seen[HOUSING].found, seen[HOUSING].sections) == (3, sections)


@pytest.mark.parametrize("switched_off", [True, False], ids=["switched off", "no weights of the language"])
def test_where_the_second_reader_is_not_asked_nothing_is_doubted(
    monkeypatch: pytest.MonkeyPatch, made: Heads, switched_off: bool
) -> None:
    ledger = _ledger()
    heads = _where(made, 0.01, ledger, monkeypatch, sure=0.9)
    report = _read(ledger, heads if switched_off else None, monkeypatch, pointed=not switched_off)
    assert [one.status for one in _housing(report)] == ["present", "met"]


@pytest.mark.parametrize("sure", [0.9, 1.0], ids=["nearly sure", "as sure as can be"])
def test_an_element_without_a_head_is_not_doubted(monkeypatch: pytest.MonkeyPatch, made: Heads, sure: float) -> None:
    _believe(monkeypatch, sure)
    heads = replace(made, bias=made.bias - 99, elements=("return.safe",))
    assert [one.status for one in _housing(_read(_ledger(), heads, monkeypatch))] == ["present", "met"]


def test_one_section_that_reads_like_it_is_enough(monkeypatch: pytest.MonkeyPatch, made: Heads) -> None:
    """Section 4 houses in the words of a rule alone, section 5 in those of both readers."""
    both = f"{LODGED}\n\n5. Lodging\nThe Bureau shall give each victim of trafficking housing with cots and lanterns."
    ledger = _ledger(both)
    assert {one.num for one in ledger.elements[HOUSING].evidence} >= {"4", "5"}
    alone = _ledger()
    heads = _where(made, PART - 0.001, alone, monkeypatch, sure=PART)
    assert [one.status for one in _housing(_read(ledger, heads, monkeypatch))] == ["present", "met"]


@pytest.mark.parametrize(
    ("paid", "funded", "status"),
    [(0.8, 0.48, "met"), (0.48, 0.8, "met"), (0.48, 0.48, "unclear"), (0.8, 0.8, "met")],
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
    heads = replace(made, elements=(PAID, FUNDED), bias=np.array([_score(paid), _score(funded)]), **twice)
    _believe(monkeypatch, sure=0.5)
    report = _read(ledger, heads, monkeypatch)
    assert next(one.status for one in report.provisions if one.id == "tip-6-6") == status


def test_no_defect_of_silence_rests_on_a_doubt(monkeypatch: pytest.MonkeyPatch, made: Heads) -> None:
    ledger = _ledger()
    every = tuple(id for id, one in ledger.elements.items() if one.status == "present")
    columns = {"matrix": np.hstack([made.matrix * 0] * len(every)), "scale": np.tile(made.scale, len(every))}
    heads = replace(made, elements=every, bias=np.full(len(every), _score(PART - 0.1)), **columns)
    _believe(monkeypatch, sure=0.9)
    on, off = (_read(ledger, heads, monkeypatch, pointed=pointed) for pointed in (True, False))
    assert on.defects == off.defects
    assert {on.ledger.elements[id].status for id in every} == {"weak"}


def test_a_law_in_a_language_without_weights_leaves_no_ground_for_doubt(
    monkeypatch: pytest.MonkeyPatch, made: Heads
) -> None:
    """The words stand in both laws of a bundle, and only one of them can be read twice."""
    spanish = law_of("Ley de trata\n\nArtículo 1.- El Estado proveerá alojamiento a las víctimas de trata.\n", "es")
    ledger = match([with_section(LODGED), spanish])
    assert {one.law for one in ledger.elements[HOUSING].evidence} == {law.id for law in ledger.laws}
    heads = _where(made, 0.01, _ledger(), monkeypatch, sure=0.9)
    monkeypatch.setattr(nearest, "heads", lambda language: heads if language == "en" else None)
    assert assess(ledger, ["tip"]).ledger.elements[HOUSING].status == "present"


A, B, C, D = "act.recruitment", "act.transfer", "act.receipt", "act.harbouring"


@pytest.mark.parametrize(
    ("required", "any_of", "rule", "present", "expected"),
    [
        ((A, B), (), {}, {A, B}, (0.5 * 0.6) ** 0.5**0.5),
        ((A,), ((B, C),), {}, {A, B, C}, (0.5 * 0.8) ** 0.5**0.5),
        ((A,), ((B, C),), {}, {A, B}, (0.5 * 0.6) ** 0.5**0.5),
        ((A, D), (), {}, {A, D}, 0.5),
        ((A, B), (), {"left_out": (A,)}, {A, B}, 0.6),
        ((A, B, C), (), {"enough": ((C,),)}, {A, B, C}, 0.8),
        ((A, B, C), (), {"enough": ((C, D),)}, {A, B, C}, (0.5 * 0.6 * 0.8) ** 3**-0.5),
        ((A,), (), {"enough": ((A, C),)}, {A, C}, (0.5 * 0.8) ** 0.5**0.5),
    ],
    ids=["each counts", "the likelier of two", "of two one is there", "not doubted", "left out", "a shorter way",
         "a shorter way that is not there", "another way that takes all there is"],
)  # fmt: skip
def test_how_likely_all_holds_that_a_met_rests_on(
    required: tuple[str, ...],
    any_of: tuple[tuple[str, ...], ...],
    rule: dict[str, tuple[object, ...]],
    present: set[str],
    expected: float,
) -> None:
    provision = replace(
        load().provision(DUTY),
        required=required,
        any_of=any_of,
        local=(),
        rule=Rule(**rule),  # type: ignore[arg-type]
    )
    whole = {A: 0.5, B: 0.6, C: 0.8}
    assert all_hold(rests_on(provision, present, whole), whole) == pytest.approx(expected)


# support, share of the group, sections, elements found -> believed more or less than the first row
FACTS = [
    ("as it is", Facts(0.0, 0.5, 1, 20, 5000), 0),
    ("its section reads like it", Facts(1.0, 0.5, 1, 20, 5000), 1),
    ("its section reads nothing like it", Facts(-5.0, 0.5, 1, 20, 5000), -1),
    ("more of its group was found", Facts(0.0, 0.9, 1, 20, 5000), 1),
    ("nothing else of its group was found", Facts(0.0, 0.0, 1, 20, 5000), -1),
    ("several sections provide it", Facts(0.0, 0.5, 3, 20, 5000), 1),
    ("nothing else of its group was found, in a text too short to tell", Facts(0.0, 0.0, 1, 1, 1499), 0),
    ("nothing else of its group was found, in one just long enough", Facts(0.0, 0.0, 1, 1, 1500), -1),
]


@pytest.mark.parametrize(("facts", "more"), [row[1:] for row in FACTS], ids=[row[0] for row in FACTS])
def test_what_makes_a_finding_more_or_less_believed(facts: Facts, more: int) -> None:
    """By the weights that are shipped."""
    usual, said = (belief.load().whole(HOUSING, one) for one in (FACTS[0][1], facts))
    assert (said > usual) - (said < usual) == more


def test_the_record_of_an_element_counts() -> None:
    made = Belief((0.0,) * 6 + (1.0,), {A: (90, 100), B: (10, 100)}, 0.5)
    often, seldom, unknown = (made.whole(id, FACTS[0][1]) for id in (A, B, C))
    assert often > unknown > seldom
