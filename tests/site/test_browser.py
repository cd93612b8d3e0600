"""The site as a reader meets it, in Debian's Chromium. No request may leave this machine."""

from __future__ import annotations

import csv
import json
import re
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ctip_law.framework.lenses import lens
from ctip_law.report.data import ANSWERED
from ctip_law.site.nouns import SiteData
from tests.site.conftest import NASTY
from tests.site.reading import Reader

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

def marked(page: Page, country: str) -> dict[str, str]:
    """Number of an element -> its marked words on the card, as the reader sees them put together."""
    found: dict[str, str] = defaultdict(str)
    marks = page.locator(f"#{country} mark")
    for numbers, words in marks.evaluate_all("marks => marks.map(m => [m.dataset.n, m.textContent])"):
        for number in numbers.split():
            found[number] += words
    return dict(found)


@pytest.mark.parametrize("country", ["pk", "sg", "vu"])
def test_from_a_cell_of_the_matrix_to_the_marked_words(reader: Reader, built: Path, country: str) -> None:
    page = reader.open("matrix/")
    page.locator(f"#matrix td a[href='../provision/tip-3a/index.html#{country}']").click()
    page.wait_for_url(re.compile(rf"/provision/tip-3a/index.html#{country}$"))
    assert page.locator(f"#{country}").is_visible()
    data = json.loads((built / "data" / "clauses" / "tip-3a.json").read_text(encoding="utf-8"))
    excerpts = data["countries"][country]["excerpts"]
    wanted = {str(span["number"]): span["words"] for one in excerpts for span in one["spans"]}
    assert marked(page, country) == wanted
    assert wanted


def test_from_a_clause_to_its_place_in_the_law(reader: Reader) -> None:
    page = reader.open("provision/tip-3a/")
    link = page.locator("#pk .ctip-ex figcaption a").first
    label, anchor = link.inner_text(), (link.get_attribute("href") or "").partition("#")[2]
    link.click()
    page.wait_for_url(re.compile(re.escape("#" + anchor) + "$"))
    assert label.startswith("section 3")
    assert page.locator(f"[id='{anchor}']").is_visible()


def test_filters_stand_in_the_address(reader: Reader, site: SiteData) -> None:
    page = reader.open("matrix/")
    shown = page.locator("#matrix tbody tr:visible")
    assert shown.count() == len(site.countries)
    page.select_option("select[name=cluster]", "protection_assistance")
    page.select_option("select[name=group]", "asean")
    assert page.url.endswith("?group=asean&cluster=protection_assistance")
    again = reader.open(page.url.removeprefix(reader.address))
    wanted = [country.name for country in site.countries if "asean" in country.groups]
    rows = again.locator("#matrix tbody tr:visible")
    assert rows.locator("th a").all_inner_texts() == wanted
    columns = sum(one.cluster == "protection_assistance" for one in site.judged)
    assert rows.locator("td:visible").count() == len(wanted) * columns
    assert "Countries: 1 of 4" in again.inner_text("#ctip-count")


def test_the_head_and_the_first_column_stay(reader: Reader) -> None:
    page = reader.open("matrix/", viewport={"width": 800, "height": 400})
    page.evaluate("document.querySelector('.ctip-scroll').scrollTo(500, 120)")
    moved = page.evaluate(
        """() => {
          const box = document.querySelector('.ctip-scroll').getBoundingClientRect();
          const left = document.querySelector('#matrix tbody th').getBoundingClientRect().left - box.left;
          const top = document.querySelector('#matrix thead th').getBoundingClientRect().top - box.top;
          return [left, top];
        }"""
    )
    assert all(abs(way) <= 2 for way in moved)


def test_the_matrix_is_seen_whole_on_a_usual_screen(reader: Reader) -> None:
    """1280 px, less the bars of a desktop that stand there all the time."""
    page = reader.open("matrix/", viewport={"width": 1250, "height": 800})
    assert page.evaluate("(box => box.scrollWidth - box.clientWidth)(document.querySelector('.ctip-scroll'))") <= 0
    assert not page.locator(".ctip-aside").first.is_visible()


