"""What a consultant's report has beside the matrix: findings by theme, definitions compared, the country."""

from __future__ import annotations

import pytest

from ctip_law.dossier.make import document
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
