"""Bytes of every usual encoding become the words that were written, or the user is asked which encoding it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ctip_law import parse
from ctip_law.errors import InputError, UsageError
from ctip_law.read.encodings import decode
from ctip_law.read.raw import Raw

#: Short invented acts, a few lines each: what a detector has to go by is little.
ACTS = {
    "zh-Hant": "勞工住宿法\n第 1 條　為保護勞工，制定本法。\n第 2 條　雇主不得扣留勞工之護照。\n第 2-1 條　雇主應備置名冊。\n",
    "zh-Hans": "劳动住宿条例\n第一条　为了保护劳动者，制定本条例。\n第二条　雇主不得扣留工人的护照。\n",
    "ja": "宿舎法\n第一条　この法律は、労働者の宿舎について定める。\n第二条　使用者は、旅券を保管してはならない。\n",
    "ko": "기숙사법\n제1조(목적) 이 법은 기숙사에 관하여 정한다.\n제2조(여권) 사용자는 여권을 보관하여서는 아니 된다.\n",
    "th": "พระราชบัญญัติบ้านพัก\nมาตรา ๑ พระราชบัญญัตินี้เรียกว่าพระราชบัญญัติบ้านพัก\nมาตรา ๒ นายจ้างต้องไม่ยึดหนังสือของลูกจ้าง\n",
    "ru": "ЗАКОН О ПАСПОРТАХ\nСтатья 1. Настоящий закон применяется ко всем.\nСтатья 2. Нельзя удерживать паспорт работника.\n",
    "uk": "ЗАКОН ПРО ПАСПОРТИ\nСтаття 1. Цей закон застосовується до всіх.\nСтаття 2. Ніхто не має права утримувати паспорт.\n",
    "ar": "قانون المساكن\nالمادة 1 تسري أحكام هذا القانون على الجميع.\nالمادة 2 لا يجوز أن يحتجز جواز سفر العامل.\n",
    "he": "חוק המגורים\nסעיף 1. חוק זה חל על מעסיקים.\nסעיף 2. מעסיק לא יחזיק בדרכון של עובד.\n",
    "el": "ΝΟΜΟΣ ΠΕΡΙ ΚΑΤΟΙΚΙΑΣ\nΆρθρο 1. Ο νόμος εφαρμόζεται στους εργοδότες.\nΆρθρο 2. Ο εργοδότης δεν κρατεί το διαβατήριο.\n",
    "tr": "Yurt Kanunu\nMadde 1. Bu kanun işçilerin barınması içindir.\nMadde 2. İşveren işçinin pasaportunu alıkoyamaz.\n",
    "pl": "Ustawa o gospodach\nArt. 1. Ustawa określa zasady zatrudniania.\nArt. 2. Nie może on zatrzymać paszportu, jeżeli ten żąda.\n",
    "fr": "Loi sur les auberges\nArticle 1. La présente loi s'applique à tous.\nArticle 2. L'aubergiste ne garde pas le passeport d'un employé.\n",
    "es": "Ley de posadas\nArtículo 1. La presente ley se aplica al patrón.\nArtículo 2. No se retendrá el pasaporte del niño.\n",
    "de": "Gesetz über Herbergen\n§ 1 Dieses Gesetz gilt für Wirte.\n§ 2 Der Wirt darf den Pass des Gastes nicht zurückhalten.\n",
    "en": "Hostel Act\n1. In this Act “guest” means any person – adult or child.\n2. A keeper shall not keep a guest’s passport.\n",
}

CASES = [
    ("zh-Hant", "big5"), ("zh-Hant", "gb18030"), ("zh-Hans", "gb18030"), ("zh-Hans", "gbk"), ("ja", "shift_jis"),
    ("ja", "euc_jp"), ("ja", "iso2022_jp"), ("ko", "euc_kr"), ("th", "tis_620"), ("th", "cp874"), ("ru", "koi8_r"),
    ("ru", "cp1251"), ("ru", "cp866"), ("ru", "iso8859_5"), ("uk", "koi8_u"), ("uk", "cp1251"), ("ar", "cp1256"),
    ("ar", "iso8859_6"), ("he", "cp1255"), ("el", "cp1253"), ("el", "iso8859_7"), ("tr", "cp1254"), ("pl", "cp1250"),
    ("fr", "cp1252"), ("fr", "latin_1"), ("fr", "mac_roman"), ("es", "cp1252"), ("de", "cp1252"), ("en", "cp1252"),
    ("en", "mac_roman"),
]  # fmt: skip


@pytest.mark.parametrize(("act", "encoding"), CASES)
def test_recognised(act: str, encoding: str) -> None:
    done = decode(Raw(ACTS[act].encode(encoding), "act.txt"))
    assert done.text == ACTS[act]
    assert "read as" in done.repairs[0].why


@pytest.mark.parametrize(
    ("act", "declared", "encoding"),
    [
        ("zh-Hant", "iso-8859-1", "big5"),  # the server's own setting on a page that is not in it
        ("ru", "iso-8859-1", "cp1251"),
        ("ru", "utf-8", "koi8_r"),
        ("zh-Hans", "gb2312", "gbk"),  # the page means the wider one
        ("es", "iso-8859-1", "latin_1"),
        ("el", "windows-1253", "cp1253"),
        ("th", "no-such-name", "tis_620"),
    ],
)
def test_what_a_page_declares_is_held_against_its_words(act: str, declared: str, encoding: str) -> None:
    assert decode(Raw(ACTS[act].encode(encoding), "page.html"), declared).text == ACTS[act]


@pytest.mark.parametrize(
    "data", [bytes(range(0x80, 0x100)) * 20, b"\xff\xfe\xfd\x01\x02\x03" * 50, "Čl.".encode("cp1250")]
)
def test_no_guess(data: bytes) -> None:
    with pytest.raises(InputError) as caught:
        decode(Raw(b"1. " + data, "act.txt"))
    assert caught.value.code == "CT109"
    assert "--encoding" in str(caught.value)


@pytest.mark.parametrize("act", ["zh-Hant", "ru", "fr"])
@pytest.mark.parametrize("name", ["big5", "koi8-r", "windows-1252", "UTF-8"])
def test_named_encoding_is_used_or_refused_but_never_bent(act: str, name: str) -> None:
    data = ACTS[act].encode({"zh-Hant": "big5", "ru": "koi8-r", "fr": "cp1252"}[act])
    try:
        expected = data.decode(name)
    except UnicodeDecodeError:
        expected = ""
    if expected:
        assert decode(Raw(data, "act.txt", encoding=name)).text == expected
    else:
        with pytest.raises(InputError) as caught:
            decode(Raw(data, "act.txt", encoding=name))
        assert (caught.value.code, caught.value.place[:4]) == ("CT109", "byte")


@pytest.mark.parametrize("name", ["nonsense-1", "base64", "rot13", ""])
def test_a_name_that_is_no_encoding(name: str) -> None:
    if name:
        with pytest.raises(UsageError, match="CT004"):
            decode(Raw(b"1. Title", "act.txt", encoding=name))
    else:
        assert decode(Raw(b"1. Title", "act.txt", encoding=name)).text == "1. Title"


def test_the_named_encoding_reaches_every_text_format(tmp_path: Path) -> None:
    words = "第 1 條　為保護勞工，制定本法。"
    article = "<條文><條號>第 {} 條</條號><條文內容>{}</條文內容></條文>"
    for name, text in (
        ("a.txt", words + "\n第 2 條　本法自公布日施行。\n"),
        ("a.html", f"<html><body><h1>勞工住宿法</h1><p>{words}</p><p>第 2 條　本法自公布日施行。</p></body></html>"),
        ("a.md", f"# 勞工住宿法\n\n{words}\n\n第 2 條　本法自公布日施行。\n"),
        ("a.xml", f"<法規><法規名稱>勞工住宿法</法規名稱><法規內容>{article.format(1, words)}"
                  f"{article.format(2, '本法自公布日施行。')}</法規內容></法規>"),
    ):  # fmt: skip
        path = tmp_path / name
        path.write_bytes(text.encode("big5"))
        law = parse(path, encoding="big5")
        assert [clause.num for clause in law.sections()] == ["1", "2"], name
        assert "為保護勞工" in law.text


@given(st.sampled_from(CASES), st.integers(1, 30))
@settings(deadline=None, max_examples=25)
def test_more_of_the_same_text_is_never_read_worse(case: tuple[str, str], times: int) -> None:
    act, encoding = case
    assert decode(Raw((ACTS[act] * times).encode(encoding), "act.txt")).text == ACTS[act] * times


XML = (
    "<法規><法規名稱>勞工住宿法</法規名稱><法規內容><條文><條號>第 1 條</條號><條文內容>為保護勞工，制定本法。</條文內容></條文>"
    "</法規內容></法規>"
)


@pytest.mark.parametrize(
    ("head", "encoding", "named", "read_or"),
    [
        ('<?xml version="1.0" encoding="big5"?>', "big5", "", "read"),
        ('<?xml version="1.0" encoding="UTF-8"?>', "big5", "big5", "read"),
        ("", "big5", "big5", "read"),
        ("", "big5", "", "CT109"),
        ('<?xml version="1.0" encoding="UTF-8"?>', "big5", "", "CT109"),
        ('<?xml version="1.0" encoding="big5"?>', "utf-8", "", "CT109"),
        ('<?xml version="1.0" encoding="big5"?>', "utf-8", "utf-8", "read"),
        ('<?xml version="1.0" encoding="big5"?>', "big5", "utf-8", "CT109"),
    ],
)
def test_xml_is_read_as_it_says_or_as_the_user_says(head: str, encoding: str, named: str, read_or: str) -> None:
    data = (head + XML).encode(encoding)
    if read_or == "read":
        assert [article.num for article in parse("-", stdin=data, encoding=named).sections()] == ["1"]
    else:
        with pytest.raises(InputError, match=f"{read_or} .*ncoding"):
            parse("-", stdin=data, encoding=named)
