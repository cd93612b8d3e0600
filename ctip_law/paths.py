"""Where the packaged data folders are, and the user's cache.

The folders stand in the wheel under `ctip_law/_data`, in a checkout at its top level.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def data_folder(name: str) -> Path:
    """The folder `corpus`, `model_laws` or `templates`."""
    packaged = _PACKAGE / "_data" / name
    return packaged if packaged.is_dir() else _PACKAGE.parent / name


def cache_folder() -> Path:
    """The folder for what can be made again: that of CTIP_CACHE, or the one that the system has for it."""
    if named := os.environ.get("CTIP_CACHE", ""):
        return Path(named)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "ctip-law" / "cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "ctip-law"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "ctip-law"
