"""Words that stand in lists: verbs of help, kinds of slavery, what the word person takes in."""

# ruff: noqa: E501  (tables of clauses, one a line)

from __future__ import annotations

import pytest

from ctip_law import gap
from ctip_law.match import match
from tests.match.conftest import FRAME, law_of, with_section

#: clause -> whether it makes an accomplice of the one who does it
HELP = [
    ("A person who organises, commands, aids, advises, encourages or procures another person to commit an offence under section 2 commits an offence.", True),
    ("A person who counsels, facilitates or encourages another to commit an offence under section 2 commits an offence.", True),
    ("A person who assists or procures any other person to commit the offence commits an offence.", True),
    # near-misses
    ("A person who advises, encourages or procures another to leave the house keeps a list of the offences.", False),
    ("The Board encourages another office to commit funds to the training of officers.", False),
    ("An officer assists the person to complete a form about the offence.", False),
]  # fmt: skip


@pytest.mark.parametrize(("clause", "found"), HELP, ids=[clause[:60] for clause, _ in HELP])
def test_a_list_of_verbs_of_help(clause: str, found: bool) -> None:
    finding = match([with_section(clause)]).elements["participation.accomplice"]
    assert (finding.status == "present") is found


#: A disqualification for a conviction makes nothing punishable.
CONVICTED = [
    "A person is disqualified from the Board if convicted of an offence under section 2, of an attempt to commit such an offence, or of being an accessory to such an offence.",
    "No licence is given to a person who has been convicted of attempting or abetting an offence under section 2.",
    "A member leaves the Board on conviction of the offence or of an attempt to commit it.",
]


@pytest.mark.parametrize("clause", CONVICTED, ids=[clause[:60] for clause in CONVICTED])
def test_a_conviction_that_disqualifies_punishes_no_attempt(clause: str) -> None:
    elements = match([with_section(clause, "Board")]).elements
    assert elements["participation.attempt"].status != "present"
    assert elements["participation.accomplice"].status != "present"


#: what exploitation includes -> status of slavery is "absent"
SLAVERY = [
    ("forced labour, slavery, servitude", False),
    ("forced labour, slavery or practices similar to slavery", False),
    ("forced labour, practices similar to slavery or servitude", True),
    ("forced labour, debt bondage or conditions similar to slavery", True),
    ("forced labour, a position similar to that of a slave", True),
]


@pytest.mark.parametrize(("aims", "absent"), SLAVERY)
def test_what_is_similar_to_slavery_is_no_slavery(aims: str, absent: bool) -> None:
    text = FRAME.replace("forced labour, slavery, servitude", aims)
    finding = match([law_of(text)]).elements["purpose.slavery"]
    assert (finding.status == "absent") is absent


#: what the word person includes -> whether the law is silent on companies
PERSONS = [
    ('"person" includes a juristic person and a partnership.', False),
    ('"person" includes any company or association of persons.', False),
    ('"person" means a natural person or a body corporate.', False),
    ('"person" includes a child.', True),
    ('"officer" includes a person employed in the house.', True),
]


@pytest.mark.parametrize(("entry", "silent"), PERSONS)
def test_a_person_may_be_a_company(entry: str, silent: bool) -> None:
    report = gap([with_section(f"In this Act {entry}", "Meaning of words")], against="tip")
    assert ("no-legal-person" in {defect.id for defect in report.defects}) is silent


AMENDING = """Houses (Amendment) Act 2020

1. Short title
This Act may be cited as the Houses (Amendment) Act 2020.

2. Amendment of the Houses Act
{}

3. Commencement
This Act is in force.
"""
NEW = "“5A. Care\nThe Ministry shall provide a victim of trafficking in persons with medical treatment and a place to live.”."


@pytest.mark.parametrize(
    ("clause", "status"),
    [
        (f"The Houses Act 1999 is amended by inserting after section 5 the following section:\n{NEW}", "present"),
        ("Section 5 of the Houses Act 1999 is amended by inserting after “shelter” the words “and medical treatment for a "
         "victim of trafficking in persons”.", "absent"),
        ("Section 5 of the Houses Act 1999 (medical treatment of victims of trafficking in persons) is repealed.", "absent"),
    ],
)  # fmt: skip
def test_a_section_that_is_put_into_a_law_is_read_as_its_text(clause: str, status: str) -> None:
    finding = match([law_of(AMENDING.format(clause))]).elements["protection.medical"]
    assert (finding.status == "present") is (status == "present")
