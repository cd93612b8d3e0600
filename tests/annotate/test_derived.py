"""Penalties computed from others: multiples, additions, "the same", degrees."""

# ruff: noqa: E501  (tables of clauses, one a line)

from __future__ import annotations

import pytest

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
            ("2", "Satu", "Setiap orang dipidana dengan pidana penjara paling singkat 3 (tiga) tahun dan paling lama 15 (lima belas) tahun."),
            ("3", "Dua", "Setiap orang dipidana dengan pidana penjara paling singkat 3 (tiga) tahun dan paling lama 15 (lima belas) tahun."),
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
