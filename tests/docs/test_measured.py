"""The pages on speed and on mutations show what was measured, and the tool that mutates changes one thing at a time."""

from __future__ import annotations

import ast
import json
from pathlib import Path

import pytest

from benchmarks.changes import Changer, changed, changes
from tests.conftest import ROOT

MEASURED = json.loads((ROOT / "docs" / "data" / "benchmarks.json").read_text(encoding="utf-8"))
ROOMS = json.loads((ROOT / "docs" / "data" / "mutants.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("command", ["parse", "match", "gap", "draft", "site", "screen", "search"])
def test_each_command_stands_beside_what_a_user_would_otherwise_have(command: str) -> None:
    rows = [row for row in MEASURED["rows"] if row["command"] == command]
    assert rows
    for row in rows:
        assert row["ratio"] == pytest.approx(row["seconds"] / row["theirs"], rel=0.1), row


def test_growth_goes_from_a_hundred_laws_to_a_thousand_at_least() -> None:
    sizes = [row["laws"] for row in MEASURED["growth"]]
    assert sizes == sorted(sizes)
    assert sizes[0] <= 100
    assert sizes[-1] >= 1000
    for row in MEASURED["growth"]:
        assert row["milliseconds_a_law"] == pytest.approx(1000 * row["seconds"] / row["laws"], rel=0.02)


def test_the_room_that_gives_verdicts_was_mutated() -> None:
    assert ROOMS["assess"]["tried"] >= 60
    assert ROOMS["assess"]["alive"] < 0.15 * ROOMS["assess"]["tried"]
    assert all(0 <= own["alive"] <= own["tried"] <= own["places"] for own in ROOMS.values())


#: Source, and for each place that can be changed the line and what becomes of the source.
PLACES = [
    ("def f(x):\n    return x < 1\n", ["return x < 2", "return x <= 1"]),
    ("def f(x, y):\n    return x and not y\n", ["return x and y", "return x or not y"]),
    ("A = 'one'\nB = 3\nC = 4\n", ["B = 4"]),  # beyond 3 a number is a threshold of its own
    ("def f(x):\n    return x is None or True\n", ["return x is not None or True", "return x is None and True"]),
    ("def f(x):\n    return x + 0.5\n", []),
]


@pytest.mark.parametrize(("source", "made"), PLACES)
def test_one_thing_is_changed_at_a_time(source: str, made: list[str], tmp_path: Path) -> None:
    path = tmp_path / "room.py"
    path.write_text(source, encoding="utf-8")
    found = list(changes([path]))
    assert len(found) == len(made)
    for one, line in zip(found, made, strict=True):
        assert line in ast.unparse(one_tree(path, one.number))
        assert changed(one).co_filename == str(path)
        assert one.line in (0, 1)


def one_tree(path: Path, number: int) -> ast.AST:
    return ast.fix_missing_locations(Changer(number).visit(ast.parse(path.read_text(encoding="utf-8"))))


def test_a_change_is_named_by_its_line_and_by_the_function_that_it_stands_in(tmp_path: Path) -> None:
    path = tmp_path / "room.py"
    path.write_text("X = 2\n\n\n@cache\ndef f(x):\n    return x > 9\n", encoding="utf-8")
    assert [(one.line, one.what) for one in changes([path])] == [(0, "1: the number 2"), (4, "6: x > 9")]


def test_the_page_says_what_screen_was_counted_to_find() -> None:
    page = " ".join((ROOT / "docs" / "explanation" / "speed-and-tests.md").read_text(encoding="utf-8").split())
    counted = json.loads((ROOT / "docs" / "data" / "recall.json").read_text(encoding="utf-8"))
    gates, found, books = [counted["gate"], *counted["more"]], counted["sections"], counted["books"]
    assert [(one["laws"], one["dropped"]) for one in gates] == [(64, []), (9, [])]
    silent, by_title = (sum(one[name] for one in books) for name in ("nothing_found", "nothing_found_by_title"))
    for said in (
        f"for {found['by_screen']:,} of the {found['elements']:,} elements", f"`gap` shows {found['by_gap']:,}",
        "961, 3,089 and 4,107 laws were looked at and {}, {} and {} kept".format(*(one["kept"] for one in books)),
        f"In {silent} of the {sum(one['read'] for one in books)} that were read nothing was found",
        f"in {by_title} of them", f"{silent - by_title} were kept for their words in vain",
    ):  # fmt: skip
        assert said in page, said
