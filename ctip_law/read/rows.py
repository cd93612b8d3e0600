"""A table of provisions as spreadsheets and scrapers write it (CSV, TSV): a row for each, and names above the columns.

    section,heading,text
    1,Title,"This Act may be cited as the Ferry Act."

What the columns hold is told by their names, as the keys of a scraper's JSON are; it is read as such.
"""

from __future__ import annotations

import csv
import re
from dataclasses import replace

from ctip_law.errors import InputError
from ctip_law.model import Document, Repair
from ctip_law.read.encodings import decode
from ctip_law.read.keys import GROUP, HEADING, NUMBER, TEXT, plain
from ctip_law.read.raw import Raw
from ctip_law.read.scraped import document_of

#: What parts the columns, and the line with which Excel names it.
_PARTS = ",;\t|"
_NAMED_PART = re.compile(r"\ufeff?sep=(.)\r?\n")
#: Characters that are looked at.
_HEAD = 16_384
#: The standard library reads no longer cells unless it is told to; a whole Act may stand in one.
csv.field_size_limit(2**31 - 1)


def read(raw: Raw) -> Document:
    """The law in a table. Raises InputError: CT112 cut off, CT115 no column with words, CT116 several laws."""
    decoded = decode(raw)
    part = delimiter(decoded.text)
    found = _rows(decoded.text, part, strict=True)
    if not found:
        raise InputError("CT112", "the table is cut off within quotation marks", path=raw.path)
    names = found[0]
    if not _holds_provisions(names):
        held = ", ".join(name.strip() for name in names[:6])
        what = f"the table has the columns {held}, and none that is known for a provision's number and words"
        raise InputError("CT115", f"{what} (such as section, heading, text)", path=raw.path)
    rows = [_joined(row, names, part) for row in found[1:]]
    others = [part.join(row) for row in rows if len(row) != len(names)]
    why = "not read, as the rows have too many or too few cells"
    repairs = [Repair(0, 0, words, "", why, "CT120") for words in others]
    entries = [dict(zip(names, row, strict=True)) for row in rows if len(row) == len(names)]
    return document_of(entries, replace(decoded, repairs=(*decoded.repairs, *repairs)), raw, "table")


def _joined(row: list[str], names: list[str], part: str) -> list[str]:
    """A row whose last cell, the words, was not quoted and has the sign that parts the columns in it."""
    if len(row) > len(names) and plain(names[-1]) in TEXT:
        return [*row[: len(names) - 1], part.join(row[len(names) - 1 :])]
    return row


def delimiter(text: str) -> str:
    """What parts the columns of a table whose first row names them; "" where the text, or its head, is no table."""
    start, whole = text[:_HEAD], len(text) <= _HEAD
    if named := _NAMED_PART.match(start):
        return named.group(1)
    first = start.lstrip("\ufeff \r\n").split("\n", 1)[0]
    for part in sorted(_PARTS, key=first.count, reverse=True):
        if first.count(part) and _is_table(start, part, whole):
            return part
    return ""


def _is_table(start: str, part: str, whole: bool) -> bool:
    """Names in the first row, each once, and as many cells in every row after it.

    A few columns with names that are not known may be prose, which has commas, or a table of a page."""
    found = _rows(start, part, strict=whole)
    if len(found) > 1 and not whole:
        found.pop()
    if not found or not _are_names(found[0]) or (len(found) < 2 and whole):
        return False
    full = all(len(_joined(row, found[0], part)) == len(found[0]) for row in found[1:])
    return full and (_holds_provisions(found[0]) or (len(found[0]) > (2 if part == "\t" else 3) and len(found) > 2))


def _are_names(cells: list[str]) -> bool:
    """Short, each another, none a number or the end of a sentence. A column of row numbers may stand first, unnamed."""
    names = [cell.strip() for cell in cells]
    short = all(0 < len(name) <= 40 and name[-1] not in ".;:," for name in names[1:]) and len(names[0]) <= 40
    return short and len(set(names)) == len(names) and not any(name.replace(".", "").isdigit() for name in names)


def _holds_provisions(names: list[str]) -> bool:
    known = {plain(name) for name in names}
    return not known.isdisjoint(TEXT) and not known.isdisjoint((*NUMBER, *HEADING, *GROUP)) and len(known) > 1


def _rows(text: str, part: str, *, strict: bool) -> list[list[str]]:
    """The rows with words in them; none where quotation marks do not close."""
    text = _NAMED_PART.sub("", text, count=1).lstrip("\ufeff")
    try:
        found = list(csv.reader(text.splitlines(keepends=True), delimiter=part, strict=strict))
    except csv.Error:
        return []
    return [row for row in found if any(cell.strip() for cell in row)]
