"""Where a verdict turns: each case beside the one that comes nearest to it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest

from ctip_law.assess import Judge, _confidence, assess, least_sure
from ctip_law.assess.defects import Defects, find_defects
from ctip_law.assess.elsewhere import Elsewhere
from ctip_law.assess.nearest import Finder
from ctip_law.assess.principals import unread_principals
from ctip_law.assess.soundness import checks, unsound
from ctip_law.framework import load
from ctip_law.framework.nouns import Provision
from ctip_law.match import match
from ctip_law.model import Candidate, Caution, ElementFinding, Ledger, Manner, ProvisionFinding
from tests.assess.changes import ledger_after
from tests.match.conftest import law_of, with_section

NEAR = Candidate("law", "sec_7", "7", 1.0, "reads like “it”; no rule found its words", "words")


class Looked:
    """What somebody found who looked for what was not found."""

    sure = 0.0

    def __init__(self, *pointed: str) -> None:
        self._pointed = pointed

    def unlearnt(self) -> list[str]:
        return []

    def nearest(self, elements: Iterable[str]) -> dict[str, Candidate]:
        return {}

    def pointed(self, elements: Iterable[str]) -> dict[str, Candidate]:
        return {id: NEAR for id in elements if id in self._pointed}

    def candidates(self, provision: Provision, missing: Iterable[str], top: int) -> tuple[Candidate, ...]:
        return (NEAR,) * top


@pytest.fixture(scope="module")
def sound() -> Ledger:
    return ledger_after([])


def finding(ledger: Ledger, id: str, looked: Looked | None = None, **more: object) -> ProvisionFinding:
    return Judge(ledger, looked or Looked(), {}, set(), **more).finding(load().provision(id))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("duty", "suspected", "status"),
    [
        ("tip-3c", "means-for-child", "partial"),
        ("tip-3d", "child-age-low", "partial"),
        ("tip-3d", "means-for-child", "met"),  # no defect of this duty
        ("tip-3c", "", "met"),
        ("tip-3a", "means-missing-adult", "met"),  # goes further than the duty and holds nothing back
        ("tip-6-6", "means-for-child", "gap"),
    ],
)
def test_a_suspected_defect_holds_a_met_back(sound: Ledger, duty: str, suspected: str, status: str) -> None:
    made = finding(sound, duty, suspected=frozenset(filter(None, [suspected])))
    assert made.status == status
    assert made.why.startswith("held back by: ") is (status == "partial")


def test_a_gap_shows_three_places_to_read_and_a_met_none(sound: Ledger) -> None:
    assert len(finding(sound, "tip-6-6").candidates) == 3
    assert finding(sound, "tip-3a").candidates == ()


@pytest.mark.parametrize(
    ("pointed", "status"),
    [
        (["act.recruitment", "act.transfer", "act.receipt", "means.force", "purpose.labour"], "unclear"),
        (["purpose.forced_labour", "purpose.slavery"], "gap"),  # aims alone are no offence
        (["scope.no_ocg"], "gap"),  # nor is an aggravation
        ([], "gap"),
    ],
)
def test_only_what_makes_more_than_a_gap_makes_it_unclear(pointed: list[str], status: str) -> None:
    ledger = match([law_of("Model Act\n\n1. Bells\nA bell is rung.\n\n2. Title\nThis is the Model Act.\n")])
    offence = finding(ledger, "tip-3a", Looked(*pointed))
    assert (offence.status, offence.why.startswith("no rule found it, but section 7 reads like “it”")) == (
        status,
        status == "unclear",
    )


@pytest.mark.parametrize(
    ("status", "least"),
    [("met", 0.9), ("gap", 0.4), ("partial", 0.4), ("unclear", 0.4)],
)
def test_a_verdict_is_as_sure_as_the_least_sure_finding_that_it_rests_on(status: str, least: float) -> None:
    findings = {"a": ("present", 0.95), "b": ("weak", 0.9), "c": ("absent", 0.4), "d": ("absent", 0.6)}
    assert least_sure(status, findings) == least
    assert least_sure(status, {}) == 1.0


def test_met_rests_on_what_was_found_and_a_gap_on_what_was_not() -> None:
    assert least_sure("met", {"c": ("absent", 0.4)}) == 1.0
    assert least_sure("gap", {"a": ("present", 0.3)}) == 1.0
    assert least_sure("partial", {"a": ("present", 0.3), "c": ("absent", 0.4)}) == 0.3


@pytest.mark.parametrize(
    ("status", "findings", "sure"),
    [
        ("not_legislative", 1, 1.0),
        ("not_legislative", 0, 1.0),
        ("not_assessed", 1, 0.0),
        ("met", 0, 0.0),
        ("unclear", 1, 0.3),
    ],
)
def test_how_sure_a_verdict_is_that_rests_on_no_reading(status: str, findings: int, sure: float) -> None:
    one = ElementFinding("act.recruitment", "present", 0.9)
    assert _confidence(status, [one] * findings, ["en"]) == sure  # type: ignore[arg-type]


def test_a_verdict_that_rests_on_a_reading_is_neither_sure_nor_unsure(sound: Ledger) -> None:
    for one in assess(sound, ("tip",), pointed=False).provisions:
        if one.status in ("met", "partial", "gap"):
            assert 0.3 < one.confidence < 1.0, one.id


def test_what_a_text_says_is_told_whatever_general_law_may_say(sound: Ledger) -> None:
    """Only a defect of silence waits for the laws that were not read."""
    found = find_defects(ledger_after([["attempts to commit an offence under section 2, who ", ""]]))
    text = next(one for one in load().defects.values() if not one.silence and one.provisions)
    (silence,) = found.named
    spoken = replace(silence, id=text.id, basis="text")
    asked = {id for one in silence.provisions for id in load().provision(one).asked}
    others = Elsewhere({id: ["criminal law"] for id in asked})
    left = others.without(Defects((silence, spoken), {}, found.reading))
    assert [one.id for one in left.named] == [text.id]
    assert list(left.withheld) == [silence.id]
    assert others.without(Defects((), {}, found.reading)).named == ()
    assert Elsewhere({}).without(Defects((silence,), {}, found.reading)).named == (silence,)


@pytest.mark.parametrize(
    ("said", "title", "read"),
    [
        ("Harbour Police Act 1990", "Harbour Police Act 1990", True),
        ("Harbour Police Act 1990", "Harbour Police Act", True),  # years are no part of a name
        ("Harbour Police Act", "The Harbour Police Act 2031", True),
        ("Loi sur le blé", "Loi sur le bl&eacute;", True),  # as the head of a file may write it
        ("Harbour Police Act 1990", "Harbour Act 1990", False),
        ("Harbour Police Act, Cap. 3000", "Harbour Police Act", False),  # that is no year
        ("1990", "Act of 1990", False),
        ("", "Harbour Police Act", False),
    ],
)
def test_the_law_that_is_amended_is_known_by_its_name(said: str, title: str, read: bool) -> None:
    act, principal = replace(law_of(HARBOUR), id="a"), replace(law_of(HARBOUR), id="b", title=title)
    made = {"a": Manner("amending", said), "b": Manner()}
    assert (unread_principals([act, principal], made) == {}) is read


HARBOUR = "Harbour Act\n\n1. Bells\nA bell is rung.\n\n2. Title\nThis is the Harbour Act.\n"
SALE = """Model Act

