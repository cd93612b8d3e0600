"""A bill as plain data: what every form of it shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ctip_law.bill.nouns import Bill, Change, Proof, Row
from ctip_law.bill.wording import base_of
from ctip_law.draft.concordance import concordance
from ctip_law.draft.duties import cited_as, defect_of, title_of, told
from ctip_law.framework import load
from ctip_law.report.naming import plain

#: The setting of a choice, which only the command line needs: "imprisonment alone (offence_fine=none)".
_NAMED = re.compile(r" \(\w+=\w+\)")


def data(bill: Bill) -> dict[str, Any]:
    """The body of schema `bill`: the clauses with their notes, the questions, the proof."""
    source, code = bill.law.source, base_of(bill.law.language)
    return {
        "law": {"id": bill.law.id, "title": bill.law.title, "path": source.path, "sha256": source.sha256},
        "title": bill.title,
        "long_title": bill.long_title,
        "tradition": bill.tradition,
        "clauses": [_first(bill), *(_clause(bill, change) for change in bill.changes), *_last(bill)],
        "questions": [
            {"ids": list(one.ids), "num": one.place, "words": _plain(one.words, code)} for one in bill.questions
        ],
        "consequential": list(bill.consequential),
        "blanks": list(bill.blanks),
        "left": [
            {"id": id, "title": _called(id, code), "cited": _cited(id, code), "why": why} for id, why in bill.left
        ],
        "text": bill.text,
        "concordance": _concordance(bill),
        "proof": _proof(bill.proof, code) if bill.proof else None,
    }


def _called(id: str, language: str) -> str:
    """The title of a duty, or the label of a defect."""
    return defect_of(id, language) if id in load().defects else title_of(id, language)


def _cited(id: str, language: str) -> str:
    """How a lawyer cites a duty: "Trafficking Protocol, article 6(6)"; "" for a defect, which is no article."""
    return "" if id in load().defects else cited_as(id, language)


def _plain(text: str, language: str) -> str:
    """A text with nothing in it that only the framework calls so."""
    return plain(told(text, language))


def _concordance(bill: Bill) -> dict[str, Any]:
    """Which clause answers a duty and which duties a clause answers."""
    entries: list[tuple[str, str, tuple[str, ...]]] = []
    for change in bill.changes:
        place = f"{bill.clause} {bill.number(change.num)}"
        for section in change.sections:
            entries.append((f"{place}, {bill.unit} {section.num}", section.title, section.duties))
        if not change.sections:
            entries.append((place, change.heading, tuple(id for id in change.duties if id not in load().defects)))
    made = concordance(entries, base_of(bill.law.language))
    return {
        "duties": [dict(zip(("cited", "title", "places"), row, strict=True)) for row in made.duties],
        "clauses": [dict(zip(("place", "heading", "cited"), row, strict=True)) for row in made.clauses],
    }


def _first(bill: Bill) -> dict[str, Any]:
    heading, lines = bill.first
    if bill.frame:
        return _shape(_number(bill.frame.first), bill.frame.first, "", lines, "title")
    return _shape(bill.number("1"), bill.printed("1"), heading, lines, "title")


def _last(bill: Bill) -> Iterator[dict[str, Any]]:
    """What closes a bill whose changes are a list."""
    if bill.frame:
        yield _shape(_number(bill.frame.last), bill.frame.last, "", bill.frame.words, "title")


def _number(printed: str) -> str:
    return printed.rpartition(" ")[2]


def _clause(bill: Bill, change: Change) -> dict[str, Any]:
    ids = (*change.duties, *change.defects)
    code = base_of(bill.law.language)
    answers = [{"id": id, "title": _called(id, code), "cited": _cited(id, code)} for id in ids]
    head = bill.printed(change.num)
    shape = _shape(bill.number(change.num), head, change.heading, change.lines(bill.marks), change.kind)
    return shape | {"answers": answers, "notes": list(_notes(change)), "effect": _plain(change.effect, code)}


def _shape(num: str, printed: str, heading: str, lines: tuple[str, ...], kind: str) -> dict[str, Any]:
    return {
        "num": num,
        "printed": printed,
        "heading": heading,
        "kind": kind,
        "lines": list(lines),
        "answers": [],
        "notes": [],
        "effect": "",
    }


def _notes(change: Change) -> Iterator[dict[str, Any]]:
    """Why each new section is there, and what else could stand in its place."""
    if change.note:
        yield {"num": change.unit, "why": [change.note], "alternatives": [], "questions": [], "check": []}
    for section in change.sections:
        yield {
            "num": section.num,
            "why": list(section.note),
            "alternatives": [_NAMED.sub("", choice) for choice in section.choices],
            "questions": list(section.questions),
            "check": list(section.check),
        }


def _remark(row: Row) -> str:
    """What is to be known of a verdict that changed."""
    if row.worse:
        return "worse"
    return "" if row.asked else "changed with it: read it"


def _proof(proof: Proof, code: str) -> dict[str, Any]:
    return {
        "orders": proof.orders,
        "applied": proof.applied,
        "sound": proof.sound,
        "rows": [
            {
                "id": row.id,
                "title": title_of(row.id, code),
                "cited": _cited(row.id, code),
                "before": row.before,
                "after": row.after,
                "asked": row.asked,
                "worse": row.worse,
                "note": _remark(row),
            }
            for row in proof.rows
        ],
        "failures": [_plain(one, code) for one in proof.failures],
        "lost": list(proof.lost),
        "silent": list(proof.silent),
        "defects_before": list(proof.defects[0]),
        "defects_after": list(proof.defects[1]),
    }
