"""Of what an extract leaves out its silence says nothing; what it was picked for is judged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from ctip_law import gap, parse
from ctip_law.assess.elsewhere import BEYOND, NOT_HELD
from ctip_law.corpus.extracts import _elements, extracts_alone
from ctip_law.dossier.advice import advice
from ctip_law.framework import load
from ctip_law.model import Law, ProvisionFinding
from ctip_law.report.matrix import unread
from ctip_law.report.rows import sheet
from ctip_law.report.terms import terms

OFFENCE = """PENAL CODE
90. Trafficking in persons
A person who recruits, transports, transfers, harbours or receives another person by threat, force, abduction, fraud,
deception or abuse of power for the purpose of exploitation, which includes forced labour, slavery, servitude and the
removal of organs, shall be punished with imprisonment for 12 years.
94. Theft
A person who takes a kite of another person commits an offence: imprisonment for 2 years.
95. Fire
A person who burns a lantern house commits an offence: imprisonment for 4 years.
"""
HELPERS = """96. Helpers
A person who aids or abets an offence is punished as if that person had committed it.
"""
LODGED = """97. Houses
The Minister shall provide shelter to every victim of trafficking in persons.
"""
ACT = OFFENCE.replace("PENAL CODE", "LANTERN ACT 2001")
KITES = """KITES AMENDMENT ACT 1999
1. Tails
A kite has a tail of two metres.
"""


def law(folder: Path, name: str, words: str, *, complete: bool = False, kind: str = "act") -> Law:
    path = folder / f"{name}.txt"
    path.write_text(words, "utf-8")
    return replace(parse(path), complete=complete, kind=kind)


def found(laws: Sequence[Law], duty: str) -> ProvisionFinding:
    return next(one for one in gap(list(laws), against="all").provisions if one.id == duty)


@pytest.mark.parametrize(
    ("words", "complete", "duty", "status"),
    [
        (OFFENCE, False, "tip-6-3a", "not_assessed"),
        (OFFENCE, True, "tip-6-3a", "gap"),  # a whole law that lodges nobody
        (OFFENCE, False, "tip-9-5", "not_assessed"),
        (OFFENCE, False, "tip-3b", "gap"),  # consent stands with the offence
        (OFFENCE, False, "tip-3d", "gap"),
        (OFFENCE, False, "tip-5-2c", "not_assessed"),  # no section on who takes part was picked
        (OFFENCE + HELPERS, False, "tip-5-2c", "partial"),  # one was: who abets instigates, and no organiser is named
        (OFFENCE + HELPERS, False, "tip-5-2b", "met"),
        (OFFENCE + HELPERS, False, "untoc-10-1", "not_assessed"),  # none on legal persons
        (OFFENCE + HELPERS, False, "untoc-15-1a", "not_assessed"),  # none on jurisdiction
        (OFFENCE + HELPERS, True, "untoc-15-1a", "gap"),
        (OFFENCE + LODGED, False, "tip-6-3a", "met"),
        (OFFENCE + LODGED, False, "tip-6-3d", "not_assessed"),  # a house is no word on work
        (OFFENCE + LODGED, True, "tip-6-3d", "gap"),
    ],
)
def test_an_extract_is_judged_on_what_it_was_picked_for(
    tmp_path: Path, words: str, complete: bool, duty: str, status: str
) -> None:
    one = found([law(tmp_path, "code", words, complete=complete)], duty)
    assert one.status == status
    assert (one.why == NOT_HELD) is (BEYOND in one.look_in) is (status == "not_assessed")


@pytest.mark.parametrize(
    ("words", "complete", "kind", "alone"),
    [
        (ACT, True, "act", False),  # a whole law on the matter
        (ACT, False, "act", True),  # two extracts
        (KITES, True, "amending", True),  # no more a whole law than what it amends
        (KITES, True, "act", False),  # what it is about nobody knows: a whole law
    ],
)
def test_a_whole_law_beside_an_extract_is_judged_on_everything(
    tmp_path: Path, words: str, complete: bool, kind: str, alone: bool
) -> None:
    laws = [law(tmp_path, "code", OFFENCE), law(tmp_path, "other", words, complete=complete, kind=kind)]
    assert extracts_alone(laws) is alone
    assert found(laws, "tip-6-3a").status == ("not_assessed" if alone else "gap")


def test_whole_laws_alone_are_no_extract(tmp_path: Path) -> None:
    assert not extracts_alone([law(tmp_path, "code", OFFENCE, complete=True)])


@pytest.mark.parametrize("group", ["act", "means", "purpose", "scope", "consent", "penalty", "aggravating"])
def test_what_stands_in_the_articles_on_trafficking_is_in_no_list(group: str) -> None:
    groups = {load().elements[id].group for id in _elements("always") | _elements("by_section")}
    assert group not in groups


def test_no_element_is_in_both_lists() -> None:
    assert not _elements("always") & _elements("by_section")


def test_a_defect_of_silence_on_what_was_left_out_is_not_named(tmp_path: Path) -> None:
    duties = {"no-legal-person", "no-nonpunishment"}
    part = gap([law(tmp_path, "code", OFFENCE + HELPERS)], against="all")
    whole = gap([law(tmp_path, "code", OFFENCE + HELPERS, complete=True)], against="all")
    named = {one.id for one in whole.defects}
    assert duties & named
    assert not duties & {one.id for one in part.defects}
    assert {part.withheld[id] for id in duties & named} == {NOT_HELD}


@pytest.mark.parametrize("language", ["es", "fr", "id"])
def test_it_is_told_in_every_language_of_the_pages(language: str) -> None:
    assert terms(language).said(NOT_HELD)


def test_matrix_and_report_say_it_of_the_duties_by_name(tmp_path: Path) -> None:
    made = sheet(gap([law(tmp_path, "code", OFFENCE)], against="tip"))
    lines = [line for line in unread(made) if line.startswith("not in the pieces of the law that we hold (an extract)")]
    assert len(lines) == 1
    assert "6(3)(a)" in lines[0]
    assert "3(b)" not in lines[0].split(": ")[1].split(", ")


@pytest.mark.parametrize(
    ("look_in", "told"),
    [
        ((BEYOND,), "Before anything is changed, read the law of which an extract was read."),
        ((BEYOND, "kites"), "read the law of which an extract was read, and what the country has on kites."),
        (("kites",), "Before anything is changed, read what the country has on kites."),
    ],
)
def test_what_is_advised(tmp_path: Path, look_in: tuple[str, ...], told: str) -> None:
    one = replace(found([law(tmp_path, "code", OFFENCE)], "tip-6-3a"), look_in=look_in)
    report = gap([law(tmp_path, "code", OFFENCE)], against="tip")
    row = next(row for row in sheet(report).rows() if row.id == "tip-6-3a")
    assert advice(row, one).endswith(told)
