"""What a change of one comparison, `or` or `not` in this room made different, and no test noticed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from ctip_law.match import Reading, match
from ctip_law.match.heads import heads
from ctip_law.match.second import SecondReader
from ctip_law.match.survey import texts
from ctip_law.match.trace import stopped
from ctip_law.model import ElementFinding, Law
from tests.match.conftest import FRAME, law_of, with_section

Find = Callable[[Law, str], ElementFinding]

#: Sections headed as help for victims: they need not name victims each time, and all else that a rule asks for.
HEADED = [
    ("The agency shall provide shelter.", "protection.housing", "present"),
    ("The shelter in the old harbour is painted green.", "protection.housing", "absent"),
    ("The Minister is informed of each shelter.", "protection.housing", "absent"),
    ("Nurses are paid monthly. Medical care is expensive.", "protection.medical", "absent"),
]


@pytest.mark.parametrize(("section", "element", "status"), HEADED)
def test_a_heading_stands_for_the_victim_and_for_nothing_else(
    section: str, element: str, status: str, find: Find
) -> None:
    assert find(with_section(section, "Assistance for victims of trafficking"), element).status == status


EXPLOITED = """Model Act on Trafficking in Persons, 2020

1. Trafficking in persons
(1) A person who recruits, transports, transfers, harbours or receives another person by means of threat, force, fraud
or deception in order to exploit that person commits an offence and is liable to imprisonment for a term
not exceeding twelve years.

2. {heading}
(1) A person is exploited if that person is held in servitude.
(2) {second}
"""
MEANINGS = [
    ("Meaning", "So is a person in forced labour.", "purpose.forced_labour"),
    ("Meaning", "The same holds where an organ of that person is removed.", "purpose.organs"),
    ("Exploitation", "So is a person in forced labour.", "purpose.forced_labour"),
]


@pytest.mark.parametrize(("heading", "second", "element"), MEANINGS)
def test_a_section_that_opens_with_who_is_exploited_says_it_as_a_whole(
    heading: str, second: str, element: str, find: Find
) -> None:
    law = law_of(EXPLOITED.format(heading=heading, second=second))
    assert [find(law, one).status for one in ("purpose.servitude", element)] == ["present", "present"]


#: A section that opens so and punishes something else beside it: what it says there is no purpose of trafficking.
PUNISHES_ELSE = [
    ("Inns", "A person who keeps an inn in which forced labour is done commits an offence and is liable to a fine.",
     "purpose.forced_labour"),
    ("Offence of holding a person", "Whoever takes an organ out for sale commits an offence.", "purpose.organs"),
]  # fmt: skip


@pytest.mark.parametrize(("heading", "second", "element"), PUNISHES_ELSE)
def test_what_else_such_a_section_punishes_is_no_exploitation(
    heading: str, second: str, element: str, find: Find
) -> None:
    law = law_of(EXPLOITED.format(heading=heading, second=second))
    assert [find(law, one).status for one in ("purpose.servitude", element)] == ["present", "absent"]


def test_a_purpose_is_shown_in_the_words_of_the_offence_and_not_in_its_heading(find: Find) -> None:
    heading = "1. Trafficking in persons for forced labour"
    text = EXPLOITED.format(heading="Meaning", second="So is a person in debt bondage.")
    text = text.replace("in order to exploit that person", "for forced labour")
    law = law_of(text.replace("1. Trafficking in persons", heading))
    (first, *_) = find(law, "purpose.forced_labour").evidence
    assert first.num == "1"
    assert first.start > law.text.index(heading) + len(heading)


LODGING = "The agency keeps a hostel with twelve beds for persons who sleep there."


@pytest.mark.parametrize(
    ("law", "pointed"),
    [
        (with_section(LODGING, "Lodging"), "4"),
        (law_of(f"FERRY ACT\n1. Ferries\nA ferry has a bell.\n2. Lodging\n{LODGING}\n"), ""),
    ],
    ids=["a law on trafficking", "another law"],
)
def test_the_second_reader_points_in_a_law_on_trafficking_to_what_does_not_name_it(law: Law, pointed: str) -> None:
    (reading,) = match([law]).readings
    known = heads("en")
    assert isinstance(reading, Reading)
    assert known is not None
    found = SecondReader(reading, replace(known, threshold=-99.0)).points_to("protection.housing")
    assert (found.section.num if found else "") == pointed


def test_the_survey_reads_one_file_of_each_law_and_passes_over_a_folder_without_one(tmp_path: Path) -> None:
    for name in ("ke/act/text.txt", "ke/act/source.html", "ke/code/source.pdf", "tz/notes/meta.toml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    assert [(name, file.name) for name, file in texts(tmp_path)] == [("ke/act", "text.txt"), ("ke/code", "source.pdf")]


CITING = """
4. Victims of trafficking
This section applies to a victim of trafficking in persons who is in the country.

5. Officials
An official is a person who works in the harbour.

6. Lodging
The Minister shall provide shelter to a person referred to in section {number}.
"""


@pytest.mark.parametrize(("number", "status"), [(4, "present"), (5, "absent")])
def test_a_person_of_another_section_is_a_victim_where_that_section_is_on_victims(
    number: int, status: str, find: Find
) -> None:
    assert find(law_of(FRAME + CITING.format(number=number)), "protection.housing").status == status


def test_a_section_in_which_a_rule_was_satisfied_is_not_told_as_one_where_none_was() -> None:
    (reading,) = match([with_section("The Minister shall provide shelter to every victim.", "Lodging")]).readings
    assert isinstance(reading, Reading)
    assert "4" not in [one.num for one in stopped("protection.housing", reading)]
    (reading,) = match([with_section("A victim finds shelter in the harbour.", "Lodging")]).readings
    assert isinstance(reading, Reading)
    assert [one.num for one in stopped("protection.housing", reading)] == ["4"]
