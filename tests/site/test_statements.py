"""How many of the statements on the published site hold in full, each shown by a check; the others' reasons."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctip_law.site.nouns import SiteData
from tests.site.reading import Reader
from tests.site.statements import STATEMENTS, Published, Statement

pytestmark = pytest.mark.browser

#: How many must hold in full.
LEAST = 25


@pytest.fixture
def here(site: SiteData, built: Path, reader: Reader) -> Published:
    return Published(site, built, reader)


@pytest.mark.parametrize("one", [one for one in STATEMENTS if one.check], ids=lambda one: f"{one.group}{one.number}")
def test_the_statement_holds(here: Published, one: Statement) -> None:
    assert one.check is not None
    one.check(here)


def test_the_tally(capsys: pytest.CaptureFixture[str]) -> None:
    assert [one.number for one in STATEMENTS] == list(range(56, 81))
    held = [one for one in STATEMENTS if one.check]
    lines = [f"{len(held)} of {len(STATEMENTS)} statements on the site hold in full"]
    for one in STATEMENTS:
        if not one.check:
            assert one.reason, f"{one.group}{one.number} has neither a check nor a reason"
            lines.append(f"  {one.group}{one.number} not in full, {one.words}: {one.reason}")
    with capsys.disabled():
        print("\n" + "\n".join(lines))
    assert len(held) >= LEAST
