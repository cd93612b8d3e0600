"""Statements on a published comparison of laws (conventions I to K), and what shows that this one keeps them."""

from __future__ import annotations

import csv
import io
import json
import re
import tomllib
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from lxml import html

from ctip_law import __version__
from ctip_law.report.words import PROVISION
from ctip_law.site import catalogue
from ctip_law.site.browse import samples, seen
from ctip_law.site.nouns import SiteData
from ctip_law.site.places import page_of
from tests.conftest import ROOT

if TYPE_CHECKING:
    from tests.site.reading import Reader

#: One page of each type.
ALL = (
    "matrix country/pk provision/tip-3a search compare data method region law lens/victims question/authorities"
)
TYPES = ("", *(f"{name}/" for name in ALL.split()))


@dataclass(frozen=True)
class Published:
    """The built site, what it shows, and a browser that opens its pages."""

    site: SiteData
    built: Path
    reader: Reader

    def page(self, name: str) -> html.HtmlElement:
        return html.fromstring((self.built / name / "index.html").read_text(encoding="utf-8"))

    def pages(self) -> list[html.HtmlElement]:
        return [self.page(name) for name in TYPES]

    @property
    def law(self) -> str:
        """The address of the page of a law."""
        return next(view.page for view in self.site.laws if view.country == "SG")


def axe(here: Published) -> None:
    pytest.importorskip("axe_playwright_python", reason="axe-playwright-python is not installed")
    kinds = {name.partition("/")[0] for name in samples(here.built)}
    assert kinds >= {name.partition("/")[0] for name in ALL.split()}
    assert [str(fault) for fault in seen(here.reader.browser, here.built)] == []


def contrast_of_the_theme(here: Published) -> None:
    page = here.reader.open("")
    assert page.locator(".md-tabs__link").nth(3).evaluate("one => getComputedStyle(one).opacity") == "1"
    heading = page.locator("h1").first.evaluate("one => getComputedStyle(one).color")
    assert heading == page.locator("article p").first.evaluate("one => getComputedStyle(one).color")


def underlined(here: Published) -> None:
    page = here.reader.open("provision/tip-3a/")
    plain = "all => all.filter(a => a.offsetParent && !getComputedStyle(a).textDecorationLine.includes('underline'))"
    links = "article p a[href]:not(.headerlink), article figcaption a[href]"
    assert page.locator(links).count() > 3
    assert page.eval_on_selector_all(links, f"all => ({plain})(all).map(a => a.outerHTML)") == []


def narrow(here: Published) -> None:
    for name in (*TYPES, f"{here.law}/"):
        page = here.reader.open(name, viewport={"width": 320, "height": 700})
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, name
        page.context.close()
    for page in here.pages():
        for box in page.xpath("//*[contains(concat(' ', @class, ' '), ' ctip-scroll ')]"):
            assert (box.get("tabindex"), box.get("role")) == ("0", "region")
            assert box.get("aria-label")


def targets(here: Published) -> None:
    page = here.reader.open("matrix/")
    sizes = "all => all.map(a => a.getBoundingClientRect()).map(r => Math.min(r.width, r.height))"
    assert min(page.eval_on_selector_all("#matrix tbody td a", sizes)) >= 24
    page = here.reader.open("search/")
    assert min(page.eval_on_selector_all("#ctip-search input, #ctip-search select", sizes)) >= 24


def focus(here: Published) -> None:
    page = here.reader.open("matrix/")
    link = page.locator("#matrix tbody tr:last-child td a").last
    link.focus()
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    seen = "a => { const r = a.getBoundingClientRect(); return document.elementFromPoint(r.x + r.width / 2, r.y + 8) }"
    assert link.evaluate(f"a => a.contains(({seen})(a)) || ({seen})(a).contains(a)")


