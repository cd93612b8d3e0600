"""Neighbours of the field cases on files: encodings, struck text, two languages, automatic numbers, lines, columns."""

# ruff: noqa: E501 (pages and pieces of XML)
from __future__ import annotations

from collections.abc import Callable

import pytest

from ctip_law import parse
from ctip_law.model import Law
from tests.docx.word import level, numbering, p, run, word
from tests.pdf.drawn import Line, column, pdf
from tests.read.files import odt


def page(*lines: str, title: str = "Barge Act 2031") -> bytes:
    return f"<html><body><h1>{title}</h1>{''.join(f'<p>{line}</p>' for line in lines)}</body></html>".encode()


def units(law: Law) -> list[str]:
    return [clause.num for clause in law.sections()]


#: 18: laws in encodings that say nothing of themselves.
ENCODED = {
    "Shift JIS": ("はしけ法\n\n第一条　この法律は、はしけについて定める。\n\n第二条　船主は、はしけの鍵を保持しなければならない。\n\n第二条の二　鍵は二本とする。\n\n第三条　前条に違反した者は、三年以下の懲役に処する。\n", "shift_jis", "ja", ["1", "2", "2-2", "3"]),
    "GB18030": ("驳船条例\n\n第一条　为了管理驳船，制定本条例。\n\n第二条　船主应当保管驳船的钥匙。\n\n第三条　违反第二条的，处三年以下有期徒刑。\n", "gb18030", "zh-Hans", ["1", "2", "3"]),
    "EUC-KR": ("거룻배법\n\n제1조(목적) 이 법은 거룻배에 관하여 정한다.\n\n제2조(열쇠) 선주는 거룻배의 열쇠를 보관하여야 한다.\n\n제2조의2(수) 열쇠는 두 개로 한다.\n\n제3조(벌칙) 제2조를 위반한 자는 3년 이하의 징역에 처한다.\n", "euc_kr", "ko", ["1", "2", "2-2", "3"]),
    "KOI8-R": ("ЗАКОН О БАРЖАХ\n\nСтатья 1. Настоящий закон применяется ко всем баржам и владельцам барж.\n\nСтатья 2. Владелец баржи хранит ключ от неё и никому его не отдаёт.\n\nСтатья 3. Виновный наказывается лишением свободы на срок до трёх лет.\n", "koi8_r", "ru", ["1", "2", "3"]),
    "Windows-1256": ("قانون الصنادل\n\nالمادة 1 تسري أحكام هذا القانون على جميع الصنادل وأصحابها.\n\nالمادة 2 يحتفظ صاحب الصندل بمفتاحه ولا يسلمه إلى أحد.\n\nالمادة 3 يعاقب المخالف بالحبس مدة لا تزيد على ثلاث سنوات.\n", "cp1256", "ar", ["1", "2", "3"]),
}


@pytest.mark.parametrize("name", ENCODED)
def test_encodings(name: str) -> None:
    text, encoding, language, numbers = ENCODED[name]
    law = parse("-", stdin=text.encode(encoding))
    assert (law.title, law.language, units(law)) == (text.split("\n")[0], language, numbers)
    assert [warning.code for warning in law.warnings] == ["CT119"]


#: 26: the words that are struck out, in one form each; what remains is one penalty of ten years.
STRUCK: dict[str, bytes] = {
    "a style of the paragraph": page("1. Name", "This Act may be cited as the Barge Act.", "2. Penalty", "A master who holds a key is liable to imprisonment for ten years.", '<span style="text-decoration-line:line-through;color:red">A mate is liable to imprisonment for two years.</span>'),
    "del around a paragraph": b"<html><body><h1>Barge Act 2031</h1><p>1. Name</p><p>This Act may be cited as the Barge Act.</p><p>2. Penalty</p><del><p>A mate is liable to imprisonment for two years.</p></del><ins><p>A master who holds a key is liable to imprisonment for ten years.</p></ins></body></html>",
    "Markdown": b"# Barge Act 2031\n\n## 1. Name\n\nThis Act may be cited as the Barge Act.\n\n## 2. Penalty\n\nA master who holds a key is liable to imprisonment for ~~two~~ ten years.\n",
    "Word": word(p("Barge Act 2031") + p("1. Name") + p("This Act may be cited as the Barge Act.") + p("2. Penalty") + p(run("A master who holds a key is liable to imprisonment for ") + "<w:r><w:rPr><w:strike/></w:rPr><w:t xml:space='preserve'>two </w:t></w:r>" + run("ten years."))),
    "OpenDocument": odt('<text:p>Barge Act 2031</text:p><text:p>1. Name</text:p><text:p>This Act may be cited as the Barge Act.</text:p><text:p>2. Penalty</text:p><text:p>A master who holds a key is liable to imprisonment for <text:span text:style-name="S">two </text:span>ten years.</text:p>'),
}


