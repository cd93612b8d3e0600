"""Files written whole or not at all."""

from __future__ import annotations

import errno
import os
import re
import stat
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from functools import cache
from pathlib import Path

from ctip_law.errors import UsageError

if sys.platform != "win32":
    import fcntl

#: What stands there is an open stream of a process or a device, whatever it looks like from outside.
_STREAMS = ("/dev/", "/proc/")
#: The disk is full, the quota used up, a file larger than it may be.
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
#: How a file is called until it takes its place. Whoever writes it holds a lock on it, which ends with the process.
_LEFT = re.compile(r"\.ctip-law-[a-z0-9_]{8}\.part")


def write_file(path: Path, data: bytes) -> None:
    """Writes by way of a temporary file beside it, so that an interruption leaves no half-written file.

    A link stays a link and the file that it leads to is written; a file that is there keeps its mode. A device or a
    pipe is written into, and never replaced. What a run that was killed left in the folder goes.

    Raises UsageError CT902 where nothing can be written.
    """
    write_files({path: data})


def write_files(files: Mapping[Path, bytes]) -> None:
    """Writes several files as `write_file` does, and lets them take their places together, when all are written.

    Raises UsageError CT902 where one cannot be written; then none has changed, unless it is a device or a pipe.
    """
    beside: dict[str, str] = {}  # temporary file -> its place
    with ExitStack() as held:
        try:
            for path, data in files.items():
                with _told(path):
                    there = _mode(path)
                    if there and (not stat.S_ISREG(there) or str(Path.cwd() / path).startswith(_STREAMS)):
                        _write_into(path, data)
                    else:
                        place = os.path.realpath(path)
                        beside[_beside(Path(place), data, there, held)] = place
            with _told(*files):
                list(map(os.replace, beside, beside.values()))  # nothing of ours between one and the next
        except BaseException:
            for name in beside:
                with suppress(OSError):
                    Path(name).unlink()
            raise


def refused(error: OSError, path: str, otherwise: str = "cannot be written") -> UsageError:
    """CT902 as the system says it. On a disk that is full another path helps, and so does room."""
    remedy = "Make room there, or give a path on another disk." if error.errno in _FULL else ""
    return UsageError("CT902", error.strerror or otherwise, path=path, remedy=remedy)


@contextmanager
def _told(path: Path, *others: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        at = path if not others else Path(error.filename2 or path)
        raise refused(error, str(at)) from None
    except ValueError:  # a NUL in the name
        raise UsageError("CT902", "this is no name of a file", path=str(path)) from None


def _mode(path: Path) -> int:
    """Kind and permissions of the file that `path` leads to; 0 where there is none."""
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return 0


def _write_into(path: Path, data: bytes) -> None:
    with path.open("wb", buffering=0) as file:
        left = memoryview(data)
        while left:
            left = left[file.write(left) or 0 :]


def _beside(path: Path, data: bytes, mode: int, held: ExitStack) -> str:
    """The name of a temporary file beside `path` with what it is to hold, and with its mode; `held` keeps it."""
    if mode and not os.access(path, os.W_OK):
        raise PermissionError(13, "the file there is write-protected")
    handle, name = new_beside(path.parent)
    held.callback(os.close, handle)
    try:
        with open(handle, "wb", closefd=False) as file:
            file.write(data)
        umask = os.umask(0)
        os.umask(umask)
        Path(name).chmod(stat.S_IMODE(mode) if mode else 0o666 & ~umask)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise
    return name


def new_beside(folder: Path) -> tuple[int, str]:
    """A new temporary file in a folder, its handle and its name. Once the handle is closed, any run may remove it as
    left behind. What was left behind there goes now, the first time that this process asks."""
    _swept(folder, os.getpid())  # a fork looks for itself
    while True:
        # not named after the file that is written, whose name may be as long as a name can be
        handle, name = tempfile.mkstemp(dir=folder, prefix=".ctip-law-", suffix=".part")
        if sys.platform != "win32":
            with suppress(OSError):  # a disk without locks; there nothing is taken for left behind
                fcntl.flock(handle, fcntl.LOCK_EX)
        if os.fstat(handle).st_nlink:
            return handle, name
        os.close(handle)  # another run came between the file and its lock


@cache
def _swept(folder: Path, process: int) -> None:
    sweep(folder)


def sweep(folder: Path) -> None:
    """Removes from a folder the temporary files that nobody holds any more: runs that were killed left them."""
    if sys.platform == "win32":
        return
    with suppress(OSError), os.scandir(folder) as entries:
        left = [one.path for one in entries if _LEFT.fullmatch(one.name) and one.is_file(follow_symlinks=False)]
        for path in left:
            with suppress(OSError):
                handle = os.open(path, os.O_RDWR | os.O_NOFOLLOW)
                try:
                    fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                    Path(path).unlink()
                finally:
                    os.close(handle)
