# ruff: noqa: E501  (pieces of Word XML: long lines)
"""Word files: numbers that Word prints, tracked changes, footnotes, tables; damaged and hostile files."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ctip_law.errors import InputError
from ctip_law.read import Raw, read
from ctip_law.read.docx import Revisions
from ctip_law.read.docx import read as read_docx
from ctip_law.read.docx_numbering import number_in
from ctip_law.structure import structure
from tests.docx.word import level, numbering, p, part, run, word, zipped

LEGAL = (
    level(0, "decimal", "%1.")
    + level(1, "decimal", "(%2)")
    + level(2, "lowerLetter", "(%3)")
    + level(3, "lowerRoman", "(%4)")
)


def lines(data: bytes, revisions: Revisions = "accept") -> list[str]:
    return [line for line in read_docx(Raw(data, "law.docx"), revisions).text.split("\n") if line]


FORMATS = [
    ("decimal", 12, "12"), ("decimalZero", 7, "07"), ("lowerLetter", 3, "c"), ("lowerLetter", 28, "bb"),
    ("upperLetter", 26, "Z"), ("lowerRoman", 4, "iv"), ("upperRoman", 49, "XLIX"), ("thaiNumbers", 16, "๑๖"),
    ("hindiNumbers", 25, "२५"), ("chineseCounting", 12, "十二"), ("chineseCounting", 20, "二十"), ("thaiLetters", 1, "ก"),
    ("decimal", 0, "0"), ("something new", 5, "5"),
]  # fmt: skip


@pytest.mark.parametrize(("format", "count", "words"), FORMATS)
def test_number_formats(format: str, count: int, words: str) -> None:
    assert number_in(count, format) == words


def test_numbers_go_on_and_begin_again_under_a_higher_one() -> None:
    body = [
        p("Bells", num="1"),
        p("ring", num="1", level=1),
        p("at noon", num="1", level=2),
        p("at dusk", num="1", level=2),
    ]
    body += [
        p("stop", num="1", level=1),
        p("in fog", num="1", level=2),
        p("Lamps", num="1"),
        p("shine", num="1", level=1),
    ]
    assert lines(word("".join(body), numbering=numbering(LEGAL))) == [
        "1. Bells", "(1) ring", "(a) at noon", "(b) at dusk", "(2) stop", "(a) in fog", "2. Lamps", "(1) shine",
    ]  # fmt: skip


def test_patterns_of_several_levels_and_legal_numbers() -> None:
    levels = level(0, "upperRoman", "Part %1") + level(1, "decimal", "%1.%2", "<w:isLgl/>")
    body = p("One", num="1") + p("a", num="1", level=1) + p("Two", num="1") + p("b", num="1", level=1)
    assert lines(word(body, numbering=numbering(levels))) == ["Part I One", "1.1 a", "Part II Two", "2.1 b"]


def test_a_list_that_starts_elsewhere_and_one_that_goes_on() -> None:
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>'
    extra = f'<w:num w:numId="2"><w:abstractNumId w:val="0"/>{override}</w:num><w:num w:numId="3"><w:abstractNumId w:val="0"/></w:num>'
    body = p("a", num="1") + p("b", num="2") + p("c", num="2") + p("d", num="3")
    assert lines(word(body, numbering=numbering(LEGAL, extra))) == ["1. a", "7. b", "8. c", "9. d"]


def test_a_style_can_carry_the_number() -> None:
    style = '<w:style w:type="paragraph" w:styleId="Sec"><w:name w:val="Section"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    based = '<w:style w:type="paragraph" w:styleId="Sub"><w:name w:val="Sub"/><w:basedOn w:val="Sec"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
    body = p("Bells", style="Sec") + p("ring", style="Sub") + p("Lamps", style="Sec", num="0")
    assert lines(word(body, numbering=numbering(LEGAL), styles=part("styles", style + based))) == [
        "1. Bells",
        "(1) ring",
        "Lamps",
    ]


def test_styles_that_are_based_on_each_other_do_not_loop() -> None:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{one}"><w:name w:val="{one}"/><w:basedOn w:val="{two}"/></w:style>'
        for one, two in ("AB", "BA")
    )
    assert lines(word(p("Bells", style="A"), styles=part("styles", styles))) == ["Bells"]


def test_a_number_from_a_field() -> None:
    field = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> LISTNUM "SEQ1" \\l 2 </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    body = p(run("—") + field + run(" Bells ring."), num="1") + p("Lamps shine.", num="1", level=1)
    assert lines(word(body, numbering=numbering(LEGAL, name="SEQ1"))) == ["1. —(1) Bells ring.", "(2) Lamps shine."]


def test_word_numbers_empty_paragraphs_too_and_prints_bullets_as_marks() -> None:
    body = p("a", num="1") + p("", num="1") + p("b", num="1")
    assert lines(word(body, numbering=numbering(level(0, "decimal", "%1.")))) == ["1. a", "2.", "3. b"]
    assert lines(word(body, numbering=numbering(level(0, "bullet", "•")))) == ["a", "b"]


TRACKED = p(
    run("Prison for ")
    + '<w:del w:id="1"><w:r><w:delText>two</w:delText></w:r></w:del>'
    + f'<w:ins w:id="2">{run("ten")}</w:ins>'
    + run(" years.")
)
REVISIONS: list[tuple[Revisions, str]] = [("accept", "Prison for ten years."), ("reject", "Prison for two years.")]


@pytest.mark.parametrize(("revisions", "words"), REVISIONS)
def test_tracked_changes(revisions: Revisions, words: str) -> None:
    document = read_docx(Raw(word(TRACKED), "law.docx"), revisions)
    assert document.text.strip() == words
    assert document.repairs[0].why == f"tracked changes were {revisions}ed"
    assert [repair.before for repair in document.repairs[1:]] == (["two"] if revisions == "accept" else [])


def test_tracked_changes_can_be_refused() -> None:
    with pytest.raises(InputError) as caught:
        lines(word(TRACKED), "fail")
    assert caught.value.code == "CT114"
    assert lines(word(p("Bells ring.")), "fail") == ["Bells ring."]


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    gone = p("A bell", more='<w:rPr><w:del w:id="1"/></w:rPr>')
    assert lines(word(gone + p("rings."))) == ["A bell rings."]
    assert lines(word(gone + p("rings.")), "reject") == ["A bell", "rings."]


def test_deleted_rows_of_a_table_are_gone() -> None:
    cell = "<w:tc>{}</w:tc>"
    row = "<w:tr>{}</w:tr>"
    kept = row.format(cell.format(p("Lamp")) + cell.format(p("£5")))
    gone = row.format('<w:trPr><w:del w:id="1"/></w:trPr>' + cell.format(p("Bell")))
    assert lines(word(f"<w:tbl>{kept}{gone}</w:tbl>")) == ["Lamp | £5"]


def test_a_footnote_stands_behind_its_paragraph_and_is_a_leftover() -> None:
    body = p(run("The Ferry Act (") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + run(") applies.")) + p(
        "Bells ring."
    )
    notes = part("footnotes", f'<w:footnote w:id="2">{p("2001 c. 5.")}</w:footnote>')
    document = read_docx(Raw(word(body, footnotes=notes), "law.docx"))
    assert document.text.split("\n")[:3] == ["The Ferry Act applies.", "2001 c. 5.", "Bells ring."]
    assert [(left.kind, left.text) for left in document.leftovers] == [("note", "2001 c. 5.")]


def test_a_contents_list_made_by_word_is_a_leftover() -> None:
    gallery = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    body = f"<w:sdt>{gallery}<w:sdtContent>{p('1. Bells')}</w:sdtContent></w:sdt>" + p("1. Bells ring.")
    document = read_docx(Raw(word(body), "law.docx"))
    assert [left.kind for left in document.leftovers] == ["contents"]
    assert [document.text[block.start : block.end] for block in document.blocks] == ["1. Bells ring."]


def test_hidden_words_and_copies_for_old_word_are_not_read() -> None:
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>"
    choice = (
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice>'
        f"<w:txbxContent>{p('boxed')}</w:txbxContent></mc:Choice><mc:Fallback>{p('boxed')}</mc:Fallback></mc:AlternateContent>"
    )
    assert lines(word(p(run("Bells") + hidden + f"<w:r>{choice}</w:r>"))) == ["boxed", "Bells"]


def test_a_statute_with_automatic_numbers_is_structured() -> None:
    body = "".join(
        p(heading, style="H") + p(words, num="1")
        for heading, words in (
            ("Bells", "The master of a ferry shall ring the bell at noon and whenever there is fog on the water."),
            ("Lamps", "The master of a ferry shall light the lamp at dusk and keep it lit until the sun has risen."),
        )
    )
    bold = '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="H"/><w:rPr><w:b/></w:rPr></w:style>'
    law = structure(read("law.docx", stdin=word(body, numbering=numbering(LEGAL), styles=part("styles", bold))))
    assert [(section.num, section.heading) for section in law.sections()] == [("1", "Bells"), ("2", "Lamps")]


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512
WORD = word(p("Bells ring."))
BAD = [
    ("encrypted", OLE + "EncryptedPackage".encode("utf-16-le") + b"\0" * 64, "CT107"),
    ("old .doc", OLE, "CT104"),
    ("cut off", WORD[: len(WORD) // 2], "CT112"),
    ("another zip", zipped({"data.csv": "a,b"}), "CT104"),
    ("a spreadsheet", zipped({"xl/workbook.xml": "<workbook/>", "[Content_Types].xml": "<Types/>"}), "CT104"),
    ("no words", word(p("")), "CT103"),
    ("broken XML", zipped({"word/document.xml": "<w:document"}), "CT106"),
    ("external entity", zipped({"word/document.xml": '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><x>&e;</x>'}), "CT113"),
    ("zip bomb", zipped({"word/document.xml": b"<x>" + b" " * 50_000_000 + b"</x>"}), "CT108"),
    ("bomb in another part", word(p("a"), numbering="<x>" + " " * 50_000_000 + "</x>"), "CT108"),
    ("deep nesting", zipped({"word/document.xml": "<x>" * 5000 + "</x>" * 5000}), "CT108"),
    ("relation that leads out", zipped({"_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Type="x/officeDocument" Target="../../../etc/passwd"/></Relationships>', "../../etc/passwd": "root"}), "CT104"),
]  # fmt: skip


@pytest.mark.parametrize(("data", "code"), [case[1:] for case in BAD], ids=[case[0] for case in BAD])
def test_bad_files_are_refused_in_one_line(data: bytes, code: str) -> None:
    with pytest.raises(InputError) as caught:
        read("law.docx", stdin=data)
    assert caught.value.code == code
    assert "\n" not in str(caught.value)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_damaged_bytes_never_crash(data: st.DataObject) -> None:
    source = bytearray(WORD)
    for _ in range(data.draw(st.integers(1, 8))):
        source[data.draw(st.integers(4, len(source) - 1))] = data.draw(st.integers(0, 255))
    try:
        words = read("law.docx", stdin=bytes(source)).text
    except InputError as error:
        words = error.code
    assert words


def test_a_list_that_word_counts_through_the_document_goes_on_after_a_gap() -> None:
    levels = level(0, "decimal", "%1.") + level(1, "decimal", "(%2)")
    again = '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="20"/></w:lvlOverride></w:num>'
    body = p("KIOSK ACT 2020") + "".join(p(f"Heading {n}", num="1") + p(f"A keeper must hold book {n}.", num="1", level=1) for n in (1, 2, 3))  # fmt: skip
    body += p("Saving", num="2") + p("The Market Act is not affected.", num="2", level=1)
    law = structure(read("-", stdin=word(body, numbering=numbering(levels, again))))
    assert [section.num for section in law.sections()] == ["1", "2", "3", "20"]
    assert [child.num for child in law.sections()[3].children] == ["1"]


def test_a_list_inside_a_section_is_none() -> None:
    levels = level(0, "decimal", "%1.")
    body = p("KIOSK ACT 2020") + "".join(p(f"Section {n}. Heading {n}") + p(f"A keeper must hold book {n}.") for n in range(1, 8))
    body += p("Section 8. Books") + p("A keeper must have:") + "".join(p(f"book {n};", num="1") for n in (1, 2, 3))
    law = structure(read("-", stdin=word(body, numbering=numbering(levels))))
    assert [section.num for section in law.sections()] == [str(n) for n in range(1, 9)]


def test_footnotes_in_a_table_are_not_lost() -> None:
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    notes = part("footnotes", '<w:footnote w:id="2"><w:p><w:r><w:t>Any bell.</w:t></w:r></w:p></w:footnote>')
    table = f"<w:tbl><w:tr><w:tc>{p(run('Ringing') + mark)}</w:tc><w:tc>{p('A fine')}</w:tc></w:tr></w:tbl>"
    document = read("-", stdin=word(p("Bells") + table, footnotes=notes))
    assert "Ringing | A fine" in document.text
    assert [(left.kind, left.text) for left in document.leftovers] == [("note", "Any bell.")]


def box(words: str) -> str:
    return f"<w:r><w:pict><w:txbxContent>{p(words)}</w:txbxContent></w:pict></w:r>"


def test_a_text_box_with_a_few_words_is_a_marginal_heading_and_others_are_text() -> None:
    few = word(p("BELLS ACT") + p(box("Duties.") + run("1. A ringer must ring.")))
    assert lines(few) == ["BELLS ACT", "Duties.", "1. A ringer must ring."]
    many = word(p("BELLS ACT") + p(box("A ringer must ring the bell. " * 6) + run("1. A ringer must ring.")))
    assert lines(many)[1] == "1. A ringer must ring."
    cell = word(p("BELLS ACT") + f"<w:tbl><w:tr><w:tc>{p(box('boxed') + run('a'))}</w:tc><w:tc>{p('b')}</w:tc></w:tr></w:tbl>")
    assert lines(cell) == ["BELLS ACT", "boxed a | b"]
