"""Whatever the text: no crash, no lost line, the same bytes twice, and time in proportion to length."""

# ruff: noqa: E501 (tables of texts)
from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ctip_law.errors import CtipError
from ctip_law.model import Law
from ctip_law.profiles.language import contradicted, language_of
from ctip_law.read import read
from ctip_law.structure import structure
from ctip_law.write.json import law_json
from tests.structure.helpers import law
from tests.work import lines_run

PIECES = st.sampled_from(
    [
        "1. ", "2. ", "3. Title", "(1) ", "(a) ", "Section 4.", "Article 5", "PART I", "SCHEDULE", "“", "”", '"', "\n", "\n\n", " ",
        "means", "Provided that ", "मूल ", "第三条 ", "มาตรา ๑ ", "১। ", "ARRANGEMENT OF SECTIONS", "EXPLANATORY NOTE", "word", ".—", ";",
        "- ", "# ", "| a | b |", "Page 3", "[6. ", "279.01 ", "3 bis ", "<p>", "&eacute;", "\u00ad", "Given under my hand",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=60).map("".join))


def parsed(data: bytes) -> Law | None:
    try:
        return structure(read("-", stdin=data))
    except CtipError:
        return None


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_any_text(text: str) -> None:
    found = parsed(text.encode("utf-8", "replace"))
    if found is None:
        return
    coverage = found.coverage
    assert coverage.lines == coverage.placed + coverage.outside + coverage.furniture + coverage.unplaced
    assert coverage.lines == sum(1 for line in found.text.split("\n") if line.strip())
    assert coverage.unplaced == 0
    units = [unit for clause in found.clauses for unit in clause.walk()]
    assert len({unit.eid for unit in units}) == len(units)
    for unit in units:
        assert 0 <= unit.start <= unit.end <= len(found.text)
        assert all(unit.start <= child.start and child.end <= unit.end for child in unit.children)
    for left in found.leftovers:
        assert found.text[left.start : left.end] == left.text


LISTED = ("Section\n\n1. Title\n\n2. Bells\n\n3. Lamps", "Section\n\n1.\n\nTitle\n\n2.\n\nBells\n\n3.\n\nLamps")


@pytest.mark.parametrize("listed", LISTED)
def test_what_is_left_over_is_told_as_it_stands(listed: str) -> None:
    """Lines that are read as one, the word above the numbers and the first of them, are a stretch of the text too."""
    provisions = "1. Title\n\nThis is the Ferry Act.\n\n2. Bells\n\nA ferry rings.\n\n3. Lamps\n\nA lamp is red.\n"
    found = parsed(f"FERRY ACT\n\nARRANGEMENT OF SECTIONS\n\n{listed}\n\n{provisions}".encode())
    assert found is not None
    assert any(left.text.startswith("Section\n\n1.") for left in found.leftovers)
    assert all(left.text == found.text[left.start : left.end] for left in found.leftovers)


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_same_bytes_twice(text: str) -> None:
    data = text.encode("utf-8", "replace")
    first, second = parsed(data), parsed(data)
    if first is not None and second is not None:
        assert json.dumps(law_json(first)) == json.dumps(law_json(second))


