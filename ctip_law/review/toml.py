"""A reviewed gap analysis as TOML: written by hand, by `review export`, or by `evaluate --reviewed -f toml`.

docs/reference/labels.md describes the form.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from ctip_law.datafile import DataFile, Entry
from ctip_law.errors import CtipError, DataError
from ctip_law.framework import load
from ctip_law.report.data import STRENGTHS
from ctip_law.report.rows import flat
from ctip_law.review.nouns import Here, Key, Mark, Review, Row, Said, choices, known, known_country, status, verdict_of

_VERSIONS = ("framework", "lexicon")
_FIELDS = ("reviewer", "date", "complete", "country", "against", *_VERSIONS, "law", "provisions", "elements")
#: kind of a row -> its table, and the field of what the reviewer says
_TABLES = {"provision": ("provisions", "verdict"), "element": ("elements", "reading")}
_PROGRAM = ("status", "strength", "sections", "why", "quote")

_TO_FILL = (
    "Give `verdict` (of an element `reading`) the word accepted, or the status that you find, and `note` the reason;",
    "what is left empty is not decided. Name yourself as `reviewer`, and `date` the review.",
)

T = TypeVar("T")


class _File(DataFile):
    """A file of the user's own."""

    code = "CT601"
    failure = DataError


class _Wrong(list[CtipError]):
    """Gathers mistakes, so that the second is told with the first."""

    def of(self, read: Callable[[], T], default: T) -> T:
        """What `read` returns, or `default` where that is a mistake."""
        try:
            return read()
        except DataError as error:
            self.append(error)
            return default


def read_toml(path: Path) -> tuple[Review | None, list[CtipError]]:
    """The review, and all that is wrong in the file."""
    wrong = _Wrong()
    try:
        root = _File(path).root
    except DataError as error:
        return None, [error]
    for name in root.fields:
        if name not in _FIELDS:
            wrong.append(root.error(f"unknown field `{name}`", name))
    rows: dict[Key, Row] = {}
    for kind, (table, _) in _TABLES.items():
        for entry in _entries(root, table, wrong):
            rows[kind, entry.id] = _row(kind, entry, wrong)
    review = Review(
        path=str(path),
        laws=wrong.of(lambda: tuple(map(_mark, root.entries("law"))), ()),
        rows=rows,
        reviewer=wrong.of(lambda: flat(root.text("reviewer", "")), ""),
        date=wrong.of(lambda: root.day("date"), ""),
        complete=wrong.of(lambda: root.flag("complete"), False),
        country=wrong.of(lambda: _country(root), ""),
        against=wrong.of(lambda: _against(root), ()),
        **{name: wrong.of(partial(root.text, name, ""), "") for name in _VERSIONS},
    )
    if not rows and not wrong:
        wrong.append(root.error("there is neither a [provisions.…] nor an [elements.…]"))
    return (None if wrong else review), wrong


def _mark(entry: Entry) -> Mark:
    entry.only(("title", "sha256", "text_sha256"))
    return Mark(flat(entry.text("title", "")), entry.text("sha256", ""), entry.text("text_sha256", ""))


def _country(root: Entry) -> str:
    named = root.text("country", "")
    if not known_country(named):
        raise root.error(f"there is no country `{named}`", "country")
    return named


def _against(root: Entry) -> tuple[str, ...]:
    named = root.texts("against", empty=True)
    for id in named:
        if id not in load().instruments:
            raise root.error(f"there is no instrument `{id}`", "against", id)
    return named


def _entries(root: Entry, table: str, wrong: _Wrong) -> Iterator[Entry]:
    found = wrong.of(lambda: root.table(table), None)
    for name, value in found.fields.items() if found else ():
        if isinstance(value, dict):
            yield Entry(root.file, (table, name), value)
        else:
            wrong.append(root.file.error((table, name), f"`{table}.{name}` must be a table"))


