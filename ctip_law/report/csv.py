"""The gap analysis as CSV: one row per provision, all natures, UTF-8 without a byte order mark, `\\n` line ends."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from ctip_law.errors import CtipError
from ctip_law.framework import load
from ctip_law.model import Report
from ctip_law.report.rows import decided

COLUMNS = (
    "provision", "instrument", "article", "title", "strength", "nature", "status", "confidence", "sections",
    "present", "weak", "missing", "verified", "why", "limits", "reviews",
)  # fmt: skip


def render(report: Report, errors: Sequence[CtipError] = ()) -> str:
    """The rows. Lists are separated by blanks; `limits` says why an element was found in part only.

    Inputs that were not read have no row (they are told on stderr).
    """
    framework = load()
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for found in report.provisions:
        provision = framework.provision(found.id)
        sections = " ".join(dict.fromkeys(evidence.num.replace(" ", "_") for evidence in found.evidence))
        limits = ((id, report.ledger.elements[id].why) for id in found.weak)
        writer.writerow(
            [
                found.id, provision.instrument, provision.article, provision.title, found.strength, found.nature,
                found.status, round(found.confidence, 4), sections, " ".join(found.present), " ".join(found.weak),
                " ".join(found.missing), found.verified, found.why,
                "; ".join(f"{id}: {why}" for id, why in limits if why),
                " | ".join(decided(one) for one in report.decisions if (one.kind, one.id) == ("provision", found.id)),
            ]
        )  # fmt: skip
    return out.getvalue()
