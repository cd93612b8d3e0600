"""Words of one wording stand in one section and in one sentence."""

from __future__ import annotations

import pytest

from ctip_law import parse
from ctip_law.clauses.terms import compile_terms
from ctip_law.clauses.units import body_of
from ctip_law.languages import Lexicon

LEXICON = Lexicon("en", "0", {"use": ("used ... victims",), "officer": ("officer",)})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. No means was used by the victims.\n\n2. An officer shall act.\n", 1),
        ("1. No means was\nused by the\n\nvictims.\n\n2. An officer shall act.\n", 1),  # a page break parts nothing
        ("1. No means was used. The victims are heard.\n\n2. An officer shall act.\n", 0),  # a full stop does
        ("1. A boat was used; the victims are heard.\n\n2. An officer shall act.\n", 0),
        ("1. No means was used.\n\nPART II\nVICTIMS\n\n2. An officer shall act.\n", 0),  # the heading of the next part
        ("1. No means was used\n\n2. Victims are heard by an officer.\n", 0),  # a section without a stop
    ],
)
def test_a_wording_does_not_run_over_its_sentence(text: str, expected: int) -> None:
    body = body_of(parse("-", stdin=f"FERRIES ACT 2020\n\n{text}".encode(), lang="en"))
    hits = body.apart(compile_terms(LEXICON).find(body.words))
    assert (len(hits.get("use", [])), len(hits["officer"])) == (expected, 1)
