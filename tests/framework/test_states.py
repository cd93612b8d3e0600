"""Facts on states: names, what binds them, and what nobody has checked."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from ctip_law.errors import DataError, UsageError
from ctip_law.framework import binding, resolve_country, states
from ctip_law.framework.load import DATA
from ctip_law.framework.state_facts import TREATIES, UNCHECKED, state, unchecked_binding, vocabulary

NAMES = [
    ("MY", "MY"), ("my", "MY"), ("MYS", "MY"), ("Malaysia", "MY"), ("  viet   nam ", "VN"),
    ("Hong Kong", "HK"), ("HKG", "HK"), ("Macao", "MO"), ("Macau", "MO"), ("China", "CN"),
    ("Hong Kong Special Administrative Region of China", "HK"), ("KP", "KP"), ("KR", "KR"),
    ("Republic of Korea", "KR"), ("Democratic People's Republic of Korea", "KP"), ("PRK", "KP"),
    ("Kingdom of Thailand", "TH"), ("Türkiye", "TR"), ("Turkey", "TR"), ("Lao PDR", "LA"), ("Nigeria", "NG"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "code"), NAMES)
def test_a_code_or_an_exact_name_is_resolved(text: str, code: str) -> None:
    assert resolve_country(text) == code


#: text and what is suggested
UNKNOWN = [
    ("Malasia", "MY (Malaysia)"), ("Thailnd", "TH (Thailand)"), ("Korea", "KR (South Korea)"), ("", ""),
    ("XX", ""), ("Utopia", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "near"), UNKNOWN)
def test_what_is_only_near_a_name_is_suggested_and_not_resolved(text: str, near: str) -> None:
    with pytest.raises(UsageError) as caught:
        resolve_country(text)
    assert caught.value.code == "CT001"
    assert near in caught.value.message
    assert caught.value.message.count("(") <= 3


def test_the_states_of_the_bali_process() -> None:
    assert len(states()) == 75
    assert sum(one.bali_process for one in states().values()) == 45


def test_every_code_is_a_country_and_agrees_with_its_alpha3() -> None:
    for code, one in states().items():
        assert resolve_country(one.alpha3) == code == resolve_country(one.name)


def test_bound_is_who_is_party_or_reached_through_the_parent_state() -> None:
    for code, one in states().items():
        bound = binding(code)
        assert list(bound) == [id for id in TREATIES if id in bound], "in the framework's order"
        for id in TREATIES:
            status = one.treaties[id].status if id in one.treaties else ""
            assert (id in bound) == (status in ("party", "extended")), f"{code} {id}"
        assert set(unchecked_binding(code)) == {id for id in bound if one.treaties[id].source == UNCHECKED}


def test_no_soft_law_binds_and_a_state_without_facts_is_bound_by_nothing_known() -> None:
    assert {id for code in states() for id in binding(code)} <= set(TREATIES)
    assert binding("Nigeria") == ()
    assert state("NG") is None


def test_every_fact_names_its_source() -> None:
    sources = vocabulary()["sources"]
    for code, one in states().items():
        assert {"name", "long_name", "languages", "legal_family"} <= set(one.sources), code
        for treaty in one.treaties.values():
            assert treaty.source in sources
            assert not treaty.checked() or treaty.source != UNCHECKED
        for statute in one.statutes:
            assert statute.source in sources
    unchecked = [t for s in states().values() for t in s.treaties.values() if not t.checked()]
    assert unchecked, "what rests on memory stays marked"


def test_a_field_may_be_less_sure_than_the_status() -> None:
    treaty = states()["MY"].treaties["p029"]
    assert treaty.checked()
    assert not treaty.checked("consent_date")


def test_states_are_not_read_unless_a_country_is_asked_for() -> None:
    import subprocess

    code = (
        "import sys; from ctip_law.framework import load; load().provisions(['tip']); "
        "sys.exit('ctip_law.framework.state_facts' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


#: what is wrong, words replaced, by what, what is said; the line is where the new words begin
BAD = [
    ("an unknown status", 'status = "party"', 'status = "member"', "must be one of party"),
    ("an unknown source", 'source = "untc2014"', 'source = "somebody"', "must be one of"),
    ("an unknown treaty", "[treaties.som]", "[treaties.smuggling]", 'there is no treaty "smuggling"'),
    ("an unknown group", 'asean = "canadianinquirer"', 'aseanx = "canadianinquirer"', "unknown field"),
    ("a date that is none", "signed = 2002-09-26", 'signed = "September"', "must be a date"),
    ("a misspelt field", 'legal_family = "mixed', 'family = "mixed', "unknown field"),
    ("a misspelt field of a statute", 'role = "special act"', 'rolle = "special act"', "unknown field"),
]  # fmt: skip


@pytest.mark.parametrize(("what", "old", "new", "said"), BAD, ids=[row[0] for row in BAD])
def test_a_mistake_is_told_with_file_and_line(tmp_path: Path, what: str, old: str, new: str, said: str) -> None:
    (tmp_path / "states").mkdir()
    shutil.copy(DATA / "states.toml", tmp_path)
    before, found, after = (DATA / "states" / "my.toml").read_text(encoding="utf-8").partition(old)
    assert found
    path = tmp_path / "states" / "my.toml"
    path.write_text(before + new + after, encoding="utf-8")
    with pytest.raises(DataError) as caught:
        states(tmp_path)
    assert said in caught.value.message
    assert (caught.value.path, caught.value.place) == (str(path), str(before.count("\n") + 1))
