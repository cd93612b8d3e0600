"""The command: its forms by the ending of -o, its exit codes, one line for each thing that is told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.bill.statutes import LETTERED, SECTIONS
from tests.bill.test_bill import AMENDING, GERMAN
from tests.cli.conftest import Call, call

__all__ = ["call"]


@pytest.fixture
def statute(tmp_path: Path) -> Path:
    path = tmp_path / "act.txt"
    path.write_text(SECTIONS, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("ending", "begins"),
    [
        ("md", b"# Human"),
        ("html", b"<!"),
        ("docx", b"PK"),
        ("pdf", b"%PDF"),
        ("txt", b"Human"),
        ("akn", b"<?xml"),
        ("xml", b"<?xml"),
        ("json", b"{"),
    ],
)
def test_the_ending_of_the_output_says_the_form(call: Call, statute: Path, ending: str, begins: bytes) -> None:
    out = statute.with_name(f"bill.{ending}")
    done = call("draft", "amend", str(statute), "-I", "tip", "-o", str(out))
    assert done.code == 0, done.err
    assert out.read_bytes().lstrip().startswith(begins)


def test_the_redline_is_written_beside_the_bill(call: Call, statute: Path) -> None:
    red = statute.with_name("red.docx")
    assert call("draft", "amend", str(statute), "-I", "tip", "-q", "--redline", str(red)).code == 0
    assert red.read_bytes().startswith(b"PK")


def test_a_bill_that_does_not_do_all_is_written_and_the_exit_code_says_so(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "act.txt"
    path.write_text(LETTERED, encoding="utf-8")
    # the shorter list of aggravations leaves out what the ASEAN convention asks for
    asked = ("-I", "actip", "--also", "actip-5-3", "--set", "aggravating_list=core", "-f", "json")
    done = call("draft", "amend", str(path), *asked)
    assert done.code == 4
    assert "CT404" in done.err
    body = json.loads(done.out)
    assert not body["proof"]["sound"]
    assert any(clause["effect"] for clause in body["clauses"])
    assert [error["code"] for error in body["errors"]] == ["CT404"] * len(body["errors"])


@pytest.mark.parametrize(
    ("text", "words", "code", "exit_code"),
    [
        (GERMAN, ("--lang", "de"), "CT403", 3),
        (AMENDING, (), "CT405", 3),
        ("", (), "CT103", 3),
        ("A gate is a door in a wall, and nobody says more of it here. " * 40, (), "CT201", 3),
        (SECTIONS, ("--also", "nothing-so-called"), "CT003", 2),
        (SECTIONS, ("-I", "nothing-so-called"), "CT002", 2),
        (SECTIONS, ("--set", "max_years"), "CT004", 2),
        (SECTIONS, ("--set", "max_years=400"), "CT004", 2),
    ],
)
def test_what_cannot_be_done_is_one_line_and_nothing_is_written(
    call: Call, tmp_path: Path, text: str, words: tuple[str, ...], code: str, exit_code: int
) -> None:
    path, out = tmp_path / "act.txt", tmp_path / "bill.md"
    path.write_text(text, encoding="utf-8")
    done = call("draft", "amend", str(path), *words, "-o", str(out))
    assert done.code == exit_code, done.err
    assert [line[:5] for line in done.err.splitlines()] == [code]
    assert not out.exists()
