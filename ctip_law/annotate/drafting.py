"""How the amending acts of a language order changes, from `languages/<language>/amendments.toml`.

Patterns are regular expressions over the prose outside the quotations. In them `%mark%` is a quotation, `%q:old%` one
that is kept as `old` with the words that introduce it, `%kind%` any word for a unit, `%name%` the piece of that name.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from ctip_law.annotate.instructions import LEVELS
from ctip_law.annotate.quotations import MARK
from ctip_law.datafile import DataFile, Entry
from ctip_law.languages import FOLDER

_PIECE = re.compile(r"%(?:q:(?P<quoted>\w+)|(?P<name>[\w-]+))%")
_DEEP = 8  # pieces within pieces
_KINDS = ("insert", "substitute", "repeal", "renumber")
_WHATS = ("words", "unit", "definition", "stop", "range", "opening", "edge", "between", "numbered")
OCCURRENCES = ("end", "other", "all", "first")
_TABLES = {
    "references": ("unit", "around"),
    "acts": ("name", "alias", "means", "short", "itself", "before", "principal", "no_name"),
    "clauses": ("worth", "operative", "verb", "ordered", "named", "only_if", "version", "where", "back", "more",
                "no_unit", "labelled"),
    "lists": ("before", "inline", "following", "follows", "line", "history"),
    "occurrence": OCCURRENCES,
}
#: Fields that are lists of words and no patterns; patterns that look at capitals.
_WORDS = ("acts.principal", "acts.no_name")
_CAPITALS = ("acts.name", "acts.means", "acts.before", "lists.before", "lists.inline", "lists.line", "lists.history")

Order = tuple[str, str, re.Pattern[str]]


@dataclass(frozen=True, slots=True)
class Drafting:
    """All patterns of one language. `patterns` is table.field -> pattern; `words` the same for lists of words.

    `orders`: kind, what, pattern. `units`: word for a unit -> its level. `positions`, `stops`: words -> what they mean.
    `number`, `label`: how the number of a unit is written; `listed`: one of several, group `to` where a range ends.
    """

    patterns: Mapping[str, re.Pattern[str]]
    words: Mapping[str, tuple[str, ...]]
    orders: tuple[Order, ...]
    units: Mapping[str, str]
    positions: Mapping[str, str]
    stops: Mapping[str, str]
    number: re.Pattern[str]
    label: re.Pattern[str]
    listed: re.Pattern[str]

    def __getitem__(self, name: str) -> re.Pattern[str]:
        return self.patterns[name]


def drafting(language: str) -> Drafting | None:
    """How amending acts of a language ("en", "en-GB") are worded, or None where that is not known.

    Raises ConfigError CT301 with file and line.
    """
    return _drafting(language.split("-")[0])


@cache
def _drafting(language: str) -> Drafting | None:
    path = FOLDER / language / "amendments.toml"
    return read(DataFile(path)) if path.is_file() else None


def read(file: DataFile) -> Drafting:
    """The patterns of a file. Raises ConfigError CT301 with file and line."""
    file.root.only((*_TABLES, "pieces", "units", "positions", "stops", "order"))
    units = _inverse(file.entry("units"), LEVELS)
    pieces = _Pieces(file, units)
    patterns: dict[str, re.Pattern[str]] = {}
    words: dict[str, tuple[str, ...]] = {}
    for table, fields in _TABLES.items():
        entry = file.entry(table)
        entry.only(fields)
        for field in fields:
            name = f"{table}.{field}"
            if name in _WORDS:
                words[name] = entry.texts(field)
            else:
                patterns[name] = pieces.compile(entry, field, 0 if name in _CAPITALS else re.I)
    return Drafting(
        patterns=patterns,
        words=words,
        orders=tuple(_order(entry, pieces) for entry in file.root.entries("order")),
        units=units,
        positions=_inverse(file.entry("positions"), ("after", "before", "end", "start", "numbered")),
        stops=_inverse(file.entry("stops"), (".", ",", ";", ":")),
        number=pieces.compile(file.entry("pieces"), "number", 0),
        label=pieces.compile(file.entry("pieces"), "label", 0),
        listed=pieces.compile(file.entry("pieces"), "listed", 0),
    )


def _order(entry: Entry, pieces: _Pieces) -> Order:
    entry.only(("kind", "what", "find"))
    return entry.choice("kind", _KINDS), entry.choice("what", _WHATS), pieces.compile(entry, "find", re.I)


def _inverse(entry: Entry, known: tuple[str, ...]) -> dict[str, str]:
    """Words to what they mean, from a table of what they mean to its words."""
    entry.only(known)
    return {word: meaning for meaning in entry.fields for word in entry.texts(meaning)}


class _Pieces:
    """The pieces of patterns, put together."""

    def __init__(self, file: DataFile, units: Mapping[str, str]) -> None:
        kinds = sorted((word for word, level in units.items() if level != "division"), key=lambda word: -len(word))
        self.entry = file.entry("pieces")
        self.known = {name: _raw(self.entry, name) for name in self.entry.fields}
        self.known |= {"kind": "|".join(kinds), "mark": MARK, "marks": MARK[1:-1]}

    def whole(self, entry: Entry, field: str) -> str:
        """A pattern with its pieces in it."""
        pattern = _raw(entry, field)
        for _ in range(_DEEP):
            if not _PIECE.search(pattern):
                return pattern
            pattern = _PIECE.sub(lambda match: self._piece(match, entry, field), pattern)
        raise entry.error(f"the pieces of `{field}` hold themselves", field)

    def compile(self, entry: Entry, field: str, flags: int) -> re.Pattern[str]:
        """A pattern compiled; an error at its line where that cannot be."""
        try:
            return re.compile(self.whole(entry, field), flags)
        except re.error as error:
            raise entry.error(f"`{field}` holds a pattern that cannot be read ({error})", field) from None

    def _piece(self, match: re.Match[str], entry: Entry, field: str) -> str:
        if match["quoted"]:
            return f"%words%(?P<{match['quoted']}>%mark%)"
        if match["name"] not in self.known:
            raise entry.error(f"`{field}` names the piece %{match['name']}%, which there is not", field)
        return self.known[match["name"]]


def _raw(entry: Entry, field: str) -> str:
    """A pattern as it stands: its blanks count."""
    entry.text(field)
    return str(entry.fields[field])
