"""Finds clauses by words: BM25 over the sections of one law or of several."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ctip_law.model import Law
from ctip_law.report.rows import flat

#: Characters of a section that a hit shows.
_SHOWN = 240


def search(query: str, laws: Iterable[Law], *, limit: int = 10) -> list[dict[str, Any]]:
    """The sections nearest to the query, best first; equal scores in the order of the laws and their sections."""
    from ctip_law.clauses.units import body_of
    from ctip_law.match.retrieve import index_of

    hits: list[dict[str, Any]] = []
    for law in laws:
        for score, section in index_of(body_of(law)).search(query, top=limit):
            words = flat(law.text[section.clause.start : section.clause.end])
            quote = words if len(words) <= _SHOWN else words[:_SHOWN].rsplit(" ", 1)[0] + " …"
            hits.append(
                {
                    "law": law.id,
                    "eid": section.eid,
                    "num": section.num,
                    "heading": section.heading,
                    "score": score,
                    "quote": quote,
                }
            )
    return sorted(hits, key=lambda hit: -float(hit["score"]))[:limit]
