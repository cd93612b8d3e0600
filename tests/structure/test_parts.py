"""What a file holds beside the law, or between its units: other laws, schedule paragraphs, notes. All texts are invented."""

# ruff: noqa: E501 (tables of texts)
from __future__ import annotations

import pytest

from ctip_law.errors import UsageError
from ctip_law.structure import structure
from tests.structure.helpers import document, law, numbers, section

_BRIDGES = (
    "LAW N° 4/2031 OF 02/03/2031\nON BRIDGES\nTABLE OF CONTENTS\nArticle One: Purpose\nArticle 2: Tolls\nArticle 3: Entry into force\n\n"
    "LAW N° 4/2031 OF 02/03/2031\nON BRIDGES\nTHE PARLIAMENT:\nADOPTS:\n"
    "Article One: Purpose\nThis Law governs bridges, their tolls and the lamps upon them.\nArticle 2: Tolls\nA toll is paid by those who cross.\n"
    "Article 3: Entry into force\nThis Law enters into force in May.\nDone at Portville, on 02/03/2031\n(sé)\nThe Minister\n\n"
)
_TRAFFICKING = (
    "LAW N° 5/2031 OF 02/03/2031\nON TRAFFICKING IN PERSONS\nTHE PARLIAMENT:\nADOPTS:\n"
    "Article One: Purpose\nThis Law is against human trafficking.\nArticle 2: Offence\nWhoever sells a person is punished.\n"
    "Article 3: Entry into force\nThis Law enters into force in June.\nDone at Portville, on 02/03/2031\n(sé)\nThe Minister\n"
)
_LEYES = (
    "LEY N° 21 DE 2030\n\nEL CONGRESO DECRETA:\n\nArtículo 1.- Objeto. La presente ley regula los puentes y los peajes.\n\nArtículo 2.- Peaje. Quien cruza paga.\n\n"
    "Artículo 3.- Vigencia. La presente ley rige desde mayo.\n\nDado en Puerto Viejo.\n\nLEY N° 22 DE 2030\n\nEL CONGRESO DECRETA:\n\n"
    "Artículo 1.- Objeto. La presente ley combate la trata de personas.\n\nArtículo 2.- Delito. Quien vende a una persona es penado.\n\nArtículo 3.- Vigencia. Rige desde junio.\n"
)
_INTERLEAVED = (
    "Kite Act\n\nPart I\n\n1. Short title\nThis Act may be cited as the Kite Act.\n\nSchedule 2\n\n1. Terms of members\nA member serves for two years.\n\n"
    "Part I\n\n2. Interpretation\nA kite is a thing on a string.\n\nSchedule 2\n\n2. Vacancies\nA vacancy is filled in a month.\n\n"
    "Part II\n\n3. Offence\nA person must not cut the string of another.\n\nSchedule 2\n\n3. Meetings\nThe members meet in May.\n\n"
    "Part II\n\n4. Regulations\nThe Minister may make regulations.\n\n5. Commencement\nThis Act begins in June.\n"
)


def test_the_law_of_a_gazette_is_the_one_about_trafficking() -> None:
    found = law(_BRIDGES + _TRAFFICKING)
    assert [unit.num for unit in found.sections()] == ["1", "2", "3"]
    assert "sells a person" in found.text[found.clauses[0].start : found.clauses[-1].end]
    assert [part.name for part in found.components] == ["preface", "conclusions", "other_law"]
    other = found.components[-1]
    assert found.text[other.start : other.end].startswith("LAW N° 4/2031")
    assert "lamps upon them" in found.text[other.start : other.end]
    assert found.title.startswith("LAW N° 5/2031")
    assert any("the file holds 2 laws" in repair.why for repair in found.repairs)
    assert found.coverage.unplaced == 0


def test_the_first_law_may_be_the_one() -> None:
    found = law(_TRAFFICKING + "\n" + _BRIDGES)
    assert "sells a person" in section(found, "2").text
    assert [unit.num for unit in found.sections()] == ["1", "2", "3"]


