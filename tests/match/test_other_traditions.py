"""Clauses as drafters of other traditions and of plain language word them, alone in a law on trafficking: what provides
an element, what provides it in part, and what only looks like it."""

from __future__ import annotations

import pytest

from ctip_law.match import match
from tests.match.conftest import law_of

LAW = """TRAFFICKING IN PERSONS (SUPPRESSION) ACT

1. This Act may be cited as the Trafficking in Persons (Suppression) Act.

2. In this Act, "victim" means a victim of an offence of trafficking in persons.

3. {}
"""
ROWS = [
    # a means by the part of the offence that it makes out, and force that is used in some other matter
    ("means.fraud", "present", "It counts as a means if the accused set up a sham agency and so tricked the victim."),
    ("means.force", "present", "It is a sufficient means that the accused beat the victim or tied up the victim."),
    ("means.force", "absent", "The police may use force to enter a place named in the warrant."),
    ("means.threat", "weak", "A pawnbroker who traffics in a person by means of a threat commits an offence."),
    # a purpose by its place in the offence
    (
        "purpose.begging",
        "present",
        "The prohibited purposes include sending a pupil to beg for the gain of a master.",
    ),
    ("purpose.begging", "absent", "The Council shall set up a programme for pupils who beg."),
    ("purpose.criminality", "present", "Exploitation includes the compelled commission by a person of any offence."),
    ("purpose.forced_labour", "absent", "Work done by a prisoner shall not be regarded as forced labour."),
    # sentences
    ("aggravating.multiple_victims", "present", "The offence is aggravated if it involved 3 or more victims."),
    (
        "aggravating.child_victim",
        "present",
        "The court shall treat it as making the crime worse that it was done to a child.",
    ),
    (
        "aggravating.child_victim",
        "absent",
        "Where the convicted person is a minor, the court shall pass no sentence of imprisonment.",
    ),
    ("aggravating.vulnerable_victim", "weak", "The court may increase the sentence if the victim was blind."),
    ("aggravating.death_injury", "absent", "The death of the victim shall not be considered in fixing the sentence."),
    # groups and companies
    (
        "participation.conspiracy",
        "present",
        "Whoever is privy to a scheme between two persons to commit trafficking commits an offence.",
    ),
    (
        "legal_person.criminal_civil_admin",
        "present",
        "The company shall be liable to a fine, without prejudice to any suit for damages.",
    ),
    (
        "laundering.acquisition",
        "present",
        "You commit an offence if you keep or use property and know that it came from crime.",
    ),
    # jurisdiction
    (
        "jurisdiction.no_dual_crim",
        "present",
        "It is immaterial whether the act was or was not an offence under the law of the place where it was done.",
    ),
    (
        "jurisdiction.no_dual_crim",
        "absent",
        "This Act applies abroad in cases where the act is a crime under the law of that place.",
    ),
    # scope
    ("scope.no_movement", "present", "You can traffic a person without moving them anywhere."),
    (
        "scope.exploitation_not_required",
        "present",
        "Whether the victim was in fact exploited shall be of no consequence to the guilt of the accused.",
    ),
    (
        "scope.any_person",
        "present",
        "It does not matter whether the person who is trafficked is a man, a woman or a child.",
    ),
    # offences beside it
    (
        "related_offence.use_services",
        "present",
        "You commit an offence if you use a service provided by a person and know that the person has been trafficked.",
    ),
    (
        "related_offence.false_recruit",
        "present",
        "A person commits an offence who hires workers by telling them things about the pay that are not true.",
    ),
    (
        "related_offence.use_services",
        "absent",
        "A customer who uses a service provided by a trafficked person violates no provision of this Act.",
    ),
]


@pytest.mark.parametrize(("element", "status", "text"), ROWS)
def test_a_clause_in_the_words_of_another_tradition(element: str, status: str, text: str) -> None:
    finding = match([law_of(LAW.format(text))]).elements.get(element)
    assert (finding.status if finding else "absent") == status
