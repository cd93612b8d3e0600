"""Units, divisions and items in languages without a lexicon of their own. All texts are invented."""

# ruff: noqa: E501 (tables of texts)
from __future__ import annotations

import pytest

from ctip_law.model import Clause
from ctip_law.structure.numbers import western
from tests.structure.helpers import law

#: language -> the text, and its outline: kind and number of divisions and units, heading, and the numbers in it.
LAWS = {
    "az": (
        "QAYIQLAR HAQQINDA QANUN\n\nI fəsil\nÜmumi müddəalar\n\nMaddə 1. Anlayışlar\n1.0. Bu Qanunda anlayışlar aşağıdakı mənaları ifadə edir:\n1.0.1. qayıq – nəqliyyat;\n1.0.2. sahib – şəxs.\n\nMaddə 2. Tətbiq\n2.1. Qanun tətbiq edilir.\n2.2. Müqavilələr tətbiq edilir.\n\nMaddə 2-1. Əlavə\nƏlavə qayda müəyyən edilir.\n\nII fəsil\nMəsuliyyət\n\nMaddə 3. Cəza\nQayığı batıran şəxs məsuliyyət daşıyır.\n",
        ["chapter I Ümumi müddəalar", "article 1 Anlayışlar: 1.0", "article 2 Tətbiq: 2.1 2.2", "article 2-1 Əlavə", "chapter II Məsuliyyət", "article 3 Cəza"],
    ),
    "uz": (
        "QAYIQLAR TOʻGʻRISIDA QONUN\n\n1-bob. Umumiy qoidalar\n\n1-modda. Maqsad\nUshbu Qonunning maqsadi qayiqlar bilan bogʻliq.\n\n2-modda. Qonunchilik\nQonunchilik ushbu Qonundan iborat.\n\n2-bob. Yakun\n\n3-modda. Kuch\nQonun kuchga kiradi.\n",
        ["chapter 1 Umumiy qoidalar", "article 1 Maqsad", "article 2 Qonunchilik", "chapter 2 Yakun", "article 3 Kuch"],
    ),
    "uz in Cyrillic": (
        "ҚАЙИҚЛАР ТЎҒРИСИДА ҚОНУН\n\n1-боб. Умумий қоидалар\n\n1-модда. Мақсад\nУшбу Қонуннинг мақсади қайиқлар ҳақида.\n\n2-1-модда. Қўшимча\nҚўшимча ҳужжат.\n\n2-боб. Якун\n\n3-модда. Куч\nҚонун кучга киради.\n",
        ["chapter 1 Умумий қоидалар", "article 1 Мақсад", "article 2-1 Қўшимча", "chapter 2 Якун", "article 3 Куч"],
    ),
    "kk": (
        "ҚАЙЫҚТАР ТУРАЛЫ ЗАҢ\n\n1-тарау. ЖАЛПЫ ЕРЕЖЕЛЕР\n\n1-бап. Ұғымдар\nҰғымдар мынадай:\n1) қайық – көлік;\n2) ие – адам.\n\n2-тарау. ҚОРЫТЫНДЫ\n\n2-бап. Жауаптылық\nБатырған адам жауапты.\n",
        ["chapter 1 ЖАЛПЫ ЕРЕЖЕЛЕР", "article 1 Ұғымдар: 1 2", "chapter 2 ҚОРЫТЫНДЫ", "article 2 Жауаптылық"],
    ),
    "mn": (
        "ЗАВИЙН ТУХАЙ ХУУЛЬ\n\nНЭГДҮГЭЭР БҮЛЭГ\nНийтлэг үндэслэл\n\n1 дүгээр зүйл.Зорилт\n1.1.Энэ хуулийн зорилт нь завь.\n1.2.Завь усан хөлөг.\n\nХОЁРДУГААР БҮЛЭГ\nХариуцлага\n\n2 дугаар зүйл.Хориглох\n2.1.Завь живүүлэхийг хориглоно.\n",
        ["chapter 1 Нийтлэг үндэслэл", "article 1 Зорилт: 1.1 1.2", "chapter 2 Хариуцлага", "article 2 Хориглох: 2.1"],
    ),
    "eu": (
        "ONTZIEI BURUZKO LEGEA\n\nI. KAPITULUA\nXedapen orokorrak\n\n1. artikulua.– Xedea.\nLege honek ontziak arautzen ditu.\n\n2. artikulua.– Definizioak.\nLege honetan ontzia ibilgailua da.\n\n2 bis artikulua.– Gehigarria.\nArau gehigarria.\n\n3. artikulua.– Zigorra.\nHondoratzen duena zigortuko da.\n",
        ["chapter I Xedapen orokorrak", "article 1 Xedea", "article 2 Definizioak", "article 2 bis Gehigarria", "article 3 Zigorra"],
    ),
    "ka": (
        "კანონი ნავების შესახებ\n\nთავი I\nზოგადი დებულებანი\n\nმუხლი 1. მიზანი\n1. კანონი აწესრიგებს ნავებს.\n2. იგი ვრცელდება ყველაზე.\n\nმუხლი 2. ტერმინები\nტერმინებს აქვს მნიშვნელობა:\nა) ნავი – ტრანსპორტი;\nბ) მფლობელი – პირი.\n\nმუხლი 2¹. დამატება\nდამატებითი წესი.\n\nმუხლი 3. სასჯელი\nნავის ჩაძირვა ისჯება.\n",
        ["chapter I ზოგადი დებულებანი", "article 1 მიზანი: 1 2", "article 2 ტერმინები: ა ბ", "article 2-1 დამატება", "article 3 სასჯელი"],
    ),
    "am": (
        "የጀልባ አዋጅ\n\n፩. አጭር ርዕስ\nይህ አዋጅ የጀልባ አዋጅ ተብሎ ሊጠቀስ ይችላል።\n\n፪. ትርጓሜ\nበዚህ አዋጅ ውስጥ፦\n፩/ \"ጀልባ\" ማለት መጓጓዣ ነው፤\n፪/ \"ባለቤት\" ማለት ሰው ነው።\n\n፫. ክልከላ\nጀልባን ማስመጥ የተከለከለ ነው።\n",
        ["section 1 አጭር ርዕስ", "section 2 ትርጓሜ: 1 2", "section 3 ክልከላ"],
    ),
    "he": (
        "חוק הסירות\n\nהגדרות\n1. בחוק זה סירה היא כלי שיט.\n\nאיסור\n2. (א) לא יטביע אדם סירה.\n(ב) המטביע סירה ייענש.\n\nתחילה\n3. תחילתו של חוק זה ביום פרסומו.\n",
        ["section 1 הגדרות", "section 2 איסור: א ב", "section 3 תחילה"],
    ),
    "fa": (
        "قانون قایق\n\nفصل اول - کلیات\n\nماده ۱- در این قانون:\nالف- قایق: وسیله آبی.\nب- مالک: شخص.\n\nماده ۲- هر کس قایقی را غرق کند محکوم می‌شود.\n\nفصل دوم - سایر مقررات\n\nماده ۳- دولت قایق‌ها را ثبت کند.\n",
        ["chapter 1 کلیات", "article 1: الف ب", "article 2", "chapter 2 سایر مقررات", "article 3"],
    ),
    "ar, whose articles have the word of others' chapters": (
        "قانون القوارب\n\nالفصل 1\nينظم هذا القانون القوارب في البحر.\n\nالفصل 2\nيعاقب من يغرق قاربا.\n\nالفصل 3\nينشر هذا القانون.\n",
        ["article 1", "article 2", "article 3"],
    ),
    "cs": (
        "ZÁKON O LODÍCH\n\n§ 1 až 8a\n\nzrušeny\n\n§ 9\n\nNáhrada\n\n(1) Stát nahradí škodu.\n\n(2) Hradí se skutečná škoda.\n\n§ 10\n\nPřestupky\n\nKdo potopí loď nebo ji prodá, dopustí se přestupku, který se trestá podle zákona o řekách.\n",
        ["section 1-8a", "section 9 Náhrada: 1 2", "section 10 Přestupky"],
    ),
    "pt, a paragraph in the article's line": (
        "DECRETO N.º 10/77\n\nArtigo 1.º - 1. É cometida à Federação a exploração das barcas.\n\n2. O Governo elaborará a regulamentação.\n\nArt. 2.º Sem prejuízo de outra actividade, a concessão mantém-se.\n\nArt. 3.º Serão fixadas as condições.\n",
        ["article 1: 1 2", "article 2", "article 3"],
    ),
}  # fmt: skip


