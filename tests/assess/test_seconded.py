"""What two readers find together: a rule lacks a word, and the second reader has met the section's words.

The second reader of these tests knows cots and lanterns for housing, and nothing else.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

import ctip_law
from ctip_law.assess import assess, nearest, seconded
from ctip_law.match import match
from ctip_law.match.heads import Heads
from ctip_law.model import ElementFinding, Report
from ctip_law.report.story import story
from tests.assess.cots import HOUSING, heads_of_cots
from tests.match.conftest import law_of, with_section

DUTY = "tip-6-3a"
#: A rule asks for shelter, a victim and a word that provides: here nothing that anybody listed provides.
TOGETHER = "Each victim sleeps in a shelter with cots and lanterns beneath one roof."


@pytest.fixture(scope="module")
def cots() -> Heads:
    made = heads_of_cots()
    return replace(made, bias=made.bias + 4.0, threshold=99.0, version="made")


def _report(monkeypatch: pytest.MonkeyPatch, heads: Heads, section: str, **more: bool) -> Report:
    monkeypatch.setattr(nearest, "heads", lambda language: heads)
    return assess(match([with_section(section)]), ["tip"], **more)


def _housing(monkeypatch: pytest.MonkeyPatch, heads: Heads, section: str) -> ElementFinding:
    return _report(monkeypatch, heads, section).ledger.elements[HOUSING]


def test_a_rule_lacks_a_word_and_the_section_reads_like_it(monkeypatch: pytest.MonkeyPatch, cots: Heads) -> None:
    found = _housing(monkeypatch, cots, TOGETHER)
    assert found.status == "present"
    [place] = found.evidence
    assert (place.num, place.rule, place.via) == ("4", "housing", seconded.VIA)
    assert place.quote == "victim sleeps in a shelter with"
    assert found.why.startswith("a rule lacks one of its words here; but")
    assert "but the section reads like it, by “" in found.why
    assert "“cots”" in found.why


@pytest.mark.parametrize(
    ("section", "status"),
    [
        (TOGETHER, "present"),
        ("The Bureau shall keep a shelter with cots and lanterns for those who come out alive.", "present"),
        ("Each victim sleeps in a shelter.", "absent"),
        ("Each victim has cots and lanterns.", "absent"),
        ("No victim sleeps in a shelter with cots and lanterns beneath one roof.", "absent"),
        ("Each offender sleeps in a shelter with cots and lanterns beneath one roof.", "absent"),
        ("The Bureau need not keep a shelter with cots and lanterns for those who come out alive.", "absent"),
        ("[Repealed by Act 4 of 2019] Each victim sleeps in a shelter with cots and lanterns.", "absent"),
        ("Each victim who testifies sleeps in a shelter with cots and lanterns beneath one roof.", "weak"),
        ("Each victim sleeps, where funds permit, in a shelter with cots and lanterns beneath one roof.", "weak"),
    ],
    ids=[
        "together, and nothing provides",
        "together, and no victim is named",
        "the rule alone",
        "the second reader alone",
        "denied",
        "of offenders",
        "no duty",
        "repealed",
        "if she testifies",
        "if there is money",
    ],
)
def test_neither_alone_and_not_against_the_clause(
    monkeypatch: pytest.MonkeyPatch, cots: Heads, section: str, status: str
) -> None:
    assert _housing(monkeypatch, cots, section).status == status


def test_one_thing_may_be_lacking_and_not_two(monkeypatch: pytest.MonkeyPatch, cots: Heads) -> None:
    monkeypatch.setattr(nearest, "heads", lambda language: cots)
    provided = TOGETHER.replace("sleeps", "shall sleep")
    for section, heading, status in (
        (TOGETHER, "Further provision", "present"),
        (provided, "Escape", "present"),
        (TOGETHER, "Escape", "absent"),
    ):
        report = assess(match([with_section(section, heading)]), ["tip"])
        assert report.ledger.elements[HOUSING].status == status, (section, heading)


def test_the_score_has_to_be_reached(monkeypatch: pytest.MonkeyPatch, cots: Heads) -> None:
    monkeypatch.setattr(nearest, "heads", lambda language: cots)
    likely = nearest.Finder(match([with_section(TOGETHER)])).likely(HOUSING, -99.0)
    assert likely is not None
    for least, status in ((likely[1].score, "present"), (likely[1].score + 0.001, "absent")):
        monkeypatch.setattr(seconded, "LIKELY", least)
        assert _housing(monkeypatch, cots, TOGETHER).status == status


@pytest.mark.parametrize(
    ("title", "status"),
    [("Human Trafficking Act", "present"), ("Penal Code", "absent"), ("Lodging Act", "absent")],
)
def test_in_a_penal_code_or_on_another_matter_rules_alone_find(
    monkeypatch: pytest.MonkeyPatch, cots: Heads, title: str, status: str
) -> None:
    monkeypatch.setattr(nearest, "heads", lambda language: cots)
    crime = "Whoever recruits a person by force for forced labour is liable for trafficking to prison for ten years."
    rest = "".join(f"\n\n{number}. Fees\nThe fee is in schedule {number}." for number in range(3, 12))
    law = law_of(f"{title}\n\n1. Lodging\n{TOGETHER}\n\n2. Trafficking in persons\n{crime}{rest}\n")
    assert assess(match([law]), ["tip"]).ledger.elements[HOUSING].status == status


def test_where_the_second_reader_is_not_asked_nothing_is_found(monkeypatch: pytest.MonkeyPatch, cots: Heads) -> None:
    off = _report(monkeypatch, cots, TOGETHER, pointed=False)
    assert off.ledger.elements[HOUSING].status == "absent"


def test_it_is_told_wherever_the_finding_is(monkeypatch: pytest.MonkeyPatch, cots: Heads) -> None:
    report = _report(monkeypatch, cots, TOGETHER)
    assert "second reader" in ctip_law.render_gap(report, "json")
    told = story(report, DUTY)
    assert "but the section reads like it" in str(told)
