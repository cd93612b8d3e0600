"""Templates that a user gives are run here: no file is read, nothing is called but what is offered, and the work ends.

Each turn of a loop and each call is counted, and so is what is written; the count is the same on every machine, so that
the same template gives the same document or the same error. What a template prints is put in as words: no sign in a
law's text is ever taken for markup.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NoReturn

from jinja2 import StrictUndefined, Template, TemplateError, TemplateSyntaxError, Undefined, nodes
from jinja2.exceptions import SecurityError
from jinja2.runtime import LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Namespace
from markupsafe import Markup

from ctip_law.errors import DataError
from ctip_law.report.document import Passage
from ctip_law.report.rows import flat

#: Turns of loops and calls, and characters, that the making of one document may take.
_TURNS, _SIGNS = 500_000, 50_000_000
_BIG = 2**31
_MARKS = re.compile(r"([!-/:-@\[-`{-~])")
#: Filters that keep the size of what they are given. `join`, `map` and the like are linear in it.
_FILTERS = (
    "capitalize", "default", "first", "groupby", "join", "last", "length", "list", "lower", "map", "reject",
    "rejectattr", "reverse", "select", "selectattr", "sort", "title", "trim", "unique", "upper",
)  # fmt: skip
_READS = (nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends)


def rendered(text: str, path: str, values: Mapping[str, object], parts: tuple[str, str] = ("", "")) -> str:
    """What the template `text` makes of the values: Markdown. `parts` are text and path of one whose macros it may use.

    Raises DataError CT401 with the line for what is no template, names what is not there, reads files, calls what it
    may not, or does not come to an end.
    """
    sandbox = _Sandbox()
    shared = _made(sandbox, *parts, lambda made: vars(made.make_module(dict(values))))
    macros = {name: one for name, one in shared.items() if isinstance(one, Macro)}
    done: str = _made(sandbox, text, path, lambda made: made.render({**values, **macros}))
    return done


def parsed(text: str, path: str) -> None:
    """Raises DataError CT401 with the line where a text is no template, or one that is not run here."""
    _made(_Sandbox(), text, path, lambda made: None)


def _made(sandbox: _Sandbox, text: str, path: str, run: Callable[[Template], Any]) -> Any:
    try:
        tree = sandbox.parse(text, filename=path)
        _check(tree, path)
        sandbox.literal += _literal(tree)
        _count(tree)
        tree.set_environment(sandbox)
        return run(Template.from_code(sandbox, sandbox.compile(tree, None, path), dict(sandbox.globals)))
    except (TemplateError, RecursionError, TypeError, ValueError, ArithmeticError, MemoryError) as error:
        raise DataError("CT401", _told(error), path=path, place=_line(error, path)) from None


def _told(error: Exception) -> str:
    if isinstance(error, RecursionError):
        return "the template calls itself without end"
    words = " ".join(str(error).split()) or type(error).__name__
    return words[:300]


def _line(error: BaseException, path: str) -> str:
    """The line of the template in which it stopped; "" where none is known."""
    if isinstance(error, TemplateSyntaxError):
        return str(error.lineno)
    found, step = "", error.__traceback__
    while step is not None:
        if step.tb_frame.f_code.co_filename == path:
            found = str(step.tb_lineno)
        step = step.tb_next
    return found


def _check(tree: nodes.Template, path: str) -> None:
    for node in tree.find_all(_READS):
        raise DataError("CT401", "a template may not read other files", path=path, place=str(node.lineno))
    for call in tree.find_all(nodes.Filter):
        if call.name not in (*_FILTERS, "quoted"):
            what = f"there is no filter `{call.name}` in these templates"
            raise DataError("CT401", what, path=path, place=str(call.lineno))
        if call.name == "map" and call.args:
            what = "`map` takes attribute=... alone in these templates"
            raise DataError("CT401", what, path=path, place=str(call.lineno))


def _literal(node: nodes.Node) -> int:
    """Characters of the template's own words in it."""
    return sum(len(one.data) for one in node.find_all(nodes.TemplateData))


def _count(tree: nodes.Template) -> None:
    """The turns of each loop are counted with the words in it, and so is all work on texts."""
    for loop in tree.find_all(nodes.For):
        size = nodes.Const(_literal(loop), lineno=loop.lineno)
        loop.iter = nodes.Filter(loop.iter, "_counted", [size], [], None, None, lineno=loop.lineno)
    _reckon(tree)


def _reckon(node: nodes.Node) -> None:
    """`a ~ b` becomes `(a, b) | _together`; what is filtered, compared or cut is weighed, since that takes its time."""
    for name, value in node.iter_fields():
        if isinstance(value, list):
            setattr(node, name, [_put(one) if isinstance(one, nodes.Node) else one for one in value])
        elif isinstance(value, nodes.Node):
            setattr(node, name, _put(value))


