"""Two laws side by side: what each has, with its words; forms, schema, exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ctip_law import compare, render_compare
from ctip_law.framework import load
from tests.cli.conftest import ACT, Call, call  # noqa: F401
from tests.compare.conftest import law
from tests.report.reading import visible

CHILD = 'child\nIn this Act, "child" means a person under the age of eighteen years.'
OTHER = ACT.replace(CHILD, 'place\nIn this Act, "place" means a house or a ship.')
TWO = law(ACT), law(OTHER)


def test_one_provision_by_element() -> None:
    made = compare(*TWO, provision="tip-3d")
    assert [(pair.provision.id, pair.first, pair.second) for pair in made.provisions] == [("tip-3d", "met", "gap")]
    first = made.provisions[0].elements[0]
    assert (first.first, first.second) == ("present", "absent")
    assert first.first_evidence[0].num == "2"


def test_all_provisions_of_the_default_instrument() -> None:
    data = json.loads(render_compare(compare(*TWO), "json"))
    assert data["instruments"] == ["tip"]
    assert len(data["provisions"]) > 40
    for row in data["provisions"]:
        for element in row["elements"]:
            for quote in element["a"]["evidence"]:
                assert ACT[quote["start"] : quote["end"]] == quote["quote"]


def test_sides_turned_round_say_the_same() -> None:
    one, other = (json.loads(render_compare(compare(*pair), "json")) for pair in (TWO, TWO[::-1]))
    for row, turned in zip(one["provisions"], other["provisions"], strict=True):
        assert (row["a"], row["b"]) == (turned["b"], turned["a"])


def test_a_law_beside_itself_has_nothing_alone() -> None:
    said = render_compare(compare(TWO[0], TWO[0]), "table")
    assert "only" not in said


def test_a_provision_brings_its_instrument() -> None:
    other = next(provision for provision in load().provisions(["actip"]) if provision.nature == "legislative")
    made = compare(*TWO, provision=f"tip-3d,{other.id}")
    assert made.first.instruments == ("tip", "actip")
    assert [pair.provision.id for pair in made.provisions] == ["tip-3d", other.id]


@pytest.mark.parametrize("form", ["table", "md", "html"])
def test_forms_are_neutral_and_the_same_twice(form: str) -> None:
    made = compare(*TWO, provision="tip-3b,tip-3d")
    said = render_compare(made, form, full=True)
    assert said == render_compare(compare(*TWO, provision="tip-3b,tip-3d"), form, full=True)
    assert "not found" in said
    for word in ("fail", "better", "worse", "violat", "breach"):
        assert word not in said.casefold()
    if form == "table":
        assert max(map(len, said.splitlines())) <= 80


@pytest.mark.parametrize("form", ["csv", "docx", "xlsx", "pdf"])
def test_documents_and_sheets_have_both_sides(form: str) -> None:
    if form == "pdf":
        pytest.importorskip("typst", reason="typst, of the extra `pdf`, is not installed")
    made = compare(*TWO, provision="tip-3d")
    said = render_compare(made, form, full=True)
    assert said == render_compare(made, form, full=True)
    told = visible(said, form)
    assert "Child means under eighteen" in told
    assert "not found" in told
    assert ("tip-3d" in told) == (form == "csv")


def test_words_that_both_have_get_a_redline() -> None:
    older = law(ACT.replace("under the age of eighteen years", "under the age of sixteen years and a half"))
    made = compare(TWO[0], older, provision="tip-3d")
    data = json.loads(render_compare(made, "json"))
    for row in data["provisions"]:
        for one in row["elements"]:
            both = one["a"]["evidence"] and one["b"]["evidence"]
            assert bool(one["redline"]) == bool(both)
            old = "".join(piece["text"] for piece in one["redline"] if piece["kind"] != "insert")
            assert not both or old == " ".join(one["a"]["evidence"][0]["quote"].split())


def test_the_model_law_is_a_side(call: Call, tmp_path: Path) -> None:  # noqa: F811
    path = tmp_path / "act.txt"
    path.write_text(OTHER, encoding="utf-8")
    said = call("compare", path, "model", "-p", "tip-3d", "-f", "json")
    data = json.loads(said.out)
    assert data["laws"]["b"][0]["title"].startswith("Model law: ")
    assert (data["provisions"][0]["a"]["status"], data["provisions"][0]["b"]["status"]) == ("gap", "met")


def test_files_countries_and_laws_of_the_corpus(call: Call, tmp_path: Path) -> None:  # noqa: F811
    path = tmp_path / "act.txt"
    path.write_text(ACT, encoding="utf-8")
    said = call("compare", path, "SG", "-p", "tip-3b", "-f", "json")
    assert (said.code, said.err) == (0, "")
    data = json.loads(said.out)
    _validate(data)
    assert [entry["country"] for entry in data["laws"]["b"]] == ["SG"]
    named = call(
        "compare", path, data["laws"]["b"][0]["source"]["path"].removeprefix("corpus/"), "-p", "tip-3b", "-f", "json"
    )
    assert json.loads(named.out)["provisions"] == data["provisions"]


def test_what_to_beware_of_in_a_law_is_in_the_json(call: Call, tmp_path: Path) -> None:  # noqa: F811
    path = tmp_path / "act.txt"
    told = "A person who sinks a ferry commits an offence.\n\n"
    path.write_text(ACT.replace("\n", "\n\n" + told, 1), encoding="utf-8")
    said = call("compare", path, "SG", "-p", "tip-3b", "-f", "json")
    data = json.loads(said.out)
    _validate(data)
    assert [one["code"] for one in data["laws"]["a"][0]["warnings"]] == ["CT205"]
    assert data["laws"]["b"][0]["warnings"] == []
    assert "CT205" in said.err


@pytest.mark.parametrize(
    ("args", "code", "start"),
    [
        (("SG", "missing.txt"), 3, "CT101 missing.txt: "),
        (("SG", "no-such-law"), 2, "CT006 "),
        (("SG", "AQ"), 2, "CT005 "),
        (("SG", "MY", "-p", "tip-99"), 2, "CT003 "),
        (("SG", "MY", "-p", "tip-3b", "-I", "actip"), 2, "CT002 "),
        (("SG", "MY", "-I", "binding"), 2, "CT004 "),
        (("-", "-"), 2, "CT007 "),
    ],
)
def test_failures_are_one_line_with_the_exit_code(call: Call, args: tuple[str, ...], code: int, start: str) -> None:  # noqa: F811
    said = call("compare", *args)
    assert (said.code, said.out) == (code, "")
    assert said.err.startswith(start)
    assert said.err.count("\n") == 1


def _validate(data: object) -> None:
    import jsonschema

    from ctip_law import schema
    from ctip_law.report.schemas import SCHEMAS

    SCHEMAS["compare"].model_validate(data, strict=True)
    jsonschema.validate(data, schema("compare"), jsonschema.Draft202012Validator)
