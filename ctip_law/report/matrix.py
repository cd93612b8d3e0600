"""Several countries side by side: a row for each provision, a column for each country."""

from __future__ import annotations

import csv
import io
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ctip_law.assess.elsewhere import BEYOND
from ctip_law.countries import country_name
from ctip_law.errors import UsageError
from ctip_law.model import Report
from ctip_law.report.csv import inert
from ctip_law.report.data import ANSWERED, STRENGTHS
from ctip_law.report.naming import cited
from ctip_law.report.rows import Row, Sheet, heading, sheet
from ctip_law.report.width import across, column
from ctip_law.report.words import GENERAL_LAW, PROVISION, caveat

#: Forms of the comparison alone, and with those in which there is only the whole document.
COMPARED = ("table", "json", "csv", "md", "html")
MATRIX_FORMATS = (*COMPARED, "docx", "xlsx", "pdf")
_ARTICLE, _LEAST_TITLE = 9, 26


@dataclass(frozen=True, slots=True)
class Matrix:
    """`columns` are alpha-2 codes, or the `labels` where some were given; `rows` hold for each provision one Row per
    column, in the framework's order.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Row, ...], ...]
    sheets: tuple[Sheet, ...]
    reports: tuple[Report, ...]
    instruments: tuple[str, ...]
    labels: tuple[str, ...] = ()

    def groups(self) -> list[tuple[str, list[tuple[Row, ...]]]]:
        """The rows under the headings of their instrument and strength."""
        several = len(self.instruments) > 1
        made: dict[str, list[tuple[Row, ...]]] = {}

        def place(row: tuple[Row, ...]) -> tuple[int, int]:
            return self.instruments.index(row[0].instrument), STRENGTHS.index(row[0].strength)

        for row in sorted(self.rows, key=place):
            made.setdefault(heading(row[0].instrument if several else "", row[0].strength), []).append(row)
        return list(made.items())

    def count(self, column: int, statuses: Iterable[str]) -> int:
        """How many provisions of a column have one of the statuses."""
        wanted = set(statuses)
        return sum(row[column].shown in wanted for row in self.rows)


def matrix(reports: Sequence[Report], strengths: Sequence[str] = (), labels: Sequence[str] = ()) -> Matrix:
    """The reports of several countries, all against the same instruments, as one matrix; all strengths without any.

    `labels` name the columns, one for each report; without them the countries do.

    Raises UsageError CT004 when they were held against different instruments.
    """
    if len({(report.instruments, report.lens) for report in reports}) != 1:
        raise UsageError("CT004", "the countries were held against different instruments", remedy="Name them with -I.")
    sheets = tuple(sheet(report) for report in reports)
    by_id = [{row.id: row for row in one.rows()} for one in sheets]
    order = [finding.id for finding in reports[0].provisions]
    rows = tuple(
        tuple(rows[id] for rows in by_id)
        for id in order
        if id in by_id[0] and by_id[0][id].strength in (strengths or STRENGTHS)
    )
    columns = tuple(labels) or tuple(report.country for report in reports)
    return Matrix(columns, rows, sheets, tuple(reports), reports[0].instruments, tuple(labels))


def render_matrix(made: Matrix, form: str = "table") -> str:
    """The comparison in one of COMPARED. Raises UsageError CT004 for another."""
    writers = {"table": _table, "json": _json, "csv": _csv, "md": _md, "html": _html}
    if form not in writers:
        raise UsageError(
            "CT004", f"the matrix has no format {form!r}", remedy=f"Use one of {', '.join(COMPARED)}."
        )
    return writers[form](made)


def _table(made: Matrix) -> str:
    """Text as wide as a table may be; more countries than fit stand in a further table."""
    heads = [f"[{n}]" for n in range(1, len(made.columns) + 1)] if made.labels else list(made.columns)
    lines: list[str] = []
    for columns, cell in _blocks(made):
        lines += _block(made, columns, cell, heads)
    names = [f"{head} {country_name(code)}" for head, code in zip(heads, made.columns, strict=True)]
    signs = [f"{sign} {word}" for sign, word, _ in PROVISION.values()]
    notes = ["; ".join(names), "; ".join(signs), "The number is the first section to cite.", f"Caution: {GENERAL_LAW}."]
    for note in [*notes, *_notes(made), caveat()]:
        lines += textwrap.wrap(note, across())
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _blocks(made: Matrix) -> Iterator[tuple[range, int]]:
    """The columns of each table, as many as fit, and how wide each is: a long number of a section widens its own."""
    widths = [max([4, *(len(_cell(row[n])) for row in made.rows)]) + 1 for n in range(len(made.columns))]
    space, first = across() - _ARTICLE - _LEAST_TITLE - 2, 0
    while first < len(widths):
        last = first + 1
        while last < len(widths) and max(widths[first : last + 1]) * (last + 1 - first) <= space:
            last += 1
        yield range(first, last), max(widths[first:last])
        first = last


def _cell(row: Row) -> str:
    """Sign and first section, without the law's number: "● 12"."""
    first = row.sections.partition(";")[0].partition(",")[0].rpartition("] ")[2]
    return f"{PROVISION[row.shown][0]} {first}".rstrip()


