"""A draft, read by our own pipeline, provides what its model provisions promise, in the section that promises it."""

from __future__ import annotations

from itertools import combinations

import pytest

from ctip_law import gap
from ctip_law.assess import assess
from ctip_law.draft import draft_clause, draft_law, library, to_law
from ctip_law.draft.library import shipped
from ctip_law.match import match
from ctip_law.model import Law

from .combinations import own, pairs, pairwise
from .drafts import TRADITIONS, ledger, missing_in_own_section, parsed, read_back, whole

#: The criminal core of the Protocol: duties that a whole law must meet, and so be reported as meeting.
CORE = ["tip-3a", "tip-3b", "tip-3c", "tip-3d", "tip-5-1", "tip-5-2a", "tip-5-2b", "tip-5-2c"]
#: The protection core.
PROTECTION = [
    "tip-6-1", "tip-6-2a", "tip-6-2b", "tip-6-3", "tip-6-3a", "tip-6-3b", "tip-6-3c", "tip-6-3d", "tip-6-4", "tip-6-5",
    "tip-6-6", "tip-7-1", "tip-7-2", "tip-8-2", "tip-14-2",
]  # fmt: skip


#: Sound drafting that the matcher does not read yet: model provision -> elements. An entry is taken out, never the
#: wording bent, once the lexicon knows it; nothing may be added for a provision that was read before.
NOT_READ_YET = {
    "foreign-identification": {"identification.notify"},
    # In a law about smuggling alone the matcher looks for these beside the words of trafficking only.
    "sm-aggravating": {
        "aggravating.life_endangered", "aggravating.inhuman", "aggravating.death_injury", "aggravating.ocg",
        "aggravating.public_official",
    },
    "sm-protection": {"protection.safety", "protection.special_needs"},
    "sm-return": {"return.accept", "return.verify", "return.documents", "return.safe"},
    "sm-prevention": {"prevention.training", "prevention.awareness", "prevention.root_causes"},
}  # fmt: skip
#: In a whole law the matcher names another section for these, whose words it finds first.
FOUND_BESIDE = {
    "equality": {"scope.any_person"},
    "scope": {"scope.no_ocg"},
    # The penalty is taken from the section that looks most like the offence, which is that of another one here.
    "offence": {"penalty.custodial", "penalty.four_years", "penalty.eu_five", "penalty.no_fine_only"},
}
#: What the second reader, which has not learnt from our clauses, doubts although the rules find it.
DOUBTED = {"tip-5-1", "tip-7-2", "tip-8-2", "tip-11-4"}
#: Met under an option that is not the default.
BY_OPTION = {"untoc-12-7": "lawful_origin=offender", "untoc-16-11": "nationals_return=condition"}


def sections(law: Law) -> list[tuple[str, str]]:
    return [(section.num, section.heading) for section in law.sections()]


def factors() -> dict[str, list[str]]:
    """The options of the law on trafficking, and the traditions, as one more choice."""
    options = [o for p in shipped().of("trafficking").values() for o in (p.options or {}).values()]
    return {**{option.id: list(option.choices) for option in options}, "tradition": list(TRADITIONS)}


@pytest.mark.parametrize("tradition", TRADITIONS)
@pytest.mark.parametrize("form", ["text", "md", "html"])
def test_the_sections_are_read_back_with_their_numbers_and_headings(form: str, tradition: str) -> None:
    draft, law = whole(tradition), read_back(tradition, form)
    assert sections(law) == [(section.num, section.title) for section in draft.sections()]
    assert law.coverage.unplaced == 0


@pytest.mark.parametrize("tradition", TRADITIONS)
def test_our_own_parser_sees_the_tree_that_was_drafted(tradition: str) -> None:
    drafted, again = to_law(whole(tradition)), read_back(tradition)
    assert drafted.text == again.text
    assert [(s.num, s.heading, s.start, s.end) for s in drafted.sections()] == [
        (s.num, s.heading, s.start, s.end) for s in again.sections()
    ]
    assert drafted.coverage.unplaced == 0
    terms = {definition.term for definition in drafted.definitions}
    assert terms >= {"victim", "carrier", "exploitation", "child", "presumed victim"}


@pytest.mark.parametrize("tradition", TRADITIONS)
@pytest.mark.parametrize("provision", list(library()))
def test_a_single_clause_as_akoma_ntoso_reads_back(provision: str, tradition: str) -> None:
    draft = draft_clause(provision, tradition=tradition, number_from="12A")
    law = parsed(draft, "akn")
    assert sections(law) == [("12A", draft.sections()[0].title)]
    assert str(law) == str(to_law(draft))


