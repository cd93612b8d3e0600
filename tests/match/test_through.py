"""What a law says of an element through another one, or of everyone: found in part, and said so."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ctip_law.knowledge.through import through
from ctip_law.match import match
from ctip_law.model import ElementFinding, Law
from tests.match.conftest import law_of, with_section

Find = Callable[[Law, str], ElementFinding]

#: heading and text of a section beside the offence, element, how it is found, what is said of it
THROUGH = [
    ("Work", "A victim who holds a residence permit may take up employment.", "protection.nonnational", "present", ""),
    (
        "Evidence",
        "A victim may give evidence by video link.",
        "protection.privacy",
        "weak",
        "the identity is not to be published",
    ),
    (
        "Instigation",
        "A person who incites another to commit an offence under section 2 commits an offence.",
        "participation.organise",
        "weak",
        "instigating others",
    ),
    (
        "Consent",
        "The consent of a victim to the exploitation is irrelevant.",
        "consent.irrelevant_child",
        "weak",
        "a child's consent is not named",
    ),
    ("Fund", "A fund for victims of trafficking is established.", "protection.compensation_state", "weak", "a fund"),
    # nothing of the kind is said
    ("Records", "The registrar shall keep a record of births.", "protection.nonnational", "absent", "no rule"),
    ("Records", "The registrar shall keep a record of births.", "participation.organise", "absent", "no rule"),
    ("Newspapers", "Every newspaper shall print the name of its owner.", "protection.privacy", "absent", "no rule"),
    # said itself: nothing is needed of another
    (
        "Directing",
        "A person who organises or directs others to commit an offence under section 2, or incites another to do so, "
        "commits an offence.",
        "participation.organise",
        "present",
        "",
    ),
]


@pytest.mark.parametrize(("heading", "text", "element", "status", "why"), THROUGH, ids=lambda value: str(value)[:28])
def test_an_element_is_found_through_another_one(
    heading: str, text: str, element: str, status: str, why: str, find: Find
) -> None:
    finding = find(with_section(text, heading), element)
    assert finding.status == status
    assert why in finding.why
    assert bool(finding.evidence) is (status != "absent")


def test_the_words_of_the_other_are_cited(find: Find) -> None:
    law = with_section("A fund for victims of trafficking is established.", "Fund")
    assert find(law, "protection.compensation_state").evidence == find(law, "protection.fund").evidence


def test_a_weak_finding_says_nothing_whole() -> None:
    """Only what `weakly` names lets an element that is itself in part answer for another."""
    assert "status.work" in through()["protection.nonnational"].whole
    law = with_section("The Minister may permit a victim to work as far as resources allow.", "Work")
    found = match([law]).elements
    assert found["status.work"].status == "weak"
    assert found["protection.nonnational"].status != "present"
    assert found["protection.employment"].status == "weak"


def test_no_element_is_said_through_one_that_is_said_through_it() -> None:
    """Two elements that stand for each other would make one finding out of none."""
    table = through()
    for id, one in table.items():
        for other in one.others:
            back = table.get(other)
            assert back is None or id not in back.others, (id, other)


CODE = """Penal Code, 1990

{n}. Bribery
A public officer who takes a bribe commits an offence and is liable to imprisonment for five years.

{m}. {heading}
{text}
"""

#: a section of a code without a word on trafficking, element, how it is found
GENERAL = [
    (
        "Patronising prostitution",
        "A person commits an offence who pays another for a sexual act and is liable to imprisonment for one year.",
        "prevention.demand",
        "weak",
    ),
    (
        "Wages",
        "A person commits an offence who pays another less than the wage agreed and is liable to a fine.",
        "prevention.demand",
        "absent",
    ),
    (
        "Passports",
        "A person who forges a passport commits an offence and is liable to imprisonment for three years.",
        "border.doc_integrity",
        "weak",
    ),
    (
        "Coins",
        "A person who forges a coin commits an offence and is liable to imprisonment for three years.",
        "border.doc_integrity",
        "absent",
    ),
]


@pytest.mark.parametrize(("heading", "text", "element", "status"), GENERAL, ids=lambda value: str(value)[:28])
def test_what_is_said_of_everyone_is_weak(heading: str, text: str, element: str, status: str, find: Find) -> None:
    law = law_of(CODE.format(n=100, m=101, heading=heading, text=text))
    assert find(law, element).status == status


AIMS = """Human Trafficking Act, 2020

1. Definitions
"minor" means an individual less than eighteen years of age.

2. Trafficking an individual
(1) A person commits the offence of trafficking if the person recruits, transports, harbours or receives another in
furtherance of forced labour in violation of section 3 or sexual servitude in violation of section 4.
(2) Trafficking an individual who is a minor is punished with imprisonment for thirty years.

3. Forced labour
(1) {labour}
(2) Forced labour of a minor is punished with imprisonment for thirty years.

4. Sexual servitude
(1) A person commits the offence of sexual servitude who makes a minor available for commercial sexual activity.
"""


@pytest.mark.parametrize(
    ("labour", "status"),
    [
        ("A person commits the offence of forced labour who by threat compels an individual to work.", "weak"),
        ("A person commits the offence of forced labour who keeps an individual in forced labour.", "present"),
        ("Forced labour is committed by whoever by threat compels an adult, or induces a minor, to work.", "present"),
    ],
)  # fmt: skip
def test_a_cited_aim_that_asks_for_a_means_of_everybody(labour: str, status: str, find: Find) -> None:
    """The offence names no means, and the forced labour that it cites is no offence without one, for a minor either."""
    finding = find(law_of(AIMS.format(labour=labour)), "child.no_means")
    assert finding.status == status
    assert ("section 3, which it cites" in finding.why) is (status == "weak")
