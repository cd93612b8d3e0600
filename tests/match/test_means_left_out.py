"""An offence that asks for no means: said where neither the definition nor any offence tells one, beside near cases."""

from __future__ import annotations

import pytest

from ctip_law.match import match
from tests.match.conftest import law_of

LAW = """Model Act, 2020

1. Interpretation
In this Act, "trafficking in persons" means the recruitment, transport, transfer, harbouring or receipt of a
person{defined} for the purpose of exploitation.

2. Offence
{offence}

3. Title
This is the Model Act.
"""
BARE = "A person who commits trafficking in persons is liable to imprisonment for ten years."
CHILD = "A person who recruits or receives a child{} for exploitation is liable to imprisonment for ten years."


@pytest.mark.parametrize(
    ("defined", "offence", "shown"),
    [
        ("", BARE, True),
        (" by force or fraud", BARE, False),
        ("", CHILD.format(" by force or fraud"), False),  # an offence of whatever victim asks for means
        ("", CHILD.format(""), True),
        ("", f"{BARE} A person who uses force or fraud commits another offence.", True),  # no act with it
    ],
)
def test_no_means_are_asked_for(defined: str, offence: str, shown: bool) -> None:
    ledger = match([law_of(LAW.format(defined=defined, offence=offence))])
    flaw = ledger.flaws.get("means-missing-adult")
    assert (flaw is not None and flaw.status == "present") is shown