def _put(node: nodes.Node) -> nodes.Node:
    _reckon(node)
    match node:
        case nodes.Concat():
            return _through(nodes.List(node.nodes, lineno=node.lineno), "_together")
        case nodes.Filter() if node.node is not None and node.name in _FILTERS:
            node.node = _through(node.node, "_weighed")
        case nodes.Compare():
            node.expr = _through(node.expr, "_weighed")
            for operand in node.ops:
                operand.expr = _through(operand.expr, "_weighed")
        case nodes.Getitem() if isinstance(node.arg, nodes.Slice):
            node.node = _through(node.node, "_weighed")
    return node


def _through(node: nodes.Expr, name: str) -> nodes.Filter:
    return nodes.Filter(node, name, [], [], None, None, lineno=node.lineno)


class _Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox with counts, with few filters and few calls, and with words that are printed as words."""

    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "%", "**"})

    def __init__(self) -> None:
        super().__init__(
            undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, autoescape=True, finalize=self._words,
            keep_trailing_newline=True, cache_size=0,
        )  # fmt: skip
        self.turns = self.signs = self.literal = 0
        self.globals = {"range": self._range, "namespace": Namespace}
        self.filters = {name: self.filters[name] for name in _FILTERS}
        self.filters |= {"quoted": _quoted, "join": self._join}
        self.filters |= {"_counted": self._turning, "_together": self._together, "_weighed": self._weighed}

    def _turn(self) -> None:
        self.turns += 1
        if self.turns > _TURNS:
            raise SecurityError("the template does not come to an end: it takes more turns than a document needs")

    def _sign(self, many: int) -> None:
        self.signs += many
        if self.signs > _SIGNS:
            raise SecurityError("the template writes more than a document can hold")

    def _turning(self, values: Iterable[Any], literal: int) -> Iterator[Any]:
        for one in values:
            self._turn()
            self._sign(literal)
            yield one

    def _weighed(self, value: Any) -> Any:
        if isinstance(value, str | list | tuple):
            self._sign(len(value))
        return value

    def _range(self, *ends: int) -> range:
        made = range(*ends)
        if len(made) > 10_000:
            raise SecurityError("a range of more than 10,000 numbers is not counted here")
        return made

    def _together(self, parts: list[Any]) -> Any:
        words = [self._told(one) for one in parts]
        self._sign(sum(map(len, words)))
        return Markup("").join(words) if any(isinstance(one, Markup) for one in parts) else "".join(words)

    def _join(self, parts: Iterable[Any], by: str = "", attribute: str | None = None) -> Any:
        made: list[Any] = []
        for one in parts:
            self._turn()
            made += [by] if made else []
            made.append(self.getattr(one, attribute) if attribute else one)
        return self._together(made)

    def _told(self, value: Any) -> Any:
        if isinstance(value, Markup | str):
            return value
        if isinstance(value, Undefined):  # a name that is not there raises; `a if b` without an else is nothing
            return str(value)
        if isinstance(value, int | float):
            return str(value)
        kind = {"list": "list", "tuple": "list", "NoneType": "nothing"}.get(type(value).__name__, "group of values")
        raise SecurityError(f"a {kind} cannot be printed: name a field of it, or use a loop")

    def _words(self, value: Any) -> Markup:
        """A value as it stands in the document: one line, every sign that could be markup made inert."""
        told = self._told(value)
        self._sign(len(told))
        return told if isinstance(told, Markup) else Markup(inert(told))

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Fields of what is offered; no method of a text, a list or a number."""
        if attr.startswith("_") or attr in ("key", "code"):
            return False
        return not callable(value) or isinstance(obj, LoopContext)

    def is_safe_callable(self, obj: Any) -> bool:
        """Macros of the template, `range`, `namespace` and what a loop offers."""
        return isinstance(obj, Macro | LoopContext) or obj in (self._range, Namespace) or _of_loop(obj)

    def call(self, context: Any, obj: Any, *args: Any, **named: Any) -> Any:
        """Calls, counted: one may write all words of the template."""
        self._turn()
        self._sign(self.literal)
        return super().call(context, obj, *args, **named)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Sums of small numbers."""
        if not all(isinstance(one, int) and abs(one) < _BIG for one in (left, right)) or operator == "**":
            raise SecurityError(f"`{operator}` is for small whole numbers here; use ~ to put texts together")
        return super().call_binop(context, operator, left, right)

    def unsafe_undefined(self, obj: Any, attribute: str) -> NoReturn:
        """What may not be reached is told as what is not there."""
        raise SecurityError(f"`{attribute}` cannot be reached from a template")


def _of_loop(obj: Any) -> bool:
    return isinstance(getattr(obj, "__self__", None), LoopContext)


def inert(text: str) -> str:
    """Words on one line, each sign that Markdown may take for markup behind a backslash."""
    return _MARKS.sub(r"\\\1", flat(text))


def _quoted(passage: Passage) -> Markup:
    """The words of a law in quotation marks, in their language."""
    if not isinstance(passage, Passage):
        raise SecurityError("`quoted` takes a passage of a law")
    return Markup(f"[{inert(f'“{passage.words}”')}](lang:{inert(passage.lang or 'und')})")
