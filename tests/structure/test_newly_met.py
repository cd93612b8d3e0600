"""Documents of kinds that were met last, in invented words: each with a near miss that must stay as it was."""

# ruff: noqa: E501 (texts of laws)
from __future__ import annotations

import json

import pytest

from tests.structure.helpers import law, section
from tests.structure.test_traditions import tree


@pytest.mark.parametrize(
    ("text", "nums"),
    [
        ("قانون\n\nالمادة -1-\nالمركب يطفو.\n\nالمادة -2-\nالقارب مركب.\n\nالمادة -3-\nينفذ القانون.\n", ["1", "2", "3"]),
        ("قانون\n\nالمادة – 1 –\nالمركب يطفو.\n\nالمادة – 2 –\nالقارب مركب.\n", ["1", "2"]),
        ("LOI\n\nArticle 1 - Un bateau flotte.\n\nArticle 2 - Un radeau flotte.\n", ["1", "2"]),  # the dash behind it
    ],
)
def test_dashes_around_the_number_of_an_article(text: str, nums: list[str]) -> None:
    assert [unit.num for unit in law(text).sections()] == nums


def test_items_that_are_counted_in_words() -> None:
    text = "قانون المراكب\n\nالمادة 1\nيقصد بما يأتي:\nأولاً: المركب شيء يطفو.\nثانياً- القارب مركب صغير.\nثالثا: المرسى مكان.\n\nالمادة 2\nأولاً يطفو المركب ثم يغرق.\n"
    found = law(text)
    assert [child.num for child in section(found, "1").children] == ["1", "2", "3"]
    assert section(found, "2").children == ()  # "first" in a sentence


@pytest.mark.parametrize(
    ("below", "heading"),
    [
        ("(Definições)", "Definições"),
        ("(Objecto e âmbito)", "Objecto e âmbito"),
        ("(Revogado)", ""),  # all that is left of it
        ("(1) Um barco flutua.", ""),
        ("(a) barcos", ""),
    ],
)
def test_a_heading_in_brackets_below_the_number(below: str, heading: str) -> None:
    text = f"LEI DOS BARCOS\n\nARTIGO 1.º\n{below}\n\nUm barco é uma coisa que flutua.\n\nARTIGO 2.º\n(Fim)\n\nA lei começa hoje.\n"
    found = law(text, "pt")
    assert section(found, "1").heading == heading
    assert section(found, "2").heading == "Fim"


def test_what_an_editor_says_of_an_article_is_no_heading() -> None:
    text = "ЗАКОН ЗА ЛОДКИТЕ\n\nЧл. 1. (Изм. - ДВ, бр. 7 от 2031 г.) Лодката плава.\n\nЧл. 2. (Предмет) Салът плава.\n"
    found = law(text, "bg")
    assert [unit.heading for unit in found.sections()] == ["", "Предмет"]


@pytest.mark.parametrize(("sign", "kind"), [("–", "chapter"), ("", "chapter")])
def test_a_dash_between_the_word_of_a_chapter_and_its_number(sign: str, kind: str) -> None:
    text = f"डुङ्गा ऐन\n\nपरिच्छेद{sign or ' '}१\nप्रारम्भिक\n\n१. नामः (१) यो ऐन डुङ्गा ऐन हो ।\n(२) यो आज सुरु हुन्छ ।\n\nपरिच्छेद{sign or ' '}२\nकसूर\n\n२. निषेधः (१) डुङ्गा बेच्न हुँदैन ।\n(२) सजाय हुनेछ ।\n"
    assert [line for line in tree(law(text)) if not line.startswith("    ")] == [
        f"{kind} 1", "  section 1", f"{kind} 2", "  section 2",
    ]  # fmt: skip


def test_korean_items_and_supplementary_provisions() -> None:
    text = "배에 관한 법률\n\n제1조(정의) 이 법의 뜻은 다음과 같다.\n1. 배란 뜨는 것이다.\n2. 항구란 다음의 곳이다.\n가. 부두\n나. 나루\n\n제2조(벌칙) 배를 버린 자는 처벌한다.\n\n부칙 <법률 제9호, 2031. 1. 1.>\n제1조(시행일) 이 법은 오늘 시행한다.\n제2조(경과조치) 옛 배는 배로 본다.\n"
    found = law(text, "ko")
    assert [unit.num for unit in found.sections()] == ["1", "2"]
    assert [child.num for child in section(found, "1").children[1].children] == ["가", "나"]
    assert "supplement" in [component.name for component in found.components]


ROMAN = "ЗАКОН\nО ЧАМЦИМА\n\n{}. ОСНОВНЕ ОДРЕДБЕ\n\nПредмет\n\nЧлан 1.\n\nЧамац плови.\n\n{}. ЗАБРАНЕ\n\nЧлан 2.\n\nКо потопи чамац, казниће се.\n\nЧлан 3.\n\nЗакон важи.\n"


