"""What stands on the edge of a rule: the shortest term, a penalty without a term, a part of a section that is cited,
and how a rule is told. Most tables have a row that tells a changed comparison which the other tests let live."""

from __future__ import annotations

import pytest

from ctip_law.knowledge import Rule
from ctip_law.match import match, read_law
from ctip_law.match.graver import child_heavier
from ctip_law.match.trace import in_words
from tests.match.conftest import law_of, with_section

OFFENCE = """Trafficking in Persons Act, 2020

1. Trafficking in persons
A person who recruits, transports or receives another person by threat for the purpose of exploitation commits an
offence of trafficking in persons{penalty}.

2. {heading}
{text}
"""

#: Penalty of the offence, and what another section says; whether a term of imprisonment is found.
TERMS = [
    (" and is liable to imprisonment for six months", "Commencement", "This Act comes into force in May.", True),
    (" and is liable to imprisonment for one year", "Commencement", "This Act comes into force in May.", True),
    (" and is liable to imprisonment for nine years", "Commencement", "This Act comes into force in May.", True),
    ("", "Punishment", "Trafficking in persons is punished with imprisonment for nine years.", True),
    ("", "Punishment", "Trafficking in persons is punished with a fine of nine hundred crowns.", False),
    ("", "Punishment", "Trafficking in persons is a class B felony.", False),
    ("", "Punishment", "Whoever rings a bell at night is liable to imprisonment for nine years.", False),
]


@pytest.mark.parametrize(("penalty", "heading", "text", "found"), TERMS)
def test_a_term_of_imprisonment_however_short_and_no_other_penalty(
    penalty: str, heading: str, text: str, found: bool
) -> None:
    law = law_of(OFFENCE.format(penalty=penalty, heading=heading, text=text))
    finding = match([law]).elements["penalty.custodial"]
    assert (finding.status == "present") == found, finding
    assert all(evidence.quote for evidence in finding.evidence)


#: What a section of a code makes of forced labour beside the offence of trafficking: that purpose is there in part only
#: where the other offence is hardly punished.
BESIDE = [
    ("is guilty of a class B felony", ""),
    ("is liable to imprisonment for nine years", ""),
    ("is liable to imprisonment for one year", "in a minor offence of its own"),
    ("is liable to imprisonment for three years", "in a minor offence of its own"),
    ("is liable to imprisonment for four years", ""),
]
CODE = """Penal Code

Chapter IX. Crimes against liberty

80. Trafficking in persons
Whoever recruits, transports or receives a person by threat for the purpose of sexual exploitation commits trafficking
in persons and is liable to imprisonment for twelve years.

81. Forced labour
Whoever compels a person to perform forced labour {penalty}.

Chapter X. Crimes against property

90. Theft
Whoever takes a thing that is not theirs is liable to imprisonment for two years.
"""


@pytest.mark.parametrize(("penalty", "why"), BESIDE)
def test_an_offence_beside_trafficking_counts_in_part_where_it_hardly_punishes(penalty: str, why: str) -> None:
    finding = match([law_of(CODE.format(penalty=penalty))]).elements["purpose.forced_labour"]
    assert (finding.status, finding.why) == (("weak", why) if why else ("present", "")), finding


#: A section on a child, and whether its penalty is one for trafficking: it must name the offence or cite it.
GRAVER = [
    ("Whoever commits an offence under section 1 against a child is liable to imprisonment for twenty years.", True),
    ("Whoever commits an offence under section 1 against an adult is liable to imprisonment for twenty years.", False),
    ("Whoever commits an offence under section 3 against a child is liable to imprisonment for twenty years.", False),
    ("Whoever rings a bell in the ear of a child is liable to imprisonment for twenty years.", False),
]


@pytest.mark.parametrize(("text", "graver"), GRAVER)
def test_a_penalty_for_what_is_done_to_a_child_is_one_for_the_offence_that_is_cited(text: str, graver: bool) -> None:
    offence = OFFENCE.format(penalty=" and is liable to imprisonment for ten years", heading="Penalty", text=text)
    law = law_of(f"{offence}\n3. Bells\nA person who rings a bell at night is liable to a fine.\n")
    reading = read_law(law)
    assert bool([*child_heavier(reading.body, reading.hits, reading.roles)]) == graver


#: A rule, and the sentence that `explain` tells of it.
TOLD = [
    ({}, "in one sentence, a word for each of: victim; shelter or home"),
    ({"within": 9}, "in one sentence, a word for each of: victim; shelter or home, at most 9 words from the first"),
    (
        {"weak_if": (("discretion",), "an official may")},
        "in one sentence, a word for each of: victim; shelter or home, in part only with discretion (an official may)",
    ),
    (
        {"weak": "in a preamble"},
        "in one sentence, a word for each of: victim; shelter or home, always in part only (in a preamble)",
    ),
]


@pytest.mark.parametrize(("more", "told"), TOLD)
def test_a_rule_is_told_in_words(more: dict[str, object], told: str) -> None:
    given: dict[str, object] = {"id": "x", "element": "protection.housing", "scope": "sentence"}
    rule = Rule(**(given | {"all": (("victim",), ("shelter", "home"))} | more))  # type: ignore[arg-type]
    assert in_words(rule) == told


#: Who is helped, by the part of the law that is cited; a victim is one of the offence.
CITED = [
    ("under section 2", True),
    ("under section 2(1)", True),
    ("under subsection (1) of section 2", True),
    ("under section 3", False),
]


@pytest.mark.parametrize(("cited", "tied"), CITED)
def test_a_part_of_the_offence_is_cited_as_the_offence_is(cited: str, tied: bool) -> None:
    law = with_section(f"The property of a person who is convicted of an offence {cited} shall be forfeited.", "Goods")
    assert len(read_law(law).ties.citing) == 1 + tied  # and what says who is a victim
