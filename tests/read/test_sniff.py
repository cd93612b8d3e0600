"""The format is recognised from what the file holds."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctip_law.errors import InputError
from ctip_law.read import Raw, read
from ctip_law.read.sniff import look, sniff

FORMATS = [
    ("text", b"1. Short title\nThis Act may be cited as the Model Act.\n"),
    ("text", "มาตรา ๑ พระราชบัญญัตินี้\n".encode()),
    ("text", b"A < B and B > C are no tags.\n1. Short title\n"),
    ("markdown", b"---\ntitle: Model Act\nlanguage: en\n---\n\n1. Short title\n"),
    ("markdown", b"# Model Act\n\n## 1. Short title\n\nThis Act ...\n"),
    ("markdown", b"###Artikel 1\n\nThis Act ...\n"),
    ("markdown", b"<meta charset='utf-8' />\n\n##Model Act\n\n###Artikel 1 \n\nWords of it.\n" * 9),
    ("html", b"<!DOCTYPE html><html><body><p>1. Short title</p></body></html>"),
    ("html", b"\xef\xbb\xbf<html lang='en'><body><p>Section 1.</p></body></html>"),
    ("html", b"<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><body><p>x</p></body></html>"),
    ("html", b"<div class='act'><p>1. Short title</p><p>2. Interpretation</p></div>"),
]


@pytest.mark.parametrize(("name", "data"), FORMATS)
def test_format(name: str, data: bytes) -> None:
    assert sniff(Raw(data, "act.bin")).name == name


@pytest.mark.parametrize(
    ("family", "data"),
    [
        ("zip", b"PK\x03\x04rest"),
        ("pdf", b"%PDF-1.7\n"),
        ("binary", b"\x89PNG\r\n\x1a\n"),
        ("binary", bytes(range(32)) * 40),
        ("xml", b"<?xml version='1.0'?><!-- note --><akomaNtoso xmlns='http://x/akn'><act/></akomaNtoso>"),
    ],
)
def test_family(family: str, data: bytes) -> None:
    assert look(Raw(data, "x")).family == family


def test_xml_root_and_namespace() -> None:
    seen = look(Raw(b"<?xml version='1.0'?>\n<a:act xmlns:a='urn:law' id='1'>", "x"))
    assert (seen.root, seen.namespace, seen.attributes["id"]) == ("act", "urn:law", "1")


@pytest.mark.parametrize(
    ("code", "data"),
    [("CT103", b""), ("CT103", b" \n\t\n"), ("CT104", b"\x89PNG\r\n"), ("CT103", b"<html><body></body></html>")],
)
def test_refused_in_one_line(code: str, data: bytes) -> None:
    with pytest.raises(InputError) as caught:
        read("-", stdin=data)
    assert caught.value.code == code
    assert "\n" not in str(caught.value)


def test_missing_and_directory(tmp_path: Path) -> None:
    for path, code in ((tmp_path / "none.txt", "CT101"), (tmp_path, "CT102")):
        with pytest.raises(InputError) as caught:
            read(path)
        assert caught.value.code == code
