"""A law as Markdown that reads well and that ctip-law reads again: front matter, headings, one paragraph a unit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ctip_law.model import TOP_KINDS, Clause, Law

_FRONT = ("title", "language", "country", "version", "in_force")
_MARKS = re.compile(r"([\\`*_\[\]<>#|~])")
_LIST = re.compile(r"\A([-+•]|\d+[.)])(?=\s)")

#: Heading level of a unit that a law is cited by; parts and chapters stand above it.
_TOP_LEVEL = 4


def to_markdown(law: Law) -> str:
    """The operative body, then the components, each under a heading of its own. Leftovers are not written."""
    lines = ["---"]
    for name in _FRONT:
        value = " ".join(str(getattr(law, name)).split())
        if value:
            lines.append(f"{name}: {value}")
    lines.append("---")
    opening = [one for one in law.components if one.name in ("preface", "preamble")]
    closing = [one for one in law.components if one not in opening]
    for component in opening:
        for clause in component.clauses:
            lines += _clause(clause, 1)
    for clause in law.clauses:
        lines += _clause(clause, 1)
    for component in closing:
        for clause in component.clauses:
            lines += _clause(clause, 1)
    return "\n".join(lines) + "\n"


def _clause(clause: Clause, level: int) -> Iterator[str]:
    """A heading for what has one and for units above sections, else a paragraph that opens with the number."""
    top = clause.kind in TOP_KINDS
    label = " ".join(f"{clause.num_printed} {clause.heading}".split())
    words = " ".join(f"{clause.intro} {clause.text}".split())
    if label and (top or clause.heading or not words):
        yield ""
        yield f"{'#' * (_TOP_LEVEL if top else min(level, _TOP_LEVEL - 1))} {escape(label)}"
        label = ""
    if label or words:
        yield ""
        yield _opening(escape(f"{label} {words}".strip()))
    for child in clause.children:
        yield from _clause(child, level + 1)
    if clause.wrap_up:
        yield ""
        yield _opening(escape(" ".join(clause.wrap_up.split())))


def escape(words: str) -> str:
    """Words that Markdown shows as they stand."""
    return _MARKS.sub(r"\\\1", words)


def _opening(words: str) -> str:
    """A paragraph whose first sign would make it a list, kept a paragraph."""
    return _LIST.sub(lambda found: f"{found[1][:-1]}\\{found[1][-1]}", words)
