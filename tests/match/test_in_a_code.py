"""In a code evidence counts only where its own clause, and not its neighbourhood, is about trafficking."""

from __future__ import annotations

import pytest

from ctip_law.match import match
from tests.match.conftest import law_of, with_section

CODE = """Penal Code, 2021

1. Territory
This Code applies to offences committed in the Republic.

2. Murder
A person who kills another is liable to imprisonment for life.

3. Theft
A person who steals the property of another is liable to imprisonment for seven years.

4. Arson
A person who burns a dwelling is liable to imprisonment for twelve years.

5. Perjury
A person who swears falsely before a court is liable to imprisonment for five years.

6. Trafficking in persons
A person who recruits or harbours another by force for the purpose of exploitation commits trafficking in persons and is liable to imprisonment for fifteen years.

7. {}
"""  # noqa: E501
OTHER_DUTIES = " ".join(f"({letter}) he keeps the register of the wards of the place clean;" for letter in "abcdefghi")

ROWS = (
    # a purpose that only a minor offence of its own names is there in part
    ("purpose.forced_labour", "present", "Forced labour\nA person who compels another to forced labour is liable to "
     "imprisonment for four years."),
    ("purpose.forced_labour", "weak", "Forced labour\nA person who compels another to forced labour is liable to "
     "imprisonment for three years."),
    ("purpose.forced_labour", "present", "Forced labour\nA person who compels another to forced labour is liable to "
     "imprisonment for life."),
    ("purpose.forced_labour", "present", "Forced labour\nA person who compels another to forced labour is liable to "
     "imprisonment for not less than seven years."),
    # the section of another offence tells no duty of cooperation, by whatever words
    ("coop.agreements", "absent", "Weapons\nA person who makes weapons that an agreement between the Government and a "
     "foreign state forbids commits an offence and is liable to imprisonment for nine years."),
    ("coop.agreements", "present", "Agreements\nThe Government may conclude an agreement with a foreign state on the "
     "investigation of offences."),
    # nor does it punish taking part in trafficking, unless it speaks of offences in general
    ("participation.organise", "absent", "Strikes\nA person who directs others to commit a violation of an order of "
     "the Minister commits an offence and is liable to imprisonment for two years."),
    ("participation.organise", "present", "Directing\nA person who organises or directs others to commit an offence "
     "is liable to imprisonment for two years."),
    ("assets.confiscate_instr", "absent", "Customs\nA person who smuggles goods commits an offence and is liable to "
     "imprisonment, and the proceeds and instruments are confiscated."),
    # what a word means is no duty
    ("identification.ngo_role", "absent", 'Interpretation\nIn this Code "reception centre" means a place in which a '
     "non-governmental organisation identifies victims of trafficking."),
    ("identification.ngo_role", "present", "Centres\nA non-governmental organisation that runs a reception centre "
     "identifies victims of trafficking."),
    # the offence of trafficking itself may tell one
    ("coop.agreements", "present", "Trafficking abroad\nA person who commits trafficking in persons in a foreign state "
     "commits an offence, and the Government may conclude an agreement with that foreign state on its investigation."),
    # trafficking is spoken of near the words that count, or far off in a long clause
    ("institution.data_collection", "present", "Data\nThe Director shall collect and publish data on cases of "
     "slavery."),
    ("institution.data_collection", "absent", "Data\nThe Director shall collect and publish data on cases of "
     f"theft; {OTHER_DUTIES} and he answers the questions of the Council on slavery."),
    # the name of a law is no rule, nor is the name of a provision behind its number
    ("protection.medical", "present", "Care\nA victim of trafficking shall be provided with health care."),
    ("protection.medical", "absent", "Care\nA victim of trafficking is one under the Public Health Care Act 1999."),
    ("purpose.begging", "present", "Begging\nA person who recruits or harbours another by force to make him beg in the "
     "streets commits trafficking in persons and is liable to imprisonment for ten years."),
    ("purpose.begging", "absent", "Other trafficking\nA person who recruits or harbours another by force to commit an "
     "offence under section 43 (begging in the streets) commits trafficking in persons and is liable to imprisonment "
     "for ten years."),
    # what is owed to children among the victims is owed to victims in part
    ("protection.closed_court", "present", "Trial\nThe court shall hear a victim of trafficking in camera."),
    ("protection.closed_court", "weak", "Trial\nWhere the victim of trafficking is a child, the court "
     "shall sit in camera."),
    ("protection.housing", "weak", "Shelter\nA child victim of trafficking shall be given safe lodging."),
    ("protection.housing", "present", "Shelter\nA victim of trafficking, adult or child, shall be given safe lodging."),
    ("child.interview", "present", "Trial\nWhere the victim of trafficking is a child, he shall be interviewed by a "
     "specially trained officer, and the interview shall be recorded."),
    # who hurts a victim in his care is punished: a sentence with a penalty protects nobody
    ("child.education", "present", "Trafficked children\nA child victim of trafficking shall be given an education."),
    ("child.education", "absent", "Trafficked children\nWhere he was charged with the education of the child victim of "
     "trafficking, the offender shall be punished with imprisonment for twenty years."),
)  # fmt: skip