1. Sale of persons
A person who buys or sells another person {} is liable to imprisonment for ten years.

2. Title
This is the Model Act.
"""


@pytest.mark.parametrize(
    ("words", "known"),
    [
        ("by force or fraud for the purpose of forced labour", True),  # two means, one purpose
        ("by force for the purpose of forced labour", False),
        ("by force or fraud", False),
        ("", False),
    ],
)
def test_an_offence_of_sale_is_known_by_three_means_and_purposes(words: str, known: bool) -> None:
    assert checks(match([law_of(SALE.format(words))]))["sale"].sound is known


@pytest.mark.parametrize(
    ("words", "purpose", "means"),
    [
        ("by force or fraud for the purpose of forced labour", True, True),
        ("by force for the purpose of forced labour", True, False),
        ("for the purpose of forced labour or slavery", True, False),
        ("by force or fraud", False, True),
        ("", False, False),
    ],
)
def test_a_definition_is_known_by_one_purpose_and_by_two_means(words: str, purpose: bool, means: bool) -> None:
    made = checks(match([law_of(SALE.format(words))]))
    assert (made["purpose"].sound, made["means"].sound) == (purpose, means)


@pytest.mark.parametrize(
    ("code", "sound_"),
    [("CT201", False), ("CT204", False), ("CT205", False), ("CT119", True), ("CT206", True)],
)
def test_some_warnings_of_a_reading_leave_its_silence_sound(sound: Ledger, code: str, sound_: bool) -> None:
    law = replace(sound.laws[0], warnings=(Caution(code, "so it was read"),))
    told = unsound(["parse"], checks(replace(sound, laws=(law,))))
    assert (told == "") is sound_
    assert told in ("", "so it was read")


def test_the_silence_of_a_text_without_sections_says_nothing(sound: Ledger) -> None:
    bare = replace(sound.laws[0], clauses=())
    assert not checks(replace(sound, laws=(bare,)))["parse"].sound
    assert checks(sound)["parse"].sound


BONDED = """Bonded Labour Abolition Act, 2020

1. Meaning
In this Act, "bonded labour" means the labour of a person who works to pay off a debt.

2. Bonded labour ends
Every person who is held in bonded labour is free.

3. Offence
A person who compels another person to render bonded labour commits an offence and is liable to {}.

4. Registers
The register of persons set free is kept for {}.
"""


@pytest.mark.parametrize(
    ("offence", "register", "punishes"),
    [
        ("imprisonment for a term not exceeding five years", "ever", True),
        ("imprisonment for a term not exceeding one year", "ever", True),
        ("a fine of ten dollars", "ever", False),
        ("a fine of ten dollars", "five years", False),
    ],
)
def test_a_law_on_one_form_of_exploitation_punishes_by_prison(offence: str, register: str, punishes: bool) -> None:
    ledger = match([law_of(BONDED.format(offence, register))])
    assert ledger.readings[0].ties.about == "exploitation"  # type: ignore[attr-defined]
    assert checks(ledger)["punishes"].sound is punishes


def test_the_prison_term_has_to_be_that_of_the_offence() -> None:
    law = law_of(BONDED.format("imprisonment for a term not exceeding five years", "ever"))
    (penalty,) = law.penalties
    moved = replace(law, penalties=(replace(penalty, section="2"),))
    assert not checks(match([moved]))["punishes"].sound


def test_a_long_section_is_quoted_by_its_beginning() -> None:
    words = (
        "The Bureau gives housing advice to each tenant who asks for it in writing and pays the fee for advice. " * 4
    )
    (near,) = Finder(match([with_section(words, "Housing")])).by_words("protection.housing", 1)
    assert 100 < len(near.quote) <= 160
    assert near.quote.startswith("4. Housing")
