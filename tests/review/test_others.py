"""A review of other laws than those that were read is told with code, place and remedy, wherever reviews are read."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from ctip_law import gap
from ctip_law.model import Report
from ctip_law.review.beside import of_report
from ctip_law.review.nouns import Mark, Review, Said
from ctip_law.review.others import few, unused
from tests.cli.conftest import ACT, Call

OTHER = ACT.replace("Trade in People Act 2020", "Lantern Act 2019")
FOLDER = "reviews"


@pytest.fixture
def folder(call: Call, tmp_path: Path, act: Path) -> Path:
    """A folder with one review of the act."""
    hand = tmp_path / "hand.toml"
    hand.write_text('[provisions.tip-3d]\nverdict = "partial"\nnote = "Of the victim only."\n', encoding="utf-8")
    kept = tmp_path / FOLDER
    said = call("review", "import", hand, act, "--reviewer", "A. Lawyer", "--reviews", kept)
    assert said.code == 0, said.err
    return kept


@pytest.fixture
def other(tmp_path: Path) -> Path:
    path = tmp_path / "other.txt"
    path.write_text(OTHER, encoding="utf-8")
    return path


READS = {
    "gap": ("gap", "{law}", "-I", "tip"),
    "gap, a document": ("gap", "{law}", "-I", "tip", "-f", "md"),
    "report matrix": ("report", "matrix", "{law}", "{law}"),
    "compare of two": ("compare", "{law}", "{law}"),
    "compare of several": ("compare", "{law}", "{law}", "SG"),
    "explain": ("explain", "tip-3d", "--law", "{law}"),
    "review export": ("review", "export", "{law}", "-f", "csv"),
    "action plan": ("report", "action-plan", "{law}", "-I", "tip"),
}


@pytest.mark.parametrize("words", READS.values(), ids=READS)
def test_a_review_of_another_law_is_told_wherever_reviews_are_read(
    call: Call, folder: Path, other: Path, words: tuple[str, ...]
) -> None:
    said = call(*(word.format(law=other) for word in words), "--reviews", folder, "-q")
    assert said.code == 0, said.err
    (line,) = (line for line in said.err.splitlines() if line.startswith("CT607"))
    (kept,) = folder.glob("*.toml")
    assert line.startswith(f"CT607 {kept}: the review is of another law, Trade in People Act 2020; give the law that")
    assert "A. Lawyer" not in said.out


@pytest.mark.parametrize("words", READS.values(), ids=READS)
def test_a_review_of_the_law_is_shown_wherever_reviews_are_read(
    call: Call, folder: Path, act: Path, words: tuple[str, ...]
) -> None:
    said = call(*(word.format(law=act) for word in words), "--reviews", folder, "-q")
    assert said.code == 0, said.err
    assert "CT607" not in said.err
    assert "A. Lawyer" in said.out or words[:2] == ("report", "action-plan")


@pytest.mark.parametrize(
    ("words", "side"),
    [(("compare", "{law}", "{other}", "-p", "tip-3d"), "a"), (("report", "matrix", "{law}", "{other}"), "")],
)
def test_a_comparison_has_the_decision_on_the_side_of_its_law(
    call: Call, folder: Path, act: Path, other: Path, words: tuple[str, ...], side: str
) -> None:
    said = call(*(word.format(law=act, other=other) for word in words), "--reviews", folder, "-f", "json")
    data = json.loads(said.out)
    if side:
        row = data["provisions"][0]
        sides = [row["a"]["reviews"], row["b"]["reviews"]]
    else:
        row = next(one for one in data["rows"] if one["provision"] == "tip-3d")
        sides = [cell["reviews"] for cell in row["countries"].values()]
    assert [len(one) for one in sides] == [1, 0]
    assert sides[0][0].startswith("overridden: “partial” in place of “met” (A. Lawyer")


def test_the_user_s_own_folder_keeps_quiet_on_laws_that_were_not_read(
    call: Call, folder: Path, act: Path, other: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CTIP_REVIEWS", raising=False)
    monkeypatch.setattr("ctip_law.cli.reviews.folder", lambda given: folder)
    assert "CT607" not in call("gap", other, "-I", "tip").err
    assert "CT607" in call("gap", act, other, "-I", "tip").err


NEAR = [
    # what is changed in the review -> what is told, and what to do
    ("read with another", "the review is of 2 laws read together, and 1 law read by itself here",
     "Give Trade in People Act 2020; Kite Act."),
    ("another text, another country", "the review was made for Malaysia, and this is for no country", "Give -C MY."),
]  # fmt: skip


@pytest.mark.parametrize(("change", "what", "remedy"), NEAR)
def test_what_keeps_a_review_of_the_law_from_being_used(act: Path, change: str, what: str, remedy: str) -> None:
    report = gap([act])
    review = decided(report)
    if change == "read with another":
        review = replace(review, laws=(*review.laws, Mark("Kite Act", "0", "0")))
    else:
        review = replace(review, country="MY", laws=(replace(review.laws[0], text_sha256="0"),))
    (error,) = unused([report], [review]).near
    assert (error.code, error.path, error.message, error.remedy) == ("CT607", "kept.toml", what, remedy)


def test_two_laws_reviewed_in_another_order(act: Path, other: Path) -> None:
    report = gap([act, other])
    review = decided(report)
    turned = replace(review, laws=tuple(reversed(review.laws)))
    assert unused([report], [review]).near == ()
    (error,) = unused([report], [turned]).near
    assert error.message == "the laws were reviewed in another order"
    assert error.remedy == "Give Lantern Act 2019; Trade in People Act 2020 in this order."


def test_one_of_two_laws_is_another(act: Path, other: Path, tmp_path: Path) -> None:
    third = tmp_path / "third.txt"
    third.write_text(ACT.replace("Trade in People Act 2020", "Kite Act 2001"), encoding="utf-8")
    review = decided(gap([act, other]))
    (error,) = unused([gap([act, third])], [review]).near
    assert error.message == "the review is also of Lantern Act 2019"


@pytest.mark.parametrize(("n", "told"), [(1, 1), (3, 3), (4, 4), (40, 4)])
def test_of_many_reviews_of_other_laws_the_rest_is_counted(act: Path, tmp_path: Path, n: int, told: int) -> None:
    report = gap([act])
    mark = Mark("Kite Act", "0", "0")
    reviews = [replace(decided(report), path=f"{at}.toml", laws=(mark,)) for at in range(n)]
    lines = list(few(unused([report], reviews).far, tmp_path))
    assert len(lines) == told
    if n > 3:
        assert lines[-1].message == f"{n - 3} more review{'s are' if n > 4 else ' is'} of laws that were not read"
        assert lines[-1].path == str(tmp_path)


@pytest.mark.parametrize("name", ["act.xlsx", "act.csv"])
def test_a_workbook_laid_into_the_folder_is_told(call: Call, folder: Path, act: Path, name: str) -> None:
    (folder / name).write_text("", encoding="utf-8")
    (folder / f"~${name}").write_text("", encoding="utf-8")
    (line,) = call("gap", act, "-I", "tip", "--reviews", folder, "-q").err.splitlines()
    assert line == (
        f"CT607 {folder / name}: reviews are kept as .toml, and this file is not used; keep it with"
        f" `ctip-law review import {name}`"
    )


def test_a_file_is_no_folder_and_a_folder_that_is_not_there_is_told(call: Call, act: Path, tmp_path: Path) -> None:
    said = call("gap", act, "--reviews", act)
    assert said.code == 2
    assert said.err.startswith(f"CT004 {act}: --reviews takes a folder, and this is a file; ")
    said = call("gap", act, "--reviews", tmp_path / "nowhere")
    assert said.code == 3
    assert said.err == f"CT101 {tmp_path / 'nowhere'}: there is no such folder of reviews; check the path\n"


def test_a_folder_that_the_environment_names_may_still_have_to_be_made(
    call: Call, act: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CTIP_REVIEWS", str(tmp_path / "nowhere"))
    assert call("gap", act, "-I", "tip", "-q").err == ""
    assert call("review", "export", act, "--reviews", tmp_path / "new", "-f", "csv", "-q").err == ""


def decided(report: Report) -> Review:
    """A review of the report in which one finding is decided."""
    review = of_report(report, "A. Lawyer")
    key, row = next(iter(review.rows.items()))
    rows = review.rows | {key: replace(row, said=Said("partial", (), "why"))}  # type: ignore[operator]
    return replace(review, path="kept.toml", rows=rows)
