"""Runs `ctip-law` in this process and hands back what it said."""

from __future__ import annotations

import io
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from ctip_law.cli import run
from tests.kept import readings_kept as readings_kept

ACT = """Trade in People Act 2020

1. Offence
(1) A person who recruits, transports, transfers, harbours or receives another person by means of force, threats or
deception for the purpose of exploitation commits an offence of trafficking in persons and is liable on conviction to
imprisonment for a term not exceeding fifteen years.
(2) The consent of the victim is irrelevant.

2. Meaning of child
In this Act, "child" means a person under the age of eighteen years.

3. Compensation
The court may order the offender to pay compensation to the victim.
"""


@dataclass(frozen=True)
class Said:
    """Exit code, standard output and standard error of one call."""

    code: int
    out: str
    err: str


class Call:
    """`call("gap", path)` runs one call; `stdin` is what is piped in."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.monkeypatch = monkeypatch

    def __call__(self, *args: object, stdin: bytes | None = None) -> Said:
        out, err = io.TextIOWrapper(io.BytesIO(), encoding="utf-8"), io.StringIO()
        with self.monkeypatch.context() as patch:
            patch.setattr(sys, "stdout", out)
            patch.setattr(sys, "stderr", err)
            if stdin is not None:
                patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
            code = run([str(arg) for arg in args])
            out.flush()
        return Said(code, out.buffer.getvalue().decode("utf-8"), err.getvalue())  # type: ignore[attr-defined]


@pytest.fixture
def call(monkeypatch: pytest.MonkeyPatch) -> Call:
    for name in ("NO_COLOR", "FORCE_COLOR", "CTIP_DEBUG", "CTIP_AGAINST", "CTIP_COUNTRY", "CTIP_LANG", "CTIP_ENCODING"):
        monkeypatch.delenv(name, raising=False)
    return Call(monkeypatch)


@pytest.fixture
def act(tmp_path: Path) -> Path:
    path = tmp_path / "act.txt"
    path.write_text(ACT, encoding="utf-8")
    return path
