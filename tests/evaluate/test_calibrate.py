"""Confidence is a measured share: bounded, monotone, and about right on laws that it was not fitted on."""

from __future__ import annotations

import itertools
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctip_law import gap
from ctip_law.assess import least_sure
from ctip_law.errors import CtipError
from ctip_law.evaluate import calibrate
from ctip_law.evaluate.calibrate import Observed, as_toml, breadths, check, first_contacts, fit, monotone, observe
from ctip_law.evaluate.gold import Gold, read_gold
from ctip_law.knowledge import reliability
from ctip_law.knowledge.reliability import BREADTHS, quarter, shares_found, sureness
from ctip_law.languages import languages
from tests.labels import halves, read_once
from tests.match.conftest import FRAME, law_of

SHARES = st.lists(st.tuples(st.floats(0, 1), st.floats(0.1, 50)), min_size=1, max_size=8)


@given(SHARES, st.booleans())
def test_shares_are_made_monotone_and_keep_their_mean(cells: list[tuple[float, float]], rises: bool) -> None:
    shares, weights = [share for share, _ in cells], [weight for _, weight in cells]
    made = monotone(shares, weights, rises)
    assert len(made) == len(shares)
    assert all((b - a if rises else a - b) >= -1e-9 for a, b in itertools.pairwise(made))
    before, after = (sum(x * w for x, w in zip(xs, weights, strict=True)) for xs in (shares, made))
    assert before == pytest.approx(after)
    assert monotone(made, weights, rises) == pytest.approx(made)


def test_shares_that_are_monotone_stay_as_they_are() -> None:
    assert monotone([0.1, 0.5, 0.9], [1, 1, 1], True) == [0.1, 0.5, 0.9]
    assert monotone([0.9, 0.1, 0.5], [1, 1, 3], False) == pytest.approx([0.9, 0.4, 0.4])


def observed(right: int, wrong: int, share: float) -> Observed:
    """A law on which so many absent elements were rightly, and so many wrongly, called absent."""
    elements = {f"act.{n}": ("absent", share, n < right) for n in range(right + wrong)}
    return Observed("xx/act", "en", elements, (("gap", ("act.0",), True), ("gap", ("act.1",), False)))


def test_a_cell_is_the_share_of_findings_that_readers_agreed_with() -> None:
    fitted = fit([observed(right=95, wrong=5, share=0.1), observed(right=60, wrong=40, share=0.9)])
    high, _, _, low = fitted.shares["element"]["absent"]["many"]
    assert high == pytest.approx(0.95, abs=0.02)
    assert low == pytest.approx(0.60, abs=0.02)


def test_a_cell_without_findings_says_what_the_others_say() -> None:
    fitted = fit([observed(right=80, wrong=20, share=0.1)])
    assert fitted.shares["element"]["absent"]["few"] == pytest.approx((0.79,) * 4, abs=0.02)
    assert fitted.shares["element"]["weak"]["many"] == (0.5,) * 4


def test_confidence_is_never_certain_and_the_file_is_what_was_fitted(tmp_path: Path) -> None:
    fitted = fit([observed(right=100, wrong=0, share=0.5)])
    assert fitted.shares["element"]["absent"]["many"][2] == 0.99
    data = tomllib.loads(as_toml(fitted))
    assert data["element"]["absent"]["many"] == list(fitted.shares["element"]["absent"]["many"])
    assert data["breadth"] == fitted.breadth


def test_the_share_of_a_group_leaves_the_element_itself_out() -> None:
    statuses = {"act.a": "present", "act.b": "weak", "act.c": "absent", "means.a": "present"}
    assert shares_found(statuses) == {"act.a": 0.5, "act.b": 0.5, "act.c": 1.0, "means.a": 0.0}


@pytest.mark.parametrize(("share", "cell"), [(0.0, 0), (0.24, 0), (0.25, 1), (0.5, 2), (0.75, 3), (0.999, 3), (1.0, 3)])
def test_quarters(share: float, cell: int) -> None:
    assert quarter(share) == cell


def test_a_verdict_is_as_sure_as_what_it_rests_on() -> None:
    findings = {"a": ("present", 0.9), "b": ("absent", 0.7), "c": ("weak", 0.8)}
    assert least_sure("met", findings) == 0.8
    assert least_sure("gap", findings) == 0.7
    assert least_sure("partial", findings) == 0.7
    assert least_sure("gap", {"a": ("present", 0.9)}) == 1.0
    assert [sureness(x) for x in (0.4, 0.5, 0.75, 1.0)] == [0.0, 0.0, 0.5, 1.0]