def test_a_table_says_that_it_goes_on_to_the_right(reader: Reader) -> None:
    page = reader.open("matrix/", viewport={"width": 900, "height": 700})
    box = page.locator(".ctip-scroll").first
    assert "goes on to the right" in page.locator(".ctip-aside").first.inner_text()
    page.wait_for_selector(".ctip-scroll.cut")
    box.evaluate("box => box.scrollTo(box.scrollWidth, 0)")
    page.wait_for_selector(".ctip-scroll:not(.cut)")
    assert page.locator(".ctip-aside").first.is_visible()
    page.select_option("select[name=cluster]", "status_return")
    page.wait_for_selector(".ctip-aside", state="hidden")


def test_comparing_two_countries(reader: Reader, site: SiteData) -> None:
    page = reader.open("compare/?a=pk&b=vu&p=tip-3a")
    page.wait_for_selector("#ctip-result[data-ready='pk vu tip-3a']")
    cards = page.locator("#ctip-result article")
    assert [text.split("\n")[0] for text in cards.locator("h3 a").all_inner_texts()] == ["Pakistan", "Vanuatu"]
    assert NASTY in " ".join(cards.nth(1).locator("blockquote").first.evaluate(
        "quote => { quote.querySelectorAll('sup').forEach(s => s.remove()); return quote.textContent }"
    ).split())  # fmt: skip
    assert page.locator("#ctip-result img, #ctip-result script").count() == 0
    page.click("#ctip-swap")
    page.wait_for_selector("#ctip-result[data-ready='vu pk tip-3a']")
    assert page.url.endswith("?a=vu&b=pk&p=tip-3a")
    page.select_option("select[name=p]", "")
    page.wait_for_selector("#ctip-result[data-ready='vu pk ']")
    assert page.locator("#ctip-result tbody tr").count() == len(site.judged)


def test_a_folder_opened_without_a_server_works(browser: Browser, built: Path, site: SiteData) -> None:
    page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
    page.goto((built / "index.html").as_uri())
    page.click(".md-tabs a >> text=Matrix")
    assert page.locator("#matrix tbody tr").count() == len(site.countries)
    page.locator("#matrix tbody td a").first.click()
    page.wait_for_selector("article.ctip-card")
    assert page.locator("article.ctip-card").count() == len(site.countries)
    page.goto((built / "compare" / "index.html").as_uri() + "?a=pk&b=vu&p=tip-3a")
    page.wait_for_selector("#ctip-result[data-ready='pk vu tip-3a']")
    assert page.locator("#ctip-result article").count() == 2
    assert page.locator("#ctip-result img, #ctip-result script").count() == 0
    page.context.close()


def test_narrow_tables_are_cards_with_the_names_of_their_columns(reader: Reader) -> None:
    page = reader.open("country/", viewport={"width": 390, "height": 800})
    cell = page.locator("table.ctip-cards td[data-l='Met']").first
    assert cell.evaluate("cell => getComputedStyle(cell, '::before').content") == '"Met: "'
    assert cell.bounding_box()["x"] >= 0  # type: ignore[index]
    assert not page.locator("table.ctip-cards thead").is_visible()


@pytest.mark.parametrize("width", [390, 320])
def test_no_table_scrolls_sideways_on_a_phone(reader: Reader, width: int) -> None:
    page = reader.open("", viewport={"width": width, "height": 800})
    wide = """() => [...document.querySelectorAll('.ctip-scroll, table')]
      .filter(box => box.scrollWidth > box.clientWidth + 1).map(box => box.className)"""
    for name in ("", "matrix/", "matrix/duties/", "lens/victims/", "method/", "region/", "country/pk/", "compare/"):
        page.goto(f"{reader.address}{name}index.html", wait_until="load")
        if name == "compare/":
            page.wait_for_selector("#ctip-result table")
        assert page.evaluate(wide) == [], name


