# ruff: noqa: E501  (files in one line)
"""Characters that no one sees part no word, whatever kind of file hides them; scripts that spell with them keep them."""

from __future__ import annotations

import json
import re
from itertools import accumulate

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ctip_law.model import Block, Document, Leftover, Source
from ctip_law.read import read, unseen
from ctip_law.read.unseen import without_unseen
from tests.docx.word import p, word
from tests.read_xml.samples import ALL

#: one of each kind: soft hyphen, zero-width, joiners, directions, isolates, byte order mark, variants, annotations
UNSEEN = "\u00ad\u034f\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202e\u2060\u2064\u2066\u2069\ufeff\ufe0f\ufff9\U000e0041"
PLAIN = "1. Bells\nA ferry carries bells for all who come aboard."


def escaped(words: str) -> str:
    """As RTF writes characters beyond ASCII; those beyond 16 bits as two."""
    units = words.encode("utf-16-le")
    codes = [int.from_bytes(units[at : at + 2], "little", signed=True) for at in range(0, len(units), 2)]
    return "".join(chr(code) if 32 <= code < 128 else r"\par " if code == 10 else f"\\u{code}?" for code in codes)


def file(kind: str, words: str) -> bytes:
    """A file of this kind with these words."""
    if kind == "docx":
        return word("".join(p(line) for line in words.split("\n")))
    return {
        "text": words,
        "markdown": f"# Act\n\n{words}",
        "html": f"<!DOCTYPE html><html><body><p>{words.replace(chr(10), '</p><p>')}</p></body></html>",
        "rtf": rf"{{\rtf1\ansi {escaped(words)}}}",
        "json": json.dumps({"title": "Act", "sections": [{"number": "1", "heading": "", "text": words}]}),
    }[kind].encode()


@pytest.mark.parametrize("kind", ["text", "markdown", "html", "docx", "rtf", "json"])
@pytest.mark.parametrize("char", UNSEEN, ids=lambda char: f"{ord(char):04X}")
def test_a_character_inside_a_word(kind: str, char: str) -> None:
    clean = read("act", stdin=file(kind, PLAIN))
    found = read("act", stdin=file(kind, PLAIN.replace("ferry", f"fer{char}ry").replace("aboard", f"a{char}board")))
    assert (found.text, found.blocks) == (clean.text, clean.blocks)
    assert any("invisible characters taken out" in repair.why for repair in found.repairs)


@pytest.mark.parametrize("hidden", ["\u200c\u202a\u2066", "\u00ad", "\u200b\ufeff", "&#8206;", "&#x200C;"])
@pytest.mark.parametrize("name", ALL)
def test_marked_formats_with_characters_inside_of_words(name: str, hidden: str) -> None:
    source = ALL[name].source
    clean = read("act", stdin=source.encode())
    word_of_its_text = re.compile(r"(>[^<>&]*?[^\W\d_]{2})([^\W\d_]{2}[^<>&]*<)")
    found = read("act", stdin=word_of_its_text.sub(rf"\1{hidden}\2", source).encode())
    assert found.text == clean.text
    assert [(b.start, b.end, b.num, b.heading) for b in found.blocks] == [
        (b.start, b.end, b.num, b.heading) for b in clean.blocks
    ]


#: a word as a page shows it -> the same word as files hold it, in parts or in forms of print
APART = {"férry": "fe\u0301rry", "office": "o\ufb03ce", "المادة": "\ufe8d\ufedf\ufee4\ufe8e\ufea9\ufe93", "배를": "\u1107\u1162\u1105\u1173\u11af"}


@pytest.mark.parametrize("kind", ["text", "markdown", "html", "docx", "rtf", "json"])
@pytest.mark.parametrize("meant", APART)
def test_letters_in_parts_are_whole_in_every_kind_of_file_and_told(kind: str, meant: str) -> None:
    whole = read("act", stdin=file(kind, PLAIN.replace("ferry", meant)))
    found = read("act", stdin=file(kind, PLAIN.replace("ferry", APART[meant])))
    assert (found.text, found.blocks) == (whole.text, whole.blocks)
    assert any("put together" in repair.why for repair in found.repairs)
    assert not any("put together" in repair.why for repair in whole.repairs)


KEPT = [
    ("Persian, whose plural hangs on by a non-joiner", "کودک\u200cها"),
    ("Sinhala, whose ligature needs a joiner", "ප්\u200dරකාශ"),
    ("Hindi, a half letter", "क्\u200dष"),
    ("Malayalam", "അവന്\u200d"),
    ("Mongolian, a vowel apart", "\u182d\u180e\u1820"),
    ("a variant of an ideograph", "葛\U000e0100"),
    ("nothing unseen", "ferry"),
]


@pytest.mark.parametrize("words", [case[1] for case in KEPT], ids=[case[0] for case in KEPT])
def test_what_a_script_spells_with_stays(words: str) -> None:
    assert read("act", stdin=f"1. {words}".encode()).text == f"1. {words}"


def document(text: str, spans: list[tuple[int, int]]) -> Document:
    return Document(
        Source("", "", "", ""),
        text,
        tuple(Block(start, end) for start, end in spans[::2]),
        leftovers=tuple(Leftover(start, end, text[start:end], "note", "") for start, end in spans[1::2]),
    )


@settings(deadline=None)
@given(st.text("ab \n" + UNSEEN, max_size=40), st.data())
def test_blocks_move_with_their_words(text: str, data: st.DataObject) -> None:
    """Nothing but what is not seen goes, and every block still holds the words that it held."""
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=8)))
    spans = [(cuts[at], cuts[at + 1]) for at in range(0, len(cuts) - 1, 2)]
    before = document(text, spans)
    after = without_unseen(before)
    seen = str.maketrans("", "", UNSEEN)
    assert after.text == text.translate(seen)
    held = [words for start, end in spans[::2] if (words := text[start:end].translate(seen).strip())]
    changed = after.text != text
    if changed:
        assert [after.text[block.start : block.end] for block in after.blocks] == held
        assert all(left.text == after.text[left.start : left.end] for left in after.leftovers)
    else:
        assert after.blocks == before.blocks


@settings(deadline=None)
@given(st.lists(st.sampled_from(["a", " ", "\n", "e\u0301", "\ufb03", "ق\u0640\u0640ا", "\u2011", "\u200b"]), max_size=20))
def test_blocks_move_with_letters_that_are_put_together(pieces: list[str]) -> None:
    """A letter of two characters becomes one and one becomes three; a block still holds the words that it held."""
    ends = [0, *accumulate(map(len, pieces))]
    text, half = "".join(pieces), ends[len(ends) // 2]
    after = without_unseen(document(text, [(0, half), (0, 0), (half, len(text))]))
    meant = {"e\u0301": "é", "\ufb03": "ffi", "ق\u0640\u0640ا": "قا", "\u2011": "-", "\u200b": ""}
    words = [meant.get(piece, piece) for piece in pieces]
    assert after.text == "".join(words)
    held = ["".join(part).strip() for part in (words[: len(ends) // 2], words[len(ends) // 2 :])]
    if after.text != text:
        assert [after.text[block.start : block.end] for block in after.blocks] == [one for one in held if one]


@given(st.text(alphabet="ab \u0915\u200d\u200c\ufe0f\u00ad\u200b\u6f22\u2060\u0645", max_size=14))
@settings(deadline=None)
def test_the_quick_way_finds_what_the_expression_finds(text: str) -> None:
    assert [one.span() for one in unseen._unseen(text)] == [one.span() for one in unseen._UNSEEN.finditer(text)]
