"""What a consultant's report has beside the matrix: findings by theme, definitions compared, the country."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ctip_law.dossier.make import document
from ctip_law.dossier.themes import not_read
from ctip_law.model import Report
from ctip_law.report.naming import ids_in
from ctip_law.report.words import SUBJECT


def test_each_duty_judged_stands_in_one_theme_behind_its_standard(protocol: Report) -> None:
    chapter = document([protocol]).chapters[0]
    assert [one.heading for one in chapter.themes] == [
        heading for heading in SUBJECT.values() if heading in {one.heading for one in chapter.themes}
    ]
    for one in chapter.themes:
        assert one.standard.startswith("What is asked: Trafficking Protocol, article")
        assert one.told
    said = " ".join(words.casefold() for one in chapter.themes for words in one.told)
    assert [row.title for row in chapter.rows() if row.title.casefold() not in said] == []


def test_a_definition_has_what_belongs_to_it_the_words_and_what_they_lack(protocol: Report) -> None:
    made = {one.term: one for one in document([protocol]).chapters[0].meanings}
    assert list(made) == ["Acts of trafficking", "Means of trafficking", "Exploitation", "Child"]
    assert "Recruitment" in made["Acts of trafficking"].asked
    assert "recruits" in " ".join(one.words for one in made["Acts of trafficking"].passages)
    for one in made.values():
        assert set(one.lacking) <= set(one.asked)
        assert one.passages or one.lacking == one.asked


def test_what_is_known_of_the_country_says_what_nobody_checked(protocol: Report) -> None:
    known = document([protocol]).chapters[0].context
    labels = [label for label, _ in known]
    assert labels[0] == "Legal family"
    assert "Principal statute" in labels
    assert "(not checked against a source)" in dict(known)["Legal family"]


def test_without_a_country_there_is_no_context(civil: Report) -> None:
    chapter = document([civil]).chapters[0]
    assert chapter.context == ()
    assert chapter.themes


@pytest.mark.parametrize("part", ["themes", "meanings", "context"])
def test_no_id_of_the_program_stands_in_it(everything: Report, part: str) -> None:
    assert not ids_in(repr(getattr(document([everything]).chapters[0], part)))


TITLES = [
    # country, titles read -> how many of the principal statutes known are told as not read
    ("PK", ("Prevention of Trafficking in Persons Act, 2018",), 1),
    ("PK", ("THE PREVENTION OF TRAFFICKING IN PERSONS ACT 2018", "Prevention of Smuggling of Migrants Act, 2018"), 0),
    ("PK", ("The Bonded Labour System (Abolition) Act, 1992",), 2),
    ("ID", ("Law Number 21 of 2007 on the Eradication of the Crime of Trafficking in Persons",), 0),
    ("FR", ("Penal Code (extract)",), 0),  # the title known is French
    ("TH", ("Anti-Trafficking in Persons Act, B.E. 2551 (2008)",), 1),
    ("PK", ("",), 2),
]


@pytest.mark.parametrize(("country", "titles", "unread"), TITLES)
def test_principal_statutes_that_no_title_names_are_told(
    protocol: Report, country: str, titles: tuple[str, ...], unread: int
) -> None:
    laws = tuple(replace(protocol.ledger.laws[0], title=title) for title in titles)
    report = replace(protocol, country=country, ledger=replace(protocol.ledger, laws=laws))
    told = not_read(report)
    assert (told.count("; ") + 1 if told else 0) == unread


def test_a_gap_that_a_principal_statute_not_read_may_answer_stands_under_that_sentence(protocol: Report) -> None:
    chapter = document([protocol]).chapters[0]
    assert chapter.leading[0] == chapter.head[-1]
    assert chapter.leading[0].startswith("Not among the laws read, by their titles: Prevention of Trafficking")