@pytest.mark.parametrize(("name", "told"), [("", "3(a): Def"), ("duties/", "PK: Pakistan")])
def test_a_row_of_the_matrix_is_a_card_on_a_phone(reader: Reader, site: SiteData, name: str, told: str) -> None:
    page = reader.open(f"matrix/{name}", viewport={"width": 390, "height": 800})
    row = page.locator(".ctip-matrix tbody tr:has(td)").first
    boxes = [one.bounding_box() or {} for one in row.locator("td").all()]
    assert len(boxes) == (len(site.countries) if name else len(site.judged))
    assert all(box["x"] >= 0 and box["x"] + box["width"] <= 390 for box in boxes)
    labels = row.locator("td a").evaluate_all("all => all.map(a => getComputedStyle(a, '::before').content)")
    assert f'"{told.partition(":")[0]}"' in labels
    key = page.locator("details.ctip-narrow")
    page.set_viewport_size({"width": 1280, "height": 800})
    assert not key.is_visible()
    page.set_viewport_size({"width": 390, "height": 800})
    key.locator("summary").click()
    assert told in key.inner_text()


def test_without_scripts_nothing_is_lost(reader: Reader, site: SiteData) -> None:
    page = reader.open("provision/tip-3a/", java_script_enabled=False)
    assert page.locator("article.ctip-card:visible").count() == len(site.countries)
    matrix = reader.open("matrix/", java_script_enabled=False)
    assert matrix.locator("#matrix tbody td:visible").count() == len(site.countries) * len(site.judged)
    assert not matrix.locator("#ctip-filters").is_visible()
    compare = reader.open("compare/", java_script_enabled=False)
    assert not compare.locator("#ctip-compare").is_visible()
    assert compare.locator(".ctip-columns a:visible").count() == len(site.judged)


def test_no_page_is_wider_than_a_screen_of_320_pixels(reader: Reader) -> None:
    page = reader.open("", viewport={"width": 320, "height": 800})
    law = "law/akn/vu/act/2020/nasty-act/"
    paths = ("", "matrix/", "matrix/duties/", "country/", "country/vu/", "country/to/", "provision/tip-3a/", law)
    for path in (*paths, "compare/?p=tip-3a", "region/", "method/", "data/", "question/time-to-recover/"):
        page.goto(reader.address + path, wait_until="load")
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, path


def test_a_cell_is_reached_and_followed_by_keyboard(reader: Reader) -> None:
    page = reader.open("matrix/")
    page.locator("#matrix tbody td a").first.focus()
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/provision/tip-3a/index.html#"))


FIRST_SEARCH = 300_000  # bytes of scripts that a first search may read


def found(page: Page) -> list[str]:
    page.wait_for_function("document.querySelector('#ctip-count').textContent")
    return page.locator("#ctip-found li").all_inner_texts()


@pytest.mark.parametrize("offline", [False, True], ids=["from a server", "from a folder"])
def test_search_finds_a_clause_and_reads_little(browser: Browser, reader: Reader, built: Path, offline: bool) -> None:
    root = f"{built.as_uri()}/" if offline else reader.address
    page = browser.new_context().new_page()
    read: list[str] = []
    page.on("request", lambda asked: read.append(asked.url))
    page.goto(f"{root}search/index.html?q=compensation", wait_until="load")
    rows = found(page)
    assert rows
    assert all("compensat" in row.casefold() for row in rows)
    assert page.locator("#ctip-found mark").first.inner_text().casefold().startswith("compensat")
    pieces = [url.partition("/search/")[2] for url in read if "/search/" in url and url.endswith(".js")]
    assert len(pieces) == len(set(pieces)) >= 3
    assert sum((built / "search" / name).stat().st_size for name in pieces) < FIRST_SEARCH
    page.locator("#ctip-found a").first.click()
    page.wait_for_url(re.compile(r"/law/.*index\.html#"))


