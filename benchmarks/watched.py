"""Which tests could notice a change at all: those in which the changed expression yields something else.

Every place that `mutants` has drawn is watched in one run of the tests: beside what an expression yields, what it
would yield with the change is worked out and thrown away. A change that makes no difference in any test lives without
being tried; the others are tried with the tests in which it does. What runs on import, at the top of a class or in a
pattern is not watched and counts as a difference in every test.
"""

from __future__ import annotations

import ast
import builtins
import importlib.machinery
import time
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path
from types import CodeType
from typing import Any

import pytest

from benchmarks.changes import Change, Changer

#: Calls that take something away or put something in: worked out twice, they would do it twice.
_ONCE = {
    "next", "pop", "add", "append", "extend", "update", "discard", "remove", "setdefault", "insert", "popleft", "send",
}  # fmt: skip
_NAME = "__differs__"
#: Seconds of other tests of the same files that are run too.
_BESIDE = 20.0
Place = tuple[str, int]


class Watcher(Changer):
    """Wraps the expressions with the places that are to be changed, by their numbers."""

    def __init__(self, path: Path, tree: ast.AST, drawn: set[int]) -> None:
        super().__init__(-1)
        self.drawn, self.path, self.above, self.unwatched = drawn, path, 0, set[int]()
        self.asked = {id(node.test) for node in ast.walk(tree) if isinstance(node, (ast.If, ast.While, ast.IfExp))}
        self.asked |= {id(one) for node in ast.walk(tree) if isinstance(node, ast.comprehension) for one in node.ifs}

    def _expression(self, node: ast.expr, visit: Callable[[Any], ast.AST]) -> ast.AST:
        """The outermost expression that is true or false, with what each of its places would make of it."""
        if self.above or not self.outer:
            before = len(self.seen)
            visit(node)
            if not self.outer:
                self.unwatched |= set(range(before, len(self.seen)))
            return node
        sound, first, asked = deepcopy(node), len(self.seen), id(node) in self.asked
        self.above += 1
        visit(node)
        self.above -= 1
        keys, values = list[ast.expr](), list[ast.expr]()
        for number in self.drawn & set(range(first, len(self.seen))):
            other = Changer(number - first).visit(deepcopy(sound))
            keys.append(ast.Constant(number))
            values.append(ast.Constant(None) if _once(sound) else ast.Lambda(args=_nothing(), body=other))
        if not keys:
            return node
        return _call(str(self.path), node, keys, values, asked=asked)

    def visit_Compare(self, node: ast.Compare) -> ast.AST:
        return self._expression(node, super().visit_Compare)

    def visit_BoolOp(self, node: ast.BoolOp) -> ast.AST:
        return self._expression(node, super().visit_BoolOp)

    def visit_UnaryOp(self, node: ast.UnaryOp) -> ast.AST:
        if isinstance(node.op, ast.Not):
            return self._expression(node, super().visit_UnaryOp)
        return super().visit_UnaryOp(node)

    def visit_Constant(self, node: ast.Constant) -> ast.AST:
        first = len(self.seen)
        super().visit_Constant(node)
        if len(self.seen) == first or self.above or first not in self.drawn:
            return node
        if not self.outer:
            self.unwatched.add(first)
            return node
        return _call(str(self.path), node, [ast.Constant(first)], [ast.Constant(None)])

    def visit_MatchValue(self, node: ast.MatchValue) -> ast.AST:
        first = len(self.seen)
        self.above += 1
        self.generic_visit(node)
        self.above -= 1
        self.unwatched |= set(range(first, len(self.seen)))
        return node

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.AST:
        outer, self.outer = self.outer, []
        self.generic_visit(node)
        self.outer = outer
        return node


def _nothing() -> ast.arguments:
    return ast.arguments(posonlyargs=[], args=[], kwonlyargs=[], kw_defaults=[], defaults=[])


def _call(path: str, sound: ast.expr, keys: list[ast.expr], values: list[ast.expr], *, asked: bool = False) -> ast.Call:
    numbers, others = ast.Tuple(elts=keys, ctx=ast.Load()), ast.Tuple(elts=values, ctx=ast.Load())
    given = [ast.Constant(path), sound, numbers, others, ast.Constant(asked)]
    return ast.copy_location(ast.Call(func=ast.Name(_NAME, ctx=ast.Load()), args=given, keywords=[]), sound)


