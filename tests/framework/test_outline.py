"""Every paragraph of the treaties that were read whole has a provision, or a reason why it has none."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from ctip_law.framework import load
from ctip_law.framework.check import check
from ctip_law.framework.explain import explain
from ctip_law.framework.load import DATA
from ctip_law.framework.outline import outlines

#: articles, and a paragraph with the rows that answer to it: facts of the texts
TREATIES = {
    "tip": (20, "6(4)", ("tip-6-4",)),
    "untoc": (41, "6(2)(f)", ("untoc-6-2f",)),
    "som": (25, "6(4)", ("som-6-4",)),
    "coe": (47, "13(2)", ("coe-13-2",)),
    "p029": (12, "1(3)", ("p029-1-3",)),
}


def test_the_treaties_that_were_read_whole_are_walked_from_end_to_end() -> None:
    made = {one.instrument: one for one in outlines()}
    assert made.keys() == TREATIES.keys()
    for id, (articles, number, rows) in TREATIES.items():
        assert made[id].articles == articles
        assert made[id].paragraphs[number] == rows


def test_no_paragraph_is_missing_and_none_is_without_a_class() -> None:
    assert check() == ()
    for outline in outlines():
        for number, answer in outline.paragraphs.items():
            if isinstance(answer, str):
                assert answer in load().vocabulary["paragraph"], number
                continue
            for id in answer:
                row = load().provision(id)
                assert row.counts_as in load().vocabulary["strength"]
                assert row.nature in load().vocabulary["nature"]


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ('"6(4)" = ["som-6-4"]\n', "", "[paragraphs]", "no paragraph names the row som-6-4"),
        ('"19(1)" = ', '"19(3)" = ', "[paragraphs]", "19(1) is missing"),
        ("articles = 25", "articles = 26", "[paragraphs]", "article 26 is missing"),
        ('"20(1)" = "final"', '"20(1)" = "finale"', '"20(1)"', '"finale" is no class'),
        ('"6(4)" = ["som-6-4"]', '"6(4)" = ["som-6-5"]', '"6(4)"', 'som has no row "som-6-5"'),
        ('"6(4)" = ["som-6-4"]', '"6(4)" = ["som-6-4", "som-5"]', '"6(4)"', "som-5 says that it is article 5"),
        ('"6(4)" = ["som-6-4"]', '"6(4)" = 4', '"6(4)"', "must be a list of texts"),
        ("articles = 25", "article = 25", "article", "article"),
    ],
)
def test_what_is_missing_is_named_with_its_place(tmp_path: Path, old: str, new: str, line: str, words: str) -> None:
    shutil.copytree(DATA, tmp_path / "data")
    path = tmp_path / "data" / "outlines" / "som.toml"
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")
    wrong = check(tmp_path / "data")
    assert any(words in str(one) for one in wrong), [str(one) for one in wrong]
    told = next(one for one in wrong if words in str(one))
    assert told.code == "CT301"
    assert text.splitlines()[int(told.place) - 1].startswith(line)


def test_a_treaty_read_whole_needs_an_outline(tmp_path: Path) -> None:
    shutil.copytree(DATA, tmp_path / "data")
    (tmp_path / "data" / "outlines" / "som.toml").unlink()
    (told,) = check(tmp_path / "data")
    assert told.path.endswith("outlines/som.toml")
    assert "read whole and has no outline" in str(told)


def test_explain_says_which_paragraphs_have_no_provision() -> None:
    text = " ".join(explain("som").split())
    assert "Of its 93 paragraphs these have no provision" in text
    assert "term 3(d). Says what a word means" in text
