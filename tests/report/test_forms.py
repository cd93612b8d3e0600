"""Each form of the gap analysis says the same, in its own way, and the same bytes every time."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from ctip_law import render_gap
from ctip_law.errors import InputError, UsageError
from ctip_law.model import Report
from ctip_law.report.data import rate, summary
from ctip_law.report.render import BINARY, GAP_FORMATS
from tests.report.conftest import build, law


def text(report: Report, form: str, **options: object) -> str:
    made = render_gap(report, form, **options)
    assert isinstance(made, str)
    return made


def test_the_table_shows_article_status_and_section_in_80_columns(report: Report) -> None:
    table = text(report, "table")
    assert max(map(len, table.splitlines())) <= 80
    assert "\x1b" not in table
    row = next(line for line in table.splitlines() if line.startswith("3(a)"))
    assert "◐ partial" in row
    assert row.endswith(" 1")


def test_the_table_names_what_is_missing_in_words(report: Report) -> None:
    table = " ".join(text(report, "table").split())
    assert "in part: Transfer (selling only) not found: Fraud" in table
    assert "fail" not in table.lower()


@pytest.mark.parametrize("form", ["table", "md", "html"])
def test_what_is_found_in_part_is_named_with_its_limit(report: Report, form: str) -> None:
    assert "Transfer (selling only)" in " ".join(text(report, form).replace("\\", "").split())


@pytest.mark.parametrize("form", ["md", "html"])
def test_so_are_the_words_that_prove_it_in_part(report: Report, form: str) -> None:
    assert "(section 1, by definition of child, in part: selling only)" in text(report, form)


def test_data_and_spreadsheets_have_the_limit_too(report: Report) -> None:
    rows = {row["provision"]: row["limits"] for row in csv.DictReader(io.StringIO(text(report, "csv")))}
    assert rows == {"tip-1-2": "", "tip-3a": "act.transfer: selling only", "tip-3d": "", "tip-6-6": ""}
    found = {one["id"]: one["why"] for one in json.loads(text(report, "json"))["elements"]}
    assert found["act.transfer"] == "selling only"


def test_the_table_is_cautious(report: Report) -> None:
    table = " ".join(text(report, "table").split())
    assert "general law was not read" in table
    assert "3(d)*" in table  # the framework's entry is from memory
    assert "* the framework's own entry was not checked" in table
    assert "1 more ask nothing of a statute" in table


def test_colour_is_added_only_when_asked_for(report: Report) -> None:
    coloured = text(report, "table", colour=True)
    assert "\x1b[33m◐ partial\x1b[0m" in coloured
    assert coloured.replace("\x1b[33m", "").replace("\x1b[32m", "").replace("\x1b[31m", "").replace(
        "\x1b[0m", ""
    ) == text(report, "table")


def test_two_laws_are_told_apart() -> None:
    first, second = law(), law("/akn/xx/act/2021/2", "Children Act")
    table = text(build(first, second), "table")
    assert "Read: [1] People (Protection) Act" in table
    assert next(line for line in table.splitlines() if line.startswith("3(d)*")).endswith("[2] 2")


def test_inputs_that_could_not_be_read_are_named_in_the_report(report: Report) -> None:
    error = InputError("CT101", "there is no such file", path="code.txt")
    for form in ("table", "md", "html"):
        assert "Not read: CT101" in text(report, form, errors=[error])
    assert json.loads(text(report, "json", errors=[error]))["errors"][0]["path"] == "code.txt"


@pytest.mark.parametrize("form", GAP_FORMATS)
def test_the_same_report_gives_the_same_bytes(report: Report, form: str) -> None:
    made = render_gap(report, form)
    assert made
    assert made == render_gap(report, form)
    assert isinstance(made, bytes) == (form in BINARY)


def test_csv_has_one_row_for_every_provision(report: Report) -> None:
    rows = list(csv.DictReader(io.StringIO(text(report, "csv"))))
    assert [row["provision"] for row in rows] == ["tip-1-2", "tip-3a", "tip-3d", "tip-6-6"]
    assert rows[1]["missing"] == "means.fraud"
    assert rows[2]["sections"] == "2"


def test_markdown_keeps_a_bar_in_a_quote_out_of_the_table(report: Report) -> None:
    made = text(report, "md")
    assert r"trade in people \| whatever the price" in made
    assert all(line.count(" | ") == 5 for line in made.splitlines() if line.startswith("| ") and "Article" not in line)


def test_html_is_well_formed_and_asks_for_nothing_from_outside(report: Report) -> None:
    class Tags(HTMLParser):
        open: list[str]
        links: list[str]

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            self.links += [value or "" for name, value in attrs if name in ("src", "href")]
            if tag not in ("meta", "br", "link"):
                self.open.append(tag)

        def handle_endtag(self, tag: str) -> None:
            assert self.open.pop() == tag

    tags = Tags()
    tags.open, tags.links = [], []
    made = text(report, "html")
    tags.feed(made)
    assert tags.open == []
    assert tags.links == []
    assert '<tr id="tip-3a">' in made
    assert "In part: " in made


def test_html_escapes_what_a_statute_says() -> None:
    evil = law(title="<script>alert(1)</script> Act")
    assert "<script>" not in text(build(evil), "html")


def test_word_opens_and_has_the_matrix(report: Report) -> None:
    from docx import Document

    made = render_gap(report, "docx")
    assert isinstance(made, bytes)
    document = Document(io.BytesIO(made))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert "◐ partial" in cells
    assert any("person below eighteen" in cell for cell in cells)
    assert any("Transfer (1, in part: selling only): “trade in people" in cell for cell in cells)


def test_excel_has_its_sheets_and_no_formula(report: Report) -> None:
    made = render_gap(report, "xlsx")
    assert isinstance(made, bytes)
    with zipfile.ZipFile(io.BytesIO(made)) as book:
        names = book.read("xl/workbook.xml").decode()
        sheets = [book.read(name).decode() for name in book.namelist() if name.startswith("xl/worksheets/sheet")]
        words = book.read("xl/sharedStrings.xml").decode()
    assert "Transfer (selling only)" in words
    assert "Transfer (1, in part: selling only)" in words
    for name in ("Provisions", "Elements", "Defects", "Penalties", "About"):
        assert f'name="{name}"' in names
    assert not any("<f>" in sheet for sheet in sheets)


def test_the_summary_counts_per_strength_and_nature(report: Report) -> None:
    counts = summary(report)
    assert counts["mandatory"] | {"met": 0, "partial": 0, "gap": 0} == dict.fromkeys(counts["mandatory"], 0)
    total = sum(
        counts[s]["met"] + counts[s]["partial"] + counts[s]["gap"] for s in ("mandatory", "qualified", "interpretive")
    )
    assert total == 3
    assert counts["not_legislative"] == 1
    assert sum(sum(c.values()) for c in counts["by_nature"].values()) == 3


@pytest.mark.parametrize(
    ("statuses", "expected"),
    [
        (("met", "gap"), 50.0),
        (("met", "partial", "gap", "gap"), 25.0),
        (("elsewhere", "divergence", "gap", "partial"), 50.0),  # both count as met
        (("met", "not_assessed", "unclear"), 100.0),  # nothing said, nothing counted
        (("not_assessed",), None),
    ],
)
def test_the_rate_counts_mandatory_duties_assessed(
    report: Report, statuses: tuple[str, ...], expected: float | None
) -> None:
    mandatory = replace(report.provisions[1], strength="mandatory", nature="legislative")
    provisions = tuple(replace(mandatory, status=status) for status in statuses)
    assert rate(replace(report, provisions=provisions)) == expected


def test_what_a_measure_can_answer_is_counted_apart_from_the_gaps(report: Report) -> None:
    gap = replace(report.provisions[1], strength="mandatory", status="gap")
    law_needed, either = (replace(gap, nature=nature) for nature in ("legislative", "law_or_measure"))
    made = replace(report, provisions=(law_needed, either, either))
    counts = summary(made)["mandatory"]
    assert (counts["gap"], counts["not_in_legislation"]) == (1, 2)
    assert summary(made)["by_nature"]["law_or_measure"]["gap"] == 0
    met = replace(gap, nature="legislative", status="met")
    assert rate(replace(made, provisions=(met, either, either))) == 100.0


def words_of(report: Report, form: str) -> str:
    """All that a person reads in a form of the report, in one line."""
    made = render_gap(report, form)
    if isinstance(made, bytes):
        with zipfile.ZipFile(io.BytesIO(made)) as book:
            made = " ".join(book.read(name).decode() for name in book.namelist() if name.endswith(".xml"))
    return " ".join(made.split())


@pytest.mark.parametrize("form", sorted(set(GAP_FORMATS) - {"json", "csv"}))
def test_people_read_that_it_is_not_in_legislation(report: Report, form: str) -> None:
    gap = replace(report.provisions[3], status="gap")
    either = replace(report, provisions=(replace(gap, nature="law_or_measure"),))
    assert "□ not in legislation" in words_of(either, form)
    law_needed = words_of(replace(report, provisions=(replace(gap, nature="legislative"),)), form)
    assert "○ gap" in law_needed
    assert "1 not in legislation" not in law_needed


@pytest.mark.parametrize("form", sorted(set(GAP_FORMATS) - {"json", "csv"}))
def test_silence_is_told_as_silence(report: Report, form: str) -> None:
    silent = replace(
        report.defects[0],
        id="no-attempt",
        basis="silence",
        silence="no rule was found that makes the attempt punishable",
    )
    told = words_of(replace(report, defects=(silent,)), form)
    assert "No rule was found that makes the attempt punishable" in told
    assert "Attempt not covered" not in told
    assert "No rule was found" not in words_of(report, form)


@pytest.mark.parametrize("form", sorted(set(GAP_FORMATS) - {"csv"}))
def test_what_is_not_told_for_want_of_a_sound_reading_is_said(report: Report, form: str) -> None:
    told = words_of(replace(report, withheld={"no-attempt": "2 of the five acts were found"}), form)
    assert "2 of the five acts were found" in told
    assert "no-attempt" in told


def test_an_unknown_form_is_a_usage_error(report: Report) -> None:
    with pytest.raises(UsageError, match="CT004"):
        render_gap(report, "pdf")


@pytest.mark.parametrize("form", GAP_FORMATS)
def test_any_title_can_be_written(form: str) -> None:
    """A title may be longer than Word's own limit, and a bad conversion leaves control characters in it."""
    assert render_gap(build(law(title="Law \x1b[31m\x00\x0c of " + "very " * 100 + "long name")), form)


def test_no_escape_code_of_a_statute_reaches_the_terminal() -> None:
    assert "\x1b" not in text(build(law(title="Act \x1b[2J")), "table")


@pytest.mark.parametrize(
    ("status", "told"),
    [
        ("partial", True),
        ("gap", True),
        ("unclear", True),
        ("met", False),
        ("divergence", False),
        ("not_assessed", False),
    ],
)
def test_what_was_not_found_is_told_only_where_something_was_looked_for_and_needed(status: str, told: bool) -> None:
    report = build(law())
    partial = replace(report.provisions[1], status=status)  # type: ignore[arg-type]
    assert ("not found: Fraud" in text(replace(report, provisions=(partial,)), "table")) == told
