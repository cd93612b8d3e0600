"""Kinds seen in ten documents taken at random, in invented words: each with neighbours and near misses."""

# ruff: noqa: E501 (texts of laws)
from __future__ import annotations

import pytest

from tests.structure.helpers import law, section
from tests.structure.test_traditions import tree

#: lines of an article -> what stands below it
SWISS: dict[str, tuple[str, list[str]]] = {
    "paragraphs": ("1 Der Halter heuert Gäste an.\n\n2 Ein Gast zahlt ihm.", ["paragraph 1", "paragraph 2"]),
    "a list in the first": ("1 Der Halter muss:\n\na. Lampen anzünden;\n\nb. läuten.\n\n2 Ein Gast zahlt ihm.", ["paragraph 1", "  subparagraph a", "  subparagraph b", "paragraph 2"]),
    "a paragraph inserted": ("1 Der Halter heuert an.\n\n1bis Ein Gast zahlt.\n\n2 Niemand läutet.", ["paragraph 1", "paragraph 1bis", "paragraph 2"]),
    "French": ("1 Le gardien engage des hôtes.\n\n2 L’hôte paie le gardien.", ["paragraph 1", "paragraph 2"]),
    "a number that is alone": ("1 Boot gehört dem Halter allein.", []),
    "numbers in a sentence": ("Der Halter hat zwei Boote:\n\n1 Boot am See.\n\n2 Boote am Fluss.", []),
    "a count with a gap": ("1 Der Halter heuert an.\n\n3 Ein Gast zahlt ihm.", []),
}  # fmt: skip


@pytest.mark.parametrize("name", SWISS)
def test_paragraphs_counted_without_a_sign(name: str) -> None:
    words, below = SWISS[name]
    text = f"Bootsverordnung\n\nArt. 1 Gegenstand\n\n{words}\n\nArt. 2 Ende\n\nDie Verordnung tritt in Kraft.\n"
    lines = tree(law(text))
    first = lines.index("article 1")
    assert lines[first + 1 : lines.index("article 2")] == [f"  {line}" for line in below]


#: what stands below an article -> whether it is a note
NOTES: dict[str, tuple[str, list[str]]] = {
    "over lines": ("(Así reformado por el artículo 1°, punto 1.,\naparte a) de la Ley\nde Barcas, N° 8719 de 4 de marzo de 2031)", ["(Así reformado por el artículo 1°, punto 1.,", "aparte a) de la Ley", "de Barcas, N° 8719 de 4 de marzo de 2031)"]),
    "with brackets in it": ("(Así reformado por el artículo 69 (actual 82)\nde la Ley 7600)", ["(Así reformado por el artículo 69 (actual 82)", "de la Ley 7600)"]),
    "a number that closes it": ("(Así corrida su numeración por la Ley 7, del 418 al\n401).", ["(Así corrida su numeración por la Ley 7, del 418 al", "401)."]),
    "never closed": ("(Así corrida su numeración por el", ["(Así corrida su numeración por el"]),
    "a page's own words": ("Ficha articulo", ["Ficha articulo"]),
    "a bracket of the law": ("(el patrón) paga a la tripulación cada semana\ny cada mes.", []),
}  # fmt: skip


@pytest.mark.parametrize("name", NOTES)
def test_notes_that_run_over_lines(name: str) -> None:
    words, notes = NOTES[name]
    text = f"CÓDIGO DE BARCAS\n\nTítulo de la barca\n\nARTÍCULO 1. - Quien retenga una barca ajena será reprimido con multa.\n\n{words}\n\nDueño de la barca\n\nARTÍCULO 2. - El dueño de una barca pagará la multa que se le imponga.\n\nPuerto de la barca\n\nARTÍCULO 3. - El puerto de una barca será el que diga el dueño.\n"
    found = law(text, "es")
    assert [left.text for left in found.leftovers if left.kind == "note"] == notes
    assert section(found, "1").children == ()
    assert section(found, "2").heading == "Dueño de la barca"


def test_a_year_is_no_division() -> None:
    text = "CÓDIGO DE BARCAS\n\nArtículo 1. La barca es verde, según la ley\ndel 2001) y su reglamento.\n\nArtículo 2. La barca es azul.\n"
    assert not any(line.startswith("part") for line in tree(law(text, "es")))


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("Keepers of barges must light lamps", "Keepers of barges must light lamps"),
        ("Lamps", "Lamps"),
        ("Keepers of barges must light lamps.", ""),
    ],
)
def test_a_heading_that_is_a_sentence(line: str, heading: str) -> None:
    text = f"BARGE ACT\n\n1 Title\n\nThis Act is the Barge Act.\n\n2 {line}\n\n(1) Every keeper of a barge must light two lamps at nightfall.\n\n(2) A keeper who does not pays.\n\n3 Papers of guests\n\n(1) No keeper keeps the papers of a guest.\n"
    found = law(text)
    assert section(found, "2").heading == heading
    assert [child.num for child in section(found, "2").children] == ["1", "2"]


@pytest.mark.parametrize(
    ("below", "lines"),
    [
        ("Hire of barges\n\nContracts for hire\n\n", ["part 2", "  crossheading", "  section 2"]),
        ("Hire of barges\nby night\n\n", ["part 2", "  section 2"]),
        ("\nHIRE OF BARGES\n\n", ["part 2", "  section 2"]),
    ],
)
def test_the_name_of_a_part_and_a_heading_below_it(below: str, lines: list[str]) -> None:
    text = f"BARGE ACT\n\nPart 1\nLamps of barges\n\n1 Lamps\n\nEvery keeper of a barge must light two lamps.\n\nPart 2\n{below}2 Hire\n\nEvery keeper of a barge may hire it out.\n"
    shown = tree(law(text))
    assert shown[shown.index("part 2") :] == lines


@pytest.mark.parametrize("stroke", ["_ ", "_", "__ ", ""])
def test_a_stroke_before_the_first_subsection(stroke: str) -> None:
    text = f"BARGE ACT\n\nSection 1. Hire\n{stroke}(1) A keeper hires guests who come by night.\n(2) A guest pays the keeper.\n\nSection 2. Papers\n_ The keeper keeps no papers.\n"
    assert [child.num for child in section(law(text), "1").children] == ["1", "2"]
