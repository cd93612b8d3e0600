"""Kills a process at each of its steps in turn and says what stood on the disk then: `killed.py file|files|folder DIR`.

A step is a line of Python that runs in the writer or below it; the process ends there as it does when it is killed,
with nothing tidied up. Prints JSON: how often old, new or something else stood there, and what killed runs and the
next one left.
"""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import FrameType
from typing import Any

from ctip_law.files import write_file, write_files
from ctip_law.site.put import put

#: The modules whose lines count as steps.
BELOW = ("files.py", "put.py", "shutil.py", "tempfile.py", "pathlib.py")

#: What stands beside a file until it takes its place.
BESIDE = ".ctip-law-*"


def killed_at(step: int, work: Callable[[], None]) -> bool:
    """Runs `work` in a process that dies at this step; whether it died."""
    child = os.fork()
    if child == 0:
        left = step

        def trace(frame: FrameType, event: str, _: Any) -> Any:
            nonlocal left
            if not frame.f_code.co_filename.endswith(BELOW):
                return None
            if event == "line":
                left -= 1
                if left == 0:
                    os._exit(9)
            return trace

        sys.settrace(trace)
        work()
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9


def state(place: Path) -> str:
    """Every file at `place` with its words."""
    if place.is_file():
        return place.read_text()
    files = sorted(path for path in place.rglob("*") if path.is_file() and not path.name.startswith(".ctip-law-"))
    return json.dumps({str(path.relative_to(place)): path.read_text() for path in files})


def made(folder: Path, words: str, *names: str) -> Path:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(f"{words} {name}")
    return folder


def main(kind: str, room: Path) -> dict[str, Any]:
    target = room / "out"
    works: dict[str, Callable[[], None]]
    if kind == "file":
        works = {words: partial(write_file, target, words.encode()) for words in ("old", "new")}
    elif kind == "files":
        target.mkdir()
        names = ("report.md", "laws.jsonl", "screen.json")
        made_of = {words: {target / name: words.encode() for name in names} for words in ("old", "new")}
        works = {words: partial(write_files, files) for words, files in made_of.items()}
    else:
        folders = {
            "old": made(room / "one", "old", "index.html", "data/mark", "gone/page.html"),
            "new": made(room / "two", "new", "index.html", "data/mark", "come/page.html"),
        }
        works = {words: partial(put, folder, target) for words, folder in folders.items()}
    states = {}
    for words in ("new", "old"):
        works[words]()
        states[state(target)] = words
    found: Counter[str] = Counter()
    step, beside = 1, 0
    while killed_at(step, works["new"]):
        found[states.get(state(target), "half")] += 1
        beside = max(beside, len(list(room.rglob(BESIDE))))
        works["old"]()
        step += 1
    killed_at(0, works["new"])  # a run of its own, which nothing kills
    left = sorted(path.name for path in {*room.iterdir(), *room.rglob(BESIDE)})
    return {"found": found, "last": states.get(state(target), "half"), "left": left, "beside": beside}


if __name__ == "__main__":
    print(json.dumps(main(sys.argv[1], Path(sys.argv[2]))))
