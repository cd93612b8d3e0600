"""Penalties as rows: what each drafting family says, and what only looks like a penalty.

A row is (minimum, maximum, life, death, fine); terms in years. The clauses are made up.
"""

# ruff: noqa: E501  (tables of clauses, one a line)

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ctip_law.model import Penalty
from tests.annotate.laws import law

NONE = None


def row(penalty: Penalty) -> tuple[float | None, float | None, bool, bool, str]:
    return penalty.min_years, penalty.max_years, penalty.life, penalty.death, penalty.fine


def rows(language: str, words: str) -> list[tuple[float | None, float | None, bool, bool, str]]:
    return [row(penalty) for penalty in law(language, ("5", "Offence", words)).penalties]


def term(low: float | None, high: float | None, fine: str = "no", *, life: bool = False, death: bool = False):
    return low, high, life, death, fine


ENGLISH = {
    "what an attempt costs is no row of the offence": (
        "is liable to imprisonment for nine years. An attempt to do so is punishable with imprisonment for three years.",
        [term(NONE, 9)],
    ),
    "who attempts it as well as who does it": (
        "A person who does so or attempts to do so is liable to imprisonment for nine years.",
        [term(NONE, 9)],
    ),
    # terms in the items below their word
    "terms in items": (
        "shall be punished with imprisonment of (i) five years, for a grown person; (ii) ten years, for a child.",
        [term(5, 5), term(10, 10)],
    ),
    "a bound above the items": (
        "is liable to imprisonment for a term not exceeding (a) five years, where the victim is an adult; (b) ten years, "
        "where the victim is under eighteen years.",
        [term(NONE, 5), term(NONE, 10)],
    ),
    "ranges in items": (
        "The following are punished with imprisonment: (a) who recruits, from two to four years; (b) who sells, from four "
        "to six years.",
        [term(2, 4), term(4, 6)],
    ),
    "an age in an item is no term": (
        "shall be punished with imprisonment: (a) of a child under twelve years of age; (b) six years, of anyone else.",
        [term(6, 6)],
    ),
    "lists in lists": (
        "shall be liable (a) if the victim is (i) an adult, to imprisonment for ten years; (ii) a child, to imprisonment "
        "for fifteen years; (b) in any other case, to imprisonment for five years.",
        [term(NONE, 10), term(NONE, 15), term(NONE, 5)],
    ),
    # the offence is the subject
    "is an offence punishable by": ("Holding a person so is an offence punishable by imprisonment for 12 years.", [term(12, 12)]),
    "it is an offence punishable": ("It is an offence punishable by imprisonment of five to ten years to hold a person.", [term(5, 10)]),
    "guilty of an offence, punishable": ("is guilty of an offence, punishable by up to 10 years in prison.", [term(NONE, 10)]),
    "if it is an offence punishable": (
        "If the act is an offence punishable by imprisonment for ten years, the court may keep the papers.",
        [],
    ),
    "instead of the punishment": (
        "is liable, instead of the punishment in subsection (1), to imprisonment for fifteen years.",
        [term(NONE, 15)],
    ),
    "a fine in lieu of imprisonment": ("The court may impose a fine in lieu of imprisonment for two years.", []),
    "leave to go below the least term": (
        "shall be punishable with imprisonment for a term which shall not be less than seven years: Provided that the court "
        "may, for special reasons, impose a sentence of imprisonment for a term of less than seven years.",
        [term(7, NONE)],
    ),
    "a not for two bounds": (
        "punishable by imprisonment for life or for any term of not more than 90 years or less than 20 years.",
        [term(20, 90, life=True)],
    ),
    "a not for two bounds, the other way": ("shall be punished with imprisonment of not less than 5 or more than 20 years.", [term(5, 20)]),
    "a term of years or life": ("it shall be punishable for a term of years not less than six years or life.", [term(6, NONE, life=True)]),
    "between and": ("shall be sentenced to between five and ten years' imprisonment.", [term(5, 10)]),
    "the maximum is raised": (
        "is punished with imprisonment of not less than two years and not more than five years. If the victim is a child, "
        "the maximum term of imprisonment is increased to ten years.",
        [term(2, 5), term(2, 10)],
    ),
    "the told term is not laid down again": (
        "shall be punished with imprisonment of not less than two years and not more than six years, and if force is used the "
        "punishment of imprisonment for six years shall extend to imprisonment for nine years.",
        [term(2, 6), term(2, 9)],
    ),
    "may extend to keeps nothing": (
        "shall be punished with imprisonment of not less than two years. Whoever hides it is liable to imprisonment which may "
        "extend to nine years.",
        [term(2, NONE), term(NONE, 9)],
    ),
    "a maximum sentence of": ("An offence against subsection (1) carries a maximum sentence of 14 years.", [term(NONE, 14)]),
    "a minimum sentence of": ("The court shall impose a minimum sentence of five years on the offender, who is punished.", [term(5, NONE)]),
    "a maximum sentence of imprisonment": ("carries a maximum sentence of 14 years' imprisonment.", [term(NONE, 14)]),
    "faces": ("Whoever does it faces up to fifteen years in prison.", [term(NONE, 15)]),
    "a sentence served is none": ("A prisoner with a maximum sentence of 14 years may write letters from prison.", []),
    # a fine that is counted in years of pay
    "years of wages": ("is liable to a fine of ten years of wages or to imprisonment for two years.", [term(NONE, 2, "alternative")]),
    # Commonwealth Acts
    "commonwealth maximum": (
        "commits an offence and is liable on conviction to imprisonment for a term not exceeding ten years.",
        [term(NONE, 10)],
    ),
    "both bounds, fine added": (
        "shall be punished with imprisonment for a term not less than four years but not exceeding nine years, and "
        "shall also be liable to fine.",
        [term(4, 9, "yes")],
    ),
    "fine or prison or both": (
        "is liable to a fine not exceeding 900 units or to imprisonment for a period not exceeding 7 years or to both.",
        [term(NONE, 7, "alternative")],
    ),
    "liable to a bare term": ("is liable to imprisonment for fourteen years.", [term(NONE, 14)]),
    "two tiers by conviction": (
        "is liable, in the case of a first offence, to imprisonment for a term not exceeding 5 years; and in the case "
        "of a second offence, to imprisonment for a term not exceeding 8 years and a fine.",
        [term(NONE, 5), term(NONE, 8, "yes")],
    ),
    "later conviction in one sentence": (
        "is liable to imprisonment for a term of not less than thirty years or to a fine or to both and upon "
        "subsequent conviction, to imprisonment for life.",
        [term(30, NONE, "alternative"), term(NONE, NONE, life=True)],
    ),
    "summary and on indictment": (
        "is liable (a) on summary conviction, to imprisonment for a term not exceeding 6 months or a fine, or both; "
        "(b) on conviction on indictment, to imprisonment for life.",
        [term(NONE, 0.5, "alternative"), term(NONE, NONE, life=True)],
    ),
    "life or less": ("shall be liable to imprisonment for life or a lesser term.", [term(NONE, NONE, life=True)]),
    "minimum and life": (
        "is liable to imprisonment for a term of not less than twelve years and may be liable to imprisonment for life.",
        [term(12, NONE, life=True)],
    ),
    # penal codes of the Indian family
    "may extend to": (
        "shall be punished by rigorous imprisonment for a term which shall not be less than six years but which may "
        "extend to eleven years, and shall also be liable to fine.",
        [term(6, 11, "yes")],
    ),
    "may extend to life": (
        "shall be punished with imprisonment for a term not less than nine years but which may extend to imprisonment "
        "for life.",
        [term(9, NONE, life=True)],
    ),
    "life or a term": (
        "shall be punished with life imprisonment, or imprisonment of either description for a term which may "
        "extend to eight years.",
        [term(NONE, 8, life=True)],
    ),
    "death or life": (
        "shall be punished with death or imprisonment for life.",
        [term(NONE, NONE, life=True, death=True)],
    ),
    "the imprisonment itself": (
        "In that case the term of imprisonment may extend to thirteen years and shall not be less than three years.",
        [term(3, 13)],
    ),
    "minimum to a maximum of life": (
        "shall be punished with imprisonment for a term which may extend from a minimum of 9 years to a maximum of "
        "imprisonment for life.",
        [term(9, NONE, life=True)],
    ),
    # United States
    "fined under this title": (
        "shall be fined under this title, imprisoned not more than 18 years, or both.",
        [term(NONE, 18, "alternative")],
    ),
    "any term of years or life": (
        "the defendant shall be fined by this title, imprisoned for any term of years or life, or both.",
        [term(NONE, NONE, "alternative", life=True)],
    ),
    "term of years with a floor": (
        "The punishment for an offense is a fine, and imprisonment for any term of years not less than "
        "13 or for life.",
        [term(13, NONE, "yes", life=True)],
    ),
    # Philippines
    "fixed term": (
        "shall suffer the penalty of imprisonment of eighteen (18) years and a fine of One million pesos.",
        [term(18, 18, "yes")],
    ),
    "penalty by name and period": (
        "shall suffer the penalty of prision mayor in its maximum period.",
        [term(10, 12)],
    ),
    "range of names": (
        "shall suffer the penalty of reclusion temporal in its maximum period to reclusion perpetua.",
        [term(17.33, 40)],
    ),
    # Canada, Australia, Pacific
    "minimum punishment": (
        "is liable to imprisonment for a term of not more than fourteen years, and also to a minimum punishment of "
        "imprisonment for a term of four years.",
        [term(4, 14)],
    ),
    "penalty at the foot": ("A person must not do this.\nPenalty: Imprisonment for 11 years.", [term(NONE, 11)]),
    "penalty table": (
        "Penalty:\n(a) in the case of an aggravated offence--imprisonment for 16 years; or\n"
        "(b) in any other case--imprisonment for 9 years.",
        [term(NONE, 16), term(NONE, 9)],
    ),
    "maximum penalty": ("Maximum penalty—20 years imprisonment.", [term(NONE, 20)]),
    # translations of civil-law codes
    "translated range": ("shall be sentenced to between 5 and 12 years of imprisonment.", [term(5, 12)]),
    "more than, less than": (
        "shall be sentenced to fixed-term imprisonment of more than three years and less than ten years.",
        [term(3, 10)],
    ),
    "range with units": (
        "is liable to imprisonment of six (6) months to two (2) years and to a fine.",
        [term(0.5, 2, "yes")],
    ),
    "Thai manner": (
        "shall be punished with imprisonment from four years to twelve years and a fine from eighty thousand baht.",
        [term(4, 12, "yes")],
    ),
    # damaged and marked-up text
    "amendment marks": (
        "shall be punished with imprisonment 1[of not less than seven years] and fine.",
        [term(7, NONE, "yes")],
    ),
    "broken words": (
        "is liable to impri-\nsonment for a term of not less than two years and not more than six.",
        [term(2, NONE)],
    ),
    "soft hyphen": ("is liable to im\u00adprisonment for a term not exceeding ten years.", [term(NONE, 10)]),
}

