"""A lawyer's decisions: out, in, kept, shown beside the findings and never over them, and flagged when they are old."""

from __future__ import annotations

import csv
import io
import json
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ctip_law import gap, render_gap, review_export
from ctip_law.model import Report
from ctip_law.report.schemas import SCHEMAS
from ctip_law.review.agreement import kappa
from ctip_law.review.beside import beside, of_report
from ctip_law.review.nouns import Review, Said, read_reviews
from ctip_law.review.sheets import as_csv
from ctip_law.review.store import file_of
from tests.cli.conftest import ACT, Call
from tests.review.reviewing import Fill

#: id of a finding -> verdict, sections, reason as a lawyer writes them. In the act tip-3a and tip-6-6 are partial or
#: met, tip-11-4 is a gap.
FILLED = {
    "tip-3a": ("accepted", "", "read with the code"),
    "tip-3d": ("partial", "2", "the age is that of the victim only"),
    "tip-11-4": ("gap", "", ""),
    "act.receipt": ("in part", "1", "of workers only"),
    "means.fraud": ("", "", "ask the ministry"),
}


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which reviews are kept here."""
    folder = tmp_path / "reviews"
    monkeypatch.setenv("CTIP_REVIEWS", str(folder))
    return folder


def filled_csv(path: Path, decisions: dict[str, tuple[str, str, str]], reviewer: str = "A. Lawyer") -> Path:
    """The CSV of `review export` with decisions written into it."""
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"))))
    for row in rows:
        if row["Id"] == "Reviewer":
            row["Words"] = reviewer
        elif row["Id"] in decisions:
            row["Reviewer's verdict"], row["Reviewer's sections"], row["Reviewer's note"] = decisions[row["Id"]]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    return path


@pytest.fixture
def reviewed(call: Call, act: Path, kept: Path, tmp_path: Path) -> Path:
    """A review of the act that is kept."""
    assert call("review", "export", act, "-o", tmp_path / "act.csv").code == 0
    said = call("review", "import", filled_csv(tmp_path / "act.csv", FILLED), act)
    assert said.code == 0, said.err
    assert f"kept 5 decisions of A. Lawyer in {kept}" in said.err
    return act


def decisions(call: Call, act: Path) -> dict[str, dict[str, object]]:
    data = json.loads(call("gap", act, "-I", "tip", "-f", "json").out)
    SCHEMAS["gap"].model_validate(data, strict=True)
    return {one["id"]: one for one in data["reviews"]}


def test_decisions_stand_beside_the_findings(call: Call, reviewed: Path) -> None:
    found = decisions(call, reviewed)
    assert set(found) == set(FILLED)
    assert found["tip-3a"]["accepted"]
    assert (found["tip-3d"]["verdict"], found["tip-3d"]["machine"]) == ("partial", "met")
    assert (found["tip-3d"]["sections"], found["tip-3d"]["reason"]) == (["2"], "the age is that of the victim only")
    assert (found["means.fraud"]["verdict"], found["means.fraud"]["reason"]) == ("", "ask the ministry")
    assert {tuple(one["stale"]) for one in found.values()} == {()}


def test_no_finding_is_changed_by_a_review(call: Call, reviewed: Path, tmp_path: Path) -> None:
    with_ = json.loads(call("gap", reviewed, "-I", "tip", "-f", "json").out)
    (tmp_path / "none").mkdir()
    without = json.loads(call("gap", reviewed, "-I", "tip", "-f", "json", "--reviews", tmp_path / "none").out)
    assert with_.pop("reviews")
    assert without.pop("reviews") == []
    assert with_ == without


@pytest.mark.parametrize("form", ["table", "md", "html", "csv"])
def test_every_form_for_people_shows_the_review(call: Call, reviewed: Path, tmp_path: Path, form: str) -> None:
    (tmp_path / "none").mkdir()
    out = " ".join(call("gap", reviewed, "-I", "tip", "-f", form).out.split())
    assert "overridden: “partial” in place of “met” (A. Lawyer): the age is that of the victim only; section 2" in out
    assert "A. Lawyer" not in call("gap", reviewed, "-I", "tip", "-f", form, "--reviews", tmp_path / "none").out


@pytest.mark.parametrize("form", ["docx", "xlsx"])
def test_the_office_forms_show_the_review(call: Call, reviewed: Path, tmp_path: Path, form: str) -> None:
    import zipfile

    assert call("gap", reviewed, "-I", "tip", "-o", tmp_path / f"out.{form}").code == 0
    with zipfile.ZipFile(tmp_path / f"out.{form}") as parts:
        words = b"".join(parts.read(name) for name in parts.namelist())
    assert b"the age is that of the victim only" in words


def test_explain_tells_what_was_decided(call: Call, reviewed: Path) -> None:
    out = " ".join(call("explain", "tip-3d", "--law", reviewed).out.split())
    assert "Review of tip-3d: overridden: “partial” in place of “met” (A. Lawyer)" in out
    data = json.loads(call("explain", "tip-3d", "--law", reviewed, "--report").out)
    SCHEMAS["story"].model_validate(data, strict=True)
    assert [one["id"] for one in data["reviews"]] == ["tip-3d"]


@pytest.mark.parametrize("form", ["xlsx", "csv", "toml"])
def test_what_was_decided_comes_out_and_in_again(call: Call, reviewed: Path, tmp_path: Path, form: str) -> None:
    if form == "xlsx":
        pytest.importorskip("openpyxl", reason="openpyxl, of the extra `evaluate`, is not installed")
    before = decisions(call, reviewed)
    assert call("review", "export", reviewed, "-o", tmp_path / f"again.{form}").code == 0
    said = call("review", "import", tmp_path / f"again.{form}")
    assert said.code == 0, said.err
    assert "is replaced\n" in said.err
    assert decisions(call, reviewed) == before


def test_what_is_no_longer_decided_is_told(call: Call, reviewed: Path, tmp_path: Path) -> None:
    assert call("review", "export", reviewed, "-o", tmp_path / "less.csv").code == 0
    said = call("review", "import", filled_csv(tmp_path / "less.csv", {"tip-3a": ("", "", "")}))
    assert "is replaced; no longer decided: tip-3a\n" in said.err


def test_agreement_is_printed_with_kappa(call: Call, act: Path, kept: Path, tmp_path: Path) -> None:
    call("review", "export", act, "-o", tmp_path / "act.csv")
    path = filled_csv(tmp_path / "act.csv", FILLED)
    assert "66.7 % of the verdicts agree (kappa 0.50)" in call("review", "import", path).out
    data = json.loads(call("review", "import", path, "-f", "json").out)
    SCHEMAS["reviewed"].model_validate(data, strict=True)
    assert data["reviews"][0]["provisions"]["kappa"] == 0.5


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        ([], None),
        ([("met", "met")], None),  # one verdict always: chance gives the same
        ([("met", "met"), ("gap", "gap")], 1.0),
        ([("met", "gap"), ("gap", "met")], -1.0),
        ([("met", "met"), ("met", "gap"), ("gap", "met"), ("gap", "gap")], 0.0),
        ([("a", "a")] * 20 + [("a", "b")] * 5 + [("b", "a")] * 10 + [("b", "b")] * 15, 0.4),  # Cohen's own kind of case
    ],
)
def test_kappa(pairs: list[tuple[str, str]], expected: float | None) -> None:
    assert kappa(pairs) == expected


def test_two_lawyers_stand_side_by_side(call: Call, reviewed: Path, tmp_path: Path) -> None:
    call("review", "export", reviewed, "--reviewer", "B. Judge", "-o", tmp_path / "b.csv")
    path = filled_csv(tmp_path / "b.csv", {"tip-3a": ("gap", "", "no purpose is named")}, "B. Judge")
    assert call("review", "import", path).code == 0
    data = json.loads(call("gap", reviewed, "-I", "tip", "-f", "json").out)
    said = {one["reviewer"]: one["verdict"] for one in data["reviews"] if one["id"] == "tip-3a"}
    assert said["B. Judge"] == "gap"
    assert len(said) == 2


def review_of(report: Report) -> Review:
    made = of_report(report)
    key = ("provision", "tip-3d")
    row = replace(made.rows[key], said=Said(verdict="gap", note="no"))
    return replace(made, rows={key: row}, reviewer="A")


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({}, ()),
        ({"framework": "0"}, ("the framework has changed",)),
        ({"lexicon": "en:0"}, ("the lexicon has changed",)),
        ({"framework": "", "lexicon": ""}, ("the framework has changed", "the lexicon has changed")),
    ],
)
def test_a_review_of_other_data_is_stale(act: Path, change: dict[str, str], told: tuple[str, ...]) -> None:
    report = gap(act, against="tip")
    (one,) = beside(report, [replace(review_of(report), **change)]).decisions
    assert one.stale == told


def test_a_review_of_an_older_text_is_stale_and_says_what_was_found_then(tmp_path: Path) -> None:
    old, new, other = (tmp_path / name for name in ("old.txt", "new.txt", "other.txt"))
    old.write_text(ACT, encoding="utf-8")
    new.write_text(ACT.replace("eighteen", "sixteen"), encoding="utf-8")
    other.write_text(ACT.replace("Trade in People Act", "Sale of Goods Act"), encoding="utf-8")
    review = review_of(gap(old, against="tip"))
    (one,) = beside(gap(new, against="tip"), [review]).decisions
    assert one.stale[0] == "the text of the law has changed"
    assert one.stale[1] == "the finding was met"
    assert "stale, for the text of the law has changed" in str(
        render_gap(beside(gap(new, against="tip"), [review]), "md")
    )
    assert beside(gap(other, against="tip"), [review]).decisions == ()
    assert beside(gap([old, other], against="tip"), [review]).decisions == ()  # another bundle
    assert beside(gap(new, against="tip", country="SG"), [review]).decisions == ()  # a namesake of another country


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (("mayhap", "", "x"), '"mayhap" is none of met, elsewhere, differs, partial, gap, not in legislation, acc'),
        (("=1+1", "", "x"), "this is a formula: put its value in its place"),
        (("gap", "", '=WEBSERVICE("x")'), "this is a formula"),
        (("gap", "", ""), "tip-3d: met is overridden by gap without a reason"),
        (("gap", "99", "x"), "tip-3d: the law has no section 99"),
    ],
)
def test_what_cannot_be_kept_is_told_in_one_line(
    call: Call, act: Path, kept: Path, tmp_path: Path, said: tuple[str, str, str], told: str
) -> None:
    call("review", "export", act, "-o", tmp_path / "act.csv")
    path = filled_csv(tmp_path / "act.csv", {"tip-3d": said})
    answer = call("review", "import", path, act)
    assert (answer.code, answer.out) == (1, "")
    assert answer.err.startswith(f"CT601 {path}:")
    assert told in answer.err
    assert answer.err.count("\n") == 1
    assert not kept.exists()


@pytest.mark.parametrize(
    ("name", "data", "code", "told"),
    [
        ("no.xlsx", None, 3, "the file does not exist"),
        ("cut.xlsx", b"PK\x03\x04 cut off", 1, "no workbook that can be read"),
        ("a.csv", b"Kind,Id\nprovision,tip-3a\n", 1, 'there is no column "Words"'),
        ("latin.csv", "Kind;Id;é".encode("latin-1"), 1, "no text in UTF-8"),
        ("a.toml", b"verdict = ", 1, "CT601"),
        ("a.docx", b"x", 1, "neither .xlsx nor .csv nor .toml"),
        ("unnamed.toml", b'[provisions.tip-3a]\nverdict = "met"\n', 1, "the reviewer is not named"),
    ],
)
def test_files_that_are_no_review(
    call: Call, kept: Path, tmp_path: Path, name: str, data: bytes | None, code: int, told: str
) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    said = call("review", "import", tmp_path / name)
    assert (said.code, said.out) == (code, "")
    assert told in said.err
    assert not kept.exists()


def test_a_review_of_another_law_is_refused(call: Call, act: Path, kept: Path, tmp_path: Path) -> None:
    call("review", "export", act, "-o", tmp_path / "act.csv")
    other = tmp_path / "other.txt"
    other.write_text(ACT.replace("fifteen", "twelve"), encoding="utf-8")
    said = call("review", "import", filled_csv(tmp_path / "act.csv", FILLED), other)
    assert said.code == 1
    assert "the review is of another text than" in said.err
    assert not kept.exists()


def test_a_broken_file_of_the_folder_is_told_and_the_others_are_used(call: Call, reviewed: Path, kept: Path) -> None:
    (kept / "broken.toml").write_text("[", encoding="utf-8")
    said = call("gap", reviewed, "-I", "tip", "-f", "json")
    assert said.code == 4
    assert said.err.startswith(f"CT601 {kept / 'broken.toml'}")
    assert len(json.loads(said.out)["reviews"]) == 5


def test_a_workbook_saved_by_a_spreadsheet_program_reads_back(
    call: Call, act: Path, kept: Path, fill: Fill, tmp_path: Path
) -> None:
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed, so no workbook is saved by it")
    call("review", "export", act, "-I", "tip", "-o", tmp_path / "act.xlsx")
    report = gap(act, against="tip")
    ids = [one.id for one in report.provisions if one.nature == "legislative"][:10]
    cells = {("Provisions", id, "Reviewer's verdict"): "accepted" for id in ids}
    cells |= {("Provisions", id, "Reviewer's note"): f"reason {n}: “ünïcode”, 3-4" for n, id in enumerate(ids)}
    cells |= {("About", "Reviewer", "Value"): "A. Lawyer"}
    path = fill(cells, of=tmp_path / "act.xlsx")
    (tmp_path / "saved").mkdir()
    home = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    save = ["soffice", home, "--headless", "--convert-to", "xlsx", "--outdir", str(tmp_path / "saved"), str(path)]
    subprocess.run(save, check=True, capture_output=True)
    said = call("review", "import", tmp_path / "saved" / path.name, act)
    assert said.code == 0, said.err
    found = decisions(call, act)
    assert {id: one["reason"] for id, one in found.items()} == {
        id: f"reason {n}: “ünïcode”, 3-4" for n, id in enumerate(ids)
    }
    assert all(one["accepted"] for one in found.values())


def test_one_file_for_each_reviewer_of_each_law(act: Path) -> None:
    review = review_of(gap(act, against="tip"))
    named = file_of(review)
    assert named.startswith("trade-in-people-act-2020-a-")
    assert file_of(replace(review, reviewer="B")) != named
    assert file_of(replace(review, laws=(replace(review.laws[0], title="人身取引法"),))).endswith(".toml")


NOTE = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=60)


@settings(deadline=None, max_examples=60)
@given(note=NOTE)
def test_any_reason_comes_back_from_csv(note: str) -> None:
    import tempfile

    row = next(iter(_blank().rows.values()))
    made = replace(_blank(), rows={("provision", row.id): replace(row, said=Said("gap", (), note))})
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.csv"
        path.write_text(as_csv(made), encoding="utf-8")
        (read,), wrong = read_reviews([path])
    assert wrong == []
    assert read.rows[("provision", row.id)].said.note == " ".join(note.split()).lstrip("'") or note.startswith("'")


def _blank() -> Review:
    global _made
    if _made is None:
        import tempfile

        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "act.txt"
            path.write_text(ACT, encoding="utf-8")
            report = gap(path, against="tip")
        _made = of_report(report)
    return _made


_made: Review | None = None


def test_a_country_of_the_corpus_is_exported_by_its_code(call: Call) -> None:
    out = call("review", "export", "-C", "SG", "-I", "tip", "-f", "csv").out
    assert "\nprovision,tip-3a," in out
    assert call("review", "export").err.startswith("CT007 nothing to review; name a statute")


def test_no_other_form_is_exported(act: Path) -> None:
    from ctip_law import CtipError

    with pytest.raises(CtipError, match="CT004"):
        review_export(gap(act), "pdf")
