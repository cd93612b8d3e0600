"""Each labelled law as it was read, once for all tests of a process that hold something against the labels."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from ctip_law.analyse import parse
from ctip_law.evaluate.gold import Gold, source_of
from ctip_law.model import Law

#: Bytes of a whole code, which takes as long as ten Acts; `.ci/accuracy` reads these too.
CODE = 200_000


@cache
def read_once(source: Path) -> Law:
    """The law in a file. Laws are frozen, so that tests may share them."""
    return parse(source)


def halves(labels: Sequence[Gold], corpus: Path) -> tuple[list[Gold], list[Gold]]:
    """The labels of all laws but whole codes, in two halves with laws of every language, kind and set."""
    small = [one for one in labels if source_of(one, corpus).stat().st_size <= CODE]
    return small[::2], small[1::2]
