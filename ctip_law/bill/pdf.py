"""A bill as blocks for the PDF that typst sets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from ctip_law.bill.data import data
from ctip_law.bill.nouns import Bill
from ctip_law.bill.wording import Wording, wording
from ctip_law.draft.library import words as fixed
from ctip_law.draft.pdf import tables
from ctip_law.report.blocks import Block, Handout, Head, Items, Text, Title

_LABEL = re.compile(
    r"(?:[“«]\s?)?(?:(?P<one>\(?\d+\))|(?P<three>\(?(?:ii|iii|iv|vi+|ix)\))|(?P<two>\(?[a-z]{1,2}\)|[a-z]\.))\s"
)


def depth_of(line: str) -> int:
    """How deep a quoted line is indented, by its number: "(1)", "1)", "(a)", "a.", "(ii)"."""
    label = _LABEL.match(line)
    return {"one": 1, "two": 2, "three": 3}.get(label.lastgroup or "", 1) if label else 1


def begins(lines: Sequence[str], place: int) -> bool:
    """Whether a line is the heading of a new section: it stands first or after a blank, and is no sentence."""
    return place > 0 and lines[place][-1] not in ".;:—”»" and (place == 1 or not lines[place - 1])


def blocks(bill: Bill, *, notes: bool) -> Handout:
    """The bill as a document."""
    return Handout(bill.title, tuple(_blocks(bill, notes)), bill.law.language.split("-")[0])


def _blocks(bill: Bill, notes: bool) -> Iterator[Block]:
    from ctip_law.bill.write import concorded, disclaimer, lists, proved, shown, verdicts

    body, how = data(bill), wording(bill.law.language)
    yield Title(bill.title, (bill.long_title,))
    for clause in body["clauses"]:
        head, lines = shown(clause, how.framed)
        if head:
            yield Head(1, head)
        for place, line in enumerate(lines):
            if not line:
                continue
            depth = depth_of(line) if place and clause["kind"] != "title" else 0
            new = clause["kind"] == "insert" and begins(lines, place)
            yield Text(line, "strong" if new else "", depth=depth, keeps=new)
    yield Head(1, bill.note)
    yield Text(disclaimer(how.language))
    for clause in body["clauses"] if notes else ():
        yield from _explained(clause, how)
    for label, lines in lists(body, how):
        yield Head(2, label)
        yield Items(tuple(lines))
    if body["proof"]:
        rows = verdicts(body, how)
        yield from tables([(proved(body, how), rows[0], rows[1:])] if rows else [])
        if not rows:
            yield Text(proved(body, how))
    yield from tables(concorded(body, how))


def _explained(clause: dict[str, Any], how: Wording) -> Iterator[Block]:
    from ctip_law.bill.write import answered

    if not (clause["answers"] or clause["notes"]):
        return
    said = fixed(how.language)
    yield Text(how("words.clause", num=clause["num"], heading=clause["heading"]), "strong", keeps=True)
    if clause["effect"]:
        yield Text(f"{how('words.effect')} {clause['effect']}")
    if clause["answers"]:
        yield Text(f"{said['answers']} {answered(clause)}.", "small")
    for one in clause["notes"]:
        for place, why in enumerate(one["why"]):
            yield Text(f"{one['num']}: {why}" if place == 0 else why, "small")
        yield from (Text(f"{how('words.alternative')} {other}", "small") for other in one["alternatives"])
        if one["questions"]:
            yield Text(f"{said['questions']} {' '.join(one['questions'])}", "small")
