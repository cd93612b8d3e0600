"""Instruments and provisions as lawyers write them."""

from __future__ import annotations

import pytest

from ctip_law import CtipError, explain
from ctip_law.choice import instruments
from ctip_law.framework import load
from ctip_law.framework.notation import instrument, provision


@pytest.mark.parametrize(
    ("words", "id"),
    [
        ("tip-6-6", "tip-6-6"),
        ("TIP-6-6", "tip-6-6"),
        ("6(6)", "tip-6-6"),
        ("6 (6)", "tip-6-6"),
        ("6.6", "tip-6-6"),
        ("art 6(6)", "tip-6-6"),
        ("Article 6, 6", "tip-6-6"),
        ("Palermo 6(6)", "tip-6-6"),
        ("Palermo Protocol art. 3 (a)", "tip-3a"),
        ("3(a)", "tip-3a"),
        ("article 3a of the Palermo Protocol", "tip-3a"),
        ("13", "tip-13"),
        ("ACTIP 14(1)", "actip-14-1"),
        ("CETS 197 article 12(1)", "coe-12-1"),
        ("OHCHR principle 3", "ohchr-3"),
        ("act.recruitment", "act.recruitment"),  # no citation: given back as it is
        ("consent", "consent"),
        ("coercion-only", "coercion-only"),
    ],
)
def test_a_provision_is_found_as_it_is_cited(words: str, id: str) -> None:
    assert provision(words) == id


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("6(2)", "give one of tip-6-2a, tip-6-2b"),
        ("Palermo 99", 'there is no entry for "Palermo 99"'),
        ("29(1)", "name the instrument, as untoc-29-1 or"),
    ],
)
def test_a_citation_that_leads_nowhere_or_to_several_is_told(words: str, told: str) -> None:
    with pytest.raises(CtipError) as error:
        provision(words)
    assert error.value.code == "CT003"
    assert told in str(error.value)


def test_every_id_is_itself_and_every_article_of_the_protocol_is_found() -> None:
    for one in load().provisions():
        assert provision(one.id) == one.id
    articles = [one.article for one in load().provisions(["tip"])]
    for one in load().provisions(["tip"]):
        if not any(other != one.article and other.startswith(one.article) for other in articles):
            assert provision(f"art {one.article}") == one.id


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("Palermo", "tip"),
        ("the Palermo Protocol", "tip"),
        ("TIP", "tip"),
        ("CETS 197", "coe"),
        ("P29", "p029"),
        ("Smuggling Protocol", "som"),
        ("tipp", "tipp"),  # no name: told by what looks the id up
    ],
)
def test_an_instrument_is_found_by_name(name: str, id: str) -> None:
    assert instrument(name) == id


def test_no_name_is_of_two_instruments() -> None:
    from ctip_law.datafile import DataFile
    from ctip_law.framework.load import DATA

    table = DataFile(DATA / "names.toml").root.table("names")
    assert table is not None
    names = [name.casefold() for id in table.fields for name in table.texts(id)]
    assert len(names) == len(set(names))
    assert list(table.fields) == list(load().instruments)


def test_instruments_are_chosen_by_name() -> None:
    assert instruments("Palermo,CETS 197", "", ())[0] == ("tip", "coe")


@pytest.mark.parametrize(
    ("words", "start"),
    [
        ("differs", "divergence: status of a provision"),
        ("◇", "divergence: status"),
        ("not in legislation", "not_in_legislation: status"),
        ("in part", "weak: status of an element"),
        ("6(6)", "tip-6-6  "),
        ("Palermo", "tip  "),
    ],
)
def test_explain_takes_the_words_that_reports_print(words: str, start: str) -> None:
    assert explain(words).startswith(start)
