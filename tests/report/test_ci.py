"""A build: exit codes by severity and baseline, and the forms that its tools read."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from lxml import etree

from ctip_law import gap
from ctip_law.report.ci import SEVERITIES, findings
from ctip_law.report.data import STRENGTHS
from ctip_law.report.schemas import SCHEMAS
from tests.cli.conftest import ACT, Call, call
from tests.cli.test_commands import validate

__all__ = ["call"]

#: An Act that says nothing on trafficking: every duty is open.
KITES = "Kite Act 2031\n\n1. Kites\nA person may fly a kite.\n\n2. Strings\nA string shall hold.\n"


@pytest.fixture
def act(tmp_path: Path) -> Path:
    path = tmp_path / "my act, 1.txt"
    path.write_text(ACT, encoding="utf-8")
    return path


@pytest.fixture
def baseline(call: Call, act: Path, tmp_path: Path) -> Path:
    path = tmp_path / "known.json"
    said = call("gap", act, "-I", "tip", "--write-baseline", path)
    assert said.code == 0
    assert said.err.endswith(f"wrote {path}\n")
    validate("baseline", json.loads(path.read_text(encoding="utf-8")))
    return path


def test_without_a_severity_gaps_are_no_failure(call: Call, act: Path) -> None:
    assert call("gap", act, "-I", "tip").code == 0


@pytest.mark.parametrize("severity", SEVERITIES)
def test_a_duty_of_this_strength_or_above_fails_the_build(call: Call, act: Path, severity: str) -> None:
    said = call("gap", act, "-I", "tip", "-q", "--severity", severity)
    assert said.code == 1
    report = gap(act, against="tip")
    told = re.findall(r"(tip-[\w-]+) \((gap|partial)\)", said.err)
    strengths = {one.id: one.strength for one in report.provisions}
    allowed = STRENGTHS[: STRENGTHS.index(severity) + 1]
    assert told
    assert {strengths[id] for id, _ in told} <= set(allowed)
    assert told == [(one.id, one.status) for one in findings(report, {}, severity) if one.counts]


def test_heavier_severities_count_less(act: Path) -> None:
    report = gap(act, against="all")
    counts = [sum(one.counts for one in findings(report, {}, severity)) for severity in SEVERITIES]
    assert counts == sorted(counts)
    assert counts[0] < counts[-1]


def test_what_is_known_fails_no_build(call: Call, act: Path, baseline: Path) -> None:
    assert call("gap", act, "-I", "tip", "-q", "--baseline", baseline, "--severity", "recommendation").code == 0


def test_a_new_finding_fails_it_and_is_named(call: Call, act: Path, baseline: Path, tmp_path: Path) -> None:
    bill = tmp_path / "bill.txt"
    bill.write_text(ACT.replace("eighteen", "sixteen"), encoding="utf-8")
    said = call("gap", bill, "-I", "tip", "-q", "--baseline", baseline)
    assert said.code == 1
    assert re.match(rf"\d+ findings? that {re.escape(str(baseline))} does not have: .*tip-3d", said.err)


def test_a_finding_that_got_worse_is_new_and_one_that_got_better_is_not(act: Path) -> None:
    report = gap(act, against="tip")
    partial = next(one for one in findings(report, {}) if one.status == "partial")
    lost = next(one for one in findings(report, {}) if one.status == "gap")
    known = {partial.id: "gap", lost.id: "partial"}
    by_id = {one.id: one.known for one in findings(report, known)}
    assert by_id[partial.id]
    assert not by_id[lost.id]


@pytest.mark.parametrize("content", ["", "[", "[]", "{}", '{"schema": "ctip-law/gap/1", "findings": []}'])
def test_a_file_that_is_no_baseline_is_refused(call: Call, act: Path, tmp_path: Path, content: str) -> None:
    path = tmp_path / "known.json"
    path.write_text(content, encoding="utf-8")
    said = call("gap", act, "--baseline", path)
    assert (said.code, said.out) == (2, "")
    assert said.err == f"CT603 {path}: this is no baseline; write it again with --write-baseline\n"
    assert call("gap", act, "--baseline", tmp_path / "none.json").code == 3


def test_a_law_of_which_nothing_was_assessed_is_no_pass(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "law.txt"
    path.write_text("凧法\n\n第一条 人は凧を揚げる。\n\n第二条 糸は強くなければならない。\n" * 3, encoding="utf-8")
    said = call("gap", path, "-I", "tip", "-q", "--severity", "mandatory")
    assert said.code == 1
    assert "no mandatory duty was assessed" in said.err


def test_sarif_is_what_the_schema_says(call: Call, act: Path, baseline: Path) -> None:
    data = json.loads(call("gap", act, "no.txt", "-I", "tip", "-f", "sarif").out)
    validate("sarif", data)
    (run,) = data["runs"]
    assert not run["invocations"][0]["executionSuccessful"]
    assert run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"].startswith("CT101")
    levels = {result["ruleId"]: result["level"] for result in run["results"]}
    assert levels["tip-11-4"] in ("warning", "error", "note")
    assert all(run["tool"]["driver"]["rules"][one["ruleIndex"]]["id"] == one["ruleId"] for one in run["results"])
    assert {one["baselineState"] for one in run["results"]} == {"new"}
    assert " " not in run["artifacts"][0]["location"]["uri"]  # a URI
    known = json.loads(call("gap", act, "-I", "tip", "-f", "sarif", "--baseline", baseline).out)
    assert {one["baselineState"] for one in known["runs"][0]["results"]} == {"unchanged"}


def test_github_gets_a_command_on_a_line_with_its_marks_escaped(call: Call, act: Path, baseline: Path) -> None:
    lines = call("gap", act, "-I", "tip", "-f", "github").out.splitlines()
    assert lines
    for line in lines:
        match = re.fullmatch(r"::(error|warning|notice) file=([^,:]*),title=(tip-[^,:]*)::(.+)", line)
        assert match, line
        assert match[2].endswith("my act%2C 1.txt")
    assert any(line.startswith("::error ") for line in lines)
    assert call("gap", act, "-I", "tip", "-f", "github", "--baseline", baseline).out == ""


def test_junit_has_a_case_for_each_duty(call: Call, act: Path, tmp_path: Path, baseline: Path) -> None:
    assert call("gap", act, "no.txt", "-I", "tip", "-o", tmp_path / "gaps.xml").code == 4
    root = etree.parse(tmp_path / "gaps.xml").getroot()
    cases = root.findall(".//testcase")
    assert int(root.get("tests", "0")) == len(cases)
    for kind, name in (("failure", "failures"), ("error", "errors"), ("skipped", "skipped")):
        assert int(root.get(name, "-1")) == len(root.findall(f".//{kind}"))
    assert len(root.findall(".//error")) == 1
    assert root.findall(".//failure")
    done = call("gap", act, "-I", "tip", "-f", "junit", "--baseline", baseline)
    assert etree.fromstring(done.out.encode()).findall(".//failure") == []


def test_words_that_would_break_a_form_break_none(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "bad%0A::error.txt"
    path.write_text(KITES.replace("Kite Act", 'Kite "<Act>" & \x07 ::error::'), encoding="utf-8")
    etree.fromstring(call("gap", path, "-I", "tip", "-f", "junit").out.encode())
    assert all(line.startswith("::") for line in call("gap", path, "-I", "tip", "-f", "github").out.splitlines())
    SCHEMAS["sarif"].model_validate(json.loads(call("gap", path, "-I", "tip", "-f", "sarif").out), strict=True)
