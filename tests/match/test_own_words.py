"""The law's own word for a victim, and its own name for the offence."""

from __future__ import annotations

import pytest

from ctip_law.match import match, read_law
from tests.match.conftest import law_of

TERMS = """Trafficking in Persons Act, 2021

1. Interpretation
In this Act—
"Authority" means the Harbour Authority;
"{}" means {}.

2. Care
The Authority shall provide the {} with medical care.
"""
ROWS = (
    # term, its meaning, whether what is owed to it is owed to a victim
    ("sufferer", "the natural person upon whom harm has fallen by reason of an offence under this Act", True),
    ("wronged one", "a person in respect of whom an offence under this Act has been committed", True),
    ("protected party", "any person who has suffered an offence under this Act", True),
    # who committed it, who is accused of it, who looks into it, who saw it
    ("wrongdoer", "a person who has committed an offence under this Act", False),
    ("remanded one", "a person accused of an offence under this Act that has been tried", False),
    ("inspector", "a police officer to whom an offence under this Act has been reported", False),
    ("onlooker", "a person who is a witness to an offence under this Act and has been heard", False),
    # a person of whom no offence is told, and a thing
    ("boarder", "a person who has been given a bed in a harbour", False),
    ("register", "the book in which a person against whom an offence under this Act was committed is entered", False),
)  # fmt: skip


@pytest.mark.parametrize(("term", "meaning", "owed"), ROWS, ids=[row[0] for row in ROWS])
def test_a_term_for_the_victim(term: str, meaning: str, owed: bool) -> None:
    found = match([law_of(TERMS.format(term, meaning, term))]).elements["protection.medical"].status
    assert (found == "present") is owed


NAMED = """{}

CHAPTER 1
{}

1. {}
A person who recruits, transports or harbours another by force for the purpose of exploitation is liable to imprisonment
for ten years.

CHAPTER 2
OTHER MATTERS

2. Lamps
The Authority lights the lamps.

3. Bells
The Authority rings the bells.

4. Care
The Authority shall provide each victim with medical care.
"""


@pytest.mark.parametrize(
    ("title", "chapter", "heading", "status"),
    [
        ("Bending of Persons Act, 2021", "BENDING OF PERSONS", "Penalty", "present"),
        ("Bending of Persons Act, 2021", "OFFENCES", "Bending of persons", "present"),
        # one word is not two, and a code is not called by the name of the offence
        ("Bending Act, 2021", "BENDING OF PERSONS", "Penalty", "absent"),
        ("Penal Code, 2021", "BENDING OF PERSONS", "Penalty", "absent"),
    ],
)
def test_a_law_that_is_called_by_the_name_of_its_offence_is_about_it(
    title: str, chapter: str, heading: str, status: str
) -> None:
    found = match([law_of(NAMED.format(title, chapter, heading))]).elements["protection.medical"]
    assert found.status == status


SEIZED = "The court shall order the confiscation of the {} of the offender."


@pytest.mark.parametrize(
    ("title", "words", "status"),
    [
        # a law that is about trafficking need not say each time which offence it means
        ("Trafficking in Persons Act, 2021", "vehicles and instruments", "present"),
        ("Penal Code, 2021", "vehicles and instruments", "absent"),
        ("Trafficking in Persons Act, 2021", "letters", "absent"),
    ],
)
def test_what_follows_from_the_offence_of_the_law(title: str, words: str, status: str) -> None:
    text = NAMED.format(title, "OFFENCES", "Recruiting").replace("The Authority rings the bells.", SEIZED.format(words))
    assert match([law_of(text)]).elements["assets.confiscate_instr"].status == status


CRIME = """{}

1. Interpretation
In this Act—
"person in need" means a person who is under eighteen.

2. {}
{}

3. Care
The Authority shall provide each victim with medical care.

4. Attempt
Whoever attempts {} is liable to half of the penalty.
"""
DEED = "Whoever by threats moves or lodges another person, to gain by the prostitution of that person, {}."
PUNISHED = DEED.format("is liable to imprisonment for ten years")


@pytest.mark.parametrize(
    ("title", "heading", "deed", "named", "status"),
    [
        # the crime is called so in the title of the law and over the section that punishes several of the acts
        ("Bending of Persons (Suppression) Act, 2021", "Bending of persons", PUNISHED, "the bending of persons",
         "present"),
        # elsewhere only, of one word only, of something else, or punished nowhere
        ("Penal Code, 2021", "Bending of persons", PUNISHED, "the bending of persons", "absent"),
        ("Bending (Suppression) Act, 2021", "Bending", PUNISHED, "bending", "absent"),
        ("Smuggling of Migrants Act, 2021", "Smuggling of migrants", PUNISHED, "the smuggling of migrants", "absent"),
        ("Bending of Persons (Suppression) Act, 2021", "Bending of persons", DEED.format("is to be registered"),
         "the bending of persons", "absent"),
        # one act alone, and acts without means or purpose
        ("Bending of Persons (Suppression) Act, 2021", "Bending of persons",
         "Whoever by threats lodges another person is liable to imprisonment for ten years.", "the bending of persons",
         "absent"),
    ],
)  # fmt: skip
def test_the_name_that_a_law_gives_to_the_crime(title: str, heading: str, deed: str, named: str, status: str) -> None:
    read = read_law(law_of(CRIME.format(title, heading, deed, named)))
    sections = {read.body.section_of(first) for first, _ in read.hits.get("core.trafficking", [])}
    assert ("4" in {section.num for section in sections if section}) is (status == "present")


EXPLOIT = """Penal Code, 2021

1. Interpretation
In this Act—
"advantage" means {};
"child" means a person who is under eighteen.

2. Taking of persons
Whoever by threats moves or lodges another person so that advantage be taken of the person is liable to imprisonment for
ten years.
"""


@pytest.mark.parametrize(
    ("meaning", "status"),
    [
        ("profit from a person, such as the prostitution of others, begging or the removal of organs", "present"),
        # two purposes only, and acts beside the purposes, which make the definition of the crime
        ("profit from a person, such as begging or the removal of organs", "absent"),
        ("recruiting or lodging a person for prostitution, begging or the removal of organs", "absent"),
    ],
)
def test_the_word_that_a_law_has_for_exploitation(meaning: str, status: str) -> None:
    assert match([law_of(EXPLOIT.format(meaning))]).elements["purpose.organs"].status == status


ONLY_NAMED = """Crimes Act, 2021

1. Theft
A person who steals is liable to imprisonment for two years.

2. {}
A person is guilty of an offence, and liable to imprisonment for fifteen years, who {}.
"""


@pytest.mark.parametrize(
    ("heading", "deed", "status"),
    [
        # an offence that leaves to another Act what trafficking is
        ("Trafficking in persons", "takes part in trafficking in a person", "present"),
        ("Trafficking in persons", "carries on trafficking in persons", "present"),
        # a meeting on it, and trafficking in something else
        ("Meetings", "takes part in a meeting on trafficking in persons without leave", "absent"),
        ("Drugs", "takes part in trafficking in drugs", "absent"),
    ],
)
def test_an_offence_that_only_names_trafficking(heading: str, deed: str, status: str) -> None:
    found = match([law_of(ONLY_NAMED.format(heading, deed))]).elements["penalty.custodial"]
    assert found.status == status