def test_search_narrows_by_country_law_and_duty_and_the_address_keeps_it(reader: Reader) -> None:
    page = reader.open("search/?q=victim")
    every = found(page)
    page.select_option("[name=c]", "SG")
    page.wait_for_function("!document.querySelector('#ctip-found').textContent.includes('Pakistan')")
    assert all("Singapore: " in row for row in found(page))
    assert "c=SG" in page.url
    own = [text for text in page.locator("[name=l] option").all_text_contents() if text != "All laws"]
    assert len(own) == 1
    assert "Trafficking" in own[0]
    page.select_option("[name=d]", "tip-6-6")
    page.wait_for_url(re.compile("d=tip-6-6"))
    assert len(every) == 10
    page.goto(reader.address + "search/?q=zzzz&c=SG")
    assert found(page) == []
    assert page.locator("#ctip-count").inner_text().startswith("0 sections")


def test_a_hostile_law_is_found_as_words(reader: Reader) -> None:
    page = reader.open("search/?q=recruits%20Heading")
    assert any("<script>alert(1)</script>" in row for row in found(page))
    assert page.locator("#ctip-found script, #ctip-found img").count() == 0


def test_a_country_is_compared_with_the_model_law_in_a_redline(reader: Reader, built: Path) -> None:
    page = reader.open("compare/?a=pk&b=model&p=tip-6-6")
    page.wait_for_selector("[data-ready='pk model tip-6-6']")
    assert "compensation" in page.locator("#ctip-result blockquote").first.inner_text()
    model = page.locator(".ctip-draft").inner_text()
    line = page.locator(".ctip-redline")
    assert line.is_visible()
    # what stays and what is put in are the model's words
    kept = "box => [...box.childNodes].filter(n => n.nodeName !== 'DEL').map(n => n.textContent).join('')"
    came = line.evaluate(kept)
    assert "".join(came.split()) == "".join(model.split())
    # what stays and what is taken out are the words of the country's clauses
    gone = line.evaluate(kept.replace("DEL", "INS"))
    left = json.loads((built / "data" / "clauses" / "tip-6-6.json").read_text(encoding="utf-8"))["countries"]["pk"]
    assert gone == "\n".join(one["text"] for one in left["excerpts"])
    # no word or three stand alone between two changes, so that whole phrases are read
    between = "box => [...box.childNodes].slice(1, -1).filter(n => n.nodeType === 3).map(n => n.textContent)"
    assert all(len(re.findall(r"\w+", words)) >= 4 for words in line.evaluate(between))
    page.click("#ctip-swap")
    page.wait_for_selector("[data-ready='model pk tip-6-6']")
    assert "a=model&b=pk" in page.url


def test_a_redline_of_hostile_clauses_is_words(reader: Reader) -> None:
    page = reader.open("compare/?a=vu&b=pk&p=tip-3a")
    page.wait_for_selector("[data-ready='vu pk tip-3a']")
    line = page.locator("details:has(.ctip-redline)")
    assert line.get_attribute("open") is None
    line.locator("summary").click()
    assert "<script>" in line.inner_text()
    assert line.locator("script, img").count() == 0


def test_print_leaves_the_menus_out_and_lays_the_matrix_on_wide_pages(reader: Reader) -> None:
    pypdfium2 = pytest.importorskip("pypdfium2")
    page = reader.open("provision/tip-3a/")
    page.emulate_media(media="print")
    assert page.locator(".md-header").is_hidden()
    assert page.locator("article.ctip-card").first.is_visible()
    page.goto(reader.address + "matrix/")
    printed = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    first = printed[0]
    assert first.get_width() > first.get_height() > 800  # points: A3 on its side
    words = first.get_textpage().get_text_range()
    assert "Coverage matrix" in words
    assert "Pakistan" in words, "the table begins on the first page"
    printed.close()


def test_the_matrix_is_ordered_by_duties_met_when_a_reader_asks(reader: Reader, site: SiteData) -> None:
    page = reader.open("matrix/")
    names = page.locator("#matrix tbody th a")
    assert names.all_inner_texts() == [country.name for country in site.countries]
    page.select_option("select[name=sort]", "met")
    assert page.url.endswith("?sort=met")
    met = {c.name: sum(cell.status in ANSWERED for cell in c.cells.values()) for c in site.countries}
    ordered = [met[name] for name in names.all_inner_texts()]
    assert ordered == sorted(met.values(), reverse=True)
    assert len(set(ordered)) > 1
    page.select_option("select[name=sort]", "")
    assert names.all_inner_texts() == [country.name for country in site.countries]


