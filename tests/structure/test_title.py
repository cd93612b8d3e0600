"""What a law is called whose file does not say, or says no more than its number."""

# ruff: noqa: E501 (texts of laws)
from __future__ import annotations

import pytest

from ctip_law.structure.title import title_of
from tests.structure.helpers import law

ROWS = (
    # what the file says, what stands before the first unit, the title
    ("", "Republic of the Lakes\nGazette No. 6\n\nTHE NIGHT FERRIES ACT, 2013\n", "THE NIGHT FERRIES ACT, 2013"),
    ("", "Acts, Ordinances, President's Orders and Regulations\nSenate\nThe Night Ferries Act, 2013\n",
     "The Night Ferries Act, 2013"),
    ("", "PARLIAMENT OF THE LAKES\nREPUBLIC OF THE LAKES\nAn Act to regulate night ferries\n",
     "An Act to regulate night ferries"),
    ("", "Reprint\n# Night Ferries Act 2003Public Act 2003 No 28\n## Contents\nHarbours Act 1987 applied\n",
     "Night Ferries Act 2003"),
    ("", "REPÚBLICA DE LOS LAGOS\nLEY N° 7\nsobre las barcas\nEl Senado\n", "LEY N° 7 sobre las barcas"),
    ("", "Night Ferries Regulations 2020\n\nmade under section 9 of the Ferries Act\n",
     "Night Ferries Regulations 2020"),
    ("", "UNDANG-UNDANG REPUBLIK DANAU\nNOMOR 7 TAHUN 2012\nTENTANG\nKAPAL MALAM\nPresiden berkata\n",
     "UNDANG-UNDANG REPUBLIK DANAU NOMOR 7 TAHUN 2012 TENTANG KAPAL MALAM"),
    ("", "ACT No. X OF 2016\nAn Act further to amend the Lamp Code, 1860 and the Code of Bells, 1898\n",
     "An Act further to amend the Lamp Code, 1860 and the Code of Bells, 1898"),
    ("", "8 JUIN 1867. - CODE DES LAMPES. (NOTE : Voir la loi du 10 juillet 1996 qui change les mots)\n",
     "8 JUIN 1867. - CODE DES LAMPES"),
    ("", "3 MAI 2031. - Loi sur les bacs (de nuit)\n", "3 MAI 2031. - Loi sur les bacs (de nuit)"),
    ("", "8 juin 1867 - la lampe brûle\nBells\n", "8 juin 1867 - la lampe brûle"),
    # a sentence that ends with the word is no title, a unit of a contents list is none, nor what stands behind it
    ("", "Journal of the lakes\nNow that the house has passed the following law\n", "Journal of the lakes"),
    ("", "Article One: purpose of this law on ferries\nBells\n", "Article One: purpose of this law on ferries"),
    ("", "Lakes\nContents\nHarbours Act 1987\n", "Lakes"),
    # the formula of those who enact, the objects of a bill
    ("", "NIGHT FERRIES\nThe Senate and House of the Lakes in Congress sanction with force of Law:\n", "NIGHT FERRIES"),
    # a number alone above what the law does, in capitals; not above who enacts, nor above a few words
    ("", "PODER DE LOS LAGOS\n\nLEY Nº 17.988\n\nDÍCTANSE NORMAS PARA LAS BARCAS DE NOCHE\n", "LEY Nº 17.988 DÍCTANSE NORMAS PARA LAS BARCAS DE NOCHE"),
    ("", "LEY Nº 17.988\nEL SENADO Y LA CÁMARA DE LOS LAGOS:\n", "LEY Nº 17.988"),
    ("", "LEY Nº 17.988\nBARCAS DE NOCHE\n", "LEY Nº 17.988"),
    ("", "Bells and lamps\nThe master rings.\n", "Bells and lamps"),
    ("", "\n \n", ""),
    # what is declared stands, but where it is no more than a number and the text has the matter too
    ("Night Ferries", "THE HARBOURS ACT, 2013\n", "Night Ferries"),
    ("Loi n° 41 du 3 mai 2014", "LOI N° 41 du 3 mai 2014\nrelative aux bacs de nuit\n",
     "LOI N° 41 du 3 mai 2014 relative aux bacs de nuit"),
    ("Loi n° 41 du 3 mai 2014", "LOI N° 99 du 3 mai 2014\nrelative aux bacs de nuit\n", "Loi n° 41 du 3 mai 2014"),
    ("Portal - Law No. (27) of 2014", "Law No. (27) of 2014 on Ferries\n", "Law No. (27) of 2014 on Ferries"),
    ("Law 27 on Lamps", "Law 27 on Night Ferries\n", "Law 27 on Lamps"),
)  # fmt: skip


