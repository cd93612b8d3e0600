"""The built pages: all there, all links alive, nothing of a law's text taken for markup, neutral words."""

from __future__ import annotations

import dataclasses
import os
import re
from pathlib import Path

import pytest
from lxml import html

from ctip_law.corpus.held import lacking
from ctip_law.errors import InternalError
from ctip_law.framework.state_facts import states
from ctip_law.paths import data_folder
from ctip_law.report.data import ANSWERED
from ctip_law.report.words import DISCLAIMER
from ctip_law.site import downloads, views
from ctip_law.site.build import generate
from ctip_law.site.catalogue import words as interface
from ctip_law.site.check import check
from ctip_law.site.data import site_data
from ctip_law.site.facts import facts_on
from ctip_law.site.nouns import SiteData
from ctip_law.site.pages import _linked, _squeezed, _Url, pages, relative, render
from ctip_law.site.places import page_of
from ctip_law.site.words import NOT_THE_LAW
from tests.site.conftest import FIRST, NASTY, TITLE, WORDS

VANUATU = "law/akn/vu/act/2020/nasty-act"


def page(built: Path, name: str) -> html.HtmlElement:
    return html.fromstring((built / name / "index.html").read_bytes())


def flat(text: str) -> str:
    return " ".join(text.split())


def content(tree: html.HtmlElement) -> str:
    (article,) = tree.xpath("//article[contains(@class, 'md-content__inner')]")
    return flat(article.text_content())


def test_every_page_is_there(site: SiteData, built: Path) -> None:
    wanted = {"", "matrix", "compare", "search", "region", "data", "method", "country", "law", "provision"}
    wanted |= {"matrix/duties"} | {one.page for one in site.questions}
    wanted |= {f"lens/{name}" for name in ("labour", "victims", "justice", "children")}  # smuggling has no duty here
    wanted |= {country.page for country in site.countries} | {state.page for state in site.states}
    wanted |= {law.page for law in site.laws}
    wanted |= {f"provision/{one.id}" for one in site.provisions}
    wanted |= {one.page for law in site.laws for one in (*law.former, *law.amending)}
    leads = {name for law in site.laws for name in (law.permanent, *map(page_of, law.entry.moved_from))}
    found = {path.parent.relative_to(built).as_posix() for path in built.rglob("index.html")}
    assert leads < found
    found -= leads
    assert {"" if name == "." else name for name in found} == wanted == {one.folder for one in pages(site)}


def test_the_site_is_sound(built: Path) -> None:
    assert [str(error) for error in check(built)] == []


def test_each_cell_leads_to_the_card_of_its_country(site: SiteData, built: Path) -> None:
    table = page(built, "matrix").get_element_by_id("matrix")
    links = table.xpath(".//tbody//td/a")
    assert len(links) == len(site.countries) * len(site.judged)
    for country, row in zip(site.countries, table.xpath(".//tbody/tr"), strict=True):
        said = {a.get("href"): a.get("aria-label") for a in row.xpath("./td/a")}
        assert list(said) == [
            f"../provision/{one.id}/index.html#{country.slug}" for group in site.groups for one in group.provisions
        ]
        assert all(label.startswith(f"{country.name}, Art. ") for label in said.values())


def test_a_card_shows_sign_and_word_of_its_status(site: SiteData, built: Path) -> None:
    for one in site.judged:
        tree = page(built, f"provision/{one.id}")
        for cell in site.cells(one.id):
            card = tree.get_element_by_id(cell.country.lower())
            assert cell.status in card.get("class").split()
            if cell.finding.status == "gap":
                assert "No provision found in the laws read" in card.text_content()


def test_what_is_not_found_is_listed(site: SiteData, built: Path) -> None:
    tree = page(built, "provision/tip-3a")
    for cell in site.cells("tip-3a"):
        listed = tree.get_element_by_id(cell.country.lower()).xpath(".//ul[@class='ctip-missing']/li")
        labels = [flat(one.text_content()).split("; nearest in words")[0] for one in listed]
        assert labels == [one.label for one in cell.missing]


def test_the_law_page_has_an_anchor_for_every_clause(site: SiteData, built: Path) -> None:
    for view in site.laws:
        ids = set(page(built, view.page).xpath("//@id"))
        assert {clause.eid for top in view.law.clauses for clause in top.walk()} <= ids