def test_a_comparison_is_pinned_until_it_is_taken_off(reader: Reader) -> None:
    page = reader.open("compare/?a=pk&b=vu&p=tip-3a")
    page.wait_for_selector("#ctip-result[data-ready='pk vu tip-3a']")
    assert not page.locator("#ctip-pinned").is_visible()
    page.click("#ctip-pin")
    page.goto(reader.address + "compare/", wait_until="load")
    pinned = page.locator("#ctip-pinned a")
    assert pinned.inner_text() == "Pakistan, Vanuatu, Art. 3(a) Definition of trafficking in persons"
    pinned.click()
    page.wait_for_selector("#ctip-result[data-ready='pk vu tip-3a']")
    page.click("#ctip-pinned button")
    assert not page.locator("#ctip-pinned").is_visible()


@pytest.mark.parametrize(("asked", "rows"), [("p=tip-3a", "Vanuatu"), ("", "Art. 3(a) Definition of trafficking")])
def test_a_comparison_is_saved_as_rows_without_a_formula(reader: Reader, asked: str, rows: str) -> None:
    page = reader.open(f"compare/?a=pk&b=vu&{asked}")
    page.wait_for_selector("#ctip-result[data-ready^='pk vu']")
    with page.expect_download() as coming:
        page.click("#ctip-save")
    assert coming.value.suggested_filename.startswith("compare-pk-vu")
    told = list(csv.reader(coming.value.path().read_text(encoding="utf-8").splitlines()))
    assert any(row[0].startswith(rows) for row in told)
    assert not any(cell[:1] in "=+-@" for row in told for cell in row if cell)


def test_a_search_asks_for_a_language(reader: Reader) -> None:
    page = reader.open("search/?q=victim")
    every = found(page)
    assert page.locator("[name=s] option").all_inner_texts() == ["All languages", "English"]
    page.select_option("[name=s]", "en")
    page.wait_for_url(re.compile("s=en"))
    assert found(page) == every


def test_a_lens_shows_its_duties_and_leads_to_them(reader: Reader, site: SiteData) -> None:
    page = reader.open("")
    page.click("text=Protection of victims")
    page.wait_for_url(re.compile("/lens/victims/"))
    heads = page.locator(".ctip-mini thead a")
    wanted = {one.id for one in site.judged} & lens("victims").provisions
    links = heads.evaluate_all("all => all.map(a => a.getAttribute('href'))")
    assert {re.sub(r".*provision/|/index.*", "", link) for link in links} == wanted
    assert page.locator(".ctip-mini tbody td").count() == len(links) * len(site.countries)


#: Signs a line of each running text, the longest first.
LINES = """() => [...document.querySelectorAll("article :is(p, li, dd)")]
  .filter(e => e.offsetParent && !e.closest("table") && e.textContent.trim().length > 250)
  .filter(e => !e.querySelector("p, li, pre"))
  .map(e => {
    const range = document.createRange();
    range.selectNodeContents(e);
    const lines = new Set([...range.getClientRects()].filter(r => r.width > 2).map(r => Math.round(r.top / 8)));
    return Math.round(e.textContent.trim().replace(/\\s+/g, " ").length / lines.size);
  }).sort((a, b) => b - a)"""


def test_a_line_of_text_is_about_seventy_signs_long(reader: Reader, site: SiteData) -> None:
    page = reader.open("")
    for name in ("", "method/", "country/pk/", f"{next(v.page for v in site.laws if v.country == 'PK')}/"):
        page.goto(f"{reader.address}{name}index.html", wait_until="load")
        lines = page.evaluate(LINES)
        assert lines, name
        assert lines[0] <= 90, name
        assert len(lines) < 2 or 55 < lines[len(lines) // 2] < 80, name
