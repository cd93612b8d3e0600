"""An offence that a law calls by a name of its own, tells under its name alone, or leaves in part to other sections."""

from __future__ import annotations

import pytest

from ctip_law.match import match, read_law
from tests.match.conftest import law_of

OWN = """{title}

1. Interpretation
In this Act—
"bent one" means a person {meaning};
"gain" means any profit.

2. {heading}
A person who moves, lodges or receives another person by threats, in order to exploit that person, is liable to
imprisonment for ten years.

3. {third}
The Authority keeps the lamps.

4. Bells
The Authority rings the bells for the {whom}.

5. Care
The Authority provides the bent one with medical care.
"""


@pytest.mark.parametrize(
    ("title", "heading", "named"),
    [
        ("Bending and Breaking of Persons Act, 2021", "Bending of persons", True),
        ("Act on the Persons and their Bending, 2021", "Bending of persons", True),
        # a word that the title has not, and one word alone
        ("Breaking of Persons Act, 2021", "Bending of persons", False),
        ("Bending Act, 2021", "Bending", False),
        ("Bending Act, 2021", "Bending of it", False),
    ],
)
def test_the_title_may_hold_the_name_in_another_order(title: str, heading: str, named: bool) -> None:
    text = OWN.format(title=title, heading=heading, third="Lamps", meaning="who bends", whom="town")
    hits = read_law(law_of(text)).hits.get("core.trafficking", [])
    assert bool(hits) is named


@pytest.mark.parametrize(
    ("meaning", "whom", "about"),
    [
        ("against whom an offence under section 2 has been committed", "bent one", "trafficking"),
        # by the number of another section, and where hardly a section speaks of such a person
        ("against whom an offence under section 4 has been committed", "bent one", ""),
        ("who has been hurt by an offence", "bent one", ""),
        # who the offence is done to is told in the entry of something else
        ("who keeps a victim of an offence under section 2 at home", "victim", ""),
    ],
)
def test_a_law_whose_victims_are_those_of_its_offence_is_about_it(meaning: str, whom: str, about: str) -> None:
    text = OWN.format(title="Harbour Act, 2021", heading="Penalty", third="Lamps", meaning=meaning, whom=whom)
    assert read_law(law_of(text)).ties.about == about


CODE = """Penal Code, 2021

1. Theft
Whoever steals a kite is liable to a fine.

2. {}
Every person who is concerned in the trafficking of {} is liable to imprisonment for twenty years.

3. Kites
Whoever cuts a string is liable to a fine.
"""


@pytest.mark.parametrize(
    ("heading", "whom", "known"),
    [
        ("Trafficking in persons", "a person", True),
        ("Trafficking in children", "a child", True),
        ("Human trafficking", "a person", True),
        # a heading that says more than the name
        ("Reports of trafficking in persons", "a person", False),
        ("Help for trafficked persons", "a person", False),
        ("Trafficked persons", "a person", False),
    ],
)
def test_a_penalty_under_the_name_of_the_offence_alone_makes_it(heading: str, whom: str, known: bool) -> None:
    reading = read_law(law_of(CODE.format(heading, whom)))
    assert ("its name alone, punished" in reading.roles.scores[reading.body.sections[1].eid][1]) is known
    assert ([section.num for section in reading.roles.main_sections] == ["2"]) is known


def test_a_heading_alone_punishes_nothing() -> None:
    told = CODE.format("Trafficking in persons", "a person").replace("liable to imprisonment for twenty years", "told")
    reading = read_law(law_of(told))
    assert "its name alone, punished" not in reading.roles.scores[reading.body.sections[1].eid][1]


CITING = """Trafficking in Persons Act, 2021

1. Trafficking in persons
A person who recruits or harbours another for the purpose of {} commits an offence and is liable to imprisonment for
ten years.

2. Forced labour
A person who uses {} to compel another to provide forced labour commits an offence.

3. Lamps
A person who breaks a lamp by deceit commits an offence.
"""


@pytest.mark.parametrize(
    ("aim", "means", "status"),
    [
        ("forced labour in violation of section 2", "deception", "present"),
        # the section cited holds no means, no aim leads to its number, none is cited
        ("forced labour in violation of section 2", "words", "absent"),
        ("forced labour as it is told and described at some length in section 2", "deception", "absent"),
        ("forced labour in violation of the law", "deception", "absent"),
    ],
)
def test_the_sections_that_punish_what_the_offence_aims_at_tell_its_means(aim: str, means: str, status: str) -> None:
    assert match([law_of(CITING.format(aim, means))]).elements["means.deception"].status == status


def test_a_place_that_is_not_the_offence_draws_nothing_in() -> None:
    text = CITING.format("gain", "deception").replace("by deceit", "for forced labour in violation of section 2")
    assert match([law_of(text)]).elements["means.deception"].status == "absent"


CONSENT = """Trafficking in Persons Act, 2021

1. Trafficking in persons
A person who recruits or harbours another by force for the purpose of exploitation commits an offence and is liable to
imprisonment for ten years.

2. Defences
It is not a defence in a prosecution under this Act that {}.
"""


@pytest.mark.parametrize(
    ("said", "adult"),
    [
        ("the victim consented to the exploitation", "present"),
        ("the minor consented to the act", "absent"),
        ("the consent of the child was given", "absent"),
        # in one breath with the victim's own
        ("the consent of the victim was given, or the child consented", "present"),
    ],
)
def test_a_childs_consent_is_no_adults(said: str, adult: str) -> None:
    assert match([law_of(CONSENT.format(said))]).elements["consent.irrelevant_adult"].status == adult
