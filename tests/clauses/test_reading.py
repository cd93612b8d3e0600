"""What a trigger governs, read by read: direction, reach, end, pseudo-trigger, chapeau and wrap-up, on short clauses.

Each row names the words of the trigger and the word that is asked about; no word list of a language is used.
"""

# ruff: noqa: E501 (tables)

from __future__ import annotations

import pytest

from ctip_law.clauses.reading import Clauses, clauses_of
from ctip_law.clauses.terms import Hit
from ctip_law.clauses.units import Body, body_of
from ctip_law.knowledge.triggers import Trigger
from tests.match.conftest import law_of


def places(body: Body, phrase: str) -> list[Hit]:
    """Where a run of words stands."""
    wanted, there = phrase.split(), body.words.lower
    return [(at, at + len(wanted)) for at in range(len(there)) if wanted and there[at : at + len(wanted)] == wanted]


def read(
    section: str, direction: str, trigger: str, more: dict[str, str] | None = None, *, opens: bool = False
) -> tuple[Body, Clauses]:
    """A law of two sections, the second as given, with one trigger; `more` names the words of ends, pseudo and so on."""
    body = body_of(law_of(f"An Act\n\n1. Title\nThis is the Act.\n\n2. Care\n{section}\n"))
    others = more or {}
    fields = ("pseudo", "ends", "turns", "lifts", "needs")
    pseudo, ends, turns, lifts, needs = ((name,) if name in others else () for name in fields)
    one = Trigger("it", "polarity", "denied", direction, pseudo, ends, turns, lifts, opens, needs)
    hits = {"it": places(body, trigger)} | {name: places(body, words) for name, words in others.items()}
    return body, clauses_of(body, hits, [one])


