"""A crime by a name that nobody listed: it stands in the law's title, and the law says what it is. And its aims, where
the law tells them in a section that the crime cites."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ctip_law.model import ElementFinding, Law
from tests.match.conftest import law_of

REST = "9. Seal\nThe Council has a seal.\n\n10. Fees\nFees are paid to the Council.\n"
ACTS = "hiring a person, moving a person or lodging a person, by threats or by deceit, so that the person is exploited"
AIMS = "3. Uses\nThe uses are: (a) forced labour; (b) servitude; (c) the removal of an organ."


def _law(title: str, *sections: str) -> Law:
    return law_of(f"{title}\n\n1. Title\nThis is the {title}.\n\n" + "\n\n".join(sections) + f"\n\n{REST}")


@pytest.mark.parametrize(
    ("title", "sections", "status"),
    [
        ("Barter of People Act", (f"2. Barter of people\nBarter of people is {ACTS}.",), "present"),
        ("Barter of People Act", (f"2. Words\n“barter of people” means {ACTS};\n“seal” means the seal.",), "present"),
        ("Human Barter Act", ("2. Human barter\nWhoever hires or lodges a person by threats, for forced labour, "
                              "commits an offence and is liable to imprisonment for ten years.",), "present"),
        ("Council Seals Act", (f"2. Barter of people\nBarter of people is {ACTS}.",), "absent"),
        ("Cheese Barter Act", ("2. Cheese barter\nCheese barter is hiring carts to move it by deceit.",), "absent"),
    ],
    ids=["told under its heading", "a defined term", "punished", "not in the title", "of things"],
)  # fmt: skip
def test_the_name_is_the_law_s_own(
    find: Callable[[Law, str], ElementFinding], title: str, sections: tuple[str, ...], status: str
) -> None:
    assert find(_law(title, *sections), "act.recruitment").status == status


def test_a_form_of_exploitation_is_no_name_of_the_crime(find: Callable[[Law, str], ElementFinding]) -> None:
    law = _law("Bonded Labour Act", f"2. Words\n“bonded labour” means labour under debt, {ACTS}.")
    assert find(law, "scope.no_ocg").status == "absent"


@pytest.mark.parametrize(
    ("cites", "status"),
    [("for one of the uses stated in section 3", "present"), ("", "absent")],
    ids=["the crime cites them", "nobody cites them"],
)
def test_aims_that_the_crime_cites_are_its_aims(
    find: Callable[[Law, str], ElementFinding], cites: str, status: str
) -> None:
    told = f"2. Barter of people\nBarter of people is hiring or lodging a person by threats or deceit {cites}."
    assert find(_law("Barter of People Act", told, AIMS), "purpose.organs").status == status
