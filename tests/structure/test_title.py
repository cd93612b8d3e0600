"""What a law is called whose file does not say, or says no more than its number."""

from __future__ import annotations

import pytest

from ctip_law.structure.title import title_of

ROWS = (
    # what the file says, what stands before the first unit, the title
    ("", "Republic of the Lakes\nGazette No. 6\n\nTHE NIGHT FERRIES ACT, 2013\n", "THE NIGHT FERRIES ACT, 2013"),
    ("", "Acts, Ordinances, President's Orders and Regulations\nSenate\nThe Night Ferries Act, 2013\n",
     "The Night Ferries Act, 2013"),
    ("", "PARLIAMENT OF THE LAKES\nREPUBLIC OF THE LAKES\nAn Act to regulate night ferries\n",
     "An Act to regulate night ferries"),
    ("", "Reprint\n# Night Ferries Act 2003Public Act 2003 No 28\n## Contents\nHarbours Act 1987 applied\n",
     "Night Ferries Act 2003Public Act 2003 No 28"),
    ("", "REPÚBLICA DE LOS LAGOS\nLEY N° 7\nsobre las barcas\nEl Senado\n", "LEY N° 7 sobre las barcas"),
    ("", "Night Ferries Regulations 2020\n\nmade under section 9 of the Ferries Act\n",
     "Night Ferries Regulations 2020"),
    ("", "UNDANG-UNDANG REPUBLIK DANAU\nNOMOR 7 TAHUN 2012\nTENTANG\nKAPAL MALAM\nPresiden berkata\n",
     "UNDANG-UNDANG REPUBLIK DANAU NOMOR 7 TAHUN 2012 TENTANG KAPAL MALAM"),
    # a sentence that ends with the word is no title, a unit of a contents list is none, nor what stands behind it
    ("", "Journal of the lakes\nNow that the house has passed the following law\n", "Journal of the lakes"),
    ("", "Article One: purpose of this law on ferries\nBells\n", "Article One: purpose of this law on ferries"),
    ("", "Lakes\nContents\nHarbours Act 1987\n", "Lakes"),
    # the formula of those who enact, the objects of a bill
    ("", "NIGHT FERRIES\nThe Senate and House of the Lakes in Congress sanction with force of Law:\n", "NIGHT FERRIES"),
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
        ("This Act may be called the Night Ferries Act, and it binds the Lakes.", "Night Ferries Act"),
        ("This Act may be called the Night Ferries Act, The Master keeps it.", "Night Ferries Act"),
    ],
)
def test_a_name_with_commas_goes_on_to_its_kind_of_law(opening: str, title: str) -> None:
    assert title_of("", "Lakes\n", opening) == title
