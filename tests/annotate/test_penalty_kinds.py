"""Penalties of kinds that were met late: terms with "a" and "half", terms whose noun is told once, classes, damaged print.

A row is (minimum, maximum, life, fine, class), terms in years. The clauses are made up.
"""

# ruff: noqa: E501  (tables of clauses, one a line)

from __future__ import annotations

import pytest

from tests.annotate.laws import law

NONE = None

CASES = [
    # a year, half a year, a year and a half
    ("en", "A person who keeps a locked room is liable to imprisonment for a year.", [(NONE, 1, 0, "no", "")]),
    ("en", "Whoever forges a pass shall be punished with imprisonment for half a year or a fine.", [(.5, .5, 0, "alternative", "")]),
    ("en", "is liable to imprisonment for a term not exceeding a year and a half.", [(NONE, 1.5, 0, "no", "")]),
    ("en", "is liable to imprisonment for one and a half years.", [(NONE, 1.5, 0, "no", "")]),
    ("en", "is liable to imprisonment for a term not exceeding 2.5 years.", [(NONE, 2.5, 0, "no", "")]),
    ("en", "is liable to a fine of 40 crowns a year.", []),
    ("en", "shall be imprisoned for not less than twelve months nor more than six years.", [(1, 6, 0, "no", "")]),
    ("en", "A person who hides a hand commits a crime of the second degree.", [(NONE, NONE, 0, "no", "crime of the second degree")]),
    ("en", "A person who hides a hand commits a nuisance of the second kind.", []),
    ("es", "Son penas principales la prisión, cuya duración será de seis meses a sesenta años, y la multa.", []),
    ("es", "Quien venda un bote será penado con prisión, que será de seis meses a seis años.", [(.5, 6, 0, "no", "")]),
    ("es", "Será reprimido con prisión de un año.", [(1, 1, 0, "no", "")]),
    ("es", "Será castigado con prisión de seis meses a un año y medio.", [(.5, 1.5, 0, "no", "")]),
    ("es", "se impondrá la pena de prisión de medio año a dos años y multa de cien días.", [(.5, 2, 0, "yes", "")]),
    ("fr", "est puni d’un an d’emprisonnement et de 15 000 euros d’amende.", [(NONE, 1, 0, "yes", "")]),
    ("fr", "sera puni d’un emprisonnement d’un an et demi à trois ans.", [(1.5, 3, 0, "no", "")]),
    ("id", "dipidana dengan pidana penjara paling lama setahun.", [(NONE, 1, 0, "no", "")]),
    ("id", "dipidana dengan pidana penjara paling singkat setengah tahun dan paling lama 3 (tiga) tahun.", [(.5, 3, 0, "no", "")]),
    ("id", "dipidana dengan pidana penjara paling lama satu setengah tahun dan denda paling banyak Rp1.000.000,00.", [(NONE, 1.5, 0, "yes", "")]),
    ("ms", "boleh dihukum dengan penjara selama tempoh tidak melebihi setahun atau denda tidak melebihi seribu ringgit atau kedua-duanya.", [(NONE, 1, 0, "alternative", "")]),
    ("ms", "hendaklah dihukum dengan pemenjaraan selama tempoh tidak kurang daripada setengah tahun dan tidak melebihi lima tahun.", [(.5, 5, 0, "no", "")]),
    # the noun is told once
    ("en", "shall be punished by imprisonment for one to three years, and where the act is done for gain, three to eight years.", [(1, 3, 0, "no", ""), (3, 8, 0, "no", "")]),
    ("en", "is liable to imprisonment for three years, and where the keeper, within two years, does so again, the permit ends.", [(NONE, 3, 0, "no", "")]),
    ("en", "is liable to imprisonment for not more than ten years and also to a minimum sentence of imprisonment for a term of (i) in the case of a lost key, three years; and (ii) in any other case, five years.", [(NONE, 10, 0, "no", ""), (3, NONE, 0, "no", ""), (5, NONE, 0, "no", "")]),
    ("en", "is liable to a minimum sentence of imprisonment for a term of (a) three years, where (i) the keeper endangered the life or safety of a guest.", [(3, NONE, 0, "no", "")]),
    # what lays a penalty down
    ("en", "Instead of the penalty in subsection (1), the court may impose imprisonment for up to 20 years where the victim is a child.", [(NONE, 20, 0, "no", "")]),
    ("en", "The court may impose imprisonment only after hearing the keeper for two years.", []),
    ("en", "An offence under this section is punishable on conviction by imprisonment for the term of the natural life of the offender.", [(NONE, NONE, 1, "no", "")]),
    ("en", "A keeper convicted of an offence under this Act punishable by imprisonment for five years loses the permit.", []),
    ("en", "A person who does not pay the fine shall serve imprisonment for one month.", []),
    ("es", "La tentativa se castigará con prisión de uno a dos años.", []),
    ("fr", "Les délits punis d’un emprisonnement de cinq ans au moins se prescrivent par six ans.", []),
    ("id", "Terpidana yang tidak membayar denda dipidana dengan pidana kurungan pengganti paling lama 1 (satu) tahun.", []),
    # a fine between two terms is of the first
    ("en", "is liable to imprisonment for five years and a fine, the penalty for a keeper is imprisonment for ten years.", [(NONE, 5, 0, "yes", ""), (NONE, 10, 0, "no", "")]),
    # classes
    ("en", "Whoever violates this section is guilty of a felony of the third degree.", [(NONE, NONE, 0, "no", "felony of the third degree")]),
    ("en", "The offence is a Class B misdemeanor, punishable by confinement in jail for a term not to exceed 180 days.", [(NONE, .49, 0, "no", "Class B misdemeanor")]),
    # damaged print: a note of the margin inside the sentence, words that are lost or misread
    ("en", "shall be sentenced to imprisonment for life, or to imprisonment of either description Trade in keys. for a term not exceeding ten years, and shall also pay a fine.", [(NONE, 10, 1, "yes", "")]),
    ("en", "shall be sentenced to imprisonment for life, or to imprisonment for a term which shall not be Trade in keys. less than ten years.", [(NONE, NONE, 1, "no", "")]),
    ("en", "is liable to a fine not exceeding level four or imprisonment hot exceeding ten years or both.", [(NONE, 10, 0, "alternative", "")]),
    ("en", "is liable to imprisonment for a term of not less six (6) years and not more than nine years.", [(6, 9, 0, "no", "")]),
    ("en", "is liable to imprisonment for a term of years not\n20 less than five years or life.", [(5, NONE, 1, "no", "")]),
    ("en", "The keeper is liable to for a term of at least seven years and at most nine years.", [(7, 9, 0, "no", "")]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "words", "wanted"), CASES, ids=[f"{n}-{case[0]}" for n, case in enumerate(CASES)])
