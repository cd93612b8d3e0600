"""Short statutes of our own, read by the real pipeline."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ctip_law import parse
from ctip_law.match import match
from ctip_law.model import ElementFinding, Law

#: A law with a plain trafficking offence, into which a test puts one more section.
FRAME = """Model Act on Trafficking in Persons, 2020

1. Interpretation
In this Act—
"child" means a person under the age of eighteen years;
"exploitation" means forced labour, slavery, servitude, the removal of organs or sexual exploitation;
"victim" means a person against whom an offence under section 2 was committed.

2. Trafficking in persons
(1) A person who recruits, transports, transfers, harbours or receives another person by means of threat, force, fraud or
deception for the purpose of exploitation commits an offence and is liable on conviction to imprisonment for a term not
exceeding twelve years.

3. Short title
This Act may be cited as the Model Act.
"""


def law_of(text: str, lang: str = "en") -> Law:
    """A law from its text."""
    return parse("-", lang=lang, stdin=text.encode("utf-8"))


def with_section(section: str, heading: str = "Further provision") -> Law:
    """The frame with one more section, numbered 4."""
    return law_of(f"{FRAME}\n4. {heading}\n{section}\n")


@pytest.fixture(scope="session")
def find() -> Callable[[Law, str], ElementFinding]:
    """The finding on one element of a law."""

    def run(law: Law, element: str) -> ElementFinding:
        return match([law]).elements[element]

    return run
