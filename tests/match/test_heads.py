"""Weights of the second reader: the shipped ones fit, others are refused with the remedy, and what a piece is."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from ctip_law.errors import ConfigError
from ctip_law.languages import FOLDER, languages
from ctip_law.match import Reading, match
from ctip_law.match import heads as module
from ctip_law.match.heads import Heads, Vocabulary, fingerprint, heads, path_of, read_heads, versions
from ctip_law.match.pieces import Piece, by_word, pieces_of, seen_in, word_features
from ctip_law.match.second import FLOOR, SecondReader, may_point, place_of
from tests.match.conftest import with_section


def _reading(section: str) -> Reading:
    [reading] = match([with_section(section)]).readings
    assert isinstance(reading, Reading)
    return reading


def _all(reading: Reading) -> list[Piece]:
    return pieces_of(reading.body)


def test_every_language_with_a_lexicon_has_weights_that_fit() -> None:
    for language in languages():
        learnt = heads(language)
        assert learnt is not None
        assert learnt.threshold > FLOOR
        assert len(learnt.elements) > 150
        assert f"{language}:{learnt.version}" in versions(languages())


def _about(change: Callable[[dict[str, Any]], object]) -> Callable[[dict[str, Any]], None]:
    """A change of what the file says it was made for."""

    def made(parts: dict[str, Any]) -> None:
        about = json.loads(bytes(parts["about"]))
        change(about)
        parts["about"] = np.frombuffer(json.dumps(about).encode(), dtype=np.uint8)

    return made


def _names(parts: dict[str, Any]) -> None:
    names = bytes(parts["names"]).decode().split("\n")
    names[0] = "Cno-such-concept"
    parts["names"] = np.frombuffer("\n".join(names).encode(), dtype=np.uint8)


def _shorter(parts: dict[str, Any]) -> None:
    parts["scale"] = parts["scale"][:-1]


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (_about(lambda about: about.update(format=0)), "have format 0 and not 3"),
        (_about(lambda about: about.update(language="es")), "of the language es"),
        (_about(lambda about: about["elements"].append("act.none")), "framework: it has no element act.none"),
        (_names, "lexicon: it has no concept no-such-concept"),
        (_about(lambda about: about.update(words="0" * 12)), "lexicon: it stems words otherwise"),
        (_about(lambda about: about.pop("threshold")), "can be read from it"),
        (_shorter, "its parts have different lengths"),
    ],
    ids=["format", "language", "framework", "concept", "stems", "no threshold", "length"],
)
def test_weights_that_do_not_fit_are_refused(
    tmp_path: Path, change: Callable[[dict[str, Any]], None], what: str
) -> None:
    with np.load(path_of("en")) as data:
        parts = dict(data)
    change(parts)
    buffer = io.BytesIO()
    np.savez(buffer, **parts)
    path = tmp_path / "heads.npz"
    path.write_bytes(buffer.getvalue())
    with pytest.raises(ConfigError, match=what) as error:
        read_heads(path, "en")
    assert (error.value.code, error.value.path) == ("CT303", str(path))
    assert "make train" in str(error.value)


@pytest.mark.parametrize("raw", [b"", b"PK\x03\x04", b"weights"])
def test_a_file_that_holds_no_weights_is_refused(tmp_path: Path, raw: bytes) -> None:
    (tmp_path / "heads.npz").write_bytes(raw)
    with pytest.raises(ConfigError, match="CT303"):
        read_heads(tmp_path / "heads.npz", "en")


@pytest.mark.parametrize("at", [0.2, 0.5, 0.8])
def test_damaged_weights_are_refused(tmp_path: Path, at: float) -> None:
    raw = bytearray(path_of("en").read_bytes())
    raw[int(at * len(raw))] ^= 0xFF
    (tmp_path / "heads.npz").write_bytes(bytes(raw))
    with pytest.raises(ConfigError, match="CT303"):
        read_heads(tmp_path / "heads.npz", "en")


def test_what_tokens_toml_says_is_part_of_the_fit(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    before = fingerprint(["wcot"], "en")
    (tmp_path / "en").mkdir()
    text = (FOLDER / "en" / "tokens.toml").read_text(encoding="utf-8")
    for more, same in (("# a comment\n", True), ("elided = 3\n", False)):
        (tmp_path / "en" / "tokens.toml").write_text(more + text, encoding="utf-8")
        monkeypatch.setattr(module, "FOLDER", tmp_path)
        assert (fingerprint(["wcot"], "en") == before) == same


def test_a_score_is_the_sum_of_whole_numbers() -> None:
    """However long a piece is and whatever its heads weigh: no sum is rounded and none is too large."""
    learnt = heads("en")
    assert learnt is not None
    ids = np.arange(len(learnt.vocabulary.number))
    most = replace(learnt, matrix=np.full(learnt.matrix.shape, 127, dtype=np.int8), bias=learnt.bias * 0)
    length = round(module.UNIT / len(ids) ** 0.5)
    for made, values in ((learnt, (ids * 7) % 1000), (most, np.full(len(ids), length))):
        few = range(0, len(made.elements), 50)
        sums = [sum(a * b for a, b in zip(values.tolist(), made.matrix[:, e].tolist(), strict=True)) for e in few]
        expected = [round(float(made.bias[e] + made.scale[e] * total), 3) for e, total in zip(few, sums, strict=True)]
        assert made.scores([(ids, values)])[0, list(few)].tolist() == pytest.approx(expected, abs=1e-9)
    assert made.scores([]).shape == (0, len(made.elements))


def test_a_piece_is_an_item_with_its_chapeau_and_heading() -> None:
    reading = _reading("(1) The Agency shall give each victim-\n(a) a bed;\n(b) a lamp.")
    lower = reading.body.words.lower
    all_words = ([lower[at] for first, last in piece.ranges for at in range(first, last)] for piece in _all(reading))
    [bed] = [words for words in all_words if "bed" in words]
    assert {"agency", "victim", "further", "provision"} <= set(bed)
    assert "lamp" not in bed


def _lengths(section: str) -> list[int]:
    """Words of the pieces of section 4, one after the other."""
    pieces = (piece for piece in _all(_reading(section)) if piece.section == 3)
    return [last - first for first, last in (piece.ranges[0] for piece in pieces)]


@pytest.mark.parametrize(
    ("section", "lengths"),
    [
        (f"(a) {'board ' * 19}.\n(b) {'board ' * 119};", [20, 120, 3]),
        (f"(a) {'board ' * 19}.\n(b) {'board ' * 120};", [20, 80, 51, 3]),
        (f"(a) {'board ' * 19}.\n(b) {'board ' * 250};", [20, 80, 80, 111, 3]),
        (f"(a) {'board ' * 19}. " + f"{'board ' * 20}. " * 5 + "\n(b) one", [80, 40, 2, 3]),
        (f"(a) {'board ' * 100}. {'board ' * 20}.\n(b) one", [101, 20, 2, 3]),
    ],
    ids=["a long sentence", "one word more", "three overlapping parts", "sentences up to eighty words", "one above it"],
)
def test_an_item_is_cut_at_its_sentences_and_a_very_long_sentence_anywhere(section: str, lengths: list[int]) -> None:
    assert _lengths(section) == lengths


def test_every_word_of_the_body_is_in_a_piece() -> None:
    body = _reading("A first sentence. " * 30 + "and on and on " * 60).body
    covered = {at for piece in pieces_of(body) for first, last in piece.ranges[:1] for at in range(first, last)}
    assert covered >= {at for section in body.sections for at in range(section.unit.start, section.unit.end)}


def test_features_are_stems_letters_and_concepts_of_the_piece_apart_from_its_context() -> None:
    threes, fours, fives = ("g<co", "gcot", "got0", "gt0>"), ("g<cot", "gcot0", "got0>"), ("g<cot0", "gcot0>")
    assert word_features("cot5", "cots5") == ("wcots0", *threes, *fours, *fives)
    reading = _reading("(1) The Agency shall give each victim-\n(a) a shelter;\n(b) a lamp.")
    pieces = pieces_of(reading.body)
    seen = list(seen_in(reading.body, by_word(reading.hits), pieces))
    [shelter] = [one for one in seen if ("shelter", "shelter") in one.words]
    assert "Cvictim" in shelter.concepts
    assert "cvictim" not in shelter.concepts


@pytest.mark.parametrize(
    ("element", "place", "tied", "may"),
    [
        ("protection.housing", "", True, True),
        ("protection.housing", "", False, False),
        ("protection.housing", "definition", True, False),
        ("protection.housing", "core", True, True),
        ("purpose.organs", "definition", True, True),
        ("purpose.organs", "core", True, True),
        ("purpose.organs", "", True, False),
        ("means.fraud", "definition", True, True),
        ("means.fraud", "", True, False),
        ("act.recruitment", "core", True, True),
        ("act.recruitment", "", True, False),
        ("scope.no_ocg", "", True, False),
        ("participation.attempt", "", True, True),
        ("act.recruitment", "definition", True, False),
        ("penalty.custodial", "", True, False),
        ("child.under18", "definition", True, False),
        ("consent.irrelevant_adult", "", True, False),
    ],
)
def test_what_may_be_pointed_to_and_where(element: str, place: str, tied: bool, may: bool) -> None:
    assert may_point(element, place, tied) == may


def test_the_place_of_a_piece() -> None:
    reading = _reading("The Agency shall give each victim a shelter.")
    sections = reading.body.sections
    places = {(sections[piece.section].num, place_of(reading, piece)) for piece in _all(reading)}
    assert {("1", "definition"), ("2", "core"), ("4", "")} <= places


def test_sections_come_best_first_each_once_and_none_below_the_floor() -> None:
    learnt = heads("en")
    assert learnt is not None
    reader = SecondReader(_reading("Each victim is given a safe place to sleep, food and clothes."), learnt)
    found = reader.best("protection.housing", 9)
    assert found[0].section.num == "4"
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)
    assert len({one.section.eid for one in found}) == len(found)
    assert all(one.score >= FLOOR for one in found)
    assert reader.best("no.such", 3) == []
    assert 0 < len(reader.reasons("protection.housing", found[0])) <= 3


def test_a_law_without_a_body_points_nowhere() -> None:
    learnt = heads("en")
    assert learnt is not None
    reading = _reading("Words.")
    reading.body.units["item"].clear()
    assert SecondReader(reading, learnt).best("protection.housing", 3) == []


def test_scores_do_not_depend_on_what_was_read_before() -> None:
    learnt = heads("en")
    assert learnt is not None
    text = "Each victim is given a safe place to sleep."
    alone = SecondReader(_reading(text), learnt).best("protection.housing", 3)
    SecondReader(_reading("Fees of the Board."), learnt).best("protection.housing", 3)
    assert [one.score for one in SecondReader(_reading(text), learnt).best("protection.housing", 3)] == [
        one.score for one in alone
    ]


def _flat(bias: float, **words: int) -> Heads:
    """Heads of one element that give each word its weight, and everything `bias`."""
    names = sorted(f"w{word}" for word in words)
    matrix = np.array([[words[name[1:]]] for name in names], dtype=np.int8).reshape(len(names), 1)
    known = Vocabulary({name: i for i, name in enumerate(names)}, (1.0,) * len(names))
    return Heads("en", ("protection.housing",), known, matrix, np.array([0.001]), np.array([bias]), 0.0, 0.0, "made")


@pytest.mark.parametrize(("bias", "found"), [(FLOOR, 4), (FLOOR - 0.001, 0)])
def test_the_floor_is_still_worth_a_look(bias: float, found: int) -> None:
    assert len(SecondReader(_reading("The Board meets."), _flat(bias)).best("protection.housing", 9)) == found


@pytest.mark.parametrize(
    ("weights", "words"),
    [
        ({"cot": 9, "lantern": 8, "lamp": 7}, ("Cots", "lanterns", "lamps")),
        ({"lantern": 90, "cot": 8, "lamp": 7, "bed": 6}, ("Cots", "lanterns", "lamps")),
        ({"cot": 9, "lantern": 0, "lamp": -3}, ("Cots",)),
        ({}, ()),
    ],
    ids=["side by side", "three at most", "what weighs nothing or against is no reason", "nothing weighs"],
)
def test_the_words_that_weigh_most_are_told_in_their_order(weights: dict[str, int], words: tuple[str, ...]) -> None:
    reader = SecondReader(_reading("Cots lanterns lamps bed cots."), _flat(0.0, **weights))
    found = next(one for one in reader.best("protection.housing", 9) if one.section.num == "4")
    assert reader.reasons("protection.housing", found) == words
