"""The sheet makes its blocks field by field; they must be whole, and lie on the text they stand for."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest

from ctip_law.model import Block
from ctip_law.read.sheet import Sheet
from ctip_law.read.walk import invisible, tidy


def test_a_written_block_is_a_whole_block() -> None:
    sheet = Sheet()
    sheet.open("section", 0, "12.", "Short title", eid="sec_12", style="bold")
    sheet.text("This is the Harbour Act.", 0)
    head, words = sheet.blocks
    assert head == Block(0, 15, "section", "12.", "Short title", 0, "sec_12", "bold")
    assert [sheet.written[block.start : block.end] for block in (head, words)] == [
        "12. Short title",
        "This is the Harbour Act.",
    ]
    assert all(hasattr(words, field.name) for field in fields(Block))
    assert hash(words) == hash(replace(words))


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("  a  port\n\tand\r\n a quay ", "a port and a quay"),
        ("un  été\n\n  à   quai", "un été à quai"),
        ("a\u00a0port", "a\u00a0port"),
        ("\u3000第一条\u3000", "\u3000第一条\u3000"),
        ("har\u00adbour", "harbour"),
        ("\ufeffhar\u200bbour\u2060", "harbour"),
        ("", ""),
        (" \n ", ""),
    ],
)
def test_words_on_one_line(words: str, line: str) -> None:
    assert tidy(words) == line


@pytest.mark.parametrize(
    ("data", "count"),
    [
        (b"<a>harbour &amp; quay &#174;</a>", 0),
        ("<a>har\u00adbour</a>".encode(), 1),
        (b"<a>har&#173;bour, har&#xAD;bour, har&#xad;bour, har&shy;bour</a>", 4),
        ("\ufeff<a>harbour</a>".encode(), 0),
        ("\ufeff<a>har\u200bbour\u2060</a>".encode(), 2),
    ],
)
def test_invisible_characters_are_counted(data: bytes, count: int) -> None:
    repairs = invisible(data)
    assert [repair.why.split()[0] for repair in repairs] == ([str(count)] if count else [])
