"""A law for victims, children or witnesses, or on the border, tells something of those of trafficking, and no more."""

# ruff: noqa: E501 (tables of clauses)

from __future__ import annotations

import pytest

from ctip_law.assess import assess
from ctip_law.assess.reach import for_some
from ctip_law.match import match, read_law
from tests.match.conftest import law_of

LAW = """{}

1. Fees
The Authority may charge fees.

2. Reports
The Authority answers letters within a week.

3. {}
"""
VICTIMS, HARBOURS = "Victims of Crime Act, 2021", "Harbours Act, 2021"
CHILDREN, WITNESSES = "Child Protection Act, 2021", "Witness Protection Act, 2021"
BORDER, VIOLENCE = "Immigration Act, 2021", "Domestic Violence Act, 2021"
STATES = "Mutual Legal Assistance Act, 2021"
GANGS = "Organised Crime (Prevention) Act, 2021"
SMUGGLERS = "Smuggling of Migrants Act, 2021"
SHIPS = "Ships\nThe court may order the forfeiture of a vehicle that was used to commit an offence under this Act."
FIRMS = "Companies\nA company that commits an offence under this Act is liable to a fine."
SPIES = "Agents\nThe investigation of offences under this Act may use undercover agents who gather evidence."
CARE = "Care\nA victim of crime shall be provided with medical care."
HOME = "Homes\nA child in need of care shall be given lodging in a shelter."
NAME = "Names\nThe identity of the witness shall not be disclosed."
ENTRY = "Entry\nAn immigration officer may refuse a foreigner entry into the country."
ROWS = (
    # title of the law, element, status, section
    (VICTIMS, "protection.medical", "present", CARE),
    (HARBOURS, "protection.medical", "absent", CARE),
    (VICTIMS, "protection.medical", "absent", "Care\nA convicted person shall be provided with medical care."),
    (VICTIMS, "protection.medical", "absent", "Care\nNo victim of crime shall be provided with medical care."),
    (VICTIMS, "protection.safety", "present", "Safety\nThe police shall ensure the safety of victims of crime."),
    (VICTIMS, "institution.data_collection", "absent", "Data\nThe Authority shall collect and publish data on theft."),
    # the means that the Convention and the Protocol on smuggling ask for, and nothing of who is helped
    (SMUGGLERS, "assets.confiscate_instr", "present", SHIPS),
    (HARBOURS, "assets.confiscate_instr", "absent", SHIPS),
    (SMUGGLERS, "legal_person.liability", "present", FIRMS),
    (HARBOURS, "legal_person.liability", "absent", FIRMS),
    (SMUGGLERS, "participation.attempt", "absent", "Attempts\nWho attempts an offence under this Act is liable to a fine."),
    # what is owed to victims of trafficking alone is not read into it
    (VICTIMS, "status.work", "absent", "Work\nA victim of crime shall be granted a permit to work."),
    (VICTIMS, "return.safe", "absent", "Return\nA victim of crime shall be returned with regard to safety."),
    (VICTIMS, "participation.attempt", "absent", "Attempt\nWho attempts it against a victim is liable to a fine."),
    # children in place of victims, in a law for their protection and in no other
    (CHILDREN, "protection.housing", "present", HOME),
    (HARBOURS, "protection.housing", "absent", HOME),
    ("Child Marriage Restraint Act, 2021", "protection.housing", "absent", HOME),
    (CHILDREN, "protection.housing", "absent", "Homes\nA sailor in need of care shall be given lodging in a shelter."),
    ("Evidence of Child Witnesses Act, 2021", "protection.housing", "present", HOME),
    ("Missing and Abducted Children (Recovery) Act, 2021", "protection.housing", "present", HOME),
    ("Evidence Act, 2021", "protection.housing", "absent", HOME),
    (CHILDREN, "protection.compensation_offender", "absent", "Loss\nThe court shall order the offender to compensate the child."),
    # witnesses
    (WITNESSES, "protection.privacy", "present", NAME),
    (HARBOURS, "protection.privacy", "absent", NAME),
    (WITNESSES, "protection.medical", "absent", "Care\nThe officer shall be provided with medical care."),
    # organised crime: its tools and its witnesses
    (GANGS, "investigation.sit", "present", SPIES),
    (HARBOURS, "investigation.sit", "absent", SPIES),
    (GANGS, "protection.privacy", "present", NAME),
    (GANGS, "protection.medical", "absent", "Care\nThe witness shall be provided with medical care."),
    # victims of violence
    (VIOLENCE, "protection.medical", "present", "Care\nThe victim shall be provided with medical care."),
    (HARBOURS, "protection.medical", "absent", "Care\nThe victim shall be provided with medical care."),
    (VIOLENCE, "protection.closed_court", "present", "Hearings\nProceedings under this Act shall be held in camera."),
    (HARBOURS, "protection.closed_court", "absent", "Hearings\nProceedings under this Act shall be held in camera."),
    # the border
    (BORDER, "border.visa", "present", ENTRY),
    (HARBOURS, "border.visa", "absent", ENTRY),
    # assistance between states
    (STATES, "coop.mla", "present", "Requests\nThe Minister shall give mutual legal assistance to a foreign state in investigations of offences."),
    (HARBOURS, "coop.mla", "absent", "Requests\nThe Minister shall give mutual legal assistance to a foreign state in investigations of offences."),
)  # fmt: skip


