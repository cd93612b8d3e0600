"""A reviewed gap analysis as the workbook that `gap -f xlsx` or `review export` wrote and a lawyer filled in.

Columns are found by their heads and rows by their id, so that sorting, filtering and columns of one's own do no harm.
"""

from __future__ import annotations

import re
import warnings
import zipfile
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple

from ctip_law.errors import CtipError, DataError, InputError, MissingExtra
from ctip_law.report.rows import flat
from ctip_law.report.xlsx import COMPLETE, REVIEW_DATE, REVIEWED, REVIEWER
from ctip_law.review.nouns import (
    Here,
    Key,
    Mark,
    Review,
    Row,
    Said,
    choices,
    known,
    known_country,
    reasons,
    split_sections,
    status,
    verdict_of,
)

#: A workbook of all instruments has about 700 rows and unfolds to 2 MB; what is far beyond is none of ours.
MAX_UNFOLDED, MAX_ROWS, MAX_COLUMNS = 60_000_000, 5_000, 100

#: Names of the versions in the sheet About, as the document has them.
FRAMEWORK, LEXICON = "Version of the data on instruments", "Version of the wordings"

_KINDS = {"Provisions": "provision", "Elements": "element"}
#: The program's columns: id, status, sections, why, quote, and those that only one sheet has.
COLUMNS = {
    "Provisions": (
        "Provision", "Status", "Sections", "Why", "Provision of the law", "Strength", "In part", "Not found",
    ),
    "Elements": ("Element", "Status", "Section", "Why", "Quote"),
}  # fmt: skip
_YES_NO = {"": False, "no": False, "false": False, "yes": True, "true": True}


class Cell(NamedTuple):
    """A cell's text, where it stands, and why it cannot be used, if so."""

    text: str
    place: str
    wrong: str = ""


Grid = list[list[Cell]]


def read_workbook(path: Path) -> tuple[Review | None, list[CtipError]]:
    """The review, and all that is wrong in the file. Raises MissingExtra CT901 without openpyxl."""
    wrong: list[CtipError] = []
    sheets = _open(path, wrong)
    if wrong:
        return None, wrong
    for name in (*COLUMNS, "About"):
        if name not in sheets:
            remedy = "Give the workbook that `ctip-law gap -f xlsx` wrote."
            wrong.append(DataError("CT601", f"there is no sheet {name}", path=str(path), remedy=remedy))
    return review_of(path, sheets, wrong)


def review_of(path: Path, sheets: Mapping[str, Grid], wrong: list[CtipError]) -> tuple[Review | None, list[CtipError]]:
    """The review that stands in the cells of the sheets Provisions, Elements and About, and all that is wrong."""
    rows: dict[Key, Row] = {}
    for name in (name for name in COLUMNS if name in sheets):
        _rows(path, name, sheets[name], rows, wrong)
    about = _About(path, sheets.get("About", []), wrong)
    review = Review(
        path=str(path),
        laws=about.laws(),
        rows=rows,
        reviewer=about.one(REVIEWER),
        date=about.day(),
        complete=about.complete(),
        country=about.country(),
        framework=about.one(FRAMEWORK),
        lexicon=about.one(LEXICON),
    )
    return (None if wrong else review), wrong


def _open(path: Path, wrong: list[CtipError]) -> dict[str, Grid]:
    try:
        import openpyxl
    except ImportError:
        remedy = "pip install 'ctip-law[evaluate]'."
        raise MissingExtra("CT901", "reading a workbook needs openpyxl", path=str(path), remedy=remedy) from None
    remedy = "Save it as .xlsx without a password."
    try:
        with zipfile.ZipFile(path) as parts:
            size = sum(info.file_size for info in parts.infolist())
        if size > MAX_UNFOLDED:
            wrong.append(InputError("CT108", f"the workbook would unfold to {size:,} bytes", path=str(path)))
            return {}
        # opened here: where openpyxl stumbles it leaves open what it opened itself
        with path.open("rb") as file, warnings.catch_warnings():
            warnings.simplefilter("ignore")  # parts that openpyxl leaves out are none that we read
            book = openpyxl.load_workbook(file, read_only=True)
            found = {page.title: _grid(page) for page in book.worksheets if page.title in (*COLUMNS, "About")}
    except Exception:  # of a damaged file openpyxl raises whatever it stumbles over
        wrong.append(DataError("CT601", "this is no workbook that can be read", path=str(path), remedy=remedy))
        return {}
    return found


