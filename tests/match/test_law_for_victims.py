"""A law for victims of crime tells of the protection of those of trafficking, and of nothing else that is theirs."""

from __future__ import annotations

import pytest

from ctip_law.match import match
from tests.match.conftest import law_of

LAW = """{}

1. Fees
The Authority may charge fees.

2. Reports
The Authority answers letters within a week.

3. {}
"""
VICTIMS = "Victims of Crime Act, 2021"
HARBOURS = "Harbours Act, 2021"
ROWS = (
    # title of the law, element, status, section
    (VICTIMS, "protection.medical", "present", "Care\nA victim of crime shall be provided with medical care."),
    (HARBOURS, "protection.medical", "absent", "Care\nA victim of crime shall be provided with medical care."),
    (VICTIMS, "protection.medical", "absent", "Care\nA convicted person shall be provided with medical care."),
    (VICTIMS, "protection.medical", "absent", "Care\nNo victim of crime shall be provided with medical care."),
    (VICTIMS, "protection.safety", "present", "Safety\nThe police shall ensure the safety of victims of crime."),
    (VICTIMS, "institution.data_collection", "absent", "Data\nThe Authority shall collect and publish data on theft."),
    # what is owed to victims of trafficking alone is not read into it
    (VICTIMS, "status.work", "absent", "Work\nA victim of crime shall be granted a permit to work."),
    (VICTIMS, "return.safe", "absent", "Return\nA victim of crime shall be returned with regard to safety."),
    (VICTIMS, "participation.attempt", "absent", "Attempt\nWho attempts it against a victim is liable to a fine."),
)  # fmt: skip


@pytest.mark.parametrize(("title", "element", "status", "section"), ROWS)
def test_a_section_of_a_law(title: str, element: str, status: str, section: str) -> None:
    assert match([law_of(LAW.replace("{}", title, 1).replace("{}", section))]).elements[element].status == status