@pytest.mark.parametrize(("element", "status", "section"), ROWS)
def test_a_section_of_a_code(element: str, status: str, section: str) -> None:
    assert match([law_of(CODE.replace("{}", section))]).elements[element].status == status


@pytest.mark.parametrize(("offence", "status"), [(True, "present"), (False, "absent")])
def test_no_scope_without_an_offence(offence: bool, status: str) -> None:
    # what need not be proved is scope of the trafficking offence only where the law has one
    proof = CODE.replace("{}", "Proof\nFor a conviction it is not necessary to prove that the victim was moved.")
    start, end = proof.index("6. Trafficking"), proof.index("7. Proof")
    law = law_of(proof if offence else proof[:start] + proof[end:])
    assert match([law]).elements["scope.no_movement"].status == status


ACT = """Act against Trafficking in Persons, 2020

1. Interpretation
In this Act, "Minister" means the Minister of Justice.

2. Penalty
{}

3. Title
This Act may be cited as the Act against Trafficking in Persons.
"""


@pytest.mark.parametrize(
    ("whom", "status"),
    [
        # who threatens a member of a body that fights it does not traffic by threats
        ("a member of the Committee against Trafficking in Persons", "absent"),
        ("a person into trafficking in persons", "present"),
    ],
)
def test_a_body_against_trafficking_is_no_offence(whom: str, status: str) -> None:
    law = law_of(ACT.replace("{}", f"Whoever threatens {whom} shall be punished with imprisonment for six years."))
    assert match([law]).elements["means.threat"].status == status


@pytest.mark.parametrize(
    ("attempted", "status"),
    [("Where the offence is committed in an attempt to commit murder,", "absent"),
     ("Where a person attempts to commit the offence,", "present")],
)  # fmt: skip
def test_what_is_attempted_may_be_another_crime(attempted: str, status: str) -> None:
    law = with_section(f"{attempted} the offender is liable to imprisonment for life.")
    assert match([law]).elements["participation.attempt"].status == status


@pytest.mark.parametrize(
    ("means", "status"),
    [
        # "of a child" below the means of the offence takes them not away
        ("by force or deception ", "absent"),
        ("", "present"),
    ],
)
def test_the_trafficking_of_a_child_below_its_means(means: str, status: str) -> None:
    text = CODE[: CODE.index("6. Trafficking")] + (
        f"6. Trafficking in persons\n(1) A person who recruits or harbours another {means}for the purpose of "
        "exploitation commits trafficking in persons and is liable to imprisonment for fifteen years.\n(2) The "
        "trafficking in a child is punished with imprisonment for twenty years.\n"
    )
    assert match([law_of(text)]).elements["child.no_means"].status == status