def test_every_language_has_a_breadth_that_follows_from_the_places() -> None:
    committed = reliability.load()
    assert committed.breadth == breadths()
    assert set(committed.breadth) == set(languages())
    assert committed.breadth_of(["en"]) == "many"
    assert committed.breadth_of(["en", "xx"]) == "few"


def test_findings_carry_the_measured_shares() -> None:
    report = gap([law_of(FRAME)], against="tip")
    shares = reliability.load().shares
    possible = {one for curves in shares["element"].values() for one in curves["many"]}
    assert {finding.confidence for finding in report.ledger.elements.values()} <= possible
    for finding in report.provisions:
        if finding.status in ("met", "partial", "gap"):
            assert finding.confidence in shares["provision"][finding.status]["many"]


def test_what_was_not_found_is_as_sure_as_on_first_contacts() -> None:
    """Whatever is observed later, absence and gaps keep what was so on laws that nobody had adapted to."""
    contacts = first_contacts()
    committed = reliability.load().shares
    fitted = fit([observed(right=100, wrong=0, share=0.1)], contacts).shares
    for kind, status in (("element", "absent"), ("provision", "gap")):
        assert fitted[kind][status] == committed[kind][status]
        assert fitted[kind][status] == fit([], contacts).shares[kind][status]


@pytest.mark.parametrize("cells", ["[[1, 2]]", "[[3, 2], [0, 0], [0, 0], [0, 0]]", '"many"', "[1, 2, 3, 4]"])
def test_counts_of_first_contacts_that_cannot_be_are_refused(cells: str, tmp_path: Path) -> None:
    path = tmp_path / "absence.toml"
    path.write_text(f"[element.absent]\nmany = {cells}\n", encoding="utf-8")
    with pytest.raises(CtipError, match="CT301") as raised:
        first_contacts(path)
    assert "how many were right" in str(raised.value)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("[provision.gap]", "[provision.gaps]", "provision.gap"),
        ("[element.absent]\n", "[element.absent]\nmany = [0.1, 0.2, 0.3, 0.4]\n", "TOML"),
        ('en = "many"', 'en = "lots"', "must be one of few, some, many"),
        ("[breadth]", "[width]", "unknown field `width`"),
    ],
)
def test_a_file_of_shares_that_cannot_be_used_is_refused(
    old: str, new: str, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = reliability.PATH.read_text(encoding="utf-8")
    assert old in text
    refused(text.replace(old, new), words, tmp_path, monkeypatch)


@pytest.mark.parametrize(
    "curve", ["[0.9, 0.8, 0.7, 0.6]", "[0.1, 0.2, 0.3]", "[0.1, 0.2, 0.3, 1.0]", "[0.0, 0.2, 0.3, 0.4]", '"high"']
)
def test_a_curve_that_falls_or_leaves_the_bounds_is_refused(
    curve: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = as_toml(reliability.load()).splitlines()
    at = made.index("[element.present]") + 1
    made[at] = f"{BREADTHS[0]} = {curve}"
    refused("\n".join(made), "element.present", tmp_path, monkeypatch)


def refused(text: str, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "reliability.toml"
    path.write_text(text, encoding="utf-8")
    monkeypatch.setattr(reliability, "PATH", path)
    reliability.load.cache_clear()
    try:
        with pytest.raises(CtipError, match="CT301") as raised:
            reliability.load()
    finally:
        reliability.load.cache_clear()
    assert words in str(raised.value)


def half(folder: Path, corpus: Path) -> tuple[list[Gold], str]:
    """The labels of one half of the laws; `test_tenth_off` takes the other."""
    labels, digest = read_gold(folder)
    return halves(labels, corpus)[0], digest


@pytest.mark.outside
def test_confidence_fitted_without_a_law_is_about_right_on_it(shared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Means over laws left out: what was said and what was so, for the kinds with enough findings to tell."""
    monkeypatch.setattr(calibrate, "parse", read_once)
    monkeypatch.setattr(calibrate, "read_gold", lambda folder: half(folder, shared / "corpus"))
    rows = [line.split() for line in check(list(observe(shared / "gold", shared / "corpus"))).splitlines()[1:]]
    enough = [(kind, status, float(said), float(were)) for kind, status, n, said, were, *_ in rows if int(n) >= 80]
    assert {status for _, status, _, _ in enough} >= {"present", "absent", "met", "partial", "gap"}
    assert [row for row in enough if abs(row[2] - row[3]) > 0.06] == []
