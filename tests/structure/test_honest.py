"""What a reader is told before silence is trusted: lines outside the units, operative words there, units that are missing."""

# ruff: noqa: E501 (tables of texts)
from __future__ import annotations

import pytest

from ctip_law.assess import assess
from ctip_law.match import match
from ctip_law.structure.honest import unread
from ctip_law.write.akn import to_akn
from ctip_law.write.markdown import to_markdown
from tests.structure.helpers import law

_UNITS = "".join(f"{n}. Kites {n}\nA kite of number {n} flies in the wind over the sea.\n\n" for n in range(1, 7))
_OPERATIVE = "A person who recruits or harbours another person by force for forced labour commits an offence and shall be punished with imprisonment for ten years."
_BEFORE = f"KITE TRADE ACT 2031\n\n{_OPERATIVE}\n\n{_UNITS}"


def codes(text: str) -> list[str]:
    return [warning.code for warning in law(text).warnings]


def test_lines_outside_the_units_are_counted_apart() -> None:
    found = law(f"KITE ACT 2031\n\nAn Act about kites.\n\n{_UNITS}Done at Portville, on 2 March 2031\nThe Minister\n")
    counts = found.coverage
    assert (counts.lines, counts.placed, counts.outside) == (16, 12, 4)
    assert counts.lines == counts.placed + counts.outside + counts.furniture + counts.unplaced
    assert found.warnings == ()


#: Words that make or punish an offence, in each language, before the first unit.
OPERATIVE = {
    "en": (_OPERATIVE, _UNITS),
    "fr": ("Quiconque recrute une personne est puni de dix ans d'emprisonnement.", "Article 1\nLe bac est vert et va sur la mer.\n\nArticle 2\nLe bac est rouge et va sur la mer.\n\nArticle 3\nLe bac est lent.\n"),
    "es": ("Quien recluta a una persona será castigado con prisión de diez años.", "Artículo 1. La barca es verde y va por el mar.\n\nArtículo 2. La barca es roja y va por el mar.\n\nArtículo 3. La barca es lenta.\n"),
    "id": ("Setiap orang yang merekrut orang dipidana dengan pidana penjara sepuluh tahun.", "Pasal 1\nPerahu adalah alat untuk pergi ke laut.\n\nPasal 2\nPerahu hijau pergi ke laut.\n\nPasal 3\nPerahu merah.\n"),
    "ms": ("Mana-mana orang yang merekrut orang lain melakukan suatu kesalahan.", "1. Akta ini bolehlah dinamakan Akta Layang.\n\n2. Layang ialah benda yang terbang di atas laut.\n\n3. Tali ialah benda yang mengikat layang.\n"),
}  # fmt: skip


@pytest.mark.parametrize("language", OPERATIVE)
def test_operative_words_outside_are_told(language: str) -> None:
    words, units = OPERATIVE[language]
    found = law(f"Kite Act 2031\n\n{words}\n\n{units}")
    assert [warning.code for warning in found.warnings] == ["CT205"]
    assert [found.text[start:end] for start, end in found.operative] == [words]


#: Prefaces that order nothing.
QUIET = [
    "An Act to punish those who cut the strings of kites",
    "WHEREAS a person who cuts a string commits an offence in other lands",
    "Considering that whoever cuts a string shall be punished elsewhere",
    "[2 March 2031]",
]


@pytest.mark.parametrize("preface", QUIET)
def test_recitals_and_long_titles_order_nothing(preface: str) -> None:
    assert codes(f"KITE ACT 2031\n\n{preface}\n\n{_UNITS}") == []


def test_what_stands_outside_is_evidence_without_a_number() -> None:
    ledger = match([law(_BEFORE)])
    found = ledger.elements["act.recruitment"]
    assert found.status in ("present", "weak")
    assert found.evidence[0].num == ""
    assert found.evidence[0].eid == "preface"


def test_silence_is_no_gap_where_operative_words_stand_outside() -> None:
    report = assess(match([law(_BEFORE)]), ["tip"])
    assert not [one.id for one in report.provisions if one.status == "gap"]
    assert any("stand outside the sections" in one.why for one in report.provisions if one.status == "unclear")


CONTENTS = "KITE ACT 2031\n\nARRANGEMENT OF SECTIONS\n\n" + "".join(f"{n}. Kites {n}\n" for n in range(1, 16)) + "\nBE IT ENACTED as follows:\n\n"


def test_fewer_units_than_the_contents_announce() -> None:
    assert codes(CONTENTS + _UNITS) == ["CT204"]
    whole = "".join(f"{n}. Kites {n}\nA kite of number {n} flies in the wind over the sea.\n\n" for n in range(1, 16))
    assert codes(CONTENTS + whole) == []


def test_fewer_units_than_the_numbers_announce() -> None:
    late = "".join(f"{n}. Tails {n}\nA tail of number {n} hangs from the kite in the wind.\n\n" for n in range(30, 34))
    assert codes("KITE ACT 2031\n\n" + _UNITS + late) == ["CT204"]


def test_a_text_of_some_length_without_a_unit() -> None:
    found = law("The kite flies in the wind over the sea and nobody may stop it there. " * 12)
    assert unread(found) is not None
    assert [warning.code for warning in found.warnings] == ["CT201"]
    assert unread(law("A kite flies in the wind.")) is None
    assert unread(law("KITE ACT 2031\n\n" + _UNITS)) is None


def test_every_output_keeps_what_stands_outside() -> None:
    found = law(_BEFORE + "Done at Portville, on 2 March 2031\nThe Minister of Kites\n")
    for written in (to_markdown(found), to_akn(found).decode()):
        assert "commits an offence and shall be punished" in " ".join(written.split())
        assert "The Minister of Kites" in written
