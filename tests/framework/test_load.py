"""What `load()` gives, and how much it reads for it."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from ctip_law.datafile import DataFile
from ctip_law.errors import UsageError
from ctip_law.framework import Framework, load
from ctip_law.framework import load as loaded
from ctip_law.framework.load import DATA

COUNTS = {
    "tip": 48, "untoc": 143, "som": 49, "actip": 60, "coe": 102, "eu": 45,
    "p029": 13, "ohchr": 17, "wg2018": 15, "cscap11": 16, "balirso": 14,
}  # fmt: skip


def test_all_instruments_are_there_with_all_their_provisions() -> None:
    framework = load()
    assert {one.id: len(framework.provisions([one.id])) for one in framework.instruments.values()} == COUNTS
    assert len(framework.provisions()) == 522


def test_shared_elements_come_first_and_local_ones_after() -> None:
    groups = load().vocabulary["group"]
    shared = [element.group in groups for element in load().elements.values()]
    assert shared == sorted(shared, reverse=True)
    assert sum(shared) == 228
    assert "tip-14-2.nondiscrimination" in load().elements


def test_thirty_defects_each_with_a_reason_and_a_fix() -> None:
    assert len(load().defects) == 30
    for defect in load().defects.values():
        assert len(defect.why) > 60, defect.id
        assert len(defect.fix) > 40, defect.id


def test_load_reads_once() -> None:
    assert load() is loaded()


def test_a_provision_of_one_instrument_reads_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    original = DataFile.__init__

    def spy(self: DataFile, path: Path) -> None:
        read.append(path.relative_to(DATA).as_posix())
        original(self, path)

    monkeypatch.setattr(DataFile, "__init__", spy)
    framework = Framework(DATA)
    framework.provisions(["tip"])
    framework.provision("tip-3a")
    assert sorted(read) == [
        "defects.toml", "elements.toml", "instruments.toml", "local.toml", "provisions/tip.toml",
        "vocabulary.toml",
    ]  # fmt: skip


def test_a_definition_is_interpretive_in_form_and_counted_as_mandatory() -> None:
    provision = load().provision("tip-3a")
    assert (provision.strength, provision.effective_strength, provision.counts_as) == (
        "interpretive", "mandatory", "mandatory",
    )  # fmt: skip
    assert load().provision("tip-6-3").counts_as == "qualified"


NEEDS = [
    ("one of two ways to compensation", "tip-6-6",
     (("protection.compensation_offender", "protection.compensation_state"),)),
    ("conspiracy or association, and aiding a group", "actip-6",
     (("ocg_offence.agreement", "ocg_offence.association"), ("ocg_offence.abet_ocg",))),
    ("an element that this provision alone asks for", "tip-14-2",
     (("scope.any_person",), ("protection.nonnational",), ("tip-14-2.nondiscrimination",))),
    ("nothing to look for in a statute", "ohchr-2", ()),
]  # fmt: skip


@pytest.mark.parametrize(("what", "id", "needs"), NEEDS, ids=[row[0] for row in NEEDS])
def test_what_a_provision_needs(what: str, id: str, needs: tuple[tuple[str, ...], ...]) -> None:
    assert load().provision(id).needs == needs


def test_numbers_are_numbers() -> None:
    assert load().provision("coe-13-1").numeric_test == {
        "quantity": "reflection_days", "op": ">=", "value": 30,
    }  # fmt: skip
    assert load().provision("tip-3d").numeric_test == {
        "quantity": "child_age_years", "op": ">=", "value": 18,
    }  # fmt: skip


def test_folded_text_has_no_line_breaks() -> None:
    for provision in load().provisions():
        for text in (provision.statute_must_contain, provision.rule.why, provision.title):
            assert "\n" not in text
            assert "  " not in text


@pytest.mark.parametrize(
    ("id", "said"),
    [("tip-3z", "near: tip-3"), ("tip-33a", "tip-3a"), ("palermo-3", "no provision"), ("", "no provision")],
)
def test_an_unknown_provision_is_told_with_what_is_near(id: str, said: str) -> None:
    with pytest.raises(UsageError) as caught:
        load().provision(id)
    assert caught.value.code == "CT003"
    assert said in str(caught.value)


def test_an_unknown_instrument_is_told_with_what_is_near() -> None:
    with pytest.raises(UsageError) as caught:
        load().provisions(["tipp"])
    assert caught.value.code == "CT002"
    assert "near: tip" in str(caught.value)


def test_the_version_follows_the_data(data: Path) -> None:
    first = Framework(data).version
    assert first == Framework(data).version
    assert len(first) == 12
    path = data / "local.toml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert Framework(data).version == first, "line ends of another system are no change"
    path.write_text(path.read_text(encoding="utf-8").replace("thirty days", "28 days"), encoding="utf-8")
    assert Framework(data).version != first


def test_the_version_says_nothing_of_where_the_data_are(data: Path) -> None:
    assert Framework(data).version == load().version


def test_nouns_cannot_be_changed() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        load().elements["act.receipt"].label = "x"  # type: ignore[misc]
