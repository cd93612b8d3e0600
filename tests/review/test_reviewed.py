"""A reviewed gap analysis: filled in, read, held against the program and another reviewer, and handed on."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import ACT, Call
from tests.review.reviewing import READING, VERDICT, Fill, scored, written

openpyxl = pytest.importorskip("openpyxl", reason="openpyxl, of the extra `evaluate`, is not installed")

CORPUS = Path(__file__).resolve().parents[2] / "corpus"


def test_the_workbook_has_its_columns_beside_the_matrix_and_offers_its_own_words(workbook: Path) -> None:
    book = openpyxl.load_workbook(workbook)
    heads = {name: [one.value for one in book[name][1]] for name in ("Provisions", "Elements")}
    assert heads["Provisions"][9:12] == ["Reviewer's verdict", "Reviewer's sections", "Reviewer's note"]
    assert heads["Elements"][-3:] == ["Reviewer's reading", "Reviewer's sections", "Reviewer's note"]
    lists = {name: book[name].data_validations.dataValidation[0].formula1 for name in heads}
    assert lists["Provisions"] == '"met,elsewhere,differs,partial,gap,not in legislation"'
    assert lists["Elements"] == '"found,in part,not found"'
    assert book["Provisions"]["K2"].number_format == "@"  # else 3-4 becomes a date
    assert [row[0].value for row in book["About"].iter_rows()][-3:] == ["Reviewer", "Date of the review", "Complete"]


# status of a row here: tip-3a partial, tip-3d met, tip-6-6 met, act.receipt found, means.fraud not found
ROWS = [
    # cells by column, complete -> outcome, whether the sections are the same, whether it is listed as a difference
    ({"Reviewer's verdict": "partial"}, "agree", None, False),
    ({"Reviewer's verdict": "◐ partial"}, "agree", None, False),
    ({"Reviewer's verdict": " Partial "}, "agree", None, False),
    ({"Reviewer's verdict": "gap"}, "differ", None, True),
    ({"Reviewer's verdict": "not_in_legislation"}, "differ", None, True),
    ({"Reviewer's verdict": "divergence"}, "differ", None, True),
    ({"Reviewer's verdict": "partial", "Reviewer's sections": "s. 1(1)"}, "agree", True, False),
    ({"Reviewer's verdict": "partial", "Reviewer's sections": 1}, "agree", True, False),
    ({"Reviewer's verdict": "partial", "Reviewer's sections": "1, 3"}, "agree", False, True),
    ({"Reviewer's sections": "3"}, "unsaid", False, True),
    ({"Reviewer's note": "ask the ministry"}, "unsaid", None, False),
]


@pytest.mark.parametrize(("cells", "expected", "same", "listed"), ROWS, ids=[str(row[0]) for row in ROWS])
def test_what_a_filled_row_counts_as(
    call: Call, fill: Fill, cells: dict[str, Any], expected: str, same: bool | None, listed: bool
) -> None:
    path = fill({("Provisions", "tip-3a", column): value for column, value in cells.items()})
    review = scored(call, path)["reviews"][0]
    counts = review["provisions"]
    assert counts["looked_at"] == counts[expected] == 1
    assert (counts["sections_same"], counts["sections_differ"]) == (int(same is True), int(same is False))
    assert [row["id"] for row in review["differences"]] == ["tip-3a"] * listed
    assert [row["id"] for row in review["remarks"]] == ["tip-3a"] * ("Reviewer's note" in cells)


def test_a_difference_has_the_words_of_both(call: Call, fill: Fill, workbook: Path) -> None:
    column = "Reviewer's {}".format
    path = fill(
        {
            VERDICT: "met", ("Provisions", "tip-3a", column("note")): "the means\nare enough",
            ("Provisions", "tip-3a", column("sections")): "1; 2", READING: "in part",
        }
    )  # fmt: skip
    review = scored(call, path)["reviews"][0]
    first, second = review["differences"]
    assert first["place"].startswith("Provisions!")
    assert first["program"]["status"] == "partial"
    assert first["program"]["why"]
    assert "“" in first["program"]["quote"]
    assert first["reviewer"] == {"verdict": "met", "sections": ["1", "2"], "note": "the means are enough"}
    assert (second["id"], second["program"]["status"], second["reviewer"]["verdict"]) == (
        "act.receipt", "present", "weak",
    )  # fmt: skip
    assert review["provisions"]["verdicts"] == {"partial": {"met": 1}}
    assert review["provisions"]["strengths"]["mandatory"]["differ"] == 1
    assert review["elements"]["agreement"] == 0.0
    table = call("evaluate", "--reviewed", path).out
    assert all(len(line) <= 80 or str(path) in line for line in table.splitlines())
    assert "partial read as met: 1" in table
    assert "reviewer: met; sections 1, 2; the means are enough" in table


def test_silence_agrees_only_in_a_complete_review(call: Call, fill: Fill) -> None:
    open_ = scored(call, fill({VERDICT: "met"}))["reviews"][0]["provisions"]
    assert (open_["looked_at"], open_["agreement"]) == (1, 0.0)
    whole = scored(call, fill({VERDICT: "met", ("About", "Complete", "Value"): "yes"}))["reviews"][0]["provisions"]
    assert whole["looked_at"] == whole["rows"] > 20
    assert whole["differ"] == 1
    assert whole["agree"] + whole["undecided"] == whole["rows"] - 1


def test_silence_agreed_to_what_the_reviewer_saw(call: Call, fill: Fill, workbook: Path, tmp_path: Path) -> None:
    """As if the workbook were an older version's, which found nothing on one provision and left one open."""
    path = fill(
        {
            ("Provisions", "tip-3a", "Status"): "○ gap", ("Provisions", "tip-3d", "Status"): "? unclear",
            ("About", "Complete", "Value"): "yes",
        }
    )  # fmt: skip
    law = ["--law", workbook.with_name("act1.txt")]
    (then,), (now,) = (scored(call, path, *more)["reviews"] for more in ([], law))
    assert then["differences"] == []
    (row,) = now["differences"]
    assert (row["id"], row["program"]["status"], row["reviewer"]["verdict"]) == ("tip-3a", "partial", "gap")
    assert now["provisions"]["looked_at"] == now["provisions"]["rows"] - 1
    call("evaluate", "--reviewed", path, *law, "-f", "toml", "-o", tmp_path / "c.toml")
    for more in ([], law):
        again = scored(call, tmp_path / "c.toml", *more)["reviews"][0]
        assert again["provisions"]["verdicts"] == now["provisions"]["verdicts"]


