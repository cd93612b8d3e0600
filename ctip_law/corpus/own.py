"""A user's own laws: kept in one folder, with what a reader must know of each checked when it is added.

`<folder>/laws.toml` has one `[[law]]` for each, `<folder>/<iso2>/` the files, whose bytes are those that were given.
"""

from __future__ import annotations

import datetime
import hashlib
import json
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields, replace
from pathlib import Path
from urllib.parse import urlsplit

from ctip_law.countries import country_code, country_name
from ctip_law.datafile import DataFile
from ctip_law.datafile import Entry as Row
from ctip_law.errors import CtipError, DataError, UsageError
from ctip_law.files import write_files
from ctip_law.model import Law

STATUSES = ("in force", "amended", "repealed", "bill")
MANIFEST = "laws.toml"
_NEEDED = ("country", "title", "citation", "version", "status")


@dataclass(frozen=True, slots=True)
class Own:
    """A law of the user's: `file` is its path in the folder, `version` the date that the text speaks of.

    `instead_of` names the restatement of the corpus that is not read where this text is; `fills` those laws that the
    corpus lacks of the country and this one is.
    """

    country: str
    title: str
    citation: str
    version: str
    status: str
    official_url: str = ""
    language: str = ""
    file: str = ""
    sha256: str = ""
    instead_of: str = ""
    fills: tuple[str, ...] = ()


class _File(DataFile):
    """A mistake in it is the user's: nothing is read with it."""

    code = "CT602"


def folder(given: str = "") -> Path:
    """The folder named, that of CTIP_CORPUS, or the user's own."""
    named = given or os.environ.get("CTIP_CORPUS", "")
    if named:
        return Path(named)
    import typer

    return Path(typer.get_app_dir("ctip-law")) / "corpus"


def laws(place: Path, country: str = "") -> tuple[Own, ...]:
    """The user's laws, all or those of a country, in the order in which they were added.

    Raises ConfigError CT602 with file and line for a list that cannot be used.
    """
    manifest = place / MANIFEST
    if not manifest.is_file():
        return ()
    root = _File(manifest).root
    root.only(("law",))
    return tuple(one for one in map(_own, root.entries("law")) if country in ("", one.country))


def _own(row: Row) -> Own:
    names = [one.name for one in fields(Own)]
    row.only(names)
    texts = {name: row.text(name, None if name in (*_NEEDED, "file", "sha256") else "") for name in names[:-1]}
    row.choice("status", STATUSES)
    row.day("version")
    inside = Path(texts["file"])
    if inside.is_absolute() or ".." in inside.parts:
        raise row.error("`file` leads out of the folder", "file")
    return Own(**texts, fills=row.texts("fills"))


def checked(given: Own) -> Own:
    """What is said of a law, its country as a code. Raises UsageError CT004 that names all that is wrong at once, and
    CT001 for an unknown country."""
    wrong = [f"{name.replace('_', ' ')} is not said" for name in _NEEDED if not getattr(given, name).strip()]
    if given.version and not _is_day(given.version):
        wrong.append(f"version {given.version!r} is no date such as 2019-07-01 or 2019")
    if given.status and given.status not in STATUSES:
        wrong.append(f"status {given.status!r} is none of {', '.join(STATUSES)}")
    texts = [name for name in ("title", "citation", "language") if not _is_text(getattr(given, name))]
    wrong += [f"{name} is no text in UTF-8" for name in texts]
    if given.official_url and not is_address(given.official_url):
        wrong.append(f"{given.official_url!r} is no http or https address")
    if wrong:
        raise UsageError("CT004", "; ".join(wrong), remedy="Say it with the options that `corpus add --help` lists.")
    title, citation = (" ".join(text.split()) for text in (given.title, given.citation))
    return replace(given, country=country_code(given.country), title=title, citation=citation)


def _is_text(said: str) -> bool:
    """Whether words of the call can be written; bytes that are no UTF-8 cannot."""
    return said.isascii() or not any("\ud800" <= char <= "\udfff" for char in said)


def _is_day(text: str) -> bool:
    found = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", text)
    try:
        return bool(found) and bool(datetime.date(*(int(part or 1) for part in found.groups())))  # type: ignore[union-attr]
    except ValueError:
        return False


def is_address(text: str) -> bool:
    """Whether a text is an http or https address with a host and without blanks."""
    try:
        parts = urlsplit(text)
        sound = bool(text.encode()) and not re.search(r"[\s\"'<>]", text)
        return sound and parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:  # a port or an IPv6 address that is none, or bytes of the call that are no UTF-8
        return False