#: Words of penalties that lay none down.
NOT_A_PENALTY = {
    "descriptive": "An offence punishable with imprisonment for five years or more is a serious offence.",
    "relative clause": "An offence that is punishable by imprisonment for a term of four years shall be extraditable.",
    "default of payment": "The court may order, in default of payment of the fine, imprisonment for two years.",
    "failure to pay": "A further term of imprisonment which may extend to five years may be imposed for failure to pay it.",
    "disqualified member": "A member who is convicted of an offence and sentenced to imprisonment exceeding six months shall leave office.",
    "serving": "A person serving a term of imprisonment of ten years may apply.",
    "imprisoned for a debt": "No one may be imprisoned for a debt that is more than three years old.",
    "fine by salary": "is liable to a fine of 10 years' salary.",
    "term of office": "The Chairperson shall hold office for a term not exceeding three years.",
    "limitation": "Proceedings for an offence shall be started within five years.",
    "replaced words": "is amended by deleting the words “imprisonment for a term not exceeding fifteen years”.",
    "licence": "is punished with a fine and loses the licence for five years.",
}


@pytest.mark.parametrize("case", ENGLISH)
def test_english_penalty(case: str) -> None:
    words, wanted = ENGLISH[case]
    assert rows("en", f"Any person who breaks the rule {words}" if words[0].islower() else words) == wanted


