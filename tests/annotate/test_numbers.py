"""Numbers in words and the periods they make."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ctip_law.annotate.grammar import grammar, languages
from ctip_law.annotate.numbers import number, years

_EN = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_EN_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ES = [
    "uno",
    "dos",
    "tres",
    "cuatro",
    "cinco",
    "seis",
    "siete",
    "ocho",
    "nueve",
    "diez",
    "once",
    "doce",
    "trece",
    "catorce",
    "quince",
    "dieciseis",
    "diecisiete",
    "dieciocho",
    "diecinueve",
    "veinte",
    "veintiuno",
    "veintidos",
    "veintitres",
    "veinticuatro",
    "veinticinco",
    "veintiseis",
    "veintisiete",
    "veintiocho",
    "veintinueve",
]
_ES_TENS = ["treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa"]
_FR = [
    "un",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "treize",
    "quatorze",
    "quinze",
    "seize",
    "dix-sept",
    "dix-huit",
    "dix-neuf",
]
_FR_TENS = {20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante", 60: "soixante", 80: "quatre-vingt"}
_ID = ["satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"]


def _say_en(n: int) -> str:
    if n >= 100:
        return _say_en(n // 100) + " hundred" + (f" and {_say_en(n % 100)}" if n % 100 else "")
    if n < 20:
        return _EN[n - 1]
    return _EN_TENS[n // 10 - 2] + (f"-{_EN[n % 10 - 1]}" if n % 10 else "")


def _say_es(n: int) -> str:
    if n < 30:
        return _ES[n - 1]
    return _ES_TENS[n // 10 - 3] + (f" y {_ES[n % 10 - 1]}" if n % 10 else "")


def _say_fr(n: int) -> str:
    if n < 20:
        return _FR[n - 1]
    base = n // 20 * 20 if n >= 60 else n // 10 * 10
    rest = n - base
    joint = " et " if rest in (1, 11) and base < 80 else "-"
    return _FR_TENS[base] + (f"{joint}{_FR[rest - 1]}" if rest else "")


def _say_id(n: int) -> str:
    if n >= 100:
        head = "seratus" if n < 200 else f"{_ID[n // 100 - 1]} ratus"
        return head + (f" {_say_id(n % 100)}" if n % 100 else "")
    if n < 10:
        return _ID[n - 1]
    if n < 20:
        return {10: "sepuluh", 11: "sebelas"}.get(n) or f"{_ID[n - 11]} belas"
    return f"{_ID[n // 10 - 1]} puluh" + (f" {_ID[n % 10 - 1]}" if n % 10 else "")


@pytest.mark.parametrize(
    ("language", "say", "most"), [("en", _say_en, 999), ("es", _say_es, 99), ("fr", _say_fr, 99), ("id", _say_id, 999)]
)
def test_every_number_that_is_spelt_is_read(language: str, say, most: int) -> None:
    words = grammar(language).numbers
    assert [n for n in range(1, most + 1) if words.value(say(n)) != n] == []


@settings(deadline=None)
@given(st.integers(1, 99), st.sampled_from(["years", "year", "months", "days"]))
def test_digits_and_words_agree(n: int, unit: str) -> None:
    english = grammar("en")
    spelt, digits = english.read_period(f"{_say_en(n)} ({n}) {unit}"), english.read_period(f"{n} {unit}")
    assert spelt == digits
    assert spelt is not None
    assert spelt[0] == spelt[1] == years(n, unit.rstrip("s"))


@settings(deadline=None)
@given(st.lists(st.sampled_from([*_EN, *_EN_TENS, "hundred"]), min_size=1, max_size=5))
def test_any_run_of_number_words_is_a_number_or_none(run: list[str]) -> None:
    value = grammar("en").numbers.value(" ".join(run))
    assert value is None or value >= 1


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("eighty (8)", 8),  # digits win over a misprint in words
        ("fifteen (15)", 15),
        ("five thirty", None),
        ("twenty twelve", None),
        ("lapan belas", None),  # Malay, not English
    ],
)
def test_number_of_words_and_digits(text: str, wanted: int | None) -> None:
    assert number(text, grammar("en").numbers) == wanted


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("en", "18 months", (1.5, 1.5)),
        ("en", "12 months", (1, 1)),
        ("en", "two to six years", (2, 6)),
        ("en", "six months to two years", (0.5, 2)),
        ("en", "between 3 and 5 years", (3, 5)),
        ("en", "six years and one day", (6, 6)),
        ("en", "four years and six months", (4.5, 4.5)),
        ("en", "six months and two years", (0.5, 2)),
        ("es", "trece (13) a veintitres (23) anos", (13, 23)),
        ("fr", "de cinq a dix ans", (5, 10)),
        ("id", "9 (sembilan) bulan", (0.75, 0.75)),
        ("ms", "lima belas tahun", (15, 15)),
    ],
)
def test_periods_are_read_in_years(language: str, text: str, wanted: tuple[float, float]) -> None:
    assert grammar(language).read_period(text) == wanted


def test_whole_years_are_integers() -> None:
    assert all(isinstance(end, int) for end in grammar("en").read_period("10 years"))


def test_there_are_five_languages() -> None:
    assert languages() == ("en", "es", "fr", "id", "ms")
    assert grammar("en-GB") is grammar("en-IE") is grammar("en")
    assert grammar("th") is None
