"""The index as one SQLite file in the user's cache: each law once, by its content, with two full-text tables.

`by_word` has the stems of each place, `by_letter` its letters in threes, for scripts that part no words. Both only
tell which laws can have a hit. A file that another version of the program or of its data made is emptied before the
first law is entered; laws are entered many at a time, whole or not at all, so that two runs may share one file.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any, TypeVar

from ctip_law.clauses.tokens import Words
from ctip_law.report.search import Asked, asked_for, plain
from ctip_law.report.searched import Below, Place, Searched, haystack

NAME = "search.sqlite"
_WAIT = 20.0  # seconds for another run that writes
_PLACES = 1 << 24  # most places of a law: a row has the number of the law times this, and its own
_LETTERS = 3
#: What SQLite says when the file is sound and cannot be used here; anything else that it says means a damaged file.
_UNUSABLE = ("BUSY", "LOCKED", "READONLY", "CANTOPEN", "FULL", "IOERR", "PERM", "NOLFS", "AUTH", "NOMEM", "INTERRUPT")
_TABLES = (
    "CREATE TABLE made(by TEXT)",
    "CREATE TABLE laws(number INTEGER PRIMARY KEY, key TEXT UNIQUE, language TEXT, about TEXT, text BLOB, stems BLOB,"
    " starts BLOB, ends BLOB, found TEXT)",
    "CREATE VIRTUAL TABLE by_word USING fts5(stems, content='', detail=none, columnsize=0, tokenize='ascii')",
    "CREATE VIRTUAL TABLE by_letter USING fts5(letters, content='', detail=none, columnsize=0,"
    " tokenize='trigram case_sensitive 1')",
)
_NAMES = ("made", "laws", "by_word", "by_letter")

T = TypeVar("T")


class Unusable(Exception):
    """The index cannot be used here and now; searching does without."""


class Damaged(Exception):
    """The file is no index, or is broken; `Index.begin_anew` makes another."""


class Index:
    """The index in a folder; `made_by` says what version of program and data makes it.

    Any method raises Unusable where folder or file cannot be used, and Damaged where the file is broken.
    """

    def __init__(self, folder: Path, made_by: str) -> None:
        self._folder, self._made_by = folder, made_by
        self._laws: dict[str, tuple[int, str, bool]] = {}
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)  # drafts are nobody else's
            self._base = _opened(folder / NAME)
        except OSError as error:
            raise Unusable(f"{folder}: {error.strerror or type(error).__name__}") from None
        self._inode = _inode(folder / NAME)

    def close(self) -> None:
        """Lets go of the file."""
        self._base.close()

    def has(self, key: str, *, found: bool = False) -> bool:
        """Whether a law is there, with `found` one that was looked through for elements."""
        return key in self._laws and (not found or self._laws[key][2])

    def cautions(self, key: str) -> list[tuple[str, str]]:
        """What is to be known of how a law was read, as code and words."""
        return [(code, words) for code, words in _safely(lambda: json.loads(self._row(key)[0])["cautions"])]

    def get(self, key: str) -> Searched:
        """A law as it was entered."""
        return _safely(lambda: _restored(self._row(key)))

    def add(self, laws: Sequence[tuple[str, Searched]]) -> None:
        """Enters laws; one that is there already only gets what was found in it."""
        if laws:
            _safely(lambda: self._add(laws))
            self.look()

    def may_have(self, query: str, keys: Iterable[str], *, all_words: bool) -> set[str]:
        """The laws among `keys` that can have a clause with all words of a query, or with any, or with its letters."""
        return _safely(lambda: self._may_have(query, {self._laws[key][0]: key for key in keys}, all_words))

    def begin_anew(self) -> None:
        """Puts a damaged file away, unless another run has done so by now."""
        self.close()
        with _alone(self._folder), suppress(OSError):
            if _inode(self._folder / NAME) == self._inode:
                for name in (NAME, f"{NAME}-journal"):
                    (self._folder / name).unlink(missing_ok=True)

    def look(self) -> None:
        """Reads which laws are there; none where another version made the file. To be called first."""
        call = "SELECT key, number, language, found IS NOT NULL FROM laws"
        rows = _safely(lambda: list(self._base.execute(call)) if self._ours() else [])
        self._laws = {key: (number, language, bool(found)) for key, number, language, found in rows}

    def _ours(self) -> bool:
        there = {name for (name,) in self._base.execute("SELECT name FROM sqlite_master")}
        return there.issuperset(_NAMES) and list(self._base.execute("SELECT by FROM made")) == [(self._made_by,)]

    def _row(self, key: str) -> tuple[Any, ...]:
        call = "SELECT about, language, text, stems, starts, ends, found FROM laws WHERE key = ?"
        return tuple(self._base.execute(call, (key,)).fetchone())

    def _add(self, laws: Sequence[tuple[str, Searched]]) -> None:
        self._base.execute("BEGIN IMMEDIATE")
        try:
            if not self._ours():
                for call in (*(f"DROP TABLE IF EXISTS {name}" for name in _NAMES), *_TABLES):
                    self._base.execute(call)
                self._base.execute("INSERT INTO made VALUES (?)", (self._made_by,))
            for key, law in laws:
                self._enter(key, law)
            self._base.execute("COMMIT")
        finally:
            if self._base.in_transaction:
                self._base.execute("ROLLBACK")

    def _enter(self, key: str, law: Searched) -> None:
        call = (
            "INSERT OR IGNORE INTO laws(key, language, about, text, stems, starts, ends) VALUES (?, ?, ?, ?, ?, ?, ?)"
        )
        done = self._base.execute(call, (key, law.language, *_columns(law)))
        if done.rowcount and done.lastrowid:
            rows = enumerate(_rows(law), done.lastrowid * _PLACES)
            for number, (stems, letters) in rows:
                self._base.execute("INSERT INTO by_word(rowid, stems) VALUES (?, ?)", (number, stems))
                self._base.execute("INSERT INTO by_letter(rowid, letters) VALUES (?, ?)", (number, letters))
        if law.found is not None:
            self._base.execute("UPDATE laws SET found = ? WHERE key = ?", (json.dumps(law.found), key))

    def _may_have(self, query: str, wanted: dict[int, str], all_words: bool) -> set[str]:
        of = {number: language for number, language, _ in self._laws.values() if number in wanted}
        found: set[int] = set()
        for language in sorted(set(of.values())):
            call = _call(asked_for(query, language), all_words)
            rows = self._found("by_word", call) if call else set()
            found |= {number for number in rows if of.get(number) == language}
        letters = _storable(plain(query))
        if len(letters) >= _LETTERS:
            threes = dict.fromkeys(letters[i : i + _LETTERS] for i in range(len(letters) - _LETTERS + 1))
            found |= self._found("by_letter", " AND ".join(map(_quoted, threes)))
        else:
            found |= {number for number in wanted if number not in found and self._has_letters(number, plain(query))}
        return {wanted[number] for number in found if number in wanted}

    def _found(self, table: str, call: str) -> set[int]:
        rows = self._base.execute(f"SELECT DISTINCT rowid / {_PLACES} FROM {table} WHERE {table} MATCH ?", (call,))
        return {number for (number,) in rows}

    def _has_letters(self, number: int, letters: str) -> bool:
        (text,) = self._base.execute("SELECT text FROM laws WHERE number = ?", (number,)).fetchone()
        return letters in haystack(_unpacked(text))


def _opened(path: Path) -> sqlite3.Connection:
    """Raises Unusable where there can be no file."""
    try:
        base = sqlite3.connect(path, timeout=_WAIT, isolation_level=None)
    except sqlite3.Error as error:
        raise Unusable(f"{path}: {error}") from None
    return base


def _inode(path: Path) -> int:
    try:
        return path.stat().st_ino
    except OSError:
        return 0


def _safely(work: Callable[[], T]) -> T:
    """Runs `work`; what SQLite or a broken row raises becomes Unusable or Damaged."""
    try:
        return work()
    except sqlite3.Error as error:
        name = getattr(error, "sqlite_errorname", "")
        if name.removeprefix("SQLITE_").startswith(_UNUSABLE):
            raise Unusable(str(error)) from None
        raise Damaged(str(error)) from None
    except (zlib.error, ValueError, KeyError, TypeError, IndexError) as error:
        raise Damaged(f"{type(error).__name__}: {error}") from None


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Keeps other runs from putting the file away at the same time; a run that is killed keeps none."""
    try:
        with closing(_opened(folder / "search.lock")) as base:
            base.execute("BEGIN EXCLUSIVE")
            yield
    except sqlite3.Error as error:
        raise Unusable(str(error)) from None


