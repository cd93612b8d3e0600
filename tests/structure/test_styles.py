"""Drafting styles: which lines begin a unit, and what its heading is. All texts are invented."""

# ruff: noqa: E501 (tables of texts)
from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.structure.helpers import law, numbers

#: style -> (text, [(number, heading)])
STYLES: dict[str, tuple[str, list[tuple[str, str]]]] = {
    "heading in the line": (
        "PART I - PRELIMINARY\n\n1. Short title\nThis Act may be cited as the Model Act.\n\n2. Interpretation\nIn this Act,"
        ' "child" means a young person.\n\n2A. Objects\n(1) The object is safety.\n\n3. Offence\n(1) A person must not do it.\n',
        [("1", "Short title"), ("2", "Interpretation"), ("2A", "Objects"), ("3", "Offence")],
    ),
    "heading with a dash": (
        "CHAPTER I\nPRELIMINARY\n1. Short title, extent.—(1) This Act may be called the Model Act.\n(2) It extends far.\n"
        "2. Definitions.—In this Act, words have meanings.\n[3. Penalty. — Whoever does it is fined.]\n",
        [("1", "Short title, extent"), ("2", "Definitions"), ("3", "Penalty")],
    ),
    "heading before the number": (
        "PART I\n\nPRELIMINARY\n\nShort title and\ncommencement\n\n1. (1) This Act may be cited as the Model Act 2007.\n\n(2) It"
        " comes into operation on a day to be appointed.\n\nInterpretation\n\n2. In this Act, unless the context otherwise\n"
        "requires, words have meanings that the Minister gives them.\n\nOffence of keeping\n\n3. Any person who keeps a thing"
        " shall be punished with a fine.\n",
        [("1", "Short title and commencement"), ("2", "Interpretation"), ("3", "Offence of keeping")],
    ),
    "sec. with a dash": (
        "SECTION 1. Title. - This Act shall be known as the Model Act.\n\nSEC. 2. Policy. - It is declared that rules are good.\n\n"
        "SEC. 3. Terms. - As used in this Act:\n(a) One - refers to a unit.\n\nSEC. 3-A. More. - There is more.\n",
        [("1", "Title"), ("2", "Policy"), ("3", "Terms"), ("3-A", "More")],
    ),
    "article, heading below": (
        "Article 1\nScope\n1. This Law sets out measures.\n2. It applies to all.\n\nArticle 2\nTerms\nIn this Law words mean"
        " things.\n\nArticle 3\nOffices\nThere is an office.\n",
        [("1", "Scope"), ("2", "Terms"), ("3", "Offices")],
    ),
    "artículo": (
        "CAPÍTULO I\nDISPOSICIONES GENERALES\n\nARTÍCULO 1°.- Objeto. La presente ley regula los permisos.\n\n"
        "ARTÍCULO 2°.- Ámbito. Se aplica a todos.\n\nARTÍCULO 2 bis.- Registro. Habrá un registro.\n",
        [("1", "Objeto"), ("2", "Ámbito"), ("2 bis", "Registro")],
    ),
    "artículo in words": (
        "Artículo primero.- Apruébese el texto.\n\nArtículo segundo.- Deróguese lo anterior.\n\nArtículo tercero.- Publíquese.\n",
        [("1", ""), ("2", ""), ("3", "")],
    ),
    "article premier": (
        "Article premier\nLa présente loi règle les permis.\n\nArticle 2\nLe ministre tient un registre.\n\nArticle 3\nEst puni"
        " d'une amende celui qui néglige.\n",
        [("1", ""), ("2", ""), ("3", "")],
    ),
    "pasal": (
        "BAB I\nKETENTUAN UMUM\n\nPasal 1\nDalam Undang-Undang ini yang dimaksud dengan:\n1. Izin adalah surat.\n2. Kantor adalah"
        " tempat.\n\nBAB II\nIZIN\n\nPasal 2\n(1) Setiap orang wajib memiliki izin.\n(2) Izin berlaku satu tahun.\n\nPasal 3\nPasal 2"
        " berlaku.\n",
        [("1", ""), ("2", ""), ("3", "")],
    ),
    "paragraph sign": (
        "§ 1 Geltungsbereich\n(1) Dieses Gesetz regelt Erlaubnisse.\n§ 2 Begriffe\nErlaubnis ist ein Papier.\n§ 2a Register\nEs"
        " wird ein Register geführt.\n",
        [("1", "Geltungsbereich"), ("2", "Begriffe"), ("2a", "Register")],
    ),
    "number before the sign": (
        "1 luku Yleistä\n\n1 § Soveltamisala\nTämä laki koskee lupia.\n\n2 § Määritelmät\nLupa on paperi.\n\n2 a § Rekisteri\n"
        "Rekisteri on.\n",
        [("1", "Soveltamisala"), ("2", "Määritelmät"), ("2 a", "Rekisteri")],
    ),
    "điều": (
        "Chương I\nQUY ĐỊNH CHUNG\n\nĐiều 1. Phạm vi\nLuật này quy định về giấy phép.\n\nĐiều 2. Giải thích từ ngữ\n1. Giấy phép là"
        " văn bản.\n2. Cơ quan là nơi cấp.\n\nĐiều 3. Hiệu lực\nLuật này có hiệu lực.\n",
        [("1", "Phạm vi"), ("2", "Giải thích từ ngữ"), ("3", "Hiệu lực")],
    ),
    "thai, word and number broken": (
        "หมวด ๑\nบททั่วไป\n\nมาตรา\n๑ ให้มีใบอนุญาต\n\nมาตรา\n๒ ใบอนุญาตมีอายุหนึ่งปี\nตามมาตรา\n๑\n\nมาตรา ๓ ให้มีทะเบียน\n",
        [("1", ""), ("2", ""), ("3", "")],
    ),
    "bengali": (
        "সংক্ষিপ্ত শিরোনাম\n১। এই আইন নমুনা আইন নামে অভিহিত হইবে।\nসংজ্ঞা\n২। এই আইনে— (ক) অনুমতি অর্থ কাগজ; (খ) দপ্তর অর্থ স্থান।\nদণ্ড\n"
        "৩। কোন ব্যক্তি নিয়ম ভঙ্গ করিলে দণ্ডিত হইবে।\n",
        [("1", "সংক্ষিপ্ত শিরোনাম"), ("2", "সংজ্ঞা"), ("3", "দণ্ড")],
    ),
    "chinese": (
        "第一章 总则\n\n第一条 为了管理许可，制定本法。\n\n第二条 许可由机关发给。\n\n第二条之一 机关设登记册。\n\n第三条 本法自公布之日起施行。\n",
        [("1", ""), ("2", ""), ("2-1", ""), ("3", "")],
    ),
    "japanese": (
        "第一章 総則\n（目的）\n第一条 この法律は、許可を定める。\n（定義）\n第二条 許可とは書面をいう。\n２ 登録とは記録をいう。\n（登録）\n第三条"
        " 登録簿を置く。\n",
        [("1", "目的"), ("2", "定義"), ("3", "登録")],
    ),
    "korean": (
        "제1장 총칙\n\n제1조 (목적)\n이 법은 허가를 정한다.\n\n제2조(정의)\n허가란 문서를 말한다.\n\n제2조의2 (등록)\n등록부를 둔다.\n\n제3조"
        " (시행)\n이 법은 시행한다.\n",
        [("1", "목적"), ("2", "정의"), ("2-2", "등록"), ("3", "시행")],
    ),
    "arabic": (
        "المادة (1)\nالتعريفات\nيقصد بالكلمات معانيها.\n\nالمادة (2)\nالنطاق\nيسري هذا القانون على الجميع.\n\nالمادة (3)\nالسجل\nينشأ سجل.\n",
        [("1", "التعريفات"), ("2", "النطاق"), ("3", "السجل")],
    ),
    "arabic in words": (
        "المادة الأولى\nيسري هذا القانون على التصاريح.\n\nالمادة الثانية\nينشأ سجل في الوزارة.\n\nالمادة الثالثة\nينشر هذا القانون.\n",
        [("1", ""), ("2", ""), ("3", "")],
    ),
    "turkish": (
        "BİRİNCİ BÖLÜM\nAmaç\n\nMADDE 1- (1) Bu Kanunun amacı izinleri düzenlemektir.\n\nMADDE 2- (1) İzin bir belgedir.\n\n"
        "MADDE 3- (1) Sicil tutulur.\n",
        [("1", ""), ("2", ""), ("3", "")],
    ),
    "greek": (
        "Άρθρο 1\nΣκοπός\nΟ νόμος ρυθμίζει άδειες.\n\nΆρθρο 2\nΟρισμοί\nΆδεια είναι έγγραφο.\n\nΆρθρο 3\nΜητρώο\nΤηρείται μητρώο.\n",
        [("1", "Σκοπός"), ("2", "Ορισμοί"), ("3", "Μητρώο")],
    ),
    "cyrillic": (
        "Глава първа\nОБЩИ ПОЛОЖЕНИЯ\n\nЧл. 1. Този закон урежда разрешенията.\n\nЧл. 2. Разрешението е документ.\n\nЧл. 2а. Води се"
        " регистър.\n",
        [("1", ""), ("2", ""), ("2а", "")],
    ),
    "number printed twice": (
        "1. Amaç\nMadde 1 - (1) Bu Kanun izinleri düzenler.\n\n2. Tanım\nMadde 2 - (1) İzin bir belgedir.\n\n3. Sicil\nMadde 3 - (1)"
        " Sicil tutulur.\n",
        [("1", "Amaç"), ("2", "Tanım"), ("3", "Sicil")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("style", STYLES)
def test_style(style: str) -> None:
    text, expected = STYLES[style]
    assert [(unit.num, unit.heading) for unit in law(text).sections()] == expected


#: what must not become a unit -> (text, numbers)
NEAR_MISSES = {
    "numbered list in a section": (
        "1. Duties\nThe office must:\n1. keep a list;\n2. answer letters;\n3. publish figures;\n4. close early.\n\n2. Powers\nIt may ask."
        "\n\n3. Reports\nIt reports.\n",
        ["1", "2", "3"],
    ),
    "numbered paragraphs of articles": (
        "Article 1. Scope\n1. One.\n2. Two.\n3. Three.\n4. Four.\n\nArticle 2. Terms\n1. One.\n2. Two.\n3. Three.\n",
        ["1", "2"],
    ),
    "a mention broken over lines": (
        "1. Title\nThis Act amends an older one, and for that purpose\nsection 12 of that Act applies to it and\n"
        "2 persons may be heard.\n\n2. Term\nA term.\n\n3. End\nThe end.\n",
        ["1", "2", "3"],
    ),
    "quoted amendment": (
        "1. Title\nThis Act amends the Permits Act.\n\n2. New section\nAfter section 11 insert—\n“12. Register\nThere is a register.\n"
        "13. Fees\nThere are fees.”\n\n3. End\nThis Act ends.\n",
        ["1", "2", "3"],
    ),
    "quoted article": (
        'Artículo 1. Modifícase la ley:\n"Artículo 188. Permisos. Habrá permisos."\n\nArtículo 2. Vigencia.\n',
        ["1", "2"],
    ),
    "contents list": (
        "ARRANGEMENT OF SECTIONS\n\n1. Title\n2. Terms\n3. End\n\nSCHEDULE\n\nBE IT ENACTED as follows:\n\n1. Title\nThis is the Act.\n\n"
        "2. Terms\nTerms are words.\n\n3. End\nThis ends.\n\nSCHEDULE\n1. Form\n2. Fee\n3. Stamp\n4. Seal\n",
        ["1", "2", "3"],
    ),
    "contents list without a heading": (
        "1. Title\n2. Terms\n3. Office\n4. End\n\n1. Title\nThis is the Act of the place, and it has a long name that all may use.\n\n"
        "2. Terms\nTerms are words that the Act uses in the way that is said here and not in another.\n\n3. Office\nThere is an office"
        " with a door and a clerk who keeps the register of permits.\n\n4. End\nThis ends on the day that the Minister names in the"
        " Gazette and on no other day.\n",
        ["1", "2", "3", "4"],
    ),
    "schedule with a treaty": (
        "1. Title\nThis is the Act.\n\n2. Approval\nThe treaty in the Schedule has force.\n\nSCHEDULE\n\nArticle 1\nPurpose\nThe purpose.\n\n"
        "Article 2\nTerms\nThe terms.\n\nArticle 3\nScope\nThe scope.\n",
        ["1", "2"],
    ),
    "explanatory notes": (
        "1. Title\nThis is the Act.\n\n2. Terms\nTerms are words.\n\nEXPLANATORY STATEMENT\n\n1. Clause 1 gives the title.\n\n2. Clause 2"
        " gives terms.\n\n3. There is no cost.\n\n4. There is no benefit.\n",
        ["1", "2"],
    ),
    "elucidation": (
        "Pasal 1\nIzin adalah surat.\n\nPasal 2\nIzin berlaku.\n\nPENJELASAN\n\nPasal 1\nCukup jelas.\n\nPasal 2\nCukup jelas.\n\nPasal 3\n"
        "Cukup jelas.\n",
        ["1", "2"],
    ),
    "years and amounts": (
        "1. Title\nThis is the Act of\n1998. It replaced the Act of\n1976. Nothing more.\n\n2. Fee\nThe fee is\n500 units.\n\n3. End\nEnd.\n",
        ["1", "2", "3"],
    ),
    "letters of another list": ("(1) one\n(2) two\n(3) three\n", []),
    "no law at all": ("Dear Sir,\nthank you for your letter.\nYours\n", []),
}  # fmt: skip


@pytest.mark.parametrize("case", NEAR_MISSES)
def test_near_miss(case: str) -> None:
    text, expected = NEAR_MISSES[case]
    assert numbers(text) == expected


REPAIRS = {
    "letter for digit": ("9. Bells\nA bell rings each day.\n\n1O. Boats\nA boat sails each day.\n\n11. Cats\nA cat sleeps each day.\n\nl2. Dogs\nA dog barks each day.\n\n13. Ends\nIt ends in the month of May.\n", ["9", "10", "11", "12", "13"]),
    "buried in a line": (
        "1. Title\nThis is the Act.\n\n2. Office\nThere is an office. It has a door. 3. Clerk. The clerk keeps the register of permits.\n\n"
        "4. End\nThe end.\n",
        ["1", "2", "3", "4"],
    ),
    "buried in brackets": (
        "Section 1. Title\nThis is the Act.\n\nSection 2. Office\nThere is an office.\n[3. Clerk. — There is a clerk.]\n\nSection 4. End\n"
        "The end.\n",
        ["1", "2", "3", "4"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", REPAIRS)
def test_repairs_are_logged(case: str) -> None:
    text, expected = REPAIRS[case]
    found = law(text)
    assert [unit.num for unit in found.sections()] == expected
    assert any("count goes" in repair.why or "one letter for another" in repair.why for repair in found.repairs)


def test_gap_is_left_alone() -> None:
    """A repealed section that the text leaves out is not invented."""
    found = law("1. A\nOne thing.\n\n2. B\nTwo things.\n\n5. E\nFive things.\n\n6. F\nSix things.\n")
    assert [unit.num for unit in found.sections()] == ["1", "2", "5", "6"]
    assert not found.repairs


@pytest.mark.outside
def test_samples(shared: Path) -> None:
    styles = json.loads((shared / "structure" / "style-samples.json").read_text("utf-8"))["styles"]
    wrong = {
        name: numbers(style["text"])
        for name, style in styles.items()
        if [n.replace(" ", "") for n in numbers(style["text"])] != style["gold_sections"]
    }
    assert wrong == {}
