"""Amending laws whose new words stand without quotation marks: their own units stay, the new ones are in them."""

# ruff: noqa: E501 (texts of laws)
from __future__ import annotations

import pytest

from ctip_law import parse
from ctip_law.model import Law

_MX = "DECRETO\n\nEL CONGRESO DECRETA:\n\n{}\n\nTRANSITORIOS\n\nPrimero. Este decreto entra en vigor mañana.\n\nSegundo. Se expedirá un reglamento.\n"
#: manner -> (text, numbers of the law's own units, (action, place, numbers) of what is put into another law)
GIVEN: dict[str, tuple[str, list[str], list[tuple[str, str, list[str]]]]] = {
    "Mexico, the only article": (
        _MX.format("ARTÍCULO ÚNICO. Se reforma el artículo 12 y se adicionan los artículos 12 Bis y 12 Ter al Código de Barcas, para quedar como sigue:\n\nARTÍCULO 12. Al que retenga a otro se le impondrá multa.\n\nARTÍCULO 12 BIS. La multa se duplicará.\n\nARTÍCULO 12 TER. La barca se vende."),
        ["1"], [("substitute", "section 12", ["12"]), ("insert", "section 12bis", ["12bis"]), ("insert", "section 12ter", ["12ter"])],
    ),
    "Mexico, two articles in words": (
        _MX.format("Artículo Primero.- Se reforman los artículos 5, fracción II, y 10; y se adiciona el artículo 10 Bis, de la Ley General de Barcas, para quedar como sigue:\n\nArtículo 5. ...\n\nI. ...\n\nII. Pagar el salario;\n\nIII. a V. ...\n\nArtículo 10. La barca es verde.\n\nArtículo 10 Bis. La barca es azul.\n\nArtículo Segundo.- Se reforma el artículo 366 Ter del Código de Barcas, para quedar como sigue:\n\nArtículo 366 Ter. La barca es roja."),
        ["1", "2"], [("substitute", "section 5", ["5"]), ("substitute", "section 10", ["10"]), ("insert", "section 10bis", ["10bis"]), ("substitute", "section 366ter", ["366ter"])],
    ),
    "Mexico, without the word": (
        _MX.format("ÚNICO. Se REFORMA el artículo 12; se ADICIONA una fracción IV al artículo 14, y se DEROGA el artículo 15 de la Ley de Barcas, para quedar como sigue:\n\nArtículo 12. El patrón pagará cada semana.\n\n...\n\nArtículo 14. El patrón debe:\n\nI. a III. ...\n\nIV. Dar un contrato.\n\nArtículo 15. Se deroga."),
        ["1"], [("repeal", "section 15", []), ("substitute", "section 12", ["12"]), ("substitute", "section 14", ["14"])],
    ),
    "Mexico, counted without the word": (
        _MX.format("PRIMERO.- Se adiciona el artículo 8 Bis a la Ley de Barcas, para quedar como sigue:\n\nArtículo 8 Bis. La barca tiene una campana.\n\nSEGUNDO.- Se adiciona el artículo 9 Bis al Código de Barcas, para quedar como sigue:\n\nArtículo 9 Bis. La campana suena."),
        ["1", "2"], [("insert", "section 8bis", ["8bis"]), ("insert", "section 9bis", ["9bis"])],
    ),
    "Illinois": (
        "AN ACT concerning barges.\n\nBe it enacted by the People of the State of Lakes,\nrepresented in the General Assembly:\n\nSection 5. The Barge Code of 2031 is amended by changing\nSection 10-9 as follows:\n\n(720 LCS 5/10-9)\nSec. 10-9. Hire.\n(a) A keeper hires nobody by force.\n(Source: P.A. 101-18, eff. 1-1-20.)\n\n(720 LCS 5/10-10 new)\nSec. 10-10. Papers. A keeper keeps no papers.\n\nSection 10. The Code of Lake Procedure is amended by changing\nSection 13-225 and by adding Section 13-227 as follows:\n\n(735 LCS 5/13-225)\nSec. 13-225. Time. A guest may sue.\n\n(735 LCS 5/13-227 new)\nSec. 13-227. Place. The suit lies where the barge lies.\n\nSection 99. Effective date. This Act takes effect upon\nbecoming law.\n",
        ["5", "10", "99"], [("substitute", "section 10-9", ["10-9"]), ("insert", "section 10-10", ["10-10"]), ("substitute", "section 13-225", ["13-225"]), ("insert", "section 13-227", ["13-227"])],
    ),
    "New York": (
        "AN ACT to amend the barge law, in relation to hire\n\n  Section 1. Short title. This act may be cited as the \"hire act\".\n  § 2. The barge law is amended by adding a new section 230.37 to read  as\nfollows:\n§ 230.37 HIRE.\n  A KEEPER HIRES NOBODY BY FORCE.\n  § 3. Section 230.34-a of the barge law is amended by adding  a  new  subdivi-\nsion 6 to read as follows:\n  6. A KEEPER KEEPS NO PAPERS.\n  § 4. Subdivision 2 of section 60.13 of the barge law, as added by chapter\n7 of the laws of 2027, is\namended to read as follows:\n  2. A court may order the keeper to pay.\n  § 5. Section 230.36 of the barge law is REPEALED.\n  § 6. This act shall take effect in May.\n",
        ["1", "2", "3", "4", "5", "6"], [("insert", "section 230.37", ["230.37"]), ("insert", "section 230.34-a(6)", ["6"]), ("substitute", "section 60.13(2)", ["2"]), ("repeal", "section 230.36", [])],
    ),
    # near-misses: what looks so and is the law's own
    "a law that is issued": (
        "DECRETO\n\nArtículo Primero. Se expide la Ley de Barcas, para quedar como sigue:\n\nArtículo 1. La barca es verde y navega por el río.\n\nArtículo 2. La barca es azul y navega por el mar.\n\nArtículo 3. La barca es roja y navega por el lago.\n",
        ["1", "2", "3"], [],
    ),
    "an article that changes nothing": (
        "LEY DE BARCAS\n\nArtículo Primero. Son obligaciones del patrón las que siguen:\n\nArtículo 2. Pagar el salario de la tripulación.\n\nArtículo 3. Entregar un contrato a la tripulación.\n",
        ["1", "2", "3"], [],
    ),
    "a code by chapter": (
        "BARGE CODE\n\nSection 1. This code is amended from time to time in the manner below.\n\n§ 12.101. Hire. A keeper hires guests.\n\n§ 12.102. Papers. A keeper keeps no papers.\n",
        ["12.101", "12.102"], [],
    ),
}  # fmt: skip


def law(text: str) -> Law:
    return parse("-", stdin=text.encode())


def _numbers(found: Law) -> list[str]:
    return [unit.num for unit in found.sections()]


@pytest.mark.parametrize("manner", GIVEN)
def test_new_words_without_quotation_marks(manner: str) -> None:
    text, own, given = GIVEN[manner]
    found = law(text)
    assert [num for num in _numbers(found) if num in own or given] == own
    assert [(one.action, one.place, [unit.num for unit in one.clauses]) for one in found.amendments] == given
    for one in found.amendments:
        assert found.text[one.start : one.end] == one.new or not one.new


def test_transitory_articles_are_a_component() -> None:
    found = law(_MX.format("Artículo 1. La barca es verde.\n\nArtículo 2. La barca es azul."))
    assert _numbers(found) == ["1", "2"]
    assert "supplement" in [part.name for part in found.components]


def test_the_history_of_a_change_is_no_part_of_the_new_words() -> None:
    found = law(GIVEN["Illinois"][0])
    assert all("Source" not in one.new and "LCS" not in one.new for one in found.amendments)
    assert [one.act for one in found.amendments] == ["Barge Code of 2031"] * 2 + ["Code of Lake Procedure"] * 2
