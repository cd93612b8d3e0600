"""First contacts: a row for each law, written once; and the sentence that is made of them."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from ctip_law.errors import CtipError
from ctip_law.evaluate.first import Contact, read_contacts, shares, to_lines, trust, with_contacts
from ctip_law.evaluate.score import COUNTED, figures_of
from ctip_law.knowledge.measured import PATH, Trust, load, to_toml
from ctip_law.report.words import caveat
from tests.cli.conftest import Call

DATA = Path(__file__).parent.parent.parent / "docs" / "data"


def contact(law: str, day: str = "2026-01-01", how: str = "met", **counts: int) -> Contact:
    return Contact(law, "en", "dedicated", how, day, "abc", {name: counts.get(name, 0) for name in COUNTED})


OLD = contact("xx/old", "2025-05-01", met_said=50, met_right=20, gap_said=10, gap_right=9)
NEW = contact("xx/new", "2026-01-01", met_said=30, met_right=27, gap_said=20, gap_right=15)
OTHER = contact("xx/other", "2026-01-01", met_said=10, met_right=9, gap_said=5, gap_right=5)
INVENTED = contact("xx/made-up", "2026-02-01", "invented", met_said=99, met_right=99)
BUILT = Contact("xx/first", "en", "code", "built on", "2026-02-01", "abc", {})

#: which laws there are, and of which the sentence speaks
CHOSEN = [
    ("the latest, where they carry a figure", [OLD, NEW, OTHER], (2, "2026-01-01", "2026-01-01", 36, 40, 20, 25)),
    ("too few alone, so those before them too", [OLD, NEW], (2, "2025-05-01", "2026-01-01", 47, 80, 24, 30)),
    ("invented Acts and laws built on are none", [OLD, NEW, OTHER, INVENTED, BUILT],
     (2, "2026-01-01", "2026-01-01", 36, 40, 20, 25)),
]  # fmt: skip


@pytest.mark.parametrize(("what", "contacts", "said"), CHOSEN, ids=[row[0] for row in CHOSEN])
def test_the_sentence_rests_on_the_latest_laws_that_carry_it(
    what: str, contacts: list[Contact], said: tuple[int, str, str, int, int, int, int]
) -> None:
    assert trust(contacts) == Trust(*said)


def test_the_sentence_says_how_many_were_wrong() -> None:
    assert Trust(2, "2026-01-01", "2026-01-03", 36, 40, 20, 25).words == (
        "When 2 laws were read for the first time (2026-01), careful readers called 4 of 40 duties shown as met not"
        " fully met, and 5 of 25 gaps no gaps."
    )


def test_a_law_is_met_once(tmp_path: Path) -> None:
    path = tmp_path / "first.jsonl"
    assert read_contacts(path) == []
    path.write_text(to_lines([OLD, NEW]), encoding="utf-8")
    before = path.read_text(encoding="utf-8")
    better = contact("xx/old", "2026-03-01", met_said=50, met_right=50)
    after = to_lines(with_contacts(read_contacts(path), [better, OTHER]))
    assert after.startswith(before)
    path.write_text(after, encoding="utf-8")
    assert read_contacts(path) == [OLD, NEW, OTHER]


@pytest.mark.parametrize(
    ("spoil", "line"),
    [
        (lambda lines: [lines[0].replace('"met_right": 20', '"met_right": 40'), *lines[1:]], "1"),
        (lambda lines: lines[1:], "1"),
        (lambda lines: [lines[0], *lines[2:]], "2"),
        (lambda lines: [*lines[:2], "{}"], "3"),
        (lambda lines: [*lines[:2], "no row"], "3"),
    ],
)
def test_a_row_that_was_changed_or_taken_out_is_found(
    tmp_path: Path, spoil: Callable[[list[str]], list[str]], line: str
) -> None:
    path = tmp_path / "first.jsonl"
    path.write_text("\n".join(spoil(to_lines([OLD, NEW, OTHER]).splitlines())), encoding="utf-8")
    with pytest.raises(CtipError) as raised:
        read_contacts(path)
    assert raised.value.code == "CT601"
    assert f"first.jsonl:{line}" in str(raised.value)


@pytest.mark.parametrize("wrong", [[OLD, OLD], [contact("xx/a", how="seen")]])
def test_a_law_twice_and_an_unknown_way_are_refused(tmp_path: Path, wrong: list[Contact]) -> None:
    path = tmp_path / "first.jsonl"
    path.write_text(to_lines(wrong), encoding="utf-8")
    with pytest.raises(CtipError, match="a law is met once"):
        read_contacts(path)


def test_what_is_published_is_what_was_counted() -> None:
    """An edit that makes a figure better than its data is found here, or by `docs/generate.py --check`."""
    contacts = read_contacts(DATA / "first-contacts.jsonl")
    assert to_toml(trust(contacts)) == PATH.read_text(encoding="utf-8")
    assert load().words in caveat()
    result = json.loads((DATA / "evaluation.json").read_text(encoding="utf-8"))
    for part in (result, result["left_out"]):
        for law, counts in part["counted"].items():
            assert part["laws"][law] == figures_of(counts), law
        sums = {name: sum(counts[name] for counts in part["counted"].values()) for name in COUNTED}
        assert part["all"] == figures_of(sums)
    assert {one.law for one in contacts} >= result["laws"].keys()


def test_the_figures_of_several_laws_are_those_of_their_counts() -> None:
    assert shares([NEW, OTHER])["met_p"] == 0.9
    assert shares([NEW, OTHER])["gap_p"] == 0.8


def test_figures_that_cannot_be_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "measured.toml"
    path.write_text(to_toml(Trust(2, "2026-01-01", "2026-01-03", 41, 40, 20, 25)), encoding="utf-8")
    with pytest.raises(CtipError, match="`met_right` is more than `met_said`"):
        load(path)
    assert tomllib.loads(path.read_text(encoding="utf-8"))["first_contact"]["laws"] == 2


def test_evaluate_adds_the_laws_that_are_new(folder: Path, call: Call) -> None:
    path = folder / "first.jsonl"
    path.write_text(to_lines([OLD]), encoding="utf-8")
    (folder / "gold" / "sets.tsv").write_text("law\tkind\nxx/act\tcode\n", encoding="utf-8")
    call("evaluate", "--gold", str(folder / "gold"), "--corpus", str(folder), "--first-contacts", str(path))
    old, new = read_contacts(path)
    assert old == OLD
    assert (new.law, new.kind, new.how) == ("xx/act", "code", "met")
    assert sum(new.counts.values()) > 0


def test_a_law_that_could_not_be_read_was_not_met(folder: Path, call: Call) -> None:
    path = folder / "first.jsonl"
    path.write_text(to_lines([OLD]), encoding="utf-8")
    (folder / "xx" / "act" / "source.txt").unlink()
    call("evaluate", "--gold", str(folder / "gold"), "--corpus", str(folder), "--first-contacts", str(path))
    assert read_contacts(path) == [OLD]


def test_a_file_that_was_changed_is_told_before_anything_is_measured(folder: Path, call: Call) -> None:
    path = folder / "first.jsonl"
    path.write_text(to_lines([OLD, NEW]).replace("xx/new", "xx/newer"), encoding="utf-8")
    said = call("evaluate", "--gold", str(folder / "gold"), "--corpus", str(folder), "--first-contacts", str(path))
    assert said.code == 1
    assert said.out == ""
    assert "first.jsonl:2" in said.err


def test_without_a_real_law_there_is_no_sentence() -> None:
    with pytest.raises(CtipError, match="no real law was met"):
        trust([INVENTED, BUILT])