def test_without_the_subject_the_longest_is_read() -> None:
    found = law(
        _BRIDGES + _TRAFFICKING.replace("TRAFFICKING IN PERSONS", "KITES").replace("human trafficking", "kites")
    )
    assert "who cross" in section(found, "2").text


def test_laws_in_spanish() -> None:
    found = law(_LEYES)
    assert [unit.num for unit in found.sections()] == ["1", "2", "3"]
    assert "trata de personas" in section(found, "1").text


def test_schedule_paragraphs_between_the_sections() -> None:
    found = law(_INTERLEAVED)
    assert [unit.num for unit in found.sections()] == ["1", "2", "3", "4", "5"]
    assert [unit.heading for unit in found.sections()][:3] == ["Short title", "Interpretation", "Offence"]
    assert [(clause.kind, clause.num) for clause in found.clauses] == [("part", "I"), ("part", "II")]
    schedules = [part for part in found.components if part.name.startswith("schedule")]
    assert [part.clauses[0].text.split("\n")[0] for part in schedules] == [
        "1. Terms of members",
        "2. Vacancies",
        "3. Meetings",
    ]
    assert found.coverage.unplaced == 0


#: One law each, however many others it names.
ONE = {
    "an amending act": (
        "ACT No. 7 of 2031\n\nAn Act to amend the Lamp Act.\n\nBE IT ENACTED as follows:\n\n1. Short title\nThis Act may be cited as the Lamp (Amendment) Act.\n\n"
        "2. Amendment of Act No. 3 of 2020\nThe Lamp Act is amended.\n\nACT No. 3 of 2020\n\n3. Commencement\nThis Act begins in May.\n",
        ["1", "2", "3"],
    ),
    "a code numbered by chapter": (
        "CHAPTER I\n\n1. Title\nThis is the Code.\n\n2. Scope\nIt applies to all.\n\nCHAPTER II\n\n1. Lamps\nLamps are lit.\n\n2. Bells\nBells are rung.\n",
        ["1", "2", "1", "2"],
    ),
    "a schedule after the last section": (
        "1. Title\nThis is the Act.\n\n2. Board\nThere is a board of five keepers, which sits in the town nearest to the water and reports to the Minister once in each year that it has sat.\n\n3. Powers of the board\nThe board may, after it has heard the keepers of the lamps and the ringers of the bells, make rules for every house that stands beside the water.\n\nSCHEDULE\n\n1. Members\nThere are two.\n\n2. Quorum\nIt is one.\n",
        ["1", "2", "3"],
    ),
}


@pytest.mark.parametrize("case", ONE)
def test_one_law_stays_one(case: str) -> None:
    text, expected = ONE[case]
    assert numbers(text) == expected
    assert not any(part.name.startswith("other_law") for part in law(text).components)


_LAST = (
    "1. Offence\n(1) A person shall not cut the string of a kite that is flown by another person in a park or upon a hill.\n\n"
    "2. Powers\n(1) The Minister may, by order published in the Gazette, amend the classes of kites that are set out in the schedules to this Act, and may, by the same or another order, say "
    "which kites are flown by day and which by night, and on which hills and in which parks they are flown, as long as no kite of the first class is flown by night."
)

#: What runs on behind the last section, and the components that it makes.
BEHIND = {
    "schedules with the section they belong to": (
        " First Schedule (Section 2) Classes of kites Class A Kites of paper. Second Schedule (Section 2) Classes of bells Class B Bells of tin.",
        ["schedule_1", "schedule_2"],
    ),
    "a schedule with a plain heading": (" Schedule Classes of kites Class A Kites of paper.", ["schedule_1"]),
    "a schedule and a page": (
        " Schedule Classes of kites Class A Kites of paper. History of this document 7 June 2031 this version Related documents ▲ To the top > Subscribe to our newsletter Contact us",
        ["schedule_1"],
    ),
    "a page behind a note": (" Note 2. Act No. 18 of 1983 History of this document 7 June 2031 Related documents ▲ To the top", []),
    "a page's program": ("$(document).ready(function () {var parent = this.parentNode; window.x = 1;});", []),
    "one word of a program": (" The sign $(x) is put up by night.", []),
    "a page": (" History of this document 7 June 2031 this version Related documents ▲ To the top", []),
    "a mention of a schedule": (" The Schedule to this Act is amended by order.", []),
    "one phrase that a page has too": (" A sign that says Contact us is put up.", []),
}


