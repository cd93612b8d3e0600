"""Repealed chapters and sections that still stand in a text, by name. They are flagged, and answer nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ctip_law.annotate.grammar import Grammar
from ctip_law.annotate.view import fold
from ctip_law.model import TOP_KINDS, Clause, Law

_SHOWN = 12  # repealed units that are named, at most
_NUM = r"(?:\d{1,4}[a-z]{0,2}|[ivxlc]{1,7})"


def named_repealed(law: Law, words: Grammar) -> tuple[str, ...]:
    """The repealed units, "chapter 4": those that are flagged, and those of which only an editor's note is left."""
    flagged = (unit for clause in law.clauses for unit in _flagged(clause) if unit.num)
    named = dict.fromkeys(f"{unit.kind.replace('_', ' ')} {unit.num}" for unit in flagged)
    kinds = words.any("manner.repealable")
    note = re.compile(rf"[\[(]\s*(?P<unit>{kinds} {_NUM})\s+{words.any('manner.repealed')}(?![a-z])")
    for section in law.sections():
        for found in note.finditer(fold(law.text[section.start : section.end])):
            named.setdefault(found["unit"])
    shown = tuple(named)[:_SHOWN]
    return shown if len(named) == len(shown) else (*shown, f"{len(named) - len(shown)} more")


def _flagged(clause: Clause) -> Iterator[Clause]:
    """The repealed units of the body, without what is inside one, and without what is smaller than a section."""
    if "repealed" in clause.flags:
        yield clause
    elif clause.kind not in TOP_KINDS:
        for child in clause.children:
            yield from _flagged(child)
