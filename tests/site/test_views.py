"""The views of a comparison that `test_browser` does not walk through: a country, the tiles, what closes its gaps,
files.

The twelve views and their tests in Chromium: 1 matrix, 3 provision, 4 marked words, 5 pair of countries, 6 redline
against the model law, 8 search, 9 law and 12 print, dark, narrow, without scripts, from a folder: `test_browser` and
`statements`; 2 country, 7 tiles, 10 gaps and drafts, 11 files and method: here.
"""

from __future__ import annotations

import csv
import json
import re
import zipfile
from typing import TYPE_CHECKING

import pytest

from ctip_law.report.data import ANSWERED
from ctip_law.site.nouns import CountryView, SiteData
from tests.site.reading import Reader

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser


def country(site: SiteData, code: str = "PK") -> CountryView:
    return next(view for view in site.countries if view.code == code)


def duties(page: Page, part: str) -> list[str]:
    """The ids of the duties that are linked in the part of a country's page that begins at an anchor."""
    links = page.locator(f"#{part}").evaluate(
        """head => {
          const found = [];
          for (let at = head.nextElementSibling; at && at.tagName !== 'H2'; at = at.nextElementSibling)
            at.querySelectorAll('li > p:first-child > a').forEach(a => found.push(a.getAttribute('href')));
          return found;
        }"""
    )
    return [found[1] for link in links if (found := re.search(r"provision/([^/]+)/", link))]


def test_a_country_lists_every_duty_once_with_its_facts(reader: Reader, site: SiteData) -> None:
    page, view = reader.open("country/pk/"), country(site)
    answered = {one.id for one in site.judged if view.cells[one.id].status in ANSWERED}
    met, still_open = duties(page, "met"), duties(page, "open") + duties(page, "not-assessed")
    assert sorted(met) == sorted(answered)
    assert sorted(met + still_open) == sorted(one.id for one in site.judged)
    bars = page.locator(".ctip-bars .ctip-bar > span").evaluate_all("all => all.map(s => parseInt(s.title))")
    assert sum(bars) == len(site.judged)
    dates = [fact.value for row in view.treaties for fact in row.events if fact.value]
    told = page.locator("table:has-text('Trafficking')").all_inner_texts()
    assert dates
    assert all(any(date in text for text in told) for date in dates)
    law = view.laws[0]
    page.locator("#laws + ul a").first.click()
    page.wait_for_url(re.compile(re.escape(law.page)))
    assert page.locator("h1").inner_text().startswith(law.law.title)


def test_the_tiles_show_every_member_and_lead_to_its_page(reader: Reader, site: SiteData) -> None:
    page = reader.open("")
    tiles = page.locator(".ctip-tiles li")
    assert tiles.count() == 45
    boxes = tiles.evaluate_all("all => all.map(t => t.getBoundingClientRect()).map(r => r.x + ' ' + r.y)")
    assert len(set(boxes)) == 45, "no tile lies on another"
    assert len(set(tiles.evaluate_all("all => all.map(t => Math.round(t.getBoundingClientRect().width))"))) == 1
    link = page.locator(".ctip-tiles a", has_text="Singapore")
    link.focus()
    assert link.evaluate("a => getComputedStyle(a).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    page.wait_for_url("**/country/sg/**")
    assert page.locator("h1").inner_text().startswith("Singapore")
    page.goto(reader.address + "country/to/index.html")
    assert "nothing was assessed" in page.locator("article").inner_text()


def test_a_gap_leads_to_a_model_clause_and_to_files_that_open(reader: Reader, site: SiteData) -> None:
    page, view = reader.open("country/pk/"), country(site)
    gaps = [one.id for one in site.judged if view.cells[one.id].status not in ANSWERED and one.id in site.drafts]
    offered = page.locator("#open ~ ul .ctip-cmd a").evaluate_all("all => all.map(a => a.getAttribute('href'))")
    assert gaps
    assert sorted(link.rpartition("provision/")[2].partition("/")[0] for link in offered) == sorted(gaps)
    for ending in (".docx", "-clauses.docx"):
        with page.expect_download() as coming:
            page.click(f"#take + ul a[href$='pk{ending}']")
        with zipfile.ZipFile(coming.value.path()) as made:
            assert "word/document.xml" in made.namelist()
    page.locator("#open ~ ul .ctip-cmd a").first.click()
    page.wait_for_url("**#model-clause")
    draft = page.locator("#model-clause")
    if draft.get_attribute("open") is None:
        draft.locator("summary").click()
    assert len(draft.locator(".ctip-draft").inner_text().split()) > 20


def test_the_files_are_what_the_page_says_they_are(reader: Reader, site: SiteData) -> None:
    page = reader.open("data/")
    with page.expect_download() as coming:
        page.click("a[href$='data/matrix.csv'], a[href$='matrix.csv']")
    rows = list(csv.DictReader(coming.value.path().read_text(encoding="utf-8").splitlines()))
    assert len(rows) == len(site.countries) * len(site.judged)
    described = page.locator("h2#matrixcsv ~ .ctip-scroll").first.locator("tbody th").all_inner_texts()
    assert list(rows[0]) == described
    told = json.loads(page.locator("script[type='application/ld+json']").first.inner_text())
    assert told["@type"] == "Dataset"
    with page.expect_download() as coming:
        page.click("a[href$='all.zip']")
    with zipfile.ZipFile(coming.value.path()) as whole:
        assert whole.testzip() is None
    page.goto(reader.address + "method/index.html")
    held = page.locator("article").inner_text()
    assert "How a verdict is reached" in held
    assert "first time" in held, "figures of first contacts"
