"""The whole story of a finding, and the report with which it is disputed."""

# ruff: noqa: E501 (tables)

from __future__ import annotations

import hashlib
import json
import tomllib
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import pytest

from ctip_law import explain, gap
from ctip_law.errors import CtipError
from ctip_law.framework import load
from ctip_law.match import match
from ctip_law.model import ClauseReading, Report
from ctip_law.report.schemas import SCHEMAS
from ctip_law.report.story import story
from ctip_law.report.tell import tell
from tests.cli.conftest import ACT, Call, call
from tests.match.conftest import FRAME, law_of, with_section
from tests.match.test_cases import KEYS, STATUSES

__all__ = ["call"]

SHELTER = "The Minister shall provide every victim with a shelter, medical care and counselling."
DISCRETION = "The Committee may make recommendations for a national plan against trafficking in persons."


@pytest.fixture(scope="module")
def report() -> Report:
    return gap([with_section(SHELTER, "Care of victims")], against="tip")


def element(made: dict[str, Any], id: str) -> dict[str, Any]:
    return next(one for one in made["elements"] if one["id"] == id)


def test_every_finding_of_a_report_has_a_story_with_the_promised_shape(report: Report) -> None:
    ids = [finding.id for finding in report.provisions]
    ids += [*list(report.ledger.elements)[:40], *load().defects]
    for id in ids:
        made = story(report, id)
        SCHEMAS["story"].model_validate(json.loads(json.dumps(made)), strict=True)
        assert max(map(len, tell(made).splitlines())) <= 100


def test_quotes_and_answers_are_slices_of_the_text(report: Report) -> None:
    text = report.ledger.laws[0].text
    told = 0
    for finding in report.provisions:
        for one in story(report, finding.id)["elements"]:
            for evidence in one["evidence"]:
                assert evidence["says"], evidence
                for words in (evidence, *evidence["answers"]):
                    assert text[words["start"] : words["end"]] == words["quote"]
                    told += 1
            for near in one["stopped"]:
                assert text[near["start"] : near["end"]] == near["quote"]
    assert told > 40


def test_each_group_of_a_rule_is_answered_by_words_of_the_law(report: Report) -> None:
    evidence = element(story(report, "tip-6-3"), "protection.housing")["evidence"][0]
    said = {answer["concept"]: answer["quote"] for answer in evidence["answers"]}
    assert said["shelter"] == "shelter"
    assert said["victim"] == "victim"
    assert evidence["says"].startswith("in one subsection, a word for each of: shelter; victim")


def test_the_path_through_a_definition_is_told(report: Report) -> None:
    made = story(report, "purpose.slavery")
    evidence = made["elements"][0]["evidence"][0]
    assert evidence["num"] == "1"
    assert evidence["via"] == ["definition of exploitation"]
    assert "a definition" in evidence["places"]
    assert "through the definition of exploitation" in tell(made)


def test_what_follows_from_numbers_is_told_in_words(report: Report) -> None:
    evidence = story(report, "child.under18")["elements"][0]["evidence"][0]
    assert evidence["rule"] == "derived.child-age"
    assert "eighteen" in evidence["says"]


def test_why_something_counts_in_part_is_told() -> None:
    made = story(gap([with_section(DISCRETION, "Functions")]), "institution.action_plan")
    found = made["elements"][0]
    assert found["status"] == "weak"
    assert found["why"]
    assert found["evidence"][0]["weak"] == found["why"]
    assert f"counts in part: {found['why']}" in tell(made)


@pytest.mark.parametrize(
    ("heading", "section", "why"),
    [
        ("Care", "There shall be a shelter. It is open.", "nothing in the same subsection for: victim"),
        ("Escape from a shelter", "A victim who shall leave a shelter is brought back.", "the heading"),
        ("Care", "The Minister shall not give any victim a shelter.", "negated"),
    ],
)
def test_what_came_near_says_what_stopped_it(heading: str, section: str, why: str) -> None:
    made = story(gap([with_section(section, heading)]), "protection.housing")
    assert made["elements"][0]["status"] == "absent"
    stopped = made["elements"][0]["stopped"]
    assert any(near["num"] == "4" and why in near["why"] for near in stopped), stopped
    assert "not counted: section 4" in tell(made)


