"""A law read as if nobody had met it: its own wordings are off, and so is what was met nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctip_law.errors import ConfigError
from ctip_law.evaluate.run import evaluate, table
from ctip_law.knowledge import Rule
from ctip_law.languages import Lexicon, languages, load, places
from ctip_law.report.schemas import SCHEMAS

LEXICON = Lexicon(
    "en",
    "0",
    {"act.transfer": ("moves|shifts", "hands over", "passes on", "sends")},
    (
        Rule("of-one", "act.transfer", (("@act.transfer",),), met=("xx/act",)),
        Rule("of-two", "act.transfer", (("@act.transfer",),), met=("xx/act", "yy/act")),
        Rule("of-all", "act.transfer", (("@act.transfer",),)),
    ),
)
MET = {
    "moves": ("xx/act#1",),
    "shifts": ("xx/act#1", "yy/act#4"),
    "hands over": ("yy/act#4",),
    "passes on": ("xx/act-translated#1", "xx/act#1"),
}


@pytest.fixture
def met(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "places", lambda language: MET)
    monkeypatch.setattr(places, "works", lambda: {"xx/act": "xx-act", "xx/act-translated": "xx-act"})


def switched_off(off: places.Off) -> set[str]:
    return {wording for wording in places.all_wordings(LEXICON) if wording in off}


@pytest.mark.usefixtures("met")
def test_what_was_met_in_one_work_alone_or_nowhere_is_off() -> None:
    off, rules = places.left_out(LEXICON, "xx/act")
    assert switched_off(off) == {"moves", "passes on", "sends"}
    assert [rule.id for rule in rules] == ["of-two", "of-all"]


@pytest.mark.usefixtures("met")
def test_for_a_work_that_was_never_met_only_what_was_met_nowhere_is_off() -> None:
    off, rules = places.left_out(LEXICON, "zz/act")
    assert switched_off(off) == {"sends"}
    assert len(rules) == 3


def test_both_figures_stand_in_the_result_and_in_the_table(folder: Path) -> None:
    result = evaluate(folder / "gold", folder, leave_one_out=True)
    SCHEMAS["evaluation"].model_validate(result, strict=True)
    assert set(result["left_out"]["laws"]) == set(result["laws"]) == {"xx/act"}
    assert "the law's own words off" in table(result)
    assert max(map(len, table(result).splitlines())) <= 80


def test_the_left_out_figures_are_of_another_reading(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "places", lambda language: {})  # every wording was met nowhere
    result = evaluate(folder / "gold", folder, leave_one_out=True)
    assert result["laws"]["xx/act"]["recall"] > 0
    assert result["left_out"]["mistakes"]["xx/act"]["missed"] == ["act.transfer", "child.under18"]
    assert result["left_out"]["laws"]["xx/act"]["recall"] == 0


def test_without_the_survey_nothing_is_left_out_and_the_remedy_is_told(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An installed package has no survey data."""
    monkeypatch.setattr(places, "FOLDER", tmp_path)
    places.places.cache_clear()
    places.works.cache_clear()
    with pytest.raises(ConfigError, match="run this in a checkout") as caught:
        evaluate(folder / "gold", folder, leave_one_out=True)
    assert (caught.value.code, caught.value.exit_code) == ("CT301", 2)
    assert caught.value.path.startswith(str(tmp_path))


@pytest.mark.parametrize("language", languages())
def test_every_wording_was_looked_for(language: str) -> None:
    """A wording that is not listed was met nowhere: that is known only of those that the survey looked for."""
    today = places.fingerprint(places.all_wordings(load(language)))
    assert places.looked_for(language) == today, "run `python -m ctip_law.match.survey CORPUS`"


def test_the_places_of_a_wording_are_of_different_works() -> None:
    for wording, met in places.places("en").items():
        works = [places.work_of(place.partition("#")[0]) for place in met]
        assert 1 <= len(works) == len(set(works)) <= 2, wording
