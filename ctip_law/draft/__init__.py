"""Model provisions, and the drafting of clauses and whole laws from them.

>>> from ctip_law.draft import draft_clause, render
>>> print(render(draft_clause("tip-3b"), "text"))            # doctest: +SKIP
"""

from __future__ import annotations

from ctip_law.draft.assemble import draft_clause, draft_into, draft_law, style_of
from ctip_law.draft.law import to_law
from ctip_law.draft.library import country_in, country_said, for_duty, languages, library
from ctip_law.draft.listing import listing
from ctip_law.draft.nouns import Draft, DraftPart, DraftSection, ModelProvision, Option, Own, Unit, Variable
from ctip_law.draft.write import FORMATS, render

__all__ = [
    "FORMATS",
    "Draft",
    "DraftPart",
    "DraftSection",
    "ModelProvision",
    "Option",
    "Own",
    "Unit",
    "Variable",
    "country_in",
    "country_said",
    "draft_clause",
    "draft_into",
    "draft_law",
    "for_duty",
    "languages",
    "library",
    "listing",
    "render",
    "style_of",
    "to_law",
]