def tables(here: Published) -> None:
    for page in here.pages():
        for table in page.xpath("//article//table"):
            assert table.xpath("./caption")
            assert all(head.get("scope") for head in table.xpath(".//th"))
    words = {word for _, word, _ in PROVISION.values()}
    for link in here.page("matrix").xpath("//table[@id='matrix']//td//a"):
        name = link.get("aria-label") or link.text_content()
        assert any(word in name for word in words), name
        assert re.search(r"\w+.*Art\. ", name), name


def by_sign_and_word(here: Published) -> None:
    cells = here.page("").xpath("//table[contains(@class, 'ctip-mini')]//tbody//td")
    assert len(cells) == len(here.site.countries) * len(here.site.judged)
    assert all(cell.text_content().strip() for cell in cells)
    assert not any(page.xpath("//*[@draggable='true']") for page in here.pages())


def languages(here: Published) -> None:
    for page in here.pages():
        assert page.get("lang")
        for quote in page.xpath("//article//blockquote"):
            assert quote.get("lang")
            assert quote.get("dir") in ("ltr", "rtl")
    assert here.page(here.law).xpath("//div[@class='ctip-law'][@lang][@dir]")


def catalogues(here: Published) -> None:
    assert set(catalogue.languages()) >= {"en", "es", "fr", "id"}
    for language in catalogue.languages():
        t = catalogue.words(language)
        assert all(t.plain(key, n=1) for key in t.missing)  # in English
        assert f"{language}: " in catalogue.told()


def settings_of_the_reader(here: Published) -> None:
    colours = []
    for scheme in ("light", "dark"):
        page = here.reader.open("matrix/", color_scheme=scheme, viewport={"width": 640, "height": 450})
        colours.append(page.evaluate("getComputedStyle(document.body).backgroundColor"))
        assert page.evaluate("document.documentElement.scrollWidth") <= 640  # as 1280 at 200 %
    assert colours[0] != colours[1]
    page = here.reader.open("matrix/", forced_colors="active")
    assert page.locator("#matrix td svg").first.is_visible()


def without_scripts(here: Published) -> None:
    page = here.reader.open("provision/tip-3a/", java_script_enabled=False)
    assert page.locator("article.ctip-card").count() == len(here.site.countries)
    page = here.reader.open("search/", java_script_enabled=False)
    assert "needs JavaScript" in page.locator("article").inner_text()


def printed(here: Published) -> None:
    page = here.reader.open("provision/tip-3a/")
    page.emulate_media(media="print")
    for name in (".md-header", ".ctip-controls"):
        assert all(not page.locator(name).nth(n).is_visible() for n in range(page.locator(name).count()))
    inside = page.eval_on_selector_all(
        "article.ctip-card figure", "all => all.map(f => getComputedStyle(f).breakInside)"
    )
    assert set(inside) == {"avoid"}


def beside(here: Published) -> None:
    """The official text is the publisher's: a published site says in which language it is and links to it; where the
    user holds a copy, each section stands beside its own."""
    for view in here.site.laws:
        told = here.page(view.page).xpath("string(//article)")
        assert "The law is in English; so is this restatement" in told or "the law itself is in Arabic" in told
        assert view.entry.official_url in told
    kite = next(view for view in here.site.laws if view.official)
    assert kite.official
    pairs = here.page(kite.page).xpath("//div[@class='ctip-side two']")
    assert len(pairs) == len(kite.official.sections) == 1
    assert pairs[0].xpath("./div[@class='ctip-law'][@lang='en']")
    (text,) = pairs[0].xpath("./div[@class='ctip-official']/div[@lang='ar'][@dir='rtl']")
    assert text.text_content().strip() == kite.official.sections["1"]
    assert "the very text that was restated" in here.page(kite.page).xpath("string(//article)")


