"""A handout as a workbook, as CSV and as data: each table a sheet or a run of rows, the words between them in order."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from typing import Any

from ctip_law.report.blocks import Cell, Grid, Handout, Head, Items, Text, Title
from ctip_law.report.csv import inert
from ctip_law.report.rows import flat
from ctip_law.report.xlsx import Sheet, workbook

_LONGEST = 31  # characters of a sheet's name
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\']")


def to_csv(handout: Handout) -> str:
    """Every row of every table, and every paragraph, behind the heading that it stands under.

    UTF-8 without a byte order mark, `\\n` line ends, no cell a formula. The row of a table's heads stands before its
    rows, and once for tables with the same heads.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    heads: tuple[str, ...] = ()
    for part, row, named in _rows(handout):
        if named and named != heads:
            writer.writerow(map(inert, ("Part", *named)))
            heads = named
        writer.writerow(map(inert, (part, *row)))
    return out.getvalue()


def to_xlsx(handout: Handout, paper: str = "a4") -> bytes:
    """The words on a first sheet, each table with heads on one of its own. Raises UsageError CT004 for a paper."""
    return workbook(handout.title, list(_sheets(handout)), paper)


def data(handout: Handout) -> dict[str, Any]:
    """The document as plain data, part of the body of `report questionnaire -f json` (schema `handout`)."""
    title = next((block for block in handout.blocks if isinstance(block, Title)), Title(handout.title))
    under = [flat(line) for line in title.under]
    return {"title": flat(title.text), "under": under, "blocks": list(_data(handout))}


def _data(handout: Handout) -> Iterator[dict[str, Any]]:
    """What is read, block by block; breaks of pages and the list of contents are of paper alone."""
    for block in handout.blocks:
        match block:
            case Head(level, text):
                yield {"block": "heading", "level": level, "text": flat(text)}
            case Text():
                words = " ".join(filter(None, (block.num, block.text)))
                yield {"block": "paragraph", "text": flat(words), "lang": block.lang or "en"}
            case Items(items, numbered):
                yield {"block": "list", "numbered": numbered, "items": list(map(flat, items))}
            case Grid():
                rows = [[_told(cell) for cell in row] for row in block.rows]
                yield {"block": "table", "caption": flat(block.caption), "heads": list(block.heads), "rows": rows}


def _rows(handout: Handout) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """(heading, cells, heads of the table) for each row of what stands in the document."""
    part = handout.title
    for block in handout.blocks:
        match block:
            case Title(text, under):
                yield from ((flat(text), (flat(line),), ()) for line in under)
            case Head():
                part = flat(block.text)
            case Text():
                yield part, (flat(block.text),), ()
            case Items(items):
                yield from ((part, (flat(item),), ()) for item in items)
            case Grid():
                yield from ((part, tuple(map(_told, row)), block.heads) for row in block.rows)


def _told(cell: Cell) -> str:
    return "\n".join(flat(one.text) for one in cell)


def _sheets(handout: Handout) -> Iterator[Sheet]:
    """The words first; tables with the same heads in a row under each other on one sheet."""
    words: list[tuple[str, ...]] = []
    tables: list[tuple[tuple[str, ...], list[tuple[str, ...]]]] = []
    above = _above(handout)
    for part, row, heads in _rows(handout):
        if not heads:
            words.append((part, ": ".join(filter(None, row))))
        elif tables and tables[-1][0] == heads:
            tables[-1][1].append((part, *row))
        else:
            words.append((part, "(see the sheets behind)"))
            tables.append((heads, [(part, *row)]))
    yield Sheet("Text", ("Part", "Text"), tuple(words))
    taken = {"text"}
    for heads, rows in tables:
        parts = list(dict.fromkeys(row[0] for row in rows))
        name = parts[0] if len(parts) == 1 else above.get(parts[0], parts[0])
        yield Sheet(_name(name, taken), ("Part", *heads), tuple(rows))


def _above(handout: Handout) -> dict[str, str]:
    """Each heading with the first one of the highest level above it, which names what stands under several."""
    found: dict[str, str] = {}
    top = ""
    for block in handout.blocks:
        if isinstance(block, Head):
            top = flat(block.text) if block.level == 1 else top
            found.setdefault(flat(block.text), top or flat(block.text))
    return found


def _name(part: str, taken: set[str]) -> str:
    """A name for a sheet that no other has."""
    base = _NOT_IN_NAMES.sub(" ", part).strip()[:_LONGEST].strip() or "Table"
    name, n = base, 1
    while name.casefold() in taken:
        n += 1
        name = f"{base[: _LONGEST - 4].strip()} ({n})"
    taken.add(name.casefold())
    return name
