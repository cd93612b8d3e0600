"""Work on each of several things, in as many processes as the machine has cores. The same results for any number."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

One = TypeVar("One")
Made = TypeVar("Made")

#: What runs threads of its own once it was used: a process that is forked after that would wait for them for ever.
_THREADED = ("typst",)


def each(work: Callable[[One], Made], things: Sequence[One], workers: int = 0) -> list[Made]:
    """The results of `work` in the order of `things`. `workers`: as many as the machine has cores without it.

    `work` is a function of a module, so that another process finds it. Raises what it raises. Where the processes come
    to an end (out of memory), the work is done here.
    """
    workers = min(workers or cores(), len(things))
    if workers < 2 or any(name in sys.modules for name in _THREADED):
        return [work(one) for one in things]
    try:
        with ProcessPoolExecutor(workers) as pool:
            return list(pool.map(work, things))
    except BrokenProcessPool:
        return [work(one) for one in things]


def cores() -> int:
    """How many cores this program may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
