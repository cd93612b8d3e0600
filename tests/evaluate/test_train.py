"""The second reader's training, on clauses made for it: what it learns, from whom, and how it is measured."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from ctip_law.assess.doubt import PART
from ctip_law.errors import DataError, InputError
from ctip_law.evaluate import train
from ctip_law.evaluate.bank import BankClause, law_of, read_bank
from ctip_law.evaluate.belief import crossed, fit_belief
from ctip_law.evaluate.examples import Example, Text, gather
from ctip_law.evaluate.gold import Gold, read_gold
from ctip_law.evaluate.heldout import Held, Met, Point, figures, helds, mets, points, sure_of, threshold_of
from ctip_law.evaluate.train import fit
from ctip_law.knowledge import belief
from ctip_law.knowledge.belief import Facts
from ctip_law.match.heads import Heads, read_heads, write_heads
from ctip_law.match.pieces import Seen

SHELTER, RETURN = "protection.housing", "return.safe"


def _text(words: str, says: dict[str, int], *, concepts: tuple[str, ...] = (), language: str = "en") -> Text:
    seen = Seen(tuple((word, word) for word in words.split()), concepts)
    return Text("", language, (Example("3", seen, says),))


def _taught() -> list[Text]:
    lodging = ["a roof and a bed", "a bed for the night", "a warm bed and a roof", "beds and a roof"]
    journey = ["the journey home", "a journey to the homeland", "home by a safe journey", "journey and home"]
    return [
        *(_text(words, {SHELTER: 1}) for words in lodging),
        *(_text(words, {RETURN: 1}) for words in journey),
        *(_text(words, {}) for words in ("the annual report", "fees and forms", "the seal of the board", "a penalty")),
    ]


def _score(heads: Heads, text: Text, element: str) -> float:
    rows = heads.vocabulary.rows(example.seen for example in text.examples)
    return float(heads.scores(rows)[0, heads.elements.index(element)])


@pytest.fixture(scope="module")
def heads() -> Heads:
    return fit(_taught(), "en")


@pytest.mark.parametrize(
    ("words", "element"),
    [("a bed beneath a roof", SHELTER), ("bedding", SHELTER), ("her journey", RETURN)],
    ids=["words it was taught", "letters that it shares with them", "the other element"],
)
def test_a_head_goes_by_the_words_it_was_taught_and_by_their_letters(heads: Heads, words: str, element: str) -> None:
    other = {SHELTER: RETURN, RETURN: SHELTER}[element]
    assert _score(heads, _text(words, {}), element) > _score(heads, _text(words, {}), other)


def test_concepts_of_another_language_teach_and_its_words_do_not() -> None:
    spanish = [_text("un techo", {SHELTER: 1}, concepts=("cshelter",), language="es") for _ in range(4)]
    heads = fit([*_taught()[4:], *spanish], "en")
    assert "cshelter" in heads.vocabulary.number
    assert "wtecho" not in heads.vocabulary.number
    with_it, without = (_text("words", {}, concepts=concepts) for concepts in (("cshelter",), ()))
    assert _score(heads, with_it, SHELTER) > _score(heads, without, SHELTER)


def test_a_near_miss_speaks_against_and_half_a_provision_neither_way() -> None:
    assert SHELTER in fit(_taught(), "en").elements
    plain, near, half = (
        _score(fit([*_taught(), *(_text("a bed of roses", says) for _ in range(3))], "en"), _text("roses", {}), SHELTER)
        for says in ({}, {SHELTER: -1}, {SHELTER: 0})
    )
    assert near < plain < half


def test_too_few_texts_make_no_head() -> None:
    assert fit(_taught()[2:], "en").elements == (RETURN,)


def test_of_a_section_the_piece_that_reads_like_it_counts() -> None:
    """ "(a) a bed for the night; (b) fees of the board": the label is the section's, the words are in one piece."""
    both = [
        Text("", "en", tuple(Example("3", seen, {SHELTER: 1}) for one in _parts(n) for seen in [one])) for n in range(6)
    ]
    heads = fit([*both, *_taught()[4:]], "en")
    assert _score(heads, _text("a bed", {}), SHELTER) > _score(heads, _text("fees", {}), SHELTER) + 1