@pytest.mark.parametrize(
    ("first", "second", "kinds"),
    [
        ("I", "II", ["division I", "division II"]),
        ("I", "III", []),  # no count
        ("X", "XI", []),  # it does not begin at I
    ],
)
def test_capitals_behind_roman_numbers_head_the_articles_below(first: str, second: str, kinds: list[str]) -> None:
    found = law(ROMAN.format(first, second), "sr")
    assert [line for line in tree(found) if line.startswith("division")] == kinds
    assert [unit.num for unit in found.sections()] == ["1", "2", "3"]


def test_roman_numbers_of_a_list_head_nothing() -> None:
    text = "LEY DE BOTES\n\nArtículo 1. Los botes son:\nI. BARCAZAS;\nII. BALSAS.\n\nArtículo 2. El fin.\n"
    assert not any(line.startswith("division") for line in tree(law(text, "es")))


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ("ЗАКОН\nО ЧАМЦИМА\n", "ЗАКОН О ЧАМЦИМА"),
        ("ЗАКОН УКРАЇНИ\nПро човни\n", "ЗАКОН УКРАЇНИ Про човни"),
        ("USTAWA\nz dnia 2 lutego 2031 r.\no łodziach\n", "USTAWA z dnia 2 lutego 2031 r. o łodziach"),
    ],
)
def test_a_title_whose_matter_stands_in_the_next_lines(lines: str, title: str) -> None:
    word = "Стаття" if "УКРАЇНИ" in lines else "Члан" if "ЗАКОН" in lines else "Art."
    assert law(f"{lines}\n{word} 1. X плава.\n\n{word} 2. Y плава.\n").title == title


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("L99999", "LEI Nº 99.999, DE 6 DE MAIO DE 2031 Dispõe sobre os barcos"),
        ("Lei dos Barcos", "Lei dos Barcos"),  # it names a law, whatever the page shows
    ],
)
def test_the_name_of_a_web_page_is_a_title_where_it_names_a_law(said: str, title: str) -> None:
    page = f"<html><head><title>{said}</title></head><body><p>Casa Civil</p><p>LEI Nº 99.999, DE 6 DE MAIO DE 2031</p><p>Dispõe sobre os barcos.</p><p>O Congresso dos portos decreta e eu sanciono a seguinte lei, que todos devem ler e cumprir:</p><p>Art. 1º O barco flutua.</p><p>Art. 2º A lei começa hoje.</p></body></html>"
    assert law(page, "pt").title == title


def test_items_with_roman_numbers_and_a_dash() -> None:
    text = "LEI DOS BARCOS\n\nArt. 1º São barcos:\nI - a balsa;\nII - a jangada:\na) grande;\nb) pequena;\nIII - o bote.\n\nArt. 2º Pena - multa.\n"
    found = law(text, "pt")
    first = section(found, "1")
    assert [child.num for child in first.children] == ["I", "II", "III"]
    assert [child.num for child in first.children[1].children] == ["a", "b"]
    assert section(found, "2").children == ()


NOTES = "ЗАКОН УКРАЇНИ\nПро човни\n\nСтаття 1. Човен\n\n1. Човен пливе.\n\n{}\n\nСтаття 2. Пліт\n\n1. Пліт пливе.\n\nСтаття 3. Кінець\n\n1. Закон діє.\n"


@pytest.mark.parametrize(
    ("line", "note"),
    [
        ("{Стаття 1 із змінами, внесеними згідно із Законом № 7 від 2031}", True),
        ("Стаття 1 {у новій редакції} діє.", False),
        ("{так}", False),
    ],
)
def test_a_publisher_s_note_in_braces_is_no_text_of_the_law(line: str, note: bool) -> None:
    found = law(NOTES.format(line), "uk")
    assert (line in [left.text for left in found.leftovers]) is note


CHAPTER = "CHAPTER 36. BOATS\n\nNRS 36.010 Definitions.\nNRS 36.020 Barges; penalty.\nNRS 36.030 Rafts.\n\nNRS 36.010 Definitions. In this chapter, a boat is a thing that floats on water and is moved by oars, by sails or by an engine of any kind at all.\n\nNRS 36.020 Barges; penalty.\n1. A person shall not sink a barge in a harbour, in a river or in any other water of the State that is open to boats.\n2. A person who does is guilty of a category B felony and shall be punished by imprisonment for not less than a year.\n\nNRS 36.030 Rafts. A raft is a boat if it is made of logs that are tied together and if a person can stand on it while it floats.\n"


def test_a_list_of_contents_without_a_heading_in_a_chapter_of_a_code() -> None:
    found = law(CHAPTER)
    assert [unit.num for unit in found.sections()] == ["36.010", "36.020", "36.030"]
    assert "made of logs" in found.text[section(found, "36.030").start : section(found, "36.030").end]
    assert [left.kind for left in found.leftovers] == ["contents"] * 3


def test_numbers_below_a_lone_word_are_a_list_of_contents_where_they_count_on() -> None:
    listed = "PART I\nBOATS\n\nSection\n712-1200 Definitions\n712-1201 Sinking of barges\n\n§712-1200 Definitions. A boat floats.\n\n§712-1201 Sinking of barges. A person shall not sink a barge.\n"
    assert [unit.num for unit in law(listed).sections()] == ["712-1200", "712-1201"]
    split = "LUẬT THUYỀN\n\nĐiều\n1. Thuyền\n1. Thuyền nổi.\n2. Bè nổi.\n\nĐiều\n2. Bè\nBè là thuyền.\n\nĐiều\n3. Hiệu lực\nLuật có hiệu lực.\n"
    assert [unit.num for unit in law(split, "vi").sections()] == ["1", "2", "3"]


