"""Which instruments a law is held against; nothing is guessed from a path."""

from __future__ import annotations

import pytest

from ctip_law.choice import check, instruments
from ctip_law.countries import _table, country_code, country_name
from ctip_law.errors import UsageError
from ctip_law.framework import binding, load
from ctip_law.model import Law, Source


def law(country: str) -> Law:
    return Law("/akn/x", "Act", "en", "", Source("my/act.txt", "", "", "text"), (), country=country)


@pytest.mark.parametrize(
    ("against", "country", "laws", "expected"),
    [
        ("", "", [], (("tip",), "")),
        ("", "", [law("")], (("tip",), "")),  # the path names Malaysia and nobody asks it
        ("untoc, tip", "", [], (("tip", "untoc"), "")),  # in the framework's order
        (["som"], "", [], (("som",), "")),
        ("tip", "Singapore", [], (("tip",), "SG")),
        ("tip", "sgp", [], (("tip",), "SG")),
        ("", "", [law("EU")], (("tip",), "")),  # no country
        ("", "", [law("SG"), law("MY")], (("tip",), "")),  # two countries are none
        ("tip", "", [law("sg")], (("tip",), "SG")),
    ],
)
def test_the_choice(against: str, country: str, laws: list[Law], expected: tuple[tuple[str, ...], str]) -> None:
    assert instruments(against, country, laws) == expected


def test_all_is_all() -> None:
    assert instruments("all", "", [])[0] == tuple(load().instruments)


def test_what_binds_is_taken_when_the_country_is_known() -> None:
    bound = binding("SG")
    assert "tip" in bound
    assert instruments("", "SG", []) == (bound, "SG")
    assert instruments("binding", "", [law("SG")]) == (bound, "SG")


@pytest.mark.parametrize(
    ("against", "country", "code"),
    [("venice", "", "CT002"), ("", "Atlantis", "CT001"), ("binding", "", "CT001"), ("binding", "AQ", "CT002")],
)
def test_what_cannot_be_chosen(against: str, country: str, code: str) -> None:
    with pytest.raises(UsageError) as raised:
        instruments(against, country, [])
    assert raised.value.code == code
    assert raised.value.exit_code == 2


def test_ids_are_checked_without_a_law() -> None:
    check("binding", "")
    check("all", "Malaysia")
    with pytest.raises(UsageError, match="CT002"):
        check("tip,venice", "")


def test_every_spelling_of_a_country_means_one_country() -> None:
    spellings = [spelling.casefold() for code, row in _table().items() for spelling in (code, *row)]
    assert len(spellings) == len(set(spellings))
    assert len(_table()) == 249


@pytest.mark.parametrize(
    ("given", "code"),
    [("my", "MY"), ("MYS", "MY"), ("Malaysia", "MY"), ("republic of korea", "KR"), ("Trinidad and Tobago", "TT")],
)
def test_countries_by_code_and_name(given: str, code: str) -> None:
    assert country_code(given) == code
    assert country_name(code)


def test_a_country_is_never_guessed() -> None:
    with pytest.raises(UsageError, match=r"perhaps MY \(Malaysia\)"):
        country_code("Malaysa")
    with pytest.raises(UsageError, match="CT001"):
        country_code("")
