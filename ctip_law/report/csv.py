"""The matrix as CSV: a row for each article, UTF-8 without a byte order mark, `\\n` line ends, no cell a formula."""

from __future__ import annotations

import csv
import io

from ctip_law.report.document import COLUMNS, REVIEW, Document
from ctip_law.report.naming import STRENGTHS
from ctip_law.report.words import PROVISION

#: What a spreadsheet takes for the beginning of a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def render(document: Document) -> str:
    """The rows of the matrix with whole texts; the first column names the law or country where there are several."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    first = ["Law or country"] if document.several else []
    writer.writerow([*first, COLUMNS[0], "Duty", "Strength", "Nature", *COLUMNS[1:], REVIEW])
    for chapter in document.chapters:
        for row in chapter.rows():
            proposed = "\n".join(clause.words for clause in row.proposed)
            quotes = "\n".join(passage.line for passage in row.passages) or row.nothing
            writer.writerow(
                inert(text)
                for text in (
                    *([chapter.label] if first else []), row.cited, row.title, STRENGTHS[row.strength],
                    row.nature.replace("_", " "), row.asks, quotes, PROVISION[row.status][1], " ".join(row.why),
                    row.advice, proposed, "\n".join(row.reviews),
                )
            )  # fmt: skip
    return out.getvalue()


def inert(text: str) -> str:
    """The text, with an apostrophe in front where a spreadsheet would take it for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text
