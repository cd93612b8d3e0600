"""Neighbours of the field cases on verdicts: what a law excludes, who else is punished, what only looks like an offence."""

# ruff: noqa: E501 (tables of clauses)
from __future__ import annotations

from dataclasses import dataclass

import pytest

from ctip_law.assess import assess
from ctip_law.match import match
from tests.match.conftest import law_of

_ACTS = "the recruitment, transportation, transfer, harbouring or receipt of a person by deception, fraud, abduction, coercion, force, threat, abuse of power or of a position of vulnerability, or by giving payment to obtain the consent of a person having control over another, for the purpose of exploitation"
_ALL = "prostitution of others, sexual exploitation, forced labour, slavery, practices similar to slavery, servitude and the removal of organs"


def _law(exploitation: str = f'"Exploitation" includes {_ALL}.', *more: str) -> str:
    sections = [
        f'1. Definitions\nIn this Act "trafficking in persons" means {_ACTS}.',
        f"2. Exploitation\n{exploitation}",
        "3. Offence\nA person who commits trafficking in persons is liable to imprisonment for twenty years.",
        *(f"{n}. More\n{words}" for n, words in enumerate(more, 4)),
    ]
    return "TRAFFICKING IN PERSONS (MODEL) ACT 2022\n\n" + "\n\n".join(sections) + "\n"


@dataclass(frozen=True)
class Case:
    """`elements`: present or not; `provisions`: their verdicts; `named`, `unnamed`: defects that are told or not."""

    text: str
    elements: tuple[tuple[str, bool], ...] = ()
    provisions: tuple[tuple[str, str], ...] = ()
    unnamed: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


NEIGHBOURS: dict[str, dict[str, Case]] = {
    "31 a purpose that is excluded": {
        "does not extend to": Case(_law('"Exploitation" includes prostitution of others, sexual exploitation, forced labour, slavery, practices similar to slavery and servitude, but does not extend to the removal of organs.'), (("purpose.organs", False),), (("tip-3a", "partial"),)),
        "a section of its own": Case(_law('"Exploitation" includes prostitution of others, sexual exploitation, forced labour, slavery and servitude.', "The removal of organs is not exploitation for the purposes of this Act."), (("purpose.organs", False),), (("tip-3a", "partial"),)),
        "similar practices alone": Case(_law('"Exploitation" includes prostitution of others, sexual exploitation, forced labour, servitude, the removal of organs and practices similar to slavery.'), (("purpose.organs", True), ("purpose.slavery", False)), (("tip-3a", "partial"),)),
        "nothing excluded": Case(_law(), (("purpose.organs", True), ("purpose.slavery", True)), (("tip-3a", "met"),)),
    },
    "32 helpers, juristic persons, acts of victims": {
        "verbs in a list": Case(_law(f'"Exploitation" includes {_ALL}.', "A person who aids, counsels, commands or procures another to commit an offence under section 3 is liable to the same punishment.", "A victim shall not be liable for offences committed in connection with the victim's trafficking."), (("participation.accomplice", True),), (("tip-5-2b", "met"),), ("no-accomplice", "no-nonpunishment")),
        "a person includes a company": Case(_law(f'"Exploitation" includes {_ALL}.', 'In this Act "person" includes a company and an association of persons.', "A person who helps or encourages another to commit an offence under section 3 commits the same offence."), (("participation.accomplice", True),), (("tip-5-2b", "met"),), ("no-accomplice", "no-legal-person")),
        "acts done in relation to": Case(_law(f'"Exploitation" includes {_ALL}.', "No victim of trafficking shall be prosecuted for acts done in relation to being trafficked."), (), (), ("no-nonpunishment",)),
        "crimes in connection, may not be punished": Case(_law(f'"Exploitation" includes {_ALL}.', "A trafficked person may not be punished for any offence committed in connection with the trafficking of that person."), (), (), ("no-nonpunishment",)),
        "an officer who is not liable": Case(_law(f'"Exploitation" includes {_ALL}.', "An officer shall not be liable for acts done in connection with a search under this Act."), (), (), (), ("no-nonpunishment", "no-accomplice", "no-legal-person")),
    },
    "33 an attempt that is only spoken of": {
        "barred from office": Case(_law(f'"Exploitation" includes {_ALL}.', "A person is barred from office if convicted of an offence under section 3 or of an attempt to commit such an offence."), (), (("tip-5-2a", "gap"),)),
        "not eligible": Case(_law(f'"Exploitation" includes {_ALL}.', "A person who was convicted of an attempt to commit an offence under section 3 is not eligible to keep a hostel."), (), (("tip-5-2a", "gap"),)),
        "a register": Case(_law(f'"Exploitation" includes {_ALL}.', "The register shows each conviction for an offence under section 3 and for an attempt to commit such an offence."), (), (("tip-5-2a", "gap"),)),
        "an attempt that is punished": Case(_law(f'"Exploitation" includes {_ALL}.', "A person who attempts to commit an offence under section 3 is liable to imprisonment for ten years."), (), (("tip-5-2a", "met"),)),
    },
}


#: What is still read wrongly: words for an exclusion and for a conviction's consequence that no lexicon has.
NOT_YET = {
    "an exclusion that limits the other purposes": Case(
        _law('"Exploitation" includes sexual exploitation, forced labour, slavery and servitude, but does not extend to the removal of organs.'),
        (("purpose.organs", False), ("purpose.slavery", True)),
    ),
        "it excludes": Case(_law('"Exploitation" means prostitution of others, sexual exploitation, forced labour, slavery, practices similar to slavery or servitude; it excludes the removal of organs.'), (("purpose.organs", False), ("purpose.slavery", True)), (("tip-3a", "partial"),)),
        "other than": Case(_law('"Exploitation" includes prostitution of others, sexual exploitation, forced labour, servitude and slavery, but not the removal of organs.'), (("purpose.organs", False), ("purpose.slavery", True)), (("tip-3a", "partial"),)),
        "a licence that is refused": Case(_law(f'"Exploitation" includes {_ALL}.', "A licence is refused to a person who was convicted of an offence under section 3, of an attempt to commit such an offence, or of aiding such an offence."), (), (("tip-5-2a", "gap"), ("tip-5-2b", "gap"))),
        "dismissal": Case(_law(f'"Exploitation" includes {_ALL}.', "A member of the Board is dismissed if found guilty of an offence under section 3 or of an attempt at or complicity in such an offence."), (), (("tip-5-2a", "gap"), ("tip-5-2b", "gap"))),
}


@pytest.mark.parametrize(("kind", "name"), [(kind, name) for kind, cases in NEIGHBOURS.items() for name in cases])
def test_verdicts(kind: str, name: str) -> None:
    _check(NEIGHBOURS[kind][name])


@pytest.mark.xfail(strict=True, reason="the lexicon has no words for it")
@pytest.mark.parametrize("name", NOT_YET)
def test_verdicts_that_are_not_right_yet(name: str) -> None:
    _check(NOT_YET[name])


def _check(case: Case) -> None:
    ledger = match([law_of(case.text)])
    assert [(element, ledger.elements[element].status == "present") for element, _ in case.elements] == list(case.elements)
    report = assess(ledger, ["tip"])
    verdicts = {one.id: one.status for one in report.provisions}
    assert [(duty, verdicts[duty]) for duty, _ in case.provisions] == list(case.provisions)
    told = {defect.id for defect in report.defects}
    assert told.isdisjoint(case.unnamed)
    assert set(case.named) <= told
