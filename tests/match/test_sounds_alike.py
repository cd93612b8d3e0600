"""Words that sound like a duty and tell another thing, each beside words that tell the duty."""

from __future__ import annotations

import pytest

from ctip_law.assess import assess
from ctip_law.match import match
from tests.match.conftest import law_of, with_section

#: Heading, words of the section, element, status.
ROWS = [
    ("Stay", "A victim of trafficking may be given a permit to remain here.", "status.temp_stay", "present"),
    ("Help", "A victim who has to stay in a foreign State shall be helped.", "status.temp_stay", "absent"),
    ("Evidence", "The court shall hear the victim's account of the harm at the trial.", "protection.views", "present"),
    (
        "Impact",
        "The prosecution may adduce evidence of the impact on the victim at the trial, as an impact statement.",
        "protection.views",
        "weak",
    ),
    ("Language", "The victim shall have an interpreter free of charge.", "protection.interpreter", "present"),
    (
        "Matters",
        "The court may look at the victim's age and at how well he or she can understand English.",
        "protection.interpreter",
        "absent",
    ),
    (
        "Users",
        "A person who uses the services of a victim, knowing of the trafficking, commits an offence.",
        "prevention.demand",
        "present",
    ),
    (
        "Threats",
        "A person who, by using force against a victim of trafficking, upsets a trial commits an offence.",
        "prevention.demand",
        "absent",
    ),
    ("Helpers", "Whoever aids or abets an offence of trafficking commits it.", "participation.accomplice", "present"),
    (
        "Officers",
        "An offence of trafficking is graver where an officer who takes part in the fight against it commits it.",
        "participation.accomplice",
        "absent",
    ),
    (
        "Helpers",
        "A person who aids or abets the smuggling of migrants commits an offence.",
        "participation.accomplice",
        "absent",
    ),
    (
        "Hearings",
        "The hearing of a case of trafficking shall be closed to the public.",
        "protection.closed_court",
        "present",
    ),
    (
        "Testimony",
        "At the hearing the accused shall leave the courtroom while a victim of trafficking testifies.",
        "protection.closed_court",
        "absent",
    ),
    (
        "Others",
        "Whoever is an accomplice in an offence of trafficking: half of the punishment for it.",
        "participation.accomplice",
        "present",
    ),
    (
        "Informers",
        "An accomplice in trafficking who informs the police: half of the punishment for it.",
        "participation.accomplice",
        "absent",
    ),
    (
        "Victims",
        "A victim who commits an offence because he or she was forced to do so is not punished.",
        "nonpunish.other_acts",
        "present",
    ),
    (
        "Victims",
        "An offender who harms a victim because he or she was forced to do so is punished.",
        "nonpunish.other_acts",
        "absent",
    ),
    ("Safety", "The police shall protect a victim whose safety is at risk.", "protection.safety", "present"),
    (
        "Graver cases",
        "It is graver where a victim or someone else is put in danger of death.",
        "protection.safety",
        "absent",
    ),
    ("Directing", "Whoever organises an offence of trafficking is punished.", "participation.organise", "present"),
    ("Groups", "An organised group that commits trafficking is punished.", "participation.organise", "weak"),
    ("Laundering of proceeds", "An attempt to commit the offence is punished.", "participation.attempt", "absent"),
    ("Attempts", "An attempt to commit the offence of trafficking is punished.", "participation.attempt", "present"),
    (
        "Carriers",
        "A carrier shall ensure that each passenger holds travel documents.",
        "border.carrier_duty",
        "present",
    ),
    (
        "Travel home",
        "The agency shall pay for transport of the victim and verify the travel documents.",
        "border.carrier_duty",
        "absent",
    ),
    ("Care", "A victim shall be given medical care and shall not be asked to pay.", "protection.medical", "present"),
    ("Care", "Medical care of a victim shall not be provided.", "protection.medical", "absent"),
    ("Lodging", "A victim shall not be lodged in a police cell.", "nonpunish.no_detention", "present"),
    ("Lodging", "A victim shall not be lodged in a shelter.", "nonpunish.no_detention", "absent"),
]


@pytest.mark.parametrize(("heading", "words", "element", "status"), ROWS)
def test_what_sounds_alike_is_told_apart(heading: str, words: str, element: str, status: str) -> None:
    assert match([with_section(words, heading)]).elements[element].status == status


@pytest.mark.parametrize(
    ("lang", "words", "status"),
    [
        ("fr", "Il n'est pas nécessaire qu'il soit fait appel à l'un des moyens contre un enfant.", "present"),
        ("fr", "Il est nécessaire que l'un des moyens soit employé, même si la victime est un enfant.", "absent"),
    ],
)
def test_means_that_need_not_be_used_against_a_child(lang: str, words: str, status: str) -> None:
    law = f"""Loi relative à la lutte contre la traite des personnes, 2020

Article 1
La traite des personnes est le fait de recruter, transporter, héberger ou accueillir une personne par la menace, la
force ou la fraude, aux fins de travail forcé ou d'esclavage.
{words}

Article 2
Quiconque commet la traite des personnes est puni de dix ans d'emprisonnement.
"""
    assert match([law_of(law, "fr")]).elements["child.no_means"].status == status