def permanent(here: Published) -> None:
    for view in here.site.laws:
        section = view.law.sections()[0].eid
        assert re.search(r"/eng@\d{4}-\d\d-\d\d$", view.permanent)
        for name in (view.permanent, *map(page_of, view.entry.moved_from)):
            page = here.reader.open(f"{name}/index.html#{section}")
            page.wait_for_url(f"**/{view.page}/index.html#{section}")
            assert page.locator(f"[id='{section}']").count() == 1
            page.context.close()
        assert f"{view.permanent}/#{section}" in here.page(view.page).xpath("string(//article)")
    earlier = [here.page(one.page) for view in here.site.laws for one in view.former]
    # they were superseded, and their addresses show what they showed
    first = "string(//*[@id='sec_1']/following::div[@class='ctip-law'][1])"
    assert any("by threat" in page.xpath(first) for page in earlier)
    assert all("not judged" in page.xpath("string(//article)") for page in earlier)
    for view in here.site.countries:
        assert here.page("provision/tip-3a").xpath(f"//article[@id='{view.slug}']")


def ids(here: Published) -> None:
    for view in here.site.laws:
        page = here.page(view.page)
        anchors = page.xpath("//article//@id")
        assert len(anchors) == len(set(anchors))
        told = json.loads(page.xpath("//script[@type='application/ld+json']")[0].text)
        assert told["isBasedOn"]["legislationIdentifier"] == view.law.id


def cited(here: Published) -> None:
    for view in here.site.laws:
        blocks = here.page(view.page).xpath("//details[contains(@class, 'ctip-cite-clause')]")
        assert len(blocks) >= len(view.law.sections())
        assert all(view.entry.sha256 in block.text_content() for block in blocks)
        assert all("@misc{" in block.text_content() for block in blocks)
    for name in ("matrix", "region", "country/pk", "provision/tip-3a", "data"):
        assert here.page(name).xpath("//details[contains(@class, 'ctip-cite')]//pre"), name


def in_the_address(here: Published) -> None:
    page = here.reader.open("matrix/?status=gap")
    assert page.locator("select[name=status]").input_value() == "gap"
    page = here.reader.open("search/?q=victim&c=SG")
    assert page.locator("select[name=c]").input_value() == "SG"


def taken_along(here: Published) -> None:
    links = {link.rpartition("/")[2] for link in here.page("data").xpath("//a[@download]/@href")}
    assert {"all.zip", "matrix.csv", "findings.json"} <= links
    for view in here.site.countries:
        own = here.page(view.page).xpath("//a[@download]/@href")
        assert {"csv", "json", "xlsx"} <= {link.rpartition(".")[2] for link in own}
    with zipfile.ZipFile(here.built / "data" / "all.zip") as archive:
        assert "sha256sums.txt" in archive.namelist()
    assert all(path.stat().st_size < 25_000_000 for path in (here.built / "data").rglob("*"))


def data_package(here: Published) -> None:
    package = json.loads((here.built / "data" / "datapackage.json").read_text(encoding="utf-8"))
    described = {one["path"] for one in package["resources"]}
    assert described == {path.name for path in (here.built / "data").glob("*.csv")}
    enums = [f for one in package["resources"] for f in one["schema"]["fields"] if "enum" in f.get("constraints", {})]
    assert {field["name"] for field in enums} >= {"status", "strength", "nature"}


def described_for_search(here: Published) -> None:
    told = json.loads(here.page("").xpath("//script[@type='application/ld+json']")[0].text)
    asked = "name description license creator temporalCoverage spatialCoverage distribution"
    assert set(asked.split()) <= set(told)
    catalogue = json.loads((here.built / "data" / "dcat.jsonld").read_text(encoding="utf-8"))
    assert all(one["dct:license"] for one in catalogue["dcat:dataset"][0]["dcat:distribution"])


def citation(here: Published) -> None:
    told = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert (told["cff-version"], str(told["version"])) == ("1.2.0", __version__)
    assert {"title", "message", "authors", "license"} <= set(told)


def licences(here: Published) -> None:
    assert "Apache License 2.0" in here.page("data").text_content()
    for view in here.site.laws:
        assert "Terms of the official text" in here.page(view.page).text_content()
    assert tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["license"] == "Apache-2.0"


