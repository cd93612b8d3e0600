"""Where a State stands towards each instrument, in sentences: what was applied, what was left out, and why."""

from __future__ import annotations

from datetime import date

from ctip_law.framework import load
from ctip_law.framework.state_facts import TREATIES, UNCHECKED, State, Treaty, binding, state, vocabulary
from ctip_law.model import Report
from ctip_law.report.document import Held
from ctip_law.report.naming import SHORT, plain

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_UNCHECKED = "not checked against a source"


def held(report: Report) -> tuple[tuple[Held, ...], tuple[Held, ...], tuple[str, ...]]:
    """The instruments applied, those left out with the reason, and the sources that the facts rest on."""
    known = state(report.country) if report.country else None
    framework = load()
    applied, left = [], []
    codes: dict[str, None] = {}
    bound = binding(report.country) if report.country else ()
    for id, one in framework.instruments.items():
        fact = known.treaties.get(id) if known else None
        if fact:
            codes |= dict.fromkeys((fact.source, *fact.field_sources.values()))
        name = one.name if one.name.startswith(SHORT[id]) else f"{SHORT[id]}: {one.name}"
        if id in report.instruments:
            applied.append(Held(name, _applied(one.kind, id, fact, report.country, known)))
        else:
            left.append(Held(name, _left(one.kind, id, fact, report, known, bound)))
    words = vocabulary()["sources"]
    sources = tuple(" ".join(words[code].split()) for code in codes if code and code != UNCHECKED)
    return tuple(applied), tuple(left), sources


def _applied(kind: str, id: str, fact: Treaty | None, country: str, known: State | None) -> str:
    if kind == "soft_law":
        return "No legal obligation: principles or recommendations, applied because they were asked for."
    if not country:
        return "Applied without regard to ratification: the country was not given."
    if fact is None or known is None:
        return f"Applied because it was asked for. {_no_fact(id, known)}"
    told = f"{known.name}: {treaty_fact(fact)}."
    notes = " Reservations and declarations: " + plain(fact.reservations).rstrip(".") + "." if fact.reservations else ""
    asked = "" if fact.binds else " Applied because it was asked for."
    return f"{told}{notes}{asked}"


def _left(kind: str, id: str, fact: Treaty | None, report: Report, known: State | None, bound: tuple[str, ...]) -> str:
    if kind == "soft_law":
        return "Not applied: it puts no legal obligation on any State, and it was not asked for."
    if not report.country:
        return "Not applied: it was not asked for, and what binds was not looked up, since the country was not given."
    if fact is None or known is None:
        return f"Not applied. {_no_fact(id, known)}"
    if id in bound:
        added = "It binds the State and can be added; this report was made without it."
        return f"{known.name}: {treaty_fact(fact)}. {added}"
    return f"Not applied, since it is not known to bind the State. {known.name}: {treaty_fact(fact)}."


def _no_fact(id: str, known: State | None) -> str:
    """What is said of an instrument on which no fact is held; the directive binds through membership of the Union."""
    if id in TREATIES or known is None:
        return "Whether it binds the State is not known here: look it up with the depositary."
    if "eu" not in known.groups:
        return f"It binds the member States of the European Union, among which {known.name} is not listed here."
    unsure = f" ({_UNCHECKED})" if known.groups["eu"] == UNCHECKED else ""
    return f"{known.name} is a member State of the European Union{unsure}."


def treaty_fact(fact: Treaty) -> str:
    """ "signed on 13 December 2000, not ratified as of 10 July 2014", with what nobody has checked marked."""
    signed = f"signed {day(fact.signed)}{_mark(fact, 'signed')}" if fact.signed else ""
    as_of = f" as of {day(fact.as_of, on='')}" if fact.as_of else ""
    unsure = "" if fact.checked() else f" ({_UNCHECKED})"
    if fact.status == "party":
        how = f" by {fact.consent}" if fact.consent else ""
        when = f" {day(fact.consent_date)}" if fact.consent_date else ""
        dated = _mark(fact, "consent_date") if fact.checked() and (fact.consent_date or fact.consent) else ""
        return f"party{how}{when}{dated}{as_of}{unsure}"
    told = {
        "signatory": f"{signed or 'signed'}, not ratified{as_of}{unsure}",
        "not_party": f"{signed + ', ' if signed else ''}not a party{as_of}{unsure}",
        "extended": f"applies through the parent State{as_of}{unsure}",
        "pending": f"consent announced and not yet deposited{as_of}{unsure}",
        "denounced": f"denounced {day(fact.denounced)}{as_of}{unsure}" if fact.denounced else f"denounced{unsure}",
        "not_applicable": f"cannot become a party{unsure}",
    }
    return told[fact.status]


def _mark(fact: Treaty, field: str) -> str:
    return "" if fact.checked(field) else " (date not checked against a source)"


def day(iso: str, on: str = "on ") -> str:
    """ "on 4 November 2022", "in 2006" for a year alone; "4 November 2022" without `on`."""
    parts = iso.split("-")
    if len(parts) == 1:
        return f"in {iso}" if on else iso
    if len(parts) == 2:
        return f"{'in ' if on else ''}{_MONTHS[int(parts[1]) - 1]} {parts[0]}"
    when = date.fromisoformat(iso)
    return f"{on}{when.day} {_MONTHS[when.month - 1]} {when.year}"
