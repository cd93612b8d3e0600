"""Each named defect: a change to a law without defects that must show it, and a change that must not."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from ctip_law.assess.defects import ABSENCES, find_defects
from ctip_law.framework import load as load_framework
from ctip_law.match import match
from ctip_law.model import Coverage, DefectFinding
from tests.assess.changes import SOUND, TABLE, ledger_after
from tests.match.conftest import law_of

#: Defects that no rule looks for.
LEFT_OUT = {"overlap-conflict"}

#: Silence that is told of a code or a bundle only.
OF_A_CODE = {"no-specific-offence"}


def names(rows: list[dict[str, Any]]) -> list[str]:
    return [f"{row['defect']}: {row['note']}" for row in rows]


def defects_after(change: list[list[str]]) -> dict[str, DefectFinding]:
    """The defects of the sound law with a change made to it."""
    return {defect.id: defect for defect in find_defects(ledger_after(change)).named}


def test_the_sound_law_shows_none() -> None:
    assert defects_after([]) == {}


@pytest.mark.parametrize("row", TABLE["shown"], ids=names(TABLE["shown"]))
def test_it_is_named(row: dict[str, Any]) -> None:
    assert row["defect"] in defects_after(row["change"])


@pytest.mark.parametrize("row", TABLE["near"], ids=names(TABLE["near"]))
def test_it_is_not_named_for_what_comes_near(row: dict[str, Any]) -> None:
    assert row["defect"] not in defects_after(row["change"])


@pytest.mark.parametrize(("table", "left_out"), [("shown", LEFT_OUT | OF_A_CODE), ("near", LEFT_OUT)])
def test_every_defect_is_in_both_tables(table: str, left_out: set[str]) -> None:
    assert {row["defect"] for row in TABLE[table]} | left_out == set(load_framework().defects)


@pytest.mark.parametrize("row", TABLE["withheld"], ids=names(TABLE["withheld"]))
def test_silence_of_an_unsound_reading_is_not_told(row: dict[str, Any]) -> None:
    found = find_defects(ledger_after(row["change"]))
    failed = {check.id: check.why for check in found.reading if not check.sound}
    assert row["defect"] not in {defect.id for defect in found.named}
    assert found.withheld[row["defect"]] == failed[row["check"]]


def test_a_purpose_is_not_said_to_be_missing_where_the_law_speaks_of_it_elsewhere() -> None:
    without = [["forced labour or services, ", ""]]
    assert "purpose-labour-missing" in defects_after(without)
    offence = "7. Yards\nA person who keeps another in forced labour is liable to imprisonment for five years.\n"
    last = "A victim who is a foreign national may stay in the country for six months.\n"
    found = find_defects(ledger_after([*without, [last, f"{last}\n{offence}"]]))
    assert "purpose-labour-missing" not in {defect.id for defect in found.named}


NO_ATTEMPT = [["attempts to commit an offence under section 2, who ", ""]]


def test_the_silence_of_a_vocabulary_that_does_not_cover_the_law_is_not_told() -> None:
    ledger = replace(ledger_after(NO_ATTEMPT), alarm="few words were known")
    assert find_defects(ledger).withheld == {"no-attempt": "few words were known"}


def test_the_silence_of_a_law_that_fell_apart_is_not_told() -> None:
    ledger = ledger_after(NO_ATTEMPT)
    lost = replace(ledger.laws[0], coverage=Coverage(lines=50, placed=48, unplaced=2))
    found = find_defects(replace(ledger, laws=(lost,)))
    assert found.withheld == {"no-attempt": "2 of 50 lines have no place in the structure of 6 sections"}


GENERAL_PART = """Model Penal Code, 2020

1. Attempt
A person who attempts to commit an offence is guilty of an offence.

2. Accomplices
A person who aids or abets the commission of an offence is guilty of that offence.

3. Incitement and conspiracy
A person who incites another person to commit an offence, or conspires with another person to commit an offence, is guilty
of an offence.

4. Brothels
A person who keeps a brothel is liable to imprisonment for one year.
"""


def _code(sections: int) -> str:
    more = (f"{n}. Signs\nThe colour of sign {n} is green.\n" for n in range(5, sections + 1))
    return "\n".join([GENERAL_PART, *more])


@pytest.mark.parametrize(("sections", "told"), [(100, True), (60, False)])
def test_a_code_without_the_offence_is_told_of(sections: int, told: bool) -> None:
    found = {defect.id: defect for defect in find_defects(match([law_of(_code(sections))])).named}
    assert ("no-specific-offence" in found) is told


def test_the_general_defences_of_a_code_may_keep_victims_from_punishment() -> None:
    bare = [line for line in SOUND.split("\n\n") if not line.startswith(("5. Victims", "6. Assistance"))]
    sound = find_defects(match([law_of("\n\n".join(bare))]))
    assert "no-nonpunishment" in {defect.id for defect in sound.named}
    offences = "\n\n".join(bare[1:3]).replace("2. Trafficking", "102. Trafficking").replace("section 2", "section 102")
    code = find_defects(match([law_of(f"{_code(100)}\n{offences.replace('1. Interpretation', '101. Interpretation')}\n")]))
    assert "no-nonpunishment" in code.withheld


@pytest.mark.parametrize("row", TABLE["shown"], ids=names(TABLE["shown"]))
def test_a_defect_says_whether_it_rests_on_words_or_on_silence(row: dict[str, Any]) -> None:
    framework = load_framework().defects[row["defect"]]
    defect = defects_after(row["change"])[row["defect"]]
    assert defect.basis == ("silence" if framework.silence else "text")
    assert defect.why.startswith("no rule was found that ") is (defect.basis == "silence")
    assert "{" not in defect.why


def test_what_can_be_silent_is_what_the_framework_has_a_sentence_for() -> None:
    silent = {id for id, defect in load_framework().defects.items() if defect.silence}
    assert {absence.defect for absence in ABSENCES} == silent
    checks = {check.id for check in find_defects(ledger_after([])).reading}
    assert {check for absence in ABSENCES for check in absence.sound} == checks


def test_a_defect_comes_with_its_words_why_and_fix() -> None:
    found = defects_after([["twelve years", "three years"]])["penalty-low"]
    assert "three years" in found.evidence[0].quote
    assert found.why
    assert found.fix
