"""Several laws in one JSON document: what `parse -f json` prints."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ctip_law.errors import CtipError
from ctip_law.model import Law


def laws_json(read: Sequence[Law | CtipError]) -> str:
    """One report for one source, an array in the order of the input for several (schema `law`)."""
    from ctip_law.report.render import to_json
    from ctip_law.write.json import law_json

    reports = [law_json(law) if isinstance(law, Law) else unread(law) for law in read]
    return to_json(reports if len(reports) > 1 else reports[0])


def unread(error: CtipError) -> dict[str, Any]:
    """The report on a source that could not be read: no law, and why."""
    return {"schema": "ctip-law/law/1", "law": None, "clauses": [], "errors": [error.as_dict()]}
