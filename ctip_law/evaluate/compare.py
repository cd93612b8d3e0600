"""Two results of `evaluate` held against each other: what was gained, what was lost, and which findings moved.

A loss fails the comparison unless `docs/data/losses.toml` explains it:

    [[loss]]
    law = "my/bill-2007-en"
    reading = "left out"      # "seen", or "left out": with the law's own wordings off
    figure = "gap_r"
    to = 0.88                 # explained as far down as this, and no further
    reason = "The rule that found the word also found it in three laws that mean something else."
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ctip_law.datafile import DataFile, Entry
from ctip_law.errors import DataError, InputError

#: name of a reading -> where its figures stand in a result ("" is the result itself)
READINGS = {"seen": "", "left out": "left_out"}
_LOSS_KEYS = {"law", "reading", "figure", "to", "reason"}


@dataclass(frozen=True, slots=True)
class Change:
    """A figure of one law that is another than before; None where the law is not measured."""

    reading: str
    law: str
    figure: str
    before: float | None
    now: float | None
    reason: str = ""

    @property
    def loss(self) -> bool:
        return self.before is not None and (self.now is None or self.now < self.before)

    def __str__(self) -> str:
        before, now = ("not measured" if one is None else f"{one:.4f}" for one in (self.before, self.now))
        return f"{self.reading:8}  {self.law}  {self.figure} {before} -> {now}"


@dataclass(frozen=True, slots=True)
class Loss:
    """A loss that somebody answers for."""

    reading: str
    law: str
    figure: str
    to: float
    reason: str

    def explains(self, change: Change) -> bool:
        same = (self.reading, self.law, self.figure) == (change.reading, change.law, change.figure)
        return same and (change.now or 0.0) >= self.to


@dataclass(frozen=True, slots=True)
class Comparison:
    """`notes`: what makes the two results less comparable. `moved`: findings that are right now or wrong now."""

    gains: tuple[Change, ...]
    losses: tuple[Change, ...]
    moved: tuple[str, ...]
    notes: tuple[str, ...]

    @property
    def unexplained(self) -> tuple[Change, ...]:
        return tuple(change for change in self.losses if not change.reason)

    def __str__(self) -> str:
        lines = list(self.notes)
        lines += [f"gain   {change}" for change in self.gains]
        for change in self.losses:
            lines.append(f"LOSS   {change}")
            lines.append(f"       {change.reason or 'not explained'}")
        lines += [f"moved  {line}" for line in self.moved]
        return "\n".join(lines or ["no figure and no finding changed"]) + "\n"


def read_result(path: str | Path) -> dict[str, Any]:
    """A result that `evaluate -f json` wrote.

    Raises InputError CT101 where there is none, DataError CT601 for another file.
    """
    try:
        data = json.loads(Path(path).read_text(encoding="utf-8"))
    except OSError:
        raise InputError("CT101", "there is no earlier result here", path=str(path)) from None
    except ValueError:
        raise DataError("CT601", "no valid JSON", path=str(path)) from None
    if not isinstance(data, dict) or data.get("schema") != "ctip-law/evaluation/1":
        remedy = "Give a file that `ctip-law evaluate -f json` wrote."
        raise DataError("CT601", "no result of an evaluation", path=str(path), remedy=remedy)
    return data


class _Losses(DataFile):
    """A file of explained losses, which is the user's own."""

    code = "CT601"
    failure = DataError


def read_losses(path: str | Path) -> tuple[Loss, ...]:
    """The explained losses. InputError CT101 without the file, DataError CT601 with the entry that cannot be used."""
    if not Path(path).is_file():
        raise InputError("CT101", "the file does not exist", path=str(path))
    root = _Losses(Path(path)).root
    root.only(("loss",))
    return tuple(_loss(entry) for entry in root.entries("loss"))


def _loss(entry: Entry) -> Loss:
    entry.only(_LOSS_KEYS)
    to = entry.decimal("to")
    if to > 1:
        raise entry.error("`to` is a share from 0 to 1", "to")
    return Loss(entry.choice("reading", READINGS), entry.text("law"), entry.text("figure"), to, entry.text("reason"))


def compare(before: Mapping[str, Any], now: Mapping[str, Any], losses: Sequence[Loss] = ()) -> Comparison:
    """What changed per law and figure. Languages and totals follow from the laws and are not compared.

    A reading or a language that only one of the results has is named in the notes; a law that is measured no more is
    a loss in the figure `measured`.
    """
    changes: list[Change] = []
    moved: list[str] = []
    notes = list(_notes(before, now))
    languages = now["counts"].keys() >= before["counts"].keys()
    for reading, key in READINGS.items():
        old, new = (result.get(key) if key else result for result in (before, now))
        if not old or not new:
            notes += [f"the reading {reading!r} is in one of the results only"] if old or new else []
            continue
        changes += _changes(reading, old["laws"], new["laws"], gone=languages)
        moved += _moved(reading, old["mistakes"], new["mistakes"])
    told = [_explained(change, losses) for change in changes]
    return Comparison(
        gains=tuple(change for change in told if not change.loss),
        losses=tuple(change for change in told if change.loss),
        moved=tuple(moved),
        notes=tuple(notes),
    )


def _notes(before: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[str]:
    if before["gold_sha256"] != now["gold_sha256"]:
        yield "the labels are others than before: a change may be theirs"
    if not now["counts"].keys() >= before["counts"].keys():
        yield "fewer languages are measured than before"


def _changes(reading: str, old: Mapping[str, Any], new: Mapping[str, Any], *, gone: bool) -> Iterator[Change]:
    for law in [*old, *(law for law in new if law not in old)]:
        if law not in new:
            if gone:
                yield Change(reading, law, "measured", 1.0, None)
            continue
        if law not in old:
            yield Change(reading, law, "measured", None, 1.0)
            continue
        for figure, value in new[law].items():
            if old[law].get(figure) != value:
                yield Change(reading, law, figure, old[law].get(figure), value)


def _moved(reading: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[str]:
    """Mistakes that are gone and mistakes that are new, kind by kind."""
    for law in (law for law in new if law in old):
        for kind, lines in new[law].items():
            if kind in old[law]:
                gone = [line for line in old[law][kind] if line not in lines]
                come = [line for line in lines if line not in old[law][kind]]
                yield from (f"{reading:8}  {law}  {kind}: no longer {line}" for line in gone)
                yield from (f"{reading:8}  {law}  {kind}: now {line}" for line in come)


def _explained(change: Change, losses: Sequence[Loss]) -> Change:
    reason = next((loss.reason for loss in losses if change.loss and loss.explains(change)), "")
    return Change(change.reading, change.law, change.figure, change.before, change.now, reason)
