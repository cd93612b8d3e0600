"""Age limits: the operator, the years, whose age, and numbers of years that are no ages."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.annotate.laws import law

CASES = {
    "en": {
        "A child is a person under the age of eighteen years.": [("<", 18)],
        "The individual is below 18 years of age.": [("<", 18)],
        "The victim has not attained the age of 16 years.": [("<", 16)],
        "A person who has not yet reached eighteen (18) years of age is a minor.": [("<", 18)],
        "It applies to a person under eighteen.": [],
        "A girl under sixteen years may ask for it.": [("<", 16)],
        "A witness above seven years of age may speak.": [(">", 7)],
        "A person of not less than 21 years of age may be appointed.": [(">=", 21)],
        "A person aged 16 years or over may consent.": [(">=", 16)],
        "A victim who had attained the age of 14 years but had not attained the age of 18 years.": [
            (">=", 14),
            ("<", 18),
        ],
        "He is liable to imprisonment for a term of less than ten years.": [],
        "The file is kept for not less than seven years.": [],
        "The child may stay for up to two years.": [],
        "Proceedings older than five years are closed.": [],
    },
    "es": {
        "Es niño toda persona menor de 18 años de edad.": [("<", 18)],
        "La víctima es menor de catorce años.": [("<", 14)],
        "La víctima es mayor de quince años pero menor de dieciocho años.": [(">", 15), ("<", 18)],
        "quien no haya cumplido dieciocho años": [("<", 18)],
        "La pena será no menor de doce ni mayor de veinte años de prisión.": [],
        "El plazo no será mayor de tres años.": [],
    },
    "fr": {
        "Le terme enfant désigne toute personne de moins de dix-huit ans.": [("<", 18)],
        "La victime est un mineur de quinze ans.": [("<", 15)],
        "Le délai est de moins de deux ans.": [],
    },
    "id": {
        "Anak adalah seseorang yang belum berusia 18 (delapan belas) tahun.": [("<", 18)],
        "Surat disimpan kurang dari 5 (lima) tahun.": [],
    },
    "ms": {
        "seseorang yang di bawah umur lapan belas tahun": [("<", 18)],
        "selama tempoh tidak melebihi tiga tahun": [],
    },
}


@pytest.mark.parametrize(("language", "words"), [(lang, words) for lang, cases in CASES.items() for words in cases])
def test_age_limit(language: str, words: str) -> None:
    found = law(language, ("2", "Scope", words)).ages
    assert [(age.op, age.years) for age in found] == CASES[language][words]


def test_the_age_belongs_to_the_term_it_defines() -> None:
    made = law(
        "en",
        (
            "2",
            "Interpretation",
            "In this Act—\n“minor” means a person under the age of 17 years;\n“ship” means any vessel.",
        ),
    )
    (age,) = made.ages
    assert (age.of, age.op, age.years, age.eid) == ("minor", "<", 17, "sec_2")
    assert made.text[age.start : age.end] == "under the age of 17 years"


@settings(deadline=None, max_examples=40)
@given(st.integers(1, 99))
def test_every_age_is_read_as_it_stands(years: int) -> None:
    (age,) = law("en", ("2", "Scope", f"A person under {years} years of age is protected.")).ages
    assert (age.op, age.years) == ("<", years)
