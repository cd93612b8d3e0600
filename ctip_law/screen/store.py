"""Records that are kept, so that a finished unit is never done twice: by what was read and by what read it."""

from __future__ import annotations

import json
from functools import cache
from hashlib import sha256
from pathlib import Path

from ctip_law.screen.work import Record

#: What a screening writes beside its report: the laws that it kept, and the provisions of each state.
LAWS, STATES = "laws.jsonl", "provisions.jsonl"

_PROGRAM = Path(__file__).resolve().parent.parent
_DATA = (".py", ".toml", ".npz", ".txt", ".json")


@cache
def fingerprint() -> str:
    """What makes a record beside the text: every module and data file of the program, by content."""
    made = sha256()
    for path in sorted(_PROGRAM.rglob("*")):
        if path.suffix in _DATA and "_data" not in path.parts and "__pycache__" not in path.parts:
            made.update(path.relative_to(_PROGRAM).as_posix().encode())
            made.update(path.read_bytes())
    return made.hexdigest()[:16]


class Store:
    """Records below a folder, each a file, written whole or not at all. Two runs may share it."""

    def __init__(self, folder: Path) -> None:
        """Raises UsageError CT902 where nothing can be written."""
        self._folder = folder / fingerprint()

    def get(self, key: str) -> Record | None:
        """The record kept for a unit; None where there is none, or a damaged one."""
        try:
            found = json.loads(self._path(key).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None
        return found if isinstance(found, dict) and "kept" in found else None

    def put(self, key: str, record: Record) -> None:
        """Keeps a record."""
        from ctip_law.files import write_file

        path = self._path(key)
        path.parent.mkdir(parents=True, exist_ok=True)
        write_file(path, json.dumps(record, ensure_ascii=False).encode("utf-8", "surrogatepass"))

    def _path(self, key: str) -> Path:
        return self._folder / key[:2] / f"{key}.json"
