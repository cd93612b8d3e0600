"""What is configured once, where each value comes from, and what wins over what."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from ctip_law.cli.settings import commands, json_schema, option_name, variables
from ctip_law.config import project_file
from ctip_law.datafile import DataFile
from tests.cli.conftest import Call
from tests.cli.test_commands import validate


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of one's own to work in, and no configuration of the user's."""
    monkeypatch.delenv("CTIP_NO_CONFIG")
    monkeypatch.setattr("ctip_law.cli.settings.user_file", lambda: tmp_path / "user" / "ctip.toml")
    (tmp_path / "user").mkdir()
    (tmp_path / "project").mkdir()
    monkeypatch.chdir(tmp_path / "project")
    return tmp_path / "project"


def shown(call: Call, command: str, option: str, *more: str) -> tuple[object, str]:
    """Value and origin of an option."""
    data = json.loads(call("config", "show", "-f", "json", *more).out)
    validate("config", data)
    found = [one for one in data["values"] if (one["command"], one["option"]) == (command, option)]
    return (found[0]["value"], found[0]["origin"]) if found else (None, "")


def test_what_wins_over_what(call: Call, act: Path, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """command line > environment > project > user > defaults"""

    def instruments(*more: str) -> list[str]:
        return list(json.loads(call("gap", act, "-f", "json", *more).out)["instruments"])

    assert instruments() == ["tip"]
    user = here.parent / "user" / "ctip.toml"
    user.write_text('against = "untoc"\n', encoding="utf-8")
    assert instruments() == ["untoc"]
    assert shown(call, "gap", "against") == ("untoc", f"{user}:1")
    (here / "ctip.toml").write_text('# ours\nagainst = "som"\n', encoding="utf-8")
    assert instruments() == ["som"]
    assert shown(call, "gap", "against") == ("som", f"{here / 'ctip.toml'}:2")
    monkeypatch.setenv("CTIP_AGAINST", "coe")
    assert instruments() == ["coe"]
    assert shown(call, "gap", "against") == ("coe", "environment CTIP_AGAINST")
    assert instruments("-I", "p029") == ["p029"]
    monkeypatch.delenv("CTIP_AGAINST")
    assert instruments("--no-config") == ["tip"]
    assert instruments("--config", str(user)) == ["untoc"]


def test_a_table_of_a_command_wins_over_the_top(call: Call, here: Path) -> None:
    (here / "ctip.toml").write_text(
        'against = "tip"\nformat = "json"\n[gap]\nagainst = ["untoc", "som"]\nfail-under = 50\n'
        '[draft.clause]\nset = ["max_years=9"]\nnotes = false\n',
        encoding="utf-8",
    )
    assert shown(call, "gap", "against") == ("untoc,som", f"{here / 'ctip.toml'}:4")
    assert shown(call, "gap", "fail-under")[0] == 50
    assert shown(call, "compare", "against")[0] == "tip"
    assert shown(call, "draft clause", "set")[0] == ["max_years=9"]
    assert shown(call, "draft law", "set")[0] is None


def test_the_form_and_a_flag_are_configured(call: Call, act: Path, here: Path) -> None:
    (here / "ctip.toml").write_text('[gap]\nformat = "csv"\nquiet = true\nagainst = "tip"\n', encoding="utf-8")
    said = call("gap", act, "no.txt", "-o", here / "gaps.csv")
    assert "wrote" not in said.err
    assert (here / "gaps.csv").read_text(encoding="utf-8").startswith("Article,")


def test_a_path_is_meant_from_the_file_that_has_it(call: Call, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / "ctip.toml").write_text('reviews = "kept"\n', encoding="utf-8")
    (here / "below").mkdir()
    monkeypatch.chdir(here / "below")
    monkeypatch.delenv("CTIP_REVIEWS")
    assert shown(call, "gap", "reviews")[0] == str(here / "kept")


@pytest.mark.parametrize("name", ["ctip.toml", "pyproject.toml"])
def test_the_nearest_file_upwards_is_read(here: Path, name: str) -> None:
    (here / name).write_text("[tool.ctip_law]\n", encoding="utf-8")
    (here / "a" / "b").mkdir(parents=True)
    (here / "a" / "pyproject.toml").write_text("[tool.other]\n", encoding="utf-8")  # none of ours
    assert project_file(here / "a" / "b") == here / name


def test_a_pyproject_is_read_from_its_table(call: Call, here: Path) -> None:
    text = '[project]\nname = "x"\n\n[tool.ctip_law]\nagainst = "untoc"\n[tool.ctip_law.gap]\nfail_under = 3\n'
    (here / "pyproject.toml").write_text(text, encoding="utf-8")
    assert shown(call, "gap", "against") == ("untoc", f"{here / 'pyproject.toml'}:5")
    assert shown(call, "gap", "fail-under") == (3, f"{here / 'pyproject.toml'}:7")


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ('agianst = "tip"\n', 1, "unknown key `agianst`, did you mean `against`?"),
        ("\n[gapp]\n", 2, "unknown key `gapp`, did you mean `gap`?"),
        ("[gap]\nfail_undr = 3\n", 2, "unknown key `fail_undr`, did you mean `fail-under`?"),
        ("[gap]\ntradition = 'civil'\n", 2, "unknown key `tradition`"),  # of another command
        ("[draft]\nlw = 1\n", 2, "unknown key `lw`, did you mean `law`?"),
        ("[draft.lay]\n", 1, "unknown key `lay`, did you mean `law`?"),
        ("quiet = 'yes'\n", 1, "`quiet` must be true or false"),
        ("[gap]\nfail_under = true\n", 2, "`fail_under` must be a number"),
        ("against = 3\n", 1, "`against` must be text"),
        ("[draft.clause]\nset = 'a=b'\n", 2, "`set` must be a list of texts"),
        ("against = [1]\n", 1, "`against` must be text"),
        ("against =\n", 1, "not valid TOML"),
        ("config = 'x'\n", 1, "unknown key `config`"),  # of the call, not of the work
    ],
)
def test_what_cannot_be_used_is_told_with_its_line(
    call: Call, act: Path, here: Path, text: str, line: int, told: str
) -> None:
    (here / "ctip.toml").write_text(text, encoding="utf-8")
    for args in (("gap", act), ("config", "show")):
        said = call(*args)
        assert (said.code, said.out) == (2, "")
        assert said.err.startswith(f"CT008 {here / 'ctip.toml'}:{line}: ")
        assert told in said.err
        assert said.err.count("\n") == 1
    assert call("config", "show", "--no-config").code == 0


