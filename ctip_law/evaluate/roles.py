"""Fits the weights of the cues of a trafficking offence: `python -m ctip_law.evaluate.roles GOLD CORPUS [-o FILE]`.

Logistic regression over the sections of hand-read laws. A section counts as one of the role where a reader found acts
of trafficking in it, or that it needs no group and no movement; one where a reader found only purposes, penalties or
what aggravates is left out. Beside the laws stand cue sets of sentences that every manner of drafting has and few laws
at hand show: an offence named only, the sale of a person, the same acts done to drugs.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from ctip_law.clauses.terms import term_matcher
from ctip_law.clauses.units import body_of
from ctip_law.evaluate.gold import Gold, read_gold, source_of
from ctip_law.knowledge.weights import CUES, PATH
from ctip_law.languages import languages
from ctip_law.match.cues import section_cues
from ctip_law.model import Law

_STRENGTH = 0.3  # inverse of the penalty on large weights
_POSITIVE = 2.0  # how much more a section with the role counts than one without
_TIMES = 4  # how often each made sentence counts
_LEAST = 0.35  # probability from which a section has the role
_NEAR = ("act", "means", "purpose", "scope", "penalty", "aggravating", "participation")

Row = tuple[frozenset[str], bool, float]

#: Cues of sentences made for a manner of drafting, and whether they have the role.
MADE: tuple[tuple[tuple[str, ...], bool], ...] = (
    (
        (
            "has a penalty",
            "has offence words",
            "names trafficking",
            "says that trafficking is committed",
            "trafficking and offence",
        ),
        True,
    ),
    (
        (
            "has a penalty",
            "has offence words",
            "heading names trafficking",
            "names trafficking",
            "says that trafficking is committed",
            "trafficking and offence",
        ),
        True,
    ),
    (
        (
            "exploitation",
            "has offence words",
            "names trafficking",
            "says that trafficking is committed",
            "trafficking and offence",
        ),
        True,
    ),
    (
        (
            "act and means",
            "act upon a person",
            "defines trafficking",
            "names trafficking",
            "one act",
            "one means",
            "three acts",
            "two acts",
        ),
        True,
    ),
    (
        (
            "act and aim",
            "defines trafficking",
            "exploitation",
            "names trafficking",
            "one act",
            "two acts",
            "two acts and aim",
        ),
        True,
    ),
    (
        (
            "act and aim",
            "act upon a person",
            "defines trafficking",
            "exploitation",
            "names trafficking",
            "one act",
            "two acts",
            "two acts and aim",
        ),
        True,
    ),
    (
        (
            "act and aim",
            "act upon a person",
            "act, aim and offence",
            "exploitation",
            "has offence words",
            "one act",
            "two acts",
            "two acts and aim",
        ),
        True,
    ),
    (
        (
            "act and aim",
            "act upon a person",
            "act, aim and offence",
            "bondage and offence",
            "has a penalty",
            "has offence words",
            "intent and act",
            "one act",
            "one purpose",
        ),
        True,
    ),
    (
        (
            "act and aim",
            "act and means",
            "act upon a person",
            "act, aim and offence",
            "act, means and aim",
            "another crime",
            "bondage and offence",
            "has offence words",
            "heading names another crime",
            "one act",
            "one means",
            "one purpose",
            "three purposes",
            "two acts",
            "two acts and aim",
            "two means",
            "two purposes",
        ),
        False,
    ),
    (
        (
            "act and aim",
            "act and means",
            "act upon a person",
            "act, aim and offence",
            "act, means and aim",
            "bondage and offence",
            "chapter names another crime",
            "has offence words",
            "one act",
            "one means",
            "one purpose",
            "three purposes",
            "two acts",
            "two acts and aim",
            "two means",
            "two purposes",
        ),
        False,
    ),
    (
        (
            "act and aim",
            "act upon a person",
            "exploitation",
            "neither punishes nor defines",
            "one act",
            "one purpose",
            "two acts",
            "two acts and aim",
        ),
        False,
    ),
    (
        (
            "act and aim",
            "act upon a person",
            "exploitation",
            "names trafficking",
            "neither punishes nor defines",
            "one act",
            "one purpose",
        ),
        False,
    ),
    (
        (
            "act and aim",
            "act, aim and offence",
            "acts upon things",
            "exploitation",
            "has a penalty",
            "has offence words",
            "heading names trafficking",
            "names trafficking",
            "one act",
            "three acts",
            "trafficking and offence",
            "two acts",
            "two acts and aim",
        ),
        False,
    ),
    (
        (
            "acts upon things",
            "has a penalty",
            "has offence words",
            "heading names trafficking",
            "names trafficking",
            "one act",
            "says that trafficking is committed",
            "three acts",
            "trafficking and offence",
            "two acts",
        ),
        False,
    ),
    (
        (
            "act and aim",
            "acts upon things",
            "defines trafficking",
            "exploitation",
            "names trafficking",
            "one act",
            "three acts",
            "two acts",
            "two acts and aim",
        ),
        False,
    ),
    (
        ("act upon a person", "has a penalty", "has offence words", "one act", "sells or buys a person", "two acts"),
        True,
    ),
    (("act upon a person", "has offence words", "one act", "sells or buys a person"), True),
)


def rows_of(gold: Gold, law: Law) -> Iterator[Row]:
    """Cues, role and weight of each section of a law."""
    groups: dict[str, set[str]] = defaultdict(set)
    for element, sections in gold.elements.items():
        for num in sections:
            groups[num].add(element)
    body = body_of(law)
    hits = body.apart(term_matcher(law.language).find(body.words))
    penal = frozenset(penalty.section for penalty in law.penalties)
    for section in body.sections:
        there = groups[section.num.casefold()]
        role = any(e.startswith("act.") or e in ("scope.no_ocg", "scope.no_movement") for e in there)
        near = any(e.partition(".")[0] in _NEAR for e in there)
        if role or not near:
            yield section_cues(body, section, hits, penal), role, _POSITIVE if role else 1.0


def fit(rows: Sequence[Row]) -> tuple[float, dict[str, float]]:
    """Base and weights: logistic regression with a ridge, by Newton's method until it stands still."""
    import numpy as np

    x = np.array([[1.0, *(float(cue in cues) for cue in CUES)] for cues, _, _ in rows])
    y = np.array([float(role) for _, role, _ in rows])
    counts = np.array([count for _, _, count in rows])
    ridge = np.diag([1e-9, *([1 / _STRENGTH] * len(CUES))])
    at = np.zeros(x.shape[1])
    for _ in range(50):
        p = 1 / (1 + np.exp(-(x @ at)))
        slope = x.T @ (counts * (p - y)) + ridge @ at
        step = np.linalg.solve((x * (counts * p * (1 - p))[:, None]).T @ x + ridge, slope)
        at = at - step
        if float(abs(step).max()) < 1e-9:
            break
    return float(at[0]), {cue: float(weight) for cue, weight in zip(CUES, at[1:], strict=True)}