FAR = "a period that the Council of the district sets from time to time with the leave of the Treasury and of the court"
REFUSED = [
    ("protection.psychological", "The prison shall provide psychological care to the convicted person.", "tie", "another person is spoken of: offender"),
    ("protection.psychological", "It is proposed that a victim receive psychological care.", "tie", "proposed (“proposed that”)"),
    ("protection.housing", f"The Minister shall provide a victim with food, and after {FAR}, and {FAR}, and {FAR}, a shelter.", "far", "the words stand too far apart"),
    ("protection.housing", "A person who gives a victim a shelter that he shall not leave commits an offence.", "outside", "it stands in words that make an offence"),
    ("protection.housing", "The Minister shall not give any victim a shelter.", "denied", "it is negated"),
    ("purpose.slavery", "The Minister shall report each year on slavery.", "inside", "it does not stand in the trafficking definition or offence or an offence of slavery or forced labour as such"),
]  # fmt: skip


@pytest.mark.parametrize(("id", "section", "kind", "why"), REFUSED, ids=[f"{row[0]}-{row[2]}" for row in REFUSED])
def test_a_rule_that_had_all_its_words_says_what_refused_them(id: str, section: str, kind: str, why: str) -> None:
    law = law_of(f"{FRAME.replace('slavery, ', '')}\n4. Care\n{section}\n")
    (told,) = story(gap([law]), id)["elements"]
    refused = [(near["num"], near["kind"], near["why"]) for near in told["stopped"]]
    assert (told["status"], refused[:1]) == ("absent", [("4", kind, why)])


def test_a_section_in_which_a_rule_was_satisfied_is_not_told_as_refused() -> None:
    section = "The Minister may, subject to available resources, provide a victim with a shelter."
    (told,) = story(gap([with_section(section, "Shelters")]), "protection.housing")["elements"]
    assert (told["status"], told["stopped"]) == ("weak", [])


def test_the_nearest_section_is_told_once() -> None:
    words = " ".join(tell(story(gap([with_section(REFUSED[0][1], "Care")]), "protection.psychological")).split())
    assert "not counted: section 4" in words
    assert "nearest: section 4" not in words


LISTED = """Act on Trafficking in Persons, 2020

1. Interpretation
In this Act, "trafficking in persons" means the recruitment of a person by force for the purpose of slavery.

2. Offence
A person who commits trafficking in persons is liable to imprisonment for ten years.

3. Bail
A person charged with trafficking in persons is held until the hearing.

4. Flags
The flag is green.
"""


def test_how_the_offence_was_found_is_told_cue_by_cue() -> None:
    made = story(gap([law_of(LISTED)], against="tip"), "act.recruitment")
    places = made["offence"]["places"]
    assert [(one["num"], one["found"]) for one in places] == [("1", True), ("1", True), ("2", True), ("3", False)]
    assert [one["why"] for one in places[:2]] == ["", "its term names trafficking and its words name an act"]
    for one in places:
        assert bool(one["cues"]) != bool(one["why"])
        if one["cues"]:
            total = made["offence"]["base"] + sum(cue["weight"] for cue in one["cues"])
            assert one["score"] == pytest.approx(total)
            assert one["found"] == (total >= made["offence"]["threshold"])
            assert [cue["weight"] for cue in one["cues"]] == sorted((c["weight"] for c in one["cues"]), reverse=True)
    words = " ".join(tell(made).split())
    assert f"section 2, Offence: {places[2]['score']:+.2f}, found" in words
    assert f"section 3, Bail: {places[3]['score']:+.2f}, too little, not taken" in words
    assert "says that trafficking is committed +" in words
    assert "section 4, Flags" not in words  # no cue speaks for it


def test_where_no_offence_was_found_the_nearest_sections_say_what_they_lack() -> None:
    made = story(gap([law_of("Flags Act\n\n1. Flags\nThe flag is green.\n")], against="tip"), "tip-5-1")
    assert [(one["num"], one["found"]) for one in made["offence"]["places"]] == [("1", False)]
    assert "neither punishes nor defines -" in tell(made)


