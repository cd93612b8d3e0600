"""Changes one comparison, `and`, `or`, `not` or small number at a time and runs the room's own tests: what they miss.

    python -m benchmarks.mutants ROOM [--most 20] [--seed 1] [--minutes 60] [--json FILE] [FILE...]

ROOM is a folder of `ctip_law` (match, assess, structure, annotate, compare, draft), MOST how many changes are tried,
drawn at random by SEED and tried in that order until the minutes are over. Everything happens in a copy of the tree in
a temporary folder. The tests run once, in a process of their own (drawing a PDF starts threads, which a fork loses and
waits for without end), and which functions each of them calls is noted; then each change is made in the memory of a
forked process, which imports the room and all above it anew and runs the tests, those that call the changed function
first. Prints each change that the tests of the room let live, and the share of them; `--json` puts it beside
that of other rooms.
"""

from __future__ import annotations

import argparse
import ast
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
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
_OTHER: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
#: Rooms that stand below one that is changed and stay in memory: they import none of those above them.
_BELOW = (
    "model", "errors", "datafile", "files", "paths", "countries", "framework", "config", "profiles", "knowledge",
    "languages", "read", "structure", "annotate", "write", "choice", "corpus", "clauses", "match", "assess",
)  # fmt: skip
#: Processor seconds that a changed run may take, in those of the sound run, and in any case; and seconds of the clock
#: for each of them, for a run that waits.
_LONGER, _LEAST, _WAITING = 3, 30, 10


@dataclass(frozen=True, slots=True)
class Change:
    """One change: the `number`-th place of a file that can be changed, in the function that begins at `line`, 0 outside
    all functions; `what` says it."""

    path: Path
    number: int
    line: int
    what: str


class _Changer(ast.NodeTransformer):
    """Changes the place with this number; notes them all. Numbers beyond 3 are thresholds of their own and stay."""

    def __init__(self, number: int) -> None:
        self.number, self.seen, self.outer = number, list[tuple[int, str]](), list[int]()

    def _hit(self, node: ast.AST, was: str) -> bool:
        self.seen.append((self.outer[0] if self.outer else 0, f"{getattr(node, 'lineno', 0)}: {was}"))
        return len(self.seen) - 1 == self.number

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        self.outer.append(min([node.lineno, *(one.lineno for one in node.decorator_list)]))
        self.generic_visit(node)
        self.outer.pop()
        return node

    def visit_Compare(self, node: ast.Compare) -> ast.AST:
        self.generic_visit(node)
        if self._hit(node, ast.unparse(node)):
            node.ops[0] = _OTHER[type(node.ops[0])]()
        return node

    def visit_BoolOp(self, node: ast.BoolOp) -> ast.AST:
        self.generic_visit(node)
        if self._hit(node, ast.unparse(node)):
            node.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        return node

    def visit_UnaryOp(self, node: ast.UnaryOp) -> ast.AST:
        self.generic_visit(node)
        if isinstance(node.op, ast.Not) and self._hit(node, ast.unparse(node)):
            return node.operand
        return node

    def visit_Constant(self, node: ast.Constant) -> ast.AST:
        if type(node.value) is int and 0 <= node.value <= 3 and self._hit(node, f"the number {node.value}"):
            return ast.copy_location(ast.Constant(node.value + 1), node)
        return node


def changes(files: list[Path]) -> Iterator[Change]:
    """Every place of these files that can be changed."""
    for path in files:
        counter = _Changer(-1)
        counter.visit(ast.parse(path.read_text(encoding="utf-8")))
        yield from (Change(path, number, *place) for number, place in enumerate(counter.seen))


def changed(one: Change) -> CodeType:
    """The module with one place changed; its lines stay where they are."""
    tree = _Changer(one.number).visit(ast.parse(one.path.read_text(encoding="utf-8")))
    return compile(ast.fix_missing_locations(tree), str(one.path), "exec")


@dataclass(slots=True)
class Calls:
    """A plugin of pytest: which functions of a room each test calls, itself or by what is set up for it."""

    room: str
    by_test: dict[str, set[tuple[str, int]]] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)
    _now: set[tuple[str, int]] = field(default_factory=set)

    def pytest_runtest_logstart(self, nodeid: str) -> None:
        """A test begins."""
        self._now = self.by_test.setdefault(nodeid, set())
        self.seconds[nodeid] = time.process_time()
        sys.settrace(self._called)

    def pytest_runtest_logfinish(self, nodeid: str) -> None:
        """It ends."""
        sys.settrace(None)
        self.seconds[nodeid] = time.process_time() - self.seconds[nodeid]

    def _called(self, frame: FrameType, event: str, given: Any) -> None:
        if self.room in frame.f_code.co_filename:
            self._now.add((frame.f_code.co_filename, frame.f_code.co_firstlineno))

    def first(self, one: Change) -> tuple[list[str], list[str]]:
        """The tests that call the changed function, the quick ones first, and the others."""
        order = sorted(self.by_test, key=lambda test: self.seconds[test])
        near = [test for test in order if (str(one.path), one.line) in self.by_test[test]]
        return near, [test for test in self.by_test if test not in set(near)]


def survives(one: Change, calls: Calls, room: str, most: int) -> bool:
    """Whether all tests pass with this change; tests that never end do not."""
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
        near, far = calls.first(one)
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


def _noted(room: str) -> tuple[Calls | None, int]:
    """What the tests of a room call, None where they do not pass as they are, and the seconds that they take."""
    began, calls = time.process_time(), Calls(str(ROOT / "ctip_law" / room))
    passed = _run([f"tests/{room}"], calls) == 0
    return calls if passed else None, int(time.process_time() - began)


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
        calls, took = apart.submit(_noted, room).result()
    if calls is None:
        print(f"{room}: its tests do not pass as it is", file=sys.stderr)
        return -1
    limit = _LEAST + _LONGER * took
    print(f"{room}: {len(places)} places, {len(calls.by_test)} tests, {took} s", flush=True)
    _run([f"tests/{room}", "--collect-only"])  # what stands below the room is imported once, before the forks
    alive, tried = list[str](), 0
    for one in drawn:
        if time.monotonic() > end:
            break
        tried += 1
        if survives(one, calls, room, limit):
            alive.append(f"{one.path.relative_to(folder)}:{one.what}")
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
