"""Penalties in columns: a table whose rows name an offence and, beside it, what it costs, without a verb.

A row is (section, minimum, maximum, fine), terms in years; "life" stands for a maximum. The tables are made up; they
stand in section 9 of a law in which section 2 is about passports and section 3 about wages.
"""

# ruff: noqa: E501  (tables of clauses, one a line)

from __future__ import annotations

from dataclasses import replace

import pytest

from ctip_law.annotate import annotate
from ctip_law.model import Clause, Component, Law
from tests.annotate.laws import law

NONE = None
ENGLISH = "A person who commits an offence in column 1 is liable to the penalty in column 2.\n"

#: case -> (language, words of section 9, rows)
TABLES = {
    "pipes": ("en", ENGLISH + "Offence | Penalty\nHolding a passport | Imprisonment for 5 years\nHolding the wages | Imprisonment for 3 years",
              [("9", NONE, 5, "no"), ("9", NONE, 3, "no")]),
    "tabs, the section cited in the first cell": ("en", ENGLISH + "Offence\tPenalty\nSection 2\t5 years\nSection 3(1)\t18 months",
              [("2", NONE, 5, "no"), ("3", NONE, 1.5, "no")]),
    "a column of numbers of sections": ("en", ENGLISH + "Section | Penalty\n2 | 5 years\n3 | life",
              [("2", NONE, 5, "no"), ("3", NONE, "life", "no")]),
    "numbers of items are no sections": ("en", ENGLISH + "Item | Offence | Penalty\n2 | Lending a key | 5 years\n3 | Selling a key | 3 years",
              [("9", NONE, 5, "no"), ("9", NONE, 3, "no")]),
    "blank columns": ("en", ENGLISH + "Offence                Maximum penalty\nHolding a passport     5 years\nHolding the wages      6 months",
              [("9", NONE, 5, "no"), ("9", NONE, 0.5, "no")]),
    "blank columns whose cells go on": ("en", ENGLISH + "Offence                Penalty\nHolding a passport     Imprisonment for 5\nof a guest             years\nHolding the wages      Imprisonment for 3 years\n                       or a fine of 90 crowns",
              [("9", NONE, 5, "no"), ("9", NONE, 3, "alternative")]),
    "a cell that nearly fills its column": ("en", ENGLISH + "Offence            First offence     Second offence\nHolding a pass     one year          two years\nHolding a passport  six months       a year and a half",
              [("9", NONE, 1, "no"), ("9", NONE, 2, "no"), ("9", NONE, .5, "no"), ("9", NONE, 1.5, "no")]),
    "first and second offence": ("en", ENGLISH + "Offence | First offence | Second or subsequent offence\nHolding a passport | 5 years | 10 years\nHolding the wages | 3 years | life",
              [("9", NONE, 5, "no"), ("9", NONE, 10, "no"), ("9", NONE, 3, "no"), ("9", NONE, "life", "no")]),
    "least and most": ("en", ENGLISH + "Section | Minimum | Maximum\n2 | 2 years | 7 years\n3 | 1 year | 4 years",
              [("2", 2, 7, "no"), ("3", 1, 4, "no")]),
    "a column of fines": ("en", ENGLISH + "Section | Imprisonment | Fine\n2 | 5 years | 900 crowns\n3 | 2 years | -",
              [("2", NONE, 5, "yes"), ("3", NONE, 2, "no")]),
    "years in the head": ("en", ENGLISH + "Section | Imprisonment (years) | Fine (crowns)\n2 | 5 | 900\n3 | 2 | 400",
              [("2", NONE, 5, "yes"), ("3", NONE, 2, "yes")]),
    "a fine first": ("en", ENGLISH + "Section | Penalty\n2 | Fine of 900 crowns or 5 years\n3 | Fine of 400 crowns",
              [("2", NONE, 5, "alternative")]),
    "nothing parts the cells": ("en", ENGLISH + "Act Penalty\n\nHolding a passport of a guest Imprisonment for 5 years\n\nHolding the wages of a guest 3 years",
              [("9", NONE, 5, "no"), ("9", NONE, 3, "no")]),
    "nothing parts three cells": ("en", ENGLISH + "Section First offence Second or subsequent offence\n\n2 5 years 7 years\n\n3 3 years Life",
              [("2", NONE, 5, "no"), ("2", NONE, 7, "no"), ("3", NONE, 3, "no"), ("3", NONE, "life", "no")]),
    "under 'punished' a bare term is fixed": ("en", "Whoever commits an offence in column 1 shall be punished with the penalty in column 2.\nOffence | Penalty\nHolding a passport | Imprisonment for 5 years",
              [("9", 5, 5, "no")]),
    "no head cells": ("en", ENGLISH + "Holding a passport | Imprisonment for 5 years\nHolding the wages | Imprisonment for 3 years",
              [("9", NONE, 5, "no"), ("9", NONE, 3, "no")]),
    "no chapeau": ("en", "The penalties are these.\nOffence | Maximum penalty\nSection 2 | Imprisonment for 5 years\nSection 3 | 3 years",
              [("2", NONE, 5, "no"), ("3", NONE, 3, "no")]),
    "Spanish": ("es", "El que cometa una infracción de la primera columna será castigado con la pena de la segunda columna.\nInfracción | Pena\nArtículo 2 | Prisión de 2 a 6 años\nArtículo 3 | Prisión de un año",
              [("2", 2, 6, "no"), ("3", 1, 1, "no")]),
    "Spanish, least and most": ("es", "Las infracciones se castigan con las penas del cuadro siguiente.\nArtículo\tMínimo\tMáximo\n2\t3 años\t8 años\n3\t6 meses\t2 años",
              [("2", 3, 8, "no"), ("3", 0.5, 2, "no")]),
    "French": ("fr", "Quiconque commet une infraction de la colonne 1 est passible de la peine de la colonne 2.\nInfraction | Peine maximale\nArticle 2 | Emprisonnement de cinq ans\nArticle 3 | Deux ans",
              [("2", NONE, 5, "no"), ("3", NONE, 2, "no")]),
    "Indonesian": ("id", "Setiap orang yang melakukan perbuatan dalam kolom 1 dipidana dengan pidana dalam kolom 2.\nPerbuatan | Pidana\nPasal 2 | Penjara paling lama 5 (lima) tahun\nPasal 3 | Penjara paling singkat 1 tahun dan paling lama 3 tahun",
              [("2", NONE, 5, "no"), ("3", 1, 3, "no")]),
    "Malay": ("ms", "Seseorang yang melakukan kesalahan dalam ruang 1 boleh dikenakan penalti dalam ruang 2.\nKesalahan\tPenalti\nSeksyen 2\tPenjara tidak melebihi lima tahun\nSeksyen 3\t3 tahun",
              [("2", NONE, 5, "no"), ("3", NONE, 3, "no")]),
    "heads that number the columns": ("en", ENGLISH + "Column 1 | Column 2\nOffence | Penalty\nHolding a passport | Imprisonment for 5 years",
              [("9", NONE, 5, "no")]),
    "numbered and named heads": ("en", ENGLISH + "Column 1: section | Column 2: maximum penalty\n2 | 5 years\n3 | 3 years",
              [("2", NONE, 5, "no"), ("3", NONE, 3, "no")]),
    "cells that say that it is punished": ("en", "The penalties are these.\nOffence | Penalty\nHolding a passport | to be punished with imprisonment for 5 years\nHolding wages | 3 years",
              [("9", 5, 5, "no"), ("9", NONE, 3, "no")]),
    "a star behind the last cell": ("en", ENGLISH + "Act Penalty\n\nHolding a passport of a guest Imprisonment for 5 years\n\nHolding a brown permit 3 years *",
              [("9", NONE, 5, "no"), ("9", NONE, 3, "no")]),
    "a head of seventy characters": ("en", f"The penalties are these.\nOffence {'o' * 62} | Penalty\nHolding a passport | 5 years",
              [("9", NONE, 5, "no")]),
    # near misses
    "another table in the same section": ("en", ENGLISH + "Permit | Term\nBrown permit | 5 years\nGreen permit | 3 years", []),
    "terms that are no penalties": ("en", "A permit in column 1 lasts for the term in column 2. A person who lies is liable to imprisonment for 2 years.\nPermit | Term\nBrown permit | 5 years\nGreen permit | 3 years",
              [("9", NONE, 2, "no")]),
    "a column of other terms": ("en", ENGLISH + "Offence | Penalty | Time for prosecution\nHolding a passport | 5 years | 9 years\nHolding the wages | 3 years | 6 years",
              [("9", NONE, 5, "no"), ("9", NONE, 3, "no")]),
    "suspension is no custody": ("en", "A keeper who commits an offence in column 1 is liable to the penalty in column 2.\nOffence | Penalty\nNo register | Suspension of the permit for 2 years\nHolding a passport | Imprisonment for 5 years",
              [("9", NONE, 5, "no")]),
    "a sentence that wraps": ("en", "A person who holds a passport shall be punished with imprisonment\nas a court sees fit. A brown permit lasts for\n2 years\nA green one 3 years", []),
    "a sentence in two cells": ("en", f"The penalties are these.\nOffence {'o' * 63} | Penalty\nHolding a passport | 5 years", []),
    "a line that wraps under heads that nothing parts": ("en", ENGLISH + "Act Penalty\n\nHolding a passport of a guest Imprisonment for 5 years\n\nA brown permit is for 3 years in",
              [("9", NONE, 5, "no")]),
    "a sentence that punishes after the table": ("en", ENGLISH + "Offence | Penalty\nHolding a passport | Imprisonment for 5 years\nA keeper who helps shall be punished with imprisonment for 2 years.",
              [("9", NONE, 5, "no"), ("9", 2, 2, "no")]),
    "words after the table": ("en", ENGLISH + "Offence | Penalty\nHolding a passport | Imprisonment for 5 years\nA court may extend the time for payment by 2 years.",
              [("9", NONE, 5, "no")]),
}  # fmt: skip