LIST = "The Board shall refuse -\n(a) food; or\n(b) beds,\nto strangers only."
# what it shows, section, direction, trigger, its other words, word asked about, governed
ROWS = [
    ("what stands before is limited by the sentence after it", "The Board gives food. Others get none.", "before", "others", {}, "food", True),
    ("an item limits itself", "The Board gives -\n(a) food and others none; or\n(b) beds.", "before", "others", {}, "food", True),
    ("an item limits its own first sentence", "The Board gives -\n(a) beds; or\n(b) food. Others get none.", "before", "others", {}, "food", True),
    ("an item limits no other item", "The Board gives -\n(a) food; or\n(b) beds and others none.", "before", "others", {}, "food", False),
    ("an item limits nothing above the list", "The Board gives help -\n(a) by food; or\n(b) by beds and others none.", "before", "others", {}, "help", False),
    ("words behind", "The Board never gives food.", "forward", "never", {}, "food", True),
    ("the trigger's own last word", "The Board may never give food.", "forward", "may never", {}, "never", True),
    ("not words before", "The Board gives food but never beds.", "forward", "never", {}, "food", False),
    ("not the word right before", "The Board never gives food.", "forward", "never", {}, "board", False),
    ("not the next sentence", "The Board never gives food. It gives beds.", "forward", "never", {}, "beds", False),
    ("up to the end of the reach", "The Board never gives food but gives beds.", "forward", "never", {"ends": "but"}, "food", True),
    ("the end itself is free", "The Board never gives food but gives beds.", "forward", "never", {"ends": "but"}, "but", False),
    ("not beyond the end", "The Board never gives food but gives beds.", "forward", "never", {"ends": "but"}, "beds", False),
    ("an end right behind leaves nothing", "The Board never but once gives food.", "forward", "never", {"ends": "but"}, "food", False),
    ("an end before changes nothing", "But the Board never gives food.", "forward", "never", {"ends": "but"}, "food", True),
    ("an end in the next sentence changes nothing", "The Board never gives food. But it gives beds.", "forward", "never", {"ends": "but"}, "food", True),
    ("backward: words before", "Food from the Board is refused.", "backward", "is refused", {}, "food", True),
    ("backward: not words behind", "Food is refused where beds are given.", "backward", "is refused", {}, "beds", False),
    ("backward: not before the end", "Beds are given but food is refused.", "backward", "is refused", {"ends": "but"}, "beds", False),
    ("backward: from the end on", "Beds are given but food is refused.", "backward", "is refused", {"ends": "but"}, "food", True),
    ("backward: an end behind changes nothing", "Food is refused but beds are given.", "backward", "is refused", {"ends": "but"}, "food", True),
    ("backward: not the sentence before", "Beds are given. Food is refused.", "backward", "is refused", {}, "beds", False),
    ("backward: an end of the sentence before", "Beds are given but late. Food is refused.", "backward", "is refused", {"ends": "but"}, "food", True),
    ("sentence: on both sides, before", "Food perhaps comes.", "sentence", "perhaps", {}, "food", True),
    ("sentence: on both sides, behind", "Food perhaps comes.", "sentence", "perhaps", {}, "comes", True),
    ("sentence: not the next", "Food perhaps comes. Beds stay.", "sentence", "perhaps", {}, "beds", False),
    ("before: the sentence before", "Beds are given. No other help is.", "before", "no other", {}, "beds", True),
    ("before: the one before that", "Food is given. Beds are given. No other help is.", "before", "no other", {}, "food", True),
    ("before: not its own", "Beds are given. No other help is.", "before", "no other", {}, "help", False),
    ("before: its own sentence up to it", "Food is given and no other help is.", "before", "no other", {}, "food", True),
    ("before: not another subsection", "(1) Beds are given.\n(2) No other help is.", "before", "no other", {}, "beds", False),
    ("what it needs stands behind it", "Food is given. Others get none.", "before", "others", {"needs": "none"}, "food", True),
    ("what it needs stands right behind it", "Food is given. Others never.", "before", "others", {"needs": "never"}, "food", True),
    ("what it needs stands before it", "Food is given. None but others eat.", "before", "others", {"needs": "none"}, "food", False),
    ("what it needs stands in the next sentence", "Others eat food. None stay.", "forward", "others", {"needs": "none"}, "food", False),
    ("what it needs stands nowhere", "Others eat food.", "forward", "others", {"needs": "none"}, "food", False),
    ("a pseudo-trigger is none", "The Board never once fails to give food.", "forward", "never", {"pseudo": "never once"}, "food", False),
    ("one that ends with it is none", "The Board may never give food.", "forward", "never", {"pseudo": "may never"}, "food", False),
    ("one right before is another matter", "The Board may never give food.", "forward", "never", {"pseudo": "board may"}, "food", True),
    ("one right behind is another matter", "The Board never gives food.", "forward", "never", {"pseudo": "gives food"}, "food", True),
    ("a chapeau reaches its items", LIST, "forward", "refuse", {}, "food", True),
    ("a chapeau that ends before them does not", "The Board shall refuse thieves and give -\n(a) food; or\n(b) beds.", "forward", "refuse", {"ends": "and"}, "food", False),
    ("a chapeau's backward trigger does not", "What is refused is told, with -\n(a) food; or\n(b) beds.", "backward", "is refused", {}, "food", False),
    ("a chapeau's sentence does", LIST, "sentence", "refuse", {}, "beds", True),
    ("a wrap-up reaches back to the items", LIST, "backward", "only", {}, "food", True),
    ("a wrap-up of the whole sentence does", LIST, "sentence", "only", {}, "beds", True),
    ("a sentence of its own after a list is no wrap-up", "The Board gives -\n(a) food; or\n(b) beds.\nIt perhaps studies more.", "sentence", "perhaps", {}, "beds", False),
    ("nor does one that points back", "The Board gives -\n(a) food; or\n(b) beds.\nMore is refused.", "backward", "is refused", {}, "food", False),
    ("a wrap-up's forward trigger does not", LIST, "forward", "strangers", {}, "food", False),
    ("a wrap-up that ends before its trigger does not", LIST, "backward", "only", {"ends": "strangers"}, "food", False),
    ("an end that opens the sentence is free too", "Beds stay. But food is refused.", "backward", "is refused", {"ends": "but"}, "but", False),
    ("one item does not reach another", "The Board gives -\n(a) never food; or\n(b) beds.", "forward", "never", {}, "beds", False),
]  # fmt: skip