def outline(clauses: tuple[Clause, ...]) -> list[str]:
    """Divisions and units in order, with the numbers of what is in a unit."""
    lines: list[str] = []
    for one in clauses:
        inside = [child.num for child in one.children] if one.kind in ("section", "article") else []
        lines.append(" ".join(filter(None, (one.kind, one.num, one.heading))) + (f": {' '.join(inside)}" if inside else ""))
        if one.kind not in ("section", "article"):
            lines += outline(one.children)
    return lines


@pytest.mark.parametrize("language", LAWS)
def test_the_tree_of_a_law(language: str) -> None:
    text, expected = LAWS[language]
    found = law(text)
    assert outline(found.clauses) == expected
    assert found.language == language[:2]


@pytest.mark.parametrize(
    ("printed", "number"), [("፩", "1"), ("፲፪", "12"), ("፳", "20"), ("፺፱", "99"), ("፻፳፫", "123"), ("፪፻", "200"), ("፻፼", "1000000")]
)
def test_ethiopic_numerals(printed: str, number: str) -> None:
    assert western(printed) == number


def test_decimals_in_units_of_an_unknown_word_are_not_taken_for_the_units() -> None:
    text = "KITES\n\nQodob 1. Name\n1.1. A kite is a thing.\n1.2. A string is long.\n\nQodob 2. Duty\n2.1. A keeper keeps it.\n2.2. An officer may read.\n\nQodob 3. End\n3.1. It ends in May.\n"
    found = law(text)
    assert [unit.num for unit in found.sections()] == ["1", "2", "3"]
    assert any("Qodob" in repair.why for repair in found.repairs)


