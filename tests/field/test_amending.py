"""Neighbours of the field cases on amending acts: what is to be inserted is inserted, or told."""

# ruff: noqa: E501 (tables of texts)
from __future__ import annotations

import pytest

from ctip_law import amend, parse

BASE = """BARGE HOUSES ACT 2010

1. Short title
This Act may be cited as the Barge Houses Act 2010.

2. Master
(1) A master of a barge house must—
(a) give a bed to a guest;
(b) keep a book; and
(c) report each month.
(2) A master who fails to comply with subsection (1) is liable to a fine.

3. Inspection
An officer may inspect a barge house.

4. Rules
The Minister may make rules.
"""
_HEAD = "BARGE HOUSES (AMENDMENT) ACT 2022\n\n1. Short title\nThis Act may be cited as the Barge Houses (Amendment) Act 2022.\n\n"

#: kind -> neighbours: the sections of the amending act, what stands in the law afterwards.
NEIGHBOURS: dict[str, dict[str, tuple[str, list[str]]]] = {
    "08 a paragraph inserted beside words replaced": {
        "before a paragraph": ('2. Amendment of section 2\nIn section 2(1) of the Barge Houses Act 2010, before paragraph (a) insert the following paragraph:\n"(aa) light a lamp;".\n\n3. Amendment of section 2\nIn section 2(2) of the Barge Houses Act 2010, for "a fine" substitute "imprisonment for a year".', ["must—\n(aa) light a lamp;\n(a) give", "liable to imprisonment for a year."]),
        "two paragraphs": ('2. Amendment of section 2\nIn section 2(1) of the Barge Houses Act 2010, after paragraph (a) insert the following paragraphs:\n"(aa) light a lamp;\n(ab) ring a bell;".\n\n3. Amendment of section 3\nIn section 3 of that Act, for "may" substitute "must".', ["guest;\n(aa) light a lamp;\n(ab) ring a bell;\n(b) keep", "An officer must inspect"]),
        "in one section, lettered": ('2. Amendment of section 2\nSection 2 of the Barge Houses Act 2010 is amended—\n(a) in subsection (1), by inserting after paragraph (b) the following paragraph:\n"(ba) post the rules;"; and\n(b) in subsection (2), by substituting for the words "a fine" the words "imprisonment for a year".', ["(ba) post the rules;\n(c) report", "liable to imprisonment for a year."]),
        "there is inserted": ('2. Amendment of section 2\nIn section 2(1) of the Barge Houses Act 2010, there is inserted after paragraph (c) the following paragraph:\n"(d) count the guests.".\n\n3. Repeal of section 3\nSection 3 of the Barge Houses Act 2010 is repealed.', ["report each month.\n(d) count the guests.\n(2)", "fine.\n\n4. Rules"]),
    },
    "A4 a subsection inserted by \"insert the following\"": {
        "before a subsection": ('2. Amendment\nIn section 2 of the Barge Houses Act 2010, before subsection (2) insert the following subsection:\n"(1A) The book is kept for six years.".', ["month.\n(1A) The book is kept for six years.\n(2)"]),
        "immediately after": ('2. Amendment\nIn section 2 of the Barge Houses Act 2010, immediately after subsection (2) insert the following subsection:\n"(3) The fine is paid at once.".', ["liable to a fine.\n(3) The fine is paid at once.\n"]),
        "a section": ('2. Amendment\nIn the Barge Houses Act 2010, after section 3 insert the following section:\n"3A. Report\nThe officer writes a report.".', ["barge house.\n\n3A. Report\nThe officer writes a report.\n"]),
        "subsections": ('2. Amendment\nIn section 2 of the Barge Houses Act 2010, after subsection (1) insert the following subsections:\n"(1A) The book is kept for six years.\n(1B) The book is open.".', ["month.\n(1A) The book is kept for six years.\n(1B) The book is open.\n(2)"]),
    },
}


def _bare(text: str) -> str:
    return "\n".join(line for line in text.split("\n") if line.strip())


@pytest.mark.parametrize(("kind", "name"), [(kind, name) for kind, cases in NEIGHBOURS.items() for name in cases])
def test_amending_acts(kind: str, name: str) -> None:
    sections, wanted = NEIGHBOURS[kind][name]
    done = amend(parse("-", stdin=BASE.encode()), parse("-", stdin=(_HEAD + sections + "\n").encode()))
    assert [outcome.why for outcome in done.outcomes if outcome.why] == []
    for words in wanted:
        assert _bare(words) in _bare(done.law.text)


#: Instructions that cannot be carried out, each beside one that can: both are told of.
NOT_DONE = {
    "a paragraph that is not there": ('2. Amendment\nIn section 2(1) of the Barge Houses Act 2010, after paragraph (k) insert the following paragraph:\n"(ka) light a lamp;".', 1),
    "words that are not there": ('2. Amendment\nIn section 2(2) of the Barge Houses Act 2010, for "a whip" substitute "a fine".', 1),
    "a number that is taken": ('2. Amendment\nIn section 2 of the Barge Houses Act 2010, after subsection (1) insert the following subsection:\n"(2) The book is open.".', 1),
}


@pytest.mark.parametrize("name", NOT_DONE)
def test_what_is_not_carried_out_is_told(name: str) -> None:
    sections, count = NOT_DONE[name]
    also = '\n\n3. Amendment of section 3\nIn section 3 of the Barge Houses Act 2010, for "may" substitute "must".\n'
    done = amend(parse("-", stdin=BASE.encode()), parse("-", stdin=(_HEAD + sections + also).encode()))
    assert sum(not outcome.applied for outcome in done.outcomes) == count
    assert "An officer must inspect" in done.law.text
    assert [failure.code for failure in done.failures("act.txt")] == ["CT203"] * count


@pytest.mark.parametrize("words", ["is amended by adding:", "is amended by adding Section 16-3-210 to read as follows:"])
def test_an_american_bill_that_adds_a_section(words: str) -> None:
    bill = (
        f"A BILL\n\nTO AMEND THE CODE OF LAWS RELATING TO BARGES.\n\nSECTION 1. Chapter 3, Title 16 of the Code {words}\n\n"
        "Section 16-3-210. (A) A person who holds a master by force is guilty of a felony.\n(B) A court may order pay.\n\n"
        "SECTION 2. This act takes effect in May.\n"
    )
    [found] = parse("-", stdin=bill.encode()).amendments
    assert (found.action, [clause.num for clause in found.clauses]) == ("insert", ["16-3-210"])
