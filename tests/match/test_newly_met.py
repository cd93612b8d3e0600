"""What the reader learnt from laws newly met: each row is a manner of drafting, with a near miss beside it."""

from __future__ import annotations

import pytest

from ctip_law.assess.defects import find_defects
from ctip_law.match import match
from tests.match.conftest import FRAME, law_of, with_section

AGENCIES = """{}

1. Licence
No person shall carry on a private recruitment agency without a licence issued by the Minister.

2. Penalty
A person who carries on an agency without a licence is liable to a fine.
"""


@pytest.mark.parametrize(
    ("title", "status"),
    [("Labour Code, 2019", "present"), ("Employment Act, 2019", "present"), ("Fisheries Act, 2019", "absent")],
)
def test_a_law_about_the_thing_itself_need_not_name_trafficking(title: str, status: str) -> None:
    found = match([law_of(AGENCIES.format(title))]).elements["prevention.recruitment_reg"]
    assert found.status == status


LIST = """The victim has the right:
(a) to be told of the case;
(b) to protection from reprisals against him or her or the family, and to join the programme for {}.
"""


def test_what_is_granted_in_a_list_under_the_victim_is_the_victims() -> None:
    law = with_section(LIST.format("witnesses"), "Rights of victims")
    assert match([law]).elements["protection.family_members"].status == "present"
    other = with_section(LIST.format("witnesses").replace("The victim has", "The informer has"), "Informers")
    assert match([other]).elements["protection.family_members"].status == "absent"


#: The penal sentence of a code without headings, by what the section does to whom.
BOUGHT = "brings a person into the country as a slave, or buys or sells a person as a slave"
SLAVES = "A punishment of imprisonment for seven years shall apply to anyone who {}."
CODE = "Penal Code, 2020\n\n1. This Code applies in the country.\n\n2. {}\n\n3. Whoever steals is liable to a fine.\n"


@pytest.mark.parametrize(
    ("does", "element", "status"),
    [
        (BOUGHT, "act.buy_sell", "present"),
        ("brings a carpet into the country, or buys or sells a carpet", "act.buy_sell", "absent"),
    ],
)
def test_a_punishment_that_applies_to_whoever_does_it_makes_an_offence(does: str, element: str, status: str) -> None:
    assert match([law_of(CODE.format(SLAVES.format(does)))]).elements[element].status == status


def test_a_journey_that_is_one_act_among_others_is_not_asked_for() -> None:
    law = law_of(CODE.format(SLAVES.format(BOUGHT)))
    assert "movement-required" not in {defect.id for defect in find_defects(match([law])).named}


GENERAL = """Penal Code, 2020

1. Aggravating circumstances
{} The offence is committed
(a) by a public official in abuse of the office;
(b) against an old or disabled victim.

2. Trafficking in persons
A person who recruits, transports, transfers, harbours or receives another person by force for the purpose of
exploitation commits an offence and is liable to imprisonment for twelve years.
"""


@pytest.mark.parametrize(
    ("opening", "heading", "status"),
    [
        ("The following are aggravating circumstances of any offence:", "Aggravating circumstances", "present"),
        ("The following are to be entered in the register of any customs house:", "The register", "absent"),
    ],
)
def test_circumstances_of_the_general_part_are_those_of_this_offence_too(
    opening: str, heading: str, status: str
) -> None:
    text = GENERAL.format(opening).replace("1. Aggravating circumstances", f"1. {heading}")
    assert match([law_of(text)]).elements["aggravating.public_official"].status == status


FRENCH = """Loi relative à la traite des personnes

Article 1. Quiconque recrute, transporte, transfère ou héberge une personne par la force en vue de son exploitation
est puni :
a) de la réclusion à perpétuité, s'il cause sa mort ;
b) d'un emprisonnement de douze ans dans les autres cas.
"""
SPANISH = """Ley contra la trata de personas

Artículo 1. Quien capte, transporte, traslade o acoja a una persona por la fuerza con fines de explotación será
sancionado:
a) con prisión de veinte años, si causa su muerte;
b) con prisión de doce años en los demás casos.
"""