def test_words_with_a_number_between_decimal_units_do_not_hold_them() -> None:
    text = "KITES\n\n1.1 A kite is a thing.\n\nNote 1 on this\n\n1.2 A string is long.\n\n2.1 A keeper keeps it.\n\nNote 2 on that\n\n2.2 An officer may read.\n\n3.1 It ends in May.\n\nNote 3 on the end\n"
    assert [unit.num for unit in law(text).sections()] == ["1.1", "1.2", "2.1", "2.2", "3.1"]


QUOTED = """# Zákon o lodích a o psech

##### Art. 1.

W ustawie o łodziach wprowadza się zmiany:

1) art. 2 otrzymuje brzmienie:

> Art. 2. 1. Łodzie są zielone. 2. Psy są czarne.

2) w art. 4:

a) ust. 4 otrzymuje brzmienie:

> 4) łodzie.

b) ust. 5 otrzymuje brzmienie:

> 5. Psy.

3) skreśla się art. 9.

##### Art. 2.

Ustawa wchodzi w życie w maju.
"""


def test_what_markdown_quotes_is_quoted() -> None:
    (first, second) = law(QUOTED).sections()
    assert (first.num, second.num) == ("1", "2")
    assert [child.num for child in first.children] == ["1", "2", "3"]
    assert [child.num for child in first.children[1].children] == ["a", "b"]


def test_a_law_that_is_a_quotation_throughout_is_read() -> None:
    whole = "\n".join(f"> {line}".rstrip() for line in QUOTED.splitlines() if not line.startswith(">"))
    assert [unit.num for unit in law(f"# Ustawa\n\n{whole}\n").sections()] == ["1", "2"]
