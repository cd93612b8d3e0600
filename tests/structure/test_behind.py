"""Lists of contents behind the law, and schedules without numbers between its sections."""

from __future__ import annotations

import pytest

from ctip_law import parse
from ctip_law.model import Law

EN = [
    ("Short title", "This Act may be cited as the Barge Act, 2019."),
    ("Meaning of words", 'In this Act "barge" means a flat ship that carries goods.'),
    ("Barges to be kept dry", "The owner of a barge must keep it dry."),
    ("Penalty", "A person who contravenes section 3 commits an offence and is liable to imprisonment for two years."),
    ("Ports", "Each port keeps a list of the barges that lie in it."),
]
ES = [
    ("Objeto", "La presente ley regula las barcazas de los ríos."),
    ("Definiciones", "Se entiende por barcaza el barco plano."),
    ("Penas", "El que incumpla esta ley será castigado con prisión de dos a cuatro años."),
    ("Vigencia", "Esta ley entra en vigor el día de su publicación."),
]
FR = [
    ("Objet", "La présente loi règle les péniches des rivières."),
    ("Définitions", "Une péniche est un bateau plat."),
    ("Peines", "Quiconque enfreint la présente loi est puni d'un emprisonnement de deux ans."),
    ("Vigueur", "La présente loi entre en vigueur le jour de sa publication."),
]


def act(units: list[tuple[str, str]], form: str, title: str = "THE BARGE ACT, 2019") -> str:
    return f"{title}\n\n" + "\n\n".join(form.format(n=n, h=h, t=t) for n, (h, t) in enumerate(units, 1)) + "\n\n"


def entries(units: list[tuple[str, str]], form: str) -> str:
    return "\n".join(form.format(n=n, h=h) for n, (h, _) in enumerate(units, 1)) + "\n"


ENGLISH, SPANISH, FRENCH = "{n}. {h}.\n{t}", "Artículo {n}. {h}.- {t}", "Article {n}. - {h}\n{t}"
LISTS = [
    ("English", EN, act(EN, ENGLISH), "ARRANGEMENT OF SECTIONS\n\n" + entries(EN, "{n}. {h}")),
    ("with pages", EN, act(EN, ENGLISH), "TABLE OF CONTENTS\n\n" + entries(EN, "{n}. {h} ........ {n}")),
    ("without a heading", EN, act(EN, ENGLISH), "Made on 3 March 2019.\n\n" + entries(EN, "{n}. {h}")),
    ("Spanish", ES, act(ES, SPANISH), "ÍNDICE\n\n" + entries(ES, "Artículo {n}. {h}")),
    ("Spanish, with pages", ES, act(ES, SPANISH), "ÍNDICE\n\n" + entries(ES, "Artículo {n}. {h} ..... {n}")),
    ("Spanish, no heading", ES, act(ES, SPANISH), "Dado en la capital.\n\n" + entries(ES, "Artículo {n}. {h}")),
    ("French", FR, act(FR, FRENCH), "TABLE DES MATIÈRES\n\n" + entries(FR, "Article {n}. - {h}")),
    ("French, in short", FR, act(FR, FRENCH), "SOMMAIRE\n\n" + entries(FR, "Art. {n}. {h}   {n}")),
]


@pytest.mark.parametrize(("units", "law", "behind"), [case[1:] for case in LISTS], ids=[case[0] for case in LISTS])
def test_a_list_behind_the_law_is_its_contents(units: list[tuple[str, str]], law: str, behind: str) -> None:
    read = parse("-", stdin=(law + behind).encode())
    assert [one.num for one in read.sections()] == [str(n) for n in range(1, len(units) + 1)]
    for one, (_, words) in zip(read.sections(), units, strict=True):
        assert words in read.text[one.start : one.end]
    assert sum(left.kind == "contents" for left in read.leftovers) >= 1
    assert read.coverage.furniture >= len(units)
    assert not read.warnings
    penalties = [str(n) for n, (heading, _) in enumerate(units, 1) if heading[:3] in ("Pen", "Pei")]
    assert [row.section for row in read.penalties] == penalties


NEAR = [
    ("a schedule that counts its items", "SCHEDULE\n\n1. North\n2. South\n3. East\n4. West\n"),
    ("a list of other words", "Made on 3 March 2019.\n\n1. North quay\n2. South quay\n3. East quay\n4. West quay\n"),
    ("too few", "Made on 3 March 2019.\n\n1. Short title\n2. Meaning of words\n"),
]


@pytest.mark.parametrize("behind", [case[1] for case in NEAR], ids=[case[0] for case in NEAR])
def test_what_is_no_list_of_contents_is_kept(behind: str) -> None:
    read = parse("-", stdin=(act(EN, ENGLISH) + behind).encode())
    assert len(read.sections()) == len(EN)
    assert not [left for left in read.leftovers if left.kind == "contents"]


def between(words: str) -> Law:
    units = [ENGLISH.format(n=n, h=h, t=t) for n, (h, t) in enumerate(EN, 1)]
    return parse("-", stdin=("THE BARGE ACT\n\n" + "\n\n".join([*units[:3], words, *units[3:]]) + "\n").encode())


@pytest.mark.parametrize(
    "words",
    [
        "SCHEDULE A\nForms\n\nForm of the book: date, place.\nForm of the list: name, owner.",
        "THE SCHEDULE\nFEES\n\nFor a book ........ 10\nFor a list ........ 20",
        "ANNEX 1\n\nThe ports are those of the north.",
    ],
)
def test_a_schedule_without_numbers_between_sections_stands_apart(words: str) -> None:
    read = between(words)
    assert [one.num for one in read.sections()] == ["1", "2", "3", "4", "5"]
    assert read.text[read.sections()[2].start : read.sections()[2].end].rstrip().endswith("keep it dry.")
    (schedule,) = [part for part in read.components if part.name.startswith("schedule")]
    assert read.text[schedule.start : schedule.end].strip() == words


def test_a_heading_that_names_the_schedule_is_no_schedule() -> None:
    read = between("SCHEDULE")
    assert not [part for part in read.components if part.name.startswith("schedule")]
    assert [one.num for one in read.sections()] == ["1", "2", "3", "4", "5"]