@pytest.mark.parametrize("provision", list(library()))
def test_each_combination_of_the_choices_of_a_provision_provides_what_it_promises(provision: str) -> None:
    """With the definitions and provisions that it builds on, and nothing else; found in its own section. The other
    traditions, which differ in set phrases only, are tried in the rows below."""
    for choices in own(library()[provision]):
        draft = draft_law(only=provision, variables=choices)
        lines = " / ".join(line[2] for line in draft.section(provision).lines())
        missing = missing_in_own_section(draft.section(provision), match([to_law(draft)]))
        assert missing == NOT_READ_YET.get(provision, set()), (choices, lines)


def test_the_rows_try_every_two_choices() -> None:
    rows = pairwise(factors())
    together = {frozenset(pair) for row in rows for pair in combinations(row.items(), 2)}
    assert pairs(factors()) <= together
    assert len(rows) < 20


@pytest.mark.parametrize("row", pairwise(factors()), ids=lambda row: row["tradition"])
def test_every_two_choices_together_provide_what_they_promise(row: dict[str, str]) -> None:
    """The product of all options is too large to try; each two choices of any two options stand in one of the rows."""
    choices = {name: choice for name, choice in row.items() if name != "tradition"}
    draft = draft_law(tradition=row["tradition"], variables=choices)
    found = match([parsed(draft)])
    missing = {section.provision: missing_in_own_section(section, found) for section in draft.sections()}
    later = {id: NOT_READ_YET.get(id, set()) | FOUND_BESIDE.get(id, set()) for id in missing}
    assert {id: elements - later[id] for id, elements in missing.items() if elements - later[id]} == {}
    beside = set().union(*FOUND_BESIDE.values())
    assert {element for element in beside if found.elements[element].status != "present"} == set()


@pytest.mark.parametrize("tradition", TRADITIONS)
def test_a_whole_law_meets_the_core_of_the_protocol_and_has_no_defect(tradition: str) -> None:
    report, doubted = (assess(ledger(tradition), ["tip"], pointed=pointed) for pointed in (False, True))
    status = {finding.id: finding.status for finding in report.provisions}
    assert {id: status[id] for id in CORE + PROTECTION if status[id] != "met"} == {}
    assert [defect.id for defect in report.defects] == []
    unclear = {one.id for one in doubted.provisions if one.status == "unclear" and status[one.id] == "met"}
    assert unclear <= DOUBTED


def test_the_two_laws_leave_no_duty_to_legislate_unanswered_but_those_of_another_law() -> None:
    """Duties of the Protocols, their convention, the European convention, the forced labour protocol and ACTIP."""
    both = match([to_law(whole("common")), to_law(draft_law(law="smuggling"))])
    report = assess(both, ["tip", "untoc", "som", "coe", "p029", "actip"], pointed=False)
    open_ = {one.id for one in report.provisions if one.status in ("gap", "partial", "unclear")}
    assert open_ == {"untoc-7-1a", "untoc-7-1b", *BY_OPTION}
    assert open_ - set(BY_OPTION) <= set(shipped().common.elsewhere)


@pytest.mark.parametrize(("duty", "setting"), BY_OPTION.items())
def test_a_duty_that_an_option_answers(duty: str, setting: str) -> None:
    name, _, choice = setting.partition("=")
    found = match([to_law(draft_law(only=duty, variables={name: choice}))])
    status = {one.id: one.status for one in assess(found, ["untoc"], pointed=False).provisions}
    assert status[duty] == "met"


def test_a_law_without_a_provision_does_not_meet_its_duty() -> None:
    """The tests above can fail: what is left out of the draft is not found. The matcher takes the attempt at
    laundering for one at trafficking, and the private hearing of another application, the address of a shelter, a place
    that a court closes and talks in private for the privacy of a victim in court, so these are left out as well."""
    left_out = (
        "attempt", "privacy", "laundering", "vacating-convictions", "shelter-standards", "legal-persons",
        "labour-inspectors",
    )  # fmt: skip
    report = gap([parsed(draft_law(only=[id for id in shipped().of("trafficking") if id not in left_out]))])
    status = {finding.id: finding.status for finding in report.provisions}
    assert status["tip-5-2a"] in ("gap", "unclear")
    assert status["tip-6-1"] in ("gap", "unclear", "partial")
