"""The library of model provisions: what it answers, and what it says of a file that cannot be used."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ctip_law.draft import for_duty, library
from ctip_law.draft.library import Library, shipped, uncovered
from ctip_law.errors import DataError, UsageError
from ctip_law.framework import load

from .conftest import Spoil

#: Provisions of the Protocol that a statute can answer: all that name an element.
PROTOCOL = [p.id for p in load().provisions(["tip"]) if p.needs]

#: Subjects that a law needs and no element of the framework stands for.
NO_ELEMENT = {
    "short-title", "child-transfer-offences", "reporting", "identification-review", "shelter-standards",
    "fund-governance", "vacating-convictions", "recovery-exceptions", "permit-change", "public-procurement",
    "prisoner-witnesses", "safe-conduct", "survivor-participation", "data-protocols", "public-duties", "regulations",
    "other-laws", "repeals", "savings", "transitional", "consequential", "sm-objects", "sm-trafficking-link",
    "sm-vessels-flag", "sm-vessels-requests", "sm-sea-safeguards", "sm-sea-compensation",
}  # fmt: skip

#: id -> the model provisions that answer it, in the order of a law
ANSWERS = [
    ("tip-3a", ["trafficking-definition", "exploitation-definition"]),
    ("tip-3b", ["consent"]),
    ("tip-3c", ["child-trafficking"]),
    ("tip-5-2b", ["participation"]),
    ("tip-6-4", ["needs", "child-victims"]),
    ("tip-6-6", ["compensation-offender", "compensation-fund"]),  # each route is enough; both are offered
    ("tip-11-4", ["carriers"]),
    ("coe-26", ["non-punishment"]),
    ("untoc-12-1a", ["confiscation"]),
    ("coe-12-1", ["assistance", "child-victims", "information", "views"]),  # the last three for what is left open
    ("protection.housing", ["assistance"]),
    ("purpose.surrogacy", ["exploitation-definition"]),  # under an option that is not the default
    ("tip-14-2.nondiscrimination", ["equality"]),
    ("attempt", ["attempt"]),
]


@pytest.mark.parametrize(("id", "expected"), ANSWERS, ids=[id for id, _ in ANSWERS])
def test_what_answers_a_duty(id: str, expected: list[str]) -> None:
    assert [provision.id for provision in for_duty(id)] == expected


@pytest.mark.parametrize("id", PROTOCOL)
def test_every_duty_of_the_protocol_is_answered_whole(id: str) -> None:
    promised = {element for provision in for_duty(id) for element in provision.promises()}
    assert uncovered(id, promised) == ()


def test_a_provision_closes_the_duties_that_it_names_with_those_that_for_duty_adds() -> None:
    for duty in sorted({duty for provision in library().values() for duty in provision.duties}):
        possible = {element for provision in for_duty(duty) for element in provision.can_provide()}
        assert uncovered(duty, possible) == (), duty


def test_the_library_is_in_the_order_of_a_law_and_every_provision_is_explained() -> None:
    provisions = list(library().values())
    assert len(shipped().of("trafficking")) >= 80
    assert [p.id for p in provisions][:3] == ["short-title", "objects", "equality"]
    for provision in provisions:
        assert provision.note, provision.id
        assert provision.check, provision.id
        assert provision.questions, provision.id
        assert bool(provision.can_provide()) == (provision.id not in NO_ELEMENT), provision.id


@pytest.mark.parametrize(
    ("id", "code", "hint"),
    [
        ("tip-3e", "CT003", "tip-3"),
        ("TIP-3B", "CT003", "tip-3b"),
        ("protection.housng", "CT003", "protection.housing"),
        ("", "CT003", "draft clause --list"),
        ("untoc-7-1a", "CT402", "it belongs to the law against money laundering"),
        ("tip-1-2", "CT402", "tip-1-2"),  # asks nothing of a statute
        ("act.buy_sell", "CT402", "act.buy_sell"),
    ],
)
def test_an_id_without_an_answer(id: str, code: str, hint: str) -> None:
    with pytest.raises(UsageError) as caught:
        for_duty(id)
    assert caught.value.code == code
    assert hint in str(caught.value)


#: file, what stands there, what a slip makes of it, the message, lines below the slip
# ruff: noqa: E501 (a table of slips)
SLIPS = [
    ("provisions/attempt.toml", 'id = "attempt"', 'id = "atempt"', "the file is named attempt.toml", 0),
    ("provisions/attempt.toml", 'part = "offences"', 'part = "ofences"', "must be one of preliminary", 0),
    ("provisions/attempt.toml", 'cluster = "', 'cluster = "x', "must be one of definition_criminalisation", 0),
    ("provisions/attempt.toml", "order = 20", 'order = "20"', "`order` must be a whole number", 0),
    ("provisions/attempt.toml", '"tip-5-2a"', '"tip-5-2x"', 'names "tip-5-2x", which the framework', 0),
    ("provisions/attempt.toml", '"participation.attempt"', '"participation.atempt"', 'names "participation.atempt"', 0),
    ("provisions/attempt.toml", 'needs = ["offence", ', 'needs = ["offense", ', 'names "offense", which does not', 0),
    ("provisions/attempt.toml", "check = [", "chek = [", "unknown field `chek`", 0),
    ("provisions/attempt.toml", 'default = "same"', 'default = "equal"', "must be one of same, reduced", 0),
    ("provisions/attempt.toml", '"attempt_penalty=reduced"', '"attempt_penalty=half"', 'no choice "half"', 0),
    ("provisions/attempt.toml", '"attempt_penalty=reduced"', '"penalty=reduced"', 'names the option "penalty"', 0),
    ("provisions/attempt.toml", "{{ liable }}", "{{ lable }}", "nothing is called `lable`", 0),
    ("provisions/attempt.toml", "{{ liable }}", "{{ liable }", "not a valid template", 0),
    (
        "provisions/training.toml",
        "[[text]]",
        '[variables.max_years]\nkind = "text"\nlabel = "a"\ndefault = "b"\n[[text]]',
        "the name `max_years` is taken",
        0,
    ),
    ("provisions/carriers.toml", 'default = "[amount]"', "", "the field `default` is missing", -3),
    ("provisions/stay.toml", "default = 90", "default = 10", "must lie between 30 and 365", 0),
    ("provisions/scope.toml", 'join = "and"', 'join = "nor"', "must be one of and, or", 0),
    ("provisions/scope.toml", "across its borders", "across {{ its }} borders", "nothing is called `its`", 0),
    ("provisions/scope.toml", '"organised-group"', '"gang"', 'names "gang", which does not exist', 0),
    ("provisions/scope.toml", "order = 60", "order = ", "not valid TOML", 0),
    ("provisions/consent.toml", "'trafficking-definition', 'main'", "'traficking-definition', 'main'", "no model provision", 1),
    ("provisions/consent.toml", "'trafficking-definition', 'main'", "'trafficking-definition', 'man'", "the label", 1),
    ("provisions/privacy.toml", "here('ban')", "here('bann')", 'no text with the label "bann"', 0),
    ("provisions/training.toml", "[[text]]", '[variables.spare]\nkind = "text"\nlabel = "a"\ndefault = "b"\n[[text]]', "uses `spare`", None),
    ("provisions/attempt.toml", 'also = ["sm-offences"]', 'also = ["sm-crimes"]', '"sm-crimes", which is no part of another law', 0),
    ("provisions/attempt.toml", 'also = ["sm-offences"]', 'also = ["stay"]', "which is no part of another law", 0),
    ("provisions/attempt.toml", 'minimum = "reduced"', 'minimum = "less"', "must be one of same, reduced", 0),
    ("provisions/attempt.toml", 'minimum = "reduced"', 'minimum = "reduced"\ncivil = "same"', "not for both", -1),
    ("provisions/stay.toml", 'breach = "public"', 'breach = "publick"', "must be one of public, court, text", 0),
    ("provisions/stay.toml", "questions = [", 'questions = ["",', "must be a list of texts", 0),
    ("common.toml", 'law = "smuggling"', 'law = "smugling"', "must be one of trafficking, smuggling", 0),
    ("common.toml", 'protected = "victim"', "", "`words` must hold crime, core_offence, protected", None),
    ("common.toml", 'stronger = "further', 'strongest = "further', "must hold minimum, recommended, stronger", None),
    ("common.toml", "untoc-7-1a =", "untoc-7-1x =", 'names "untoc-7-1x", which the framework', None),
    ("common.toml", "[terms.authority]", '[terms.moon]\nterm = "moon"\nmeaning = "the moon"\n[terms.authority]', "uses `moon`", None),
    ("common.toml", 'at_least = ["max_years", ', 'at_least = ["max_year", ', 'names "max_year", which does not exist', 0),
    ("provisions/corruption.toml", 'terms = ["foreign-official"]', 'terms = ["foreign-officer"]', 'names "foreign-officer", which does not exist', None),
    ("common.toml", 'kind = "integer"', 'kind = "number"', "must be one of text, integer", 0),
    ("common.toml", '{{ authority_name }}"', '{{ autority }}"', "nothing is called `autority`", 0),
    ("common.toml", 'numbers = ["(1)", ', "numbers = [", "must name three depths", 0),
    ("common.toml", 'commits = "commits an offence"\n', "", "`commits`", None),
    ("common.toml", 'place = "margin"', 'place = "left"', "must be one of margin, run-in, above", 0),
]


@pytest.mark.parametrize(("file", "old", "new", "message", "below"), SLIPS, ids=[f"{s[0]}: {s[2]}" for s in SLIPS])
def test_a_slip_in_the_data_is_told_with_file_and_line(
    spoil: Spoil, data: Path, file: str, old: str, new: str, message: str, below: int | None
) -> None:
    path, line = spoil(file, old, new)
    with pytest.raises(DataError) as caught:
        Library(data)
    error = caught.value
    assert (error.code, error.path) == ("CT401", str(path))
    assert message in error.message
    if below is None:
        assert re.fullmatch(r"[1-9]\d*", error.place)
    else:
        # a slip within a text of several lines is told at the line where the text begins
        assert line + below - 2 <= int(error.place) <= line + below


def test_a_provision_that_is_taken_away_is_missed(data: Path) -> None:
    (data / "provisions" / "offence.toml").unlink()
    with pytest.raises(DataError, match=r'`needs` names "offence", which does not exist'):
        Library(data)


@pytest.mark.parametrize(
    ("ids", "law"),
    [
        (["attempt"], "trafficking"),  # both laws hold it
        (["attempt", "sm-objects"], "smuggling"),  # the one law that holds both
        (["objects", "sm-objects"], "trafficking"),  # no law holds both: that of the first
        (["sm-objects", "objects"], "smuggling"),
    ],
)
def test_the_law_that_provisions_stand_in(ids: list[str], law: str) -> None:
    held = shipped()
    assert held.law_of([held.provisions[id] for id in ids]) == law