@pytest.mark.parametrize("case", BEHIND)
def test_what_runs_on_behind_the_last_section(case: str) -> None:
    words, components = BEHIND[case]
    found = law(_LAST + words + "\n")
    assert [part.name for part in found.components] == components
    text = found.text[found.clauses[-1].start : found.clauses[-1].end]
    paged = "History" in words or "document" in words
    ends = "of 1983" if "1983" in words else "by night." if components or paged else words.strip()
    assert text.endswith(ends)
    assert all("web page" in left.why for left in found.leftovers)
    assert bool(found.leftovers) == paged
    assert found.coverage.unplaced == 0


def test_a_pages_lines_behind_the_law() -> None:
    found = law(_LAST + "\n\nRelated documents\n\nKite Regulations 2030\n\nContact us\n\nTerms of use\n")
    assert "Kite Regulations" not in found.text[found.clauses[-1].start : found.clauses[-1].end]
    assert [left.text for left in found.leftovers] == [
        "Related documents",
        "Kite Regulations 2030",
        "Contact us",
        "Terms of use",
    ]


def test_numbers_that_begin_with_their_chapter() -> None:
    text = "".join(
        f"{num}. 1. A person commits the offense of {name} if such person knowingly cuts a string.\n2. The offense is a felony.\n\n"
        for num, name in (("566.203", "cutting"), ("566.206", "tearing"), ("566.215", "burning"))
    )
    text += "589.700. 1. There is hereby created a fund, which consists of all moneys that are paid for strings.\n2. The treasurer keeps it.\n"
    assert numbers(text) == ["566.203", "566.206", "566.215", "589.700"]


_ACT = (
    "BARGE ACT 2031\n\n1. Short title\nThis Act may be cited as the Barge Act of the river.\n\n2. Barges\nA barge floats on the river and on the sea.\n\n"
    "3. Offence\nA person who sinks a barge commits an offence.\n\n4. Regulations\nThe Minister may make regulations for barges.\n\n"
)
_REGULATIONS = (
    "BARGE REGULATIONS 2032\n\nMade under section 4 of the Barge Act 2031\n\n1. Citation\nThese Regulations may be cited as the Barge Regulations.\n\n"
    "2. Licence\nA barge has a licence that costs ten.\n\n3. Fee\nThe fee is paid in the month of May.\n"
)


def test_regulations_behind_the_act_keep_their_own_numbers() -> None:
    found = law(_ACT + _REGULATIONS)
    assert [unit.num for unit in found.sections()] == ["1", "2", "3", "4"]
    assert found.title == "BARGE ACT 2031"
    other = found.components[-1]
    assert (other.name, other.title, other.date) == ("other_law", "BARGE REGULATIONS 2032", "2032")
    units = other.clauses[0].children
    assert [(unit.kind, unit.num, unit.eid) for unit in units][1] == ("regulation", "2", "other_law__reg_2")
    assert [warning.code for warning in found.warnings] == ["CT207"]


def test_one_of_several_laws_is_chosen_by_number_or_words() -> None:
    text = _BRIDGES + _TRAFFICKING
    assert "who cross" in section(structure(document(text), law="4/2031"), "2").text
    assert "who cross" in section(structure(document(text), law="bridges"), "2").text
    assert "sells a person" in section(structure(document(text)), "2").text
    with pytest.raises(UsageError) as caught:
        structure(document(text), law="9/2031")
    assert caught.value.code == "CT004"
    assert "LAW N° 4/2031 OF 02/03/2031 ON BRIDGES" in str(caught.value)


def test_number_and_date_of_another_law() -> None:
    other = law(_BRIDGES + _TRAFFICKING).components[-1]
    assert (other.title, other.number, other.date) == ("LAW N° 4/2031 OF 02/03/2031 ON BRIDGES", "4/2031", "02/03/2031")
    assert [child.eid for child in other.clauses[0].children][:2] == ["other_law__art_1", "other_law__art_2"]


