"""Several laws together: how many meet each duty, which stand apart, penalties as numbers, which are alike."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ctip_law import compare_region, corpus, parse, render_region
from ctip_law.compare.region import Region, data, group_members, likeness
from ctip_law.errors import UsageError
from ctip_law.model import Law
from ctip_law.report.region import REGION_FORMATS, render
from ctip_law.report.schemas import SCHEMAS
from ctip_law.report.writers import LAID_FORMS
from tests.compare.conftest import law
from tests.report.reading import visible

HEAD = """LANTERN ACT {year}
1. Trafficking in persons
A person commits trafficking in persons who recruits, transports, transfers, harbours or receives another person by
threat, force, abduction, fraud, deception or abuse of power for the purpose of exploitation, and is liable to
imprisonment for {term}.
2. Exploitation
Exploitation includes forced labour, slavery, servitude, prostitution of others and the removal of organs.
"""
CONSENT = "3. Consent\nThe consent of the victim to the exploitation is irrelevant.\n"
KITES = "KITES ACT 1999\n1. Kites\nA person must not fly a kite near a road.\n2. Fines\nThe court fines.\n"


def lantern(year: int, term: str, more: str = "") -> Law:
    return law(HEAD.format(year=year, term=term) + more, f"act-{year}")


def members(*laws: Law) -> list[tuple[str, str, Sequence[Law]]]:
    return [(f"L{n}", f"Land {n}", [one]) for n, one in enumerate(laws, 1)]


@pytest.fixture(scope="module")
def five() -> Region:
    """Four acts with a rule on consent and one without; four terms of about ten years and one of thirty."""
    acts = [lantern(2001 + n, f"{term} years", CONSENT) for n, term in enumerate(("8", "10", "10", "12"))]
    return compare_region(members(*acts, lantern(2009, "30 years")))


def duty(made: Region, id: str) -> dict[str, object]:
    return next(row for row in data(made)["provisions"] if row["id"] == id)


def test_each_duty_is_counted_once_for_each_law(five: Region) -> None:
    rows = data(five)["provisions"]
    assert rows
    assert all(sum(row["counts"].values()) == 5 for row in rows)
    assert all(row["judged"] == 5 - row["counts"]["open"] for row in rows)


def test_four_of_five_have_consent_and_the_fifth_stands_apart(five: Region) -> None:
    row = duty(five, "tip-3b")
    assert row["counts"] == {"met": 4, "in_part": 0, "none": 1, "open": 0}
    assert row["met_percent"] == 80.0
    assert row["outliers"] == ["L5"]


def test_of_three_laws_no_outlier_can_be_said() -> None:
    made = compare_region(members(lantern(2001, "9 years", CONSENT), lantern(2002, "9 years", CONSENT), law(KITES)))
    assert duty(made, "tip-3b")["outliers"] == []


def test_good_examples_name_law_and_section(five: Region) -> None:
    examples = duty(five, "tip-3b")["examples"]
    assert isinstance(examples, list)
    assert [one["member"] for one in examples] == ["L1", "L2", "L3"]
    assert all(place["sections"] == ["3"] for one in examples for place in one["places"])


def test_of_a_bundle_the_law_is_named_that_the_section_stands_in() -> None:
    bundle = [law(KITES, "kites"), lantern(2001, "9 years", CONSENT), lantern(2003, "9 years")]
    made = compare_region([("L1", "Land 1", bundle), ("L2", "Land 2", [law(KITES)])], provision="tip-3b")
    [example] = duty(made, "tip-3b")["examples"]  # type: ignore[misc]
    assert example["places"] == [{"law": "LANTERN ACT 2001", "sections": ["3"]}]


def test_penalties_are_numbers_with_their_middle_and_what_is_far_from_it(five: Region) -> None:
    told = data(five)["penalties"]
    assert [row["most_years"] for row in told["rows"]] == [8, 10, 10, 12, 30]
    assert all(row["section"] == "1" for row in told["rows"])
    assert told["spread"]["most_years"] == {"laws": 5, "middle": 10, "lowest": 8, "highest": 30}
    assert [(one["member"], one["years"]) for one in told["outliers"] if one["field"] == "most_years"] == [("L5", 30)]


#: Terms of the offence in each land, and the lands whose longest term is far from the middle one.
FAR = [
    (("10 years", "10 years", "30 years"), []),  # of three no middle can be said
    (("10 years", "10 years", "10 years", "30 years"), ["L4"]),
    (("10 years", "10 years", "10 years", "20 years"), []),  # twice as long is not far
    (("10 years", "10 years", "10 years", "21 years"), ["L4"]),
    (("10 years", "10 years", "10 years", "5 years"), []),
    (("10 years", "10 years", "10 years", "4 years"), ["L4"]),
]


@pytest.mark.parametrize(("terms", "far"), FAR)
def test_a_term_is_far_from_the_middle_of_four_at_least_and_beyond_its_double_or_half(
    terms: tuple[str, ...], far: list[str]
) -> None:
    acts = [lantern(2001 + n, term) for n, term in enumerate(terms)]
    told = data(compare_region(members(*acts), provision="tip-5-1"))["penalties"]["outliers"]
    assert [one["member"] for one in told if one["field"] == "most_years"] == far


@pytest.mark.parametrize(
    ("term", "life"), [("life", True), ("9 years", False), ("a term of 9 years and a fine", False)]
)
def test_life_is_said_of_the_law_that_threatens_it(term: str, life: bool) -> None:
    acts = members(lantern(2001, term), law(KITES))
    [row, _] = data(compare_region(acts, provision="tip-5-1"))["penalties"]["rows"]
    assert (row["section"], row["life"]) == ("1", life)


def test_a_law_without_a_penalty_has_no_number() -> None:
    told = data(compare_region(members(lantern(2001, "9 years"), law(KITES))))["penalties"]["rows"]
    assert told[1]["section"] == ""
    assert told[1]["most_years"] is None
    assert not told[1]["life"]


@pytest.mark.parametrize(
    ("one", "two", "percent"),
    [
        ([1, 1, 0], [1, 1, 0], 100.0),
        ([1, 0, 0], [0, 1, 0], 0.0),
        ([1, 0.5, 0], [1, 1, 0], 75.0),
        ([1, 1, 0], [1, 1, 1], 66.7),
        ([0, 0, 0], [0, 0, 0], None),
    ],
)
def test_likeness_is_what_both_have_of_what_either_has(
    one: list[float], two: list[float], percent: float | None
) -> None:
    assert likeness(one, two) == percent


@settings(deadline=None, max_examples=50)
@given(st.lists(st.tuples(st.sampled_from([0.0, 0.5, 1.0]), st.sampled_from([0.0, 0.5, 1.0])), min_size=1))
def test_likeness_goes_both_ways_and_is_whole_with_itself(pairs: list[tuple[float, float]]) -> None:
    one, two = [a for a, _ in pairs], [b for _, b in pairs]
    assert likeness(one, two) == likeness(two, one)
    assert likeness(one, one) == (100.0 if any(one) else None)


def test_a_law_is_most_like_its_twin(five: Region) -> None:
    alike = {row["member"]: row["to"] for row in data(five)["alike"]}
    assert alike["L1"][0] == {"member": "L2", "percent": 100.0}
    assert alike["L5"][0]["percent"] < 100


def test_nothing_is_ranked_unless_it_is_asked_for(five: Region) -> None:
    assert data(five)["ranking"] is None
    assert "Places by" not in render_region(five)
    acts = members(law(KITES), lantern(2002, "9 years", CONSENT), lantern(2003, "9 years", CONSENT))
    ranked = compare_region(acts, ranked=True)
    assert [(one["place"], one["member"]) for one in data(ranked)["ranking"]] == [(1, "L2"), (1, "L3"), (3, "L1")]
    assert "Places by" in render_region(ranked)


def test_a_country_whose_own_law_is_not_held_counts_in_no_share_and_has_no_place() -> None:
    laws = {code: [parse(path) for path in corpus.files(code)] for code in ("SG", "TH", "PH")}
    made = compare_region([(code, code, laws[code]) for code in laws], ranked=True)
    last = data(made)["ranking"][-1]
    assert (last["member"], last["place"], last["percent"]) == ("PH", None, None)
    assert all(row["judged"] <= 2 for row in data(made)["provisions"])
    assert "PH: not held" in " ".join(render_region(made).split())


@pytest.mark.parametrize("form", REGION_FORMATS)
def test_every_form_is_written_and_the_same_twice(five: Region, form: str) -> None:
    if form == "pdf":
        pytest.importorskip("typst", reason="typst, of the extra `pdf`, is not installed")
    made = render_region(five, form)
    assert made == render_region(five, form)
    assert "L5" in visible(made, form)


@pytest.mark.parametrize("form", LAID_FORMS)
def test_every_document_has_figures_examples_each_law_and_penalties(five: Region, form: str) -> None:
    if form == "pdf":
        pytest.importorskip("typst", reason="typst, of the extra `pdf`, is not installed")
    told = visible(render_region(five, form), form)
    for words in ("Land 5", "Consent irrelevant", "80 %", "L1 (3)", "What the signs mean", "Heaviest", "Most like it"):
        assert words in told, words
    assert "tip-3b" not in told


def test_the_columns_of_penalties_stand_apart(five: Region) -> None:
    made = json.loads(render_region(five, "json"))
    rows = [{**row, "life": True, "death": True} for row in made["penalties"]["rows"]]
    told = render({**made, "penalties": {**made["penalties"], "rows": rows}}, "table")
    assert len(re.findall(r"life, death(?:  \S|$)", told, re.M)) == len(rows)


def test_the_table_fits_a_terminal(five: Region) -> None:
    assert max(map(len, render_region(five).splitlines())) <= 80


def test_the_json_is_as_the_schema_says(five: Region) -> None:
    SCHEMAS["region"].model_validate_json(render_region(five, "json"))


def test_the_csv_has_a_row_for_each_duty_and_a_column_for_each_law(five: Region) -> None:
    rows = list(csv.DictReader(io.StringIO(render_region(five, "csv"))))
    ids = [row["id"] for row in json.loads(render_region(five, "json"))["provisions"]]
    assert [row["provision"] for row in rows] == ids
    assert {row["L5"] for row in rows if row["provision"] == "tip-3b"} == {"gap"}


@pytest.mark.parametrize("name", ["=HYPERLINK(1)", "<script>x</script>", "| a |", "+1"])
def test_a_hostile_title_does_nothing_in_any_form(name: str) -> None:
    made = compare_region([(name, name, [lantern(2001, "9 years")]), ("L2", "L2", [law(KITES)])])
    assert "<script>" not in render_region(made, "html")
    head = next(csv.reader(io.StringIO(render_region(made, "csv"))))
    assert not [cell for cell in head if cell.startswith(("=", "+"))]


def test_a_lens_and_provisions_leave_duties_out(five: Region) -> None:
    acts = members(lantern(2001, "9 years"), law(KITES))
    seen = data(compare_region(acts, lens="children"))
    assert seen["lens"] == "children"
    assert {"tip-3c", "tip-3d"} <= {row["id"] for row in seen["provisions"]}
    assert "tip-7-1" not in {row["id"] for row in seen["provisions"]}
    assert [row["id"] for row in data(compare_region(acts, provision="tip-3b"))["provisions"]] == ["tip-3b"]


@pytest.mark.parametrize(
    ("given", "code"),
    [({"group": "atlantis"}, "CT004"), ({"lens": "sea"}, "CT004"), ({"provision": "tip-99"}, "CT003")],
)
def test_a_wrong_name_is_told_with_what_there_is(given: dict[str, str], code: str) -> None:
    with pytest.raises(UsageError) as error:
        compare_region(members(law(KITES), law(KITES)), **given)  # type: ignore[arg-type]
    assert error.value.code == code


def test_one_law_alone_is_no_comparison() -> None:
    with pytest.raises(UsageError, match="CT007"):
        compare_region(members(law(KITES)))


def test_the_groups_of_states_are_those_of_the_facts() -> None:
    assert len(group_members("bali")) == 45
    assert "SG" in group_members("asean")
    assert "PK" not in group_members("asean")


def test_a_sheet_of_several_parts_is_named_by_what_stands_above_them(five: Region) -> None:
    openpyxl = pytest.importorskip("openpyxl", reason="openpyxl, of the extra `evaluate`, is not installed")
    book = openpyxl.load_workbook(io.BytesIO(bytes(render_region(five, "xlsx"))))  # type: ignore[arg-type]
    names = book.sheetnames
    assert names[:4] == ["Text", "What was read", "Duty by duty", "Law by law"]
    parts = {row[0].value for row in book["Law by law"].iter_rows(min_row=2)}
    assert {"Mandatory duties", "Qualified duties"} <= parts
