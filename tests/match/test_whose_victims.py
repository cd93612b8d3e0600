"""For whom a law acts, told once and not in each section; and which section punishes the offence.

Each row is a small law of our own, an element, and whether it provides it.
"""

# ruff: noqa: E501  (small laws, a line each)

from __future__ import annotations

from pathlib import Path

import pytest

from ctip_law import parse
from ctip_law.match import match

WORKERS = (
    "MIGRANT WORKERS ACT\n\n1. This Act may be cited as the Migrant Workers Act.\n\n2. In this Act, “victim” means a "
    "worker who has been subjected to {}.\n\n3. Care\n{}\n"
)
HEADED = (
    "HUMAN TRAFFICKING ACT\n\n1. This Act may be cited as the Human Trafficking Act.\n\n2. {}\n(1) The Minister must "
    "secure support for a person who is believed to be a victim of trafficking.\n\n(2) The support may consist of—\n\n"
    "(a) accommodation;\n\n(b) medical treatment; and\n\n(c) legal advice.\n"
)
MEANT = (
    "{}\n\n2. Meaning of exploitation\n(1) For the purposes of section 1, a "
    "person is exploited only if one of the following subsections applies.\n\n(2) The person is the victim of an offence "
    "under section 9.\n\n(3) The person is made to work in the prostitution of others.\n"
)


def status(tmp_path: Path, text: str, element: str) -> str:
    path = tmp_path / "act.txt"
    path.write_text(text, encoding="utf-8")
    return match([parse(path, lang="en")]).elements[element].status


@pytest.mark.parametrize(
    ("harm", "care", "provided"),
    [
        ("exploitation", "A victim shall be given medical treatment at the public expense.", True),
        ("exploitation", "A visitor shall be given medical treatment at the public expense.", False),
        ("an accident at sea", "A victim shall be given medical treatment at the public expense.", False),
        ("any offence, exploitation among them", "A victim shall be given medical treatment.", False),
        (
            "exploitation",
            "A person who steals commits an offence, and the victim shall be given medical treatment by the thief.",
            False,
        ),
    ],
)
def test_victims_of_exploitation_by_the_law_s_own_entry(tmp_path: Path, harm: str, care: str, provided: bool) -> None:
    found = status(tmp_path, WORKERS.format(harm, care), "protection.medical")
    assert (found == "present") is provided, found


@pytest.mark.parametrize(
    ("heading", "provided"), [("Support for victims", True), ("Support for officers of the Fund", False)]
)
def test_a_section_on_victims_by_its_heading(tmp_path: Path, heading: str, provided: bool) -> None:
    found = status(tmp_path, HEADED.format(heading), "protection.medical")
    assert (found != "absent") is provided, found


@pytest.mark.parametrize(
    ("opening", "provided"),
    [
        (
            "HUMAN TRAFFICKING ACT\n\n1. Offence of human trafficking\nA person who recruits, transports or receives "
            "another person with a view to that person being exploited commits an offence.",
            True,
        ),
        ("HARBOURS ACT\n\n1. Fees\nThe Authority may charge fees.", False),
    ],
)
def test_what_exploitation_is_stands_under_a_heading_of_its_own(tmp_path: Path, opening: str, provided: bool) -> None:
    """A reference to another offence does not make the section one."""
    found = status(tmp_path, MEANT.format(opening), "purpose.prostitution")
    assert (found == "present") is provided, found


def test_the_penalty_is_that_of_the_section_that_cites_the_offence(tmp_path: Path) -> None:
    text = (
        "TRAFFICKING IN PERSONS ACT\n\n1. Acts of trafficking in persons\nIt is unlawful for any person to recruit, "
        "transport, harbour or receive a person by force or fraud for the purpose of prostitution, slavery or forced "
        "labour.\n\n2. Penalties\nAny person guilty of an act under section 1 shall suffer imprisonment of twenty years.\n\n"
        "3. Use of trafficked persons\nAny person who engages the services of a trafficked person for prostitution commits "
        "an offence and is liable to imprisonment of six months.\n"
    )
    path = tmp_path / "act.txt"
    path.write_text(text, encoding="utf-8")
    found = match([parse(path, lang="en")]).elements
    assert found["penalty.four_years"].status == "present"
    assert found["penalty.four_years"].evidence[0].num == "2"


EXPLAINED = (
    "CRIMES ACT\n\n1. {heading}\n(1) Every one is liable to imprisonment for ten years who recruits, transports or receives a "
    "person by force or deception for the purpose of exploitation.\n\n(2) For the purposes of subsection (1), exploitation "
    "includes the transporting, receiving or keeping of a person for prostitution or forced labour.\n"
)


def test_words_that_explain_the_offence_are_no_offence_without_means(tmp_path: Path) -> None:
    path = tmp_path / "act.txt"
    path.write_text(EXPLAINED.format(heading="Trafficking, transporting or receiving people for forced labour"), "utf-8")
    assert "means-missing-adult" not in match([parse(path, lang="en")]).flaws


def test_an_offence_without_means_is_told(tmp_path: Path) -> None:
    path = tmp_path / "act.txt"
    path.write_text(EXPLAINED.format(heading="Trafficking in people").replace("by force or deception ", ""), "utf-8")
    assert "means-missing-adult" in match([parse(path, lang="en")]).flaws


OLD = """Suppression of Prostitution Act

1. Procuring
Whoever procures or harbours a girl for the purpose of prostitution shall be punished with imprisonment for two years.

2. Homes
(1) {} who is found in a house of ill fame shall be given lodging in a place of safety, which is a shelter.
{}"""


@pytest.mark.parametrize(
    ("who", "more", "status"),
    [
        ("A girl", "", "present"),
        ("A sailor", "", "absent"),
        # a law with a word for victims means those
        ("A girl", "(2) A victim of crime may write to the court.", "absent"),
    ],
    ids=["the girl", "a sailor", "with victims"],
)
def test_an_old_law_has_no_word_for_victims(tmp_path: Path, who: str, more: str, status: str) -> None:
    path = tmp_path / "law.txt"
    path.write_text(OLD.format(who, more), encoding="utf-8")
    assert match([parse(path)]).elements["protection.housing"].status == status
