"""Sections of codes that are numbered with their chapter, and what stands around them. All texts are invented."""

# ruff: noqa: E501 (texts of laws)
from __future__ import annotations

import json

import pytest

from ctip_law.structure.numbers import chapter_of
from tests.structure.helpers import law, numbers, section


@pytest.mark.parametrize(
    ("number", "chapter"),
    [
        ("566.215", "566"),
        ("710A.2", "710A"),
        ("20A.01", "20A"),
        ("36.010", "36"),
        ("13-1307", "13"),
        ("2C:135", "2C"),
        ("12.1-41-01", "12.1-41"),
        ("16-3-2010", "16-3"),
        ("22-3-1.1", "22-3"),
        # decimals, inserted units and dates of no chapter
        ("3.1", ""),
        ("12.1", ""),
        ("14-1", ""),
        ("4-A", ""),
        ("225", ""),
        ("3 bis", ""),
        ("425-426", ""),  # a range; a code's number spans more
        ("707-782", "707"),
    ],
)
def test_the_chapter_that_a_number_begins_with(number: str, chapter: str) -> None:
    assert chapter_of(number) == chapter


LIST = "".join(f"{n}. “Lamp {n}” means a light of that kind.\n" for n in range(1, 14))


def code(sign: str, head: str = "") -> str:
    """A chapter whose sections hold lists with plain numbers, longer than the chapter has sections."""
    return (
        f"CHAPTER 12.1-41 Ferries\n\n{sign}12.1-41-01.\nDefinitions.\nIn this chapter:\n{LIST}\n"
        f"{sign}12.1-41-02.\n{head}Lighting a ferry.\n1. A keeper lights the ferry.\n2. A keeper who does not is liable.\n\n"
        f"{sign}12.1-41-03.\nBells.\n1. A ferry has a bell.\n2. The bell is rung.\n"
    )


@pytest.mark.parametrize("sign", ["", "§ "])
def test_a_list_in_a_section_of_a_code_is_no_sections(sign: str) -> None:
    found = law(code(sign))
    assert [unit.num for unit in found.sections()] == ["12.1-41-01", "12.1-41-02", "12.1-41-03"]
    assert [child.num for child in section(found, "12.1-41-01").children] == [str(n) for n in range(1, 14)]


def test_plain_sections_stay_where_one_cites_a_number_of_a_code() -> None:
    text = "KITE ACT\n\n1. Kites\nA kite is a thing.\n\n2. Cords\nA cord is long.\n\n12.1-41-02. is the number of another law.\n\n3. Tails\nA tail hangs.\n"
    assert [num for num in numbers(text) if "-" not in num] == ["1", "2", "3"]


BELOW = "Chapter 60. Ferries\n\n§ 2651.\nDefinitions.\n\n(1) “Ferry” means a boat.\n\n§ 2652.\nFerries by night; lamps.\n\nA keeper lights a lamp.\n\n§ 2653.\nBells.\n\nA keeper rings a bell.\n"


@pytest.mark.parametrize(
    ("text", "headings"),
    [
        (BELOW, ["Definitions", "Ferries by night; lamps", "Bells"]),
        (code(""), ["Definitions", "Lighting a ferry", "Bells"]),
        # nothing stands below the few words: they are the section's own
        ("§ 2651.\nFerries float.\n\n§ 2652.\nLamps burn.\n\n§ 2653.\nBells ring.\n", ["", "", ""]),
        # sentences, and a unit that is gone
        ("§ 1.\nA keeper shall ring.\n\nHe is paid by the lake for it.\n\n§ 2.\nA lamp is lit.\n\nIt shall burn by night.\n\n§ 3.\nThe bell is old.\n\nIt shall stay.\n", ["", "", ""]),
        (BELOW.replace("Bells.", "[Repealed.]"), ["Definitions", "Ferries by night; lamps", ""]),
        (BELOW.replace("lamps.", "lamps"), ["Definitions", "Ferries by night; lamps", "Bells"]),
    ],
)
def test_a_heading_below_its_number_ends_with_a_full_stop(text: str, headings: list[str]) -> None:
    assert [unit.heading for unit in law(text).sections()] == headings


NOTES = {
    "Spanish": (
        "LEY DE BARCAS\n\nArtículo 1.- Las barcas flotan.\n\nArtículo reformado DOF 16-06-2031\n\nArtículo 2.- Las velas son blancas.\n\n"
        "Párrafo adicionado DOF 3-05-2032\n\nArtículo 3.- Los remos son largos.\n\nFracción derogada DOF 3-05-2032\n\nArtículo 4.- Rige desde mayo.\n"
    ),
    "English": (
        "Lakes Code\n\nSection 16-3-2010.\nA ferry is a boat.\nHISTORY: 2031 Act No. 5, Section 1.\nSection 16-3-2020.\nA lamp is lit.\n"
        "HISTORY: 2031 Act No. 5, Section 2.\nSection 16-3-2030.\nA bell is rung.\nHISTORY: 2031 Act No. 6, Section 3.\n"
    ),
    "Russian": (
        "ЗАКОН о лодках\n\nСтатья 1.\nЛодка плывет.\nСноска. Статья 1 в редакции Закона от 04.07.2031 № 5.\nСтатья 2.\nПарус бел.\n"
        "Сноска. Статья 2 с изменениями от 04.07.2031 № 5.\nСтатья 3.\nВесло длинно.\n"
    ),
}


@pytest.mark.parametrize("language", NOTES)
def test_a_note_of_a_unit_s_history_is_no_heading_of_the_next(language: str) -> None:
    found = law(NOTES[language])
    assert [unit.heading for unit in found.sections()] == [""] * len(found.sections())
    assert len(found.sections()) in (3, 4)


