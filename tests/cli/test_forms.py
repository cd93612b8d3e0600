"""What stands in a file is what its ending says: the form follows from the ending, and a strange ending is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctip_law.cli.app import root
from ctip_law.cli.forms import chosen
from ctip_law.errors import UsageError
from tests.cli.conftest import Call
from tests.cli.test_usage import paths

REPORT = ("table", "json", "csv", "md", "html", "docx", "xlsx", "sarif", "junit")


@pytest.mark.parametrize(
    ("form", "output", "expected"),
    [
        (None, "", "table"),
        (None, "-", "table"),
        (None, "gaps.docx", "docx"),
        (None, "gaps.DOCX", "docx"),
        (None, "a folder.d/gaps.htm", "html"),
        (None, "gaps.txt", "table"),
        (None, "gaps", "table"),  # no ending says nothing
        (None, ".gaps", "table"),
        (None, "gaps.sarif", "sarif"),
        (None, "gaps.sarif.json", "sarif"),  # the longer ending
        (None, "gaps.json", "json"),
        (None, "gaps.junit.xml", "junit"),
        ("json", "gaps", "json"),
        ("json", "gaps.json", "json"),
        ("json", "gaps.v2", "json"),  # an ending of no form: -f says it
        ("csv", "gaps.2026", "csv"),
        ("md", "gaps.txt", "md"),  # a text is a text
    ],
)
def test_the_ending_says_the_form(form: str | None, output: str, expected: str) -> None:
    assert chosen(form, output, REPORT) == expected


@pytest.mark.parametrize(
    ("form", "output", "forms", "told"),
    [
        (None, "c.pdf", ("table", "json"), "Use .txt, .json."),
        (None, "c.toml", REPORT, "Use .txt, .json, .csv, .md, .html, .docx, .xlsx, .sarif, .xml."),
        (None, "c.doc", REPORT, "Use .txt"),
        (None, "act.v2", ("text",), "Use .txt."),
        ("md", "c.docx", REPORT, "Leave -f out"),
        ("json", "c.pdf", REPORT, "Leave -f out"),
        ("docx", "c.txt", REPORT, "Leave -f out"),
        ("pdf", "c.pdf", REPORT, "Use table or json"),
    ],
)
def test_an_ending_that_is_of_nothing_written_is_refused(
    form: str | None, output: str, forms: tuple[str, ...], told: str
) -> None:
    with pytest.raises(UsageError) as error:
        chosen(form, output, forms)
    assert error.value.code == "CT004"
    assert error.value.remedy.startswith(told)


def writers() -> list[tuple[str, ...]]:
    """The commands that take -o FILE."""
    found = []
    for path in paths():
        command = root().get_command(None, path[0])
        command = command.commands[path[1]] if len(path) > 1 else command
        if any(option.name == "output" and option.metavar == "FILE" for option in command.params):
            found.append(path)
    return found


#: What a call needs beside -o. Nothing of it is read: the ending is looked at first.
ARGUMENTS = {
    "gap": ["act.txt"], "parse": ["act.txt"], "show": ["act.txt"], "search": ["words"], "explain": ["tip-3a"],
    "compare": ["a.txt", "b.txt"], "diff": ["a.txt", "b.txt"], "schema": ["gap"],
    "draft clause": ["tip-3a"], "draft law": [], "draft options": [], "draft amend": ["act.txt"],
    "draft template": ["bill.md"],
    "report questionnaire": ["act.txt"], "report policy-guide": ["act.txt"], "report manual": ["act.txt"],
    "report action-plan": ["act.txt"], "report checklists": ["act.txt"], "report labour": ["act.txt"],
    "report matrix": [], "report template": ["manual"], "corpus list": [], "corpus country": ["PK"], "doctor": [],
    "config show": [], "version": [], "review export": ["act.txt"], "review import": ["act.xlsx"],
    "evaluate": ["--gold", "g", "--corpus", "c"],
}  # fmt: skip


@pytest.mark.parametrize("path", writers(), ids=" ".join)
def test_every_command_that_writes_refuses_a_strange_ending(call: Call, path: tuple[str, ...], tmp_path: Path) -> None:
    target = tmp_path / "result.odp"
    said = call(*path, *ARGUMENTS[" ".join(path)], "-o", target)
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith(f"CT004 {target}: .odp is no ending of what this command writes; use .")
    assert not target.exists()


def test_the_form_follows_from_the_ending(call: Call, act: Path, tmp_path: Path) -> None:
    for command, ending, start in (
        (("parse", act), "json", '{\n  "schema": "ctip-law/law/1"'),
        (("parse", act), "md", "---\ntitle: Trade in People Act"),
        (("search", "compensation", act), "json", '{\n  "schema": "ctip-law/search/1"'),
        (("doctor",), "json", '{\n  "schema": "ctip-law/doctor/1"'),
        (("explain", "tip-3d", "--law", act), "json", '{\n  "schema": "ctip-law/story/1"'),
        (("corpus", "list"), "json", '{\n  "schema": "ctip-law/corpus/1"'),
    ):
        target = tmp_path / f"result.{ending}"
        call(*command, "-o", target)
        assert target.read_text(encoding="utf-8").startswith(start), command


def test_a_form_of_another_manner_of_the_call_is_refused(call: Call, act: Path, tmp_path: Path) -> None:
    assert call("diff", act, act, "--apply", "-f", "html").err.startswith("CT004 -f html does not go with this call")
    assert call("diff", act, act, "-o", tmp_path / "x.xml").err.startswith(f"CT004 {tmp_path / 'x.xml'}: .xml")
    assert call("explain", "tip-3a", "-f", "json").code == 2
