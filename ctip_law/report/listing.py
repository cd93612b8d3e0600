"""Rows of a list, one form for each program that may read them: JSON lines, CSV, TSV, Markdown."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from typing import Any

from ctip_law.errors import UsageError
from ctip_law.report.md import cell
from ctip_law.report.rows import flat

#: The forms that every list has beside its table and its JSON.
LISTS = ("jsonl", "csv", "tsv", "md")

#: Starts that a spreadsheet program takes for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def listing(rows: Sequence[Mapping[str, Any]], columns: Sequence[str], form: str) -> str:
    """The rows under the names of their columns: UTF-8 without a byte order mark, `\\n` line ends.

    Raises UsageError CT004 for a form that is none of LISTS.
    """
    if form == "jsonl":
        return "".join(json.dumps(dict(row), ensure_ascii=False) + "\n" for row in rows)
    if form in ("csv", "tsv"):
        out = io.StringIO()
        writer = csv.writer(out, delimiter="," if form == "csv" else "\t", lineterminator="\n")
        writer.writerow(columns)
        writer.writerows([_text(row.get(name)) for name in columns] for row in rows)
        return out.getvalue()
    if form == "md":
        lines = [f"| {' | '.join(columns)} |", "|" + "---|" * len(columns)]
        lines += [f"| {' | '.join(cell(_text(row.get(name))) for name in columns)} |" for row in rows]
        return "\n".join(lines) + "\n"
    raise UsageError("CT004", f"a list has no form {form!r}", remedy=f"Use {', '.join(LISTS)}.")


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple):
        return "; ".join(map(_text, value))
    return "" if value is None else flat(str(value))


def for_excel(text: str, delimiter: str = ",") -> str:
    """CSV for a spreadsheet program: with a byte order mark, and an apostrophe before what it takes for a formula."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\n")
    for line in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
        writer.writerow([f"'{value}" if value.startswith(_FORMULA) else value for value in line])
    return "\ufeff" + out.getvalue()
