"""What a report says of the lens that it is seen through: the question, why its parts belong to it, the elements that
no duty shown asks for, and for smuggling whether the law keeps it apart from trafficking.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from ctip_law.framework import load
from ctip_law.framework.lenses import lens
from ctip_law.model import ElementFinding, Evidence, Report
from ctip_law.report.words import ELEMENT, OUTSIDE

#: What a law says on smuggling and trafficking together, and the sentence for people; `{}` are sections.
KEPT_APART = {
    "conflated": "the law treats trafficking and smuggling as one (section {})",
    "same section": "trafficking and smuggling stand in one section ({}): a lawyer has to read whether as one",
    "apart": "trafficking and smuggling stand in sections of their own (trafficking {}, smuggling {})",
    "no smuggling": "no provision on smuggling was found in what was read, and none that treats the two as one",
    "no trafficking": "no trafficking offence was found in what was read, so that nothing can be compared",
}
_ACTS = ("act.recruitment", "act.transportation", "act.transfer", "act.harbouring", "act.receipt")


def lines(name: str) -> tuple[str, ...]:
    """The lens itself, the same for every law: its question, and each reason with its source."""
    if not name:
        return ()
    one = lens(name)
    head = f"Lens: {one.name}. It asks {one.asks}. Other duties are left out and stay as they are"
    return (f"{head}.", *(f"{part.why} Source: {part.source}." for part in one.parts))


def found(report: Report) -> tuple[str, ...]:
    """What the laws read say to it: elements that no duty shown asks for, and the check on smuggling."""
    if not report.lens:
        return ()
    labels = load().elements
    by_status: dict[str, list[str]] = {}
    for one in _beside(report):
        places = _places(one.evidence)
        by_status.setdefault(one.status, []).append(labels[one.id].label + (f" ({places})" if places else ""))
    told = [f"{ELEMENT[status][1]}: {'; '.join(names)}" for status, names in by_status.items()]
    said = [f"Beside the duties shown. {sentence[:1].upper()}{sentence[1:]}." for sentence in told]
    kind, sections = kept_apart(report)
    if kind:
        said.insert(0, f"Check that the two are kept apart: {KEPT_APART[kind].format(*sections)}.")
    return tuple(said)


def _beside(report: Report) -> Iterable[ElementFinding]:
    """The elements of the lens that no provision of the report asks for."""
    asked = {element for one in report.provisions for element in load().provision(one.id).asked}
    return [report.ledger.elements[id] for id in lens(report.lens).elements if id not in asked]


def kept_apart(report: Report) -> tuple[str, tuple[str, ...]]:
    """A key of `KEPT_APART` with its sections; "" where the lens does not ask for it."""
    if "smuggling-conflated" not in (lens(report.lens).defects if report.lens else ()):
        return "", ()
    named = next((one for one in report.defects if one.id == "smuggling-conflated"), None)
    if named is not None:
        return "conflated", (_places(named.evidence) or OUTSIDE,)
    elements = report.ledger.elements
    trafficking = [one for id in _ACTS for one in elements[id].evidence[:1]]
    smuggling = elements["smuggling.procurement"].evidence[:1]
    if not smuggling:
        return "no smuggling", ()
    if not trafficking:
        return "no trafficking", ()
    shared = {(one.law, one.num) for one in trafficking} & {(one.law, one.num) for one in smuggling if one.num}
    if shared:
        return "same section", (", ".join(sorted(num for _, num in shared)),)
    return "apart", (_places(trafficking), _places(smuggling))


def _places(evidence: Sequence[Evidence]) -> str:
    return ", ".join(dict.fromkeys(one.num or OUTSIDE for one in evidence[:5]))


def lens_data(report: Report) -> dict[str, Any] | None:
    """The lens as plain data; None for a report without one."""
    if not report.lens:
        return None
    one = lens(report.lens)
    kind, places = kept_apart(report)
    parts = [
        {"why": part.why, "source": part.source, "provisions": list(part.provisions), "elements": list(part.elements)}
        for part in one.parts
    ]
    check = KEPT_APART[kind].format(*places) if kind else ""
    return {"id": one.id, "name": one.name, "asks": one.asks, "parts": parts, "kept_apart": kind, "check": check}