@pytest.mark.parametrize("name", STRUCK)
def test_struck_words_are_no_law(name: str) -> None:
    law = parse("-", stdin=STRUCK[name])
    assert units(law) == ["1", "2"]
    assert [row.max_years for row in law.penalties] == [10]
    assert "two" not in law.sections()[1].text
    assert "CT117" in [warning.code for warning in law.warnings]


EN = ["1. This Act may be cited as the Barge Act of the year.", "2. A master must not hold the key of a mate.", "3. A master who contravenes section 2 is liable to prison."]
PT = ["1. A presente lei pode ser citada como Lei das Barcaças.", "2. O mestre não pode reter a chave de um marinheiro.", "3. O mestre que infringir o artigo 2 será punido com prisão."]
DE = ["1. Dieses Gesetz kann als Kahngesetz angeführt werden.", "2. Ein Schiffer darf den Schlüssel eines Matrosen nicht behalten.", "3. Ein Schiffer, der gegen Absatz 2 verstößt, wird bestraft."]


def _table(*columns: list[str]) -> str:
    rows = "".join(f"<tr>{''.join(f'<td><p>{cell}</p></td>' for cell in row)}</tr>" for row in zip(*columns, strict=True))
    return f"<table>{rows}</table>"


#: 27: one law in two languages, and the words that are in the second.
BILINGUAL: dict[str, tuple[bytes, str, str]] = {
    "English and Portuguese": (f"<html><body><h1>Barge Act</h1>{_table(EN, PT)}</body></html>".encode(), "en", "mestre"),
    "German and English": (f"<html><body><h1>Kahngesetz</h1>{_table(DE, EN)}</body></html>".encode(), "de", "master"),
    "three columns": (f"<html><body><h1>Barge Act</h1>{_table(EN, PT, DE)}</body></html>".encode(), "en", "Schiffer"),
    "Word": (word(p("Barge Act") + "<w:tbl>" + "".join(f"<w:tr><w:tc>{p(a)}</w:tc><w:tc>{p(b)}</w:tc></w:tr>" for a, b in zip(EN, PT, strict=True)) + "</w:tbl>"), "en", "mestre"),
}


@pytest.mark.parametrize("name", BILINGUAL)
def test_one_law_of_two_languages(name: str) -> None:
    data, language, other = BILINGUAL[name]
    law = parse("-", stdin=data)
    assert (law.language, units(law)) == (language, ["1", "2", "3"])
    assert not any(other in section.text or section.children for section in law.sections())
    assert other in law.text  # kept, beside the law


_LEVELS = level(0, "decimal", "%1.") + level(1, "decimal", "(%2)") + level(2, "lowerLetter", "(%3)")
_BEGUN = p("BARGE ACT 2031") + p("Name", num="1") + p("This Act may be cited as the Barge Act.") + p("Masters", num="1") + p("A master keeps a key.", num="1", level=1) + p("A mate keeps none.", num="1", level=1)


def _other(name: int, start: int, place: int = 0) -> str:
    override = f'<w:lvlOverride w:ilvl="{place}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
    return f'<w:num w:numId="{name}"><w:abstractNumId w:val="0"/>{override}</w:num>'


#: 40: numbers that Word counts, told to begin elsewhere.
AUTOMATIC: dict[str, tuple[bytes, str]] = {
    "sections that go on at ten": (word(_BEGUN + p("Saving", num="2") + p("This Act leaves the Port Act alone.", num="2", level=1), numbering=numbering(_LEVELS, _other(2, 10))), "1 2(1 2) 10(1)"),
    "subsections that go on at five": (word(_BEGUN + p("Mates", num="2") + p("A mate sleeps aboard.", num="3", level=1) + p("A mate is paid.", num="3", level=1), numbering=numbering(_LEVELS, _other(2, 3) + _other(3, 5, 1))), "1 2(1 2) 3(5 6)"),
    "letters that go on at d": (word(_BEGUN + p("Mates", num="1") + p("A mate has—", num="1", level=1) + p("a bed;", num="2", level=2) + p("a lamp.", num="2", level=2), numbering=numbering(_LEVELS, _other(2, 4, 2))), "1 2(1 2) 3(1(d e))"),
    "one that starts at one again": (word(_BEGUN + p("Mates", num="1") + p("A mate sleeps aboard.", num="2", level=1) + p("A mate is paid.", num="2", level=1), numbering=numbering(_LEVELS, _other(2, 1, 1))), "1 2(1 2) 3(1 2)"),
}


@pytest.mark.parametrize("name", AUTOMATIC)
def test_automatic_numbers(name: str) -> None:
    data, outline = AUTOMATIC[name]

    def shown(clauses: tuple) -> str:  # type: ignore[type-arg]
        return " ".join(one.num + (f"({shown(one.children)})" if one.children else "") for one in clauses)

    assert shown(parse("-", stdin=data).clauses) == outline