@pytest.mark.parametrize(("title", "element", "status", "section"), ROWS)
def test_a_section_of_a_law(title: str, element: str, status: str, section: str) -> None:
    assert match([law_of(LAW.replace("{}", title, 1).replace("{}", section))]).elements[element].status == status


CODE = """Code of Procedure, 2021

CHAPTER I
FEES

1. Fees
The Authority may charge fees.

CHAPTER II
PROTECTION OF WITNESSES

2. Names
The identity of the witness shall not be disclosed.

CHAPTER III
POST

3. Names of senders
The identity of a witness to a contract shall not be disclosed.
"""


def test_a_chapter_says_for_whom_it_is_made() -> None:
    found = match([law_of(CODE)]).elements["protection.privacy"]
    assert (found.status, [one.num for one in found.evidence]) == ("present", ["2"])


def test_two_chapters_are_made_for_two() -> None:
    elements = match([law_of(f"{CODE}\nCHAPTER IV\nCHILD PROTECTION\n\n4. {HOME}\n")]).elements
    assert [elements[id].status for id in ("protection.privacy", "protection.housing")] == ["present", "present"]


def test_what_is_owed_to_witnesses_themselves_is_whole_in_a_law_for_them() -> None:
    shield = "Shield\nThe police shall protect the witness from retaliation and intimidation by relocation and a new identity."
    ledger = match([law_of(LAW.replace("{}", WITNESSES, 1).replace("{}", f"{shield}\n\n4. {NAME}"))])
    assert {"protection.witness_protection", "protection.privacy"} <= {
        id for id, one in ledger.elements.items() if one.status == "present"
    }
    assert for_some(ledger).keys() & {"protection.witness_protection", "protection.privacy"} == {"protection.privacy"}


@pytest.mark.parametrize(
    ("language", "title", "subject"),
    [
        ("en", "Law relating to the Protection of the Child", "children"),
        ("en", "Children's Act, 2021", "children"),
        ("en", "Sexual Offences against Children Act, 2021", ""),
        ("en", "Inter-Country Adoption of Children Act, 2021", ""),
        ("en", "Juvenile Justice Act, 2021", "children"),
        ("en", "Immigration and Foreigners Act, 2021", "border"),
        ("en", "Proceeds of Crime Act, 2021", "cooperation"),
        ("es", "Ley de protección a testigos", "witnesses"),
        ("es", "Código de la Niñez y Adolescencia", "children"),
        ("es", "Ley que crea el registro de agresores de niños y niñas", ""),
        ("es", "Ley de Migraciones", "border"),
        ("es", "Ley contra la violencia doméstica", "violence"),
        ("fr", "Loi relative à la protection de l'enfant", "children"),
        ("fr", "Loi relative à l'entrée et au séjour des étrangers", "border"),
        ("fr", "Loi sur l'adoption des enfants", ""),
        ("id", "Undang-Undang tentang Perlindungan Anak", "children"),
        ("id", "Undang-Undang tentang Penghapusan Kekerasan dalam Rumah Tangga", "violence"),
        ("id", "Undang-Undang tentang Perkawinan Anak", ""),
        ("ms", "Akta Kanak-Kanak 2021", "children"),
        ("ms", "Akta Kesalahan Seksual terhadap Kanak-Kanak 2021", ""),
    ],
)
def test_the_title_says_for_whom_a_law_is_made(language: str, title: str, subject: str) -> None:
    article = {"en": "Section", "es": "Artículo", "fr": "Article", "id": "Pasal", "ms": "Seksyen"}[language]
    law = law_of(f"{title}\n\n{article} 1\n{title}.\n\n{article} 2\n{title}.\n", language)
    found = read_law(law).ties.subject
    assert (found.name if found else "") == subject


@pytest.mark.parametrize(
    ("title", "section", "status", "why"),
    [
        (CHILDREN, HOME, "partial", "for children only"),
        (VICTIMS, "Homes\nA victim of crime shall be given lodging in a shelter.", "met", ""),
    ],
)
def test_a_duty_owed_to_all_is_met_in_part_by_a_law_for_some(title: str, section: str, status: str, why: str) -> None:
    report = assess(match([law_of(LAW.replace("{}", title, 1).replace("{}", section))]), ("tip",), pointed=False)
    housing = next(one for one in report.provisions if one.id == "tip-6-3a")
    assert housing.status == status
    assert why in housing.why


def test_a_power_over_all_foreigners_is_met_in_part_and_one_over_traffickers_whole() -> None:
    def refused(section: str) -> str:
        report = assess(match([law_of(LAW.replace("{}", BORDER, 1).replace("{}", section))]), ("tip",), pointed=False)
        return next(one.status for one in report.provisions if one.id == "tip-11-5")

    assert refused(ENTRY) == "partial"
    assert refused("Entry\nAn officer may refuse a foreigner convicted of trafficking in persons entry into the country.") == "met"


TAKEN_IN = """Witness Protection Act, 2021

1. Interpretation
In this Act "participant" means {}.

2. Fees
The Authority may charge fees.

3. Names
The identity of a participant shall not be disclosed.
"""


@pytest.mark.parametrize(
    ("meaning", "status"),
    [("a witness who has been taken into the Programme", "present"), ("a guest of the yearly dinner", "absent")],
)
def test_a_law_for_witnesses_may_have_a_word_of_its_own_for_one(meaning: str, status: str) -> None:
    assert match([law_of(TAKEN_IN.format(meaning))]).elements["protection.privacy"].status == status
