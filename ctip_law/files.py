"""Files written whole or not at all."""

from __future__ import annotations

import os
import stat
import tempfile
from contextlib import suppress
from pathlib import Path

from ctip_law.errors import UsageError

#: What stands there is an open stream of a process or a device, whatever it looks like from outside.
_STREAMS = ("/dev/", "/proc/")


def write_file(path: Path, data: bytes) -> None:
    """Writes by way of a temporary file beside it, so that an interruption leaves no half-written file.

    A link stays a link and the file that it leads to is written; a file that is there keeps its mode. A device or a
    pipe is written into, and never replaced.

    Raises UsageError CT902 where nothing can be written.
    """
    try:
        there = _mode(path)
        if there and (not stat.S_ISREG(there) or str(Path.cwd() / path).startswith(_STREAMS)):
            _write_into(path, data)
        else:
            _replace(Path(os.path.realpath(path)), data, there)
    except OSError as error:
        raise UsageError("CT902", error.strerror or "cannot be written", path=str(path)) from None
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


def _replace(path: Path, data: bytes, mode: int) -> None:
    if mode and not os.access(path, os.W_OK):
        raise PermissionError(13, "the file there is write-protected")
    # not named after the file, whose name may be as long as a name can be
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".ctip-law-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        umask = os.umask(0)
        os.umask(umask)
        Path(name).chmod(stat.S_IMODE(mode) if mode else 0o666 & ~umask)
        Path(name).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise
