"""The declared list of concepts: what each means and which stage asks for it, read from `concepts.toml`.

    [core]
    victim = { means = "the victim of trafficking, by any word for one", stages = ["roles"] }
    consent-irrelevant = "agreement changes nothing"

A name that is not declared here is an error wherever it stands: in a rule, in the words of a language, in Python. The
tables are topics; a language has a file of that name for each.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ctip_law.datafile import DataFile, Entry

PATH = Path(__file__).resolve().parent / "concepts.toml"
#: Roles of a place that a rule's `inside` and `outside` name; `match.roles` says what they are and finds them.
PLACES = (
    "core", "core_main", "named", "trafficking", "offence", "definition", "exploitation",
    "amending", "inserted", "regulations", "saving", "slavery", "crime", "members", "label", "law_name", "aggravates",
)  # fmt: skip
#: Modules of `match` that ask for concepts by name. Rules, triggers and needs ask without being one of them.
STAGES = ("cues", "own_words", "roles", "anchors", "derived", "flaws", "match")


@dataclass(frozen=True, slots=True)
class Concept:
    """One idea that words of a law may stand for. `stages`: the modules that ask for it beside the rules."""

    name: str
    topic: str
    means: str
    stages: tuple[str, ...] = ()


@cache
def concepts() -> Mapping[str, Concept]:
    """Every declared concept, in the order of the file. Raises ConfigError CT301 with file and line."""
    out: dict[str, Concept] = {}
    for topic in file().entries():
        for name in topic.fields:
            if name in out:
                raise topic.error(f'the concept "{name}" stands twice', name)
            out[name] = _concept(topic, name)
    return out


@cache
def file() -> DataFile:
    """The file with the list, to name a line of it."""
    return DataFile(PATH)


def _concept(topic: Entry, name: str) -> Concept:
    if isinstance(topic.fields[name], str):
        return Concept(name, topic.id, topic.text(name))
    table = topic.inline(name)
    table.only(("means", "stages"))
    stages = table.texts("stages")
    for stage in stages:
        if stage not in STAGES:
            raise table.error(f'"{stage}" is no stage that asks for concepts ({", ".join(STAGES)})', "stages", stage)
    return Concept(name, topic.id, table.text("means"), stages)
