"""Pages of questions that no duty asks: every country stands there once, with what was found or as silent."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import pytest

from ctip_law.assess.doubt import NOTHING_LIKE
from ctip_law.framework import load
from ctip_law.site import downloads
from ctip_law.site.cells import Finder
from ctip_law.site.data import questions
from ctip_law.site.nouns import Answer, Question, SiteData
from ctip_law.site.pages import render
from ctip_law.site.words import QUESTIONS
from tests.site.test_pages import content, page


def asked(site: SiteData) -> list[Question]:
    return [one for one in site.questions if one.elements]


def test_every_question_leads_to_a_duty_or_to_a_page_of_its_own(site: SiteData, built: Path) -> None:
    assert [one.id for one in site.questions] == list(QUESTIONS)
    assert [one.id for one in asked(site)] == ["victims-who-broke-the-law", "authorities", "time-to-recover"]
    ways = page(built, "").xpath("//ul[@class='ctip-asked']//a/@href")
    assert ways == [f"{one.page}/index.html" for one in site.questions]
    assert all(one.page.startswith("provision/") for one in site.questions if not one.elements)


def test_a_question_that_a_duty_asks_has_no_page_of_its_own(site: SiteData) -> None:
    wider = {one.id: one.page for one in questions(site.countries, ("tip", "actip"))}
    assert wider["victims-who-broke-the-law"] == "provision/actip-14-7"
    assert wider["authorities"] == "question/authorities"


def test_every_element_that_a_question_asks_for_is_of_the_framework() -> None:
    assert {id for _, _, ids in QUESTIONS.values() for id in ids} <= load().elements.keys()
    assert {id for _, ids, _ in QUESTIONS.values() for id in ids} <= {one.id for one in load().provisions()}


def test_every_country_stands_once_with_its_words_or_as_silent(site: SiteData, built: Path) -> None:
    for one in asked(site):
        tree = page(built, one.page)
        cards = {card.get("id"): card for card in tree.xpath("//article[contains(@class, 'ctip-card')]")}
        silent = tree.xpath("//h2[@id='none']/following-sibling::ul[1]/li/@id")
        left = tree.xpath("//h2[@id='left-out']/following-sibling::ul[1]/li/@id")
        assert sorted([*cards, *silent, *left]) == sorted(view.slug for view in site.countries)
        answers = {answer.country.slug: answer for answer in one.answers}
        assert set(cards) == {slug for slug, answer in answers.items() if answer.found}
        for slug, card in cards.items():
            told = [int(li.get("value")) for li in card.xpath(".//ol[@class='ctip-found']/li")]
            assert told == [mention.number for mention in answers[slug].found] == list(range(1, len(told) + 1))
            marked = {int(n) for found in card.xpath(".//mark/@data-n") for n in found.split()}
            assert marked <= set(told)
            assert marked, slug  # the words that were found are shown


def test_the_count_in_words_is_that_of_the_cards(site: SiteData, built: Path) -> None:
    for one in asked(site):
        text = content(page(built, one.page))
        found = [answer.country for answer in one.answers if answer.found]
        of = [answer for answer in one.answers if not answer.left_out]
        assert "no verdict is given" in text
        if not found:
            assert f"In none of the {len(of)} countries was anything of it found in the laws read." in text
            continue
        said = re.search(r"In (\d+) of (\d+) countries something of it was found in the laws read: (.*?)\.", text)
        assert said is not None, one.id
        assert [int(said[1]), int(said[2])] == [len(found), len(of)]
        assert said[3] == ", ".join(view.name for view in found)


def test_a_clause_leads_to_its_place_in_the_law(site: SiteData, built: Path) -> None:
    links = [
        (one.page, link)
        for one in asked(site)
        for link in page(built, one.page).xpath("//figure[@class='ctip-ex']/figcaption/a/@href")
    ]
    assert links
    for name, link in links:
        way, _, anchor = link.partition("#")
        law = (built / name / way).resolve().parent.relative_to(built.resolve()).as_posix()
        assert page(built, law).xpath(f"//*[@id='{anchor}']"), link


def rendered(site: SiteData, one: Question, folder: Path) -> str:
    others = [other for other in site.questions if other.id != one.id]
    render(dataclasses.replace(site, questions=(*others, one)), folder)
    words = (folder / "docs" / one.page / "index.md").read_text(encoding="utf-8")
    return " ".join(re.sub(r"<[^>]+>", " ", words).split())


def silent(answer: Answer, left_out: bool = False) -> Answer:
    return dataclasses.replace(answer, found=(), excerpts=(), left_out=left_out)


@pytest.mark.parametrize(
    ("left_out", "says", "never"),
    [
        (
            (False, False, False, False),
            ("In none of the 4 countries was anything of it found", "General law was not read"),
            ("Not in the pieces of the law", "something of it was found"),
        ),
        (
            (True, True, False, False),
            ("In neither of the two countries was anything of it found", "Not in the pieces of the law"),
            ("something of it was found",),
        ),
        (
            (True, True, True, False),
            ("In the one country nothing of it was found", "Not in the pieces of the law"),
            ("of the 1 countries",),
        ),
        (
            (True, True, True, True),
            ("Not in the pieces of the law",),
            ("nothing of it was found", "anything of it was found", "General law was not read"),
        ),
    ],
)
def test_silence_is_told_apart_from_what_an_extract_leaves_out(
    left_out: tuple[bool, ...],
    says: tuple[str, ...],
    never: tuple[str, ...],
    site: SiteData,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(downloads, "reports", lambda site: {})
    one = asked(site)[0]
    answers = tuple(map(silent, one.answers, left_out))
    words = rendered(site, dataclasses.replace(one, answers=answers), tmp_path)
    assert all(text in words for text in says)
    assert not any(text in words for text in never)
    assert all(words.count(f" {view.name} ") >= 1 for view in site.countries)


def test_words_in_doubt_are_no_finding_but_are_named(
    site: SiteData, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A country of which only doubtful words were read is among the silent, with the place where they stand."""
    monkeypatch.setattr(downloads, "reports", lambda site: {})
    one = next(one for one in asked(site) if one.id == "authorities")
    view = one.answers[0].country
    place = Finder(view.report, view.code, view.name).place(view.laws[0].law.id, view.laws[0].law.sections()[0].eid)
    first = dataclasses.replace(silent(one.answers[0]), doubted=(place,))
    words = rendered(site, dataclasses.replace(one, answers=(first, *one.answers[1:])), tmp_path)
    _, _, below = words.partition("No provision found in the laws read")
    assert re.search(rf"{view.name} .*May speak of it, for a lawyer to read: +{place.label}", below)


def test_what_is_doubted_is_not_among_what_was_found(site: SiteData) -> None:
    view = site.countries[0]
    known = next(iter(site.questions[-2].answers[0].found))
    elements = view.report.ledger.elements
    doubt = dataclasses.replace(elements[known.element], status="weak", why=f"words, {NOTHING_LIKE} it")
    ledger = dataclasses.replace(view.report.ledger, elements={**elements, known.element: doubt})
    found, excerpts, doubted = Finder(dataclasses.replace(view.report, ledger=ledger), view.code, view.name).asked(
        [known.element]
    )
    assert (found, excerpts) == ((), ())
    assert doubted == known.places[:1]
