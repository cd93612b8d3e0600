"""Half a provision: what limits a clause in general words, beside clauses that look so and are whole."""

# ruff: noqa: E501 (tables)

from __future__ import annotations

import pytest

from ctip_law.analyse import parse
from ctip_law.match import match
from tests.clauses.test_table import FRAMES
from tests.match.conftest import with_section

# element, status, clause; the pairs differ in the words that limit
ROWS = [
    # the other persons, acts or cases are set aside
    ("protection.housing", "weak", "The Ministry shall lodge a victim who is a seafarer; other victims are not covered."),
    ("protection.housing", "present", "The Ministry shall lodge a victim in a shelter or other suitable place that may not be a jail."),
    ("protection.medical", "weak", "A victim shall be given health care by the State. Any other treatment is governed by the Health Code."),
    ("protection.medical", "present", "A victim shall be given health care by the State. Other treatment shall be given in the same clinic."),
    ("assets.confiscate_instr", "weak", "A vessel used in an offence under this Act shall be forfeited; all other objects are returned to their owners."),
    ("assets.confiscate_instr", "present", "A vessel or any other object used in an offence under this Act shall be forfeited."),
    ("investigation.cooperate_mitigate", "weak", "An offender under twenty who helps the police shall get a lower sentence, but an adult shall not."),
    # a plan is to tell it
    ("prevention.awareness", "weak", "The national plan shall set out campaigns that make the public aware of trafficking in persons."),
    ("prevention.awareness", "present", "The Ministry shall hold campaigns that make the public aware of trafficking in persons."),
    ("institution.action_plan", "present", "The Council shall adopt a national action plan against trafficking in persons every three years."),
    # only for one who helps the authorities
    ("status.temp_stay", "weak", "A foreign victim who assists the police shall be granted a residence permit of six months."),
    ("status.temp_stay", "weak", "A foreign victim shall be granted a residence permit on condition that she testifies."),
    ("status.temp_stay", "present", "A foreign victim shall be granted a residence permit of six months, whether or not she testifies."),
    # as far as another law goes
    ("coop.extraditable", "weak", "An offence under this Act is extraditable in so far as the Extradition Act allows."),
    ("coop.extraditable", "present", "An offence under this Act is extraditable to every State."),
    # for children
    ("prevention.demand", "weak", "The Ministry shall take measures to discourage the demand for child victims of trafficking."),
    ("prevention.demand", "present", "The Ministry shall take measures to discourage the demand for victims of trafficking."),
    # what is not given at all
    ("protection.medical", "absent", "Medical treatment shall not be provided to victims."),
    ("protection.medical", "present", "Medical treatment shall be provided to victims."),
    ("protection.medical", "present", "The Ministry shall see to it that no victim becomes a victim again and that medical treatment is given."),
    # for nationals
    ("child.education", "weak", "Child victims who hold the nationality of the State shall be admitted to the public schools."),
    ("child.education", "present", "Child victims of every nationality shall be admitted to the public schools."),
]  # fmt: skip


@pytest.mark.parametrize(("element", "status", "clause"), ROWS)
def test_what_limits_a_clause(element: str, status: str, clause: str) -> None:
    assert match([with_section(clause)]).elements[element].status == status


# language, element, status, clause: a proviso gives what the denial before it does not take away
PROVISOS = [
    ("en", "protection.housing", "present", "No victim shall be detained, provided that every victim shall be lodged in a shelter."),
    ("en", "protection.housing", "absent", "No victim shall be lodged in a shelter, provided that every victim shall be told why."),
    ("en", "protection.medical", "present", "A victim shall not pay for the interpreter, provided that health care is given to her by the State."),
    ("es", "participation.attempt", "present", "La tentativa no será punible, a no ser que la tentativa del delito de trata se haya iniciado, que será punible con prisión."),
    ("es", "participation.attempt", "absent", "La tentativa del delito de trata no será punible."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "element", "status", "clause"), PROVISOS)
def test_a_proviso_behind_a_denial(language: str, element: str, status: str, clause: str) -> None:
    law = parse("-", lang=language, stdin=FRAMES[language].replace("{}", clause).encode())
    assert match([law]).elements[element].status == status
