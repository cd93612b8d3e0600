"""Two laws side by side as the blocks of a document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ctip_law.framework import load
from ctip_law.report.blocks import Block, Cell, Grid, Handout, Head, Items, Text, Title, Turn, Words, version
from ctip_law.report.lens import lines as lens_lines
from ctip_law.report.naming import cited
from ctip_law.report.side_by_side import names, only, proof, word
from ctip_law.report.words import GENERAL_LAW, caveat

Data = dict[str, Any]
_DUTIES = (11, 20, 16, 16, 19, 18)


def handout(data: Data, *, full: bool = False) -> Handout:
    """The comparison as a document; `full`: every element with the words that prove it."""
    title = f"{names(data['laws']['a'])} and {names(data['laws']['b'])}"
    return Handout(title, tuple(_blocks(data, title, full)))


def _blocks(data: Data, title: str, full: bool) -> Iterator[Block]:
    yield Title(title)
    against = [f"Against: {load().instruments[id].name}" for id in data["instruments"]]
    sides = [f"{side.upper()}: {names(data['laws'][side])}" for side in "ab"]
    yield Items((*sides, *against, *lens_lines(data["lens"]), f"Caution: {GENERAL_LAW}.", caveat()))
    yield Turn(wide=True)
    yield Head(1, "Duty by duty")
    heads = ("Article", "Duty", "A", "B", "Found in A only", "Found in B only")
    yield Grid("Duties", heads, tuple(map(_duty, data["provisions"])), _DUTIES, small=True)
    if full:
        yield Turn(wide=True)
        yield Head(1, "With the words found")
    for row in data["provisions"] if full else ():
        yield Head(2, f"{_article(row)}: {row['title']}")
        rows = tuple(_element(one) for one in row["elements"])
        yield Grid(row["title"], ("What is looked for", "A", "B"), rows, (20, 40, 40))
    if full and any(one["redline"] for row in data["provisions"] for one in row["elements"]):
        yield Text("Marked are the words that stand in one of two quotations and not in the other.", "small")


def _duty(row: Data) -> tuple[Cell, ...]:
    sides = [_verdict(row[side], row["nature"]) for side in "ab"]
    alone = [(Words("; ".join(only(row, side)) or "–"),) for side in "ab"]
    return (Words(_article(row)),), (Words(row["title"]),), *sides, *alone


def _sections(nums: list[str]) -> tuple[Words, ...]:
    return (Words(f"section{'s' if len(nums) > 1 else ''} {', '.join(nums)}"),) if nums else ()


def _verdict(side: Data, nature: str) -> Cell:
    return Words(word(side["status"], nature)), *_sections(side["sections"]), *_said(side["reviews"])


def _said(reviews: list[str]) -> Iterator[Words]:
    """What lawyers decided, beside the verdict and never over it."""
    yield from (Words(f"Reviewed: {said}", "small") for said in reviews)


def _article(row: Data) -> str:
    return cited(row["id"]) + ("" if row["verified"] == "text" else "*")


def _element(one: Data) -> tuple[Cell, ...]:
    return (Words(one["label"], "strong"),), *(_side(one, side) for side in "ab")


def _side(one: Data, side: str) -> Cell:
    """What was found; where both have words, those that the other has not are marked."""
    if not one["redline"]:
        return (Words(proof(one[side])),)
    text, found = version(one["redline"], "delete" if side == "a" else "insert")
    first = one[side]["evidence"][0]
    place = f"{word(one[side]['status'])}, section {first['num']}" if first["num"] else word(one[side]["status"])
    return Words(place, "strong"), Words(f"“{text}”", "quote", "", tuple((start + 1, end + 1) for start, end in found))
