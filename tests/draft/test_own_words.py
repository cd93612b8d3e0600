"""The model provisions are our own wording: no run of words of the Protocol stands in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctip_law.draft import draft_law, library, render
from tests.corpus.wording import runs

#: Reprints the English text of the Protocol, articles 1 to 10, in its schedule.
REPRINT = "corpus/na/combating-trafficking-act-2018-json/text.txt"


@pytest.fixture(scope="module")
def protocol(shared: Path) -> str:
    path = shared / REPRINT
    if not path.is_file():
        pytest.skip("the statute that reprints the Protocol is not beside this checkout")
    return path.read_text(encoding="utf-8").partition("HAVE AGREED AS FOLLOWS")[2]


@pytest.mark.outside
@pytest.mark.parametrize("turn", range(3))
@pytest.mark.parametrize("tradition", ["common", "civil"])
def test_no_run_of_seven_words_is_shared_with_the_protocol(protocol: str, tradition: str, turn: int) -> None:
    options = [option for provision in library().values() for option in (provision.options or {}).values()]
    choices = {option.id: list(option.choices)[turn % len(option.choices)] for option in options}
    lines = str(render(draft_law(tradition=tradition, variables=choices), "text")).splitlines()
    assert len(protocol) > 9_000  # articles 1 to 10
    assert runs(lines, protocol, 7) == []
