"""Changes one comparison, `and`, `or`, `not` or small number at a time and runs the room's own tests: what they miss.

    python -m benchmarks.mutants ROOM [MOST] [SEED] [FILE...]

ROOM is a folder of `ctip_law` (match, assess, structure, annotate, compare, draft), MOST how many changes are tried,
drawn at random by SEED. The change is made in a copy of the tree in a temporary folder, never here. Prints each change
that the tests of the room let live, and the share of them.
"""

from __future__ import annotations

import ast
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_OTHER: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Change:
    """One change: the `number`-th place of a file that can be changed."""

    path: Path
    number: int


class _Changer(ast.NodeTransformer):
    """Changes the place with this number; counts them all. Numbers beyond 3 are thresholds of their own and stay."""

    def __init__(self, number: int) -> None:
        self.number, self.seen, self.what = number, 0, ""

    def _hit(self, node: ast.AST, was: str) -> bool:
        self.seen += 1
        if self.seen - 1 != self.number:
            return False
        self.what = f"{getattr(node, 'lineno', 0)}: {was}"
        return True

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
        yield from (Change(path, number) for number in range(counter.seen))


def changed(text: str, number: int) -> tuple[str, str]:
    """The file with one place changed, and what was changed."""
    changer = _Changer(number)
    tree = changer.visit(ast.parse(text))
    return ast.unparse(ast.fix_missing_locations(tree)), changer.what


def main(room: str, most: int = 20, seed: int = 1, *names: str) -> int:
    """Prints the survivors and returns how many there were."""
    folder = ROOT / "ctip_law" / room
    drawn = list(changes([folder / name for name in names] if names else sorted(folder.glob("*.py"))))
    drawn = sorted(random.Random(seed).sample(drawn, min(most, len(drawn))), key=lambda one: (one.path, one.number))
    alive = 0
    with tempfile.TemporaryDirectory() as name:
        copy = Path(name) / "tree"
        shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(".git", ".venv", "build", "__pycache__", ".*_cache"))
        for one in drawn:
            target = copy / one.path.relative_to(ROOT)
            sound = target.read_text(encoding="utf-8")
            text, what = changed(sound, one.number)
            target.write_text(text, encoding="utf-8")
            if _pass(copy, room):
                alive += 1
                print(f"alive: {one.path.name}:{what}", flush=True)
            target.write_text(sound, encoding="utf-8")
    print(f"{room}: {alive} of {len(drawn)} changes survive ({alive / max(1, len(drawn)):.0%})")
    return alive


def _pass(copy: Path, room: str) -> bool:
    """Whether the room's own tests pass; tests that never end do not."""
    call = [sys.executable, "-m", "pytest", "-q", "-x", "-n", "0", "-p", "no:cacheprovider", f"tests/{room}"]
    environment = os.environ | {"PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        done = subprocess.run(call, cwd=copy, env=environment, capture_output=True, timeout=600, check=False)
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0


if __name__ == "__main__":
    given = sys.argv[1:]
    main(given[0], *(int(word) for word in given[1:3]), *given[3:])  # type: ignore[arg-type]