def add(path: Path, given: Own, place: Path, *, again: bool = False) -> tuple[Own, Law, list[str]]:
    """Copies a law into the folder and lists it; returns its entry, the law as read, and what does not agree with it.

    `again` replaces a law of the same country and title. Raises UsageError CT004 for what is said of it or for one
    that is there already, CT006 for an `instead_of` or `fills` that names nothing, CT902 where nothing can be written,
    and what reading raises.
    """
    from ctip_law.annotate import annotate
    from ctip_law.read import read
    from ctip_law.structure import structure

    said = checked(given)
    _leads_somewhere(said)
    law = annotate(structure(read(path, lang=said.language)))
    data = path.read_bytes()
    said = replace(said, language=law.language, sha256=hashlib.sha256(data).hexdigest())
    said = replace(said, file=f"{said.country.lower()}/{_slug(said)}{_ending(path)}")
    _make(place / said.country.lower())
    with _alone(place):
        _enter(path, data, said, place, again=again)
    return said, law, _doubts(said, law)


def _enter(path: Path, data: bytes, said: Own, place: Path, *, again: bool) -> None:
    """Writes the law and the list with it."""
    kept = laws(place)
    same = [one for one in kept if one.file.rpartition(".")[0] == said.file.rpartition(".")[0]]
    twin = next((one for one in kept if one.sha256 == said.sha256 and one not in same), None)
    if (same and not again) or twin:
        held = twin or same[0]
        remedy = "Give another --title." if twin else "Give --again to replace it."
        raise UsageError("CT004", f"{held.title} is there already as own/{held.file}", path=str(path), remedy=remedy)
    rows = [one for one in kept if one not in same]
    listed = "\n".join(_toml(one) for one in (*rows, said)).encode()
    write_files({place / said.file: data, place / MANIFEST: listed})  # the list has the hash of the text
    for one in same:
        if one.file != said.file:
            (place / one.file).unlink(missing_ok=True)


@contextmanager
def _alone(place: Path) -> Iterator[None]:
    """Keeps another call from reading the list while this one writes it; a call that is killed keeps none."""
    try:
        import fcntl
    except ImportError:  # not on this system
        yield
        return
    try:
        lock = (place / ".lock").open("wb")
    except OSError as error:
        raise UsageError("CT902", error.strerror or "cannot be written", path=str(place)) from None
    with lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _leads_somewhere(said: Own) -> None:
    from ctip_law.corpus.held import find, lacking

    if said.instead_of and find(said.instead_of).country != said.country:
        raise UsageError("CT006", f"{said.instead_of!r} is no law of {country_name(said.country)}")
    wanting = lacking(said.country)
    for name in said.fills:
        if name not in wanting:
            have = "; ".join(wanting) or "nothing"
            raise UsageError(
                "CT006", f"the corpus does not lack {name!r}; of {country_name(said.country)} it lacks: {have}"
            )


def _doubts(said: Own, law: Law) -> list[str]:
    """Where the text speaks against what was said of it: told, never mended."""
    doubts = []
    if law.country and law.country.upper() != said.country:
        doubts.append(f"the file says that it is of {law.country.upper()}, not {said.country}")
    if law.kind == "bill" and said.status != "bill":
        doubts.append(f"the text reads as a bill, and the status said is {said.status!r}")
    if law.version and not (law.version.startswith(said.version) or said.version.startswith(law.version)):
        doubts.append(f"the file gives the version {law.version}, not {said.version}")
    if not _shared_words(said.title, f"{law.title}\n{law.text[:5000]}"):
        doubts.append("no word of the title stands at the head of the text")
    if not law.sections():
        doubts.append("no section was found in it")
    return doubts


def _shared_words(title: str, text: str) -> bool:
    words = {word for word in re.findall(r"\w{4,}", title.casefold()) if not word.isdigit()}
    return not words or any(word in text.casefold() for word in words)


def wrong_with(place: Path) -> list[CtipError]:
    """What is wrong with the user's laws: a file that is gone, or whose bytes are no longer those that were added."""
    found: list[CtipError] = []
    for one in laws(place):
        path = place / one.file
        if not path.is_file():
            found.append(DataError("CT602", "the file is gone", path=str(path), remedy="Add the law again."))
        elif hashlib.sha256(path.read_bytes()).hexdigest() != one.sha256:
            message = "the bytes are not those that were added"
            found.append(DataError("CT602", message, path=str(path), remedy="Add it again with --again."))
    return found


def _slug(said: Own) -> str:
    """A name for the file from the title; a title without Latin letters gets one from its hash."""
    words = re.sub(r"[^a-z0-9]+", "-", said.title.casefold()).strip("-")[:60].strip("-")
    return words or f"law-{hashlib.sha256(said.title.encode()).hexdigest()[:12]}"


def _ending(path: Path) -> str:
    return path.suffix.lower() if _is_text(path.suffix) else ""


def _make(place: Path) -> None:
    try:
        place.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError("CT902", error.strerror or "cannot be made", path=str(place)) from None


def _toml(one: Own) -> str:
    lines = ["[[law]]"]
    for name in (field.name for field in fields(Own)):
        value = getattr(one, name)
        if value:
            lines.append(f"{name} = {_quoted(list(value) if isinstance(value, tuple) else value)}")
    return "\n".join(lines) + "\n"


def _quoted(value: object) -> str:
    """As TOML: strings of JSON are strings of TOML but for the sign DEL."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007F")
