"""American manners: letters that are subsections, new text that is announced in a sentence, an offence that is told in
a section of its own in a chapter of its name."""

from __future__ import annotations

import pytest

from ctip_law.clauses.units import body_of
from ctip_law.match import match
from tests.match.conftest import law_of

#: Subsections by letters; what (C) says of a defence says nothing of (A).
LETTERED = """Title 40. Crimes

40-1-1. Trafficking in persons.
{}(A) A person is guilty of trafficking in persons who:
(1) recruits, transports or harbors a person by force for the purpose of forced labor; or
(2) aids or abets another to violate this section.
(B) A person convicted under this section must be imprisoned not more than fifteen years.
(C) The following facts do not constitute a defense in a prosecution under this section:
(1) the consent of the victim; and
(2) the age of the victim.

40-1-2. Fees.
The clerk collects the fees.
"""


@pytest.mark.parametrize(
    ("leading", "parts"),
    [("", ["A", "B", "C"]), ("For the purposes of this chapter the rules are: ", [])],
)
def test_letters_are_subsections_where_no_words_lead_to_them(leading: str, parts: list[str]) -> None:
    law = law_of(LETTERED.format(leading))
    own = {clause.eid: clause.num for clause in law.sections()[0].children}
    assert list(own.values()) == ["A", "B", "C"]
    assert [own[unit.eid] for unit in body_of(law).units["subsection"] if unit.eid in own] == parts


@pytest.mark.parametrize("element", ["purpose.forced_labour", "participation.accomplice", "consent.irrelevant_adult"])
def test_what_is_no_defence_limits_nothing(element: str) -> None:
    assert match([law_of(LETTERED.format(""))]).elements[element].status == "present"


AMENDS = """An Act to amend the social services law

1. Section 31 of the social services law {}:
§ 31. Homes. The office shall provide every victim of trafficking with a safe shelter.

2. This act takes effect in May.
"""


@pytest.mark.parametrize(
    ("order", "status"),
    [("is amended to read as follows", "present"), ("is amended; its heading speaks of victims", "weak")],
)
def test_what_is_announced_is_text_of_the_law_that_is_amended(order: str, status: str) -> None:
    assert match([law_of(AMENDS.format(order))]).elements["protection.housing"].status == status


CHAPTER = """Title 40. Crimes

Chapter 7. {}

40-7-1. Conduct that is prohibited. No person may knowingly recruit, transport, harbor or receive another person \
whom force or fraud is to bring into forced labor.

40-7-2. {} in the first degree. A person is guilty of {} in the first degree who commits an act set forth in section \
40-7-1 against a person under eighteen years of age. The person shall be imprisoned for twenty years.
"""


@pytest.mark.parametrize("name", ["Human trafficking", "Kite flying"])
def test_the_acts_are_told_in_a_chapter_of_that_name(name: str) -> None:
    found = match([law_of(CHAPTER.format(name, name, name.lower()))]).elements
    said = {found[id].status for id in ("act.recruitment", "act.transportation", "act.harbouring", "act.receipt")}
    assert said == {"present"}
    assert {e.num for e in found["act.recruitment"].evidence} == {"40-7-1"}


WOMEN = """Women's Charter

1. Any person who sells or buys any woman or girl {} is guilty of an offence punishable with imprisonment for ten years.
"""


def test_a_class_of_persons_limits_no_act() -> None:
    found = match([law_of(WOMEN.format("for the purpose of prostitution"))]).elements
    assert found["act.buy_sell"].status == "present"
    assert found["scope.any_person"].status != "present"