def _columns(law: Searched) -> tuple[Any, ...]:
    about = {name: getattr(law, name) for name in ("id", "title", "path", "country", "cautions")}
    about["places"] = [list(asdict(place).values()) for place in law.places]
    starts, ends = (_packed_numbers(numbers) for numbers in (law.words.starts, law.words.ends))
    return json.dumps(about), _packed(law.text), _packed(" ".join(law.words.stems)), starts, ends


def _restored(row: tuple[Any, ...]) -> Searched:
    about, language, text, stems, starts, ends, found = row
    told = json.loads(about)
    every = _unpacked(stems).split(" ") if stems and starts else []
    words = Words([], every, _numbers(starts), _numbers(ends))
    words = words if words.starts else Words([], [], [], [])
    if not len(words.stems) == len(words.starts) == len(words.ends):
        raise ValueError("the words of a law do not fit")
    return Searched(
        told["id"], told["title"], told["path"], told["country"], language, _unpacked(text), words,
        tuple(_place(one) for one in told["places"]), tuple((code, said) for code, said in told["cautions"]),
        tuple((element, at) for element, at in json.loads(found)) if found is not None else None,
    )  # fmt: skip


def _place(given: list[Any]) -> Place:
    start, end, eid, num, heading, below, defines = given
    return Place(start, end, eid, num, heading, tuple(map(_below, below)), defines)


