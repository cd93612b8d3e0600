"""What changes between two versions of a law as the blocks of a document: the old words beside the new ones."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ctip_law.report.blocks import Block, Cell, Grid, Handout, Head, Items, Text, Title, Turn, Words, version
from ctip_law.report.difference import element, label, lead, tiers, undone
from ctip_law.report.naming import cited
from ctip_law.report.side_by_side import names, word
from ctip_law.report.words import caveat

Data = dict[str, Any]
_TITLE = "What changes"


def handout(data: Data) -> Handout:
    """The difference as a document."""
    return Handout(f"{_TITLE}: {names([data['old']])}", tuple(_blocks(data)))


def _blocks(data: Data) -> Iterator[Block]:
    yield Title(_TITLE, (names([data["old"]]),))
    yield Items(tuple(lead(data)))
    if data["provisions"]:
        yield Head(1, "In the verdicts")
        rows = tuple(_row(cited(one["id"]), one["title"], *_verdicts(one)) for one in data["provisions"])
        yield Grid("Verdicts", ("Article", "Duty", "Before", "After"), rows, (30, 34, 18, 18))
    for heading, lines in _lists(data):
        if lines:
            yield Head(1, heading)
            yield Items(tuple(lines))
    if data["penalties"]:
        yield Head(1, "Penalties, in years")
        rows = tuple(_row(one["section"], tiers(one["before"]), tiers(one["after"])) for one in data["penalties"])
        yield Grid("Penalties", ("Section", "Before", "After"), rows, (16, 42, 42))
    if data["sections"]:
        yield Turn(wide=True)
        yield Head(1, "In the text")
        yield Text("Marked are the words that go and the words that come.", "small", keeps=True)
        rows = tuple(map(_change, data["sections"]))
        yield Grid("In the text", ("Provision", "Old words", "New words"), rows, (20, 40, 40), small=True)
    yield Text(caveat(), "small")


def _lists(data: Data) -> Iterator[tuple[str, list[str]]]:
    yield "Instructions not applied", [undone(one) for one in data["instructions"] if not one["applied"]]
    yield "Not understood", [f"{one['num']}: {one['why']}: {one['text']}" for one in data["not_read"]]
    yield "Elements of the duties", [f"{one['label']}: {element(one)}" for one in data["elements"]]
    yield "Defects of drafting", [f"{one['change']}: {one['label']}" for one in data["defects"]]


def _row(*cells: str) -> tuple[Cell, ...]:
    return tuple((Words(text),) for text in cells)


def _verdicts(row: Data) -> tuple[str, str]:
    return word(row["before"], row["nature"]), word(row["after"], row["nature"])


def _change(change: Data) -> tuple[Cell, ...]:
    cells = tuple((_side(change, own),) for own in ("delete", "insert"))
    return (Words(label(change), "strong"),), *cells


def _side(change: Data, own: str) -> Words:
    """One version of the words, what the other has not marked in it."""
    text, found = version(change["redline"], own)
    return Words(text or "–", "quote" if text else "", found=found)
