"""The document from the command line: forms by their endings, paper, several laws and countries side by side."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Call
from tests.dossier.acts import ACT, CODE
from tests.report.reading import visible


@pytest.fixture
def laws(tmp_path: Path) -> tuple[Path, Path]:
    """Two invented acts as files."""
    paths = tmp_path / "act.txt", tmp_path / "ley.txt"
    for path, text in zip(paths, (ACT, CODE), strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


@pytest.mark.parametrize(("ending", "begins"), [("docx", b"PK"), ("xlsx", b"PK"), ("html", b"<!DOC"), ("pdf", b"%PDF")])
def test_the_ending_gives_the_document(
    call: Call, laws: tuple[Path, Path], tmp_path: Path, ending: str, begins: bytes
) -> None:
    if ending == "pdf":
        pytest.importorskip("typst", reason="typst, of the extra `pdf`, is not installed")
    out = tmp_path / f"report.{ending}"
    assert call("gap", laws[0], "-I", "tip", "--paper", "letter", "-o", out).code == 0
    assert out.read_bytes().startswith(begins)


def test_a_paper_that_is_not_known_is_a_usage_error(call: Call, laws: tuple[Path, Path], tmp_path: Path) -> None:
    said = call("gap", laws[0], "--paper", "a5", "-o", tmp_path / "x.docx")
    assert said.code == 2
    assert "letter" in said.err
    assert not (tmp_path / "x.docx").exists()


@pytest.mark.parametrize("form", ["docx", "xlsx", "html", "md"])
def test_laws_and_countries_that_are_named_give_one_document(
    call: Call, laws: tuple[Path, Path], tmp_path: Path, form: str
) -> None:
    out = tmp_path / f"both.{form}"
    said = call("report", "matrix", laws[0], laws[1], "SG", "-o", out)
    assert said.code == 0, said.err
    told = visible(out.read_bytes() if form in ("docx", "xlsx") else out.read_text(encoding="utf-8"), form)
    for words in ("Lantern Keepers (Protection) Act 2020", "LEY DE FAROLES", "Singapore"):
        assert words in told, words


def test_in_a_table_long_names_of_laws_stand_below_it(call: Call, laws: tuple[Path, Path]) -> None:
    table = call("report", "matrix", laws[0], laws[1]).out
    assert max(map(len, table.splitlines())) <= 80
    assert "[1] Lantern Keepers (Protection) Act 2020; [2] LEY DE FAROLES" in " ".join(table.split())


def test_one_that_cannot_be_read_is_told_and_the_others_are_done(
    call: Call, laws: tuple[Path, Path], tmp_path: Path
) -> None:
    out = tmp_path / "some.docx"
    said = call("report", "matrix", laws[0], tmp_path / "missing.txt", laws[1], "-o", out)
    assert said.code == 4
    assert "CT101" in said.err
    assert "missing.txt: " in visible(out.read_bytes(), "docx")


@pytest.mark.parametrize(
    ("name", "told"),
    [("Malaysa", "no such file, and no country of that name or code"), ("nosuch.txt", "the file does not exist")],
)
def test_a_name_that_is_neither_file_nor_country_is_told_as_both(call: Call, name: str, told: str) -> None:
    said = call("report", "matrix", name, "SG")
    assert said.code == 4
    assert said.err.startswith(f"CT101 {name}: ")
    assert told in said.err


def test_countries_cannot_be_named_twice(call: Call) -> None:
    assert call("report", "matrix", "SG", "-C", "TZ").code == 2


def test_one_strength_limits_the_document_too(call: Call, laws: tuple[Path, Path], tmp_path: Path) -> None:
    out = tmp_path / "few.md"
    assert call("report", "matrix", laws[0], laws[1], "--strength", "optional", "-I", "som", "-o", out).code == 0
    told = out.read_text(encoding="utf-8")
    assert "Migrant Smuggling Protocol: options" in told
    assert "Migrant Smuggling Protocol: mandatory duties" not in told


def test_two_calls_give_the_same_bytes(call: Call, laws: tuple[Path, Path], tmp_path: Path) -> None:
    for name in ("a.docx", "b.docx"):
        call("report", "matrix", laws[0], laws[1], "-o", tmp_path / name)
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()
