"""Weights of cues: what a section says often with the role weighs for it."""

from __future__ import annotations

from ctip_law.evaluate.roles import MADE, fit, written
from ctip_law.knowledge.weights import CUES


def test_what_stands_with_the_role_weighs_for_it_and_what_stands_without_against() -> None:
    told, other = frozenset({"says that trafficking is committed"}), frozenset({"acts upon things"})
    base, weights = fit([(told, True, 5.0), (other, False, 5.0), (frozenset(), False, 1.0)])
    assert weights["says that trafficking is committed"] > 0 > weights["acts upon things"]
    assert base < 0
    assert weights["one act"] == 0


def test_made_sentences_name_cues_only_and_the_file_holds_them_all() -> None:
    assert {cue for cues, _ in MADE for cue in cues} <= set(CUES)
    text = written(-1.0, dict.fromkeys(CUES, 0.5))
    assert all(f'"{cue}" = 0.50' in text for cue in CUES)
