"""Every term with every fine, alone and beside another tier: what a tier says is its own. All clauses are invented."""

# ruff: noqa: E501 (tables of clauses, one a line)
from __future__ import annotations

from itertools import product

import pytest

from ctip_law.annotate.tier import bounds
from tests.annotate.laws import law

#: Words of a term, and the least, the most and whether it is life.
TERMS = {
    "imprisonment for five years": (None, 5, False),
    "imprisonment for a term not exceeding ten years": (None, 10, False),
    "imprisonment for not less than two years and not more than six years": (2, 6, False),
    "imprisonment for a term of not less than four years": (4, None, False),
    "imprisonment for a term of between three and seven years": (3, 7, False),
    "imprisonment for a minimum term of not less than two years and a maximum term of not more than six years": (2, 6, False),
    "imprisonment for a minimum term of two years": (2, None, False),
    "imprisonment for six months": (None, 0.5, False),
    "imprisonment for life": (None, None, True),
}
#: What stands behind it, and what it says of a fine.
FINES = {
    "": "no",
    " and a fine": "yes",
    " and to a fine of 500 crowns": "yes",
    " and a fine not exceeding 500 crowns": "yes",
    " or a fine": "alternative",
    " or a fine of 500 crowns": "alternative",
    " or a fine or both": "alternative",
    " or to a fine not exceeding 500 crowns or to both": "alternative",
}
#: How two tiers stand in one section.
JOINTS = (
    "A person who locks a door is liable to {}; in the case of a second offence, to {}.",
    "A person who locks a door is liable to {}. Where a guest was hurt, the person is liable to {}.",
    "(a) A person who locks a door is liable to {};\n(b) a keeper who locks a door is liable to {}.",
    "(1) A person who locks a door is liable to {}.\n(2) A keeper who locks a door shall be punished with {}.",
)


def rows(words: str) -> list[tuple[float | None, float | None, bool, str]]:
    return [(one.min_years, one.max_years, one.life, one.fine) for one in law("en", ("5", "Doors", words)).penalties]


@pytest.mark.parametrize("term", list(TERMS))
def test_a_term_and_a_fine_are_read_as_they_stand(term: str) -> None:
    for behind, fine in FINES.items():
        words = f"A person who locks a door is liable to {term}{behind}."
        assert rows(words) == [(*TERMS[term], fine)], words


@pytest.mark.parametrize("joint", JOINTS)
@pytest.mark.parametrize("term", list(TERMS))
def test_each_tier_has_its_own_fine(term: str, joint: str) -> None:
    for (first, one), (other, two) in product(FINES.items(), FINES.items()):
        words = joint.format(f"{term}{first}", f"imprisonment for a term not exceeding twelve years{other}")
        assert rows(words) == [(*TERMS[term], one), (None, 12, False, two)], words


@pytest.mark.parametrize("third", [" and a fine", ""])
def test_the_tier_between_two_others_has_its_own_fine(third: str) -> None:
    for (first, one), (second, two) in product(FINES.items(), FINES.items()):
        words = (
            f"A person who locks a door is liable to imprisonment for two years{first}; in the case of a second offence, to"
            f" imprisonment for four years{second}; in the case of a third offence, to imprisonment for eight years{third}."
        )
        wanted = [(None, 2, False, one), (None, 4, False, two), (None, 8, False, FINES[third])]
        assert rows(words) == wanted, words


#: A fine that stands before the term, in a case of its own or not.
BEFORE = [
    ("A person who locks a door is liable to a fine and to imprisonment for three years.", [(None, 3, False, "yes")]),
    ("A person who locks a door is liable to a fine or to imprisonment for three years.", [(None, 3, False, "alternative")]),
    ("A person who locks a door is liable to a fine or to imprisonment for three years or to both.", [(None, 3, False, "alternative")]),
    ("A person who locks a door is liable to a fine; a keeper is liable to imprisonment for three years.", [(None, 3, False, "no")]),
    ("A person who locks a door is liable to a fine. A keeper is liable to imprisonment for three years.", [(None, 3, False, "no")]),
    ("A person is liable to a fine and, in the case of a second offence, to imprisonment for three years.", [(None, 3, False, "yes")]),
    ("A person is liable to imprisonment for one year and a fine and, in the case of a second offence, to imprisonment for three years.", [(None, 1, False, "yes"), (None, 3, False, "no")]),
]  # fmt: skip


@pytest.mark.parametrize(("words", "wanted"), BEFORE)
def test_a_fine_before_the_term(words: str, wanted: list[tuple[float | None, float | None, bool, str]]) -> None:
    assert rows(words) == wanted


def test_a_sentence_that_opens_no_list_governs_none_after_it() -> None:
    words = (
        "A person who locks a door shall be punished by the court. The tower has rooms for imprisonment of three years."
    )
    assert rows(words) == []


@pytest.mark.parametrize(
    ("cue", "period", "read"),
    [
        ("low", (2, 2), (2, None)),
        ("low", (2, 5), (2, 5)),
        ("high", (5, 5), (None, 5)),
        ("high", (2, 5), (2, 5)),
        (None, (2, 5), (2, 5)),
        (None, (5, 5), (5, 5)),
        (None, (5, 2), (None, 2)),  # "five years, two years": no least term is above the most
    ],
)
def test_the_bounds_of_a_period(
    cue: str | None, period: tuple[float, float], read: tuple[float | None, float | None]
) -> None:
    assert bounds(cue, period) == read
