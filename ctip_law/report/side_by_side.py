"""Two laws side by side, for people. Reads the data that `compare -f json` prints; nothing is ranked."""

from __future__ import annotations

import csv
import io
import textwrap
from collections.abc import Iterator
from typing import Any

from ctip_law.framework import load
from ctip_law.report.csv import inert
from ctip_law.report.lens import lines as lens_lines
from ctip_law.report.rows import flat
from ctip_law.report.width import across, column
from ctip_law.report.words import ELEMENT, GENERAL_LAW, PROVISION, caveat, shown
from ctip_law.report.writers import LAID_FORMS

_TITLE, _SIDE = 26, 20  # columns of the table
Data = dict[str, Any]
_FOUND = frozenset({"present", "weak"})


#: Forms of a comparison of two.
TWO_FORMS = ("table", "json", "csv", *LAID_FORMS)


def render(data: Data, form: str, *, full: bool = False, paper: str = "a4") -> str | bytes:
    """The comparison in one of TWO_FORMS but JSON. `full`: every element with the words that prove it.

    Raises UsageError CT004 for an unknown paper, and what `report.pdf` raises.
    """
    if form == "csv":
        return _csv(data)
    if form in LAID_FORMS:
        from ctip_law.report.side_blocks import handout
        from ctip_law.report.writers import written

        return written(handout(data, full=full), form, paper)
    return _table(data, full)


def word(status: str, nature: str = "") -> str:
    """Sign and word of a status of a provision, with the nature of its duty, or of an element."""
    sign, name, _ = PROVISION.get(shown(status, nature)) or ELEMENT[status]
    return f"{sign} {name}"


def names(laws: list[Data]) -> str:
    """The titles of one side."""
    return "; ".join(law["title"] or law["source"]["path"] for law in laws)


def only(row: Data, side: str) -> list[str]:
    """The elements that one side has, in full or in part, and in which nothing was found on the other."""
    other = "b" if side == "a" else "a"
    return [
        element["label"]
        for element in row["elements"]
        if element[side]["status"] in _FOUND and element[other]["status"] == "absent"
    ]


def _table(data: Data, full: bool) -> str:
    lines = [*_wrap("A: ", names(data["laws"]["a"])), *_wrap("B: ", names(data["laws"]["b"]))]
    lines += _wrap("Against: ", "; ".join(load().instruments[id].name for id in data["instruments"]))
    for line in lens_lines(data["lens"]):
        lines += _wrap("", line)
    title = column(_TITLE, (row["title"] for row in data["provisions"]))
    side = column(_SIDE, (_where(row["a"]) for row in data["provisions"]))
    lines += ["", f"{'Article':11} {'Duty':{title}} {'A':{side}} B"]
    for row in data["provisions"]:
        lines += _row(row, full, title, side)
    lines += ["", *_wrap("Caution: ", GENERAL_LAW), *_wrap("", caveat())]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _where(side: Data) -> str:
    return f"s {', '.join(side['sections'])}" if side["sections"] else ""


def _row(row: Data, full: bool, across_title: int, across_side: int) -> Iterator[str]:
    title = textwrap.wrap(row["title"], across_title) or [""]
    a, b = (word(row[side]["status"], row["nature"]) for side in "ab")
    yield f"{row['article'][:11]:11} {title[0]:{across_title}} {a:{across_side}} {b}"
    rows = [textwrap.wrap(_where(row[side]), across_side) or [""] for side in "ab"]
    for n in range(max(len(title) - 1, *(len(one) for one in rows))):
        cells = [title[n + 1] if n + 1 < len(title) else "", *(one[n] if n < len(one) else "" for one in rows)]
        if any(cells):
            yield f"{'':11} {cells[0]:{across_title}} {cells[1]:{across_side}} {cells[2]}"
    for side in "ab":
        yield from (line for said in row[side]["reviews"] for line in _wrap(f"reviewed, {side.upper()}: ", said, 12))
    if full:
        for element in row["elements"]:
            yield from _wrap("", element["label"], 4)
            for side in "ab":
                yield from _wrap(f"{side.upper()}: ", proof(element[side]), 6)
            if element["redline"]:
                yield from _wrap("A to B: ", redlined(element["redline"]), 6)
        return
    for side in "ab":
        if labels := only(row, side):
            yield from _wrap(f"found in {side.upper()} only: ", "; ".join(labels), 12)


def proof(side: Data) -> str:
    """ "found, s 12: “...”"."""
    said = ELEMENT[side["status"]][1]
    if not side["evidence"]:
        return said
    first = side["evidence"][0]
    return f"{said}, s {first['num']}: “{_cut(first['quote'])}”"


def redlined(pieces: list[Data]) -> str:
    """[-gone-] and {+new+}."""
    marks = {"delete": "[-{}-]", "insert": "{{+{}+}}", "equal": "{}"}
    return "".join(marks[one["kind"]].format(one["text"]) for one in pieces)


def _cut(words: str, most: int = 240) -> str:
    told = flat(words)
    return told if len(told) <= most else told[:most].rsplit(" ", 1)[0] + " …"


def _wrap(label: str, words: str, indent: int = 0) -> list[str]:
    first = " " * indent + label
    return textwrap.wrap(
        words, across(), initial_indent=first, subsequent_indent=" " * len(first), break_on_hyphens=False
    ) or [first]


def _csv(data: Data) -> str:
    """A row for each element of each duty: the verdict, and what was found of the element where, on either side."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    sides = [f"{what}_{side}" for side in "ab" for what in ("verdict", "found", "section", "words")]
    writer.writerow(["provision", "article", "title", "strength", "element", *sides, "reviews_a", "reviews_b"])
    for row in data["provisions"]:
        head = [row[name] for name in ("id", "article", "title", "strength")]
        for one in row["elements"]:
            cells = [cell for side in "ab" for cell in (row[side]["status"], *_found_in(one[side]))]
            said = ["; ".join(row[side]["reviews"]) for side in "ab"]
            writer.writerow(map(inert, [*head, one["label"], *cells, *said]))
    return out.getvalue()


def _found_in(side: Data) -> tuple[str, str, str]:
    """What was found, in which section, with which words."""
    first = side["evidence"][0] if side["evidence"] else {"num": "", "quote": ""}
    return ELEMENT[side["status"]][1], first["num"], flat(first["quote"])
