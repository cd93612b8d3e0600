"""Work that is the same on every machine: how many lines of our own code a call executes.

No test reads a clock. A loop within a loop shows here; what a pattern spends shows in `benchmarks/growth.py`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import ctip_law

OURS = str(Path(ctip_law.__file__).parent)


def lines_run(call: Callable[[], object]) -> int:
    """Lines of `ctip_law` executed by `call`, each as often as it runs."""
    count = 0

    def line(frame: FrameType, event: str, _: object) -> object:
        nonlocal count
        count += event == "line"
        return line

    def entered(frame: FrameType, event: str, _: object) -> object:
        return line if frame.f_code.co_filename.startswith(OURS) else None

    before = sys.gettrace()
    sys.settrace(entered)
    try:
        call()
    finally:
        sys.settrace(before)
    return count
