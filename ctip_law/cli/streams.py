"""Standard input, output and error as a call finds them: closed, full, or with names that are no UTF-8.

What cannot be told on standard error is not told; what cannot be written to standard output is an error of the call.
"""

from __future__ import annotations

import errno
import io
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any, Literal, TextIO, cast

from ctip_law.errors import UsageError
from ctip_law.files import refused

#: The disk is full, the quota used up, the disk read-only, the stream closed, the disk broken, the file too large.
_UNWRITABLE = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EBADF, errno.EIO, errno.EFBIG})


def prepare() -> None:
    """Gives the program three open streams; one that the caller closed is one that takes, or gives, nothing.

    Otherwise the next file that is opened would be standard output.
    """
    if sys.stdin is None:
        sys.stdin = _opened(os.O_RDONLY, "r")
    if sys.stdout is None:
        sys.stdout = _opened(os.O_RDONLY, "w")  # what is written into it is refused, as by what was closed
    if sys.stderr is None:
        sys.stderr = _opened(os.O_WRONLY, "w")
    if isinstance(getattr(sys.stdout, "buffer", None), io.RawIOBase):  # with PYTHONUNBUFFERED, as containers set it
        # What takes no more than a part of what is written says so to no one: the rest would be lost without a word.
        sys.stdout = io.TextIOWrapper(io.BufferedWriter(cast(io.RawIOBase, sys.stdout.buffer)), sys.stdout.encoding)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    sys.stderr = cast(TextIO, _Forgiving(sys.stderr))


def _opened(flags: int, mode: Literal["r", "w"]) -> io.TextIOWrapper:
    raw = io.FileIO(os.open(os.devnull, flags), mode)
    return io.TextIOWrapper(io.BufferedReader(raw) if mode == "r" else io.BufferedWriter(raw), encoding="utf-8")


class _Forgiving:
    """Standard error, where nothing is lost by what it does not take."""

    def __init__(self, stream: TextIO) -> None:
        self.stream = stream

    def __getattr__(self, name: str) -> Any:
        return getattr(self.stream, name)

    def write(self, text: str) -> int:
        with suppress(OSError):
            return self.stream.write(text)
        return len(text)

    def flush(self) -> None:
        with suppress(OSError):
            self.stream.flush()


def drop_stdout() -> None:
    """Keeps Python from writing at exit what could not be written."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def unwritable(error: OSError) -> UsageError | None:
    """The failure to tell where the system takes or gives nothing any more; None for a mistake of the program."""
    path = os.fsdecode(error.filename) if isinstance(error.filename, str | bytes) else ""
    said = error.strerror or str(error)
    if error.errno == errno.EBADF and not path:
        said = "it is closed"
    if error.errno in _UNWRITABLE:
        return refused(OSError(error.errno, said), path or "standard output")
    if error.errno == errno.ENOENT and not path:  # no folder for temporary files, or none that the call is made in
        return UsageError("CT902", said, path="the folder of the call, which is gone" if _homeless() else "")
    return None


def _homeless() -> bool:
    try:
        Path.cwd()
    except OSError:
        return True
    return False
