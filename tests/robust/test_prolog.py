# ruff: noqa: E501  (cases in one line)
"""Where a file's first element begins: found in one pass; declarations of a page's type are no words of the law."""

from __future__ import annotations

import io
import warnings
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ctip_law.errors import UsageError
from ctip_law.read import read
from ctip_law.read.encodings import known
from ctip_law.read.prolog import after_prolog, doctype, without_subset
from tests.docx.word import p, word
from tests.work import lines_run

BEGINS = [
    ("nothing before it", "<act>", 0),
    ("blanks", " \n<act>", 2),
    ("a declaration", "<?xml version='1.0'?><act>", 21),
    ("a comment with an element in it", "<!-- <b> --><act>", 12),
    ("a type", "<!DOCTYPE html><html>", 15),
    ("a type in small letters", "<!doctype html><html>", 15),
    ("a type with declarations", "<!DOCTYPE a [<!ELEMENT b (c)>]><act>", 31),
    ("a bracket in quotes", "<!DOCTYPE a [<!ENTITY b ']>'>]><act>", 31),
    ("an apostrophe", "<!DOCTYPE lord's act><act>", 21),
    ("a comment in the declarations", "<!DOCTYPE a [<!-- ]> -->]><act>", 26),
    ("a comment that never ends", "<!-- <act>", 0),
    ("a type that never ends", "<!DOCTYPE a [", 0),
    ("brackets that never end", "<!DOCTYPE a " + "[]" * 40 + "[", 0),
]


@pytest.mark.parametrize(("text", "begin"), [case[1:] for case in BEGINS], ids=[case[0] for case in BEGINS])
def test_where_the_first_element_begins(text: str, begin: int) -> None:
    assert after_prolog(text) == begin


PAGES = [
    ("declarations go", "<!DOCTYPE html [<!ENTITY t 'An old rule.'>]><p>1. Bells</p>", "<p>1. Bells</p>"),
    ("a type without any stays", "<!DOCTYPE html><p>1. [Bells]</p>", "<!DOCTYPE html><p>1. [Bells]</p>"),
    ("an end that was missed", "<!DOCTYPE html [ <p>1. Bells [x]></p>", "<!DOCTYPE html [ <p>1. Bells [x]></p>"),
    ("words before it", "1. Bells <!DOCTYPE html [x]> ring", "1. Bells <!DOCTYPE html [x]> ring"),
]


@pytest.mark.parametrize(("page", "left"), [case[1:] for case in PAGES], ids=[case[0] for case in PAGES])
def test_declarations_of_a_page_are_no_words(page: str, left: str) -> None:
    assert without_subset(page) == left


@settings(deadline=None)
@given(st.lists(st.sampled_from(["<!DOCTYPE", " ", "[", "]", ">", "'", '"', "<!--", "-->", "<?", "?>", "<a>", "a"])))
def test_any_pieces(pieces: list[str]) -> None:
    text = "".join(pieces)
    begin, end = doctype(text)
    assert 0 <= begin <= end <= len(text)
    assert 0 <= after_prolog(text) <= len(text)


@pytest.mark.parametrize("piece", ["[]", "<!-- x -->", "<?a b?>", "'\"", "<!DOCTYPE "])
def test_work_grows_with_length_only(piece: str) -> None:
    few, many = (lines_run(lambda count=count: after_prolog("<!DOCTYPE x " + piece * count)) for count in (500, 2_000))  # type: ignore[misc]
    assert many < 5 * few + 100


@pytest.mark.parametrize("text", ["<script>alert(1)</script>\n", "<script> of the law\n", "<style>p{}</style>\n"])
def test_a_text_that_begins_with_a_tag_is_text(text: str) -> None:
    document = read("act.txt", stdin=f"{text}1. Title\nThis is the Ferry Act.\n2. Bells\nA ferry rings.\n".encode())
    assert (document.source.format, document.text.startswith(text)) == ("text", True)


NO_TEXT = ["base64", "hex", "rot13", "zip", "idna", "punycode", "undefined", "unicode_escape", "charmap", "utf-7", "mbcs"]


@pytest.mark.parametrize("name", [*NO_TEXT, "cp037", "utf-16", "utf-32", "no-such"])
def test_a_page_that_declares_what_it_is_not_in(name: str) -> None:
    page = f'<html><head><meta charset="{name}"></head><body><p>1. Caf\xe9 +AGE- \\u0041</p></body></html>'
    document = read("act.html", stdin=page.encode("latin-1"))
    assert document.text == "1. Café +AGE- \\u0041"
    assert [warning.code for warning in document.warnings] == ["CT119"]


@pytest.mark.parametrize("name", NO_TEXT)
def test_codecs_that_are_no_encodings_of_text(name: str) -> None:
    with pytest.raises(UsageError) as caught:
        known(name)
    assert caught.value.code == "CT004"


def test_two_parts_of_one_name_are_told() -> None:
    parts = zipfile.ZipFile(io.BytesIO(word(p("1. Bells"))))
    out = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(out, "w") as archive:
        warnings.simplefilter("ignore")
        for name in parts.namelist():
            archive.writestr(name, parts.read(name))
            archive.writestr(name, parts.read(name))  # the same twice says nothing else
        archive.writestr("word/document.xml", parts.read("word/document.xml").replace(b"Bells", b"Lamps"))
    document = read("act.docx", stdin=out.getvalue())
    assert document.text == "1. Lamps\n"
    assert [(warning.code, "word/document.xml" in warning.message) for warning in document.warnings] == [("CT120", True)]
    assert not read("act.docx", stdin=word(p("1. Bells"))).warnings
