"""A law as Markdown with front matter, in the form that `ctip_law.read.markdown` reads back to the same units."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ctip_law.model import TOP_KINDS, Clause, Law

#: Divisions outermost first; a division's heading level follows from how deep it stands.
_PLAIN_NUMBER = re.compile(r"\d+[A-Z]{0,3}\Z")
_SPECIAL = re.compile(r"^(\s*)([#>*+-]|\d+\.(?=\s))", re.M)


def to_markdown(law: Law) -> str:
    """Front matter, then the body and each component. Words of the law are escaped, never changed."""
    pairs = {
        "title": law.title,
        "country": law.country,
        "language": law.language,
        "version": law.version,
        "in_force": law.in_force,
    }
    lines = ["---", *(f"{key}: {_quoted(value)}" for key, value in pairs.items() if value), "---", ""]
    lines += [f"# {law.title}", ""] if law.title else []
    for clause in law.clauses:
        lines += _clause(clause, 2)
    for component in law.components:
        if component.name.startswith("schedule"):
            for clause in component.clauses:
                lines += _schedule(clause)
    return "\n".join(lines).rstrip() + "\n"


def _quoted(value: str) -> str:
    return f'"{value}"' if re.search(r"[:#\"'\[\]{}]", value) and '"' not in value else value


def _clause(clause: Clause, level: int) -> Iterator[str]:
    if clause.kind in TOP_KINDS:
        yield from _unit(clause, level)
        return
    label = " - ".join(filter(None, [clause.num_printed or clause.num, clause.heading]))
    yield f"{'#' * min(level, 5)} {label}"
    yield ""
    yield from _words(clause.intro or clause.text)
    for child in clause.children:
        yield from _clause(child, level + 1)
    yield from _words(clause.wrap_up)


def _unit(clause: Clause, level: int) -> Iterator[str]:
    printed = clause.num_printed or clause.num
    if _PLAIN_NUMBER.match(printed):
        printed += "."
    elif not printed.endswith((".", "。", "條", "条", "조")):
        printed += "." if clause.heading else ""
    yield f"{'#' * min(level, 5)} {printed} {clause.heading}".rstrip()
    yield ""
    yield from _below(clause)


def _below(clause: Clause) -> Iterator[str]:
    yield from _words(clause.intro or clause.text)
    for child in clause.children:
        label = child.num_printed
        words = child.intro or child.text
        first = " ".join(filter(None, [label, child.heading, _escaped(words)]))
        if first:
            yield first
            yield ""
        for grandchild in child.children:
            yield from _deeper(grandchild)
        yield from _words(child.wrap_up)
    yield from _words(clause.wrap_up)


def _deeper(clause: Clause) -> Iterator[str]:
    first = " ".join(filter(None, [clause.num_printed, clause.heading, _escaped(clause.intro or clause.text)]))
    if first:
        yield first
        yield ""
    for child in clause.children:
        yield from _deeper(child)
    yield from _words(clause.wrap_up)


def _schedule(clause: Clause) -> Iterator[str]:
    yield f"## {clause.heading or clause.num_printed or 'SCHEDULE'}"
    yield ""
    yield from _below(clause)


def _words(text: str) -> Iterator[str]:
    if text:
        yield _escaped(text)
        yield ""


def _escaped(text: str) -> str:
    """Signs that Markdown would take for its own at the start of a line."""
    return _SPECIAL.sub(lambda match: match.group(1) + _escape(match.group(2)), text)


def _escape(mark: str) -> str:
    return mark if mark[0].isdigit() else "\\" + mark
