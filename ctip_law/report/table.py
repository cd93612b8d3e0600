"""The gap analysis as a table of text, 80 columns wide unless asked for more, the same on a terminal and in a pipe."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from ctip_law.errors import CtipError
from ctip_law.model import Report
from ctip_law.report.rows import Row, sheet, tally
from ctip_law.report.width import across, column
from ctip_law.report.words import caveat

_ARTICLE, _TITLE, _STATUS = 11, 32, 20
_INDENT = " " * (_ARTICLE + 1)

_COLOURS = {"met": "32", "elsewhere": "32", "divergence": "36", "partial": "33", "gap": "31"}


def render(report: Report, errors: Sequence[CtipError] = (), *, colour: bool = False) -> str:
    """The table; with `colour`, ANSI escape codes around the statuses, which have a sign and a word anyway."""
    made = sheet(report)
    lines = [*_wrapped("Gap analysis: ", made.title), ""]
    for law in made.laws:
        lines += _wrapped("Read: ", law)
    for line in (*made.lens, *made.head):
        lines += _wrapped("", line, hang=2)
    for name in made.instruments:
        lines += _wrapped("Against: ", name)
    title = column(_TITLE, (row.title for _, rows in made.groups for row in rows))
    for heading, rows in made.groups:
        lines += ["", *_wrapped("", heading), ""]
        lines.append(_cells("Article", "Duty", "Status", "Sections", title))
        for row in rows:
            lines += _row(row, colour, title)
    if made.flaws:
        lines += ["", "Defects"]
        for flaw in made.flaws:
            place = f" ({flaw.sections})" if flaw.sections else ""
            lines += _wrapped(f"- {flaw.id}{place}: ", flaw.label, hang=2)
            lines += _wrapped("  to mend: ", flaw.fix, hang=4)
    lines += ["", *(tally(strength, counts).capitalize() for strength, counts in made.counts)]
    if made.aside:
        lines += _wrapped("", f"{made.aside} more ask nothing of a statute and are not judged.")
    for caution in made.cautions:
        lines += _wrapped("Caution: " if not caution.startswith("*") else "", caution)
    for error in errors:
        lines += _wrapped("Not read: ", str(error))
    lines += _wrapped("", caveat())
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _row(row: Row, colour: bool, across_title: int) -> Iterator[str]:
    article = row.article + ("*" if row.starred else "")
    if len(article) > _ARTICLE:
        yield article
        article = ""
    title = textwrap.wrap(row.title, across_title) or [""]
    places = textwrap.wrap(row.sections, across() - _ARTICLE - across_title - _STATUS - 3) or [""]
    for n in range(max(len(title), len(places))):
        words = title[n] if n < len(title) else ""
        place = places[n] if n < len(places) else ""
        line = _cells(article if n == 0 else "", words, row.word if n == 0 else "", place, across_title)
        yield _coloured(line, row) if colour and n == 0 else line
    if row.softened:
        yield from _wrapped("", f"softened: {row.softened}", indent=_INDENT)
    if row.weak:
        yield from _wrapped("", "in part: " + "; ".join(row.weak), indent=_INDENT)
    if row.missing:
        yield from _wrapped("", "not found: " + "; ".join(one.label for one in row.missing), indent=_INDENT)
    if row.look_in:
        yield from _wrapped("", f"look in: {'; '.join(row.look_in)}", indent=_INDENT)
    for told in row.reviews:
        yield from _wrapped("", f"review: {told}", indent=_INDENT)
    silent = row.status == "partial" and not row.weak and not row.missing
    if (silent or row.status in ("divergence", "unclear")) and row.why:
        yield from _wrapped("", row.why, indent=_INDENT)


def _cells(article: str, title: str, status: str, sections: str, across_title: int) -> str:
    return f"{article:{_ARTICLE}} {title:{across_title}} {status:{_STATUS}} {sections}"


def _coloured(line: str, row: Row) -> str:
    code = _COLOURS.get(row.shown)
    return line.replace(row.word, f"\x1b[{code}m{row.word}\x1b[0m", 1) if code else line


def _wrapped(label: str, text: str, *, indent: str = "", hang: int | None = None) -> list[str]:
    """Lines as long as a table may be; what follows the first hangs under the words after the label."""
    rest = indent + " " * (len(label) if hang is None else hang)
    return textwrap.wrap(
        label + text, across(), initial_indent=indent, subsequent_indent=rest, break_on_hyphens=False
    ) or [label]
