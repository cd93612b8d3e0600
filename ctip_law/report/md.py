"""The gap analysis as Markdown: a table per instrument and strength, then the words that prove each finding."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ctip_law.errors import CtipError
from ctip_law.model import Report
from ctip_law.report.rows import Row, Sheet, sheet, tally
from ctip_law.report.words import caveat


def render(report: Report, errors: Sequence[CtipError] = ()) -> str:
    """The report, ending with one newline."""
    made = sheet(report)
    lines = [f"# Gap analysis: {cell(made.title)}", ""]
    lines += [f"- Read: {cell(law)}" for law in made.laws]
    lines += [f"- {cell(line)}" for line in made.head]
    lines += [f"- Against: {cell(name)}" for name in made.instruments]
    for heading, rows in made.groups:
        lines += ["", f"## {cell(heading)}", ""]
        lines += ["| Article | Duty | Status | Sections | In part | Not found |", "|---|---|---|---|---|---|"]
        lines += [_row(row) for row in rows]
    lines += _reviews(made)
    lines += _defects(made)
    lines += _quotes(made)
    lines += ["", "## Counts and cautions", ""]
    lines += [f"- {tally(strength, counts).capitalize()}" for strength, counts in made.counts]
    lines += [f"- {made.aside} more ask nothing of a statute and are not judged."] if made.aside else []
    lines += [f"- {cell(caution)}" for caution in made.cautions]
    lines += [f"- Not read: {cell(str(error))}" for error in errors]
    return "\n".join([*lines, f"- {caveat()}"]) + "\n"


def cell(text: str) -> str:
    """Text that neither ends a table cell nor starts markup."""
    flat = " ".join(text.split())
    for mark in "\\`*_[]<>|#":
        flat = flat.replace(mark, "\\" + mark)
    return flat


def _row(row: Row) -> str:
    star = r"\*" if row.starred else ""
    parts = [
        cell(row.article) + star,
        cell(f"{row.title} ({row.softened})" if row.softened else row.title),
        row.word,
        cell(row.sections),
        cell("; ".join(row.weak)),
        cell("; ".join([*map(str, row.missing), *([row.why] if row.status == "unclear" else [])])),
    ]
    return f"| {' | '.join(parts)} |"


def _reviews(made: Sheet) -> Iterator[str]:
    reviewed = [row for row in made.rows() if row.reviews]
    if reviewed:
        yield from ("", "## Reviews", "")
    for row in reviewed:
        yield f"- {cell(row.article)} {cell(row.title)} ({row.word})"
        yield from (f"    - {cell(told)}" for told in row.reviews)


def _defects(made: Sheet) -> Iterator[str]:
    if not made.flaws:
        return
    yield from ("", "## Defects", "")
    for flaw in made.flaws:
        place = f" ({cell(flaw.sections)})" if flaw.sections else ""
        yield f"- **{cell(flaw.label)}**{place}: {cell(flaw.why)} To mend: {cell(flaw.fix)}"


def _quotes(made: Sheet) -> Iterator[str]:
    yield from ("", "## The words that prove it", "")
    for row in made.rows():
        if not row.quotes:
            continue
        yield f"- {cell(row.article)} {cell(row.title)}"
        for quote in row.quotes:
            via = f", by {cell(quote.via)}" if quote.via else ""
            part = "" if quote.state == "found" else f", {quote.state}"
            yield f"    - {cell(quote.label)} (section {cell(quote.place)}{via}{part}): “{cell(quote.words)}”"
