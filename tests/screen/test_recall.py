"""What `benchmarks/recall.py` counts, on invented laws: `screen` keeps them and names the sections that `gap` names."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from ctip_law.analyse import parse
from ctip_law.evaluate.gold import Gold, read_gold
from tests.conftest import ROOT
from tests.docs.scripts import script

RECALL = script("benchmarks/recall.py")
INVENTED = ROOT / "tests" / "evaluate" / "invented"
NAMES = ("marsa-law-trade-in-persons", "valdoras-ley-comercio-seres-humanos-2014")


@pytest.fixture(scope="module")
def labels() -> list[Gold]:
    pytest.importorskip("yaml", reason="PyYAML is not installed (extra evaluate)")
    return [one for one in read_gold(INVENTED)[0] if one.path.stem in NAMES]


@pytest.fixture(scope="module")
def corpus(labels: list[Gold], tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corpus")
    for one in labels:
        (folder / one.law).mkdir(parents=True)
        shutil.copy(INVENTED / f"{one.path.stem}.txt", folder / one.law / "text.txt")
    return folder


def test_the_gate_keeps_every_labelled_law_and_tells_one_that_it_drops(labels: list[Gold], corpus: Path) -> None:
    assert RECALL.gate_of(labels, corpus) == {"laws": 2, "kept": 2, "dropped": []}
    (corpus / "dairy").mkdir()
    (corpus / "dairy" / "text.txt").write_text("DAIRY ACT\n1. Milk\nMilk must be clean.\n", encoding="utf-8")
    assert RECALL.gate_of([replace(labels[0], law="dairy")], corpus)["dropped"] == ["dairy"]


def test_a_book_names_the_sections_that_each_law_alone_does(labels: list[Gold], corpus: Path) -> None:
    made = RECALL.sections_of(labels, corpus, parse)
    assert made["missed"] == []
    assert made["by_gap"] >= 80
    assert made["by_screen"] >= made["by_gap"]

