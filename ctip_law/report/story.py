"""The whole story of a finding: what is asked, what was found, where, by which rule and why, and what was not counted.

The same data is what a reader needs to reproduce a finding and to dispute it: hashes of the texts, the versions of the
data, rule and place, and the clause as a row of the tables of cases that the matcher is tested with.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from ctip_law.assess.defects import ABSENCES
from ctip_law.assess.nearest import Finder
from ctip_law.errors import UsageError
from ctip_law.framework import load
from ctip_law.framework.rule_words import rule_in_words
from ctip_law.knowledge.needs import need_of
from ctip_law.knowledge.weights import weights
from ctip_law.match import Reading
from ctip_law.match.origin import origins
from ctip_law.match.trace import PLACES, Stopped, stopped, trace
from ctip_law.model import Evidence, ProvisionFinding, Report
from ctip_law.report.data import decision_data, evidence_data, gap_law, provision_data, tool

_MANY = "All of them present: met. Some present, or in part: partial. Nothing found: gap."
_NEEDED = 8  # provisions that need an element, as many as are named
_ONE = "Present: met. In part only: partial. Not found: gap."


def story(report: Report, id: str) -> dict[str, Any]:
    """The story of a provision, element or defect in a gap analysis (schema `story`).

    Raises UsageError CT003 for an id that is none of them, or a provision that the report does not hold.
    """
    framework = load()
    name = id.strip().casefold()
    found = next((finding for finding in report.provisions if finding.id == name), None)
    if found is not None:
        kind, told = "provision", _provision(report, found)
    elif name in framework.elements:
        kind, told = "element", _element_head(name)
    elif name in framework.defects:
        kind, told = "defect", _defect(report, name)
    else:
        remedy = "Give a provision of the instruments read, an element or a defect."
        raise UsageError("CT003", f'nothing was looked for under "{id.strip()}"', remedy=remedy)
    ids = told.pop("ids", [name])
    return {
        "schema": "ctip-law/story/1",
        "tool": tool(law.language for law in report.ledger.laws),
        "laws": [gap_law(report, law) for law in report.ledger.laws],
        "kind": kind,
        "id": name,
        **told,
        "elements": [_element(report, element) for element in ids],
        "offence": _offence(report, ids),
        "alarm": report.ledger.alarm,
        "reviews": [decision_data(one) for one in report.decisions if one.id in (name, *ids)],
        "rows": "\n".join(_row(report, element) for element in ids),
    }


def _provision(report: Report, found: ProvisionFinding) -> dict[str, Any]:
    framework = load()
    one = framework.provision(found.id)
    instrument = framework.instruments[one.instrument]
    counting = _MANY if len(one.needs) > 1 else _ONE
    data = provision_data(found)
    return {
        "label": one.title,
        "source": f"{instrument.name}, {'article ' if one.article[:1].isdigit() else ''}{one.article}",
        "asks": one.statute_must_contain,
        "status": found.status,
        "confidence": data["confidence"],
        "why": found.why,
        "strength": found.strength,
        "nature": found.nature,
        "principal": found.principal,
        "verdict": list(rule_in_words(one, framework)) if one.rule.why else [counting],
        "needs": [list(need) for need in one.needs],
        "candidates": data["candidates"],
        "defects": [defect.id for defect in report.defects if found.id in defect.provisions],
        "cautions": list(found.cautions),
        "ids": list(dict.fromkeys(element for need in one.needs for element in need)),
    }


def _element_head(name: str) -> dict[str, Any]:
    framework = load()
    one = framework.elements[name]
    needed = [p.id for p in framework.provisions() if any(name in need for need in p.needs)]
    more = f" and {len(needed) - _NEEDED} more" if len(needed) > _NEEDED else ""
    asks = f"Needed for {', '.join(needed[:_NEEDED])}{more}." if needed else "Goes beyond what the instruments ask."
    return _head(one.label, "", f"{one.gloss} {asks}".strip())


def _defect(report: Report, name: str) -> dict[str, Any]:
    """A defect is seen in words of the law, or follows from what was found and not found on some elements."""
    one = load().defects[name]
    found = next((defect for defect in report.defects if defect.id == name), None)
    absence = next((rule for rule in ABSENCES if rule.defect == name), None)
    told = _head(one.label, "", one.cue or one.label)
    told |= {"status": "found" if found else "not found", "why": found.why if found else one.why}
    told |= {"basis": found.basis if found else "", "verdict": [], "ids": []}
    if name in report.withheld:
        told |= {"status": "not told", "why": f"The reading is not sound enough: {report.withheld[name]}. {one.why}"}
    if absence is not None:
        groups = (
            ("none of these found, not even in part", absence.all_absent),
            ("one of these not found at all", absence.some_absent),
            ("one of these not found, or in part only", absence.some_not_present),
            *(("one of these found", group) for group in absence.present),
            ("no such defect found", absence.unless),
        )
        told["verdict"] = [f"{said}: {', '.join(ids)}" for said, ids in groups if ids]
        told["verdict"] += [f"checked of the reading: {_check(report, id)}" for id in absence.sound]
        told["ids"] = list(dict.fromkeys(id for said, ids in groups[:-1] for id in ids))
    told["evidence"] = [_evidence(report, words, [f"defect.{name}"]) for words in (found.evidence if found else ())]
    return told


def _check(report: Report, id: str) -> str:
    """What was counted for one check of the reading, and whether it is enough."""
    check = next(check for check in report.reading if check.id == id)
    return f"{check.why} ({'enough' if check.sound else 'not enough'})"


def _head(label: str, source: str, asks: str) -> dict[str, Any]:
    return {"label": label, "source": source, "asks": asks}


def _element(report: Report, id: str) -> dict[str, Any]:
    """One element: its status, each piece of evidence with how it was made, and what came near and does not count."""
    finding = report.ledger.elements[id]
    near = [one for reading in _readings(report) for one in stopped(id, reading)] if finding.status != "present" else []
    nearest = Finder(report.ledger).nearest([id]).get(id) if finding.status == "absent" else None
    return {
        "id": id,
        "label": load().elements[id].label,
        "status": finding.status,
        "confidence": round(finding.confidence, 4),
        "why": finding.why,
        "evidence": [_evidence(report, evidence, [id]) for evidence in finding.evidence],
        "stopped": [asdict(one) for one in near],
        "nearest": asdict(nearest) if nearest is not None else None,
    }


def _offence(report: Report, ids: Iterable[str]) -> dict[str, Any] | None:
    """How the trafficking definition and offence were found, where an element is looked for in them."""
    if not any(need_of(id).offence in ("role", "this") for id in ids):
        return None
    table = weights()
    places = [asdict(one) for reading in _readings(report) for one in origins(reading)]
    return {"base": table.base, "threshold": table.threshold, "places": places}


def _readings(report: Report) -> list[Reading]:
    return [reading for reading in report.ledger.readings if isinstance(reading, Reading)]


def _evidence(report: Report, evidence: Evidence, elements: Iterable[str]) -> dict[str, Any]:
    """Evidence as `gap -f json` has it, with the rule in words, what answers each of its groups, and the place."""
    wanted = list(elements)
    made = next((t for reading in _readings(report) if (t := trace(reading, evidence, wanted))), None)
    told: dict[str, Any] = {"says": "", "answers": [], "places": [], "weak": ""}
    if made is not None:
        told = {
            "says": made.says,
            "answers": [{"asked": asked, **asdict(words)} for asked, words in made.answers],
            "places": _places(made.roles),
            "weak": made.weak,
        }
    return evidence_data(evidence) | told


def _places(roles: Iterable[str]) -> list[str]:
    """What a place is for, in words; of the roles that lie within one another the narrowest."""
    names = set(roles)
    wide = {"core"} if "core_main" in names else set()
    wide |= {"core_main", "core"} if names & {"named", "trafficking"} else set()
    wide |= {"trafficking"} if "named" in names else set()
    return [PLACES.get(role, role) for role in roles if role not in wide]


def _row(report: Report, id: str) -> str:
    """The section that a finding rests on as a row of `tests/match/cases-*.toml`; of what was not found, the nearest.

    `expect` says what was found: whoever disputes it puts there what is right, and own words for the statute's.
    """
    finding = report.ledger.elements[id]
    near: Sequence[Evidence | Stopped] = finding.evidence
    near = near or [one for reading in _readings(report) for one in stopped(id, reading)]
    if not near:
        return f"# {id}: {finding.status}, and nothing in the laws read comes near\n"
    place = near[0]
    reading = next(reading for reading in _readings(report) if reading.law.id == place.law)
    section = next(section for section in reading.body.sections if section.num == place.num)
    law = reading.law
    first, after = section.heading_range
    start = reading.body.words.ends[after - 1] if first < after else section.clause.start
    clause = law.text[start : section.clause.end]
    if first == after:  # no heading, so the number comes first: "5. ", "Article 5.- "
        clause = re.sub(rf"^\W*(?:[^\W\d]+\.?\s+)?{re.escape(section.num)}\b[\W_]*", "", clause)
    clause = clause.strip(" .:—–-\n") + "."
    note = f"{finding.status} by {place.rule} in section {place.num} of {law.title or law.id}"
    fields = {
        "element": id,
        "heading": section.heading or "Further provision",
        "text": clause,
        "expect": finding.status,
        "note": f"{note}, text {law.source.text_sha256[:12]}, characters {place.start} to {place.end}",
    }
    rows = (f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in fields.items())
    return "[[case]]\n" + "\n".join(rows).replace("\x7f", "\\u007f") + "\n"
