"""What of a reviewed gap analysis cannot be used, told with its place; and how sections and statuses are written."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from ctip_law.review.nouns import place_of, read_reviews, same_place, split_sections, status
from tests.cli.conftest import Call
from tests.review.reviewing import READING, VERDICT, Fill, Filled, scored

openpyxl = pytest.importorskip("openpyxl", reason="openpyxl, of the extra `evaluate`, is not installed")

CORPUS = Path(__file__).resolve().parents[2] / "corpus"


@pytest.mark.parametrize(
    ("cells", "place", "words"),
    [
        ({VERDICT: "maybe"}, "Provisions!J2", '"maybe" is none of met, elsewhere, differs, partial, gap, not in'),
        ({VERDICT: "unclear"}, "Provisions!J2", '"unclear" is none of'),
        ({VERDICT: '=IF(1,"met","gap")'}, "Provisions!J2", "a formula"),
        ({VERDICT: "#N/A"}, "Provisions!J2", "an error of the spreadsheet"),
        ({VERDICT: True}, "Provisions!J2", '"true" is none of'),
        ({("Provisions", "tip-3a", "Reviewer's sections"): datetime.date(2026, 4, 3)}, "Provisions!K2", "a date"),
        ({READING: "partial"}, "Elements!H6", '"partial" is none of found, in part, not found'),
        ({("Provisions", "tip-3a", "Provision"): "tip-99"}, "Provisions!A2", "no such provision: tip-99"),
        ({("Provisions", "tip-3a", "Provision"): "tip-3b"}, "Provisions!A3", "a second time"),
        ({VERDICT: "met", ("Provisions", "tip-3a", "Provision"): ""}, "Provisions!J2", "names no provision"),
        ({("Elements", "act.receipt", "Element"): "act.reciept"}, "Elements!A6", "no such element: act.reciept"),
        ({("Provisions", "tip-3a", "Status"): "fine"}, "Provisions!F2", 'the status "fine"'),
        ({("Provisions", "tip-3a", "Status"): None}, "Provisions!F2", "the status is missing"),
        ({("About", "Complete", "Value"): "mostly"}, "About!B", "neither yes nor no"),
        ({("About", "Date of the review", "Value"): "last week"}, "About!B", "no date"),
        ({("About", "Reviewer", "Value"): "Utopia", ("About", "Reviewer", "What"): "Country"}, "About!B", "no country"),
        ({("About", "Reviewer", "Value"): "A", ("About", "Note", "What"): "reviewer"}, "About!B", "a second time"),
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_told_with_its_cell(
    call: Call, fill: Fill, cells: Filled, place: str, words: str
) -> None:
    path = fill(cells)
    said = call("evaluate", "--reviewed", path)
    assert (said.code, said.out) == (1, "")
    assert f"CT601 {path}:{place}" in said.err
    assert words in said.err
    assert len(said.err.splitlines()) == 1


def test_all_that_is_wrong_in_all_files_is_told_at_once(call: Call, fill: Fill, tmp_path: Path) -> None:
    path = fill({VERDICT: "maybe", READING: "perhaps", ("About", "Complete", "Value"): "mostly"})
    (tmp_path / "more.toml").write_text(WRONG, encoding="utf-8")
    said = call(
        "evaluate", "--reviewed", path, "--reviewed", tmp_path / "more.toml", "--reviewed", tmp_path / "no.toml"
    )
    assert (said.code, said.out) == (1, "")
    assert len(said.err.splitlines()) == 3 + 9 + 1


def rename(sheet: str, to: str) -> Callable[[Any], None]:
    return lambda book: setattr(book[sheet], "title", to)


def head(sheet: str, column: str) -> Callable[[Any], None]:
    def change(book: Any) -> None:
        next(one for one in book[sheet][1] if one.value == column).value = "Mine"

    return change


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (rename("Provisions", "Sheet1"), "there is no sheet Provisions"),
        (rename("About", "Sheet1"), "there is no sheet About"),
        (head("Provisions", "Reviewer's verdict"), ':Provisions: there is no column "Reviewer\'s verdict"'),
        (head("Elements", "Status"), ':Elements: there is no column "Status"'),
    ],
)
def test_a_workbook_of_another_form(
    call: Call, workbook: Path, tmp_path: Path, change: Callable[[Any], None], words: str
) -> None:
    book = openpyxl.load_workbook(workbook)
    change(book)
    book.save(tmp_path / "other.xlsx")
    said = call("evaluate", "--reviewed", tmp_path / "other.xlsx")
    assert (said.code, said.out) == (1, "")
    assert words in said.err
    assert "gap -f xlsx" in said.err


def test_rows_may_be_sorted_and_columns_added(call: Call, fill: Fill, tmp_path: Path) -> None:
    path = fill({VERDICT: "met"})
    before = scored(call, path)["reviews"][0]["provisions"]
    book = openpyxl.load_workbook(path)
    page = book["Provisions"]
    rows = [[one.value for one in row] for row in page.iter_rows()]
    page.delete_rows(1, page.max_row)
    for row in [rows[0], *reversed(rows[1:])]:
        page.append([row[0], "mine", *row[1:]])
    book.save(tmp_path / "sorted.xlsx")
    assert scored(call, tmp_path / "sorted.xlsx")["reviews"][0]["provisions"] == before


@pytest.mark.parametrize(
    ("name", "content", "code", "words"),
    [
        ("a.xlsx", b"no zip", 1, "no workbook that can be read"),
        ("a.xlsx", b"PK\x03\x04 cut off", 1, "no workbook that can be read"),
        ("a.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 1, "without a password"),
        ("a.ods", b"provision,verdict\n", 1, "nor .toml"),
        ("a.toml", b"reviewer = ", 1, "not valid TOML"),
        ("a.toml", b"reviewer = 'A'\n", 1, "neither a [provisions"),
        ("a.toml", b"\xff", 1, "not UTF-8"),
        ("a.xlsx", None, 3, "CT101"),
    ],
)
def test_files_that_are_none(
    call: Call, tmp_path: Path, name: str, content: bytes | None, code: int, words: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    said = call("evaluate", "--reviewed", tmp_path / name)
    assert (said.code, said.out) == (code, "")
    assert words in said.err
    assert str(tmp_path / name) in said.err


def test_a_workbook_that_unfolds_beyond_measure_is_not_read(
    call: Call, workbook: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = import_module("ctip_law.review.workbook")  # the name `ctip_law.evaluate` is the function's
    monkeypatch.setattr(module, "MAX_UNFOLDED", 1000)
    said = call("evaluate", "--reviewed", workbook)
    assert (said.code, "CT108" in said.err) == (3, True)


def test_without_openpyxl_the_extra_is_named(call: Call, workbook: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    said = call("evaluate", "--reviewed", workbook)
    assert (said.code, "CT901" in said.err, "ctip-law[evaluate]" in said.err) == (3, True, True)


WRONG = """reviewer = "B"
date = "soon"
complete = "yes"
mood = "good"