@pytest.mark.parametrize(
    ("above", "whom", "status"),
    [
        ("", "a child", "present"),
        ("", "a child by force", "absent"),
        # a means above the branches is asked for in each of them
        (", by force,", "a child", "absent"),
    ],
)
def test_a_branch_for_children_without_means(above: str, whom: str, status: str) -> None:
    text = CODE[: CODE.index("6. Trafficking")] + (
        f"6. Trafficking in persons\nA person who for the purpose of exploitation{above}\n(a) recruits, harbours or "
        f"receives another by force or deception; or\n(b) recruits, harbours or receives {whom},\ncommits trafficking "
        "in persons and is liable to imprisonment for fifteen years.\n"
    )
    assert match([law_of(text)]).elements["child.no_means"].status == status


CODES = """Penal Code, 2021

1. {}

6. Trafficking in persons
A person who recruits or harbours another by force for the purpose of exploitation commits trafficking in persons and is liable to imprisonment for fifteen years.
"""  # noqa: E501
REACH = (
    ("present", "Jurisdiction of the courts\nThe jurisdiction of the courts for the purposes of this Code extends to "
     "every place within the Republic."),
    ("present", "Territoriality of crimes\nA person may be tried for a crime that was committed wholly inside the "
     "Republic."),
    ("absent", "Jurisdiction of the courts\nThe courts sit in every town, and their fees are those of this Code."),
    ("absent", "Fees\nThe scale of fees extends to every place within the Republic."),
)  # fmt: skip


@pytest.mark.parametrize(("status", "section"), REACH)
def test_where_a_code_reaches_its_offences_are_punished(status: str, section: str) -> None:
    assert match([law_of(CODES.format(section))]).elements["jurisdiction.territory"].status == status


@pytest.mark.parametrize(
    ("opening", "offence"),
    [
        ("The Government shall propose that treaties", False),
        ("A person who sees to it that in trade he", True),
    ],
)
def test_what_the_state_is_to_do_about_exploitation_is_no_offence(opening: str, offence: bool) -> None:
    section = f"{opening} recruits, lodges or receives a child for sexual exploitation, which is an offence."
    law = law_of(f"Tourism Act, 2021\n\n1. Fees\nFees are paid.\n\n2. Guests\n{section}\n\n3. Beds\nBeds are made.\n")
    assert (match([law]).elements["act.recruitment"].status == "present") == offence


IRISH = """Child Trafficking Act, 2021

1. Fees
Fees are paid.

2. Trafficking of children
(1) Any person who within the State recruits or harbours a child for the purpose of sexual exploitation is guilty of an
offence and liable to imprisonment for ten years.
{}"""


@pytest.mark.parametrize(
    ("further", "abroad"),
    [
        ("(2) Any person, being a citizen of the State, who outside the State recruits or harbours a child for the "
         "purpose of sexual exploitation is guilty of an offence and liable to imprisonment for ten years.", True),
        ("(2) Any person, being a citizen of the State, who outside the school recruits or harbours a child for the "
         "purpose of sexual exploitation is guilty of an offence and liable to imprisonment for ten years.", False),
    ],
)  # fmt: skip
def test_an_offence_may_say_where_it_is_done(further: str, abroad: bool) -> None:
    found = match([law_of(IRISH.format(further))]).elements
    assert found["jurisdiction.territory"].status == "present"
    assert (found["jurisdiction.active_personality"].status == "present") == abroad
    assert (found["jurisdiction.extraterritorial"].status != "absent") == abroad


TAKEN = """Penal Code, 2031

1. Abduction
Whoever by threats makes a person leave a place is said to abduct that person.

2. Abduction
Whoever abducts a person {} shall be punished with imprisonment for ten years.

3. Wages
An employer who has people work in slavery pays a fine.
"""


@pytest.mark.parametrize(
    ("aim", "status"),
    [("in order that the person be put to slavery", "present"), ("in order that a ransom be paid", "absent")],
)
@pytest.mark.parametrize("element", ["means.abduction", "means.threat"])
def test_a_code_that_punishes_abduction_into_slavery_says_how_one_abducts(aim: str, status: str, element: str) -> None:
    assert match([law_of(TAKEN.format(aim))]).elements[element].status == status
