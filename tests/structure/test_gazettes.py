"""Issues of a gazette and other files with several laws: each keeps its own numbers. All texts are invented."""

# ruff: noqa: E501 (tables of texts)
from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest

from ctip_law.model import Clause
from tests.structure.helpers import law


def _articles(word: str, *units: str) -> str:
    return "\n\n".join(f"{word} {n}{unit}" for n, unit in enumerate(units, 1))


#: kind -> the file, words of the title of the law that is read, its numbers, and those of the other laws.
ISSUES = {
    "short laws, signed": (
        "OFFICIAL GAZETTE No 20 OF 06/05/2041\n\nLAW No 11/2041 OF 03/05/2041 GOVERNING PIERS\n\n"
        + _articles("Article", ": Purpose\nThis Law governs piers.", ": Keepers\nA pier has a keeper.", ": Fines\nA person who sinks a boat commits an offence.")
        + "\n\nDone at Port, on 03/05/2041\n\nLAW No 12/2041 OF 04/05/2041 ON TRAFFICKING IN PERSONS\n\n"
        + _articles("Article", ": Purpose\nThis Law prevents trafficking in persons.", ": Offence\nA person who recruits another by force commits an offence.", ": Penalty\nThe penalty is ten years.", ": Start\nThis Law begins in May.")
        + "\n\nDone at Port, on 04/05/2041\n\nLAW No 13/2041 OF 05/05/2041 GOVERNING BARGES\n\n"
        + _articles("Article", ": Purpose\nThis Law governs barges.", ": Barges\nA barge floats.")
        + "\n\nDone at Port, on 05/05/2041\n",
        "TRAFFICKING", 4, [3, 2],
    ),
    "Spanish, number and name in two lines, no year": (
        "DIARIO OFICIAL\n\nLEY NÚMERO 11\nLEY DE MUELLES\n\n"
        + _articles("Artículo", ". La ley regula los muelles.", ". El guarda llevará un libro.", ". Rige desde mayo.")
        + "\n\nLEY NÚMERO 12\nLEY CONTRA LA TRATA DE PERSONAS\n\n"
        + _articles("Artículo", ". La ley previene la trata de personas.", ". Quien capte a otra persona será castigado con prisión.", ". Rige desde junio.", ". Se deroga lo contrario.")
        + "\n",
        "TRATA", 4, [3],
    ),
    "French, nothing signed between": (
        "JOURNAL OFFICIEL\n\nLoi n° 2041-11 du 3 mai 2041 relative aux quais\n\n"
        + _articles("Article", "\nLa loi organise les quais.", "\nLe gardien tient un livre.", "\nLe livre est public.")
        + "\n\nLoi n° 2041-12 du 4 mai 2041 relative à la lutte contre la traite des personnes\n\n"
        + _articles("Article", "\nLa loi lutte contre la traite des personnes.", "\nQuiconque recrute une personne par la force est puni de dix ans.", "\nLa tentative est punie.")
        + "\n",
        "traite", 3, [3],
    ),
    "a number above the name": (
        "ACTS OF 2041\n\nNo. 11 of 2041\nPIER ACT\n\n1. Name\nThis Act may be cited as the Pier Act.\n\n2. Keepers\nThere shall be a keeper.\n\n3. Fees\nFees are paid.\n\n"
        "No. 12 of 2041\nANTI-HUMAN TRAFFICKING ACT\n\n1. Name\nThis Act may be cited as the Anti-Human Trafficking Act.\n\n2. Offence\nA person who recruits another by force commits an offence.\n\n3. Penalty\nThe penalty is ten years.\n\n4. Rules\nThe Minister may make rules.\n",
        "TRAFFICKING", 4, [3],
    ),
    "Indonesian": (
        "LEMBARAN NEGARA\n\nUNDANG-UNDANG NOMOR 11 TAHUN 2041 TENTANG DERMAGA\n\n"
        + _articles("Pasal", "\nDermaga adalah tempat kapal.", "\nPenjaga memegang buku.", "\nUndang-Undang ini mulai berlaku.")
        + "\n\nUNDANG-UNDANG NOMOR 12 TAHUN 2041 TENTANG PEMBERANTASAN PERDAGANGAN ORANG\n\n"
        + _articles("Pasal", "\nPerdagangan orang adalah perekrutan dengan paksa.", "\nSetiap orang yang merekrut orang lain dipidana.", "\nUndang-Undang ini mulai berlaku.")
        + "\n",
        "PERDAGANGAN", 3, [3],
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", ISSUES)
def test_each_law_of_an_issue_keeps_its_numbers(kind: str) -> None:
    text, title, own, others = ISSUES[kind]
    found = law(text)
    assert title in found.title
    assert [unit.num for unit in found.sections()] == [str(n) for n in range(1, own + 1)]
    apart = [part for part in found.components if part.name.startswith("other_law")]
    assert [sum(one.kind in ("section", "article") for one in _units(part.clauses)) for part in apart] == others
    assert "CT207" in [caution.code for caution in found.warnings]


def _units(clauses: Iterable[Clause]) -> Iterator[Clause]:
    for clause in clauses:
        yield clause
        yield from _units(clause.children)


#: An Act with what is made under it behind it -> the kind of the units of the second.
MADE_UNDER = {
    "Spanish": (
        "LEY DE MUELLES\n\n" + _articles("Artículo", ". La ley regula los muelles.", ". El guarda llevará un libro.", ". Quien rompa un muelle será castigado con prisión.")
        + "\n\nREGLAMENTO DE LA LEY DE MUELLES\n\n" + _articles("Artículo", ". El reglamento desarrolla la ley.", ". El libro será azul.", ". La multa es de diez pesos.", ". Entra en vigor en mayo.") + "\n",
        "article",
    ),
    "Malay": (
        "AKTA DERMAGA 2041\n\n1. Akta ini bolehlah dinamakan Akta Dermaga 2041.\n\n2. Dalam Akta ini dermaga ertinya tempat kapal.\n\n3. Mana-mana orang yang merosakkan dermaga melakukan suatu kesalahan.\n\n"
        "PERATURAN-PERATURAN DERMAGA 2042\n\n1. Peraturan-Peraturan ini bolehlah dinamakan Peraturan-Peraturan Dermaga 2042.\n\n2. Fi ialah sepuluh ringgit.\n",
        "regulation",
    ),
    "English rules": (
        "PIER ACT 2041\n\n1. This Act may be cited as the Pier Act.\n\n2. A pier is a landing place.\n\n3. A person who breaks a pier commits an offence.\n\n"
        "PIER RULES 2042\n\n1. These Rules may be cited as the Pier Rules.\n\n2. The fee is ten shillings.\n\n3. The fee is paid in May.\n",
        "rule",
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", MADE_UNDER)
def test_what_is_made_under_an_act_is_a_law_of_its_own(kind: str) -> None:
    text, unit = MADE_UNDER[kind]
    found = law(text)
    assert [one.num for one in found.sections()] == ["1", "2", "3"]
    other = next(part for part in found.components if part.name == "other_law")
    assert {one.kind for one in _units(other.clauses) if one.num == "1"} == {unit}


#: Files that hold one law.
ONE_LAW = {
    "an Act that names another in a heading": "PIER ACT 2041\n\n1. This Act may be cited as the Pier Act.\n\n2. A pier is a landing place.\n\nLaw No. 9 of 2031\n\n3. The said law is repealed.\n\n4. This Act begins in May.\n",
    "a treaty in a schedule": "PIER ACT 2041\n\n1. This Act may be cited as the Pier Act.\n\n2. The treaty has the force of law.\n\n3. This Act begins in May.\n\nSCHEDULE\nCONVENTION No. 9 of 2031\n\n1. The parties keep piers.\n\n2. The parties meet.\n\n3. The parties part.\n",
}  # fmt: skip


@pytest.mark.parametrize("kind", ONE_LAW)
def test_one_law_is_not_parted(kind: str) -> None:
    found = law(ONE_LAW[kind])
    assert not any(part.name.startswith("other_law") for part in found.components)
    assert [one.num for one in found.sections()] == [str(n) for n in range(1, len(found.sections()) + 1)]