@pytest.mark.parametrize(("shows", "section", "direction", "trigger", "more", "word", "governed"), ROWS, ids=[row[0] for row in ROWS])
def test_what_a_trigger_governs(shows: str, section: str, direction: str, trigger: str, more: dict[str, str], word: str, governed: bool) -> None:
    body, clauses = read(section, direction, trigger, more)
    hit = places(body, word)[-1]
    assert (clauses.governing(hit, "polarity") is not None) is governed, shows
    assert clauses.governing(hit, "limit") is None


# words of the finding itself, whether the trigger "never" counts in "The Board may never give food."
OWN = [("may never", False), ("never give", False), ("never", False), ("board may", True), ("give food", True)]


@pytest.mark.parametrize(("own", "counts"), OWN)
def test_a_trigger_in_the_words_of_the_finding_is_none(own: str, counts: bool) -> None:
    body, clauses = read("The Board may never give food.", "forward", "never")
    assert (clauses.governing(places(body, "food")[0], "polarity", places(body, own)) is not None) is counts


def test_of_two_triggers_the_nearer_is_told() -> None:
    body = body_of(law_of("An Act\n\n1. Care\nThe Board may never in truth give food seldom.\n"))
    near, far = (Trigger(name, "limit", name, direction) for name, direction in (("truth", "forward"), ("never", "forward")))
    hits = {name: places(body, name) for name in ("truth", "never")}
    told = clauses_of(body, hits, [far, near]).governing(places(body, "food")[0], "limit")
    assert told is not None
    assert told.trigger.value == "truth"


def test_the_first_list_of_a_law_has_a_chapeau_too() -> None:
    body = body_of(law_of(f"An Act\n\n1. Care\n{LIST}\n"))
    clauses = clauses_of(body, {"it": places(body, "refuse")}, [Trigger("it", "polarity", "denied", "forward")])
    assert clauses.governing(places(body, "food")[0], "polarity") is not None


def test_a_refusal_that_is_denied_keeps_its_limit() -> None:
    body = body_of(law_of("An Act\n\n1. Care\nThe Board never refuses food.\n"))
    never = Trigger("never", "polarity", "denied", "forward", turns=("refuses",))
    limit, denied = (Trigger("refuses", axis, axis, "forward") for axis in ("limit", "polarity"))
    clauses = clauses_of(body, {name: places(body, name) for name in ("never", "refuses")}, [never, limit, denied])
    food = places(body, "food")[0]
    assert clauses.governing(food, "limit") is not None
    assert clauses.governing(food, "polarity") is None


# section, whether "proposed" opens its sentence
OPENS = [
    ("(1) Proposed beds are counted.", True),
    ("(iv) Proposed beds are counted.", True),
    ("Beds stay. Proposed beds are counted.", True),
    ("Beds stay. 1 2 3 proposed beds are counted.", True),
    ("Beds stay. 1 2 3 4 proposed beds are counted.", False),
    ("Beds stay. S proposed beds are counted.", True),
    ("Beds stay. So proposed beds are counted.", False),
    ("(1) All proposed beds are counted.", False),
]


@pytest.mark.parametrize(("section", "opens"), OPENS)
def test_a_trigger_that_must_open_its_sentence(section: str, opens: bool) -> None:
    body, clauses = read(section, "sentence", "proposed", opens=True)
    assert (clauses.governing(places(body, "counted")[0], "polarity") is not None) is opens


# section, other words of the trigger "never", word asked about, denied, affirmed
TURNED = [
    ("The Board never refuses food.", {"turns": "refuses"}, "food", False, True),
    ("The Board never refuses food.", {"turns": "refuses"}, "board", False, False),
    ("The Board never gives food.", {"turns": "refuses"}, "food", True, False),
    ("The Board refuses food and never gives beds.", {"turns": "refuses"}, "beds", True, False),
    ("The Board gives food never except bread.", {"lifts": "except"}, "bread", False, True),
    ("The Board never gives food except bread.", {"lifts": "except"}, "bread", False, True),
]


@pytest.mark.parametrize(("section", "more", "word", "denied", "affirmed"), TURNED)
def test_a_refusal_that_is_denied_provides(section: str, more: dict[str, str], word: str, denied: bool, affirmed: bool) -> None:
    body, clauses = read(section, "forward", "never", more)
    hit = places(body, word)[0]
    assert (clauses.governing(hit, "polarity") is not None, clauses.affirmed(hit)) == (denied, affirmed)
