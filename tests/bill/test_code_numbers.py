"""Laws that are numbered as codes are: the orders of their bills are read and carried out, and what they put in stands
where it belongs."""

from __future__ import annotations

import re

import pytest

from ctip_law import parse
from ctip_law.annotate.amendments import amendments
from ctip_law.annotate.new_units import units
from ctip_law.bill import amending_bill
from tests.bill.statutes import ARTICLES

_TITLE = "Law on Trafficking in Persons"


def numbered(pattern: str) -> str:
    """`ARTICLES` as sections of a code: {n} is the number of the article with two digits."""
    text = ARTICLES.replace("Article 2-1. Exploitation", "Article 9. Exploitation").replace("article 2", "article 02")
    return re.sub(
        r"\b([Aa])rticle 0?(\d)\b\.?",
        lambda match: (
            ("Section " if match[1] == "A" else "section ")
            + pattern.format(n=f"{int(match[2]):02d}")
            + ("." if match[0].endswith(".") else "")
        ),
        text,
    )


@pytest.mark.parametrize(
    ("pattern", "new"),
    [
        ("20A.{n}", r"20A\.\d\d[A-Z]"),
        ("22-18{n}", r"22-18\d\d[A-Z]"),
        ("16-3-20{n}", r"16-3-20\d\d[A-Z]"),
        ("13A-6-1{n}", r"13A-6-1\d\d[A-Z]"),
        ("18.2-3{n}", r"18\.2-3\d\d[A-Z]"),
        ("7.{n}", r"7\.\d\d[A-Z]"),  # was read before, and still is
    ],
)
def test_a_bill_for_a_code_is_carried_out(pattern: str, new: str) -> None:
    text = numbered(pattern)
    assert pattern.format(n="02") in text
    made = amending_bill(parse("-", stdin=text.encode(), lang="en"), against="tip")
    assert made.proof is not None
    assert made.changes
    assert made.proof.applied == made.proof.orders == len(made.changes)
    assert made.proof.lost == ()
    nums = [section.num for change in made.changes for section in change.sections]
    assert nums
    assert all(re.fullmatch(new, num) for num in nums)


@pytest.mark.parametrize(
    "num", ["433ter", "433quinquies", "433novies/1", "417/59", "225-4-1", "12 bis", "12", "L1261-1", "R. 8112-3"]
)
def test_an_article_of_a_french_code_is_named_whole(num: str) -> None:
    text = f"LOI SUR LES JARDINS\n\nArticle 1. Objet\nLe code est modifié.\n\nArticle 2.\nL’article {num} est abrogé.\n"
    found = amendments(parse("-", stdin=text.encode(), lang="fr")).instructions
    assert [one.target for one in found] == [f"section {num.replace(' ', '')}"]


@pytest.mark.parametrize(
    "num",
    [
        "433quinquies/1",
        "417/59/1",
        "433bis",
        "20A.02A",
        "22-1832A",
        "12 ter",
        "12A",
        "L1261-1-1",
        "11 bis 2",
        "11 duodecies",
        "16-3-2010A",
    ],
)
def test_a_new_section_of_a_code_is_found_by_its_number(num: str) -> None:
    words = f"Article {num}. Un mur\n1) Un mur est bas.\n2) Une porte reste ouverte."
    assert [node.num for node in units(words, "article", "", ("article",))] == [num.replace(" ", "")]