@pytest.mark.parametrize(("lang", "text"), [("fr", FRENCH), ("es", SPANISH)])
def test_a_penalty_for_the_other_cases_limits_no_act(lang: str, text: str) -> None:
    found = match([law_of(text, lang)]).elements
    assert {found[f"act.{act}"].status for act in ("recruitment", "transportation", "harbouring")} == {"present"}


REACH = """This Act applies to any person who commits an offence under section 2 where
(a) the offence is committed in the country;
(b) the offence is committed on board of a ship that is registered in the country when it is committed; or
(c) the offence is committed outside the country by a citizen.
"""


def test_the_reach_told_above_a_list_of_cases_reaches_each() -> None:
    found = match([with_section(REACH, "Reach of this Act")]).elements
    assert found["jurisdiction.active_personality"].status == "present"
    away = REACH.replace("This Act applies to any person who commits", "The yearbook counts whoever commits")
    missing = match([with_section(away, "Yearbook")]).elements
    assert missing["jurisdiction.active_personality"].status == "absent"


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("the offender has a previous conviction for trafficking in persons, in the country or abroad", "present"),
        ("the offender has committed trafficking in persons in the country or abroad", "absent"),
        ("the offender has a previous conviction for trafficking in persons", "absent"),
    ],
)
def test_a_conviction_abroad_counts(words: str, status: str) -> None:
    section = f"A person who commits trafficking in persons is liable to imprisonment for life where {words}."
    found = match([with_section(section, "Aggravated trafficking")]).elements["coe-25.foreign-sentence"]
    assert found.status == status


BESIDE = """A person who harbours another person, knowing that trafficking in persons was committed, commits an offence
and is liable to a fine or to imprisonment for five years."""


def test_who_is_punished_beside_the_offence_says_nothing_of_a_fine_alone() -> None:
    """The offence itself may not be punished by a fine alone, and the near miss may."""
    ledger = match([with_section(BESIDE)])
    assert ledger.elements["penalty.no_fine_only"].status == "present"
    assert "penalty-fine-alternative" not in {defect.id for defect in find_defects(ledger).named}
    text = ledger.laws[0].text
    own = law_of(text.replace("liable on conviction to imprisonment", "liable to a fine or to imprisonment"))
    assert "penalty-fine-alternative" in {defect.id for defect in find_defects(match([own])).named}


BONDED = """{title}

1. {heading}
{conduct} is punished with imprisonment for three years and a fine.

2. Freed persons
The Government shall register each freed person.
"""
SILENT = {"no-attempt", "no-organising", "no-nonpunishment", "no-legal-person"}


def test_a_law_on_one_form_of_exploitation_is_silent_for_itself() -> None:
    text = BONDED.format(
        title="Bonded Labour (Abolition) Act, 2001",
        heading="Bonded labour",
        conduct="Whoever compels a person to bonded labour",
    )
    assert {defect.id for defect in find_defects(match([law_of(text)])).named} >= SILENT


def test_a_law_on_organs_of_the_dead_is_not() -> None:
    text = BONDED.format(
        title="Transplantation of Human Organs Act, 2001",
        heading="Removal of organs",
        conduct="Whoever removes an organ of a dead person without the consent of the kin",
    )
    assert SILENT.isdisjoint(defect.id for defect in find_defects(match([law_of(text)])).named)


@pytest.mark.parametrize(
    ("duty", "status"),
    [
        ("(2) The Department shall establish a hotline for victims of trafficking in persons.", "present"),
        ("(2) The hotline for victims of trafficking in persons is known to the Department.", "absent"),
    ],
)
def test_a_duty_beside_the_acts_of_the_offence(duty: str, status: str) -> None:
    """One section makes the offence and says what departments shall do about it."""
    law = FRAME.replace("exceeding twelve years.\n", f"exceeding twelve years.\n{duty}\n")
    assert match([law_of(law)]).elements["institution.hotline"].status == status
