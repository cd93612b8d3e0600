"""A bill as plain data: what every form of it shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ctip_law.bill.nouns import Bill, Change, Proof, Row
from ctip_law.draft.concordance import concordance
from ctip_law.framework import load
from ctip_law.report.naming import cited, plain

#: The setting of a choice, which only the command line needs: "imprisonment alone (offence_fine=none)".
_NAMED = re.compile(r" \(\w+=\w+\)")


def data(bill: Bill) -> dict[str, Any]:
    """The body of schema `bill`: the clauses with their notes, the questions, the proof."""
    source = bill.law.source
    return {
        "law": {"id": bill.law.id, "title": bill.law.title, "path": source.path, "sha256": source.sha256},
        "title": bill.title,
        "long_title": bill.long_title,
        "tradition": bill.tradition,
        "clauses": [_first(bill), *(_clause(bill, change) for change in bill.changes)],
        "questions": [{"ids": list(one.ids), "num": one.place, "words": plain(one.words)} for one in bill.questions],
        "consequential": list(bill.consequential),
        "blanks": list(bill.blanks),
        "left": [{"id": id, "title": title_of(id), "cited": cited_as(id), "why": why} for id, why in bill.left],
        "text": bill.text,
        "concordance": _concordance(bill),
        "proof": _proof(bill.proof) if bill.proof else None,
    }


def title_of(id: str) -> str:
    """The title of a duty, or the label of a defect."""
    framework = load()
    return framework.defects[id].label if id in framework.defects else framework.provision(id).title


def cited_as(id: str) -> str:
    """How a lawyer cites a duty: "Trafficking Protocol, article 6(6)"; "" for a defect, which is no article."""
    return "" if id in load().defects else cited(id)


def _concordance(bill: Bill) -> dict[str, Any]:
    """Which clause answers a duty and which duties a clause answers."""
    entries: list[tuple[str, str, tuple[str, ...]]] = []
    for change in bill.changes:
        place = f"{bill.clause} {change.num}"
        for section in change.sections:
            entries.append((f"{place}, {bill.unit} {section.num}", section.title, section.duties))
        if not change.sections:
            entries.append((place, change.heading, tuple(id for id in change.duties if cited_as(id))))
    made = concordance(entries)
    return {
        "duties": [dict(zip(("cited", "title", "places"), row, strict=True)) for row in made.duties],
        "clauses": [dict(zip(("place", "heading", "cited"), row, strict=True)) for row in made.clauses],
    }


def _first(bill: Bill) -> dict[str, Any]:
    heading, lines = bill.first
    return _shape("1", bill.printed("1"), heading, lines, "title")


def _clause(bill: Bill, change: Change) -> dict[str, Any]:
    ids = (*change.duties, *change.defects)
    answers = [{"id": id, "title": title_of(id), "cited": cited_as(id)} for id in ids]
    head = bill.printed(change.num)
    shape = _shape(change.num, head, change.heading, change.lines, change.kind)
    return shape | {"answers": answers, "notes": list(_notes(change)), "effect": plain(change.effect)}


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


def _proof(proof: Proof) -> dict[str, Any]:
    return {
        "orders": proof.orders,
        "applied": proof.applied,
        "sound": proof.sound,
        "rows": [
            {
                "id": row.id,
                "title": row.title,
                "cited": cited_as(row.id),
                "before": row.before,
                "after": row.after,
                "asked": row.asked,
                "worse": row.worse,
                "note": _remark(row),
            }
            for row in proof.rows
        ],
        "failures": [plain(one) for one in proof.failures],
        "lost": list(proof.lost),
        "silent": list(proof.silent),
        "defects_before": list(proof.defects[0]),
        "defects_after": list(proof.defects[1]),
    }
