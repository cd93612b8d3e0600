"""Several laws and countries on the command line, lenses, and what is held of a country."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import ACT, Call


@pytest.fixture
def acts(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / f"{name}.txt" for name in "abc"]
    for n, path in enumerate(paths):
        path.write_text(ACT.replace("2020", str(2020 + n)), "utf-8")
    return paths


def test_three_laws_are_told_of_together_and_a_country_beside_them(call: Call, acts: list[Path]) -> None:
    said = call("compare", *acts, "SG", "-p", "tip-3b,tip-6-6", "-f", "json")
    assert said.code == 0
    made = json.loads(said.out)
    assert made["schema"] == "ctip-law/region/1"
    assert [one["key"] for one in made["members"]][-1] == "SG"
    assert [row["id"] for row in made["provisions"]] == ["tip-3b", "tip-6-6"]
    assert made["ranking"] is None


def test_a_region_names_the_countries_without_a_law(call: Call) -> None:
    said = call("compare", "--region", "saarc", "-p", "tip-3b")
    assert said.code == 0
    told = " ".join(said.out.split())
    assert "No law held: " in told
    assert "Afghanistan" in told.partition("No law held: ")[2]
    assert "PK Pakistan" in told.partition("No law held: ")[0]


def test_a_law_that_cannot_be_read_is_told_and_the_others_are_compared(
    call: Call, acts: list[Path], tmp_path: Path
) -> None:
    said = call("compare", *acts, tmp_path / "none.txt", "-f", "json")
    assert said.code == 4
    assert "none.txt" in said.err
    assert len(json.loads(said.out)["members"]) == 3
    assert json.loads(said.out)["errors"]


def test_laws_of_one_title_get_numbers(call: Call, acts: list[Path]) -> None:
    acts[1].write_text(acts[0].read_text("utf-8"), "utf-8")
    keys = [one["key"] for one in json.loads(call("compare", *acts, "-f", "json").out)["members"]]
    assert len(set(keys)) == 3
    assert keys[1] == f"{keys[0]} (2)"


@pytest.mark.parametrize(
    ("args", "code", "told"),
    [
        (["compare", "SG"], 2, "CT007"),
        (["compare"], 2, "CT007"),
        (["compare", "--region", "atlantis"], 2, "CT004"),
        (["compare", "SG", "MY", "TH", "--lens", "sea"], 2, "CT004"),
        (["compare", "SG", "MY", "-o", "x.odt"], 2, "CT004"),
        (["compare", "SG", "MY", "TH", "-o", "x.rtf"], 2, "CT004"),
        (["diff", "SG", "MY", "-o", "x.odt"], 2, "CT004"),
        (["gap", "-C", "SG", "--lens", "sea"], 2, "CT004"),
        (["gap", "-C", "SG", "--lens", "smuggling", "-I", "tip"], 2, "CT004"),
        (["report", "matrix", "-C", "SG", "--lens", "sea"], 2, "CT004"),
        (["corpus", "country", "AD"], 2, "CT005"),
    ],
)
def test_what_cannot_be_done_is_told_at_once(call: Call, args: list[str], code: int, told: str) -> None:
    said = call(*args)
    assert said.code == code
    assert said.err.startswith(told)
    assert said.out == ""


def test_a_lens_goes_with_a_report_and_a_matrix(call: Call) -> None:
    said = call("gap", "-C", "SG", "--lens", "children")
    assert said.code == 0
    assert "Lens: Children" in said.out
    assert "Child means under eighteen" in said.out
    assert "Stay in the receiving" not in said.out
    matrix = call("report", "matrix", "-C", "SG,JP", "--lens", "children")
    assert matrix.code == 0
    assert matrix.out.count("Lens: Children") == 1


def test_a_country_and_its_files_say_the_same(call: Call) -> None:
    from ctip_law import corpus

    paths = corpus.files("JP")
    one, two = call("gap", "-C", "JP", "-f", "json"), call("gap", *paths, "-C", "JP", "-f", "json")
    assert one.out == two.out
    assert any(row["look_in"] for row in json.loads(one.out)["provisions"])


def test_the_kind_of_law_to_look_in_is_told_in_report_and_matrix(call: Call) -> None:
    assert "look in: immigration and passports" in call("gap", "-C", "SG", "-I", "tip").out
    matrix = " ".join(call("report", "matrix", "-C", "SG,JP").out.split())
    assert "SG: no text was read on immigration and passports, so not assessed: " in matrix
    assert "no text was read on" in " ".join(call("gap", "-C", "SG", "-I", "tip", "-f", "md").out.split())


def test_what_is_held_of_a_country(call: Call) -> None:
    said = call("corpus", "country", "PK")
    assert said.code == 0
    assert "Trafficking in Persons" in said.out
    assert json.loads(call("corpus", "country", "PK", "-f", "json").out)["schema"] == "ctip-law/bundle/1"


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("sg", "id"), "laws that are read together are of SG, ID; "),
        (("sg", "-C", "ID"), "laws that are read together are of SG, and the country named is ID; "),
    ],
)
def test_a_bundle_is_of_one_country(call: Call, tmp_path: Path, args: tuple[str, ...], told: str) -> None:
    from ctip_law import corpus

    given = [path for word in args for path in (corpus.files(word) if word.islower() else [word])]
    said = call("gap", *given, "-o", tmp_path / "report.md")
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith(f"CT009 {told}")
    assert not (tmp_path / "report.md").exists()


def test_two_laws_of_one_title_are_told(call: Call, acts: list[Path]) -> None:
    acts[1].write_text(acts[0].read_text("utf-8") + "\n99. Repeal\nNothing is repealed.\n", "utf-8")
    said = call("gap", acts[0], acts[1], "-I", "tip")
    assert said.code == 0
    assert said.err.count("CT209") == 1
    assert "CT209" not in call("gap", acts[0], acts[2], "-I", "tip").err
