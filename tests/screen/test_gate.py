"""Which acts of a statute book are worth reading, from their raw text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ctip_law.datafile import DataFile
from ctip_law.languages import FOLDER
from ctip_law.screen.gate import ENOUGH, KINDS, gate
from ctip_law.screen.work import look

#: text -> how often it names trafficking or one of its purposes
MENTIONS = [
    ("Trafficking in persons is an offence.", 1),
    ("TRAFFICKING IN PERSONS is an offence.", 1),
    ("The trafficking\n      in persons of any kind", 1),
    ("<p>trafficking in <ref href='#a'>persons</ref></p>", 1),
    ("a victim of human trafficking", 1),
    ("victims of trafficking in human beings", 1),
    ("slavery or forced labour, or forced labor", 3),
    ("Debt-bondage and debt bondage", 2),
    # near-misses
    ("trafficking in narcotic drugs", 0),
    ("the exploitation of oil and gas on the seabed", 0),
    ("an easement is a servitude over land", 0),
    ("antislavery" , 0),
    ("the person in charge of traffic", 0),
    # other languages
    ("la TRATA DE PERSONAS y la esclavitud", 2),
    ("ESCLAVITUD", 1),
    ("EXPLOTACIÓN SEXUAL", 1),
    ("la traite des êtres humains", 1),
    ("LA TRAITE DES ÊTRES HUMAINS", 1),
    ("la traite des vaches", 0),
    ("tindak pidana perdagangan orang", 1),
    ("perdagangan dalam negeri", 0),
    ("Antipemerdagangan Orang", 1),
    ("ihmiskauppaa koskeva", 1),
    ("människohandelns offer", 1),
    ("การค้ามนุษย์และการค้ามนุษย์", 2),
    ("인신매매 방지", 1),
    ("人口販運防制法", 1),
    ("الاتجار بالبشر", 1),
    ("جرائم الاتجاربالبشر", 1),  # a blank lost between two words
    ("الرقابة على الأسواق", 0),  # supervision, which begins like slavery
    ("tràfic d'éssers humans", 1),
    ("tráfico de pessoas", 1),
    ("tráfico de influência", 0),
    ("tratta di persone", 1),
    ("si tratta di una persona", 0),
    ("трафик на хора", 1),
    ("автомобилен трафик", 0),
    ("торгівлі людьми", 1),
    ("ΕΜΠΟΡΊΑΣ ΑΝΘΡΏΠΩΝ", 1),
    ("handlu ludźmi", 1),
    ("emberkereskedelem", 1),
    ("児童買春", 1),
    ("मानव बेचबिखन", 1),
    ("mail-order brides", 1),
    ("a mail order for seeds", 0),
]  # fmt: skip

#: how a file may write what names a crime -> how often it is named
WRITTEN = [
    ("<p>" + "".join(f"&#{ord(char)};" for char in "الاتجار بالبشر") + "</p>", 1),
    ("".join(f"&#x{ord(char):x};" for char in "人口販運"), 1),
    ("explotaci&oacute;n sexual", 1),
    ('{"text": "' + "".join(f"\\u{ord(char):04x}" for char in "tráfico de pessoas") + '"}', 1),
    ("traf\u00adficking in per\u200bsons", 1),
    ("\ufefftrafficking\u2060 in persons", 1),
    ("tr\xe1fico de pessoas".encode("latin-1"), 1),
    # near-misses
    ("R&D of narcotics &amp; drugs", 0),
    ("sla&nbsp;very", 0),
    ("traf\u00adfic\u00adking in drugs", 0),
]

#: a text that names the crime once -> whether that is what it is named for
NAMED = [
    ("Sex trafficking of children\n1. Offence\nIt is unlawful.", True),
    ("Chapter 9\nSex trafficking of children\n1. Offence\nIt is unlawful.", True),
    ("<section><num>9</num><heading>Sex trafficking of children</heading><text>It is unlawful.</text></section>", True),
    ('{"id": 7, "title_en": "Human Trafficking Rules", "provisions": []}', True),
    # near-misses
    ("Shipping Act\n1. Cargo\nHuman trafficking is another matter.\nSo is salvage.", False),
    ("<section><heading>Cargo</heading><text>Human trafficking is another matter.</text></section>", False),
    ("Human trafficking is another matter.", False),
    ('{"id": 7, "title": "Shipping", "note": "human trafficking"}', False),
]

#: the first words of a law -> the kind of general law that it is kept as; "" where it is not
TITLES = [
    ("Penal Code 1920", "penal"),
    ("<title>CRIMINAL   PROCEDURE Act</title>", "procedure"),
    ("An Act respecting extradition", "extradition"),
    ("Labour Code of the Isles", "labour"),
    ("Labor Standards Act", "labour"),
    ("Código Penal", "penal"),
    ("CÓDIGO PENAL", "penal"),
    ("Code de procédure pénale", "procedure"),
    ("Undang-Undang Hukum Pidana", "penal"),
    ("Kanun Keseksaan", "penal"),
    ("Rikoslaki", "penal"),
    # near-misses
    ("Dairy Industry Act", ""),
    ("Penalties for parking", ""),
    ("Postal Code Act", ""),
]


@pytest.mark.parametrize(("text", "count"), MENTIONS)
def test_mentions_are_counted_wherever_the_line_breaks(text: str, count: int) -> None:
    assert gate().look(text.encode()).mentions == count


@pytest.mark.parametrize(("title", "kind"), TITLES)
def test_general_law_is_known_by_its_title(title: str, kind: str) -> None:
    assert gate().look(title.encode()).general == kind


@pytest.mark.parametrize(("text", "count"), WRITTEN)
def test_letters_are_letters_however_a_file_writes_them(text: str | bytes, count: int) -> None:
    seen = look("act.html", text.encode() if isinstance(text, str) else text).seen
    assert seen is not None
    assert seen.mentions == count


@pytest.mark.parametrize(("text", "named"), NAMED)
def test_one_mention_is_enough_in_a_title(text: str, named: bool) -> None:
    seen = gate().look(text.encode())
    assert (seen.mentions, seen.named, seen.kept) == (1, named, named)


def test_a_title_far_down_is_no_title() -> None:
    assert not gate().look(b"x " * 4_000 + b"Penal Code").general


@pytest.mark.parametrize(("times", "kept"), [(0, False), (1, False), (ENOUGH, True), (9, True)])
def test_a_mention_in_passing_keeps_no_act(times: int, kept: bool) -> None:
    assert gate().look(b"No slavery here. Other words follow. " * times).kept is kept


def test_one_stretch_is_one_mention_however_many_wordings_fit_it() -> None:
    assert gate().look(b"victims of trafficking in persons").mentions == 1


@pytest.mark.parametrize("path", sorted(FOLDER.glob("[!_]*/screen.toml")), ids=lambda path: path.parent.name)
def test_every_wording_of_a_language_is_known_in_either_case(path: Path) -> None:
    file = DataFile(path)
    for wording in file.root.texts("core"):
        plain = wording.replace("*", "")
        assert gate().look(plain.encode()).mentions, wording
        assert gate().look(plain.upper().encode()).mentions, wording
    for kind in file.entry("general").fields:
        assert kind in KINDS
        for wording in file.entry("general").texts(kind):
            assert gate().look(wording.replace("*", "").encode()).general, wording


@settings(deadline=None, max_examples=60)
@given(st.binary(max_size=400), st.integers(0, 3))
def test_any_bytes_are_looked_at_and_nothing_is_lost_in_them(noise: bytes, times: int) -> None:
    clean = noise.replace(b"<", b".") + b"\n.\n"
    seen = gate().look(clean + b"forced labour. \n" * times)
    assert seen.mentions >= times
