"""Numbers of units in any script, and how deep paragraph markers stand."""

# ruff: noqa: E501 (tables of texts)
from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctip_law.structure.chain import is_next
from ctip_law.structure.depth import depths
from ctip_law.structure.numbers import decimal_key, han_value, number_of, roman_value, sort_key, tidy, western

PRINTED = [
    ("12.", "12"), ("Section 12.", "12"), ("4A", "4A"), ("SEC. 4-A.", "4-A"), ("§ 12", "12"), ("279.011", "279.011"),
    ("Artículo 12°.-", "12"), ("Art. 3 bis", "3 bis"), ("Article 3bis", "3bis"), ("Art. 433novies/2", "433novies/2"), ("Art. 600-BIS.", "600 bis"), ("Article 1er", "1"), ("มาตรา ๖", "6"),
    ("১২।", "12"), ("धारा १५", "15"), ("المادة ١٢", "12"), ("第二百二十六条の二", "226-2"), ("第十二条之一", "12-1"), ("第3条", "3"),
    ("§ 133¹", "133-1"), ("Section 4/1.", "4/1"), ("(a)", "a"), ("(iv)", "iv"), ("PART IV", "IV"), ("268a bis", "268a bis"),
    ("Pasal 27A", "27A"), ("", ""), ("22 to 26", "22-26"), ("§§ 3 und 4", "3-4"), ("Articles 5 à 7", "5-7"),
    ("Sections 5A and 6.", "5A-6"), ("26 to 22", "26"), ("2 and", "2"), ("5 of 2010", "5"),
]  # fmt: skip


@pytest.mark.parametrize(("printed", "number"), PRINTED)
def test_number_of(printed: str, number: str) -> None:
    assert number_of(printed) == number


@pytest.mark.parametrize(
    ("word", "value"), [("十二", 12), ("二百二十六", 226), ("一二", 12), ("一千零二", 1002), ("廿三", 23)]
)
def test_han(word: str, value: int) -> None:
    assert han_value(word) == value


@pytest.mark.parametrize(("word", "value"), [("IV", 4), ("xxvii", 27), ("IIII", 0), ("", 0), ("ABC", 0), ("mcm", 1900)])
def test_roman(word: str, value: int) -> None:
    assert roman_value(word) == value


@pytest.mark.parametrize(
    "numbers",
    [
        ["1", "2", "3", "3A", "3B", "4", "10", "22", "22A"],
        ["279", "279.01", "279.011", "279.02", "279.1"],
        ["3", "3 bis", "3 ter", "3 quater", "4"],
        ["270.1", "270.2", "270.9", "270.10"],
        ["225-4-1", "225-4-2", "225-5"],
        ["4", "4/1", "4/2", "5"],
    ],
)
def test_order(numbers: list[str]) -> None:
    assert sorted(numbers, key=sort_key) == numbers


def test_decimal_order() -> None:
    numbers = ["82.3", "82.31", "82.4", "83"]
    assert sorted(numbers, key=decimal_key) == numbers


@pytest.mark.parametrize(
    ("first", "second", "follows"),
    [
        ("4", "5", True),
        ("4", "4A", True),
        ("4A", "4B", True),
        ("4B", "5", True),
        ("4", "6", False),
        ("5", "4", False),
        ("4", "4", False),
    ],
)
def test_is_next(first: str, second: str, follows: bool) -> None:
    assert is_next(sort_key(first), sort_key(second)) is follows


DEPTHS = [
    ("(h) (i) (j)", [0, 0, 0]),
    ("h i ii", [0, 1, 1]),
    ("1 2 a b 3", [0, 0, 1, 1, 0]),
    ("1 a i ii b 2", [0, 1, 2, 2, 1, 0]),
    ("a b c d đ e", [0, 0, 0, 0, 0, 0]),
    ("a z aa bb", [0, 0, 0, 0]),
    ("1 ক খ 2", [0, 1, 1, 0]),
    ("ก ข 1", [0, 0, 1]),
    ("a c", [0, 0]),  # (b) is repealed
    ("1 a 1A a 2", [0, 1, 0, 1, 0]),  # what stood below (1) ends where (1A) was put in
    ("1 a i 1A a i 2", [0, 1, 2, 0, 1, 2, 0]),
    ("1 a i aa i b 2", [0, 1, 2, 1, 2, 1, 0]),
]


@pytest.mark.parametrize(("markers", "expected"), DEPTHS)
def test_depths(markers: str, expected: list[int]) -> None:
    assert depths(markers.replace("(", "").replace(")", "").split()) == expected


@pytest.mark.outside
def test_depth_cases_of_others(shared: Path) -> None:
    cases = json.loads((shared / "structure" / "depth-cases.json").read_text("utf-8"))["cases"]
    assert len(cases) >= 12
    assert [case["name"] for case in cases if depths(case["markers"]) not in case["depths"]] == []


@given(st.text(max_size=40))
def test_never_fails(text: str) -> None:
    assert isinstance(number_of(text), str)
    assert isinstance(tidy(western(text)), str)
    sort_key(text)


@given(st.lists(st.sampled_from(["a", "b", "i", "ii", "1", "2", "A", "I", "c", "x"]), max_size=30))
def test_depth_grows_by_one(markers: list[str]) -> None:
    found = depths(markers)
    assert len(found) == len(markers)
    assert all(after <= before + 1 for before, after in pairwise(found))
