"""Where the corpus lacks a country's law on the very matter, nothing but what is met is judged."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctip_law import corpus, gap, parse
from ctip_law.datafile import DataFile
from ctip_law.model import Law

LACKING = [code for code in corpus.countries() if corpus.lacks([parse(path) for path in corpus.files(code)])]


def laws(code: str) -> list[Law]:
    return [parse(path) for path in corpus.files(code)]


@pytest.mark.parametrize("code", LACKING)
def test_silence_is_not_judged_and_the_law_is_named(code: str) -> None:
    report = gap(laws(code), country=code, against="tip")
    judged = {one.status for one in report.provisions}
    assert judged <= {"met", "elsewhere", "divergence", "not_assessed", "not_legislative", "unclear"}
    assert not judged & {"gap", "partial"}
    (name, *_) = corpus.lacks(laws(code))
    told = [one for one in report.provisions if one.status == "not_assessed"]
    assert told
    assert all(name in one.why for one in told)
    assert not report.defects
    assert all(name in why for id, why in report.withheld.items() if "not at hand" in why)


@pytest.mark.parametrize("code", LACKING)
def test_met_stands_against_no_defect_that_goes_unnamed(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A defect is not named for want of the other law, but a duty that it holds back is not met by its silence."""
    wanting = {one.id: one.status for one in gap(laws(code), country=code, against="tip").provisions}
    monkeypatch.setattr(corpus, "lacks", lambda read: ())
    whole = {one.id: one.status for one in gap(laws(code), country=code, against="tip").provisions}
    full = {"met", "elsewhere", "divergence"}
    assert [id for id, status in wanting.items() if status in full and whole[id] not in full] == []


@pytest.mark.parametrize("code", ["SG", "JP"])
def test_where_nothing_is_wanting_silence_is_judged(code: str) -> None:
    assert not corpus.lacks(laws(code))
    assert "gap" in {one.status for one in gap(laws(code), country=code, against="tip").provisions}


def test_other_laws_of_the_country_are_no_bundle_of_the_corpus(tmp_path: Path) -> None:
    text = tmp_path / "act.txt"
    act = "KITE ACT\n1. Kites\nA person must not fly a kite near a road.\n2. Fines\nThe court fines.\n"
    text.write_text(act, "utf-8")
    assert not corpus.lacks([parse(text)])
    assert not corpus.lacks([*laws("PH"), parse(text)])
    assert not corpus.lacks([])


def test_every_list_of_wanting_laws_says_something() -> None:
    for path in corpus.files("PH")[0].parent.parent.glob("*/country.toml"):
        DataFile(path).root.texts("lacks")