@pytest.mark.parametrize(("said", "text", "title"), ROWS)
def test_the_title(said: str, text: str, title: str) -> None:
    assert title_of(said, text) == title


def test_a_title_is_no_longer_than_a_line_may_be() -> None:
    assert len(title_of("", "An Act to " + "ring the bells and " * 30)) <= 200


@pytest.mark.parametrize(
    "opening",
    [
        "This Act shall be known as the Night Ferries Act of 2003.",
        'This Act shall be known as the "Night Ferries Act of 2003."',
        "This Act shall be known as “the Night Ferries Act of 2003”.",
    ],
)
def test_the_name_that_the_first_unit_gives(opening: str) -> None:
    assert title_of("", "Lakes\n", opening) == "Night Ferries Act of 2003"


@pytest.mark.parametrize(
    ("opening", "title"),
    [
        (
            "This Act may be called the Night Ferries, Lamps and Bells Act, 2003.",
            "Night Ferries, Lamps and Bells Act, 2003",
        ),
        ("This Act may be called the Night Ferries Fund, Act 2015.", "Night Ferries Fund, Act 2015"),
        ("This Act may be called the Night Ferries Act, and it binds the Lakes.", "Night Ferries Act"),
        ("This Act may be called the Night Ferries Act, The Master keeps it.", "Night Ferries Act"),
    ],
)
def test_a_name_with_commas_goes_on_to_its_kind_of_law(opening: str, title: str) -> None:
    assert title_of("", "Lakes\n", opening) == title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        # a piece of a code is called by what it is
        ("§ 232 Lampen\n\n(1) Wer eine Lampe hält, hält sie.\n\n(2) Der Versuch ist strafbar.\n", "§ 232 Lampen"),
        ("Article 225-4-1\n\nI. - La lampe est une lumière.\n\nII. - Elle brûle.\n", "Article 225-4-1"),
        ("CHAPTER 20A. LAMPS OF FERRIES\n\nSec. 20A.01. Lamps. A lamp is a light.\n\nSec. 20A.02. Bells. A bell rings.\n",
         "CHAPTER 20A: LAMPS OF FERRIES"),
        ("Titre XVII : Des lampes\n\nArticle 706-34\n\nLa lampe brûle.\n\nTitre XVIII : Des cloches\n\nArticle 706-41\n\nLa cloche sonne.\n",
         "Titre XVII: Des lampes; Titre XVIII: Des cloches"),
        # the first chapter of a law is no name of it, nor is one of several sections
        ("Chapter I — Lamps\n\n1. A lamp is a light.\n\n2. A bell rings.\n", ""),
        ("98 Lamps\n\n(1) A lamp is a light.\n\n98A Bells\n\n(1) A bell rings.\n", ""),
        # the law's own name goes before
        ("NIGHT FERRIES ACT 2031\n\nPart 5 Lamps\n\n58. A lamp is a light.\n\n59. A bell rings.\n", "NIGHT FERRIES ACT 2031"),
    ],
)  # fmt: skip
def test_a_piece_of_a_law_is_called_by_its_unit_or_division(text: str, title: str) -> None:
    assert law(text).title == title


def test_a_law_whose_name_stands_above_and_below_the_acts_that_it_refers_to_is_one_law() -> None:
    units = "".join(f"{n}.\n\nLamps of ferry {n}.\n\n" for n in range(1, 5))
    body = "".join(f"{n}.—A keeper lights lamp {n} and keeps it lit until the morning.\n\n" for n in range(1, 5))
    text = (
        f"Night Ferries Act, 1960\n\nARRANGEMENT OF SECTIONS\n\n{units}Acts Referred to\n\nLamps (Lakes) Act, 1845\n\n1845, c. 107\n\n"
        f"Number 27 of 1960.\n\nNIGHT FERRIES ACT, 1960.\n\nAN ACT ON FERRIES.\n\nBE IT ENACTED BY THE LAKES AS FOLLOWS:—\n\n{body}"
    )
    found = law(text)
    assert found.title.casefold().startswith("night ferries act")
    assert [component.name for component in found.components if component.name == "other_law"] == []
    assert [unit.num for unit in found.sections()] == ["1", "2", "3", "4"]