def _parts(number: int) -> list[Seen]:
    other = ("fees", "forms", "seals", "boards", "reports", "minutes")[number]
    return [Seen(tuple((w, w) for w in words.split()), ()) for words in ("a bed and a roof", f"the {other} of it")]


def test_the_same_examples_make_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_heads(tmp_path / name, fit(_taught(), "en"))
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_written_and_read_again_they_score_the_same(tmp_path: Path, heads: Heads) -> None:
    write_heads(tmp_path / "heads.npz", heads)
    again = read_heads(tmp_path / "heads.npz", "en")
    assert again.elements == heads.elements
    assert np.array_equal(again.matrix, heads.matrix)
    text = _text("a bed beneath a roof", {})
    assert _score(again, text, SHELTER) == _score(heads, text, SHELTER)


@pytest.mark.parametrize(
    ("right", "threshold"),
    [
        ([True] * 60, 0.01),
        ([True] * 46 + [False] * 14, 0.07),
        ([False] * 60, float("inf")),
        ([True] * 49, float("inf")),
        ([True] * 50, 0.01),
    ],
    ids=["all right", "46 of 54 are enough, 46 of 55 are not", "never right", "too few to tell", "just enough"],
)
def test_the_threshold_is_the_least_score_that_keeps_the_promise(right: list[bool], threshold: float) -> None:
    held = [Point("en", (len(right) - i) / 100, said, absent=True) for i, said in enumerate(right)]
    assert threshold_of(held) == threshold


def test_what_readers_saw_in_part_moves_no_threshold_and_is_counted_apart() -> None:
    held = [
        Point("en", 2.0, True, absent=True, open=True, three=True),
        Point("en", 2.0, None, absent=True, open=True),
        Point("en", 2.0, False, absent=True, open=True),
        Point("en", 2.0, False, absent=True),
        Point("en", 1.0, True, absent=False),
        Point("en", 0.5, False, absent=True, open=True),
    ]
    assert threshold_of([*held, *[Point("en", 3.0, None, absent=True)] * 60]) == float("inf")
    counts = figures(held, [], [], 1.0, 0.0)["languages"]["en"]
    assert (counts["missed"], counts["first"], counts["three"]) == (1, 0, 1)
    assert [counts[f"pointed_{what}"] for what in ("right", "in_part", "wrong")] == [1, 1, 1]
    assert [counts[f"alone_{what}"] for what in ("right", "in_part", "wrong")] == [2, 1, 2]


@pytest.mark.parametrize(
    ("right", "doubted"),
    [
        ([True] * 60, 0),
        ([False] * 60, 60),
        ([False] * 10 + [True] * 50, 10),
        ([False] * 10 + [True] + [False] + [True] * 50, 12),
        ([False] * 10 + [True] * 2 + [False] + [True] * 50, 10),
        ([True] * 50 + [False] * 10, 0),
    ],
    ids=["all right", "none right", "wrong below", "one of 2 wrong above", "one of 3 wrong above", "wrong on top"],
)
def test_met_is_doubted_as_far_up_as_four_in_ten_were_wrong(right: list[bool], doubted: int) -> None:
    """`right` by how likely they are to hold, the least first."""
    said = [Met("en", agreed, i / 100) for i, agreed in enumerate(right)]
    assert sum(met.likely < sure_of(said) for met in said) == doubted


def _held(provides: bool | None, believed: float = 1.0, support: float = 0.0, part: int = 0, law: str = "") -> Held:
    return Held("en", part, law, SHELTER, Facts(support, 0.5, 1, 10, 5000), provides, believed)


def test_what_is_doubted_is_counted_by_who_was_right() -> None:
    found = [_held(True), _held(False, PART - 0.001), _held(True, PART), _held(None, PART - 0.1)]
    said = [Met("en", True, 1.0), Met("en", False, 0.999), Met("en", True, 0.0)]
    counts = figures([Point("en", 0.0, True, absent=True)], found, said, 9.0, 1.0)["all"]
    pairs = {name: (counts[f"{name}_right"], counts[f"{name}_wrong"]) for name in ("found", "doubted", "met", "unsure")}
    assert pairs == {"found": (2, 1), "doubted": (0, 1), "met": (2, 1), "unsure": (1, 1)}


