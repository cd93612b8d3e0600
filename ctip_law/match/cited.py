"""Aims that the offence tells by citing where they are told.

    2. (a) Aims of exploitation: (i) to profit from the prostitution of others; (ii) to obtain labour by threat; ...
    4. Whoever, for one of the aims set out in section 2(a), hires another, conveys or hides him ...

The words that cite them stand for the aims, so that section 4 is read as the offence that it is.
"""

from __future__ import annotations

from ctip_law.clauses.reading import Hits, Span
from ctip_law.clauses.terms import Hit
from ctip_law.clauses.units import Body
from ctip_law.match.places import within
from ctip_law.match.told import PURPOSES

_REACH = 8  # words between the word for aims and the section that is cited for them
_SEVERAL = 2  # different aims that the cited part tells


def with_cited_aims(body: Body, hits: Hits) -> Hits:
    """The hits with words that cite aims as aims."""
    made = {citing for citing, _ in cited_aims(body, hits)}
    return {**hits, "core.purpose": sorted({*hits.get("core.purpose", []), *made})} if made else hits


def cited_aims(body: Body, hits: Hits) -> list[tuple[Hit, Span]]:
    """The words that cite aims, and the words of the part that tells them. Linear in the number of references."""
    named = hits.get("aims-cited", [])
    if not named:
        return []
    parts = {unit.eid: (unit.start, unit.end) for scope in ("section", "subsection") for unit in body.units[scope]}
    made: list[tuple[Hit, Span]] = []
    for reference in body.law.references:
        if reference.kind != "internal" or body.word_at(reference.start) >= len(body.words.lower):
            continue
        word = body.word_at(reference.start)
        citing = within(named, max(0, word - _REACH), word)
        told = parts.get(reference.target) or parts.get(reference.target.split("__")[0])
        if citing and told and sum(bool(within(hits.get(aim, []), *told)) for aim in PURPOSES) >= _SEVERAL:
            made.append((citing[-1], told))
    return made
