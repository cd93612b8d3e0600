"""The wordings as data: every mistake names its file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctip_law.annotate.grammar import DATA, grammar, languages, read
from ctip_law.errors import DataError

GOOD = (DATA / "en" / "grammar.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("[periods]", "[perods]", "unknown table"),
        ("custody = [", "custdy = [", "unknown field"),
        ('bare_before = "governed"', 'bare_before = "lowest"', "must be one of"),
        ("ten = 10\n", 'ten = "10"\n', "whole number"),
        ('"one[- ]third" = 0.3333333333', '"one[- ]third" = -1', "above 0"),
        ("years = [6, 12]", "years = [6]", "pairs of years"),
        ('"serving", ', r'"serving\\S", ', "lower case"),
        ('week = ["weeks?\'?"]', "week = 7", "list of texts"),
        ("[numbers]", "[numbers", "not valid TOML"),
    ],
)
def test_a_mistake_is_named_with_its_line(tmp_path: Path, old: str, new: str, says: str) -> None:
    assert old in GOOD
    path = tmp_path / "xx.toml"
    path.write_text(GOOD.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(DataError, match=says) as caught:
        read(path)
    assert caught.value.code == "CT301"
    assert caught.value.path == str(path)
    assert int(caught.value.place) >= 1


def test_a_pattern_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    path = tmp_path / "xx.toml"
    path.write_text(GOOD.replace('"penal servitude"', '"penal (servitude"', 1), encoding="utf-8")
    made = read(path)
    with pytest.raises(DataError, match="custody") as caught:
        _ = made.penalty
    line = path.read_text(encoding="utf-8").splitlines()[int(caught.value.place) - 1]
    assert "penal (servitude" in line


@pytest.mark.parametrize("language", languages())
def test_every_language_compiles_and_fills_every_table(language: str) -> None:
    made = grammar(language)
    assert "custody" in made.penalty.groupindex
    for name in ("penalty.custody", "penalty.low", "penalty.high", "penalty.punished", "definitions.verb"):
        assert made.lists[name]
    for name in ("ages.below", "references.section", "derived.same", "periods.year"):
        assert made.lists[name]
