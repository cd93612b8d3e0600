"""Texts whose lines were joined or mixed by a conversion: units, signatures and notes inside lines. All texts are invented."""

# ruff: noqa: E501 (tables of texts)
from __future__ import annotations

import pytest

from tests.structure.helpers import law, section

_LONG = (
    "lampu yang menyala di jalan umum pada malam hari sampai pagi hari menurut ketentuan peraturan perundang-undangan "
    * 3
)

#: text -> the numbers of its units
INSIDE: dict[str, tuple[str, list[str]]] = {
    "after the end of a sentence": (
        f"Pasal 1\nLampu adalah {_LONG}.\nPasal 2\nSetiap orang wajib menyalakan lampu. Pasal 3 Lampu dipadamkan pada pagi hari. Pasal 4 Menteri mengawasi lampu.\nPasal 5\nUndang-Undang ini berlaku.\n",
        ["1", "2", "3", "4", "5"],
    ),
    "after a division's heading": (
        f"Pasal 1\nLampu adalah {_LONG}.\nPasal 2\nSetiap orang wajib menyalakan lampu.\nBagian Kedua Lampu Jalan Pasal 3 Lampu jalan dipadamkan pada pagi hari.\nPasal 4\nUndang-Undang ini berlaku.\n",
        ["1", "2", "3", "4"],
    ),
    "with its digits apart": (
        "".join(f"Pasal {n}\nSetiap orang wajib menyalakan lampu nomor {n} pada malam hari.\n" for n in range(1, 21))
        + "Setiap orang wajib memadamkan lampu. Pasal 2 1 Lampu diperiksa oleh Menteri.\nPasal 22\nUndang-Undang ini berlaku.\n",
        [str(n) for n in range(1, 23)],
    ),
    "a mention where nothing is missing": (
        "Article 1\nThe lamp is lit. Article 2 The reader may skip.\nArticle 2\nThe bell is rung. Article 5 The clock is wound.\nArticle 3\nThe keeper is paid.\nArticle 4\nThis Law begins in May.\n",
        ["1", "2", "3", "4"],
    ),
    "glued to a marginal note": (
        "1. Every lamp shall be lit by the keeper at dusk, and shall be kept lit until the sun has risen.\nKeeper may\nring bells.2. The keeper may ring a bell where the lamp cannot be lit by reason of a storm or of the want of oil.\n"
        "3. Whoever puts out a lamp shall be punished with a fine, and where the lamp is not lit again, with another fine.\n4. The keeper is paid in May.\n",
        ["1", "2", "3", "4"],
    ),
    "a decimal number that is no section": (
        "1. Every lamp shall be lit by the keeper at dusk.\n3. The mast is of fir and measures at no place less than 7.2. Iron is allowed.\n4. Whoever puts out a lamp shall be fined.\n",
        ["1", "3", "4"],
    ),
}


@pytest.mark.parametrize("case", INSIDE)
def test_units_within_lines(case: str) -> None:
    text, expected = INSIDE[case]
    assert [unit.num for unit in law(text).sections()] == expected


def test_a_unit_found_within_a_line_is_logged() -> None:
    found = law(INSIDE["after the end of a sentence"][0])
    assert [repair.after for repair in found.repairs] == ["3", "4"]
    assert section(found, "3").num_printed == "Pasal 3"


def test_signatures_and_elucidation_that_run_on_are_no_law() -> None:
    text = (
        "Pasal 1\nLampu adalah alat penerang.\nPasal 2\nSetiap orang wajib menyalakan lampu.\nPasal 3\n"
        f"Undang-Undang ini mengatur {_LONG}. Disahkan di Jakarta pada tanggal 2 Mei 2031 PRESIDEN ttd. PENJELASAN ATAS UNDANG-UNDANG TENTANG LAMPU I. UMUM Lampu itu penting. II. PASAL\n"
        "Pasal 1\nCukup jelas.\nPasal 2\nYang dimaksud dengan setiap orang adalah siapa saja.\nPasal 3\nCukup jelas.\n"
    )
    found = law(text)
    assert [unit.num for unit in found.sections()] == ["1", "2", "3"]
    assert "Disahkan" not in section(found, "3").text
    assert [part.name for part in found.components] == ["conclusions", "explanatory_note"]
    assert "siapa saja" in found.text[found.components[1].start : found.components[1].end]
    assert found.coverage.unplaced == 0


_PAGES = "".join(
    f"{n}. Whoever puts out lamp {n} without the leave of the keeper shall be punished with\na fine that{n + 1}\nTHE\nGAZETTE OF THE LOWLANDS\n[Part II\nmay be doubled where the lamp stands at a harbour.\n"
    for n in range(1, 9)
)


def test_running_heads_in_the_middle_of_sentences() -> None:
    found = law(_PAGES)
    assert [unit.num for unit in found.sections()] == [str(n) for n in range(1, 9)]
    assert [clause.kind for clause in found.clauses] == ["section"] * 8
    assert {left.kind for left in found.leftovers} == {"running head"}
    assert "GAZETTE" not in section(found, "4").text


def test_headings_that_recur_are_no_running_heads() -> None:
    text = "".join(
        f"CHAPTER {n}\nGENERAL PROVISIONS\n{n}. Every lamp of kind {n} shall be lit by the keeper at dusk and put out at dawn.\n"
        for n in range(1, 9)
    )
    assert [clause.heading for clause in law(text).clauses] == ["GENERAL PROVISIONS"] * 8
