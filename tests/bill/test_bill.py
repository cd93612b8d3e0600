"""Bills on small statutes, each in another manner of numbering and of words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ctip_law.analyse import gap, parse
from ctip_law.bill import Bill, amending_bill, bill_of
from ctip_law.errors import CtipError, InputError, UsageError
from ctip_law.model import ProvisionStatus
from tests.bill.statutes import ARTICLES, FRENCH, INDONESIAN, LETTERED, SECTIONS, SPANISH, bill, law

GOOD = ("met", "elsewhere", "divergence")


def numbers(made: Bill) -> list[str]:
    return [section.num for change in made.changes for section in change.sections]


@pytest.mark.parametrize(
    ("text", "new"),
    [
        (SECTIONS, ["5A", "5B"]),  # organising after the accomplices, compensation after the last offence
        (ARTICLES, ["2-2", "2-3", "3-1", "4-1"]),  # 2-1 is there already
        (LETTERED, ["4A", "5A", "5B"]),
        (SPANISH, ["2A", "2B", "2C", "3A", "4A"]),
        (FRENCH, ["2-1", "2-2", "3-1", "4-1"]),
        (INDONESIAN, ["2A", "2B", "3A", "4A"]),
    ],
    ids=["letters", "hyphens", "lettered definitions", "Spanish", "French", "Indonesian"],
)
def test_what_is_missing_stands_beside_its_matter_in_the_numbers_of_the_law(text: str, new: list[str]) -> None:
    assert numbers(bill(text)) == new


@pytest.mark.parametrize(
    "text",
    [SECTIONS, ARTICLES, LETTERED, SPANISH, FRENCH, INDONESIAN],
    ids=["letters", "hyphens", "lettered definitions", "Spanish", "French", "Indonesian"],
)
def test_a_bill_is_carried_out_whole_and_answers_what_it_is_asked(text: str) -> None:
    made = bill(text)
    assert made.proof is not None
    assert made.proof.orders == made.proof.applied == len(made.changes)
    assert made.proof.sound, (made.proof.failures, made.proof.lost)
    assert made.asked
    assert {row.after for row in made.proof.rows if row.id in made.asked} <= set(GOOD)
    assert not any(row.worse for row in made.proof.rows)
    sections = [section.num for section in made.proof.law.sections()]
    assert set(numbers(made)) <= set(sections)
    assert len(sections) == len(set(sections))


def test_a_bill_is_the_same_twice() -> None:
    assert amending_bill([parse("-", stdin=SECTIONS.encode(), lang="en")], against="tip") == bill(SECTIONS)


def test_a_law_without_gaps_gets_no_clause() -> None:
    first = bill(SECTIONS)
    assert first.proof is not None
    assert amending_bill([first.proof.law], against="tip").changes == ()


@pytest.mark.parametrize(
    ("text", "said", "not_said"),
    [
        (SECTIONS, "the Court shall order the offender to pay compensation to the trafficked person for", "victim"),
        (SECTIONS, "is liable on conviction to the penalty for the trafficking offence", "years"),  # that of section 3
        (SECTIONS, "the trafficked person's migration status", "must"),
        (ARTICLES, "the court must order the offender to pay compensation to the victim for", "shall order"),
        (ARTICLES, "means an offence under article 2,", "section"),
        (LETTERED, "On convicting a person of an offence under this Ordinance", "this Act"),
        (SPANISH, "deberá ordenar al condenado que pague a la víctima una indemnización por:", "article"),
        (FRENCH, "doit ordonner au condamné de verser à la victime une indemnisation pour\u00a0:", "section"),
        (INDONESIAN, "memerintahkan pelaku membayar restitusi kepada korban untuk:", "article"),
    ],
)
def test_a_bill_speaks_as_the_law_does(text: str, said: str, not_said: str) -> None:
    quoted = "\n".join(change.quoted for change in bill(text).changes)
    assert said in quoted
    assert not_said not in quoted


def test_definitions_stand_where_the_alphabet_has_them() -> None:
    made = bill(SECTIONS)
    assert made.proof is not None
    text = made.proof.law.text
    order = [text.index(f'"{term}"') for term in ("trafficked person", "trafficking offence", "vehicle")]
    assert order == sorted(order)


def test_definitions_among_lettered_paragraphs_are_lettered() -> None:
    made = bill(LETTERED, also=["attempt"])
    labels = [change.quoted[:5] for change in made.changes if change.kind == "define"]
    assert labels == ["(ca) "]  # a trafficking offence stands between the Government and a victim


def test_a_law_without_definitions_gets_a_section_of_them() -> None:
    made = bill(ARTICLES)
    assert any(change.quoted.startswith("Article 1-1. Further definitions") for change in made.changes)


def test_definitions_follow_the_new_sections_that_go_to_the_same_place() -> None:
    """The offence is the first article, so both go after it: 1A to 1C, then the terms that they use."""
    opened = SPANISH.index("Artículo 1."), SPANISH.index("Artículo 2.")
    text = (
        (SPANISH[: opened[0]] + SPANISH[opened[1] :])
        .replace("artículo 2", "artículo 1")
        .replace("Artículo 2", "Artículo 1")
    )
    made = amending_bill([parse("-", stdin=text.encode(), lang="es")], against="tip")
    assert made.proof is not None
    assert (made.proof.failures, made.proof.lost) == ((), ())
    [definitions] = [change for change in made.changes if "Otras definiciones" in change.quoted]
    before = [change.sections[-1].num for change in made.changes if change.sections and change.unit == definitions.unit]
    assert f"después del artículo {before[-1]} " in definitions.order
    there = [section.num for section in made.proof.law.sections() if section.num.startswith("1")]
    assert there == sorted(there, key=lambda num: (len(num), num))
    assert len(there) > 2


# -- what contradicts a duty -----------------------------------------------------------------------------------


def test_an_age_below_eighteen_is_put_right_by_its_words() -> None:
    made = bill(LETTERED)
    change = next(change for change in made.changes if change.kind == "words")
    assert "“under the age of sixteen years”" in change.order
    assert "“under the age of eighteen years”" in change.order
    assert made.proof is not None
    assert "sixteen" not in made.proof.law.text
    assert [row.after for row in made.proof.rows if row.id == "tip-3d"] == ["met"]
    assert not any("child" in section.title.lower() for change in made.changes for section in change.sections)


def test_a_low_age_is_mended_for_an_instrument_that_has_a_duty_of_its_own_on_it() -> None:
    """The age stood as it was where the law was held against the ASEAN convention alone, and its duty stayed open."""
    made = bill(LETTERED, against="actip")
    assert any("“under the age of sixteen years”" in change.order for change in made.changes)
    assert made.proof is not None
    assert made.proof.failures == ()
    assert [row.after for row in made.proof.rows if row.id == "actip-2d"] == ["met"]


def test_help_on_condition_of_testimony_is_repealed_and_help_without_it_put_in() -> None:
    made = bill(LETTERED, against="tip,coe")
    repeal = next(change for change in made.changes if change.kind == "repeal")
    assert repeal.unit == "4"
    assert "subsection (2)" in repeal.order
    assert made.proof is not None
    assert "only if the victim agrees" not in made.proof.law.text
    assert "shelter and medical treatment" in made.proof.law.text  # its neighbour stays
    assert "Assistance is not conditional" in made.proof.law.text
    assert "conditional-assistance" in made.proof.defects[0]
    assert "conditional-assistance" not in made.proof.defects[1]


def test_a_defect_that_is_named_is_left_alone() -> None:
    made = bill(LETTERED, against="tip,coe", without=["conditional-assistance"])
    assert not any(change.kind == "repeal" for change in made.changes)


FINE = SECTIONS.replace("imprisonment for a term of not less than five years and not more than twenty years", "a fine or to imprisonment for a term not exceeding twenty years or to both")  # fmt: skip  # noqa: E501


def test_words_that_no_clause_can_safely_change_are_asked() -> None:
    made = bill(FINE)
    assert [question.place for question in made.questions if "penalty-fine-alternative" in question.ids] == ["3"]


# -- what is asked, what is left, what is taken in --------------------------------------------------------------


@pytest.mark.parametrize(
    ("status", "also", "drafted", "asked"),
    [("unclear", (), False, True), ("unclear", ("tip-6-6",), True, False), ("gap", (), True, False)],
)
def test_what_the_reading_does_not_decide_is_asked_and_drafted_only_when_it_is_named(
    status: ProvisionStatus, also: tuple[str, ...], drafted: bool, asked: bool
) -> None:
    report = gap([law(SECTIONS)], against="tip")
    findings = (replace(f, status=status) if f.id == "tip-6-6" else f for f in report.provisions)
    made = bill_of(replace(report, provisions=tuple(findings)), also=also)
    assert any("Compensation" in change.quoted for change in made.changes) is drafted
    assert any("tip-6-6" in question.ids for question in made.questions) is asked


@pytest.mark.parametrize(
    ("given", "taken"),
    [
        ({}, {"tip-5-2c", "tip-6-6"}),
        ({"without": ["tip-6-6"]}, {"tip-5-2c"}),
        ({"without": ["compensation-offender"]}, {"tip-5-2c", "tip-6-6"}),  # another provision answers it
        ({"also": ["tip-6-3d"]}, {"tip-5-2c", "tip-6-6", "tip-6-3d"}),
        ({"measures": True}, {"tip-5-2c", "tip-6-6", "tip-6-4", "tip-8-2", "tip-9-5"}),
    ],
)
def test_a_call_widens_or_narrows_what_is_answered(given: dict[str, object], taken: set[str]) -> None:
    assert set(bill(SECTIONS, **given).asked) == taken


def test_what_a_measure_can_perform_is_told() -> None:
    assert "tip-9-5" in dict(bill(SECTIONS).left)


def test_a_law_without_the_offence_is_asked_about() -> None:
    gardens = "GARDENS ACT 1999\n\n1. Gates\nA gate is kept shut by night and by day.\n\n2. Keys\nThe keeper holds a key and lends it.\n\n3. Fee\nA guest pays a fee.\n"  # noqa: E501
    made = bill(gardens)
    assert made.questions[0].ids == ()
    assert "No offence of trafficking" in made.questions[0].words


# -- bad input -------------------------------------------------------------------------------------------------

GERMAN = "GESETZ GEGEN DEN MENSCHENHANDEL\n\n§ 1 Zweck\nDieses Gesetz dient der Verhütung des Menschenhandels.\n\n§ 2 Menschenhandel\nWer eine Person anwirbt, befördert, weitergibt, beherbergt oder aufnimmt, um sie auszubeuten, wird mit Freiheitsstrafe bestraft.\n\n§ 3 Opfer\nDas Opfer hat Anspruch auf Hilfe.\n"  # noqa: E501
AMENDING = "GARDENS (AMENDMENT) ACT 2020\n\n1. Short title\nThis Act may be cited as the Gardens (Amendment) Act 2020.\n\n2. Change\nSection 3 of the Gardens Act 1999 is amended in subsection (1) by inserting after the word “red” the words “or blue”.\n\n3. Change\nSection 4 of the Gardens Act 1999 is repealed.\n"  # noqa: E501


@pytest.mark.parametrize(
    ("text", "lang", "code"),
    [(GERMAN, "de", "CT403"), (AMENDING, "en", "CT405")],
    ids=["another language", "an amending act"],
)
def test_a_law_that_cannot_be_amended_so_is_refused_in_one_sentence(text: str, lang: str, code: str) -> None:
    from ctip_law import parse

    with pytest.raises(InputError) as told:
        amending_bill([parse("-", stdin=text.encode(), lang=lang)], against="tip")
    assert told.value.code == code
    assert "\n" not in str(told.value)


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"also": ["no-such-duty"]}, "CT003"),
        ({"also": ["coe-24"]}, "CT003"),  # a duty that the law was not held against
        ({"strength": "absolute"}, "CT004"),
        ({"tradition": "roman"}, "CT004"),
        ({"variables": {"authority_name": "the Office”. Section 3 is repealed. “"}}, "CT004"),
        ({"variables": {"authority_name": "the Office\n9. Repeal"}}, "CT004"),
        ({"variables": {"no_such_blank": "x"}}, "CT004"),
        ({"against": "no-such-instrument"}, "CT002"),
    ],
)
def test_a_wrong_call_is_refused_in_one_sentence(given: dict[str, object], code: str) -> None:
    with pytest.raises(UsageError) as told:
        bill(SECTIONS, **given)
    assert told.value.code == code
    assert "\n" not in str(told.value)


@pytest.mark.parametrize(
    "title", ['THE "{0}" ACT 2011', "THE <b>{{ 7*7 }}</b> ACT 2011", "THE “END”. 9. REPEAL ACT 2011"]
)
def test_a_hostile_title_is_only_words(title: str) -> None:
    text = SECTIONS.replace("HUMAN DIGNITY ACT 2011", title).replace("Human Dignity Act 2011", title)
    try:
        made = bill(text)
    except CtipError:
        pytest.fail("a title is no reason to refuse")
    assert made.proof is not None
    assert made.proof.applied == made.proof.orders == len(made.changes)
