"""Two results held against each other: every figure that fell has to be explained, or the comparison fails."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from ctip_law.errors import CtipError
from ctip_law.evaluate.compare import Loss, compare, read_losses, read_result
from ctip_law.evaluate.run import evaluate
from tests.cli.conftest import Call
from tests.conftest import ROOT

FIGURES = {"precision": 1.0, "recall": 0.9, "f1": 0.9474}
MISTAKES = {"missed": ["act.transfer"], "wrong": ["tip-3a: partial for full"]}
NOW = {
    "counts": {"en": 1},
    "gold_sha256": "a",
    "laws": {"xx/act": FIGURES},
    "mistakes": {"xx/act": MISTAKES},
    "left_out": {"laws": {"xx/act": FIGURES}, "mistakes": {"xx/act": MISTAKES}},
}


def fresh() -> dict[str, Any]:
    """The result again, sharing nothing with the first."""
    made: dict[str, Any] = json.loads(json.dumps(NOW))
    return made


def other(reading: str = "", **figures: float) -> dict[str, Any]:
    """The result with other figures in one of its readings."""
    made = fresh()
    (made[reading] if reading else made)["laws"]["xx/act"].update(figures)
    return made


def test_the_same_result_has_nothing_to_say() -> None:
    found = compare(NOW, fresh())
    assert (found.gains, found.losses, found.moved, found.unexplained) == ((), (), (), ())
    assert str(found) == "no figure and no finding changed\n"


def test_gains_and_losses_are_told_per_law_reading_and_figure() -> None:
    found = compare(NOW, other("left_out", precision=0.8, recall=0.95))
    assert [str(change) for change in found.gains] == ["left out  xx/act  recall 0.9000 -> 0.9500"]
    assert [str(change) for change in found.losses] == ["left out  xx/act  precision 1.0000 -> 0.8000"]
    assert found.unexplained == found.losses
    assert "not explained" in str(found)


def test_the_findings_that_moved_are_named() -> None:
    now = fresh()
    now["mistakes"]["xx/act"] = {"missed": ["means.fraud"], "wrong": []}
    assert compare(NOW, now).moved == (
        "seen      xx/act  missed: no longer act.transfer",
        "seen      xx/act  missed: now means.fraud",
        "seen      xx/act  wrong: no longer tip-3a: partial for full",
    )


@pytest.mark.parametrize(
    ("loss", "explained"),
    [
        (Loss("seen", "xx/act", "recall", 0.8, "A reason."), True),
        (Loss("seen", "xx/act", "recall", 0.81, "It fell further than this."), False),
        (Loss("left out", "xx/act", "recall", 0.8, "Another reading."), False),
        (Loss("seen", "xx/act", "f1", 0.0, "Another figure."), False),
        (Loss("seen", "yy/act", "recall", 0.0, "Another law."), False),
    ],
)
def test_a_loss_is_explained_as_far_down_as_its_entry_says(loss: Loss, explained: bool) -> None:
    found = compare(NOW, other(recall=0.8), [loss])
    assert (found.unexplained == ()) == explained
    assert [change.reason for change in found.losses] == [loss.reason if explained else ""]


def test_an_entry_explains_no_gain() -> None:
    found = compare(NOW, other(recall=0.95), [Loss("seen", "xx/act", "recall", 0.0, "A reason.")])
    assert [change.reason for change in found.gains] == [""]


def test_a_law_that_is_measured_no_more_is_a_loss() -> None:
    now = fresh() | {"laws": {}, "mistakes": {}}
    assert [change.figure for change in compare(NOW, now).losses] == ["measured"]
    found = compare(NOW, now | {"counts": {"fr": 1}})
    assert found.losses == ()
    assert found.notes == ("fewer languages are measured than before",)


def test_a_law_that_is_new_is_a_gain() -> None:
    found = compare(fresh() | {"laws": {}, "mistakes": {}}, NOW)
    assert [str(change) for change in found.gains] == ["seen      xx/act  measured not measured -> 1.0000"]


def test_what_cannot_be_compared_is_said() -> None:
    found = compare(NOW | {"left_out": None, "gold_sha256": "b"}, NOW)
    assert found.notes == (
        "the labels are others than before: a change may be theirs",
        "the reading 'left out' is in one of the results only",
    )
    assert found.losses == ()


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        ('law = "a"', "`to` is missing"),
        ('law = "a"\nreading = "unseen"\nfigure = "f1"\nto = 0.5\nreason = "b"', "must be one of seen"),
        ('law = "a"\nreading = "seen"\nfigure = "f1"\nto = 5\nreason = "b"', "a share from 0 to 1"),
        ('law = "a"\nreading = "seen"\nfigure = "f1"\nto = true\nreason = "b"', "must be a number"),
        ('law = "a"\nreading = "seen"\nfigure = "f1"\nto = 0.5\nreason = " "', "`reason` is empty"),
        ("law =", "not valid TOML"),
    ],
)
def test_entries_that_explain_nothing_are_refused(tmp_path: Path, entry: str, words: str) -> None:
    path = tmp_path / "losses.toml"
    path.write_text(f"[[loss]]\n{entry}\n", encoding="utf-8")
    with pytest.raises(CtipError, match="CT601") as raised:
        read_losses(path)
    assert words in str(raised.value)


@pytest.mark.parametrize(
    ("content", "code"), [(None, "CT101"), ("{", "CT601"), ("[]", "CT601"), ('{"schema": "ctip-law/gap/1"}', "CT601")]
)
def test_a_file_that_is_no_earlier_result_is_refused(tmp_path: Path, content: str | None, code: str) -> None:
    path = tmp_path / "earlier.json"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(CtipError) as raised:
        read_result(path)
    assert raised.value.code == code


def test_the_committed_losses_and_figures_can_be_used() -> None:
    data = ROOT / "docs" / "data"
    read_losses(data / "losses.toml")
    assert read_result(data / "evaluation.json")["left_out"] is not None


def test_the_command_fails_on_a_loss_until_it_is_explained(folder: Path, call: Call, tmp_path: Path) -> None:
    known = ["evaluate", "--gold", folder / "gold", "--corpus", folder, "--leave-one-out"]
    earlier = evaluate(folder / "gold", folder, leave_one_out=True)
    recall = earlier["laws"]["xx/act"]["recall"]
    earlier["laws"]["xx/act"]["recall"] = recall + 0.1
    path = tmp_path / "earlier.json"
    path.write_text(json.dumps(earlier), encoding="utf-8")
    said = call(*known, "--since", path)
    assert said.code == 1
    assert f"LOSS   seen      xx/act  recall {recall + 0.1:.4f} -> {recall:.4f}\n       not explained" in said.err
    losses = tmp_path / "losses.toml"
    row = f'law = "xx/act"\nreading = "seen"\nfigure = "recall"\nto = {recall}\nreason = "The word was too wide."\n'
    losses.write_text(f"[[loss]]\n{row}", encoding="utf-8")
    said = call(*known, "--since", path, "--losses", losses)
    assert said.code == 0
    assert "The word was too wide." in said.err


def test_losses_without_an_earlier_result_are_a_usage_error(folder: Path, call: Call) -> None:
    said = call("evaluate", "--gold", folder / "gold", "--corpus", folder, "--losses", "x.toml")
    assert (said.code, said.out) == (2, "")
