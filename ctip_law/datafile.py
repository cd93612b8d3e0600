"""TOML files of the project read with the file and line of every mistake; the only reader of TOML in the package.

A `DataFile` is one file; an `Entry` is one table of it, whose getters return checked values or raise DataError: where
the file is one that the program works with, ConfigError CT301, and nothing is judged. Lines are looked up only when
there is a mistake to report, so that reading stays fast.
"""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

import tomli

from ctip_law.errors import ConfigError, DataError

Key = tuple[str, ...]

_HEADER = re.compile(r"^\s*\[+\s*([^\[\]]+?)\s*\]+\s*(?:#.*)?$")
_PART = re.compile(r"\"[^\"]*\"|'[^']*'|[^.]+")  # of a name such as evidence."protection.housing"
_FIELD = re.compile(r"^\s*([A-Za-z0-9_-]+|\"[^\"]+\")\s*=")
_PLACE = re.compile(r"\(at line (\d+), column \d+\)")


class DataFile:
    """One TOML file. Raises ConfigError CT301 (`failure` and `code`) when it is missing, not UTF-8 or not TOML."""

    code = "CT301"
    failure: type[DataError] = ConfigError

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            raw = path.read_bytes()
            self.raw = raw.decode("utf-8").replace("\r\n", "\n")
        except FileNotFoundError:
            raise self.failure(self.code, "the file is missing", path=str(path), remedy="put it back") from None
        except UnicodeDecodeError as error:
            line, remedy = str(raw.count(b"\n", 0, error.start) + 1), "save the file as UTF-8"
            what = f"not UTF-8 at byte {error.start}"
            raise self.failure(self.code, what, path=str(path), place=line, remedy=remedy) from None
        try:
            self.data: dict[str, Any] = tomli.loads(self.raw)
        except tomli.TOMLDecodeError as error:
            at = _PLACE.search(str(error))
            # tomli gives no line where the file ends in the middle of a value.
            line = at.group(1) if at else str(self.raw.count("\n") + 1)
            what = _PLACE.sub("", str(error)).strip()
            raise self.failure(self.code, f"not valid TOML: {what}", path=str(path), place=line) from None

    @property
    def root(self) -> Entry:
        """The whole file as one table."""
        return Entry(self, (), self.data)

    def entries(self, depth: int = 1) -> Iterator[Entry]:
        """The tables `depth` levels down ([id] is 1, [group.id] is 2), in the order of the file."""
        yield from self._entries((), self.data, depth)

    def _entries(self, key: Key, table: dict[str, Any], depth: int) -> Iterator[Entry]:
        for name, value in table.items():
            if not isinstance(value, dict):
                raise self.error((*key, name), f"`{name}` is not a table")
            if depth == 1:
                yield Entry(self, (*key, name), value)
            else:
                yield from self._entries((*key, name), value, depth - 1)

    def entry(self, *key: str) -> Entry:
        """The table at `key`."""
        table: Any = self.data
        for name in key:
            table = table.get(name) if isinstance(table, dict) else None
        if not isinstance(table, dict):
            raise self.error(key, f"there is no table [{'.'.join(key)}]")
        return Entry(self, key, table)

    def error(self, key: Key, message: str, *, field: str = "", value: str = "") -> DataError:
        """A DataError at the line of the field (or of the value in it) of the table `key`."""
        return self.failure(self.code, message, path=str(self.path), place=str(self.line(key, field, value)))

    def line(self, key: Key, field: str = "", value: str = "") -> int:
        """The line, from 1, where the value, else the field, else the table stands; 1 if none is found."""
        lines = self.raw.splitlines()
        start = _start(lines, key)
        if start is None:
            # a key of the enclosing table, such as `name = "..."` under [key[:-1]]
            return self.line(key[:-1], field=key[-1]) if len(key) > 1 else self._top(lines, key)
        end = next((at for at in range(start + 1, len(lines)) if _header(lines[at])), len(lines))
        found = start
        if field:
            there = next((at for at in range(start, end) if _field(lines[at]) == field), None)
            found = _start(lines, (*key, field)) or start if there is None else there
            if value:
                found = next((at for at in range(found, end) if f'"{value}"' in lines[at]), found)
        return found + 1

    @staticmethod
    def _top(lines: list[str], key: Key) -> int:
        return next((at + 1 for at, line in enumerate(lines) if key and _field(line) == key[0]), 1)


def _start(lines: list[str], key: Key) -> int | None:
    """The line of the table's header; the top of the file for the key (), and "name#2" for a second [[name]]."""
    if not key:
        return 0
    name, _, nth = key[-1].partition("#")
    found = [at for at, line in enumerate(lines) if _header(line) == (*key[:-1], name)]
    return found[int(nth or 1) - 1] if len(found) >= int(nth or 1) else None


def _header(line: str) -> Key:
    match = _HEADER.match(line) if line.lstrip().startswith("[") else None
    return tuple(part.strip().strip("\"'") for part in _PART.findall(match.group(1))) if match else ()


def _field(line: str) -> str:
    match = _FIELD.match(line)
    return match.group(1).strip('"') if match else ""


