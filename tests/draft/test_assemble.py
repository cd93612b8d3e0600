"""Drafts put together: numbers, cross-references, choices, blanks."""

from __future__ import annotations

import re
from itertools import islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ctip_law.draft import Draft, draft_clause, draft_law, library, render
from ctip_law.draft.numbers import letters, printed, section_numbers
from ctip_law.draft.values import _HIDDEN
from ctip_law.errors import UsageError

TRADITIONS = ("common", "civil", "plain")
LAWS = ("trafficking", "smuggling")


def text(draft: Draft) -> str:
    return str(render(draft, "text"))


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        (1, ["1", "2", "3"]),
        ("99", ["99", "100", "101"]),
        ("12A", ["12A", "12B", "12C"]),
        (" 7z ", ["7Z", "7AA", "7AB"]),
    ],
)
def test_section_numbers(start: int | str, expected: list[str]) -> None:
    assert list(islice(section_numbers(start), 3)) == expected


@pytest.mark.parametrize("start", ["", "0", "A", "12.1", "-3", "12AB", "123456", "１２"])
def test_no_section_number(start: str) -> None:
    with pytest.raises(UsageError, match="CT004"):
        draft_clause("attempt", number_from=start)


@given(st.integers(1, 5000), st.integers(1, 5000))
def test_numbers_of_items_differ(one: int, other: int) -> None:
    assert (letters(one) == letters(other)) == (one == other)


def test_numbers_are_printed_as_the_tradition_does() -> None:
    assert [printed(n, "(1)") for n in (1, 12)] == ["(1)", "(12)"]
    assert [printed(n, "(a)") for n in (1, 26, 27)] == ["(a)", "(z)", "(aa)"]
    assert [printed(n, "(i)") for n in (1, 4, 9, 14)] == ["(i)", "(iv)", "(ix)", "(xiv)"]


def test_a_clause_in_both_traditions() -> None:
    common, civil = (text(draft_clause("attempt", tradition=t, number_from="12A")) for t in ("common", "civil"))
    assert common.splitlines()[2:4] == [
        "12A. Attempt",
        "(1) A person who attempts to commit a trafficking offence commits an offence and is liable on conviction "
        "to the penalty for the completed offence.",
    ]
    assert civil.splitlines()[2:4] == [
        "Article 12A. Attempt",
        "1. A person who attempts to commit a trafficking offence commits a criminal offence and shall be punished by "
        "the penalty for the completed offence.",
    ]


@pytest.mark.parametrize(
    ("tradition", "expected"),
    [
        ("common", "once any of the means named in section 6(1) was used."),
        ("civil", "once any of the means named in article 6, paragraph 1 was used."),
    ],
)
def test_a_reference_names_the_section_and_the_subsection(tradition: str, expected: str) -> None:
    section = draft_law(tradition=tradition).section("consent")
    assert section.units[0].text.endswith(expected)


def test_a_reference_to_what_is_not_drafted_is_left_to_fill_in() -> None:
    draft = draft_clause("tip-3b")
    assert "section [Meaning of trafficking in persons]" in text(draft)
    assert draft.blanks[0] == "[Meaning of trafficking in persons]"
    both = draft_clause(["tip-3b", "tip-3a"])
    assert "the means named in section 1(1)" in text(both)
    assert both.blanks == ("[Meaning of child]",)  # the sale of a child is a form of exploitation


@pytest.mark.parametrize("law", LAWS)
@pytest.mark.parametrize("tradition", TRADITIONS)
def test_every_reference_in_a_whole_law_is_to_a_section_that_there_is(tradition: str, law: str) -> None:
    draft = draft_law(tradition=tradition, law=law)
    words = text(draft)
    numbers = {section.num for section in draft.sections()}
    cited = re.findall(r"(?:section|article) (\d+[A-Z]?)", words)
    assert cited
    assert set(cited) <= numbers
    titles = {f"[{provision.title}]" for provision in library().values()}
    assert titles.isdisjoint(draft.blanks)
    assert {"[date]", "[the ministry or agency responsible for this law]", "[unit of money]"} <= set(draft.blanks)
    assert "{" not in words


def test_the_definitions_name_the_terms_that_the_law_uses_and_no_others() -> None:
    whole = [line[2] for line in draft_law().section("definitions").lines()][1:]
    assert whole == sorted(whole, key=str.casefold)
    assert any(line.startswith("“carrier” means") for line in whole)
    part = " ".join(line[2] for line in draft_law(only="tip-3b").section("definitions").lines())
    assert "“victim” means" in part
    assert "carrier" not in part


def test_a_law_limited_to_a_duty_holds_what_the_duty_builds_on() -> None:
    ids = [section.provision for section in draft_law(only="tip-3c").sections()]
    assert ids == [
        "short-title",
        "definitions",
        "trafficking-definition",
        "exploitation-definition",
        "child-definition",
        "child-trafficking",
    ]


def test_a_law_limited_to_a_part() -> None:
    draft = draft_law(only=["stay"])
    assert [part.heading for part in draft.parts][-1].endswith("Stay and return")
    assert {"stay", "return", "own-nationals"} <= {section.provision for section in draft.sections()}


