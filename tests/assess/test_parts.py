"""The parts of a verdict one by one, on findings that are made up: what counts, where, and what is added."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from ctip_law.assess import Judge, _cautions, _met_elsewhere, meaning
from ctip_law.assess.defects import Absence, _holds, find_defects
from ctip_law.assess.doubt import PART, doubted, least_likely
from ctip_law.assess.meaning import MeaningFinder
from ctip_law.assess.order import shown
from ctip_law.assess.reach import for_some
from ctip_law.framework import load
from ctip_law.knowledge import belief
from ctip_law.knowledge.belief import Belief
from ctip_law.match import match
from ctip_law.model import ClauseReading, ElementFinding, Evidence, Ledger
from tests.assess.changes import ledger_after
from tests.assess.test_edges import Looked
from tests.match.conftest import law_of

HOUSING = load().provision("tip-6-3a")


def words(law: str, num: str) -> Evidence:
    return Evidence(law, f"sec_{num}", num, 0, 5, "words", "a-rule")


def found(id: str, status: str, *evidence: Evidence) -> ElementFinding:
    return ElementFinding(id, status, 0.9, "", evidence)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def sound() -> Ledger:
    return ledger_after([])


@pytest.fixture(scope="module")
def two(sound: Ledger) -> Ledger:
    """Laws "a" and "b"; nothing was found in them."""
    (law,) = sound.laws
    elements = {id: found(id, "absent") for id in sound.elements}
    return Ledger((replace(law, id="a"), replace(law, id="b")), elements)


OFFENCE = {"scope.no_ocg": [("b", "1")]}


@pytest.mark.parametrize(
    ("offence", "housing", "elsewhere"),
    [
        (OFFENCE, [("a", "3")], True),  # the law with the offence says nothing on it
        (OFFENCE, [("b", "3")], False),
        (OFFENCE, [("a", "3"), ("b", "4")], False),  # both do
        (OFFENCE, [], False),
        ({}, [("b", "3")], False),  # no offence: neither law is the other one
        ({}, [("a", "3")], False),
        ({"act.recruitment": [("b", "1")]}, [("a", "3")], True),
        ({"act.recruitment": [("b", "1")]}, [("b", "3")], False),
        ({"scope.no_ocg": [("b", "1"), ("a", "2")]}, [("a", "3")], False),  # both laws hold an offence
    ],
)
def test_a_duty_is_met_elsewhere_where_only_another_law_speaks_of_it(
    two: Ledger, offence: dict[str, list[tuple[str, str]]], housing: list[tuple[str, str]], elsewhere: bool
) -> None:
    said = offence | {id: housing for need in HOUSING.needs for id in need}
    changed = {id: found(id, "present", *(words(*one) for one in places)) for id, places in said.items()}
    ledger = replace(two, elements=two.elements | changed)
    assert _met_elsewhere(HOUSING, ledger) is elsewhere
    assert _met_elsewhere(HOUSING, replace(ledger, laws=two.laws[:1])) is False, "one law has no elsewhere"
    if housing:
        assert Judge(ledger, Looked(), {}, set()).finding(HOUSING).status == ("elsewhere" if elsewhere else "met")


def test_what_is_shown_of_a_provision_is_the_best_words_of_each_element_once_a_section(two: Ledger) -> None:
    ids = list(two.elements)[:12]
    apart = {id: found(id, "present", words("a", str(n)), words("b", "99")) for n, id in enumerate(ids)}
    ledger = replace(two, elements=two.elements | apart)
    assert [one.num for one in shown(ledger, ids)] == [str(n) for n in range(8)], "eight at most, the best of each"
    same = {id: found(id, "present", words("a", "1")) for id in ids}
    assert len(shown(replace(two, elements=two.elements | same), ids)) == 1
    other = same | {ids[1]: found(ids[1], "present", words("b", "1"))}
    assert [one.law for one in shown(replace(two, elements=two.elements | other), ids)] == ["a", "b"]
    assert shown(two, ids) == ()


GENERAL = "not found in the law read; general law (penal code, procedure, immigration) was not read"
WEIGHTS = "there are no weights of the second reader for the language xx, so nothing beyond the rules was asked"
FRAMEWORK = "the framework's own entry rests on: memory; check it against the instrument"


@pytest.mark.parametrize(
    ("verified", "status", "unlearnt", "told"),
    [
        ("text", "met", [], []),
        ("memory", "met", [], [FRAMEWORK]),
        ("text", "gap", [], [GENERAL]),
        ("memory", "gap", ["xx"], [WEIGHTS, FRAMEWORK, GENERAL]),
        ("text", "partial", ["xx"], [WEIGHTS]),
        ("text", "met", ["xx"], []),
        ("text", "unclear", ["xx"], []),
    ],
)
def test_cautions_stand_beside_the_verdicts_that_they_are_for(
    verified: str, status: str, unlearnt: list[str], told: list[str]
) -> None:
    assert list(_cautions(replace(HOUSING, verified=verified), status, unlearnt)) == told  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("statuses", "absence", "holds"),
    [
        ("a=absent", {"all_absent": ("a",)}, True),
        ("a=weak", {"all_absent": ("a",)}, False),
        ("a=absent b=present", {"all_absent": ("a", "b")}, False),
        ("a=unread", {"all_absent": ("a",)}, False),  # nobody read it
        ("a=absent b=present", {"some_absent": ("a", "b")}, True),
        ("a=weak b=present", {"some_absent": ("a", "b")}, False),
        ("a=weak b=present", {"some_not_present": ("a", "b")}, True),
        ("a=present b=present", {"some_not_present": ("a", "b")}, False),
        ("a=absent b=unread", {"some_not_present": ("a", "b")}, False),
        ("a=absent b=unread", {"some_absent": ("a", "b")}, False),
        ("a=absent c=present", {"all_absent": ("a",), "present": (("c",),)}, True),
        ("a=absent c=weak", {"all_absent": ("a",), "present": (("c",),)}, False),
        ("a=absent c=present d=absent", {"all_absent": ("a",), "present": (("c", "d"),)}, True),
        ("a=absent c=present d=absent", {"all_absent": ("a",), "present": (("c",), ("d",))}, False),
    ],
)
def test_when_an_absence_is_a_defect(statuses: str, absence: dict[str, Any], holds: bool) -> None:
    pairs = dict(pair.split("=") for pair in statuses.split())
    elements = {id: found(id, status) for id, status in pairs.items()}
    assert _holds(Absence("d", **absence), elements) is holds


@pytest.mark.parametrize(
    ("absence", "missing"),
    [
        ({"all_absent": ("a", "w")}, ["a"]),
        ({"some_absent": ("w", "a", "p")}, ["a"]),
        ({"some_not_present": ("p", "w", "a")}, ["w", "a"]),
        ({"some_absent": ("a",), "some_not_present": ("a", "w")}, ["a", "w"]),  # each once
    ],
)
def test_what_a_defect_says_is_missing(absence: dict[str, Any], missing: list[str]) -> None:
    elements = {"a": found("a", "absent"), "w": found("w", "weak"), "p": found("p", "present")}
    assert Absence("d", **absence).missing(elements) == missing


def test_a_defect_of_silence_quotes_the_words_that_made_the_offence_once() -> None:
    ledger = ledger_after([["attempts to commit an offence under section 2, who ", ""]])
    (silence,) = find_defects(ledger).named
    first = next(e for e in ("scope.no_ocg", "act.recruitment") if ledger.elements[e].evidence)
    assert silence.evidence == ledger.elements[first].evidence[:1]


class Scores:
    """A finder that says how much the sections of a finding read like its element."""

    def __init__(self, **scores: float) -> None:
        self._scores = scores

    def support(self, finding: ElementFinding) -> float | None:
        return self._scores.get(finding.id)


def test_what_can_hardly_be_believed_counts_in_part(two: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    below, at, unknown, absent = list(two.elements)[:4]
    status = {below: "present", at: "present", unknown: "present", absent: "absent"}
    changed = {id: found(id, one, *[words("a", "7")] * (one == "present")) for id, one in status.items()}
    likely = math.log(PART / (1 - PART))
    monkeypatch.setattr(belief, "load", lambda: Belief((0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0), {}, 0.5))
    ledger, whole, like = doubted(
        replace(two, elements=two.elements | changed),
        Scores(**{below: likely - 0.001, at: likely, absent: -9.0}),  # type: ignore[arg-type]
    )
    assert [ledger.elements[id].status for id in status] == ["weak", "present", "present", "absent"]
    assert whole == {below: pytest.approx(PART, abs=0.001), at: PART}
    assert like == frozenset()
    assert ledger.elements[below].why.startswith("a rule found its words in section 7, which reads nothing like “")


@pytest.mark.parametrize(
    ("whole", "named"),
    [
        ({"act.transfer": 0.9, "act.receipt": 0.4}, "act.receipt"),
        ({"act.transfer": 0.4, "act.receipt": 0.4}, "act.receipt"),
    ],
)
def test_the_doubt_names_the_element_that_can_be_believed_least(whole: dict[str, float], named: str) -> None:
    why = least_likely([found(id, "present", words("a", "7")) for id in whole], whole)
    label = load().elements[named].label
    assert why == f"a rule found its words in section 7, which reads little like “{label}”; a lawyer has to read it"


def test_where_the_section_reads_like_it_what_else_was_found_is_the_reason(
    two: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    like, unlike = "act.transfer", "act.receipt"
    changed = {id: found(id, "present", words("a", "7")) for id in (like, unlike)}
    monkeypatch.setattr(belief, "load", lambda: Belief((-9.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0), {}, 0.5))
    told = doubted(
        replace(two, elements=two.elements | changed),
        Scores(**{like: 0.0, unlike: -0.001}),  # type: ignore[arg-type]
    )
    assert told.like == {like}
    label = load().elements[like].label
    alone = f"and little else was found that goes with “{label}”; a lawyer has to read it"
    assert told.ledger.elements[like].why == f"a rule found its words in section 7, {alone}"
    assert "which reads nothing like" in told.ledger.elements[unlike].why
    assert least_likely([changed[like]], {like: 0.4}, told.like).endswith(alone)


class Encoder:
    """Words as vectors: a third of how often the letters q and x stand in them."""

    def __init__(self) -> None:
        self.read: list[str] = []

    def encode(self, texts: Iterable[str]) -> Any:
        given = list(texts)
        self.read += given
        return np.array([[text.count("q") / 3, text.count("x") / 3] for text in given])


@pytest.fixture
def encoder(monkeypatch: pytest.MonkeyPatch) -> Encoder:
    made = Encoder()
    monkeypatch.setattr(meaning, "available", lambda: True)
    monkeypatch.setattr(meaning, "_encoder", lambda: made)
    return made


GERMAN = "Mustergesetz\n\n§ 1 Uhren\n{}\n\n§ 2 Lampen\n{}\n\n§ 3 Inkrafttreten\nDieses Gesetz gilt ab heute.\n"


def test_a_section_is_read_whole_piece_by_piece_and_is_as_near_as_its_nearest(encoder: Encoder) -> None:
    long = " ".join(f"Wort{n}" for n in range(120)) + " qqq"
    law = law_of(GERMAN.format(long, "Eine Lampe mit q brennt."), "de")
    duty = replace(HOUSING, title="q", statute_must_contain="")
    first, second, third = MeaningFinder([law]).candidates(duty, 3)
    assert [first.num, second.num, third.num] == ["1", "2", "3"]
    assert (first.score, second.score, third.score) == (0.33, 0.11, 0.0), "the best piece, not the first or the last"
    section = law.sections()[0]
    pieces = encoder.read[: encoder.read.index(next(one for one in encoder.read if one.startswith("§ 2")))]
    assert "".join(pieces) == " ".join(law.text[section.start : section.end].split())
    assert all(len(piece) == 350 for piece in pieces[:-1])
    assert len(first.quote) <= 160
    assert first.quote.startswith("§ 1 Uhren")
    assert second.quote.endswith("brennt.")


def test_as_many_sections_are_offered_as_are_asked_for_and_ties_keep_the_order_of_the_law(encoder: Encoder) -> None:
    law = law_of(GERMAN.format("Die Uhr q geht.", "Die Lampe q brennt."), "de")
    duty = replace(HOUSING, title="q", statute_must_contain="")
    for top in (1, 2):
        assert [one.num for one in MeaningFinder([law]).candidates(duty, top)] == ["1", "2"][:top]
    assert MeaningFinder([]).candidates(duty, 3) == ()
    assert MeaningFinder([replace(law, language="uk")]).candidates(duty, 3) == ()


MADE_FOR = "{}\n\n1. Fees\nThe Authority may charge fees.\n\n2. Reports\nIt answers letters.\n\n3. {}\n"
ENTRY = "Entry\nAn immigration officer may refuse a foreigner entry into the country."
HOME = "Homes\nA child in need of care shall be given lodging in a shelter."


@pytest.mark.parametrize(
    ("title", "section", "element", "offence", "reach"),
    [
        ("Immigration Act, 2021", ENTRY, "border.visa", "", "a power over all foreigners"),
        ("Immigration Act, 2021", ENTRY, "border.visa", "other", "a power over all foreigners"),
        ("Immigration Act, 2021", ENTRY, "border.visa", "trafficking", ""),  # a power over those who traffic
        ("Immigration Act, 2021", ENTRY, "border.visa", None, "a power over all foreigners"),  # no clause was read
        ("Child Protection Act, 2021", HOME, "protection.housing", "", "for children only"),
        ("Child Protection Act, 2021", HOME, "protection.housing", "trafficking", "for children only"),
    ],
)
def test_for_whom_a_finding_holds(title: str, section: str, element: str, offence: str | None, reach: str) -> None:
    ledger = match([law_of(MADE_FOR.format(title, section))])
    there = ledger.elements[element]
    assert there.status == "present"
    clause = None if offence is None else ClauseReading(offence=offence)
    changed = replace(there, evidence=tuple(replace(one, clause=clause) for one in there.evidence))
    assert for_some(replace(ledger, elements={element: changed})) == ({element: reach} if reach else {})
    assert for_some(replace(ledger, elements={element: replace(changed, status="weak")})) == {}
    assert for_some(replace(ledger, readings=(), elements={element: changed})) == {}, "an unread law leaves nobody out"
