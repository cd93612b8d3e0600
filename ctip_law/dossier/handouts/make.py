"""The documents beside the matrix: a template, the findings, and a form."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path

from ctip_law.dossier.handouts.markup import handout
from ctip_law.dossier.handouts.nouns import Contacts
from ctip_law.dossier.handouts.sandbox import parsed, rendered
from ctip_law.dossier.handouts.view import view
from ctip_law.errors import CtipError, InputError, UsageError
from ctip_law.model import Report
from ctip_law.paths import data_folder
from ctip_law.report.blocks import Handout
from ctip_law.report.handout import data
from ctip_law.report.render import HANDOUT_FORMATS, with_head
from ctip_law.report.writers import written

#: The documents, each by the name of its template.
HANDOUTS = ("questionnaire", "policy-guide", "manual", "action-plan", "checklists", "labour")
_LARGEST = 1_000_000  # bytes of a template
_COLUMNS = 6  # of a directory


def render_handout(
    report: Report,
    kind: str,
    form: str = "md",
    *,
    template: str = "",
    contacts: Contacts | None = None,
    errors: Sequence[CtipError] = (),
    paper: str = "a4",
) -> str | bytes:
    """One of HANDOUTS as one of HANDOUT_FORMATS; `template` is a file to take instead of our own.

    Raises UsageError CT004 for another kind, form or paper, InputError for a template that cannot be read, DataError
    CT401 for one that cannot be used, and what `report.pdf` raises.
    """
    if form not in HANDOUT_FORMATS:
        known = ", ".join(HANDOUT_FORMATS)
        raise UsageError("CT004", f"this document has no format {form!r}", remedy=f"Use one of {known}.")
    made = laid(report, kind, template=template, contacts=contacts, errors=errors)
    if form != "json":
        return written(made, form, paper)
    laws = report.ledger.laws
    body = {
        "document": kind,
        "country": report.country,
        "instruments": list(report.instruments),
        "sources": [
            {
                "path": law.source.path,
                "sha256": law.source.sha256,
                "text_sha256": law.source.text_sha256,
                "official": law.source.official,
            }
            for law in laws
        ],
    }
    return with_head("handout", body | data(made), form, laws, errors, lambda _: "")


def usable(template: str) -> None:
    """Raises InputError for a file that cannot be read, DataError CT401 for one that is no template."""
    parsed(_text(Path(template)), template)


def laid(
    report: Report,
    kind: str,
    *,
    template: str = "",
    contacts: Contacts | None = None,
    errors: Sequence[CtipError] = (),
) -> Handout:
    """The document in blocks. Raises what `render_handout` raises."""
    if kind not in HANDOUTS:
        raise UsageError("CT004", f"there is no document {kind!r}", remedy=f"Use one of {', '.join(HANDOUTS)}.")
    folder = data_folder("templates") / "handouts"
    path, shared = Path(template) if template else folder / f"{kind}.md.j2", folder / "_parts.md.j2"
    seen = view(report, contacts=contacts, errors=errors)
    values = {field.name: getattr(seen, field.name) for field in fields(seen)}
    return handout(rendered(_text(path), str(path), values, (_text(shared), str(shared))), str(path))


def read_contacts(path: str) -> Contacts:
    """A directory of services: CSV whose first row names its columns, six at most.

    Raises InputError CT101, CT102, CT103, CT108, CT109 or CT111 for a file that cannot be read, CT112 for one
    that is no such table.
    """
    try:
        rows = [
            [" ".join(cell.split()) for cell in row]
            for row in csv.reader(io.StringIO(_text(Path(path))), strict=True)
            if any(cell.strip() for cell in row)
        ]
    except csv.Error as error:
        raise InputError("CT112", f"this is no CSV: {error}", path=path, remedy="Save it as CSV again.") from None
    heads = rows[0]
    if len(rows) < 2 or len(heads) > _COLUMNS or not all(heads):
        what = f"a directory has a row with the names of its columns, {_COLUMNS} at most, and a row for each service"
        raise InputError("CT112", what, path=path, remedy="Mend the file, such as: Name,Help,Telephone.")
    for number, row in enumerate(rows, 1):
        if len(row) != len(heads):
            what = f"this row has {len(row)} cells, and the first has {len(heads)}"
            raise InputError("CT112", what, path=path, place=str(number), remedy="Mend the row.")
    return Contacts(tuple(heads), tuple(map(tuple, rows[1:])))


def _text(path: Path) -> str:
    """A text of the user, UTF-8. Raises InputError with what is wrong with the file."""
    name = str(path)
    try:
        if path.is_dir():
            raise InputError("CT102", "this is a directory", path=name, remedy="Name a file.")
        if path.stat().st_size > _LARGEST:
            raise InputError("CT108", "the file is larger than 1 MB", path=name, remedy="Give a smaller one.")
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise InputError("CT101", "the file does not exist", path=name) from None
    except UnicodeDecodeError:
        raise InputError("CT109", "the file is not UTF-8", path=name) from None
    except OSError as error:
        raise InputError("CT111", f"the file cannot be opened: {error.strerror}", path=name) from None
    if not text.strip():
        raise InputError("CT103", "the file is empty", path=name, remedy="Write something into it.")
    return text.replace("\r\n", "\n")