[provisions.tip-99]
verdict = "met"

[provisions.tip-3a]
verdict = "maybe"
sections = "2"

[provisions.tip-3b]
verdikt = "met"

[elements."act.receipt"]
reading = "partial"
program = { status = "fine" }
"""


def test_each_mistake_of_a_toml_file_has_its_line(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(WRONG, encoding="utf-8")
    reviews, wrong = read_reviews([tmp_path / "a.toml"])
    assert reviews == []
    assert {error.code for error in wrong} == {"CT601"}
    assert sorted(int(error.place) for error in wrong) == [2, 3, 4, 6, 10, 11, 14, 17, 18]


TOML = """reviewer = "B"

[provisions.tip-3a]
verdict = "met"
sections = ["1"]

[provisions.tip-6-6]
verdict = "met"

[elements."act.receipt"]
reading = "absent"
"""


def test_a_review_written_by_hand_needs_the_law(call: Call, tmp_path: Path, workbook: Path) -> None:
    path = tmp_path / "b.toml"
    path.write_text(TOML, encoding="utf-8")
    said = call("evaluate", "--reviewed", path)
    assert (said.code, said.out) == (1, "")
    assert f"CT601 {path}:4: what the program found is missing in 3 rows, first in tip-3a; give --law" in said.err
    made = scored(call, path, "--law", workbook.with_name("act1.txt"))
    assert "no SHA-256" in made["notes"][0]
    assert [row["id"] for row in made["reviews"][0]["differences"]] == ["tip-3a", "act.receipt"]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (("[provisions.tip-6-6]", "[provisions.tip-9-4]"), ":8: tip-9-4 asks nothing of a statute"),
        (('["1"]', '["1(2)", "77"]'), ":5: tip-3a: the law has no section 77"),
        (('reviewer = "B"', f'[[law]]\nsha256 = "{"0" * 64}"'), "the review is of another text"),
    ],
)
def test_a_review_that_does_not_fit_the_law(
    call: Call, tmp_path: Path, workbook: Path, change: tuple[str, str], words: str
) -> None:
    path = tmp_path / "b.toml"
    path.write_text(TOML.replace(*change), encoding="utf-8")
    said = call("evaluate", "--reviewed", path, "--law", workbook.with_name("act1.txt"))
    assert (said.code, said.out, said.err.count("\n")) == (1, "", 1)
    assert words in said.err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--reviewed", "a.toml", "--check"], "Leave --check"),
        (["--reviewed", "a.toml", "--reviewed", "b.toml", "-f", "toml"], "-f toml writes one review"),
        (["--reviewed", "a.toml", "--lang", "en"], "--law"),
        (["--gold", "a", "--corpus", "b", "--law", "act.txt"], "--reviewed"),
        (["--gold", "a", "--corpus", "b", "-f", "toml"], "--reviewed"),
        (["--gold", "a"], "Missing option '--corpus'"),
        ([], "Missing option '--gold'"),
    ],
)
def test_calls_that_cannot_be_meant(
    call: Call, arguments: list[str], words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("CTIP_GOLD", "CTIP_CORPUS"):
        monkeypatch.delenv(name, raising=False)
    said = call("evaluate", *arguments)
    assert (said.code, said.out) == (2, "")
    assert words.casefold() in said.err.casefold()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ()),
        ("2, 4A", ("2", "4A")),
        ("2;\n4", ("2", "4")),
        ("[1] 2, 3; [2] 14", ("[1] 2", "[1] 3", "[2] 14")),
        ("[1] 2; 3", ("[1] 2", "3")),
        ("2, 2", ("2",)),
    ],
)
def test_sections_as_they_are_written(text: str, expected: tuple[str, ...]) -> None:
    assert split_sections(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2", ("", "2")), ("2.", ("", "2")), ("Section 2", ("", "2")), ("ss. 2", ("", "2")), ("§ 4A", ("", "4a")),
        ("art. 3 bis (1)", ("", "3 bis")), ("[2] 14(1)(a)", ("2", "14")), ("279.01(1)", ("", "279.01")),
        ("schedule 1", ("", "schedule 1")),
    ],
)  # fmt: skip
def test_the_place_that_is_meant(text: str, expected: tuple[str, str]) -> None:
    assert place_of(text) == expected


def test_a_number_without_its_law_may_be_of_any() -> None:
    assert same_place("14", "[2] 14")
    assert not same_place("[1] 14", "[2] 14")


@pytest.mark.parametrize(
    ("kind", "words", "expected"),
    [
        ("provision", "● met", "met"), ("provision", "◇ differs", "divergence"), ("provision", "Gap", "gap"),
        ("provision", "□ not in legislation", "not_in_legislation"), ("provision", "found", ""), ("provision", "", ""),
        ("provision", "◐", "partial"), ("element", "in part", "weak"), ("element", "○ not found", "absent"),
        ("element", "present", "present"), ("element", "met", ""),
    ],
)  # fmt: skip
def test_the_status_that_words_mean(kind: str, words: str, expected: str) -> None:
    assert status(kind, words) == expected


def test_the_form_in_the_documentation_is_read(tmp_path: Path) -> None:
    page = (CORPUS.parent / "docs" / "reference" / "labels.md").read_text(encoding="utf-8")
    (tmp_path / "a.toml").write_text(page.split("```toml\n")[1].split("```")[0], encoding="utf-8")
    (review,), wrong = read_reviews([tmp_path / "a.toml"])
    assert wrong == []
    assert (review.date, review.country, review.instruments) == ("2026-11-29", "MY", ("tip",))
    assert [row.said.verdict for row in review.rows.values()] == ["partial", "weak"]
