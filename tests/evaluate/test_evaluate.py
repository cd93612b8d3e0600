"""The accuracy report: labels read strictly, figures counted as a reader would count them."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from ctip_law.errors import CtipError
from ctip_law.evaluate.gold import check_gold, read_gold
from ctip_law.evaluate.run import evaluate, table
from ctip_law.evaluate.score import figures, nothing, score
from ctip_law.report.schemas import SCHEMAS
from tests.evaluate.conftest import LABELS
from tests.report.conftest import build, law


def write(folder: Path, text: str) -> Path:
    (folder / "gold" / "act.yaml").write_text(text, encoding="utf-8")
    return folder / "gold"


def test_figures_of_a_report_counted_by_hand(folder: Path) -> None:
    gold = read_gold(folder / "gold")[0][0]
    counted = score(gold, build(law()))
    assert counted.mistakes["missed"] == ("act.transfer",)  # found only in part
    assert counted.mistakes["extra"] == ()
    assert counted.mistakes["wrong"] == ()
    made = figures([counted])
    assert made["precision"] == 1
    assert made["recall"] == 0.5
    assert made["f1"] == 0.6667
    assert made["evidence"] == 1
    assert made["provisions"] == 1
    assert made["gap_p"] == made["gap_r"] == 1
    assert made["defects_p"] == made["defects_r"] == 1
    assert made["penalties"] == made["penalties_p"] == 1


def test_weak_labels_are_neither_right_nor_wrong(folder: Path) -> None:
    gold = read_gold(write(folder, LABELS.replace("  act.transfer: ['1']\n", "")))[0][0]
    report = build(law())
    present = replace(report.ledger.elements["act.transfer"], id="means.fraud", status="present")
    elements = report.ledger.elements | {"means.fraud": present}
    counted = score(gold, replace(report, ledger=replace(report.ledger, elements=elements)))
    assert counted.mistakes["extra"] == ()


def test_a_found_element_that_no_reader_saw_is_a_mistake(folder: Path) -> None:
    gold = read_gold(write(folder, LABELS.replace("  child.under18: ['2']\n", "")))[0][0]
    assert score(gold, build(law())).mistakes["extra"] == ("child.under18",)


def test_evidence_counts_only_when_the_first_section_is_the_readers(folder: Path) -> None:
    gold = read_gold(write(folder, LABELS.replace("child.under18: ['2']", "child.under18: ['9']")))[0][0]
    counted = score(gold, build(law()))
    assert figures([counted])["evidence"] == 0
    assert counted.mistakes["misplaced"] == ("child.under18: 2",)


def test_defects_and_penalties_that_differ_are_named(folder: Path) -> None:
    text = LABELS.replace("[coercion-only]", "[penalty-low]").replace("max_years: 15", "max_years: 14")
    counted = score(read_gold(write(folder, text))[0][0], build(law()))
    assert counted.mistakes["defects"] == ("penalty-low: missed", "coercion-only: claimed")
    assert counted.mistakes["penalties"] == ("section 1, - to 14 years: missed", "section 1, - to 15 years: read")


def test_what_cannot_be_analysed_scores_nothing(folder: Path) -> None:
    gold = read_gold(folder / "gold")[0][0]
    made = figures([nothing(gold)])
    assert (made["recall"], made["provisions"], made["penalties"], made["gap_r"]) == (0, 0, 0, 0)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("act.transfer", "act.transfers", "the framework has no such element"),
        ("tip-6-6", "tip-6-66", "the framework has no such provision"),
        ("coercion-only", "coercion", "the framework has no such defect"),
        ("status: partial", "status: half", "is none of full, partial, none"),
        ("max_years: 15", "max_years: fifteen", "max_years is no number"),
        ("child.under18: ['2']", "child.under18: 2", "sections are a list"),
        ("lang: en", "", "`law` and `lang` are needed"),
        ("elements:", "elements: [", "no valid YAML"),
    ],
)
def test_labels_that_cannot_be_used_are_refused_with_file_and_place(
    folder: Path, old: str, new: str, words: str
) -> None:
    with pytest.raises(CtipError) as raised:
        read_gold(write(folder, LABELS.replace(old, new)))
    assert raised.value.code == "CT601"
    assert raised.value.exit_code == 1
    assert "act.yaml:" in str(raised.value)
    assert words in str(raised.value)


def test_no_is_a_language_and_not_a_truth_value(folder: Path) -> None:
    assert read_gold(write(folder, LABELS.replace("lang: en", "lang: no")))[0][0].lang == "no"


def test_sections_that_the_source_lacks_are_named(folder: Path) -> None:
    assert check_gold(folder / "gold", folder) == []
    wrong = check_gold(write(folder, LABELS.replace("['2']", "['2', '44']")), folder)
    assert [error.place for error in wrong] == ["section 44"]


def test_the_report_is_what_the_schema_says(folder: Path) -> None:
    result = evaluate(folder / "gold", folder)
    SCHEMAS["evaluation"].model_validate(json.loads(json.dumps(result)), strict=True)
    assert result["counts"] == {"en": 1}
    assert result["failed"] == []
    assert max(map(len, table(result).splitlines())) <= 80


def test_a_law_whose_source_is_missing_fails_alone(folder: Path) -> None:
    (folder / "gold" / "b.yaml").write_text(LABELS.replace("xx/act", "xx/gone"), encoding="utf-8")
    result = evaluate(folder / "gold", folder)
    assert [error["code"] for error in result["failed"]] == ["CT101"]
    assert result["laws"]["xx/gone"]["recall"] == 0
    assert result["laws"]["xx/act"]["recall"] > 0


def test_an_unknown_language_is_a_usage_error(folder: Path) -> None:
    with pytest.raises(CtipError, match="no label file has the language 'fr'"):
        evaluate(folder / "gold", folder, lang="fr")


@pytest.mark.outside
def test_the_figures_are_those_of_the_outside_scorer(shared: Path) -> None:
    """One law is enough: both count from the same report."""
    name = "sg/prevention-of-human-trafficking-act-2014"
    scorer = shared / "tools" / "score_gold.py"
    command = f"{sys.executable} -m ctip_law gap {{source}} --against tip --format json"
    done = subprocess.run(
        [sys.executable, str(scorer), "--cmd", command, "--json", name], capture_output=True, text=True, check=False
    )
    theirs = json.loads(done.stdout.splitlines()[-1])
    gold = next(one for one in read_gold(shared / "gold")[0] if one.law == name)
    from ctip_law import gap
    from ctip_law.evaluate.gold import source_of

    ours = figures([score(gold, gap(source_of(gold, shared / "corpus"), against="tip"))])
    assert {key: theirs[key] for key in ours} == ours


@pytest.mark.outside
def test_the_labels_beside_this_checkout_can_be_used(shared: Path) -> None:
    gold, digest = read_gold(shared / "gold")
    assert len(gold) >= 16
    assert len(digest) == 64
