"""What became of verdicts on laws that were read for the first time: the figures that stand beside every verdict.

`measured.toml` is written from the first contacts by `python -m ctip_law.evaluate.first FILE`, and nobody edits it: a
test makes it again. docs/explanation/accuracy.md says more.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path

from ctip_law.datafile import DataFile
from ctip_law.knowledge import FOLDER

PATH = FOLDER / "measured.toml"
_HEAD = "# What became of verdicts on real laws that were read for the first time; written by `make evaluate`.\n\n"


@dataclass(frozen=True, slots=True)
class Trust:
    """How many laws, met from `since` to `until` (ISO dates), and of how many verdicts how many were right."""

    laws: int
    since: str
    until: str
    met_right: int
    met_said: int
    gap_right: int
    gap_said: int

    @property
    def words(self) -> str:
        """One sentence for readers of a verdict."""
        return (
            f"When {self.laws} laws were read for the first time ({self.since[:7]}), careful readers called"
            f" {self.met_said - self.met_right} of {self.met_said} duties shown as met not fully met, and"
            f" {self.gap_said - self.gap_right} of {self.gap_said} gaps no gaps."
        )


@lru_cache(maxsize=4)
def load(path: Path = PATH) -> Trust:
    """The figures of the package. Raises ConfigError CT301 with file and line."""
    entry = DataFile(path).entry("first_contact")
    entry.only(Trust.__dataclass_fields__)
    counts = {name: entry.number(name) for name in ("laws", "met_right", "met_said", "gap_right", "gap_said")}
    for right, said in (("met_right", "met_said"), ("gap_right", "gap_said")):
        if counts[right] > counts[said]:
            raise entry.error(f"`{right}` is more than `{said}`", right)
    return Trust(since=entry.text("since"), until=entry.text("until"), **counts)


def to_toml(trust: Trust) -> str:
    """The text of the file."""
    rows = [f"{name} = {json.dumps(value)}\n" for name, value in asdict(trust).items()]
    return f"{_HEAD}[first_contact]\n{''.join(rows)}"
