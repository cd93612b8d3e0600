"""Drafts of the tests, read and matched once and shared by all of them."""

from __future__ import annotations

from functools import cache

from ctip_law.annotate import annotate
from ctip_law.draft import Draft, DraftSection, draft_law, render
from ctip_law.match import match
from ctip_law.model import Law, Ledger
from ctip_law.read import read
from ctip_law.structure import structure

TRADITIONS = ("common", "civil", "plain")


def parsed(draft: Draft, form: str = "text") -> Law:
    """A draft as our own pipeline reads it from its file."""
    data = render(draft, form)
    stdin = data if isinstance(data, bytes) else data.encode()
    return annotate(structure(read("-", lang="en", stdin=stdin), lang="en"))


@cache
def whole(tradition: str) -> Draft:
    """The whole law on trafficking with the default of every option."""
    return draft_law(tradition=tradition)


@cache
def read_back(tradition: str, form: str = "text") -> Law:
    """The whole law on trafficking, read back."""
    return parsed(whole(tradition), form)


@cache
def ledger(tradition: str) -> Ledger:
    """What the matcher finds in the whole law on trafficking."""
    return match([read_back(tradition)])


def missing_in_own_section(section: DraftSection, found: Ledger) -> set[str]:
    """The promised elements of a section that are not found in it."""
    return {
        element
        for element in section.elements
        if found.elements[element].status != "present"
        or section.num not in {evidence.num for evidence in found.elements[element].evidence}
    }