@pytest.mark.parametrize(
    ("says", "status"),
    [
        ("aunque mediare el consentimiento de la víctima", "present"),
        ("cuando falte el consentimiento de la víctima", "absent"),
    ],
)
def test_consent_that_changes_nothing_in_the_midst_of_the_offence(says: str, status: str) -> None:
    law = f"""Código Penal, 2020

Artículo 1. (TRATA DE PERSONAS). El que captare, trasladare, acogiere o recibiere personas, {says}, con fines de trabajo
forzoso o esclavitud, será sancionado con privación de libertad de diez a quince años.
"""
    assert match([law_of(law, "es")]).elements["consent.irrelevant_adult"].status == status


@pytest.mark.parametrize(
    ("meaning", "status"),
    [
        ("has the meaning given to it in the Children Act", "weak"),
        ("means a person under the age of eighteen years", "present"),
        ("includes a child born out of wedlock", "absent"),
    ],
)
def test_who_is_a_child_may_be_left_to_another_law(meaning: str, status: str) -> None:
    frame = with_section("Nothing else is said.").text
    told = frame.replace("means a person under the age of eighteen years", meaning)
    assert match([law_of(told)]).elements["child.under18"].status == status


WORST = """Labour Code, 2020

1. Worst forms
The worst forms of child labour {}: the sale and trafficking of children, and the recruitment, receipt or offering of a
child for prostitution or forced labour.

2. Pay
The employer shall pay wages each month.
"""


def test_worst_forms_of_child_labour_named_make_no_offence() -> None:
    found = match([law_of(WORST.format("are"))])
    assert found.elements["child.no_means"].status != "present"
    assert found.elements["act.recruitment"].status != "present"


TWO = [
    """Penal Code, 2020

1. Trafficking in persons
A person who recruits, transports, harbours or receives another person by threat, force or deception for forced labour,
slavery or servitude commits an offence and is liable to imprisonment for ten years.
""",
    """Vice Act, 2020

1. Procuring
A person who recruits, transports, harbours or receives a child for prostitution commits an offence and is liable to
imprisonment for ten years.
""",
]


def test_a_vice_law_beside_a_penal_code_needs_no_means_for_sexual_aims_only() -> None:
    alone, both = match([law_of(TWO[1])]), match([law_of(text) for text in TWO])
    assert alone.elements["child.no_means"].status == "present"
    assert (both.elements["child.no_means"].status, both.elements["child.no_means"].why) == (
        "weak",
        "for sexual exploitation only",
    )


AMENDS = """Act to amend the Anti-Trafficking Act, 2020

1. New sections
The principal Act is amended by inserting after section 20 the following sections:
"20A. Smuggling of migrants
A person who recruits, transports, harbours or receives a person by threat, fraud or force for {} commits an offence and
is liable to imprisonment for ten years.".
"""


@pytest.mark.parametrize(
    ("aim", "status"),
    [("the smuggling of migrants", "absent"), ("trafficking in persons and forced labour", "present")],
)
def test_an_inserted_section_on_smuggling_is_no_part_of_the_trafficking_offence(aim: str, status: str) -> None:
    text = AMENDS if status == "absent" else AMENDS.replace("20A. Smuggling of migrants", "20A. Trafficking in persons")
    assert match([law_of(text.format(aim))]).elements["means.threat"].status == status


def test_no_met_rests_on_a_defect_that_is_only_not_named() -> None:
    code = """Penal Code, 2020

1. Procuring
A person who receives or procures another person for prostitution, even with his or her consent, which is no defence,
commits an offence of trafficking in persons and is liable to imprisonment for five years.
"""
    report = assess(match([law_of(code)]), ["tip"])
    verdicts = {one.id: one.status for one in report.provisions}
    assert verdicts["tip-3b"] != "met"


PUNISHED = """Trafficking in Persons Act, 2020

1. Meaning
In this Act "trafficking in persons" means the recruitment, transport or harbouring of a person by force for the purpose
of exploitation.

2. Punishment
A person who {} is liable to imprisonment for nine years.

3. Punishment
A person who commits trafficking in persons is liable to imprisonment for three years.
"""


@pytest.mark.parametrize(
    ("does", "status"),
    [
        ("commits the offence of trafficking in persons against a child", "present"),
        ("reports the offence of trafficking in persons late", "absent"),
    ],
)
def test_whoever_speaks_of_the_offence_does_not_commit_it(does: str, status: str) -> None:
    assert match([law_of(PUNISHED.format(does))]).elements["penalty.four_years"].status == status
