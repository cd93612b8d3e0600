"""Repealed chapters and sections that still stand in a text: they answer nothing, and are named."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ctip_law.annotate.grammar import Grammar
from ctip_law.annotate.view import fold
from ctip_law.model import TOP_KINDS, Clause, Law

REPEALED = "repealed"
_SHOWN = 12  # repealed units that are named, at most
_NUM = r"(?:\d{1,4}[a-z]{0,2}|[ivxlc]{1,7})"


def without_repealed(law: Law, words: Grammar) -> Law:
    """`law` with the flag on every unit of a repealed division: "CHAPTER 4 [Chapter 4 repealed by ...]"."""
    note = _note(words)
    clauses = tuple(_flag(clause, law, note) for clause in law.clauses)
    return law if clauses == law.clauses else replace(law, clauses=clauses)


def _note(words: Grammar) -> re.Pattern[str]:
    """An editor's note that a unit is repealed, in brackets."""
    kinds = words.any("manner.repealable")
    return re.compile(rf"[\[(]\s*(?P<unit>{kinds} (?P<num>{_NUM}))\s+{words.any('manner.repealed')}(?![a-z])")


def _flag(clause: Clause, law: Law, note: re.Pattern[str]) -> Clause:
    """The clause, flagged with all below it where it is a repealed division; sections are flagged as they are read."""
    if clause.kind in TOP_KINDS:
        return clause
    if REPEALED in clause.flags or _says_so(clause, law, note):
        return _all(clause)
    children = tuple(_flag(child, law, note) for child in clause.children)
    return clause if children == clause.children else replace(clause, children=children)


def _says_so(clause: Clause, law: Law, note: re.Pattern[str]) -> bool:
    """Whether the note stands between the heading of a division and the first unit below it."""
    first = min((child.start for child in clause.children), default=clause.end)
    found = note.search(fold(law.text[clause.start : first]))
    return found is not None and found["num"] == clause.num.lower()


def _all(clause: Clause) -> Clause:
    flags = clause.flags if REPEALED in clause.flags else (*clause.flags, REPEALED)
    return replace(clause, flags=flags, children=tuple(map(_all, clause.children)))


def named_repealed(law: Law, words: Grammar) -> tuple[str, ...]:
    """The repealed units, "chapter 4": those that are flagged, and those of which only an editor's note is left."""
    named = dict.fromkeys(
        f"{unit.kind.replace('_', ' ')} {unit.num}".strip() for clause in law.clauses for unit in _flagged(clause)
    )
    note = _note(words)
    for section in law.sections():
        for found in note.finditer(fold(law.text[section.start : section.end])):
            named.setdefault(found["unit"])
    shown = tuple(named)[:_SHOWN]
    return shown if len(named) == len(shown) else (*shown, f"{len(named) - len(shown)} more")


def _flagged(clause: Clause) -> Iterator[Clause]:
    """The repealed units of the body, without what is inside one, and without what is smaller than a section."""
    if REPEALED in clause.flags:
        yield clause
    elif clause.kind not in TOP_KINDS:
        for child in clause.children:
            yield from _flagged(child)