def _grid(page: Any) -> Grid:
    """The sheet's cells, row by row. The size that the file states may be wrong and is not relied on."""
    from openpyxl.utils import get_column_letter

    page.reset_dimensions()
    rows = page.iter_rows(max_row=MAX_ROWS, max_col=MAX_COLUMNS)
    return [
        [_cell(cell, f"{page.title}!{get_column_letter(n)}{line}") for n, cell in enumerate(row, 1)]
        for line, row in enumerate(rows, 1)
    ]


def _cell(cell: Any, place: str) -> Cell:
    value = cell.value
    if cell.data_type == "f":
        return Cell("", place, "this is a formula: put its value in its place")
    if cell.data_type == "e":
        return Cell("", place, f"this is an error of the spreadsheet, {value}")
    if isinstance(value, datetime | date):
        return Cell(str(value)[:10], place, "this is a date: give the cell the form of text")
    if isinstance(value, bool):
        return Cell(str(value).lower(), place)
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return Cell("" if value is None else str(value), place)


def _rows(path: Path, name: str, grid: Grid, rows: dict[Key, Row], wrong: list[CtipError]) -> None:
    """Adds the rows of a sheet, and what is wrong in them."""
    heads: dict[str, int] = {}
    for n, cell in enumerate(grid[0] if grid else []):
        heads.setdefault(cell.text.strip().replace("’", "'"), n)
    lacking = [head for head in (*COLUMNS[name], *REVIEWED[name]) if head not in heads]
    for head in lacking:
        remedy = "Write the workbook again with `ctip-law gap -f xlsx`, or put the column back."
        wrong.append(DataError("CT601", f'there is no column "{head}"', path=str(path), place=name, remedy=remedy))
    for line, cells in enumerate(grid[1:] if not lacking else (), 2):
        row = _Line(path, name, line, {head: cells[n] for head, n in heads.items() if n < len(cells)}, wrong)
        key = (_KINDS[name], row.text(COLUMNS[name][0]))
        if not key[1]:
            row.nothing_said()
        elif key in rows:
            row.bad(COLUMNS[name][0], f"{key[1]} stands here a second time")
        elif not known(*key):
            row.bad(COLUMNS[name][0], f"the framework has no such {key[0]}: {key[1]}")
        else:
            here = row.here()
            rows[key] = Row(*key, said=row.said(here.status), here=here)


