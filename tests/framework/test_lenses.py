"""A lens leaves out what one question does not ask for, and judges nothing otherwise."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ctip_law import compare, gap, parse, render_compare, render_gap
from ctip_law.errors import UsageError
from ctip_law.framework import load
from ctip_law.framework.lenses import lens, lenses
from ctip_law.model import Report
from ctip_law.report.lens import found, kept_apart
from ctip_law.report.schemas import SCHEMAS

TRAFFICKING = """LANTERN ACT 2001
1. Trafficking in persons
A person commits trafficking in persons who recruits, transports, transfers, harbours or receives another person by
threat, force, fraud or deception for the purpose of exploitation, and is liable to imprisonment for 9 years.
2. Exploitation
Exploitation includes forced labour, slavery, servitude and prostitution of others.
"""
SMUGGLING = """3. Smuggling of migrants
A person who for a financial benefit procures the illegal entry of another person into the country commits smuggling of
migrants and is liable to imprisonment for 5 years.
"""
AS_ONE = TRAFFICKING.replace("for the purpose of exploitation", "for the purpose of exploitation or migrant smuggling")
WEATHER = "KITES ACT 1999\n1. Kites\nA person must not fly a kite near a road.\n2. Fines\nThe court fines.\n"


def report(tmp_path: Path, words: str, **how: str) -> Report:
    path = tmp_path / "act.txt"
    path.write_text(words, "utf-8")
    return gap([parse(path)], **how)  # type: ignore[arg-type]


def test_there_are_the_five_lenses_and_each_part_gives_reason_and_source() -> None:
    assert list(lenses()) == ["labour", "victims", "justice", "children", "smuggling"]
    for one in lenses().values():
        assert one.provisions
        assert one.elements
        assert all(part.why.endswith(".") and any(char.isdigit() for char in part.source) for part in one.parts)


@pytest.mark.parametrize(
    ("name", "asks", "leaves_out"),
    [
        ("labour", "p029-2d", "tip-3c"),
        ("victims", "wg2018-1g", "tip-5-2a"),
        ("justice", "untoc-16-3", "tip-6-3a"),
        ("children", "tip-3d", "tip-7-1"),
        ("smuggling", "som-6-1a", "tip-3a"),
    ],
)
def test_what_a_lens_asks_and_leaves_out(name: str, asks: str, leaves_out: str) -> None:
    assert asks in lens(name).provisions
    assert leaves_out not in lens(name).provisions


def test_every_provision_of_a_lens_puts_a_duty_or_stands_in_an_instrument_named_whole() -> None:
    framework = load()
    for one in lenses().values():
        own = {framework.provision(id).instrument for id in one.provisions}
        assert set(one.instruments) <= own


@pytest.mark.parametrize("name", list(lenses()))
def test_a_lens_leaves_the_verdicts_as_they_are(tmp_path: Path, name: str) -> None:
    seen = report(tmp_path, TRAFFICKING, lens=name)
    whole = {one.id: one.status for one in report(tmp_path, TRAFFICKING, against=",".join(seen.instruments)).provisions}
    assert seen.provisions
    asked = lens(name).provisions
    assert {one.id: one.status for one in seen.provisions} == {id: whole[id] for id in whole if id in asked}


@pytest.mark.parametrize(
    ("lens_", "bound", "chosen"),
    [
        ("labour", (), ("tip", "p029")),
        ("labour", ("tip", "actip"), ("tip", "actip", "p029")),
        ("children", ("untoc",), ("tip",)),
        ("smuggling", ("tip", "untoc", "som"), ("som",)),
    ],
)
def test_a_lens_brings_its_instruments_and_those_that_bind(
    lens_: str, bound: tuple[str, ...], chosen: tuple[str, ...]
) -> None:
    assert lens(lens_).chosen(bound) == chosen


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        (AS_ONE, "conflated"),
        (TRAFFICKING + SMUGGLING, "apart"),
        (TRAFFICKING, "no smuggling"),
        (WEATHER + SMUGGLING, "no trafficking"),
    ],
)
def test_smuggling_and_trafficking_are_checked_to_be_kept_apart(tmp_path: Path, words: str, kind: str) -> None:
    seen = report(tmp_path, words, lens="smuggling")
    assert kept_apart(seen)[0] == kind
    assert any(line.startswith("Check that the two are kept apart: ") for line in found(seen))


def test_other_lenses_do_not_check_it(tmp_path: Path) -> None:
    assert kept_apart(report(tmp_path, AS_ONE, lens="labour")) == ("", ())
    assert kept_apart(report(tmp_path, AS_ONE)) == ("", ())


@pytest.mark.parametrize("form", ["table", "md", "html", "csv", "json"])
def test_every_form_of_a_report_is_written_through_a_lens(tmp_path: Path, form: str) -> None:
    made = render_gap(report(tmp_path, TRAFFICKING, lens="labour"), form)
    assert isinstance(made, str)
    if form in ("table", "md", "html", "json"):
        assert "Labour exploitation" in made
    if form == "json":
        SCHEMAS["gap"].model_validate_json(made)
        assert json.loads(made)["lens"]["id"] == "labour"


def test_elements_that_no_duty_asks_for_are_told(tmp_path: Path) -> None:
    told = " ".join(found(report(tmp_path, TRAFFICKING, lens="labour")))
    assert "Arrears of wages" in told
    assert found(report(tmp_path, TRAFFICKING)) == ()


def test_two_laws_are_compared_through_a_lens(tmp_path: Path) -> None:
    one, two = tmp_path / "a.txt", tmp_path / "b.txt"
    one.write_text(TRAFFICKING, "utf-8")
    two.write_text(WEATHER, "utf-8")
    made = compare(one, two, lens="children")
    assert {pair.provision.id for pair in made.provisions} <= lens("children").provisions
    for form in ("table", "md", "html"):
        assert "Lens: Children" in " ".join(render_compare(made, form).split())
    SCHEMAS["compare"].model_validate_json(render_compare(made, "json"))


@pytest.mark.parametrize(
    ("how", "told"),
    [({"lens": "sea"}, "labour, victims"), ({"lens": "smuggling", "against": "tip"}, "no provision of tip")],
)
def test_a_lens_that_is_none_or_has_nothing_to_ask_is_told(tmp_path: Path, how: dict[str, str], told: str) -> None:
    with pytest.raises(UsageError, match=told):
        report(tmp_path, TRAFFICKING, **how)
