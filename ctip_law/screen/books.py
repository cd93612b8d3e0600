"""A statute book as a stream of files: folders, archives and single files, one file in memory at a time.

Nothing is unpacked to disk, so that a member's name can lead nowhere; it is only told. A tar archive is read from front
to back, compressed or not.
"""

from __future__ import annotations

import os
import tarfile
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import IO

from ctip_law.errors import CtipError, InputError
from ctip_law.read import MAX_BYTES
from ctip_law.read.archive import is_folder
from ctip_law.screen.store import written

#: Endings of archives that hold many laws. An .epub, .docx or .odt is a zip archive too, and one law.
TAR = (".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tar.xz", ".txz")
_NO_LAWS = frozenset({".png", ".jpg", ".jpeg", ".gif", ".css", ".js", ".ico", ".svg", ".woff", ".woff2", ".py", ".sh"})
_MAX_MEMBERS = 2_000_000
#: An archive whose members are more than so many times as large as it, and large, is no statute book.
_MAX_RATIO = 400

#: Hears of what cannot be read; the rest of the book is read.
Told = Callable[[CtipError], None]


@dataclass(frozen=True, slots=True)
class Text:
    """One file of a book: `book` is the path that was named, `name` the file's own, below it.

    `taken`: the bytes on disk that were read for it; of an archive, as they stand there.
    """

    book: str
    name: str
    data: bytes
    taken: int = 0

    @property
    def path(self) -> str:
        """The file's name for people."""
        return f"{self.book}/{self.name}" if self.name else self.book


@dataclass(frozen=True, slots=True)
class Extent:
    """How much there is to look at: files, 0 where an archive tells them only when it is read, and bytes on disk, 0
    where a path has none to tell, as a pipe."""

    files: int
    size: int


def extent(paths: Iterable[str]) -> Extent:
    """How much `texts` will look at. No file is opened."""
    files = [file for path in paths for file in _listed(Path(path), path)]
    if not all(file.is_file() for file in files):
        return Extent(0, 0)
    packed = any(file.name.lower().endswith((*TAR, ".zip")) for file in files)
    return Extent(0 if packed else len(files), sum(file.stat().st_size for file in files))


def _listed(path: Path, book: str) -> list[Path]:
    if path.is_dir():
        return list(_files(path, book, lambda error: None))
    return [path] if path.exists() else []


def texts(paths: Iterable[str], told: Told) -> Iterator[Text]:
    """The files of each path in turn, a folder's by name, an archive's as they stand. What is no law by its name
    (pictures, styles, hidden files) is left out; a path with nothing else in it is told."""
    for path in paths:
        yield from _told_where_empty(path, told)


def _told_where_empty(path: str, told: Told) -> Iterator[Text]:
    silent = True

    def hear(error: CtipError) -> None:
        nonlocal silent
        silent = False
        told(error)

    for text in _of(Path(path), path, hear):
        silent = False
        yield text
    if silent:
        told(InputError("CT101", "no file of a law is in it", path=path))


def _of(path: Path, book: str, told: Told) -> Iterator[Text]:
    try:
        if path.is_dir():
            for file in sorted(_files(path, book, told)):
                yield from _file(file, book, file.relative_to(path).as_posix(), told)
        elif not path.exists():
            told(InputError("CT101", "the file does not exist", path=book))
        else:
            yield from _file(path, book, "", told)
    except OSError as error:
        told(InputError("CT111", f"it cannot be opened ({type(error).__name__})", path=book))


def _files(folder: Path, book: str, told: Told) -> Iterator[Path]:
    """The files below a folder, but for what a screening has written there. No link is followed, so that none leads
    round in circles; one that leads out of the folder, or nowhere, is told."""
    own, ours = Path(os.path.realpath(folder)), set(written(folder))
    for path in folder.rglob("*"):
        name = path.relative_to(folder).as_posix()
        if not _law_like(name) or (ours and not ours.isdisjoint((path, *path.parents))):
            continue
        if path.is_symlink():
            if what := _astray(path, own):
                told(InputError("CT111", what, path=f"{book}/{name}", remedy="put the file itself there"))
        elif path.is_file():
            yield path


