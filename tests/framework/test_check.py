"""The data fit together, and every mistake in them is told with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctip_law.errors import DataError
from ctip_law.framework import Framework
from ctip_law.framework.check import check
from tests.framework.conftest import Spoil

TIP = "provisions/tip.toml"
COE = "provisions/coe.toml"

#: what is wrong, file, words replaced, by what, what is said. The line told is that where the new words begin,
#: save for the rows of LINES_OFF.
BAD = [
    ("broken TOML", TIP, 'title = "Accomplices"', 'title = "Accomplices', "not valid TOML"),
    ("the same provision twice", TIP, "[tip-5-2c]", "[tip-5-2b]", "not valid TOML"),
    ("a misspelt field", TIP, 'cluster = "definition', 'clustre = "definition', "unknown field `clustre`"),
    ("an unknown strength", TIP, 'strength = "qualified"', 'strength = "strict"', "must be one of mandatory"),
    ("an unknown nature", TIP, 'nature = "legislative"', 'nature = "statutory"', "must be one of legislative"),
    ("an unknown cluster", TIP, 'cluster = "prevention"', 'cluster = "prevent"', "must be one of"),
    ("an unknown way of checking", COE, 'verified = "text"', 'verified = "read"', "must be one of text"),
    ("a number for a title", TIP, 'title = "Accomplices"', "title = 5", "`title` must be text"),
    ("an empty title", TIP, 'title = "Accomplices"', 'title = " "', "`title` is empty"),
    ("text for a list", TIP, 'wider = ["related_offence.use_services", "prevention.due_diligence"]',
     'wider = "related_offence.use_services"', "`wider` must be a list of texts"),
    ("an element twice", TIP, 'required = ["child.no_means", "consent.irrelevant_child"]',
     'required = ["child.no_means", "child.no_means"]', 'holds "child.no_means" twice'),
    ("a flat list of alternatives", TIP, 'any_of = [["protection.compensation_offender"',
     'any_of = ["protection.info", ["protection.compensation_offender"', "must be a list of lists"),
    ("an element that is not there", TIP, '"protection.views"', '"protection.view"',
     '`required` names "protection.view", which is not known'),
    ("a wider element that is not there", TIP, '"prevention.due_diligence"', '"prevention.diligence"',
     '`wider` names "prevention.diligence"'),
    ("an alternative that is not there", TIP, 'any_of = [["protection.compensation_offender"',
     'any_of = [["protection.damages"', '`any_of` names "protection.damages"'),
    ("a local element that is not there", TIP, 'local = ["nondiscrimination"]', 'local = ["equality"]',
     "which local.toml does not hold"),
    ("a defect that is not there", TIP, 'typical_defects = ["no-attempt"]', 'typical_defects = ["attempt"]',
     '`typical_defects` names "attempt"'),
    ("a link that leads nowhere", TIP, 'equivalent = ["untoc-5-1b"', 'equivalent = ["untoc-5-9"',
     '`equivalent` names "untoc-5-9", which is not a provision'),
    ("a link of the wrong strength", TIP, 'stronger = ["coe-21-2"', 'weaker = ["coe-21-2"',
     "which does not name it under `stronger`"),
    ("a link that says equal of unequal strengths", TIP, 'stronger = ["coe-21-2", "actip-5-2", "eu-3"]',
     'equivalent = ["coe-21-2", "actip-5-2", "eu-3"]', "does not name it under `equivalent`"),
    ("a softener that is not known", TIP, 'softeners = ["concepts"]', 'softeners = ["notions"]',
     '`softeners` names "notions"'),
    ("a qualified duty that nothing softens", TIP, 'strength = "qualified"\nqualifier = "Subject to the basic '
     'concepts of the legal system."\nsofteners = ["concepts"]', 'strength = "qualified"',
     "names what softens it under `softeners`"),
    ("a softened duty among the mandatory", TIP, 'strength = "qualified"\nqualifier = "Subject to the basic',
     'strength = "mandatory"\nqualifier = "Subject to the basic', "what has softeners is qualified, not mandatory"),
    ("a check source that is not there", "provisions/actip.toml", 'checked_at = ["rso", "d123"]',
     'checked_at = ["rsso", "d123"]', '`checked_at` names "rsso"'),
    ("a quantity that nobody reads", TIP, 'quantity = "child_age_years"', 'quantity = "age"', "must be one of"),
    ("a wrong comparison", TIP, 'numeric_test = { quantity = "child_age_years", op = ">="',
     'numeric_test = { quantity = "child_age_years", op = ">"', "`op`"),
    ("a provision under another name", TIP, "[tip-13]", "[top-13]", "must begin with tip-"),
    ("a rule without a reason", TIP, "[tip-3c.rule]\nwhy", "[tip-3c.rule]\nwhat", "unknown field `what`"),
    ("a rule on a defect that is not there", TIP, 'blocked_by = ["means-for-child"]',
     'blocked_by = ["means-for-children"]', '`blocked_by` names "means-for-children"'),
    ("a rule on an element that is not there", TIP, 'weak_only_with = ["border.carrier_duty"]',
     'weak_only_with = ["border.carriers"]', '`weak_only_with` names "border.carriers"'),
    ("a waiver for a group that is not there", TIP, 'waived = { "means-missing-adult" = "means" }',
     'waived = { "means-missing-adult" = "ways" }', '`waived` names "ways"'),
    ("an element without a label", "elements.toml", 'label = "Recruitment"\n', "", "`label` is missing"),
    ("an element of an unknown group", "elements.toml", "[act.recruitment]", "[acts.recruitment]",
     '"acts" is neither a group nor a provision'),
    ("a local element that its provision does not name", "local.toml", "[tip-2.objects-clause]",
     "[tip-2.new]\nlabel = 'A clause'\n\n[tip-2.objects-clause]", "does not name it under `local`"),
    ("a defect without a fix", "defects.toml", "\nfix = ", "\nmend = ", "unknown field `mend`"),
    ("a defect of a provision that is not there", "defects.toml", 'provisions = ["tip-3b"]',
     'provisions = ["tip-33b"]', 'there is no provision "tip-33b"'),
    ("a defect that the provision does not name", "defects.toml", 'provisions = ["tip-3b"]',
     'provisions = ["tip-3c"]', "does not name it under `typical_defects`"),
    ("an instrument that holds more than it announces", "instruments.toml", "provisions = 48",
     "provisions = 47", "says 47, its file holds 48"),
    ("a year in words", "instruments.toml", "year = 2000", 'year = "2000"', "must be a whole number"),
    ("a date that is none", "instruments.toml", "in_force = 2003-12-25", 'in_force = "Christmas 2003"',
     "must be a date"),
    ("more elements than announced", "vocabulary.toml", "elements = 228", "elements = 227",
     "`elements` says 227, there are 228"),
    ("fewer defects than announced", "vocabulary.toml", "defects = 30", "defects = 31", "there are 30"),
]  # fmt: skip

#: How far the line told is from the beginning of the new words: what is missing has no line of its own and is
#: told at the head of its table; some new words begin a line early.
LINES_OFF = {"an element without a label": -1, "a rule without a reason": 1, "a defect without a fix": 1}


def test_the_projects_own_data_are_sound() -> None:
    assert [str(error) for error in check()] == []


@pytest.mark.parametrize(("what", "file", "old", "new", "said"), BAD, ids=[row[0] for row in BAD])
def test_a_mistake_is_told_with_file_and_line(
    spoil: Spoil, data: Path, what: str, file: str, old: str, new: str, said: str
) -> None:
    path, line = spoil(file, old, new)
    line += LINES_OFF.get(what, 0)
    errors = check(data)
    assert {error.code for error in errors} == {"CT301"}
    found = [error for error in errors if said in error.message]
    assert found, [str(error) for error in errors]
    assert found[0].path == str(path)
    assert found[0].place == str(line)
    assert str(found[0]).count("\n") == 0


def test_an_unclosed_text_at_the_end_of_a_file(spoil: Spoil, data: Path) -> None:
    spoil("local.toml", '  "not offered voluntarily",\n]', '  "not offered voluntarily')
    (error,) = check(data)
    assert "not valid TOML" in error.message
    assert int(error.place) > 1


def test_a_missing_file(data: Path) -> None:
    (data / "provisions" / "som.toml").unlink()
    (error,) = check(data)
    assert "the file is missing" in str(error)
    assert error.path.endswith("som.toml")


def test_a_file_that_no_instrument_announces(data: Path) -> None:
    (data / "provisions" / "treaty.toml").write_text("", encoding="utf-8")
    (error,) = check(data)
    assert error.path.endswith("treaty.toml")


def test_bytes_that_are_no_utf8(data: Path) -> None:
    (data / "defects.toml").write_bytes(b"\xff\xfe[x]")
    (error,) = check(data)
    assert "not UTF-8" in error.message


def test_several_mistakes_are_told_together(spoil: Spoil, data: Path) -> None:
    spoil(TIP, '"protection.views"', '"protection.view"')
    spoil(COE, '"border.visa"', '"border.visas"')
    assert len(check(data)) == 2


def test_what_the_fast_way_refuses_it_refuses_with_file_and_line(spoil: Spoil, data: Path) -> None:
    path, line = spoil(TIP, 'strength = "qualified"', 'strength = "strict"')
    with pytest.raises(DataError) as caught:
        Framework(data).provisions(["tip"])
    assert (caught.value.path, caught.value.place) == (str(path), str(line))
    assert caught.value.exit_code == 2