def test_what_is_not_looked_for_in_the_offence_is_told_without_it(report: Report) -> None:
    made = story(report, "protection.housing")
    assert made["offence"] is None
    assert "How the trafficking definition" not in tell(made)


EXCUSED = "The victim is not liable for an offence that is a direct result of trafficking in persons."


@pytest.mark.parametrize(("id", "section", "polarity"), [("nonpunish.other_acts", EXCUSED, "denied"), ("protection.housing", SHELTER, "affirmed")])
def test_a_clause_that_excuses_denies(id: str, section: str, polarity: str) -> None:
    (told,) = story(gap([with_section(section, "Victims")]), id)["elements"]
    assert told["evidence"][0]["clause"]["polarity"] == polarity


def test_a_gap_shows_the_candidates_and_why_none_was_counted(report: Report) -> None:
    made = story(report, "tip-6-6")
    assert made["status"] == "gap"
    for candidate in made["candidates"]:
        assert candidate["rejected"] in " ".join(tell(made).split())
    assert "general law" in " ".join(made["cautions"])


def test_the_verdict_rule_is_told_as_the_framework_has_it(report: Report) -> None:
    assert any("One of these is enough" in line for line in tell(story(report, "tip-6-6")).splitlines())
    rule = load().provision("tip-3a").rule
    assert story(report, "tip-3a")["verdict"][0] == rule.why


def test_a_defect_that_is_an_absence_says_what_it_follows_from(report: Report) -> None:
    made = story(report, "no-nonpunishment")
    assert made["status"] == "found"
    assert any(line.startswith("none of these found") for line in made["verdict"])
    assert element(made, "nonpunish.prostitution")["status"] == "absent"


def test_a_defect_seen_in_words_quotes_them() -> None:
    made = story(gap([law_of(FRAME.replace("eighteen", "sixteen"))]), "child-age-low")
    assert made["status"] == "found"
    assert "sixteen" in made["evidence"][0]["quote"]
    assert made["evidence"][0]["says"]


def test_a_report_has_what_is_needed_to_reproduce_a_finding(report: Report) -> None:
    made = json.loads(explain("tip-6-3", report, form="json"))
    law = report.ledger.laws[0]
    assert made["laws"][0]["source"]["text_sha256"] == hashlib.sha256(law.text.encode()).hexdigest()
    assert made["tool"]["framework"] == load().version
    assert made["tool"]["lexicon"].startswith("en:")


def test_the_rows_are_rows_of_the_tables_of_cases_and_say_the_same_there(report: Report) -> None:
    rows = tomllib.loads(story(report, "tip-6-3")["rows"])["case"]
    assert {"protection.housing", "protection.medical", "protection.psychological"} <= {row["element"] for row in rows}
    for row in rows:
        assert set(row) == KEYS
        assert row["expect"] in STATUSES
        if row["heading"] == "Care of victims":
            again = match([with_section(row["text"], row["heading"])]).elements[row["element"]]
            assert again.status == row["expect"], row


def test_the_row_of_a_section_without_a_heading_leaves_its_number_out() -> None:
    law = law_of(f"{FRAME}\n4. {SHELTER}\n\n5. {DISCRETION}\n")
    row = tomllib.loads(story(gap([law]), "protection.housing")["rows"])["case"][0]
    assert row["heading"] == "Further provision"
    assert row["text"] == SHELTER


def test_an_element_that_nothing_comes_near_to_has_no_row(report: Report) -> None:
    rows = story(report, "border.carrier_duty")["rows"]
    assert rows.startswith("# border.carrier_duty: absent")
    assert tomllib.loads(rows) == {}


def test_a_language_without_a_lexicon_has_a_story_without_a_verdict() -> None:
    made = story(gap([law_of(FRAME, lang="xx")], against="tip"), "tip-3a")
    assert made["status"] == "not_assessed"
    assert {one["status"] for one in made["elements"]} == {"unread"}
    assert "not assessed" in tell(made)


