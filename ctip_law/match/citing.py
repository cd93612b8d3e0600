"""Which clauses cite the offence by number, and the ties of a law that rest on it."""

from __future__ import annotations

from ctip_law.clauses.reading import Clauses, Hits
from ctip_law.clauses.units import Body
from ctip_law.match.anchors import Ties
from ctip_law.match.roles import Roles


def ties_of(body: Body, hits: Hits, roles: Roles, clauses: Clauses) -> Ties:
    """The ties of a law. Linear in its length."""
    ties = Ties(body, hits, roles, clauses)
    targets = {s.eid for s in roles.main_sections}
    citing = set()
    for reference in body.law.references:
        if reference.target in targets or reference.target.split("__")[0] in targets:
            word = body.word_at(reference.start)
            if word < len(body.at["subsection"]):
                citing.add(body.at["subsection"][word])
    ties.citing = frozenset(citing - {-1})
    return ties
