"""How amending acts are worded is data: every mistake in it is told with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctip_law.annotate.drafting import drafting, read
from ctip_law.datafile import DataFile
from ctip_law.errors import ConfigError
from ctip_law.languages import FOLDER

GOOD = (FOLDER / "en" / "amendments.toml").read_text(encoding="utf-8")

# what is there, what stands instead, what is said
BAD = [
    ("of = '(?: of)?'", "of = '(?: of'", "cannot be read"),
    ("%insert%,? %position% (?P<u>%unit%)", "%insrt%,? %position% (?P<u>%unit%)", "names the piece %insrt%"),
    ("of = '(?: of)?'", "of = '%of%'", "hold themselves"),
    ('kind = "renumber"', 'kind = "number"', 'must be one of insert'),
    ('what = "stop"', 'what = "full stop"', "must be one of words"),
    ("verb = ", "verbs = ", "unknown field `verbs`"),
    ("[occurrence]", "[occurrences]", "unknown field `occurrences`"),
    ('item = ["item"]', 'items = ["item"]', "unknown field `items`"),
    ("first = '\\bfirst\\b'", "", "the field `first` is missing"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "said"), BAD)
def test_mistakes(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert old in GOOD
    path = tmp_path / "amendments.toml"
    path.write_text(GOOD.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        read(DataFile(path)).check()
    assert said in caught.value.message
    line = GOOD[: GOOD.index(old)].count("\n") + 1
    assert caught.value.path == str(path)
    if said not in ("cannot be read", "hold themselves") and new:  # a piece is told where it is used
        assert caught.value.place == str(line)


@pytest.mark.parametrize("language", [path.parent.name for path in sorted(FOLDER.glob("*/amendments.toml"))])
def test_every_pattern_can_be_read(language: str) -> None:
    how = read(DataFile(FOLDER / language / "amendments.toml"))
    how.check()
    assert all(how.signs[order.kind] for order in how.orders), "an order of a kind without signs is never looked for"


def test_patterns_are_compiled_when_they_are_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    how = read(DataFile(FOLDER / "en" / "amendments.toml"))
    monkeypatch.setattr("ctip_law.annotate.drafting._Pieces.compile", lambda *_: pytest.fail("a pattern was compiled"))
    assert not how.may_amend("a person who keeps another person in bondage is liable to imprisonment for five years")
    assert how.may_amend("section 4 of the principal act is amended")


def test_a_language_without_the_file_orders_nothing() -> None:
    assert drafting("en-GB") is drafting("en")
    assert drafting("fi") is None
    assert drafting("") is None