def test_title_and_country_stand_in_the_text() -> None:
    draft = draft_law(title="Freedom Act 2031", country="Utopia")
    assert draft.title == "Freedom Act 2031"
    assert "This Act may be cited as the Freedom Act 2031." in text(draft)
    assert draft.section("own-nationals").heading.endswith("Return to Utopia")
    assert "the Republic" not in text(draft)


def test_a_penalty_takes_the_terms_that_are_given() -> None:
    common = text(draft_clause("offence", variables={"max_years": 15}))
    assert "imprisonment for a term not exceeding 15 years" in common
    civil = text(draft_clause("offence", variables={"max_years": "15", "min_years": "4"}, tradition="civil"))
    assert "imprisonment for a term of 4 to 15 years" in civil


@pytest.mark.parametrize(
    ("variables", "message"),
    [
        ({"max_years": 3}, 'max_years cannot be "3"; give a whole number from 5 to 40'),
        ({"max_years": "ten"}, 'max_years cannot be "ten"'),
        ({"max_years": "-7"}, 'max_years cannot be "-7"'),
        ({"min_years": 20, "max_years": 20}, "the shortest term is 20 years and the longest 20"),
        ({"max_year": 9}, 'no variable or option is called "max_year"; use max_years'),
        ({"offence_fine": "instead"}, 'offence_fine cannot be "instead"; use added or none'),
        ({"country": "  "}, "country is empty"),
    ],
)
def test_a_value_that_cannot_be_used(variables: dict[str, str | int], message: str) -> None:
    with pytest.raises(UsageError, match="CT004") as caught:
        draft_clause("offence", variables=variables)
    assert message in str(caught.value)


@pytest.mark.parametrize("ids", [[], ["tip-3b", "nonsense"]])
def test_no_draft_without_something_to_draft(ids: list[str]) -> None:
    with pytest.raises(UsageError):
        draft_clause(ids)


def test_an_unknown_tradition() -> None:
    with pytest.raises(UsageError, match=r'CT004 the tradition "roman" is not known; use common or civil'):
        draft_law(tradition="roman")


def test_an_option_changes_the_text_the_promise_and_the_note() -> None:
    open_, closed = (
        draft_clause("exploitation-definition", variables={"list_ending": ending, "list_length": "treaty"})
        for ending in ("open", "closed")
    )
    assert "“exploitation” includes —" in text(open_)
    assert "purpose.open_list" in open_.sections()[0].elements
    assert "“exploitation” means —" in text(closed)
    assert "any other form of exploitation" not in text(closed)
    assert "purpose.open_list" not in closed.sections()[0].elements
    assert "(f) servitude, including in a household; and\n" in text(closed)  # "and" moves to the last but one
    assert "list_ending=open" in closed.sections()[0].choices[0]


def every_choice() -> list[tuple[str, str, str]]:
    return [
        (provision.id, option.id, choice)
        for provision in library().values()
        for option in (provision.options or {}).values()
        for choice in option.choices
    ]


@pytest.mark.parametrize(("provision", "option", "choice"), every_choice())
def test_every_choice_drafts_a_text_of_its_own(provision: str, option: str, choice: str) -> None:
    chosen = {c: text(draft_clause(provision, variables={option: c})) for _, o, c in every_choice() if o == option}
    assert len(set(chosen.values())) == len(chosen)
    assert "{" not in chosen[choice]


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("a\x01b", "U+0001"),
        ("a\x00", "U+0000"),
        ("Ministry \u202eyrtsiniM", "U+202E"),
        ("a\ufffe", "U+FFFE"),
        ("half \ud83d", "U+D83D"),
    ],
)
def test_a_character_that_no_form_can_show_is_refused(words: str, named: str) -> None:
    for given_ in ({"variables": {"carrier_fine": words}}, {"title": words}):
        with pytest.raises(UsageError) as told:
            draft_law(only="carriers", **given_)
        assert told.value.code == "CT004"
        assert named in told.value.message
        assert ("carrier_fine" if "variables" in given_ else "the title") in told.value.message


@pytest.mark.parametrize("words", ["Ministère de l’Intérieur", "وزارة", "می\u200cخواهم", "内政部", "a\tb"])
def test_letters_of_any_script_are_taken(words: str) -> None:
    draft = draft_clause("carriers", variables={"carrier_fine": words})
    assert " ".join(words.split()) in text(draft)


@settings(deadline=None)
@given(st.text(min_size=1).filter(str.strip).filter(lambda words: not _HIDDEN.search(" ".join(words.split()))))
def test_a_value_is_words_and_never_a_template(words: str) -> None:
    once = " ".join(words.split())
    draft = draft_clause("carriers", variables={"carrier_fine": words + " {{ 7 * 7 }}"})
    assert f"{once} {{{{ 7 * 7 }}}}, and must pay the cost" in text(draft)


@pytest.mark.parametrize(
    ("only", "without", "refused"),
    [
        ("tip-3b", "consent", True),
        ("consent", "consent", True),
        ("tip-5-1", "consent", False),
        (["tip-5-1", "tip-3b"], ["consent"], True),
        ("", "consent", False),
    ],
)
def test_what_is_asked_for_and_left_out_is_refused(only: str, without: str, refused: bool) -> None:
    if not refused:
        assert "consent" not in {section.provision for section in draft_law(only=only, without=without).sections()}
        return
    with pytest.raises(UsageError) as told:
        draft_law(only=only, without=without)
    assert told.value.code == "CT004"
    assert "consent" in told.value.message
