"""What a bill must draft along, must ask, and must not take from the law."""

# ruff: noqa: E501  (a law, one section a line)

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from ctip_law import parse
from ctip_law.analyse import gap
from ctip_law.bill import Bill, amending_bill
from ctip_law.bill.plan import plan_of
from ctip_law.errors import UsageError
from tests.bill.statutes import LETTERED, SECTIONS

#: A law on another matter with one offence against children.
CHILDREN = """CHILD TRADE ACT 2001

1. Short title
This Act may be cited as the Child Trade Act 2001.

2. Sexual trade in children
It is unlawful knowingly to recruit, harbour or transport a person who will be made to engage in a commercial sex act, knowing that the person has not attained the age of eighteen years.

3. Records
The registrar keeps a record of each conviction.
"""
#: An offence whose penalty is named by its class alone.
CLASSED = re.sub(
    r"commits an offence and shall on conviction be liable to imprisonment[^.]*\.",
    "commits a felony of the second degree.",
    SECTIONS,
    count=1,
)


def bill(text: str, **given: object) -> Bill:
    law = parse("-", stdin=text.encode(), lang="en")
    return amending_bill([law], **{"against": "tip", **given})  # type: ignore[arg-type]


def models(made: Bill) -> set[str]:
    return {section.provision for change in made.changes for section in change.sections}


def test_no_verdict_is_worse_where_an_offence_against_all_joins_one_against_children() -> None:
    made = bill(CHILDREN)
    assert made.proof is not None
    assert "offence" in models(made)
    assert [row.id for row in made.proof.rows if row.worse] == []
    assert made.proof.sound, made.proof.failures


def test_what_a_bill_would_take_from_the_law_is_drafted_along() -> None:
    report = gap([parse("-", stdin=SECTIONS.encode(), lang="en")], against="tip")
    assert "child-definition" not in plan_of(report).wanted
    kept = plan_of(report, endangered={"tip-3d": ["child.under18"]})
    assert "tip-3d" in kept.wanted["child-definition"]
    assert "tip-3d" in kept.asked
    left = plan_of(report, endangered={"tip-3d": ["child.under18"]}, without=["tip-3d"])
    assert "child-definition" not in left.wanted


@pytest.mark.parametrize(
    ("text", "drafted"),
    [(CHILDREN, True), (SECTIONS, False)],  # with an offence of its own the law is asked what it means by it
)
def test_an_offence_is_not_drafted_without_what_it_means(text: str, drafted: bool) -> None:
    report = gap([parse("-", stdin=text.encode(), lang="en")], against="tip")
    unclear = tuple(
        replace(one, status="unclear", missing=("act.transfer",)) if one.id == "tip-3a" else one
        for one in report.provisions
    )
    plan = plan_of(replace(report, provisions=unclear))
    assert ("trafficking-definition" in plan.wanted) is drafted
    assert (("tip-3a",) in [question.ids for question in plan.questions]) is not drafted


def test_a_penalty_by_class_is_asked_about_and_no_second_offence_drafted() -> None:
    made = bill(CLASSED)
    asked = [question for question in made.questions if question.ids == ("tip-5-1",)]
    assert len(asked) == 1
    assert "section 3 punishes by a class" in asked[0].words
    assert "offence" not in models(made)
    assert "offence" in models(bill(CLASSED, also=["tip-5-1"]))


@pytest.mark.parametrize(
    ("said", "old", "new"),
    [
        ("under the age of sixteen years", "sixteen", "eighteen"),
        ("under the age of sixteen (16) years", "sixteen (16)", "eighteen (18)"),
        ("under the age of 16 years", "16", "18"),
    ],
)
def test_an_age_that_is_said_twice_is_changed_twice(said: str, old: str, new: str) -> None:
    made = bill(LETTERED.replace("under the age of sixteen years", said))
    order = next(change.order for change in made.changes if change.kind == "words")
    assert f"{old} years" in order
    assert f"{new} years" in order


#: A law on another matter that has victims, of something else.
WORKERS = """WORKERS ABROAD ACT 2005

1. Short title
This Act may be cited as the Workers Abroad Act 2005.

2. Agents
(1) An agent sends workers abroad only with a licence.
(2) An agent who sends a worker without a licence commits an offence and is liable to imprisonment for two years.

3. Redress
The victim of an agent may complain to the registrar.
"""


@pytest.mark.parametrize(
    ("text", "own"),
    [(WORKERS, True), (WORKERS.replace("The victim of an agent", "A worker"), False), (SECTIONS, False)],
)
def test_the_victims_of_another_matter_are_not_those_of_trafficking(text: str, own: bool) -> None:
    made = bill(text, measures=True, strength="optional")
    said = "\n".join(change.quoted for change in made.changes)
    assert ("every victim of trafficking in persons who is in" in said) is own
    assert bool(re.search("“victim of trafficking in persons” means", said)) is own
    assert made.proof is not None
    assert made.proof.lost == ()
    open_ = [row.id for row in made.proof.rows if row.asked and row.after in ("gap", "partial")]
    assert open_ == []


def test_a_duty_to_be_answered_and_left_alone_is_refused() -> None:
    report = gap([parse("-", stdin=SECTIONS.encode(), lang="en")], against="tip")
    with pytest.raises(UsageError, match="to be answered and to be left alone"):
        plan_of(report, also=["tip-6-6"], without=["tip-6-6"])
