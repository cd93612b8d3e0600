"""Facts, terms, reasons and recommendations in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ctip_law.dossier.advice import advice, leading, recommendations
from ctip_law.dossier.make import document
from ctip_law.dossier.penalties import years
from ctip_law.dossier.reasons import in_words, sentence
from ctip_law.dossier.standing import day, held, treaty_fact
from ctip_law.framework.state_facts import Treaty
from ctip_law.model import Report
from ctip_law.report.blocks import Grid, Head
from ctip_law.report.document import Finding, Term
from ctip_law.report.layout import layout
from ctip_law.report.rows import Missing, sheet

TREATIES = [
    (
        Treaty("tip", "party", "untc2014", consent="accession", consent_date="2010-07-07"),
        "party by accession on 7 July 2010",
    ),
    (Treaty("tip", "party", "memory", consent_date="2010"), "party in 2010 (not checked against a source)"),
    (
        Treaty("tip", "signatory", "untc2014", signed="2000-12-13", as_of="2014-01-27"),
        "signed on 13 December 2000, not ratified as of 27 January 2014",
    ),
    (Treaty("tip", "not_party", "untc2014", as_of="2014-07-10"), "not a party as of 10 July 2014"),
    (Treaty("tip", "not_party", "memory"), "not a party (not checked against a source)"),
    (Treaty("tip", "denounced", "untc2014", denounced="2019-03"), "denounced in March 2019"),
    (Treaty("tip", "extended", "untc2014"), "applies through the parent State"),
]


@pytest.mark.parametrize(("fact", "words"), TREATIES, ids=[words for _, words in TREATIES])
def test_where_a_state_stands_is_a_sentence(fact: Treaty, words: str) -> None:
    assert treaty_fact(fact) == words


@pytest.mark.parametrize(
    ("iso", "words"), [("2022-11-04", "on 4 November 2022"), ("2022-11", "in November 2022"), ("2022", "in 2022")]
)
def test_days_are_written_out(iso: str, words: str) -> None:
    assert day(iso) == words


def test_every_instrument_is_applied_or_left_out_with_its_reason(protocol: Report) -> None:
    applied, left, _ = held(protocol)
    assert len(applied) == 1
    assert len(applied) + len(left) == 11
    assert all(one.standing.endswith(".") for one in (*applied, *left))
    unknown = held(replace(protocol, country=""))[1]
    assert all("not given" in one.standing or "no legal" in one.standing for one in unknown)


@pytest.mark.parametrize(
    ("term", "words"),
    [
        (15.0, "15 years"),
        (1.0, "1 year"),
        (2.5, "2 years 6 months"),
        (0.25, "3 months"),
        (1 / 12, "1 month"),
        (10 / 365, "10 days"),
        (0.0, "none"),
        (None, ""),
    ],
)
def test_terms_are_written_in_years_months_and_days(term: float | None, words: str) -> None:
    assert years(term) == words


REASONS = [
    ("no rule found it, but section 4 reads like “Shelter”, by “cots”, “lamps”; a lawyer has to read it",
     "no provision was recognised with certainty, but section 4 speaks of “Shelter” (“cots”, “lamps”): a lawyer has to"
     " read it"),
    ("a rule found its words in section 7, which reads little like “Shelter”; a lawyer has to read it",
     "words that would answer stand in section 7, which otherwise says little on “Shelter”: a lawyer has to read it"),
    ("a rule found its words in section 7, and little else was found that goes with “Shelter”; a lawyer has to read it",
     "words that would answer stand in section 7, and little else was found that goes with “Shelter”: a lawyer has to"
     " read it"),
    ("no lexicon for the language (bn); verdicts are withheld", "no verdict is given on laws in Bengali"),
    ("as tip-3b, for means.fraud", "as Trafficking Protocol, article 3(b), for Fraud"),
    ("as far as resources allow", "as far as resources allow"),
    ("0 of 9 lines have no place in the structure of 4 sections",
     "4 sections or articles, which hold all 9 lines of the text"),
    ("10 of 90 lines have no place in the structure of 4 sections",
     "4 sections or articles, with 10 of 90 lines of the text outside them"),
    ("not told as a defect (nothing found in what was read; no text was read on criminal law, where it may stand):"
     " no_attempt",
     "not counted as defects of drafting, since no text was read on criminal law, where a rule may stand: no_attempt"),
    ("not told as a defect (not in the pieces of the law that we hold, which are an extract; nothing was assessed):"
     " no_attempt",
     "not counted as defects of drafting, since an extract of the law was read: no_attempt"),
    ("tip-3a-like words", "tip-3a-like words"),
]  # fmt: skip


@pytest.mark.parametrize(("why", "words"), REASONS)
def test_reasons_are_told_in_words_of_a_lawyer(why: str, words: str) -> None:
    assert in_words(why) == words


@pytest.mark.parametrize(("words", "made"), [("no lamp", "No lamp."), ("“So.”", "“So.”"), ("", "")])
def test_a_sentence_has_its_capital_and_its_stop(words: str, made: str) -> None:
    assert sentence(words) == made


ADVICE = [
    # status, nature, strength -> how the recommendation begins
    ("met", "legislative", "mandatory", "No change needed."),
    ("elsewhere", "legislative", "mandatory", "No change needed while section"),
    ("gap", "legislative", "mandatory", "Add a provision. To cover: "),
    ("gap", "legislative", "qualified", "Consider adding a provision. To cover: "),
    ("gap", "legislative", "optional", "The instrument permits a provision. To cover: "),
    ("gap", "legislative", "recommendation", "Consider adding a provision as good practice. To cover: "),
    ("gap", "law_or_measure", "mandatory", "Check whether an administrative measure answers it. If none does: add a "),
    ("divergence", "legislative", "mandatory", "The article asks for no change."),
    ("unclear", "legislative", "mandatory", "Have a lawyer read the law on this point before anything is changed."),
    ("not_assessed", "legislative", "mandatory", "Have a lawyer read the law on this point."),
]  # fmt: skip


@pytest.mark.parametrize(("status", "nature", "strength", "begins"), ADVICE)
def test_what_is_recommended_goes_by_status_and_duty(
    protocol: Report, status: str, nature: str, strength: str, begins: str
) -> None:
    found = next(one for one in protocol.provisions if one.id == "tip-5-2a")
    changed = replace(found, status=status, nature=nature, strength=strength)  # type: ignore[arg-type]
    row = sheet(replace(protocol, provisions=(changed,))).rows()[0]
    assert advice(row, changed).startswith(begins)


DOUBTED = "a rule found its words in section 4, which reads nothing like “Shelter”; a lawyer has to read it"

PARTIAL = [
    # sections that answer in part, what is missing, in part, the rest of the reason -> the recommendation
    ("4", ("Fraud",), (), "", "Amend section 4. To add: fraud."),
    ("12, 3A, 3", ("Fraud",), (), "", "Amend sections 3, 3A, 12. To add: fraud."),
    ("[2] 9; [1] 7, 4", ("Fraud",), (), "", "Amend [2] section 9; [1] sections 4, 7. To add: fraud."),
    ("", ("Fraud",), (), "", "Amend the law. To add: fraud."),
    ("4", (), ("Shelter (at night only)",), "", "Amend section 4. To complete: shelter."),
    ("4", ("Fraud",), ("Shelter",), "",
     "Amend section 4. To add: fraud. To complete: shelter."),
    ("4", (), (), "out of reach: Fraud", "Amend section 4. To bring into the offence: fraud."),
    ("4", (), (), "", "Amend section 4."),
    ("4, outside the numbered sections", ("Fraud",), (), "",
     "Amend section 4 and the words outside the numbered sections. To add: fraud."),
    ("outside the numbered sections", ("Fraud",), (), "",
     "Amend the words outside the numbered sections. To add: fraud."),
    ("4", (), (), "attached to none of: Recruitment, Transfer",
     "Amend section 4. To provide with it: an offence of trafficking to which it applies."),
    # nobody is told to amend a section because words stand in it that may be about something else
    ("4", (), (f"Shelter ({DOUBTED})",), "", "Have a lawyer read section 4 before anything is changed."),
    ("4", ("Fraud",), (f"Shelter ({DOUBTED})",), "",
     "Amend section 4. To add: fraud. Have a lawyer confirm first: shelter."),
]  # fmt: skip


@pytest.mark.parametrize(("places", "missing", "weak", "why", "words"), PARTIAL)
def test_what_is_there_in_part_is_to_be_completed(
    protocol: Report, places: str, missing: tuple[str, ...], weak: tuple[str, ...], why: str, words: str
) -> None:
    found = next(one for one in protocol.provisions if one.id == "tip-5-2a")
    changed = replace(found, status="partial", strength="mandatory", why=why)
    row = sheet(replace(protocol, provisions=(changed,))).rows()[0]
    row = replace(row, sections=places, missing=tuple(Missing(label, "") for label in missing), weak=weak)
    assert advice(row, changed) == words


TO_READ = [
    # sections with words that would answer, why there is no verdict -> what a lawyer is to read
    ("4", "", "section 4"),
    ("12, 3A", "", "sections 3A, 12"),
    ("[2] 9; [1] 7", "", "[2] section 9; [1] section 7"),
    ("", "no rule found it, but section 5 reads like “Shelter”; a lawyer has to read it", "section 5"),
    ("", "no rule found it, but section 5 of Lantern Act reads like “Shelter”; a lawyer has to read it",
     "section 5 of Lantern Act"),
    ("", "the text was not read well enough", "the law on this point"),
]  # fmt: skip


@pytest.mark.parametrize(("places", "why", "words"), TO_READ)
def test_where_no_verdict_is_given_the_sections_to_read_are_named(
    protocol: Report, places: str, why: str, words: str
) -> None:
    found = next(one for one in protocol.provisions if one.id == "tip-5-2a")
    changed = replace(found, status="unclear", why=why)
    row = replace(sheet(replace(protocol, provisions=(changed,))).rows()[0], sections=places)
    assert advice(row, changed) == f"Have a lawyer read {words} before anything is changed."


def to_be_read(everything: Report, *ids: str) -> list[Finding]:
    """Rows on which no verdict was given, for one reason."""
    rows = [row for row in document([everything]).chapters[0].rows() if row.key in ids]
    why = ("Words that would answer stand in section 4: a lawyer has to read it.",)
    words = "Have a lawyer read section 4 before anything is changed."
    return [
        replace(row, status="unclear", word="? unclear", strength="mandatory", why=why, advice=words, proposed=())
        for row in rows
    ]


def test_duties_that_wait_for_one_section_to_be_read_stand_together(everything: Report) -> None:
    rows = to_be_read(everything, "tip-6-6", "tip-6-4")
    (told,) = recommendations(rows)
    assert told.words == (
        "Possibility of compensation; age, gender, special needs: have a lawyer read section 4 before anything is"
        " changed."
    )
    (finding,) = leading(rows)
    assert finding == (
        "Trafficking Protocol, article 6(6), possibility of compensation; Trafficking Protocol, article 6(4), age,"
        " gender, special needs: unclear. Words that would answer stand in section 4: a lawyer has to read it."
    )


def test_what_is_left_out_of_the_leading_findings_is_counted_by_duty(everything: Report) -> None:
    rows = to_be_read(everything, "tip-6-6", "tip-6-4")
    other = replace(rows[0], key="tip-8-2", why=("Not found: shelter.",))
    assert leading([*rows, other], most=1)[1:] == ("1 more mandatory duty is open: see the recommendations.",)


def test_recommendations_go_by_duty_and_then_by_victims(everything: Report) -> None:
    made = document([everything]).chapters[0].advice
    order = ["mandatory", "qualified", "optional", "recommendation", "interpretive"]
    ranks = [order.index(one.strength) for one in made]
    assert ranks == sorted(ranks)
    assert [one.rank for one in made] == list(range(1, len(made) + 1))


def test_a_victim_s_duty_comes_before_a_border_duty_of_equal_strength(everything: Report) -> None:
    rows = [row for row in document([everything]).chapters[0].rows() if row.key in ("tip-11-3", "tip-6-2b")]
    assert [row.strength for row in rows] == ["qualified", "qualified"]
    told = recommendations(tuple(reversed(rows)))
    assert told[0].articles == ("Trafficking Protocol, article 6(2)(b)",)


TERMS = [
    # least, most -> as it stands in the table
    ("2 years", "4 years", "2 to 4 years"),
    ("6 months", "4 years", "6 months to 4 years"),
    ("2 years", "2 years 6 months", "2 to 2 years 6 months"),
    ("2 years 6 months", "4 years", "2 years 6 months to 4 years"),
    ("1 year", "4 years", "1 year to 4 years"),
    ("5 years", "12 years, or life", "5 to 12 years, or life"),
    ("5 years", "5 years", "5 years"),
    ("none stated", "10 years", "up to 10 years"),
    ("none stated", "life", "life"),
    ("8 years", "none stated", "8 years or more"),
    ("8 years", "life", "8 years to life"),
    ("none stated", "none stated", "none stated"),
]


@pytest.mark.parametrize(("least", "most", "words"), TERMS)
def test_a_term_of_imprisonment_in_words(least: str, most: str, words: str) -> None:
    assert Term("", "section 4", "Theft", least, most, "none found", "", (None, None)).term == words


NONE, ADDED, INSTEAD = "none found", "added to imprisonment", "instead of imprisonment"
#: place, least, most, fine, notes of each term -> the cells of the row
TOGETHER = [
    ([("2", "3 years", "9 years", NONE, ""), ("2", "none stated", "life", NONE, "")],
     [["3 to 9 years", "life"], [NONE], ["–"]]),
    ([("2", "3 years", "9 years", NONE, ""), ("2", "3 years", "9 years", NONE, "")], [["3 to 9 years"], [NONE], ["–"]]),
    ([("2", "3 years", "9 years", ADDED, "class: grave"), ("2", "1 year", "2 years", ADDED, "class: grave")],
     [["3 to 9 years", "1 year to 2 years"], [ADDED], ["class: grave"]]),
    ([("2", "3 years", "9 years", NONE, "death penalty"), ("2", "1 year", "2 years", INSTEAD, "")],
     [["3 to 9 years (death penalty)", "1 year to 2 years, or a fine"], ["see each term"], ["see each term"]]),
]  # fmt: skip


@pytest.mark.parametrize(("terms", "cells"), TOGETHER)
def test_the_terms_of_one_offence_stand_together(
    protocol: Report, terms: list[tuple[str, str, str, str, str]], cells: list[list[str]]
) -> None:
    made = document([protocol])
    own = tuple(
        Term("Lamp Act", place, "Theft", least, most, fine, notes, (None, None))
        for place, least, most, fine, notes in terms
    )
    other = Term("Kite Act", "2", "Theft", "none stated", "1 year", NONE, "", (None, None))
    blocks = layout(replace(made, chapters=(replace(made.chapters[0], penalties=(*own, other)),)))
    heads = [block.text for block in blocks if isinstance(block, Head)]
    at = heads.index("Penalties")
    assert heads[at + 1 : at + 3] == ["Lamp Act", "Kite Act"]
    first, second = (block for block in blocks if isinstance(block, Grid) and block.caption == "Penalties")
    assert [[words.text for words in cell] for cell in first.rows[0]] == [["2"], ["Theft"], *cells]
    assert (len(first.rows), len(second.rows)) == (1, 1)