@pytest.mark.parametrize("case", NOT_A_PENALTY)
def test_words_that_lay_no_penalty_down(case: str) -> None:
    words = NOT_A_PENALTY[case]
    assert rows("en", f"Any person who breaks the rule {words}" if words[0].islower() else words) == []


OTHERS = {
    "es range": ("es", "incurrirá en prisión de once (11) a veintidós (22) años y multa de cien salarios.", [term(11, 22, "yes")]),
    "es no menor ni mayor": ("es", "será reprimido con pena privativa de libertad no menor de siete ni mayor de catorce años.", [term(7, 14)]),
    "es la pena será": ("es", "La pena será no menor de nueve ni mayor de dieciocho años de pena privativa de libertad e inhabilitación.", [term(9, 18)]),
    "es sólo mínimo": ("es", "La pena será privativa de libertad no menor de 26 años, cuando muera la víctima.", [term(26, NONE)]),
    "es perpetua": ("es", "Será castigado con cadena perpetua.", [term(NONE, NONE, life=True)]),
    "es clase y años": ("es", "será castigado con la pena de reclusión menor de uno a cuatro años y multa.", [term(1, 4, "yes")]),
    "es grados": ("es", "será castigado con la pena de presidio mayor en sus grados mínimo a medio y multa.", [term(5, 15, "yes")]),
    "es meses": ("es", "se castigará con la pena de prisión de seis meses a tres años o multa.", [term(0.5, 3, "alternative")]),
    "es descriptivo": ("es", "En los delitos castigados con pena de prisión de cinco años cabe la extradición.", []),
    "es el hecho será castigado": ("es", "El hecho será castigado con la pena de prisión de dos a cinco años.", [term(2, 5)]),
    "es días multa": ("es", "será reprimido con sesenta días multa.", []),
    "es inhabilitación": ("es", "será castigado con inhabilitación de seis a doce años.", []),
    "fr intervalle": ("fr", "est puni de six à onze ans d'emprisonnement.", [term(6, 11)]),
    "fr maximum du code": ("fr", "Le fait est puni de sept ans d'emprisonnement et de 9 000 euros d'amende.", [term(NONE, 7, "yes")]),
    "fr fixe": ("fr", "Est puni d'un emprisonnement de dix (10) ans et d'une amende quiconque le fait.", [term(10, 10, "yes")]),
    "fr réclusion": ("fr", "La réclusion criminelle de douze à dix-huit ans est encourue si la victime est mineure.", [term(12, 18)]),
    "fr perpétuité": ("fr", "La peine est la réclusion criminelle à perpétuité.", [term(NONE, NONE, life=True)]),
    "fr peine nue": ("fr", "Quiconque le fait sera puni de la peine de 8 à 12 ans.", [term(8, 12)]),
    "fr canadien": ("fr", "commet une infraction passible d'un emprisonnement maximal de quatorze ans.", [term(NONE, 14)]),
    "fr l'une de ces peines": ("fr", "est puni d'un emprisonnement d'un an à trois ans et d'une amende ou de l'une de ces peines.", [term(1, 3, "alternative")]),
    "fr au moins et au plus": ("fr", "est puni d'un emprisonnement de six mois au moins et de cinq ans au plus.", [term(0.5, 5)]),
    "fr au moins à au plus": ("fr", "est puni d'emprisonnement de trois (03) mois au moins à un (01) an au plus.", [term(0.25, 1)]),
    "fr au minimum seul": ("fr", "est puni d'un emprisonnement de trois ans au minimum.", [term(3, NONE)]),
    "fr d'au moins": ("fr", "est puni d'un emprisonnement d'au moins trois ans.", [term(3, NONE)]),
    "es mínima y máxima": ("es", "será castigado con prisión mínima de dos años y máxima de seis años.", [term(2, 6)]),
    "fr descriptif": ("fr", "Les délits punis d'au moins cinq ans d'emprisonnement sont poursuivis.", []),
    "id berdua batas": ("id", "dipidana dengan pidana penjara paling singkat 4 (empat) tahun dan paling lama 13 (tiga belas) tahun dan pidana denda.", [term(4, 13, "yes")]),
    "id seumur hidup": ("id", "dipidana dengan pidana penjara paling singkat 6 (enam) tahun dan paling lama penjara seumur hidup.", [term(6, NONE, life=True)]),
    "id dan/atau denda": ("id", "dipidana dengan pidana penjara paling lama 9 (sembilan) bulan dan/atau pidana denda.", [term(NONE, 0.75, "alternative")]),
    "id kurungan pengganti": ("id", "Jika denda tidak dibayar, terpidana dijatuhi pidana pengganti kurungan paling lama 1 (satu) tahun.", []),
    "id deskriptif": ("id", "Restitusi berlaku bagi tindak pidana yang diancam dengan pidana penjara 4 (empat) tahun atau lebih.", []),
    "ms kedua-dua had": ("ms", "hendaklah dihukum dengan pemenjaraan selama tempoh tidak kurang daripada empat tahun tetapi tidak melebihi tujuh belas tahun, dan boleh juga didenda.", [term(4, 17, "yes")]),
    "ms atau kedua-duanya": ("ms", "boleh didenda tidak melebihi dua ribu ringgit atau dipenjarakan selama tempoh tidak melebihi enam tahun atau kedua-duanya.", [term(NONE, 6, "alternative")]),
}  # fmt: skip