@pytest.mark.parametrize(
    ("found", "said", "likely", "expected"),
    [
        ({SHELTER: "present"}, "full", 0.5, [(True, 0.5)]),
        ({SHELTER: "present"}, "partial", 0.5, [(False, 0.5)]),
        ({SHELTER: "present"}, "full", PART, [(True, PART)]),
        ({SHELTER: "present"}, "full", PART - 0.001, []),
        ({SHELTER: "weak"}, "full", 0.5, []),
        ({SHELTER: "absent"}, "none", 0.5, []),
    ],
    ids=["readers agree", "readers do not", "just believed", "in doubt", "in part", "not found"],
)
def test_a_met_holds_as_far_as_what_it_rests_on_is_believed(
    found: dict[str, str], said: str, likely: float, expected: list[tuple[bool, float]]
) -> None:
    law = _met_law(found, said)
    assert [(met.right, met.likely) for met in mets(law, {SHELTER: likely})] == expected


def test_a_met_that_cannot_be_doubted_holds() -> None:
    assert [met.likely for met in mets(_met_law({SHELTER: "present"}, "full"), {})] == [1.0]


@pytest.mark.parametrize("score", [-2.0, 1.5])
def test_a_finding_is_kept_with_what_is_known_of_it(heads: Heads, score: float) -> None:
    law = _met_law({SHELTER: "present", RETURN: "weak"}, "full")
    [one] = helds(law, _with_score(heads, law, score), 2)
    assert (one.law, one.element, one.part, one.provides) == (law.name, SHELTER, 2, True)
    assert (one.facts.support, one.facts.sections, one.facts.found) == (score, 1, 1)


def test_belief_is_fitted_to_what_readers_confirmed_elsewhere() -> None:
    """Four parts, in each of which what reads like its element was confirmed, and the rest was not."""
    found = [
        _held(right, support=score, part=part) for part in range(4) for right, score in ((True, 2.0), (False, -2.0)) * 9
    ]
    fitted = fit_belief([*found, _held(None, support=-2.0)])
    assert fitted.records == {SHELTER: (36, 73)}
    like, unlike = (fitted.whole(SHELTER, Facts(score, 0.5, 1, 10, 5000)) for score in (2.0, -2.0))
    assert like > 0.8 > 0.2 > unlike


def test_a_finding_is_judged_by_the_other_parts() -> None:
    """In part 0 the scores say the opposite of what they say elsewhere, and nothing of that is known there."""
    usual = [(True, 2.0), (False, -2.0)] * 9
    found = [_held(right, support=score, part=part) for part in range(1, 4) for right, score in usual]
    [one] = [held for held in crossed([*found, _held(False, support=2.0)]) if held.part == 0]
    assert one.believed > 0.8


def test_without_findings_nothing_is_believed_or_doubted() -> None:
    made = fit_belief([])
    assert made.whole(SHELTER, Facts(-9.0, 0.0, 1, 1, 5000)) == 0.5 > PART
    assert crossed([]) == []


def _met_law(found: dict[str, str], said: str) -> Text:
    """A law whose section 3 gives lodging, the only element of TIP article 6(3)(a)."""
    gold = replace(_gold({SHELTER: ("3",)}), provisions={"tip-6-3a": (said,)})
    shown = {SHELTER: frozenset({"3"})}
    return Text("xx/act", "en", _text("bed roof", {}).examples, gold, found, shown=shown)


def _with_score(heads: Heads, law: Text, score: float) -> Heads:
    """The heads, set so that the law's section has a certain score for lodging."""
    return replace(heads, bias=heads.bias + (score - _score(heads, law, SHELTER)))


@pytest.mark.parametrize(
    ("about", "concepts", "found", "place", "open_"),
    [
        (True, (), "absent", "", True),
        (True, (), "present", "", False),
        (False, (), "absent", "", False),
        (False, ("ccore.trafficking",), "absent", "", True),
        (True, (), "absent", "definition", False),
    ],
    ids=["not found", "found", "a law on another matter", "its section speaks of trafficking", "a word is defined"],
)
def test_what_may_be_pointed_to(
    heads: Heads, about: bool, concepts: tuple[str, ...], found: str, place: str, open_: bool
) -> None:
    gold = _gold({SHELTER: ("3",)})
    seen = Seen((("bed", "bed"), ("roof", "roof")), concepts)
    law = Text(
        "xx/act", "en", (Example("3", seen, {}, place),), gold, {SHELTER: found},
        shown={SHELTER: frozenset({"3"})}, nearest={SHELTER: ("4", "3")}, about=about,
    )  # fmt: skip
    [point] = [one for one in points(law, heads) if one.provides]
    assert point.open == open_
    if found == "absent":
        assert (point.first, point.three, point.words_first, point.words_three) == (True, True, False, True)


