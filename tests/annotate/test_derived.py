"""Penalties computed from others: multiples, additions, "the same", degrees."""

# ruff: noqa: E501  (tables of clauses, one a line)

from __future__ import annotations

from dataclasses import replace

import pytest

from ctip_law.annotate import annotate
from tests.annotate.laws import law

#: case -> (language, sections, section asked for, rows as (minimum, maximum, life, derived from))
CASES = {
    "twice the tier before": (
        "en",
        (
            ("2", "Offence", "(1) Whoever does it shall be punished with imprisonment for a period not less than two "
             "years and not exceeding seven years.\n(2) On a later occasion the offender shall be punished with twice "
             "the punishment so specified."),
        ),
        "2",
        [(2, 7, False, None), (4, 14, False, "2")],
    ),
    "the same as in another section": (
        "en",
        (
            ("3", "Offence", "A person who does it is liable to imprisonment for a term not exceeding 12 years."),
            ("4", "Attempt", "A person who attempts it is liable to the same penalty as in section 3."),
        ),
        "4",
        [(None, 12, False, "3")],
    ),
    "penalty described in a subsection": (
        "en",
        (
            ("3", "Offence", "(1) Whoever does it shall be imprisoned not more than 20 years.\n(2) Whoever hinders "
             "enforcement shall be subject to the penalties described in subsection (1)."),
        ),
        "3",
        [(None, 20, False, None), (None, 20, False, "3")],
    ),
    "increased by a third": (
        "en",
        (
            ("3", "Offence", "A person who does it shall be punished with imprisonment for not less than 3 years and "
             "not more than 9 years."),
            ("5", "Aggravation", "Where a group commits it, the penalty under section 3 shall be increased by one third."),
        ),
        "5",
        [(4, 12, False, "3")],
    ),
    "up to a half more leaves the minimum": (
        "es",
        (
            ("3", "Delito", "El que lo haga incurrirá en prisión de cuatro a ocho años."),
            ("4", "Agravantes", "La pena prevista en el artículo 3 se aumentará hasta en la mitad si es funcionario."),
        ),
        "4",
        [(4, 12, False, "3")],
    ),
    "from a third to a half": (
        "es",
        (
            ("3", "Delito", "El que lo haga incurrirá en prisión de doce a veinticuatro años."),
            ("4", "Agravantes", "La pena del artículo 3 se aumentará de una tercera parte a la mitad cuando sea pariente."),
        ),
        "4",
        [(16, 36, False, "3")],
    ),
    "next degree and upper half": (
        "es",
        (
            ("7", "Delito", "(1) Será castigado con la pena de prisión de cuatro a seis años.\n(2) Se impondrá la pena "
             "superior en grado a la prevista en el apartado (1) si hay peligro. Si hay varias causas se impondrá la "
             "pena en su mitad superior."),
        ),
        "7",
        [(4, 6, False, None), (6, 9, False, "7"), (7.5, 9, False, "7")],
    ),
    "doublées": (
        "fr",
        (
            ("3", "Infraction", "(1) Est punie d'un emprisonnement de quatre à huit ans toute personne qui le fait.\n"
             "(2) Les peines prévues à l'alinéa (1) sont doublées si l'auteur est un tuteur."),
        ),
        "3",
        [(4, 8, False, None), (8, 16, False, "3")],
    ),
    "a third more of several articles": (
        "id",
        (
            ("2", "Satu", "Setiap orang dipidana dengan pidana penjara paling singkat 3 (tiga) tahun dan paling lama 15 tahun."),
            ("3", "Dua", "Setiap orang dipidana dengan pidana penjara paling singkat 3 (tiga) tahun dan paling lama 15 tahun."),
            ("4", "Pemberatan", "Jika tindak pidana sebagaimana dimaksud dalam Pasal 2 dan Pasal 3 dilakukan oleh kelompok, maka ancaman pidananya ditambah 1/3 (sepertiga)."),
        ),
        "4",
        [(4, 20, False, "2, 3")],
    ),
    "the same and a third more is one change": (
        "id",
        (
            ("2", "Satu", "Setiap orang dipidana dengan pidana penjara paling singkat 6 (enam) tahun dan paling lama 12 (dua belas) tahun."),
            ("3", "Dua", "Setiap pelaku dipidana dengan pidana yang sama sebagaimana dimaksud dalam Pasal 2 ditambah 1/3 (sepertiga)."),
        ),
        "3",
        [(8, 16, False, "2")],
    ),
    "life stays life": (
        "en",
        (
            ("3", "Offence", "A person who does it is liable to imprisonment for life."),
            ("4", "Abetting", "A person who abets it shall be punished with the same punishment as provided for in section 3."),
        ),
        "4",
        [(None, None, True, "3")],
    ),
    # near-misses
    "no base in this law": (
        "en",
        (("4", "Attempt", "A person who attempts it is liable to the same penalty as if the offence had been done."),),
        "4",
        [],
    ),
    "a fine is doubled, not the prison": (
        "en",
        (
            ("3", "Offence", "(1) A person who does it is liable to a fine or to imprisonment for 6 years.\n"
             "(2) For a company the fine shall be doubled."),
        ),
        "3",
        [(None, 6, False, None)],
    ),
    "the penalties of this section": (
        "en",
        (
            ("3", "Offence", "(1) A person who does it is liable to imprisonment for 6 years.\n(2) The penalties "
             "provided in this section do not exclude those of section 9."),
            ("9", "Other", "A person who does that is liable to imprisonment for 2 years."),
        ),
        "3",
        [(None, 6, False, None)],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_derived_penalty(case: str) -> None:
    language, sections, asked, wanted = CASES[case]
    rows = [p for p in law(language, *sections).penalties if p.section == asked]
    assert [(p.min_years, p.max_years, p.life, p.derived_from) for p in rows] == wanted


#: A base of three to twelve years in section 1 and one to two in section 9, in each language.
BASES = {
    "en": (
        ("1", "Offence", "Whoever does it shall be punished with imprisonment of not less than three years and not more than twelve years."),
        ("9", "Circumstances", "The circumstances are night and force. A person who hides it shall be punished with imprisonment of one to two years."),
    ),
    "es": (
        ("1", "Delito", "El que lo haga será castigado con prisión de tres a doce años."),
        ("9", "Circunstancias", "Las circunstancias son la noche y la fuerza. El que lo oculte será castigado con prisión de uno a dos años."),
    ),
    "fr": (
        ("1", "Délit", "Quiconque le fait est puni d’un emprisonnement de trois ans à douze ans."),
        ("9", "Circonstances", "Les circonstances sont la nuit et la force. Quiconque le cache est puni d’un emprisonnement de un an à deux ans."),
    ),
    "id": (
        ("1", "Satu", "Setiap orang yang melakukannya dipidana dengan pidana penjara paling singkat 3 tahun dan paling lama 12 tahun."),
        ("9", "Keadaan", "Keadaan itu ialah malam. Setiap orang yang menyembunyikannya dipidana dengan pidana penjara paling singkat 1 tahun dan paling lama 2 tahun."),
    ),
    "ms": (
        ("1", "Satu", "Mana-mana orang hendaklah dihukum dengan pemenjaraan tidak kurang daripada tiga tahun dan tidak melebihi dua belas tahun."),
        ("9", "Keadaan", "Mana-mana orang hendaklah dihukum dengan pemenjaraan tidak kurang daripada satu tahun dan tidak melebihi dua tahun."),
    ),
}  # fmt: skip
SHARES = [
    # a floor is a share of the longest term, which stays; a ceiling takes the least term away
    ("en", "is punished with not less than two-thirds of the punishment for the offence in section 1.", [(8, 12, "1")]),
    ("en", "is punished with at least half of the penalty provided for in section 1.", [(6, 12, "1")]),
    ("en", "is punished with at least half of the minimum punishment in section 1.", [(1.5, 12, "1")]),
    ("en", "is punished with not more than half of the maximum penalty in section 1.", [(None, 6, "1")]),
    ("es", "será castigado con pena no menor de dos tercios de la pena del artículo 1.", [(8, 12, "1")]),
    ("fr", "La peine ne peut être inférieure aux deux tiers de la peine prévue à l’article 1.", [(8, 12, "1")]),
    ("ms", "hendaklah dihukum dengan tidak kurang daripada dua pertiga daripada hukuman di bawah seksyen 1.", [(8, 12, "1")]),
    # a share of the penalty itself
    ("en", "is punished with half of the penalty in section 1.", [(1.5, 6, "1")]),
    # ranges and open ends
    ("en", "The penalty in section 1 is increased by a third to a half.", [(4, 18, "1")]),
    ("en", "The penalty in section 1 is increased by not less than one-third and not more than one-half.", [(4, 18, "1")]),
    ("en", "The penalty in section 1 is increased by between one-third and one-half.", [(4, 18, "1")]),
    ("en", "The penalty in section 1 is increased by at least one-third.", [(4, None, "1")]),
    ("en", "The penalty in section 1 is increased by up to one-third.", [(3, 16, "1")]),
    ("en", "The penalty in section 1 is increased by 50 per cent.", [(4.5, 18, "1")]),
    ("en", "The penalty in section 1 is increased by 3/4.", [(5.25, 21, "1")]),
    ("id", "Pidana sebagaimana dimaksud dalam Pasal 1 ditambah sepertiga sampai setengah.", [(4, 18, "1")]),
    # raised to the double is twice, not three times
    ("en", "The penalty in section 1 is raised to double.", [(6, 24, "1")]),
    ("es", "La pena del artículo 1 se elevará al doble.", [(6, 24, "1")]),
    ("fr", "Les peines prévues à l’article 1 sont portées au double.", [(6, 24, "1")]),
    # a share of a penalty that is named is one change
    ("en", "shall be punished with a term increased by one third of the penalty provided for in section 1.", [(4, 16, "1")]),
    ("id", "Pidana ditambah 1/3 dari pidana sebagaimana dimaksud dalam Pasal 1.", [(4, 16, "1")]),
    # what the court may go up to is the end of the same row
    ("es", "La pena del artículo 1 se impondrá en su mitad superior, que podrá elevarse a la pena superior en grado.", [(7.5, 18, "1")]),
    # a section that lists circumstances is no base
    ("en", "The penalty is increased by one-third where any circumstance listed in section 9 is present in an offence under section 1.", [(4, 16, "1")]),
    ("en", "In the circumstances of section 9 the penalty for the offence in section 1 is doubled.", [(6, 24, "1")]),
    ("en", "The penalty is doubled if any of the circumstances set out in section 9 is present.", []),
    ("es", "La pena del artículo 1 se aumentará en un tercio si concurre alguna de las circunstancias del artículo 9.", [(4, 16, "1")]),
    ("fr", "La peine prévue à l’article 1 est portée au double si l’une des circonstances visées à l’article 9 est réunie.", [(6, 24, "1")]),
    ("id", "Pidana sebagaimana dimaksud dalam Pasal 1 ditambah sepertiga jika terdapat keadaan sebagaimana dimaksud dalam Pasal 9.", [(4, 16, "1")]),
    ("ms", "Hukuman di bawah seksyen 1 ditambah satu pertiga jika ada keadaan yang disebut dalam seksyen 9.", [(4, 16, "1")]),
    # "in the circumstances" of an offence names the offence
    ("en", "In the circumstances of an offence under section 9 the penalty is doubled.", [(2, 4, "9")]),
    ("en", "Where the conditions in section 1 are not met the penalty in section 9 is doubled.", [(2, 4, "9")]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "words", "wanted"), SHARES)
def test_shares_of_another_penalty(language: str, words: str, wanted: list[tuple[float | None, float | None, str]]) -> None:
    sections = law(language, *BASES[language], ("10", "Asked", words))
    assert [(p.min_years, p.max_years, p.derived_from) for p in sections.penalties if p.section == "10"] == wanted


ALL = [
    ("es", "Las penas de los artículos anteriores se aumentarán en un tercio.", [(4, 16, "1"), (1.33, 2.67, "9")]),
    ("fr", "Les peines prévues aux deux articles précédents sont augmentées d’un tiers.", [(4, 16, "1"), (1.33, 2.67, "9")]),
    ("en", "The penalties in the preceding sections are increased by one-third.", [(4, 16, "1"), (1.33, 2.67, "9")]),
    ("en", "The penalty in the preceding section is increased by one-third.", [(1.33, 2.67, "9")]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "words", "wanted"), ALL)
def test_the_sections_before(language: str, words: str, wanted: list[tuple[float, float, str]]) -> None:
    sections = law(language, *BASES[language], ("10", "Asked", words))
    assert [(p.min_years, p.max_years, p.derived_from) for p in sections.penalties if p.section == "10"] == wanted


def test_a_heading_that_the_words_repeat_lays_nothing_down() -> None:
    heading = "Las penas señaladas en el artículo anterior se aumentarán en una"
    words = f"ARTÍCULO 3. {heading}\ntercera parte si el guarda actuó de noche."
    made = law("es", ("2", "Llave", "Será sancionado con prisión de tres a seis años."), ("3", heading, words))
    at = made.text.index(heading)
    second = replace(made.clauses[1], heading_at=(at, at + len(heading)))
    rows = annotate(replace(made, clauses=(made.clauses[0], second))).penalties
    assert [(row.section, row.min_years, row.max_years) for row in rows] == [("2", 3, 6), ("3", 4, 8)]


_CLASSED = "A person who locks a door is guilty of a felony of the third degree and is liable to imprisonment for not less than two years and not more than eight years."


@pytest.mark.parametrize(
    ("words", "row"),
    [
        ("A person who attempts it is liable to the same penalty as in section 2.", (2, 8, "felony of the third degree")),
        ("A person who attempts it is liable to one half of the penalty provided in section 2.", (1, 4, "")),
        ("A person who does it again is liable to twice the penalty provided in section 2.", (4, 16, "")),
    ],
)
def test_the_same_penalty_is_of_the_same_class_and_a_share_of_it_is_of_none(
    words: str, row: tuple[float, float, str]
) -> None:
    [_, found] = law("en", ("2", "Offence", _CLASSED), ("3", "Attempt", words)).penalties
    assert (found.min_years, found.max_years, found.grade) == row