def _row(kind: str, entry: Entry, wrong: _Wrong) -> Row:
    field = _TABLES[kind][1]
    if not known(kind, entry.id):
        wrong.append(entry.error(f"the framework has no such {kind}"))
    for name in entry.fields:
        if name not in (field, "sections", "note", "program"):
            wrong.append(entry.error(f"unknown field `{name}`", name))
    here = wrong.of(lambda: _here(kind, entry.inline("program")), None) if "program" in entry.fields else None
    said = Said(
        verdict=wrong.of(lambda: _verdict(kind, entry, field, here.status if here else ""), ""),
        sections=wrong.of(lambda: _sections(entry), ()),
        note=wrong.of(lambda: flat(entry.text("note", "")), ""),
        places={
            name: str(entry.file.line(entry.key, at))
            for name, at in (("verdict", field), ("sections", "sections"), ("note", "note"))
            if at in entry.fields
        },
    )
    return Row(kind, entry.id, said, here)


def _verdict(kind: str, entry: Entry, field: str, here: str) -> str:
    words = entry.text(field, "")
    found = verdict_of(kind, words, here) if words else ""
    if words and not found:
        raise entry.error(f'the {field} "{words}" is none of {choices(kind)}', field)
    return found


def _sections(entry: Entry) -> tuple[str, ...]:
    return tuple(map(flat, entry.texts("sections", empty=True)))


def _here(kind: str, entry: Entry) -> Here:
    entry.only(_PROGRAM)
    words = entry.text("status")
    found = status(kind, words)
    if not found:
        raise entry.error(f'the status "{words}" is none of a gap analysis', "status")
    why, quote = (flat(entry.text(name, "")) for name in ("why", "quote"))
    return Here(found, _sections(entry), why, quote, entry.choice("strength", STRENGTHS, ""))


def as_toml(review: Review, *, every: bool = False) -> str:
    """The review as a file that can be handed on: every row in which something is said, with both sides.

    Of a complete review, the rows that were agreed to by silence too, without the program's reasons. With `every`, all
    rows, to be filled in.
    """
    read_by = "review import" if every else "evaluate --reviewed"
    lines = [f"# A reviewed gap analysis: read it with `ctip-law {read_by} FILE`."]
    lines += [f"# {line}" for line in _TO_FILL] if every else []
    lines += [""]
    head = {"reviewer": review.reviewer, "date": review.date, "country": review.country}
    head |= {"framework": review.framework, "lexicon": review.lexicon}
    lines += [f"{name} = {_text(value)}" for name, value in head.items() if value or (every and name == "reviewer")]
    lines += [f"complete = {'true' if review.complete else 'false'}"]
    lines += [f"against = {_list(review.instruments)}"] if review.instruments else []
    for mark in review.laws:
        lines += ["", "[[law]]", f"title = {_text(mark.title)}"]
        lines += [f"sha256 = {_text(mark.sha256)}"] if mark.sha256 else []
        lines += [f"text_sha256 = {_text(mark.text_sha256)}"] if mark.text_sha256 else []
    for row in review.rows.values():
        if every or row.said or row.agreed:
            lines += ["", *_as_lines(row, every)]
    return "\n".join(lines) + "\n"


def _as_lines(row: Row, every: bool) -> Iterator[str]:
    table, field = _TABLES[row.kind]
    if every:
        yield f"# {flat(row.title)}"
    yield f"[{table}.{row.id if re.fullmatch(r'[A-Za-z0-9_-]+', row.id) else _text(row.id)}]"
    if every or row.said.verdict or (row.here and row.agreed not in ("", row.here.status)):
        yield f"{field} = {_text(row.said.verdict if every else row.verdict)}"
    if row.said.sections:
        yield f"sections = {_list(row.said.sections)}"
    if every or row.said.note:
        yield f"note = {_text(row.said.note)}"
    if row.here:
        told: dict[str, Any] = {"status": row.here.status, "strength": row.here.strength}
        told |= {"sections": row.here.sections}
        told |= {"why": row.here.why, "quote": row.here.quote} if every or row.said else {}
        parts = [f"{name} = {_text(v) if isinstance(v, str) else _list(v)}" for name, v in told.items() if v]
        yield f"program = {{ {', '.join(parts)} }}"


def _text(value: str) -> str:
    """A TOML string. JSON's are the same once control characters are gone, which `flat` and `DataFile` see to."""
    return json.dumps(flat(value), ensure_ascii=False)


def _list(values: tuple[str, ...]) -> str:
    return f"[{', '.join(map(_text, values))}]"
