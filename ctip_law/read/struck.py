"""Words that the source strikes out: they are no law, are left out of the text, and that is told.

A bill shows so what it deletes; the same sentence would otherwise stand in the law that it is taken from.
"""

from __future__ import annotations

from collections.abc import Sequence

from ctip_law.model import Repair

WHY = "struck out in the source, so no law: left out"


def struck_out(found: Sequence[tuple[int, str]]) -> list[Repair]:
    """A repair for each passage, given by its place in the text and its words."""
    return [Repair(place, place, words, "", WHY, "CT117") for place, words in found]