class _Line:
    """One line of a sheet, read by the heads of its columns."""

    def __init__(self, path: Path, sheet: str, line: int, cells: Mapping[str, Cell], wrong: list[CtipError]) -> None:
        self.path, self.sheet, self.line, self.cells, self.wrong = path, sheet, line, cells, wrong
        self.kind = _KINDS[sheet]

    def text(self, head: str, *, dates: bool = False) -> str:
        """The cell's text as one line; what cannot be used is told and is empty."""
        cell = self._at(head)
        if cell.wrong and not (dates and cell.text):
            self.bad(head, cell.wrong)
            return ""
        return flat(cell.text)

    def bad(self, head: str, message: str) -> None:
        place = self._at(head).place
        self.wrong.append(DataError("CT601", message, path=str(self.path), place=place, remedy="Mend the cell named."))

    def said(self, here: str) -> Said:
        """The reviewer's side; `here` is the program's status."""
        verdict, sections, note = REVIEWED[self.sheet]
        words, given = self.text(verdict), self._at(sections)
        found = verdict_of(self.kind, words, here) if words else ""
        if words and not found and here:
            self.bad(verdict, f'"{words}" is none of {choices(self.kind)}')
        named = split_sections(given.text) if self.text(sections) else ()
        fields = (("verdict", verdict), ("sections", sections), ("note", note))
        places = {field: self._at(head).place for field, head in fields}
        return Said(found, named, self.text(note, dates=True), places)

    def here(self) -> Here:
        """The program's side."""
        _, state, sections, why, quote, *more = COLUMNS[self.sheet]
        words = self.text(state)
        found = status(self.kind, words)
        if words and not found:
            self.bad(state, f'the status "{words}" is none of a gap analysis')
        elif not words:
            self.bad(state, "the status is missing")
        where = split_sections(self._at(sections).text) if self.text(sections) else ()
        strength, weak, missing = map(self.text, more) if more else ("", "", "")
        return Here(found, where, reasons(self.text(why), weak, missing), self.text(quote), strength)

    def nothing_said(self) -> None:
        """Tells of a reviewer's word in a line that names no provision and no element."""
        for head in REVIEWED[self.sheet]:
            if self._at(head).text.strip():
                self.bad(head, f"the line names no {self.kind}")

    def _at(self, head: str) -> Cell:
        return self.cells.get(head, Cell("", f"{self.sheet}!{self.line}"))


class _About:
    """The sheet About: what was read, and what the reviewer says of the whole."""

    def __init__(self, path: Path, grid: Grid, wrong: list[CtipError]) -> None:
        self.path, self.wrong = path, wrong
        self.lines = [(flat(row[0].text), row[1]) for row in grid[1:] if len(row) > 1]

    def laws(self) -> tuple[Mark, ...]:
        """Title and hashes of each law, in the order in which they were read."""
        return tuple(_marks((name, flat(cell.text)) for name, cell in self.lines))

    def one(self, name: str) -> str:
        """The value behind a name; one that stands there twice with two values is told."""
        cell = self._cell(name)
        return flat(cell.text) if cell else ""

    def country(self) -> str:
        """The country that the gap analysis was made for."""
        cell = self._cell("Country")
        named = flat(cell.text) if cell else ""
        if cell and not known_country(named):
            self._bad(cell, f"there is no country {named}")
        return named

    def day(self) -> str:
        """The date of the review, which may be a date of the spreadsheet."""
        cell = self._cell(REVIEW_DATE, dates=True)
        found = flat(cell.text) if cell else ""
        if cell and found and not re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", found):
            self._bad(cell, f'"{found}" is no date such as 2026-11-29')
        return found

    def complete(self) -> bool:
        """Whether all rows were read."""
        cell = self._cell(COMPLETE)
        words = flat(cell.text).casefold() if cell else ""
        if cell and words not in _YES_NO:
            self._bad(cell, f'"{words}" is neither yes nor no')
        return _YES_NO.get(words, False)

    def _cell(self, name: str, *, dates: bool = False) -> Cell | None:
        named = [cell for what, cell in self.lines if what.casefold() == name.casefold()]
        for cell in named:
            if cell.wrong and not (dates and cell.text):
                self._bad(cell, cell.wrong)
                return None
        filled = [cell for cell in named if cell.text.strip()]
        if len({flat(cell.text) for cell in filled}) > 1:
            self._bad(filled[1], f"{name} stands here a second time with another value")
        return filled[0] if filled else None

    def _bad(self, cell: Cell, message: str) -> None:
        error = DataError("CT601", message, path=str(self.path), place=cell.place, remedy="Mend the cell named.")
        self.wrong.append(error)


def _marks(lines: Iterator[tuple[str, str]]) -> Iterator[Mark]:
    mark: Mark | None = None
    for name, value in lines:
        if name == "Read":
            if mark:
                yield mark
            mark = Mark(value)
        elif mark and name == "SHA-256 of the file":
            mark = Mark(mark.title, value, mark.text_sha256)
        elif mark and name == "SHA-256 of the text":
            mark = Mark(mark.title, mark.sha256, value)
    if mark:
        yield mark
