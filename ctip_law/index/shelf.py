"""What is searched: laws of the corpus, the user's own, files that are named, and the laws that a screening kept.

A law is known by its content, its name and how it is to be read, so that one that changed is read again.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import groupby
from pathlib import Path

from ctip_law.countries import is_country
from ctip_law.errors import CtipError, InputError
from ctip_law.index.store import Index
from ctip_law.model import Law
from ctip_law.report.search import Hit, best, hits_in
from ctip_law.report.searched import Searched, elements_in, searched
from ctip_law.screen.books import texts
from ctip_law.screen.store import LAWS, STATES

_TOGETHER = 20  # laws that are entered in one step
_LARGE = 2_000_000  # ... or characters


@dataclass(frozen=True, slots=True)
class Source:
    """A law to be searched: `path` names it, `book` the statute book that holds it, "" for a file of its own.

    `key` is what it is known by, "" where it is never kept; `country` and the SHA-256 of its bytes are those that a
    screening wrote down.
    """

    path: str
    key: str = ""
    book: str = ""
    country: str = ""
    digest: str = ""


#: Reads a source, of a book with its bytes; None where it cannot be read, which the reader has told.
Reader = Callable[[Source, bytes | None], Law | None]


def known_by(digest: str, path: str, lang: str, encoding: str) -> str:
    """The key of a law: the SHA-256 of its bytes, its name, and how it is read."""
    return sha256("\0".join((digest, path, lang, encoding)).encode("utf-8", "surrogatepass")).hexdigest()


def file(path: Path, name: str, lang: str, encoding: str) -> Source:
    """A file of the corpus or of the user's own laws; one that cannot be opened is not kept."""
    try:
        digest = sha256(path.read_bytes()).hexdigest()
    except OSError:
        return Source(str(path))
    return Source(str(path), known_by(digest, name, lang, encoding))


def is_screening(path: str) -> bool:
    """Whether a path is a folder that `screen -o` wrote."""
    return (Path(path) / LAWS).is_file()


def screened(folder: str, lang: str, encoding: str) -> list[Source]:
    """The laws that a screening kept. Raises InputError CT104 for a list that is none."""
    path, state = Path(folder) / LAWS, _state(Path(folder) / STATES)
    found: list[Source] = []
    try:
        for line in path.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            name, country = str(record["path"]), str((record["law"] or {}).get("country", "")).upper() or state
            digest = str(record["sha256"])
            found.append(Source(name, known_by(digest, name, lang, encoding), _book(name), country, digest))
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        what = f"this is no line of a screening ({type(error).__name__})"
        remedy = "Screen the book again with `ctip-law screen ... -o`."
        raise InputError("CT104", what, path=str(path), place=str(len(found) + 1), remedy=remedy) from None
    return found


def _state(path: Path) -> str:
    """The country of a screening of one state, "" where that is not known: the screening may have been told it."""
    try:
        names = {str(json.loads(line)["state"]) for line in path.read_text(encoding="utf-8").splitlines()}
    except (OSError, ValueError, TypeError, KeyError):
        return ""
    return min(names) if len(names) == 1 and is_country(min(names)) else ""


def _book(name: str) -> str:
    """The book of a law: the archive that its path leads into, else its own path."""
    return next((str(path) for path in Path(name).parents if path.is_file()), name)


def _opened(sources: Iterable[Source], told: Callable[[CtipError], None]) -> Iterator[tuple[Source, bytes | None]]:
    """The sources one after the other, those of a book in one pass over it with their bytes."""
    for book, group in groupby(sources, key=lambda source: source.book):
        several = list(group)
        if not book:
            yield from ((source, None) for source in several)
            continue
        left = {source.path: source for source in several}
        for text in texts([book], told) if Path(book).is_file() else ():
            if (source := left.pop(text.path, None)) is None:
                continue
            if sha256(text.data).hexdigest() == source.digest:
                yield source, text.data
            else:
                told(InputError("CT606", "the law is not the one that was screened", path=source.path))
        for source in left.values():
            told(InputError("CT101", "the book no longer holds the law", path=source.path))


def hits_without(
    query: str,
    sources: Sequence[Source],
    reader: Reader,
    told: Callable[[CtipError], None],
    elements: Collection[str] = (),
) -> tuple[list[Hit], int]:
    """The clauses that answer, and how many laws were read: one law in memory at a time."""
    hits, read = list[Hit](), 0
    for source, data in _opened(sources, told):
        if (law := reader(source, data)) is not None:
            read += 1
            hits += hits_in(query, _looked(law, elements), elements)
    return best(hits), read


def _looked(law: Law, elements: Collection[str]) -> Searched:
    return replace(searched(law), found=elements_in(law) if elements else None)


def hits_with(
    index: Index,
    query: str,
    sources: Sequence[Source],
    reader: Reader,
    told: Callable[[CtipError], None],
    elements: Collection[str] = (),
) -> tuple[list[Hit], int]:
    """The same clauses by way of the index, which gets the laws that it lacks. Raises Unusable and Damaged."""
    index.look()
    missing = [one for one in sources if not index.has(one.key, found=bool(elements))]
    _enter(index, missing, reader, told, elements)
    there = {one.key for one in sources if index.has(one.key)}
    hits: list[Hit] = []
    for all_words in (True, False) if there else ():
        may = index.may_have(query, there, all_words=all_words)
        hits = [hit for one in sources if one.key in may for hit in hits_in(query, index.get(one.key), elements)]
        if any(hit.all for hit in hits):
            break
    return best(hits), sum(one.key in there for one in sources)


def _enter(
    index: Index,
    missing: Sequence[Source],
    reader: Reader,
    told: Callable[[CtipError], None],
    elements: Collection[str],
) -> None:
    waiting: list[tuple[str, Searched]] = []
    for source, data in _opened(missing, told):
        law = reader(source, data)
        if law is not None and source.key:
            waiting.append((source.key, _looked(law, elements)))
        if len(waiting) >= _TOGETHER or sum(len(one.text) for _, one in waiting) > _LARGE:
            index.add(waiting)
            waiting = []
    index.add(waiting)