def written(base: float, weights: dict[str, float]) -> str:
    """The file of weights, the heaviest first."""
    import math

    head = "# The weight of each cue that a section makes or defines the trafficking offence; see match/cues.py.\n"
    head += "# Fitted on hand-read laws by `python -m ctip_law.evaluate.roles`.\n"
    lines = [f'"{cue}" = {weight:.2f}' for cue, weight in sorted(weights.items(), key=lambda pair: (-pair[1], pair[0]))]
    score = f"\n[score]\nbase = {base:.2f}\nthreshold = {math.log(_LEAST / (1 - _LEAST)):.2f}\n\n[weights]\n"
    return head + score + "\n".join(lines) + "\n"


def main(arguments: Sequence[str]) -> int:
    """Fits and writes; 2 when the folders are not given."""
    from ctip_law.analyse import parse

    if len(arguments) < 2:
        print("usage: python -m ctip_law.evaluate.roles GOLD CORPUS [FILE]", file=sys.stderr)
        return 2
    made: list[Any] = [(frozenset(cues), role, (_POSITIVE if role else 1.0) * _TIMES) for cues, role in MADE]
    rows: list[Row] = made
    for gold in read_gold(arguments[0])[0]:
        law = parse(source_of(gold, arguments[1]))
        if law.language in languages():
            rows += rows_of(gold, law)
    target = Path(arguments[2]) if len(arguments) > 2 else PATH
    target.write_text(written(*fit(rows)), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