def _astray(link: Path, own: Path) -> str:
    """What is told of a link that is not followed, "" of one to what is read where it stands."""
    if not link.exists():
        return "it is a link that leads nowhere"
    return "" if link.resolve().is_relative_to(own) else "it is a link out of the folder, which is not followed"


def _law_like(name: str) -> bool:
    path = PurePosixPath(name)
    hidden = any(part.startswith(".") for part in path.parts if part not in (".", ".."))
    return not hidden and path.suffix.lower() not in _NO_LAWS


def _file(path: Path, book: str, name: str, told: Told) -> Iterator[Text]:
    low = path.name.lower()
    try:
        if low.endswith(TAR):
            yield from _tar(path, book, name, told)
        elif low.endswith(".zip"):
            yield from _zip(path, book, name, told)
        elif path.stat().st_size > MAX_BYTES:
            told(_too_large(f"{book}/{name}" if name else book))
        else:
            data = path.read_bytes()
            yield Text(book, name, data, len(data))
    except OSError as error:
        told(InputError("CT111", f"it cannot be opened ({type(error).__name__})", path=f"{book}/{name}".rstrip("/")))


def _tar(path: Path, book: str, above: str, told: Told) -> Iterator[Text]:
    limit = _Limit(path)
    try:
        with path.open("rb") as file, tarfile.open(fileobj=file, mode="r|*") as archive:
            before = 0
            for member in archive:
                if member.isfile() and _law_like(member.name):
                    stream = archive.extractfile(member)
                    for text in _member(book, above, member.name, member.size, stream, limit, told):
                        yield replace(text, taken=file.tell() - before)
                        before = file.tell()
    except (tarfile.TarError, EOFError, OSError, _Bomb, ValueError) as error:
        told(_broken(path, book, above, error))
    except Exception as error:  # lzma and zlib have errors of their own
        if type(error).__name__ not in ("LZMAError", "error"):
            raise
        told(_broken(path, book, above, error))


def _zip(path: Path, book: str, above: str, told: Told) -> Iterator[Text]:
    limit = _Limit(path)
    try:
        with zipfile.ZipFile(path) as archive:
            for info in archive.infolist():
                if is_folder(info) or not _law_like(info.filename):
                    continue
                if info.flag_bits & 1:
                    told(InputError("CT107", "the file is encrypted", path=f"{book}/{info.filename}"))
                    continue
                with archive.open(info) as stream:
                    for text in _member(book, above, info.filename, info.file_size, stream, limit, told):
                        yield replace(text, taken=info.compress_size)
    except (zipfile.BadZipFile, EOFError, OSError, _Bomb, ValueError, NotImplementedError) as error:
        told(_broken(path, book, above, error))


def _member(
    book: str, above: str, name: str, size: int, stream: IO[bytes] | None, limit: _Limit, told: Told
) -> Iterator[Text]:
    clean = "/".join(part for part in PurePosixPath(name).parts if part not in ("/", "..", "."))
    inside = f"{above}/{clean}" if above else clean
    if size > MAX_BYTES:
        told(_too_large(f"{book}/{inside}"))
        return
    data = stream.read(MAX_BYTES + 1) if stream is not None else b""
    limit.add(len(data))
    yield Text(book, inside, data)


class _Bomb(Exception):
    """An archive that grows out of proportion."""


class _Limit:
    """How much an archive may hold, by its own size."""

    def __init__(self, path: Path) -> None:
        self._most = max(path.stat().st_size * _MAX_RATIO, 1_000_000_000)
        self._left = _MAX_MEMBERS

    def add(self, size: int) -> None:
        self._most -= size
        self._left -= 1
        if self._most < 0 or self._left < 0:
            raise _Bomb("it holds out of all proportion to its size")


def _too_large(path: str) -> InputError:
    return InputError("CT108", f"the file has more than {MAX_BYTES // 1_000_000} MB", path=path)


def _broken(path: Path, book: str, above: str, error: Exception) -> InputError:
    what = " ".join(str(error).split()) or type(error).__name__
    where = f"{book}/{above}" if above else book
    return InputError("CT111", f"the archive cannot be read to its end ({what})", path=where)
