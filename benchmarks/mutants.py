"""Changes one comparison, `and`, `or`, `not` or small number at a time and runs the room's own tests: what they miss.

    python -m benchmarks.mutants ROOM [--most 20] [--seed 1] [--minutes 60] [--json FILE] [FILE...]

ROOM is a folder of `ctip_law` (match, assess, structure, annotate, compare, draft), MOST how many changes are tried,
drawn at random by SEED and tried in that order until the minutes are over. Everything happens in a copy of the tree in
a temporary folder. The tests run once, in a process of their own (drawing a PDF starts threads, which a fork loses and
waits for without end), and it is noted in which of them each change would make an expression yield something else
(`watched`); a change that does so in none lives. Each other one is made in the memory of a forked process, which
imports the room and all above it anew and runs these tests, then others of their files. Prints each change that the
tests of the room let live, and the share of them; `--json` puts it beside that of other rooms.
"""

from __future__ import annotations

import argparse
import gc
import importlib.machinery
import io
import json
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from contextlib import redirect_stderr, redirect_stdout
from multiprocessing import get_context
from pathlib import Path

import pytest

from benchmarks.changes import Change, changed, changes
from benchmarks.watched import Differences

ROOT = Path(__file__).resolve().parent.parent
#: Rooms that stand below one that is changed and stay in memory: they import none of those above them.
_BELOW = (
    "model", "errors", "datafile", "files", "paths", "countries", "framework", "config", "profiles", "knowledge",
    "languages", "read", "structure", "annotate", "write", "choice", "corpus", "clauses", "match", "assess",
)  # fmt: skip
#: Processor seconds that a changed run may take, in those of the sound run, and in any case; and seconds of the clock
#: for each of them, for a run that waits.
_LONGER, _LEAST, _WAITING = 3, 30, 10


def survives(one: Change, differences: Differences, room: str, most: int) -> bool:
    """Whether all tests pass with this change; tests that never end do not."""
    near, far = differences.first(one)
    if not near:
        return True
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    try:
        signal.alarm(_WAITING * most)
        resource.setrlimit(resource.RLIMIT_CPU, (most + int(time.process_time()), most + int(time.process_time()) + 5))
        _forget(room)
        code, name = changed(one), "ctip_law." + ".".join(one.path.relative_to(ROOT / "ctip_law").with_suffix("").parts)
        name = name.removesuffix(".__init__")
        sound = importlib.machinery.SourceFileLoader.get_code
        importlib.machinery.SourceFileLoader.get_code = (  # type: ignore[method-assign]
            lambda self, fullname: code if fullname == name else sound(self, fullname)
        )
        alive = all(_run(tests) == 0 for tests in (near, far) if tests)
    except BaseException:
        alive = False
    os._exit(0 if alive else 1)


def _forget(room: str) -> None:
    """Takes out of memory the room, all that may import it, and the tests."""
    below = _BELOW[: _BELOW.index(room)] if room in _BELOW else _BELOW
    kept = tuple(f"ctip_law.{name}" for name in below)
    for name in list(sys.modules):
        ours = name.partition(".")[0] in ("ctip_law", "tests", "conftest")
        if ours and not any(name == one or name.startswith(f"{one}.") for one in kept):
            del sys.modules[name]
    gc.collect()


def _noted(room: str, drawn: list[Change]) -> tuple[Differences | None, int]:
    """What makes a difference in which tests of a room, None where they do not pass as they are, and the seconds that
    they take."""
    began, numbers = time.process_time(), dict[Path, set[int]]()
    for one in drawn:
        numbers.setdefault(one.path, set()).add(one.number)
    differences = Differences(numbers)
    differences.watch()
    passed = _run([f"tests/{room}"], differences) == 0
    return differences if passed else None, int(time.process_time() - began)


def _run(tests: list[str], *plugins: object) -> int:
    call = ["-q", "-x", "-n", "0", "-p", "no:cacheprovider", "-p", "no:randomly", *tests]
    with redirect_stdout(io.StringIO()) as out, redirect_stderr(out):
        code = int(pytest.main(call, plugins=list(plugins)))
    if plugins and code:
        print(out.getvalue()[-2000:], file=sys.stderr)
    return code


def here(room: str, most: int, seed: int, names: list[str], into: str, minutes: int) -> int:
    """Tries the changes in this tree, and returns how many live."""
    end = time.monotonic() + 60 * minutes
    folder = ROOT / "ctip_law" / room
    places = list(changes([folder / name for name in names] if names else sorted(folder.rglob("*.py"))))
    drawn = random.Random(seed).sample(places, min(most, len(places)))
    with ProcessPoolExecutor(1, mp_context=get_context("fork")) as apart:
        differences, took = apart.submit(_noted, room, drawn).result()
    if differences is None:
        print(f"{room}: its tests do not pass as it is", file=sys.stderr)
        return -1
    limit = _LEAST + _LONGER * took
    print(f"{room}: {len(places)} places, {len(differences.by_test)} tests, {took} s", flush=True)
    _run([f"tests/{room}", "--collect-only"])  # what stands below the room is imported once, before the forks
    alive, tried = list[str](), 0
    for one in drawn:
        if time.monotonic() > end:
            break
        tried += 1
        if survives(one, differences, room, limit):
            near = len(differences.first(one)[0])
            alive.append(f"{one.path.relative_to(folder)}:{one.what} ({near} tests could notice)")
            print(f"alive ({tried} of {len(drawn)}): {alive[-1]}", flush=True)
    print(f"{room}: {len(alive)} of {tried} changes survive ({len(alive) / max(1, tried):.0%})")
    if into:
        path = Path(into)
        known = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
        known[room] = {"places": len(places), "tried": tried, "seed": seed, "alive": len(alive)}
        path.write_text(json.dumps(known, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    return len(alive)


def main() -> int:
    """Copies the tree and tries the changes there."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("room")
    parser.add_argument("names", nargs="*", metavar="FILE", help="files of the room; all of them without")
    parser.add_argument("--most", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--minutes", type=int, default=60)
    parser.add_argument("--json", default="")
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.here:
        return 0 if here(given.room, given.most, given.seed, given.names, given.json, given.minutes) >= 0 else 2
    with tempfile.TemporaryDirectory() as name:
        copy = Path(name) / "tree"
        shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(".git", ".venv", "build", "__pycache__", ".*_cache"))
        call = [sys.executable, "-m", "benchmarks.mutants", given.room, *given.names, "--here", "--most"]
        call += [str(given.most), "--seed", str(given.seed), "--minutes", str(given.minutes)]
        call += ["--json", str(Path(given.json).resolve())] if given.json else []
        environment = os.environ | {"PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1", "PYTHONHASHSEED": "0"}
        return subprocess.run(call, cwd=copy, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
