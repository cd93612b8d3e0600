"""The units in the words that an amendment puts in: which numbers go on with one another, and which stand below."""

from __future__ import annotations

import pytest

from ctip_law.annotate.instructions import NotThere
from ctip_law.annotate.new_units import units

#: words, kind, the units with those below them
UNITS = [
    ("(la) red boats;\n(lb) blue boats;", "paragraph", ["la", "lb"]),
    ("(1A) A boat is red.\n(1B) A boat is blue.", "subsection", ["1A", "1B"]),
    ("(2) A boat is red.\n(2A) An oar is blue.\n(3) A mast is tall.", "subsection", ["2", "2A", "3"]),
    ("(9) A boat is red.\n(10) An oar is blue.", "subsection", ["9", "10"]),
    ("(i) red;\n(ii) blue;", "subparagraph", ["i", "ii"]),
    ("(iv) red;\n(v) blue;", "subparagraph", ["iv", "v"]),
    ("(h) red;\n(i) blue;\n(j) green;", "paragraph", ["h", "i", "j"]),
    ("(b) red;\n(c) blue that is\n(i) light; or\n(ii) dark;\n(d) green.", "paragraph", ["b", "c i ii", "d"]),
    ("(ca) red;\n(cb) blue that is\n(a) light; or\n(b) dark;\n(cc) green.", "paragraph", ["ca", "cb a b", "cc"]),
    ("(5) A boat is\n(a) red; or\n(b) blue.", "subsection", ["5 a b"]),
]


@pytest.mark.parametrize(("text", "kind", "expected"), UNITS)
def test_the_units_of_new_words(text: str, kind: str, expected: list[str]) -> None:
    found = units(text, kind)
    assert [" ".join([unit.num, *(below.num for below in unit.children)]) for unit in found] == expected


@pytest.mark.parametrize("text", ["A boat is red.\n(2) An oar is blue.", "", " \n"])
def test_words_that_do_not_begin_with_a_number_have_no_units(text: str) -> None:
    with pytest.raises(NotThere):
        units(text, "subsection")


#: words of new sections, and the number and heading of each
HEADED = [
    ("51A Red boats\nA boat is red.", [("51A", "Red boats")]),
    ("51A Boats of class B\nA boat is red.", [("51A", "Boats of class B")]),
    ("51A Red boats\nA boat is red.\nAn oar is blue.", [("51A", "Red boats")]),
    ("51A Red boats", [("51A", "")]),  # nothing stands below it that it could head
    ("51A A boat is red.\nAn oar is blue.", [("51A", "")]),
    ("51A Red boats\nA boat is red.\n51B Oars\nAn oar is blue.", [("51A", "Red boats"), ("51B", "Oars")]),
]


@pytest.mark.parametrize(("text", "expected"), HEADED)
def test_the_headings_of_new_sections(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(unit.num, unit.heading) for unit in units(text, "section")] == expected
