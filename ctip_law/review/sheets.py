"""A review as CSV: one table with a line for each finding, and the lines of the sheet About in front.

What it says is what the workbook says, so the same code reads the cells. A cell that a spreadsheet program would take
for a formula is written with an apostrophe in front, and read without it.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from ctip_law.errors import CtipError, DataError
from ctip_law.report.rows import flat
from ctip_law.report.xlsx import COMPLETE, REVIEW_DATE, REVIEWED, REVIEWER
from ctip_law.review.nouns import Review, word
from ctip_law.review.workbook import COLUMNS, FRAMEWORK, LEXICON, MAX_ROWS, MAX_UNFOLDED, Cell, Grid, review_of

HEADS = (
    "Kind", "Id", "Words", "Status", "Sections", "Why", "Quote",
    "Reviewer's verdict", "Reviewer's sections", "Reviewer's note",
)  # fmt: skip
_SHEETS = {"provision": "Provisions", "element": "Elements"}
#: Starts that a spreadsheet program takes for a formula.
_FORMULA = ("=", "+", "-", "@")


def as_csv(review: Review) -> str:
    """The whole review, to be filled in: UTF-8 without a byte order mark, `\\n` line ends."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(HEADS)
    for name, value in _about(review):
        writer.writerow(["about", name, guarded(value)])
    for row in review.rows.values():
        here = row.here
        shown = (word(row.kind, here.status), "; ".join(here.sections), here.why, here.quote) if here else ("",) * 4
        verdict = word(row.kind, row.said.verdict) if row.said.verdict else ""
        said = (verdict, "; ".join(row.said.sections), row.said.note)
        writer.writerow([row.kind, row.id, *map(guarded, (row.title, *shown, *said))])
    return out.getvalue()


def guarded(text: str) -> str:
    """The text on one line, with an apostrophe where a spreadsheet program would take it for a formula."""
    words = flat(text)
    return f"'{words}" if words.startswith(_FORMULA) else words


def _about(review: Review) -> Iterator[tuple[str, str]]:
    for mark in review.laws:
        yield "Read", mark.title
        yield "SHA-256 of the file", mark.sha256
        yield "SHA-256 of the text", mark.text_sha256
    yield from [("Country", review.country)] if review.country else []
    yield FRAMEWORK, review.framework
    yield LEXICON, review.lexicon
    yield REVIEWER, review.reviewer
    yield REVIEW_DATE, review.date
    yield COMPLETE, "yes" if review.complete else ""


def read_csv(path: Path) -> tuple[Review | None, list[CtipError]]:
    """The review, and all that is wrong in the file."""
    wrong: list[CtipError] = []
    lines = _lines(path, wrong)
    if not wrong:
        missing = [head for head in HEADS if head not in lines[0]]
        wrong += [_bad(path, f'there is no column "{head}"', "1") for head in missing]
    if wrong:
        return None, wrong
    sheets: dict[str, Grid] = {"About": [[Cell("What", "1"), Cell("Value", "1")]]}
    for kind, name in _SHEETS.items():
        sheets[name] = [[Cell(head, "1") for head in _heads(kind)]]
    for number, cells in enumerate(lines[1:], 2):
        line = {head: _cell(text, str(number)) for head, text in zip(lines[0], cells, strict=False)}
        kind = line["Kind"].text.strip().casefold() if "Kind" in line else ""
        if kind == "about":
            sheets["About"].append([line["Id"], line.get("Words", Cell("", str(number)))])
        elif kind in _SHEETS:
            sheets[_SHEETS[kind]].append([line.get(head, Cell("", str(number))) for head in _places(kind)])
        elif any(cell.text.strip() for cell in line.values()):
            wrong.append(_bad(path, f'"{flat(kind)}" is none of about, provision, element', str(number)))
    return review_of(path, sheets, wrong)


def _heads(kind: str) -> tuple[str, ...]:
    return (*COLUMNS[_SHEETS[kind]], *REVIEWED[_SHEETS[kind]])


def _places(kind: str) -> Iterator[str]:
    """The column of the table for each column that the sheet of this kind has; "" where it has none."""
    ours = dict(zip(COLUMNS[_SHEETS[kind]], ("Id", "Status", "Sections", "Why", "Quote"), strict=False))
    ours |= dict(zip(REVIEWED[_SHEETS[kind]], _reviewers(kind), strict=True))
    return (ours.get(head, "") for head in _heads(kind))


def _reviewers(kind: str) -> tuple[str, ...]:
    verdict, sections, note = HEADS[7:]
    return verdict, sections, note


def _cell(text: str, place: str) -> Cell:
    if text.startswith("="):
        return Cell("", place, "this is a formula: put its value in its place")
    return Cell(text[1:] if text.startswith("'") and text[1:].startswith(_FORMULA) else text, place)


def _lines(path: Path, wrong: list[CtipError]) -> list[list[str]]:
    if path.stat().st_size > MAX_UNFOLDED:
        wrong.append(_bad(path, "the file is larger than any review"))
        return []
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        remedy = "Save it as UTF-8."
        wrong.append(DataError("CT601", "this is no text in UTF-8", path=str(path), remedy=remedy))
        return []
    head = text.partition("\n")[0]
    mark = max(",;\t", key=head.count)  # a spreadsheet program takes the one of its language
    try:
        lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=mark))
    except csv.Error as error:
        wrong.append(_bad(path, f"this is no CSV that can be read: {error}"))
        return []
    if not lines or len(lines) > MAX_ROWS:
        wrong.append(_bad(path, "the file has no line" if not lines else f"the file has {len(lines):,} lines"))
    return [[cell.strip() for cell in line] for line in lines]


def _bad(path: Path, message: str, place: str = "") -> DataError:
    remedy = "Mend the line named, or write the file again with `ctip-law review export`."
    return DataError("CT601", message, path=str(path), place=place, remedy=remedy)
