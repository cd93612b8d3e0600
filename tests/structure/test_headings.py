"""Headings that the layout does not part from the text. All texts are invented."""

# ruff: noqa: E501 (tables of texts)
from __future__ import annotations

import pytest

from tests.structure.helpers import law, section

_RUN_ON = (
    "ARRANGEMENT OF SECTIONS\n1. Interpretation\n2. Objects of Act\n3. Offence of cutting\n4. Short title\n\nCHAPTER 1\nKITES\n"
    "1. Interpretation (1) In this Act, unless the context says otherwise— “kite” means a thing on a string;\n"
    "2. Objects of Act The objects of this Act are the safety of kites and of those who fly them.\n"
    "3. Offence of cutting A person who cuts a string is liable to a fine.\n"
    "4. Short title and commencement This Act is called the Kite Act and takes effect in May.\n"
)


def test_the_contents_list_ends_a_heading_that_runs_on() -> None:
    found = law(_RUN_ON)
    assert [unit.heading for unit in found.sections()][:3] == ["Interpretation", "Objects of Act", "Offence of cutting"]
    assert section(found, "3").text == "A person who cuts a string is liable to a fine."


def test_a_heading_ends_before_its_first_subsection_not_at_a_later_dash() -> None:
    found = law(_RUN_ON.split("\n\n", 1)[1])
    assert section(found, "1").heading == "Interpretation"
    assert section(found, "1").children[0].num == "1"


def test_a_heading_over_two_lines_as_the_contents_list_has_it() -> None:
    text = (
        "TABLE OF CONTENTS\nArticle 1: Purpose\nArticle 2: Tolls of bridges and\nof ferries\nArticle 3: Entry into force\n\nTHE PARLIAMENT ADOPTS:\n"
        "Article 1: Purpose\nThis Law governs bridges, their tolls and the lamps upon\nthem.\nArticle 2: Tolls of bridges and\nof ferries\nthose who cross shall pay a toll to\nthe keeper of the bridge.\n"
        "Article 3: Entry into force\nThis Law enters into force in May.\n"
    )
    found = law(text)
    assert section(found, "2").heading == "Tolls of bridges and of ferries"
    assert section(found, "2").text.startswith("those who cross")


_RUN_IN = {
    "English": (
        "BOATS ACT 2031\n\n1. Short title This Act may be cited as the Boats Act.\n\n2. Objects of Act The objects of this Act are to let boats float.\n\n"
        "3. Sinking of boats A person who sinks a boat commits an offence.\n\n4. Penalty for sinking Any person who sinks a boat shall be punished.\n",
        ["Short title", "Objects of Act", "Sinking of boats", "Penalty for sinking"],
    ),
    "Spanish": (
        "LEY DE BARCAS\n\nArtículo 1. Objeto de la ley La presente ley regula las barcas.\n\nArtículo 2. Hundimiento Quien hunda una barca será castigado.\n\n"
        "Artículo 3. Vigencia La presente ley rige desde mayo.\n",
        ["Objeto de la ley", "Hundimiento", "Vigencia"],
    ),
    "no headings": (
        "BOATS ACT 2031\n\n1. A person who meets The Registrar of boats must bow to him.\n\n2. Every keeper of a boat must keep it.\n\n3. No boat may sink in the sea.\n",
        ["", "", ""],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", _RUN_IN)
def test_headings_that_run_into_the_text_without_a_sign(case: str) -> None:
    text, headings = _RUN_IN[case]
    assert [unit.heading for unit in law(text).sections()] == headings


@pytest.mark.parametrize(
    "text",
    ["風箏法\n\n第一條 風箏為飛行之物，其線長。\n\n第二條 風箏之線不得剪斷。\n\n第三條 違反者處罰金。\n", "THE KITES\n\n1. A kite flies in the wind.\n\n2. A string holds the kite.\n\n3. It ends in May.\n"],
)
def test_the_name_of_a_law_is_no_heading_of_its_first_unit(text: str) -> None:
    found = law(text)
    assert [unit.heading for unit in found.sections()] == ["", "", ""]
    assert found.title == text.partition("\n")[0]
