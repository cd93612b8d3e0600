"""What the site says in words: counted from the cells, never a judgement, and nothing of a state that was not read."""

from __future__ import annotations

import dataclasses
import io
import json
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

import pytest
from lxml import etree, html

from ctip_law import corpus
from ctip_law.errors import UsageError
from ctip_law.framework.state_facts import states
from ctip_law.report.data import ANSWERED
from ctip_law.site import described, downloads, feeds, told
from ctip_law.site.build import _address
from ctip_law.site.data import questions
from ctip_law.site.nouns import CountryView, SiteData
from ctip_law.site.pages import render
from ctip_law.site.tiles import tiles
from ctip_law.site.views import ORDER, counted_in, look, size
from tests.site.conftest import NASTY
from tests.site.test_pages import JUDGING, content, page


def country(site: SiteData, code: str) -> CountryView:
    return next(one for one in site.countries if one.code == code)


def with_statuses(site: SiteData, rows: Mapping[str, tuple[str, ...]]) -> SiteData:
    """The site with the statuses of some duties set, one for each country, and no verdict on every other duty."""
    views = []
    for n, view in enumerate(site.countries):
        cells = dict(view.cells)
        for one in site.judged:
            status = rows[one.id][n] if one.id in rows else "unclear"
            finding = dataclasses.replace(cells[one.id].finding, status=cast(Any, status), principal="")
            cells[one.id] = dataclasses.replace(cells[one.id], finding=finding)
        views.append(dataclasses.replace(view, cells=cells))
    return dataclasses.replace(site, countries=tuple(views))


MET, OPEN, PART, NONE = "met", "gap", "partial", "unclear"
IN_FULL = "a provision answers this duty in full."


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (
            {"tip-3b": (MET, MET, MET, MET), "tip-3c": (OPEN, OPEN, OPEN, MET), "tip-3d": (MET, MET, OPEN, PART)},
            [
                ("tip-3b", "In all 4 countries a provision answers this duty in full."),
                (
                    "tip-3c",
                    "In 3 of 4 countries no provision on it was found in the laws read; "
                    "general law was not read.",
                ),
                (
                    "tip-3d",
                    "In 2 of 4 countries it is answered in full; in 1 it is answered in part, "
                    "in 1 no provision was found.",
                ),
            ],
        ),
        # a country without a verdict is not counted
        ({"tip-3b": (MET, NONE, MET, OPEN)}, [("tip-3b", f"In 2 of 3 countries {IN_FULL}")]),
        ({"tip-3b": (MET, NONE, NONE, NONE)}, [("tip-3b", f"In the one country {IN_FULL}")]),
        ({}, []),
    ],
)  # fmt: skip
def test_findings_are_counted(
    site: SiteData, rows: dict[str, tuple[str, ...]], said: list[tuple[str, str]]
) -> None:
    found = told.findings(with_statuses(site, rows))
    assert [(one.provision.id, one.words) for one in found] == said
    assert not re.search(JUDGING, " ".join(one.words for one in found), re.IGNORECASE)


def test_the_same_count_of_another_duty_is_told(site: SiteData) -> None:
    rows = {"tip-3b": (MET, MET, MET, MET), "tip-3c": (MET, MET, MET, MET)}
    first = told.findings(with_statuses(site, rows))[0]
    assert (first.provision.id, first.others) == ("tip-3b", 1)


def test_prose_counts_every_duty_once(site: SiteData) -> None:
    for view in site.countries:
        first, *rest = told.prose(view, site.judged)
        counts = [int(n) for n in re.findall(r"(\d+) (?:answered|with no|without)", first)]
        assert sum(counts) == len(site.judged)
        assert f"Of {view.name}, " in first
        named = sum(one.counts_as == "mandatory" for one in site.judged)
        assert sum(len(sentence.split("; ")) for sentence in rest) == named


def test_a_bill_and_a_repealed_act_are_marked(site: SiteData) -> None:
    view = country(site, "PK")
    law = view.laws[0]
    bill = dataclasses.replace(law, law=dataclasses.replace(law.law, kind="bill"))
    repealed = dataclasses.replace(law, entry=dataclasses.replace(law.entry, title="Kite Act (repealed)"))
    near = dataclasses.replace(law, entry=dataclasses.replace(law.entry, title="Kite Act (Repealing) Act"))
    extract = dataclasses.replace(law, law=dataclasses.replace(law.law, complete=False))
    amending = dataclasses.replace(law, law=dataclasses.replace(law.law, kind="amending"))
    assert (law.marks, bill.marks, repealed.marks) == ((), ("bill",), ("repealed",))
    assert amending.marks == ("amending",)
    assert dataclasses.replace(view, laws=(amending, extract)).marks == ("amending in part", "extract in part")
    assert (near.marks, extract.marks) == ((), ("extract",))
    assert dataclasses.replace(view, laws=(bill,)).marks == ("bill",)
    assert dataclasses.replace(view, laws=(bill, law)).marks == ("bill in part",)
    for laws, words in (
        ((repealed,), "Of Pakistan, one law (repealed) was read and held"),
        ((extract,), "Of Pakistan, one law (an extract) was read"),
        ((law,), "Of Pakistan, one law was read"),
        ((bill, law, bill), "Of Pakistan, 3 laws (2 of them bills) were read and held"),
        ((bill, bill), "Of Pakistan, 2 laws (both bills) were read"),
        ((extract, extract, extract), "Of Pakistan, 3 laws (all of them extracts) were read"),
    ):
        assert words in told.prose(dataclasses.replace(view, laws=laws), site.judged)[0]
    assert "Of Pakistan, one bill was read" in told.prose(dataclasses.replace(view, laws=(bill,)), site.judged)[0]


