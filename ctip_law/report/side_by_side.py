"""Two laws side by side, for people. Reads the data that `compare -f json` prints; nothing is ranked."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import Any

from ctip_law.framework import load
from ctip_law.report.lens import lines as lens_lines
from ctip_law.report.md import cell
from ctip_law.report.words import ELEMENT, GENERAL_LAW, PROVISION, caveat, shown

WIDTH = 80
_TITLE, _SIDE = 26, 20  # columns of the table
Data = dict[str, Any]
_FOUND = frozenset({"present", "weak"})


def render(data: Data, form: str, *, full: bool = False) -> str:
    """The comparison as "table", "md" or "html". `full`: every element with the words that prove it."""
    if form == "md":
        return _markdown(data, full)
    if form == "html":
        from ctip_law.report.html import page

        return page(
            "compare.html.j2", data=data, full=full, word=word, names=names, only=only, lens=lens_lines(data["lens"]),
            disclaimer=caveat(),
        )  # fmt: skip
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
    lines += ["", f"{'Article':11} {'Duty':{_TITLE}} {'A':{_SIDE}} B"]
    for row in data["provisions"]:
        lines += _row(row, full)
    lines += ["", *_wrap("Caution: ", GENERAL_LAW), *_wrap("", caveat())]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _row(row: Data, full: bool) -> Iterator[str]:
    title = textwrap.wrap(row["title"], _TITLE) or [""]
    a, b = (word(row[side]["status"], row["nature"]) for side in "ab")
    yield f"{row['article'][:11]:11} {title[0]:{_TITLE}} {a:{_SIDE}} {b}"
    sections = [f"s {', '.join(row[side]['sections'])}" if row[side]["sections"] else "" for side in "ab"]
    rows = [textwrap.wrap(words, _SIDE) or [""] for words in sections]
    for n in range(max(len(title) - 1, *(len(one) for one in rows))):
        cells = [title[n + 1] if n + 1 < len(title) else "", *(one[n] if n < len(one) else "" for one in rows)]
        if any(cells):
            yield f"{'':11} {cells[0]:{_TITLE}} {cells[1]:{_SIDE}} {cells[2]}"
    if full:
        for element in row["elements"]:
            yield from _wrap("", element["label"], 4)
            for side in "ab":
                yield from _wrap(f"{side.upper()}: ", _proof(element[side]), 6)
        return
    for side in "ab":
        if labels := only(row, side):
            yield from _wrap(f"found in {side.upper()} only: ", "; ".join(labels), 12)


def _proof(side: Data) -> str:
    """ "found, s 12: “...”"."""
    said = ELEMENT[side["status"]][1]
    if not side["evidence"]:
        return said
    first = side["evidence"][0]
    return f"{said}, s {first['num']}: “{_cut(first['quote'])}”"


def _cut(words: str, most: int = 240) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= most else flat[:most].rsplit(" ", 1)[0] + " …"


def _wrap(label: str, words: str, indent: int = 0) -> list[str]:
    first = " " * indent + label
    return textwrap.wrap(
        words, WIDTH, initial_indent=first, subsequent_indent=" " * len(first), break_on_hyphens=False
    ) or [first]


def _markdown(data: Data, full: bool) -> str:
    lines = [f"# {cell(names(data['laws']['a']))} and {cell(names(data['laws']['b']))}", ""]
    lines += [f"- {side.upper()}: {cell(names(data['laws'][side]))}" for side in "ab"]
    lines += [f"- Against: {cell(load().instruments[id].name)}" for id in data["instruments"]]
    lines += [f"- {cell(line)}" for line in lens_lines(data["lens"])]
    lines += [
        "",
        "| Article | Duty | A | Sections | B | Sections | Found in A only | Found in B only |",
        "|---|" + "---|" * 7,
    ]
    for row in data["provisions"]:
        cells = [row["article"], row["title"]]
        for side in "ab":
            cells += [word(row[side]["status"], row["nature"]), ", ".join(row[side]["sections"])]
        cells += ["; ".join(only(row, side)) for side in "ab"]
        lines.append(f"| {' | '.join(cell(words) for words in cells)} |")
    for row in data["provisions"] if full else ():
        lines += ["", f"## {cell(row['article'])} {cell(row['title'])}", "", "| Element | A | B |", "|---|---|---|"]
        for element in row["elements"]:
            proofs = [cell(_proof(element[side])) for side in "ab"]
            lines.append(f"| {cell(element['label'])} | {' | '.join(proofs)} |")
    return "\n".join([*lines, "", f"- {GENERAL_LAW}", f"- {caveat()}"]) + "\n"
