"""Puts a folder where another may stand: the whole new one or the whole old one, at any moment.

The new folder is copied beside the old one, and the two change names in one step of the system. Where the system has
no such step, or the old folder cannot be renamed (it is a mounted disk), the files are replaced one by one, each whole,
and the old ones that the new folder lacks are removed last; the mark of a folder of ours stays all the while.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

from ctip_law.files import new_beside

#: How the folders are called that stand beside a site for a moment; the number of the process follows.
_BESIDE = ".{name}.ctip-law-"
_AT_FDCWD, _RENAME_EXCHANGE = -100, 2


def put(made: Path, target: Path) -> None:
    """Puts a copy of the folder `made` at `target`. Raises OSError where the system does not let it."""
    target = Path(os.path.realpath(target))
    target.parent.mkdir(parents=True, exist_ok=True)
    _clear_up(target)
    try:
        beside = Path(tempfile.mkdtemp(dir=target.parent, prefix=f"{_prefix(target)}{os.getpid()}-"))
    except OSError:
        if not target.is_dir():
            raise
        _one_by_one(made, target)  # the folder above is closed to us, this one may be open
        return
    try:
        shutil.copytree(made, beside, dirs_exist_ok=True)
        beside.chmod(target.stat().st_mode & 0o7777 if target.is_dir() else 0o777 & ~_umask())
        if not target.is_dir() or not any(target.iterdir()):
            beside.replace(target)
        elif not _exchanged(beside, target):
            _one_by_one(beside, target)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _prefix(target: Path) -> str:
    return _BESIDE.format(name=target.name[:100])


def _clear_up(target: Path) -> None:
    """Removes what a run that was killed left beside the target; another that is at work keeps its own."""
    with suppress(OSError):
        for left in target.parent.glob(f"{_glob(_prefix(target))}*"):
            process = left.name[len(_prefix(target)) :].partition("-")[0]
            if process.isdecimal() and not _alive(int(process)):
                shutil.rmtree(left, ignore_errors=True)


def _glob(name: str) -> str:
    return "".join(f"[{char}]" if char in "*?[" else char for char in name)


def _alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True


def _umask() -> int:
    now = os.umask(0)
    os.umask(now)
    return now


def _exchanged(one: Path, other: Path) -> bool:
    """Whether the two folders have changed names, in one step; False where the system cannot."""
    if not sys.platform.startswith("linux"):
        return False
    step = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if step is None:
        return False
    done: int = step(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE)
    return done == 0


def _one_by_one(made: Path, target: Path) -> None:
    new = {path.relative_to(made) for path in made.rglob("*")}
    for name in sorted(new):
        place = target / name
        if (made / name).is_dir():
            if place.is_symlink() or place.is_file():
                place.unlink()
            place.mkdir(exist_ok=True)
            continue
        if place.is_dir() and not place.is_symlink():
            shutil.rmtree(place)
        handle, beside = new_beside(place.parent)
        try:
            shutil.copyfile(made / name, beside)
            Path(beside).chmod(0o666 & ~_umask())
            Path(beside).replace(place)
        finally:
            os.close(handle)
    for path in sorted(target.rglob("*"), reverse=True):
        if path.relative_to(target) not in new:
            path.rmdir() if path.is_dir() and not path.is_symlink() else path.unlink()
