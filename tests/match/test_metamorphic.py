"""Small changes to a law that must change a finding, and changes that must not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ctip_law.match import match
from ctip_law.model import ElementFinding, Law
from tests.match.conftest import FRAME, law_of, with_section

Find = Callable[[Law, str], ElementFinding]


def test_the_frame_itself(find: Find) -> None:
    law = law_of(FRAME)
    for element in ("act.recruitment", "means.fraud", "purpose.organs", "child.under18", "penalty.four_years"):
        assert find(law, element).status == "present", element


def test_eighteen_is_not_sixteen(find: Find) -> None:
    law = law_of(FRAME.replace("eighteen", "sixteen"))
    assert find(law, "child.under18").status == "absent"
    assert "child-age-low" in match([law]).flaws


def test_a_short_term_is_no_serious_crime(find: Find) -> None:
    law = law_of(FRAME.replace("twelve years", "three years"))
    assert find(law, "penalty.custodial").status == "present"
    assert find(law, "penalty.four_years").status == "absent"
    assert "penalty-low" in match([law]).flaws


def test_a_fine_instead_of_prison_is_seen(find: Find) -> None:
    law = law_of(FRAME.replace("is liable on conviction to", "is liable on conviction to a fine or to"))
    assert find(law, "penalty.no_fine_only").status == "absent"
    assert "penalty-fine-alternative" in match([law]).flaws


def test_without_means_the_defect_is_named() -> None:
    law = law_of(FRAME.replace("by means of threat, force, fraud or\ndeception ", ""))
    assert "means-missing-adult" in match([law]).flaws


HELP = "(1) The Minister shall provide every victim with safe housing, medical treatment and counselling."


@pytest.mark.parametrize("element", ["protection.housing", "protection.medical", "protection.psychological"])
class TestHelp:
    """What is given to victims: said, denied, left to rules, said of other people, put into a schedule."""

    def test_said(self, find: Find, element: str) -> None:
        found = find(with_section(HELP, "Assistance to victims"), element)
        assert found.status == "present"
        assert found.evidence[0].num == "4"

    def test_denied(self, find: Find, element: str) -> None:
        denied = HELP.replace("shall provide", "shall not provide").replace(", medical", ", nor medical")
        denied = denied.replace("and counselling", "nor counselling")
        assert find(with_section(denied, "Assistance to victims"), element).status != "present"

    def test_left_to_rules_is_weak(self, find: Find, element: str) -> None:
        text = "The Minister may make regulations on housing, medical treatment and counselling for victims."
        assert find(with_section(text, "Regulations"), element).status in ("weak", "absent")

    def test_for_witness_dogs_and_not_for_victims(self, find: Find, element: str) -> None:
        text = "(1) The Minister shall provide every police dog with safe housing, treatment and counselling."
        assert find(with_section(text, "Police dogs"), element).status == "absent"


def test_consent_is_no_defence_and_its_opposite(find: Find) -> None:
    good = "(1) It shall not be a defence that the victim consented to the exploitation."
    bad = "(1) It shall be a defence that the victim consented to the exploitation."
    assert find(with_section(good, "Consent"), "consent.irrelevant_adult").status == "present"
    assert find(with_section(bad, "Consent"), "consent.irrelevant_adult").status == "absent"


def test_a_definition_carries_the_elements_to_the_offence(find: Find) -> None:
    text = FRAME.replace("recruits, transports, transfers, harbours or receives another person", "traffics a person")
    text = text.replace(
        '"victim" means',
        '"traffics" means recruits, transports, transfers, harbours or receives a person;\n"victim" means',
    )
    found = find(law_of(text), "act.harbouring")
    assert found.status == "present"
    assert found.evidence[0].num == "1"


def test_a_reprinted_treaty_is_no_evidence(find: Find) -> None:
    schedule = "\nSCHEDULE\n\nText of the Protocol\n\nEach State Party shall protect the privacy and identity of victims.\n"
    assert find(law_of(FRAME + schedule), "protection.privacy").status == "absent"


def test_two_languages_do_not_mix() -> None:
    law = law_of("Gesetz\n\n§ 1 Zweck\nDieses Gesetz dient dem Schutz der Opfer von Menschenhandel.\n", "de")
    ledger = match([law])
    assert {f.status for f in ledger.elements.values()} == {"unread"}


def test_the_same_law_gives_the_same_ledger() -> None:
    one, other = match([law_of(FRAME)]), match([law_of(FRAME)])
    assert one.elements == other.elements
    assert one.flaws == other.flaws
