"""Official texts into the user's own cache, and what they say of the restatements that were made of them.

`<folder>/fetched/<iso2>/<law>.<hash>.<ending>` is a text as its publisher sent it; an older one stays beside the new.
`<law>.json` has where it came from, its hash, what the server said by which it can tell a change, and the hashes of the
texts before. No date of the call is kept. The program reads nothing of this by itself: the cache is the user's.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from ctip_law.corpus.held import Entry
from ctip_law.corpus.polite import Answer, Publisher, Validators
from ctip_law.errors import CtipError, DataError, InputError, UsageError
from ctip_law.files import write_file

#: What became of a law whose text was asked for, in words.
SAID = {
    "new": "fetched",
    "same": "not changed since it was fetched",
    "changed": "has changed at its publisher",
    "no_text": "its address names the publisher and no text: nothing was asked for",
    "failed": "not fetched",
}


@dataclass(frozen=True, slots=True)
class Fetched:
    """What became of one law. `state` is a key of SAID; `path` and `sha256` are those of the text, "" without one."""

    entry: Entry
    state: str
    path: str = ""
    sha256: str = ""
    before: str = ""
    error: CtipError | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """A text in the cache; `before` holds the hashes of those that it took the place of, the oldest first."""

    url: str
    file: str
    sha256: str
    validators: Validators
    before: tuple[str, ...] = ()


def fetch(
    entries: Iterable[Entry],
    folder: Path,
    publisher: Publisher,
    told: Callable[[str], None] = lambda line: None,
) -> Iterator[Fetched]:
    """Asks for the official text of each law, one after the other; a law that cannot be had does not keep the others.

    Raises MissingExtra CT901 without httpx.
    """
    with publisher:
        for entry in entries:
            told(f"asking for {entry.name}")
            if not names_a_text(entry.official_url):
                yield Fetched(entry, "no_text")
                continue
            try:
                yield _one(entry, folder, publisher)
            except CtipError as error:
                yield Fetched(entry, "failed", error=error)


def names_a_text(url: str) -> bool:
    """Whether an address leads to more than the front page of a publisher."""
    parts = urlsplit(url)
    return bool(parts.path.strip("/") or parts.query)


def _one(entry: Entry, folder: Path, publisher: Publisher) -> Fetched:
    place = _place(folder, entry)
    _make(place.parent)
    before = kept(folder, entry)
    there = before is not None and before.url == entry.official_url and _is_whole(place.parent, before)
    known = before.validators if before and there else Validators()
    answer = publisher.get(entry.official_url, place.with_name(f"{place.name}.part"), known)
    if answer.data is None:
        if before is None or not there:
            raise InputError("CT604", "the server says 304 of a text that was never had", path=entry.official_url)
        return Fetched(entry, "same", str(place.parent / before.file), before.sha256)
    return _put(entry, place, answer, answer.data, before)


def _put(entry: Entry, place: Path, answer: Answer, data: bytes, before: Kept | None) -> Fetched:
    sha256 = hashlib.sha256(data).hexdigest()
    name = f"{place.name}.{sha256[:12]}{answer.kind}"
    write_file(place.parent / name, data)
    older = before.before if before else ()
    if before and before.sha256 != sha256:
        older = (*older, before.sha256)
    made: dict[str, Any] = {
        "url": entry.official_url, "found_at": answer.url, "file": name, "sha256": sha256, "bytes": len(data),
        "etag": answer.validators.etag, "last_modified": answer.validators.modified, "before": list(older),
    }  # fmt: skip
    write_file(_about(place), (json.dumps(made, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode())
    state = "new" if before is None else "same" if before.sha256 == sha256 else "changed"
    gone = before.sha256 if before and state == "changed" else ""
    return Fetched(entry, state, str(place.parent / name), sha256, gone)


def kept(folder: Path, entry: Entry) -> Kept | None:
    """The text of a law in the cache, or None. Raises DataError CT602 for a note that cannot be read."""
    path = _about(_place(folder, entry))
    if not path.is_file():
        return None
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        validators = Validators(data["etag"], data["last_modified"])
        return Kept(data["url"], Path(data["file"]).name, data["sha256"], validators, tuple(data["before"]))
    except (ValueError, KeyError, TypeError):
        message = "the note on the text cannot be read"
        raise DataError("CT602", message, path=str(path), remedy="Remove it and fetch the text again.") from None


def path_of(folder: Path, entry: Entry, text: Kept) -> Path:
    """Where a text in the cache lies."""
    return _place(folder, entry).parent / text.file


def stale(entries: Iterable[Entry], folder: Path) -> list[CtipError]:
    """What the cache says against the corpus: texts that changed at their publishers since they were first fetched,
    texts that are gone or are no longer those that were fetched. It is no word on laws that were never fetched."""
    wrong: list[CtipError] = []
    for entry in entries:
        try:
            text = kept(folder, entry)
        except CtipError as error:
            wrong.append(error)
            continue
        if text is None:
            continue
        place = _place(folder, entry).parent
        if not _is_whole(place, text):
            message, remedy = "the text is gone or was changed after it was fetched", "Fetch it again."
            wrong.append(DataError("CT602", message, path=str(place / text.file), remedy=remedy))
        elif text.before and entry.sha256 != text.sha256:
            wrong.append(_moved(entry, place, text))
    return wrong


def _moved(entry: Entry, place: Path, text: Kept) -> DataError:
    older = next((one for one in place.glob(f"{_name(entry)}.{text.before[-1][:12]}.*")), None)
    compare = f"Compare them with `ctip-law diff {older} {place / text.file}`" if older else "Read the text again"
    message = f"its publisher has another text than the one first fetched; what was made of {entry.name} may be stale"
    return DataError("CT606", message, path=str(place / text.file), remedy=f"{compare} and mend what differs.")


def _is_whole(place: Path, text: Kept) -> bool:
    path = place / text.file
    return path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() == text.sha256


def _name(entry: Entry) -> str:
    """ "own/vu/act.txt" and "vu/act.xml" are two texts."""
    *_, name = entry.name.split("/")
    return ("own-" if entry.name.startswith("own/") else "") + name.rpartition(".")[0]


def _place(folder: Path, entry: Entry) -> Path:
    return folder / "fetched" / entry.country.lower() / _name(entry)


def _about(place: Path) -> Path:
    return place.with_name(f"{place.name}.json")


def _make(place: Path) -> None:
    try:
        place.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError("CT902", error.strerror or "cannot be made", path=str(place)) from None