@pytest.mark.parametrize("complete", ["no", "yes"])
@pytest.mark.parametrize("read", [False, True], ids=["as in the file", "read again"])
def test_round_trip_of_a_law_of_the_corpus(call: Call, fill: Fill, tmp_path: Path, complete: str, read: bool) -> None:
    source = CORPUS / "sg" / "prevention-of-human-trafficking-act-2014.xml"
    assert call("gap", source, "-C", "SG", "-I", "tip", "-o", tmp_path / "sg.xlsx").code == 0
    path = fill(
        {
            VERDICT: "gap", READING: "weak", ("About", "Complete", "Value"): complete,
            ("About", "Reviewer", "Value"): 'A. "Quiet" Lawyer',
            ("About", "Date of the review", "Value"): datetime.datetime(2026, 11, 29),
            ("Provisions", "tip-6-6", "Reviewer's sections"): "3",
            ("Elements", "means.fraud", "Reviewer's note"): "back\\slash, “quotes” and = signs",
        },
        of=tmp_path / "sg.xlsx",
    )  # fmt: skip
    law = ["--law", source] if read else []
    said = call("evaluate", "--reviewed", path, *law, "-f", "toml", "-o", tmp_path / "corrections.toml")
    assert said.code == 0, said.err
    first, second = scored(call, path, *law), scored(call, tmp_path / "corrections.toml", *law)
    for one in (first, second):
        for review in one["reviews"]:
            assert (review["reviewer"], review["date"]) == ('A. "Quiet" Lawyer', "2026-11-29")
            for row in [review, *review["differences"], *review["remarks"]]:
                row.pop("place", row.pop("file", None))
    if complete == "no" and not read:  # the corrections hold no row of which nothing is said
        for table in ("provisions", "elements"):
            for one in (first, second):
                counts = one["reviews"][0][table]
                counts.pop("rows")
                for part in ("statuses", "strengths"):
                    counts[part] = {k: v | {"rows": 0} for k, v in counts[part].items() if v["looked_at"]}
    assert first == second
    again = call("evaluate", "--reviewed", tmp_path / "corrections.toml", *law, "-f", "toml")
    assert again.out == (tmp_path / "corrections.toml").read_text(encoding="utf-8")


def test_two_reviewers_are_held_against_each_other(call: Call, fill: Fill) -> None:
    first = fill({VERDICT: "met", ("Provisions", "tip-3d", "Reviewer's verdict"): "met"}, "a.xlsx")
    second = fill(
        {
            VERDICT: "gap", ("Provisions", "tip-3d", "Reviewer's verdict"): "met", READING: "found",
            ("About", "Reviewer", "Value"): "B",
        },
        "b.xlsx",
    )  # fmt: skip
    made = scored(call, first, "--reviewed", second)
    (pair,) = made["pairs"]
    assert pair["provisions"] == {"both": 2, "agree": 1, "differ": 1, "agreement": 0.5, "kappa": 0.0}
    assert pair["elements"] == {"both": 0, "agree": 0, "differ": 0, "agreement": None, "kappa": None}
    (row,) = pair["differences"]
    assert (row["id"], row["first"]["verdict"], row["second"]["verdict"]) == ("tip-3a", "met", "gap")
    assert "and B\n" in call("evaluate", "--reviewed", first, "--reviewed", second).out


def test_reviews_of_two_texts_are_no_pair(call: Call, fill: Fill, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    other = fill({VERDICT: "gap"}, "b.xlsx", written(tmp_path / "other", ACT.replace("fifteen", "twenty")))
    made = scored(call, fill({VERDICT: "met"}), "--reviewed", other)
    assert made["pairs"] == []
    assert "not of the same text" in made["notes"][0]


def test_several_laws_read_together(call: Call, fill: Fill, tmp_path: Path) -> None:
    texts = ACT, "Victims Act 2021\n\n1. Title\nThis Act is the Victims Act.\n\n2. Name\nNo court may name a victim.\n"
    (tmp_path / "both").mkdir()
    of = written(tmp_path / "both", *texts)
    law = [part for n in (1, 2) for part in ("--law", tmp_path / "both" / f"act{n}.txt")]
    sections = ("Provisions", "tip-3a", "Reviewer's sections")
    assert scored(call, fill({sections: "[1] 1"}, of=of), *law)["reviews"][0]["provisions"]["sections_same"] == 1
    said = call("evaluate", "--reviewed", fill({sections: "[2] 3"}, of=of), *law)
    assert (said.code, "has no section [2] 3" in said.err) == (1, True)
    said = call("evaluate", "--reviewed", fill({sections: "[1] 1"}, of=of), *law[2:], *law[:2])
    assert (said.code, said.err.count("another text")) == (1, 2)
    said = call("evaluate", "--reviewed", fill({sections: "[1] 1"}, of=of), *law[:2])
    assert (said.code, "2 laws read together" in said.err) == (1, True)