#: Headings that name a law and begin none.
NO_OTHER_LAW = [
    "SCHEDULE\n\nDistrict Barges Act 1947\n\n1. Leave out section 4.\n\n2. Leave out section 5.\n\n3. Leave out section 6.\n",
    "BARGE ACT 2031\n\n",
]


@pytest.mark.parametrize("words", NO_OTHER_LAW)
def test_a_heading_is_no_other_law(words: str) -> None:
    assert not any(part.name.startswith("other_law") for part in law(_ACT + words).components)


def test_a_translation_behind_the_law_is_no_text_of_its_last_section() -> None:
    english = "A boat floats on the water and on the sea of the island, and no person shall stop it there."
    french = "Le bateau est une chose qui flotte sur la mer et dans les eaux de l'île pour les personnes."
    first = "".join(f"{n}. Boats\n{english}\n\n" for n in range(1, 4))
    second = "".join(f"{n}. Bateaux\n{french}\n\n" for n in range(1, 4))
    found = law(f"BOATS ACT 2031\n\n{first}LOI SUR LES BATEAUX\n\n{second}")
    assert [unit.num for unit in found.sections()] == ["1", "2", "3"]
    assert "Bateaux" not in section(found, "3").text
    assert [part.name for part in found.components] == ["preface", "translation"]


#: A short law, and a table behind it that cites its sections, in every form of a table.
_KITES = """KITE ACT 2031

1. Short title
This is the Kite Act 2031.

2. Flying
A person must not fly a kite near a road.

3. Selling
A person must not sell a kite without a tail.

4. Penalties
A person who contravenes a section in column 1 is liable to the penalty in column 2.

SCHEDULE

"""
TABLES = [
    "Section\tPenalty\nSection 2\tPrison for 5 years\nSection 3\tA fine\n",
    "Section 2    Prison for 5 years\nSection 3    A fine\n",
    "| Section | Penalty |\n|---|---|\n| Section 2 | Prison for 5 years |\n| Section 3 | A fine |\n",
    "Section 2\nPrison for 5 years\nSection 3\nA fine\n",
]


@pytest.mark.parametrize("table", TABLES)
def test_a_table_that_cites_sections_takes_no_section_s_place(table: str) -> None:
    found = law(_KITES + table)
    assert [unit.num for unit in found.sections()] == ["1", "2", "3", "4"]
    assert "schedule_1" in {component.name for component in found.components}


def test_two_short_sections_are_a_short_law() -> None:
    assert numbers("KITE ACT\n\nSection 1. Kites fly.\n\nSection 2. Kites land.\n") == ["1", "2"]


#: Excerpts whose units stand out of order.
EXCERPTS = [
    (f"Section 6\n{'Whoever flies a kite at night near a road pays a fine. ' * 4}\n\nSection 4\nIn this Act:\n"
     "“kite” means a toy that flies.\n\nSection 52\nWhoever lends a kite pays half of that fine.\n", ["6", "4", "52"]),
    ("Kite Code\nChapter I\nPreliminary\n5. Where kites fly\nThis Code applies to kites flown over the land.\nChapter XII\n"
     "Kites at night\n61. Lanterns\nA kite that flies at night carries a lantern.\n62. Fines\nWhoever flies one without a "
     "lantern pays a fine.\n63. Seizure\nA kite so flown is seized.\n", ["5", "61", "62", "63"]),
    ("Part 5 — Kites at night\nProvision of lanterns to those who fly a kite at night near a road or a railway\n58\n(1) The "
     "Warden may lend a lantern.\n(2) A lantern has to be given back in the morning.\nLate return of a lantern that was lent "
     "for a kite: what the Warden may do\n59\n(1) This section applies where a lantern comes back late.\n(2) The Warden may "
     "ask why.\nNo second lantern for those who came back late\n60\n(1) The Warden lends no lantern to them.\n",
     ["58", "59", "60"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "nums"), EXCERPTS)
def test_units_of_an_excerpt_stand_as_they_are_printed(text: str, nums: list[str]) -> None:
    assert numbers(text) == nums
