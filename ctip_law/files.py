"""Files written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from ctip_law.errors import UsageError


def write_file(path: Path, data: bytes) -> None:
    """Writes by way of a temporary file beside it, so that an interruption leaves no half-written file.

    Raises UsageError CT902 where nothing can be written.
    """
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        raise UsageError("CT902", error.strerror or "cannot be written", path=str(path)) from None
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        umask = os.umask(0)
        os.umask(umask)
        Path(name).chmod(0o666 & ~umask)
        Path(name).replace(path)
    except OSError as error:
        Path(name).unlink(missing_ok=True)
        raise UsageError("CT902", error.strerror or "cannot be written", path=str(path)) from None
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