class Entry:
    """One table of a file. Getters raise DataError CT301 with the line of the field."""

    __slots__ = ("fields", "file", "key")

    def __init__(self, file: DataFile, key: Key, fields: dict[str, Any]) -> None:
        self.file = file
        self.key = key
        self.fields = fields

    @property
    def id(self) -> str:
        """The last part of the table's name."""
        return self.key[-1]

    def error(self, message: str, field: str = "", value: str = "") -> DataError:
        """A DataError that names this entry and points at the field (or the value in it)."""
        name = f"{'.'.join(self.key)}: " if self.key else ""
        return self.file.error(self.key, f"{name}{message}", field=field, value=value)

    def only(self, known: Collection[str]) -> None:
        """Raise for a field that nothing reads, such as a misspelt one."""
        for name in self.fields:
            if name not in known:
                raise self.error(f"unknown field `{name}`", name)

    def text(self, field: str, default: str | None = None) -> str:
        """A string, line breaks folded to blanks; the field may be left out only if there is a default."""
        value = self.fields.get(field, default)
        if value is None:
            raise self.error(f"the field `{field}` is missing")
        if not isinstance(value, str):
            raise self.error(f"`{field}` must be text", field)
        value = " ".join(value.split())
        if not value and default is None:
            raise self.error(f"`{field}` is empty", field)
        return value

    def choice(self, field: str, values: Collection[str], default: str | None = None) -> str:
        """A string that is one of `values`."""
        value = self.text(field, default)
        if value not in values and value != default:
            raise self.error(f"`{field}` is \"{value}\" and must be one of {', '.join(values)}", field)
        return value

    def texts(self, field: str, *, empty: bool = False) -> tuple[str, ...]:
        """A list of different strings; without any where the field is left out, or where it may be `empty`."""
        value = self.fields.get(field)
        if value is None:
            return ()
        if not _texts(value):
            raise self.error(f"`{field}` must be a list of texts", field)
        if not value and not empty:
            raise self.error(f"`{field}` is an empty list, which says nothing", field)
        if len(set(value)) != len(value):
            twice = next(item for item in value if value.count(item) > 1)
            raise self.error(f'`{field}` holds "{twice}" twice', field, twice)
        return tuple(value)

    def sets(self, field: str) -> tuple[tuple[str, ...], ...]:
        """A list of lists of strings; empty where the field is left out."""
        value = self.fields.get(field)
        if value is None:
            return ()
        if not isinstance(value, list) or not all(item and _texts(item) for item in value):
            raise self.error(f"`{field}` must be a list of lists of texts", field)
        for item in value:
            if len(set(item)) != len(item):
                twice = next(word for word in item if item.count(word) > 1)
                raise self.error(f'`{field}` holds "{twice}" twice in one list', field, twice)
        return tuple(tuple(item) for item in value)

    def number(self, field: str, default: int | None = None) -> int:
        """A whole number, 0 or more."""
        value = self.fields.get(field, default)
        if value is None:
            raise self.error(f"the field `{field}` is missing")
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            raise self.error(f"`{field}` must be a whole number, 0 or more", field)
        return value

    def decimal(self, field: str, default: float | None = None) -> float:
        """A number, 0 or more."""
        value = self.fields.get(field, default)
        if value is None:
            raise self.error(f"the field `{field}` is missing")
        if not isinstance(value, int | float) or isinstance(value, bool) or not 0 <= value < math.inf:
            raise self.error(f"`{field}` must be a number, 0 or more", field)
        return float(value)

    def flag(self, field: str) -> bool:
        """true or false; false where the field is left out."""
        value = self.fields.get(field, False)
        if not isinstance(value, bool):
            raise self.error(f"`{field}` must be true or false", field)
        return value

    def day(self, field: str) -> str:
        """A date as ISO text (a TOML date or a string such as 2014 or 2014-07); "" where it is left out."""
        value = self.fields.get(field, "")
        word = str(value)
        if word and not re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", word):
            raise self.error(f"`{field}` must be a date", field)
        return word

    def entries(self, field: str) -> tuple[Entry, ...]:
        """A list of tables ([[field]]) within this one; empty where there is none."""
        value = self.fields.get(field, [])
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            raise self.error(f"`{field}` must be a list of tables", field)
        return tuple(
            Entry(self.file, (*self.key, f"{field}#{at}"), item) for at, item in enumerate(value, start=1)
        )

    def tables(self) -> tuple[Entry, ...]:
        """The tables within this one; a field that is none is an error."""
        for name, value in self.fields.items():
            if not isinstance(value, dict):
                raise self.error(f"`{name}` must be a table", name)
        return tuple(Entry(self.file, (*self.key, name), value) for name, value in self.fields.items())

    def words(self, field: str) -> dict[str, str]:
        """A table of texts within this one; empty where it is left out."""
        table = self.table(field)
        return {name: table.text(name) for name in table.fields} if table else {}

    def inline(self, field: str) -> Entry:
        """An inline table (`field = { ... }`); what is wrong in it is told at its own line."""
        value = self.fields.get(field)
        if not isinstance(value, dict):
            raise self.error(f"`{field}` must be text or a table", field)
        return _Inline(self, field, value)

    def table(self, field: str) -> Entry | None:
        """A table within this one, or None."""
        value = self.fields.get(field)
        if value is None:
            return None
        if not isinstance(value, dict):
            raise self.error(f"`{field}` must be a table", field)
        return Entry(self.file, (*self.key, field), value)


def _texts(value: object) -> bool:
    """Whether a value is a list of strings that are not blank; asked of each wording of a lexicon."""
    try:
        return isinstance(value, list) and all(map(str.strip, value))
    except TypeError:  # an item is no string
        return False


class _Inline(Entry):
    """A table that stands on one line of another: that line is the place of every mistake in it."""

    __slots__ = ("_field", "_outer")

    def __init__(self, outer: Entry, field: str, fields: dict[str, Any]) -> None:
        super().__init__(outer.file, outer.key, fields)
        self._outer, self._field = outer, field

    def error(self, message: str, field: str = "", value: str = "") -> DataError:
        """A DataError at the line of the table."""
        return self._outer.error(f"{self._field}: {message}", self._field)
