"""Numbers for what is put in between, and the file with the words of a bill."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ctip_law.bill.numbers import between, family_end, label_after
from ctip_law.bill.wording import read
from ctip_law.datafile import DataFile
from ctip_law.errors import DataError
from ctip_law.languages import FOLDER
from ctip_law.structure.numbers import sort_key


@pytest.mark.parametrize(
    ("num", "nums", "last"),
    [
        ("12", ["11", "12", "13"], "12"),
        ("12", ["12", "12A", "12B", "13"], "12B"),
        ("12", ["12", "12-1", "12-2", "13"], "12-2"),
        ("12", ["12", "12 bis", "13"], "12 bis"),
        ("1", ["1", "12", "12A"], "1"),  # 12 is no 1 that was put in
        ("22-1832", ["22-1831", "22-1832", "22-1833"], "22-1832"),  # nothing has the number 22
        ("11", ["11", "11 bis", "11 bis 1", "11 bis 2", "11 ter", "11 quáter", "12"], "11 quáter"),
        ("11", ["11", "11 bis", "12 bis 1"], "11 bis"),
    ],
)
def test_what_was_put_in_after_a_number_stays_with_it(num: str, nums: list[str], last: str) -> None:
    assert family_end(num, nums) == last


@pytest.mark.parametrize(
    ("num", "nums", "last"),
    [
        ("12", ["12", "12/1", "12/2", "13"], "12/2"),
        ("12 ter", ["12 ter", "12 quater", "13"], "12 ter"),  # what follows 12 ter is 12 ter/1
        ("12ter", ["12ter", "12ter/1", "12quater"], "12ter/1"),
        ("12/7", ["12", "12/7", "12/8", "12/10"], "12/7"),  # so many are a chapter
    ],
)
def test_where_a_stroke_puts_numbers_in_between(num: str, nums: list[str], last: str) -> None:
    assert family_end(num, nums, "/1") == last


@pytest.mark.parametrize(
    ("num", "series", "taken", "made"),
    [
        ("12", "A", ["12"], ["12A", "12B"]),
        ("12B", "A", ["12", "12A", "12B"], ["12C", "12D"]),
        ("12H", "A", ["12H"], ["12J", "12K"]),  # no I: it is read as 1
        ("12Z", "A", ["12Z"], ["12AA", "12AB"]),
        ("12", "-1", ["12"], ["12-1", "12-2"]),
        ("12-2", "-1", ["12", "12-1", "12-2"], ["12-3", "12-4"]),
        ("12", " bis", ["12"], ["12 bis", "12 ter"]),
        ("11 quáter", " bis", ["11", "11 bis", "11 bis 2", "11 ter", "11 quáter"], ["11 quinquies", "11 sexies"]),
        ("16-3-2010", "A", ["16-3-2010", "16-3-2020"], ["16-3-2010A", "16-3-2010B"]),
        ("L1261-1", "-1", ["L1261-1", "L1261-2"], ["L1261-1-1", "L1261-1-2"]),
        ("20A.02", "A", ["20A.02", "20A.03"], ["20A.02A", "20A.02B"]),
        ("22-1832", "A", ["22-1831", "22-1832"], ["22-1832A", "22-1832B"]),
        ("433ter", "/1", ["433ter", "433quater"], ["433ter/1", "433ter/2"]),
        ("12/1", "/1", ["12", "12/1"], ["12/2", "12/3"]),
        ("417/59", "/1", ["417", "417/10", "417/59", "417/60"], ["417/59/1", "417/59/2"]),
    ],
)
def test_numbers_go_on_in_the_series_of_the_law(num: str, series: str, taken: list[str], made: list[str]) -> None:
    assert list(islice(between(num, series, taken), 2)) == made


@pytest.mark.parametrize(
    ("label", "taken", "made"), [("f", ["e", "f", "g"], "fa"), ("fa", ["f", "fa"], "fb"), ("f", ["f", "fa"], "fb")]
)
def test_labels_go_on_behind_a_paragraph(label: str, taken: list[str], made: str) -> None:
    assert label_after(label, taken) == made


@settings(deadline=None)
@given(st.integers(1, 400), st.sampled_from(["A", "-1"]), st.integers(1, 60))
def test_new_numbers_rise_and_none_is_taken(num: int, series: str, count: int) -> None:
    made = list(islice(between(str(num), series, [str(num)]), count))
    assert len(set(made)) == count
    assert not {"I", "O"} & set("".join(made))
    keys = [sort_key(one) for one in [str(num), *made, str(num + 1)]]
    assert keys == sorted(keys)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('cited = "{title} (Amendment) {act}"', 'cited = "{title (Amendment)"', "braces"),
        ('plural = "s"', 'plurale = "s"', "plurale"),
        ("(?P<title>", "(?P<name>", "title"),
        ("(?P<title>", "((?P<title>", "pattern"),
    ],
)
def test_a_wrong_word_file_is_told_with_its_line(tmp_path: Path, old: str, new: str, told: str) -> None:
    text = (FOLDER / "en" / "bill.toml").read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "bill.toml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(DataError) as error:
        read(DataFile(path))
    assert told in str(error.value)
    assert error.value.place.isdecimal()
