"""XML that attacks the reader is refused or read in bounded time; harmless declarations are read."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctip_law.errors import InputError
from ctip_law.read import read
from ctip_law.read.raw import Raw
from ctip_law.read.walk import words_of
from ctip_law.read.xmlsafe import parse

SECRET = "TOPSECRET"
LAUGHS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "aaaaaaaaaa"}">' for n in range(10))

#: name, document, code. `{file}` is a file with SECRET in it, `{dtd}` a DTD file beside it.
REFUSED = [
    ("external entity", '<!DOCTYPE r [<!ENTITY x SYSTEM "file://{file}">]><r>&x;</r>', "CT113"),
    ("external entity that is not used", '<!DOCTYPE r [<!ENTITY x SYSTEM "file://{file}">]><r>words</r>', "CT113"),
    ("public external entity", '<!DOCTYPE r [<!ENTITY x PUBLIC "-//X" "file://{file}">]><r>&x;</r>', "CT113"),
    ("entity from an external DTD", '<!DOCTYPE r SYSTEM "file://{dtd}"><r>&x;</r>', "CT106"),
    ("parameter entity", '<!DOCTYPE r [<!ENTITY % p SYSTEM "file://{dtd}"> %p;]><r>&x;</r>', "CT113"),
    ("internal parameter entity", "<!DOCTYPE r [<!ENTITY % p \"<!ENTITY x 'y'>\"> %p;]><r>&x;</r>", "CT113"),
    ("billion laughs", f"<!DOCTYPE r [{LAUGHS}]><r>&a9;</r>", "CT108"),
    ("quadratic blow-up", f'<!DOCTYPE r [<!ENTITY a "{"a" * 100_000}">]><r>{"&a;" * 10_000}</r>', "CT108"),
    ("300 elements deep", "<r>" * 300 + "x" + "</r>" * 300, "CT108"),
    ("100,000 elements deep", "<r>" * 100_000 + "x" + "</r>" * 100_000, "CT108"),
    ("11 MB in one stretch of text", f"<r>{'x' * 11_000_000}</r>", "CT108"),
    ("undeclared entity", "<r>a&x;b</r>", "CT106"),
    ("cut off", "<r><a>words</a", "CT106"),
    ("mismatched tags", "<r><a>words</b></r>", "CT106"),
    ("NUL byte", "<r>a\0b</r>", "CT106"),
    ("no XML", "Section 1. Short title", "CT106"),
]


@pytest.mark.parametrize(("document", "code"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED])
def test_refused_in_one_line(document: str, code: str, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text(SECRET)
    (tmp_path / "x.dtd").write_text(f'<!ENTITY x "{SECRET}">')
    data = document.replace("{file}", str(tmp_path / "secret.txt")).replace("{dtd}", str(tmp_path / "x.dtd")).encode()
    with pytest.raises(InputError) as caught:
        parse(Raw(data, "law.xml"))
    assert caught.value.code == code
    assert SECRET not in str(caught.value)
    assert "\n" not in str(caught.value)
    assert str(caught.value).startswith(f"{code} law.xml")


#: name, document, words
READ = [
    ("internal entity", '<!DOCTYPE r [<!ENTITY co "Company">]><r>the &co; Act</r>', "the Company Act"),
    ("document type without declarations", '<!DOCTYPE r SYSTEM "http://example.org/x.dtd"><r>words</r>', "words"),
    ("named characters of HTML", '<!DOCTYPE r SYSTEM "x.dtd"><r>a&nbsp;b &sect; 5</r>', "a\u00a0b § 5"),
    ("predefined entities", "<r>A &amp; B &lt; C</r>", "A & B < C"),
    ("blank line before the declaration", '\n<?xml version="1.0"?><r>words</r>', "words"),
    ("comment inside a word", "<r>traf<!-- x -->ficking</r>", "trafficking"),
    (
        "XInclude is never followed",
        '<r xmlns:x="http://www.w3.org/2001/XInclude">a<x:include href="/etc/passwd"/></r>',
        "a",
    ),
]


@pytest.mark.parametrize(("document", "words"), [case[1:] for case in READ], ids=[case[0] for case in READ])
def test_read(document: str, words: str) -> None:
    assert words_of(parse(Raw(document.encode(), "law.xml"))) == words


def test_invisible_characters_are_left_out_and_told() -> None:
    source = "<law nr='1' year='2001'><num-and-date/><art nr='1'><nr-title>1. gr.</nr-title><subart><paragraph>"
    source += "<sen>traf\u00adficking\u2060</sen></paragraph></subart></art></law>"
    document = read("law.xml", stdin=source.encode())
    assert "trafficking" in document.text
    assert [repair.why for repair in document.repairs] == [
        "2 invisible characters (soft hyphens, word joiners) left out"
    ]


def test_an_external_entity_in_utf_16_is_refused() -> None:
    declared = '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    data = f'<?xml version="1.0" encoding="UTF-16"?>{declared}<r>a</r>'.encode("utf-16")
    with pytest.raises(InputError) as caught:
        parse(Raw(data, "law.xml"))
    assert caught.value.code == "CT113"


def test_every_reader_parses_xml_in_the_one_safe_place() -> None:
    folder = Path(__file__).resolve().parents[2] / "ctip_law"
    unsafe = ("etree.parse(", "etree.fromstring(", "etree.XML(", "XMLParser(", "xinclude(", "XSLT(", "iterparse(")
    found = {
        (str(file.relative_to(folder)), call)
        for file in folder.rglob("*.py")
        for call in unsafe
        if call in file.read_text(encoding="utf-8") and file.name != "xmlsafe.py"
    }
    assert not {place for place, _ in found if place.startswith("read/")}, found