def _once(node: ast.expr) -> bool:
    """Whether working it out twice would do something twice."""
    for one in ast.walk(node):
        if isinstance(one, (ast.Yield, ast.YieldFrom, ast.Await)):
            return True
        if isinstance(one, ast.Call):
            name = getattr(one.func, "attr", getattr(one.func, "id", ""))
            if name in _ONCE:
                return True
    return False


@dataclass(slots=True, eq=False)
class Differences:
    """A plugin of pytest: in which tests each change of a room makes a difference, in themselves or in what is set up
    for them."""

    drawn: dict[Path, set[int]]
    by_test: dict[str, set[Place]] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)
    everywhere: set[Place] = field(default_factory=set)
    _by_fixture: dict[str, set[Place]] = field(default_factory=dict)
    _of_test: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _now: set[Place] | None = None
    _busy: bool = False

    def watch(self) -> None:
        """From now on the places that were drawn are watched in what is imported."""
        sound = importlib.machinery.SourceFileLoader.get_code
        setattr(builtins, _NAME, self._differs)

        def watched(loader: importlib.machinery.SourceFileLoader, fullname: str) -> CodeType | None:
            path = Path(loader.get_filename(fullname))
            return self._code(path) if path in self.drawn else sound(loader, fullname)

        importlib.machinery.SourceFileLoader.get_code = watched  # type: ignore[assignment,method-assign]

    def _code(self, path: Path) -> CodeType:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        watcher = Watcher(path, tree, self.drawn[path])
        tree = watcher.visit(tree)
        self.everywhere |= {(str(path), number) for number in watcher.unwatched & self.drawn[path]}
        return compile(ast.fix_missing_locations(tree), str(path), "exec")

    def _differs(self, path: str, value: Any, numbers: tuple[int, ...], others: tuple[Any, ...], asked: bool) -> Any:
        if self._busy:
            return value
        seen = self.everywhere if self._now is None else self._now
        for number, other in zip(numbers, others, strict=True):
            place = (path, number)
            if place not in seen and (other is None or self._another(value, other, asked)):
                seen.add(place)
        return value

    def _another(self, value: Any, other: Callable[[], Any], asked: bool) -> bool:
        self._busy = True
        try:
            made = other()
            return bool(made) != bool(value) if asked else bool(type(made) is not type(value) or made != value)
        except Exception:  # it would end otherwise, which is a difference
            return True
        finally:
            self._busy = False

    def pytest_runtest_protocol(self, item: pytest.Item) -> None:
        """A test begins."""
        self._now = self.by_test.setdefault(item.nodeid, set())
        self._of_test[item.nodeid] = tuple(getattr(item, "fixturenames", ()))
        self.seconds[item.nodeid] = time.process_time()

    def pytest_runtest_logfinish(self, nodeid: str) -> None:
        """It ends."""
        self._now = None
        self.seconds[nodeid] = time.process_time() - self.seconds[nodeid]

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef: pytest.FixtureDef[Any]) -> Iterator[None]:
        """What is set up once counts for all that use it."""
        before, self._now = self._now, self._by_fixture.setdefault(fixturedef.argname, set())
        try:
            return (yield)
        finally:
            self._now = before

    def first(self, one: Change) -> tuple[list[str], list[str]]:
        """The tests in which the change makes a difference, the quick ones first, and others of their files, which may
        look at what these keep."""
        place = (str(one.path), one.number)
        order = sorted(self.by_test, key=lambda test: self.seconds[test])
        if place in self.everywhere:
            return order, []
        near = [test for test in order if place in self.by_test[test] or self._set_up(test, place)]
        files, chosen, took = {test.partition("::")[0] for test in near}, set(near), 0.0
        far = list[str]()
        for test in order:
            if test not in chosen and test.partition("::")[0] in files and took < _BESIDE:
                far.append(test)
                took += self.seconds[test]
        return near, far

    def _set_up(self, test: str, place: Place) -> bool:
        return any(place in self._by_fixture.get(name, ()) for name in self._of_test[test])
