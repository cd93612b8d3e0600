"""A child victim makes the offence graver where the trafficking of a child has a heavier penalty of its own."""

from __future__ import annotations

import pytest

from ctip_law.match import match
from ctip_law.match.graver import _heavier, _rank
from ctip_law.model import Penalty
from tests.match.conftest import law_of

ACT = """Trafficking in Persons Act, 2020

1. Trafficking in persons
A person who recruits, transports or receives another person by threat for the purpose of exploitation commits an
offence of trafficking in persons and is liable to imprisonment for {usual}.

2. {heading}
{text}
"""


@pytest.mark.parametrize(
    ("usual", "heading", "text", "graver"),
    [
        (
            "ten years",
            "Trafficking in children",
            "A person who traffics in a child is liable to imprisonment for twenty years.",
            True,
        ),
        (
            "ten years",
            "Minors",
            "(1) Where that person is a child, section 1 is read without the words “by threat”.\n"
            "(2) Whoever is convicted under subsection (1) is liable to imprisonment for life.",
            True,
        ),
        # no heavier
        (
            "ten years",
            "Trafficking in children",
            "A person who traffics in a child is liable to imprisonment for ten years.",
            False,
        ),
        (
            "life",
            "Trafficking in children",
            "A person who traffics in a child is liable to imprisonment for twenty years.",
            False,
        ),
        # not the child is trafficked, or children are left out
        (
            "ten years",
            "Records",
            "A registrar who loses the record of a birth is liable to imprisonment for twenty years.",
            False,
        ),
        (
            "ten years",
            "Adults",
            "A person who traffics in a person other than a child is liable to imprisonment for twenty years.",
            False,
        ),
    ],
)
def test_a_heavier_penalty_of_its_own(usual: str, heading: str, text: str, graver: bool) -> None:
    finding = match([law_of(ACT.format(usual=usual, heading=heading, text=text))]).elements["aggravating.child_victim"]
    rules = {evidence.rule for evidence in finding.evidence}
    assert ("derived.child-heavier" in rules) is graver


@pytest.mark.parametrize(
    ("heavier", "lighter"),
    [
        ("class AA felony", "class A felony"),
        ("Class A felony", "class B felony"),
        ("Class IB felony", "Class II felony"),
        ("Class I felony", "Class II felony"),
        ("Class IV felony", "Class V felony"),
        ("class 2 felony", "class 3 felony"),
        ("felony of the first degree", "second degree felony"),
    ],
)
def test_the_graver_class(heavier: str, lighter: str) -> None:
    one, two = (Penalty("1", "s1", "", 0, 1, grade=grade) for grade in (heavier, lighter))
    assert _heavier(one, two)
    assert not _heavier(two, one)
    assert not _heavier(one, one)


@pytest.mark.parametrize(
    "pair", [("class A felony", "first degree felony"), ("class 1 felony", "class A felony"), ("", "class A felony")]
)
def test_classes_of_two_kinds_are_not_compared(pair: tuple[str, str]) -> None:
    one, two = (Penalty("1", "s1", "", 0, 1, grade=grade) for grade in pair)
    assert not _heavier(one, two)
    assert not _heavier(two, one)


@pytest.mark.parametrize(
    ("one", "two", "heavier"),
    [
        ((None, 20.0), (None, 10.0), True),
        ((5.0, 10.0), (3.0, 10.0), True),
        ((3.0, 10.0), (3.0, 10.0), False),
        ((9.0, 10.0), (1.0, 11.0), False),
    ],
)
def test_a_longer_term_or_a_higher_floor(
    one: tuple[float | None, float], two: tuple[float | None, float], heavier: bool
) -> None:
    first, second = (Penalty("1", "s1", "", 0, 1, min_years=low, max_years=top) for low, top in (one, two))
    assert _heavier(first, second) is heavier


def test_a_class_without_a_name_has_no_rank() -> None:
    assert _rank("felony") is None
