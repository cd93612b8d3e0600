"""The library in the languages that are not English, for the tests of it: a new provision is tried without a word."""

from __future__ import annotations

from functools import cache

from ctip_law.draft import Draft, draft_law, library
from ctip_law.draft.library import in_part, shipped

OTHERS = ("es", "fr", "id")
#: Those that have every provision of English.
WHOLE = tuple(language for language in OTHERS if not in_part(language))
#: Each provision of each language; they need not hold the same ones.
HELD = [(language, provision) for language in OTHERS for provision in library(language)]
#: Each law that a language can draft.
LAWS = [(language, law) for language in OTHERS for law in shipped(language).common.laws]


@cache
def whole(language: str, law: str = "trafficking", level: str = "recommended") -> Draft:
    """A whole law with the default of every option at a level."""
    return draft_law(language=language, law=law, variables={"level": level})
