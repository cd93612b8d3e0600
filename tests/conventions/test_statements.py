"""How many of the statements on a program of this kind hold in full, each shown by a check; the others' reasons."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Call, act, call
from tests.conventions.grammar import STATEMENTS as GRAMMAR
from tests.conventions.statement import Here, Statement
from tests.conventions.work import STATEMENTS as WORK

__all__ = ["act", "call"]

STATEMENTS = (*GRAMMAR, *WORK)
#: How many must hold in full.
LEAST = 49


@pytest.fixture
def here(call: Call, act: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Here:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("ctip_law.cli.settings.user_file", lambda: tmp_path / "user" / "ctip.toml")
    return Here(call, act, tmp_path, monkeypatch)


@pytest.mark.parametrize("one", [one for one in STATEMENTS if one.check], ids=lambda one: f"{one.group}{one.number}")
def test_the_statement_holds(here: Here, one: Statement) -> None:
    assert one.check is not None
    one.check(here)


def test_the_tally(capsys: pytest.CaptureFixture[str]) -> None:
    assert [one.number for one in STATEMENTS] == list(range(1, 56))
    held = [one for one in STATEMENTS if one.check]
    lines = [f"{len(held)} of {len(STATEMENTS)} statements hold in full"]
    for group in dict.fromkeys(one.group for one in STATEMENTS):
        own = [one for one in STATEMENTS if one.group == group]
        lines.append(f"  {group}: {sum(bool(one.check) for one in own)} of {len(own)}")
    for one in STATEMENTS:
        if not one.check:
            assert one.reason, f"{one.group}{one.number} has neither a check nor a reason"
            lines.append(f"  {one.group}{one.number} not in full, {one.words}: {one.reason}")
    with capsys.disabled():
        print("\n" + "\n".join(lines))
    assert len(held) >= LEAST
