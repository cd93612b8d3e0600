"""How far a draft goes, in which tradition, and which of the two laws it is."""

from __future__ import annotations

import re

import pytest

from ctip_law.draft import Draft, draft_clause, draft_law, library, listing, render
from ctip_law.draft.library import shipped
from ctip_law.errors import UsageError


def text(draft: Draft) -> str:
    return str(render(draft, "text"))


#: provision, what is set, words that tell which alternative was taken
TAKEN = [
    ("knowing-use", {}, "imprisonment"),
    ("knowing-use", {"level": "minimum"}, "administrative penalty"),
    ("knowing-use", {"level": "stronger"}, "reckless"),
    ("knowing-use", {"level": "minimum", "user_sanction": "criminal"}, "imprisonment"),
    ("supply-chains", {"level": "minimum"}, "or that it has done nothing"),
    ("supply-chains", {}, "carry out due diligence"),
    ("supply-chains", {"level": "stronger"}, "is liable for harm"),
    ("stay", {"level": "minimum"}, "may grant an identified victim"),
    ("stay", {"level": "stronger"}, "immigration authority must grant"),
    ("assistance", {"level": "minimum"}, "Within the means that it has"),
    ("assistance", {"level": "recommended"}, "must provide every victim"),
]


@pytest.mark.parametrize(("provision", "settings", "expected"), TAKEN)
def test_a_level_decides_what_is_not_set_one_by_one(provision: str, settings: dict[str, str], expected: str) -> None:
    assert expected in text(draft_clause(provision, variables=settings))


@pytest.mark.parametrize(
    ("tradition", "expected"),
    [
        ("common", "commits an offence and is liable on conviction to imprisonment for a term not exceeding 20 years."),
        ("civil", "commits a criminal offence and shall be punished by imprisonment for a term of up to 20 years."),
        ("plain", "commits a crime and can be punished by imprisonment for up to 20 years."),
    ],
)
def test_each_tradition_words_an_offence_in_its_way(tradition: str, expected: str) -> None:
    assert expected in text(draft_clause("offence", tradition=tradition))


def test_a_fine_is_worded_with_its_amount() -> None:
    settings = {"trafficking_fine": "200,000", "currency": "dollars"}
    assert "a fine not exceeding dollars 200,000." in text(draft_clause("offence", variables=settings))
    assert "a fine of up to dollars 200,000." in text(draft_clause("offence", variables=settings, tradition="civil"))


def test_the_companion_is_a_law_of_its_own() -> None:
    draft = draft_law(law="smuggling", country="Utopia")
    assert draft.title == "Smuggling of Migrants Act"
    assert [part.title for part in draft.parts] == [
        title for part, title in shipped().common.parts.items() if shipped().common.part_law[part] == "smuggling"
    ]
    words = text(draft)
    assert "attempts to commit a smuggling offence" in words
    assert "trafficking offence" not in words
    assert "“victim”" not in words
    assert "A smuggled migrant may apply for asylum at any time." in words


@pytest.mark.parametrize(
    ("only", "title"),
    [
        ("sm-offence", "Smuggling of Migrants Act"),
        ("som-6-1a", "Smuggling of Migrants Act"),
        ("sm-sea", "Smuggling of Migrants Act"),
        ("tip-5-1", "Trafficking in Persons (Prevention, Prosecution and Protection) Act"),
        ("jurisdiction", "Trafficking in Persons (Prevention, Prosecution and Protection) Act"),
    ],
)
def test_the_law_is_the_one_that_holds_what_is_asked_for(only: str, title: str) -> None:
    assert draft_law(only=only).title == title


def test_a_shared_provision_follows_the_law_that_it_stands_in() -> None:
    shared = [p.id for p in library().values() if p.also]
    assert len(shared) > 30
    trafficking, smuggling = draft_law(), draft_law(law="smuggling")
    words = [" ".join(line[2] for line in law.section("organising").lines()) for law in (trafficking, smuggling)]
    assert ["trafficking offence" in words[0], "smuggling offence" in words[1]] == [True, True]


@pytest.mark.parametrize(
    ("call", "message"),
    [
        ({"law": "piracy"}, 'CT004 the law "piracy" is not known; use trafficking or smuggling'),
        ({"law": "smuggling", "only": "stay"}, "CT402 the law on smuggling of migrants holds nothing"),
        ({"variables": {"level": "heroic"}}, 'CT004 level cannot be "heroic"; use minimum, recommended, stronger'),
    ],
)
def test_what_cannot_be_drafted(call: dict[str, str], message: str) -> None:
    with pytest.raises(UsageError) as caught:
        draft_law(**call)
    assert message in str(caught.value)


def test_the_notes_say_what_to_decide_and_what_is_left_to_other_laws() -> None:
    page = str(render(draft_law(), "md"))
    assert "**Questions for the policy maker:**" in page
    assert "**If a duty is not performed:**" in page
    assert "**Duties to legislate that are left to other laws.**" in page
    assert "Organized Crime Convention, article 7(1)(a): the law against money laundering" in page
    clause = str(render(draft_clause("stay"), "html"))
    assert "Questions for the policy maker:" in clause
    assert "left to other laws" not in clause


def test_the_list_shows_questions_and_which_level_takes_a_choice() -> None:
    shown = listing(["knowing-use"])
    assert "question  Should users answer for knowledge only" in shown
    assert "user_sanction=administrative: an administrative fine, the softer way (minimum)" in shown
    assert "user_mind=knowing: knowledge (default)" in shown


@pytest.mark.parametrize("id", ["attempt", "saving", "offence"])
def test_the_list_shows_each_blank_of_a_provision_with_what_it_is_filled_with(id: str) -> None:
    provision = library()[id]
    shown = [line for line in listing([id]).splitlines() if line.startswith("  variable")]
    assert len(shown) == len(provision.variables or {})
    for line, blank in zip(shown, (provision.variables or {}).values(), strict=True):
        assert line.startswith(f"  variable  {blank.id}={blank.default}: {blank.label}")
        assert line.endswith(f", {blank.min} to {blank.max}") is (blank.kind == "integer")


def test_a_provision_left_out_is_referred_to_by_its_title() -> None:
    draft = draft_law(without=["fund-governance", "recovery-exceptions"])
    assert {"fund-governance", "recovery-exceptions"}.isdisjoint({s.provision for s in draft.sections()})
    assert "[Running of the Fund]" in draft.blanks
    assert [int(section.num) for section in draft.sections()] == list(range(1, len(draft.sections()) + 1))


@pytest.mark.parametrize("id", ["tip-7-1", "stays", "short-title"])
def test_only_a_model_provision_can_be_left_out(id: str) -> None:
    with pytest.raises(UsageError, match=f'CT003 no model provision "{id}" can be left out'):
        draft_law(without=id)


@pytest.mark.parametrize("language", ["en", "es", "fr", "id"])
def test_the_list_shows_titles_and_no_template(language: str) -> None:
    assert not re.search("[{}]", listing(language=language))
