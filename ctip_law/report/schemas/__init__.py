"""The shape of every JSON output as pydantic models, and their JSON Schemas.

Nothing here runs when a report is written: the writers build plain data, and the tests hold it against these models.
"""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema

from ctip_law.errors import UsageError
from ctip_law.report.schemas.bill import BillReport
from ctip_law.report.schemas.build import Baseline, SarifReport
from ctip_law.report.schemas.compare import CompareReport, DiffReport
from ctip_law.report.schemas.gap import GapReport, MatrixReport
from ctip_law.report.schemas.handout import HandoutReport
from ctip_law.report.schemas.law import LawReport, Unread
from ctip_law.report.schemas.other import (
    BundleReport,
    ConfigReport,
    CorpusReport,
    DoctorReport,
    Evaluation,
    SearchReport,
    VersionReport,
)
from ctip_law.report.schemas.region import RegionReport
from ctip_law.report.schemas.reviewed import ReviewedReport
from ctip_law.report.schemas.screen import ScreenReport
from ctip_law.report.schemas.story import StoryReport

SCHEMAS: dict[str, type[BaseModel]] = {
    "baseline": Baseline,
    "bill": BillReport,
    "bundle": BundleReport,
    "compare": CompareReport,
    "config": ConfigReport,
    "corpus": CorpusReport,
    "diff": DiffReport,
    "doctor": DoctorReport,
    "evaluation": Evaluation,
    "gap": GapReport,
    "handout": HandoutReport,
    "law": LawReport,
    "matrix": MatrixReport,
    "region": RegionReport,
    "reviewed": ReviewedReport,
    "sarif": SarifReport,
    "screen": ScreenReport,
    "search": SearchReport,
    "story": StoryReport,
    "unread": Unread,
    "version": VersionReport,
}


def schema(name: str) -> dict[str, Any]:
    """The JSON Schema of an output, draft 2020-12. Raises UsageError CT004 for an unknown name."""
    if name not in SCHEMAS:
        raise UsageError("CT004", f"there is no schema {name!r}", remedy=f"Use one of {', '.join(SCHEMAS)}.")
    made = SCHEMAS[name].model_json_schema(by_alias=True)
    head = {"$schema": GenerateJsonSchema.schema_dialect, "$id": f"https://ctip-law.example.org/schema/{name}/1.json"}
    return head | made
