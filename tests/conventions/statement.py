"""A statement on how a program of this kind behaves, and what shows that ours does."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.cli.conftest import Call


@dataclass(frozen=True)
class Here:
    """What a check works with: a call in this process, a small act, a folder that is the working folder."""

    call: Call
    act: Path
    folder: Path
    patch: pytest.MonkeyPatch

    def program(self, *args: object, **env: str) -> subprocess.CompletedProcess[str]:
        """A call in a process of its own, with more variables of the environment."""
        command = [sys.executable, "-m", "ctip_law", *map(str, args)]
        return subprocess.run(command, capture_output=True, text=True, check=False, env=os.environ | env)


@dataclass(frozen=True)
class Statement:
    """`check` fails where the statement does not hold; without one, `reason` says why it does not hold in full."""

    group: str
    number: int
    words: str
    check: Callable[[Here], None] | None = None
    reason: str = ""


def holds(group: str, number: int, words: str, check: Callable[[Here], None]) -> Statement:
    return Statement(group, number, words, check)


def not_in_full(group: str, number: int, words: str, reason: str) -> Statement:
    return Statement(group, number, words, reason=reason)
