"""The gap analysis as plain data: exactly what `gap -f json` prints (schema `ctip-law/gap/1`)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from ctip_law.errors import CtipError
from ctip_law.model import Candidate, Decision, ElementFinding, Evidence, Law, Manner, Penalty, ProvisionFinding, Report
from ctip_law.report.lens import lens_data
from ctip_law.report.words import shown

STRENGTHS = ("mandatory", "qualified", "optional", "recommendation", "interpretive")

#: Statuses that answer a duty, and in `rate` count as met.
ANSWERED = frozenset({"met", "elsewhere", "divergence"})

#: What is counted of the provisions that ask something of a statute, in the order of the summary: the statuses as
#: people are shown them.
COUNTED = ("met", "elsewhere", "divergence", "partial", "gap", "not_in_legislation", "unclear", "not_assessed")

#: Natures that ask something of a statute book.
NATURES = ("legislative", "law_or_measure")


def gap_data(report: Report, errors: Sequence[CtipError] = ()) -> dict[str, Any]:
    """The whole report; `errors` are the inputs that could not be read."""
    return {
        "schema": "ctip-law/gap/1",
        "tool": tool(law.language for law in report.ledger.laws),
        "country": report.country,
        "instruments": list(report.instruments),
        "lens": lens_data(report),
        "laws": [gap_law(report, law) for law in report.ledger.laws],
        "elements": [_element(finding) for finding in report.ledger.elements.values()],
        "provisions": [provision_data(finding) for finding in report.provisions],
        "defects": [
            {
                "id": defect.id,
                "basis": defect.basis,
                "provisions": list(defect.provisions),
                "evidence": [evidence_data(evidence) for evidence in defect.evidence],
                "why": defect.why,
                "fix": defect.fix,
            }
            for defect in report.defects
        ],
        "reading": {
            "checks": [asdict(check) for check in report.reading],
            "withheld": [{"defect": id, "why": why} for id, why in report.withheld.items()],
        },
        "reviews": [decision_data(one) for one in report.decisions],
        "penalties": [_penalty(law, penalty) for law in report.ledger.laws for penalty in law.penalties],
        "summary": summary(report),
        "errors": [error.as_dict() for error in errors],
    }


def decision_data(one: Decision) -> dict[str, Any]:
    """What a lawyer said of a finding."""
    lists = {"sections": list(one.sections), "stale": list(one.stale)}
    return asdict(one) | lists | {"accepted": bool(one.verdict) and one.verdict == one.machine}


def gap_law(report: Report, law: Law) -> dict[str, Any]:
    """A law that was read, what it is made for, and what of it is repealed."""
    made = report.manners.get(law.id, Manner())
    return law_data(law) | {
        "manner": made.kind,
        "principal": made.principal,
        "principal_read": law.id not in report.unread,
        "repealed": list(made.repealed),
        "warnings": [asdict(warning) for warning in law.warnings],
    }


def tool(languages: Iterable[str] = ()) -> dict[str, str]:
    """What made a report: versions of the program, the framework, and the lexicons and weights of the languages."""
    from ctip_law import __version__
    from ctip_law.framework import load
    from ctip_law.languages import languages as known
    from ctip_law.languages import load as lexicon
    from ctip_law.match.heads import versions

    used = sorted(set(languages) & set(known()))
    return {
        "version": __version__,
        "framework": load().version,
        "lexicon": " ".join(f"{language}:{lexicon(language).version}" for language in used),
        "weights": versions(used),
    }


def summary(report: Report) -> dict[str, Any]:
    """Counts of the statuses per strength; provisions that put no duty on a statute book are counted apart.

    So are, as `not_in_legislation`, duties that law or a measure can answer and of which nothing was found.
    """
    counts: dict[str, Any] = {
        strength: _count(p for p in report.provisions if p.strength == strength and p.nature in NATURES)
        for strength in STRENGTHS
    }
    counts["by_nature"] = {nature: _count(p for p in report.provisions if p.nature == nature) for nature in NATURES}
    counts["not_legislative"] = sum(p.status == "not_legislative" for p in report.provisions)
    counts["coverage_alarm"] = report.ledger.alarm
    return counts


def rate(report: Report) -> float | None:
    """100 x met / (met + partial + gap) over the mandatory provisions assessed; None when none was assessed.

    What is not in legislation and need not be there is not among the gaps.
    """
    counts = summary(report)["mandatory"]
    met = sum(counts[status] for status in ANSWERED)
    assessed = met + counts["partial"] + counts["gap"]
    return 100 * met / assessed if assessed else None


def _count(provisions: Iterable[ProvisionFinding]) -> dict[str, int]:
    counts = dict.fromkeys(COUNTED, 0)
    for provision in provisions:
        status = shown(provision.status, provision.nature, provision.principal)
        if status in counts:
            counts[status] += 1
    return counts


def law_data(law: Law) -> dict[str, Any]:
    return {
        "id": law.id,
        "title": law.title,
        "country": law.country,
        "language": law.language,
        "version": law.version,
        "in_force": law.in_force,
        "complete": law.complete,
        "restatement": law.restatement,
        "sections": len(law.sections()),
        "source": {
            "path": law.source.path,
            "sha256": law.source.sha256,
            "text_sha256": law.source.text_sha256,
            "official": law.source.official,
        },
    }


def _element(finding: ElementFinding) -> dict[str, Any]:
    return {
        "id": finding.id,
        "status": finding.status,
        "confidence": round(finding.confidence, 4),
        "why": finding.why,
        "evidence": [evidence_data(evidence) for evidence in finding.evidence],
    }


def evidence_data(evidence: Evidence) -> dict[str, Any]:
    return {
        "law": evidence.law,
        "eid": evidence.eid,
        "num": evidence.num,
        "start": evidence.start,
        "end": evidence.end,
        "quote": evidence.quote,
        "rule": evidence.rule,
        "via": list(evidence.via),
        "clause": asdict(evidence.clause) if evidence.clause is not None else None,
    }


def provision_data(finding: ProvisionFinding) -> dict[str, Any]:
    return {
        "id": finding.id,
        "status": finding.status,
        "strength": finding.strength,
        "nature": finding.nature,
        "verified": finding.verified,
        "confidence": round(finding.confidence, 4),
        "elements": {
            "present": list(finding.present),
            "weak": list(finding.weak),
            "missing": list(finding.missing),
        },
        "nearest": {element: _place(candidate) for element, candidate in finding.nearest.items()},
        "evidence": [{"law": e.law, "eid": e.eid, "num": e.num} for e in finding.evidence],
        "candidates": [_candidate(candidate) for candidate in finding.candidates],
        "why": finding.why,
        "cautions": list(finding.cautions),
        "principal_not_read": finding.principal,
        "look_in": list(finding.look_in),
    }


def _place(candidate: Candidate) -> dict[str, Any]:
    return {"law": candidate.law, "eid": candidate.eid, "num": candidate.num, "quote": candidate.quote}


def _candidate(candidate: Candidate) -> dict[str, Any]:
    place = _place(candidate)
    quote = place.pop("quote")
    return place | {"score": round(candidate.score, 4), "rejected": candidate.rejected, "quote": quote}


def _penalty(law: Law, penalty: Penalty) -> dict[str, Any]:
    return {
        "law": law.id,
        "section": penalty.section,
        "eid": penalty.eid,
        "offence": penalty.offence,
        "min_years": penalty.min_years,
        "max_years": penalty.max_years,
        "life": penalty.life,
        "death": penalty.death,
        "fine": penalty.fine,
        "derived_from": penalty.derived_from,
        "grade": penalty.grade,
        "inserted": penalty.inserted,
    }
