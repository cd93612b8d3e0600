"""Numbers that only the browser counts, `<ol>`: what a reader of the page sees is what is read. All texts are invented."""

# ruff: noqa: E501 (tables of pages)
from __future__ import annotations

import pytest

from ctip_law.read import read
from tests.structure.helpers import law, section

#: kind -> the page's body, and its lines.
LISTS = {
    "counted": ("<ol><li>kites<li>strings</ol>", ["1. kites", "2. strings"]),
    "words in blocks of their own": ("<ol><li><p><b>Kites</b></p><p>They fly.</p><li><p>Strings</p></ol>", ["1. Kites", "They fly.", "2. Strings"]),
    "letters by attribute": ('<ol type="a"><li>kites<li>strings</ol>', ["a. kites", "b. strings"]),
    "capitals and Roman numbers": ('<ol type="A"><li>kites<ol type="i"><li>red<li>blue</ol></ol>', ["A. kites", "i. red", "ii. blue"]),
    "letters by style": ('<ol style="list-style-type: lower-latin"><li>kites</ol>', ["a. kites"]),
    "after z": ('<ol type="a" start="26"><li>kites<li>strings</ol>', ["z. kites", "aa. strings"]),
    "goes on where another list ended": ('<ol><li>kites</ol><p>and</p><ol start="2"><li>strings</ol>', ["1. kites", "and", "2. strings"]),
    "a value of its own": ('<ol><li>kites<li value="7">strings<li>knots</ol>', ["1. kites", "7. strings", "8. knots"]),
    "counted down": ("<ol reversed><li>kites<li>strings</ol>", ["2. kites", "1. strings"]),
    "a value that is none": ('<ol start="x"><li value="3A">kites</ol>', ["1. kites"]),
    "an empty item": ("<ol><li>kites<li><li>strings</ol>", ["1. kites", "3. strings"]),
    "bullets": ("<ul><li>kites<li>strings</ul>", ["kites", "strings"]),
    "set without numbers": ('<ol style="list-style:none"><li>kites</ol>', ["kites"]),
    "numbers printed": ("<ol><li>(1) kites<li>(2) strings</ol>", ["(1) kites", "(2) strings"]),
    "sections printed": ("<ol><li>Section 4. Kites<li>Section 5. Strings</ol>", ["Section 4. Kites", "Section 5. Strings"]),
    "notes": ('<ol class="footnotes"><li>See the Kite Act.</ol>', ["See the Kite Act."]),
    "links into the page": ('<ol><li><a href="#k">Kites</a><li><a href="#s">Strings</a></ol>', ["Kites", "Strings"]),
}  # fmt: skip


@pytest.mark.parametrize("kind", LISTS)
def test_what_the_browser_counts_is_written_out(kind: str) -> None:
    body, lines = LISTS[kind]
    document = read("-", stdin=f"<html><body>{body}</body></html>".encode())
    assert [line for line in document.text.splitlines() if line] == lines
    told = any("which a browser counts" in one.why for one in document.repairs)
    assert told == any(line[:2] in ("1.", "2.", "7.", "a.", "A.", "z.") for line in lines)


def test_sections_and_subsections_of_lists() -> None:
    found = law(
        "<html><body><h1>Kite Act 2031</h1><ol><li><b>Short title</b><p>This Act may be cited as the Kite Act.</p>"
        "<li><b>Terms</b><p>In this Act:</p><ol type=a><li>a kite flies on a string;<li>a string is long.</ol>"
        "<li><b>Offence</b><ol><li>A person who cuts a string commits an offence.<li>A helper does so too.</ol>"
        "<li><b>Penalty</b><p>The penalty is a fine.</p></ol></body></html>"
    )
    assert [(one.num, one.heading) for one in found.sections()] == [
        ("1", "Short title"), ("2", "Terms"), ("3", "Offence"), ("4", "Penalty"),
    ]  # fmt: skip
    assert [one.num for one in section(found, "2").children] == ["a", "b"]
    assert [one.num for one in section(found, "3").children] == ["1", "2"]