@pytest.mark.parametrize("case", OTHERS)
def test_penalty_in_other_languages(case: str) -> None:
    language, words, wanted = OTHERS[case]
    start = {
        "es": "El que lo haga ",
        "fr": "Quiconque le fait ",
        "id": "Setiap orang yang melakukannya ",
        "ms": "Mana-mana orang ",
    }
    assert rows(language, (start[language] if words[0].islower() else "") + words) == wanted


@settings(deadline=None, max_examples=40)
@given(st.integers(1, 40), st.integers(1, 40))
def test_bounds_are_read_as_they_stand(low: int, more: int) -> None:
    words = f"Whoever does it shall be punished with imprisonment for not less than {low} years and not more than {low + more} years."
    assert rows("en", words) == [term(low, low + more)]


@pytest.mark.parametrize(
    ("words", "offence"),
    [
        ("Whoever sells a person is liable to imprisonment for ten years.",
         "Whoever sells a person is liable to imprisonment for ten years."),
        ("**Whoever** sells a person is liable to imprisonment for ten years.",
         "Whoever sells a person is liable to imprisonment for ten years."),
        ("Whoever houses, carries, sells or buys another person is liable to imprisonment for ten years.",
         "Whoever houses, carries, sells or buys another person is liable to …"),
    ],
    ids=["the number is no word of it", "signs of the format", "cut between words"],
)  # fmt: skip
def test_an_offence_without_a_heading_is_named_by_its_first_words(words: str, offence: str) -> None:
    (penalty,) = law("en", ("52", "", words)).penalties
    assert penalty.offence == offence


