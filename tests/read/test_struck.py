# ruff: noqa: E501  (pages and pieces of XML, one a line)
"""Text that is struck out or deleted is no law in any format, and that it was left out is told."""

from __future__ import annotations

import pytest

from ctip_law import parse
from ctip_law.errors import InputError
from ctip_law.read import read
from tests.docx.word import p, part, run, word
from tests.read.files import flat, odt, rtf

STYLE = "<style>.old{color:red;text-decoration:line-through} #gone{text-decoration-line: line-through} .bill span.x{text-decoration:underline line-through}</style>"


def html(words: str) -> bytes:
    return f"<html><head>{STYLE}</head><body><p>1. Imprisonment for {words} years.</p></body></html>".encode()


def struck_run(words: str, how: str = "<w:strike/>") -> str:
    return f"<w:r><w:rPr>{how}</w:rPr><w:t xml:space='preserve'>{words}</w:t></w:r>"


def docx(words: str, **parts: str) -> bytes:
    return word(p(run("1. Imprisonment for ") + words + run(" years.")), **parts)


def _t(words: str) -> str:
    return f"<text:p>1. Imprisonment for {words} years.</text:p>"


_STRIKING = part("styles", '<w:style w:type="character" w:styleId="Gone"><w:rPr><w:strike/></w:rPr></w:style><w:style w:type="character" w:styleId="Also"><w:basedOn w:val="Gone"/></w:style>')
_DELETION = '<text:tracked-changes><text:changed-region text:id="c"><text:deletion><text:p>two</text:p></text:deletion></text:changed-region></text:tracked-changes>'
AKN = '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act><body><section eId="sec_1"><num>1.</num><content><p>Imprisonment for {} years.</p></content></section></body></act></akomaNtoso>'

GONE = [
    ("s", html("<s>two</s> ten")),
    ("strike", html("<strike>two</strike> ten")),
    ("del with its author", html('<del cite="mailto:a" datetime="2020-01-01">two</del> <ins>ten</ins>')),
    ("style of the element", html('<span style="color:red; text-decoration: line-through">two</span> ten')),
    ("class of the page's own sheet", html('<span class="old">two</span> <span class="ins">ten</span>')),
    ("id of the page's own sheet", html('<b id="gone">two</b> ten')),
    ("class under another", html('<span class="bill"><i><span class="x">two</span></i></span> ten')),
    ("tag around tags", html("<del><b>t</b>wo</del>ten")),
    ("Word", docx(struck_run("two ") + run("ten"))),
    ("Word, two lines", docx(struck_run("two ", "<w:dstrike/>") + run("ten"))),
    ("Word, a style", docx(struck_run("two ", '<w:rStyle w:val="Gone"/>') + run("ten"), styles=_STRIKING)),
    ("Word, a style based on one", docx(struck_run("two ", '<w:rStyle w:val="Also"/>') + run("ten"), styles=_STRIKING)),
    ("Word, a tracked change", docx('<w:del w:id="1"><w:r><w:delText>two </w:delText></w:r></w:del>' + run("ten"))),
    ("ODT", odt(_t('<text:span text:style-name="S">two</text:span> ten'))),
    ("ODT, a style based on one", odt(_t('<text:span text:style-name="SS">two</text:span> ten'))),
    ("ODT, a tracked change", odt(_DELETION + _t('<text:change text:change-id="c"/>ten'))),
    ("FODT", flat(_t('<text:span text:style-name="S">two</text:span> ten'))),
    ("RTF", rtf(r"1. Imprisonment for {\strike two} ten years.\par")),
    ("RTF, two lines", rtf(r"1. Imprisonment for \striked1 two\striked0  ten years.\par")),
    ("RTF, a tracked change", rtf(r"1. Imprisonment for {\deleted two} {\revised ten} years.\par")),
    ("Markdown", b"# Act\n\n## 1. Imprisonment for ~~two~~ **ten** years.\n"),
    ("Markdown with a tag", b"# Act\n\n## 1. Imprisonment for <del>two</del> ten years.\n"),
    ("Akoma Ntoso", AKN.format("<del>two</del> <ins>ten</ins>").encode()),
]  # fmt: skip


@pytest.mark.parametrize("data", [case[1] for case in GONE], ids=[case[0] for case in GONE])
def test_left_out_and_told(data: bytes) -> None:
    document = read("-", stdin=data)
    assert "Imprisonment for ten years." in document.text
    assert [repair.before for repair in document.repairs if repair.code == "CT117"] == ["two"]
    assert [warning.code for warning in document.warnings] == ["CT117"]
    assert "“two”" in document.warnings[0].message


#: Words that look like it and are law.
KEPT = [
    ("underlined", html("<u>ten</u>")),
    ("inserted", html("<ins>ten</ins>")),
    ("a class that strikes nothing", html('<span class="strike">ten</span>')),
    ("a class under another", html('<span class="x">ten</span>')),
    ("only under the mouse", html('<style>.y:hover{text-decoration:line-through}</style><span class="y">ten</span>')),
    ("a comment in the sheet", html('<style>/* .z{text-decoration:line-through} */</style><span class="z">ten</span>')),
    ("Word, switched off", docx(struck_run("ten", '<w:strike w:val="0"/>'))),
    ("ODT, switched off", odt(_t('<text:span text:style-name="N">ten</text:span>'))),
    ("RTF, switched off", rtf(r"1. Imprisonment for \strike0 ten years.\par")),
    ("Markdown, escaped", rb"# Act" + b"\n\n" + rb"## 1. Imprisonment for ten years\~~ and \~~more." + b"\n"),
    ("the word", html("ten (strike out two)")),
]  # fmt: skip


@pytest.mark.parametrize("data", [case[1] for case in KEPT], ids=[case[0] for case in KEPT])
def test_kept(data: bytes) -> None:
    document = read("-", stdin=data)
    assert "Imprisonment for ten" in document.text
    assert [repair for repair in document.repairs if repair.code == "CT117"] == []


def test_a_struck_section_leaves_neither_number_nor_words() -> None:
    law = parse("-", stdin=f"<html><head>{STYLE}</head><body><h3>1. Title</h3><p>The Ferry Act.</p><h3><s>2. Old</s></h3><p class='old'>A master may keep wages.</p><h3>2. Pay</h3><p>A master must pay wages.</p></body></html>".encode())  # fmt: skip
    assert [(section.num, section.heading) for section in law.sections()] == [("1", "Title"), ("2", "Pay")]
    assert "keep" not in law.text
    numbered = word(p("1. Title") + p(struck_run("2. Old")) + p("2. Pay"))
    assert read("-", stdin=numbered).text.split() == ["1.", "Title", "2.", "Pay"]


def test_a_page_that_is_struck_out_as_a_whole_is_no_law() -> None:
    with pytest.raises(InputError, match="CT103"):
        read("-", stdin=b"<html><body><del><p>1. Title</p><p>2. Pay</p></del></body></html>")


def test_rejecting_changes_brings_deleted_words_back() -> None:
    tracked = _DELETION.replace("</text:tracked-changes>", '<text:changed-region text:id="i"><text:insertion/></text:changed-region></text:tracked-changes>')
    body = tracked + _t('<text:change text:change-id="c"/><text:change-start text:change-id="i"/> ten<text:change-end text:change-id="i"/>')
    assert "for two years" in read("-", stdin=odt(body), revisions="reject").text
    assert "for ten years" in read("-", stdin=odt(body)).text
    with pytest.raises(InputError, match="CT114"):
        read("-", stdin=odt(body), revisions="fail")
