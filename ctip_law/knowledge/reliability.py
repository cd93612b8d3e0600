"""How often a finding like this one was right: measured shares, read from `reliability.toml`.

    [breadth]
    en = "many"                         # works in which wordings of the language were met: many, some or few
    [element.present]
    many = [0.95, 0.96, 0.98, 0.99]     # by the share of the group's other elements that the law has

The file is written by `python -m ctip_law.evaluate.calibrate GOLD CORPUS`; docs/explanation/accuracy.md says how the
shares are made and what they are not. Each list has one share for each quarter of what it goes by, and only rises or
only falls.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from ctip_law.datafile import DataFile, Entry
from ctip_law.knowledge import FOLDER

PATH = FOLDER / "reliability.toml"
BINS = 4
FOUND = ("present", "weak")
BREADTHS = ("few", "some", "many")

#: Kinds of finding that have shares of their own, and whether the shares rise with what they go by.
ELEMENT = {"present": True, "weak": True, "absent": False}
PROVISION = {"met": True, "partial": True, "gap": True}


@dataclass(frozen=True, slots=True)
class Reliability:
    """`shares[kind][status][breadth]`: one share a quarter. `breadth`: language to how many works its wordings know."""

    breadth: Mapping[str, str]
    shares: Mapping[str, Mapping[str, Mapping[str, tuple[float, ...]]]]

    def breadth_of(self, languages: Iterable[str]) -> str:
        """The least breadth among languages; few for one that was never measured."""
        return min((self.breadth.get(language, BREADTHS[0]) for language in languages), key=BREADTHS.index)

    def element(self, status: str, breadth: str, share: float) -> float:
        """Of elements with this status, and this share of their group's others found, how many readers agreed."""
        return self.shares["element"][status][breadth][quarter(share)]

    def provision(self, status: str, breadth: str, least: float) -> float:
        """Of verdicts of this status, how many readers agreed; `least`: confidence of the least sure element."""
        return self.shares["provision"][status][breadth][quarter(sureness(least))]


def quarter(share: float) -> int:
    """The quarter, 0 to 3, that a share from 0 to 1 lies in."""
    return min(int(share * BINS), BINS - 1)


def sureness(least: float) -> float:
    """A confidence from 0.5 to 1, stretched to a share from 0 to 1: most lie near the top."""
    return max(0.0, min(1.0, 2 * least - 1))


def shares_found(statuses: Mapping[str, str]) -> dict[str, float]:
    """For each element the share of the other elements of its group that were found; 0 for one that is alone."""
    size: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for id, status in statuses.items():
        group = id.partition(".")[0]
        size[group] += 1
        found[group] += status in FOUND
    out = {}
    for id, status in statuses.items():
        group = id.partition(".")[0]
        out[id] = (found[group] - (status in FOUND)) / (size[group] - 1) if size[group] > 1 else 0.0
    return out


@lru_cache(maxsize=1)
def load() -> Reliability:
    """The shares. Raises ConfigError CT301 with file and line."""
    file = DataFile(PATH)
    file.root.only(("breadth", "element", "provision"))
    shares = {"element": _shares(file, "element", ELEMENT), "provision": _shares(file, "provision", PROVISION)}
    breadth = file.entry("breadth")
    for language in breadth.fields:
        if not (FOLDER.parent / "languages" / language / "concepts-core.toml").is_file():
            raise breadth.error(f'there are no words of a language "{language}"', language)
    return Reliability({language: breadth.choice(language, BREADTHS) for language in breadth.fields}, shares)


def _shares(file: DataFile, kind: str, statuses: Mapping[str, bool]) -> dict[str, dict[str, tuple[float, ...]]]:
    for entry in file.entry(kind).tables():
        if entry.id not in statuses:
            raise entry.error(f"there is no status {entry.id}")
    return {status: _curves(file.entry(kind, status), rises) for status, rises in statuses.items()}


def _curves(entry: Entry, rises: bool) -> dict[str, tuple[float, ...]]:
    entry.only(BREADTHS)
    for breadth in BREADTHS:
        curve = entry.fields.get(breadth)
        fits = isinstance(curve, list) and len(curve) == BINS and all(isinstance(one, float) for one in curve)
        if not fits or not all(0 < one < 1 for one in curve or ()) or curve != sorted(curve or (), reverse=not rises):
            what = f"needs {BINS} shares between 0 and 1 that only {'rise' if rises else 'fall'}"
            raise entry.error(f"`{breadth}` {what}", breadth)
    return {breadth: tuple(entry.fields[breadth]) for breadth in BREADTHS}
