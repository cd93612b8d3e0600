"""Changes one comparison, `and`, `or`, `not` or small number of a file at a time."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import CodeType

_OTHER: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Change:
    """One change: the `number`-th place of a file that can be changed, in the function that begins at `line`, 0 outside
    all functions; `what` says it."""

    path: Path
    number: int
    line: int
    what: str


class Changer(ast.NodeTransformer):
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
        counter = Changer(-1)
        counter.visit(ast.parse(path.read_text(encoding="utf-8")))
        yield from (Change(path, number, *place) for number, place in enumerate(counter.seen))


def changed(one: Change) -> CodeType:
    """The module with one place changed; its lines stay where they are."""
    tree = Changer(one.number).visit(ast.parse(one.path.read_text(encoding="utf-8")))
    return compile(ast.fix_missing_locations(tree), str(one.path), "exec")