SECTIONS = [("2", "Holding a passport", "A person must not hold a passport."), ("3", "Holding wages", "A person must not hold wages.")]


def rows(made: Law) -> list[tuple[str, float | None, float | str | None, str]]:
    return [(p.section, p.min_years, "life" if p.life else p.max_years, p.fine) for p in made.penalties]


@pytest.mark.parametrize("case", TABLES)
def test_tables(case: str) -> None:
    language, words, wanted = TABLES[case]
    assert rows(law(language, *SECTIONS, ("9", "Penalties", words))) == wanted


def test_the_offence_is_told_in_its_own_words() -> None:
    words = ENGLISH + "Offence | Penalty\nLending a key | 5 years\nSection 3 | 3 years"
    assert [one.offence for one in law("en", *SECTIONS, ("9", "Penalties", words)).penalties] == ["Lending a key", "Holding wages"]


def test_a_row_stands_where_its_cell_does() -> None:
    made = law("en", *SECTIONS, ("9", "Penalties", ENGLISH + "Offence | Penalty\nLending a key | Imprisonment for 5 years"))
    (row,) = made.penalties
    assert made.text[row.start : row.end] == "Imprisonment for 5 years"


#: words of the section that speaks of the schedule, the schedule, rows
SCHEDULES = {
    "the section says so": (
        "A person who contravenes a section in column 1 of the Schedule is liable to the penalty in column 2.",
        "Section | Penalty\n2 | 5 years\n3 | 3 years",
        [("2", NONE, 5, "no"), ("3", NONE, 3, "no")],
    ),
    "the schedule names no section": (
        "A person who does an act in column 1 of the Schedule is liable to the penalty in column 2.",
        "Act\tPenalty\nLending a key\tImprisonment for 5 years",
        [("9", NONE, 5, "no")],
    ),
    "the schedule is of permits": (
        "A permit in column 1 of the Schedule lasts for the term in column 2.", "Permit | Term\nBrown | 5 years", [],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", SCHEDULES)
def test_schedules(case: str) -> None:
    words, table, wanted = SCHEDULES[case]
    body = law("en", *SECTIONS, ("9", "Penalties", words))
    text = f"{body.text}Schedule\n{table}\n"
    start = len(body.text)
    top = Clause("schedule_1", "schedule", "", start=start, end=len(text))
    made = annotate(replace(body, text=text, components=(Component("schedule_1", (top,), start, len(text)),)))
    assert rows(made) == wanted