@settings(max_examples=80, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes(data: bytes) -> None:
    parsed(data)


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_page(text: str) -> None:
    found = parsed(f"<html><body><p>{text}</p><table><tr><td>{text}</td></tr></table></body></html>".encode())
    if found is not None:
        assert found.coverage.unplaced == 0


def act(sections: int) -> str:
    return "\n".join(
        f"{n}. Duty number {n}\n(1) The office number {n} must—\n(a) keep a register; and\n(b) answer letters.\n(2) It may ask.\n"
        for n in range(1, sections + 1)
    )


def test_linear_in_length() -> None:
    assert len(structure(read("-", stdin=act(400).encode())).sections()) == 400
    short, long = (read("-", stdin=act(sections).encode()) for sections in (250, 1000))
    assert lines_run(lambda: structure(long, lang="en")) < 4.4 * lines_run(lambda: structure(short, lang="en"))


@pytest.mark.parametrize(
    "text",
    [
        "(" * 20_000,
        "“" * 20_000 + "\n" + "1. a\n" * 200,
        "1. " * 20_000,
        "Article " * 20_000,
        "a" * 200_000,
        "; “a” " * 20_000,
        "1. x\n" * 6_000,
        "<div>" * 5_000 + "1. x",
    ],
)
def test_bounded_work(text: str) -> None:
    assert lines_run(lambda: parsed(text.encode())) < 100 * len(text)


LANGUAGES = [
    ("en", "A person who keeps a register of permits shall not be liable for any loss that is caused by this."),
    (
        "id",
        "Setiap orang yang menyimpan daftar izin sebagaimana dimaksud dalam Pasal 2 ayat (1) dipidana dengan denda.",
    ),
    (
        "ms",
        "Mana-mana orang yang menyimpan daftar permit hendaklah, jika disabitkan, didenda di bawah seksyen 2 Akta ini.",
    ),
    ("es", "El que lleve un registro de los permisos y no lo publique será castigado con una multa para el Estado."),
    (
        "fr",
        "Est puni d'une amende celui qui tient un registre des permis et ne le publie pas dans le journal de la ville.",
    ),
    ("pt", "A pessoa que mantém o registo das licenças e não o publica será punida com multa para o Estado."),
    ("de", "Wer ein Register der Erlaubnisse führt und es nicht veröffentlicht, wird mit einer Geldstrafe bestraft."),
    ("vi", "Người nào giữ sổ đăng ký giấy phép mà không công bố thì bị phạt tiền theo quy định của pháp luật này."),
    ("th", "ผู้ใดเก็บทะเบียนใบอนุญาตโดยไม่เปิดเผยต้องระวางโทษปรับ"),
    ("bn", "কোন ব্যক্তি অনুমতির নিবন্ধন প্রকাশ না করিলে দণ্ডিত হইবে"),
    ("ar", "يعاقب بالغرامة كل من يحتفظ بسجل التصاريح ولا ينشره"),
    ("ja", "許可の登録簿を公表しない者は、これを罰する。ただし、この限りでない場合がある。"),
    ("ko", "허가 등록부를 공개하지 아니한 자는 벌금에 처한다"),
    ("und", "1. 2. 3."),
    ("und", ""),
]


@pytest.mark.parametrize(("language", "text"), LANGUAGES)
def test_language(language: str, text: str) -> None:
    assert language_of(text) == language


#: What the file declares, the words of its law, the language that they are in; "" where the file may be right.
DECLARED = [
    ("zh-Hant", "en", "en"),  # a ministry's file over a translation
    ("en", "ar", "ar"),  # a site's template over every page
    ("en", "vi", "vi"),
    ("en", "en", ""),
    ("en-GB", "en", ""),
    ("zh-Hant", "ja", ""),  # a statute may have hardly any kana
    ("ms", "id", ""),  # near to each other: the file knows better
    ("sr", "en", ""),  # written in two scripts
    ("", "en", ""),
    ("fr", "und", ""),
]


@pytest.mark.parametrize(("declared", "words", "language"), DECLARED)
def test_declared_language_that_the_words_contradict(declared: str, words: str, language: str) -> None:
    text = next(text for known, text in LANGUAGES if known == words)
    assert contradicted(declared, " ".join([text] * 20)) == language


def test_a_language_that_the_words_contradict_is_told() -> None:
    found = law("---\nlanguage: zh-Hant\n---\n\n# Article 1\n\n" + LANGUAGES[0][1] + "\n")
    assert found.language == "en"
    assert [(repair.before, repair.after) for repair in found.repairs] == [("zh-Hant", "en")]


def test_the_language_of_a_law_of_books_is_that_of_its_articles() -> None:
    """A book's heading alone ("LIBRO I LA PROTECCION") has too few words to tell."""
    text = "LEY 8 DE 2006\n\nLIBRO I\nLA PROTECCION INTEGRAL\n\n" + "".join(
        f"Artículo {n}. Los niños y las niñas tienen derecho a la vida y el Estado los protege de todo daño.\n\n" for n in (1, 2, 3)
    )
    assert law(text).language == "es"