def test_a_value_that_an_option_does_not_take_is_told_with_its_line(call: Call, act: Path, here: Path) -> None:
    (here / "ctip.toml").write_text('[gap]\n\nseverity = "grave"\n', encoding="utf-8")
    said = call("gap", act)
    assert said.code == 2
    assert said.err.startswith(f"CT004 {here / 'ctip.toml'}:3: Invalid value for '--severity'")
    assert call("gap", act, "--severity", "odd").err.startswith("CT004 Invalid value")


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ('against = "tpi"\n', 1, 'CT002 {}: the instrument "tpi" is not known'),
        ('quiet = false\nagainst = "tip,utoc"\n', 2, 'CT002 {}: the instrument "utoc" is not known'),
        ('[gap]\ncountry = "Kenia"\n', 2, "CT001 {}: no country is known as 'Kenia'"),
        ('lang = "english"\n', 1, "CT004 {}: --lang 'english' is no code"),
    ],
)
def test_a_word_that_names_nothing_is_told_with_its_line(
    call: Call, act: Path, here: Path, text: str, line: int, told: str
) -> None:
    (here / "ctip.toml").write_text(text, encoding="utf-8")
    said = call("gap", act)
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith(told.format(f"{here / 'ctip.toml'}:{line}")), said.err


def test_a_word_of_the_call_that_names_nothing_is_no_mistake_of_the_file(call: Call, act: Path, here: Path) -> None:
    (here / "ctip.toml").write_text('against = "tpi"\n', encoding="utf-8")
    assert call("gap", act, "-I", "tpi").err.startswith('CT002 the instrument "tpi"')
    assert call("gap", act, "-I", "upi").err.startswith('CT002 the instrument "upi"')