def test_rows(language: str, words: str, wanted: list[tuple[float | None, float | None, int, str, str]]) -> None:
    found = law(language, ("5", "Offence", words)).penalties
    assert [(p.min_years, p.max_years, int(p.life), p.fine, p.grade) for p in found] == wanted


DENIED = {
    "en": ("A person is liable to imprisonment for ten years.", "If the court finds that the penalty provided under section 2 should not be imposed, it writes down why."),
    "es": ("Será reprimido con prisión de diez años.", "No se aplicará recargo si la pena prevista en el artículo 2 no se impone."),
    "fr": ("est puni de dix ans d’emprisonnement.", "Si la peine prévue à l’article 2 n’est pas prononcée, le tribunal le dit."),
    "id": ("dipidana dengan pidana penjara paling lama 10 (sepuluh) tahun.", "Dalam hal pidana sebagaimana dimaksud dalam Pasal 2 tidak dijatuhkan, hakim menulis alasannya."),
    "ms": ("boleh dihukum dengan penjara selama tempoh tidak melebihi sepuluh tahun.", "Jika hukuman yang diperuntukkan di bawah seksyen 2 tidak dikenakan, mahkamah menulis sebabnya."),
}  # fmt: skip


@pytest.mark.parametrize("language", DENIED)
def test_a_penalty_that_is_not_imposed_is_none(language: str) -> None:
    laid, denied = DENIED[language]
    made = law(language, ("2", "Offence", laid), ("3", "Court", denied))
    assert [row.section for row in made.penalties] == ["2"]
