# ruff: noqa: E501  (rows of tables, one a line)
"""A page that holds the law in two languages gives one law; other tables stay as they are."""

from __future__ import annotations

import pytest

from ctip_law import parse
from ctip_law.read import read
from tests.docx.word import p, word
from tests.read.files import odt, rtf

EN = ["1. This Act may be cited as the Inn Act of the year.", "2. A keeper must not hold the passport of a guest.", "3. A keeper who contravenes section 2 is liable to prison."]
FR = ["1. La présente loi peut être citée : Loi sur les auberges.", "2. L'aubergiste ne conserve pas le passeport d'un client.", "3. L'aubergiste qui contrevient à l'article 2 est puni."]
ES = ["1. La presente ley se cita como la Ley de las posadas.", "2. El dueño no retendrá el pasaporte de un huésped.", "3. El dueño que incumpla el artículo 2 será castigado."]
TH = ["มาตรา ๑ พระราชบัญญัตินี้เรียกว่าพระราชบัญญัติที่พัก", "มาตรา ๒ ผู้ดูแลต้องไม่ยึดหนังสือเดินทางของแขก", "มาตรา ๓ ผู้ใดฝ่าฝืนต้องระวางโทษจำคุก"]
AR = ["المادة 1 يسمى هذا القانون قانون النزل لهذه السنة.", "المادة 2 لا يجوز للحارس أن يحتجز جواز سفر الضيف.", "المادة 3 يعاقب الحارس الذي يخالف المادة 2."]


def html(*columns: list[str], cell: str = "<td><p>{}</p></td>") -> bytes:
    rows = "".join(f"<tr>{''.join(cell.format(words) for words in row)}</tr>" for row in zip(*columns, strict=True))
    return f"<html><body><h1>Inn Act</h1><table>{rows}</table></body></html>".encode()


def docx(*columns: list[str]) -> bytes:
    rows = "".join(f"<w:tr>{''.join(f'<w:tc>{p(words)}</w:tc>' for words in row)}</w:tr>" for row in zip(*columns, strict=True))
    return word(p("Inn Act") + f"<w:tbl>{rows}</w:tbl>")


def open_document(*columns: list[str]) -> bytes:
    rows = "".join("<table:table-row>" + "".join(f"<table:table-cell><text:p>{words}</text:p></table:table-cell>" for words in row) + "</table:table-row>" for row in zip(*columns, strict=True))
    return odt(f"<text:p>Inn Act</text:p><table:table>{rows}</table:table>")


def rich_text(*columns: list[str]) -> bytes:
    rows = "".join(r"\trowd\pard\intbl " + "".join(rf"{words}\cell " for words in row) + r"\row " for row in zip(*columns, strict=True))
    return rtf(r"\pard Inn Act\par " + rows + r"\pard ")


PAGES = [
    ("English and French", html(EN, FR)),
    ("French and English, the English one asked for", html(FR, EN)),
    ("English and Thai", html(EN, TH)),
    ("English and Arabic", html(EN, AR)),
    ("three languages", html(EN, FR, ES)),
    ("cells without paragraphs", html(EN, FR, cell="<td>{}</td>")),
    ("numbers in a column of their own", html(["1.", "2.", "3."], [words[3:] for words in EN], [words[3:] for words in FR])),
    ("Word", docx(EN, FR)),
    ("ODT", open_document(EN, ES)),
    ("RTF", rich_text(EN, FR)),
    ("languages marked, no table", "<html><body>{}</body></html>".format("".join(f'<div lang="en"><p>{en}</p></div><div lang="fr"><p>{fr}</p></div>' for en, fr in zip(EN, FR, strict=True))).encode()),
]  # fmt: skip


@pytest.mark.parametrize("data", [case[1] for case in PAGES], ids=[case[0] for case in PAGES])
def test_one_law_in_one_language(data: bytes) -> None:
    law = parse("-", stdin=data, lang="en")
    assert [section.num for section in law.sections()] == ["1", "2", "3"]
    body = " ".join(law.text[section.start : section.end] for section in law.sections())
    assert "A keeper must not hold the passport" in body
    foreign = [words for column in (FR, ES, TH, AR) for words in column if words[6:] in law.text]
    assert foreign
    assert not any(words[6:] in body for words in foreign)
    assert any("translation" in component.name for component in law.components)
    assert any("each language read by itself" in repair.why for repair in law.repairs)


def test_the_first_language_is_the_law_unless_another_is_named() -> None:
    assert parse("-", stdin=html(FR, EN)).language == "fr"
    assert parse("-", stdin=html(FR, EN), lang="en").sections()[1].text.startswith("A keeper")


#: Tables that are in one language and have to be read row by row.
ROWS = [
    ("offences and penalties", [["Offence", "Holding the passport of any guest of the inn", "Holding the wages of any guest of the inn"], ["Penalty", "Imprisonment for a term of five years", "Imprisonment for a term of three years"]]),
    ("the old words and the new", [EN, [words.replace("keeper", "owner") for words in EN]]),
    ("a word of another language", [EN, ["auberge", "passeport", "prison"]]),
    ("numbers beside words", [["1.", "2.", "3."], [words[3:] for words in EN]]),
]  # fmt: skip


@pytest.mark.parametrize("columns", [case[1] for case in ROWS], ids=[case[0] for case in ROWS])
def test_tables_in_one_language_are_read_row_by_row(columns: list[list[str]]) -> None:
    text = read("-", stdin=html(*columns, cell="<td>{}</td>")).text
    for row in zip(*columns, strict=True):
        assert " ".join(row) in text