def test_a_configuration_that_is_a_folder(call: Call, act: Path, tmp_path: Path) -> None:
    said = call("gap", act, "--config", tmp_path)
    remedy = "name the file of the configuration"
    assert (said.code, said.err) == (3, f"CT102 {tmp_path}: this is a directory; {remedy}\n")


def test_a_configuration_that_is_named_and_not_there(call: Call, act: Path) -> None:
    said = call("gap", act, "--config", "no.toml")
    assert (said.code, said.err) == (3, "CT101 no.toml: there is no such configuration; check the path\n")


def test_every_option_has_a_variable_of_the_environment(call: Call, monkeypatch: pytest.MonkeyPatch, act: Path) -> None:
    for words, command in commands():
        for param in command.params:
            if param.param_type_name == "option" and option_name(param) != "help":
                names = variables(words, param)
                assert names[-1].startswith("CTIP_")
                assert names[0] in call(*words, "--help").out.replace("\n", "").replace(" ", ""), (words, param.name)
    monkeypatch.setenv("CTIP_GAP_SEVERITY", "mandatory")
    assert call("gap", act, "-I", "tip").code == 1


def test_the_schema_for_editors_takes_the_sample_and_refuses_a_wrong_key(call: Call, tmp_path: Path) -> None:
    schema = json_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    assert call("init", tmp_path / "sample").code == 0
    sample = DataFile(tmp_path / "sample" / "ctip.toml").data
    jsonschema.validate(sample, schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"agianst": "tip"}, schema)
    assert json.loads(call("schema", "settings").out) == schema


def test_init_writes_a_project_whose_commands_work(call: Call, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CTIP_REVIEWS")
    said = call("init")
    assert (said.code, said.out) == (0, "")
    assert sorted(path.name for path in here.iterdir()) == ["README.md", "act.txt", "ctip.toml"]
    assert call("gap", "act.txt").code == 1  # its build asks for the mandatory duties
    page = (here / "README.md").read_text(encoding="utf-8")
    for line in page.splitlines():
        if line.startswith("    ctip-law ") and "import" not in line:
            import shlex

            args = shlex.split(line.partition("              ")[0].strip().split("   ")[0])[1:]
            assert call(*args).code in (0, 1), line


def test_init_writes_over_nothing(call: Call, here: Path) -> None:
    (here / "act.txt").write_text("mine", encoding="utf-8")
    said = call("init")
    assert (said.code, said.err) == (2, "CT902 .: act.txt is there already; name another folder\n")
    assert [path.name for path in here.iterdir()] == ["act.txt"]
    assert (here / "act.txt").read_text(encoding="utf-8") == "mine"


def test_the_sample_act_is_that_of_the_tutorial(call: Call, tmp_path: Path) -> None:
    from tests.conftest import ROOT

    assert call("init", tmp_path / "x").code == 0
    assert (tmp_path / "x" / "act.txt").read_bytes() == (ROOT / "docs" / "tutorial" / "act.txt").read_bytes()


def test_all_that_is_wrong_is_told_at_once(call: Call, act: Path, here: Path) -> None:
    (here / "ctip.toml").write_text('agianst = "tip"\nquiet = 3\n[gap]\nfail_undr = 1\n[gpa]\n', encoding="utf-8")
    said = call("gap", act)
    assert (said.code, said.out) == (2, "")
    lines = [line.partition(":")[2].partition(":")[0] for line in said.err.splitlines()]
    assert lines == ["1", "2", "4", "5"]