def test_the_law_page_shows_all_words_and_where_they_are_from(site: SiteData, built: Path) -> None:
    for view in site.laws:
        said = content(page(built, view.page))
        for top in view.law.clauses:
            for clause in top.walk():
                for words in (clause.heading, clause.intro, clause.text, clause.wrap_up):
                    assert flat(words) in said
        assert view.entry.sha256 in said
        assert view.entry.official_url in said
        assert "Restatement, not the law." in said


def test_the_law_page_says_how_the_law_stands(site: SiteData, built: Path) -> None:
    facts = "string(//dl[contains(@class, 'ctip-facts')])"
    told = {one.country: page(built, one.page).xpath(facts) for one in site.laws}
    assert "amended since by law that is not in it" in told["SG"]
    assert "in force as it was read" in told["LK"]
    assert "Standing" not in told["VU"]


def test_text_of_a_law_is_never_markup(built: Path) -> None:
    tree = page(built, VANUATU)
    assert tree.xpath("//h1")[0].text_content().startswith(TITLE)
    assert tree.get_element_by_id("sec_1").text_content().startswith(FIRST.strip().replace(".", "", 1))
    assert WORDS.strip() in tree.text_content()
    for name in (VANUATU, "law", "country/vu", "country", "matrix", "provision/tip-3a", "provision/tip-3b", "compare"):
        parsed = page(built, name)
        # what describes the page to search engines is data: no browser runs it, and no sign of it ends the element
        assert parsed.xpath("//img[@onerror] | //script[not(@type)][contains(., 'alert(')]") == [], name
        assert not any("<" in told for told in parsed.xpath("//script[@type='application/ld+json']/text()")), name
    titles = [page(built, name).findtext(".//title") for name in (VANUATU, "country/vu")]
    assert NASTY in titles[0]


def test_words_of_a_card_are_the_words_of_the_law(built: Path) -> None:
    card = page(built, "provision/tip-3a").get_element_by_id("vu")
    quote = card.xpath(".//blockquote")[0]
    for number in quote.xpath(".//sup"):
        number.drop_tree()
    assert flat(WORDS) in flat(quote.text_content())
    assert f"why {NASTY}" in flat(card.text_content())


def test_every_page_says_what_it_is_not(site: SiteData, built: Path) -> None:
    for one in pages(site):
        footer = page(built, one.folder).xpath("//footer")[0].text_content()
        assert NOT_THE_LAW in footer
        assert DISCLAIMER in footer
        assert site.tool["framework"] in footer


#: Words that judge a State. "ranked" and "ranks" occur once each, where the site says that it does not.
JUDGING = r"\b(?:fail(?:s|ed|ure|ing)?|violat\w+|breach\w*|non-?complian\w+|best|worst|bad|poor|illegal|score[sd]?)\b"


def test_the_words_of_the_site_do_not_judge() -> None:
    folder = data_folder("templates") / "site"
    files = [*sorted(folder.rglob("*.j2")), folder / "words" / "en.toml"]
    said = {path.name: path.read_text(encoding="utf-8") for path in files}
    assert len(said) >= 12
    found = {name: re.findall(JUDGING, text, re.IGNORECASE) for name, text in said.items()}
    assert {name: words for name, words in found.items() if words} == {"en.toml": ["score"]}
    assert "There is no score" in said["en.toml"]
    assert sorted(re.findall(r"\brank\w*", " ".join(said.values()))) == ["ranked", "ranks"]


def test_facts_that_nobody_checked_are_flagged(site: SiteData, built: Path) -> None:
    for country in site.countries:
        wanted = sum(not fact.checked for fact in country.facts if fact.value)
        for row in country.treaties:
            facts = [*row.events, *([row.reservations] if row.reservations else [])]
            wanted += (not row.checked) + sum(not one.checked for one in facts if one.source != row.source)
        for one in country.statutes:
            wanted += (not one.checked) + sum(not f.checked for f in one.details if f.source != one.source)
        flags = page(built, country.page).xpath("//span[@class='ctip-flag' and . = 'unverified']")
        assert len(flags) == wanted > 0


def test_open_duties_and_met_duties_are_all_on_the_country_page(site: SiteData, built: Path) -> None:
    for country in site.countries:
        lists = page(built, country.page).xpath("//ul[@class='ctip-findings']/li[p/a]")
        links = [item.xpath("./p/a[contains(@href, '/provision/')]/@href")[0] for item in lists]
        assert sorted(links) == sorted(f"../../provision/{one.id}/index.html#{country.slug}" for one in site.judged)


