# ruff: noqa: E501  (pieces of Word XML: long lines)
"""Word files lose no word in silence: paragraphs whose end was deleted, files taken in whole, Strict Open XML, the rest."""

from __future__ import annotations

import io
import zipfile

import pytest

from ctip_law.model import Document
from ctip_law.read import read
from ctip_law.read.archive import is_folder
from tests.docx.word import level, numbering, p, run, word, zipped

GONE = '<w:rPr><w:del w:id="1"/></w:rPr>'
TABLE = "<w:tbl><w:tr><w:tc>" + p("A cell.") + "</w:tc></w:tr></w:tbl>"
RELATION = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
CHUNK = f'<w:altChunk {RELATION} r:id="c1"/>'
MHT = (
    'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n'
    "Content-Transfer-Encoding: quoted-printable\r\n\r\n<html><body><p>2. H=C3=B6rns</p><p>A ferry hoo=\r\nts.</p></body></html>\r\n--b--\r\n"
)


def lines(document: Document) -> list[str]:
    return [line for line in document.text.split("\n") if line]


DELETED_ENDS = [
    ("before a table", p("Bells") + p("A ferry rings.", more=GONE) + TABLE, ["Bells", "A ferry rings.", "A cell."]),
    ("at the end", p("Bells") + p("A ferry rings.", more=GONE), ["Bells", "A ferry rings."]),
    ("before a paragraph", p("A ferry", more=GONE) + p("rings."), ["A ferry rings."]),
    ("two in a row", p("A", more=GONE) + p("ferry", more=GONE) + p("rings."), ["A ferry rings."]),
    ("at the end of a cell", "<w:tbl><w:tr><w:tc>" + p("Bells " * 300, more=GONE) + "</w:tc></w:tr></w:tbl>", ["Bells " * 299 + "Bells"]),
    ("before a file taken in", p("A ferry", more=GONE) + CHUNK + p("rings."), ["A ferry", "rings."]),
]  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), [case[1:] for case in DELETED_ENDS], ids=[case[0] for case in DELETED_ENDS])
def test_a_paragraph_whose_end_was_deleted_keeps_its_words(body: str, expected: list[str]) -> None:
    assert lines(read("act.docx", stdin=word(body))) == expected


def test_two_paragraphs_made_one_have_one_number() -> None:
    body = p("A ferry", num="1", more=GONE) + p("rings.", num="1") + p("It hoots.", num="1")
    made = word(body, numbering=numbering(level(0, "decimal", "%1.")))
    assert lines(read("act.docx", stdin=made)) == ["1. A ferry rings.", "2. It hoots."]


def with_files(body: str, files: dict[str, str | bytes], target: str, mode: str = "") -> bytes:
    """A Word file that takes in the file `target` by the relation c1."""
    outer = zipfile.ZipFile(io.BytesIO(word(body)))
    relation = f'<Relationship Id="c1" Type="urn:aFChunk" Target="{target}"{mode}/>'
    relations = f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relation}</Relationships>'
    return zipped({name: outer.read(name) for name in outer.namelist()} | {"word/_rels/document.xml.rels": relations} | files)


TAKEN_IN = [
    ("page", "c.html", "<html><body><h2>2. Horns</h2><p>A ferry hoots.</p></body></html>", ["2. Horns", "A ferry hoots."]),
    ("text", "c.txt", "2. Horns\nA ferry hoots.\n", ["2. Horns", "A ferry hoots."]),
    ("RTF", "c.rtf", r"{\rtf1\ansi 2. Horns\par A ferry hoots.\par}", ["2. Horns", "A ferry hoots."]),
    ("Word", "/word/c.docx", word(p("2. Horns") + p("A ferry hoots.")), ["2. Horns", "A ferry hoots."]),
    ("web archive", "c.mht", MHT, ["2. Hörns", "A ferry hoots."]),
]


@pytest.mark.parametrize(("target", "data", "expected"), [case[1:] for case in TAKEN_IN], ids=[case[0] for case in TAKEN_IN])
def test_a_file_taken_in_is_read_where_it_stands(target: str, data: str | bytes, expected: list[str]) -> None:
    name = target.lstrip("/") if target.startswith("/") else f"word/{target}"
    document = read("act.docx", stdin=with_files(p("1. Bells") + CHUNK + p("3. Lamps"), {name: data}, target))
    assert lines(document) == ["1. Bells", *expected, "3. Lamps"]
    assert [document.text[block.start : block.end] for block in document.blocks] == lines(document)
    assert not document.warnings


