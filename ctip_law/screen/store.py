"""Records that are kept, so that a finished unit is never done twice: by what was read and by what read it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path

from ctip_law.screen.work import Record

#: What a screening writes: the laws that it kept, the provisions of each state, its report, all of it, and in a folder
#: what it read.
LAWS, STATES, REPORT, WHOLE, RECORDS = "laws.jsonl", "provisions.jsonl", "report.md", "screen.json", "records"
_FINGERPRINT = re.compile("[0-9a-f]{16}")

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


def written(folder: Path) -> Iterator[Path]:
    """What screenings have written in a folder and below it, which is no law, even where the folder is one of laws."""
    for records in folder.rglob(RECORDS):
        if _records(records):
            yield from _beside(records.parent)
    for whole in folder.rglob(WHOLE):
        if all((whole.parent / name).is_file() for name in (LAWS, STATES, REPORT)):
            yield from _beside(whole.parent)


def _records(folder: Path) -> bool:
    own = folder.is_dir() and not folder.is_symlink()
    return own and any(_FINGERPRINT.fullmatch(one.name) for one in folder.iterdir())


def _beside(folder: Path) -> Iterator[Path]:
    yield from (folder / name for name in (LAWS, STATES, REPORT, WHOLE, RECORDS))


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
