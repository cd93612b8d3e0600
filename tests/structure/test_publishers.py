"""What publishers and printers set around a law: notes, paths, running heads. Each kind beside what must stay."""

# ruff: noqa: E501 (texts of laws)
from __future__ import annotations

import pytest

from tests.structure.helpers import law, numbers, section

#: name -> (text, headings by number, notes and running heads)
NOTES: dict[str, tuple[str, dict[str, str], list[str]]] = {
    "Kazakhstan, Russian": (
        "ЗАКОН\n\nО баржах\n\nПримечание ИЗПИ!\nПорядок введения в действие см. ст. 2.\n\nСтатья 1. Понятия\n\nБаржа есть судно.\nСноска. Статья 1 в редакции Закона РК от 02.07.2031 № 7-VII.\n\nСтатья 2. Срок\n\nЗакон действует с мая.\nПримечание. Год считается целиком.\n",
        {"1": "Понятия", "2": "Срок"}, ["Примечание ИЗПИ!", "Порядок введения в действие см. ст. 2.", "Сноска. Статья 1 в редакции Закона РК от 02.07.2031 № 7-VII."],
    ),
    "Kazakhstan, Kazakh": (
        "ҚАЙЫҚТАР ТУРАЛЫ ЗАҢ\n\n1-бап. Ұғымдар\n\nҚайық кеме болып табылады.\nЕскерту. 1-бап жаңа редакцияда – ҚР 02.07.2031 № 7-VII Заңымен.\n\nРҚАО-ның ескертпесі!\n2-бапқа өзгеріс енгізу көзделген.\n\n2-бап. Мерзім\n\nЗаң мамырдан бастап қолданылады.\nЕскертпе. Жыл толық есептеледі.\n",
        {"1": "Ұғымдар", "2": "Мерзім"}, ["Ескерту. 1-бап жаңа редакцияда – ҚР 02.07.2031 № 7-VII Заңымен.", "РҚАО-ның ескертпесі!", "2-бапқа өзгеріс енгізу көзделген."],
    ),
    "Kazakhstan, English": (
        "LAW ON BARGES\n\nArticle 1. Terms\n\nA barge is a boat.\nFootnote. Article 1 is in the wording of Law No. 7-VII of 02.07.2031.\n\nArticle 2. Time\n\nThe law begins in May.\nA footnote is no part of a barge.\n",
        {"1": "Terms", "2": "Time"}, ["Footnote. Article 1 is in the wording of Law No. 7-VII of 02.07.2031."],
    ),
    "Jamaica, sources in the margin": (
        "THE BARGES (HIRE) ACT\n\n[1st March, 2027.]\n\nShort title.\n1. This Act may be cited as the Barges (Hire) Act.\n\nHire.\n2.—(1) A keeper hires guests.\n26/2031\nS. 3 (a).\n(2) A guest pays.\n\n[The inclusion of this page is authorized by L.N. 92c/2031]\n\nBARGES (HIRE) 3\n\nPapers.\n3. A keeper keeps\n26/2031 S. 4.\nno papers.\n",
        {"1": "Short title", "2": "Hire", "3": "Papers"}, ["26/2031", "S. 3 (a).", "[The inclusion of this page is authorized by L.N. 92c/2031]", "26/2031 S. 4."],
    ),
    "the name with the page's number": (
        "BARGE HIRE LAW\n\n1. Hire\nA keeper hires guests and\n\n2 BARGE HIRE LAW\n\npays them.\n\n2. Papers\nA keeper keeps no papers.\n\nBARGE HIRE LAW 3\n\n3. Lamps\nA keeper lights lamps.\n",
        {"1": "Hire", "2": "Papers", "3": "Lamps"}, ["2 BARGE HIRE LAW", "BARGE HIRE LAW 3"],
    ),
    "the head of a short bill": (
        "STATE OF LAKES\n\n  4171\n\nAN ACT to amend the barge law\n\nSection 1. The keeper of a barge shall hire the guests who come by night and\n\n S. 4171  2\n\nshall pay each of them at the end of the week.\n\nSection 2. The keeper of a barge shall not keep the papers of any guest who comes.\n",
        {"1": "", "2": ""}, ["S. 4171  2"],
    ),
    "words above most units": (
        "LEY DE BARCAS\n\nArtículo 1. La barca es verde.\n\nAfecta la vigencia de: []\n\nArtículo 2. La barca es azul.\n\nAfecta la vigencia de: []\n\nArtículo 3. La barca es roja.\n\nAfecta la vigencia de: []\n\nArtículo 4. La barca flota.\n",
        {"1": "", "2": "", "3": "", "4": ""}, [],
    ),
    "headings above units, two the same": (
        "BARGE ACT\n\nPenalty\n\n1. Whoever holds a guest by force on a barge is liable to a fine of ten coins.\n\nHire\n\n2. The keeper of a barge shall hire the guests who come by night.\n\nPenalty\n\n3. Whoever burns a barge that is not theirs is liable to a fine of ten coins.\n\nPapers\n\n4. The keeper of a barge shall not keep the papers of a guest.\n",
        {"1": "Penalty", "2": "Hire", "3": "Penalty", "4": "Papers"}, [],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", NOTES)
def test_notes_are_no_law(name: str) -> None:
    text, headings, notes = NOTES[name]
    found = law(text)
    assert {unit.num: unit.heading for unit in found.sections()} == headings
    assert [left.text for left in found.leftovers if left.kind in ("note", "running head")] == notes


@pytest.mark.parametrize(
    ("words", "repealed"),
    [
        ("Исключена Законом РК от 02.07.2031 № 7-VII.", True),
        ("Утратила силу Законом РК от 02.07.2031 № 7-VII.", True),
        ("Исключенная из реестра баржа возвращается хозяину.", False),
    ],
)
def test_articles_taken_out_in_kazakhstan(words: str, repealed: bool) -> None:
    found = law(f"ЗАКОН\n\nСтатья 1. Баржа есть судно.\n\nСтатья 2. {words}\n\nСтатья 3. Закон действует.\n")
    assert ("repealed" in section(found, "2").flags) == repealed


def test_pieces_of_a_code_from_several_publishers() -> None:
    text = (
        "Lakes Statutes - Chapter 161 - Barges - Section 161.270 - Hire.\n\n(1) The keeper of a barge shall hire the guests who come by night.\n(2) A guest who comes by day shall pay the keeper.\n\n"
        "Lakes Code § 163.266\nPapers of guests.\n(1) A keeper keeps no papers as told in LRS 163.263 or\n163.264.\n(2) A guest keeps them.\n\n"
        "\ufffd\ufffd\ufffd\ufffd 163.269 Lamps. (1) A keeper lights lamps.\n\ufffd\ufffd\ufffd\ufffd (2) A guest sees them.\n"
    )
    found = law(text)
    assert [(unit.num, len(unit.children)) for unit in found.sections()] == [("161.270", 2), ("163.266", 2), ("163.269", 2)]
    assert [unit.heading.strip(".") for unit in found.sections()] == ["Hire", "Papers of guests", "Lamps"]


@pytest.mark.parametrize(
    ("line", "nums"),
    [
        ("Lakes Statutes - Chapter 12 - Barges - Section 12.345 - Hire.", ["12.345"]),
        ("Title 3 > Chapter 12 > § 12.345 > Hire.", ["12.345"]),
        ("A barge - as told in Section 12.345 - floats.", ["1"]),  # a sentence
    ],
)
def test_a_publishers_path_before_the_unit(line: str, nums: list[str]) -> None:
    other = "" if nums != ["1"] else "1. Hire\n"
    assert numbers(f"{other}{line}\n\nA keeper hires guests and pays them.\n") == nums


#: lines above a number that the last of them ran into -> the heading
NARROW = {
    "two lines": ("Keeping of\nguests.2. Whoever", "Keeping of guests"),
    "a capital within": ("Keeping the\nRegister of\nguests.2. Whoever", "Keeping the Register of guests"),
    "behind the words before": ("or a barge.\nLamps of\nbarges.2. Whoever", "Lamps of barges"),
    "a sentence": ("and whoever keeps a guest on a barge pays twice.2. Whoever", ""),
}


@pytest.mark.parametrize("name", NARROW)
def test_marginal_notes_in_narrow_lines(name: str) -> None:
    lines, heading = NARROW[name]
    text = f"THE BARGE ACT\n\n1. Whoever keeps a guest by force on a barge or elsewhere shall pay a fine\n{lines} keeps a barge shall light a lamp at night and ring a bell.\n3. Whoever burns a barge shall pay.\n4. Whoever sinks a barge shall pay.\n"
    found = law(text)
    assert [unit.num for unit in found.sections()] == ["1", "2", "3", "4"]
    assert section(found, "2").heading == heading


@pytest.mark.parametrize(
    ("words", "heading"),
    [
        ("Be it enacted by the People of the State of Lakes,\nrepresented in the General Assembly:", ""),
        ("Be it enacted by the Diet of Lakes, as follows:", ""),
        ("Enacted laws", "Enacted laws"),
    ],
)
def test_enacting_words_are_no_heading(words: str, heading: str) -> None:
    text = f"AN ACT concerning barges.\n\n{words}\n\nSection 1. The keeper of a barge shall hire the guests who come by night.\n\nPapers\n\nSection 2. The keeper of a barge shall not keep the papers of a guest.\n\nLamps\n\nSection 3. The keeper of a barge shall light two lamps at nightfall.\n"
    assert [unit.heading for unit in law(text).sections()] == [heading, "Papers", "Lamps"]


@pytest.mark.parametrize(
    ("third", "kind"), [("(C) WHO RINGS A BELL.", "paragraph"), ("(c) who rings a bell.", "paragraph"), ("(A) WHO RINGS.", "subparagraph")]
)
def test_an_item_in_capitals_goes_on_with_the_list(third: str, kind: str) -> None:
    found = law(f"BARGE ACT\n\n1. A keeper is one\n(a) who hires guests;\n(b) who lights lamps;\n{third}\n\n2. A guest pays.\n")
    kinds = [unit.kind for unit in section(found, "1").walk()]
    assert kinds[-1] == kind
    assert kinds.count("paragraph") == (3 if kind == "paragraph" else 2)


@pytest.mark.parametrize(
    ("words", "heading"),
    [
        ("Whoever commits an act that is named in sub-section (1) or sub-section (2) pays.", ""),
        ("Hire of guests (1) A keeper hires guests.", "Hire of guests"),
    ],
)
def test_a_reference_is_no_heading(words: str, heading: str) -> None:
    text = f"BARGE ACT\n\n1. {words}\n\n2. Lamps of barges (1) A keeper lights lamps.\n\n3. Papers of guests (1) A keeper keeps none.\n"
    assert section(law(text), "1").heading == heading
