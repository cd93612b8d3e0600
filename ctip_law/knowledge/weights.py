"""The weights of the cues by which the trafficking definition and offence are found (`weights.toml`)."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ctip_law.datafile import DataFile, Entry

PATH = Path(__file__).resolve().parent / "weights.toml"
#: The cues that `match.cues` looks for; each is true or false of a section.
CUES = (
    "heading names trafficking", "heading names a purpose", "heading names exploitation", "heading names victims",
    "heading names an act", "heading names children", "heading names another crime", "heading gives rule-making power",
    "heading names an amendment", "heading names aggravation", "chapter names trafficking",
    "chapter names another crime", "names trafficking", "says that trafficking is committed", "sells or buys a person",
    "has offence words", "has a penalty", "defines trafficking", "neither punishes nor defines", "aggravation words",
    "another crime", "long", "one act", "two acts", "three acts", "one means", "two means", "one purpose",
    "two purposes", "three purposes", "exploitation", "act and aim", "two acts and aim", "act and means",
    "act, means and aim", "act, aim and offence", "trafficking and offence", "bondage and offence", "intent and act",
    "act upon a person", "acts upon things", "names a victim", "its name alone, punished",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Weights:
    """The weight of each cue, what the sum starts from, and the sum from which a section has the role."""

    weights: Mapping[str, float]
    base: float
    threshold: float

    def score(self, cues: frozenset[str]) -> float:
        """The sum for a section's cues; a cue without a weight counts nothing."""
        return self.base + sum(self.weights.get(cue, 0.0) for cue in sorted(cues))


@cache
def weights() -> Weights:
    """The fitted weights. Raises ConfigError CT301 with file and line when the file is wrong."""
    file = DataFile(PATH)
    table, score = file.entry("weights"), file.entry("score")
    file.root.only(("weights", "score"))
    score.only(("base", "threshold"))
    table.only(CUES)
    for cue in CUES:
        if cue not in table.fields:
            raise table.error(f'the cue "{cue}" has no weight; 0.0 says that it counts nothing')
    return Weights(
        {cue: _number(table, cue) for cue in table.fields}, _number(score, "base"), _number(score, "threshold")
    )


def _number(entry: Entry, field: str) -> float:
    value = entry.fields.get(field)
    if not isinstance(value, int | float) or isinstance(value, bool) or not abs(value) < math.inf:
        raise entry.error(f"`{field}` must be a number", field)
    return float(value)
