"""Persons whom a section means for victims, since it said before who they are."""

# ruff: noqa: E501 (tables of clauses)

from __future__ import annotations

import pytest

from ctip_law.match import match
from tests.match.conftest import law_of, with_section

FRAME = """Victims of Crime Act, 2021

1. Fees
The Authority may charge fees.

2. Reports
The Authority answers letters within a week.

3. Post
Letters are kept.
"""

APPLIES = """The Department must ensure that a person to whom this section applies is given lodging.
(2) This section applies to a person if {}.
(3) The help includes medical care for that person."""
ROWS = (
    # element, status, section
    ("protection.medical", "present", APPLIES.format("there are grounds to believe that the person is a victim of crime")),
    ("protection.medical", "absent", APPLIES.format("the person is a sailor of the fleet")),
    ("protection.housing", "present", "An officer shall note the name of a victim.\n(2) That person shall be given lodging in a shelter."),
    ("protection.housing", "absent", "An officer shall note the name of a victim and of the accused.\n(2) That person shall be given lodging in a shelter."),
)  # fmt: skip


@pytest.mark.parametrize(("element", "status", "section"), ROWS)
def test_a_section_names_its_person_once(element: str, status: str, section: str) -> None:
    law = law_of(f"{FRAME}\n4. Help\n(1) {section}\n")
    assert match([law]).elements[element].status == status


@pytest.mark.parametrize(
    ("first", "status"),
    [("Where a foreigner is a victim of trafficking in persons, the police tell the Minister.", "present"),
     ("Where a foreigner is a sailor, the police tell the Minister.", "absent")],
)  # fmt: skip
def test_the_person_referred_to_in_a_section_on_victims(first: str, status: str) -> None:
    law = law_of(
        "Foreigners and Ports Act, 2021\n\n1. Fees\nThe Authority may charge fees.\n\n2. Reports\nLetters are answered.\n\n"
        f"3. Telling\n{first}\n\n4. Time to think\nThe Minister shall grant the person referred to in section 3 a period of"
        " reflection of ninety days in which no removal shall be carried out.\n"
    )
    assert match([law]).elements["status.reflection"].status == status


@pytest.mark.parametrize(
    ("heading", "status"), [("Child complainants", "present"), ("Complainants", "absent"), ("Officers", "absent")]
)
def test_a_section_on_child_complainants_by_its_heading_means_children(heading: str, status: str) -> None:
    law = law_of(f"{FRAME}\n4. {heading}\nThe officer shall ensure that interviews with the complainant are carried out by "
                 "trained persons and in rooms made for it.\n")  # fmt: skip
    assert match([law]).elements["child.interview"].status == status


@pytest.mark.parametrize(
    ("status", "why", "whom"),
    [
        ("present", "", "each victim of trafficking"),
        ("weak", "for women only", "women victims of trafficking"),
        ("weak", "for children only", "child victims of trafficking"),
        ("present", "", "victims of trafficking, in particular women and children,"),
        ("present", "", "victims, also women,"),
        ("present", "", "women and other victims of trafficking"),
    ],
)
def test_whom_a_duty_leaves_out(status: str, why: str, whom: str) -> None:
    found = match([with_section(f"The Board shall provide {whom} with shelter.")]).elements["protection.housing"]
    assert (found.status, found.why) == (status, why)


HELPED = """Trafficking in Persons Act, 2021

1. Trafficking in persons
A person who recruits or receives another person by threat for the purpose of exploitation commits an offence.

2. Care
{}
"""


@pytest.mark.parametrize(
    ("text", "status"),
    [
        # several kinds of help, and nobody else is named
        ("The holder of a certificate shall be given lodging in a shelter, medical treatment, and food and clothing.", "present"),
        # one kind, or somebody else
        ("The holder of a certificate shall be given medical treatment.", "absent"),
        ("A prisoner shall be given lodging in a shelter, medical treatment, and food and clothing.", "absent"),
    ],
)  # fmt: skip
def test_a_section_that_gives_several_kinds_of_help_means_the_victims(text: str, status: str) -> None:
    assert match([law_of(HELPED.format(text))]).elements["protection.medical"].status == status
