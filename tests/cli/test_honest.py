"""What the program says of a reading that cannot be trusted, and with which exit code."""

# ruff: noqa: E501 (tables of texts)
from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import ACT, Call

_KITES = "The kite flies in the wind over the sea and nobody may stop it there. " * 12
_PREFACE = "Any person who sells another person commits an offence and shall be punished.\n\n"
_SECOND = (
    "TRADE IN PEOPLE REGULATIONS 2021\n\nMade under the Trade in People Act 2020\n\n"
    "1. Citation\nThese are the Regulations.\n\n2. Licence\nA licence costs ten and lasts for a year.\n\n3. Fee\nThe fee is paid in the month of May.\n"
)


def test_a_text_without_a_section_exits_3(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "kites.txt"
    path.write_text(_KITES)
    said = call("gap", str(path))
    assert said.code == 3
    assert said.out == ""
    assert said.err.startswith(f"CT201 {path}: no section or article was found; ")
    assert len(said.err.splitlines()) == 1


def test_parse_shows_such_a_text_and_exits_3(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "kites.txt"
    path.write_text(_KITES)
    said = call("parse", str(path), "-f", "json")
    assert said.code == 3
    assert [warning["code"] for warning in json.loads(said.out)["warnings"]] == ["CT201"]


def test_other_sources_are_still_done(call: Call, tmp_path: Path) -> None:
    kites, act = tmp_path / "kites.txt", tmp_path / "act.txt"
    kites.write_text(_KITES)
    act.write_text(ACT)
    said = call("gap", str(kites), str(act), "-f", "json")
    assert said.code == 4
    assert len(json.loads(said.out)["laws"]) == 1


def test_a_warning_stands_on_standard_error_and_in_every_report(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "act.txt"
    title, rest = ACT.split("\n\n", 1)
    path.write_text(f"{title}\n\n{_PREFACE}{rest}")
    for form in ("table", "md", "csv", "html", "json"):
        said = call("gap", str(path), "-q", "-f", form)
        assert said.code == 0
        assert said.err.startswith(f"CT205 {path}: words that read like operative law stand outside the sections")
        assert form == "csv" or "read like operative law stand outside the sections" in said.out
    report = json.loads(said.out)
    assert [warning["code"] for warning in report["laws"][0]["warnings"]] == ["CT205"]
    assert "gap" not in {one["status"] for one in report["provisions"]}


def test_law_chooses_from_a_file_with_several(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "both.txt"
    path.write_text(f"{ACT}\n{_SECOND}")
    said = call("parse", str(path), "-f", "json")
    assert json.loads(said.out)["law"]["title"] == "Trade in People Act 2020"
    assert "CT207" in said.err
    said = call("parse", str(path), "-f", "json", "--law", "regulations")
    assert json.loads(said.out)["law"]["title"] == "TRADE IN PEOPLE REGULATIONS 2021"
    said = call("gap", str(path), "--law", "Decree")
    assert said.code == 2
    assert said.err.startswith("CT004")
