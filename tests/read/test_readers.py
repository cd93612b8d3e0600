"""Text, Markdown and HTML: every word kept, damage mended and told."""

# ruff: noqa: E501 (tables of texts)
from __future__ import annotations

from itertools import pairwise

import pytest

from ctip_law.read import Raw, read
from ctip_law.read.clean import clean
from ctip_law.read.encodings import decode
from ctip_law.read.markdown import inline

DAMAGE = [
    # before, after, is it reported
    ("Applica\u00adtion", "Application", True),
    ("one\r\ntwo\rthree", "one\ntwo\nthree", False),
    ("\x93child\x94 means", "“child” means", True),
    ("Penalty â€“ ten years", "Penalty – ten years", True),
    ("rÃ©pression", "répression", True),
    ("a\u00a0b", "a b", False),
    ("lost \ufffd here", "lost \ufffd here", True),
    # near misses: real words of other languages
    ("Ação e São Tomé", "Ação e São Tomé", False),
    ("Âge légal", "Âge légal", False),
    ("þjóðar", "þjóðar", False),
]


@pytest.mark.parametrize(("before", "after", "told"), DAMAGE)
def test_clean(before: str, after: str, told: bool) -> None:
    mended = clean(before)
    assert mended.text == after
    assert bool(mended.repairs) == told


def test_repairs_point_into_the_mended_text() -> None:
    mended = clean("soft\u00adhyphen and rÃ©pression and â€œwordâ€\u009d")
    for repair in mended.repairs:
        assert mended.text[repair.start : repair.end] == repair.after


@pytest.mark.parametrize(
    ("data", "declared", "words"),
    [
        ("El Código no rige para el niño".encode("cp1252"), "", "El Código no rige para el niño"),
        ("Peine prévue".encode("latin-1"), "iso-8859-1", "Peine prévue"),
        ("Código Penal".encode("utf-16"), "", "Código Penal"),
        (b"\xef\xbb\xbfAct", "", "Act"),
        ("Член 1. Закон за борба с трафика".encode("cp1251"), "windows-1251", "Член 1. Закон за борба с трафика"),
        ("มาตรา 1 พระราชบัญญัตินี้".encode("cp874"), "", "มาตรา 1 พระราชบัญญัตินี้"),
        ("declared wrong: é".encode(), "iso-8859-1", "declared wrong: é"),
    ],
)
def test_encodings(data: bytes, declared: str, words: str) -> None:
    assert decode(Raw(data, "act.txt"), declared).text == words


def test_html_left_in_plain_text() -> None:
    page = "Article 1\n<p>La pr&eacute;sente loi<br />\n<br />s&rsquo;applique &agrave; tous.</p>\n" * 3
    document = read("-", stdin=page.encode())
    assert "La présente loi\n" in document.text
    assert "s’applique à tous." in document.text
    assert "<" not in document.text
    assert any("HTML" in repair.why for repair in document.repairs)


def test_front_matter() -> None:
    source = b'---\ntitle: "Act: the first"\ncountry: pe\nlast_updated: 2024-01-02\n---\n---\nReading:\nfoo:\n---\n\n1. Title\n'
    document = read("-", stdin=source)
    assert document.meta == {"title": "Act: the first", "country": "PE", "version": "2024-01-02"}
    assert document.text.strip() == "1. Title"


def test_folded_front_matter() -> None:
    document = read("-", stdin=b"---\ntitle: >-\n  Ley de\n  la trata\nrank: ley\n---\n\nTexto\n")
    assert document.meta["title"] == "Ley de la trata"


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("**1.** _Short_ title", "1. Short title"),
        ("see [section 2](#s2) and [x](http://a/b_(c))", "see section 2 and x"),
        (r"1\. Title \(2\)", "1. Title (2)"),
        ("a_b_c stays", "a_b_c stays"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("note[^1] here", "note here"),
        ("(*a*) first", "(a) first"),
    ],
)
def test_markdown_marks(marked: str, words: str) -> None:
    assert inline(marked) == words


def test_markdown_layout() -> None:
    document = read("-", stdin=b"# Act\n\n- item\n    1. deep\n\n**bold line**\n\n| a | b |\n|---|---|\n| c | d |\n")
    styles = {document.text[block.start : block.end]: block.style for block in document.blocks}
    assert styles == {
        "Act": "h1",
        "item": "li",
        "1. deep": "indent:4",
        "bold line": "bold",
        "a\tb": "table",
        "c\td": "table",
    }


PAGE = """<!DOCTYPE html><html lang="en"><head><title>Model Act</title><style>p {}</style></head><body>
<nav><a href="/">Home</a></nav><ul class="main-menu"><li><a href="/a">Acts</a></li></ul>
<h1>Model Act</h1><p>Section&nbsp;1. <b>Title</b><br>First line<sup>1</sup></p>
<table><tr><td>a</td><td>b</td></tr><tr><td><p>c</p></td><td><p>d</p></td></tr></table>
<p style="display:none">Hidden</p><script>var x = 1;</script><p>&sect; 21<sup><a href="#f13">13</a></sup></p></body></html>"""


def test_html_words() -> None:
    document = read("-", stdin=PAGE.encode())
    lines = [document.text[block.start : block.end] for block in document.blocks]
    assert lines == ["Model Act", "Section 1. Title", "First line¹", "a b", "c", "d", "§ 21"]
    assert [left.text for left in document.leftovers] == ["Home", "Acts", "Hidden"]
    assert document.meta["title"] == "Model Act"


def test_folded_text_is_no_menu() -> None:
    body = "".join(f"<p>{n}. The authority keeps a register of permits.</p>" for n in range(1, 90))
    page = f"<html><body><p>Portal</p><div style='display:none'>{body}</div></body></html>"
    assert len(read("-", stdin=page.encode()).blocks) == 90


def test_offsets_are_slices() -> None:
    for source in (PAGE.encode(), b"# A\n\n> quoted\n\n- b\n", b"  one\n\n\ttwo\x0cthree\n"):
        document = read("-", stdin=source)
        spans = sorted([*((b.start, b.end) for b in document.blocks), *((x.start, x.end) for x in document.leftovers)])
        assert all(a[1] <= b[0] for a, b in pairwise(spans))
        kept = {place for a, b in spans for place in range(a, b)}
        assert all(char.isspace() for place, char in enumerate(document.text) if place not in kept)


def test_declared_language_overrides() -> None:
    assert read("-", stdin=b"1. Title", lang="ms").meta["language"] == "ms"
    assert Raw(b"x", "p").document("x", [], format="text").source.text_sha256
