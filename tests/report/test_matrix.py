"""Several countries side by side."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from ctip_law.errors import UsageError
from ctip_law.model import Report
from ctip_law.report.matrix import COMPARED, matrix, render_matrix
from tests.report.conftest import build, law


def country(code: str) -> Report:
    return replace(build(law(f"/akn/{code.lower()}/act/2020/1")), country=code)


def test_a_row_for_each_provision_and_a_column_for_each_country() -> None:
    table = render_matrix(matrix([country("SG"), country("TZ")]))
    row = next(line for line in table.splitlines() if line.startswith("3(a)"))
    assert row.split()[-4:] == ["◐", "1", "◐", "1"]
    assert "SG Singapore; TZ Tanzania" in table
    assert "first section to cite" in table
    assert max(map(len, table.splitlines())) <= 80


def test_the_counts_of_a_country_add_up_to_its_rows() -> None:
    made = matrix([country("SG"), country("TZ")])
    assert [made.count(0, [status]) for status in ("met", "partial", "gap")] == [1, 1, 1]
    assert len(made.rows) == 3


def test_many_countries_stand_in_further_tables() -> None:
    codes = ["SG", "TZ", "NA", "PK", "MY", "TH", "ID", "LK", "IE", "AU", "NZ"]
    table = render_matrix(matrix([country(code) for code in codes]))
    assert max(map(len, table.splitlines())) <= 80
    assert sum(line.startswith("3(a)") for line in table.splitlines()) == 2


def test_one_strength_can_be_asked_for() -> None:
    rows = matrix([country("SG")], ["mandatory"]).rows
    assert {row[0].strength for row in rows} == {"mandatory"}
    assert matrix([country("SG")], ["optional"]).rows == ()


@pytest.mark.parametrize("form", COMPARED)
def test_the_same_matrix_gives_the_same_text(form: str) -> None:
    made = matrix([country("SG"), country("TZ")])
    assert render_matrix(made, form) == render_matrix(made, form)


def test_html_leads_from_a_cell_to_the_finding() -> None:
    page = render_matrix(matrix([country("SG"), country("TZ")]), "html")
    assert 'href="#TZ-tip-3a"' in page
    assert page.count('<tr id="TZ-tip-3a">') == 1
    assert 'aria-label="Tanzania, 3(a): partial"' in page


def test_json_has_each_country_in_each_row() -> None:
    data = json.loads(render_matrix(matrix([country("SG"), country("TZ")]), "json"))
    assert all(list(row["countries"]) == ["SG", "TZ"] for row in data["rows"])


def test_countries_held_against_different_instruments_cannot_be_compared() -> None:
    with pytest.raises(UsageError, match="CT004"):
        matrix([country("SG"), replace(country("TZ"), instruments=("untoc",))])
