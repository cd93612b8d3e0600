"""An amending act is judged for what it puts into another law; the rest is that law's, which was not read."""

from __future__ import annotations

import pytest

from ctip_law import gap, parse, render_gap
from ctip_law.model import Law, ProvisionFinding, Report
from ctip_law.report.words import shown

AMENDING = """Harbour Police (Amendment) Act 2019

1. Short title
This Act may be cited as the Harbour Police (Amendment) Act 2019.

2. New section 9A
The Harbour Police Act 1990 (in this Act referred to as the "principal Act") is amended by inserting after section 9 the
following section: "9A. A court that convicts a person of trafficking in persons shall order the offender to pay
compensation to the victim for injury, lost wages and costs."

3. New section 9B
The principal Act is amended by inserting after section 9A the following section: "9B. A person who attempts to commit
the offence of trafficking in persons is guilty of that offence."
"""
PRINCIPAL = """Harbour Police Act 1990

1. Trafficking in persons
A person who recruits, transports, transfers, harbours or receives another person by force or fraud for the purpose of
forced labour commits the offence of trafficking in persons and is liable to imprisonment for ten years.

2. Shelters
Each harbour keeps a shelter for victims.
"""
REGULATION = """Harbour Police (Shelters) Regulations 2020

made under section 9 of the Harbour Police Act 1990

1. Shelters
Each harbour shall provide every victim of trafficking in persons with a shelter.

2. Registers
A register is kept of the shelters.
"""


def law(text: str) -> Law:
    return parse("-", stdin=text.encode(), lang="en")


def found(report: Report, id: str) -> ProvisionFinding:
    return next(one for one in report.provisions if one.id == id)


def people_see(one: ProvisionFinding) -> str:
    return shown(one.status, one.nature, one.principal)


@pytest.fixture(scope="module")
def amending() -> Report:
    return gap([law(AMENDING)], against="tip")


def test_what_an_amending_act_inserts_is_judged(amending: Report) -> None:
    assert people_see(found(amending, "tip-6-6")) in ("met", "partial")
    assert found(amending, "tip-6-6").principal == ""


OFFENCE = """A person who recruits, transports, transfers, harbours or receives another by force or fraud{} commits the
offence of trafficking in persons and is liable to imprisonment for ten years."""


@pytest.mark.parametrize(
    ("aim", "named"),
    [(" for the purpose of forced labour", True), ("", False)],
    ids=["its aim said", "aim left to the Act"],
)
def test_the_silence_of_an_amending_act_is_told_where_it_makes_the_whole_offence(aim: str, named: bool) -> None:
    compensation = AMENDING[AMENDING.index("A court that convicts") : AMENDING.index('"\n\n3.')]
    attempt = AMENDING[AMENDING.index("A person who attempts") : AMENDING.rindex('"')]
    text = AMENDING.replace(compensation, OFFENCE.format(aim)).replace(attempt, "Each harbour has a bell.")
    report = gap([law(text)], against="tip")
    assert ("no-attempt" in {defect.id for defect in report.defects}) is named


def test_what_it_leaves_alone_is_not_assessed_and_the_law_not_read_is_named(amending: Report) -> None:
    one = found(amending, "tip-8-2")
    assert people_see(one) == "not_assessed"
    assert one.why == "the act says nothing on it; Harbour Police Act 1990, which it amends, was not read"


def test_the_law_that_it_amends_read_with_it_is_the_bundle_and_silence_is_its_own() -> None:
    report = gap([law(AMENDING), law(PRINCIPAL)], against="tip")
    assert report.unread == {}
    assert people_see(found(report, "tip-9-5")) in ("gap", "not_in_legislation")


def test_another_law_read_with_it_is_not_the_one_that_it_amends() -> None:
    other = law(PRINCIPAL.replace("Harbour Police Act 1990", "Lighthouse Act 1985"))
    report = gap([law(AMENDING), other], against="tip")
    assert list(report.unread.values()) == ["Harbour Police Act 1990, which it amends"]
    assert people_see(found(report, "tip-9-5")) in ("gap", "not_in_legislation")


def test_a_regulation_names_the_law_that_it_carries_out() -> None:
    report = gap([law(REGULATION)], against="tip")
    assert people_see(found(report, "tip-5-1")) == "not_assessed"
    assert found(report, "tip-5-1").why.endswith("Harbour Police Act 1990, which it carries out, was not read")
    assert people_see(found(report, "tip-6-3a")) in ("met", "partial")


def test_a_regulation_that_names_its_law_by_number_knows_it_by_the_title_in_its_own() -> None:
    act = law(PRINCIPAL)
    title = "Implementing Rules of Act No. 77, Harbour Police Act 1990"
    _, _, rest = REGULATION.partition("1. Shelters")
    numbered = law(f"{title}\n\n1. Shelters{rest}")
    assert gap([numbered, act], against="tip").unread == {}
    other = law(PRINCIPAL.replace("Harbour Police Act 1990", "Lighthouse Act 1985"))
    assert len(gap([numbered, other], against="tip").unread) == 1


CODE = """DECRETO {kind} N° 7 - Código Penal

Artículo 1.- Trata de personas
El que capte o traslade a otro con fines de explotación será reprimido con prisión de ocho años.

Artículo 2.- Faroles
El puerto tiene un farol.
"""


@pytest.mark.parametrize(("kind", "own"), [("LEGISLATIVO", True), ("SUPREMO", False)])
def test_a_legislative_decree_is_a_law_of_its_own(kind: str, own: bool) -> None:
    report = gap([parse("-", stdin=CODE.format(kind=kind).encode(), lang="es")], against="tip")
    assert (report.unread == {}) is own


def test_a_law_that_stands_by_itself_has_gaps() -> None:
    report = gap([law(PRINCIPAL)], against="tip")
    assert found(report, "tip-6-6").status == "gap"
    assert people_see(found(report, "tip-6-6")) == "gap"


@pytest.mark.parametrize("form", ["table", "md", "html"])
def test_the_head_of_a_report_says_which_law_was_not_read(amending: Report, form: str) -> None:
    made = render_gap(amending, form)
    assert isinstance(made, str)
    head = " ".join(made.split())[:4000]
    assert "Not read: Harbour Police Act 1990, which it amends." in head
    assert head.index("Not read: ") < head.index("Against: " if form == "table" else "Instruments")
