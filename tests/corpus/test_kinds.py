"""Which kinds of general law a bundle holds, and that silence on the others is no gap."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctip_law import corpus, gap, parse
from ctip_law.corpus.kinds import by_title, holds, kinds, kinds_of, may_stand_in
from ctip_law.errors import CtipError
from ctip_law.framework.state_facts import states
from ctip_law.model import Law, Report

ACT = """LANTERN ACT 2001
1. Offence of trafficking in persons
A person who recruits, transports, transfers, harbours or receives another person by threat, force, abduction, fraud,
deception or abuse of power for the purpose of exploitation commits an offence: imprisonment for 12 years.
2. Exploitation
In this Act exploitation includes forced labour, slavery, servitude and the removal of organs.
"""
STAY = """IMMIGRATION ACT 1999
1. Visas
The Minister may issue a visa to a person who comes to study.
2. Fees
The fee for a visa is fixed by the Minister.
"""
KITES = STAY.replace("IMMIGRATION ACT 1999", "KITES ACT 1999")


def law(folder: Path, name: str, words: str) -> Law:
    path = folder / f"{name}.txt"
    path.write_text(words, "utf-8")
    return parse(path)


def status(report: Report, id: str) -> str:
    return next(one.status for one in report.provisions if one.id == id)


@pytest.mark.parametrize(
    ("title", "language", "kinds"),
    [
        ("Penal Code", "en", ("penal",)),
        ("Extradition and Mutual Legal Assistance Act 2001", "en", ("extradition", "mutual-assistance")),
        ("Code pénal", "fr", ("penal",)),
        ("Immigration Act 1999", "en", ("immigration",)),
        ("Immigrational Studies Act", "en", ()),
        ("Anti-Trafficking in Persons Act", "en", ()),
        ("Anti-Trafficking in Persons and Anti-Smuggling of Migrants Act 2007", "en", ("immigration", "smuggling")),
        ("Smuggling of Goods Act", "en", ()),
        ("Ley contra la trata de personas y el tr&aacute;fico il&iacute;cito de migrantes", "es", ("smuggling",)),
        ("Ley contra el tráfico ilícito de drogas", "es", ()),
        ("Penal Code", "xx", ()),
        ("", "en", ()),
    ],
)
def test_a_title_says_of_which_kinds_a_law_is(title: str, language: str, kinds: tuple[str, ...]) -> None:
    assert by_title(title, language) == kinds


def test_one_act_by_itself_is_no_bundle_and_its_silence_is_a_gap(tmp_path: Path) -> None:
    report = gap([law(tmp_path, "act", ACT)], against="tip")
    assert status(report, "tip-7-1") == "gap"
    assert not any(one.look_in for one in report.provisions)


@pytest.mark.parametrize(("beside", "verdict"), [(KITES, "not_assessed"), (STAY, "gap")])
def test_a_bundle_without_a_law_on_entry_has_no_verdict_on_stay(tmp_path: Path, beside: str, verdict: str) -> None:
    report = gap([law(tmp_path, "act", ACT), law(tmp_path, "other", beside)], against="tip")
    assert status(report, "tip-7-1") == verdict
    found = next(one for one in report.provisions if one.id == "tip-7-1")
    assert ("immigration and passports" in found.look_in) is (verdict == "not_assessed")
    assert all(kind in found.why for kind in found.look_in)


def test_what_only_a_law_on_trafficking_says_stays_a_gap(tmp_path: Path) -> None:
    report = gap([law(tmp_path, "act", ACT), law(tmp_path, "other", KITES)], against="tip")
    assert status(report, "tip-3b") == "gap"


@pytest.mark.parametrize("code", ["SG", "JP", "VN"])
def test_a_country_and_its_files_named_one_by_one_say_the_same(code: str) -> None:
    files = corpus.files(code)
    one = gap(list(files), country=code, against="tip")
    two = gap([parse(str(path)) for path in files], against="tip")
    said = [[(found.id, found.status, found.look_in) for found in report.provisions] for report in (one, two)]
    assert said[0] == said[1]
    assert any(found.look_in for found in one.provisions) or corpus.lacks(two.ledger.laws)


def test_an_extract_of_a_code_that_leaves_the_general_part_out_is_no_penal_code() -> None:
    australia = [parse(path) for path in corpus.files("AU")]
    assert kinds_of(australia[0]) == ()
    assert "penal" in may_stand_in(australia)["participation.attempt"]


def test_every_state_of_the_bali_process_and_every_state_with_a_law_has_a_file_and_facts() -> None:
    bali = {code for code, state in states().items() if state.bali_process}
    assert len(bali) == 45
    assert bali | set(corpus.countries()) == set(corpus.known())
    # The framework tells of the members of the Bali Process and of some more states, of these places nothing.
    assert set(corpus.known()) - set(states()) == {"BE", "GT", "LU", "TW"}


def test_the_files_of_countries_fit_the_kinds() -> None:
    assert list(kinds())[:2] == ["penal", "procedure"]
    for path in (corpus.files("SG")[0].parent.parent).glob("*/country.toml"):
        assert set(holds(path)) <= {file.name for file in path.parent.glob("*.xml")}


@pytest.mark.parametrize(
    ("held", "told"),
    [('"a.xml" = ["kites"]', 'no kind of law "kites"'), ('"b.xml" = ["penal"]', "b.xml")],
)
def test_a_wrong_country_file_is_told_with_its_line(tmp_path: Path, held: str, told: str) -> None:
    path = tmp_path / "country.toml"
    path.write_text(f'name = "X"\niso2 = "XX"\niso3 = "XXX"\nlaws = ["a.xml"]\n[holds]\n{held}\n', "utf-8")
    with pytest.raises(CtipError, match=told) as error:
        holds(path)
    assert error.value.code == "CT602"
    assert error.value.place
