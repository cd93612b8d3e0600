"""The order in which laws are named changes no verdict, and evidence is listed in that order."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations
from pathlib import Path

import pytest

from ctip_law import gap, parse
from ctip_law.model import Law, Report

VICE = """LANTERN HOUSES ACT 1961
1. Trading in persons
A person who recruits, transports, transfers, harbours or receives another person by threat, force, deception or abuse
of power for the purpose of prostitution commits an offence: imprisonment for 9 years.
2. Keeping a house
A person who keeps a lantern house commits an offence: imprisonment for 2 years.
"""
CODE = """PENAL CODE 1902
4. Attempt
A person who attempts to commit an offence is punished with one half of the penalty for that offence.
5. Helpers
A person who aids or abets an offence is punished as if that person had committed it.
90. Trafficking in persons
A person who recruits, transports, transfers, harbours or receives another person by threat, force, abduction, fraud,
deception or abuse of power for the purpose of exploitation, which includes forced labour, slavery, servitude and the
removal of organs, commits an offence: imprisonment for 12 years.
"""
GENERAL = CODE.partition("90. ")[0]
KITES = """KITES ACT 1999
1. Tails
A kite has a tail of two metres.
2. Strings
A person who attempts to cut the string of a kite pays a fine.
"""
SHELTER = """SHELTER OF VICTIMS ACT 2011
1. Houses
The Minister shall provide shelter and medical care to every victim of trafficking in persons.
2. Names
The identity and privacy of a victim of trafficking in persons shall be protected.
"""
#: Many sections with one and the same thing: what is kept of an element is cut.
MANY = "BOOK OF TRADES 1950\n" + "\n".join(
    f"{n}. Trade {n}\nA person who recruits, transports, transfers, harbours or receives another person by force or "
    f"deception for the purpose of forced labour in trade {n} commits an offence: imprisonment for {n} years."
    for n in range(4, 14)
)


def law(folder: Path, number: int, words: str) -> Law:
    path = folder / f"{number}.txt"
    path.write_text(words, "utf-8")
    return parse(path)


def verdicts(report: Report) -> list[object]:
    found = [(one.id, one.status, one.confidence, one.why, one.missing, one.look_in) for one in report.provisions]
    return [*found, [one.id for one in report.defects], report.withheld, report.reading, report.ledger.alarm]


@pytest.mark.parametrize(
    "texts",
    [
        (CODE, VICE, KITES),  # two laws hold an offence, and one of them answers what the other does not
        (VICE, CODE, SHELTER),
        (MANY, CODE, VICE),  # more sections than are kept of an element
        (SHELTER, KITES, CODE),
        (KITES, VICE, SHELTER),  # no general part
    ],
)
def test_verdicts_are_the_same_in_every_order(tmp_path: Path, texts: Sequence[str]) -> None:
    laws = [law(tmp_path, n, text) for n, text in enumerate(texts)]
    first, *others = [verdicts(gap(list(order), against="tip")) for order in permutations(laws)]
    for other in others:
        assert [one for one in zip(first, other, strict=True) if one[0] != one[1]] == []


def test_evidence_and_laws_are_listed_in_the_order_given(tmp_path: Path) -> None:
    laws = [law(tmp_path, n, text) for n, text in enumerate((CODE, VICE, SHELTER))]
    for order in permutations(laws):
        report = gap(list(order), against="tip")
        place = {one.id: n for n, one in enumerate(order)}
        assert [one.id for one in report.ledger.laws] == list(place)
        assert list(report.manners) == list(place)
        for finding in report.ledger.elements.values():
            places = [place[one.law] for one in finding.evidence]
            assert places == sorted(places)
        own = [one.law for one in report.ledger.elements["act.recruitment"].evidence]
        assert set(own) == {laws[0].id, laws[1].id}
        adult = next(one for one in report.provisions if one.id == "tip-3a")
        first = own[0]
        assert adult.evidence[0].law == first


@pytest.mark.parametrize(
    ("texts", "duty", "status"),
    [
        ((VICE, CODE), "tip-5-2b", "met"),  # the code holds an offence of its own
        ((VICE, GENERAL), "tip-5-2b", "elsewhere"),  # the code holds the general part alone
        ((GENERAL, VICE), "tip-5-2b", "elsewhere"),
        ((KITES, SHELTER), "tip-6-3a", "met"),  # no law holds an offence: none is the other one
    ],
)
def test_elsewhere_is_said_of_laws_beside_those_with_the_offence(
    tmp_path: Path, texts: Sequence[str], duty: str, status: str
) -> None:
    laws = [law(tmp_path, n, text) for n, text in enumerate(texts)]
    assert next(one for one in gap(laws, against="tip").provisions if one.id == duty).status == status


def test_two_versions_of_one_law_are_read_together(tmp_path: Path) -> None:
    """They have one id; what the longer one tells stands behind the end of the shorter one."""
    from dataclasses import replace

    from ctip_law.assess import assess
    from ctip_law.match import match

    paths = tmp_path / "short.txt", tmp_path / "long.txt"
    paths[0].write_text(VICE, encoding="utf-8")
    paths[1].write_text(VICE + "\n3. Register\n" + "The Minister keeps a register. " * 40 + CODE, encoding="utf-8")
    short, long = (parse(path) for path in paths)
    assert assess(match([replace(long, id=short.id), short]), ("tip",)).provisions
