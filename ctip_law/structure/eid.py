"""eIds after the Akoma Ntoso Naming Convention 1.0, section 5: `sec_12__subsec_1__para_a`.

A unit that a law is cited by is numbered through the whole law, so its eId carries no part or chapter before it.
"""

from __future__ import annotations

import re

from ctip_law.model import TOP_KINDS

#: The convention's short forms; a kind that is not here stands for itself.
SHORT = {
    "article": "art",
    "chapter": "chp",
    "clause": "cl",
    "division": "dvs",
    "paragraph": "para",
    "preamble": "preamble",
    "proviso": "proviso",
    "regulation": "reg",
    "section": "sec",
    "subchapter": "subchp",
    "subdivision": "subdvs",
    "subparagraph": "subpara",
    "subsection": "subsec",
    "definition": "def",
    "schedule": "att",
}


class EidMaker:
    """Makes eIds, each once. One maker serves one law."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._counts: dict[str, int] = {}

    def make(self, kind: str, num: str, prefix: str, wanted: str = "") -> str:
        """`wanted` if the file gave a free one, otherwise the convention's, made unique by a count."""
        if wanted and wanted not in self._taken:
            self._taken.add(wanted)
            return wanted
        short = SHORT.get(kind, kind.lower())
        number = clean_number(num)
        base = f"{short}_{number}" if number else short
        if prefix and kind not in TOP_KINDS:
            base = f"{prefix}__{base}"
        if not number:
            return self._count(base)
        if base in self._taken and prefix and kind in TOP_KINDS:
            base = f"{prefix}__{base}"
        return base if self._claim(base) else self._count(base)

    def _claim(self, eid: str) -> bool:
        if eid in self._taken:
            return False
        self._taken.add(eid)
        return True

    def _count(self, base: str) -> str:
        count = self._counts.get(base, 0 if base not in self._taken else 1)
        while True:
            count += 1
            eid = f"{base}_{count}"
            if self._claim(eid):
                self._counts[base] = count
                return eid


_JUNK = re.compile(r"[^\w.\-/:]+")


def clean_number(num: str) -> str:
    """A number as part of an eId: "3 bis" -> "3bis", "279.01" -> "279-01", "4/1" -> "4-1"."""
    bare = _JUNK.sub("", num).strip(".-/:_")
    return re.sub(r"[./:_\-]+", "-", bare)
