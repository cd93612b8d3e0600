"""How the amending acts of a language order changes, from `languages/<language>/amendments.toml`.

Patterns are regular expressions over the prose outside the quotations. In them `%mark%` is a quotation, `%q:old%` one
that is kept as `old` with the words that introduce it, `%kind%` any word for a unit, `%name%` the piece of that name.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property

from ctip_law.annotate.instructions import LEVELS
from ctip_law.annotate.quotations import MARK
from ctip_law.annotate.view import fold
from ctip_law.datafile import DataFile, Entry
from ctip_law.languages import FOLDER

_PIECE = re.compile(r"%(?:q:(?P<quoted>\w+)|(?P<name>[\w-]+))%")
_DEEP = 8  # pieces within pieces
_NEAR = 64  # characters around a sign that are read for what it is part of
_KINDS = ("insert", "substitute", "repeal", "renumber")
_WHATS = ("words", "unit", "definition", "stop", "range", "opening", "edge", "between", "numbered")
#: Pieces of words that a change cannot be ordered without: in the whole law, in a section that only names the law that
#: is amended, in a clause for each kind of order.
_SIGNS = ("amends", "names", *_KINDS)
#: Pieces that stand by themselves: how the number of a unit is written; one of several, group `to` where a range ends.
_ALONE = ("number", "label", "listed")
OCCURRENCES = ("end", "other", "all", "first")
_TABLES = {
    "references": ("unit", "around"),
    "acts": ("name", "alias", "means", "short", "itself", "before", "principal", "no_name"),
    "clauses": ("worth", "operative", "verb", "ordered", "named", "only_if", "version", "where", "back", "more",
                "no_unit", "labelled", "adds", "changes", "gone"),
    "lists": ("before", "inline", "following", "follows", "line", "history", "clause", "given"),
    "occurrence": OCCURRENCES,
}
#: Fields that are lists of words and no patterns; patterns that look at capitals.
_WORDS = ("acts.principal", "acts.no_name")
_CAPITALS = ("acts.name", "acts.means", "acts.before", "lists.before", "lists.inline", "lists.line", "lists.history",
             "lists.clause")


@dataclass(frozen=True)
class Order:
    """One way to order a change: `kind` and `what` as in `Instruction`, and the words in which it is said."""

    kind: str
    what: str
    entry: Entry
    pieces: _Pieces

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The words as a pattern, put together when they are first looked for."""
        return self.pieces.compile(self.entry, "find", re.I)


@dataclass(frozen=True)
class Drafting:
    """How one language orders changes. A pattern is `how["table.field"]`; `words` has the lists of words.

    Patterns are compiled when they are first asked for, because few laws amend; `check` compiles all. `signs`: pieces
    of words without which nothing is ordered (see `may_amend`). `units`: word for a unit -> its level. `positions`,
    `stops`: words -> what they mean.
    """

    file: DataFile
    pieces: _Pieces
    words: Mapping[str, tuple[str, ...]]
    signs: Mapping[str, tuple[str, ...]]
    orders: tuple[Order, ...]
    units: Mapping[str, str]
    positions: Mapping[str, str]
    stops: Mapping[str, str]
    _made: dict[str, re.Pattern[str]] = field(default_factory=dict, repr=False)

    def __getitem__(self, name: str) -> re.Pattern[str]:
        """The pattern `table.field`. Raises ConfigError CT301 with file and line where it cannot be read."""
        if name not in self._made:
            table, place = name.split(".")
            cased = name in _CAPITALS or table == "pieces"
            self._made[name] = self.pieces.compile(self.file.entry(table), place, 0 if cased else re.I)
        return self._made[name]

    def may_amend(self, plain: str) -> bool:
        """Whether a law's folded text has any word that orders a change; without one nothing is looked for."""
        return any(sign in plain for sign in self.signs["amends"])

    def worth(self, text: str, plain: str, start: int, end: int) -> bool:
        """Whether `text[start:end]`, folded `plain[start:end]`, may order a change or name the law that is changed."""
        for sign in (*self.signs["amends"], *self.signs["names"]):
            at = plain.find(sign, start, end)
            while at >= 0:
                if self["clauses.worth"].search(text, max(start, at - _NEAR), min(end, at + _NEAR)):
                    return True
                at = plain.find(sign, at + 1, end)
        return False

    def orders_in(self, plain: str) -> list[Order]:
        """The orders of which a clause's folded text has a word."""
        kinds = {kind for kind in _KINDS if any(sign in plain for sign in self.signs[kind])}
        return [order for order in self.orders if order.kind in kinds]

    def check(self) -> None:
        """Raises ConfigError CT301 with file and line at the first pattern that cannot be read."""
        for table, fields in _TABLES.items():
            for name in fields:
                if f"{table}.{name}" not in _WORDS:
                    self[f"{table}.{name}"]
        for name in _ALONE:
            self[f"pieces.{name}"]
        for order in self.orders:
            order.pattern  # noqa: B018


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
    """The patterns of a file. Raises ConfigError CT301 with file and line for a table or field that is none."""
    file.root.only((*_TABLES, "pieces", "signs", "units", "positions", "stops", "order"))
    units = _inverse(file.entry("units"), LEVELS)
    words: dict[str, tuple[str, ...]] = {}
    for table, fields in _TABLES.items():
        entry = file.entry(table)
        entry.only(fields)
        for name in fields:
            if f"{table}.{name}" in _WORDS:
                words[f"{table}.{name}"] = entry.texts(name)
            else:
                entry.text(name)
    signs = file.entry("signs")
    signs.only(_SIGNS)
    pieces = _Pieces(file, units)
    return Drafting(
        file=file,
        pieces=pieces,
        words=words,
        signs={name: tuple(map(fold, signs.texts(name, empty=True))) for name in _SIGNS},
        orders=tuple(_order(entry, pieces) for entry in file.root.entries("order")),
        units=units,
        positions=_inverse(file.entry("positions"), ("after", "before", "end", "start", "numbered")),
        stops=_inverse(file.entry("stops"), (".", ",", ";", ":")),
    )


def _order(entry: Entry, pieces: _Pieces) -> Order:
    entry.only(("kind", "what", "find"))
    entry.text("find")
    return Order(entry.choice("kind", _KINDS), entry.choice("what", _WHATS), entry, pieces)


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