def _block(made: Matrix, columns: range, cell: int, heads: Sequence[str]) -> list[str]:
    titles = (row[0].title for row in made.rows)
    width = column(min(40, across() - _ARTICLE - 2 - cell * len(columns)), titles)

    def line(article: str, title: str, cells: Iterable[str] = ()) -> str:
        return f"{article:{_ARTICLE}} {title:{width}} " + "".join(f"{text:{cell}}" for text in cells)

    lines: list[str] = []
    for title, rows in made.groups():
        lines += [*textwrap.wrap(title, across()), ""]
        lines.append(line("Article", "Duty", (heads[n] for n in columns)))
        for row in rows:
            first, *more = textwrap.wrap(row[0].title, width)
            lines.append(line(_article(row[0]), first, (_cell(row[n]) for n in columns)))
            lines += [line("", words) for words in more]
        lines.append("")
    for name, statuses in _COUNTED:
        lines.append(line("", name, (str(made.count(n, statuses)) for n in columns)))
    return [*lines, ""]


_COUNTED = (
    ("met, elsewhere or differs", ANSWERED),
    ("partial", ("partial",)),
    ("gap", ("gap",)),
    ("not in legislation", ("not_in_legislation",)),
    ("no verdict", ("unclear", "not_assessed")),
)


def _article(row: Row) -> str:
    return row.article + ("*" if row.starred else "")


def _notes(made: Matrix) -> list[str]:
    """What the laws read are, where they are no law themselves, and the stars."""
    notes = []
    if any(law.restatement for report in made.reports for law in report.ledger.laws):
        notes.append("Read from restatements in our own words, which are not the law.")
    notes += made.sheets[0].lens
    notes += [f"{code}: {line}" for code, one in zip(made.columns, made.sheets, strict=True) for line in one.head]
    notes += [f"{code}: {line}" for code, one in zip(made.columns, made.sheets, strict=True) for line in unread(one)]
    notes += _reviewed(made)
    stars = dict.fromkeys(caution for one in made.sheets for caution in one.cautions if caution.startswith("*"))
    return [*notes, *stars]


def _reviewed(made: Matrix) -> Iterator[str]:
    """What lawyers decided, which changes no status."""
    for row in made.rows:
        for code, cell in zip(made.columns, row, strict=True):
            yield from (f"Reviewed, {code}, {cited(cell.id)}: {said}" for said in cell.reviews)


def unread(made: Sheet) -> Iterator[str]:
    """The kinds of law that were not read, each with the articles that may stand in it: no verdict is given on them."""
    kinds: dict[str, list[str]] = {}
    for row in made.rows():
        for kind in row.look_in:
            kinds.setdefault(kind, []).append(row.article)
    for kind, articles in kinds.items():
        beyond = kind == BEYOND
        why = "not in the pieces of the law that we hold (an extract)" if beyond else f"no text was read on {kind}"
        yield f"{why}, so not assessed: {', '.join(articles)}"


def _json(made: Matrix) -> str:
    from ctip_law.report.data import tool
    from ctip_law.report.render import to_json

    languages = [law.language for report in made.reports for law in report.ledger.laws]
    rows: list[dict[str, Any]] = [
        {
            "provision": row[0].id,
            "article": row[0].article,
            "title": row[0].title,
            "strength": row[0].strength,
            "nature": row[0].nature,
            "countries": {
                code: {
                    "status": cell.status,
                    "sections": cell.sections,
                    "confidence": round(cell.confidence, 4),
                    "look_in": list(cell.look_in),
                    "reviews": list(cell.reviews),
                }
                for code, cell in zip(made.columns, row, strict=True)
            },
        }
        for row in made.rows
    ]
    head = {"schema": "ctip-law/matrix/1", "tool": tool(languages), "instruments": list(made.instruments)}
    return to_json(head | {"lens": made.reports[0].lens, "countries": list(made.columns), "rows": rows})


def _csv(made: Matrix) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    reviewed = any(cell.reviews for row in made.rows for cell in row)
    more = ["reviews"] if reviewed else []
    writer.writerow(["provision", "article", "title", "strength", "nature", *made.columns, *more])
    for row in made.rows:
        head = row[0]
        said = [f"{code}: {one}" for code, cell in zip(made.columns, row, strict=True) for one in cell.reviews]
        told = [inert("; ".join(said))] if reviewed else []
        cells = [head.id, head.article, head.title, head.strength, head.nature, *(cell.status for cell in row)]
        writer.writerow([*cells, *told])
    return out.getvalue()


def _md(made: Matrix) -> str:
    from ctip_law.report.md import cell

    lines = ["# Countries compared", ""]
    for title, rows in made.groups():
        lines += [f"## {cell(title)}", "", f"| Article | Duty | {' | '.join(made.columns)} |"]
        lines.append("|---|---|" + "---|" * len(made.columns))
        for row in rows:
            cells = " | ".join(f"{one.word} {cell(one.sections)}".rstrip() for one in row)
            lines.append(f"| {cell(_article(row[0]))} | {cell(row[0].title)} | {cells} |")
        lines.append("")
    lines += ["## Counts", "", f"| | {' | '.join(made.columns)} |", "|---|" + "---|" * len(made.columns)]
    for name, statuses in _COUNTED:
        counts = " | ".join(str(made.count(n, statuses)) for n in range(len(made.columns)))
        lines.append(f"| {name} | {counts} |")
    lines += ["", "Numbers after a status are sections. " + GENERAL_LAW.capitalize() + ".", ""]
    lines += [f"- {code}: {cell(law)}" for code, one in zip(made.columns, made.sheets, strict=True) for law in one.laws]
    lines += [f"- {cell(note)}" for note in _notes(made)]
    return "\n".join([*lines, f"- {caveat()}"]) + "\n"


def _html(made: Matrix) -> str:
    from ctip_law.report.html import page

    return page(
        "matrix.html.j2",
        matrix=made,
        names={code: country_name(code) for code in made.columns},
        counted=_COUNTED,
        article=_article,
        notes=_notes(made),
        statuses=PROVISION,
        general_law=GENERAL_LAW,
        disclaimer=caveat(),
    )
