"""Questions and checks as data: `data/*.toml`, each line tied to the articles it serves."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ctip_law.datafile import DataFile, Entry
from ctip_law.framework import load
from ctip_law.report.words import SUBJECT

FOLDER = Path(__file__).resolve().parent / "data"
#: The files, each a document's or a part of one.
FILES = ("checklists", "labour", "manual", "questions")


@dataclass(frozen=True, slots=True)
class Line:
    """A question or check; `serves` are provisions of the framework, `shows` elements."""

    id: str
    words: str
    serves: tuple[str, ...]
    shows: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """Lines under one heading."""

    id: str
    title: str
    about: str
    lines: tuple[Line, ...]


@cache
def listed(name: str) -> tuple[Listed, ...]:
    """The lists of one of FILES. Raises ConfigError CT301 with file and line for a file that is wrong."""
    return read(DataFile(FOLDER / f"{name}.toml"))


def read(file: DataFile) -> tuple[Listed, ...]:
    """The lists of a file. Raises ConfigError CT301 with file and line."""
    return tuple(_list(entry) for entry in file.entries())


def _list(entry: Entry) -> Listed:
    lines = tuple(_line(entry, name) for name, value in entry.fields.items() if isinstance(value, dict))
    names = tuple(line.id for line in lines)
    if entry.id in SUBJECT:  # a cluster of the framework, which says what it is about
        entry.only(names)
        return Listed(entry.id, SUBJECT[entry.id], load().vocabulary["cluster"][entry.id], lines)
    entry.only(("title", "about", *names))
    return Listed(entry.id, entry.text("title"), entry.text("about"), lines)


def _line(entry: Entry, name: str) -> Line:
    one = entry.table(name)
    assert one is not None  # its value is a table
    one.only(("words", "serves", "shows"))
    serves, shows, framework = one.texts("serves"), one.texts("shows"), load()
    known = {provision.id for provision in framework.provisions()}
    for field, ids, there in (("serves", serves, known), ("shows", shows, framework.elements)):
        for id in ids:
            if id not in there:
                raise one.error(f"nothing is called `{id}`", field, id)
    if not serves:
        raise one.error("it serves no provision", "serves")
    return Line(name, one.text("words"), serves, shows)