def _below(given: dict[str, Any]) -> Below:
    return Below(given["num"], given["start"], given["end"], tuple(map(_below, given["below"])))


def _rows(law: Searched) -> Iterator[tuple[str, str]]:
    """For each place its stems and its letters, as the tables take them."""
    letters, at = haystack(law.text), 0
    for place in law.places:
        while at < len(law.words.starts) and law.words.starts[at] < place.start:
            at += 1
        first = at
        while at < len(law.words.starts) and law.words.starts[at] < place.end:
            at += 1
        stems = dict.fromkeys(law.words.stems[first:at])
        yield " ".join(map(_token, stems)), _storable(letters[place.start : place.end])


def _call(asked: Asked, all_words: bool) -> str:
    return (" AND " if all_words else " OR ").join(_quoted(_token(stem)) for stem in asked.stems)


def _token(stem: str) -> str:
    """A stem as one word of ASCII letters and digits, whatever its script."""
    return stem if stem.isascii() and stem.isalnum() else "0x" + stem.encode("utf-8", "surrogatepass").hex()


def _quoted(words: str) -> str:
    return '"' + words.replace('"', '""') + '"'


def _storable(text: str) -> str:
    """Without what SQLite ends a text at or does not take; the same for the text and for what is looked for in it."""
    return text.replace("\0", "?").encode("utf-8", "replace").decode("utf-8")


def _packed(text: str) -> bytes:
    return zlib.compress(text.encode("utf-8", "surrogatepass"), 1)


def _unpacked(data: bytes) -> str:
    return zlib.decompress(data).decode("utf-8", "surrogatepass")


def _packed_numbers(numbers: list[int]) -> bytes:
    return zlib.compress(array("Q", numbers).tobytes(), 1)


def _numbers(data: bytes) -> list[int]:
    made = array("Q")
    made.frombytes(zlib.decompress(data))
    return made.tolist()
