"""The table of changes to a sound law that the tests of defects and verdicts share."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from ctip_law.match import match
from ctip_law.model import Ledger
from tests.match.conftest import law_of

TABLE: dict[str, Any] = tomllib.loads(Path(__file__).with_name("changes.toml").read_text(encoding="utf-8"))

#: A short law of our own that shows none of the named defects.
SOUND: str = TABLE["law"]


def ledger_after(change: list[list[str]]) -> Ledger:
    """The ledger of the sound law with a change made to it: pairs of its words and the words instead."""
    text = SOUND
    for old, new in change:
        assert old in text, old
        text = text.replace(old, new)
    return match([law_of(text)])