def test_a_reason_why_nothing_was_assessed_is_told_once_for_its_duties(site: SiteData, built: Path) -> None:
    told = 0
    for view in site.countries:
        text, groups = content(page(built, view.page)), views.unassessed(site, view)
        for why, duties in groups.items():
            assert text.count(flat(why)[1:]) == 1, why
            told += len(duties) - 1
        lists = "//h2[@id='not-assessed']/following-sibling::ul[@class='ctip-findings']"
        listed = page(built, view.page).xpath(f"{lists}/li")
        assert len(listed) == sum(map(len, groups.values()))
    assert told > 0


def test_a_law_that_is_not_held_is_named_at_the_head_of_its_country(
    site: SiteData, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(downloads, "reports", lambda site: {})
    lacking = dataclasses.replace(site.countries[0], lacks=("the Kite Act",))
    render(dataclasses.replace(site, countries=(lacking, *site.countries[1:])), tmp_path)
    pages = [(tmp_path / "docs" / view.page / "index.md").read_text("utf-8") for view in site.countries[:2]]
    assert ["Not held: the Kite Act." in text.partition("{: #in-words }")[0] for text in pages] == [True, False]


def test_the_corpus_tells_the_site_which_law_is_not_held() -> None:
    (view,) = site_data(["CM"]).countries
    assert view.lacks == lacking("CM") != ()


@pytest.mark.parametrize(
    ("whole", "shown"),
    [
        ("https://example.org/acts/3", "https://example.org/acts/3"),
        (f"https://example.org/acts/{'x' * 80}.pdf?a=1#b", "https://example.org/acts/…"),
        (f"https://example.org/{'x' * 70}", "https://example.org/…"),
    ],
)
def test_a_long_address_is_shown_by_its_beginning(whole: str, shown: str) -> None:
    assert views.brief(whole) == shown


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("see https://e.org/a?b=1&c=2 (a list).", ["https://e.org/a?b=1&c=2"]),
        ("http://e.org/w. Then https://e.org/x, too", ["http://e.org/w", "https://e.org/x"]),
        ("a book <b>, no address: javascript:alert(1)", []),
        ('https://e.org/"onclick="x', ["https://e.org/"]),
    ],
)
def test_addresses_in_a_text_can_be_followed(text: str, addresses: list[str]) -> None:
    made = html.fromstring(f"<p>{_linked(text)}</p>")
    assert made.text_content() == text
    assert [link.get("href") for link in made.iter("a")] == addresses
    assert {one.tag for one in made.iter()} <= {"p", "a"}


@pytest.mark.parametrize(
    ("style", "squeezed"),
    [
        ("/* why */\na, b { color: red; margin: 0 1px; }", "a,b{color:red;margin:0 1px;}"),
        ('a::after { content: ", "; }', 'a::after{content:", ";}'),
        (".a :is(p, b) > c { top: 0 }", ".a :is(p,b) > c{top:0}"),
    ],
)
def test_a_style_sheet_loses_only_what_its_editors_read(style: str, squeezed: str) -> None:
    assert _squeezed(style) == squeezed


@pytest.mark.parametrize("code", sorted(states()))
def test_a_language_of_a_state_has_a_name_and_no_code(code: str) -> None:
    (languages,) = [one.value for one in facts_on(code).facts if one.name == "Languages"]  # type: ignore[union-attr]
    names = re.sub(r" \(.*\)$", "", languages)
    assert names
    assert all(name[0].isupper() for name in names.split(", "))
    assert "CLDR" not in languages


def test_a_citation_names_the_instruments(site: SiteData, built: Path) -> None:
    (cited,) = page(built, "country/pk").xpath("//details[@class='ctip-cite']/p")
    assert "held against Trafficking Protocol." in flat(cited.text_content())


def test_a_duty_that_has_a_model_clause_shows_it(site: SiteData, built: Path) -> None:
    assert len(site.drafts) > 20
    for one in site.judged:
        shown = page(built, f"provision/{one.id}").xpath("//details[@id='model-clause']/div")
        assert [flat(box.text_content()) for box in shown] == [
            flat(site.drafts[id]) for id in (one.id,) if id in site.drafts
        ]


def test_the_region_counts_the_countries(site: SiteData, built: Path) -> None:
    tree = page(built, "region")
    for one in site.judged:
        (row,) = tree.xpath(f"//tr[@data-provision='{one.id}']")
        counted = [int(cell.text_content()) for cell in row.xpath("./td")[1:6]]
        statuses = [cell.status for cell in site.cells(one.id)]
        met = sum(status in ANSWERED for status in statuses)
        none = sum(status in ("unclear", "not_assessed") for status in statuses)
        gaps = [statuses.count("gap"), statuses.count("not_in_legislation")]
        assert counted == [met, statuses.count("partial"), *gaps, none]
        assert sum(counted) == len(site.countries)