def test_place_section_and_offence() -> None:
    words = "(1) A person must not sell a person.\n(2) A person guilty of it is liable to imprisonment for 12 years."
    made = law("en", ("4A", "Selling persons", words))
    (penalty,) = made.penalties
    assert (penalty.section, penalty.eid, penalty.offence) == ("4A", "sec_4A__subsec_2", "Selling persons")
    assert made.text[penalty.start : penalty.end] == "imprisonment for 12 years"


def test_the_same_tier_of_one_clause_is_one_row() -> None:
    words = "is liable to imprisonment for 9 years; and is liable to imprisonment for 9 years."
    assert len(rows("en", f"A person {words}")) == 1


def test_page_furniture_in_a_sentence_is_not_read() -> None:
    words = "is liable to imprisonment for a term\nBill 12 of 2031 — page 9\nnot exceeding ten years."
    made = law("en", ("3", "Offence", f"Any person {words}"), drop="Bill 12 of 2031 — page 9")
    assert [row(penalty) for penalty in made.penalties] == [term(NONE, 10)]


def test_a_repealed_section_and_an_unknown_language_give_nothing() -> None:
    words = "A person is liable to imprisonment for 9 years."
    assert law("en", ("5", "Offence", words), repealed="5").penalties == ()
    assert rows("xx", words) == []


LIFE = [
    "shall be imprisoned for life.",
    "is liable to be imprisoned for the whole of his or her natural life.",
    "shall be punished by life in prison without parole.",
    "shall be sentenced to a life term.",
    "shall be sentenced to imprisonment until death.",
    "is liable to perpetual imprisonment.",
    "is liable on conviction to lifetime imprisonment.",
    "is liable to detention for life.",
    "is liable to jail for life.",
    "shall be punished with imprisonment for the remainder of that person's natural life.",
    "is punishable by imprisonment for any term of years or for life.",
]


@pytest.mark.parametrize("words", LIFE)
def test_life_in_every_form(words: str) -> None:
    assert rows("en", words) == [term(NONE, NONE, life=True)]