NOT_TAKEN_IN = [
    ("a picture", CHUNK, {"word/c.html": b"\x89PNG\r\n\x1a\n" + bytes(40)}, "c.html", "", "CT104"),
    ("not there", CHUNK, {}, "c.html", "", "not in it"),
    ("elsewhere", f"<w:p><w:subDoc {RELATION} r:id='c1'/></w:p>", {}, "two.docx", ' TargetMode="External"', "two.docx"),
]


@pytest.mark.parametrize("case", NOT_TAKEN_IN, ids=[case[0] for case in NOT_TAKEN_IN])
def test_a_file_that_cannot_be_taken_in_is_told(case: tuple[str, str, dict[str, str | bytes], str, str, str]) -> None:
    _, chunk, files, target, mode, told = case
    document = read("act.docx", stdin=with_files(p("1. Bells") + chunk, files, target, mode))
    assert lines(document) == ["1. Bells"]
    assert [warning.code for warning in document.warnings] == ["CT120"]
    assert told in document.warnings[0].message


def test_a_file_that_takes_in_itself_ends() -> None:
    inner = with_files(p("Bells") + CHUNK, {"word/c.txt": "Horns"}, "c.txt")
    for _ in range(5):
        inner = with_files(p("Bells") + CHUNK, {"word/c.docx": inner}, "c.docx")
    document = read("act.docx", stdin=inner)
    assert set(lines(document)) == {"Bells"}
    assert [warning.code for warning in document.warnings] == ["CT120"]


def test_strict_open_xml_is_read_as_any_other() -> None:
    usual = word(p("Bells", num="1") + p("A ferry rings.", more='<w:jc w:val="center"/>'), numbering=numbering(level(0, "decimal", "%1.")))
    parts = zipfile.ZipFile(io.BytesIO(usual))
    named = {
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "http://purl.oclc.org/ooxml/wordprocessingml/main",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "http://purl.oclc.org/ooxml/officeDocument/relationships",
    }
    strict: dict[str, str | bytes] = {}
    for name in parts.namelist():
        text = parts.read(name).decode()
        for old, new in named.items():
            text = text.replace(old, new)
        strict[name] = text
    assert read("act.docx", stdin=zipped(strict)).blocks == read("act.docx", stdin=usual).blocks


def test_words_that_no_paragraph_takes_up_are_told() -> None:
    document = read("act.docx", stdin=word(p("1. Bells") + "<w:strange><w:t>A ferry</w:t><w:t> rings.</w:t></w:strange>"))
    assert [(one.code, one.before) for one in document.repairs] == [("CT120", "A ferry rings.")]
    assert "A ferry rings." in document.warnings[0].message


NOT_LOST = [
    ("deleted words", "<w:p><w:del><w:r><w:delText>no</w:delText></w:r></w:del>" + run("yes") + "</w:p>"),
    ("a deleted row", "<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>" + p("no") + "</w:tc></w:tr></w:tbl>" + p("yes")),
    ("the reading beside a character", "<w:p><w:r><w:ruby><w:rt>" + run("no") + "</w:rt><w:rubyBase>" + run("yes") + "</w:rubyBase></w:ruby></w:r></w:p>"),
]  # fmt: skip


@pytest.mark.parametrize("body", [case[1] for case in NOT_LOST], ids=[case[0] for case in NOT_LOST])
def test_what_is_no_word_of_the_document_is_not_told_as_lost(body: str) -> None:
    document = read("act.docx", stdin=word(body))
    assert lines(document) == ["yes"]
    assert not [one for one in document.repairs if one.code == "CT120"]


def test_a_formula_is_words_and_hidden_words_are_told() -> None:
    formula = '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>x+1</m:t></m:r></m:oMath>'
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>"
    document = read("act.docx", stdin=word(f"<w:p>{run('The fee is ')}{formula}{hidden}</w:p>"))
    assert lines(document) == ["The fee is x+1"]
    assert [one.before for one in document.repairs] == ["secret"]


@pytest.mark.parametrize(("name", "nothing"), [("", True), ("folder/", True), ("word/document.xml", False)])
def test_an_entry_without_a_name_is_no_part(name: str, nothing: bool) -> None:
    assert is_folder(zipfile.ZipInfo(name)) is nothing  # found in a damaged file: `is_dir` wants a last letter
