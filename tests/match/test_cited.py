"""Aims that an offence tells by citing where they are told, and acts that are but a piece of the crime's name."""

# ruff: noqa: E501 (tables of clauses)

from __future__ import annotations

import pytest

from ctip_law.match import match, read_law
from tests.match.conftest import law_of

ACT = """Trade in Persons Act, 2020

1. Words
(1) In this Act a unit is a unit of the police.
(2) The aims of exploitation are to profit from the prostitution of others, to obtain forced labour, and to hold a person in slavery.

2. Basic offence
{}

3. Fees
The Minister may lay down fees.
"""
FOR = (
    "Whoever, {} section 1{}, hires another person, conveys that person, keeps that person hidden or takes that person in, and for "
    "this uses threats, force or deception, is punished with imprisonment for ten years."
)


@pytest.mark.parametrize(
    ("words", "part", "told"),
    [
        ("for one of the aims set out in", "(2)", True),
        ("for any of the purposes described in", "(2)", True),
        # the section cited tells no aims
        ("for one of the aims set out in", "(1)", False),
        # the section is cited for something else
        ("being one of the officers set out in", "(2)", False),
    ],
)
def test_the_offence_cites_its_aims(words: str, part: str, told: bool) -> None:
    reading = read_law(law_of(ACT.format(FOR.format(words, part))))
    section = reading.body.sections[1].unit
    cited = [hit for hit in reading.hits.get("core.purpose", []) if section.start <= hit[0] < section.end]
    assert bool(cited) is told


@pytest.mark.parametrize(
    ("text", "sold"),
    [
        # the name of the crime sells nobody
        ("An officer who notices trade in persons tells the unit.", False),
        ("Whoever sells or buys another person for forced labour is punished with imprisonment for ten years.", True),
    ],
)
def test_a_piece_of_the_name_of_the_crime_is_no_act(text: str, sold: bool) -> None:
    reading = read_law(law_of(ACT.format(text)))
    section = reading.body.sections[1].unit
    assert any(section.start <= hit[0] < section.end for hit in reading.hits.get("act.buy_sell", [])) is sold


CLOSED = """Trafficking in Persons Act, 2020

1. Words
In this Act, "exploitation" {} the following: forced labour, slavery, servitude and the removal of organs.

2. Trafficking in persons
A person who recruits or receives another person by threat for the purpose of exploitation commits an offence.
"""


@pytest.mark.parametrize("means", ["means", "means exclusively", "means only"])
def test_a_closed_list_of_aims_limits_none_of_them(means: str) -> None:
    elements = match([law_of(CLOSED.format(means))]).elements
    assert {elements[f"purpose.{aim}"].status for aim in ("forced_labour", "slavery", "servitude", "organs")} == {"present"}


JURISDICTION = """Trafficking in Persons Act, 2020

1. Trafficking in persons
A person who recruits or receives another person by threat for the purpose of exploitation commits an offence.

2. Jurisdiction
This Act applies to {} who commits the offence abroad.
"""


def test_jurisdiction_over_nationals_is_not_limited_to_them() -> None:
    finding = match([law_of(JURISDICTION.format("a national of the Republic"))]).elements["jurisdiction.active_personality"]
    assert finding.status == "present"