def test_the_region_shows_the_penalty_of_each_country_and_where_it_stands(site: SiteData, built: Path) -> None:
    (table,) = page(built, "region").xpath("//table[contains(@class, 'ctip-terms')]")
    rows = {flat(row.xpath("./th/a")[0].text_content()): row for row in table.xpath("./tbody/tr")}
    assert list(rows) == [country.name for country in site.countries]
    terms = {name: [flat(cell.text_content()) for cell in row.xpath("./td")] for name, row in rows.items()}
    assert terms["Vanuatu"] == ["No penalty of the offence was read."]
    assert terms["Pakistan"][:3] == ["section 3(1) (Prevention of Trafficking in Persons Act, 2018)", "up to 10", "14"]
    assert terms["Singapore"][0] == "section 4(1)(a)"  # of the one law that was read
    assert rows["Pakistan"].xpath("./td[1]/a/@href")[0].endswith("#" + terms_place(site, "PK"))
    assert all(width.endswith("%") for width in table.xpath("//*[@class='own']/@style"))


def test_places_of_one_law_name_it_once(site: SiteData, built: Path) -> None:
    """ "section 3(1); section 4 (Act of 2018)": the law stands behind the last of its places."""
    lines = [flat(one.text_content()) for one in page(built, "country/pk").xpath("//p[starts-with(., 'Found at')]")]
    several = [line for line in lines if line.count("section") > 1]
    assert several
    assert all(line.count("(Prevention of Trafficking in Persons Act, 2018)") <= 1 for line in several)


def terms_place(site: SiteData, code: str) -> str:
    """The anchor of the clause with the penalty of the offence."""
    (row,) = [row for row in views.terms(site, interface()).rows if row.view.code == code]
    assert row.place is not None
    return row.place.eid


def test_the_method_page_prints_the_figures_it_was_given(built: Path) -> None:
    rows = page(built, "method").xpath("//table//tr")
    said = {row.xpath("./th/text()")[0]: row.xpath("./td/text()") for row in rows[1:]}
    assert said["Precision"] == ["0.50"]
    assert said["F1"] == ["0.25"]
    assert said["Recall"] == ["not measured"]


def test_the_same_data_makes_the_same_bytes(
    site: SiteData, built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONHASHSEED", "12345")
    monkeypatch.setenv("TZ", "Pacific/Apia")
    render(site, tmp_path)
    generate(tmp_path)
    again = tmp_path / "site"
    first, second = (
        {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}
        for root in (built, again)
    )
    assert sorted(first) == sorted(second)
    assert [name for name in first if first[name] != second[name]] == []
    assert os.environ["TZ"] == "Pacific/Apia"


@pytest.mark.parametrize(
    ("here", "target", "way"),
    [
        ("", "matrix", "matrix/"),
        ("matrix", "", "../"),
        ("matrix", "matrix", "./"),
        ("provision/tip-3a", "country/my", "../../country/my/"),
        ("law/akn/my/act/2007/670", "law", "../../../../../"),
    ],
)
def test_links_are_relative(here: str, target: str, way: str) -> None:
    assert relative(here, target) == way


def test_a_link_to_a_page_that_does_not_exist_is_an_error() -> None:
    url = _Url("matrix", {"index", "matrix"}, frozenset({"data/matrix.csv"}))
    assert (url("index"), url("matrix", "x"), url.file("data/matrix.csv")) == (
        "../index.html",
        "#x",
        "../data/matrix.csv",
    )
    for call in (lambda: url("country/xx"), lambda: url.file("data/none.csv")):
        with pytest.raises(InternalError, match="CT970"):
            call()


def test_the_method_page_names_the_languages_withheld_and_why(site: SiteData, built: Path) -> None:
    (table,) = page(built, "method").xpath("//h2[@id='languages']/following::table[1]")
    rows = {row.findtext("th"): row.xpath("./td/text()") for row in table.xpath("./tbody/tr")}
    assert rows["English"] == [str(site.labelled["en"]), "given"]
    assert rows["Malay"][1].startswith("given; too few laws")
    assert rows["Thai"] == [str(site.labelled["th"]), "withheld, for want of a lexicon"]
    others = page(built, "method").xpath("string(//h2[@id='languages']/following::p[strong][1])")
    for name in ("Arabic", "Khmer", "Vietnamese", "Bangla"):
        assert name in others
    assert not any(name in others for name in ("English", "Malay", "Spanish"))