def test_marks_stand_wherever_a_verdict_is_read(
    site: SiteData, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(downloads, "reports", lambda site: {})
    laws = country(site, "PK").laws
    law = laws[0]
    bills = tuple(dataclasses.replace(one, law=dataclasses.replace(one.law, kind="bill")) for one in laws)
    views = tuple(dataclasses.replace(v, laws=bills) if v.code == "PK" else v for v in site.countries)
    asked = questions(views, site.instruments)
    render(dataclasses.replace(site, countries=views, questions=asked), tmp_path)
    pages = ("", "matrix", "matrix/duties", "country", "country/pk", "provision/tip-3a", "region", "law", law.page)
    for name in (*pages, "question/time-to-recover"):
        words = (tmp_path / "docs" / name / "index.md").read_text(encoding="utf-8")
        assert re.search(r">bill<|\(bill\)|Read as: bill", words), name
    held = json.loads((tmp_path / "docs" / "data" / "compare.json").read_text(encoding="utf-8"))
    assert held["marks"]["pk"] == ["bill"]


@pytest.mark.parametrize(("times", "drawn"), [(1, True), (18, False)])
def test_signs_of_a_large_matrix_are_letters_and_not_drawn(
    site: SiteData, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, times: int, drawn: bool
) -> None:
    monkeypatch.setattr(downloads, "reports", lambda site: {})
    render(dataclasses.replace(site, countries=site.countries * times), tmp_path)
    cell = re.search(r"<td class=\"\w+\"><a [^>]*>(<\w+)", (tmp_path / "docs/matrix/index.md").read_text("utf-8"))
    assert cell is not None
    assert cell[1] == ("<svg" if drawn else "<i")


def test_every_member_of_the_bali_process_has_a_tile_and_no_two_share_a_place(site: SiteData) -> None:
    made = tiles(site)
    assert {one.code for one in made} == {code for code, one in states().items() if one.bali_process}
    assert len(made) == 45
    assert len({(one.row, one.column) for one in made}) == 45
    read = {view.code for view in site.countries}
    assert {one.code for one in made if one.read} == read & {one.code for one in made}


def test_no_text_is_said_only_of_states_of_which_none_is_held(site: SiteData, built: Path) -> None:
    without = {one.code for one in site.states}
    assert without
    assert not without & {*corpus.countries(), *(view.code for view in site.countries)}
    for one in site.states:
        said = content(page(built, one.page))
        assert "We hold no text: nothing was assessed." in said
    # a country of the corpus that this build leaves out has a tile, no page and no such sentence
    left_out = {one.code for one in tiles(site)} - without - {view.code for view in site.countries}
    assert left_out
    assert not any((built / "country" / code.lower()).exists() for code in left_out)


def test_unverified_treaty_facts_are_never_shown_as_certain(site: SiteData, built: Path) -> None:
    checked = 0
    for one in site.states:
        rows = page(built, one.page).xpath("//caption[contains(., 'stands towards')]/../tbody/tr")
        for row, fact in zip(rows, one.treaties, strict=True):
            flags = row.xpath("./td[1]//span[@class='ctip-flag']")
            assert bool(flags) is not fact.checked
            checked += not fact.checked
    assert checked


def test_sources_are_numbered_and_their_keys_not_shown(site: SiteData, built: Path) -> None:
    view = country(site, "PK")
    tree = page(built, view.page)
    shown = {link.text_content() for link in tree.xpath("//a[@class='ctip-src']")}
    assert shown
    assert shown <= {f"[{n}]" for n in range(1, len(view.sources) + 1)}


def test_each_cell_of_the_matrix_names_the_section_of_the_evidence(site: SiteData, built: Path) -> None:
    links = page(built, "matrix").xpath("//table[@id='matrix']//td/a")
    cells = [
        view.cells[one.id] for view in site.countries for group in site.groups for one in group.provisions
    ]
    for link, cell in zip(links, cells, strict=True):
        assert link.xpath("./svg/use/@href") == [f"#s-{cell.status}"]
        number = link.xpath("./b/text()")
        assert number == list(cell.numbers[:1])
        assert not number or number[0] in {found.num for found in cell.finding.evidence}


def test_both_ways_of_the_matrix_have_the_same_cells(site: SiteData, built: Path) -> None:
    across = page(built, "matrix").xpath("//table[@id='matrix']//td/a/@aria-label")
    down = page(built, "matrix/duties").xpath("//table[contains(@class, 'turned')]//td/a/@aria-label")
    assert sorted(across) == sorted(down)
    assert len(down) == len(site.countries) * len(site.judged)


def test_bars_count_what_the_cells_say(site: SiteData) -> None:
    for view in site.countries:
        for group in site.groups:
            counted = counted_in(view, group)
            assert sum(n for _, n in counted) == len(group.provisions)
            assert [name for name, _ in counted] == [name for name in ORDER if name in dict(counted)]


def test_where_one_would_look_answers_duties_of_the_same_subject(site: SiteData) -> None:
    seen = 0
    for view in site.countries:
        for one in site.judged:
            kin = [view.cells[p.id] for p in site.judged if p.cluster == one.cluster]
            held = {place for cell in kin if cell.status in (*ANSWERED, "partial") for place in cell.places}
            places = look(site, view, one)
            assert set(places) <= held
            assert len(places) <= 3
            seen += bool(places)
    assert seen


def test_the_clause_that_proves_most_stands_first(site: SiteData) -> None:
    several = [cell for view in site.countries for cell in view.cells.values() if len(cell.excerpts) > 1]
    assert several
    for cell in several:
        proved = [len({span.number for span in one.spans if not span.weak}) for one in cell.strongest]
        assert proved == sorted(proved, reverse=True)
        assert set(cell.strongest) == set(cell.excerpts)


def test_feeds_are_sound_and_markup_in_them_is_inert(site: SiteData, built: Path) -> None:
    tree = etree.fromstring((built / "feed.xml").read_bytes())
    space = {"a": "http://www.w3.org/2005/Atom"}
    titles = [one.text or "" for one in tree.iterfind("a:entry/a:title", space)]
    assert any(NASTY in title for title in titles)
    days = [one.text or "" for one in tree.iterfind("a:entry/a:updated", space)]
    assert days == sorted(days, reverse=True)
    told_json = json.loads((built / "feed.json").read_text(encoding="utf-8"))
    assert [one["title"] for one in told_json["items"]] == titles
    assert len({one["id"] for one in told_json["items"]}) == len(site.laws)
    assert all((built / one["url"]).is_file() for one in told_json["items"])
    assert feeds.feeds(site, "https://example.org/x/")["feed.xml"].count("https://example.org/x/law/") == len(site.laws)


def test_the_data_set_is_described_and_ends_no_script(site: SiteData, built: Path) -> None:
    (script,) = page(built, "data").xpath("//script[@type='application/ld+json']")
    made = json.loads(script.text)
    assert made["@type"] == "Dataset"
    assert "</" not in described.dataset(site, "")


def test_a_country_has_its_report_to_take_along(site: SiteData, built: Path) -> None:
    for view in site.countries:
        links = page(built, view.page).xpath("//a[@download]/@href")
        assert f"../../data/country/{view.slug}.docx" in links
        word = zipfile.ZipFile(io.BytesIO((built / f"data/country/{view.slug}.docx").read_bytes()))
        assert "word/document.xml" in word.namelist()


def test_every_page_is_described(built: Path) -> None:
    for name in ("", "matrix", "country/pk", "country/vu", "provision/tip-3a"):
        tree = page(built, name)
        (said,) = tree.xpath("//meta[@property='og:description']/@content")
        assert said == tree.xpath("//meta[@name='description']/@content")[0]
        assert len(said) > 20
    lost = html.fromstring((built / "404.html").read_bytes())
    assert lost.xpath("//h1[. = 'This page is not here']")


@pytest.mark.parametrize(
    ("given", "taken"),
    [("", ""), ("https://example.org", "https://example.org/"), ("http://example.org/laws/", "http://example.org/laws/")],
)
def test_the_address_of_the_site(given: str, taken: str) -> None:
    assert _address(given) == taken


@pytest.mark.parametrize(
    "given", ["example.org", "ftp://example.org", "https://", "https://example.org/?a=1", "https://a b"]
)
def test_what_is_no_address_is_refused(given: str) -> None:
    with pytest.raises(UsageError, match="CT004"):
        _address(given)


@pytest.mark.parametrize(
    ("data", "said"), [("", "0"), ("x", "0.1"), ("é" * 50, "0.1"), (b"x" * 101, "0.2"), (b"x" * 1000, "1")]
)
def test_sizes_are_rounded_up(data: str | bytes, said: str) -> None:
    assert size(data) == said
