"""A bill as blocks for the PDF that typst sets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ctip_law.bill.data import data
from ctip_law.bill.nouns import Bill
from ctip_law.draft.pdf import tables
from ctip_law.report.blocks import Block, Handout, Head, Items, Text, Title

#: The heads of the table of verdicts.
VERDICTS = ("Duty", "Before", "After", "Note")

_LABEL = re.compile(
    r"“?(?:(?P<one>\(?\d+\))|(?P<three>\(?(?:ii|iii|iv|vi+|ix)\))|(?P<two>\(?[a-z]{1,2}\)|[a-z]\.))\s"
)


def depth_of(line: str) -> int:
    """How deep a quoted line is indented, by its number: "(1)", "1)", "(a)", "a.", "(ii)"."""
    label = _LABEL.match(line)
    return {"one": 1, "two": 2, "three": 3}.get(label.lastgroup or "", 1) if label else 1


def blocks(bill: Bill, *, notes: bool) -> Handout:
    """The bill as a document."""
    return Handout(bill.title, tuple(_blocks(bill, notes)), bill.law.language.split("-")[0])


def _blocks(bill: Bill, notes: bool) -> Iterator[Block]:
    from ctip_law.bill.write import concorded, disclaimer, lists, proved, verdicts

    body = data(bill)
    yield Title(bill.title, (bill.long_title,))
    for clause in body["clauses"]:
        yield Head(1, f"{clause['printed']} {clause['heading']}")
        for place, line in enumerate(line for line in clause["lines"] if line):
            yield Text(line, depth=depth_of(line) if place and clause["kind"] != "title" else 0)
    yield Head(1, bill.note)
    yield Text(disclaimer(bill.law.language))
    for clause in body["clauses"] if notes else ():
        yield from _explained(clause)
    for label, lines in lists(body):
        yield Head(2, label)
        yield Items(tuple(lines))
    if body["proof"]:
        rows = verdicts(body)
        yield from tables([(proved(body), VERDICTS, rows)] if rows else [])
        if not rows:
            yield Text(proved(body))
    yield from tables(concorded(body))


def _explained(clause: dict[str, Any]) -> Iterator[Block]:
    from ctip_law.bill.write import answered

    if not (clause["answers"] or clause["notes"]):
        return
    yield Text(f"Clause {clause['num']}: {clause['heading']}", "strong", keeps=True)
    if clause["effect"]:
        yield Text(f"Does not do what it is for: {clause['effect']}")
    if clause["answers"]:
        yield Text(f"Answers: {answered(clause)}.", "small")
    for one in clause["notes"]:
        for place, why in enumerate(one["why"]):
            yield Text(f"{one['num']}: {why}" if place == 0 else why, "small")
        yield from (Text(f"Alternative: {other}", "small") for other in one["alternatives"])
        if one["questions"]:
            yield Text("Questions for the policy maker: " + " ".join(one["questions"]), "small")
