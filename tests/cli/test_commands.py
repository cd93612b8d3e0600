"""Each command on real input: what it prints, where, and with which exit code."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from ctip_law.report.schemas import SCHEMAS
from tests.cli.conftest import ACT, Call


def validate(name: str, data: object) -> None:
    """Holds an output against its model and its published JSON Schema."""
    import jsonschema

    from ctip_law import schema

    SCHEMAS[name].model_validate(data, strict=True)
    jsonschema.Draft202012Validator.check_schema(schema(name))
    jsonschema.validate(data, schema(name), jsonschema.Draft202012Validator)


def test_parse_json_is_what_the_schema_says(call: Call, act: Path) -> None:
    said = call("parse", act, "-f", "json")
    assert (said.code, said.err) == (0, "")
    data = json.loads(said.out)
    validate("law", data)
    assert [clause["num"] for clause in data["clauses"]] == ["1", "2", "3"]
    text = call("parse", act, "-f", "text").out
    section = data["clauses"][1]
    assert text[section["start"] : section["end"]].startswith("2. Meaning of child")


def test_parse_prints_a_tree(call: Call, act: Path) -> None:
    said = call("parse", act)
    assert said.code == 0
    assert any(line.startswith("section 2: Meaning of child") for line in said.out.splitlines())


@pytest.mark.parametrize("form", ["akn", "md"])
def test_parse_writes_a_law_that_reads_the_same(call: Call, act: Path, tmp_path: Path, form: str) -> None:
    copy = tmp_path / f"copy.{form}"
    assert call("parse", act, "-f", form, "-o", copy).code == 0
    again = json.loads(call("parse", copy, "-f", "json").out)
    assert [clause["num"] for clause in again["clauses"]] == ["1", "2", "3"]


def test_parse_of_several_is_an_array_in_order_with_the_failures_in_it(call: Call, act: Path) -> None:
    said = call("parse", act, "missing.txt", act, "-f", "json")
    assert said.code == 4
    assert said.err.startswith("CT101 missing.txt: ")
    first, second, third = json.loads(said.out)
    assert first == third
    assert second["law"] is None
    validate("law", first)
    validate("unread", second)
    assert second["errors"][0]["code"] == "CT101"


def test_standard_input_reads_like_a_file(call: Call, act: Path) -> None:
    piped = json.loads(call("parse", "-", "-f", "json", stdin=ACT.encode()).out)
    filed = json.loads(call("parse", act, "-f", "json").out)
    assert piped["clauses"] == filed["clauses"]
    assert piped["law"]["source"]["sha256"] == filed["law"]["source"]["sha256"]


def test_gap_json_is_what_the_schema_says(call: Call, act: Path) -> None:
    said = call("gap", act, "--against", "tip", "--format", "json")
    assert (said.code, said.err) == (0, "")
    data = json.loads(said.out)
    validate("gap", data)
    verdicts = {provision["id"]: provision["status"] for provision in data["provisions"]}
    assert verdicts["tip-3d"] == "met"
    assert verdicts["tip-6-6"] in ("met", "partial")
    assert verdicts["tip-11-4"] == "gap"


def test_gap_has_the_whole_ledger_whatever_it_is_held_against(call: Call, act: Path) -> None:
    from ctip_law.framework import load

    narrow = json.loads(call("gap", act, "-I", "tip", "-f", "json").out)
    wide = json.loads(call("gap", act, "-I", "all", "-f", "json").out)
    assert [element["id"] for element in narrow["elements"]] == list(load().elements)
    assert narrow["elements"] == wide["elements"]
    assert narrow["defects"] == wide["defects"]
    assert len(wide["provisions"]) == 522
    validate("gap", wide)


def test_every_quote_is_a_slice_of_the_text(call: Call, act: Path) -> None:
    data = json.loads(call("gap", act, "-I", "tip", "-f", "json").out)
    text = call("parse", act, "-f", "text").out
    found = [evidence for element in data["elements"] for evidence in element["evidence"]]
    assert found
    for evidence in found:
        assert text[evidence["start"] : evidence["end"]] == evidence["quote"]


def test_gap_reads_several_laws_as_one_bundle_and_names_what_failed(call: Call, act: Path, tmp_path: Path) -> None:
    other = tmp_path / "code.txt"
    other.write_text("Penal Code\n\n1. Attempt\nA person who attempts an offence commits that offence.\n")
    said = call("gap", act, "missing.txt", other, "-I", "tip", "-f", "json")
    assert said.code == 4
    data = json.loads(said.out)
    validate("gap", data)
    assert [law["source"]["path"] for law in data["laws"]] == [str(act), str(other)]
    assert [error["code"] for error in data["errors"]] == ["CT101"]


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"", "CT103"), (b"  \n\t\n", "CT103"), (b"\x89PNG\r\n\x1a\n\0\0\0", "CT104"), (b"<act><body>", "CT1")],
)
@pytest.mark.parametrize("command", ["parse", "gap"])
def test_what_cannot_be_read_exits_3(call: Call, tmp_path: Path, command: str, content: bytes, code: str) -> None:
    path = tmp_path / "bad"
    path.write_bytes(content)
    said = call(command, path)
    assert (said.code, said.out) == (3, "")
    assert said.err.startswith(code)
    assert said.err.count("\n") == 1
    assert str(path) in said.err


@pytest.mark.parametrize("command", ["parse", "gap", "show"])
def test_a_missing_file_and_a_directory_exit_3(call: Call, tmp_path: Path, command: str) -> None:
    assert call(command, tmp_path / "no.txt").err.startswith("CT101 ")
    assert call(command, tmp_path).err.startswith("CT102 ")
    assert call(command, tmp_path / "no.txt").code == 3


def test_a_country_where_a_file_is_asked_for_is_told_with_the_option_for_it(call: Call, tmp_path: Path) -> None:
    assert "-C SG takes the laws" in call("gap", "SG").err
    assert "-C" not in call("gap", tmp_path / "no.txt").err


@pytest.mark.parametrize(("least", "code"), [(0, 0), (100, 1)])
def test_fail_under(call: Call, act: Path, least: int, code: int) -> None:
    said = call("gap", act, "-I", "tip", "--fail-under", least)
    assert said.code == code
    assert said.out.startswith("Gap analysis: ")


def test_fail_under_is_not_reached_by_silence(call: Call, tmp_path: Path) -> None:
    thai = tmp_path / "thai.txt"
    thai.write_text("มาตรา ๑ พระราชบัญญัตินี้เรียกว่าพระราชบัญญัติตัวอย่าง\nมาตรา ๒ ให้ใช้บังคับทันที\n", encoding="utf-8")
    said = call("gap", thai, "-I", "tip", "--fail-under", 0)
    assert said.code == 1
    assert said.err.startswith(f"CT302 {thai}: ")
    assert "no mandatory duty was assessed" in said.err


def test_a_language_without_a_lexicon_is_told_and_nothing_is_assessed(call: Call, tmp_path: Path) -> None:
    thai = tmp_path / "thai.txt"
    thai.write_text("มาตรา ๑ พระราชบัญญัตินี้เรียกว่าพระราชบัญญัติตัวอย่าง\nมาตรา ๒ ให้ใช้บังคับทันที\n", encoding="utf-8")
    said = call("gap", thai, "-I", "tip", "-f", "json")
    data = json.loads(said.out)
    validate("gap", data)
    assert said.code == 0
    assert [error["code"] for error in data["errors"]] == ["CT302"]
    assert {element["status"] for element in data["elements"]} == {"unread"}
    assert {provision["status"] for provision in data["provisions"]} == {"not_assessed", "not_legislative"}


def test_the_same_law_given_twice_is_read_once(call: Call, act: Path) -> None:
    said = call("gap", act, act, "-I", "tip", "-f", "json")
    assert said.code == 0
    assert "is the same law as" in said.err
    assert said.out == call("gap", act, "-I", "tip", "-f", "json").out


@pytest.mark.parametrize("form", ["json", "csv", "md", "html", "docx", "xlsx"])
def test_the_ending_of_the_output_gives_the_form(call: Call, act: Path, tmp_path: Path, form: str) -> None:
    target = tmp_path / f"gaps.{form}"
    said = call("gap", act, "-I", "tip", "-o", target)
    assert (said.code, said.out) == (0, "")
    assert said.err == f"wrote {target}\n"
    start = {
        "json": b"{",
        "csv": b"Article,",
        "md": b"# Gap",
        "html": b"<!DOCTYPE html>",
        "docx": b"PK",
        "xlsx": b"PK",
    }
    assert target.read_bytes().startswith(start[form])
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_quiet_says_nothing_and_keeps_the_exit_code(call: Call, act: Path, tmp_path: Path) -> None:
    said = call("gap", act, "-q", "-o", tmp_path / "gaps.json", "-I", "tip", "--fail-under", 0)
    assert (said.code, said.err) == (0, "")
    assert call("gap", act, "no.txt", "-q", "-o", tmp_path / "gaps.json").code == 4


def test_nothing_is_written_where_it_cannot_be(call: Call, act: Path, tmp_path: Path) -> None:
    said = call("gap", act, "-o", tmp_path / "no" / "gaps.json")
    assert said.code == 2
    assert said.err.startswith("CT902 ")


def test_an_interrupted_write_leaves_the_old_file(act: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from ctip_law.files import write_file

    target = tmp_path / "gaps.json"
    target.write_text("old")

    def interrupted(beside: str, place: str) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_file(target, b"new")
    assert target.read_text() == "old"
    assert len(list(tmp_path.iterdir())) == 2  # the Act and the old file


@pytest.mark.parametrize(
    ("args", "variables", "coloured"),
    [
        ((), {}, False),  # a pipe
        (("--color", "always"), {}, True),
        ((), {"FORCE_COLOR": "1"}, True),
        ((), {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        (("--color", "never"), {"FORCE_COLOR": "1"}, False),
        ((), {"CTIP_COLOR": "always"}, True),
    ],
)
def test_colour(
    call: Call,
    act: Path,
    monkeypatch: pytest.MonkeyPatch,
    args: tuple[str, ...],
    variables: dict[str, str],
    coloured: bool,
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert ("\x1b[" in call("gap", act, "-I", "tip", *args).out) == coloured


def test_options_come_from_the_environment(call: Call, act: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CTIP_AGAINST", "som")
    provisions = json.loads(call("gap", act, "-f", "json").out)["provisions"]
    assert {provision["id"].partition("-")[0] for provision in provisions} == {"som"}


def test_show_prints_a_section_by_number_or_eid(call: Call, act: Path) -> None:
    assert call("show", act, "3").out.startswith("3. Compensation\n")
    assert call("show", act, "sec_3").out == call("show", act, "3").out
    assert call("show", act).out == call("parse", act, "-f", "text").out.rstrip("\n") + "\n"
    said = call("show", act, "44")
    assert said.code == 2
    assert said.err.startswith("CT006 ")


def test_search_finds_the_section(call: Call, act: Path) -> None:
    said = call("search", "compensation ordered by the court", act, "-f", "json")
    data = json.loads(said.out)
    validate("search", data)
    assert data["results"][0]["num"] == "3"
    assert "3 Compensation" in call("search", "compensation ordered by the court", act).out
    assert call("search", "zeppelin", act).err == "no clause found\n"


def test_corpus_list_and_verify(call: Call) -> None:
    validate("corpus", json.loads(call("corpus", "list", "-f", "json").out))
    assert "restatement" in call("corpus", "list", "-C", "SG").out
    verified = call("corpus", "verify")
    assert (verified.code, verified.err) == (0, "")


def test_a_country_of_the_corpus(call: Call) -> None:
    data = json.loads(call("gap", "-C", "singapore", "-I", "tip", "-f", "json").out)
    assert data["country"] == "SG"
    assert data["laws"][0]["restatement"] is True
    assert data["laws"][0]["source"]["path"].startswith("corpus/sg/")
    validate("gap", data)


def test_the_matrix_of_the_corpus(call: Call) -> None:
    data = json.loads(call("report", "matrix", "-C", "SG,ZM", "-f", "json").out)
    validate("matrix", data)
    assert data["countries"] == ["SG", "ZM"]


def test_doctor_is_content_with_a_whole_installation(call: Call) -> None:
    said = call("doctor", "-f", "json")
    data = json.loads(said.out)
    validate("doctor", data)
    assert (said.code, data["ok"]) == (0, True)
    assert "framework" in call("doctor").out


def test_doctor_names_what_is_wrong(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    from ctip_law.errors import DataError

    def wrong() -> str:
        raise DataError("CT301", "there are 9 elements too few", path="elements.toml", place="3")

    monkeypatch.setattr("ctip_law.report.doctor._framework", wrong)
    said = call("doctor")
    assert said.code == 1
    assert "! framework" in said.out
    assert "elements.toml:3" in said.out


@pytest.mark.parametrize("form", ["md", "html", "text", "akn", "docx"])
def test_draft_writes_a_clause(call: Call, tmp_path: Path, form: str) -> None:
    target = tmp_path / "clause"
    said = call("draft", "clause", "tip-3b", "-f", form, "-o", target)
    assert said.code == 0
    assert target.stat().st_size > 200


def test_draft_lists_what_there_is(call: Call) -> None:
    assert "tip-3b" in call("draft", "clause", "--list").out


@pytest.mark.parametrize(
    ("args", "code"),
    [(("clause",), "CT007"), (("clause", "tip-99"), "CT003"), (("clause", "tip-3b", "--set", "x"), "CT004")],
)
def test_draft_refuses(call: Call, args: tuple[str, ...], code: str) -> None:
    said = call("draft", *args)
    assert said.code == 2
    assert said.err.startswith(code)


def test_explain_has_codes_statuses_and_entries(call: Call) -> None:
    assert "does not exist" in call("explain", "ct101").out
    assert "● met" in call("explain", "met").out
    assert "3(a)" in call("explain", "tip-3a").out
    assert call("explain", "codes").out.startswith("CT001")


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_schemas_are_draft_2020_12(call: Call, name: str) -> None:
    import jsonschema

    data = json.loads(call("schema", name).out)
    assert data["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    jsonschema.Draft202012Validator.check_schema(data)


def test_the_same_input_gives_the_same_bytes_whatever_the_hash_seed(act: Path) -> None:
    import subprocess
    import sys

    made = set()
    for seed in ("0", "1"):
        environment = os.environ | {"PYTHONHASHSEED": seed}
        command = [sys.executable, "-m", "ctip_law", "gap", str(act), "-I", "all", "-f", "json"]
        made.add(subprocess.run(command, env=environment, capture_output=True, check=True).stdout)
    assert len(made) == 1


def test_a_failure_is_one_line_whatever_the_file_is_called(call: Call, tmp_path: Path) -> None:
    said = call("parse", tmp_path / "a\nb\x1b[31m.txt")
    assert said.code == 3
    assert said.err.count("\n") == 1
    assert "\x1b" not in said.err
