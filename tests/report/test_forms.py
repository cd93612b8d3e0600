"""Each form of the gap analysis says the same, in its own way, and the same bytes every time."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from ctip_law import render_gap
from ctip_law.errors import InputError, UsageError
from ctip_law.model import Report
from ctip_law.report.data import rate, summary
from ctip_law.report.render import GAP_FORMATS
from tests.report.conftest import build, law
from tests.report.reading import read, written


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
    assert "Not read: CT101" in text(report, "table", errors=[error])
    for form in ("md", "html", "docx", "xlsx", "pdf"):
        assert "code.txt: there is no such file." in read(report, form, errors=[error])
    assert json.loads(text(report, "json", errors=[error]))["errors"][0]["path"] == "code.txt"


@pytest.mark.parametrize("form", GAP_FORMATS)
def test_the_same_report_gives_the_same_bytes(report: Report, form: str) -> None:
    made = written(report, form)
    assert made
    assert made == written(report, form)
    assert isinstance(made, bytes) == (form in ("docx", "xlsx", "pdf"))


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


#: Forms that people read.
FOR_PEOPLE = ("table", "md", "html", "docx", "xlsx", "pdf")


@pytest.mark.parametrize("form", FOR_PEOPLE)
def test_people_read_that_it_is_not_in_legislation(report: Report, form: str) -> None:
    gap = replace(report.provisions[3], status="gap")
    either = replace(report, provisions=(replace(gap, nature="law_or_measure"),))
    assert "□ not in legislation" in read(either, form)
    law_needed = read(replace(report, provisions=(replace(gap, nature="legislative"),)), form)
    assert "○ gap" in law_needed
    assert "1 not in legislation" not in law_needed


@pytest.mark.parametrize("form", FOR_PEOPLE)
def test_silence_is_told_as_silence(report: Report, form: str) -> None:
    silent = replace(
        report.defects[0],
        id="no-attempt",
        basis="silence",
        silence="no rule was found that makes the attempt punishable",
    )
    told = read(replace(report, defects=(silent,)), form)
    assert "No rule was found that makes the attempt punishable" in told
    assert "Attempt not covered" not in told
    assert "No rule was found" not in read(report, form)


@pytest.mark.parametrize("form", [*FOR_PEOPLE, "json"])
def test_what_is_not_told_for_want_of_a_sound_reading_is_said(report: Report, form: str) -> None:
    told = read(replace(report, withheld={"no-attempt": "2 of the five acts were found"}), form)
    assert "2 of the five acts were found" in told
    assert ("no-attempt" if form in ("table", "json") else "Attempt not covered") in told


def test_an_unknown_form_is_a_usage_error(report: Report) -> None:
    with pytest.raises(UsageError, match="CT004"):
        render_gap(report, "odt")


@pytest.mark.parametrize("form", GAP_FORMATS)
def test_any_title_can_be_written(form: str) -> None:
    """A title may be longer than Word's own limit, and a bad conversion leaves control characters in it."""
    assert written(build(law(title="Law \x1b[31m\x00\x0c of " + "very " * 100 + "long name")), form)


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
