"""What the pages show is what the gap analysis found: same words, same places, same counts."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
from collections import Counter
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ctip_law.corpus import Entry
from ctip_law.errors import UsageError
from ctip_law.model import Clause, Evidence, Report
from ctip_law.site import apart, downloads
from ctip_law.site.data import site_data
from ctip_law.site.nouns import Cell, Excerpt, Place, SiteData, Span
from ctip_law.site.places import LONGEST, Places
from tests.site.conftest import COUNTRIES, WORDS, nasty_law

PLACE = Place("law/x", "sec_1", "section 1", "X")


def cells(site: SiteData) -> list[Cell]:
    return [cell for country in site.countries for cell in country.cells.values()]


def test_every_country_has_a_cell_for_every_provision(site: SiteData) -> None:
    wanted = [one.id for one in site.provisions]
    assert {country.code for country in site.countries} == {*COUNTRIES, "VU"}
    assert all(list(country.cells) == wanted for country in site.countries)


def test_countries_stand_in_the_order_of_their_names(site: SiteData) -> None:
    names = [country.name for country in site.countries]
    assert names == sorted(names)


def test_the_columns_are_the_duties_that_ask_something_of_a_statute(site: SiteData) -> None:
    grouped = [one.id for group in site.groups for one in group.provisions]
    assert sorted(grouped) == sorted(one.id for one in site.judged)
    assert {one.nature for one in site.judged} == {"legislative", "law_or_measure"}


def test_marked_words_are_the_evidence_of_the_ledger(
    site: SiteData, reports: list[tuple[Report, Sequence[Entry]]]
) -> None:
    ledgers = {report.country: report.ledger for report, _ in reports}
    checked = 0
    for cell in cells(site):
        marked = {
            span.element: excerpt.text[span.start : span.end] for excerpt in cell.excerpts for span in excerpt.spans
        }
        elements = ledgers[cell.country].elements
        quotes = {one.element: elements[one.element].evidence[0].quote for one in cell.found}
        # a mark may leave out a heading and a list letter in front of the proving words, never any of these
        assert all(words.strip() and quotes[one].endswith(words) for one, words in marked.items())
        assert marked.keys() == quotes.keys()
        checked += len(marked)
    assert checked > 100


def test_an_excerpt_is_a_slice_of_the_law(site: SiteData) -> None:
    texts = {law.page: law.law.text for law in site.laws}
    for cell in cells(site):
        for excerpt in cell.excerpts:
            assert texts[excerpt.place.page][excerpt.start :].startswith(excerpt.text)
            assert len(excerpt.text) <= LONGEST or excerpt.cut_before or excerpt.cut_after or "\n" not in excerpt.text


def test_every_place_is_a_clause_of_its_law(site: SiteData) -> None:
    eids = {law.page: {clause.eid for top in law.law.clauses for clause in top.walk()} for law in site.laws}
    places = [place for cell in cells(site) for place in (*cell.places, *cell.candidates)]
    places += [place for cell in cells(site) for one in (*cell.found, *cell.wider) for place in one.places]
    assert places
    assert all(place.eid in eids[place.page] for place in places)


def test_a_clause_is_cited_down_to_its_item(site: SiteData) -> None:
    labels = {place.label for cell in cells(site) for place in cell.places}
    assert "section 1" in labels
    assert any(label.startswith("section ") and label.endswith(")") for label in labels)


def test_overlapping_words_are_marked_for_both_elements(site: SiteData) -> None:
    cell = next(country for country in site.countries if country.code == "VU").cells["tip-3a"]
    (excerpt,) = cell.excerpts
    both = [piece for piece in excerpt.pieces() if len(piece.spans) == 2]
    assert [piece.text for piece in both] == ["recruits"]
    assert [one.label for one in cell.found if one.weak] == ["Use of force"]
    assert excerpt.text.endswith(WORDS.strip())


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("Flying of kites\nNo person flies a kite", "No person"),  # the heading is left out
        ("(a) flies a kite", "flies"),  # so is a list letter
        ("No person flies", "No person"),
        ("Flying of kites", "Flying of kites"),  # words that stand in the heading alone stay
        ("kites", "kites"),
    ],
)
def test_a_mark_stands_on_the_proving_words(words: str, first: str) -> None:
    text = "1. Flying of kites\nNo person flies a kite\n(a) flies a kite\n"
    clause = Clause("sec_1", "section", "1", "1.", "Flying of kites", start=0, end=len(text))
    law = dataclasses.replace(nasty_law(), text=text, clauses=(clause,))
    at = text.index(words)
    found = Evidence(law.id, "sec_1", "1", at, at + len(words), words, "rule")
    span = Span(at, at + len(words), 1, "e", "label", "act", False)
    (excerpt,) = Places(law).excerpts([(found, span)])
    (moved,) = excerpt.spans
    assert excerpt.text[moved.start : moved.end].startswith(first)
    assert words.endswith(excerpt.text[moved.start : moved.end])


@given(
    st.text(min_size=1, max_size=40),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=6),
)
def test_pieces_put_together_are_the_text_and_each_span_its_words(text: str, raw: list[tuple[int, int]]) -> None:
    pairs = [(min(a, b), max(a, b)) for a, b in raw if min(a, b) < max(a, b) <= len(text)]
    spans = tuple(Span(a, b, n, f"e{n}", "label", "act", False) for n, (a, b) in enumerate(pairs, 1))
    pieces = list(Excerpt(PLACE, "", text, 0, "en", spans).pieces())
    assert "".join(piece.text for piece in pieces) == text
    for span in spans:
        own = [piece for piece in pieces if span in piece.spans]
        assert "".join(piece.text for piece in own) == text[span.start : span.end]
        assert [piece for piece in pieces if span in piece.ends] == own[-1:]


@pytest.fixture(scope="module")
def files(site: SiteData) -> dict[str, str]:
    return downloads.files(site)


def rows(files: dict[str, str], name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files[name], newline="")))


def test_the_matrix_file_has_a_row_for_each_country_and_duty(site: SiteData, files: dict[str, str]) -> None:
    said = {(row["country"], row["provision"]): row["status"] for row in rows(files, "data/matrix.csv")}
    assert said == {(c.code, one.id): c.cells[one.id].finding.status for c in site.countries for one in site.judged}


def test_the_evidence_file_quotes_the_laws(site: SiteData, files: dict[str, str]) -> None:
    texts = {law.law.id: law.law.text for law in site.laws}
    told = rows(files, "data/evidence.csv")
    assert told
    assert all(texts[row["law"]][int(row["start"]) : int(row["end"])] == row["quote"] for row in told)


@pytest.mark.parametrize("name", list(downloads.COLUMNS))
def test_every_column_is_explained_where_the_data_is_described(files: dict[str, str], name: str) -> None:
    header = files[name].split("\n", 1)[0].split(",")
    assert header == [column for column, _, _ in downloads.COLUMNS[name]]
    package = json.loads(files["data/datapackage.json"])
    resource = next(one for one in package["resources"] if f"data/{one['path']}" == name)
    assert [field["name"] for field in resource["schema"]["fields"]] == header
    assert all(f"  {column} (" in files["data/read-me.txt"] for column in header)


def test_clause_files_say_what_the_cells_say(site: SiteData, files: dict[str, str]) -> None:
    told = json.loads(files["data/clauses/tip-3a.json"])["countries"]
    for cell in site.cells("tip-3a"):
        own = told[cell.country.lower()]
        assert own["status"] == cell.status
        for excerpt in own["excerpts"]:
            assert all(excerpt["text"][s["start"] : s["end"]] == s["words"] for s in excerpt["spans"])


def test_findings_are_what_gap_prints(site: SiteData, files: dict[str, str]) -> None:
    told = json.loads(files["data/findings.json"])
    assert [one["schema"] for one in told] == ["ctip-law/gap/1"] * len(site.countries)
    counted = Counter(p["status"] for one in told for p in one["provisions"])
    assert counted == Counter(cell.finding.status for cell in cells(site))


@pytest.mark.parametrize(
    ("countries", "against", "code"),
    [
        (["Atlantis"], ["tip"], "CT001"),
        (["AQ"], ["tip"], "CT005"),
        ([], ["nosuch"], "CT002"),
        ([], ["binding"], "CT004"),
    ],
)
def test_a_wrong_choice_is_told_before_a_law_is_read(countries: list[str], against: list[str], code: str) -> None:
    heard: list[str] = []
    with pytest.raises(UsageError) as told:
        site_data(countries, against, heard.append)
    assert told.value.code == code
    assert heard == []


def test_the_reports_are_the_same_bytes_for_any_number_of_processes(
    site: SiteData, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the PDF, whose writer has threads, so that the processes may be forked from this one."""
    monkeypatch.setattr(downloads, "REPORTS", ("docx", "xlsx", "csv", "json"))
    monkeypatch.setattr(apart, "_THREADED", ())
    made = [downloads.reports(site, workers) for workers in (1, 2)]
    assert list(made[0].items()) == list(made[1].items())
    assert {name.partition(".")[2] for name in made[0]} == {"docx", "xlsx", "csv", "json"}