BILL = ["A BILL TO REGULATE BARGES", "SECTION 1. SHORT TITLE.", "This Act may be cited as the Barges Act of the", "year in which it was made.", "SEC. 2. KEYS.", "(a) IN GENERAL.—A master may not hold the key", "of a mate.", "(b) MATES.—A mate keeps a key.", "SEC. 3. PENALTY.", "(a) A master who violates section 2", "shall be imprisoned not more than 5 years."]


def _counted(lines: list[str], first: int = 1, x: float = 76, step: int = 1) -> list[Line]:
    words = column(110, 760, lines, step=24)
    return [*words, *(Line(x - 3 * (n >= 10), 760 - 24 * (n - first), str(n)) for n in range(first, first + len(lines)) if n % step == 0)]


def _long(count: int) -> list[list[Line]]:
    """Pages of 24 counted lines, of sections with a penalty each."""
    lines = ["A BILL TO REGULATE BARGES"]
    for n in range(1, count + 1):
        lines += [f"SEC. {n}. RULE {n}.", f"A master shall keep key number {n} on the barge, and", "shall show it to an officer who asks for it.", f"A master who fails is liable to imprisonment for {n + 1}", "years."]
    return [_counted(lines[at : at + 24]) for at in range(0, len(lines), 24)]


#: 44: bills whose lines are counted, and their sections with the terms of their penalties.
COUNTED: dict[str, tuple[Callable[[], list[list[Line]]], int, list[float]]] = {
    "44 two pages that begin anew": (lambda: [_counted(BILL[:5]), _counted(BILL[5:])], 3, [5]),
    "44 on the right": (lambda: [_counted(BILL, x=510)], 3, [5]),
    "44 with a file name at the foot": (lambda: [[*_counted(BILL[:8]), Line(60, 40, "F:\\\\B\\\\BARGE.XML", 6)], [*_counted(BILL[8:]), Line(60, 40, "F:\\\\B\\\\BARGE.XML", 6)]], 3, [5]),
    "44b nine sections": (lambda: _long(9), 9, [float(n) for n in range(2, 11)]),
    "44b fifteen sections": (lambda: _long(15), 15, [float(n) for n in range(2, 17)]),
    "44b counted on over the pages": (lambda: [_counted([line.words for line in page if line.x == 110], 1 + 24 * at) for at, page in enumerate(_long(7))], 7, [float(n) for n in range(2, 9)]),
}


@pytest.mark.parametrize("name", COUNTED)
def test_counted_lines(name: str) -> None:
    pages, last, terms = COUNTED[name]
    law = parse("-", stdin=pdf(pages()))
    assert units(law) == [str(n) for n in range(1, last + 1)]
    assert [row.max_years for row in law.penalties] == terms
    assert law.title == "A BILL TO REGULATE BARGES"
    assert not any(left.kind == "contents" for left in law.leftovers)


SHORT = ["1. Short title", "This Act may be cited as the Barge Act", "of the year.", "2. Keys", "A master must not hold the key of", "a mate.", "3. Wages", "A master must pay each week and must not"]
AFTER = ["deduct a fee.", "4. Penalty", "A master who contravenes section 2 is", "liable to imprisonment for six years.", "5. Rules", "The Minister may make rules."]

#: 46: short pages in two columns.
COLUMNS: dict[str, list[list[Line]]] = {
    "a right column that is shorter": [[*column(60, 770, SHORT), *column(320, 770, AFTER)]],
    "a title across both": [[Line(220, 800, "BARGE ACT 2031", 14), *column(60, 770, SHORT), *column(320, 770, AFTER)]],
    "a wider gap": [[*column(50, 770, SHORT), *column(350, 770, AFTER)]],
    "begun lower on the right": [[*column(60, 770, SHORT), *column(320, 756, AFTER)]],
}


@pytest.mark.parametrize("name", COLUMNS)
def test_short_pages_in_columns(name: str) -> None:
    law = parse("-", stdin=pdf(COLUMNS[name]))
    assert units(law) == ["1", "2", "3", "4", "5"]
    assert " ".join(law.sections()[2].text.split()).endswith("must not deduct a fee.")
    assert [(row.section, row.max_years) for row in law.penalties] == [("4", 6)]


NEIGHBOURS = {
    "18 an encoding that is not told": ENCODED,
    "26 struck out": STRUCK,
    "27 two languages": BILINGUAL,
    "40 automatic numbers that start elsewhere": AUTOMATIC,
    "44 counted lines": {name: case for name, case in COUNTED.items() if name.startswith("44 ")},
    "44b counted lines of a long bill": {name: case for name, case in COUNTED.items() if name.startswith("44b ")},
    "46 two columns on a short page": COLUMNS,
}
