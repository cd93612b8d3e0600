"""Two versions of a law, or a law and the act that amends it: what changes in the text and in the verdicts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ctip_law.annotate.amendments import amendments
from ctip_law.annotate.instructions import Unread
from ctip_law.compare.amend import Consolidation, Outcome, amend
from ctip_law.compare.laws import law_data, provision_head, quote
from ctip_law.compare.verdicts import DefectPair, ElementPair, ProvisionPair, defects, elements, provisions
from ctip_law.compare.versions import Change, Unit, changes
from ctip_law.model import Law, Penalty, Report


@dataclass(frozen=True, slots=True)
class Diff:
    """`new` is the second version; for an amending act (`act`) it is the law as amended, with `outcomes`."""

    old: Law
    new: Law
    changes: tuple[Change, ...]
    before: Report
    after: Report
    provisions: tuple[ProvisionPair, ...]
    elements: tuple[ElementPair, ...]
    defects: tuple[DefectPair, ...]
    act: Law | None = None
    outcomes: tuple[Outcome, ...] = ()
    unread: tuple[Unread, ...] = ()


def diff(
    old: Law, new: Law, *, against: str | Sequence[str] = "", country: str = "", amending: bool | None = None
) -> Diff:
    """What changes from `old` to `new`.

    `amending` says whether `new` is an act that amends `old`. None: it is one if most of its sections give
    instructions, and at least one of them can be carried out.

    Raises UsageError CT001 or CT002, and InputError CT202 where an amending act gives no instruction.
    """
    from ctip_law import gap
    from ctip_law.choice import instruments

    chosen, code = instruments(against, country, [old])
    act: Law | None = None
    done: Consolidation | None = None
    if amending or (amending is None and amendments(new).amends):
        tried = amend(old, new)
        if amending or any(outcome.applied for outcome in tried.outcomes):
            act, new, done = new, tried.law, tried
    before, after = (gap([law], against=chosen, country=code) for law in (old, new))
    return Diff(
        old,
        new,
        changes(old, new),
        before,
        after,
        provisions(before, after),
        elements(before, after),
        defects(before, after),
        act,
        done.outcomes if done else (),
        done.unread if done else (),
    )


def data(made: Diff) -> dict[str, Any]:
    """The difference as plain data, the body of `diff -f json` (schema `diff`)."""
    return {
        "instruments": list(made.before.instruments),
        "country": made.before.country,
        "old": law_data(made.old),
        "new": law_data(made.new),
        "amending_act": law_data(made.act) if made.act else None,
        "instructions": [_outcome(outcome) for outcome in made.outcomes],
        "not_read": [
            {"num": one.num, "eid": one.eid, "start": one.start, "end": one.end, "text": one.text, "why": one.why}
            for one in made.unread
        ],
        "sections": [_change(change) for change in made.changes],
        "provisions": [_provision(pair) for pair in made.provisions if pair.direction != "same"],
        "elements": [_element(pair) for pair in made.elements if pair.first != pair.second],
        "defects": [
            {
                "id": pair.defect.id,
                "label": pair.label,
                "change": "gone" if pair.first else "new",
                "why": pair.defect.why,
            }
            for pair in made.defects
            if pair.first != pair.second
        ],
        "penalties": _penalties(made.old, made.new),
        "summary": _summary(made),
    }


def _outcome(outcome: Outcome) -> dict[str, Any]:
    one = outcome.instruction
    return {
        "num": one.num,
        "kind": one.kind,
        "what": one.what,
        "target": one.target,
        "position": one.position,
        "occurrence": one.occurrence,
        "old": one.old,
        "new": one.new,
        "act": one.act,
        "eid": one.eid,
        "start": one.start,
        "end": one.end,
        "applied": outcome.applied,
        "why": outcome.why,
    }


def _change(change: Change) -> dict[str, Any]:
    return {
        "change": change.kind,
        "unit": change.unit.kind,
        "heading": change.unit.heading,
        "old": _place(change.old),
        "new": _place(change.new),
        "redline": [{"kind": piece.kind, "text": piece.text} for piece in change.pieces],
    }


def _place(unit: Unit | None) -> dict[str, Any] | None:
    return {"num": unit.num, "eid": unit.eid, "start": unit.start, "end": unit.end} if unit else None


def _provision(pair: ProvisionPair) -> dict[str, Any]:
    moved = [element for element in pair.elements if element.first != element.second]
    return provision_head(pair.provision.id) | {
        "before": pair.first,
        "after": pair.second,
        "direction": pair.direction,
        "sections_before": list(pair.first_sections),
        "sections_after": list(pair.second_sections),
        "gained": [element.id for element in moved if element.direction == "gained"],
        "lost": [element.id for element in moved if element.direction == "lost"],
    }


def _element(pair: ElementPair) -> dict[str, Any]:
    return {
        "id": pair.id,
        "label": pair.label,
        "before": pair.first,
        "after": pair.second,
        "direction": pair.direction,
        "evidence_before": [quote(one) for one in pair.first_evidence],
        "evidence_after": [quote(one) for one in pair.second_evidence],
    }


def _penalties(old: Law, new: Law) -> list[dict[str, Any]]:
    """Sections whose penalties are not the same, tiers in their order, terms in years."""
    before, after = _tiers(old), _tiers(new)
    return [
        {"section": num, "before": before.get(num, []), "after": after.get(num, [])}
        for num in dict.fromkeys((*before, *after))
        if before.get(num, []) != after.get(num, [])
    ]


def _tiers(law: Law) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for row in law.penalties:
        found.setdefault(row.section, []).append(_tier(row))
    return found


def _tier(row: Penalty) -> dict[str, Any]:
    return {
        "min_years": row.min_years,
        "max_years": row.max_years,
        "life": row.life,
        "death": row.death,
        "fine": row.fine,
        "grade": row.grade,
    }


def _summary(made: Diff) -> dict[str, Any]:
    kinds = ("added", "removed", "changed", "renumbered")
    directions = ("better", "worse", "other")
    return {
        "sections": {kind: sum(change.kind == kind for change in made.changes) for kind in kinds},
        "provisions": {way: sum(pair.direction == way for pair in made.provisions) for way in directions},
        "elements": {way: sum(pair.direction == way for pair in made.elements) for way in ("gained", "lost")},
        "instructions": {
            "read": len(made.outcomes),
            "applied": sum(outcome.applied for outcome in made.outcomes),
            "not_read": len(made.unread),
        },
    }
