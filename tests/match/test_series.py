"""Common verbs are acts of trafficking in a series of what is done to a person, and nowhere else."""

# ruff: noqa: E501 (tables of clauses)

from __future__ import annotations

import pytest

from ctip_law.match import match
from tests.match.conftest import law_of

ACT = """{title}

1. {heading}
{text}
"""
TRADE = ("Trade in Persons Act, 2020", "Trafficking in persons")
ROADS = ("Road Carriers Act, 2020", "Carriers")
FIVE = {f"act.{kind}" for kind in ("recruitment", "transportation", "transfer", "harbouring", "receipt")}


def acts(lang: str, title: tuple[str, str], text: str) -> set[str]:
    elements = match([law_of(ACT.format(title=title[0], heading=title[1], text=text), lang)]).elements
    return {act for act in FIVE if elements[act].status == "present"}


@pytest.mark.parametrize(
    ("lang", "title", "text", "found"),
    [
        (
            "en",
            TRADE,
            "A person commits trafficking in persons who by threat finds, carries, lodges or hands over another person so "
            "that the other is exploited, and is liable to imprisonment for ten years.",
            {"recruitment", "transportation", "harbouring", "transfer"},
        ),
        (
            "es",
            ("Ley contra la trata de personas", "Trata de personas"),
            "Comete el delito de trata de personas quien, con amenazas, enganche, lleve, entregue o esconda a una persona "
            "con fines de explotación, y será castigado con prisión de diez años.",
            {"recruitment", "transportation", "transfer", "harbouring"},
        ),
        (
            "fr",
            ("Loi relative à la traite des personnes", "Traite des personnes"),
            "Commet la traite des personnes quiconque, par la menace, embauche, achemine, cède ou loge une personne aux "
            "fins d'exploitation ; il est puni de dix ans d'emprisonnement.",
            {"recruitment", "transportation", "transfer", "harbouring"},
        ),
        # two kinds make no series
        (
            "en",
            TRADE,
            "A person commits trafficking in persons who by threat leads or boards another person so that the other is "
            "exploited, and is liable to imprisonment for ten years.",
            set(),
        ),
        # nothing is done to a person
        (
            "en",
            TRADE,
            "Trafficking in persons is investigated by a unit, which finds, carries, lodges and hands over papers, and "
            "keeps a register of them.",
            set(),
        ),
        # of what else the section speaks
        (
            "en",
            ROADS,
            "A carrier who finds, carries, lodges or hands over another person without a licence commits an offence and is "
            "liable to imprisonment for ten years.",
            set(),
        ),
    ],
)
def test_a_series_of_acts(lang: str, title: tuple[str, str], text: str, found: set[str]) -> None:
    assert acts(lang, title, text) >= {f"act.{kind}" for kind in found}
    if not found:
        assert acts(lang, title, text) == set()


def test_verbs_far_apart_make_no_series() -> None:
    far = (
        "A person commits trafficking in persons who by threat finds, in any town or village of the republic, leads, by "
        "whatever road there may be at the time, boards, in a house or a barn that is not his own, or surrenders, to "
        "whoever may ask for it, another person so that the other is exploited."
    )
    assert acts("en", TRADE, far) == set()