def _gold(elements: dict[str, tuple[str, ...]]) -> Gold:
    return Gold(Path(), "xx/act", "en", elements, {}, {}, frozenset(), frozenset(), frozenset(), frozenset())


def test_a_law_without_words_has_no_points(heads: Heads) -> None:
    assert points(Text("xx/act", "en", (), _gold({})), heads) == []


@pytest.mark.parametrize("language", ["en", "es", "fr", "id", "ms"])
def test_a_clause_is_read_as_the_third_section_of_an_act(language: str) -> None:
    law = law_of(BankClause("x", "present", "Article 12.- Words of a clause.", (), language))
    assert [section.num for section in law.sections()] == ["1", "2", "3"]
    last = law.sections()[2]
    assert law.text[last.start : last.end].split("3", 1)[1].strip(" .\n").endswith("Words of a clause")


@pytest.mark.parametrize(
    ("row", "what"),
    [
        ("{", "no row of a bank"),
        ('{"element": "x", "label": "present"}', "no row of a bank"),
        ('{"element": "x", "label": "sure", "text": "y"}', "a label of"),
        ('{"element": "x", "label": "weak", "text": "y", "lang": "tlh"}', "a language of"),
    ],
)
def test_a_row_that_cannot_be_used_is_told_with_its_line(tmp_path: Path, row: str, what: str) -> None:
    good = '{"element": "x", "label": "weak", "text": "y"}'
    (tmp_path / "en.jsonl").write_text(f"{good}\n\n{row}\n", encoding="utf-8")
    with pytest.raises(DataError, match=what) as error:
        read_bank(tmp_path)
    assert (error.value.code, error.value.place) == ("CT601", "3")


def test_a_folder_without_clauses_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"no \*\.jsonl file"):
        read_bank(tmp_path)


def test_training_from_files_writes_weights_and_what_was_measured(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [f"The Bureau lends each victim a cot, number {n}." for n in ("one", "two", "three", "four")]
    bank = [{"element": SHELTER, "label": "present", "text": text} for text in rows]
    bank += [{"element": SHELTER, "label": "absent", "text": "The Bureau sells cots."}]
    (folder / "bank").mkdir()
    (folder / "bank" / "en.jsonl").write_text("\n".join(map(json.dumps, bank)), encoding="utf-8")
    monkeypatch.setattr(train, "path_of", lambda language: folder / f"{language}.npz")
    monkeypatch.setattr(belief, "PATH", folder / "belief.toml")
    monkeypatch.setattr(train, "FIGURES", folder / "figures.json")
    assert train.main([str(folder / name) for name in ("gold", "", "bank")]) == 0
    made = json.loads((folder / "figures.json").read_text(encoding="utf-8"))
    assert (made["made_from"]["laws"], made["made_from"]["clauses"]) == (1, 5)
    weights = read_heads(folder / "en.npz", "en")
    assert weights.elements == (SHELTER,)
    belief.load.cache_clear()
    assert (weights.threshold, belief.load().sure) == (made["threshold"], made["sure"])
    belief.load.cache_clear()
    assert {"wcot", "cvictim"} <= set(weights.vocabulary.number)
    assert "en: without part 1 of countries" in capsys.readouterr().out


def test_training_without_clauses_is_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert train.main([str(folder / name) for name in ("gold", "", "gold")]) == 3
    assert capsys.readouterr().err.startswith("CT101")


def test_what_a_law_teaches(folder: Path) -> None:
    """Of its labels, section by section: what it provides, what it does in part; and what the rules found."""
    [law] = gather(read_gold(folder / "gold")[0], folder, [])
    says = {one.section: dict(one.says) for one in law.examples}
    assert says["1"] == {"act.transfer": 1, "means.fraud": 0}
    assert says["2"] == {"child.under18": 1}
    assert law.found["child.under18"] == "present"
    assert law.about