def traced(here: Published) -> None:
    files = {name: (here.built / "data" / f"{name}.csv").read_text(encoding="utf-8") for name in ("matrix", "evidence")}
    verdicts, evidence = (list(csv.DictReader(io.StringIO(text))) for text in files.values())
    proven = {(row["country"], row["element"]) for row in evidence if row["quote"] and row["eid"] and row["end"]}
    asked = [(row["country"], id) for row in verdicts for id in row["present"].split()]
    assert asked
    derived = [pair for pair in asked if pair not in proven]
    assert len(derived) < len(asked) / 4  # elements that follow from others have no words of their own
    assert {row["decided"] for row in verdicts} == {"automatic"}
    assert {row["framework"] for row in verdicts} == {here.site.tool["framework"]}


def versions(here: Published) -> None:
    for page in here.pages():
        foot = page.xpath("//footer")[0].text_content()
        assert here.site.tool["version"] in foot
        assert here.site.tool["framework"] in foot
    told = json.loads((here.built / "data" / "findings.json").read_text(encoding="utf-8"))
    assert all(one["tool"]["framework"] == here.site.tool["framework"] for one in told)
    assert json.loads((here.built / "data" / "datapackage.json").read_text(encoding="utf-8"))["version"] == __version__


@dataclass(frozen=True)
class Statement:
    """`check` fails where the statement does not hold; without one, `reason` says why it does not hold in full."""

    group: str
    number: int
    words: str
    check: Callable[[Published], None] | None = None
    reason: str = ""


STATEMENTS = (
    Statement("I", 56, "axe-core finds nothing on a page of each type, light and dark", axe),
    Statement("I", 57, "the theme's faint tabs and headings are set to full contrast", contrast_of_the_theme),
    Statement("I", 58, "links inside text are underlined", underlined),
    Statement("I", 59, "no page is wider than 320 pixels; wide tables scroll in a named region", narrow),
    Statement("I", 60, "what is clicked is at least 24 pixels each way", targets),
    Statement("I", 61, "the focus is seen and not under a head", focus),
    Statement("I", 62, "tables have a caption and scopes, cells a name with country, article and word", tables),
    Statement("I", 63, "nothing needs hover, drag or colour", by_sign_and_word),
    Statement("I", 64, "language and direction stand on the page and on every clause", languages),
    Statement("I", 65, "colour scheme, forced colours and text at 200 % work", settings_of_the_reader),
    Statement("I", 66, "everything is read without scripts", without_scripts),
    Statement("J", 67, "words of the interface in a catalogue for each language", catalogues),
    Statement("J", 68, "clauses show the original beside the rendering where it is at hand, and say its language",
              beside),
    Statement("J", 69, "print leaves menus and filters out and breaks no card", printed),
    Statement("J", 70, "addresses of a law's version, its clauses and a duty never change meaning; moved ones lead on",
              permanent),
    Statement("J", 71, "an FRBR address for every law, anchors unique in it, schema.org identifiers", ids),
    Statement("J", 72, "a cite block for every section and every page with a table, with BibTeX, version, hash", cited),
    Statement("J", 73, "filters stand in the address", in_the_address),
    Statement("K", 74, "CSV, JSON and workbooks to take along, all of it as a zip with checksums", taken_along),
    Statement("K", 75, "a Data Package describes every CSV with types and lists of values", data_package),
    Statement("K", 76, "schema.org on the front page and each law, DCAT with licences", described_for_search),
    Statement("K", 77, "CITATION.cff 1.2.0 of the version of the package", citation),
    Statement("K", 78, "code, data and each official text say their terms", licences),
    Statement("K", 79, "every verdict is traced to the words, the framework and who decided", traced),
    Statement("K", 80, "versions in the foot, the data and its description", versions),
)  # fmt: skip
