"""What a penal code says of all offences holds for the trafficking offence of the act that is read with it."""

# ruff: noqa: E501 (laws in one line)
from __future__ import annotations

import pytest

from ctip_law.annotate import annotate
from ctip_law.match import match
from ctip_law.model import Law
from ctip_law.read import read
from ctip_law.structure import structure

ACTS = {
    "en": """FREEDOM OF THE PERSON ACT
1. Trafficking in persons
A person who recruits, transports, transfers, harbours or receives another person by means of threat, force, abduction,
fraud or deception for the purpose of exploitation commits trafficking in persons and is liable to imprisonment for ten
years.
""",
    "es": """LEY DE LIBERTAD DE LA PERSONA
Artículo 1. Trata de personas
Quien capte, transporte, traslade, acoja o reciba a otra persona mediante amenaza, fuerza, rapto, fraude o engaño con
fines de explotación comete trata de personas y será castigado con prisión de diez años.
""",
    "fr": """LOI SUR LA LIBERTÉ DE LA PERSONNE
Article 1. Traite des personnes
Quiconque recrute, transporte, transfère, héberge ou accueille une personne par la menace, la force, l'enlèvement, la
fraude ou la tromperie aux fins d'exploitation commet la traite des personnes et est puni d'un emprisonnement de dix ans.
""",
}

#: language, the other law, element -> whether it holds for the offence of the act beside it
BESIDE = [
    ("en", "PENAL CODE\n1. Title\nThis is the Penal Code.\n2. Attempt\nA person who attempts to commit an offence commits an offence and is liable to half the term.\n", "participation.attempt", True),
    ("en", "EVIDENCE ACT\n1. Attempt\nA person who attempts to commit an offence under any written law commits an offence.\n", "participation.attempt", True),
    ("en", "PENAL CODE\n1. Title\nThis is the Penal Code.\n2. Abetment\nA person who aids or abets an offence is liable as if that person had committed it.\n", "participation.accomplice", True),
    ("en", "FISHERIES ACT\n1. Attempt\nA person who attempts to commit an offence under this Act commits an offence.\n", "participation.attempt", False),
    ("en", "PENAL CODE\n1. Title\nThis is the Penal Code.\n2. Rape\nA person who attempts to commit rape commits an offence and is liable to prison.\n", "participation.attempt", False),
    ("en", "MIGRATION ACT\n1. Entry\nA person is not admitted who committed an act abroad that is an offence under any Act.\n", "jurisdiction.extraterritorial", False),
    ("es", "CÓDIGO PENAL\nArtículo 1. Título\nEste es el Código Penal.\nArtículo 2. Tentativa\nLa tentativa de cometer un delito será castigada con la mitad de la pena.\n", "participation.attempt", True),
    ("es", "LEY DE PESCA\nArtículo 1. Tentativa\nLa tentativa de cometer un delito previsto en esta Ley será castigada.\n", "participation.attempt", False),
    ("fr", "CODE PÉNAL\nArticle 1. Titre\nLe présent texte est le Code pénal.\nArticle 2. Tentative\nLa tentative d'une infraction est punie comme l'infraction.\n", "participation.attempt", True),
    ("fr", "LOI SUR LA PÊCHE\nArticle 1. Tentative\nLa tentative d'une infraction à la présente loi est punie.\n", "participation.attempt", False),
]  # fmt: skip


def law(text: str, language: str) -> Law:
    return annotate(structure(read("-", lang=language, stdin=text.encode()), lang=language))


@pytest.mark.parametrize(("language", "text", "element", "holds"), BESIDE)
def test_what_holds_for_all_offences_holds_for_trafficking(
    language: str, text: str, element: str, holds: bool
) -> None:
    act, other = law(ACTS[language], language), law(text, language)
    found = match([act, other]).elements[element]
    assert (found.status == "present") is holds, found.why
    assert all(evidence.law == other.id for evidence in found.evidence)


@pytest.mark.parametrize(("language", "text", "element", "holds"), BESIDE)
def test_it_says_nothing_by_itself_or_beside_a_law_without_the_offence(
    language: str, text: str, element: str, holds: bool
) -> None:
    other = law(text, language)
    dairy = law("DAIRY ACT\n1. Milk\nA person must not sell thin milk.\n", language)
    assert match([other]).elements[element].status == "absent"
    assert match([other, dairy]).elements[element].status == "absent"


BONDED = """BONDED LABOUR (ABOLITION) ACT
1. Abolition
Bonded labour is abolished, and no person shall compel another to render bonded labour.
2. Companies
Where an offence under this Act is committed by a company, every director of the company is guilty of that offence, and
the company is liable to a fine.
3. Penalty
Whoever compels a person to render bonded labour is liable to imprisonment for three years.
"""


def test_the_offences_of_a_law_on_bondage_are_others_beside_one_on_trafficking() -> None:
    element = "legal_person.liability"
    alone, beside = match([law(BONDED, "en")]), match([law(DEDICATED, "en"), law(BONDED, "en")])
    assert alone.elements[element].status == "present"
    assert beside.elements[element].status == "absent"


DEDICATED = "ANTI-TRAFFICKING IN PERSONS ACT\n" + ACTS["en"].partition("\n")[2]
