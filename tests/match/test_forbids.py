"""What a section forbids and another of its sentences punishes is an offence, and no denial of one."""

from __future__ import annotations

import pytest

from ctip_law.match import match
from tests.match.conftest import law_of

ACT = """Trafficking in Persons Act, 2020

1. Trafficking in persons
A person who recruits, transports or receives another person by threat for the purpose of exploitation commits an
offence of trafficking in persons and is liable to imprisonment for ten years.

2. {heading}
(1) {rule}
(2) {follows}
"""
BREAKS = "A person who contravenes subsection (1) commits an offence and is liable to a fine."


@pytest.mark.parametrize(
    ("heading", "rule", "follows", "element", "made"),
    [
        (
            "Publication",
            "No person shall publish the name or identity of a victim.",
            BREAKS,
            "related_offence.disclosure",
            True,
        ),
        (
            "Publication",
            "No editor, printer or owner of a paper shall publish the name of a victim.",
            BREAKS,
            "related_offence.disclosure",
            True,
        ),
        (
            "Carriers",
            "No owner or master of a vessel shall carry a passenger without travel documents.",
            "An owner who fails to comply with this section commits an offence and is liable to a fine.",
            "border.carrier_penalty",
            True,
        ),
        # nobody is punished for it
        (
            "Publication",
            "No person shall publish the name or identity of a victim.",
            "The Minister may make rules.",
            "related_offence.disclosure",
            False,
        ),
        # what is said is that it is no offence
        (
            "Publication",
            "No person shall be liable for publishing the name or identity of a victim to a court.",
            BREAKS,
            "related_offence.disclosure",
            False,
        ),
        # a duty and no prohibition is broken
        (
            "Records",
            "No person is bound to publish the name or identity of a victim.",
            BREAKS,
            "related_offence.disclosure",
            False,
        ),
    ],
)
def test_forbidden_and_punished(heading: str, rule: str, follows: str, element: str, made: bool) -> None:
    law = law_of(ACT.format(heading=heading, rule=rule, follows=follows))
    assert (match([law]).elements[element].status == "present") is made