@pytest.mark.parametrize("id", ["partial", "CT101", "coe-13-1", "nothing"])
def test_what_was_not_looked_for_has_no_story(report: Report, id: str) -> None:
    with pytest.raises(CtipError, match="CT003"):
        story(report, id)


def test_the_command_tells_a_finding_and_writes_the_report(call: Call, tmp_path: Path) -> None:
    act, out = tmp_path / "act.txt", tmp_path / "finding.json"
    act.write_text(ACT, encoding="utf-8")
    said = call("explain", "tip-3d", "--law", act)
    assert said.code == 0
    assert "under the age of eighteen" in said.out
    assert call("explain", "coe-13-1", "--law", act).code == 0  # its instrument is the one to read against
    assert call("explain", "tip-3d", "--law", act, "--report", "-q", "-o", out).out == ""
    assert json.loads(out.read_text(encoding="utf-8"))["schema"] == "ctip-law/story/1"


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (("tip-3a", "--report"), 2),
        (("tip-3a", "--lang", "en"), 2),
        (("tip-99", "--law", "gone.txt"), 2),
        (("partial", "--law", "ACT"), 2),
        (("tip-3a", "--law", "gone.txt"), 3),
        (("tip-3a", "--law", "gone.txt", "--law", "ACT"), 4),
    ],
)
def test_calls_that_cannot_be_answered(call: Call, tmp_path: Path, args: tuple[str, ...], code: int) -> None:
    act = tmp_path / "act.txt"
    act.write_text(ACT, encoding="utf-8")
    said = call("explain", *(str(act) if arg == "ACT" else arg for arg in args))
    assert said.code == code
    assert said.err.count("\n") == 1


CLAUSE = ClauseReading("yes", "affirmed", "may", "victim of trafficking", "if she testifies", "this offence", "a court")


def test_what_the_clause_does_with_the_words_is_told(report: Report) -> None:
    finding = report.ledger.elements["protection.housing"]
    read = replace(finding, evidence=(replace(finding.evidence[0], clause=CLAUSE),))
    elements = report.ledger.elements | {finding.id: read}
    made = story(replace(report, ledger=replace(report.ledger, elements=elements)), finding.id)
    assert made["elements"][0]["evidence"][0]["clause"] == asdict(CLAUSE)
    words = " ".join(tell(made).split())
    assert (
        "the clause: in force; affirmed; may; who acts: a court; for or against: victim of trafficking; "
        "offence: this offence; limit: “if she testifies”"
    ) in words


def test_a_clause_that_orders_nothing_says_so(report: Report) -> None:
    finding = report.ledger.elements["protection.housing"]
    read = replace(finding, evidence=(replace(finding.evidence[0], clause=ClauseReading(operative="repealed")),))
    elements = report.ledger.elements | {finding.id: read}
    made = story(replace(report, ledger=replace(report.ledger, elements=elements)), finding.id)
    assert "the clause: orders nothing (repealed)" in tell(made)


ONE_ACT = "Act\n\n1. Sale\nA person who recruits another for forced labour commits trafficking in persons.\n"


def test_a_defect_that_is_not_told_says_which_count_was_too_low() -> None:
    made = story(gap([law_of(ONE_ACT)], against="tip"), "no-attempt")
    found = "1 of the five acts of a trafficking offence were found, and no prison term for it"
    count = f"{found}; it takes 3 acts and a prison term to show one"
    assert made["status"] == "not told"
    assert made["why"].startswith(f"The reading is not sound enough: {count}. ")
    assert f"checked of the reading: {count} (not enough)" in made["verdict"]


def test_a_defect_of_silence_says_that_no_rule_was_found(report: Report) -> None:
    made = story(report, "no-legal-person")
    assert (made["status"], made["basis"]) == ("found", "silence")
    assert made["why"].startswith("no rule was found that makes legal persons liable. ")


def test_silence_has_its_confidence_from_laws_first_met(report: Report) -> None:
    words = " ".join(tell(story(report, "tip-8-2")).split())
    assert "not in legislation (confidence 0.82, as on laws first met)" in words
    assert "not found (confidence 0.95, as on laws first met)" in words
    assert "as on laws first met" not in tell(story(report, "act.recruitment"))