def test_subsections_with_a_word_of_their_own() -> None:
    text = "609.321 BOATS.\nSubdivision 1. Scope. For the purposes of this section, the terms have the meanings given here.\nSubd. 2. Barge. A barge is a flat boat that is towed by another boat.\n\n609.322 RAFTS.\nSubdivision 1. Raft. A raft is made of logs that are tied together and floats on the water.\nSubd. 2. Punt. A punt is no raft and is moved with a pole by one person.\n"
    found = law(text)
    assert [(unit.num, [child.num for child in unit.children]) for unit in found.sections()] == [
        ("609.321", ["1", "2"]), ("609.322", ["1", "2"]),
    ]  # fmt: skip
    divided = "BOATS ACT\n\nSubdivision 1\nBarges\n\n1. Barge\nA barge floats.\n\nSubdivision 2\nRafts\n\n2. Raft\nA raft floats.\n"
    assert [line for line in tree(law(divided)) if line.startswith("subdivision")] == ["subdivision 1", "subdivision 2"]


def test_words_below_the_heading_of_a_paragraph_are_its_own() -> None:
    text = "## CHAPTER 7— BOATS\n#### § 701. Prevention of sinking\n##### (a) Review\n\n(1) In general\n\nThe keeper shall carry out a review of boats, and shall\n\n(A) count the boats; and\n\n(B) tell their colours.\n\n(2) Reports\n\nThe keeper shall report.\n\n#### § 702. Rafts\n\nA raft is a boat.\n"
    found = law(text)
    first = section(found, "701").children[0]
    assert [(child.num, [item.num for item in child.children]) for child in first.children] == [("1", ["A", "B"]), ("2", [])]
    closed = "BOATS ACT\n\n1. Offence\n(1) A person who-\n(a) sinks a barge; or\n(b) burns a raft,\n\nCommits an offence.\n\n2. End\nThe end.\n"
    assert section(law(closed), "1").children[0].children[1].text == "burns a raft,"


def test_a_scraped_number_with_a_stroke_stands_once() -> None:
    data = {"title": "2031. évi IV. törvény a csónakokról", "provisions": [
        {"section": number, "title": f"{number}. §", "content": f"{number}. § {words}"}
        for number, words in (("1", "A csónak úszik."), ("2", "A tutaj csónak."), ("2/A", "A kertész tutajt köt."), ("3", "Vége."))
    ]}  # fmt: skip
    found = law(json.dumps(data))
    assert tree(found) == ["section 1", "section 2", "section 2/A", "section 3"]


BESIDE = "THE BOATS BILL\n\nPART I—PRELIMINARY\n\nShort title. 1. This Act may be cited as the Boats Act.\n\nInterpretation. 2. In this Act—\n“boat” means a thing that floats;\n\nPART II—OFFENCES\n\nSinking of boats. 3. (1) A person who sinks a boat commits an offence.\n(2) A person who helps commits an offence.\n\nRafts. 4. A raft is a boat.\n"


def test_notes_before_the_number_in_one_line_are_headings() -> None:
    found = law(BESIDE)
    assert [(unit.num, unit.heading) for unit in found.sections()] == [
        ("1", "Short title"), ("2", "Interpretation"), ("3", "Sinking of boats"), ("4", "Rafts"),
    ]  # fmt: skip
    assert [clause.heading for clause in found.clauses] == ["PRELIMINARY", "OFFENCES"]


@pytest.mark.parametrize(
    "text",
    [
        BESIDE.replace(" 3. (1)", " 7. (1)"),  # no count
        "BOATS ACT\n\n1. Short title\nThis Act is the Boats Act.\n\n2. Order\nSee the table. 1. A barge sinks.\nSee the list. 2. A raft floats.\nSee the page. 3. A punt drifts.\n\n3. End\nThe end.\n",
    ],
    ids=["no count", "the numbers begin other lines"],
)
def test_sentences_before_a_number_are_no_notes(text: str) -> None:
    assert not any(unit.heading.startswith(("Sinking", "See")) for unit in law(text).sections())


def test_chapters_of_a_greek_law_in_capitals() -> None:
    text = "ΝΟΜΟΣ\n\nΚΕΦΑΛΑΙΟ ΠΡΩΤΟ\nΓΕΝΙΚΑ\n\nΆρθρο 1\nΣκοπός\n\nΗ βάρκα επιπλέει.\n\nΚΕΦΑΛΑΙΟ ΔΕΥΤΕΡΟ\nΠΟΙΝΕΣ\n\nΆρθρο 2\nΚλοπή\n\nΌποιος κλέβει βάρκα τιμωρείται.\n"
    assert tree(law(text, "el")) == ["chapter 1", "  article 1", "chapter 2", "  article 2"]
