"""How wide a table of text is: 80 columns, or as wide as what stands in it takes, which --wide asks for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

#: Columns of a terminal that every table fits.
COLUMNS = 80
_NO_END = 1_000_000
_WIDE: ContextVar[bool] = ContextVar("wide", default=False)


@contextmanager
def unwrapped(on: bool = True) -> Iterator[None]:
    """Inside, no table of text wraps a line."""
    before = _WIDE.set(on)
    try:
        yield
    finally:
        _WIDE.reset(before)


def across() -> int:
    """Columns of a line, at which text is wrapped."""
    return _NO_END if _WIDE.get() else COLUMNS


def column(usual: int, texts: Iterable[str]) -> int:
    """Columns of one column of a table: the usual ones, or what its longest text takes where nothing is wrapped."""
    return max(usual, *map(len, texts), 0) if _WIDE.get() else usual