def test_a_marginal_heading_that_tells_of_history_stays_a_heading() -> None:
    text = "FERRY ACT\n\nShort title\n1. This Act may be cited as the Ferry Act.\n\nHistory of ferries to be written\n2. The keeper shall write it.\n\nNotes of lamps\n3. The keeper shall note the lamps.\n"
    assert [unit.heading for unit in law(text).sections()] == ["Short title", "History of ferries to be written", "Notes of lamps"]


ABOVE = "Title 16 - Waters\n\nChapter 3 - Boats\n\nArticle 19 - Night Ferries\n\nSection 16-3-2010.\nA ferry is a boat.\n\nSection 16-3-2020.\nA lamp is lit.\n\nArticle 20\nBells\n\nSection 16-3-2110.\nA bell is rung.\n"


def test_articles_hold_the_sections_of_a_code() -> None:
    lines = str(law(ABOVE)).splitlines()
    assert [line.strip() for line in lines if "division" in line] == ["division 19: Night Ferries", "division 20: Bells"]
    assert numbers(ABOVE) == ["16-3-2010", "16-3-2020", "16-3-2110"]


def test_an_article_that_a_section_speaks_of_holds_nothing() -> None:
    text = ABOVE.replace("Article 20\nBells\n\n", "Article 20 - of the Treaty of Lakes is law and binds every keeper of a bell.\n\n")
    assert "division 20" not in str(law(text))


def scraped(tail: str) -> str:
    entries = [
        ("Part I", "1", "Title", "This Act is the Ferry Act."),
        ("Part I", "2", "Ferries", f"A ferry is a boat.{tail}"),
        ("Part II", "3", "Lamps", "A keeper lights a lamp."),
        ("Part II", "4", "Bells", "A keeper rings a bell."),
    ]
    keys = ("chapter", "section", "title", "content")
    return json.dumps({"title": "Ferry Act", "provisions": [dict(zip(keys, entry, strict=True)) for entry in entries]})


@pytest.mark.parametrize(
    ("tail", "heading", "text"),
    [
        (" Part II – Lamps and Bells (ss. 3-4)", "Lamps and Bells (ss. 3-4)", "A ferry is a boat."),
        (" Part II Lamps and Bells", "Lamps and Bells", "A ferry is a boat."),
        ("", "", "A ferry is a boat."),
        (" It is lit as Part II says.", "", "A ferry is a boat. It is lit as Part II says."),
        (" Part III is of oars", "", "A ferry is a boat. Part III is of oars"),
    ],
)
def test_the_heading_of_the_next_part_is_none_of_the_section_s_words(tail: str, heading: str, text: str) -> None:
    found = law(scraped(tail))
    parts = [clause for clause in found.clauses if clause.kind == "part"]
    assert [part.num for part in parts] == ["I", "II"]
    assert parts[1].heading == heading
    assert section(found, "2").text == text


def test_a_part_that_a_scraper_names_behind_its_chapter_stands_above_it() -> None:
    made = scraped("").replace("Part II", "Chapter IV, Part I").replace('"Part I"', '"Chapter III, Part I"')
    assert [line.strip() for line in str(law(made)).splitlines() if line.strip().startswith(("part", "chapter"))] == [
        "part I",
        "chapter III",
        "chapter IV",
    ]


def test_the_first_line_of_a_sentence_is_no_heading_however_the_lines_are_set() -> None:
    text = "# LEY DE BARCAS\n\n" + "".join(
        f"##### Art. {n}°- Los bienes del Fondo de Barcas creado por el puerto\n\nde la ciudad {n} pasan al puerto.\n\nEl puerto los guarda.\n\n"
        for n in range(1, 5)
    )
    assert [unit.heading for unit in law(text).sections()] == [""] * 4


def test_a_heading_that_runs_over_a_blank_line_is_whole() -> None:
    text = (
        "# Bootsgesetz\n\n##### Art. 1 Zweck\n\nDieses Gesetz gilt.\n\n##### Art. 2 Schutz der Boote\n\nund der Personen, die sie fahren\n\n"
        "Boote sind geschützt.\n\n##### Art. 3 Lampen\n\nLampen brennen.\n\n##### Art. 4 Glocken\n\nGlocken läuten.\n"
    )
    found = law(text)
    assert [unit.heading for unit in found.sections()] == ["Zweck", "Schutz der Boote und der Personen, die sie fahren", "Lampen", "Glocken"]
    assert section(found, "2").text == "Boote sind geschützt."


def test_a_unit_of_the_law_that_is_amended_is_no_heading_of_the_next() -> None:
    text = (
        "LEY 7\n\nARTICULO 1° — Sustitúyese el artículo 145 bis del Código de Barcas por el siguiente:\n\nArtículo 145 bis: El barquero enciende la lámpara.\n\n"
        "ARTICULO 2° — Incorpórase como artículo 145 ter el siguiente:\n\nArtículo 145 ter: El barquero toca la campana.\n\nARTICULO 3° — Derógase el artículo 9.\n"
    )
    found = law(text)
    assert [(unit.num, unit.heading) for unit in found.sections()] == [("1", ""), ("2", ""), ("3", "")]
    assert found.text[section(found, "1").start : section(found, "1").end].endswith("enciende la lámpara.")


def test_a_heading_that_names_another_section_stays_a_heading() -> None:
    text = (
        "FERRY ACT\n\nLamps\n1. A keeper lights a lamp.\n\nSection 1: supplementary\n2. The keeper may use oil.\n\nSection 1: penalties\n"
        "3. A keeper who does not is liable to a fine.\n"
    )
    assert [unit.heading for unit in law(text).sections()] == ["Lamps", "Section 1: supplementary", "Section 1: penalties"]
