"""Each labelled law as it was read, once for all tests of a process that hold something against the labels."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from ctip_law.analyse import parse
from ctip_law.model import Law

#: Characters of a whole code, which takes as long as ten Acts; `.ci/accuracy` reads these too.
CODE = 200_000


@cache
def read_once(source: Path) -> Law:
    """The law in a file. Laws are frozen, so that tests may share them."""
    return parse(source)
