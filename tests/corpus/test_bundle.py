"""What is told of a country: each fact with its source, and what nobody has checked marked."""

from __future__ import annotations

import pytest

from ctip_law import corpus
from ctip_law.dossier.bundle import bundle, render
from ctip_law.errors import UsageError
from ctip_law.framework.state_facts import state
from ctip_law.report.render import to_json
from ctip_law.report.schemas import SCHEMAS


@pytest.mark.parametrize("code", corpus.known())
def test_every_bundle_is_as_the_schema_says_and_names_its_sources(code: str) -> None:
    held = bundle(code)
    SCHEMAS["bundle"].model_validate_json(to_json({"schema": "ctip-law/bundle/1"} | held))
    told = render(held)
    for one in held["treaties"]:
        assert one["checked"] or "not checked against a source" in one["standing"]
        assert len(one["source"]) > 10
        assert one["name"] in told.replace("\\", "")


def test_a_country_without_a_law_is_told_of_and_said_to_have_none() -> None:
    held = bundle("Afghanistan")
    assert held["laws"] == []
    assert "none: give the statute as a file" in render(held)
    assert held["treaties"]


def test_kinds_of_law_held_are_named_with_the_law_and_not_among_the_others() -> None:
    held = bundle("TR")
    kinds = [law["kinds"] for law in held["laws"]]
    assert kinds == [["criminal law"], ["immigration and passports"]]
    assert not {"criminal law", "immigration and passports"} & set(held["kinds_not_held"])
    assert "labour and recruitment" in held["kinds_not_held"]


def test_what_the_corpus_lacks_is_told() -> None:
    assert all(f"Not held: {name}" in render(bundle("PH")) for name in bundle("PH")["lacks"])
    assert bundle("PH")["lacks"]


def test_treaty_facts_stand_in_one_place() -> None:
    known = state("PK")
    assert known is not None
    assert [one["status"] for one in bundle("PK")["treaties"]] == [one.status for one in known.treaties.values()]


@pytest.mark.parametrize(("name", "code"), [("Atlantis", "CT001"), ("AD", "CT005")])
def test_a_country_that_is_not_known_or_not_held_is_refused(name: str, code: str) -> None:
    with pytest.raises(UsageError) as error:
        bundle(name)
    assert error.value.code == code
