"""Penalties: one row per tier of custody in each section, terms in years.

What an attempt is punished with is no row: the rows are those of the offences themselves, as careful readers list them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ctip_law.annotate.grammar import Grammar
from ctip_law.annotate.tiers import tiers
from ctip_law.annotate.view import Unit
from ctip_law.model import Clause, Penalty

#: Characters of a section's first words that name its offence where it has no heading.
_LABEL = 80
#: Characters before a term in which its sentence may open with the attempt ("An attempt to ... is punishable with").
_OPENING = 200


def penalties(units: Sequence[Unit], grammar: Grammar) -> list[Penalty]:
    """Every custodial penalty of the sections, in order; a tier said twice in the same clause once."""
    trigger = re.compile(grammar.any("penalty.trigger"))
    attempt = re.compile(rf"(?:^|[.;)] ?){grammar.any('penalty.attempt')}(?![a-z])[^.;]*$")
    rows: list[Penalty] = []
    for unit in units:
        if not trigger.search(unit.view.plain):
            continue
        seen = set()
        for tier in tiers(unit.view.plain, grammar):
            if attempt.search(unit.view.plain[max(0, tier.first - _OPENING) : tier.first]):
                continue
            start, end = unit.view.span(tier.first, tier.last)
            clause = unit.deepest(start, end)
            row = Penalty(
                section=unit.clause.num,
                eid=clause.eid,
                offence=offence(unit, clause),
                start=start,
                end=end,
                min_years=tier.low,
                max_years=tier.high,
                life=tier.life,
                death=tier.death,
                fine=tier.fine,
            )
            key = (row.eid, row.min_years, row.max_years, row.life, row.death, row.fine)
            if key not in seen:
                seen.add(key)
                rows.append(row)
    return rows


def offence(unit: Unit, clause: Clause) -> str:
    """What a penalty is for: the clause's own heading, else the section's, else its first words."""
    if clause.heading or unit.clause.heading:
        return clause.heading or unit.clause.heading
    return " ".join(unit.view.text[:_LABEL].split())
