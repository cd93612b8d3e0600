# ruff: noqa: E501  (pieces of RTF and XML: long lines)
"""RTF and ODT as legislatures publish them: numbers, notes, tables, encodings, and what is refused."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ctip_law import parse
from ctip_law.errors import CtipError, InputError
from ctip_law.read import read
from tests.read.files import flat, odt, rtf, zipped


def lines(data: bytes) -> list[str]:
    document = read("-", stdin=data)
    return [document.text[block.start : block.end] for block in document.blocks]


def leftovers(data: bytes) -> list[tuple[str, str]]:
    return [(left.kind, left.text) for left in read("-", stdin=data).leftovers]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (r"{\listtext 1.\tab}{\b Title}\par Words\par", ["1. Title", "Words"]),
        (r"\'e9t\'e9 \u8212\'97 caf\u233?\par", ["été — café"]),
        (r"{\f1\'c7\'e0\'ea\'ee\'ed}\par", ["Закон"]),  # the font says Cyrillic
        (r"{\f2\'aa\'6b}\par", ["法"]),  # two bytes of Big5, the second one a letter
        (r"\uc0\u8220 A\u8221 \uc1\u8212\'97B\par", ["“A”—B"]),
        (r"\u-10179?\u-8704?\par", ["\U0001f600"]),
        (r"a\~b \emdash  c\line d\par", ["a b — c", "d"]),
        (r"\{1\} x \\ y\par", ["{1} x \\ y"]),
        (r"{\v hidden}shown\par", ["shown"]),
        (r"{\*\unknown hidden}{\header head}{\annotation note}shown\par", ["shown"]),
        (r"{\field{\*\fldinst HYPERLINK x}{\fldrslt section 2}} applies\par", ["section 2 applies"]),
        (r"\trowd\pard\intbl Offence\cell Penalty\cell\row\trowd\intbl Theft\cell Prison\cell\row\pard", ["Offence | Penalty", "Theft | Prison"]),
        (r"{\shp{\*\shpinst{\shptxt Short title\par}}}1. This Act\par", ["Short title", "1. This Act"]),
    ],
)  # fmt: skip
def test_rtf_words(body: str, expected: list[str]) -> None:
    assert lines(rtf(body)) == expected


def test_rtf_footnotes_stand_behind_and_their_marks_are_gone() -> None:
    data = rtf(r"A master{\super\chftn{\footnote\pard\plain{\super\chftn} Any master.}} must pay.\par")
    assert lines(data) == ["A master must pay."]
    assert leftovers(data) == [("note", "Any master.")]


LAW = r"\qc\b FERRY ACT 2020\b0\par\pard{\listtext 1.\tab}Short title\par This is the Ferry Act.\par{\listtext 2.\tab}Penalty\par(1) A master who holds a passport is liable to imprisonment for ten years.\par(2) A mate is liable to a fine.\par"


def test_an_act_in_rtf() -> None:
    law = parse("-", stdin=rtf(LAW, head=r"{\info{\title Ferry Act 2020}}"))
    assert law.title == "Ferry Act 2020"
    assert [(section.num, section.heading, len(section.children)) for section in law.sections()] == [("1", "Short title", 0), ("2", "Penalty", 2)]  # fmt: skip
    assert [penalty.max_years for penalty in law.penalties] == [10]


OBJECT = r"{\object\objemb{\*\objclass Excel.Sheet}{\*\objdata 01050000}{\result{\pict 0100}}}"


def test_an_embedded_object_is_told_and_refused_where_it_is_all() -> None:
    document = read("-", stdin=rtf(LAW + OBJECT))
    assert [(warning.code, warning.message) for warning in document.warnings] == [
        ("CT120", "1 embedded object(s) in the RTF not read"),
        ("CT120", "1 picture(s) in the RTF not read"),
    ]
    with pytest.raises(InputError, match=r"CT103 .*embedded object"):
        read("-", stdin=rtf(OBJECT))


def item(words: str, more: str = "", start: str = "") -> str:
    value = f' text:start-value="{start}"' if start else ""
    return f"<text:list-item{value}><text:p>{words}</text:p>{more}</text:list-item>"


def listed(inside: str, more: str = "") -> str:
    return f"<text:list {more}>{inside}</text:list>"


TOP = 'text:style-name="L" text:continue-numbering="true"'


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (listed(item("A") + item("B"), TOP), ["1. A", "2. B"]),
        (listed(item("A"), TOP) + "<text:p>x</text:p>" + listed(item("B"), TOP), ["1. A", "x", "2. B"]),
        (listed(item("A"), TOP) + listed(item("B"), 'text:style-name="L"'), ["1. A", "1. B"]),
        (listed(item("A", listed(item("b", listed(item("c") + item("d"))) + item("e"))), TOP), ["1. A", "(1) b", "(a) c", "(b) d", "(2) e"]),
        (listed(item("A") + item("B", start="20") + item("C"), TOP), ["1. A", "20. B", "21. C"]),
        (listed("<text:list-header><text:p>no number</text:p></text:list-header>" + item("A"), TOP), ["no number", "1. A"]),
        ("<text:h text:outline-level='2'>Part</text:h><text:p>a<text:s text:c='3'/>b<text:tab/>c<text:line-break/>d</text:p>", ["Part", "a b c", "d"]),
        ("<text:p>x<draw:frame><draw:text-box><text:p>Short title</text:p></draw:text-box></draw:frame></text:p>", ["Short title", "x"]),
        ("<table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell><table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table>", ["a | b"]),
    ],
)  # fmt: skip
def test_odt_words_and_numbers(body: str, expected: list[str]) -> None:
    assert lines(odt(body)) == expected
    assert lines(flat(body)) == expected


def test_odt_notes_and_contents_are_leftovers() -> None:
    note = "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Any master.</text:p></text:note-body></text:note>"
    contents = "<text:table-of-content><text:index-body><text:p>1. Title</text:p></text:index-body></text:table-of-content>"
    data = odt(f"{contents}<text:p>A master{note} must pay.</text:p>")
    assert lines(data) == ["A master must pay."]
    assert leftovers(data) == [("contents", "1. Title"), ("note", "Any master.")]


def test_numbers_that_start_anew_higher_up_are_of_the_same_law() -> None:
    body = "<text:p>FERRY ACT</text:p>" + "".join(listed(item(f"Heading {n}", start=str(n)), TOP) + f"<text:p>A master must keep book {n}.</text:p>" for n in (1, 2, 3, 20, 21))  # fmt: skip
    assert [section.num for section in parse("-", stdin=odt(body)).sections()] == ["1", "2", "3", "20", "21"]


BAD = [
    ("RTF cut off", rtf(LAW)[:300], "CT112"),
    ("RTF cut off in a group", b"{\\rtf1 {\\b words", "CT112"),
    ("RTF without words", rtf(""), "CT103"),
    ("RTF nested without end", b"{\\rtf1 " + b"{" * 3000 + b"x" + b"}" * 3000 + b"}", "CT108"),
    ("ODT cut off", odt("<text:p>x</text:p>")[:400], "CT112"),
    ("ODT without content", zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), "CT112"),
    ("ODT without words", odt("<text:p/>"), "CT103"),
    ("ODT encrypted", odt("<text:p>x</text:p>", **{"META-INF/manifest.xml": "<m><encryption-data/></m>"}), "CT107"),
    ("ODT that unfolds", odt(f"<text:p>{'0' * 70_000_000}</text:p>"), "CT108"),
    ("old Word", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "CT104"),
]


@pytest.mark.parametrize(("data", "code"), [case[1:] for case in BAD], ids=[case[0] for case in BAD])
def test_refused_in_one_sentence(data: bytes, code: str) -> None:
    with pytest.raises(InputError) as caught:
        read("act.rtf", stdin=data)
    assert caught.value.code == code
    assert str(caught.value).count("\n") == 0
    assert ";" in str(caught.value)


def test_old_word_is_refused_with_what_to_do() -> None:
    with pytest.raises(InputError, match=r"\.doc\); save it as DOCX"):
        read("act.doc", stdin=b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600)


@given(st.data())
@settings(deadline=None, max_examples=60)
def test_damaged_rtf_never_crashes(data: st.DataObject) -> None:
    whole = rtf(LAW + OBJECT + r"{\footnote x}\trowd\intbl a\cell\row")
    at = data.draw(st.integers(7, len(whole) - 1))
    end = data.draw(st.integers(at, min(len(whole), at + 40)))
    broken = whole[:at] + data.draw(st.binary(max_size=6)) + whole[end:]
    try:
        document = read("-", stdin=broken)
    except CtipError:
        return
    assert all(0 <= block.start < block.end <= len(document.text) for block in document.blocks)


def test_a_code_page_that_there_is_none_of_is_told() -> None:
    found = read("-", stdin=rb"{\rtf1\ansi\ansicpg252 PIER ACT\par 1. A pier is open.\par}")
    assert "1. A pier is open." in found.text
    assert any(caution.code == "CT119" and "252" in caution.message for caution in found.warnings)