#: words -> (class, minimum, maximum); what a class costs stands in another law
CLASSES = [
    ("en", "An offence under this section is a class B felony.", [("class B felony", NONE, NONE)]),
    ("en", "A person who does it is guilty of a felony of the second degree.", [("felony of the second degree", NONE, NONE)]),
    ("en", "It is a Class A misdemeanor, except that it is a Class D felony if a child is sold.",
     [("Class A misdemeanor", NONE, NONE), ("Class D felony", NONE, NONE)]),
    ("en", "Whoever does it commits a level 5 offence.", [("level 5 offence", NONE, NONE)]),
    ("en", "It is a felony of the first degree, punishable by imprisonment for not less than 20 years.",
     [("felony of the first degree", 20, NONE)]),
    ("es", "El que lo haga incurrirá en delito grave de segundo grado y la pena es grave.", [("delito grave de segundo grado", NONE, NONE)]),
    # near-misses
    ("en", "If the offence is a class A felony, the court may order a report on the penalty.", []),
    ("en", "A person convicted of a class A felony may not be a member, on penalty of removal.", []),
    ("en", "The register of class B felonies is kept with the sentence.", []),
]  # fmt: skip


@pytest.mark.parametrize(("language", "words", "wanted"), CLASSES)
def test_classes_of_offences(language: str, words: str, wanted: list[tuple[str, float | None, float | None]]) -> None:
    made = law(language, ("5", "Offence", words))
    assert [(p.grade, p.min_years, p.max_years) for p in made.penalties] == wanted


LISTED = [
    ("es", "Serán castigados con prisión: a) de dos a cuatro años, el que capte; b) de cuatro a seis años, el que venda.", [(2, 4), (4, 6)]),
    ("es", "Será castigado con la pena de prisión siguiente: 1. De dos a cuatro años, si la víctima es mayor de dieciocho años. 2. De cinco a diez años, si es menor de doce años.", [(2, 4), (5, 10)]),
    ("fr", "Sont punis d’un emprisonnement : a) de deux à quatre ans, celui qui recrute ; b) de quatre à six ans, celui qui vend.", [(2, 4), (4, 6)]),
    ("id", "dipidana dengan pidana penjara: a. paling lama 5 tahun, jika korban dewasa; b. paling lama 10 tahun, jika korban anak.", [(NONE, 5), (NONE, 10)]),
    ("ms", "hendaklah dihukum dengan pemenjaraan: (a) tidak melebihi lima tahun, bagi orang dewasa; (b) tidak melebihi sepuluh tahun, bagi kanak-kanak di bawah umur lapan belas tahun.", [(NONE, 5), (NONE, 10)]),
    ("es", "será castigado con prisión de dos a cinco años. Si la víctima es un niño, la pena de prisión se elevará hasta diez años.", [(2, 5), (2, 10)]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "words", "wanted"), LISTED)
def test_terms_under_their_word_in_other_languages(
    language: str, words: str, wanted: list[tuple[float | None, float | None]]
) -> None:
    assert [one[:2] for one in rows(language, words)] == wanted


OFFENCES = (
    ("2", "Selling", "A person who sells another commits an offence."),
    ("3", "Hiding", "A person who hides another commits an offence."),
)
TABLES = {
    "by number and name": (
        "The penalties are: 2. Selling: imprisonment up to 9 years; 3. Hiding: a fine or imprisonment up to 2 years.",
        [("2", NONE, 9, "no"), ("3", NONE, 2, "alternative")],
    ),
    "columns": (
        "The offences are punished as follows: Section Offence Maximum imprisonment 2 Selling 9 years 3 Hiding 2 years",
        [("2", NONE, 9, "no"), ("3", NONE, 2, "no")],
    ),
    "columns with a fine": (
        "The offences are punished as follows: Section Offence Imprisonment Fine 2 Selling 9 years 50 units 3 Hiding 2 years 5 units",
        [("2", NONE, 9, "yes"), ("3", NONE, 2, "yes")],
    ),
    "numbers that are one ahead": (
        "The penalties are: 3. Selling: imprisonment up to 9 years; 4. Hiding: imprisonment up to 2 years.",
        [("2", NONE, 9, "no"), ("3", NONE, 2, "no")],
    ),
    "names that are no headings": (
        "The penalties are: 2. Buying: imprisonment up to 9 years; 3. Keeping: imprisonment up to 2 years.",
        [],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", TABLES)
def test_tables_of_offences(case: str) -> None:
    words, wanted = TABLES[case]
    made = law("en", *OFFENCES, ("4", "Penalties", words))
    found = [(p.section, p.min_years, p.max_years, p.fine) for p in made.penalties if p.section != "4"]
    assert found == wanted
